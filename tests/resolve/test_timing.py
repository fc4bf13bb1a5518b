import datetime as dt

import pytest

from graphbuild.resolve.timing import Span, event_span, is_event
from tests.factories import claim, usd


def span(agreed_on, known_on, measure="committed"):
    return event_span(
        claim("a", "b", "loan", usd(5), agreed_on=agreed_on, known_on=known_on, measure=measure)
    )


def days(first, last=None, **fields):
    ordinals = [dt.date.fromisoformat(day).toordinal() for day in (first, last or first)]
    return Span(*ordinals, **fields)


@pytest.mark.parametrize(
    ("agreed_on", "known_on", "answer"),
    [
        ("2025-05-07", "2025-05-09", days("2025-05-07")),
        ("2025-05", "2025-05-09", days("2025-05-01", "2025-05-09")),
        ("2025-05", "2025-06-10", days("2025-05-01", "2025-05-31")),
        (None, "2025-05-09", days("2025-05-09", is_guessed=True)),
        ("2025-05-07", "2026-02-20", days("2025-05-07")),  # an annual report tells it again
        ("2025-06-30", "2025-08-12", None),  # a balance sheet
        ("2025-07-27", "2025-08-28", None),  # the end of a year of 52 weeks
        ("2025-05", "2026-02-20", None),
        ("2025", "2025-05-09", None),
        (None, None, None),
    ],
)
def test_a_claim_tells_of_an_event_within_days(agreed_on, known_on, answer):
    assert span(agreed_on, known_on) == answer


def test_a_balance_told_again_or_undated_is_no_event():
    assert span("2025-05-07", "2026-02-20", "outstanding") is None
    assert span(None, "2026-02-20", "outstanding") is None


def test_spans_that_touch_are_no_days_apart():
    month = days("2025-05-01", "2025-05-31")
    assert month.days_to(days("2025-05-07")) == 0
    assert month.days_to(days("2025-06-05")) == days("2025-06-05").days_to(month) == 5


def test_only_a_day_told_within_days_is_an_event_to_the_day():
    assert is_event(claim("a", "b", agreed_on="2025-05-07", known_on="2025-05-09"))
    assert not is_event(claim("a", "b", agreed_on="2025-05", known_on="2025-05-09"))
    assert not is_event(claim("a", "b", agreed_on="2025-05-07", known_on="2026-02-20"))
