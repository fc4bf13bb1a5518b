from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("cinder", "Cinder Semiconductor Corp."),)


def obligation(amount, on="2031-01-26", instrument="purchase_commitment"):
    return claim(
        "Cinder Semiconductor Corp.", "unnamed:suppliers", instrument, usd(amount),
        agreed_on=on, known_on="2031-02-20", document=f"10-K of {on}",
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def test_lines_that_add_up_to_a_total_are_shown_and_the_total_counts():
    assert counted(obligation(45079), obligation(30800), obligation(14300)) == [45079]


def test_lines_that_do_not_add_up_all_count():
    assert counted(obligation(45079), obligation(30800), obligation(9000)) == [9000, 30800, 45079]


def test_two_lines_are_never_a_total_and_its_only_part():
    assert counted(obligation(17038), obligation(1888)) == [1888, 17038]


def test_an_earlier_report_is_history():
    assert counted(obligation(39000, on="2030-01-28"), obligation(45079)) == [45079]


def test_leases_and_purchases_are_not_added_to_each_other():
    lines = (obligation(45079), obligation(30800), obligation(14300, instrument="lease"))
    assert counted(*lines) == [14300, 30800, 45079]
