from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("gale-tools", "Gale Tools Co."), entity("tern-soft", "Tern Soft Inc."))


def minimum(amount, on, status="signed", document="10-Q"):
    return claim(
        "Gale Tools Co.", "Tern Soft Inc.", "purchase_commitment", usd(amount), status=status,
        agreed_on=on, known_on="2032-08-30", document=document,
    )  # fmt: skip


FIRST = (minimum(50, "2028-06"), minimum(100, "2028-06"), minimum(170, "2028-06"))
LAST = (minimum(85, "2030-10", "amended"), minimum(110, "2030-10", "amended"))


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


def test_only_the_last_schedule_is_owed():
    middle = (minimum(47, "2029-06", "amended"), minimum(150, "2029-06", "amended"))
    assert counted(*FIRST, *middle, *LAST) == [85, 110]


def test_a_second_contract_replaces_nothing():
    later = (minimum(85, "2030-10"), minimum(110, "2030-10"))
    assert counted(*FIRST, *later) == [50, 85, 100, 110, 170]


def test_a_single_figure_is_no_schedule():
    assert counted(*FIRST, LAST[0]) == [50, 85, 100, 170]
    assert counted(FIRST[0], *LAST) == [50, 85, 110]
