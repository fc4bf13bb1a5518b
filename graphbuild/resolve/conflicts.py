"""Where sources disagree about one deal: two figures, a band, or two directions.

Each conflict names what stands and what does not, and why. Figures of different measures, and
balances of different dates, do not contradict each other and are no conflicts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.document import SourceTier
from graphbuild.records.instrument import Family, instrument
from graphbuild.records.money import Amount, Measure, Qualifier
from graphbuild.records.period import PartialDate
from graphbuild.resolve.matching import is_same_figure
from graphbuild.resolve.timing import event_span

_SIZES = frozenset({Measure.HEADLINE, Measure.CEILING, Measure.COMMITTED})
_DIRECTED = frozenset({Family.EQUITY, Family.DEBT, Family.CONTINGENT, Family.REVENUE})
"""Families in which the same money running the other way is a contradiction, not an exchange."""


class ConflictKind(StrEnum):
    """What the sources disagree about."""

    FIGURE = "figure"
    BESIDE = "beside"
    BAND = "band"
    DIRECTION = "direction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side of a conflict: who to whom, how much, by whom and when."""

    deal_id: str
    claim_id: str
    source: str
    target: str
    amount: Amount
    measure: Measure
    tier: SourceTier
    known_on: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two accounts of one deal; `stands` is the one that answers use, and `why`."""

    kind: ConflictKind
    deal: Deal
    stands: Account
    other: Account
    why: str


def find_conflicts(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> tuple[Conflict, ...]:
    """All conflicts, by deal id, kind and claim."""
    deals = sorted(deals, key=lambda d: d.deal_id)
    found = [*_figures(deals, claims), *_bands(deals, claims), *_beside(deals, claims)]
    found += [*_directions(deals, claims), *_considerations(deals, claims)]
    return tuple(sorted(found, key=lambda c: (c.deal.deal_id, c.kind, c.other.claim_id)))


def _figures(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> Iterable[Conflict]:
    """Claims of one deal that state another size than the one that stands."""
    for deal in deals:
        if deal.measure not in _SIZES or not deal.amount.is_disclosed:
            continue
        lead = _lead(deal, claims)
        if lead is None:
            continue
        seen: list[Amount] = [lead.amount]
        for claim_id in deal.claim_ids:
            claim = claims.get(claim_id)
            if claim is None or claim.measure is not lead.measure or not claim.amount.is_disclosed:
                continue
            if _are_balances(lead, claim):
                continue
            if any(is_same_figure(claim.amount, amount) for amount in seen):
                continue
            seen.append(claim.amount)
            yield Conflict(
                kind=ConflictKind.FIGURE,
                deal=deal,
                stands=_account(deal, lead),
                other=_account(deal, claim),
                why=_why(deal, lead, claim),
            )


def _are_balances(left: Claim, right: Claim) -> bool:
    """Whether they are of two dates of which one is a balance sheet's: no contradiction."""
    is_dated = left.agreed_on is not None and right.agreed_on is not None
    are_events = event_span(left) is not None and event_span(right) is not None
    return is_dated and left.agreed_on != right.agreed_on and not are_events


