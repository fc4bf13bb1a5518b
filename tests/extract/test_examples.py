"""Every pattern's docstring shows two sentences it takes and one it refuses; here they are run."""

import importlib
import pkgutil
import re

import pytest

import graphbuild.extract
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from tests.extract.writing import KINDS, NAMES, filing, news, release

MODULES = [pattern.name for pattern in PROSE_PATTERNS]
_PLACES = {
    module.name.rpartition(".")[2]: module.name
    for module in pkgutil.walk_packages(graphbuild.extract.__path__, "graphbuild.extract.")
}
_EXAMPLE = re.compile(r'^(Accepts|Refuses): "(.+?)"', re.MULTILINE | re.DOTALL)


def _examples(name: str) -> list[tuple[str, str]]:
    doc = importlib.import_module(_PLACES[name]).__doc__ or ""
    return [(kind, " ".join(text.split())) for kind, text in _EXAMPLE.findall(doc)]


def _claims(sentence: str, name: str) -> list[str]:
    parts = sentence.split(" [New paragraph.] ")
    documents = [filing(*parts), release(*parts), news(sentence), news("A story", *parts)]
    return [
        claim.pattern
        for document in documents
        for claim in extract_claims(document, Context(NAMES, KINDS), PROSE_PATTERNS).claims
        if claim.pattern.startswith(f"{name}/")
    ]


@pytest.mark.parametrize("name", MODULES)
def test_a_docstring_shows_two_sentences_taken_and_one_refused(name):
    kinds = [kind for kind, _ in _examples(name)]
    assert sorted(kinds) == ["Accepts", "Accepts", "Refuses"]


@pytest.mark.parametrize("name", MODULES)
def test_the_sentences_shown_are_taken_and_refused_as_told(name):
    for kind, sentence in _examples(name):
        found = _claims(sentence, name)
        assert bool(found) == (kind == "Accepts"), f"{kind}: {sentence}"
