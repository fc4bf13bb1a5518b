"""The snapshot as it would have been at the end of every month, told as differences.

Each month is an as-of world of its own (`world.known_by`), so nothing here can know what came
later. Not here: how it is drawn (`maps.timeline`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graphbuild.graph.projections import SUMMED, summed_edges
from graphbuild.maps import words
from graphbuild.maps.base import Graph
from graphbuild.maps.chronicle import Chronicle, Event, Moment, Version
from graphbuild.maps.drawing import drawn_usd
from graphbuild.maps.sums import STATES, Sum, deal_part
from graphbuild.rebuild.world import World, known_by, world_of
from graphbuild.records.period import PartialDate

MONTHS = 48
"""Months with something new that are told one by one; what came before them is told as one."""


class _Known(NamedTuple):
    """What is drawn of a flow."""

    label: str
    usd: float | None
    firmness: str
    status: str
    is_counted: bool


def chronicle(world: World) -> Chronicle:
    """Every month in which something became known, up to the snapshot's own date."""
    last = world.as_of.last_day().isoformat()[:7]
    dated = {
        claim.known_on.last_day().isoformat()[:7]
        for claim in world.contents.claims
        if claim.known_on is not None
    }
    months = sorted({month for month in dated if month < last})[-(MONTHS - 1) :]
    now = _flows(world.graph)
    since: dict[str, int] = {}
    versions: list[Version] = []
    moments: list[Moment] = []
    before: dict[str, _Known] = {}
    told: dict[str, str] = {}
    for number, month in enumerate((*months, last)):
        then = world if month == last else world_of(known_by(world.contents, PartialDate(month)))
        flows = _flows(then.graph)
        for flow_id in sorted(flows.keys() & now.keys()):
            since.setdefault(flow_id, number)
        versions += _versions(number, before, flows, now)
        titles = {d.deal_id: d.title for d in then.contents.deals}
        told_now = _deals(then.graph)
        moments.append(
            Moment(
                month=month,
                deals=len(titles),
                **_sums(then.graph),
                events=tuple(_events(titles, told, told_now)),
                lost=len(flows.keys() - now.keys()),
            )
        )
        before, told = flows, told_now
    return Chronicle(moments=tuple(moments), since=since, versions=tuple(versions))


def _flows(graph: Graph) -> dict[str, _Known]:
    return {
        key: _Known(
            words.amount(data),
            drawn_usd(data),
            data["firmness"],
            data["status"],
            data["standing"] in SUMMED,
        )
        for _, _, key, data in graph.edges(keys=True, data=True)
    }


def _versions(
    number: int,
    before: Mapping[str, _Known],
    flows: Mapping[str, _Known],
    now: Mapping[str, _Known],
) -> Iterator[Version]:
    """Flows that changed in this month, or are new and not yet what they are today."""
    for flow_id in sorted(flows.keys() & now.keys()):
        known = flows[flow_id]
        is_news = before[flow_id] != known if flow_id in before else known != now[flow_id]
        if is_news:
            yield Version(flow_id=flow_id, since=number, **known._asdict())


def _deals(graph: Graph) -> dict[str, str]:
    """What is said of each deal, by its first flow."""
    found: dict[str, str] = {}
    flows = {key: data for _, _, key, data in graph.edges(keys=True, data=True)}
    for _, data in sorted(flows.items()):
        uncounted = "" if data["standing"] in SUMMED else ", in no sum"
        found.setdefault(data["deal_id"], f"{words.amount(data)}, {data['status']}{uncounted}")
    return found


def _events(
    titles: Mapping[str, str], before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Event]:
    for deal_id in sorted(now.keys() - before.keys()):
        yield Event(deal_id=deal_id, title=titles.get(deal_id, deal_id))
    for deal_id in sorted(now.keys() & before.keys()):
        if now[deal_id] != before[deal_id]:
            said = f"{before[deal_id]} → {now[deal_id]}"
            yield Event(deal_id=deal_id, title=titles.get(deal_id, deal_id), words=said)


def _sum_words(part: Sum) -> str:
    if part.high is not None:
        return words.interval(part.low, part.high) or "nothing"
    stated = words.interval(part.low, part.sure)
    return f"{stated}, more without a figure" if stated else "no figure"


def _sums(graph: Graph) -> dict[str, Any]:
    """Every counted deal once; a consortium's whole once, whoever has how much of it."""
    deals: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for _, _, _, data in summed_edges(graph):
        deals[data["deal_id"]].append(data)
    totals = dict.fromkeys(STATES, Sum())
    for flows in deals.values():
        parts = [flows] if flows[0]["is_joint"] else [[flow] for flow in flows]
        for part in parts:
            for state in STATES:
                totals[state] = totals[state].plus(*deal_part(part, state))
    ordered = [totals[state] for state in STATES]
    return {
        "sums": tuple(_sum_words(s) for s in ordered),
        "drawn": tuple(s.sure for s in ordered),
    }
