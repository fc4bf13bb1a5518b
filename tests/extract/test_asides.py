"""Who acts in a sentence whose subject has an aside that names somebody else."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.extract.writing import KINDS, NAMES, news, rows_of_known


def _found(words):
    return {
        (r["source"], r["target"], r["instrument"]) for r in rows_of_known(news("A story", words))
    }


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (
            "Quillstone, a British cloud firm backed by Corvid, has secured $1.4 billion in term "
            "loans from Brightwater.",
            ("brightwater", "quillstone", "loan"),
        ),
        (
            "Tidepool, whose investors include Corvid, raised $100 million.",
            ("unnamed:investors", "tidepool", "equity"),
        ),
        (
            "Quillstone, the startup that counts Corvid as an investor, signed a $14 billion deal "
            "with Meridian.",
            ("meridian", "quillstone", "cloud_contract"),
        ),
        (
            "Quillstone, an Australian company backed by Corvid, said it borrowed $10 billion "
            "from Brightwater.",
            ("brightwater", "quillstone", "loan"),
        ),
    ],
)
def test_the_one_before_the_aside_acts(words, claim):
    found = _found(words)
    assert claim in found
    assert not [target for _, target, _ in found if target == "corvid"]


def test_an_aside_with_a_sum_stays_a_statement():
    words = "Meridian, which has invested $3 billion in Tidepool, said it will sell chips."
    assert ("meridian", "tidepool", "equity") in _found(words)


def test_who_is_to_sell_a_share_owns_it():
    words = "Quillstone has agreed to sell its 50.1% ownership interest in Ashgrove to Brightwater."
    found = extract_claims(news("A story", words), Context(NAMES, KINDS)).claims
    rows = [claim_row(claim) for claim in found]
    owned = [(r["source"], r["target"], r["share"]) for r in rows if r["instrument"] == "ownership"]
    assert owned == [("quillstone", "ashgrove", 0.501)]
