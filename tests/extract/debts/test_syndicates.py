"""Lenders named behind the agent of a credit agreement; the agent itself lends nothing."""

import pytest

from tests.extract.writing import filing, rows

AGENT = "Northgate Bank, N.A., as administrative agent"


@pytest.mark.parametrize(
    ("parties", "lenders"),
    [
        (f"{AGENT}, and Ashgrove Capital LLC and Foxglove Credit LP, as lenders", 2),
        (f"{AGENT} and collateral agent, and Foxglove Credit LP, as lender", 1),
        (f"{AGENT}, and the lenders party thereto", 0),
    ],
)
def test_those_named_as_lenders_behind_the_agent_lend(parties, lenders):
    document = filing(
        f"On July 30, 2025, Quill Financing I LLC entered into a credit agreement with {parties}, "
        "providing for a $1.2 billion delayed draw term loan facility."
    )
    found = rows(document)
    named = [row["source"] for row in found if not str(row["source"]).startswith("unnamed:")]
    assert named == ["ashgrove-capital", "foxglove-credit"][2 - lenders :] if lenders else not named
    assert [row["amount"] for row in found if row["amount"]] == [1_200_000_000]
    assert {row["target"] for row in found} == {"quill-financing-i"}
