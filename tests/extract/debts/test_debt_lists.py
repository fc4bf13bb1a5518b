"""Debt tables told apart by their layout: no total, a column of lenders, of issuers, of kinds."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.debts.debt_tables import find_debt_rows
from graphbuild.extract.debts.debt_words import lender_in
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(rows: str, caption: str, scale: int = 1_000_000) -> list[str]:
    paper = Paper(period_end="2026-06-30")
    paper.table(rows, caption=caption, scale=scale)
    return [
        f"{c.with_role(Role.SOURCE)[0].name} -> {c.with_role(Role.TARGET)[0].name}"
        f" {c.instrument.value} {c.measure.value} {c.amount.point} {c.ends_on}"
        for c in find_debt_rows(paper.document(), Context())
    ]


def test_notes_under_a_balance_date_need_no_total() -> None:
    rows = """
        | Effective Interest Rate | June 30, 2026 | June 30, 2025
        May 2026 Senior Notes | | |
        4.15% notes due May 2031 | 4.30 % | $ 1,200 | $ —
        4.60% notes due May 2036 | 4.71 % (a) | 900 | —
        2021 Senior Notes | | |
        2.75% notes due March 2029 | 2.90 % | 650 | 650
        """
    holders = "noteholders -> Halcyon Compute, Inc. bond outstanding"
    assert told(rows, "Borrowings (in millions):") == [
        f"{holders} 1200000000 2031-05",
        f"{holders} 900000000 2036-05",
        f"{holders} 650000000 2029-03",
    ]


def test_notes_called_after_a_month_to_come_fall_due_in_it() -> None:
    rows = """
        Instrument | Date of Issuance | Outstanding Principal as of June 30, 2026
        March 2029 Senior Notes | March 2026 | 750
        October 2025 Senior Notes | October 2025 | 400
        August 2031 Senior Notes | August 2021 | 500
        """
    assert [line.split()[-1] for line in told(rows, "Components of borrowings (in millions):")] == [
        "2029-03",
        "None",
        "2031-08",
    ]


def test_amount_and_rate_may_be_all_that_names_the_notes() -> None:
    rows = """
        | Maturity | June 30, 2026 | June 30, 2025
        $1,250, 2.95%, issued March 2020 | April 2030 | 1,250 | 1,250
        $750, 3.60%, issued March 2020 | April 2040 | 750 | 750
        $2,000, 5.80%, issued September 2025 | September 2045 | 2,000 | —
        Total principal | | 4,000 | 2,000
        """
    holders = "noteholders -> Halcyon Compute, Inc. bond outstanding"
    assert told(rows, "The components of borrowings were as follows (in millions):") == [
        f"{holders} 1250000000 2030-04",
        f"{holders} 750000000 2040-04",
        f"{holders} 2000000000 2045-09",
    ]


def test_who_stands_under_lender_lends() -> None:
    rows = """
        Facility | Lender | Maturity | Commitment | Outstanding | Available
        Campus One DDTL | Northgate Bank, N.A. | June 2029 | $ 900 | $ 610 | $ 290
        Revolver | Corvid Credit Partners and others | May 2028 | 500 | — | 500
        Campus Two Loan | Various | March 2030 | 600 | 150 | 450
        """
    assert told(rows, "Our credit facilities as of June 30, 2026 (in millions):") == [
        "Northgate Bank, N.A. -> Halcyon Compute, Inc. loan outstanding 610000000 2029-06",
        "Northgate Bank, N.A. -> Halcyon Compute, Inc. loan ceiling 900000000 2029-06",
        "Corvid Credit Partners -> Halcyon Compute, Inc. revolver ceiling 500000000 2028-05",
        "lenders -> Halcyon Compute, Inc. loan outstanding 150000000 2030-03",
        "lenders -> Halcyon Compute, Inc. loan ceiling 600000000 2030-03",
    ]


def test_a_column_of_lenders_needs_no_total_where_the_caption_says_notes_payable() -> None:
    rows = """
        Lender | Relationship | Rate | June 30, 2026
        Harrow Holdings LLC | Controlled by a director | 8 % | $ 4
        Jane Quill | Chief Executive Officer | 6 % | 1
        """
    assert told(rows, "Notes payable to related parties (in millions):") == [
        "Harrow Holdings LLC -> Halcyon Compute, Inc. loan outstanding 4000000 None",
        "Jane Quill -> Halcyon Compute, Inc. loan outstanding 1000000 None",
    ]
    assert told(rows, "Relations of directors (in millions):") == []


def test_funds_lend_by_the_name_of_who_manages_them() -> None:
    rows = """
        | Borrower | Lenders | Commitment | Drawn | Maturity
        DDTL 1.0 | Kestrel SPV I LLC | Funds managed by Corvid Credit Partners | $ 2,300 | $ 2,100 | March 2028
        """  # noqa: E501 - a row stands on one line, as in the filing
    assert told(rows, "DDTL facilities (in millions):") == [
        "Corvid Credit Partners -> Kestrel SPV I LLC loan outstanding 2100000000 2028-03",
        "Corvid Credit Partners -> Kestrel SPV I LLC loan ceiling 2300000000 2028-03",
    ]


def test_notes_may_stand_side_by_side_under_their_names() -> None:
    rows = """
        | 2030 Notes | 2032 Notes
        Principal amount | $ 1,000 | $ 750
        Interest rate | 7.25 % | 7.75 %
        """
    holders = "noteholders -> Halcyon Compute, Inc. bond outstanding"
    assert told(rows, "Our senior secured notes (in millions):") == [
        f"{holders} 1000000000 None",
        f"{holders} 750000000 None",
    ]


def test_who_stands_under_project_entity_owes() -> None:
    rows = """
        Project entity | Type | Maturity | Balance
        Abbot Creek SPV LLC | Term loan | 2031 | $ 610
        Harrow Mill SPV LLC | Senior secured notes | 2034 | 440
        Total non-recourse debt | | | $ 1,050
        """
    assert told(rows, "Non-recourse debt by project (in millions):") == [
        "lenders -> Abbot Creek SPV LLC loan outstanding 610000000 2031",
        "noteholders -> Harrow Mill SPV LLC bond outstanding 440000000 2034",
    ]


def test_of_notes_and_securitised_loans_the_size_is_the_balance() -> None:
    rows = """
        | Committed Principal | Principal Outstanding | Still Available
        Revolving Credit Facility | $ 900 | $ 365 | $ 535
        CLO 2024-1 | 204 | 204 | —
        March 2028 Notes | 650 | 650 | —
        Total Debt | $ 1,754 | $ 1,219 | $ 535
        """
    assert told(rows, "Debt as of June 30, 2026 (in millions):") == [
        "lenders -> Halcyon Compute, Inc. revolver outstanding 365000000 None",
        "lenders -> Halcyon Compute, Inc. revolver ceiling 900000000 None",
        "noteholders -> Halcyon Compute, Inc. abs outstanding 204000000 None",
        "noteholders -> Halcyon Compute, Inc. bond outstanding 650000000 2028-03",
    ]


def test_columns_of_convertible_notes_are_called_so_above() -> None:
    rows = """
        | 2029 Notes | 2031 Notes | Total
        Principal | $ 300 | $ 575 | $ 875
        Unamortized issuance costs | (5) | (12) | (17)
        Net carrying amount | $ 295 | $ 563 | $ 858
        """
    caption = "The net carrying amounts of the convertible notes (in millions):"
    assert [line.split("Inc. ")[1] for line in told(rows, caption)] == [
        "convertible outstanding 300000000 None",
        "convertible outstanding 575000000 None",
    ]


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        # What the notes cost in a year is a flow.
        (
            """
            | Year Ended June 30, 2026
            4.15% notes due 2031 | 49
            4.60% notes due 2036 | 41
            2.75% notes due 2029 | 18
            """,
            "Interest expense was as follows (in millions):",
        ),
        # Loans the filer has made to others.
        (
            """
            Portfolio company | Commitment | Outstanding | Available
            Abbot Term Loan | 900 | 610 | 290
            Harrow Term Loan | 600 | 150 | 450
            Corvid Term Loan | 500 | 100 | 400
            """,
            "Unfunded commitments as of June 30, 2026 (in millions):",
        ),
        # Two rows of many are notes.
        (
            """
            | June 30, 2026
            4.15% notes due 2031 | 49
            4.60% notes due 2036 | 41
            Accrued wages | 18
            Taxes payable | 12
            Other | 30
            """,
            "Other liabilities (in millions):",
        ),
    ],
)
def test_what_only_looks_like_a_list_of_notes_gives_nothing(rows: str, caption: str) -> None:
    assert told(rows, caption) == []


@pytest.mark.parametrize(
    ("cell", "lender"),
    [
        ("Northgate Bank, N.A.", "Northgate Bank, N.A."),
        ("Corvid Credit Partners and a syndicate of banks", "Corvid Credit Partners"),
        ("Harrow Capital, as agent, and others", ""),
        ("Various", ""),
        ("Bank syndicate", ""),
        ("Northgate Bank; Corvid Bank", ""),
        ("—", ""),
    ],
)
def test_a_cell_names_one_lender_or_none(cell: str, lender: str) -> None:
    assert lender_in(cell) == lender


def test_most_rows_called_like_debt_below_a_line_that_says_so_are_a_list() -> None:
    rows = """
        Obligation | Issued | Rate | June 30, 2026
        Alder Secured Promissory Note | December 2022 | 15 % | $ 90
        Corvid Credit Facility | June 2024 | 9 % | 65
        Harrow Note (convertible note) | June 2025 | 8 % | 159
        Other liability | | | 2
        Total | | | $ 316
        """
    found = told(rows, "Note 10. Borrowings (in millions)")
    assert [line.split("Inc. ")[1] for line in found[:3]] == [
        "loan outstanding 90000000 None",
        "revolver outstanding 65000000 None",
        "convertible outstanding 159000000 None",
    ]
    assert told(rows, "Note 10. Fair values (in millions)") == []


def test_a_rate_and_a_year_name_notes_whose_section_says_the_rest() -> None:
    rows = """
        | June 30, 2026 | June 30, 2025
        Senior Notes: | |
        5.45% due June 2028 | $ 1,000 | $ 1,000
        4.90% due October 2031 | 1,750 | 1,750
        Total | $ 2,750 | $ 2,750
        """
    assert told(rows, "Liabilities (in millions)") == []
    assert [line.split()[-1] for line in told(rows, "DEBT (in millions)")] == ["2028-06", "2031-10"]


def test_three_rows_named_after_lenders_are_a_list_of_them() -> None:
    rows = """
        | Current portion | Long term | Total
        Alder financing | $ 9 | $ — | $ 9
        Green Cove secured note | 3 | 6 | 9
        Equipment loan | 1 | — | 1
        Corvid loan | 1 | 4 | 5
        Total Debt | $ 14 | $ 10 | $ 24
        """
    caption = "Total debt outstanding by agreement as of June 30, 2026 (in millions):"
    assert [line.split(" -> ")[0] for line in told(rows, caption)] == [
        "Alder",
        "Green Cove",
        "lenders",
        "Corvid",
    ]


@pytest.mark.parametrize(
    ("lines", "amounts"),
    [
        (["(in thousands, except per share data)"], ["146000000", "912000000"]),
        ([], ["146000", "912000"]),
        (["(in thousands)", "(in millions)"], ["146000", "912000"]),
        (["Rates fell (in thousands of places) last year."], ["146000", "912000"]),
    ],
)
def test_one_line_may_state_the_unit_of_all_tables(lines: list[str], amounts: list[str]) -> None:
    paper = Paper(period_end="2026-06-30")
    for line in lines:
        paper.say(line)
    rows = """
        | Principal Outstanding
        Revolving Credit Facility | $ 146,000
        Alder Funding Facility | 912,000
        Total debt | $ 1,058,000
        """
    paper.table(rows, caption="Debt was as follows:", scale=1)
    found = list(find_debt_rows(paper.document(), Context()))
    assert [str(c.amount.point) for c in found] == amounts
    assert {c.with_role(Role.SOURCE)[0].name for c in found} == {"lenders"}
