"""Stakes bought, sold and paid for, told from every end."""

import pytest

from tests.extract.writing import news, rows_of_known


def _told(*paragraphs):
    rows = rows_of_known(news("A story", *paragraphs))
    return {
        (r["source"], r["target"], r["instrument"], r["amount"] or r["share"], r["status"])
        for r in rows
    }


_BOUGHT = ("corvid", "tidepool", "equity", 2_000_000_000, "funded")


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool sold a 10% stake to Corvid for $2 billion.",
        "Tidepool sold a 10% stake in itself to Corvid for $2bn.",
        "Tidepool issued 3 million new shares to Corvid for $2 billion.",
        "Tidepool sold $2 billion of its shares to Corvid.",
        "Tidepool got $2 billion from Corvid in exchange for a 10% stake.",
        "Tidepool received $2 billion in fresh capital from Corvid.",
        "Tidepool said on Tuesday it had received a $2 billion cash infusion from Corvid.",
        "Tidepool accepted a $2 billion investment from Corvid.",
        "Tidepool raised $2 billion selling shares to Corvid.",
        "A 10% stake in Tidepool was sold to Corvid for $2 billion.",
        "A 10% stake in Tidepool was bought by Corvid for $2 billion.",
        "Corvid's $2 billion purchase of a 10% stake in Tidepool has closed.",
        "Corvid's purchase of a 10% stake in Tidepool for $2 billion has closed.",
        "Tidepool's sale of a 10% stake to Corvid for $2 billion has closed.",
        "The sale of a 10% stake in Tidepool to Corvid brought in $2 billion.",
        "Corvid backed Tidepool with $2 billion.",
        "Corvid, backing Tidepool with $2 billion, is its largest holder.",
        "Corvid wrote a $2 billion check to Tidepool.",
        "Corvid gave Tidepool $2 billion for a 10% stake.",
        "Corvid added $2 billion to Tidepool's $5 billion funding round.",
        "Corvid paid $2 billion for 10% of Tidepool.",
        "Corvid snapped up 10% of Tidepool for $2 billion.",
        "Corvid bought Brightwater's 10% stake in Tidepool for $2 billion.",
        "Corvid purchased a 10% stake in Tidepool from Brightwater for $2 billion.",
        "Tidepool, in which Corvid invested $2 billion, builds models.",
        "Corvid paid the first $2 billion tranche of its $6 billion investment in Tidepool.",
        "Corvid has so far invested $2 billion of the $6 billion it promised Tidepool.",
        "Tidepool received the first $2 billion of Corvid's $6 billion investment.",
    ],
)
def test_a_stake_paid_for_is_equity_of_its_buyer(words):
    assert _BOUGHT in _told(words)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Tidepool has agreed to sell a 10% stake to Corvid for $2 billion.", "signed"),
        ("Tidepool is in talks to sell a 10% stake to Corvid for $2 billion.", "rumoured"),
        ("Tidepool will sell 10% of itself to Corvid for $2 billion.", "announced"),
        ("Corvid is buying up to $2 billion of Tidepool shares.", "announced"),
        ("Corvid is near a deal for a $2 billion stake in Tidepool.", "rumoured"),
        ("Talks on a $2 billion investment by Corvid in Tidepool go on.", "rumoured"),
        ("Plans for a $2 billion investment by Corvid in Tidepool are under way.", "rumoured"),
        ("Talks on a $2 billion investment by Corvid in Tidepool have collapsed.", "terminated"),
        ("Corvid scrapped its planned $2 billion investment in Tidepool.", "terminated"),
    ],
)
def test_plans_talks_and_ended_deals_keep_their_state(words, status):
    assert _told(words) == {("corvid", "tidepool", "equity", 2_000_000_000, status)}


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool sold $2 billion of convertible notes to Corvid.",
        "Tidepool raised $2 billion through convertible notes from Corvid.",
        "Corvid invested $2 billion in Tidepool through a convertible note.",
    ],
)
def test_a_convertible_sold_to_a_named_buyer_is_not_of_unnamed_holders(words):
    assert _told(words) == {("corvid", "tidepool", "convertible", 2_000_000_000, "funded")}


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool went public on Euronext, raising $2 billion.",
        "Tidepool's IPO raised $2 billion.",
        "Tidepool raised $2 billion in an at-the-market offering.",
        "Tidepool sold 50 million shares at $40 apiece to raise $2 billion.",
        "Tidepool completed a $2 billion follow-on offering.",
    ],
)
def test_an_offering_is_bought_by_the_public(words):
    public = ("unnamed:public-investors", "tidepool", "equity", 2_000_000_000, "funded")
    assert _told(words) == {public}


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("Corvid raised its stake in Tidepool to 15% from 11%.", 0.15),
        ("Corvid cut its holding in Tidepool to 5%.", 0.05),
        ("Corvid disclosed a 5.2% stake in Tidepool.", 0.052),
        ("Tidepool, 51% owned by Corvid, is hiring.", 0.51),
        ("Tidepool, 60% of which is owned by Corvid, is hiring.", 0.6),
    ],
)
def test_a_stake_told_by_its_size_is_ownership(words, share):
    assert _told(words) == {("corvid", "tidepool", "ownership", share, "funded")}


def test_two_holders_in_one_sentence_have_a_share_each():
    assert _told("Corvid will own 60% of Tidepool and Brightwater the remaining 40%.") == {
        ("corvid", "tidepool", "ownership", 0.6, "signed"),
        ("brightwater", "tidepool", "ownership", 0.4, "signed"),
    }


def test_each_of_two_invests_its_own_sum():
    assert _told("Corvid and Brightwater will each invest $1 billion in Tidepool.") == {
        ("corvid", "tidepool", "equity", 1_000_000_000, "announced"),
        ("brightwater", "tidepool", "equity", 1_000_000_000, "announced"),
    }


def test_a_comma_joins_two_investors_where_the_verb_is_plural():
    assert _told("Corvid, Brightwater invest $2 billion in Tidepool.") == {
        ("corvid", "tidepool", "equity", None, "funded"),
        ("brightwater", "tidepool", "equity", None, "funded"),
        ("unnamed:consortium", "tidepool", "equity", 2_000_000_000, "funded"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Corvid sold a 10% stake in its cloud unit to Brightwater for $2 billion.",
        "Corvid bought Tidepool and sold its stake to Brightwater for $2 billion.",
        "Corvid sold shares to Tidepool employees for $2 million.",
        "Corvid got $2 billion from Tidepool for cloud services.",
        "Corvid received $2 billion in revenue from Tidepool.",
        "Corvid paid $2 billion for 10% of Tidepool's chips.",
        "Corvid backed Tidepool with a $2 billion order.",
        "Corvid denied it had sold a 10% stake to Tidepool for $2 billion.",
        "Corvid wrote a $2 billion check to Tidepool for chips.",
        "Would Corvid invest $2 billion in Tidepool?",
        "Corvid could have invested $2 billion in Tidepool but chose not to.",
        "Tidepool is seeking $450 million from Gulf investors.",
        "Corvid sold shares of Tidepool short.",
        "Corvid will sell its stake in Tidepool.",
    ],
)
def test_other_money_and_what_did_not_happen_is_no_stake(words):
    assert _told(words) == set()


def test_who_is_named_only_to_compare_invests_nothing():
    assert _told("Unlike Corvid, Meridian invested $2 billion in Tidepool.") == {
        ("meridian", "tidepool", "equity", 2_000_000_000, "funded")
    }
