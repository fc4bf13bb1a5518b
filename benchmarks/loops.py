"""Loops of up to six hops: our enumeration beside networkx, on the same graph in the same run.

    python benchmarks/loops.py [--nodes 1000] [--edges 5000] [--hops 6] [--limit 120] [--seed 1]

Prints seconds and the ratio. A peer that is stopped at the limit counts with the limit, and the
ratio is then a lower bound. Both must find the same number of loops, or the run fails.
"""

import argparse
import multiprocessing
import multiprocessing.connection
import statistics
import sys
import time

import networkx as nx

from graphbuild.scores.loops import simple_loops


def make_graph(nodes: int, edges: int, seed: int) -> "nx.DiGraph[str]":
    """A random directed graph with a fixed number of edges."""
    numbered = nx.gnm_random_graph(nodes, edges, seed=seed, directed=True)
    return nx.relabel_nodes(numbered, {node: f"n{node:06d}" for node in numbered})


def time_ours(graph: "nx.DiGraph[str]", hops: int, runs: int) -> tuple[float, int]:
    """Median seconds to list all loops as tuples of nodes, and their number."""
    successors = {node: list(graph.successors(node)) for node in graph}
    seconds, found = [], 0
    for _ in range(runs):
        start = time.perf_counter()
        found = len(list(simple_loops(successors, hops)))
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), found


def _run_peer(
    graph: "nx.DiGraph[str]", hops: int, answer: multiprocessing.connection.Connection
) -> None:
    start = time.perf_counter()
    found = sum(len(loop) > 1 for loop in nx.simple_cycles(graph, length_bound=hops))
    answer.send((time.perf_counter() - start, found))


def time_peer(graph: "nx.DiGraph[str]", hops: int, limit: float) -> tuple[float, int | None]:
    """Seconds and number of loops of networkx; the limit and ``None`` where it was stopped."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_run_peer, args=(graph, hops, sender))
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
    peer, peer_found = time_peer(graph, given.hops, given.limit)
    stopped = " (stopped)" if peer_found is None else ""
    print(f"{given.nodes} nodes, {given.edges} edges, up to {given.hops} hops: {found} loops")
    print(f"graphbuild  {ours:9.4f} s, median of {given.runs}")
    print(f"networkx    {peer:9.4f} s{stopped}, version {nx.__version__}")
    print(f"ratio       {peer / ours:9.1f}{' or more' if stopped else ''}")
    if peer_found is not None and peer_found != found:
        print(f"networkx found {peer_found} loops: the two disagree", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
