"""Offerings of notes told by their total, by a letter to underwriters, by the option in them."""

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"

TOLD = {
    "the several underwriters of a letter buy for noteholders": (
        "Harbor Compute, Inc., a Delaware corporation (the “Company”), proposes, subject to the "
        "terms and conditions stated herein, to issue and sell to the several Underwriters named "
        "in Schedule 1 hereto (the “Underwriters”) $500,000,000 aggregate principal amount of its "
        "5.125% Senior Notes due 2030.",
        [("noteholders", _HC, "bond", 500_000_000)],
    ),
    "an upsized offering and the option within it": (
        "We closed our offering of convertible senior notes in May 2026. The offering was upsized "
        "to a total of $640 million in aggregate principal amount. That total counts the full "
        "exercise by the initial purchasers of an option to purchase $85 million of further "
        "notes.",
        [
            ("noteholders", _HC, "convertible", 640_000_000),
            ("initial-purchasers", _HC, "convertible", 85_000_000),
        ],
    ),
    "the total with the option, in brackets": (
        "We are offering $310 million principal amount of our 3.40% convertible notes due 2033 "
        "(or up to $352 million principal amount if the initial purchasers exercise in full "
        "the option to purchase additional notes).",
        [
            ("noteholders", _HC, "convertible", 310_000_000),
        ],
    ),
    "an option of the purchasers of the notes": (
        "We will grant to the initial purchasers of the notes a 20-day option to purchase up to a "
        "further $62.4 million principal amount of notes.",
        [("initial-purchasers", _HC, "bond", 62_400_000)],
    ),
    "proceeds with the option are no offering": (
        "We estimate that the net proceeds from the notes offering will be approximately $388.0 "
        "million (or approximately $446.4 million if the initial purchasers exercise their option "
        "to purchase additional notes in full).",
        [],
    ),
    "an exchange offer that grows is no new money": (
        "The exchange offering for the outstanding notes was increased to $90 million in aggregate "
        "principal amount.",
        [],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_offering_is_told(name: str) -> None:
    text, expected = TOLD[name]
    found = [
        (
            str(row["source"]).removeprefix("unnamed:"),
            row["target"],
            row["instrument"],
            row["amount"],
        )
        for row in rows(filing(text))
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)
