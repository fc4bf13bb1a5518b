"""The raw archive: written once, checked when read, closed to paths."""

import dataclasses
import hashlib
import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue
from graphbuild.records.period import PartialDate
from graphbuild.sources import Archive
from graphbuild.sources.archive import SUBMISSION_NAME


def _item(content: bytes = b"<html>paid</html>", **fields: object) -> RawItem:
    values: dict[str, object] = {
        "path": "filings/page.html",
        "kind": "8-K",
        "accession": "0009990001-25-000031",
        "cik": "9990001",
        **fields,
    }
    return RawItem(content=content, sha256=hashlib.sha256(content).hexdigest(), **values)


def _files(root: Path) -> list[str]:
    names = (p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())
    return sorted(name for name in names if "/.incoming/" not in f"/{name}")


def test_what_goes_in_comes_out(tmp_path):
    archive = Archive(tmp_path / "raw")
    item = _item(
        company="Northlake",
        url="https://x.example",
        published_on=PartialDate("2025-06"),
        meta={"complete": "yes"},
    )
    assert archive.store(item)
    (found,) = archive.items()
    assert isinstance(found, RawItem)
    assert found.path == f"edgar/9990001/0009990001-25-000031/{item.sha256[:12]}-page.html"
    for name in ("kind", "content", "sha256", "url", "company", "cik", "accession", "published_on"):
        assert getattr(found, name) == getattr(item, name)
    assert found.period_end is None
    assert found.meta == {"complete": "yes", "original_path": "filings/page.html"}
    assert archive.accessions() == frozenset()  # an exhibit alone is not the filing


def test_the_same_bytes_are_kept_once(tmp_path):
    archive = Archive(tmp_path)
    assert archive.store(_item())
    before = {name: (tmp_path / name).stat().st_mtime_ns for name in _files(tmp_path)}
    assert not archive.store(_item(company="another row"))
    assert {name: (tmp_path / name).stat().st_mtime_ns for name in _files(tmp_path)} == before


def test_other_bytes_of_a_filing_are_kept_beside(tmp_path):
    archive = Archive(tmp_path)
    assert archive.store(_item(b"cut"))
    assert archive.store(_item(b"whole"))
    assert len(list(archive.items())) == 2


def test_an_item_that_lies_about_its_bytes_is_refused(tmp_path):
    wrong = RawItem(path="a", kind="8-K", content=b"x", sha256="0" * 64)
    with pytest.raises(ValueError, match="checksum"):
        Archive(tmp_path).store(wrong)
    assert _files(tmp_path) == []


def test_a_changed_file_is_told_and_not_read(tmp_path):
    archive = Archive(tmp_path)
    archive.store(_item())
    (content,) = [name for name in _files(tmp_path) if not name.endswith(".meta.json")]
    (tmp_path / content).write_bytes(b"changed")
    (issue,) = archive.items()
    assert isinstance(issue, Issue)
    assert (issue.code, issue.where) == ("damaged-archive", content)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": 1}', "\0"])
def test_a_damaged_note_is_told(tmp_path, text):
    archive = Archive(tmp_path)
    archive.store(_item())
    (meta,) = [name for name in _files(tmp_path) if name.endswith(".meta.json")]
    (tmp_path / meta).write_text(text)
    (issue,) = archive.items()
    assert isinstance(issue, Issue)


def test_a_run_killed_half_way_leaves_nothing_stored(tmp_path, monkeypatch):
    archive = Archive(tmp_path)
    replaced: list[str] = []
    whole = Path.replace

    def fail_at_the_note(self: Path, target: str | os.PathLike[str]) -> Path:
        replaced.append(str(target))
        if str(target).endswith(".meta.json"):
            raise OSError("disk full")
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", fail_at_the_note)
    with pytest.raises(OSError, match="disk full"):
        archive.store(_item())
    assert len(replaced) == 2
    assert list(archive.items()) == []
    assert not [name for name in _files(tmp_path) if name.endswith(".part")]
    monkeypatch.undo()
    assert archive.store(_item())
    assert len(list(archive.items())) == 1


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    st.text(max_size=40)
    | st.sampled_from(["../../etc/passwd", "..", "/", "a/../../b", "c\\..\\d"]),
    st.none() | st.text(max_size=12) | st.just("../../../x"),
    st.none() | st.text(max_size=12) | st.just("../0009990001-25-000031"),
)
def test_no_name_leads_out_of_the_archive(path, cik, accession):
    with tempfile.TemporaryDirectory() as folder:
        outer = Path(folder)
        archive = Archive(outer / "raw")
        assert archive.store(_item(path=path, cik=cik, accession=accession))
        files = _files(outer)
        assert len(files) == 2
        assert all(name.startswith(("raw/edgar/", "raw/other/")) for name in files)
        (found,) = archive.items()
        assert isinstance(found, RawItem)
        assert found.cik == cik


