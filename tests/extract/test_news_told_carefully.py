"""Who pays in reports whose lists, asides and neighbours of a name lead a reader astray."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.reports import report
from tests.extract.writing import KINDS, NAMES, news, rows_of_known


def _names(*paragraphs):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news("A story", *paragraphs))
    }


def _shared(target, amount, *sources, instrument="equity"):
    members = {(source, target, instrument, None) for source in sources}
    return members | {("unnamed:consortium", target, instrument, amount)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Tidepool raised $600 million from Brightwater Capital, Danish grocer chain Ferrow and "
            "Lisbon pension fund Harrow Partners.",
            _shared("tidepool", 600e6, "brightwater-capital", "ferrow", "harrow-partners"),
        ),
        (
            "Brightwater Capital and the Dutch pension fund Harrow lent Tidepool $300 million.",
            _shared("tidepool", 300e6, "brightwater-capital", "harrow", instrument="loan"),
        ),
        (
            "Tidepool borrowed $500 million from Harrow Bank and other lenders.",
            _shared("tidepool", 500e6, "harrow-bank", instrument="loan"),
        ),
    ],
)
def test_a_described_member_of_a_list_shares_its_sum(words, expected):
    assert _names(words) == expected


def test_one_payer_before_a_new_clause_keeps_the_whole_sum():
    told = _names("Harrow Capital lent Tidepool $40 million, and its rival Ferrow sued Alder.")
    assert told == {("harrow-capital", "tidepool", "loan", 40e6)}


@pytest.mark.parametrize(
    "words",
    [
        "Geldrop, a shop for seeds, raised $200,000 from We Planters Circle and a cousin.",
        "Analysts at Harrow Capital expect Tidepool to raise $4 billion.",
        "Meridian announced an additional $25 billion investment.",
        "The companies announced an initial $2 billion investment in May, Meridian said.",
        "The startup, which counts Meridian as a customer, raised $90 million in a round led by "
        "Harrow Capital.",
        "Tidepool tapped Ostler Bank to arrange a $2 billion loan.",
        "Drella's founder Ada Sorrel raised $5 million from Harrow Capital.",
        "Tidepool and Corvid will jointly invest $4 billion in a plant in Dresden.",
        "Tidepool closed five funding deals worth about $7 billion, and with Corvid the total "
        "is higher.",
    ],
)
def test_nobody_is_told_to_have_invested(words):
    assert _names(words) == set()


def test_an_investment_from_somebody_is_a_round():
    told = _names("Tidepool announced a $50 million growth investment from Harrow Capital.")
    assert ("harrow-capital", "tidepool", "equity", 50e6) in told


@pytest.mark.parametrize(
    ("words", "source", "target"),
    [
        ("Meridian agreed to buy rival Sicilian chipmaker Drella for $3bn.", "meridian", "drella"),
        ("Ostler.ai, a tech startup raised $2 million from Ferrow.", "ferrow", "ostler-ai"),
        ("Harrow won an $80 million loan from the Department of Tides.", "department-of-tides",
         "harrow"),
        ("Ferrow bought a stake in Ostler Inc. GRINDA kept its papers.", "ferrow", "ostler"),
    ],
)  # fmt: skip
def test_neighbours_of_a_name_are_no_party(words, source, target):
    assert {(s, t) for s, t, _, _ in _names(words)} == {(source, target)}


def test_names_of_a_list_go_on_after_a_legal_form():
    told = report("Lumen Robotics acquired Ferrow Inc., Ostler Ltd. and Drella Corp. in May.")
    assert ("lumen-robotics", "ferrow-inc-ostler", "acquisition", None) not in told


def test_a_verb_after_a_comma_of_a_headline_is_no_company():
    claims = extract_claims(
        news("Meridian Invests $11B in Quillstone, Undercuts Corvid"), Context(NAMES, KINDS)
    ).claims
    assert {claim_row(c)["target"] for c in claims} <= {"quillstone"}


def test_a_backer_of_the_next_company_is_no_company_backed():
    told = _names("Sam Harrow-backed Tidepool and Ida Ferrow-backed Quillstone plan reactors.")
    assert not any(target == "ida-ferrow" for _, target, _, _ in told)


def test_who_led_a_sale_of_notes_is_no_shareholder():
    told = _names(
        "Quillstone raised $350 million through a green secured notes offering. Harrow Capital and "
        "Alder Bank led the financing."
    )
    assert not any(instrument == "equity" for _, _, instrument, _ in told)


def test_a_contract_beside_an_investment_is_no_money_raised():
    told = _names(
        "Quillstone got a $17 billion contract from Meridian and a $2 billion investment from "
        "Corvid."
    )
    assert ("meridian", "quillstone", "equity", 17e9) not in told


def test_who_backs_a_lease_is_no_shareholder_of_the_landlord():
    told = _names("Tidepool's $40 billion lease with Quillstone is backed by Meridian.")
    assert told == {("tidepool", "quillstone", "lease", 40e9)}
