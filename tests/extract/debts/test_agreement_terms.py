"""When filed loans fall due, what they cost, what guaranties and leases promise in their bodies."""

import pytest

from graphbuild.extract.debts.agreements import AGREEMENTS
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from graphbuild.records.claim import Claim
from tests.documents.papers import read
from tests.extract.writing import CONTEXT

CREDIT = (
    "$250,000,000\nREVOLVING CREDIT AGREEMENT\ndated as of March 4, 2025\namong\n"
    "HARBOR COMPUTE, INC.,\nas Borrower,\nThe LENDERS Party Hereto,\nand\n"
    "NORTHGATE BANK, N.A.,\nas Administrative Agent\n\nARTICLE I\nDefinitions\n\n"
)
GUARANTY = (
    "GUARANTY\n\nTHIS GUARANTY, dated as of August 14, 2025, is made by CORVID LLC, a Delaware "
    "limited liability company (“Guarantor”), in favor of QUARRY DATA LLC (“Landlord”).\n\n"
    "WHEREAS, Foxglove Ltd. (“Tenant”) leases the building.\n\n"
)
LEASE = (
    "LEASE AGREEMENT\n\nThis LEASE AGREEMENT is made as of June 2, 2025, by and between QUARRY "
    "FORGE LLC (“Landlord”) and HARBOR COMPUTE, INC. (“Tenant”).\n\n1. Premises.\n\n"
)  # fmt: skip


def claims(text: str) -> list[Claim]:
    document = read(text, "EX-10.1", path="ex101.txt")
    return list(extract_claims(document, CONTEXT, (AGREEMENTS,)).claims)


@pytest.mark.parametrize(
    ("definition", "due"),
    [
        ("“Maturity Date” means March 4, 2030.", "2030-03-04"),
        ("“Stated Maturity Date” shall mean March 4, 2030, unless extended.", "2030-03-04"),
        ("“Revolving Credit Termination Date” means the 4th day of March, 2030.", None),
        ("“Maturity Date” means the fifth anniversary of the Closing Date.", None),
        ("“Maturity Date” means the earliest of March 4, 2030 and May 5, 2029.", None),
        ("“Maturity Date” means March 4, 2030. “Term Maturity Date” means May 5, 2031.", None),
    ],
)
def test_a_loan_is_due_on_the_one_day_its_definitions_name(definition, due):
    (claim,) = claims(f"{CREDIT}{definition}\n")
    assert claim_row(claim)["end"] == due
    assert claim_row(claim)["amount"] == 250_000_000


@pytest.mark.parametrize(
    ("definition", "rate"),
    [
        ("“Applicable Margin” means 4.00% per annum for SOFR Loans.", "SOFR + 4.00%"),
        (
            "“Applicable Rate” means (a) for Term SOFR Loans, 1.25% and (b) for Base Rate Loans, "
            "0.25% per annum.",
            "SOFR + 1.25%",
        ),
        ("“Applicable Margin” means 2.5% per annum.", "2.5%"),
        ("“Applicable Margin” means the rate in the table below: 1.00% 1.25% 1.50% 1.75%", ""),
    ],
)
def test_the_margin_is_kept_where_it_is_one(definition, rate):
    (claim,) = claims(f"{CREDIT}{definition}\n")
    assert claim.terms.rate == rate


def test_a_promissory_note_is_money_lent_and_due_on_its_day():
    (claim,) = claims(
        "$75,000,000\n\nSECURED PROMISSORY NOTE\n\nThis SECURED PROMISSORY NOTE, dated as of April "
        "1, 2025, is made by Quillstone Cloud Corp., a Delaware corporation (“Borrower”), in favor "
        "of Foxglove Partners LLC (“Lender”).\n\n1. The principal shall be due and payable on "
        "April 1, 2028.\n"
    )
    row = claim_row(claim)
    assert (row["amount"], row["measure"], row["end"]) == (75_000_000, "headline", "2028-04-01")


@pytest.mark.parametrize(
    ("words", "cap"),
    [
        (
            "Guarantor’s aggregate liability hereunder shall not exceed $1,800,000,000.",
            1_800_000_000,
        ),
        ("“Guaranty Cap” means $450,000,000.", 450_000_000),
        (
            "The Guarantor’s obligations under this Guaranty are limited to $20 million. In no "
            "event shall the liability of Guarantor exceed $20,000,000.",
            20_000_000,
        ),
        ("Guarantor’s liability for enforcement costs shall not exceed $5,000,000.", None),
        ("Guarantor’s liability shall not exceed $5,000,000, or, later, $9,000,000.", 5_000_000),
        ("Tenant’s rent is $9,000,000 a year.", None),
    ],
)
def test_a_guaranty_is_worth_at_most_its_cap(words, cap):
    (claim,) = claims(f"{GUARANTY}1. Guarantor guarantees payment. {words}\n")
    row = claim_row(claim)
    assert (row["source"], row["target"], row["on_behalf_of"]) == (
        "corvid",
        "quarry-data",
        "foxglove",
    )
    assert (row["amount"], row["qualifier"]) == (cap, "up_to" if cap else "undisclosed")


@pytest.mark.parametrize(
    ("words", "rent"),
    [
        ("Tenant shall pay aggregate Base Rent of approximately $7,000,000,000.", 7_000_000_000),
        ("Tenant shall pay total annual rent of $7,000,000.", None),
        ("Tenant shall pay aggregate rent of $7,000,000 per month.", None),
        ("Total Rent is $7,000,000 or, with options, total rent of $8,000,000.", None),
    ],
)
def test_a_lease_is_worth_its_whole_rent_where_one_is_told(words, rent):
    (claim,) = claims(f"{LEASE}3.1 Rent. {words}\n")
    assert claim_row(claim)["amount"] == rent


def test_a_guarantor_that_only_the_cover_names_guarantees():
    found = claims(
        "CREDIT AGREEMENT\n\ndated as of May 16, 2025\n\namong\n\nQUILL LENDING II, LLC,\n"
        "as Borrower,\n\nHARBOR COMPUTE, INC.,\nas Parent Guarantor,\n\nTHE LENDERS FROM TIME TO "
        "TIME PARTY HERETO,\n\n"
        "and\n\nNORTHGATE BANK, N.A.,\nas Administrative Agent\n\n"
        "This CREDIT AGREEMENT, dated as of May 16, 2025, is entered into among Quill Lending II, "
        "LLC (the “Borrower”), Harbor Compute, Inc. (the “Parent”), each lender from time to time "
        "party hereto and Northgate Bank, N.A., as administrative agent.\n"
    )  # fmt: skip
    assert [(c.instrument.value, claim_row(c)["source"]) for c in found] == [
        ("loan", "unnamed:lenders"),
        ("guarantee", "harbor-compute"),
    ]
