"""With whom the paragraph's agreement was made: the party that "the agreement" leaves unsaid.

Lives here: that party. Not here: what later sentences say of the agreement (`contract_followups`,
`revenue_shares`).
"""

import re
from collections.abc import Sequence

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.sentences.reading import Reading

_WITH = re.compile(
    r"(?:[Aa]greements?|[Aa]mendments?|[Cc]ontracts?|[Aa]rrangements?|MSA|[Ll]eases?|[Oo]rders?|"
    r"[Dd]eals?|[Pp]artnership|[Cc]ollaboration)\b[^<>;]{0,50}? (?:with|from) "
    r"(?:[A-Za-z-]+ ){0,4}?<P(?P<other>\d+)>(?!-)"
)
_PROVIDES = re.compile(
    r"<P(?P<other>\d+)>,? (?:(?:also|shall|will|agreed to|has agreed to|agrees to) ){0,2}"
    r"(?:provides?|hosts?|supplies|supply|operates?)\b"
)


def partner_of(earlier: Sequence[Reading], reading: Reading) -> tuple[Mention | None, int]:
    """The one other party with whom the paragraph's agreement was made, and where it is named.

    Parameters
    ----------
    earlier : the readings before this one, in order.
    reading : the sentence that speaks of "the agreement" or "the fees" only.
    """
    here = {m.name.lower(): m for m in reading.parties if m.is_other}
    if here:
        return (next(iter(here.values())) if len(here) == 1 else None), reading.start
    found: dict[str, tuple[Mention, int]] = {}
    for told in earlier:
        if told.paragraph != reading.paragraph:
            continue
        for pattern in (_WITH, _PROVIDES):
            for match in pattern.finditer(told.plain):
                mention = told.parties[int(match.group("other"))]
                if mention.is_other:
                    found[mention.name.lower()] = (mention, told.start)
    return next(iter(found.values())) if len(found) == 1 else (None, reading.start)


def whole_name(earlier: Sequence[Reading], reading: Reading, mention: Mention) -> Mention:
    """The partner of the paragraph's agreement that a name begins, else whom it names.

    "Quillstone" is "Quillstone East, Inc." where the agreement is with that one.
    """
    begun = {
        partner.name: partner
        for told in earlier
        if told.paragraph == reading.paragraph
        for match in _WITH.finditer(told.plain)
        if (partner := told.parties[int(match.group("other"))]).is_other
        and plain_name(partner.name).startswith(f"{mention.name.lower()} ")
    }
    return next(iter(begun.values())) if len(begun) == 1 else mention
