"""Customers that reports name in passing, and the share of revenue each stands for."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.writing import KINDS, NAMES, news, release, rows_of_known


def _found(words):
    return {
        (r["source"], r["target"], r["instrument"], r["share"])
        for r in rows_of_known(news("A story", words))
    }


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (
            "Quillstone counts Tidepool and Meridian among its customers.",
            {
                ("tidepool", "quillstone", "cloud_contract", None),
                ("meridian", "quillstone", "cloud_contract", None),
            },
        ),
        (
            "Quillstone, whose biggest customers include Tidepool, is growing.",
            {("tidepool", "quillstone", "cloud_contract", None)},
        ),
        (
            "Tidepool is one of the largest customers of Corvid.",
            {("tidepool", "corvid", "revenue", None)},
        ),
        (
            "Tidepool, Corvid's biggest customer, wants more chips.",
            {("tidepool", "corvid", "revenue", None)},
        ),
        (
            "Meridian accounted for 62% of Quillstone's revenue last year.",
            {("meridian", "quillstone", "revenue", 0.62)},
        ),
        (
            "Quillstone generates about 70% of its revenue from Meridian.",
            {("meridian", "quillstone", "revenue", 0.7)},
        ),
        (
            "Meridian stands out: it says Tidepool accounts for a quarter of Corvid's sales.",
            {("tidepool", "corvid", "revenue", 0.25)},
        ),
        (
            "Tidepool is one of Quillstone's cloud customers.",
            {("tidepool", "quillstone", "cloud_contract", None)},
        ),
        ("Meridian owns Tidepool.", {("meridian", "tidepool", "ownership", None)}),
        ("Tidepool is one of Quillstone's rivals.", set()),
        (
            "Meridian is entitled to 20% of Tidepool's revenue.",
            {("tidepool", "meridian", "revenue_share", 0.2)},
        ),
        ("Meridian and Tidepool account for 60% of Quillstone's revenue.", set()),
        (
            "Tidepool pays Meridian 20% of its revenue.",
            {("tidepool", "meridian", "revenue_share", 0.2)},
        ),
        (
            "Quillstone's largest customer, Meridian, represented 71% of its sales.",
            {("meridian", "quillstone", "revenue", 0.71)},
        ),
    ],
)
def test_who_buys_from_whom_is_told_in_passing(words, claims):
    assert _found(words) == claims


def test_a_filer_that_names_its_customers_is_believed():
    words = "Harbor Compute's customer base now includes Tidepool and Meridian."
    claims = extract_claims(release(words), Context(NAMES, KINDS)).claims
    assert {claim_row(claim)["source"] for claim in claims} == {"tidepool", "meridian"}


@pytest.mark.parametrize(
    "words",
    [
        "Quillstone counts Tidepool among its rivals.",
        "Quillstone could one day count Tidepool among its customers.",
        "Tidepool is a former customer of Corvid.",
        "Chips accounted for 62% of Corvid's revenue.",
        "Tidepool's customers include banks and hospitals.",
    ],
)
def test_rivals_hopes_and_goods_are_no_customers(words):
    assert _found(words) == set()


@pytest.mark.parametrize(
    "words",
    [
        "Quillstone's largest customer, Meridian, accounted for 62% of revenue.",
        "Some 62% of Quillstone's revenue came from Meridian.",
        "Quillstone relies on Meridian for 62% of its sales.",
    ],
)
def test_a_share_of_revenue_is_told_from_either_end(words):
    assert _found(words) == {("meridian", "quillstone", "revenue", 0.62)}


def test_a_sum_of_revenue_from_one_customer_is_recognised():
    (row,) = rows_of_known(
        news("A story", "Quillstone generated $1.2 billion of revenue from Meridian in 2025.")
    )
    assert (row["source"], row["target"]) == ("meridian", "quillstone")
    assert (row["instrument"], row["amount"], row["measure"]) == (
        "revenue",
        1_200_000_000,
        "recognised",
    )


def test_two_customers_stand_for_their_share_together():
    words = "Quillstone depends on Meridian and Tidepool for 62% of its sales."
    assert _found(words) == set()
