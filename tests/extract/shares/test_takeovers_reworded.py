"""Takeovers in roundabout words: who buys, whom, for how much, and how far it has come."""

import pytest

from tests.extract.writing import news, short

_DEAL = ("corvid", "tidepool", "acquisition")


def _told(words):
    return short(news("A story", words))


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Tidepool will be acquired by Corvid in an all-stock deal worth $2 billion.", "announced"),
        ("Tidepool agreed to be bought by Corvid for $2 billion.", "signed"),
        ("Tidepool has agreed to sell itself to Corvid for $2 billion.", "signed"),
        ("Tidepool is being taken over by Corvid in a deal worth $2 billion.", "signed"),
        ("Corvid inked a $2 billion deal to acquire Tidepool.", "signed"),
        ("Corvid struck a deal to buy Tidepool for $2 billion.", "signed"),
        ("Corvid outbid Meridian to acquire Tidepool for $2 billion.", "signed"),
        ("Corvid is buying its larger rival Tidepool for $2 billion.", "signed"),
        ("Corvid swallowed Tidepool in a $2 billion deal.", "signed"),
        (
            "Corvid has entered into a definitive agreement under which it will acquire Tidepool "
            "for $2 billion in cash.",
            "signed",
        ),
        (
            "Corvid will acquire Tidepool for $24.50 per share in cash, or about $2 billion.",
            "announced",
        ),
        ("Corvid offered $2 billion for Tidepool.", "announced"),
        ("Corvid made an unsolicited bid to acquire Tidepool for $2 billion.", "announced"),
        ("Corvid raised its offer for Tidepool to $2 billion.", "announced"),
        ("Corvid CEO Ada Quill announced the $2 billion acquisition of Tidepool.", "announced"),
        (
            "Corvid's chief executive, Ada Quill, said her company had agreed to buy Tidepool for "
            "$2 billion.",
            "signed",
        ),
        ("Corvid said on Thursday it would buy Tidepool for $2 billion.", "announced"),
        ("Corvid is paying $2 billion for Tidepool.", "signed"),
        ("Corvid's $2 billion purchase of Tidepool closed on Monday.", "funded"),
        ("Corvid walked away from a $2 billion deal to buy Tidepool.", "terminated"),
        ("Corvid scrapped plans to buy Tidepool for $2 billion.", "terminated"),
        ("Corvid abandoned its planned $2 billion acquisition of Tidepool.", "terminated"),
        ("Corvid and Tidepool called off their $2 billion merger.", "terminated"),
        ("Corvid's $2 billion bid for Tidepool was rejected by the board.", "terminated"),
        ("Tidepool fended off a $2 billion hostile bid from Corvid.", "terminated"),
        ("The $2 billion merger between Corvid and Tidepool was terminated.", "terminated"),
    ],
)
def test_a_takeover_in_other_words_is_the_same_takeover(words, status):
    (claim,) = _told(words)
    assert claim == (*_DEAL, 2_000_000_000, status)


@pytest.mark.parametrize(
    "words",
    [
        "Shareholders urged Corvid to acquire Tidepool for $2 billion.",
        "Corvid could acquire Tidepool for $2 billion, analysts said.",
        "Corvid acquired Ada Quill's startup for $2 billion.",
        "Corvid acquired Tidepool's intellectual property for $20 million.",
        "Corvid offered $2 billion for Tidepool chips.",
        "Corvid formed a vehicle with Meridian that borrowed $10 billion from Northgate Bank.",
    ],
)
def test_who_is_urged_or_only_thought_to_buys_nothing(words):
    assert not [claim for claim in _told(words) if claim[2] == "acquisition"]


def test_a_sale_that_fell_through_has_ended():
    assert _told("The sale of Tidepool to Corvid fell through.") == [(*_DEAL, None, "terminated")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("CEO Jensen Marlow invested $200 million in Tidepool.", "jensen-marlow"),
        ("Corvid CEO Jensen Marlow bought a $200 million stake in Tidepool.", "jensen-marlow"),
        ("Corvid told Reuters it had invested $200 million in Tidepool.", "corvid"),
    ],
)
def test_an_office_is_no_part_of_a_name_and_a_newspaper_no_party(words, who):
    assert {claim[:4] for claim in _told(words)} == {(who, "tidepool", "equity", 200_000_000)}


@pytest.mark.parametrize(
    ("paragraphs", "claim"),
    [
        (
            ["Tidepool was founded in 2019.", "Corvid bought the company for $2 billion."],
            (*_DEAL, 2_000_000_000),
        ),
        (
            ["Corvid, Meridian's largest customer, is buying Tidepool for $2 billion."],
            (*_DEAL, 2_000_000_000),
        ),
        (
            ["Meridian's Corvid unit bought Tidepool for $2 billion."],
            (*_DEAL, 2_000_000_000),
        ),
        (
            ["Tidepool is selling its chip business to Corvid for $2 billion."],
            ("corvid", "tidepool-chip-business", "acquisition", 2_000_000_000),
        ),
        (
            ["Tidepool agreed to sell its Alder Works unit to Corvid for $2 billion."],
            ("corvid", "alder-works", "acquisition", 2_000_000_000),
        ),
        (
            ["Corvid will buy three data centers from Tidepool for $2 billion."],
            (*_DEAL, 2_000_000_000),
        ),
        (
            ["Corvid acquired a controlling stake in Tidepool for $2 billion."],
            ("corvid", "tidepool", "equity", 2_000_000_000),
        ),
    ],
)
def test_units_owners_and_the_company_are_told_apart(paragraphs, claim):
    told = {c[:4] for c in short(news("A story", *paragraphs))}
    assert claim in told
    assert len([c for c in told if c[3] is not None]) == 1


def test_each_sum_of_a_row_is_what_it_says_it_is():
    words = (
        "Tidepool will raise $7 billion in equity from Corvid and $12 billion in debt from "
        "Northgate Bank."
    )
    assert {claim[:4] for claim in _told(words)} == {
        ("corvid", "tidepool", "equity", 7_000_000_000),
        ("northgate-bank", "tidepool", "loan", 12_000_000_000),
    }


def test_what_each_invests_is_no_total():
    words = "Corvid and Meridian will each invest $500 million in a joint venture called Foxglove."
    assert {claim[:4] for claim in _told(words) if claim[2] == "equity"} == {
        (who, "foxglove", "equity", 500_000_000) for who in ("corvid", "meridian")
    }


def test_what_a_bought_company_had_raised_is_no_money_of_its_buyer():
    words = "Corvid scooped up Tidepool, a startup that had raised $300 million from Meridian."
    assert {claim[:3] for claim in _told(words)} == {_DEAL}


def test_shareholders_approve_a_takeover_of_their_company():
    words = "Tidepool shareholders approved a $2 billion takeover by Corvid."
    assert _told(words) == [(*_DEAL, 2_000_000_000, "signed")]
