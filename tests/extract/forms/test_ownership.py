"""Rows of structured forms: 13F, Form 4, Form D, Schedules 13D and 13G; all invented."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.forms.ownership import (
    find_initial_holdings,
    find_insider_sales,
    find_offerings,
    find_owners,
    find_positions,
    find_sale_notices,
)
from graphbuild.extract.grammar.issuer_names import issuer_name, person_name
from graphbuild.records.claim import Claim, Role
from graphbuild.records.instrument import InstrumentId
from tests.extract.papers import Paper

CONTEXT = Context()


def ends(claim: Claim) -> tuple[str, str]:
    return claim.with_role(Role.SOURCE)[0].name, claim.with_role(Role.TARGET)[0].name


def position(**fields: str) -> Paper:
    paper = Paper("Scree Asset Management", kind="13F")
    base = {
        "nameofissuer": "QUARRY RES INC",
        "titleofclass": "COM",
        "value": "2320",
        "sshprnamt": "200000",
        "sshprnamttype": "SH",
        "value_usd": "2320000",
    }
    paper.row("holding", **(base | fields))
    return paper


def test_a_13f_row_is_a_holding_at_the_value_the_reader_decided() -> None:
    (claim,) = find_positions(position().document(), CONTEXT)
    assert ends(claim) == ("Scree Asset Management", "Quarry Resources Inc")
    assert (claim.instrument, claim.amount.point) == (InstrumentId.HOLDING, 2_320_000)
    assert claim.with_role(Role.TARGET)[0].as_written == "QUARRY RES INC"


def test_a_put_is_an_option_position_and_says_what_its_value_is() -> None:
    (claim,) = find_positions(position(putcall="Put").document(), CONTEXT)
    assert claim.instrument is InstrumentId.OPTION_POSITION
    assert "underneath" in claim.note


def test_a_row_without_a_sure_value_gives_no_claim() -> None:
    assert list(find_positions(position(value_usd="").document(), CONTEXT)) == []


def sale(code: str, shares: str, price: str, **more: str) -> dict[str, str]:
    return {
        "rptownername": "Marlow Ada",
        "issuername": "Halcyon Compute, Inc.",
        "transactioncode": code,
        "transactionshares": shares,
        "transactionpricepershare": price,
        "transactiondate": "2025-12-13",
    } | more


def sold(*rows: dict[str, str]) -> list[Claim]:
    paper = Paper(kind="4")
    for fields in rows:
        paper.row("transaction", **fields)
    return list(find_insider_sales(paper.document(), CONTEXT))


def test_open_market_sales_of_a_form_are_summed() -> None:
    (claim,) = sold(
        sale("M", "2000", "8.88"),
        sale("S", "1000", "150.50"),
        sale("S", "500", "151.00"),
        sale("F", "10", "150"),
    )
    assert ends(claim) == ("market", "Ada Marlow")
    assert claim.amount.point == 226_000
    assert claim.amount.qualifier.value == "about"
    assert "Halcyon Compute" in claim.note
    assert str(claim.agreed_on) == "2025-12-13"


def test_one_sale_at_one_price_is_exact_and_a_plan_is_told() -> None:
    (claim,) = sold(sale("S", "1500", "66.903", aff10b5one="1"))
    assert (str(claim.amount.point), claim.amount.qualifier.value) == ("100354.500", "exact")
    assert "10b5-1" in claim.note


@pytest.mark.parametrize("code", ["M", "A", "G", "F", "P"])
def test_exercises_grants_gifts_tax_and_purchases_are_no_sales(code: str) -> None:
    assert sold(sale(code, "1000", "10")) == []


def test_a_sale_whose_price_is_missing_is_told_without_a_sum_in_part() -> None:
    (claim,) = sold(sale("S", "1000", "10"), sale("S", "1000", ""))
    assert not claim.amount.is_disclosed
    assert "2 sale rows, 2000 shares; a price stands in no row" in claim.note
    (claim,) = sold(sale("S", "2000", ""))
    assert not claim.amount.is_disclosed


def test_the_price_of_a_sale_is_told() -> None:
    (claim,) = sold(sale("S", "1000", "10.50"))
    assert "1000 shares; at 10.50 a share" in claim.note
    (claim,) = sold(sale("S", "1000", "10"), sale("S", "3000", "12"))
    assert "4000 shares; at 11.50 a share on average" in claim.note


def test_a_notice_of_sale_tells_the_plan_it_follows() -> None:
    paper = Paper(kind="144")
    paper.row(
        "transaction",
        aggregatemarketvalue="1000",
        proposed="1",
        rptownername="Ada Marlow",
        issuername="Halcyon Compute, Inc.",
        planadoptiondate="05/20/2025",
    )
    (claim,) = find_sale_notices(paper.document(), CONTEXT)
    assert claim.note.endswith("Rule 10b5-1 plan of 05/20/2025")


def test_a_notice_of_sale_is_announced_and_past_sales_are_told_apart() -> None:
    paper = Paper(kind="144")
    seller = {"rptownername": "Ada Marlow", "issuername": "Halcyon Compute, Inc."}
    paper.row("transaction", aggregatemarketvalue="11588537.76", proposed="1", **seller)
    paper.row("transaction", grossproceeds="32932", proposed="0", **seller)
    (claim,) = find_sale_notices(paper.document(), CONTEXT)
    assert (str(claim.amount.point), claim.status.value) == ("11588537.76", "announced")
    assert ends(claim) == ("market", "Ada Marlow")
    assert list(find_insider_sales(paper.document(), CONTEXT)) == []


def test_an_insiders_first_form_tells_shares_and_leaves_pay_and_trusts_out() -> None:
    paper = Paper("Halcyon Compute, Inc.", kind="3")
    for title, nature in (
        ("Series E Preferred Stock", "Limited Partnership"),
        ("Series E Preferred Stock", ""),
        ("Stock Option (Right to Buy)", ""),
        ("Common Stock", "By Trust"),
    ):
        paper.row(
            "holding",
            securitytitle=title,
            natureofownership=nature,
            rptownername="QUILL ADA",
            issuername="Halcyon Compute, Inc.",
            underlyingsecurityshares="1000",
        )
    found = find_initial_holdings(paper.document(), Context())
    assert [(*ends(c), c.note) for c in found] == [
        ("Ada Quill", "Halcyon Compute, Inc.", "Series E Preferred Stock; 1000 shares")
    ]


def offered(**fields: str) -> list[tuple[str, int, str, str]]:
    paper = Paper(kind="D")
    paper.row("offering", **({"entityname": "Kestrel Fund IV, LP", "cik": "77"} | fields))
    return [
        (c.instrument.value, int(c.amount.point or 0), c.measure.value, c.amount.qualifier.value)
        for c in find_offerings(paper.document(), CONTEXT)
    ]


def test_an_offering_sold_in_full_is_one_claim() -> None:
    assert offered(totalofferingamount="659752", totalamountsold="659752") == [
        ("equity", 659_752, "paid", "exact")
    ]


def test_an_offering_sold_in_part_has_its_size_too() -> None:
    assert offered(totalofferingamount="1000000", totalamountsold="250000") == [
        ("equity", 250_000, "paid", "exact"),
        ("equity", 1_000_000, "ceiling", "up_to"),
    ]


def test_an_indefinite_offering_of_debt_gives_what_was_sold() -> None:
    assert offered(totalofferingamount="Indefinite", totalamountsold="5000", isdebttype="true") == [
        ("bond", 5_000, "paid", "exact")
    ]
    assert offered(totalofferingamount="Indefinite", totalamountsold="0") == []


def owned(name: str, percent: str, text: str = "") -> list[tuple[str, str]]:
    paper = Paper(kind="SC 13D")
    paper.row(
        "beneficial_owner",
        reportingpersonname=name,
        percentofclass=percent,
        issuername="Halcyon Compute, Inc.",
    )
    if text:
        paper.say(text)
    return [(ends(c)[0], str(c.share)) for c in find_owners(paper.document(), CONTEXT)]


def test_an_owner_s_percentage_is_a_fraction_of_the_class() -> None:
    assert owned("Scree Partners, L.P.", "8.5") == [("Scree Partners, L.P.", "0.085")]


def test_a_person_is_turned_round_only_where_the_text_shows_it() -> None:
    assert owned("Marlow Ada Jane", "9.9", "Ada J. Marlow may be deemed to own the shares.") == [
        ("Ada Jane Marlow", "0.099")
    ]
    assert owned("Ada Jane Marlow", "9.9", "Ada J. Marlow may be deemed to own the shares.") == [
        ("Ada Jane Marlow", "0.099")
    ]


@pytest.mark.parametrize("percent", ["", "n/a", "120", "-1", "0.0"])
def test_no_sound_percentage_no_claim(percent: str) -> None:
    assert owned("Scree Partners, L.P.", percent) == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("COASTAL PAC PPTYS INC", "Coastal Pacific Properties Inc"),
        ("AIR CARGO SVCS HOLDINGS GRP I", "AIR Cargo Services Holdings Group"),
        ("GEO GROUP INC NEW", "GEO Group Inc"),
        ("ACME ROBOTICS PLC IRELAND", "Acme Robotics PLC"),
        ("Orchard Data Inc. Class A", "Orchard Data Inc"),
        ("DISNEY WALT CO", "Walt Disney Co"),
        ("TRELLIS S&P 500 ETF TR", "Trellis S&P 500 ETF Trust"),
    ],
)
def test_abbreviations_of_issuers_are_written_out(written: str, name: str) -> None:
    assert issuer_name(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Marlow Ada", "Ada Marlow"),
        ("MARLOW ADA JANE", "Ada Jane Marlow"),
        ("Marlow Jon Jr.", "Jon Marlow Jr."),
        ("Scree Capital Fund LP", "Scree Capital Fund LP"),
    ],
)
def test_people_are_named_the_usual_way_round_and_firms_left_alone(written: str, name: str) -> None:
    assert person_name(written) == name
