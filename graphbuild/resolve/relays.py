"""Which claims of one deal only repeat another's story, and so are no evidence of their own.

An article may be marked as the same story as another when it is fetched; and a newspaper that tells
a deal in another's very words relays it. The story that came first stands, whoever told it.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from graphbuild.records.document import SourceTier
from graphbuild.resolve.matching import Reading

_SAME_WORDS = 90.0
"""Likeness of two quotes (0-100) from which one is the other's, give or take an edit."""
_FEWEST_LETTERS = 60


def find_relays(readings: Sequence[Reading]) -> dict[str, str]:
    """The claim that each relaying claim repeats, by the relaying claim's id."""
    found: dict[str, str] = {}
    first_of: dict[str, Reading] = {}
    originals: list[Reading] = []
    for reading in sorted(readings, key=_when_told):
        if reading.claim.terms.deal_key:
            continue
        first = first_of.setdefault(reading.story, reading)
        if not _is_of_one_document(first, reading):
            found[reading.claim.claim_id] = first.claim.claim_id
        elif (other := _repeated(reading, originals)) is not None:
            found[reading.claim.claim_id] = other.claim.claim_id
        else:
            originals.append(reading)
    return found


def count_evidence(readings: Sequence[Reading], relays: dict[str, str]) -> int:
    """Documents that tell of a deal on their own account; never less than one."""
    return len({r.claim.citation.document_id for r in readings if r.claim.claim_id not in relays})


def _repeated(reading: Reading, originals: Sequence[Reading]) -> Reading | None:
    """The earlier reading whose words a newspaper repeats."""
    quote = reading.claim.citation.quote
    if reading.claim.tier.rank < SourceTier.NEWS.rank or len(quote) < _FEWEST_LETTERS:
        return None
    for other in originals:
        told = other.claim.citation.quote
        if _is_of_one_document(other, reading) or len(told) < _FEWEST_LETTERS:
            continue
        if fuzz.ratio(quote, told, score_cutoff=_SAME_WORDS) > 0:
            return other
    return None


def _is_of_one_document(left: Reading, right: Reading) -> bool:
    return left.claim.citation.document_id == right.claim.citation.document_id


def _when_told(reading: Reading) -> tuple[str, int, str]:
    known = reading.claim.known_on
    day = str(known.last_day()) if known else "9999"
    return day, reading.claim.tier.rank, reading.claim.claim_id
