"""Offerings told by their total, by the letter that sells them, by the option beside them."""

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
        "In May 2026, we completed an offering of convertible senior notes. The offering was "
        "upsized to a total of $800 million in aggregate principal amount. This amount included "
        "the exercise by the initial purchasers of their option to purchase $100 million of "
        "additional notes.",
        [
            ("noteholders", _HC, "convertible", 800_000_000),
            ("initial-purchasers", _HC, "convertible", 100_000_000),
        ],
    ),
    "the total with the option, in brackets": (
        "The Company is offering $400 million aggregate principal amount of 4.00% convertible "
        "senior notes due 2031 (or up to $460 million aggregate principal amount if the initial "
        "purchasers exercise in full their option to purchase additional notes).",
        [
            ("noteholders", _HC, "convertible", 400_000_000),
            ("initial-purchasers", _HC, "convertible", 460_000_000),
        ],
    ),
    "an option of the purchasers of the notes": (
        "The Company also expects to grant the initial purchasers of the notes a 13-day option to "
        "purchase up to an additional $187.5 million aggregate principal amount of the notes.",
        [("initial-purchasers", _HC, "bond", 187_500_000)],
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
