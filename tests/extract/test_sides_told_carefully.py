"""Whose sum, verb or object it is where a sentence names several companies."""

import pytest

from tests.extract.writing import news, rows_of_known

_B = 1_000_000_000


def _found(words):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news("A story", words))
    }


def test_who_leads_lenders_does_not_lend_the_whole_sum():
    assert _found("Lenders led by Northgate Bank, N.A. lent Quillstone $13 billion.") == {
        ("northgate-bank", "quillstone", "loan", None),
        ("unnamed:consortium", "quillstone", "loan", 13 * _B),
    }


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (
            "A vehicle borrowed $12 billion from Brightwater and Foxglove Partners to buy Corvid "
            "chips.",
            ("foxglove-partners", "corvid"),
        ),
        (
            "Brightwater will spend $1.6 billion to supply power to Meridian's new site.",
            ("brightwater", "meridian"),
        ),
        (
            "Brightwater will hold 70% of the venture and Meridian 30%.",
            ("brightwater", "meridian"),
        ),
        (
            "Meridian will backstop Quillstone's lease payments to Lumen Robotics.",
            ("lumen-robotics", "quillstone"),
        ),
        ("Brightwater raised $5.8 billion from the sale.", ("unnamed:investors", "brightwater")),
        (
            "Lumen Robotics' lease with Quillstone is backed by Meridian.",
            ("meridian", "quillstone"),
        ),
    ],
)
def test_these_two_are_no_sides_of_a_deal(words, wrong):
    assert wrong not in {row[:2] for row in _found(words)}
