"""What later sentences say of a loan: stories of fictional companies, each with all its claims."""

from dataclasses import replace

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"
_NG = "northgate-bank"

STORIES = {
    "what a term loan began with, and an option to draw that was taken up, are drawn": (
        "In June 2025, we entered into a $28.7 million term loan agreement with Northgate Bank, "
        "N.A. (the “2030 Term Loan”). The 2030 Term Loan carried an initial balance of $20.7 "
        "million and an option to draw additional loans of up to $8.0 million, which we exercised.",
        [
            (_NG, _HC, "loan", 28_700_000, "ceiling", "funded"),
            (_NG, _HC, "loan", 20_700_000, "drawn", "funded"),
            (_NG, _HC, "loan", 8_000_000, "drawn", "funded"),
        ],
    ),
    "advances of a loan agreement are the named lender's": (
        "In March 2025, the Company entered into a Credit, Security and Guaranty Agreement (the "
        "“Term Loan Agreement”) with Northgate Bank, N.A. to borrow up to $70 million in three "
        "tranches. The first advance of $40.0 million was drawn by the Company in April 2025. The "
        "third advance of $15.0 million expired on December 31, 2025.",
        [
            (_NG, _HC, "loan", 70_000_000, "ceiling", "funded"),
            (_NG, _HC, "loan", 40_000_000, "drawn", "funded"),
            (_NG, _HC, "loan", 15_000_000, "ceiling", "terminated"),
        ],
    ),
    "a facility is drawn, and ended, under the name that was defined for it": (
        "The Company has a revolving credit facility with Northgate Bank, N.A. (the “Northgate "
        "Credit Facility”) maturing in 2028. As of June 30, 2026, $28.3 million was outstanding "
        "under the Northgate Credit Facility. In July 2026, the Company repaid all amounts "
        "outstanding under the Northgate Credit Facility and terminated it.",
        [
            (_NG, _HC, "revolver", 28_300_000, "outstanding", "funded"),
            (_NG, _HC, "revolver", None, "headline", "terminated"),
        ],
    ),
    "the balance of a note is owed to the one who holds it": (
        "We entered into a promissory note with Foxglove Partners in the principal amount of $3.5 "
        "million. The outstanding balance of the promissory note was $3.1 million as of June 30, "
        "2026.",
        [
            ("foxglove-partners", _HC, "loan", 3_500_000, "headline", "funded"),
            ("foxglove-partners", _HC, "loan", 3_100_000, "outstanding", "funded"),
        ],
    ),
    "a loan the filer made stays one when it grows": (
        "During the quarter the Company extended a loan of $5.0 million to Lumen Robotics. In May "
        "2026, the Company increased the loan to Lumen Robotics by $2.0 million. As of June 30, "
        "2026, the outstanding loan balance was $7.0 million.",
        [
            (_HC, "lumen-robotics", "loan", 5_000_000, "headline", "funded"),
            (_HC, "lumen-robotics", "loan", 2_000_000, "committed", "amended"),
            (_HC, "lumen-robotics", "loan", 7_000_000, "outstanding", "funded"),
        ],
    ),
    "who lends may be told only by the sentence after the agreement": (
        "The Company entered into a Term Loan and Security Agreement with Lumen Robotics. Pursuant "
        "to the Loan Agreement, Lumen Robotics has requested the Company to extend one or more "
        "loans in an aggregate principal amount not to exceed $5 million. In June 2026 the "
        "facility size was increased from $5 million to $6.7 million. Advances of $6.4 million "
        "have been financed by the Company to Lumen Robotics.",
        [
            (_HC, "lumen-robotics", "loan", 5_000_000, "ceiling", "funded"),
            (_HC, "lumen-robotics", "loan", 6_700_000, "ceiling", "amended"),
            (_HC, "lumen-robotics", "loan", 6_400_000, "drawn", "funded"),
        ],
    ),
    "parts of a subsidiary's facility are the subsidiary's": (
        "Alder Metal LLC has a $10.0 million credit facility, which consists of a line of credit "
        "and an equipment loan. The $6.0 million line of credit has a term of one year. During the "
        "six months ended June 30, 2026, borrowings under the line of credit were $0.9 million.",
        [
            ("unnamed", "alder-metal", "revolver", 10_000_000, "ceiling", "funded"),
            ("unnamed", "alder-metal", "revolver", 6_000_000, "ceiling", "funded"),
            ("unnamed", "alder-metal", "revolver", 900_000, "drawn", "funded"),
        ],
    ),
    "a bank's first word is the bank": (
        "The Company entered into a loan agreement with Alder Peak Bank pursuant to which Alder "
        "Peak had agreed to loan the Company up to $100 million.",
        [("alder-peak-bank", _HC, "loan", 100_000_000, "ceiling", "signed")],
    ),
    "a term loan whose balance is its size is told once": (
        "We entered into an $8.0 billion term loan with a syndicate of lenders (the “Term Loan”). "
        "As of June 30, 2026, $8.0 billion of the Term Loan was outstanding.",
        [("unnamed", _HC, "loan", 8_000_000_000, "ceiling", "funded")],
    ),
    "a lender defined beside the parties is that lender": (
        "On May 19, 2026, the Company entered into a credit agreement between the Company, as "
        "borrower, and Alder Credit, Inc. (the “Lender” and, with the Company, the “Signing "
        "Parties”), as sole lender. The Company drew $37 million under the credit agreement.",
        [("alder-credit", _HC, "loan", 37_000_000, "drawn", "funded")],
    ),
    "a step and the new size are no range": (
        "The Company has a revolving credit facility with Northgate Bank, N.A. that matures in "
        "2027. The amendment increases the commitments under the revolving credit facility by $50 "
        "million to $150 million.",
        [(_NG, _HC, "revolver", 150_000_000, "ceiling", "amended")],
    ),
    "the parts of an agreement are told apart, its sub-limits are none": (
        "The Company entered into a credit agreement with Northgate Bank, N.A. in May 2026. The "
        "credit agreement provides for a $500 million revolving credit facility, including a $50 "
        "million sublimit for letters of credit, and a $250 million term loan facility.",
        [
            (_NG, _HC, "revolver", 500_000_000, "ceiling", "funded"),
            (_NG, _HC, "loan", 250_000_000, "ceiling", "funded"),
        ],
    ),
    "commitments that a credit agreement adds up are its borrower's": (
        "CREDIT AGREEMENT dated as of May 1, 2026 among Harbor Alder LLC, as Borrower, and the "
        "lenders party hereto. As of the Closing Date, the Aggregate Commitments are "
        "$500,000,000.",
        [("unnamed", "harbor-alder", "loan", 500_000_000, "ceiling", "signed")],
    ),
    "a loan's end may be told with its lender and its sum": (
        "In May 2026, we used the proceeds to repay in full the $150.0 million outstanding under "
        "our bridge loan with Foxglove Partners. Lumen Robotics repaid the $5.0 million loan from "
        "the Company.",
        [
            ("foxglove-partners", _HC, "loan", 150_000_000, "paid", "terminated"),
            (_HC, "lumen-robotics", "loan", 5_000_000, "paid", "terminated"),
        ],
    ),
    "commitments that lapsed are ended": (
        "The bridge facility commitments of $2.0 billion were terminated in June 2026.",
        [("unnamed", _HC, "loan", 2_000_000_000, "ceiling", "terminated")],
    ),
    "a note receivable is lent by the filer": (
        "The note receivable from Tidepool AI had a balance of $14.3 million as of June 30, 2026.",
        [(_HC, "tidepool-ai", "loan", 14_300_000, "outstanding", "funded")],
    ),
    "a debt assumed, a seller's note and a mortgage are owed to those named": (
        "In connection with the purchase, the Company assumed a mortgage of $2.2 million held by "
        "Northgate Bank, N.A. The loan from Foxglove Partners of $6.5 million bears interest. "
        "As of June 30, 2026, amounts due to Meridian Cloud Corporation under the intercompany "
        "loan were $42 million.",
        [
            (_NG, _HC, "loan", 2_200_000, "headline", "funded"),
            ("foxglove-partners", _HC, "loan", 6_500_000, "headline", "funded"),
            ("meridian-cloud", _HC, "loan", 42_000_000, "outstanding", "funded"),
        ],
    ),
    "a guarantee of the loan told before is owed to its lender": (
        "Harbor Alder LLC has a mortgage loan with Northgate Bank, N.A. with an outstanding "
        "principal balance of $14.2 million. The mortgage is guaranteed by the Company.",
        [
            (_NG, "harbor-alder", "loan", 14_200_000, "outstanding", "funded"),
            (_HC, _NG, "guarantee", None, "headline", "funded"),
        ],
    ),
    "a vehicle among many parties is the borrower": (
        "Harbor Issuer II, LLC, a special purpose vehicle of the Company, the lenders party hereto "
        "and Northgate Bank, N.A., as administrative agent, entered into a credit agreement, which "
        "provides for a delayed draw term loan facility of up to $2.6 billion.",
        [("unnamed", "harbor-issuer-ii", "loan", 2_600_000_000, "ceiling", "funded")],
    ),
    "equipment is financed, and cash borrowed, from those named": (
        "In May 2026 we entered into an equipment financing agreement with Corvid to finance $120 "
        "million of GPU servers. The Company borrowed an initial $40 million from Meridian.",
        [
            ("corvid", _HC, "loan", 120_000_000, "ceiling", "funded"),
            ("meridian", _HC, "loan", 40_000_000, "drawn", "funded"),
        ],
    ),
    "a vehicle's receivables facility and what is drawn of it are the vehicle's": (
        "Harbor Receivables LLC, a wholly owned subsidiary, has a $450 million accounts receivable "
        "securitization facility, under which $400 million was outstanding.",
        [
            ("unnamed", "harbor-receivables", "abs", 450_000_000, "ceiling", "funded"),
            ("unnamed", "harbor-receivables", "abs", 400_000_000, "outstanding", "funded"),
        ],
    ),
    "commitments enlarged and cut": (
        "Harbor Compute amended its revolving credit facility to increase the total commitment "
        "under the facility from $560 million to $700 million. The commitments under the bridge "
        "facility were reduced to $6.0 billion.",
        [
            ("unnamed", _HC, "revolver", 700_000_000, "ceiling", "amended"),
            ("unnamed", _HC, "loan", 6_000_000_000, "ceiling", "amended"),
        ],
    ),
    "a note payable to a named holder is a loan": (
        "In July 2026, the Company issued a $500,000 note payable to Foxglove Partners. Northgate "
        "Bank, N.A. agreed to lend to Lumen Robotics up to $25 million.",
        [
            ("foxglove-partners", _HC, "loan", 500_000, "headline", "funded"),
            (_NG, "lumen-robotics", "loan", 25_000_000, "ceiling", "signed"),
        ],
    ),
    "what a facility could become is no increase": (
        "The Company has the option to increase the total commitments under the credit facility to "
        "$900 million. The Company borrowed 5,000 shares.",
        [],
    ),
    "each of two lenders lent the sum": (
        "Northgate Bank, N.A. and Meridian each made a secured loan to the Company of $10.0 "
        "million.",
        [
            (_NG, _HC, "loan", 10_000_000, "headline", "funded"),
            ("meridian", _HC, "loan", 10_000_000, "headline", "funded"),
        ],
    ),
    "a lender's name in the reference is enough": (
        "The Company entered into a loan agreement with Foxglove Partners in 2025. As of June 30, "
        "2026, $29.4 million of principal remained outstanding under the Foxglove loan. "
        "Brightwater provided $15 million of financing to the Company under a loan agreement.",
        [
            ("foxglove-partners", _HC, "loan", 29_400_000, "outstanding", "funded"),
            ("brightwater", _HC, "loan", 15_000_000, "headline", "funded"),
        ],
    ),
    "a loan to a venture without a name is drawn by it": (
        "The Company agreed to make loans to the Venture of up to $150 million (the “Member "
        "Loan”). As of June 30, 2026, $60 million had been advanced under the Member Loan.",
        [
            (_HC, "unnamed", "loan", 150_000_000, "ceiling", "signed"),
            (_HC, "unnamed", "loan", 60_000_000, "drawn", "funded"),
        ],
    ),
    "what makers of servers finance is vendor financing": (
        "As of June 30, 2026, OEM financing arrangements totaled $1.2 billion.",
        [("unnamed", _HC, "vendor_financing", 1_200_000_000, "outstanding", "funded")],
    ),
    "suppositions, letters of credit and loans a bank holds are nothing borrowed": (
        "The Company has a revolver with Northgate Bank, N.A. that matures in 2028. If we had "
        "borrowed the full $100 million under the revolver, interest would have risen. Letters of "
        "credit of $12.5 million were outstanding under the revolver. As of June 30, 2026, the "
        "outstanding balance of loans held for investment was $4.2 billion.",
        [],
    ),
    "draws on other accounts, receipts under contracts and promises to lend are no loan": (
        "The Company has a term loan with Northgate Bank, N.A. due 2028. We drew $5.0 million on "
        "the escrow account. We received $14 million under the agreement with Meridian. Northgate "
        "Bank, N.A. provided a commitment letter for a term loan of up to $100 million. We "
        "increased the facility by $5 million of equipment.",
        [],
    ),
    "an intention to terminate ends nothing": (
        "The Company has a term loan with Northgate Bank, N.A. that matures in 2028. The term loan "
        "will be repaid in full if the notes are sold. We may borrow from Meridian.",
        [],
    ),
    "what is left to draw, and covenants, are nothing owed": (
        "The Company has a credit agreement with Northgate Bank, N.A. As of June "
        "30, 2026, $1.4 billion remained available under the credit agreement. The credit "
        "agreement has a covenant to keep liquidity of $50 million.",
        [],
    ),
    "the zero of two balances is this year's": (
        "As of June 30, 2026 and December 31, 2025, the outstanding balance of the line of credit "
        "was zero and $0.1 million, respectively.",
        [],
    ),
    "another company's loan is not the one told before": (
        "The Company has a term loan with Northgate Bank, N.A. that matures in 2028. Tidepool AI "
        "repaid its term loan in full.",
        [],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_of_a_loan_gives_these_claims_and_no_others(name: str) -> None:
    words, claims = STORIES[name]
    found = [
        (
            str(row["source"]).split(":")[0],
            str(row["target"]).split(":")[0],
            row["instrument"],
            row["amount"],
            row["measure"],
            row["status"],
        )
        for row in rows(filing(words))
    ]
    assert found == claims


def test_under_a_heading_of_debts_the_subject_borrowed() -> None:
    words = "Alder Mill LLC closed a refinancing, whereby it borrowed $1.9 million."
    told = filing(words)
    headed = replace(told, paragraphs=tuple(replace(p, heading="Loans") for p in told.paragraphs))
    assert [(r["target"], r["amount"]) for r in rows(headed)] == [("alder-mill", 1_900_000)]
    assert rows(told) == []
