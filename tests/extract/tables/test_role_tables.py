"""Tables whose heads say what the companies in a column are, of a fictional filer."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.role_tables import find_roles
from graphbuild.records.claim import Claim, Role
from tests.extract.papers import Paper

OWN = "Halcyon Compute, Inc."


def claims(rows: str, caption: str, scale: int = 1_000_000) -> list[Claim]:
    paper = Paper(period_end="2026-06-30")
    paper.table(rows, caption=caption, scale=scale)
    return list(find_roles(paper.document(), Context()))


def told(rows: str, caption: str) -> list[str]:
    return [
        f"{c.with_role(Role.SOURCE)[0].name} -> {c.with_role(Role.TARGET)[0].name}"
        f" {c.instrument.value} {c.amount.point} {c.status.value}"
        for c in claims(rows, caption)
    ]


def test_a_supplier_is_owed_the_total_not_what_remains() -> None:
    rows = """
        Supplier | Equipment | Total commitment | Paid | Remaining
        Arclight Semiconductor Corp. | GPU servers | $ 2,400 | $ 900 | $ 1,500
        Volta Turbines LLC | Gas turbines | 310 | 60 | 250
        Various | Network gear | 40 | — | 40
        Total | | $ 2,750 | $ 960 | $ 1,790
        """
    assert told(rows, "Our purchase commitments were as follows (in millions):") == [
        f"{OWN} -> Arclight Semiconductor Corp. supply_contract 2400000000 signed",
        f"{OWN} -> Volta Turbines LLC supply_contract 310000000 signed",
    ]


def test_leases_that_have_not_begun_are_signed_and_others_run() -> None:
    rows = """
        Landlord | Expected commencement | Term | Undiscounted payments
        Quarry Park Partners LP | Q1 2027 | 15 years | $ 1,240
        """
    lease = f"{OWN} -> Quarry Park Partners LP lease 1240000000"
    not_begun = "Leases signed that have not yet commenced (in millions):"
    assert told(rows, not_begun) == [f"{lease} signed"]
    assert told(rows, "Our leases by landlord (in millions):") == [f"{lease} funded"]


def test_tenants_pay_the_filer_and_rent_by_the_year_is_no_sum() -> None:
    rows = """
        Tenant | Site | Annualized base rent | Lease expiration
        Tidepool AI, Inc. | Abbot Creek | $ 120 | June 30, 2041
        Corvid Cloud | Harrow Mill | 80 | 2036
        """
    found = claims(rows, "Our largest tenants (in millions):")
    assert [(c.with_role(Role.SOURCE)[0].name, c.amount.point, str(c.ends_on)) for c in found] == [
        ("Tidepool AI, Inc.", None, "2041-06-30"),
        ("Corvid Cloud", None, "2036"),
    ]
    assert {c.with_role(Role.TARGET)[0].name for c in found} == {OWN}


def test_what_customers_buy_is_told_around_the_table() -> None:
    rows = """
        Customer | Site | Critical IT MW | Contract value
        Tidepool AI, Inc. | Abbot Creek | 168 | $ 3,700
        Customer B | Abbot Creek | 44 | 850
        """
    paid = f"-> {OWN}"
    assert told(rows, "Our high-performance computing hosting contracts (in millions):") == [
        f"Tidepool AI, Inc. {paid} cloud_contract 3700000000 signed",
        f"customer-b {paid} cloud_contract 850000000 signed",
    ]
    assert told(rows, "Data center lease contracts (in millions):")[0].split()[-3:-1] == [
        "lease",
        "3700000000",
    ]


def test_a_guarantee_goes_to_the_creditor_on_behalf_of_the_debtor() -> None:
    rows = """
        Beneficiary | Obligor | Maximum exposure | Expiration
        Northgate Bank, N.A. | Tidepool Compute SPV LLC | $ 420 | 2031
        """
    (claim,) = claims(rows, "Guarantees outstanding (in millions):")
    assert claim.instrument.value == "guarantee"
    assert claim.with_role(Role.SOURCE)[0].name == OWN
    assert claim.with_role(Role.TARGET)[0].name == "Northgate Bank, N.A."
    assert claim.with_role(Role.OBLIGOR)[0].name == "Tidepool Compute SPV LLC"
    assert (claim.amount.low, claim.amount.high, str(claim.ends_on)) == (0, 420_000_000, "2031")


def test_without_a_creditor_the_guarantee_points_at_the_debtor() -> None:
    rows = """
        Guaranteed party | Guaranteed amount
        Corvid Cloud LLC | $ 175
        """
    (claim,) = claims(rows, "Guarantees (in millions):")
    assert claim.with_role(Role.TARGET)[0].name == "Corvid Cloud LLC"
    assert claim.with_role(Role.OBLIGOR) == ()


def test_companies_bought_keep_the_day_of_their_row() -> None:
    rows = """
        Company | Date | Purchase price
        Quillstone Labs, Inc. | March 3, 2026 | $ 640
        Abbot Networks LLC | May 19, 2026 | 75
        """
    found = claims(rows, "We completed the following acquisitions (in millions):")
    assert [
        (c.with_role(Role.TARGET)[0].name, c.amount.point, str(c.agreed_on)) for c in found
    ] == [
        ("Quillstone Labs, Inc.", 640_000_000, "2026-03-03"),
        ("Abbot Networks LLC", 75_000_000, "2026-05-19"),
    ]


def test_buyers_of_shares_and_holders_of_warrants() -> None:
    bought = """
        Purchaser | Shares | Purchase price
        Harrow Capital LP | 2,000,000 | $ 25
        """
    assert told(bought, "Purchasers of Series B Preferred Stock (in millions):") == [
        f"Harrow Capital LP -> {OWN} equity 25000000 signed"
    ]
    held = """
        Holder | Shares | Exercise price | Expiration
        Arclight Semiconductor Corp. | 4,200,000 | $ 0.01 | December 2030
        """
    (claim,) = claims(held, "Warrants outstanding as of June 30, 2026:", scale=1)
    assert (claim.instrument.value, claim.amount.point, str(claim.ends_on)) == (
        "warrant",
        None,
        "2030-12",
    )


def test_notes_receivable_are_the_filers_loans() -> None:
    rows = """
        Borrower | Maturity | Rate | June 30, 2026
        Tidepool AI, Inc. | 2028 | 9 % | $ 12
        """
    assert told(rows, "Notes receivable consisted of the following (in millions):") == [
        f"{OWN} -> Tidepool AI, Inc. loan 12000000 funded"
    ]
    assert told(rows, "Our borrowers (in millions):") == []


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        ("Company | Revenue\nTidepool AI, Inc. | $ 40", "Revenue by company (in millions):"),
        ("Company | Price\nTidepool AI, Inc. | $ 40", "Acquisitions (in millions):"),
        ("Customer | Share of revenue\nTidepool AI, Inc. | 40 %", "Customers above 10 %:"),
        ("Customer | Contract value\nData Center | $ 40", "Contracts (in millions):"),
        (f"Supplier | Commitment\n{OWN} | $ 40", "Commitments (in millions):"),
        ("Holder | Shares\nHarrow Capital LP | 400", "Shares held:"),
        ("Obligor | Rating\nTidepool SPV LLC | 4", "Ratings:"),
    ],
)
def test_heads_that_leave_it_open_give_nothing(rows: str, caption: str) -> None:
    assert told(rows, caption) == []
