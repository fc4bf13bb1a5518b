"""What people said of a reading, and the sentences nobody has read yet.

Lives here: the shapes and the ids that tie a decision to a text. Not here: applying decisions
(`resolve.reviewing`), the table they stand in (`curated.reviews`).

A decision is about a statement: one reading (parties, instrument, figure, status) of one text in
one document. Offsets and the pattern's version are left out of the id, so that a decision survives
new code that reads the same; another text or another reading is another statement and asks again.
"""

import hashlib
from dataclasses import dataclass
from decimal import Decimal

from graphbuild.records.claim import Claim, ReviewMark, Ruling, Status
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.keys import content_id
from graphbuild.records.money import Amount, Measure
from graphbuild.records.period import PartialDate

MISSED_PREFIX = "mis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A sentence with money and a watched name of which no claim was made.

    Parameters
    ----------
    names : the parties it names, without the document's filer.
    amount : its largest figure that could be a deal's; ``None`` where all are prices or valuations.
    """

    citation: Citation
    names: tuple[str, ...]
    amount: Amount | None
    tier: SourceTier
    filer: str | None = None
    known_on: PartialDate | None = None

    @property
    def missed_id(self) -> str:
        """The same for the same text in the same document."""
        return missed_id(self.citation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a reviewer reads instead; ``None`` and empty fields stand as they were read.

    `source`, `target` and `on_behalf_of` are names, entity ids or ``unnamed:label``.
    """

    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    on_behalf_of: str | None = None
    instrument: InstrumentId | None = None
    amount: Amount | None = None
    measure: Measure | None = None
    status: Status | None = None
    share: Decimal | None = None
    agreed_on: PartialDate | None = None
    ends_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One row of ``reviews.csv``; never overwritten by a machine, a later row replaces it.

    Parameters
    ----------
    document : accession, item link or content id of the document (`place_of`).
    path : the file it was read from, so that a changed file is told from a missing one.
    text_sha256 : first characters of the digest of the text (`text_digest`).
    """

    mark: ReviewMark
    document: str
    path: str
    text_sha256: str
    correction: Correction | None = None

    @property
    def statement_id(self) -> str:
        """What was decided about."""
        return self.mark.statement_id

    @property
    def ruling(self) -> Ruling:
        """What was decided."""
        return self.mark.ruling

    @property
    def is_about_missed(self) -> bool:
        """Whether it is about a sentence without a claim."""
        return self.statement_id.startswith(f"{MISSED_PREFIX}-")


def place_of(citation: Citation) -> str:
    """Where a text stands, the same in every copy: a feed's item, else the document."""
    return citation.item or citation.document_id


def text_digest(quote: str) -> str:
    """First 16 characters of the SHA-256 of a text; runs of white space count as one space."""
    return hashlib.sha256(" ".join(quote.split()).encode()).hexdigest()[:16]


def missed_id(citation: Citation) -> str:
    """The id of a sentence nobody has read."""
    return content_id(MISSED_PREFIX, place_of(citation), text_digest(citation.quote))


def statement_id(claim: Claim) -> str:
    """The id of what a claim says of which text; for a reviewed claim that of its first reading."""
    if claim.review is not None:
        return claim.review.statement_id
    return content_id(
        "stm",
        place_of(claim.citation),
        text_digest(claim.citation.quote),
        claim.instrument,
        *(f"{p.role}={p.name}" for p in claim.parties),
        *(str(v) for v in (claim.amount.low, claim.amount.high, claim.amount.currency)),
        str(claim.share),
        claim.measure,
        claim.status,
    )
