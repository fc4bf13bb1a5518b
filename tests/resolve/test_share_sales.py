from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd

ENTITIES = (entity("fen-miner", "Fen Miner Ltd."),)


def sale(amount, shares, on, at_market=True, known_on="2033-05-14"):
    where = "in the at-the-market offering" if at_market else "in a registered direct offering"
    return claim(
        "unnamed:public-investors", "Fen Miner Ltd.", "equity", usd(amount), measure="paid",
        status="funded", agreed_on=on, known_on=known_on, document="10-Q",
        quote=f"The Company sold an aggregate of {shares:,} ordinary shares {where} and received "
        f"net proceeds of ${amount} million.",
    )  # fmt: skip


def counted(*claims):
    deals = resolve_claims(claims, Registry(ENTITIES)).deals
    return sorted(int(d.amount.point) for d in deals if d.standing == "counted")


YEAR = sale(242, 67_246_628, "2032")
QUARTERS = (
    sale(111, 24_111_575, "2032-12"),
    sale(51, 14_025_827, "2032-09"),
    sale(41, 16_237_292, "2032-06"),
    sale(38, 12_871_934, "2032-03"),
)


def test_a_year_contains_its_quarters():
    assert counted(YEAR, *QUARTERS) == [242]


def test_one_quarter_is_inside_as_well():
    assert counted(YEAR, QUARTERS[0]) == [242]


def test_shares_that_add_up_to_the_last_one_are_parts_however_they_were_sold():
    halves = (sale(150, 40_000_000, "2032-06", at_market=False), sale(80, 27_246_628, "2032-09"))
    assert counted(sale(242, 67_246_628, "2032-12-31"), *halves) == [242]


def test_sales_of_another_year_or_kind_are_added():
    other = sale(60, 11_111_111, "2033-03")
    direct = sale(70, 13_131_313, "2032-07", at_market=False)
    assert counted(YEAR, other, direct) == [60, 70, 242]
