"""A headline is about somebody we watch only if it names them as they are written."""

import pytest

from graphbuild.rebuild.subjects import Subjects
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.sources.newsfeed import Story

PARTIES = (
    Entity(entity_id="harbor", name="Harbor Compute, Inc.", kind=EntityKind.NEOCLOUD),
    Entity(
        entity_id="tarn",
        name="Tarn Platforms, Inc.",
        kind=EntityKind.HYPERSCALER,
        aliases=("Tarn", "TP"),
    ),
    Entity(entity_id="others", name="Others (group)", kind=EntityKind.OTHER, is_group=True),
)


def _named(title, summary=""):
    story = Story(
        key="k", link="l", title=title, published_at="", language="", position=0, summary=summary
    )
    return Subjects(PARTIES).named_in(story)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbor Compute borrows again", "Harbor Compute"),
        ("HARBOR COMPUTE BORROWS AGAIN", "HARBOR COMPUTE"),
        ("Why Tarn's bill grows", "Tarn"),
        ("Tarn Platforms, Harbor sign", "Tarn Platforms"),
        ("a tarn in the hills", ""),
        ("Tarnished brands", ""),
        ("TP", ""),
        ("Others (group)", ""),
        ("", ""),
    ],
)
def test_names_count_as_they_are_written_or_in_capitals(title, name):
    assert _named(title) == name


def test_the_summary_counts_too():
    assert _named("Shares fall", "Lenders of Harbor Compute sold") == "Harbor Compute"


def test_without_parties_nothing_is_named():
    story = Story(key="k", link="l", title="Tarn", published_at="", language="", position=0)
    assert Subjects(()).named_in(story) == ""
