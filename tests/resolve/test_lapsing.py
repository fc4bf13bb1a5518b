from graphbuild.records.deal import Standing
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (
    entity("alder", "Alder Cloud Inc."),
    entity("lenders", "Lenders (group)", is_group=True),
)
TODAY = PartialDate("2032-10-08")


def line(ends_on, instrument="revolver", measure="ceiling", **more):
    source = "lenders" if "deal_key" in more else "unnamed:lenders"
    target = "alder" if "deal_key" in more else "Alder Cloud Inc."
    return claim(
        source, target, instrument, usd(4_000), measure=measure, status="funded",
        agreed_on="2030-12-31", known_on="2031-02-05", ends_on=ends_on, **more,
    )  # fmt: skip


def standing(one):
    (deal,) = resolve_claims([one], Registry(ENTITIES), TODAY).deals
    return deal.standing, deal.standing_reason


def test_an_expired_line_lends_to_nobody():
    assert standing(line("2031-04")) == (
        Standing.SHOWN,
        "its term ended with 2031-04, before 2032-10-08",
    )


def test_a_term_that_ends_today_or_in_this_month_still_runs():
    assert standing(line("2032-10-08"))[0] is Standing.COUNTED
    assert standing(line("2032-10"))[0] is Standing.COUNTED


def test_a_note_that_was_due_is_not_owed_but_a_lease_or_sale_is_no_borrowing():
    assert standing(line("2031", "bond", "outstanding"))[0] is Standing.SHOWN
    assert standing(line("2031", "lease", "committed"))[0] is Standing.COUNTED


def test_editors_say_themselves_when_a_row_ended():
    assert standing(line("2031-04", deal_key="alder-rcf"))[0] is Standing.COUNTED


def test_it_counted_while_it_ran():
    (deal,) = resolve_claims([line("2031-04")], Registry(ENTITIES), PartialDate("2031-03-01")).deals
    assert deal.standing is Standing.COUNTED
    (deal,) = resolve_claims([line("2031-04")], Registry(ENTITIES)).deals
    assert deal.standing is Standing.COUNTED


def test_commercial_paper_lives_for_397_days_at_most():
    def paper(measure, today):
        one = claim(
            "unnamed:commercial-paper-holders", "Alder Cloud Inc.", "bond", usd(4_400),
            measure=measure, status="funded", agreed_on="2030-06-30", known_on="2030-08-01",
        )  # fmt: skip
        (deal,) = resolve_claims([one], Registry(ENTITIES), PartialDate(today)).deals
        return deal.standing

    assert paper("outstanding", "2031-08-01") is Standing.COUNTED
    assert paper("outstanding", "2031-08-02") is Standing.SHOWN
    assert paper("ceiling", "2031-08-02") is Standing.COUNTED
