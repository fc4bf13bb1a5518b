"""Agreements to put money into a company: whose shares they are decides who invests."""

import pytest

from tests.extract.writing import filing, rows

_HC, _TP, _BW = "harbor-compute", "tidepool-ai", "brightwater-capital"

TOLD = {
    "an agreement with the company to invest": (
        "In March 2026 we reached an agreement with Tidepool AI, Inc. to invest about $2.4 billion "
        "to acquire shares of its Series E preferred stock.",
        [(_HC, _TP, "equity", 2_400_000_000, "signed")],
    ),
    "an agreement under which the filer will invest": (
        "In March 2026 we signed an agreement with Tidepool AI, Inc. under which we will invest "
        "up to $1.6 billion in its common stock.",
        [(_HC, _TP, "equity", 1_600_000_000, "signed")],
    ),
    "shares of the other side for a price": (
        "In June 2025 the Company signed a securities purchase agreement with Tidepool AI, Inc. "
        "to acquire shares of its preferred stock for $250 million.",
        [(_HC, _TP, "equity", 250_000_000, "signed")],
    ),
    "the investment of a sum in a named company": (
        "We entered into a securities purchase agreement with Tidepool AI, Inc., providing for "
        "the investment of $5.1 billion in Tidepool AI, Inc. common stock.",
        [(_HC, _TP, "equity", 5_100_000_000, "signed")],
    ),
    "the other side takes the filer's shares": (
        "We entered into an investment agreement with Brightwater Capital pursuant to which "
        "Brightwater Capital agreed to purchase $50 million of our common stock.",
        [(_BW, _HC, "equity", 50_000_000, "signed")],
    ),
    "our shares named as such": (
        "Brightwater Capital entered into an agreement with us to acquire 12 million shares of "
        "our common stock for $90 million.",
        [(_BW, _HC, "equity", 90_000_000, "signed")],
    ),
}
NOT_TOLD = (
    "We entered into an agreement with Brightwater Capital to invest $3 billion in our plant.",
    "We may enter into an agreement with Tidepool AI, Inc. to invest $1 billion.",
    "We entered into an agreement with Brightwater Capital to repurchase $60 million of our "
    "common stock.",
)


def found(sentence: str) -> list[tuple[str, str, str, int | None, str]]:
    return [
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows(filing(sentence))
    ]


@pytest.mark.parametrize("name", TOLD)
def test_who_invests_is_told_by_whose_shares_they_are(name):
    sentence, expected = TOLD[name]
    assert found(sentence) == expected


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_plants_plans_and_buybacks_are_no_investment_in_the_other_side(sentence):
    assert [row for row in found(sentence) if row[2] == "equity"] == []
