"""Deals that only documents tell of: groups of claims, relays taken in, doubts shown.

Not here: deals of curated rows (`reconcile`), which claims belong together (`grouping`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.document import SourceTier
from graphbuild.records.issue import Issue
from graphbuild.resolve.comparison import Decision
from graphbuild.resolve.consortia import join_members
from graphbuild.resolve.deals import deal_from_readings
from graphbuild.resolve.grouping import group_ids, group_readings
from graphbuild.resolve.matching import Likeness, Reading, is_same_figure
from graphbuild.resolve.merging import Group, Question
from graphbuild.resolve.misspelling import misspelt
from graphbuild.resolve.one_sale import held_elsewhere
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.relations import bare_relations
from graphbuild.resolve.restating import contained, issued, restated
from graphbuild.resolve.revisions import revised
from graphbuild.resolve.rounding import is_thousandfold, likelier_slip
from graphbuild.resolve.share_sales import inside_years
from graphbuild.resolve.told_totals import inside_totals


@dataclass(frozen=True, slots=True)
class Made:
    """Deals of documents, why claims joined them, what people should decide or know."""

    deals: tuple[Deal, ...]
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    issues: tuple[Issue, ...]


def document_deals(loose: Sequence[Reading], beside: Mapping[str, str], registry: Registry) -> Made:
    """The deals of readings that belong to no curated deal.

    Parameters
    ----------
    beside : reason why a claim is shown beside a curated deal and not counted, by claim id.
    """
    grouped = group_readings(loose, registry)
    groups, questions = grouped.groups, grouped.questions
    named, decisions = _with_relays(dict(zip(group_ids(groups), groups, strict=True)), registry)
    deals = {}
    for deal_id, readings in sorted(named.items()):
        deal = deal_from_readings(deal_id, readings, (), registry, is_curated=False)
        ids = [reading.claim.claim_id for reading in readings]
        reason = next((beside[key] for key in ids if key in beside), "")
        if not reason and all(r.claim.tier is SourceTier.UNNAMED for r in readings):
            reason = "only an unnamed source says so"
        deals[deal_id] = _shown(deal, reason) if reason else deal
    deals, took_part = join_members(deals, named, registry)
    decisions = _once([*decisions, *took_part])
    for deal_id, reason in (
        *restated(deals.values(), registry),
        *contained(deals.values(), registry),
        *issued(deals.values(), registry),
    ):
        if deals[deal_id].standing is Standing.COUNTED:
            deals[deal_id] = _shown(deals[deal_id], reason)
    for deal_id, other, reason in _doubted(deals, questions):
        if all(deals[key].standing is Standing.COUNTED for key in (deal_id, other)):
            deals[deal_id] = _shown(deals[deal_id], f"may be {other}: {reason}")
    for deal_id, reason in misspelt(deals, named, registry):
        deals[deal_id] = _shown(deals[deal_id], reason)
    for deal_id, reason in (
        *held_elsewhere(deals, named, registry),
        *inside_totals(deals, named, registry),
        *inside_years(deals, named, registry),
        *revised(deals, named, registry),
        *bare_relations(deals.values(), registry),
    ):
        deals[deal_id] = _shown(deals[deal_id], reason)
    in_use = [decision for decision in decisions if decision.claim_id not in beside]
    return Made(tuple(deals.values()), tuple(in_use), questions, grouped.issues)


def _doubted(
    deals: Mapping[str, Deal], questions: Sequence[Question]
) -> list[tuple[str, str, str]]:
    """Of two deals of one figure that may be one: which is not to be added, which is, and why.

    The worse sourced is not added; nor is a later figure that may belong to several deals. Where
    the other one is itself not added, both doubts would lose the money, and the first one stands.
    """
    holder = {claim_id: deal for deal in deals.values() for claim_id in deal.claim_ids}
    found = []
    for question in questions:
        if not question.is_to_be_shown:
            continue
        pair = [holder[question.left], holder[question.right]]
        if question.points and is_thousandfold(pair[0].amount, pair[1].amount):
            slip = likelier_slip(pair[0], pair[1])
            pair.sort(key=lambda deal: deal.deal_id == slip.deal_id)
        elif question.points:
            pair.sort(key=_trust)
        else:
            pair.reverse()  # the left one is the later figure, of which nobody knows whose it is
        if pair[0].deal_id != pair[1].deal_id:
            found.append((pair[1].deal_id, pair[0].deal_id, question.reason))
    return found


def _trust(deal: Deal) -> tuple[int, int, str, str]:
    known = str(deal.known_on.last_day()) if deal.known_on else "9999"
    return deal.tier.rank, -deal.evidence_count, known, deal.deal_id


def _shown(deal: Deal, reason: str) -> Deal:
    return replace(deal, standing=Standing.SHOWN, standing_reason=reason)


def _with_relays(
    groups: Mapping[str, Group], registry: Registry
) -> tuple[dict[str, list[Reading]], list[Decision]]:
    """The groups, where one that names one side only joins the one that names both.

    They must share the named side, the instrument, the obligor and the figure; where two would do,
    it stays alone.
    """
    named: dict[str, list[Reading]] = {}
    half: dict[str, list[Reading]] = {}
    decisions = []
    for deal_id, group in sorted(groups.items()):
        first = group.readings[0]
        is_named = not any(
            registry.entities[side].is_group for side in (*first.sources, *first.targets)
        )
        (named if is_named else half)[deal_id] = list(group.readings)
        decisions += [_joined(key, deal_id, words) for key, words in group.reasons.items()]
    hosts_of = _by_end(named)
    for deal_id, readings in sorted(half.items()):
        first = readings[0]
        ends = {("s", side) for side in first.sources} | {("t", side) for side in first.targets}
        near = sorted({host for end in ends for host in hosts_of.get(end, ())})
        hosts = [host for host in near if _is_relay(first, named[host][0])]
        if len(hosts) != 1:
            named[deal_id] = readings
            continue
        named[hosts[0]] += readings
        for reading in readings:
            words = "a relay that withholds one side: same other side and figure"
            decisions.append(_joined(reading.claim.claim_id, hosts[0], words))
    return named, _once(decisions)


def _by_end(named: Mapping[str, Sequence[Reading]]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for deal_id, readings in sorted(named.items()):
        first = readings[0]
        for end in (*(("s", x) for x in first.sources), *(("t", x) for x in first.targets)):
            found.setdefault(end, []).append(deal_id)
    return found


def _joined(claim_id: str, deal_id: str, reason: str) -> Decision:
    return Decision(claim_id=claim_id, deal_id=deal_id, likeness=Likeness.JOINS, reason=reason)


def _once(decisions: Sequence[Decision]) -> list[Decision]:
    """One decision a claim; the last, which is the one that placed it."""
    return list({decision.claim_id: decision for decision in decisions}.values())


def _is_relay(half: Reading, whole: Reading) -> bool:
    left, right = half.claim, whole.claim
    shares_an_end = set(half.sources) & set(whole.sources) or set(half.targets) & set(whole.targets)
    same_obligor = not half.obligor or not whole.obligor or half.obligor == whole.obligor
    return bool(
        left.instrument is right.instrument
        and left.measure is right.measure
        and left.share is None
        and shares_an_end
        and same_obligor
        and is_same_figure(left.amount, right.amount)
        and left.citation.document_id != right.citation.document_id
    )
