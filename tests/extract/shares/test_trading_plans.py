"""Plans of directors and officers to sell shares, in sentences and tables of fictional filers."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.shares.trading_plan_tables import find_plan_tables
from graphbuild.extract.shares.trading_plans import find_trading_plans
from graphbuild.records.claim import Claim, Role
from tests.extract.papers import Paper
from tests.extract.writing import filing

CAPTION = "Officers adopted or ended these Rule 10b5-1 trading arrangements in the quarter:"


def brief(claim: Claim) -> tuple[str, str, str]:
    """Whose plan it is, what was done, and when."""
    (insider,) = (p.name for p in claim.parties if p.role is Role.TARGET)
    return insider, claim.status.value, str(claim.agreed_on)


def told(*paragraphs: str) -> list[tuple[str, str, str]]:
    return [brief(c) for c in find_trading_plans(filing(*paragraphs), Context())]


def tabled(rows: str, caption: str = CAPTION) -> list[tuple[str, str, str]]:
    paper = Paper(kind="10-Q")
    paper.table(rows, caption=caption, scale=1)
    return [brief(c) for c in find_plan_tables(paper.document(), Context())]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "On May 6, 2026, Ada Quill, CEO Worldwide Harbor Stores, adopted a trading plan to sell"
            " up to 9,000 shares.",
            [("Ada Quill", "announced", "2026-05-06")],
        ),
        (
            "Tomas Roe, one of our directors, terminated his 10b5-1 plan"
            " for the sale of 400 shares on May 7, 2026.",
            [("Tomas Roe", "terminated", "2026-05-07")],
        ),
        (
            "A Rule 10b5-1 trading plan was adopted by Ada Quill, our CFO, on June 2, 2026, and"
            " covers the sale of 900 shares.",
            [("Ada Quill", "announced", "2026-06-02")],
        ),
        (
            "On June 3, 2026, our Chief Executive Officer, Ada M. Quill, and our General Counsel,"
            " Tomas de la Roe, each entered into a 10b5-1 trading plan to sell shares.",
            [
                ("Ada M. Quill", "announced", "2026-06-03"),
                ("Tomas de la Roe", "announced", "2026-06-03"),
            ],
        ),
        (
            "Ms. Quill terminated her trading plan on May 1, 2026 and adopted a new Rule 10b5-1"
            " trading plan on June 4, 2026 to sell 3,000 shares; Ada Quill is our CFO.",
            [("Ada Quill", "terminated", "2026-05-01"), ("Ada Quill", "announced", "2026-06-04")],
        ),
        (
            "No director or officer adopted a Rule 10b5-1 trading plan for sales of shares, except"
            " that on May 6, 2026 Ada Quill, our CFO, adopted a Rule 10b5-1 trading plan.",
            [("Ada Quill", "announced", "2026-05-06")],
        ),
        (
            "On June 2, 2026, Mark T. Osei, Ph.D., a director, cancelled a trading arrangement"
            " adopted on March 3, 2025 for the sale of 400 shares.",
            [("Mark T. Osei", "terminated", "2026-06-02")],
        ),
    ],
)
def test_a_plan_of_an_insider_is_a_sale_announced(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence) == expected


def test_the_plan_of_somebody_may_be_told_to_have_ended() -> None:
    words = (
        "On May 5, 2026, Ada Quill’s trading plan to sell shares under Rule 10b5-1 was cancelled."
    )
    assert told(words) == [("Ada Quill", "terminated", "2026-05-05")]


def test_a_list_goes_on_with_what_the_words_before_it_say() -> None:
    items = (
        "•Ada Quill, our CFO, on May 6, 2026, up to 900 shares.",
        "•Tomas Roe, director, on May 7, 2026, up to 80 shares.",
        "Sales end on May 9, 2027.",
        "Mark Osei, our CTO, joined us on May 8, 2026.",
    )
    assert told("These officers adopted Rule 10b5-1 trading plans to sell shares:", *items) == [
        ("Ada Quill", "announced", "2026-05-06"),
        ("Tomas Roe", "announced", "2026-05-07"),
    ]
    assert told("These officers adopted or ended a Rule 10b5-1 plan to sell shares.", *items) == []


def test_shares_of_a_plan_may_follow_a_sentence_later_and_dollars_are_a_ceiling() -> None:
    (claim,) = find_trading_plans(
        filing(
            "On May 6, 2026, Ada Quill, our CFO, adopted a trading plan for sales of up to $1.2"
            " million worth of shares. The plan covers 12,000 shares."
        ),
        Context(),
    )
    assert claim.amount.point == 1_200_000
    assert claim.amount.qualifier.value == "up_to"
    assert "12,000 shares" in claim.note


@pytest.mark.parametrize(
    "sentence",
    [
        "No director or officer adopted or terminated a Rule 10b5-1 trading arrangement to sell.",
        "None of our officers, including Ada Quill, adopted a 10b5-1 trading plan to sell shares.",
        "The Company entered into a Rule 10b5-1 trading plan to repurchase shares it had sold.",
        "Ada Quill, our CFO, adopted a Rule 10b5-1 trading plan to purchase up to 4,000 shares.",
        "Harbor Compute adopted a Rule 10b5-1 trading plan to sell shares of Lumen Robotics.",
        "Ada Quill, our CFO, may adopt or may have adopted trading plans to sell shares.",
        "Our officers adopted, modified or terminated these 10b5-1 trading plans to sell shares:",
        "Ada Quill, our CFO, adopted a Rule 10b5-1 trading plan.",
    ],
)
def test_denials_and_plans_of_others_are_none(sentence: str) -> None:
    assert told(sentence) == []


def test_a_row_tells_what_was_done_by_its_own_word() -> None:
    assert tabled(
        """
        Name | Title of Officer | Action | Date | Shares to be Sold | Expiration Date
        Ada Quill | Chair and President | Adoption | May 6, 2026 | 9,000 | July 1, 2027
        Tomas Roe (1) | Director | Termination | May 7, 2026 | 400* | N/A
        """
    ) == [("Ada Quill", "announced", "2026-05-06"), ("Tomas Roe", "terminated", "2026-05-07")]


def test_a_row_tells_what_was_done_by_the_head_over_its_day() -> None:
    assert tabled(
        """
        Name and Title | Plan Adoption Date | Plan Expiration Date | Securities to be Sold
        Ada Quill, Chief Financial Officer | May 6, 2026 | July 1, 2027 | 9,000
        """,
        caption="These trading plans are meant to satisfy Rule 10b5-1(c):",
    ) == [("Ada Quill", "announced", "2026-05-06")]


def test_rows_of_purchases_and_of_other_tables_are_none() -> None:
    assert not tabled(
        """
        Name | Action | Date | Shares to be Purchased
        Ada Quill | Adoption | May 6, 2026 | 9,000
        """,
        caption="Trading plans under Rule 10b5-1 for the purchase or sale of shares:",
    )
    assert not tabled(
        """
        Name | Action | Date | Shares
        Ada Quill | Adoption | May 6, 2026 | 9,000
        """,
        caption="Options granted and shares sold:",
    )


@pytest.mark.parametrize(
    ("told_end", "end"),
    [
        ("over a period ending on June 9, 2027.", "2027-06-09"),
        ("between August 3, 2026 and June 9, 2027.", "2027-06-09"),
        ("in equal parts. The plan is effective until June 9, 2027.", "2027-06-09"),
        ("in equal parts. Its expiration date is June 9, 2027.", "2027-06-09"),
        ("in equal parts. It will terminate on the earlier of June 9, 2027 and the sale of all "
         "shares.", "2027-06-09"),
        ("in equal parts, the first on June 9, 2027.", "None"),
    ],
)  # fmt: skip
def test_a_plan_ends_when_its_sentence_or_the_next_says_so(told_end: str, end: str):
    text = (
        "On May 6, 2026, Ada Quill, CEO Worldwide Harbor Stores, adopted a trading plan to sell up "
        f"to 9,000 shares {told_end}"
    )
    (claim,) = find_trading_plans(filing(text), Context())
    assert str(claim.ends_on) == end


def test_a_plan_that_was_terminated_has_no_end_to_come():
    text = (
        "On May 6, 2026, Tomas Roe, one of our directors, terminated a trading plan to sell shares"
        " that was to expire on June 9, 2027."
    )
    assert [str(c.ends_on) for c in find_trading_plans(filing(text), Context())] == ["None"]


def test_a_table_tells_the_end_in_the_column_of_expiries():
    paper = Paper(kind="10-Q")
    paper.table(
        """
        Name | Action | Date | Shares to be sold | Expiration
        Ada Quill | Adoption | May 6, 2026 | 9,000 | June 9, 2027
        """,
        caption=CAPTION,
        scale=1,
    )
    (claim,) = find_plan_tables(paper.document(), Context())
    assert str(claim.ends_on) == "2027-06-09"
