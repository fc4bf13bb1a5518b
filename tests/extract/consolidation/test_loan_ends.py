"""Maturities that the next sentence tells, or the name of the notes."""

import pytest

from graphbuild.extract.extraction import extract_claims
from tests.extract.writing import CONTEXT, filing

LENT = "On May 4, 2026, Brightwater Capital lent $250 million to Lumen Robotics, Inc. "


def ends(*paragraphs: str) -> list[str]:
    return [str(c.ends_on) for c in extract_claims(filing(*paragraphs), CONTEXT).claims]


@pytest.mark.parametrize(
    "following",
    [
        "The loan bears interest at 9% and matures on May 5, 2029.",
        "The term loan will mature on May 5, 2029.",
        "It bears interest at 9% and is due on May 5, 2029.",
        "The facility has a maturity date of May 5, 2029.",
        "Interest is paid monthly. This loan expires on May 5, 2029.",
    ],
)
def test_the_next_sentence_tells_when_the_loan_is_due(following: str):
    assert ends(LENT + following)[0] == "2029-05-05"


@pytest.mark.parametrize(
    "following",
    [
        "The notes mature on May 5, 2029.",
        "The loan may be drawn until May 5, 2029.",
        "We leased a hall from Quillstone for $9 million. The loan matures on May 5, 2029.",
        "The lease expires on May 5, 2029.",
    ],
)
def test_other_ends_are_not_those_of_the_loan(following: str):
    assert ends(LENT + following)[0] == "None"


def test_the_name_of_notes_tells_their_year():
    told = "On May 4, 2026, we issued $600 million in aggregate principal amount of our 2031 Notes."
    assert ends(told) == ["2031"]


def test_a_deadline_is_no_maturity():
    told = "On May 4, 2026, we lent $250 million to Lumen Robotics, Inc. to finish by March 2027."
    assert "2027-03" not in ends(told)


def test_a_term_extended_ends_at_the_new_day():
    told = "We have a $15 million revolving credit facility with a term that extends to May 2029."
    assert ends(told) == ["2029-05"]
