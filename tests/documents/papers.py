"""Small documents of fictional companies, in EDGAR's form, and a way to read them."""

import hashlib
from pathlib import Path

from graphbuild.documents import Reading, read_document
from graphbuild.records.document import Document, RawItem
from graphbuild.records.period import PartialDate

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def raw(content: bytes | str, kind: str, **fields: object) -> RawItem:
    data = content.encode() if isinstance(content, str) else content
    path = str(fields.pop("path", f"paper.{kind.lower()}"))
    filed = fields.pop("filed", None)
    return RawItem(
        path=path,
        kind=kind,
        content=data,
        sha256=hashlib.sha256(data).hexdigest(),
        published_on=PartialDate(str(filed)) if filed else None,
        **fields,
    )


def reading(content: bytes | str, kind: str, **fields: object) -> Reading:
    return read_document(raw(content, kind, **fields))


def read(content: bytes | str, kind: str, **fields: object) -> Document:
    document = reading(content, kind, **fields).document
    assert document is not None
    return document


def fixture(name: str, kind: str, **fields: object) -> Document:
    return read((FIXTURES / name).read_bytes(), kind, path=name, **fields)


def sentences(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for p in document.paragraphs for s in p.sentences]


def lines(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs]


def assert_spans_hold(document: Document) -> None:
    """Every mark lies within the text and says what the text says there."""
    text, size = document.text, len(document.text)
    for paragraph in document.paragraphs:
        assert 0 <= paragraph.start < paragraph.end <= size
        for sentence in paragraph.sentences:
            assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
            shown = text[sentence.start : sentence.end]
            assert shown == shown.strip()
    for table in document.tables:
        assert table.rows
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end <= size
            for cell in row.cells:
                assert row.start <= cell.start < cell.end <= row.end
                assert text[cell.start : cell.end] == cell.text == cell.text.strip()
    for fact in document.facts:
        assert (fact.start, fact.end) == (-1, -1) or 0 <= fact.start < fact.end <= size
    for form_row in document.rows:
        assert 0 <= form_row.start < form_row.end <= size
    for entry in document.entries:
        assert 0 <= entry.start < entry.end <= size
        assert text[entry.start : entry.end].startswith(entry.title)
