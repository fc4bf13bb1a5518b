import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.maps import words
from tests.maps.graphs import World


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "$0"), (950, "$950"), (12_300, "$12.3k"), (750e6, "$750m"), (999.96e6, "$1bn"),
        (6.5e9, "$6.5bn"), (38e9, "$38bn"), (391e9, "$391bn"), (999.9e9, "$1tn"),
        (1.4e12, "$1.4tn"), (1_050e12, "$1,050tn"),
    ],
)  # fmt: skip
def test_dollars_have_three_digits_and_the_right_unit(value, text):
    assert words.usd(value) == text


@given(st.floats(min_value=1, max_value=1e15))
def test_written_dollars_are_within_half_a_percent(value):
    text = words.usd(value).removeprefix("$").replace(",", "")
    unit = {"k": 1e3, "m": 1e6, "n": 1e9}.get(text[-1], 1)
    unit = 1e12 if text.endswith("tn") else unit
    number = float(text.rstrip("kmbtn"))
    assert number * unit == pytest.approx(value, rel=5.1e-3)


def _flow(**given):
    world = World()
    world.flow("a", "b", **given)
    return world.graph.edges["a", "b", "a-b-loan"]


def test_amounts_keep_their_qualifier():
    assert words.amount(_flow(usd=5e9)) == "$5bn"
    assert words.amount(_flow(usd=5e9, qualifier="about")) == "about $5bn"
    assert words.amount(_flow(usd=5e9, qualifier="up_to", usd_low=0.0)) == "up to $5bn"
    assert words.amount(_flow(usd=5e9, qualifier="at_least", usd_high=None)) == "at least $5bn"
    assert (
        words.amount(_flow(usd=None, qualifier="range", usd_low=1e9, usd_high=2e9))
        == "$1bn to $2bn"
    )


def test_amount_without_a_figure_says_so_and_a_stake_is_a_percentage():
    assert words.amount(_flow(usd=None)) == "no figure"
    assert words.amount(_flow(usd=None, share=0.265)) == "26.5%"


def test_member_of_a_consortium_is_never_given_the_whole():
    data = _flow(usd=None, is_joint=True, joint_usd=7.6e9, usd_low=0.0, usd_high=7.6e9)
    assert words.amount(data) == "part of $7.6bn"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("CoreWeave, Inc.", "CoreWeave"),
        ("SoftBank Group Corp.", "SoftBank"),
        ("Institutional bondholders (group)", "Institutional bondholders"),
        ("Heath Compute Acquisition Co. VIII, LLC", "Heath Compute… VIII"),
        ("Group", "Group"),
        ("Inc.", "Inc."),
    ],
)
def test_label_is_the_name_without_its_legal_form(name, label):
    assert words.short_name(name) == label


@given(st.text(min_size=1, max_size=400))
def test_label_is_never_long_and_never_empty(name):
    label = words.short_name(name)
    assert len(label) <= 27
    assert label or not name.strip()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "https://",
        "http://[",
        " ",
        "vbscript:x",
    ],
)
def test_only_web_addresses_become_links(url):
    assert words.safe_url(url) == ""


def test_web_address_stays_as_it_is():
    assert words.safe_url(" https://www.sec.gov/x?a=1&b=2 ") == "https://www.sec.gov/x?a=1&b=2"


def test_long_text_is_cut_and_says_so():
    text = words.clipped("x" * 10_000)
    assert len(text) < 1_600
    assert text.endswith("[cut here; the rest is in the source]")
