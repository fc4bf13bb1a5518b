"""Convertible notes bought in parts, converted, and left over; and whose they are."""

import pytest

from tests.extract.writing import filing, short

_HC, _FG, _BW, _NH = "harbor-compute", "foxglove-partners", "brightwater-capital", "noteholders"
_KIND = "convertible"

TOLD = {
    "investors and two named parts": (
        "In May 2026, a group of investors purchased convertible notes in the original principal "
        "amount of $9.6 million, of which $3.5 million was purchased by Foxglove Partners and "
        "$1.5 million was purchased by Brightwater Capital.",
        {("investors", _HC, 9_600_000), (_FG, _HC, 3_500_000), (_BW, _HC, 1_500_000)},
    ),
    "parts of what the company sold": (
        "The Company sold $8 million of convertible notes, including $3 million to Foxglove "
        "Partners, one of its directors' funds.",
        {(_NH, _HC, 8_000_000), (_FG, _HC, 3_000_000)},
    ),
    "notes subscribed for": (
        "In March 2026 certain investors subscribed for $8 million of the Company's senior "
        "secured convertible notes.",
        {("investors", _HC, 8_000_000)},
    ),
    "a note sold to an investor": (
        "We sold to Foxglove Partners a 9% Senior Convertible Promissory Note due March 31, 2028 "
        "in the principal amount of $3.2 million.",
        {(_FG, _HC, 3_200_000)},
    ),
    "notes issued in a sum to a named buyer": (
        "In May 2026 the Company issued two convertible promissory notes in the aggregate amount "
        "of $7.1 million to Foxglove Partners for cash.",
        {(_FG, _HC, 7_100_000)},
    ),
    "a sum outstanding under them": (
        "As of June 30, 2026, $6.1 million was outstanding under the convertible promissory notes.",
        {(_NH, _HC, 6_100_000)},
    ),
    "what is left of them": (
        "As of June 30, 2026, the remaining total outstanding principal on the 2029 Convertible "
        "Notes was $1.7 million.",
        {(_NH, _HC, 1_700_000)},
    ),
    "a remaining balance": (
        "As of June 30, 2026, we had $1.6 million of remaining unpaid balance on the 2028 "
        "Convertible Notes.",
        {(_NH, _HC, 1_600_000)},
    ),
    "what remains outstanding": (
        "As of June 30, 2026, $4.6 million aggregate principal amount of the Convertible Notes "
        "remained outstanding.",
        {(_NH, _HC, 4_600_000)},
    ),
    "principal the company converted": (
        "In the year the Company converted $3.4 million and $160 thousand of principal and accrued "
        "interest on the Convertible Notes, respectively, into common stock.",
        {(_NH, _HC, 3_400_000)},
    ),
    "principal that a named holder converted": (
        "Foxglove Partners converted all of its convertible notes, with a principal balance of "
        "$5.4 million, into 3,000,000 shares of our common stock.",
        {(_FG, _HC, 5_400_000)},
    ),
    "shares issued upon conversion": (
        "The Company issued 1,100,000 shares of common stock upon conversion of $12.4 million "
        "principal amount of the convertible notes.",
        {(_NH, _HC, 12_400_000)},
    ),
    "notes called after the subsidiary that issued them": (
        "As of June 30, 2026, the outstanding principal on the QDS Convertible Notes was $1.7 "
        "million. The notes convert into shares of QDS Common Stock.",
        {(_NH, "qds", 1_700_000)},
    ),
}
NOT_TOLD = {
    "values": "The fair value of the Convertible Notes was $1.7 million as of June 30, 2026.",
    "suppositions": "If holders convert $5 million of the convertible notes, we issue shares.",
    "notes called after one who may hold them": (
        "As of June 30, 2026, the outstanding principal on the Foxglove Partners Convertible "
        "Notes was $1.7 million."
    ),
    "plain notes": "As of June 30, 2026, the outstanding balance of the note was $1.7 million.",
    "earlier years": "As of June 30, 2021, the outstanding principal on the Convertible Notes was "
    "$1.7 million.",
}


def found(text: str) -> set[tuple[str, str, int | None]]:
    return {
        (source.removeprefix("unnamed:"), target, amount)
        for source, target, kind, amount, _ in short(filing(text))
        if kind == _KIND
    }


@pytest.mark.parametrize("name", TOLD)
def test_convertible_notes_are_told_with_their_issuer(name: str) -> None:
    text, expected = TOLD[name]
    assert found(text) == expected


@pytest.mark.parametrize("name", NOT_TOLD)
def test_values_suppositions_and_doubtful_issuers_give_nothing(name: str) -> None:
    assert found(NOT_TOLD[name]) == set()


def test_conversion_ends_notes_and_balances_do_not() -> None:
    converted = "The Company converted $3 million of principal of the Convertible Notes into stock."
    agreed = "We agreed to sell to Foxglove Partners a Convertible Note for a price of $3 million."
    assert [row[4] for row in short(filing(agreed))] == ["signed"]
    left = "As of June 30, 2026, the outstanding principal of the Convertible Notes was $3 million."
    assert [row[4] for row in short(filing(converted))] == ["terminated"]
    assert [row[4] for row in short(filing(left))] == ["funded"]


def test_notes_called_after_a_subsidiary_are_its_own() -> None:
    document = filing(
        "Harbor Networks may convert them into Networks Common Stock. On May 4, 2026, under an "
        "agreement by and between Networks and private investors, certain investors elected to "
        "purchase Convertible Notes in the original principal amount of $2.6 million "
        "(the “May Networks Convertible Notes”)."
    )
    assert {c[1] for c in short(document) if c[2] == "convertible"} == {"harbor-networks"}
