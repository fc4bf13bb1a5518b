"""What a document tells of another time, or of holders who sell: no money the company takes in.

Lives here: claims left out by whose money it was, and when. Not here: sums of what is told
elsewhere (`sums_and_parts`), money of another kind (`kinds_told_next`).
"""

import re
from collections.abc import Iterable

from graphbuild.extract.sentences.reading import is_news
from graphbuild.records.claim import Claim, Role
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_HOLDERS_SELL = re.compile(
    r"\bselling (?:share|stock)?holders\b|\b(?:of which|including) [^.;]{0,60}?\b(?:went to|sold "
    r"by|offered by) (?:the |its )?existing (?:share|stock)?holders\b|\band "
    r"(?:its |some |certain |existing )*(?:share|stock)?holders (?:have |had "
    r")?(?:raised?|sold|sell)\b"
)
_LONG_AGO = re.compile(
    r"\b19[5-9]0s\b|\bdot-?com (?:boom|bubble|bust|era)|\btelecom (?:boom|bubble|bust)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*[-•●*–]\s")


def without_others(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims without what holders of shares sold and without examples of long ago."""
    return tuple(c for c in claims if not (_is_of_holders(c) or _is_history(c, document)))


def _is_of_holders(claim: Claim) -> bool:
    """Whether a part of what the public paid went to holders who sold, not to the company."""
    hidden = all(party.is_unnamed for party in claim.with_role(Role.SOURCE))
    is_sale = claim.instrument is InstrumentId.EQUITY and claim.measure is Measure.HEADLINE
    return hidden and is_sale and bool(_HOLDERS_SELL.search(claim.citation.quote))


def _is_history(claim: Claim, document: Document) -> bool:
    """Whether a report gives an example of another time, in a list under words that say so."""
    if not is_news(document):
        return False
    lines = document.text[max(0, claim.citation.start - 900) : claim.citation.start].splitlines()
    lead = next((line for line in reversed(lines) if line and not _BULLET.match(line)), "")
    is_listed = bool(_BULLET.match(claim.citation.quote)) and lead.rstrip().endswith(":")
    return bool(_LONG_AGO.search(f"{claim.citation.quote} {lead if is_listed else ''}"))
