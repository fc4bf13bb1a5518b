import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.resolve.names import plain_name


@pytest.mark.parametrize(
    "names",
    [
        ("CoreWeave, Inc.", "COREWEAVE INC", "CoreWeave"),
        ("AMAZON COM INC", "Amazon.com, Inc."),
        ("U.S. Bank National Association", "US Bank National Association"),
        ("KKR & Co. Inc.", "KKR and Co"),
        ("SoftBank Group Corp.", "SOFTBANK GROUP CORP"),
        ("NEBIUS GROUP N.V.", "Nebius Group NV"),
    ],
)
def test_one_party_written_differently_is_one_plain_name(names):
    assert len({plain_name(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oracle Corp", "Oracle Financial Services"),
        ("Blue Owl Capital Inc.", "Blue Owl Technology Finance Corp."),
        ("CoreWeave Compute Acquisition Co. II, LLC", "CoreWeave Compute Acquisition Co. IV, LLC"),
        ("JPMorgan Chase & Co.", "JPMorgan Chase Bank, N.A."),
    ],
)
def test_two_parties_with_like_names_stay_two(left, right):
    assert plain_name(left) != plain_name(right)


def test_a_name_of_legal_forms_alone_keeps_them():
    assert plain_name("The Company") == "the company"


@given(st.text())
def test_plain_name_of_a_plain_name_is_itself(text):
    once = plain_name(text)
    assert plain_name(once) == once
