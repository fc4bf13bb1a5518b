"""What one sentence, row or curated line asserts: the unit of truth. A claim is not a fact.

Claims are immutable. Who the parties really are is `resolve`'s business: a claim keeps the names
as they were written.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure
from graphbuild.records.period import PartialDate


class Status(StrEnum):
    """How far an agreement has come."""

    RUMOURED = "rumoured"
    ANNOUNCED = "announced"
    SIGNED = "signed"
    FUNDED = "funded"
    AMENDED = "amended"
    TERMINATED = "terminated"
    EXPIRED = "expired"


LANGUAGE_MODEL = "language_model/"
"""How the pattern of a claim begins that a language model has read."""

ENDED = frozenset({Status.TERMINATED, Status.EXPIRED})


class Confidence(StrEnum):
    """How sure the reading is; says nothing about the deal or the source."""

    CERTAIN = "certain"
    LIKELY = "likely"
    WEAK = "weak"


class Role(StrEnum):
    """What a party does in the claim; source and target are those of the instrument table."""

    SOURCE = "source"
    TARGET = "target"
    OBLIGOR = "obligor"
    AGENT = "agent"
    VEHICLE = "vehicle"


class Verification(StrEnum):
    """How well a curated row was checked."""

    OPENED = "opened"
    RELAYED = "relayed"
    SECONDARY = "secondary"


class Recourse(StrEnum):
    """Whether a vehicle's creditors can reach its sponsor."""

    GUARANTEED = "guaranteed"
    RECOURSE = "recourse"
    NON_RECOURSE = "non_recourse"
    UNKNOWN = "unknown"


class Ruling(StrEnum):
    """What a reviewer says of a reading."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMark:
    """That a person looked at a reading, and what they said.

    Parameters
    ----------
    statement_id : what was decided about (`records.review`).
    reviewer : as given, or empty; never made up.
    claim_id : of the machine's reading; empty for a sentence it had not read.
    read_as : the machine's reading in words, kept beside a correction.
    """

    statement_id: str
    ruling: Ruling
    decided_on: str
    reviewer: str = ""
    reason: str = ""
    claim_id: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention:
    """A party as the document names it.

    Parameters
    ----------
    name : the legal or common name; for "the Company" the filer's name.
    as_written : the words in the text.
    is_unnamed : the document withholds the name; `name` is then a label such as "customer-a".
    entity_id : already known, because a curated row or a CIK says so.
    cik, lei, ticker : identifiers that the document gives with the name.
    """

    role: Role
    name: str
    as_written: str = ""
    is_unnamed: bool = False
    entity_id: str | None = None
    cik: str | None = None
    lei: str | None = None
    ticker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What else is known of the contract; every field may be empty.

    `paid_in` is what the source gives: cash, stock, compute, credits, assets, none. `deal_key` is
    the curated row's id. `same_obligation_as` names the deal whose money this one only mirrors
    (an indemnity behind a guarantee), so that no sum holds both. `overlaps` names deals that an
    aggregate without listed parts is known to contain some of; `tranche_of` the deal whose
    agreement this one amends. `refinanced_by` is the deal whose money repaid this debt; `retires`
    names, in a document's words, the debt that this one repays.
    """

    facility: str = ""
    rate: str = ""
    term_years: Decimal | None = None
    paid_in: str = ""
    in_return: str = ""
    recourse: Recourse = Recourse.UNKNOWN
    off_balance_sheet: bool | None = None
    is_aggregate: bool = False
    part_of: str | None = None
    superseded_by: str | None = None
    refinanced_by: str | None = None
    retires: tuple[str, ...] = ()
    same_obligation_as: str | None = None
    overlaps: tuple[str, ...] = ()
    tranche_of: str | None = None
    deal_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One asserted capital relationship.

    Parameters
    ----------
    parties : at least one `Role.SOURCE` and one `Role.TARGET`. Several sources share one amount
        whose split the source does not give.
    share : fraction of 0 to 1 for a stake or a customer's part of revenue; `measure` is then share.
    agreed_on : date of the agreement, event or balance sheet, as precise as the source gives it.
    known_on : publication of the evidence; ``None`` keeps the claim out of as-of answers.
    is_known_on_assumed : the source is undated; the date is the latest one we are sure of.
    is_increment : adds to an earlier agreement ("an additional $4 billion"), restates nothing.
    pattern : which reader found it, with its version: "debt_table/1".
    review : what a person said of it; a rejected claim is kept and makes no deal.
    """

    claim_id: str
    citation: Citation
    instrument: InstrumentId
    parties: tuple[PartyMention, ...]
    amount: Amount
    measure: Measure
    status: Status
    tier: SourceTier
    pattern: str
    confidence: Confidence = Confidence.CERTAIN
    share: Decimal | None = None
    agreed_on: PartialDate | None = None
    starts_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    known_on: PartialDate | None = None
    is_known_on_assumed: bool = False
    is_increment: bool = False
    verification: Verification | None = None
    terms: Terms = field(default_factory=Terms)
    note: str = ""
    review: ReviewMark | None = None

    def __post_init__(self) -> None:
        roles = {party.role for party in self.parties}
        if not {Role.SOURCE, Role.TARGET} <= roles:
            raise ValueError(f"claim {self.claim_id}: needs a source and a target, has {roles}")
        if self.share is not None and not 0 <= self.share <= 1:
            raise ValueError(f"claim {self.claim_id}: share = {self.share} is not within 0 to 1")

    @property
    def is_rejected(self) -> bool:
        """Whether a person said that the text does not say this."""
        return self.review is not None and self.review.ruling is Ruling.REJECT

    @property
    def is_proposed(self) -> bool:
        """Whether a language model read it and no person has looked at it yet."""
        return self.review is None and self.pattern.startswith(LANGUAGE_MODEL)

    def with_role(self, role: Role) -> tuple[PartyMention, ...]:
        """The parties in one role, in order."""
        return tuple(party for party in self.parties if party.role is role)
