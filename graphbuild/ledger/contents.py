"""Everything one snapshot's ledger holds, as records."""

from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal, Flow
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.figure import Assumption, Figure, FxRate
from graphbuild.records.issue import Issue
from graphbuild.records.judgement import Judgement
from graphbuild.records.review import Missed, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """What the ledger keeps of a document; its text stays with the bytes.

    `same_story_as` is the hash of the bytes of an earlier article that tells the same in the same
    words; `None` where nobody compared them or it is the first.
    """

    document_id: str
    path: str
    kind: str
    form: str
    filer: str | None
    published_on: str | None
    tier: SourceTier
    sha256: str
    url: str | None
    characters: int
    same_story_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Where a document's claim went and why."""

    claim_id: str
    deal_id: str
    likeness: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One snapshot's facts.

    Parameters
    ----------
    meta : as_of, digest and code version, as text.
    reviews : decisions about claims and missed sentences, in the order of the table.
    missed : sentences with money and a watched name but no claim, decided or not.
    """

    meta: Mapping[str, str]
    documents: tuple[DocumentRow, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    deals: tuple[Deal, ...]
    flows: tuple[Flow, ...]
    decisions: tuple[DecisionRow, ...]
    figures: tuple[Figure, ...]
    assumptions: tuple[Assumption, ...]
    fx: tuple[FxRate, ...]
    judgements: tuple[Judgement, ...]
    issues: tuple[Issue, ...]
    reviews: tuple[Review, ...] = ()
    missed: tuple[Missed, ...] = ()
