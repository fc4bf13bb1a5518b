"""Which rows of a debt note are debts, of how much, and which tables have none."""
# ruff: noqa: E501 - a row of a table and a quoted sentence stand on one line, as in the filing

from decimal import Decimal

import pytest

from graphbuild.records.money import Measure
from tests.extract.debts.debt_papers import claims, notes_in_labels, of_lenders, told
from tests.extract.papers import Paper


def test_rows_with_maturity_in_the_label_give_one_claim_each() -> None:
    assert told(notes_in_labels()) == [
        ("bond", "noteholders", 900_000_000, "2027"),
        ("convertible", "noteholders", 1_250_000_000, "2031"),
    ]


def test_a_claim_quotes_its_row_and_keeps_rate_and_date() -> None:
    paper = notes_in_labels()
    claim = claims(paper)[0]
    document = paper.document()
    assert claim.citation.quote == "3.10% Notes Due 2027 1.2 3.25% 900 900"
    assert document.text[claim.citation.start : claim.citation.end] == claim.citation.quote
    assert (claim.terms.rate, str(claim.agreed_on), claim.measure) == (
        "3.10%",
        "2026-01-25",
        Measure.OUTSTANDING,
    )


@pytest.mark.parametrize(
    ("caption", "lines"),
    [
        (
            "Future principal payments of long-term debt:",
            "2026 | $ 500\n2027 | 700\n2028 | 900\nThereafter | 100\nTotal debt | $ 2,200",
        ),
        (
            "Interest expense consisted of:",
            "| Three Months Ended June 30, 2025\n3.10% Notes Due 2027 | 12\nTotal interest expense on long-term debt | 12",
        ),
        (
            "Fair value hierarchy:",
            "| Level | Dec 31, 2025\n3.10% Notes Due 2027 | Level 2 | $ 880\nTotal notes | | $ 880",
        ),
        (
            "Our loans receivable:",
            "| Dec 31, 2025\nLoans receivable from customers | $ 880\nTotal loans, net | $ 880",
        ),
        (
            "Our loan portfolio:",
            "| Dec 31, 2025\nCommercial loans | $ 880\nMortgage loans | 90\nTotal loans | $ 970",
        ),
        (
            "Consolidated schedule of investments:",
            "| Principal | Amortized Cost\nQuarry, Inc. first lien term loan | $ 80 | $ 79\nTotal term loans | $ 80 | $ 79",
        ),
        (
            "Balance sheet",
            "| Dec 31, 2025\nNotes payable | 90\nLong-term debt, net | 700\nTotal liabilities | 790",
        ),
    ],
)
def test_tables_that_are_no_debt_rows_give_nothing(caption: str, lines: str) -> None:
    paper = Paper()
    paper.table(lines, caption=caption)
    assert claims(paper) == []


def test_the_same_table_twice_gives_its_rows_once() -> None:
    paper = notes_in_labels()
    again = notes_in_labels().tables[0]
    lines = "\n".join(" | ".join(c.text for c in row.cells) for row in again.rows)
    assert "Notes Due 2027" in lines
    paper.tables.append(again)
    assert len(claims(paper)) == 2


def test_amounts_are_scaled_exactly() -> None:
    paper = Paper()
    paper.table(
        "| December 31, 2025\nTerm loan due 2028 | 6,253.5\nTotal debt | 6,253.5", scale=1_000
    )
    assert claims(paper)[0].amount.point == Decimal("6253500.0")


def test_a_zero_row_ends_only_where_a_sentence_says_so() -> None:
    paper = notes_in_labels()
    assert "2025" not in {end for *_, end in told(paper)}
    paper.say("In fiscal year 2026, we repaid the 0.55% Notes Due 2025.")
    (ended,) = [c for c in claims(paper) if c.status.value == "terminated"]
    assert (ended.amount.point, ended.measure.value, str(ended.ends_on)) == (
        700_000_000,
        "paid",
        "2025",
    )
    assert ended.citation.quote.endswith("$ 700")


def test_the_heading_of_the_notes_does_not_make_a_balance_a_flow() -> None:
    paper = Paper()
    paper.table(
        "| December 31, 2025\n3.10% Notes Due 2027 | 900\nTotal debt | 900",
        heading="Notes to Financial Statements for the Year Ended December 31, 2025",
    )
    assert len(claims(paper)) == 1


def test_a_sum_before_a_reclassification_is_no_loan() -> None:
    paper = of_lenders(
        "Term loan | 8.0% | 2029 | 6,000 | —",
        "Notes payable, prior to reclassification to current || | 46,000 | 50,000",
    )
    assert [row[2] for row in told(paper)] == [6_000_000]


def test_a_row_with_its_own_terms_counts_whatever_is_netted_from_it() -> None:
    paper = of_lenders(
        "4.75% Senior Notes due 2031, including unamortized premium of $12 | 4.75% | 2031 | 7,024 | 7,034",
        "Notes payable, net of unamortized discount || | 39,000 | 42,000",
    )
    assert [row[:3] for row in told(paper)] == [("bond", "noteholders", 7_024_000)]


def test_figures_too_small_for_dollars_make_no_claim_where_nothing_tells_their_unit() -> None:
    paper = Paper(period_end="2026-06-30")
    rows = """
        | Interest Rate | June 30, 2026 | December 31, 2025
        Term loan B | 8.60% | $ 859 | $ 866
        Secured Notes | 8.63% | 1,200 | 1,200
        Total debt || 2,059 | 2,066
        """
    paper.table(rows, caption="Long-Term Debt", scale=1)
    assert told(paper) == []
    known = Paper(period_end="2026-06-30")
    known.table(rows, caption="Long-Term Debt (in millions)")
    assert [row[2] for row in told(known)] == [859_000_000, 1_200_000_000]
