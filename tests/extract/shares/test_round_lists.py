"""Members of rounds and loans: long lists, whatever joins the names."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.writing import KINDS, NAMES, news, rows_of_known


def _members(*words):
    rows = rows_of_known(news("A story", *words))
    return {
        (r["source"], r["target"], r["instrument"]) for r in rows if "unnamed" not in r["source"]
    }


def _equity(target, *sources):
    return {(source, target, "equity") for source in sources}


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (
            "Tidepool announced a $550 million Series E at a $12 billion valuation, co-led by "
            "Corvid with Brightwater, and participation from Foxglove Partners and returning "
            "investors including Ashgrove and Meridian.",
            _equity(
                "tidepool", "corvid", "brightwater", "foxglove-partners", "ashgrove", "meridian"
            ),
        ),
        (
            "Tidepool, the startup founded by Ann Lee, closed a $2 billion seed round led by "
            "Brightwater with Corvid and Meridian participating.",
            _equity("tidepool", "brightwater", "corvid", "meridian"),
        ),
        (
            "Tidepool's $350 million Series E drew Corvid, Brightwater and Meridian.",
            _equity("tidepool", "corvid", "brightwater", "meridian"),
        ),
        (
            "Quillstone secured $22 billion in loans from a group of banks led by Northgate Bank, "
            "N.A. and Brightwater.",
            {
                ("northgate-bank", "quillstone", "loan"),
                ("brightwater", "quillstone", "loan"),
            },
        ),
        (
            "Lumen Robotics closed a round of $900 million last year. Tidepool's most recent "
            "funding round was led by Corvid. Brightwater and Foxglove Partners also participated.",
            _equity("tidepool", "corvid", "brightwater", "foxglove-partners"),
        ),
    ],
)
def test_everybody_in_the_list_is_a_member_of_that_companys_round(words, members):
    assert _members(words) == members


@pytest.mark.parametrize(
    ("words", "stranger"),
    [
        (
            "Tidepool raised $160 million in a round led by Corvid, and Brightwater bought a "
            "stake in a rival.",
            "brightwater",
        ),
        (
            "Tidepool sold $3 billion of notes in an offering led by Northgate Bank, N.A.",
            "northgate",
        ),
        ("Tidepool raised $10 billion of debt and equity led by Brightwater.", "brightwater"),
        ("Tidepool signed a contract with a group led by Corvid.", "corvid"),
    ],
)
def test_who_leads_something_else_is_no_member(words, stranger):
    found = extract_claims(news("A story", words), Context(NAMES, KINDS)).claims
    lists = [claim_row(c)["source"] for c in found if c.pattern.startswith("round_lists/")]
    assert not [source for source in lists if source.startswith(stranger)]


def test_a_name_in_two_pieces_is_one_member():
    words = (
        "Tidepool's $90 million Series B drew Brightwater, Foxglove Partners Corvid and Meridian."
    )
    assert _members(words) == _equity("tidepool", "brightwater", "foxglove-partners", "meridian")


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool raised $9 million. The round was led by Meridian, with Brightwater participating "
        "alongside Ashgrove and Foxglove Partners.",
        "Tidepool closed a $9 million Series B, with Brightwater, Ashgrove, Meridian's venture arm "
        "Foxglove Partners, and Meridian all joining.",
        "Tidepool raised a $9 million Series B led by Meridian. Participants include Brightwater, "
        "Ashgrove and Foxglove Partners; Ashgrove is also a customer.",
    ],
)
def test_members_are_found_beside_a_leader_an_arm_and_another_clause(words):
    found = _members(words)
    assert _equity("tidepool", "brightwater", "ashgrove", "foxglove-partners") <= found


def test_a_known_name_of_small_letters_and_digits_is_a_name():
    names = frozenset({*NAMES, "b9x", "blue"})
    found = extract_claims(
        news("A story", "Tidepool raised $90 million in a round led by b9x, in blue chips."),
        Context(names, KINDS),
    ).claims
    assert {claim_row(c)["source"] for c in found} == {"b9x", "unnamed:consortium"}
