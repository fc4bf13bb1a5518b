"""Loops of up to six hops: our enumeration beside networkx and rustworkx, in the same run.

    python benchmarks/loops.py [--nodes 1000] [--edges 5000] [--hops 6] [--limit 120] [--seed 1]

Ours lists every loop as a tuple of nodes with its smallest hop; the peers list nodes only.
networkx: `simple_cycles` with its length bound. rustworkx, where it is installed
(``pip install -e '.[benchmarks]'``): `all_simple_paths` back along every edge, each loop once.
Prints seconds and ratios. A peer that is stopped at the limit counts with the limit, and its ratio
is then a lower bound. All must find the same number of loops, or the run fails.
"""

import argparse
import importlib.metadata
import importlib.util
import multiprocessing
import multiprocessing.connection
import random
import statistics
import sys
import time

import networkx as nx

from graphbuild.scores.loops import simple_loops


def make_graph(nodes: int, edges: int, seed: int) -> "nx.DiGraph[str]":
    """A random directed graph with a fixed number of edges, each with an amount."""
    numbered = nx.gnm_random_graph(nodes, edges, seed=seed, directed=True)
    graph = nx.relabel_nodes(numbered, {node: f"n{node:06d}" for node in numbered})
    chance = random.Random(seed)
    for _, _, data in graph.edges(data=True):
        data["amount"] = float(chance.randint(1, 10**6))
    return graph


def time_ours(graph: "nx.DiGraph[str]", hops: int, runs: int) -> tuple[float, int]:
    """Median seconds to list all loops as tuples of nodes with their smallest hop; their number."""
    successors = {node: list(graph.successors(node)) for node in graph}
    amounts = {(a, b): data["amount"] for a, b, data in graph.edges(data=True)}
    seconds, found = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        listed = [(loop, _smallest(loop, amounts)) for loop in simple_loops(successors, hops)]
        seconds.append(time.perf_counter() - start)
        found = len(listed)
    return statistics.median(seconds), found


def _smallest(loop: tuple[str, ...], amounts: dict[tuple[str, str], float]) -> float:
    return min(amounts[pair] for pair in zip(loop, loop[1:] + loop[:1], strict=True))


def _run_networkx(graph: "nx.DiGraph[str]", hops: int) -> int:
    return sum(len(loop) > 1 for loop in nx.simple_cycles(graph, length_bound=hops))


def _run_rustworkx(graph: "nx.DiGraph[str]", hops: int) -> int:
    import rustworkx  # noqa: PLC0415 (an extra; absent without it)

    other = rustworkx.PyDiGraph(multigraph=False)
    place = dict(zip(graph, other.add_nodes_from(list(graph)), strict=True))
    other.add_edges_from_no_data([(place[a], place[b]) for a, b in graph.edges])
    found = set()
    for payer, payee in other.edge_list():
        for path in rustworkx.digraph_all_simple_paths(other, payee, payer, cutoff=hops):
            smallest = path.index(min(path))
            found.add((*path[smallest:], *path[:smallest]))
    return len(found)


PEERS = {"networkx": _run_networkx, "rustworkx": _run_rustworkx}


def _run_peer(
    name: str,
    graph: "nx.DiGraph[str]",
    hops: int,
    answer: multiprocessing.connection.Connection,
) -> None:
    start = time.perf_counter()
    found = PEERS[name](graph, hops)
    answer.send((time.perf_counter() - start, found))


def time_peer(
    name: str, graph: "nx.DiGraph[str]", hops: int, limit: float
) -> tuple[float, int | None]:
    """Seconds and number of loops of a peer; the limit and ``None`` where it was stopped."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_run_peer, args=(name, graph, hops, sender))
    process.start()
    seconds, found = receiver.recv() if receiver.poll(limit) else (limit, None)
    process.terminate()
    process.join()
    return seconds, found


def main() -> int:
    """Run, print, and fail where the two disagree."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (("nodes", 1000), ("edges", 5000), ("hops", 6), ("seed", 1), ("runs", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--limit", type=float, default=120.0, help="seconds given to networkx")
    given = parser.parse_args()
    graph = make_graph(given.nodes, given.edges, given.seed)
    ours, found = time_ours(graph, given.hops, given.runs)
    print(f"{given.nodes} nodes, {given.edges} edges, up to {given.hops} hops: {found} loops")
    print(f"graphbuild  {ours:9.4f} s, median of {given.runs}, with each loop's smallest hop")
    is_same = True
    for name in PEERS:
        if importlib.util.find_spec(name) is None:
            print(f"{name:<11} not installed")
            continue
        peer, peer_found = time_peer(name, graph, given.hops, given.limit)
        is_stopped = peer_found is None
        words = (
            f"stopped, ratio {peer / ours:.1f} or more"
            if is_stopped
            else f"ratio {peer / ours:.1f}"
        )
        print(f"{name:<11} {peer:9.4f} s, version {importlib.metadata.version(name)}, {words}")
        if not is_stopped and peer_found != found:
            print(f"{name} found {peer_found} loops: the two disagree", file=sys.stderr)
            is_same = False
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main())
