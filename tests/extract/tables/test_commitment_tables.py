"""Lease and purchase totals, and leases to come, of fictional filers."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.commitment_tables import find_commitment_totals
from graphbuild.records.claim import Claim, Role
from tests.extract.papers import Paper

YEARS = "2026 | $ 200\n2027 | 300\n2028 | 400\nThereafter | 900\n"


def totals(paper: Paper) -> list[Claim]:
    return list(find_commitment_totals(paper.document(), Context()))


def told(paper: Paper) -> list[tuple[str, str, int, str, str]]:
    return [
        (
            c.instrument.value,
            c.with_role(Role.TARGET)[0].name,
            int(c.amount.point or 0),
            c.measure.value,
            c.status.value,
        )
        for c in totals(paper)
    ]


def test_the_undiscounted_total_stands_before_imputed_interest() -> None:
    paper = Paper()
    paper.table(
        YEARS
        + "Total | 1,800\nLess imputed interest | (300)\n"
        + "Present value of net future minimum lease payments | 1,500",
        caption="The minimum lease payments we owe under non-cancelable leases are:",
    )
    assert told(paper) == [("lease", "landlords", 1_800_000_000, "outstanding", "funded")]
    assert totals(paper)[0].citation.quote == "Total 1,800"


def test_operating_and_finance_columns_are_two_claims() -> None:
    paper = Paper()
    paper.table(
        """
        | Operating Leases | Finance Leases
        2026 | $ 1,410 | $ 55
        2027 | 1,325 | 40
        2028 | 1,180 | 35
        Thereafter | 6,005 | 210
        Total undiscounted cash flows | 9,920 | 340
        Less: Imputed interest | (2,310) | (70)
        """,
        caption="Our lease liabilities fall due by year as follows (in millions):",
    )
    assert [(i, a) for i, _, a, _, _ in told(paper)] == [
        ("lease", 9_920_000_000),
        ("lease", 340_000_000),
    ]


def test_kinds_of_operating_lease_are_summed_by_the_total_column() -> None:
    paper = Paper()
    paper.table(
        """
        | Ground lease | Office and other leases | Total
        2026 | 10 | 20 | 30
        2027 | 10 | 20 | 30
        2028 | 10 | 20 | 30
        Total undiscounted lease payments | 30 | 60 | 90
        Less present value discount | (5) | (9) | (14)
        """,
        scale=1_000,
    )
    assert [a for _, _, a, _, _ in told(paper)] == [90_000]


def test_receipts_of_a_lessor_run_the_other_way() -> None:
    paper = Paper()
    paper.table(
        YEARS + "Total future minimum receipts | 1,800", caption="Future minimum lease receipts:"
    )
    (claim,) = totals(paper)
    assert claim.with_role(Role.SOURCE)[0].name == "lessees"
    assert claim.with_role(Role.TARGET)[0].name == "Halcyon Compute, Inc."


def test_purchase_commitments_are_signed_toward_suppliers() -> None:
    paper = Paper()
    paper.table(
        YEARS + "Total | $ 1,800",
        caption="Total future purchase commitments as of December 31, 2025 are as follows:",
    )
    assert told(paper) == [
        ("purchase_commitment", "suppliers", 1_800_000_000, "committed", "signed")
    ]


def test_years_in_columns_give_the_total_column_of_each_row() -> None:
    paper = Paper()
    paper.table(
        """
        | 2026 | 2027 | Thereafter | Total
        Long-term debt with its interest | $ 4 | $ 3 | $ 2 | $ 9
        Operating lease liabilities | 21 | 19 | 33 | 73
        Financing obligations, including interest (1) | 7 | 6 | 9 | 22
        Leases not yet commenced | 4 | 5 | 29 | 38
        Unconditional purchase obligations (2) | 9 | 6 | 12 | 27
        Other commitments (3) | 3 | 2 | 8 | 13
        Total commitments | $ 48 | $ 41 | $ 93 | $ 182
        """,
        caption="Our principal contractual commitments as of December 31, 2025 (in millions):",
    )
    assert told(paper) == [
        ("lease", "landlords", 73_000_000, "outstanding", "funded"),
        ("lease", "financing-obligation-counterparties", 22_000_000, "outstanding", "funded"),
        ("lease", "landlords", 38_000_000, "committed", "signed"),
        ("purchase_commitment", "suppliers", 27_000_000, "committed", "signed"),
    ]


def test_payments_by_period_give_construction_and_leases_but_not_debt() -> None:
    paper = Paper(period_end="2025-06-30")
    paper.table(
        """
        (In millions) | 2026 | Thereafter | Total
        Long-term debt:
        Principal payments | $ 2,250 | $ 49,380 | $ 51,630
        Interest payments | 1,700 | 20,000 | 21,700
        Construction commitments | 34,465 | 1,130 | 35,595
        Operating and finance leases, including imputed interest | 19,297 | 39,135 | 58,432
        Purchase commitments | 60,000 | 3,000 | 63,000
        Total | $ 117,712 | $ 112,645 | $ 230,357
        """,
        caption="The following table summarizes the payments due by fiscal year:",
    )
    assert [(i, a) for i, _, a, _, _ in told(paper)] == [
        ("purchase_commitment", 35_595_000_000),
        ("lease", 58_432_000_000),
        ("purchase_commitment", 63_000_000_000),
    ]


def test_lease_receivables_from_customers_run_the_other_way() -> None:
    paper = Paper()
    paper.table(
        YEARS + "Gross lease receivables | 1,800",
        caption="Maturities of our sales-type lease receivables from customers were as follows:",
    )
    assert [c.with_role(Role.SOURCE)[0].name for c in totals(paper)] == ["lessees"]


def test_operating_and_sales_type_receivables_are_two_claims() -> None:
    paper = Paper()
    paper.table(
        """
        | Operating Leases | Sales-type Leases
        2026 | $ 905 | $ 133
        2027 | 640 | 71
        2028 | 315 | 20
        Gross lease receivables | $ 1,860 | $ 224
        """,
        caption="Maturities of our lease receivables from customers were (in millions):",
    )
    assert [a for _, _, a, _, _ in told(paper)] == [1_860_000_000, 224_000_000]


@pytest.mark.parametrize(
    "caption",
    [
        "Future principal payments on our debt, finance lease liabilities among them:",
        "Estimated future amortization expense of intangible assets:",
        "Remaining performance obligations are expected to be recognized:",
        "Benefit payments of the pension plan:",
        "Future minimum lease payments as of December 31, 2024:",
    ],
)
def test_other_schedules_by_year_give_nothing(caption: str) -> None:
    paper = Paper()
    paper.table(YEARS + "Total | 1,800", caption=caption)
    assert told(paper) == []


def test_a_sublease_column_is_what_subtenants_pay() -> None:
    paper = Paper()
    paper.table(
        """
        | Operating Leases | Less: Sublease Income | Net
        2026 | $ 85 | $ (15) | $ 70
        2027 | 65 | (15) | 50
        2028 | 45 | (5) | 40
        Total undiscounted liabilities | $ 195 | $ (35) | $ 160
        """,
        caption="Maturities of operating lease liabilities were as follows (in millions):",
    )
    sides = [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            int(c.amount.point or 0),
        )
        for c in totals(paper)
    ]
    assert sides == [
        ("Halcyon Compute, Inc.", "landlords", 195_000_000),
        ("subtenants", "Halcyon Compute, Inc.", 35_000_000),
    ]


def test_more_kinds_of_contracts_are_commitments_and_performance_is_none() -> None:
    paper = Paper()
    paper.table(
        """
        Payments due by period | Total | Less than 1 year | 1-3 years
        Colocation agreements | $ 90 | $ 30 | $ 60
        Take-or-pay power contracts | 40 | 10 | 30
        Remaining performance obligations | 70 | 30 | 40
        """,
        caption="Our contractual obligations are as follows (in millions):",
    )
    assert [(i, a) for i, _, a, _, _ in told(paper)] == [
        ("purchase_commitment", 90_000_000),
        ("purchase_commitment", 40_000_000),
    ]


LEASES = "The minimum lease payments we owe under non-cancelable leases are:"


def test_a_line_without_money_between_the_years_and_their_total_is_passed_over() -> None:
    paper = Paper()
    paper.table(YEARS + "Discount rate | 5 %\nTotal | 1,800", caption=LEASES)
    assert [amount for _, _, amount, _, _ in told(paper)] == [1_800_000_000]


@pytest.mark.parametrize("label", ["Rent paid last year", "Imputed interest"])
def test_a_row_after_the_years_that_is_no_total_is_not_taken_for_it(label: str) -> None:
    paper = Paper()
    paper.table(YEARS + f"{label} | 300", caption=LEASES)
    assert told(paper) == []


@pytest.mark.parametrize(
    ("lines", "amounts"),
    [
        ("| Less than 1 year | 1-3 years | Total\nOperating lease obligations | 5 | 13 | 18", [18]),
        ("| Number | Total\nOperating lease obligations | 12 | 18", []),
    ],
)
def test_years_across_are_named_in_the_heads(lines: str, amounts: list[int]) -> None:
    paper = Paper()
    paper.table(lines, caption="Our leases:")
    assert [amount for _, _, amount, _, _ in told(paper)] == [a * 1_000_000 for a in amounts]


def test_payments_due_from_customers_are_owed_to_the_filer() -> None:
    paper = Paper()
    paper.say(
        "The table tells the least rent due from tenants in each of the coming years. Rents that "
        "vary are left out."
    )
    paper.table(YEARS + "Total | 1,800", caption="Operating leases, rents that vary left out:")
    (claim,) = find_commitment_totals(paper.document(), Context())
    assert claim.with_role(Role.SOURCE)[0].name == "lessees"
    assert claim.with_role(Role.TARGET)[0].name == "Halcyon Compute, Inc."
