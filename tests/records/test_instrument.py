import re

import pytest

from graphbuild.records.instrument import (
    FAMILY_COLOUR,
    INSTRUMENTS,
    Family,
    InstrumentId,
    Rank,
    Side,
    instrument,
)


def test_every_instrument_stands_in_the_table_once():
    assert [row.instrument_id for row in INSTRUMENTS] == list(InstrumentId)


def test_every_family_has_a_colour_of_its_own():
    assert set(FAMILY_COLOUR) == set(Family)
    assert len(set(FAMILY_COLOUR.values())) == len(Family)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in FAMILY_COLOUR.values())


@pytest.mark.parametrize(
    ("name", "payer", "exposed"),
    [
        ("equity", Side.SOURCE, Side.SOURCE),
        ("loan", Side.SOURCE, Side.SOURCE),
        ("cloud_contract", Side.SOURCE, Side.TARGET),
        ("lease", Side.SOURCE, Side.TARGET),
        ("guarantee", Side.NONE, Side.TARGET),
        ("warrant", Side.NONE, Side.SOURCE),
        ("revenue", Side.SOURCE, Side.TARGET),
        ("insider_sale", Side.SOURCE, Side.NONE),
    ],
)
def test_who_pays_and_who_is_exposed(name, payer, exposed):
    row = instrument(name)
    assert (row.payer_is, row.exposed_is) == (payer, exposed)


def test_nothing_that_moves_no_cash_closes_a_loop():
    assert not [row for row in INSTRUMENTS if row.closes_loop and row.payer_is is Side.NONE]


def test_everything_owed_has_a_rank():
    owed = [row for row in INSTRUMENTS if row.obligor_is is not Side.NONE]
    assert all(row.rank is not Rank.NONE and row.recovery_key != "none" for row in owed)


def test_an_unknown_instrument_is_told_with_those_there_are():
    with pytest.raises(ValueError, match=r"mortgage.*vendor_financing"):
        instrument("mortgage")
