"""Sentences of reports outside the notes on debt: receivables sold, open contracts, companies had.

All filers are fictional.
"""

import pytest

from tests.extract.writing import filing, rows

US = "harbor-compute"


def told(*paragraphs: str) -> list[tuple[object, ...]]:
    return [
        (r["source"], r["target"], r["instrument"], r["amount"] or r["share"])
        for r in rows(filing(*paragraphs))
    ]


@pytest.mark.parametrize(
    ("sentence", "buyer", "amount"),
    [
        (
            "Trade receivables sold to financial institutions were $59 million and $56 million for"
            " the quarters ended June 30, 2026 and 2025, respectively.",
            "unnamed:financial-institutions",
            59_000_000,
        ),
        (
            "We factored $12 million of receivables with Northgate Bank, N.A. in May 2026.",
            "northgate-bank",
            12_000_000,
        ),
        (
            "In May 2026, we sold accounts receivable of $120 million under our factoring"
            " arrangement with Northgate Bank, N.A.",
            "northgate-bank",
            120_000_000,
        ),
        (
            "Sales of trade receivables to banks totaled $45 million in the quarter.",
            "unnamed:banks",
            45_000_000,
        ),
    ],
)
def test_who_buys_receivables_pays_the_filer(sentence: str, buyer: str, amount: int) -> None:
    assert told(sentence) == [(buyer, US, "vendor_financing", amount)]


@pytest.mark.parametrize(
    "sentence",
    [
        "We may sell up to $500 million of trade receivables to financial institutions.",
        "The loss on receivables sold to financial institutions was $3 million.",
        "We wrote off $12 million of receivables in May 2026.",
    ],
)
def test_limits_losses_and_write_offs_are_no_sale(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "In June 2026, we signed a $16 million contract for the purchase and installation of"
            " cooling halls.",
            ("unnamed:supplier", "supply_contract", 16_000_000),
        ),
        (
            "The Company placed orders totaling $60 million for the delivery of switchgear.",
            ("unnamed:supplier", "supply_contract", 60_000_000),
        ),
        (
            "The $2.6 million unpaid balance of the contract for mining equipment is due in May"
            " 2027.",
            ("unnamed:supplier", "purchase_commitment", 2_600_000),
        ),
        (
            "The $2.7 million unpaid balance of the contract is due once the equipment is here.",
            ("unnamed:supplier", "purchase_commitment", 2_700_000),
        ),
        (
            "We have firm commitments for the construction of two halls of $30.7 million.",
            ("unnamed:suppliers", "purchase_commitment", 30_700_000),
        ),
        (
            "In April 2026, we exercised our option to buy 3,000 machines from Corvid for"
            " approximately $15.7 million.",
            ("corvid", "supply_contract", 15_700_000),
        ),
        (
            "Prepayments under long-term capacity agreements totaled $3.3 billion and $2.5 billion"
            " as of June 30, 2026 and 2025, respectively.",
            ("unnamed:suppliers", "supply_contract", 3_300_000_000),
        ),
        (
            "In April 2026, we exercised an option to buy 3,000 shares of Corvid for $15 million.",
            None,
        ),
        ("We signed a $40 million sales agreement for the expansion of our credit line.", None),
    ],
)
def test_contracts_with_unnamed_suppliers_have_their_price(sentence, claim) -> None:
    found = [c for c in told(sentence) if c[2] in {"supply_contract", "purchase_commitment"}]
    assert found == ([(US, *claim)] if claim else [])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "We widened our range with the acquisition of Foxglove Fab, Inc. in October 2025.",
            {"foxglove-fab"},
        ),
        (
            "With the acquisitions of Mipsy SAS and Foxglove Fab, Inc. in 2025, we own two tools.",
            {"mipsy", "foxglove-fab"},
        ),
        ("We may grow through the acquisition of Foxglove Fab, Inc. in 2027.", set()),
        ("We grew after the acquisition of Foxglove Fab, Inc. by Meridian in 2025.", None),
    ],
)
def test_companies_grown_with_have_been_acquired(sentence, names) -> None:
    found = {target for source, target, _, _ in told(sentence) if source == US}
    assert found == (names or set())


def test_a_sole_shareholder_owns_all_of_each() -> None:
    assert told(
        "On closing, Brightwater Capital became the sole shareholder of Quill Fund SPC Limited and"
        " Quill Management Limited."
    ) == [
        ("brightwater-capital", "quill-fund-spc", "ownership", 1),
        ("brightwater-capital", "quill-management", "ownership", 1),
    ]


def test_coins_put_into_a_fund_are_an_investment_at_their_worth() -> None:
    heading = "(h) Investment in Brightwater Growth Fund II (“the Growth fund”)"
    told_of = (
        "In March 2026, the Company invested an additional 340 ETH into the fund, equivalent to"
        " approximately $0.7 million."
    )
    assert told(heading, "We count it at its worth.", told_of) == [
        (US, "brightwater-growth-fund-ii", "equity", 700_000)
    ]
    assert told(told_of) == []


def test_revenue_of_one_withheld_customer_is_his() -> None:
    assert told("We recognized $65 million of revenue from sales to an overseas customer.") == [
        ("unnamed:overseas-customer", US, "revenue", 65_000_000)
    ]
