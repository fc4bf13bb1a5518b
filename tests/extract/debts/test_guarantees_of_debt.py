"""Guarantees of what affiliates owe, and to whom a guaranteed facility is owed."""

import pytest

from tests.extract.writing import filing, rows

_HC = "harbor-compute"
SENTENCES = [
    (
        "We have guaranteed up to $45.0 million of the borrowings of our joint venture.",
        [(_HC, "unnamed", 45_000_000)],
    ),
    (
        "Our maximum exposure on the guarantees we provide to leasing partners was $2.5 billion as "
        "of June 30, 2026.",
        [(_HC, "unnamed", 2_500_000_000)],
    ),
    (
        "The maximum potential amount of future payments under these guarantees was $120 million.",
        [(_HC, "unnamed", 120_000_000)],
    ),
    (
        "We have provided a guarantee of $75 million to Northgate Bank, N.A. in respect of the "
        "loan of Lumen Robotics.",
        [(_HC, "northgate-bank", 75_000_000)],
    ),
    (
        "The Company guarantees the obligations of its wholly owned subsidiary Harbor Alder LLC.",
        [(_HC, "harbor-alder", None)],
    ),
    (
        "The notes are fully and unconditionally guaranteed by Meridian Cloud Corporation, our "
        "parent.",
        [("meridian-cloud", _HC, None)],
    ),
    ("The deposits are guaranteed by agencies of the government.", []),
    ("There can be no guarantee that $120 million of payments will be made.", []),
    ("The notes are guaranteed by none of our subsidiaries.", []),
    (
        "The notes are guaranteed by certain of our subsidiaries.",
        [("unnamed:subsidiary-guarantors", "harbor-compute", None)],
    ),
]


@pytest.mark.parametrize(("words", "claims"), SENTENCES, ids=[s[:40] for s, _ in SENTENCES])
def test_guarantees_of_debt_are_read_as_told(
    words: str, claims: list[tuple[str, str, int]]
) -> None:
    found = [
        (row["source"], str(row["target"]).split(":")[0], row["amount"])
        for row in rows(filing(words))
        if row["instrument"] == "guarantee"
    ]
    assert found == claims


def test_a_guaranteed_facility_is_owed_to_its_lender() -> None:
    found = rows(
        filing(
            "Harbor Alder LLC entered into a loan agreement with Northgate Bank, N.A. for a $60 "
            "million term loan. The Company has guaranteed the obligations of Harbor Alder LLC "
            "under the loan agreement."
        )
    )
    assert [(r["source"], r["target"]) for r in found if r["instrument"] == "guarantee"] == [
        (_HC, "northgate-bank")
    ]


def test_what_the_guarantor_lent_himself_is_not_what_he_guarantees() -> None:
    found = rows(
        filing(
            "The Company agreed to make loans to Tidepool AI of up to $150 million. The Company "
            "also guaranteed $200 million of Tidepool AI's construction loan from Northgate Bank, "
            "N.A. The Company has guaranteed the obligations of Tidepool AI under the facility."
        )
    )
    targets = {r["target"] for r in found if r["instrument"] == "guarantee"}
    assert targets == {"northgate-bank", "tidepool-ai"}
