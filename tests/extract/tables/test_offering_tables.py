"""Price tables of offerings, and tables that split gross proceeds by closing."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.offering_tables import find_offerings
from graphbuild.records.claim import Role
from tests.extract.papers import Paper

PRICED = """
    | Per Share | Total
    Public offering price | $ 12.50 | $ 25,000,000
    Underwriting discounts and commissions (1) | $ 0.75 | $ 1,500,000
    Proceeds, before expenses, to us | $ 11.75 | $ 23,500,000
    """
CLOSINGS = """
    Gross proceeds:
    Initial closing | $ 30,500
    Option closing | 4,500
    | 35,000
    Offering costs:
    Underwriting discounts and commissions | (2,500)
    Net proceeds | $ 32,500
    """


def told(rows: str, caption: str) -> list[tuple[str, str, int, str]]:
    paper = Paper()
    paper.table(rows, caption=caption, scale=1000)
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.instrument.value,
            int(c.amount.point or 0),
            c.status.value,
        )
        for c in find_offerings(paper.document(), Context())
    ]


def test_the_total_beside_the_public_offering_price_is_the_size() -> None:
    assert told(PRICED, "The offering") == [("public-investors", "equity", 25_000_000, "signed")]


def test_units_and_pre_funded_units_have_one_total() -> None:
    rows = PRICED.replace("Per Share |", "Per Unit | Per Pre-Funded Unit |").replace(
        "12.50 |", "12.50 | $ 12.4999 |"
    )
    assert told(rows, "") == [("public-investors", "equity", 25_000_000, "signed")]


def test_each_closing_is_told_and_their_sum_is_not() -> None:
    caption = "The table shows the proceeds of the Spring Offering (in thousands):"
    assert told(CLOSINGS, caption) == [
        ("public-investors", "equity", 30_500_000, "funded"),
        ("underwriters", "equity", 4_500_000, "funded"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        PRICED.replace("Per Share", "Per Note").replace("$ 12.50", "99.5 %"),
        PRICED.replace("to us", "to the selling stockholders"),
        PRICED.replace("Public offering", "Assumed public offering"),
        PRICED.replace("25,000,000", "12.50"),
        "| Shares | Price\nExercise price | $ 12.50 | $ 25,000,000\nProceeds | $ 1 | $ 2",
    ],
)
def test_notes_selling_holders_and_assumed_prices_give_nothing(rows: str) -> None:
    assert told(rows, "The offering") == []


def test_closings_of_something_else_than_an_offering_give_nothing() -> None:
    assert told(CLOSINGS, "Proceeds of the sale of our office (in thousands):") == []
