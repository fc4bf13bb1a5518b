"""Simple loops up to a length, and nothing about what flows through them.

A loop visits no node twice; it is written from its smallest node. Not here: contracts, money,
dates (`circularity`).
"""

from collections.abc import Collection, Iterator, Mapping

import networkx as nx


def simple_loops(
    successors: Mapping[str, Collection[str]], length_bound: int
) -> Iterator[tuple[str, ...]]:
    """All simple loops of at least 2 and at most `length_bound` nodes.

    Each is found once, from its smallest node, by depth-first search among larger nodes; a
    breadth-first search backwards from the start, half as deep, cuts branches that cannot
    return in time. Starts and branches go in sorted order, so that the same graph gives the
    same list.

    Parameters
    ----------
    successors : node -> nodes it points to; parallel edges collapsed; self-loops are ignored.

    Notes
    -----
    With average degree d a start costs about d^(K/2) steps back and d^(K/2) forward, beyond the
    loops found, whatever the size of the graph. Compare Johnson (1975), doi:10.1137/0204007,
    and with a bound Gupta and Suzumura (2021), arXiv:2105.10094.

    Examples
    --------
    >>> list(simple_loops({"a": "b", "b": "ca", "c": "a"}, 3))
    [('a', 'b'), ('a', 'b', 'c')]
    >>> list(simple_loops({"a": "b", "b": "ca", "c": "a"}, 2))
    [('a', 'b')]
    """
    if length_bound < 2:
        return
    forward, names = _inside_components(successors)
    backward: list[list[int]] = [[] for _ in names]
    for node, following in enumerate(forward):
        for other in following:
            backward[other].append(node)
    horizon = (length_bound + 1) // 2
    for start in range(len(names)):
        steps = _steps_back(start, backward, horizon)
        for loop in _loops_from(start, forward, steps, length_bound, horizon):
            yield tuple(names[node] for node in loop)


def _inside_components(
    successors: Mapping[str, Collection[str]],
) -> tuple[list[list[int]], list[str]]:
    """Nodes numbered in sorted order, with the edges that lie inside a strong component."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((node, other) for node in successors for other in successors[node])
    component: dict[str, int] = {}
    for number, members in enumerate(nx.strongly_connected_components(graph)):
        component |= dict.fromkeys(members, number)
    names = sorted(graph)
    number_of = {name: number for number, name in enumerate(names)}
    forward = [
        sorted(
            number_of[other]
            for other in graph.successors(name)
            if other != name and component[other] == component[name]
        )
        for name in names
    ]
    return forward, names


def _steps_back(start: int, backward: list[list[int]], horizon: int) -> dict[int, int]:
    """Fewest steps to `start` through larger nodes, as far as `horizon`."""
    steps = {start: 0}
    level = [start]
    for distance in range(1, horizon + 1):
        reached = []
        for node in level:
            for other in backward[node]:
                if other > start and other not in steps:
                    steps[other] = distance
                    reached.append(other)
        level = reached
    return steps


def _loops_from(
    start: int,
    forward: list[list[int]],
    steps: dict[int, int],
    length_bound: int,
    horizon: int,
) -> Iterator[list[int]]:
    if len(steps) == 1:
        return
    path = [start]
    on_path = {start}
    branches = [iter(forward[start])]
    far = horizon + 1
    while branches:
        remaining = length_bound - len(path)
        for node in branches[-1]:
            if node == start:
                yield path
            elif node > start and node not in on_path and (steps.get(node, far) <= remaining):
                path.append(node)
                on_path.add(node)
                branches.append(iter(forward[node]))
                break
        else:
            branches.pop()
            on_path.discard(path.pop())
