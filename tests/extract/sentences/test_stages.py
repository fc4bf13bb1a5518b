"""How far a deal has come by its verb: planned, offered, priced, agreed, done."""

import pytest

from graphbuild.records.document import Document
from tests.extract.writing import filing, news, release, rows


def told(document: Document) -> list[object]:
    return [row["status"] for row in rows(document)]


NOTES = "$400 million aggregate principal amount of its 4.00% senior notes due 2031"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (f"Harbor Compute has priced {NOTES}.", "signed"),
        (f"Harbor Compute announced the pricing of {NOTES}.", "signed"),
        (f"Harbor Compute issued a press release announcing the pricing of {NOTES}.", "signed"),
        (f"Harbor Compute announced its intention to offer {NOTES}.", "announced"),
        (f"Harbor Compute intends to offer {NOTES}.", "announced"),
        (f"Harbor Compute sold {NOTES}.", "funded"),
        (f"Harbor Compute priced and issued {NOTES}.", "funded"),
        (f"We are offering {NOTES}.", "signed"),
        ("We are offering $400 million of our % senior notes due 2031.", "announced"),
    ],
)
def test_an_issue_of_notes_is_planned_priced_or_sold(words: str, status: str) -> None:
    assert told(release(words)) == [status]


SERIES = "$2 billion of convertible notes due 2030 and $1 billion of convertible notes due 2034"


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("announced its intention to offer convertible notes in two series:", "announced"),
        ("has entered into definitive agreements for a placement of notes in two series:",
         "signed"),
        ("has issued convertible notes in two series:", "funded"),
    ],
)  # fmt: skip
def test_each_series_has_the_status_of_the_whole(verb: str, status: str) -> None:
    assert set(told(release(f"Harbor Compute {verb} {SERIES}."))) == {status}


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("Tidepool prices $5 billion of notes", "signed"),
        ("Tidepool sells $5 billion of notes", "funded"),
        ("Tidepool raises $5 billion in bond sale", "funded"),
        ("Tidepool plans $5 billion bond sale", "rumoured"),
        ("Tidepool to buy Lumen Robotics in $9 billion deal", "signed"),
        ("Tidepool in talks to buy Lumen Robotics", "rumoured"),
        ("Tidepool acquihires startup Lumen Robotics", "signed"),
        ("Tidepool has acquired Lumen Robotics", "funded"),
        ("Tidepool set to raise $1 billion", "rumoured"),
        ("Tidepool announces the close of a $30 billion funding round", "funded"),
    ],
)
def test_a_headline_is_as_firm_as_its_verb(headline: str, status: str) -> None:
    assert told(news(headline)) == [status]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("We completed our acquisition of Lumen Robotics for $40 million.", "funded"),
        ("In June 2026, we closed the acquisition of Lumen Robotics for $40 million.", "funded"),
        ("Our acquisition of Lumen Robotics in 2020 expanded our business.", "funded"),
        ("In June 2026, we agreed to acquire Lumen Robotics for $40 million.", "signed"),
    ],
)
def test_a_purchase_completed_or_with_effects_is_done(words: str, status: str) -> None:
    assert told(filing(words)) == [status]


def test_a_report_tells_what_was_bought_as_done_and_what_was_promised_as_signed() -> None:
    assert told(news("In brief.", "Tidepool bought Lumen Robotics last year.")) == ["funded"]
    committed = "OpenAI has already committed $8 billion to invest in Lumen Robotics."
    assert set(told(news("In brief.", committed))) <= {"signed"}
    secret = "Brightwater is providing $3 billion of equity to Tidepool, said the people."
    assert told(news("In brief.", secret)) == ["rumoured"]


def test_a_share_of_revenue_agreed_and_in_force_and_one_only_expected() -> None:
    current = "Tidepool currently has an agreement to share 20% of its revenue with Meridian."
    assert told(news("In brief.", current)) == ["funded"]
    expected = (
        "Officials have expressed an expectation that Meridian will receive 15% of the revenue"
        " generated from our sales."
    )
    assert told(filing(expected)) == ["rumoured"]


def test_an_option_granted_is_signed_and_in_a_preliminary_prospectus_announced() -> None:
    option = (
        "We have granted the underwriters a 30-day option to purchase up to $18 million of"
        " additional shares of our common stock."
    )
    assert told(filing(option)) == ["signed"]
    assert told(filing("PRELIMINARY PROSPECTUS SUPPLEMENT", option)) == ["announced"]
