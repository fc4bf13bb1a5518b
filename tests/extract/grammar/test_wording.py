"""How far a deal has come, by the words around its verb."""

from decimal import Decimal

import pytest

from graphbuild.extract.grammar.wording import (
    debt_instrument,
    is_conditional,
    is_ended,
    measure_of,
    status_of,
)
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure, exact, up_to


@pytest.mark.parametrize(
    ("auxiliary", "status"),
    [
        ("is in talks to ", Status.RUMOURED),
        ("is planning to ", Status.RUMOURED),
        ("may ", Status.RUMOURED),
        ("has agreed to ", Status.SIGNED),
        ("signed a deal to ", Status.SIGNED),
        ("will ", Status.ANNOUNCED),
        ("to ", Status.ANNOUNCED),
        ("has ", Status.FUNDED),
        ("", Status.FUNDED),
        ("has not ", None),
        ("denied ", None),
    ],
)
def test_auxiliary_words_decide_the_status_in_the_news(auxiliary, status):
    assert status_of(auxiliary, "", Status.FUNDED, is_news=True) is status


def test_may_and_could_say_nothing_in_a_filing():
    assert status_of("may ", "", Status.FUNDED, is_news=False) is None
    assert status_of("could ", "", Status.FUNDED, is_news=False) is None


def test_a_filings_will_is_an_agreement():
    assert status_of("will ", "", Status.FUNDED, is_news=False) is Status.SIGNED


def test_people_familiar_make_it_a_rumour_unless_it_is_agreed():
    sentence = "according to people familiar with the matter"
    assert status_of("is ", sentence, Status.FUNDED, is_news=True) is Status.RUMOURED
    assert status_of("agreed to ", sentence, Status.FUNDED, is_news=True) is Status.SIGNED


def test_conditions_and_ends_are_seen():
    assert is_conditional("There can be no assurance that ")
    assert not is_conditional("In May 2026 ")
    assert is_ended("was repaid in full")
    assert not is_ended("was drawn in full")


def test_up_to_is_a_ceiling_unless_the_money_has_moved():
    assert measure_of(Measure.HEADLINE, up_to(Decimal(5))) is Measure.CEILING
    assert measure_of(Measure.DRAWN, up_to(Decimal(5))) is Measure.DRAWN
    assert measure_of(Measure.HEADLINE, exact(Decimal(5))) is Measure.HEADLINE


@pytest.mark.parametrize(
    ("words", "instrument"),
    [
        ("revolving credit facility", "revolver"),
        ("delayed draw term loan facility", "loan"),
        ("9.25% senior notes due 2030", "bond"),
        ("convertible senior notes", "convertible"),
        ("asset-backed notes", "abs"),
        ("line of credit", "revolver"),
        ("mortgage", "loan"),
    ],
)
def test_debt_is_called_by_its_contracts_name(words, instrument):
    assert debt_instrument(words) == instrument


def test_a_plan_one_has_not_is_no_claim():
    assert status_of("has no plan to ", "", Status.SIGNED, is_news=True) is None
