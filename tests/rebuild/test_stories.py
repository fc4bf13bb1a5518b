from graphbuild.ledger.contents import DocumentRow
from graphbuild.rebuild.stories import story_of
from graphbuild.records.document import SourceTier


def row(name, same_story_as=None):
    return DocumentRow(
        document_id=f"sha-{name}", path=f"{name}.html", kind="article", form="", filer=None,
        published_on="2026-01-05", tier=SourceTier.NEWS, sha256=name, url=None, characters=10,
        same_story_as=same_story_as,
    )  # fmt: skip


def test_a_chain_of_relays_leads_to_its_first_article():
    rows = (row("a"), row("b", "a"), row("c", "b"), row("d"))
    assert story_of(rows) == {"sha-b": "sha-a", "sha-c": "sha-a"}


def test_relays_of_what_is_not_held_are_one_story():
    found = story_of((row("b", "gone"), row("c", "gone")))
    assert found == {"sha-b": "gone", "sha-c": "gone"}


def test_marks_in_a_circle_end():
    found = story_of((row("a", "b"), row("b", "a")))
    assert set(found.values()) <= {"sha-a", "sha-b"}
    assert len(set(found.values())) == 1
