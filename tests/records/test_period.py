import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records.period import PartialDate, Period, partial_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2026-06-30", dt.date(2026, 6, 30), dt.date(2026, 6, 30)),
    ],
)
def test_partial_date_means_all_its_days(text, first, last):
    date = PartialDate(text)
    assert (date.first_day(), date.last_day()) == (first, last)


@pytest.mark.parametrize("text", ["", "26", "2026-13", "2026-02-30", "June 2026", "2026-6"])
def test_other_shapes_are_refused(text):
    with pytest.raises(ValueError, match=f"^date '{text}': "):
        PartialDate(text)


def test_empty_field_is_no_date():
    assert partial_date("") is None
    assert partial_date(None) is None
    assert partial_date(" 2026 ") == PartialDate("2026")


def test_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="after its end"):
        Period(start=PartialDate("2027"), end=PartialDate("2026-12"))
    assert Period(start=PartialDate("2026-12"), end=PartialDate("2026")).start.year == 2026


@pytest.mark.parametrize(("start", "end"), [("2027", None), (None, "2026"), (None, None)])
def test_a_period_may_be_open_at_either_end(start, end):
    period = Period(start=partial_date(start), end=partial_date(end))
    assert (period.start, period.end) == (partial_date(start), partial_date(end))


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 1, 1)))
def test_cutting_a_date_widens_it(day):
    whole = PartialDate(day.isoformat())
    for cut in (4, 7):
        partial = PartialDate(day.isoformat()[:cut])
        assert partial.first_day() <= whole.first_day() <= whole.last_day() <= partial.last_day()