def _bands(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> Iterable[Conflict]:
    """Curated deals whose editors keep a band because sources disagree."""
    for deal in deals:
        amount = deal.amount
        is_band = deal.is_curated and amount.qualifier is Qualifier.RANGE and not amount.is_assumed
        lead = _lead(deal, claims)
        if (
            not is_band
            or amount.point is None
            or lead is None
            or deal.standing is Standing.RESIDUAL
        ):
            continue
        for bound in dict.fromkeys((amount.low, amount.high)):
            if bound is None or bound == amount.point:
                continue
            other = Amount(low=bound, high=bound, point=bound, currency=amount.currency)
            account = _account(deal, lead)
            yield Conflict(
                kind=ConflictKind.BAND,
                deal=deal,
                stands=account,
                other=_with_amount(account, other),
                why="the editors' central figure; the band is what the row's sources span",
            )


def _beside(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> Iterable[Conflict]:
    """Documents' figures that stand beside a curated deal because they are not its own."""
    by_id = {deal.deal_id: deal for deal in deals}
    for deal in by_id.values():
        known = by_id.get(_beside_of(deal))
        lead = _lead(deal, claims)
        whole = _lead(known, claims) if known else None
        if known is None or lead is None or whole is None or not deal.amount.is_disclosed:
            continue
        yield Conflict(
            kind=ConflictKind.BESIDE,
            deal=known,
            stands=_account(known, whole),
            other=_account(deal, lead),
            why="a curated figure stands until people judge what the document's figure is",
        )


def _beside_of(deal: Deal) -> str:
    marker = "same parties and family as "
    if deal.standing is not Standing.SHOWN or marker not in deal.standing_reason:
        return ""
    return deal.standing_reason.split(marker, 1)[1].split(",", 1)[0]


def _directions(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> Iterable[Conflict]:
    """The same money between the same two, told in both directions."""
    by_ends: dict[tuple[str, str, str], list[Deal]] = defaultdict(list)
    for deal in deals:
        kind = instrument(deal.instrument).family
        if kind in _DIRECTED and len(deal.sources) == len(deal.targets) == 1:
            by_ends[deal.sources[0], deal.targets[0], kind].append(deal)
    for (source, target, family), ours in sorted(by_ends.items()):
        for theirs in by_ends.get((target, source, family), ()):
            for deal in ours:
                stands, other = _lead(deal, claims), _lead(theirs, claims)
                if stands is None or other is None or not _rank(deal) < _rank(theirs):
                    continue
                if is_same_figure(deal.amount, theirs.amount):
                    yield Conflict(
                        kind=ConflictKind.DIRECTION,
                        deal=deal,
                        stands=_account(deal, stands),
                        other=_account(theirs, other),
                        why=_why_direction(deal, theirs),
                    )


def _considerations(deals: Iterable[Deal], claims: Mapping[str, Claim]) -> Iterable[Conflict]:
    """A replaced account of the same figure in which the holder pays cash, or gets it for nothing.

    Who gives value to whom is the direction that matters: shares given to a customer as part of a
    contract run from the issuer to the holder, shares bought run the other way.
    """
    by_id = {deal.deal_id: deal for deal in deals}
    for deal in by_id.values():
        known = by_id.get(deal.terms.superseded_by or "")
        lead = _lead(deal, claims)
        whole = _lead(known, claims) if known else None
        if known is None or lead is None or whole is None:
            continue
        is_one = (deal.sources, deal.targets) == (known.sources, known.targets)
        if not is_one or not is_same_figure(deal.amount, known.amount):
            continue
        if _pays(deal) is _pays(known):
            continue
        yield Conflict(
            kind=ConflictKind.DIRECTION,
            deal=known,
            stands=_valued(_account(known, whole), known),
            other=_valued(_account(deal, lead), deal),
            why=f"the account known on {known.known_on} replaced that of {deal.known_on}: paid in "
            f"{known.terms.paid_in}, not in {deal.terms.paid_in}",
        )


def _pays(deal: Deal) -> bool:
    """Whether the source gives cash."""
    return "cash" in deal.terms.paid_in


def _valued(account: Account, deal: Deal) -> Account:
    """The account from the one who gives value to the one who gets it."""
    if _pays(deal):
        return account
    return replace(account, source=account.target, target=account.source)


def _rank(deal: Deal) -> tuple[bool, bool, int, str]:
    """Which of two accounts of one flow stands: counted, curated, better sourced."""
    return deal.standing is Standing.SHOWN, not deal.is_curated, deal.tier.rank, deal.deal_id


def _why_direction(deal: Deal, other: Deal) -> str:
    if other.standing is Standing.SHOWN and deal.standing is not Standing.SHOWN:
        return f"the other direction is shown only: {other.standing_reason}"
    if other.standing is not Standing.SHOWN:
        return "nobody has judged it: both directions enter sums"
    return "neither direction enters sums"


def _lead(deal: Deal, claims: Mapping[str, Claim]) -> Claim | None:
    """The claim whose figure stands for the deal; the first one where it was derived."""
    known = [claims[key] for key in deal.claim_ids if key in claims]
    same = [c for c in known if c.amount == deal.amount and c.measure is deal.measure]
    return min(same or known, key=lambda c: (c.tier.rank, c.claim_id), default=None)


def _why(deal: Deal, lead: Claim, other: Claim) -> str:
    if lead.terms.deal_key and not other.terms.deal_key:
        return "a curated row keeps the figure its editors chose"
    ours, theirs = lead.agreed_on or lead.known_on, other.agreed_on or other.known_on
    if ours and theirs and ours.last_day() > theirs.last_day():
        return f"the later figure: {ours} against {theirs}"
    if lead.tier.rank < other.tier.rank:
        return f"the better source: {lead.tier} against {other.tier}"
    return f"the figure of the {deal.measure} that the deal's rule takes first"


def _account(deal: Deal, claim: Claim) -> Account:
    return Account(
        deal_id=deal.deal_id,
        claim_id=claim.claim_id,
        source="+".join(deal.sources),
        target="+".join(deal.targets),
        amount=claim.amount,
        measure=claim.measure,
        tier=claim.tier,
        known_on=claim.known_on,
    )


def _with_amount(account: Account, amount: Amount) -> Account:
    return replace(account, amount=amount)
