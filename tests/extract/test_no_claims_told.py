"""Reports that speak of money and tell of no deal, or of a weaker one."""

import pytest

from tests.extract.writing import filing, news, rows, rows_of_known


def _told(*paragraphs):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(news("A story", *paragraphs))
    }


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool files for IPO.",
        "Tidepool confidentially submits draft S-1 to the SEC.",
        "Tidepool filed for an IPO in 2024 but has pushed it back since.",
        "Tidepool tops its revenue target as momentum builds to IPO.",
        "Tidepool invests $50 billion in American AI infrastructure.",
        "Tidepool plans to spend $60 billion on data centers through 2028.",
        "Corvid will invest 1.2 billion euros into digital infrastructure in Norway.",
        "Ashgrove commits $50 billion to AI data centers.",
        "Investors target a $2 trillion valuation for a Tidepool listing, which would surpass "
        "Quillstone's $1.7 trillion IPO.",
        "Corvid's investment is conditional on Tidepool securing at least $9 billion of committed "
        "financing.",
        "Even Meridian is issuing a lot of debt to build data centers.",
        "The bridge loan of Tidepool will later be refinanced with a loan from domestic lenders "
        "including Ostler Bank and Northgate Bank, N.A.",
    ],
)
def test_plans_of_ones_own_and_opinions_are_no_deals(words):
    assert _told(words) == set()


def test_a_plan_to_list_is_still_told():
    told = _told("Tidepool plans an initial public offering next year.")
    assert told == {("unnamed:public-investors", "tidepool", "equity", None, "rumoured")}


def test_what_borrowed_money_shall_buy_is_no_order():
    told = _told("Tidepool seeks to raise $12 billion in debt to buy Corvid chips.")
    assert told == {("unnamed:lenders", "tidepool", "loan", 12_000_000_000, "rumoured")}


def test_one_of_the_investors_did_not_pay_for_all():
    told = _told("Tidepool raised $600 million from investors including Brightwater Capital.")
    assert told == {
        ("brightwater-capital", "tidepool", "equity", None, "funded"),
        ("unnamed:consortium", "tidepool", "equity", 600_000_000, "funded"),
    }


def test_contracts_with_many_are_a_commitment():
    told = _told("Tidepool has committed over $1.4 trillion in infrastructure agreements.")
    assert told == {
        ("tidepool", "unnamed:suppliers", "purchase_commitment", 1_400_000_000_000, "signed")
    }


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "Tidepool is seeking a loan, people familiar said. Four lenders, including Northgate "
            "Bank, N.A., will be underwriting the facility.",
            {("northgate-bank", "tidepool", "loan", None, "rumoured")},
        ),
        (
            "Tidepool closed a credit facility and plans to build data centers. Lenders include "
            "Northgate Bank, N.A. and Foxglove Partners.",
            {
                ("northgate-bank", "tidepool", "loan", None, "funded"),
                ("foxglove-partners", "tidepool", "loan", None, "funded"),
            },
        ),
        (
            "Tidepool closed a credit facility. Lenders include Northgate Bank, N.A. and Foxglove "
            "Partners.",
            {
                ("northgate-bank", "tidepool", "loan", None, "funded"),
                ("foxglove-partners", "tidepool", "loan", None, "funded"),
            },
        ),
    ],
)
def test_banks_have_lent_only_what_was_closed(words, claims):
    assert {claim for claim in _told(words) if claim[3] is None} == claims


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("Ridgeline Power inks a 20-year power purchase agreement with Meridian.", 0),
        ("Meridian signed a power purchase agreement with Ridgeline Power for 300 MW.", 0),
        ("Ridgeline Power signed a power agreement with Meridian to sell 500 megawatts.", 0),
        ("Ridgeline Power agreed to buy 200 megawatts of power from Meridian.", 1),
    ],
)
def test_a_utility_sells_power_unless_it_is_said_to_buy(words, pair):
    sides = (("meridian", "ridgeline-power"), ("ridgeline-power", "meridian"))
    assert {claim[:2] for claim in _told(words)} == {sides[pair]}


def test_debt_offerings_are_bonds():
    told = _told("Tidepool completed debt offerings of $3 billion this year.")
    assert told == {("unnamed:noteholders", "tidepool", "bond", 3_000_000_000, "funded")}


def test_a_deal_that_the_next_sentence_calls_colocation_is_a_lease():
    deal = "Lumen Robotics announced a $3 billion deal with Quillstone."
    kind = "The 10-year colocation agreement covers 168 megawatts."
    assert {(c[2], c[3]) for c in _told(deal, kind)} == {("lease", 3_000_000_000)}


def test_the_series_of_a_convertible_raise_convert():
    told = _told(
        "Quillstone priced its convertible-notes raise — $3.0 billion of 0.50% notes due 2030 and "
        "$2.0 billion of 4.50% notes due 2034."
    )
    assert {(c[2], c[3]) for c in told if c[3]} == {
        ("convertible", 3_000_000_000),
        ("convertible", 2_000_000_000),
    }


def test_the_whole_of_a_raise_is_not_its_convertible_part():
    told = _told(
        "Quillstone is in talks to raise about $3.5 billion before it lists, including a sum of "
        "$1.5 billion in convertible notes."
    )
    assert ("convertible", 3_500_000_000) not in {(c[2], c[3]) for c in told}


def test_investors_before_an_offering_are_not_the_public():
    told = _told(
        "Quillstone, a cloud firm, is in talks with investors to raise as much as $3 billion in "
        "financing ahead of a planned initial public offering."
    )
    assert {c[0] for c in told} == {"unnamed:investors"}


def test_what_a_contract_may_come_to_be_worth_is_a_ceiling():
    found = rows(
        filing(
            "In May 2026, the Company entered into a cloud services agreement with Tidepool worth "
            "$8 million. The agreement gives Tidepool the option to expand, representing a "
            "potential contract value of $700 million assuming full use."
        )
    )
    assert [r["measure"] for r in found if r["amount"] == 700_000_000] == ["ceiling"]
