"""Members of a round whose total one document states, each without a figure of its own.

A report names who took part and says what all gave together. The total is the members'
(decision 4): one deal with all of them, each from nothing to the whole. Left apart, every member
would be an investor of any size beside the round. Not here: consortia of curated rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import Family, instrument
from graphbuild.records.money import Measure
from graphbuild.resolve.comparison import Decision
from graphbuild.resolve.matching import Likeness, Reading
from graphbuild.resolve.registry import Registry

_MANY = "unnamed:consortium@"


def join_members(
    deals: Mapping[str, Deal], named: Mapping[str, Sequence[Reading]], registry: Registry
) -> tuple[dict[str, Deal], list[Decision]]:
    """The deals by id, where a consortium's members are in its deal, and why their claims moved.

    Parameters
    ----------
    named : each deal's readings, by its id.
    """
    joined = dict(deals)
    decisions = []
    for deal_id, whole in sorted(deals.items()):
        if not _is_total(whole):
            continue
        members = [
            other
            for _, other in sorted(joined.items())
            if _is_member(other, whole, registry) and _places(other, named) & _places(whole, named)
        ]
        if not members:
            continue
        for member in members:
            del joined[member.deal_id]
            words = f"takes part in the round of {deal_id}, whose total is told beside it"
            decisions += [
                Decision(claim_id=key, deal_id=deal_id, likeness=Likeness.JOINS, reason=words)
                for key in member.claim_ids
            ]
        joined[deal_id] = replace(
            whole,
            sources=(*sorted({side for m in members for side in m.sources}), *whole.sources),
            claim_ids=tuple(
                dict.fromkeys((*whole.claim_ids, *(key for m in members for key in m.claim_ids)))
            ),
        )
    return joined, decisions


def _is_total(deal: Deal) -> bool:
    is_many = all(side.startswith(_MANY) for side in deal.sources)
    return is_many and deal.amount.is_disclosed and deal.standing is Standing.COUNTED


def _is_member(deal: Deal, whole: Deal, registry: Registry) -> bool:
    """Whether a named party gives the same kind of money to the same at the same time."""
    family = instrument(deal.instrument).family
    is_alike = (
        deal.instrument is whole.instrument
        and deal.targets == whole.targets
        and deal.agreed_on == whole.agreed_on
        and family in (Family.EQUITY, Family.DEBT)
    )
    is_named = not any(registry.entities[side].is_group for side in deal.sources)
    is_silent = not deal.amount.is_disclosed and deal.measure is Measure.HEADLINE
    return is_alike and is_named and is_silent and deal.share is None


def _places(deal: Deal, named: Mapping[str, Sequence[Reading]]) -> set[tuple[str, str]]:
    """Documents, and of feeds their items, that tell of a deal."""
    return {
        (reading.claim.citation.document_id, reading.claim.citation.item or "")
        for reading in named.get(deal.deal_id, ())
    }
