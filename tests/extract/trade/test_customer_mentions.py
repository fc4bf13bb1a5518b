"""Customers that matter without a figure, of fictional filers."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.trade.customer_mentions import find_mentions
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(*sentences: str) -> list[tuple[str, bool, str]]:
    paper = Paper()
    paper.say(*sentences)
    context = Context(names=frozenset({"Northwind AI", "Halcyon Compute"}))
    return [
        (c.with_role(Role.SOURCE)[0].name, c.with_role(Role.SOURCE)[0].is_unnamed, c.measure.value)
        for c in find_mentions(paper.document(), context)
    ]


def test_a_described_customer_stays_unnamed() -> None:
    assert told(
        "By our estimate an AI modelling company contributed to a meaningful amount of our revenue."
    ) == [("ai-modelling-company", True, "recognised")]


def test_a_known_customer_is_named_whichever_way_it_is_told() -> None:
    assert told(
        "We derive a substantial portion of our revenue from Northwind AI, under one order."
    ) == [("Northwind AI", False, "recognised")]
    assert told("Northwind AI accounted for a significant portion of our revenue.") == [
        ("Northwind AI", False, "recognised")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We derive a significant portion of our revenue from a limited number of customers.",
        "Northwind AI could account for a significant portion of our revenue.",
        "Products accounted for a substantial portion of our revenue.",
        "Halcyon Compute accounted for a significant portion of our revenue.",
    ],
)
def test_risks_products_and_the_filer_itself_are_no_customers(text: str) -> None:
    assert told(text) == []


def test_a_stated_share_stands_in_its_place() -> None:
    assert (
        told(
            "Northwind AI accounted for 62% of our revenue.",
            "Northwind AI accounted for a significant portion of our revenue.",
        )
        == []
    )
