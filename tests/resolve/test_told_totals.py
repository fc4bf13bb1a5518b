from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("cinder", "Cinder Semiconductor Corp."),)


def told(
    amount, quote, document="10-K", on="2031-12-31", known_on="2032-02-20",
    instrument="purchase_commitment", **more,
):  # fmt: skip
    return claim(
        "Cinder Semiconductor Corp.", "unnamed:suppliers", instrument, usd(amount), quote=quote,
        agreed_on=on, known_on=known_on, document=document, **more,
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def whole(**more):
    words = (
        "We had purchase commitments and other contractual obligations of $554, mostly for servers."
    )
    return told(554, words, **more)


def part(**more):
    return told(88, "Our licensing agreements have guaranteed minimums of $88.", **more)


def test_one_commitment_is_inside_the_reports_total():
    assert counted(whole(), part()) == [554]
    deals = resolve_claims([whole(), part()], Registry(ENTITIES)).deals
    (shown,) = [d for d in deals if d.standing == "shown"]
    assert shown.standing_reason.startswith("inside the total of purchases in deal-")


def test_one_signed_during_the_year_is_inside_too():
    assert counted(whole(), part(on="2031-09")) == [554]


def test_a_row_that_names_itself_a_sum_is_one():
    row = told(554, "Noncancelable purchase commitments 554 131 367", facility="")
    assert counted(row, part()) == [554]


def test_a_larger_line_is_no_sum():
    assert counted(told(554, "We will buy wafers for $554."), part()) == [88, 554]


def test_a_total_holds_nothing_of_another_report_or_of_another_kind():
    assert counted(whole(), part(document="8-K", on="2031-09-04", known_on="2031-09-05")) == [
        88,
        554,
    ]
    assert counted(whole(), part(instrument="lease")) == [88, 554]
