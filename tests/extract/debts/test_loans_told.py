"""Debt in reports: whatever verb tells of it, the lender lends and the borrower borrows."""

import pytest

from tests.extract.writing import news, rows

_BANK, _CLOUD = "Northgate Bank, N.A.", "Quillstone"


def _told(sentence: str) -> set[tuple[str, str, str, str | None, str]]:
    story = news("A busy week for lenders", sentence.replace("BANK", _BANK))
    return {
        (
            str(r["source_name"]),
            str(r["target_name"]),
            str(r["instrument"]),
            str(r["amount"]) if r["amount"] is not None else None,
            str(r["status"]),
        )
        for r in rows(story)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Quillstone lined up $2 billion in financing from BANK to buy chips.",
        "Quillstone tapped BANK for a $2 billion loan.",
        "Quillstone turned to BANK for $2 billion in debt.",
        "Quillstone has refinanced $2 billion of loans with BANK.",
        "Quillstone secured a $2 billion refinancing from BANK.",
        "Quillstone won $2 billion in funding from BANK in the form of a loan.",
        "A $2 billion loan to Quillstone was provided by BANK.",
        "A $2 billion term loan was extended to Quillstone by BANK.",
        "Quillstone was granted a $2 billion loan by BANK.",
        "Quillstone was lent $2 billion by BANK.",
        "With a $2 billion loan from BANK, Quillstone bought 40,000 chips.",
        "A $2 billion loan from BANK will help Quillstone build a campus.",
        "BANK financed Quillstone's $2 billion purchase of chips.",
        "Quillstone's $2 billion purchase of chips was financed by BANK.",
        "Quillstone financed $2 billion of GPUs with a loan from BANK.",
    ],
)
def test_a_loan_goes_from_the_lender_to_the_borrower(sentence: str) -> None:
    assert _told(sentence) == {(_BANK, _CLOUD, "loan", "2000000000", "funded")}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("BANK agreed to finance $2 billion of Quillstone's chips.", "signed"),
        ("BANK will finance Quillstone's Ohio campus with a $2 billion loan.", "announced"),
        ("BANK offered Quillstone a $2 billion loan.", "announced"),
        ("Quillstone has been offered a $2 billion loan by BANK.", "announced"),
        ("Quillstone is lining up a $2 billion loan from BANK.", "rumoured"),
        ("Talks on a $2 billion loan from BANK to Quillstone have collapsed.", "terminated"),
        ("Quillstone paid back $2 billion it had borrowed from BANK.", "terminated"),
        ("Quillstone repaid BANK $2 billion.", "terminated"),
        ("BANK signed a $2 billion loan agreement with Quillstone.", "announced"),
    ],
)
def test_the_words_tell_how_far_the_loan_has_come(sentence: str, status: str) -> None:
    assert _told(sentence) == {(_BANK, _CLOUD, "loan", "2000000000", status)}


def test_lenders_named_after_a_loan_share_it() -> None:
    told = _told("Quillstone signed a $2 billion loan with lenders including BANK and Brightwater.")
    assert {(source, amount) for source, _, _, amount, _ in told} == {
        (_BANK, None),
        ("Brightwater", None),
        ("consortium", "2000000000"),
    }


@pytest.mark.parametrize(
    ("sentence", "source", "instrument"),
    [
        ("Quillstone sold $500 million of notes to Brightwater.", "Brightwater", "bond"),
        ("Quillstone placed $500 million of bonds with Brightwater.", "Brightwater", "bond"),
        ("Brightwater bought $500 million of the bonds of Quillstone.", "Brightwater", "bond"),
        ("Brightwater bought $500 million of Quillstone's bonds.", "Brightwater", "bond"),
        (
            "Quillstone sold $500 million of notes to institutional investors.",
            "noteholders",
            "bond",
        ),
        ("Quillstone raised $500 million in an ABS deal.", "noteholders", "abs"),
        (
            "Quillstone had $500 million of commercial paper outstanding.",
            "commercial-paper-holders",
            "bond",
        ),
    ],
)
def test_notes_go_from_whoever_bought_them(sentence: str, source: str, instrument: str) -> None:
    assert {t[:4] for t in _told(sentence)} == {(source, _CLOUD, instrument, "500000000")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Analysts at BANK expect Quillstone to borrow $2 billion this year.",
        "BANK refused to lend Quillstone $2 billion.",
        "BANK walked away from talks to lend Quillstone $2 billion.",
        "BANK sold a $2 billion loan to Quillstone to Brightwater.",
        "Quillstone hired BANK for its $2 billion bond sale.",
        "Quillstone took a $2 billion impairment on a loan to Tidepool.",
        "Quillstone repaid Corvid $2 million for a late delivery.",
        "Corvid would pay $3 billion if Quillstone fails to approve the merger with Tidepool.",
        "Corvid issued a $50 million letter of credit to Tidepool on behalf of Quillstone.",
        "Brightwater arranged $20 billion of debt for a vehicle that will buy chips for Tidepool.",
    ],
)
def test_no_loan_is_made_of_what_is_none(sentence: str) -> None:
    assert _told(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "beneficiary"),
    [
        (
            "Corvid agreed to backstop Quillstone's $3 billion lease obligation to Ashgrove.",
            "Ashgrove",
        ),
        (
            "Corvid will guarantee $3 billion of Quillstone's lease payments to Ashgrove.",
            "Ashgrove",
        ),
        ("Corvid provided a $3 billion guarantee to Ashgrove for Quillstone's lease.", "Ashgrove"),
        ("Corvid stood behind $3 billion of Quillstone's rent to Ashgrove.", "Ashgrove"),
        (
            "Corvid would pay up to $3 billion if Quillstone defaults on rent to Ashgrove.",
            "Ashgrove",
        ),
        ("The $3 billion loan to Quillstone from BANK is guaranteed by Corvid.", _BANK),
        ("Corvid's $3 billion guarantee of Quillstone's debt expires in 2030.", _CLOUD),
        ("Quillstone won a $3 billion loan guarantee from Corvid.", _CLOUD),
    ],
)
def test_a_guarantee_goes_to_whom_the_money_is_owed(sentence: str, beneficiary: str) -> None:
    given = {t[:4] for t in _told(sentence) if t[2] == "guarantee"}
    assert given == {("Corvid", beneficiary, "guarantee", "3000000000")}


def test_the_owner_of_a_lease_with_another_may_be_either_side() -> None:
    assert not _told("Corvid guaranteed Ashgrove's $3 billion lease with Quillstone.")


def test_what_a_loan_is_secured_with_lends_nothing():
    story = news("A story", "Quillstone tapped $2 billion in loans from Corvid shares.")
    assert ("corvid", "quillstone") not in [(row["source"], row["target"]) for row in rows(story)]
