from dataclasses import replace
from decimal import Decimal

import pytest

from graphbuild.records.claim import Role
from tests.factories import claim


def test_a_role_gives_its_parties_in_order_and_no_others():
    made = claim("bank+fund", "lab", obligor="cloud")
    names = {role: [party.name for party in made.with_role(role)] for role in Role}
    assert names[Role.SOURCE] == ["bank", "fund"]
    assert names[Role.TARGET] == ["lab"]
    assert names[Role.OBLIGOR] == ["cloud"]


def test_a_claim_names_who_gives_and_who_gets():
    made = claim("bank", "lab")
    with pytest.raises(ValueError, match="needs a source and a target"):
        replace(made, parties=made.with_role(Role.SOURCE))


@pytest.mark.parametrize("share", ["0", "0.49", "1"])
def test_a_share_is_a_fraction(share):
    assert claim("a", "b", "holding", share=share).share == Decimal(share)


@pytest.mark.parametrize("share", ["-0.01", "1.01", "49"])
def test_a_share_beyond_the_whole_is_refused(share):
    with pytest.raises(ValueError, match="is not within 0 to 1"):
        claim("a", "b", "holding", share=share)
