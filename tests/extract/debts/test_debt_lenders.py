"""Whom the rows of a debt note name as lender."""

from dataclasses import replace

from graphbuild.extract.base import Context
from graphbuild.extract.debts.debt_tables import find_debt_rows
from graphbuild.records.claim import Role
from tests.extract.debts.debt_papers import claims, of_lenders, told
from tests.extract.papers import Paper


def test_a_known_lender_is_named_but_the_filer_is_not_its_own() -> None:
    paper = Paper("Orchard Data Corp.")
    paper.table(
        """
        || December 31, 2025
        Quill Line of Credit | 8.50% | 174,500
        Orchard Term Loan | 7.00% | 1,000
        Total loans outstanding || $ 175,500
        """,
        scale=1_000,
    )
    sources = [c.with_role(Role.SOURCE)[0] for c in claims(paper, frozenset({"Quill", "Orchard"}))]
    assert [(s.name, s.is_unnamed) for s in sources] == [("Quill", False), ("lenders", True)]


def test_a_row_names_the_lender_whose_name_its_first_word_begins() -> None:
    paper = Paper(period_end="2026-06-30")
    paper.table(
        """
        | Maturity Date | Rate | June 30, 2026 | Dec 31, 2025
        ||| (In thousands)
        Ashgrove Line of Credit | Not specified | 8.50% | $ 174,500 | $ 50,000
        Quarry Promissory Note | May 2027 | 5.00% | 9,000 | —
        Polaris Loan | May 2028 | 6.00% | 7,000 | 8,000
        Total debt ||| $ 190,500 | $ 58,000
        """,
        caption="Our loans were as follows:",
    )
    document = paper.document()
    text = document.text + "We agreed with Ashgrove Credit, Inc. Our Polaris Site LLC is new."
    document = replace(document, text=text)
    context = Context(names=frozenset({"Quarry Group"}), kinds={"Quarry Group": "asset_manager"})
    found = {c.with_role(Role.SOURCE)[0].name for c in find_debt_rows(document, context)}
    assert found == {"Ashgrove Credit, Inc.", "Quarry", "lenders"}


def test_rows_named_after_their_lenders_name_them_and_are_loans() -> None:
    paper = of_lenders(
        "Alderline note | 5.0% | 2027 | 12,000 | 13,000",
        "Quarrow loan | 5.5% | 2027 | 9,000 | 10,000",
        "Quarrow Ellenfield loan | 5.5% | 2028 | 8,000 | 9,000",
        "Harrowgate take-back loan | 8.0% | 2029 | 7,000 | —",
        "First Tamarind Insurance financing | 7.0% | 2026 | 6,000 | —",
        "Stockholder loan | 10.0% | 2026 | 4,000 | 4,000",
        "Secured Notes | 12.5% | 2028 | 3,000 | —",
    )
    assert [row[:3] for row in told(paper)] == [
        ("loan", "Alderline", 12_000_000),
        ("loan", "Quarrow", 9_000_000),
        ("loan", "Quarrow", 8_000_000),
        ("loan", "Harrowgate", 7_000_000),
        ("loan", "First Tamarind Insurance", 6_000_000),
        ("loan", "lenders", 4_000_000),
        ("bond", "noteholders", 3_000_000),
    ]


def test_a_row_or_two_called_after_a_town_name_no_lender() -> None:
    paper = of_lenders(
        "Ellenfield loan | 5.5% | 2027 | 9,000 | 10,000",
        "Jamesbury loan | 8.0% | 2029 | 7,000 | —",
        "Term loan | 8.0% | 2029 | 6,000 | —",
    )
    assert {row[1] for row in told(paper)} == {"lenders"}


def test_rows_told_by_date_alone_are_loans_under_a_heading_of_facilities() -> None:
    paper = of_lenders(
        "Construction Facilities |||",
        "June 2024, fixed rate 6.14%, due March 2028 | 6.14% | 2028 | 20,385 | 20,705",
        "Financing lease liabilities ||| 12,000 | 13,000",
    )
    assert [row[:3] for row in told(paper)] == [("loan", "lenders", 20_385_000)]
