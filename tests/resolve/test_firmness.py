from decimal import Decimal

import pytest

from graphbuild.records.claim import Status
from graphbuild.records.deal import Firmness, State
from graphbuild.records.instrument import instrument
from graphbuild.records.money import Measure, about, exact, undisclosed, up_to
from graphbuild.records.period import PartialDate
from graphbuild.resolve.firmness import split_amount

BN = Decimal("1e9")


def split(name, status, measure, amount, drawn=None, drawn_measure="drawn"):
    states = ()
    if drawn is not None:
        states = (
            State(
                measure=Measure(drawn_measure),
                amount=drawn,
                as_of=PartialDate("2026-06-30"),
                claim_id="clm-1",
            ),
        )
    return split_amount(instrument(name), Status(status), Measure(measure), amount, states)


def bounds(amount):
    return amount.low, amount.high


def test_a_signed_commitment_is_firm():
    found = split("cloud_contract", "signed", "committed", exact(38 * BN))
    assert found.firmness is Firmness.FIRM
    assert bounds(found.firm) == (38 * BN, 38 * BN)
    assert bounds(found.contingent) == bounds(found.headline) == (0, 0)


def test_an_undrawn_ceiling_is_contingent_whole():
    found = split("cloud_contract", "signed", "ceiling", up_to(Decimal("6.5e9")))
    assert found.firmness is Firmness.CONTINGENT
    assert bounds(found.contingent) == (0, Decimal("6.5e9"))
    assert bounds(found.firm) == (0, 0)


def test_what_is_drawn_of_a_ceiling_is_firm_and_the_rest_contingent():
    found = split("loan", "funded", "ceiling", up_to(Decimal("7.6e9")), exact(Decimal("3.19e9")))
    assert found.firmness is Firmness.FIRM
    assert bounds(found.firm) == (Decimal("3.19e9"), Decimal("3.19e9"))
    assert bounds(found.contingent) == (0, Decimal("4.41e9"))


def test_a_letter_of_intent_is_headline_whatever_its_size():
    found = split("equity", "announced", "ceiling", up_to(100 * BN))
    assert found.firmness is Firmness.HEADLINE
    assert bounds(found.headline) == (0, 100 * BN)


def test_a_signed_figure_of_unknown_state_is_headline():
    assert split("cloud_contract", "signed", "headline", about(10 * BN)).firmness == "headline"


def test_a_guarantee_is_contingent_though_signed_and_committed():
    found = split("guarantee", "signed", "committed", exact(BN), exact(Decimal(0)), "paid")
    assert found.firmness is Firmness.CONTINGENT
    assert bounds(found.contingent) == (0, BN)


@pytest.mark.parametrize("status", ["terminated", "expired"])
def test_an_ended_deal_has_no_money_anywhere(status):
    found = split("equity", status, "ceiling", up_to(100 * BN))
    columns = (found.firm, found.contingent, found.headline, found.past)
    assert all(bounds(column) == (0, 0) for column in columns)


@pytest.mark.parametrize(
    ("name", "measure"), [("revenue", "recognised"), ("holding", "value"), ("insider_sale", "paid")]
)
def test_what_happened_or_is_held_is_past(name, measure):
    assert split(name, "funded", measure, exact(BN)).firmness is Firmness.PAST


def test_a_balance_below_the_commitment_is_the_low_bound():
    found = split("loan", "funded", "committed", exact(Decimal("2.3e9")), exact(Decimal("1.3e9")))
    assert bounds(found.firm) == (Decimal("1.3e9"), Decimal("2.3e9"))


def test_an_undisclosed_commitment_stays_undisclosed():
    assert not split("lease", "signed", "committed", undisclosed()).firm.is_disclosed


def test_a_purchase_that_was_paid_is_past():
    assert split("purchase_commitment", "funded", "paid", exact(BN)).firmness is Firmness.PAST


def test_what_was_paid_of_a_purchase_does_not_lower_what_is_owed():
    found = split("cloud_contract", "signed", "committed", exact(38 * BN), exact(BN), "paid")
    assert bounds(found.firm) == (38 * BN, 38 * BN)
