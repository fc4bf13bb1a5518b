"""Securities placed with named investors, and the ends of notes and facilities."""

import pytest

from tests.extract.writing import filing, rows

_HC, _FG, _BW = "harbor-compute", "foxglove-partners", "brightwater-capital"

TOLD = {
    "subscribers that a sentence includes": (
        "In May 2026 we entered into subscription agreements with several investors including "
        "Foxglove Partners, Brightwater Capital, and a group of pension funds.",
        [(_FG, _HC, "equity", None, "signed"), (_BW, _HC, "equity", None, "signed")],
    ),
    "investors of a financing told before": (
        "The Company entered into four securities purchase agreements. Investors include Foxglove "
        "Partners, Brightwater Capital, and some family offices.",
        [(_FG, _HC, "equity", None, "signed"), (_BW, _HC, "equity", None, "signed")],
    ),
    "shares one investor is buying beside an offering": (
        "Foxglove Partners is also purchasing 415,200 Class B common shares for $5.4 million in a "
        "concurrent placement.",
        [(_FG, _HC, "equity", 5_400_000, "signed")],
    ),
    "a committed equity facility": (
        "The Company entered into a committed equity facility with Foxglove Partners LP under "
        "which it may sell up to $75,000,000 of shares of common stock.",
        [(_FG, _HC, "equity", 75_000_000, "signed")],
    ),
    "an equity line told by its size": (
        "The $200 million equity line of credit, also secured with Foxglove Partners, is designed "
        "to offer flexibility.",
        [(_FG, _HC, "equity", 200_000_000, "signed")],
    ),
    "a convertible note sold to one investor": (
        "Pursuant to the Purchase Agreement, the Company sold to Foxglove Partners LP a "
        "convertible promissory note in the principal amount of $3,300,000.",
        [(_FG, _HC, "convertible", 3_300_000, "funded")],
    ),
    "a promissory note issued to one lender": (
        "The Company issued to Foxglove Partners LP a senior secured promissory note in the "
        "aggregate principal amount of $4,200,000.",
        [(_FG, _HC, "loan", 4_200_000, "funded")],
    ),
    "a holder's conversion": (
        "On May 4, 2026, Foxglove Partners LP converted $2,000,000 of principal under the "
        "convertible note into 1,000,000 shares of common stock.",
        [(_FG, _HC, "convertible", 2_000_000, "terminated")],
    ),
    "a lease as tenant": (
        "On May 4, 2026, the Company, as tenant, entered into a lease agreement with Alder Realty "
        "LLC, as landlord, for approximately 50,000 square feet of office space.",
        [(_HC, "alder-realty", "lease", None, "signed")],
    ),
    "a sublease from a sublandlord": (
        "On May 4, 2026, the Company entered into a Sublease Agreement with Ashgrove Systems Inc., "
        "as sublandlord, for approximately 20,000 square feet of office space.",
        [(_HC, "ashgrove-systems", "lease", None, "signed")],
    ),
    "a sublease to a subtenant": (
        "On May 4, 2026, the Company entered into a Sublease Agreement with Ashgrove Systems Inc., "
        "as subtenant, for approximately 20,000 square feet of office space.",
        [("ashgrove-systems", _HC, "lease", None, "signed")],
    ),
    "a prior agreement that was terminated": (
        "On May 4, 2026, in connection with entering into the new agreement, the Company's prior "
        "Credit Agreement, dated May 15, 2023, with Northgate Bank, N.A. was terminated, and all "
        "amounts outstanding thereunder were repaid.",
        [("northgate-bank", _HC, "loan", None, "terminated")],
    ),
    "an existing facility that was ended": (
        "Upon the closing, all outstanding obligations under the Company's existing $200 million "
        "revolving credit facility were repaid and the facility was terminated.",
        [("lenders", _HC, "revolver", 200_000_000, "terminated")],
    ),
    "assets bought of a seller": (
        "On May 4, 2026, the Company entered into an Asset Purchase Agreement with Ashgrove "
        "Systems Inc. pursuant to which the Company agreed to purchase substantially all of the "
        "assets of Ashgrove Systems Inc. for an aggregate purchase price of $18.5 million.",
        [(_HC, "ashgrove-systems", "acquisition", 18_500_000, "signed")],
    ),
    "shares bought under a purchase agreement": (
        "On May 4, 2026, the Company and Brightwater Capital entered into a Securities Purchase "
        "Agreement pursuant to which Brightwater Capital agreed to purchase 40,000 shares of "
        "Series A Preferred Stock for an aggregate purchase price of $40.0 million.",
        [(_BW, _HC, "equity", 40_000_000, "signed")],
    ),
    "a credit agreement repaid and terminated": (
        "On May 4, 2026, the Company repaid in full all outstanding indebtedness under, and "
        "terminated, the Credit Agreement, dated as of March 3, 2021, among the Company, the "
        "lenders party thereto and Northgate Bank, N.A., as administrative agent.",
        [("lenders", _HC, "loan", None, "terminated")],
    ),
    "a subscription to somebody's fund": (
        "The Company entered into a subscription agreement with Foxglove Partners to take part in "
        "its fund.",
        [],
    ),
    "shares bought on the open market": (
        "Foxglove Partners is purchasing 1,000 shares for $2 million on the open market during the "
        "subscription period.",
        [],
    ),
    "an agreement that may be terminated": (
        "On May 4, 2026, the lenders said that if the Company is in breach, the Company terminated "
        "the Credit Agreement at its own cost.",
        [],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_placements(name: str) -> None:
    text, expected = TOLD[name]
    found = [
        (
            str(row["source"]).removeprefix("unnamed:"),
            row["target"],
            row["instrument"],
            row["amount"],
            row["status"],
        )
        for row in rows(filing(text))
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)
