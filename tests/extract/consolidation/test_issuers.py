"""Notes and guarantees belong to whoever the document calls the issuer, not to its parent."""

import pytest

from tests.extract.writing import filing, release, short

HEADLINE = "Harbor Compute, Inc. Announces Pricing of $640 Million of Senior Secured Notes"
PRICED = (
    "Harbor Compute, Inc. (Nasdaq: HRBC) today announced that its wholly-owned subsidiary, Harbor "
    "Pier LLC (the “Issuer”), has priced $640 million in principal of secured notes that fall due "
    "in 2031 (the “Notes”)."
)
BY_SITE = "The Notes will be fully and unconditionally guaranteed by Harbor Quay Site LLC."
ISSUED_2031 = (
    "In May 2026, Harbor Pier LLC, a wholly-owned subsidiary of the Company, issued $640 million "
    "of 6.0% Senior Notes due 2031 (the “2031 Notes”)."
)


def _of(document, instrument):
    return [c[:2] for c in short(document) if c[2] == instrument]


def test_the_headline_of_a_release_is_no_second_issue_of_the_parent():
    assert _of(release(HEADLINE, PRICED), "bond") == [("unnamed:noteholders", "harbor-pier")]


def test_a_headline_alone_stays():
    assert _of(release(HEADLINE), "bond") == [("unnamed:noteholders", "harbor-compute")]


def test_another_sum_of_the_parent_stays():
    own = HEADLINE.replace("640", "900")
    found = _of(release(own, PRICED), "bond")
    assert found == [
        ("unnamed:noteholders", "harbor-compute"),
        ("unnamed:noteholders", "harbor-pier"),
    ]


def test_the_notes_of_a_guarantee_are_those_of_their_issuer():
    assert _of(release(HEADLINE, PRICED, BY_SITE), "guarantee") == [
        ("harbor-quay-site", "harbor-pier")
    ]


def test_an_owner_of_guarantors_is_none_himself():
    words = (
        "The Notes will be guaranteed by Harbor Pier’s existing subsidiaries, which include Harbor "
        "Quay Site LLC and Aldermole LLC."
    )
    assert _of(release(PRICED, words), "guarantee") == [
        ("harbor-quay-site", "harbor-pier"),
        ("aldermole", "harbor-pier"),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The 2031 Notes are guaranteed on a senior basis by the Company and its subsidiaries.",
            [("harbor-compute", "harbor-pier")],
        ),
        (
            "The 2031 Notes are guaranteed by certain subsidiaries of the Company.",
            [("unnamed:subsidiary-guarantors", "harbor-pier")],
        ),
        (
            "The 2033 Notes are guaranteed by certain subsidiaries of the Company.",
            [("unnamed:subsidiary-guarantors", "harbor-compute")],
        ),
        (
            "The obligations of Aldermole LLC under the Credit Agreement are guaranteed by certain "
            "of our subsidiaries.",
            [("unnamed:subsidiary-guarantors", "aldermole")],
        ),
        ("The obligations of the Issuers will be guaranteed by certain of their subsidiaries.", []),
        (
            "The obligations of the Issuers are guaranteed by the Company and its subsidiaries.",
            [("harbor-compute", "unnamed:noteholders")],
        ),
    ],
)
def test_who_owes_what_a_filing_calls_guaranteed(words, expected):
    assert _of(filing(ISSUED_2031, words), "guarantee") == expected


@pytest.mark.parametrize(
    ("words", "borrower"),
    [
        ("Aldermole a wholly owned subsidiary of the Company, has a", "aldermole"),
        ("Our wholly-owned subsidiary, Aldermole LLC, has a", "aldermole"),
        ("Aldermole LLC, an indirect, wholly owned subsidiary of ours, has a", "aldermole"),
        ("The Company, a subsidiary of Ashgrove, has a", "harbor-compute"),
        ("We have, besides those of our subsidiary Aldermole LLC, a", "harbor-compute"),
    ],
)
def test_a_facility_is_that_of_the_subsidiary_the_sentence_is_about(words, borrower):
    document = filing(f"{words} $75 million revolving credit facility.")
    assert [c[1] for c in short(document) if c[2] == "revolver"] == [borrower]


def test_lead_lenders_lend_to_the_subsidiary_that_drew():
    document = filing(
        "In May 2026, our wholly-owned subsidiary Aldermole Co. II, LLC drew down the remaining "
        "$310 million under its term loan facility, for which Brightwater and Ashgrove acted as "
        "lead lenders."
    )
    assert {c[:2] for c in short(document) if c[2] == "loan" and c[3] is None} == {
        ("brightwater", "aldermole-co-ii"),
        ("ashgrove", "aldermole-co-ii"),
    }
