"""Dates without a year, counted back from the day of a report."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.grammar.told_dates import find_told, told_of

DAY = dt.date(2026, 2, 11)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("in September", "2025-09"), ("in early January", "2026-01"), ("on May 11", "2025-05-11"),
        ("last month", "2026-01"), ("last year", "2025"), ("earlier this year", "2026"),
        ("seven months ago", "2025-07"), ("last November", "2025-11"), ("a year ago", "2025"),
        ("in February", "2026-02"), ("the March IPO", "2025-03"), ("since October 3", "2025-10-03"),
    ],
)  # fmt: skip
def test_words_are_counted_back_from_the_report(text: str, date: str):
    (told,) = find_told(f"It raised cash {text}.", DAY)
    assert str(told.date) == date


@pytest.mark.parametrize(
    "text",
    [
        "It raised cash in May 2024.",
        "It may raise cash.",
        "It will raise cash in May.",
        "It expects cash in May.",
        "It was worth less in May.",
        "It was founded last year.",
        "It was founded in September.",
        "It raised cash by May.",
        "It raised cash on May 4, 2025.",
        "It is due in September.",
    ],
)
def test_full_dates_plans_and_other_events_are_left_alone(text: str):
    assert not find_told(text, DAY)


def test_a_span_of_months_is_no_date():
    text = "It sold bonds for $5 million between June and December."
    start = text.index("$5")
    assert told_of(text, DAY, start, start + 10) is None


def test_a_date_behind_and_is_of_what_follows():
    text = "In October it sold shares for $5 million and between June and August, it sold bonds."
    start = text.index("$5")
    assert str(told_of(text, DAY, start, start + 10)) == "2025-10"


def test_the_last_of_a_list_has_the_date_of_the_first():
    text = "In April it raised $5 million from Alder, Birch, and Corvid."
    start = text.index("Corvid")
    assert str(told_of(text, DAY, start, start + 6, over_sums=True)) == "2025-04"


@given(st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31)), st.sampled_from("JFMASOND"))
def test_a_month_is_never_after_the_report(day: dt.date, letter: str):
    names = {"J": "June", "F": "February", "M": "March", "A": "April", "S": "September"}
    names |= {"O": "October", "N": "November", "D": "December"}
    (told,) = find_told(f"It raised cash in {names[letter]}.", day)
    assert told.date is not None
    assert told.date.first_day() <= day
    assert (day - told.date.first_day()).days <= 366
