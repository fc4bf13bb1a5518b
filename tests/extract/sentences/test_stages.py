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
        (
            "Although we were able to complete the acquisition in 2025, an agency sued in 2024 to"
            " stop our proposed acquisition of Lumen Robotics.",
            "funded",
        ),
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
        "We have granted the underwriters an option to buy, within a month, up to $18 million of"
        " further shares of our stock."
    )
    assert told(filing(option)) == ["signed"]
    assert told(filing("PRELIMINARY PROSPECTUS SUPPLEMENT", option)) == ["announced"]


@pytest.mark.parametrize(
    "words",
    [
        "In June 2026, we increased the size of our commercial paper program from $1 billion to $9"
        " billion.",
        "On June 4, 2026, we filed a supplement to increase the number of shares that may be sold"
        " in the at-the-market offering under the sales agreement to up to $450,000,000.",
        "We amended our existing loan facility with Northgate Bank, N.A. to provide an aggregate"
        " of $300 million.",
    ],
)
def test_a_new_size_amends_a_programme_or_facility(words: str) -> None:
    assert told(filing(words)) == ["amended"]


def test_an_amended_and_restated_agreement_is_no_amendment_of_its_size() -> None:
    words = (
        "In June 2026, we entered into an amended and restated credit agreement with Northgate"
        " Bank, N.A. for a $300 million revolving credit facility."
    )
    assert "amended" not in told(filing(words))


def test_a_guarantee_given_is_in_force_and_one_that_will_be_is_agreed() -> None:
    given = "The Company guarantees the obligations of Lumen Finance IV, LLC under its $26 million"
    assert told(filing(f"{given} term loan facility.")) == ["funded"]
    assert told(filing("The notes will be fully guaranteed by Lumen Robotics.")) == ["signed"]
    assert told(filing("The notes are fully guaranteed by Lumen Robotics.")) == ["funded"]


def test_what_is_received_in_return_for_a_promise_is_agreed_with_it() -> None:
    promise = "Meridian has agreed to guarantee $14 million of the lease obligations of Tidepool."
    warrants = "Meridian will receive warrants to acquire 24 million shares of Lumen Robotics."
    found = {r["instrument"]: r["status"] for r in rows(news("Brief.", f"In return, {warrants}"))}
    assert found == {"warrant": "signed"}
    found = {r["instrument"]: r["status"] for r in rows(news("Brief.", promise, warrants))}
    assert found["warrant"] == "announced"


def test_what_a_figure_counts_follows_the_verb() -> None:
    cash = "Brightwater invested $15 million in cash in Lumen Robotics."
    drawn = "The Company received a loan of $20 million at closing from Northgate Bank, N.A."
    worst = "Our maximum exposure on the guarantees we provide was $24 million."
    fixed = (
        "The Company agreed to issue and sell 22,000,000 shares under the sales agreement having an"
        " aggregate purchase price of $63 million."
    )
    spend = "We have a commitment to spend at least $19 million on servers over ten years."
    retired = (
        "On June 21, 2026, the Company repurchased $167 million aggregate principal amount of its"
        " 2026 Notes."
    )
    assert [
        row["measure"]
        for document in (
            news("In brief.", cash),
            *map(filing, (drawn, worst, fixed, spend, retired)),
        )
        for row in rows(document)
    ] == ["paid", "drawn", "ceiling", "headline", "committed", "outstanding"]


def test_allocations_received_are_no_facility_yet() -> None:
    assert told(
        release("Received Allocations for Revolving Credit Facility of Up to $25 Million")
    ) == ["announced"]


def test_a_facility_being_finalised_or_prepared_is_no_loan_yet() -> None:
    open_yet = "Tidepool finalizes an increase of its credit facility to $15 billion."
    assert told(news("In brief.", open_yet)) == ["rumoured"]
