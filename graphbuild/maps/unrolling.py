"""What changes with time as the page's script reads it: differences only, dollars at three digits.

Not here: everything else a page holds (`payload`).
"""

from collections.abc import Container, Mapping, Sequence
from typing import Any

from graphbuild.maps import packing, words
from graphbuild.maps.cascade import Bearer, Cascade, Course, Shortfall, Step
from graphbuild.maps.chronicle import Chronicle, Moment


def unrolled(
    cascade: Cascade, node_number: Mapping[str, int], flows_of: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    """The cascade in numbers of the page's rows.

    Parameters
    ----------
    node_number : number of each party on the page.
    flows_of : numbers of each deal's flows.
    """
    return {
        "story": words.clipped(cascade.story),
        "sources": [url for source in cascade.sources if (url := words.safe_url(source))],
        "notes": list(cascade.notes),
        "quarters": list(cascade.quarters),
        "shocked": [node_number[name] for name in cascade.shocked if name in node_number],
        "opening": cascade.opening,
        "steps": [_step(step, node_number, flows_of) for step in cascade.steps],
    }


def chronicled(
    told: Chronicle, edge_number: Mapping[str, int], titled: Container[str] = ()
) -> dict[str, Any]:
    """The chronicle in numbers of the page's rows; flows the page does not hold are left out.

    Parameters
    ----------
    titled : deals whose title the page has already.
    """
    versions = [
        [edge_number[v.flow_id], v.since, v.label, v.usd, v.firmness, v.status, v.is_counted]
        for v in told.versions
        if v.flow_id in edge_number
    ]
    since = [told.since.get(flow_id, len(told.moments)) for flow_id in edge_number]
    return {
        "since": since,
        "versions": versions,
        "moments": [_moment(moment, titled) for moment in told.moments],
    }


def _moment(moment: Moment, titled: Container[str]) -> dict[str, Any]:
    return {
        "month": moment.month,
        "deals": moment.deals,
        "sums": list(moment.sums),
        "drawn": [_three(value) for value in moment.drawn],
        "events": [
            [e.deal_id, "" if e.deal_id in titled else words.clipped(e.title, 160), e.words]
            for e in moment.events
        ],
        "lost": moment.lost,
    }


def _step(
    step: Step, node_number: Mapping[str, int], flows_of: Mapping[str, Sequence[int]]
) -> dict[str, Any]:
    return {
        "label": step.label,
        "words": step.words,
        "isStory": step.is_story,
        "short": [
            _short(short, node_number)
            for short in step.shortfalls
            if short.entity_id in node_number
        ],
        "unpaid": [
            [list(flows_of[unpaid.deal_id]), changes(unpaid.low, unpaid.high)]
            for unpaid in step.unpaid
            if unpaid.deal_id in flows_of
        ],
        "bearers": [_bearer(bearer, node_number, flows_of) for bearer in step.bearers],
    }


def _short(short: Shortfall, node_number: Mapping[str, int]) -> list[Any]:
    quarters = (short.better, short.worse, short.missing)
    return [
        node_number[short.entity_id],
        *(-1 if quarter is None else quarter for quarter in quarters),
        changes(short.low, short.high),
        short.through,
    ]


def _bearer(
    bearer: Bearer, node_number: Mapping[str, int], flows_of: Mapping[str, Sequence[int]]
) -> list[Any]:
    flows = flows_of.get(bearer.largest, ())
    money = (*bearer.firm, *bearer.contingent, bearer.missing)
    return [
        bearer.holder,
        node_number.get(bearer.entity_id, -1),
        *(_three(value) for value in money),
        bearer.kinds,
        flows[0] if flows else -1,
    ]


def changes(low: Course, high: Course) -> list[packing.Value]:
    """Quarter, low, high; the same again only for quarters in which one of them moves.

    >>> changes((0.0, 1.0, 1.0), (0.0, 2.0, 2.0))
    [1, 1, 2]
    """
    found: list[packing.Value] = []
    before: tuple[packing.Value, packing.Value] = (0, 0)
    for quarter, ends in enumerate(zip(low, high, strict=True)):
        now = (_three(ends[0]), _three(ends[1]))
        if now != before:
            found += [quarter, *now]
            before = now
    return found


def _three(value: float) -> packing.Value:
    """Three significant digits: what is shown, and no more bytes."""
    return packing.plain(float(f"{value:.3g}"))
