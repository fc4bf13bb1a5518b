"""Facilities listed in one sentence, their balances, and guarantors without names."""

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"

LISTED = {
    "a sub-limit and an option to increase spoil only themselves": (
        "Our amended Credit Agreement provides for a $415.0 million secured revolving facility, "
        "with a $27.5 million sub-limit for letters of credit and an accordion feature under which "
        "the commitments may be increased by as much as $90.0 million.",
        [("lenders", _HC, "revolver", 415_000_000, "ceiling", "funded")],
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
        "The Credit Agreement provides for (i) an unsecured four-year term loan in a principal "
        "amount of $165.0 million and (ii) an unsecured three-year revolving facility in a "
        "principal amount of up to $55.0 million, including an $8.0 million sublimit for swingline "
        "loans.",
        [
            ("lenders", _HC, "loan", 165_000_000, "ceiling", "funded"),
            ("lenders", _HC, "revolver", 55_000_000, "ceiling", "funded"),
        ],
    ),
    "each facility has the bank named after it": (
        "The Company has a $25.0 million line of credit with Northgate Bank, N.A., under which "
        "there was no balance outstanding at June 30, 2026, and a $10.0 million equipment term "
        "loan with Tideway Bank.",
        [
            ("northgate-bank", _HC, "revolver", 25_000_000, "ceiling", "funded"),
            ("tideway-bank", _HC, "loan", 10_000_000, "ceiling", "funded"),
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
        "The amendment (1) waived a covenant, (2) moved the maturity to May 2029, and (3) reduced "
        "the maximum capacity of the revolving credit facility to $17.5 million.",
        [("lenders", _HC, "revolver", 17_500_000, "ceiling", "amended")],
    ),
    "letters of credit beside a balance do not hide it": (
        "At quarter end on June 30, 2026, the Company had $86.0 million of borrowings and $5.9 "
        "million of standby letters of credit outstanding under the credit facility, which left "
        "$58.1 million undrawn.",
        [("lenders", _HC, "loan", 86_000_000, "outstanding", "funded")],
    ),
    "several balances in one sentence": (
        "As of June 30, 2026, the Company had $31.6 million outstanding under the 2029 Term Loan, "
        "$12.8 million outstanding under the 2028 Term Loan, and nothing outstanding under the "
        "Line of Credit.",
        [
            ("lenders", _HC, "loan", 12_800_000, "outstanding", "funded"),
            ("lenders", _HC, "loan", 31_600_000, "outstanding", "funded"),
        ],
    ),
    "an incremental facility is no facility": (
        "The Credit Agreement permits an incremental term loan facility of up to $50.0 million.",
        [],
    ),
    "facilities that are buildings are no debt": (
        "The Company has open commitments relating to the construction of operational facilities "
        "of $30.7 million.",
        [
            (
                "harbor-compute",
                "unnamed:suppliers",
                "purchase_commitment",
                30_700_000,
                "committed",
                "signed",
            )
        ],
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
        [("unnamed:subsidiary-guarantors", "harbor-compute")],
    ),
    "notes guaranteed by each subsidiary": (
        "The notes will be fully and unconditionally guaranteed, jointly and severally, by each of "
        "our domestic subsidiaries.",
        [("unnamed:subsidiary-guarantors", "harbor-compute")],
    ),
    "a stockholder": (
        "The 2027 Term Loan is collateralized by our assets and is guaranteed by one of our "
        "stockholders.",
        [("unnamed:stockholder", "harbor-compute")],
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
