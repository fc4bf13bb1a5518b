"""Which stories are about somebody we watch: their headline or summary names a party.

Feeds of wires and newspapers tell of everybody; their pages are fetched only for stories that name
one of the workspace's parties. A party's own feed is taken whole. Not here: feeds (`news`), who is
who in a text (`extract`).
"""

import re
from collections.abc import Iterable, Iterator

from graphbuild.records.entity import Entity
from graphbuild.resolve.names import plain_name
from graphbuild.sources.newsfeed import Story

_SHORTEST = 3
"""Letters; shorter names are words of too many languages."""


class Subjects:
    """The names of all parties but groups, to be looked for in headlines.

    Names are looked for as they are written, or in capitals: "Meta" is a company, "meta" is not.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        found = {name for entity in entities if not entity.is_group for name in _names(entity)}
        forms = {form for name in found for form in (name, name.upper())}
        # The longest first, so that a name within a longer one is not found in its place.
        listed = sorted(forms, key=lambda form: (-len(form), form))
        words = "|".join(map(re.escape, listed)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)")

    def named_in(self, story: Story) -> str:
        """The first party's name in a story's headline or summary, or an empty string."""
        found = self._pattern.search(f"{story.title}\n{story.summary}")
        return found.group() if found else ""


def _names(entity: Entity) -> Iterator[str]:
    for name in (entity.name, *entity.aliases):
        short = _without_legal_form(name)
        if len(plain_name(short)) >= _SHORTEST:
            yield short


def _without_legal_form(name: str) -> str:
    """The name as people write it in a headline.

    >>> _without_legal_form("Summit Cloud Corporation"), _without_legal_form("Tarn, Inc.")
    ('Summit Cloud', 'Tarn')
    """
    words = name.split()
    while len(words) > 1 and plain_name(" ".join(words[:-1])) == plain_name(name):
        words.pop()
    return " ".join(words).rstrip(",")
