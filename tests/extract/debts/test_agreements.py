"""Agreements of fictional companies: covers, first paragraphs, recitals, with all their claims."""

import pytest

from graphbuild.extract.debts.agreements import AGREEMENTS
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from graphbuild.records.document import Document, Filer, SourceTier
from tests.extract.writing import CONTEXT

_HC, _NG = "harbor-compute", "northgate-bank"

AGREEMENTS_TOLD = {
    "the figure over the title is the size of a syndicated facility": (
        "$250,000,000\nREVOLVING CREDIT AGREEMENT\ndated as of March 4, 2025\namong\n"
        "HARBOR COMPUTE, INC.,\nas Borrower,\nThe LENDERS Party Hereto,\nand\n"
        "NORTHGATE BANK, N.A.,\nas Administrative Agent\nALDER SECURITIES LLC,\nas Lead Arranger",
        [("lenders", _HC, "revolver", 250_000_000, "signed")],
    ),
    "a borrower needs no role where it stands first": (
        "$400,000,000\n364-DAY CREDIT AGREEMENT\namong\nHARBOR COMPUTE, INC.,\nThe LENDERS Party "
        "Hereto,\nNORTHGATE BANK, N.A.,\nas Administrative Agent",
        [("lenders", _HC, "revolver", 400_000_000, "signed")],
    ),
    "two tranches over a title are two claims": (
        "$300,000,000 REVOLVING CREDIT FACILITY\n$100,000,000 DELAYED DRAW TERM LOAN\nSECOND "
        "AMENDED AND RESTATED CREDIT AGREEMENT\nby and among\nHARBOR COMPUTE, INC., as the "
        "Borrower\nand\nTHE LENDERS PARTY HERETO\nand\nNORTHGATE BANK, N.A., as Administrative "
        "Agent",
        [
            ("lenders", _HC, "revolver", 300_000_000, "signed"),
            ("lenders", _HC, "loan", 100_000_000, "signed"),
        ],
    ),
    "an agent that is said to lend is a lender": (
        "CONSTRUCTION LOAN AGREEMENT\namong\nQuarry No. 2 East, LLC, a Delaware limited liability "
        "company, as Borrower and\nNorthgate Bank, N.A., a national bank, as Administrative Agent "
        "and as a Lender\nand Tideway Savings Bank FSB, a savings bank of Ohio, as a Lender",
        [
            (_NG, "quarry-no-2-east", "loan", None, "signed"),
            ("tideway-savings-bank", "quarry-no-2-east", "loan", None, "signed"),
        ],
    ),
    "the one lender of a loan agreement lends what the recitals say": (
        "LOAN AND SECURITY AGREEMENT\nThis LOAN AND SECURITY AGREEMENT (this “Agreement”) is "
        "entered into as of May 6, 2024, by and between NORTHGATE BANK, N.A. (“Bank”) and HARBOR "
        "COMPUTE, INC., a Delaware corporation (“Borrower”).\nRECITALS\nBorrower has requested "
        "that Bank make a term loan in the principal amount of up to $35,000,000, and Bank is "
        "willing to do so.\nArticle 1. Terms.",
        [(_NG, _HC, "loan", 35_000_000, "signed")],
    ),
    "a named guarantor guarantees the named lender": (
        "EQUIPMENT LOAN AND SECURITY AGREEMENT\nThis Loan and Security Agreement is made as of "
        "October 12th, 2021, by and between Alder Works III, LLC, an Ohio limited liability "
        "company, having its main office at 77 Kiln Lane (the “Borrower”), Harbor Compute, Inc., "
        "a Delaware corporation (the “Guarantor”) and Tideway Bank, a Vermont banking "
        "corporation, having its main office at 9 Ferry Square.\n1.00 DEFINITIONS\n“Advance” "
        "shall mean a disbursement.",
        [
            ("tideway-bank", "alder-works-iii", "loan", None, "signed"),
            (_HC, "tideway-bank", "guarantee", None, "signed"),
        ],
    ),
    "commitments may be told only by a definition": (
        "CREDIT AGREEMENT\nThis CREDIT AGREEMENT is dated as of June 2, 2025, among HARBOR "
        "COMPUTE, INC., a Delaware corporation (the “Borrower”), each lender from time to time "
        "party hereto (collectively, the “Lenders” and individually, a “Lender”), and NORTHGATE "
        "BANK, N.A., as Administrative Agent.\nARTICLE I\nDEFINITIONS\n“Affiliate” means a "
        "person.\n“Aggregate Commitments” means the Commitments of all the Lenders. As of the "
        "Closing Date, the Aggregate Commitments are $175,000,000.\n",
        [("lenders", _HC, "loan", 175_000_000, "signed")],
    ),
    "a guaranty is owed to whom it is made in favor of": (
        "GUARANTY\nTHIS GUARANTY, dated as of November 3, 2021 (this “Guaranty”), is made by "
        "ASHGROVE HOLDINGS CORP., a Delaware corporation (the “Guarantor”), in favor of "
        "NORTHGATE BANK, N.A., a national banking association (the “Lender”).\nWITNESSETH:\n",
        [("ashgrove-holdings", _NG, "guarantee", None, "signed")],
    ),
    "a guaranty for the lenders of an agent is owed to lenders": (
        "GUARANTEE AGREEMENT\nThis GUARANTEE AGREEMENT, dated as of May 1, 2020, is made by "
        "Ashgrove Holdings Corp. (the “Guarantor”) in favor of Northgate Bank, N.A., as "
        "administrative agent (the “Administrative Agent”) for the Lenders.\nWHEREAS, there is a "
        "Credit Agreement.",
        [("ashgrove-holdings", "unnamed:lenders", "guarantee", None, "signed")],
    ),
    "landlord and tenant of a lease": (
        "LEASE\nTHIS LEASE (this “Lease”) is made and entered into as of the 4th day of June, "
        "2020, by and between ALDER REALTY TRUST LLC, a Delaware limited liability company "
        "(“Landlord”), and HARBOR COMPUTE, INC., a Delaware corporation (“Tenant”).\n1. Premises.",
        [(_HC, "alder-realty-trust", "lease", None, "signed")],
    ),
    "landlord and tenant as labels": (
        "BASIC LEASE INFORMATION\nOFFICE LEASE\nLandlord: Alder Realty Trust LLC\nTenant: Harbor "
        "Compute, Inc.\nTerm: ten years\n",
        [(_HC, "alder-realty-trust", "lease", None, "signed")],
    ),
    "roles on lines of their own": (
        "LEASE\nALDER REALTY TRUST LLC,\nLandlord,\nand\nHARBOR COMPUTE, INC.,\nTenant\nTABLE OF "
        "CONTENTS\n1. USE",
        [(_HC, "alder-realty-trust", "lease", None, "signed")],
    ),
    "a merger's parent acquires the company": (
        "AGREEMENT AND PLAN OF MERGER\nThis AGREEMENT AND PLAN OF MERGER is entered into as of "
        "May 9, 2024, by and among Meridian Cloud Corporation, a Delaware corporation "
        "(“Parent”), Meadow Acquisition Sub, Inc., a wholly owned subsidiary of Parent (“Merger "
        "Sub”), and Harbor Compute, Inc., a Nevada corporation (the “Company”).\nRECITALS\n",
        [("meridian-cloud", _HC, "acquisition", None, "signed")],
    ),
    "notes and warrants bought by purchasers nobody names": (
        "SECURITIES PURCHASE AGREEMENT\nThis Securities Purchase Agreement is dated as of August "
        "17, 2022, by and among Harbor Compute, Inc., a Nevada corporation (the “Company”), "
        "the purchasers party hereto (collectively, the “Purchasers”, and each, a “Purchaser”), "
        "and Alder Advisors LP, as agent for the Purchasers (the "
        "“Paying Agent”).\nRECITALS\nWHEREAS, the Purchasers wish to purchase "
        "(i) convertible subordinated notes of the Company in a principal "
        "amount of up to $18,500,000, and (ii) warrants to purchase common stock;\nWHEREAS, the "
        "Guarantors shall guarantee the obligations of the Company;\n",
        [
            ("guarantors", "unnamed:purchasers", "guarantee", None, "signed"),
            ("purchasers", _HC, "convertible", 18_500_000, "signed"),
            ("purchasers", _HC, "warrant", None, "signed"),
        ],
    ),
    "a stock purchase agreement with a seller is an acquisition": (
        "STOCK PURCHASE AGREEMENT\nThis Stock Purchase Agreement is entered into as of July 1, "
        "2022, by and among Harbor Compute, Inc. (“Buyer”), Lumen Robotics, Inc. (the "
        "“Company”) and Foxglove Partners LP (“Seller”).\nRECITALS\nWHEREAS, Buyer wishes to buy "
        "all shares of the Company for an aggregate purchase price of $61,000,000;",
        [(_HC, "lumen-robotics", "acquisition", 61_000_000, "signed")],
    ),
    "an owner pays its contractor": (
        "ENGINEERING, PROCUREMENT AND CONSTRUCTION AGREEMENT\nThis ENGINEERING, PROCUREMENT AND "
        "CONSTRUCTION AGREEMENT is made as of May 9, 2021, by and between Alder No. 1 KX-07, "
        "LLC, an Ohio limited liability company (“Owner”), and Harbor Compute, Inc., a "
        "Nevada corporation (“Contractor”).\nRECITALS\nWHEREAS, Owner plans a data hall;",
        [("alder-no-1-kx-07", _HC, "supply_contract", None, "signed")],
    ),
    "several borrowers are told by the first": (
        "TERM LOAN AGREEMENT\nThis TERM LOAN AGREEMENT is made effective February 3, 2020, by and "
        "among ALDER ENERGY, LLC, a Nevada limited liability company (“Alder”), ALDER ENERGY TX, "
        "LLC, a Texas limited liability company (“Alder TX”), and each Subsidiary of the "
        "foregoing (each a “Borrower” and, collectively, the “Borrowers”), ALDER HOLDINGS, LLC "
        "(“Holdings”), each lender that is a signatory hereto (individually, a “Lender”), and "
        "406 WOODLINE LLC (“Woodline”), as administrative agent for the Lenders (the “Agent”).\n"
        "W I T N E S S E T H:\nThe Borrowers have requested the Term Loans.",
        [("lenders", "alder-energy", "loan", None, "signed")],
    ),
    "an amendment is amended and takes no old figure for its own": (
        "AMENDMENT NO. 2 TO CREDIT AGREEMENT\nThis AMENDMENT NO. 2 TO CREDIT AGREEMENT is dated "
        "as of July 14, 2022, by and among Harbor Compute, Inc. (the “Borrower”), the lenders "
        "party hereto (the “Lenders”) and Northgate Bank, N.A., as Administrative Agent.\n"
        "RECITALS\nThe Lenders made available a revolving credit facility of $90,000,000.",
        [("lenders", _HC, "loan", None, "amended")],
    ),
    "a note is owed to its holder for its principal": (
        "PROMISSORY NOTE\n$2,500,000.00\nMarch 3, 2020\nFOR VALUE RECEIVED, the undersigned, "
        "Alder Works, Inc., a Nevada corporation (the “Maker”), promises to pay to the order of "
        "Foxglove Partners LP (the “Holder”) the principal sum of Two Million Five Hundred "
        "Thousand Dollars ($2,500,000.00).",
        [("foxglove-partners", "alder-works", "loan", 2_500_000, "signed")],
    ),
    "an undersigned borrower is the filer": (
        "REVOLVING CREDIT NOTE\n$20,000,000 New York, May 1, 2019\nFOR VALUE RECEIVED, the "
        "undersigned (the “Borrower”) hereby promises to pay to the order of NORTHGATE BANK, N.A. "
        "(the “Lender”) the principal amount of Twenty Million Dollars.",
        [(_NG, _HC, "revolver", 20_000_000, "signed")],
    ),
    "a letter of credit facility over the title is not lent": (
        "$75,000,000 REDUCING REVOLVING CREDIT FACILITY\n$2,000,000 LETTER OF CREDIT FACILITY\n"
        "CREDIT AGREEMENT\nby and among\nHARBOR COMPUTE, INC., as Borrower,\nTHE GUARANTORS "
        "PARTY HERETO,\nand\nTIDEWAY BANK USA, NATIONAL ASSOCIATION, as Lender",
        [("tideway-bank-usa", _HC, "revolver", 75_000_000, "signed")],
    ),
    "a title's first possible end need not be its end": (
        "NOTE PURCHASE AGREEMENT\nALDER WORKS, INC.\n$150,000,000 3.45% Senior Notes due May 1, "
        "2032\nTO EACH OF THE PURCHASERS LISTED HERETO:\nLadies and Gentlemen:\nAlder Works, "
        "Inc., a Delaware corporation (the “Company”), agrees with each of the "
        "Purchasers as follows:\n"
        "SECTION 1. AUTHORIZATION OF NOTES.",
        [("noteholders", "alder-works", "bond", 150_000_000, "signed")],
    ),
    "an amendment told by its cover alone": (
        "AMENDMENT NO. 4 TO CREDIT AGREEMENT\nAMENDMENT NO. 4 TO CREDIT AGREEMENT dated as of "
        "February 12, 2019 (the “Amendment”) among (1) ALDER-COM, INC., an Indiana corporation "
        "(the “Borrower”), (2) the lenders party hereto, (3) LATERAL FEEDER LLC, a Delaware "
        "limited liability company, as Administrative Agent (in such capacity, the “Administrative "
        "Agent”).\nRECITALS\n",
        [("lenders", "alder-com", "loan", None, "amended")],
    ),
    "an investor under an equity purchase agreement": (
        "EQUITY PURCHASE AGREEMENT\nThis equity purchase agreement is entered into as of May 4, "
        "2021 (this “Agreement”), by and between Alder Works, Inc., a Nevada corporation (the "
        "“Company”), and Foxglove Partners LP (the “Investor”).\nWHEREAS, the Investor shall "
        "purchase shares of the Company's common stock;",
        [("foxglove-partners", "alder-works", "equity", None, "signed")],
    ),
    "a lease that begins in its first section": (
        "1.1 Parties: This Lease (“Lease”), dated for reference purposes only December "
        "17, 2010, is "
        "made by and between Alder Commerce Partners (“Lessor”) and Harbor Compute, Inc. "
        "(“Lessee”), (collectively the “Parties”).\n1.2 Premises",
        [(_HC, "alder-commerce-partners", "lease", None, "signed")],
    ),
    "an owner lets a vessel to its charterer": (
        "BAREBOAT CHARTER\nThis BAREBOAT CHARTER is made as of May 4, 2015, between Alder Shipping "
        "Trust LLC, as owner (“Owner”), and Harbor Compute, Inc., as charterer (“Charterer”).\n"
        "RECITALS\n",
        [(_HC, "alder-shipping-trust", "lease", None, "signed")],
    ),
    "a share exchange acquires the company": (
        "SHARE EXCHANGE AGREEMENT\nThis Share Exchange Agreement is made as of May 4, 2015, by and "
        "among Harbor Compute, Inc., a Nevada corporation (“Acquiror”), Lumen Robotics, Inc. (the "
        "“Company”), and the shareholders of the Company.\nRECITALS\n",
        [(_HC, "lumen-robotics", "acquisition", None, "signed")],
    ),
    "an indenture's trustee buys nothing": (
        "HARBOR COMPUTE, INC.,\nas Issuer\nand\nTIDEWAY TRUST COMPANY, N.A.,\nas Trustee\n"
        "INDENTURE\nDated as of May 4, 2024\n$500,000,000 5.750% SENIOR NOTES DUE 2030",
        [("noteholders", _HC, "bond", 500_000_000, "signed")],
    ),
}

