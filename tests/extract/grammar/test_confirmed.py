"""Names that only the words around them show to be companies."""

import pytest

from graphbuild.extract.grammar.confirmed import with_confirmed
from graphbuild.extract.grammar.parties import Mention


def _weak(text, name):
    start = text.index(name)
    return Mention(name=name, start=start, end=start + len(name), is_weak=True)


@pytest.mark.parametrize(
    "text",
    [
        "French AI startup Mirrel will build a campus.",
        "Mirrel said on Monday it has raised $5 billion.",
        "Mirrel's shares rose.",
        "Mirrel, a cloud company in Lyon, signed a lease.",
        "Mirrel CEO Jane Voss signed a lease.",
    ],
)
def test_what_only_a_company_has_shows_one(text):
    parties, shown = with_confirmed(text, (_weak(text, "Mirrel"),), frozenset())
    assert shown == {"mirrel"}
    assert not parties[0].is_weak


@pytest.mark.parametrize(
    "text", ["Voss said he expects more.", "The deal in Mirrel is large.", "Mirrel raised a point."]
)
def test_other_words_show_nothing(text):
    name = text.split()[0] if not text.startswith("The") else "Mirrel"
    parties, shown = with_confirmed(text, (_weak(text, name),), frozenset())
    assert not shown
    assert parties[0].is_weak


def test_a_name_once_shown_stays_a_company_for_the_story():
    text = "Mirrel raised a round."
    parties, _ = with_confirmed(text, (_weak(text, "Mirrel"),), {"mirrel"})
    assert not parties[0].is_weak
