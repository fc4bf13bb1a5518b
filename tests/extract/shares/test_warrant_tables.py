"""Tables of warrants' activity of fictional filers."""

from graphbuild.extract.base import Context
from graphbuild.extract.shares.warrant_tables import find_warrants_outstanding
from tests.extract.papers import Paper

SUMMARY = "A summary of the Company's stock warrant activity is as follows:"


def told(rows: str, caption: str = SUMMARY) -> list[str]:
    paper = Paper(kind="10-Q")
    paper.table(rows, caption=caption, scale=1)
    claims = find_warrants_outstanding(paper.document(), Context())
    return [" ".join(c.citation.quote.split()) for c in claims]


def test_the_latest_balance_is_what_is_outstanding() -> None:
    (quote,) = told(
        """
        | Number of Warrants | Weighted Average Exercise Price
        Outstanding as of December 31, 2025 | 324,375 | $ 25.00
        Issued | 10,000 | 20.00
        Outstanding as of June 30, 2026 | 334,375 | $ 24.85
        """
    )
    assert quote.startswith("Outstanding as of June 30, 2026")


def test_balances_without_dates_go_by_their_order() -> None:
    (quote,) = told(
        """
        | Warrants | Exercise Price
        Balance, beginning of period | 1,200,000 | $ 11.50
        Exercised | (200,000) | 11.50
        Balance, end of period | 1,000,000 | $ 11.50
        """,
        caption="The following table presents the changes in public warrants:",
    )
    assert quote.startswith("Balance, end of period")


def test_options_values_warranties_and_none_left_give_no_claim() -> None:
    rows = """
    | Number | Price
    Outstanding as of December 31, 2025 | 324,375 | $ 25.00
    Outstanding as of June 30, 2026 | 324,375 | $ 25.00
    """
    assert told(rows, "A summary of stock option and warrant activity is as follows:") == []
    assert told(rows, "Changes in the fair value of the warrants were as follows:") == []
    assert told(rows, "The product warranty activity consisted of the following:") == []
    assert told(rows.replace("2026 | 324,375", "2026 | —")) == []
    assert told(rows.splitlines()[2]) == []
