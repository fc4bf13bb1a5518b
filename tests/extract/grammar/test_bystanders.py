"""Companies named only to say who somebody else is have no part in the deal."""

import pytest

from graphbuild.extract.grammar.bystanders import without_bystanders
from graphbuild.extract.grammar.parties import Mention
from tests.extract.writing import news, rows_of_known


def _sides(text: str) -> list[tuple[str, str]]:
    return [(row["source"], row["target"]) for row in rows_of_known(news("A story", text))]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Meridian invested $4 billion in Corvid rival Tidepool.", [("meridian", "tidepool")]),
        (
            "Meridian invested $4 billion in Corvid challenger Tidepool.",
            [("meridian", "tidepool")],
        ),
        ("Meridian will buy Corvid spin-off Tidepool.", [("meridian", "tidepool")]),
        (
            "Brightwater lent $2 billion to a Corvid landlord.",
            [("brightwater", "unnamed:corvid-landlord")],
        ),
        (
            "Meridian bought a Corvid spin-off for $300 million.",
            [("meridian", "unnamed:corvid-spin-off")],
        ),
        (
            "Meridian acquired Tidepool veterans' startup for $500 million.",
            [("meridian", "unnamed:tidepool-veterans-startup")],
        ),
        ("A rival of Tidepool raised $1 billion.", []),
        ("Corvid rival Tidepool raised $1 billion.", [("unnamed:investors", "tidepool")]),
        ("Brightwater lent $2 billion to a Corvid subsidiary.", [("brightwater", "corvid")]),
    ],
)
def test_the_deal_is_with_the_one_meant(text, sides):
    assert _sides(text) == sides


@pytest.mark.parametrize("tie", ["supplier", "customer", "partner", "landlord", "shareholder"])
def test_a_relation_before_a_name_is_no_side_of_the_deal(tie):
    text = f"Brightwater lent $2 billion to Corvid {tie} Tidepool."
    assert ("brightwater", "corvid") not in _sides(text)
    assert ("brightwater", "tidepool") in _sides(text)


def test_a_headline_writes_such_words_with_capitals():
    story = news("Meridian to Invest $4 Billion in Corvid Rival Tidepool", "")
    assert [(row["source"], row["target"]) for row in rows_of_known(story)] == [
        ("meridian", "tidepool")
    ]


def test_the_code_of_a_share_is_no_party_and_in_nobody_s_way():
    assert _sides("Meridian MRD.O will invest $5 billion in Tidepool TDP.N.") == [
        ("meridian", "tidepool")
    ]


def test_nothing_changes_without_such_words():
    text = "Meridian lent Tidepool money."
    mentions = (
        Mention(name="Meridian", start=0, end=8),
        Mention(name="Tidepool", start=14, end=22),
    )
    assert without_bystanders(text, mentions) is mentions
    assert without_bystanders("A rival raised money.", ()) == ()


def test_the_filer_is_never_a_bystander():
    text = "Harbor rival Tidepool raised money."
    mentions = (
        Mention(name="Harbor Compute, Inc.", start=0, end=6, is_filer=True),
        Mention(name="Tidepool", start=13, end=21),
    )
    assert without_bystanders(text, mentions) == mentions
