"""Whether a paragraph goes on to tell that its contract has ended.

Accepts: "We signed a hosting agreement with Quillstone. This agreement expired in October 2025."
Refuses: "The agreement is for a year unless terminated by either party."

Not here: loans repaid and notes redeemed (`debts`), contracts ended in their own sentence
(`wording.status_of`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.sentences.reading import Reading
from graphbuild.records.claim import Claim, Status

_ENDED = re.compile(
    r"(?:^|[.;] )(?:[Tt]h(?:e|is|ese|at)|[Bb]oth|[Oo]ur|[Ss]uch)(?: [\w-]+){0,4}? (?:agreements?|"
    r"contracts?|arrangements?|leases?)(?: with [^.;]{1,60}?)?,? (?:(?:has|have|had|was|were|been|"
    r"since|then|mutually|subsequently) ){0,3}(?:expired|terminated|ended|cancell?ed)\b"
    r"(?= (?:on|in|at|as of|effective|by|and|early|upon|during)\b|[.,;]|$)"
)
_FARTHEST = 2500


def with_endings(claims: Iterable[Claim], reading: Reading) -> Iterator[Claim]:
    """The claims of a filing's contract, ended where the rest of its paragraph says so."""
    ended = not reading.is_news and _ENDED.search(_rest(reading))
    for claim in claims:
        yield replace(claim, status=Status.TERMINATED) if ended else claim


def _rest(reading: Reading) -> str:
    """The paragraph behind a sentence."""
    paragraph = next((p for p in reading.document.paragraphs if p.start == reading.paragraph), None)
    end = min(paragraph.end, reading.end + _FARTHEST) if paragraph else reading.end
    return reading.document.text[reading.end : end].strip()
