"""Equity holdings in investment notes of fictional filers."""
# ruff: noqa: E501 - a row of a table and a quoted sentence stand on one line, as in the filing

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
        Corporate debt securities | 18,504 | 51 | 18,526 | 16,455
        Publicly-held equity securities (1) | | | 381 | 381
        """,
        caption="The following is a summary of cash equivalents and marketable securities:",
    )
    assert told(paper) == [
        ("public-companies", 381_000_000, "Publicly-held equity securities (1) 381 381")
    ]


def test_the_end_of_a_rollforward_and_not_its_beginning() -> None:
    paper = Paper()
    paper.table(
        """
        | Year Ended
        | Dec 31, 2025 | Dec 31, 2024
        Balance at beginning of period | $ 1,321 | $ 288
        Net additions | 1,309 | 859
        Balance at end of period | $ 3,387 | $ 1,321
        """,
        caption="Adjustments to the carrying value of our non-marketable equity securities were as follows:",
    )
    assert told(paper) == [
        ("private-companies", 3_387_000_000, "Balance at end of period $ 3,387 $ 1,321")
    ]


def test_columns_that_are_kinds_of_equity() -> None:
    paper = Paper()
    paper.table(
        """
        | As of December 31, 2024 | | As of December 31, 2025
        | Marketable Equity Securities | Non-Marketable Equity Securities | Marketable Equity Securities | Non-Marketable Equity Securities | Total
        Total initial cost | 5 | 17 | 4 | 21 | 25
        Carrying value | $ 6 | $ 28 | $ 5 | $ 35 | $ 40
        """,
        caption="The carrying values for marketable and non-marketable equity securities:",
    )
    assert [(n, a) for n, a, _ in told(paper)] == [
        ("public-companies", 5_000_000),
        ("private-companies", 35_000_000),
    ]


def test_the_note_s_total_stands_before_a_line_among_others() -> None:
    paper = Paper()
    paper.table(
        "| December 31, 2025 | December 31, 2024\nNon-marketable equity securities | 6,018 | 6,000\nOther assets | 4 | 5",
    )
    paper.table(
        """
        | December 31, 2025 | December 31, 2024
        Initial cost | 6,342 | 6,389
        Carrying value | 6,018 | 6,083
        Non-marketable equity securities under equity method | 52 | 58
        Total non-marketable equity securities | $ 6,070 | $ 6,141
        """,
    )
    assert [(n, a) for n, a, _ in told(paper)] == [
        ("equity-method-investees", 52_000_000),
        ("private-companies", 6_070_000_000),
    ]


def test_gains_cash_flows_zeros_and_old_dates_give_nothing() -> None:
    paper = Paper()
    paper.table(
        "| Year Ended December 31, 2025\nUnrealized gains on marketable equity securities | 156"
    )
    paper.table("| December 31, 2025\nPublicly-held equity securities | \u2014")
    paper.table("| December 31, 2023\nPublicly-held equity securities | 225")
    assert told(paper) == []
