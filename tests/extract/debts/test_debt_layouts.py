"""Debt notes of several layouts: where amount, instrument and maturity stand."""
# ruff: noqa: E501 - a row of a table and a quoted sentence stand on one line, as in the filing

from tests.extract.debts.debt_papers import claims, told
from tests.extract.papers import Paper


def test_a_maturity_column_and_the_latest_date_on_the_right() -> None:
    paper = Paper()
    paper.table(
        """
        | Maturities | Coupon | Effective Interest Rates | December 31, 2024 | December 31, 2025
        2017 Notes issuance of $5.0 billion | 2036 - 2048 | 4.15% - 4.35% | 4.27% - 4.51% | 3,600 | 2,450
        June 2022 Notes issuance of $1.8 billion | 2029 | 3.20% | 3.34% | 1,800 | 1,350
        Secured revolving credit facility ||| | 517 | —
        Total long-term debt at face value |||| 5,917 | 3,800
        Less: current portion |||| (9) | (6)
        """,
        caption="What we owe over the long term is as follows (in millions):",
    )
    assert told(paper) == [
        ("bond", "noteholders", 2_450_000_000, "2048"),
        ("bond", "noteholders", 1_350_000_000, "2029"),
    ]


def test_cloud_company_with_facilities_vendors_and_a_named_lender() -> None:
    paper = Paper(kind="10-Q", period_end="2025-09-30")
    paper.table(
        """
        | Final Maturity | Effective Interest Rate | September 30, 2025 | December 31, 2024
        DDTL 1.0 Facility | March 2028 | 15% | $ 1,300 | $ 1,700
        2030 Senior Notes | June 2030 | 9% | 2,000 | —
        Revolving Credit Facility | May 2029 | 7% | 450 | —
        OEM and Software License Financing Arrangements | Dec 2026 - Jul 2030 | 9% | 800 | 500
        Lodestar Capital Partners Loan | January 2029 | 12% | 189 | 200
        Total debt ||| 4,739 | 2,400
        Less: current portion ||| (900) | (700)
        """,
        caption="The Company's debt consisted of the following (in millions):",
    )
    assert told(paper) == [
        ("loan", "lenders", 1_300_000_000, "2028-03"),
        ("bond", "noteholders", 2_000_000_000, "2030-06"),
        ("revolver", "lenders", 450_000_000, "2029-05"),
        ("vendor_financing", "vendors", 800_000_000, "2030-07"),
        ("loan", "Lodestar Capital Partners", 189_000_000, "2029-01"),
    ]


def test_sections_give_the_instrument_where_labels_do_not() -> None:
    paper = Paper(period_end="2025-05-31")
    paper.table(
        """
        || May 31, 2025 || May 31, 2024
        (Dollars in millions) | Date of Issuance | Amount | Effective Interest Rate | Amount | Effective Interest Rate
        Fixed-rate senior notes:
        $3,000, 2.95%, due November 2027 | July 2017 | $ 3,000 | 2.98% | $ 3,000 | 2.98%
        $2,250, 3.25%, due May 2030 | May 2015 | 2,250 | 3.30% | 2,250 | 3.30%
        Floating-rate term loan and other borrowings:
        Due August 2026 | August 2023 | 1,150 | 6.10% | 1,200 | 6.50%
        Commercial paper notes || 396 | 4.4% | 300 | 5.0%
        Total senior notes and other borrowings || $ 6,796 || $ 6,750
        Unamortized discount/issuance costs || (20) || (22)
        """,
        caption="Senior notes, commercial paper and other borrowings consisted of the following:",
    )
    assert told(paper) == [
        ("bond", "noteholders", 3_000_000_000, "2027-11"),
        ("bond", "noteholders", 2_250_000_000, "2030-05"),
        ("loan", "lenders", 1_150_000_000, "2026-08"),
        ("bond", "commercial-paper-holders", 396_000_000, "None"),
    ]


def test_principal_is_taken_before_the_parts_of_carrying_value() -> None:
    paper = Paper(kind="10-Q", period_end="2025-06-30")
    for day, principal in (("June 30, 2025", "2,865"), ("December 31, 2024", "3,190")):
        paper.table(
            f"""
            | Carrying Value || Unpaid Principal Balance | Unused Amount | Interest Rates | Maturity Date
            | Current | Long-Term
            Non-recourse debt:
            Truck Asset-backed Notes | 1,206 | 1,644 | {principal} | — | 3.12-5.84% | May 2027-May 2034
            Total debt | 1,206 | 1,644 | $ {principal} | $ —
            """,
            caption=f"Our debt as of {day} (in millions):",
        )
    assert told(paper) == [("abs", "noteholders", 2_865_000_000, "2034-05")]
    assert claims(paper)[0].terms.rate == "3.12-5.84%"


