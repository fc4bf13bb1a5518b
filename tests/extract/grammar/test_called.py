"""What a company may be called by its trade."""

import pytest

from graphbuild.extract.grammar.called import may_be_called
from graphbuild.extract.grammar.parties import Mention


def _of(kind):
    return Mention(name="Lumen", start=0, end=5, kind=kind)


@pytest.mark.parametrize(
    ("words", "kind", "may"),
    [
        ("The chipmaker", "chipmaker", True),
        ("The chipmaker", "ai_lab", False),
        ("The AI startup", "ai_lab", True),
        ("The company behind ChatGPT", "ai_lab", True),
        ("The company behind ChatGPT", "host", False),
        ("The bank", "bank", True),
        ("The bank", "neocloud", False),
        ("The private equity firm", "asset_manager", True),
        ("The private equity firm", "chipmaker", False),
        ("The company", "ai_lab", True),
        ("The chipmaker", "", True),
    ],
)
def test_a_trade_tells_who_cannot_be_meant(words, kind, may):
    assert may_be_called(words, _of(kind)) is may
