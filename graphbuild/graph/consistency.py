"""Named checks of a built graph. Each returns what it found; a strict build makes findings fatal.

Not here: whether a number is plausible (people and expectations decide that).
"""

from collections.abc import Callable, Iterator

import networkx as nx

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute
from graphbuild.records.issue import Issue, Severity

_COLUMNS = ("usd", "firm", "contingent", "headline", "past")


def check_graph(graph: "nx.MultiDiGraph[str]") -> tuple[Issue, ...]:
    """All findings of all `CHECKS`, in their order."""
    return tuple(issue for check in CHECKS for issue in check(graph))


def attributes_are_declared(graph: "nx.MultiDiGraph[str]") -> Iterator[Issue]:
    """Every node and edge carries exactly the declared attributes, of the declared types."""
    for node, data in graph.nodes(data=True):
        yield from _compare(f"node {node}", data, NODE_ATTRIBUTES)
    for _, _, key, data in graph.edges(keys=True, data=True):
        yield from _compare(f"flow {key}", data, EDGE_ATTRIBUTES)


def bounds_are_ordered(graph: "nx.MultiDiGraph[str]") -> Iterator[Issue]:
    """Low never exceeds high, in any column."""
    for _, _, key, data in graph.edges(keys=True, data=True):
        for column in _COLUMNS:
            low, high = data[f"{column}_low"], data[f"{column}_high"]
            if low is not None and high is not None and low > high:
                yield _finding("bounds-out-of-order", f"flow {key}, {column}", f"{low} > {high}")


def no_flow_to_itself(graph: "nx.MultiDiGraph[str]") -> Iterator[Issue]:
    """Nobody finances itself; a self-loop is two names resolved to one entity."""
    for source, target, key in graph.edges(keys=True):
        if source == target:
            yield _finding("self-loop", f"flow {key}", f"{source} on both ends")


def containers_are_known(graph: "nx.MultiDiGraph[str]") -> Iterator[Issue]:
    """A mirrored obligation names a deal that is in the graph."""
    deals = {data["deal_id"] for _, _, data in graph.edges(data=True)}
    for _, _, key, data in graph.edges(keys=True, data=True):
        mirrored = data["same_obligation_as"]
        if mirrored and mirrored not in deals:
            yield _finding("mirror-without-deal", f"flow {key}", f"no deal {mirrored}")


CHECKS: tuple[Callable[["nx.MultiDiGraph[str]"], Iterator[Issue]], ...] = (
    attributes_are_declared,
    bounds_are_ordered,
    no_flow_to_itself,
    containers_are_known,
)


def _compare(
    where: str, data: dict[str, object], declared: tuple[Attribute, ...]
) -> Iterator[Issue]:
    names = {attribute.name for attribute in declared}
    for extra in sorted(set(data) - names):
        yield _finding("undeclared-attribute", where, extra)
    for attribute in declared:
        if attribute.name not in data:
            yield _finding("missing-attribute", where, attribute.name)
            continue
        value = data[attribute.name]
        if value is None and attribute.optional:
            continue
        if type(value) is not attribute.type:
            yield _finding(
                "wrong-type", where, f"{attribute.name} = {value!r}, not {attribute.type.__name__}"
            )


def _finding(code: str, where: str, message: str) -> Issue:
    return Issue(
        stage="build",
        severity=Severity.ERROR,
        code=code,
        where=where,
        message=message,
        advice="report it with the snapshot's digest; the flow should not be relied on",
    )