def test_issues_by_year_with_amount_under_the_year() -> None:
    paper = Paper(period_end="2025-09-27")
    paper.table(
        """
        | | 2025 | | 2024
        | Due in (calendar year) | Amount (in millions) | Effective rate | Amount (in millions) | Effective rate
        Issued from 2014 to 2024:
        Fixed-rate 0.250% - 4.600% notes | 2025 - 2058 | $ 63,270 | 0.31% - 5.90% | $ 71,450 | 0.31% - 5.90%
        Issued in the third quarter of 2025:
        Fixed-rate 4.100% - 4.650% notes | 2029 - 2037 | 3,750 | 4.13% - 4.70% | — |
        Total term debt principal | | 67,020 | | 71,450
        Unamortized discount and issuance costs, net | | (214) | | (239)
        """,
        caption="The following table provides a summary of term debt:",
    )
    assert told(paper) == [
        ("bond", "noteholders", 63_270_000_000, "2058"),
        ("bond", "noteholders", 3_750_000_000, "2037"),
    ]


def test_parts_of_one_note_in_rows_give_its_principal() -> None:
    paper = Paper(kind="10-Q", period_end="2025-06-30")
    paper.table(
        """
        | June 30, 2025 | December 31, 2024
        Principal amount | $ 650,000 | $ 650,000
        Unamortized debt issuance costs | (14,705) | (16,000)
        Net carrying amount | $ 635,295 | $ 634,000
        """,
        caption="The carrying amount of the 2030 Convertible Senior Notes was as follows:",
        scale=1_000,
    )
    assert told(paper) == [("convertible", "noteholders", 650_000_000, "2030")]


def test_notes_named_in_the_heads_give_one_claim_a_column() -> None:
    paper = Paper(kind="10-Q", period_end="2025-06-30")
    paper.table(
        """
        | 2026 Notes | 2031 Convertible Notes | Total
        Principal | $ 747 | $ 850 | $ 1,597
        Less: unamortized discount | (7) | (20) | (27)
        Net carrying amount | $ 740 | $ 830 | $ 1,570
        """,
        caption="The notes as of June 30, 2025:",
    )
    assert told(paper) == [
        ("bond", "noteholders", 747_000_000, "2026"),
        ("convertible", "noteholders", 850_000_000, "2031"),
    ]


def test_a_facility_s_size_and_balance_are_two_claims_and_unused_is_its_size() -> None:
    paper = Paper(kind="10-Q", period_end="2025-06-30")
    paper.table(
        """
        | Facility Size | Outstanding Principal | Maturity Date
        Delayed draw term loan facility | $ 2,300 | $ 1,900 | March 2028
        Total debt | $ 2,300 | $ 1,900 |
        """,
        caption="Our credit facilities as of June 30, 2025:",
    )
    paper.table(
        """
        | Unpaid Principal Balance | Unused Committed Amount | Maturity Date
        RCF Credit Agreement | $ — | $ 5,000 | January 2028
        Total debt | $ — | $ 5,000 |
        """,
        caption="Our debt as of June 30, 2025:",
    )
    assert [
        (c.instrument.value, int(c.amount.point or 0), c.measure.value) for c in claims(paper)
    ] == [
        ("loan", 1_900_000_000, "outstanding"),
        ("loan", 2_300_000_000, "ceiling"),
        ("revolver", 5_000_000_000, "ceiling"),
    ]


def test_a_table_of_facilities_gives_what_lenders_have_promised() -> None:
    paper = Paper(period_end="2026-06-30")
    paper.table(
        """
        Facility Type | Aggregate Bank Commitment | Facility Draws | Outstanding Letters of Credit | Total Available Capacity
        Revolving Credit Facility | $ 4,500 | $ — | $ 49 | $ 4,451
        Liquidity Facility | 970 | — | 895 | 51
        Term Loan Facility | 300 | 120 | — | 180
        Total | $ 5,770 | $ 120 | $ 944 | $ 4,682
        """,
        caption="We had the following facilities (in millions):",
    )
    assert [row[:3] for row in told(paper)] == [
        ("revolver", "lenders", 4_500_000_000),
        ("revolver", "lenders", 970_000_000),
        ("loan", "lenders", 120_000_000),
        ("loan", "lenders", 300_000_000),
    ]
