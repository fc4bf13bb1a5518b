"""Investments by name in balance-sheet rows, of a fictional filer."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.investment_rows import find_investment_rows
from graphbuild.records.claim import Role
from tests.extract.papers import Paper

ROWS = """
    | December 31, 2025 | December 31, 2024
    Investment in Auburn Labs Limited (“Auburn”) (a) | $ 94,534 | $ 80,000
    Investment in Growth Fund II (“Growth fund”) (b) | 2,960,403 | 3,036,403
    Investment in a SAFE (c) | 1,000,000 | —
    Equity interest in Quill Robotics, Inc. | 250,000 | 250,000
    Investment in debt securities | 500,000 | 400,000
    Investments in joint ventures | 700,000 | 700,000
    Investment in Level 1 Securities | 800,000 | 700,000
    Investments in Affordable Housing Funds | 60,000 | 70,000
    Investment in Halcyon Compute, Inc. | 5 | 5
    Investment in Dormant Works LLC | — | 12
    Total | $ 5,504,937 | $ 4,466,403
    """


def told(
    rows: str, caption: str, *notes: str, heading: str = "", scale: int = 1
) -> list[tuple[str, int]]:
    paper = Paper()
    paper.table(rows, caption=caption, heading=heading, scale=scale)
    for note in notes:
        paper.say(note)
    claims = find_investment_rows(paper.document(), Context())
    return [(c.with_role(Role.TARGET)[0].name, int(c.amount.point or 0)) for c in claims]


def test_a_row_names_the_company_and_gives_its_latest_value() -> None:
    assert told(ROWS, "Investment securities were comprised of the following:") == [
        ("Auburn Labs Limited", 94_534),
        ("Growth Fund II", 2_960_403),
        ("Quill Robotics, Inc.", 250_000),
    ]


def test_a_footnote_says_whom_an_investment_without_a_name_is_in() -> None:
    note = "(c) We signed a simple agreement for future equity with Wicket Wave Inc. in May 2025."
    rows = "| December 31, 2025\nInvestment in a SAFE (c) | 1,000,000"
    assert told(rows, "Investments:", note) == [("Wicket Wave Inc.", 1_000_000)]
    two = note + " Pelican Cove Ltd. joined it."
    assert told(rows, "Investments:", two) == []


def test_a_row_may_put_the_name_before_the_security() -> None:
    rows = """
        | Cost | Carrying value
        Wicket Wave Inc., Series B preferred stock | $ 10 | $ 14
        Pelican Cove Ltd. | 3 | 4
        Marketable securities | 9 | 9
        """
    caption = "Our strategic investments consisted of the following (in millions):"
    assert told(rows, caption, scale=1_000_000) == [
        ("Wicket Wave Inc.", 14_000_000),
        ("Pelican Cove Ltd.", 4_000_000),
    ]


@pytest.mark.parametrize(
    ("caption", "heading"),
    [
        ("Revenue by customer as of December 31, 2025:", ""),
        ("Accounts receivable were as follows:", ""),
        ("Gains and losses on our strategic investments:", ""),
        ("Our strategic investments:", "Consolidated Statements of Cash Flows"),
        ("Our strategic investments as of December 31, 2023:", ""),
    ],
)
def test_other_tables_flows_and_other_dates_give_nothing(caption: str, heading: str) -> None:
    rows = "| Carrying value\nWicket Wave Inc. | $ 14"
    assert told(rows, caption, heading=heading) == []
