from decimal import Decimal

from graphbuild.records.money import between
from graphbuild.resolve.conflicts import find_conflicts
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("coreweave"), entity("openai"), entity("bank"))


def conflicts(*claims):
    resolution = resolve_claims(claims, Registry(ENTITIES))
    return find_conflicts(resolution.deals, {c.claim_id: c for c in claims})


def test_two_directions_of_one_figure_are_a_conflict():
    issued = claim("coreweave", "openai", "equity", usd(350), deal_key="issued")
    invested = claim(
        "openai", "coreweave", "equity", usd(350), deal_key="told-by-press", tier="named_news"
    )
    (found,) = conflicts(issued, invested)
    assert found.kind == "direction"
    assert (found.stands.source, found.other.source) == ("coreweave", "openai")
    assert "both directions enter sums" in found.why


def test_buying_for_what_was_invested_is_an_exchange_and_no_conflict():
    assert not conflicts(
        claim("coreweave", "openai", "equity", usd(350), deal_key="in"),
        claim("openai", "coreweave", "cloud_contract", usd(350), deal_key="back"),
    )


def test_a_band_of_a_curated_row_is_shown_with_its_ends():
    row = claim(
        "bank", "openai", "loan", between(Decimal(90), Decimal(120), Decimal(100)), deal_key="x"
    )
    assert [(c.kind, c.other.amount.point) for c in conflicts(row)] == [
        ("band", 90),
        ("band", 120),
    ]


def test_a_documents_other_figure_is_shown_beside_the_curated_one():
    row = claim("bank", "openai", "loan", usd(100), deal_key="x")
    (found,) = conflicts(row, claim("bank", "openai", "loan", usd(70), document="10-q"))
    assert (found.kind, found.deal.deal_id, found.other.amount.point) == ("beside", "x", 70)


def test_a_deal_whose_claims_are_not_at_hand_contradicts_nothing():
    rows = [claim("bank", "openai", "loan", usd(size), deal_key="x") for size in (100, 70)]
    deals = resolve_claims(rows, Registry(ENTITIES)).deals
    assert [deal.deal_id for deal in deals] == ["x"]
    assert find_conflicts(deals, {}) == ()


def test_balances_of_two_dates_do_not_contradict():
    assert not conflicts(
        *(
            claim(
                "bank", "openai", "loan", usd(size), measure="outstanding", ends_on="2030",
                agreed_on=date, document=date,
            )
            for size, date in ((9, "2025-06-30"), (7, "2025-12-31"))
        )
    )  # fmt: skip


def test_stock_given_or_bought_is_a_conflict_of_direction_though_one_account_was_replaced():
    press = claim(
        "openai", "coreweave", "equity", usd(350), deal_key="press", tier="named_news",
        known_on="2025-03-10", paid_in="cash", superseded_by="filing", document="a",
    )  # fmt: skip
    filing = claim(
        "openai", "coreweave", "equity", usd(350), deal_key="filing", known_on="2025-11-17",
        paid_in="contract consideration", document="b",
    )  # fmt: skip
    (found,) = conflicts(press, filing)
    assert found.kind == "direction"
    assert (found.stands.source, found.stands.target) == ("coreweave", "openai")
    assert (found.other.source, found.other.target) == ("openai", "coreweave")
    assert "paid in contract consideration, not in cash" in found.why


def test_what_a_filer_owed_at_two_dates_does_not_contradict():
    lines = [
        claim("openai", "unnamed:suppliers", "purchase_commitment", usd(size), agreed_on=date,
              known_on="2026-08-20", document=date, facility="Total")
        for size, date in ((15, "2025-07-31"), (45, "2026-07-31"))
    ]  # fmt: skip
    assert not conflicts(*lines)
