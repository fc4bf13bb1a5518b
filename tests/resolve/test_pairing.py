"""Pairs left out by keys and windows must be pairs that no evidence could have joined."""

import itertools
import random
from decimal import Decimal

import pytest

from graphbuild.records.money import about, undisclosed
from graphbuild.resolve.agreement import ASK, compare_traits, traits_of
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.merging import Merging
from graphbuild.resolve.pairing import likely_pairs
from tests.factories import claim, usd

FACILITIES = (
    "",
    "",
    "DDTL 3.0",
    "DDTL 5.5",
    "term loan",
    "revolving credit facility",
    "Pine notes",
)
RATES = ("", "", "9.25%", "SOFR+6.00%")


def drawn_claim(draw, number):
    """Any claim of one block: few values of everything, so that much agrees by chance."""
    size = Decimal(draw.choice((1, 4, 15, 33, 147, 2647))).scaleb(draw.choice((6, 7, 9)))
    amount = draw.choice((usd(size), usd(size), about(round(size, -7) or size), undisclosed()))
    day = f"2025-{draw.randrange(1, 13):02d}-{draw.choice(('07', '28'))}"
    agreed_on = draw.choice((day, day, day[:7], None))
    known_on = draw.choice((day, day, "2026-02-20", None))
    return claim(
        "lender", "borrower", draw.choice(("loan", "revolver")), amount, document=f"d{number}",
        measure=draw.choice(("committed", "committed", "outstanding")),
        status=draw.choice(("signed", "signed", "amended", "terminated")),
        agreed_on=agreed_on, known_on=known_on, ends_on=draw.choice((None, "2030", "2030-05")),
        facility=draw.choice(FACILITIES), rate=draw.choice(RATES),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_pair_with_a_case_is_left_out(seed):
    draw = random.Random(seed)
    block = [traits_of(drawn_claim(draw, number)) for number in range(70)]
    likely = set(likely_pairs(block))
    for pair in itertools.combinations(range(len(block)), 2):
        found = compare_traits(block[pair[0]], block[pair[1]], has_unnamed=seed % 2 == 1)
        assert pair in likely or found.points < ASK, (seed, pair, found)
    assert all(left < right for left, right in likely)


def test_a_crowded_pair_of_parties_is_not_compared_in_full():
    """Sixteen hundred loans of one pair, each told twice: few of all pairs."""
    draw = random.Random(5)
    block = []
    for number in range(1600):
        size = usd(draw.randrange(10_000, 99_999) * 10_000)
        day = f"{draw.randrange(1990, 2026)}-{draw.randrange(10, 13)}-{draw.randrange(10, 28)}"
        block += [
            traits_of(claim("a", "b", "lease", size, document=f"{number}{side}", agreed_on=day,
                            known_on=day))
            for side in "xy"
        ]  # fmt: skip
    pairs = len(set(likely_pairs(block)))
    assert 1600 <= pairs < 0.05 * 3200 * 3199 / 2


def test_a_block_of_too_many_pairs_is_grouped_by_its_keys_and_says_so(monkeypatch):
    monkeypatch.setattr("graphbuild.resolve.merging._MOST_PAIRS", 100)
    block = [
        Reading(claim("a", "b", "loan", usd(7), document=str(n)), ("a",), ("b",), None)
        for n in range(40)
    ]
    merged = Merging(block, has_unnamed=False)
    assert merged.is_crowded
    (group,) = merged.groups()
    assert len(group.readings) == 40
