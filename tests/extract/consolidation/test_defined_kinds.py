"""A debt called by a name is what the name was defined for."""

import pytest

from tests.extract.writing import filing, news, rows

_NOTES = (
    "In May 2026, the Company issued $740 million of 1.25% convertible senior notes due 2031 "
    "(the “Notes”)."
)
_LINE = (
    "In May 2026, the Company entered into a revolving credit facility of up to $90 million with "
    "a group of banks (the “Credit Facility”)."
)


def _kinds(*paragraphs: str, of: float) -> list[tuple[object, object]]:
    return [
        (row["instrument"], row["status"])
        for row in rows(filing(*paragraphs))
        if row["amount"] == of * 1_000_000
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The aggregate principal amount of Notes sold in the offering was $731 million.",
        "The aggregate principal amount of the Notes outstanding was $731 million.",
        "On June 30, 2026, $731 million principal amount of the Notes was outstanding.",
        "The aggregate principal amount of notes sold in the offering was $731 million.",
        "On June 30, 2026, notes outstanding, net of discounts, were $731 million.",
        "The Company had outstanding Notes in the principal amount of $731 million.",
        "We granted the underwriters an option to buy up to $731 million more principal amount of "
        "the Notes.",
    ],
)
def test_notes_defined_as_convertible_convert(sentence):
    assert {kind for kind, _ in _kinds(_NOTES, sentence, of=731)} <= {"convertible"}
    assert not [kind for kind, _ in _kinds(_NOTES, sentence, of=731) if kind == "bond"]


def test_each_series_is_what_it_was_defined_as():
    both = (
        "The Company issued 6.0% convertible senior notes due 2030 (the “2030 Notes”) and 7.0% "
        "senior notes due 2033 (the “2033 Notes”)."
    )
    told = "In June 2026, $731 million principal amount of the {} Notes was outstanding."
    assert _kinds(both, told.format(2030), of=731) == [("convertible", "funded")]
    assert _kinds(both, told.format(2033), of=731) == [("bond", "funded")]


def test_the_sold_amount_of_defined_notes_is_a_convertible():
    told = "The aggregate principal amount of notes sold in the offering was $731 million."
    assert _kinds(_NOTES, told, of=731) == [("convertible", "funded")]


@pytest.mark.parametrize(
    ("definition", "told"),
    [
        ("The Company issued 6% senior secured notes due 2031 (the “Notes”).", "Notes"),
        (_NOTES, "senior secured notes"),
        (_NOTES.replace("“Notes”", "“2031 Notes”"), "2033 Notes"),
        (_NOTES + " It issued 7% senior notes due 2034 (the “Notes”) in June 2026.", "Notes"),
    ],
)
def test_other_notes_stay_bonds(definition, told):
    sentence = f"The aggregate principal amount of {told} sold in the offering was $731 million."
    assert _kinds(definition, sentence, of=731) == [("bond", "funded")]


@pytest.mark.parametrize(
    "sentence",
    [
        "There were $62 million of borrowings outstanding under the Credit Facility on that date.",
        "The Credit Facility provides for up to $62 million of committed capacity.",
        "We had $62 million of outstanding borrowings under the Credit Facility.",
        "The Company borrowed $62 million under the Credit Facility.",
        "The outstanding balance of the Credit Facility was $62 million.",
        "The Company drew $62 million under the credit facility.",
    ],
)
def test_a_facility_defined_as_revolving_is_a_revolver(sentence):
    assert {kind for kind, _ in _kinds(_LINE, sentence, of=62)} == {"revolver"}


@pytest.mark.parametrize(
    "definition",
    [
        "The Company entered into a credit agreement for a term loan (the “Credit Facility”).",
        "The Company entered into a credit agreement for a term loan and a revolving credit "
        "facility (the “Credit Facility”).",
        "The Company entered into a non-revolving facility (the “Credit Facility”).",
    ],
)
def test_a_facility_of_a_term_loan_is_no_revolver(definition):
    told = "There were $62 million of borrowings outstanding under the Credit Facility."
    assert _kinds(definition, told, of=62) == [("loan", "funded")]


def test_a_master_loan_for_a_line_of_credit_is_a_revolver():
    signed = (
        "The Company signed a Master Loan Agreement (the “2026 Master Loan”) with Northgate Bank, "
        "N.A. for a line of credit."
    )
    told = "The 2026 Master Loan has a credit limit of $62 million."
    assert _kinds(signed, told, of=62) == [("revolver", "funded")]


def test_a_facility_defined_when_it_ended_is_over():
    ended = (
        "In April 2026, the Company had repaid what it owed and terminated its revolving credit "
        "facility with Northgate Bank, N.A. (the “Credit Facility”)."
    )
    told = "There were $62 million of borrowings outstanding under the Credit Facility in 2025."
    assert _kinds(ended, told, of=62) == [("revolver", "terminated")]


def test_a_facility_that_took_the_place_of_one_that_ended_lives():
    replaced = (
        "The Company terminated the prior loan and entered into a revolving credit facility (the "
        "“Credit Facility”)."
    )
    told = "There were $62 million of borrowings outstanding under the Credit Facility."
    assert _kinds(replaced, told, of=62) == [("revolver", "funded")]


def test_asset_backed_notes_are_asset_backed():
    told = (
        "In 2026, we moved leased cars into a trust and issued $731 million in aggregate principal "
        "amount of Car Asset-backed Notes."
    )
    assert _kinds(told, of=731) == [("abs", "funded")]


def test_proceeds_of_an_offering_of_notes_are_no_equity():
    sold = "The Company sold convertible senior notes due 2031 (the “Offering”)."
    told = "The Company bought servers, using $78 million of proceeds from the Offering."
    assert _kinds(sold, told, of=78) == []


def test_an_earlier_facility_beside_a_revolver_is_one_too():
    found = rows(
        news(
            "Tidepool seeks a larger credit line",
            "Tidepool's revolving credit facility is expected to reach $9 billion, sources said.",
            "That is a large increase over a $2.5 billion five-year facility the company secured "
            "last year.",
        )
    )
    assert [r["instrument"] for r in found if r["amount"] == 2_500_000_000] == ["revolver"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The net proceeds to the Company from the Offering were $731 million.",
        "The Company received net proceeds of $731 million from the Offering.",
    ],
)
def test_proceeds_of_an_offering_of_notes_are_no_shares_sold_beside_them(sentence):
    offering = _NOTES.replace("Notes”", "Offering”")
    assert _kinds(sentence, of=731) == [("equity", "funded")]
    assert _kinds(offering, sentence, of=731) == []
    assert [kind for kind, _ in _kinds(offering, sentence, of=740)] == ["convertible"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On June 30, 2026, $731 million principal amount of the notes was outstanding.",
        "The aggregate principal amount of the notes sold in the offering was $731 million.",
    ],
)
def test_the_notes_without_a_name_are_those_told_just_before(sentence):
    first = "In May 2026, the Company issued $740 million of 1.25% {} notes due 2031."
    before = {kind: first.format(kind) for kind in ("convertible senior", "senior")}
    assert _kinds(before["convertible senior"], sentence, of=731) == [("convertible", "funded")]
    assert _kinds(before["senior"], sentence, of=731) == [("bond", "funded")]
