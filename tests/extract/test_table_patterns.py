"""What holds for every reader of tables and forms, whatever the table says."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.extract import PATTERNS
from graphbuild.extract.base import Context
from graphbuild.extract.prose import PROSE_PATTERNS
from tests.extract.papers import Paper

READERS = tuple(pattern for pattern in PATTERNS if pattern not in PROSE_PATTERNS)
WORDS = (
    "3.20% Notes Due 2027", "Term loan", "Revolving credit facility", "Total debt", "Customer A",
    "Unamortized discount", "2026", "2027", "2028", "Thereafter", "Total undiscounted payments",
    "Leases not yet commenced", "Balance at end of period", "Publicly-held equity securities",
    "Non-marketable equity securities", "Principal", "100% owned by Quill, Inc.", "Ownership",
    "December 31, 2025", "Level 2", "Maturity", "Total", "",
)  # fmt: skip
NUMBERS = ("$ 1,250", "900", "(37)", "—", "12 %", "*", "4.70-5.75%", "2031", "Jun-30", "$", "")
CELL = st.sampled_from(WORDS + NUMBERS) | st.text(max_size=8).map(lambda t: " ".join(t.split()))
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    TABLE, st.sampled_from(("Our debt:", "Future lease payments:", "Sales to major customers:", ""))
)
def test_no_table_breaks_a_reader_and_every_quote_stands_in_the_text(
    rows: list[list[str]], caption: str
) -> None:
    paper = Paper()
    lines = [row for row in rows if any(cell.strip() and "|" not in cell for cell in row)]
    if not lines:
        return
    paper.table(
        "\n".join(" | ".join(c.replace("|", "") for c in row) for row in lines), caption=caption
    )
    document = paper.document()
    for reader in READERS:
        for claim in reader.find(document, Context(names=frozenset({"Quill"}))):
            cited = claim.citation
            assert document.text[cited.start : cited.end] == cited.quote
            assert cited.quote.strip()
            assert claim.amount.point is None or claim.amount.point > 0
            assert claim.pattern == reader.label


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_document_without_a_filer_gives_nothing_from_tables(reader) -> None:
    paper = Paper()
    paper.table(
        "| December 31, 2025\n3.20% Notes Due 2027 | 900\nTotal debt | 900", caption="Our debt:"
    )
    document = paper.document()
    nobody = type(document)(
        **{name: getattr(document, name) for name in document.__slots__ if name != "filer"}
    )
    assert list(reader.find(nobody, Context())) == []


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_the_same_document_gives_the_same_claims_in_the_same_order(reader) -> None:
    papers = []
    for _ in range(2):
        paper = Paper()
        paper.table(
            "| December 31, 2025\n3.20% Notes Due 2027 | 900\n"
            "2.10% Notes Due 2029 | 900\nTotal debt | 1,800"
        )
        paper.say("Customer A and Customer B accounted for 23% and 16% of revenue, respectively.")
        papers.append(paper.document())
    first, second = (list(reader.find(document, Context())) for document in papers)
    assert first == second


def test_every_reader_has_a_name_of_its_own() -> None:
    names = [pattern.name for pattern in PATTERNS]
    assert sorted(names) == sorted(set(names))