@pytest.mark.parametrize("cik", [None, "", "../../x"])
def test_a_filing_without_a_number_of_its_filer_is_kept_with_the_unknown(tmp_path, cik):
    assert Archive(tmp_path / "raw").store(_item(cik=cik))
    places = {name.rpartition("/")[0] for name in _files(tmp_path)}
    assert places == {"raw/edgar/unknown/0009990001-25-000031"}


def test_notes_are_plain_and_stable(tmp_path):
    for name in ("one", "two"):
        Archive(tmp_path / name).store(_item(company="Société Nord", meta={"b": "2", "a": "1"}))
    (one,), (two,) = (list((tmp_path / n).rglob("*.meta.json")) for n in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert json.loads(one.read_text(encoding="utf-8"))["company"] == "Société Nord"


def test_an_empty_archive_has_no_items(tmp_path):
    assert list(Archive(tmp_path / "none").items()) == []
    assert Archive(tmp_path / "none").accessions() == frozenset()


def test_a_folder_for_arrivals_is_its_own_and_goes_away(tmp_path):
    archive = Archive(tmp_path)
    with archive.incoming() as one, Archive(tmp_path).incoming() as other:
        assert one != other
        (one / "half").write_bytes(b"x")
        with archive.incoming():
            assert (one / "half").is_file()
    assert [path.name for path in (tmp_path / ".incoming").iterdir()] == ["store"]


def test_what_a_killed_process_left_is_swept(tmp_path):
    archive = Archive(tmp_path)
    left = tmp_path / ".incoming" / "tmpdead"
    left.mkdir(parents=True)
    (left / "half.txt").write_bytes(b"half")
    (tmp_path / ".incoming" / "tmpdead.lock").touch()
    (tmp_path / "edgar").mkdir()
    (tmp_path / "edgar" / ".x.part").touch()
    with archive.incoming():
        assert not left.exists()
        assert not list(tmp_path.rglob("*.part"))


def test_a_file_that_arrived_is_stored_once_a_filing(tmp_path):
    archive = Archive(tmp_path)
    for content in (b"first", b"second"):
        with archive.incoming() as folder:
            path = folder / "x.txt"
            path.write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            item = dataclasses.replace(
                _item(path="a/full-submission.txt"), content=b"", sha256=digest
            )
            assert archive.store_file(path, item) is (content == b"first")
            assert not path.exists()
    (found,) = archive.items()
    assert isinstance(found, RawItem)
    assert found.content == b"first"
    assert archive.has_submission("0009990001-25-000031")
    assert not archive.has_submission("../0009990001-25-000031")


def _submission(**more):
    return _item(path=f"9990001/{SUBMISSION_NAME}", **more)


@pytest.mark.parametrize("harm", ["document", "note"])
def test_a_filing_that_lost_a_file_is_not_known_and_can_be_stored_again(tmp_path, harm):
    archive = Archive(tmp_path)
    item = _submission()
    archive.store(item)
    assert archive.accessions() == {item.accession}
    (document,) = tmp_path.rglob(f"*-{SUBMISSION_NAME}")
    note = document.with_name(document.name + ".meta.json")
    if harm == "document":
        document.unlink()
    else:
        note.write_text("{", encoding="utf-8")
    assert archive.accessions() == frozenset()
    assert archive.store(item)
    (found,) = archive.items()
    assert found.content == item.content


def test_a_filing_of_two_filers_is_stored_with_the_first(tmp_path):
    archive = Archive(tmp_path)
    assert archive.store(_submission())
    assert not archive.store(_submission(cik="77"))
    assert len(list(archive.items())) == 1
