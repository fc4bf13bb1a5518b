"""What later sentences of a filing say became of a deal."""

import pytest

from tests.extract.writing import filing, rows

SIGNED = "In May 2026, we signed a supply agreement with Corvid for 400 servers."


def statuses(*words: str) -> list[object]:
    return [row["status"] for row in rows(filing(" ".join(words)))]


@pytest.mark.parametrize(
    "ending",
    [
        "The agreement was terminated in June 2026.",
        "The term was short. This supply agreement has since expired.",
        "Our agreement with Corvid expired in June 2026, and the servers were returned.",
    ],
)
def test_a_contract_told_to_have_ended_is_over(ending: str) -> None:
    assert statuses(SIGNED, ending) == ["terminated"]


@pytest.mark.parametrize(
    "other",
    [
        "The agreement may be terminated by either party.",
        "If the agreement is terminated early, we owe a fee.",
        "It replaced an agreement with another maker that expired in June 2026.",
    ],
)
def test_what_might_end_it_and_other_contracts_leave_it_standing(other: str) -> None:
    assert statuses(SIGNED, other) == ["signed"]


def test_the_end_of_a_hosting_contract_ends_the_share_of_profit_too() -> None:
    found = rows(
        filing(
            "In May 2026, we signed a hosting agreement with Quillstone, pursuant to which it will"
            " provide us with 4 MW. Quillstone is entitled to 20% of the net profit. The agreement"
            " expired in June 2026."
        )
    )
    assert {(r["instrument"], r["source"], r["status"]) for r in found} == {
        ("lease", "harbor-compute", "terminated"),
        ("revenue_share", "harbor-compute", "terminated"),
    }


def test_contracts_of_two_days_are_two_and_of_one_day_one() -> None:
    first = "On May 4, 2026, we signed a hosting agreement with Quillstone to host our miners."
    second = "On June 9, 2026, we signed a hosting agreement with Quillstone to host our miners."
    assert len(rows(filing(first, second))) == 2
    assert len(rows(filing(first, first))) == 1


HOSTING = "In May 2026, we signed a hosting agreement with Quillstone to host 9 MW of our servers."
ORDER = (
    "In May 2026, we signed an agreement with Meridian to provide it with cloud computing services"
    " for $40 million."
)


@pytest.mark.parametrize(
    ("deal", "later"),
    [
        (ORDER, "Deployment commenced on June 2, 2026."),
        (ORDER, "The deployment and revenue generation began in June 2026."),
        (ORDER, "The servers began earning fees in June 2026."),
        (ORDER, "Meridian's order was deployed in June 2026."),
        (HOSTING, "The term of the agreement commenced on June 1, 2026."),
        (HOSTING, "As of June 30, 2026, Quillstone provided approximately 8.5 MW of capacity."),
        (HOSTING, "As of June 30, 2026, Quillstone was hosting 4,100 servers."),
    ],
)
def test_a_contract_under_which_delivery_runs_is_in_force(deal: str, later: str) -> None:
    assert statuses(deal, later) == ["funded"]


@pytest.mark.parametrize(
    ("deal", "later"),
    [
        (ORDER, "Deployment is expected to commence on September 2, 2026."),
        (ORDER, "If deployment commenced late, we would owe a fee."),
        (ORDER, "In June 2026, we signed a lease with Ashgrove. The lease commenced in June 2026."),
        (HOSTING, "As of June 30, 2026, Ashgrove provided approximately 8.5 MW of capacity."),
    ],
)
def test_what_is_to_begin_and_other_contracts_leave_it_signed(deal: str, later: str) -> None:
    assert statuses(deal, later)[0] == "signed"


@pytest.mark.parametrize(
    "ending",
    [
        "The service under the purchase order concluded in June 2026.",
        "Services under this agreement ceased in June 2026.",
        "After the contracts with Quillstone expired, we moved the servers.",
        "All of our agreements with Quillstone have since been terminated.",
    ],
)
def test_services_concluded_and_several_contracts_ended_at_once_are_over(ending: str) -> None:
    assert statuses(HOSTING, ending) == ["terminated"]


@pytest.mark.parametrize(
    "other",
    [
        "After the contracts with Ashgrove expired, we moved the servers.",
        "Our prior agreement with Ashgrove expired in April 2026.",
        "This agreement replaced our lease with Ashgrove, which expired in April 2026.",
        "The services under the agreement have not commenced.",
        "The service under the purchase order may be concluded early.",
    ],
)
def test_ends_of_others_contracts_and_possible_ends_leave_it(other: str) -> None:
    assert statuses(HOSTING, other) == ["signed"]