REFUSED = {
    "pledge": "PLEDGE AGREEMENT\nThis PLEDGE AGREEMENT is made by Harbor Compute, Inc. (“Pledgor”) "
    "in favor of Northgate Bank, N.A. (“Lender”).\nRECITALS\n",
    "employment": "EMPLOYMENT AGREEMENT\nThis EMPLOYMENT AGREEMENT is made between Harbor Compute, "
    "Inc. (the “Company”) and Ann Lee.\nRECITALS\n",
    "agents alone": "CREDIT AGREEMENT\nNORTHGATE BANK, N.A., as Administrative Agent\nALDER "
    "SECURITIES LLC, as Arranger",
    "a lease without names": "LEASE\nTHIS LEASE is made by and between the landlord and the tenant "
    "named on the last page.\n1. Premises",
    "consent": "CONSENT UNDER LOAN AGREEMENT\nThis CONSENT UNDER LOAN AGREEMENT is made by Harbor "
    "Compute, Inc. (“Borrower”) and Northgate Bank, N.A. (“Lender”).\nRECITALS\n",
}


def _exhibit(text: str) -> Document:
    return Document(
        document_id="0000000001-26-000002",
        path="filings/ex10.txt",
        kind="EX-10",
        tier=SourceTier.EXHIBIT,
        sha256="2" * 64,
        text=text,
        filer=Filer(name="Harbor Compute, Inc.", cik="0000000001"),
    )


