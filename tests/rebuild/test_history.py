"""What a deal was known to be, date by date."""

from decimal import Decimal

import pytest

from graphbuild.rebuild.history import deal_history
from graphbuild.records.money import Amount, Qualifier, between, up_to
from tests.factories import claim, usd
from tests.rebuild.test_counting import world_of


def told(*claims):
    world, resolution = world_of(*claims)
    return [event.effect for event in deal_history(world, resolution.deals[0])]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (usd(250), "USD 250 (exact, committed)"),
        (up_to(Decimal(250)), "USD 250 (up_to, committed)"),
        (between(Decimal(100), Decimal(250)), "USD 100 to 250 (range, committed)"),
        (
            Amount(low=Decimal(100), high=None, qualifier=Qualifier.AT_LEAST),
            "USD 100 or more (at_least, committed)",
        ),
        (None, "no figure"),
    ],
)
def test_a_deal_is_first_known_with_its_figure_as_it_was_told(amount, words):
    (effect,) = told(claim("a", "b", "loan", amount))
    assert effect.startswith(f"first known: {words}, signed, ")


def test_a_changed_figure_is_told_from_the_old_one_to_the_new_one():
    row = {"deal_key": "x", "document": "row"}
    events = told(
        claim("a", "b", "loan", usd(100), known_on="2025-01-02", agreed_on="2025-01-01", **row),
        claim("a", "b", "loan", usd(250), known_on="2025-06-02", agreed_on="2025-06-01", **row),
    )
    assert len(events) == 2
    assert "USD 100 (exact, committed) -> USD 250 (exact, committed)" in events[1]
