"""Real documents, where GRAPHBUILD_CORPUS names a folder with a manifest."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuild.documents import Reading
from graphbuild.records.document import Document
from graphbuild.records.issue import Severity
from tests.documents.papers import assert_spans_hold, reading

pytestmark = pytest.mark.corpus


def _rows(corpus: Path) -> Iterator[dict[str, str]]:
    with (corpus / "manifest.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.fixture(scope="module")
def readings(corpus: Path) -> dict[str, Reading]:
    return {
        row["path"]: reading(
            (corpus / row["path"]).read_bytes(),
            row["kind"],
            path=row["path"],
            filed=row["filed"] or None,
            cik=row["cik"] or None,
            accession=row["accession"] or None,
        )
        for row in _rows(corpus)
    }


def test_every_file_gives_a_document_or_a_reason(readings):
    for path, result in readings.items():
        assert result.document is not None or result.issues, path
        assert not [i for i in result.issues if i.severity is Severity.ERROR], path


def test_every_span_of_every_document_holds(readings):
    for result in readings.values():
        if result.document is not None:
            assert_spans_hold(result.document)


def _document(readings: dict[str, Reading], ending: str) -> Document:
    (found,) = [r.document for path, r in readings.items() if path.endswith(ending)]
    assert found is not None
    return found


def test_a_debt_note_reads_as_printed(readings):
    # NVIDIA 10-Q for July 27, 2025, Note 10 (0001045810-25-000209).
    document = _document(readings, "nvda-10-q-2025-08-27.html")
    table = next(t for t in document.tables if t.heading.startswith("Note 10 - Debt"))
    row = next(r for r in table.rows if r.cells[0].text == "3.20% Notes Due 2026")
    assert [cell.text for cell in row.cells[1:4]] == ["1.1", "3.31%", "$ 1,000"]
    assert table.scale == 1_000_000
    assert document.filer is not None
    assert (document.filer.name, str(document.period_end)) == ("NVIDIA CORP", "2025-07-27")


def test_units_of_real_13f_filings(readings):
    # 0000950123-23-000235 was filed on January 18, 2023, still in thousands; MetLife's
    # 0001140361-23-013281 covers 2021 but was filed in March 2023, in dollars.
    late = _document(readings, "0000950123-23-000235.txt")
    assert all(r.get("value_usd") == f"{r.get('value')}000" for r in late.rows)
    dollars = _document(readings, "0001140361-23-013281.txt")
    assert dollars.rows
    assert all(r.get("value_usd") == r.get("value") for r in dollars.rows)


def test_the_exhibit_inside_a_submission_is_found(readings):
    assert _document(readings, "0001045810-26-000024.txt").parts == ("8-K", "EX-10.1")
