"""Equity holdings in investment notes of fictional filers."""

from graphbuild.extract.base import Context
from graphbuild.extract.tables.holdings_tables import find_holdings
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(paper: Paper) -> list[tuple[str, int, str]]:
    return [
        (c.with_role(Role.TARGET)[0].name, int(c.amount.point or 0), c.citation.quote)
        for c in find_holdings(paper.document(), Context())
    ]


def test_publicly_held_equity_takes_fair_value_not_gains() -> None:
    paper = Paper()
    paper.table(
        """
        | Dec 31, 2025
        | Amortized Cost | Unrealized Gain | Estimated Fair Value | Marketable Securities
        Corporate debt securities | 14,220 | 37 | 14,257 | 12,908
        Publicly-held equity securities (1) | | | 263 | 263
        """,
        caption="Our cash equivalents and marketable securities were:",
    )
    assert told(paper) == [
        ("public-companies", 263_000_000, "Publicly-held equity securities (1) 263 263")
    ]


def test_the_end_of_a_rollforward_and_not_its_beginning() -> None:
    paper = Paper()
    paper.table(
        """
        | Year Ended
        | Dec 31, 2025 | Dec 31, 2024
        Balance at beginning of period | $ 1,640 | $ 415
        Net additions | 1,105 | 1,225
        Balance at end of period | $ 2,745 | $ 1,640
        """,
        caption="Carrying value of our non-marketable equity securities, and how it moved:",
    )
    assert told(paper) == [
        ("private-companies", 2_745_000_000, "Balance at end of period $ 2,745 $ 1,640")
    ]


def test_columns_that_are_kinds_of_equity() -> None:
    paper = Paper()
    paper.table(
        """
        | As of December 31, 2024 | | As of December 31, 2025
        | Marketable Equity Securities (1) | Non-Marketable Equity Securities | Marketable Equity Securities (1) | Non-Marketable Equity Securities | Total
        Cost | 8 | 14 | 6 | 23 | 29
        Carrying value | $ 9 | $ 19 | $ 7 | $ 31 | $ 38
        """,  # noqa: E501 - a row of a table stands on one line
        caption="What our equity securities, marketable or not, are carried at:",
    )
    assert [(n, a) for n, a, _ in told(paper)] == [
        ("public-companies", 7_000_000),
        ("private-companies", 31_000_000),
    ]


def test_the_note_s_total_stands_before_a_line_among_others() -> None:
    paper = Paper()
    paper.table(
        "| December 31, 2025 | December 31, 2024\n"
        "Non-marketable equity securities | 4,712 | 4,690\nOther assets | 4 | 5",
    )
    paper.table(
        """
        | December 31, 2025 | December 31, 2024
        Initial cost | 4,955 | 5,020
        Carrying value | 4,712 | 4,738
        Non-marketable equity securities under equity method | 44 | 61
        Total non-marketable equity securities | $ 4,756 | $ 4,799
        """,
    )
    assert [(n, a) for n, a, _ in told(paper)] == [
        ("equity-method-investees", 44_000_000),
        ("private-companies", 4_756_000_000),
    ]


def test_gains_cash_flows_zeros_and_old_dates_give_nothing() -> None:
    paper = Paper()
    paper.table(
        "| Year Ended December 31, 2025\nUnrealized gains on marketable equity securities | 156"
    )
    paper.table("| December 31, 2025\nPublicly-held equity securities | \u2014")
    paper.table("| December 31, 2023\nPublicly-held equity securities | 225")
    assert told(paper) == []


def test_what_is_carried_by_kind_is_told_once_beside_a_row_of_one_kind() -> None:
    paper = Paper()
    paper.table(
        """
        | Marketable Equity Securities | Non-Marketable Equity Securities | Total
        Publicly-held equity securities | 5 | 6 | 11
        Carrying value | $ 7 | $ 31 | $ 38
        """,
        caption="What our equity securities, marketable or not, are carried at:",
    )
    assert [(n, a) for n, a, _ in told(paper)] == [
        ("public-companies", 7_000_000),
        ("private-companies", 31_000_000),
    ]
