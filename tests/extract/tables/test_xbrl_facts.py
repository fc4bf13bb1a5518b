"""Facts that fill what no wording has read; of fictional filers."""

import pytest

from graphbuild.extract import extract_claims
from graphbuild.extract.base import Context
from graphbuild.extract.tables.xbrl_facts import find_in_facts
from graphbuild.records.claim import Claim, Role
from tests.extract.papers import Paper

NOW = ("2025-12-31", "2025-12-31")
FACILITY = "us-gaap:LineOfCreditFacilityMaximumBorrowingCapacity"


def found(
    text: str, words: str, concept: str, value: str, member: str, days: tuple[str, str] = NOW
) -> list[Claim]:
    paper = Paper()
    paper.say(text)
    paper.fact(words, concept, value, days, Axis=member)
    return list(find_in_facts(paper.document(), Context(names=frozenset({"Lodestar Bank"}))))


def told(claims: list[Claim]) -> list[tuple[str, str, str, str, str]]:
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            c.instrument.value,
            str(c.share or int(c.amount.point or 0)),
            c.measure.value,
        )
        for c in claims
    ]


def test_a_facility_s_size_is_a_ceiling_and_quotes_its_sentence() -> None:
    text = "Of our revolving credit facilities, $4.0 billion expires in April 2027."
    claims = found(text, "4.0", FACILITY, "4000000000", "FacilityDueApril2027Member")
    assert told(claims) == [
        ("lenders", "Halcyon Compute, Inc.", "revolver", "4000000000", "ceiling")
    ]
    assert claims[0].citation.quote == text
    assert str(claims[0].ends_on) == "2027-04"


def test_only_a_fact_above_nothing_that_a_sentence_shows_makes_a_claim_and_makes_it_once() -> None:
    text = "Of our revolving credit facilities, $4.0 billion expires in April 2027."
    member = "FacilityDueApril2027Member"
    counts = [len(found(text, "4.0", FACILITY, v, member)) for v in ("4e9", "0", "-4e9")]
    assert counts == [1, 0, 0]
    paper = Paper()
    paper.say(text)
    for _ in range(2):
        paper.fact("4.0", FACILITY, "4e9", NOW, Axis=member)
    assert len(list(find_in_facts(paper.document(), Context()))) == 1


def test_commercial_paper_outstanding_is_of_the_balance_date() -> None:
    text = (
        "Borrowings of $5.7 billion and $3.9 billion were outstanding under our commercial paper "
        "program."
    )
    concept = "us-gaap:CommercialPaper"
    assert told(found(text, "3.9", concept, "3900000000", "CommercialPaperMember")) == [
        ("commercial-paper-holders", "Halcyon Compute, Inc.", "bond", "3900000000", "outstanding")
    ]
    assert (
        found(
            text,
            "5.7",
            concept,
            "5700000000",
            "CommercialPaperMember",
            ("2024-12-31", "2024-12-31"),
        )
        == []
    )


def test_a_purchase_obligation_names_its_seller_if_the_sentence_does() -> None:
    text = (
        "We paid a deposit of $5 million to Quarrycraft, leaving a commitment of about "
        "$114.0 million."
    )
    assert told(
        found(text, "114.0", "us-gaap:PurchaseObligation", "114000000", "MinersMember")
    ) == [("Halcyon Compute, Inc.", "Quarrycraft", "purchase_commitment", "114000000", "committed")]


def test_a_stake_takes_the_name_its_member_is_made_of() -> None:
    text = (
        "We follow Tidepool Robotics LLC, in which we have an ownership interest of "
        "approximately 29%."
    )
    claims = found(
        text,
        "29",
        "us-gaap:EquityMethodInvestmentOwnershipPercentage",
        "0.29",
        "TidepoolRoboticsLlcMember",
    )
    assert told(claims) == [
        ("Halcyon Compute, Inc.", "Tidepool Robotics LLC", "ownership", "0.29", "share")
    ]
    assert claims[0].amount.qualifier.value == "about"


@pytest.mark.parametrize(
    ("text", "words", "concept", "value", "member"),
    [
        (
            "Lodestar Bank granted a revolving credit facility of $4.0 billion.",
            "4.0",
            FACILITY,
            "4000000000",
            "RevolverMember",
        ),
        (
            "The revolving credit facility of $4.0 billion was terminated.",
            "4.0",
            FACILITY,
            "4000000000",
            "RevolverMember",
        ),
        ("The plan has a size of $4.0 billion.", "4.0", FACILITY, "4000000000", "RevolverMember"),
        (
            "We own between 20% and 50% of such companies.",
            "20",
            "us-gaap:EquityMethodInvestmentOwnershipPercentage",
            "0.2",
            "MinimumMember",
        ),
        (
            "Our revolving credit facility allows $4.0 billion.",
            "4.0",
            FACILITY,
            "9000000000",
            "RevolverMember",
        ),
    ],
)
def test_unclear_parties_ended_debt_and_contradictions_give_nothing(
    text: str, words: str, concept: str, value: str, member: str
) -> None:
    assert found(text, words, concept, value, member) == []


def test_a_figure_another_reader_has_claimed_is_not_told_again() -> None:
    paper = Paper()
    paper.table(
        "Halcyon Fiber, Inc. | 70.7% owned by Halcyon Compute, Inc.\n"
        "Tidewater Ltd | 100% owned by Halcyon Compute, Inc."
    )
    paper.say("The Company holds approximately 70.7% of Halcyon Fiber today.")
    paper.fact(
        "70.7",
        "us-gaap:MinorityInterestOwnershipPercentageByParent",
        "0.707",
        NOW,
        Axis="HalcyonFiberMember",
    )
    claims = extract_claims(paper.document(), Context(names=frozenset())).claims
    assert [str(c.share) for c in claims] == ["0.707", "1"]
    assert {c.pattern for c in claims} == {"listed_entities/1"}
