"""Lease and purchase totals, and leases to come, of fictional filers."""
# ruff: noqa: E501 - a row of a table and a quoted sentence stand on one line, as in the filing

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
        + "Total | 1,800\nLess imputed interest | (300)\nPresent value of net future minimum lease payments | 1,500",
        caption="Future minimum lease obligations under our non-cancelable lease agreements are as follows:",
    )
    assert told(paper) == [("lease", "landlords", 1_800_000_000, "outstanding", "funded")]
    assert totals(paper)[0].citation.quote == "Total 1,800"


def test_operating_and_finance_columns_are_two_claims() -> None:
    paper = Paper()
    paper.table(
        """
        | Operating Leases | Finance Leases
        2026 | $ 2,657 | $ 96
        2027 | 2,625 | 68
        2028 | 2,575 | 68
        Thereafter | 13,022 | 528
        Total undiscounted cash flows | 20,879 | 760
        Less: Imputed interest | (5,495) | (183)
        """,
        caption="The following is a schedule, by years, of maturities of lease liabilities (in millions):",
    )
    assert [(i, a) for i, _, a, _, _ in told(paper)] == [
        ("lease", 20_879_000_000),
        ("lease", 760_000_000),
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
        Long-term debt principal and interest | $ 1 | $ 1 | $ 1 | $ 3
        Operating lease liabilities | 12 | 11 | 44 | 67
        Financing obligations, including interest (1) | 5 | 5 | 6 | 16
        Leases not yet commenced | 2 | 3 | 41 | 46
        Unconditional purchase obligations (2) | 8 | 7 | 20 | 35
        Other commitments (3) | 2 | 1 | 11 | 14
        Total commitments | $ 30 | $ 28 | $ 123 | $ 181
        """,
        caption="Our principal contractual commitments as of December 31, 2025 (in millions):",
    )
    assert told(paper) == [
        ("lease", "landlords", 67_000_000, "outstanding", "funded"),
        ("lease", "financing-obligation-counterparties", 16_000_000, "outstanding", "funded"),
        ("lease", "landlords", 46_000_000, "committed", "signed"),
        ("purchase_commitment", "suppliers", 35_000_000, "committed", "signed"),
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


@pytest.mark.parametrize(
    "caption",
    [
        "Aggregate future principal payments for long-term debt, including finance lease liabilities:",
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
        | Operating Lease Commitments | Less: Sublease Income | Net Lease Commitments
        2026 | $ 60 | $ (20) | $ 40
        2027 | 50 | (20) | 30
        2028 | 40 | (10) | 30
        Total undiscounted liabilities | $ 150 | $ (50) | $ 100
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
        ("Halcyon Compute, Inc.", "landlords", 150_000_000),
        ("subtenants", "Halcyon Compute, Inc.", 50_000_000),
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
