"""Facilities listed in one sentence, their balances, and guarantors without names."""

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"

LISTED = {
    "a sub-limit and an option to increase spoil only themselves": (
        "The Credit Agreement provides for a $325.0 million senior secured revolving credit "
        "facility, which includes a $35.0 million letter of credit sub-limit and an accordion "
        "option, which would allow us to increase the commitments by up to $250.0 million.",
        [("lenders", _HC, "revolver", 325_000_000, "ceiling", "funded")],
    ),
    "each tranche of a list is a claim": (
        "On May 4, 2026, the Company entered into a Credit Agreement with the lenders party "
        "thereto, providing for (i) a $200.0 million term loan facility and (ii) a $75.0 million "
        "revolving credit facility.",
        [
            ("lenders", _HC, "loan", 200_000_000, "ceiling", "funded"),
            ("lenders", _HC, "revolver", 75_000_000, "ceiling", "funded"),
        ],
    ),
    "each tranche keeps its own kind": (
        "The Credit Agreement provides for (i) a five-year senior secured term loan facility in an "
        "aggregate principal amount of $200.0 million and (ii) a five-year senior secured "
        "revolving credit facility in an aggregate principal amount of up to $75.0 million, "
        "including a $10.0 million sublimit for letters of credit.",
        [
            ("lenders", _HC, "loan", 200_000_000, "ceiling", "funded"),
            ("lenders", _HC, "revolver", 75_000_000, "ceiling", "funded"),
        ],
    ),
    "tranches may be told noun first": (
        "The facilities consist of a term loan A in an aggregate principal amount of $90.0 million "
        "and a revolving line of credit in an amount of up to $40.0 million.",
        [
            ("lenders", _HC, "loan", 90_000_000, "ceiling", "funded"),
            ("lenders", _HC, "revolver", 40_000_000, "ceiling", "funded"),
        ],
    ),
    "a capacity reduced by an amendment is its new size": (
        "The amendment, among other things, (1) extended the maturity date to March 14, 2027, and "
        "(2) reduced the maximum borrowing capacity of the revolving loan facility to $20.0 "
        "million.",
        [("lenders", _HC, "revolver", 20_000_000, "ceiling", "amended")],
    ),
    "letters of credit beside a balance do not hide it": (
        "As of June 30, 2026, we had $100.0 million of outstanding borrowings and $4.3 million of "
        "letters of credit outstanding under the credit facility, with $220.7 million remaining "
        "available under the credit facility.",
        [("lenders", _HC, "loan", 100_000_000, "outstanding", "funded")],
    ),
    "several balances in one sentence": (
        "As of June 30, 2026, we had no borrowings outstanding under the Line of Credit, $23.3 "
        "million in outstanding balance under the 2027 Term Loan, and $11.4 million in outstanding "
        "balance under the 2026 Term Loan.",
        [
            ("lenders", _HC, "loan", 11_400_000, "outstanding", "funded"),
            ("lenders", _HC, "loan", 23_300_000, "outstanding", "funded"),
        ],
    ),
    "an incremental facility is no facility": (
        "The Credit Agreement permits an incremental term loan facility of up to $50.0 million.",
        [],
    ),
    "facilities that are buildings are no debt": (
        "The Company has open commitments relating to the construction of operational facilities "
        "of $30.7 million.",
        [],
    ),
    "loans that are assets are no debt": (
        "The portfolio consists of a $40.0 million mortgage loan to a customer.",
        [],
    ),
}

GUARANTORS = {
    "subsidiaries without names": (
        "The obligations under the Credit Agreement are guaranteed by certain subsidiaries of the "
        "Company and secured by its assets.",
        [("unnamed:subsidiary-guarantors", "unnamed:lenders")],
    ),
    "notes guaranteed by each subsidiary": (
        "The notes will be fully and unconditionally guaranteed, jointly and severally, by each of "
        "our domestic subsidiaries.",
        [("unnamed:subsidiary-guarantors", "unnamed:noteholders")],
    ),
    "a stockholder": (
        "The 2027 Term Loan is collateralized by our assets and is guaranteed by one of our "
        "stockholders.",
        [("unnamed:stockholder", "unnamed:lenders")],
    ),
    "not guaranteed": ("The notes are not guaranteed by any of our subsidiaries.", []),
    "perhaps guaranteed": ("The notes may be guaranteed by certain of our subsidiaries.", []),
}


@pytest.mark.parametrize("name", LISTED)
def test_listed_facilities(name: str) -> None:
    text, expected = LISTED[name]
    found = [
        (
            str(row["source"]).removeprefix("unnamed:"),
            row["target"],
            row["instrument"],
            row["amount"],
            row["measure"],
            row["status"],
        )
        for row in rows(filing(text))
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("name", GUARANTORS)
def test_guarantors_without_names(name: str) -> None:
    text, expected = GUARANTORS[name]
    found = [
        (r["source"], r["target"]) for r in rows(filing(text)) if r["instrument"] == "guarantee"
    ]
    assert found == expected
