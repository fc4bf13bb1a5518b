"""Parties named only to say who another is, businesses of companies, groups and their labels."""

import pytest

from tests.extract.writing import filing, news, rows, short


def _told(words):
    return {c[:4] for c in short(news("Weekly notes", words))}


@pytest.mark.parametrize(
    ("words", "bought"),
    [
        ("Meridian purchased Alder Works' robotics business for $5.4 billion.", None),
        (
            "Meridian purchased Quillstone's robotics business for $5.4 billion.",
            "robotics-business",
        ),
        ("Meridian agreed to buy Quillstone's chip unit for $5.4 billion.", "chip-unit"),
        ("Quillstone sold its power division to Meridian for $5.4 billion.", "power-division"),
        ("Meridian buys Quillstone unit for $5.4 billion.", "unit"),
        ("Meridian acquired Quillstone for $5.4 billion.", ""),
        ("Meridian acquired Quillstone's business for $5.4 billion.", ""),
    ],
)
def test_who_buys_a_business_does_not_buy_its_owner(words, bought):
    target = {None: "alder-works-robotics-business", "": "quillstone"}.get(
        bought, f"quillstone-{bought}"
    )
    assert ("meridian", target, "acquisition", 5_400_000_000) in _told(words)
    assert len([c for c in _told(words) if c[2] == "acquisition"]) == 1


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Meridian took a 10% stake in the parent of Alder Works Ltd.", "alder-works-ltd-parent"),
        ("Meridian took a 10% stake in Alder Works Ltd.", "alder-works"),
    ],
)
def test_a_parent_is_not_its_subsidiary(words, target):
    assert {c[1].removeprefix("unnamed:") for c in _told(words)} == {target}


def test_a_predecessor_lends_nothing():
    document = filing(
        "In May 2026, we entered into a $20 million loan agreement with Northgate Bank, N.A., "
        "successor in interest to Ashgrove."
    )
    assert {c[0] for c in short(document)} == {"northgate-bank"}


def test_a_service_provider_of_the_lender_lends_nothing():
    document = filing(
        "In May 2026, we entered into a Master Loan Agreement with Ashgrove Credit, Inc. (the "
        "“Lender”) and Ashgrove, Inc., as the lending service provider."
    )
    assert {c[0] for c in short(document)} == {"ashgrove-credit"}


def test_the_tenant_of_a_campus_sold_no_notes():
    words = "A campus in Ohio leased to Quillstone sold $1.1 billion of five-year notes."
    assert not [c for c in _told(words) if c[2] == "bond" and c[1] == "quillstone"]


@pytest.mark.parametrize(
    ("words", "holders"),
    [
        ("Corvid and Meridian each own 32% of Quillstone.", {"corvid", "meridian"}),
        ("Corvid and Meridian together own 64% of Quillstone.", set()),
        ("Corvid and Meridian, which collectively own 64% of Quillstone, met.", set()),
    ],
)
def test_what_some_hold_together_is_no_single_share(words, holders):
    found = rows(filing(words))
    assert {row["source"] for row in found if row["share"]} == holders


def test_a_name_may_begin_with_its_country():
    document = filing(
        "US Alder Guardian LLC, a wholly owned subsidiary of the Company, and U.S. Alder Mining "
        "Group, Inc., a wholly-owned subsidiary of the Company, agreed to this."
    )
    assert {c[1] for c in short(document)} == {"us-alder-guardian", "us-alder-mining-group"}


def test_a_dot_ends_the_sentence_after_a_whole_word():
    document = filing("The Company is the sole shareholder of Alder Fund SPC Limited.")
    assert [row["target_name"] for row in rows(document)] == ["Alder Fund SPC Limited"]


def test_a_ticker_is_the_company_it_stands_for():
    document = news(
        "Weekly notes",
        "Alderwulf (NASDAQ: AWLF) leases a site. Corvid bought $90 million of AWLF shares.",
    )
    assert {c[1] for c in short(document) if c[2] == "equity"} == {"alderwulf"}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Tidepool raised $90 million. The round was led by Corvid.", "consortium"),
        ("Tidepool raised $90 million. Its backers include Corvid.", "investors"),
        ("Tidepool raised $90 million. It competes with Corvid.", "investors"),
        ("Tidepool is in talks to raise $90 million ahead of a planned IPO.", "investors"),
        ("Tidepool priced its shares at $20 each, raising $90 million.", "public-investors"),
    ],
)
def test_whose_money_it_is_where_no_name_stands_beside_it(words, label):
    found = [c for c in _told(words) if c[3] == 90_000_000]
    assert {c[0] for c in found} == {f"unnamed:{label}"}


def test_banks_that_lead_a_sale_of_shares_are_no_members_of_a_round():
    words = (
        "Quillstone raised $1 billion by selling 10 million shares, with a 1 million-share option "
        "led by Corvid and Brightwater."
    )
    assert not {c for c in _told(words) if c[0] in {"corvid", "brightwater"}}


def test_lenders_of_a_list_do_not_lend_to_one_another():
    words = (
        "The bridge facility will be refinanced with a loan from lenders including State Bank of "
        "Alder and Quarry Bank."
    )
    assert _told(words) == set()


def test_nobody_trades_with_his_own_longer_name():
    document = filing(
        "In May 2026, we expanded our agreement with Tidepool Group PBC, under which Tidepool has "
        "committed to spend $100 million."
    )
    assert not [c for c in short(document) if {c[0], c[1]} == {"tidepool", "tidepool-group"}]


def test_a_value_told_to_be_of_another_contract_is_not_this_one_s():
    document = filing(
        "In May 2026, we signed a sale-leaseback agreement with a third party and sold it 40 "
        "servers. The total contract value with the Initial Customer was estimated to be $50 "
        "million of annualized revenue."
    )
    sized = {c[0] for c in short(document) if c[3] == 50_000_000}
    assert "unnamed:third-party" not in sized
