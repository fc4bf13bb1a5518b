"""Schedules 13D and 13G as prose; owners and issuer are invented."""

from graphbuild.extract.base import Context
from graphbuild.extract.forms.schedule_covers import find_covers
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def schedule(*covers: tuple[str, str], kind: str = "SC 13G") -> list[tuple[str, str, str, str]]:
    paper = Paper("Scree Partners", kind=kind)
    paper.say("SCHEDULE 13G")
    paper.say("HALCYON COMPUTE CORPORATION")
    paper.say("(Name of Issuer)")
    paper.say("December 29, 2023")
    paper.say("(Date of event which requires filing of this statement)")
    for name, percent in covers:
        paper.say(f"1 NAMES OF REPORTING PERSONS {name}")
        paper.say("2 CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP (a) o (b) o")
        paper.say("9 AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON 1,200,000")
        paper.say(f"11 PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW (9) {percent}")
        paper.say("12 TYPE OF REPORTING PERSON OO")
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            str(c.share),
            str(c.agreed_on),
        )
        for c in find_covers(paper.document(), Context())
    ]


def test_every_cover_page_is_a_claim_and_a_stake_that_is_gone_is_none() -> None:
    assert schedule(
        ("Scree Partners, L.P.", "5.4%"), ("Ada Marlow", "7 %"), ("Quill Ltd.", "0.0%")
    ) == [
        ("Scree Partners, L.P.", "Halcyon Compute Corporation", "0.054", "2023-12-29"),
        ("Ada Marlow", "Halcyon Compute Corporation", "0.07", "2023-12-29"),
    ]


def test_a_tender_offer_that_amends_a_schedule_has_covers_too() -> None:
    found = schedule(("Scree Partners, L.P.", "51.8%"), kind="SC TO-T/A")
    assert [(name, share) for name, _, share, _ in found] == [("Scree Partners, L.P.", "0.518")]
    assert schedule(("Scree Partners, L.P.", "51.8%"), kind="SC TO-I") == []


def test_other_kinds_of_document_are_left_alone() -> None:
    assert schedule(("Scree Partners, L.P.", "5.4%"), kind="10-K") == []


def test_words_that_follow_the_name_are_no_part_of_it() -> None:
    found = schedule(
        ("I.R.S. IDENTIFICATION NOS. OF ABOVE PERSONS (ENTITIES ONLY) Scree LLC", "6.1%")
    )
    assert [name for name, *_ in found] == ["Scree LLC"]


def test_the_number_of_the_next_row_is_no_part_of_the_name() -> None:
    for number in ("2.", "(2)", "2)", "2"):
        found = schedule((f"Scree LLC {number} CHECK THE APPROPRIATE BOX", "6.1%"))
        assert [name for name, *_ in found] == ["Scree LLC"]
