import pytest

from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("old-bank"), entity("new-bank"), entity("borrower"),
    entity("spv", parent="borrower"),
)  # fmt: skip


def loan(key, amount, lender="old-bank", agreed_on="2024-05-16", to="spv", **terms):
    return claim(
        lender, to, "loan", usd(amount), document=f"{key} {agreed_on}", agreed_on=agreed_on,
        known_on=agreed_on, **terms,
    )  # fmt: skip


def resolved(*claims, as_of=None):
    found = resolve_claims(claims, Registry(ENTITIES), as_of)
    return {deal.terms.facility or deal.deal_id: deal for deal in found.deals}, found


OLD = loan("old", 2_300, facility="DDTL 1.0 Facility")
NEW = loan(
    "new", 2_600, "new-bank", "2026-05-28", "borrower",
    facility="DDTL 5.5", retires=("DDTL 1.0 Facility",),
)  # fmt: skip


def test_old_debt_ends_on_the_day_new_debt_repays_it_and_both_are_shown():
    deals, found = resolved(OLD, NEW)
    old, new = deals["DDTL 1.0 Facility"], deals["DDTL 5.5"]
    assert (old.status, old.standing, old.firmness) == ("terminated", "shown", "past")
    assert old.standing_reason == f"refinanced by {new.deal_id} on 2026-05-28"
    assert str(old.period.end) == "2026-05-28"
    assert old.terms.refinanced_by == new.deal_id
    assert new.standing == "counted"
    assert sum(flow.firm.high for flow in found.flows) == 2_600


def test_before_the_new_debt_is_public_the_old_one_counts():
    deals, _ = resolved(OLD, NEW, as_of=PartialDate("2026-05-27"))
    assert [deal.standing for deal in deals.values()] == ["counted"]


def test_a_curated_row_names_what_refinanced_it():
    old = claim("old-bank", "spv", "loan", usd(2_300), deal_key="old", refinanced_by="new")
    new = claim(
        "new-bank", "spv", "loan", usd(2_600), deal_key="new", agreed_on="2026-05-28",
        known_on="2026-05-28", document="n",
    )  # fmt: skip
    _, found = resolved(old, new)
    assert {d.deal_id: str(d.standing) for d in found.deals} == {"new": "counted", "old": "shown"}


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ([], "no known debt of this borrower"),
        (
            [OLD, loan("twin", 900, "new-bank", "2024-09-01", facility="DDTL 1.0 Facility")],
            "any of",
        ),
    ],
)
def test_a_name_that_fits_none_or_several_retires_nothing_and_says_so(others, words):
    _, found = resolved(NEW, *others)
    assert all(deal.standing == "counted" for deal in found.deals)
    (issue,) = [i for i in found.issues if i.code == "refinancing-unclear"]
    assert words in issue.message


def test_debt_of_another_borrower_or_of_a_later_day_is_not_meant():
    elsewhere = loan("else", 700, to="old-bank", lender="new-bank", facility="DDTL 1.0 Facility")
    later = loan("later", 800, agreed_on="2026-09-01", facility="DDTL 1.0 Facility")
    _, found = resolved(NEW, elsewhere, later)
    assert all(deal.standing == "counted" for deal in found.deals)
