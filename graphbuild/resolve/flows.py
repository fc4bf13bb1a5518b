"""Deals -> flows: one source, one target, the money in its columns.

A consortium's total is never split: each member's flow runs from nothing to the whole and is marked
joint; the members of one deal together have the deal's amount.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from graphbuild.records.deal import Deal, Flow
from graphbuild.records.instrument import instrument
from graphbuild.records.money import Amount, Qualifier, between
from graphbuild.resolve.firmness import split_amount


def deal_flows(deal: Deal) -> Iterator[Flow]:
    """The flows of one deal, sources and targets in the deal's order."""
    split = split_amount(
        instrument(deal.instrument), deal.status, deal.measure, deal.amount, deal.states
    )
    pairs = [(source, target) for source in deal.sources for target in deal.targets]
    is_joint = len(pairs) > 1
    for source, target in pairs:
        flow = Flow(
            flow_id=_flow_id(deal, source, target),
            deal_id=deal.deal_id,
            source=source,
            target=target,
            instrument=deal.instrument,
            amount=deal.amount,
            firm=split.firm,
            contingent=split.contingent,
            headline=split.headline,
            past=split.past,
            is_joint=is_joint,
            on_behalf_of=deal.on_behalf_of,
        )
        yield _one_member(flow) if is_joint else flow


def _flow_id(deal: Deal, source: str, target: str) -> str:
    """The deal's id, with whatever end has several parties after it."""
    ends = [
        end for end, sides in ((source, deal.sources), (target, deal.targets)) if len(sides) > 1
    ]
    return ":".join((deal.deal_id, *ends))


def _one_member(flow: Flow) -> Flow:
    return replace(
        flow,
        amount=_part(flow.amount),
        firm=_part(flow.firm),
        contingent=_part(flow.contingent),
        headline=_part(flow.headline),
        past=_part(flow.past),
    )


def _part(whole: Amount) -> Amount:
    if whole.qualifier is Qualifier.UNDISCLOSED or whole.high is None:
        return replace(whole, low=None, point=None, qualifier=Qualifier.UNDISCLOSED)
    return between(Decimal(0), whole.high, currency=whole.currency)
