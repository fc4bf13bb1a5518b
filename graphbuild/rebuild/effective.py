"""The second clock: which flows applied on a date, as far as their dates say.

Not here: what was known on a date (`world.known_by`). The two may be asked together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphbuild.rebuild.world import World
from graphbuild.records.claim import ENDED
from graphbuild.records.period import PartialDate


@dataclass(frozen=True, slots=True)
class Effective:
    """A world cut to a date, and how many of its flows are there for want of a date.

    Parameters
    ----------
    undated : flows without a start.
    open_ended : flows without an end, which is most.
    ended_later : flows of deals that ended after the date; their money is gone from all columns.
    """

    world: World
    undated: int
    open_ended: int
    ended_later: int


def effective_on(world: World, date: PartialDate) -> Effective:
    """The world's flows that applied on `date`, or may have."""
    ended = _ends(world)
    graph = world.graph.copy()
    kept = []
    for source, target, key, data in world.graph.edges(keys=True, data=True):
        if _applied(data, date, ended.get(data["deal_id"])):
            kept.append(data)
        else:
            graph.remove_edge(source, target, key)
    return Effective(
        world=replace(world, graph=graph),
        undated=sum(data["start"] is None for data in kept),
        open_ended=sum(data["end"] is None for data in kept),
        ended_later=sum(data["deal_id"] in ended for data in kept),
    )


def _ends(world: World) -> dict[str, PartialDate]:
    """When the public learnt that a deal had ended, by deal; the latest day it can have ended."""
    claims = world.claims
    found = {}
    for deal in world.contents.deals:
        if deal.status not in ENDED:
            continue
        dates = [
            claim.known_on
            for claim_id in deal.claim_ids
            if (claim := claims.get(claim_id)) and claim.status in ENDED and claim.known_on
        ]
        if dates:
            found[deal.deal_id] = min(dates, key=PartialDate.last_day)
        elif deal.terms.refinanced_by is not None and deal.period.end is not None:
            found[deal.deal_id] = deal.period.end
    return found


def _applied(data: Mapping[str, Any], date: PartialDate, ended: PartialDate | None) -> bool:
    if data["status"] in ENDED and (ended is None or ended.first_day() <= date.last_day()):
        return False
    if data["start"] is not None and PartialDate(data["start"]).first_day() > date.last_day():
        return False
    return data["end"] is None or PartialDate(data["end"]).last_day() >= date.first_day()
