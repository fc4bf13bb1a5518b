"""Dated things that happened to a party: their words and their order."""

from types import SimpleNamespace

from graphbuild.curated.schema import EventRow
from graphbuild.rebuild.happenings import happenings
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd


def event(kind, date, **given):
    fields = {
        "event_id": f"event-{date}",
        "event": kind,
        "party": "cloud",
        "date": date,
        "source_url": "https://example.com/filing",
        "verification": "opened",
        "confidence": "0.9",
        **given,
    }
    return EventRow.model_validate(fields)


def told(*events, as_of="2026-06-30"):
    sale = claim(
        "public", "cloud", "insider_sale", usd(7), deal_key="sale", agreed_on="2025-08-15",
        status="funded",
    )  # fmt: skip
    found = resolve_claims([sale], Registry((entity("public"), entity("cloud"))))
    world = SimpleNamespace(
        as_of=PartialDate(as_of),
        claims={sale.claim_id: sale},
        contents=SimpleNamespace(deals=found.deals, entities=found.entities),
    )
    return [(row["date"], row["what"], row["words"]) for row in happenings(world, events)]


def test_a_sale_says_how_long_after_the_listing_it_was_and_nothing_of_other_events():
    rows = told(event("waiver", "2025-05-01"), event("listing", "2025-03-28"))
    assert [row[:2] for row in rows] == [
        ("2025-08-15", "insider sale"),
        ("2025-05-01", "waiver"),
        ("2025-03-28", "listing"),
    ]
    assert rows[0][2] == "140 days after the listing"


def test_a_sale_on_the_last_day_of_a_lock_up_says_so():
    words = {what: said for _, what, said in told(event("lock_up_end", "2025-08-15"))}
    assert words["insider sale"] == "on the day of the end of the lock-up"


def test_what_is_not_yet_known_or_has_no_source_did_not_happen():
    later = event("default", "2026-07-01")
    silent = event("default", "2026-01-01", source_url=None, accession=None)
    assert [row[1] for row in told(later, silent)] == ["insider sale"]
