"""The day of a deal told a sentence before, or counted from the day of a report."""

import pytest

from graphbuild.extract.extraction import extract_claims
from tests.extract.writing import CONTEXT, filing, news

AGREED = (
    "On May 4, 2026, we entered into a credit agreement (the “Quill Facility”) with Northgate "
    "Bank, N.A. as lender. "
)
HOSTED = (
    "In March 2025, we signed a hosting agreement with Lumen Robotics for twelve megawatts at its "
    "site in Oakham. The agreement renews by itself every month. "
)


def days_in_filing(*paragraphs: str) -> set[str]:
    claims = extract_claims(filing(*paragraphs), CONTEXT).claims
    return {str(c.agreed_on) for c in claims if c.amount.is_disclosed or c.share is not None}


def days_in_report(text: str) -> set[str]:
    claims = extract_claims(news("Of chips and cash", text), CONTEXT).claims
    return {str(c.agreed_on) for c in claims}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Quill Facility provides for up to $40 million of loans.",
        "The credit agreement provides for borrowings of up to $40 million.",
        "Concurrently, we borrowed $40 million from Northgate Bank, N.A. under a term loan.",
        "Simultaneously, we repaid in full the $40 million term loan of Northgate Bank, N.A.",
        "On the same date, we issued $40 million of senior notes due 2031.",
    ],
)
def test_a_sentence_that_points_back_has_the_day_of_the_agreement(sentence: str):
    assert days_in_filing(AGREED + sentence) == {"2026-05-04"}


def test_a_share_of_profits_has_the_day_of_the_hosting_agreement():
    assert days_in_filing(
        HOSTED + "Lumen Robotics shall also be entitled to 30% of the net profit of the machines."
    ) == {"2025-03"}


def test_the_parts_of_a_list_have_the_day_of_its_heading():
    days = days_in_filing(
        AGREED + "It has two parts:",
        "● a term loan facility in the amount of $40 million.",
        "● a revolving credit facility in the amount of $15 million.",
    )
    assert days == {"2026-05-04"}


def test_the_nearest_agreement_counts_and_not_the_first_of_the_paragraph():
    later = "On June 9, 2026, we signed an amended hosting agreement with Lumen Robotics. "
    share = "Lumen Robotics will receive 20% of the net profit of the machines."
    assert days_in_filing(HOSTED + later + share) == {"2026-06-09"}


@pytest.mark.parametrize(
    "sentence",
    [
        "As of June 30, 2026, $31 million of term loans under the Quill Facility was outstanding.",
        "Brightwater Capital lent $7 million to Lumen Robotics.",
    ],
)
def test_balances_and_other_deals_do_not_have_it(sentence: str):
    assert days_in_filing(AGREED + sentence) <= {"2026-06-30"}


def test_what_came_after_the_period_is_not_dated_within_it():
    told = "Subsequent to June 30, 2026, we issued $40 million of senior notes due 2031."
    assert days_in_filing(told) == {"2026"}


def test_of_two_balances_the_sum_and_the_day_are_the_later_ones():
    told = (
        "As of December 31, 2025 and June 30, 2026, we had $30 million and $42 million of term "
        "loans outstanding with Northgate Bank, N.A."
    )
    document = filing(told)
    (claim,) = extract_claims(document, CONTEXT).claims
    assert (str(claim.amount.point), str(claim.agreed_on)) == ("42000000", "2026-06-30")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In April, Tidepool raised $900 million from Foxglove Partners.", "2026-04"),
        ("Tidepool raised $900 million from Foxglove Partners in September.", "2025-09"),
        ("Tidepool raised $900 million from Foxglove Partners last year.", "2025"),
        ("Tidepool raised $900 million from Foxglove Partners late in 2024.", "2024"),
        ("Up 36% so far in 2026, Tidepool raised $900 million in May.", "2026-05"),
        ("Three months ago Tidepool raised $900 million from Foxglove Partners.", "2026-05"),
        ("On June 3, Tidepool raised $900 million from Foxglove Partners.", "2026-06-03"),
        ("Founded amid the boom in 2021, Tidepool raised $900 million in May.", "2026-05"),
        ("Founded in 2021, Tidepool raised $900 million last month.", "2026-07"),
        ("Corvid chases Tidepool, which last year closed a round of $900 million.", "2025"),
    ],
)
def test_a_report_counts_from_its_own_day(text: str, day: str):
    assert days_in_report(text) == {day}


@pytest.mark.parametrize(
    "text",
    [
        "Tidepool raised $900 million, twice what it was worth in March.",
        "Tidepool, founded last year, raised $900 million from Foxglove Partners.",
        "Tidepool is in talks to raise $900 million in September.",
        "Tidepool raised $900 million before it fell out with Corvid in May.",
    ],
)
def test_a_month_of_something_else_leaves_the_day_of_the_report(text: str):
    assert days_in_report(text) <= {"2026-08-19"}


def test_each_of_two_rounds_has_its_own_month():
    text = "Tidepool raised $900 million in May, following a $300 million round in January."
    claims = extract_claims(news("Of chips and cash", text), CONTEXT).claims
    days = {str(c.amount.point): str(c.agreed_on) for c in claims}
    assert days.get("900000000") == "2026-05"
    assert days.get("300000000", "2026-01") == "2026-01"


def test_that_deal_is_the_one_of_the_sentence_before():
    text = (
        "Corvid struck a chip deal with Tidepool in October. That agreement also gave Tidepool "
        "warrants to buy 9 million shares of Corvid."
    )
    assert "2025-10" in days_in_report(text)


def test_concurrently_with_an_agreement_is_of_that_agreement():
    told = (
        "On May 4, 2026, we signed a power contract with Meridian (the “Quill Power Contract”). "
        "On June 9, 2026, we signed a lease of a hall with Lumen Robotics. Concurrently with the "
        "Quill Power Contract, we borrowed $40 million from Northgate Bank, N.A. under a term loan."
    )
    claims = extract_claims(filing(told), CONTEXT).claims
    assert {str(c.agreed_on) for c in claims if c.amount.is_disclosed} == {"2026-05-04"}


def test_an_agreement_amended_is_not_of_its_first_day():
    told = (
        "On June 9, 2026, we amended our credit agreement with Northgate Bank, N.A. The amendment "
        "changed the credit agreement previously entered on May 4, 2024. Specifically, Northgate "
        "Bank, N.A. agreed to lend us $40 million."
    )
    claims = extract_claims(filing(told), CONTEXT).claims
    assert {str(c.agreed_on) for c in claims if c.amount.is_disclosed} == {"2026-06-09"}


def test_talks_are_of_the_report_and_not_of_the_agreement():
    told = AGREED + "As of the reporting date, we are negotiating a further loan of $40 million."
    assert days_in_filing(told) <= {"2026-06-30"}