LOAN = (
    "In March 2025, we entered into a $300 million term loan agreement with Northgate Bank, N.A."
    " (the “Bridge Loan”)."
)


@pytest.mark.parametrize(
    "ending",
    [
        "As of June 30, 2026, the entire amount of the Bridge Loan had been repaid.",
        "In May 2026, we repaid in full and terminated the Bridge Loan.",
        "On May 4, 2026, the Company terminated its existing Bridge Loan.",
        "The Bridge Loan was refinanced in April 2026.",
        "The Bridge Loan matured on May 1, 2026.",
    ],
)
def test_a_deal_is_over_where_its_own_name_is_told_to_have_ended(ending: str) -> None:
    found = rows(filing(LOAN, "Other things happened.", ending))
    assert {row["status"] for row in found if row["amount"]} == {"terminated"}


@pytest.mark.parametrize(
    "other",
    [
        "A portion of the Bridge Loan was repaid.",
        "If the Bridge Loan is terminated, a fee is due.",
        "We expect the Bridge Loan to be repaid in full.",
        "In May 2026, we repaid $20 million of the Bridge Loan.",
        "The swap relating to the Bridge Loan was terminated.",
        "We have not terminated the Bridge Loan.",
        "Corvid has a loan (the “Bridge Loan”). The Bridge Loan was terminated.",
    ],
)
def test_parts_plans_and_another_deal_of_the_name_do_not_end_it(other: str) -> None:
    found = rows(filing(LOAN, "Other things happened.", other))
    assert "terminated" not in {r["status"] for r in found if r["amount"] == 300_000_000}


def test_a_takeover_voted_down_later_in_the_filing_is_over() -> None:
    found = rows(
        filing(
            "On July 7, 2026, we signed a contract (the “Merger Agreement”) under which we agreed"
            " to acquire Lumen Robotics for $900 million.",
            "The proposal was not approved.",
            "Lumen Robotics terminated the Merger Agreement, effective immediately.",
        )
    )
    assert [(r["instrument"], r["status"]) for r in found] == [("acquisition", "terminated")]


NOTES = (
    "On June 4, 2026, we entered into a purchase agreement under which we agreed to sell $400"
    " million aggregate principal amount of our 5.00% senior notes due 2031."
)


def test_notes_agreed_to_be_sold_are_issued_once_the_sale_has_closed() -> None:
    assert statuses(NOTES) == ["signed"]
    assert statuses(NOTES, "The offering is expected to close on June 9, 2026.") == ["signed"]
    assert statuses(NOTES, "The sale of the notes closed on June 9, 2026.") == ["funded"]
    assert statuses(NOTES, "We completed the offering on June 9, 2026.") == ["funded"]


def test_a_purchase_agreed_is_done_once_it_is_told_to_have_closed() -> None:
    agreed = "In May 2026, we agreed to acquire Lumen Robotics for $90 million."
    assert statuses(agreed) == ["signed"]
    assert statuses(agreed, "The acquisition closed on June 2, 2026.") == ["funded"]
    assert statuses(agreed, "The acquisition of Ashgrove closed in June 2026.") == ["signed"]
    assert statuses(agreed, "We consummated the transaction on June 2, 2026.") == ["funded"]
    assert statuses(agreed, "The transaction is expected to be completed in August.") == ["signed"]


OPTION = (
    "We granted the initial purchasers an option to purchase up to an additional $60 million"
    " aggregate principal amount of notes"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"{OPTION}, which they exercised in full on June 5, 2026.", ("funded", "exact")),
        (f"{OPTION}. On June 5, 2026, the purchasers exercised their option in full.",
         ("funded", "exact")),
        (f"{OPTION}. The option was exercised in full.", ("funded", "exact")),
        (f"{OPTION}. If the option was exercised in full, more notes would be sold.",
         ("signed", "up_to")),
        (f"{OPTION}.", ("signed", "up_to")),
    ],
)  # fmt: skip
def test_an_option_taken_up_in_full_is_money_and_no_ceiling(
    words: str, told: tuple[str, str]
) -> None:
    assert [(r["status"], r["qualifier"]) for r in rows(filing(words))] == [told]


def test_a_facility_not_yet_open_is_signed_and_a_balance_under_it_is_not_touched() -> None:
    deal = "On June 18, 2026, we entered into a credit agreement with Northgate Bank, N.A."
    size = "The facility provides for up to $60 million of financing."
    closed = "The facilities have not yet been authorized for use by the lender."
    told = rows(filing(f"{deal} {size}", closed))
    assert {r["status"] for r in told if r["amount"]} == {"signed"}
    told = rows(filing(f"{deal} {size}"))
    assert {r["status"] for r in told if r["amount"]} == {"funded"}
