"""Companies and stakes bought and sold, told in passing."""

import pytest

from tests.extract.writing import news, rows_of_known


def _told(*paragraphs):
    rows = rows_of_known(news("A story", *paragraphs))
    return {
        (r["source"], r["target"], r["instrument"], r["amount"] or r["share"], r["status"])
        for r in rows
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Tidepool, which Corvid bought last year for $2bn, is up for sale.",
            ("corvid", "tidepool", "acquisition", 2_000_000_000, "funded"),
        ),
        (
            "Tidepool was sold to Corvid for $6 billion in 2018.",
            ("corvid", "tidepool", "acquisition", 6_000_000_000, "funded"),
        ),
        (
            "Corvid's €2 billion takeover of Tidepool closed in May.",
            ("corvid", "tidepool", "acquisition", 2_000_000_000, "funded"),
        ),
        (
            "Corvid agreed to a $3B acquisition of Tidepool, but the deal collapsed.",
            ("corvid", "tidepool", "acquisition", 3_000_000_000, "terminated"),
        ),
        (
            "Corvid nears $20bn takeover of Tidepool.",
            ("corvid", "tidepool", "acquisition", 20_000_000_000, "rumoured"),
        ),
        (
            "Corvid snapped up battery-software startup Voltra for $90 million.",
            ("corvid", "voltra", "acquisition", 90_000_000, "signed"),
        ),
        (
            "Corvid agreed to buy AI-assisted design tool Panewind for about $3 billion.",
            ("corvid", "panewind", "acquisition", 3_000_000_000, "signed"),
        ),
        (
            "Voltra was acquired for $3.4 billion in July by Corvid.",
            ("corvid", "voltra", "acquisition", 3_400_000_000, "funded"),
        ),
        (
            "The $10 billion buyout of Voltra by Corvid was the largest.",
            ("corvid", "voltra", "acquisition", 10_000_000_000, "signed"),
        ),
        (
            "Corvid, which bought Voltra in 2016, said demand grew.",
            ("corvid", "voltra", "acquisition", None, "funded"),
        ),
        (
            "Corvid grew its footprint with the acquisition of Voltra, which builds batteries.",
            ("corvid", "voltra", "acquisition", None, "funded"),
        ),
        (
            "Corvid would sell a 27% stake in its battery platform, Voltra, to Meridian.",
            ("meridian", "voltra", "equity", 0.27, "rumoured"),
        ),
        (
            "Voltra, which is owned by Corvid, ran 20 plants across the United States by revenue.",
            ("corvid", "voltra", "ownership", None, "funded"),
        ),
        (
            "Corvid divested its $177 million stake in Tidepool.",
            ("corvid", "tidepool", "holding", 177_000_000, "terminated"),
        ),
        (
            "Corvid sold its entire stake in Tidepool for $5.8 billion.",
            ("corvid", "tidepool", "holding", 5_800_000_000, "terminated"),
        ),
        (
            "Corvid sold $12 billion worth of Tidepool stock between June and December.",
            ("corvid", "tidepool", "holding", 12_000_000_000, "terminated"),
        ),
        (
            "Following the sales, Corvid continues to own 7.9% of Voltra's outstanding stock.",
            ("corvid", "voltra", "holding", 0.079, "funded"),
        ),
        (
            "Corvid's equity investment in Tidepool is $1.5B.",
            ("corvid", "tidepool", "equity", 1_500_000_000, "funded"),
        ),
        (
            "Corvid has invested in startups such as battery-software company Voltra.",
            ("corvid", "voltra", "equity", None, "funded"),
        ),
        (
            "Tidepool priced its IPO at $35 a share, raising $850 million.",
            ("unnamed:public-investors", "tidepool", "equity", 850_000_000, "funded"),
        ),
        (
            "Tidepool is eyeing a dual listing in Oslo.",
            ("unnamed:public-investors", "tidepool", "equity", None, "rumoured"),
        ),
        (
            "Tidepool's $14 billion capital raise was the largest.",
            ("unnamed:investors", "tidepool", "equity", 14_000_000_000, "funded"),
        ),
    ],
)
def test_a_deal_told_in_passing_is_one(words, expected):
    assert _told(words) == {expected}


def test_each_part_sold_has_its_buyer():
    assert _told("Meridian sold 29% of Voltra to Corvid and 20% to Foxglove Partners.") == {
        ("corvid", "voltra", "equity", 0.29, "signed"),
        ("foxglove-partners", "voltra", "equity", 0.2, "signed"),
    }
    assert _told("Voltra is 60% owned by Corvid and 40% by Brightwater.") == {
        ("corvid", "voltra", "ownership", 0.6, "funded"),
        ("brightwater", "voltra", "ownership", 0.4, "funded"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Corvid bought chips worth $2 billion, which Tidepool makes.",
        "A stake in Tidepool, which Corvid bought last year, fell in value.",
        "Corvid's $2 billion purchase of Tidepool shares would be odd.",
        "Corvid saw a gain on its investment in Tidepool of $1 billion.",
        "Corvid is considering job listings of its own.",
        "Chips from Tidepool were sold to Corvid for $6 billion.",
        "Corvid gobbled up Tidepool chips.",
    ],
)
def test_goods_gains_and_listings_of_jobs_are_no_purchase(words):
    assert not {row for row in _told(words) if row[2] in {"acquisition", "ownership", "equity"}}
