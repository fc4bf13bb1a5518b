"""Headers, sections and dates of tables."""

import pytest

from graphbuild.extract.tables.columns import (
    body_rows,
    currency_of,
    find_date,
    find_dates,
    is_span,
    last_date,
    latest,
)
from tests.extract.papers import Paper


def test_two_header_rows_give_full_dates() -> None:
    paper = Paper()
    paper.table(
        """
        | As of December 31, | |
        | Coupon | 2024 | 2025
        Debt
        2016 Notes issuance | 2.00% | 1,000 | 900
        """
    )
    (row,) = body_rows(paper.tables[0])
    assert row.section == "Debt"
    assert [str(row.date_of(f)) for f in row.read.money] == ["2024-12-31", "2025-12-31"]
    assert [f.value for f in latest(row, row.read.money)] == [900]


def test_a_header_further_down_replaces_the_first() -> None:
    paper = Paper()
    paper.table(
        """
        | Dec 31, 2025
        Notes | 5
        | Dec 31, 2024
        Notes | 7
        """
    )
    assert [str(r.date_of(r.read.figures[0])) for r in body_rows(paper.tables[0])] == [
        "2025-12-31",
        "2024-12-31",
    ]


def test_undated_columns_are_all_kept() -> None:
    paper = Paper()
    paper.table("| Operating | Finance\nTotal | 5 | 7")
    (row,) = body_rows(paper.tables[0])
    assert [f.value for f in latest(row, row.read.money)] == [5, 7]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Jan 26, 2025", ["2025-01-26"]),
        ("December 30,2023", ["2023-12-30"]),
        ("August 31, 2024 and May 31, 2024", ["2024-08-31", "2024-05-31"]),
        ("Aug-26 to Mar-27", ["2026-08", "2027-03"]),
        ("June 2026-June 2035", ["2026-06", "2035-06"]),
        ("2034 - 2044", ["2034", "2044"]),
        ("12/31/2024", ["2024-12-31"]),
        ("February 30, 2024", ["2024"]),
        ("Level 1", []),
    ],
)
def test_dates_at_their_precision(text: str, dates: list[str]) -> None:
    assert [str(date) for date in find_dates(text)] == dates
    assert str(find_date(text)) == (dates[0] if dates else "None")


def test_the_end_of_a_range_is_its_latest_date() -> None:
    assert str(last_date("2025 - 2060")) == "2060"
    assert last_date("Not specified") is None


def test_stretches_of_time_are_no_balance_dates() -> None:
    assert is_span("Three Months Ended June 30, 2025")
    assert not is_span("As of June 30, 2025")


@pytest.mark.parametrize(
    ("caption", "head", "cell", "currency"),
    [
        ("(in millions)", "2025", "$ 900", "USD"),
        ("(in thousands of Canadian dollars)", "2025", "900", "CAD"),
        ("(in millions)", "2025 RMB", "900", "CNY"),
        ("(in thousands of euros)", "2025 US$", "900", "USD"),
        ("(in thousands)", "2025", "€ 900", "EUR"),
    ],
)
def test_the_currency_of_a_figure(caption: str, head: str, cell: str, currency: str) -> None:
    paper = Paper()
    paper.table(f"| {head}\nTerm loan | {cell}", caption=caption)
    (row,) = body_rows(paper.tables[0])
    assert currency_of(row, row.read.figures[0], paper.tables[0]) == currency
