"""What is agreed and what flows: deals reconciled from claims, and the flows they break into.

A `Deal` has any number of parties; a `Flow` has one source, one target, one instrument. Edges of
the graph are flows; who pays, who owes and who owns are projections of them.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from graphbuild.records.claim import Status, Terms, Verification
from graphbuild.records.document import SourceTier
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure
from graphbuild.records.period import PartialDate, Period


class Firmness(StrEnum):
    """How binding the money is: the three columns of every answer.

    FIRM: signed or funded, and committed, drawn, outstanding or paid. CONTINGENT: an undrawn
    ceiling, a guarantee, a warrant, an option, a condition not met. HEADLINE: announced or
    rumoured, or of unknown state. PAST: recognised already, or a position's market value; not
    money to come.
    """

    FIRM = "firm"
    CONTINGENT = "contingent"
    HEADLINE = "headline"
    PAST = "past"


class Standing(StrEnum):
    """Whether a deal enters sums.

    COUNTED: yes. RESIDUAL: an aggregate counted only for what its parts do not explain.
    SHOWN: displayed with its reason, never added (contained, replaced, mirrored, unverified or
    ended).
    """

    COUNTED = "counted"
    RESIDUAL = "residual"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One dated figure of a deal: money of one measure, as one claim gives it.

    Of a curated deal only its own rows decide its money (`is_deciding`); what documents add is
    history, since their figure may be a part of it.
    """

    measure: Measure
    amount: Amount
    as_of: PartialDate | None
    claim_id: str
    is_deciding: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """An agreement between parties, reconciled from at least one claim.

    Parameters
    ----------
    sources, targets : entity ids; several sources share `amount`.
    amount, measure : the figure that stands for the deal; all figures are in `states`.
    standing, standing_reason : whether and why it enters sums.
    tier : of the best evidence; `evidence_count` counts documents that tell of it on their own
        account, not files, claims or relays.
    relays : claims that only repeat another's story, each with the claim it repeats.
    """

    deal_id: str
    title: str
    instrument: InstrumentId
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    on_behalf_of: str | None
    amount: Amount
    measure: Measure
    states: tuple[State, ...]
    status: Status
    firmness: Firmness
    standing: Standing
    standing_reason: str
    period: Period
    agreed_on: PartialDate | None
    known_on: PartialDate | None
    tier: SourceTier
    verification: Verification | None
    claim_ids: tuple[str, ...]
    evidence_count: int
    share: str | None = None
    terms: Terms = field(default_factory=Terms)
    note: str = ""
    is_curated: bool = False
    is_confirmed: bool = False
    relays: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One payer, one payee, one instrument of a deal.

    `is_joint` marks one member of a consortium: its amount is the interval from nothing to the
    whole, and the members of `deal_id` together have `joint_total`.
    """

    flow_id: str
    deal_id: str
    source: str
    target: str
    instrument: InstrumentId
    amount: Amount
    firm: Amount
    contingent: Amount
    headline: Amount
    past: Amount
    is_joint: bool = False
    on_behalf_of: str | None = None
