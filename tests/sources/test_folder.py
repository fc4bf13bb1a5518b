"""Folders with a manifest, without one, and with trouble in them."""

import hashlib
from pathlib import Path

import pytest

from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate
from graphbuild.sources import read_folder

PAGE = b"<html><body><p>Northlake paid.</p></body></html>"
DIGEST = hashlib.sha256(PAGE).hexdigest()
COLUMNS = "path,kind,company,cik,accession,filed,period,sha256,complete"


def _folder(tmp_path: Path, *rows: str, columns: str = COLUMNS) -> Path:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "manifest.csv").write_text("\n".join((columns, *rows)) + "\n", encoding="utf-8")
    return tmp_path


def _items(folder: Path, manifest: Path | None = None) -> list[RawItem]:
    return [found for found in read_folder(folder, manifest) if isinstance(found, RawItem)]


def _issues(folder: Path, manifest: Path | None = None) -> list[Issue]:
    return [found for found in read_folder(folder, manifest) if isinstance(found, Issue)]


def test_a_row_becomes_an_item_with_what_it_says(tmp_path):
    row = f"a.html,10-K,Northlake,0009990001,0009990001-25-000001,2025-12,2025-09-30,{DIGEST},yes"
    (item,) = _items(_folder(tmp_path, row))
    assert (item.path, item.kind, item.company, item.cik) == (
        "a.html",
        "10-K",
        "Northlake",
        "9990001",
    )
    assert (item.content, item.sha256) == (PAGE, DIGEST)
    assert (item.published_on, item.period_end) == (
        PartialDate("2025-12"),
        PartialDate("2025-09-30"),
    )
    assert item.meta["complete"] == "yes"


def test_an_empty_cell_is_unknown_and_not_an_empty_word(tmp_path):
    (item,) = _items(_folder(tmp_path, "a.html,10-K,,,,,,,"))
    assert (item.company, item.cik, item.accession, item.url) == (None, None, None, None)
    assert (item.published_on, item.period_end) == (None, None)


