"""Who "the company" and "it" are in the next sentence of a report."""

import pytest

from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.subjects import subject_in, subject_of

LUMEN = Mention(name="Lumen", start=0, end=5)


@pytest.mark.parametrize(
    "sentence",
    [
        "The company raised $2 billion in convertible notes.",
        "It has agreed to buy servers.",
        "Additionally, the company secured a credit line.",
        "In 2022, the company concluded a round.",
    ],
)
def test_the_head_of_a_sentence_stands_for_the_party_of_the_one_before(sentence):
    found = subject_in(sentence, LUMEN)
    assert found is not None
    assert found.name == "Lumen"
    assert sentence[found.start : found.end].lower() in {"the company", "it"}


@pytest.mark.parametrize(
    "sentence",
    [
        "It is unclear that Corvid will pay.",
        "The chip company's rival raised $2 billion.",
        "Corvid said the company raised $2 billion.",
    ],
)
def test_other_sentences_stand_for_nobody(sentence):
    assert subject_in(sentence, LUMEN) is None


def test_nobody_is_meant_where_nobody_was_named():
    assert subject_in("The company raised $2 billion.", None) is None


def test_a_withheld_party_does_not_become_the_subject():
    customer = Mention(name="a customer", start=0, end=10, is_unnamed=True)
    assert subject_of("<P0> signed a contract", (customer,), LUMEN) is LUMEN
    assert subject_of("<P0> signed a contract", (LUMEN,), None) is LUMEN
