from decimal import Decimal

from graphbuild.records.money import up_to
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.states import money_states
from tests.factories import claim, entity, usd

ENTITIES = (entity("lender"), entity("borrower"))


def states(*claims):
    (deal,) = resolve_claims(claims, Registry(ENTITIES)).deals
    return {s.name: s for s in money_states(deal, {c.claim_id: c for c in claims})}


def loan(amount, measure, agreed_on="2025-01-01", **fields):
    return claim(
        "lender", "borrower", "loan", amount, measure=measure, agreed_on=agreed_on, deal_key="x",
        status="funded", **fields,
    )  # fmt: skip


def test_remaining_is_what_the_commitment_leaves_after_what_was_drawn():
    found = states(loan(usd(100), "committed"), loan(usd(30), "drawn", "2025-06-30"))
    left = found["remaining"]
    assert (left.amount.low, left.amount.high, str(left.as_of)) == (70, 70, "2025-06-30")


def test_what_a_ceiling_leaves_is_promised_to_nobody():
    found = states(loan(up_to(Decimal(100)), "ceiling"), loan(usd(30), "drawn", "2025-06-30"))
    assert (found["remaining"].amount.low, found["remaining"].amount.high) == (0, 70)


def test_a_balance_says_only_how_much_was_drawn_at_least():
    found = states(loan(usd(100), "committed"), loan(usd(30), "outstanding", "2025-06-30"))
    assert (found["remaining"].amount.low, found["remaining"].amount.high) == (0, 70)


def test_the_latest_figure_of_each_state_stands():
    found = states(
        loan(usd(100), "committed"),
        loan(usd(60), "outstanding", "2025-12-31", document="b"),
        loan(usd(90), "outstanding", "2025-06-30", document="a"),
    )
    assert found["outstanding"].amount.point == 60
    assert set(found) == {"committed", "outstanding", "remaining"}


def test_a_terminated_deal_has_nothing_remaining():
    ended = claim(
        "lender", "borrower", "loan", usd(100), deal_key="x", status="terminated", document="z"
    )
    assert "remaining" not in states(ended)
    drawn = loan(usd(30), "drawn", "2025-06-30", document="b")
    over = claim(
        "lender", "borrower", "loan", usd(100), deal_key="x", status="terminated", document="z",
        agreed_on="2025-09-30", known_on="2025-09-30",
    )  # fmt: skip
    assert set(states(loan(usd(100), "committed"), drawn, over)) == {"committed", "drawn"}


def test_of_money_already_earned_nothing_remains():
    rows = [
        claim(
            "lender", "borrower", "revenue", usd(size), measure=measure, status="funded",
            deal_key="x", document=measure,
        )
        for size, measure in ((100, "committed"), (30, "paid"))
    ]  # fmt: skip
    assert "remaining" not in states(*rows)


def test_drawing_more_than_the_commitment_leaves_nothing_and_no_negative():
    found = states(loan(usd(100), "committed"), loan(usd(130), "drawn", "2025-06-30"))
    assert (found["remaining"].amount.low, found["remaining"].amount.high) == (0, 0)