def _told(text: str) -> list[tuple[object, ...]]:
    claims = extract_claims(_exhibit(text), CONTEXT, (AGREEMENTS,)).claims
    rows = [claim_row(claim) for claim in claims]
    return sorted(
        (
            (
                str(row["source"]).removeprefix("unnamed:"),
                row["target"],
                row["instrument"],
                row["amount"],
                row["status"],
            )
            for row in rows
        ),
        key=str,
    )


@pytest.mark.parametrize("name", AGREEMENTS_TOLD)
def test_agreement_gives_its_claims(name: str) -> None:
    text, expected = AGREEMENTS_TOLD[name]
    assert _told(text) == sorted(expected, key=str)


@pytest.mark.parametrize("name", REFUSED)
def test_other_papers_give_none(name: str) -> None:
    assert _told(REFUSED[name]) == []


def test_quote_of_a_sized_agreement_holds_its_figure() -> None:
    text, _ = AGREEMENTS_TOLD["the one lender of a loan agreement lends what the recitals say"]
    (claim,) = extract_claims(_exhibit(text), CONTEXT, (AGREEMENTS,)).claims
    assert "$35,000,000" in claim.citation.quote
    assert text[claim.citation.start : claim.citation.end] == claim.citation.quote


def test_whose_place_a_bank_has_taken_lends_nothing() -> None:
    text = (
        "AMENDMENT TO LOAN AGREEMENT\nThis Amendment is made on March 4, 2025 by and between "
        "FARMERS AND TRADERS TRUST COMPANY, a bank, successor in interest to Ashgrove Bank (the "
        "“Bank”), and HARBOR COMPUTE, INC. (the “Borrower”)."
    )
    assert {row[0] for row in _told(text)} == {"farmers-and-traders-trust"}
