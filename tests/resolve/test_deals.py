from decimal import Decimal

import pytest

from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("a"), entity("b"))


def period(**fields):
    (deal,) = resolve_claims([claim("a", "b", "lease", usd(1), **fields)], Registry(ENTITIES)).deals
    return str(deal.period.start), str(deal.period.end)


@pytest.mark.parametrize(
    ("agreed_on", "years", "end"),
    [
        ("2025-03-10", "5", "2030-03-09"),
        ("2025-10", "5", "2030-09"),
        ("2025-10", "4.4", "2030-02"),
        ("2027", "5", "2031"),
        ("2027", "2.5", "2029"),
        ("2026-11-30", "0.25", "2027-02-27"),
    ],
)
def test_a_term_ends_as_precisely_as_it_starts(agreed_on, years, end):
    assert period(agreed_on=agreed_on, deal_key="k", term_years=Decimal(years)) == (agreed_on, end)


def test_a_stated_end_beats_a_term():
    assert period(ends_on="2031", deal_key="k", term_years=Decimal(5))[1] == "2031"


def test_a_claim_dated_after_its_end_has_no_start():
    assert period(agreed_on="2026-06-30", ends_on="2025") == ("None", "2025")
