"""Leases signed and not begun, of fictional filers."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.trade.leases_to_come import find_leases_to_come
from tests.extract.papers import Paper


def come(*sentences: str) -> list[tuple[int, str, str]]:
    paper = Paper()
    paper.say(*sentences)
    return [
        (int(c.amount.point or 0), c.amount.qualifier.value, c.citation.quote)
        for c in find_leases_to_come(paper.document(), Context())
    ]


def test_two_sums_of_one_date_are_two_claims() -> None:
    text = (
        "Our data hall leases that have not yet commenced carry short-term and long-term "
        "payments of $640 million and $5.2 billion."
    )
    assert come(text) == [(640_000_000, "exact", text), (5_200_000_000, "exact", text)]


def test_two_dates_respectively_leave_the_later_sum() -> None:
    text = (
        "As of December 31, 2025 and December 31, 2024, leases that have not yet "
        "commenced were about $9.0 billion "
        "and $4.0 billion, respectively."
    )
    assert [a for a, _, _ in come(text)] == [9_000_000_000]


def test_the_next_sentence_may_say_that_they_have_not_begun() -> None:
    first = "Our operating lease commitments rose to $36.2 billion as of August 31, 2025."
    second = (
        "Our operating lease commitments are generally expected to commence between 2026 and 2027."
    )
    assert come(first, second) == [(36_200_000_000, "exact", first)]


@pytest.mark.parametrize(
    "text",
    [
        "We recorded expenses of approximately $480 million for terminating leases not yet "
        "commenced.",
        "We have leases that have not yet commenced.",
        "Construction is expected to commence in 2026 at a cost of $2 billion.",
        "The lease has not yet commenced; rent will be $1.4 million per month.",
    ],
)
def test_no_sum_of_leases_to_come(text: str) -> None:
    assert come(text) == []