def test_items_come_in_the_manifests_order(tmp_path):
    (tmp_path / "b.html").write_bytes(PAGE)
    folder = _folder(tmp_path, "b.html,8-K", "a.html,10-K", columns="path,kind")
    assert [item.path for item in _items(folder)] == ["b.html", "a.html"]


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ("gone.html,10-K,,,,,,,", "missing-file", "path"),
        ("a.html,10-K,,,,,," + "0" * 64 + ",", "wrong-checksum", "sha256"),
        ("../outside.html,10-K,,,,,,,", "path-outside", "path"),
        ("/etc/hosts,10-K,,,,,,,", "path-outside", "path"),
        ("..\\outside.html,10-K,,,,,,,", "path-outside", "path"),
        (",10-K,,,,,,,", "empty-path", "path"),
        ("a.html,10-K,One, Two,,,,,,", "extra-fields", "path"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_with_its_place(tmp_path, row, code, field):
    (tmp_path / "in").mkdir()
    folder = _folder(tmp_path / "in", row)
    (tmp_path / "outside.html").write_bytes(PAGE)
    assert _items(folder) == []
    issue = _issues(folder)[0]
    assert (issue.code, issue.severity, issue.stage) == (code, Severity.ERROR, "import")
    assert issue.where == f"manifest.csv row 2, {field}"
    assert issue.advice


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outside.html").write_bytes(PAGE)
    (tmp_path / "in").mkdir()
    folder = _folder(tmp_path / "in", "link.html,10-K,,,,,,,")
    (folder / "link.html").symlink_to(tmp_path / "outside.html")
    assert _items(folder) == []
    assert _issues(folder)[0].code == "path-outside"


def test_a_bad_date_is_told_and_left_out(tmp_path):
    folder = _folder(tmp_path, "a.html,10-K,,,,2025-02-30,,,")
    (item,) = _items(folder)
    assert item.published_on is None
    (issue,) = _issues(folder)
    assert (issue.code, issue.severity) == ("bad-date", Severity.WARNING)


def test_a_missing_column_stops_the_manifest(tmp_path):
    folder = _folder(tmp_path, "a.html", columns="path")
    assert _issues(folder)[0].code == "missing-column"
    assert _items(folder) == []


def test_incomplete_repeated_and_unlisted_files_are_told(tmp_path):
    (tmp_path / "stray.txt").write_text("not listed")
    folder = _folder(tmp_path, "a.html,10-K,,,,,,,no", "a.html,10-K,,,,,,,")
    assert len(_items(folder)) == 1
    codes = {issue.code for issue in _issues(folder)}
    assert codes == {"incomplete-file", "duplicate-path", "unlisted-file"}


def test_a_manifest_elsewhere_is_used(tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.html").write_bytes(PAGE)
    listed = tmp_path / "list.csv"
    listed.write_text("﻿path,kind\na.html,8-K\n", encoding="utf-8")
    assert [item.kind for item in _items(docs, listed)] == ["8-K"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00path", b'path,kind\n"unclosed'])
def test_an_unreadable_manifest_gives_issues_only(tmp_path, content):
    (tmp_path / "manifest.csv").write_bytes(content)
    assert _items(tmp_path) == []
    assert _issues(tmp_path)


def test_a_missing_folder_is_told(tmp_path):
    assert [issue.code for issue in _issues(tmp_path / "none")] == ["missing-folder"]


def _download(folder: Path, name: str, content: bytes) -> None:
    place = folder / "sec-edgar-filings" / "0009990001" / "8-K" / "0009990001-25-000031"
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content)


def test_a_downloaded_filing_is_one_item_with_form_and_accession(tmp_path):
    _download(tmp_path, "full-submission.txt", b"<SEC-DOCUMENT>")
    _download(tmp_path, "primary-document.html", PAGE)
    (item,) = _items(tmp_path)
    assert item.path.endswith("full-submission.txt")
    assert (item.kind, item.cik, item.accession) == ("8-K", "9990001", "0009990001-25-000031")
    assert item.url == (
        "https://www.sec.gov/Archives/edgar/data/9990001/000999000125000031/0009990001-25-000031.txt"
    )


def test_a_primary_document_alone_is_used(tmp_path):
    _download(tmp_path, "primary-document.html", PAGE)
    assert [item.path.rpartition("/")[2] for item in _items(tmp_path)] == ["primary-document.html"]


def test_other_files_are_left_to_their_content(tmp_path):
    (tmp_path / "page.htm").write_bytes(PAGE)
    (tmp_path / "CIK1.json").write_text('{"cik": 1, "filings": {"recent": {}}}')
    (tmp_path / "facts.json").write_text('{"cik":1,"entityName":"N","facts":{}}')
    (tmp_path / "list.idx").write_text("Form Type")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.html").write_bytes(PAGE)
    assert {item.path: item.kind for item in _items(tmp_path)} == {
        "page.htm": "",
        "CIK1.json": "submissions-json",
        "facts.json": "companyfacts-json",
        "list.idx": "index",
    }
    assert [issue.code for issue in _issues(tmp_path)] == ["unsupported-file"]


def test_a_page_saved_complete_is_one_document_without_its_parts(tmp_path):
    for name in ("Page.html", "Page_files/frame.html", "Page_files/a.css", "Other_files/b.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    assert [item.path for item in _items(tmp_path)] == ["Other_files/b.html", "Page.html"]
    assert not _issues(tmp_path)


def test_packed_texts_and_web_archives_are_documents_and_archives_of_several_files_are_not(
    tmp_path,
):
    for name in ("a.txt.gz", "b.mhtml", "c.mht", "d.eml", "e.tar.gz", "f.zip", "g.gz"):
        (tmp_path / name).write_bytes(b"x")
    assert [item.path for item in _items(tmp_path)] == [
        "a.txt.gz",
        "b.mhtml",
        "c.mht",
        "d.eml",
        "g.gz",
    ]
    assert [issue.where for issue in _issues(tmp_path)] == ["e.tar.gz", "f.zip"]
