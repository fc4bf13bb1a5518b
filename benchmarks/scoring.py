"""All scores on a made-up graph, and the largest circulation beside networkx, in one run.

    python benchmarks/scoring.py [--entities 300] [--flows 3000] [--nodes 2000] [--edges 10000]
                                 [--limit 120] [--seed 1]

Prints processor seconds score by score (the null model apart; the listing of loops stops at its
limit, which is said), then seconds of the largest circulation and of networkx's network simplex
on the same graph. Both must find the same total, or the run fails. A peer that is stopped at the
limit counts with the limit, and the ratio is then a lower bound.
"""

import argparse
import multiprocessing
import multiprocessing.connection
import random
import sys
import time
from decimal import Decimal

import networkx as nx

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graphbuild.records.figure import Assumption, Figure, FigureKind
from graphbuild.records.instrument import instrument
from graphbuild.records.period import PartialDate
from graphbuild.scores import SCORES, Anchors, Options, sharing
from graphbuild.scores.circulation import largest_circulation

AS_OF = PartialDate("2026-06-30")
_EMPTY = {str: "", bool: False, int: 1, float: 0.0}
_KINDS = ("equity", "convertible", "loan", "bond", "cloud_contract", "supply_contract", "lease")
_FUNDING = frozenset(_KINDS[:4])
_COLUMNS = ("firm", "firm", "firm", "contingent", "headline")
_METRICS = ("revenue", "operating_cash_flow", "interest_expense", "capex")


def make_world(entities: int, flows: int, seed: int) -> "tuple[nx.MultiDiGraph[str], Anchors]":
    """A graph of made-up parties, with figures for half of them and open amounts in a tenth."""
    chance = random.Random(seed)
    names = ["openai", *(f"e{number:04d}" for number in range(1, entities))]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in names:
        values = {a.name: None if a.optional else _EMPTY[a.type] for a in NODE_ATTRIBUTES}
        graph.add_node(name, **(values | {"name": name, "kind": "other"}))
    for number in range(flows):
        kind = chance.choice(_KINDS)
        source, target = _ends(names, kind, chance)
        key = f"f{number:05d}"
        graph.add_edge(source, target, key=key, **_edge(key, kind, chance))
    figures = tuple(figure for name in names[: entities // 2] for figure in _figures(name, chance))
    term = Assumption(key="term.default_years", low=Decimal(5), high=Decimal(5), unit="years")
    return graph, Anchors(as_of=AS_OF, figures=figures, assumptions={term.key: term})


def _ends(names: list[str], kind: str, chance: random.Random) -> tuple[str, str]:
    """Two fifths of the parties fund, two fifths sell, a tenth of all does both."""
    tenth = len(names) // 10
    chosen = names[: 4 * tenth] if kind in _FUNDING else names[3 * tenth : 7 * tenth]
    one = chance.choice(chosen)
    other = chance.choice([name for name in names if name != one])
    return (one, other) if kind in _FUNDING else (other, one)


def _edge(key: str, kind: str, chance: random.Random) -> dict[str, object]:
    column = chance.choice(_COLUMNS)
    low = round(10 ** chance.uniform(6, 11))
    high = None if chance.random() < 0.1 else round(low * chance.uniform(1, 2))
    year = chance.randint(2023, 2027)
    values = {a.name: None if a.optional else _EMPTY[a.type] for a in EDGE_ATTRIBUTES}
    return values | {
        "deal_id": key,
        "title": key,
        "instrument": kind,
        "family": str(instrument(kind).family),
        "status": "signed",
        "firmness": column,
        "standing": "counted",
        "measure": "committed",
        "qualifier": "range",
        f"{column}_low": float(low),
        f"{column}_high": None if high is None else float(high),
        "paid_in": "cash",
        "recourse": "unknown",
        "start": f"{year}-01-01",
        "end": f"{year + chance.randint(1, 8)}-12-31",
        "tier": "filing",
        "rate": "SOFR+4.25%",
    }


def _figures(name: str, chance: random.Random) -> list[Figure]:
    values = [(metric, "2025-01-01") for metric in _METRICS] + [("cash", "2025-12-31")]
    return [
        Figure(
            figure_id=f"{name}-{metric}",
            entity_id=name,
            metric=metric,
            kind=FigureKind.REPORTED,
            period="2025",
            period_start=PartialDate(start),
            period_end=PartialDate("2025-12-31"),
            value_usd=Decimal(round(10 ** chance.uniform(8, 11))),
            known_on=PartialDate("2026-03-01"),
        )
        for metric, start in values
    ]


def time_scores(entities: int, flows: int, seed: int) -> float:
    """Processor seconds of all scores; each is printed."""
    graph, anchors = make_world(entities, flows, seed)
    options = Options()
    total = 0.0
    print(f"scores on {entities} entities and {flows} flows, processor seconds")
    SCORES[-1].run(graph, anchors, options)  # pandas is loaded before the clock starts
    largest_circulation([("a", "b", 1.0), ("b", "a", 1.0)])  # and scipy
    with sharing():
        for score in SCORES:
            start = time.process_time()
            rows = len(score.run(graph, anchors, options))
            seconds = time.process_time() - start
            total += seconds
            print(f"  {score.name:<22}{seconds:8.3f}   {rows} rows")
    print(f"  {'all':<22}{total:8.3f}   (loops listed: at most {options.loop_limit})")
    return total


def make_edges(nodes: int, edges: int, seed: int) -> list[tuple[str, str, float]]:
    """A random directed graph with whole amounts, as networkx's network simplex asks for."""
    graph = nx.gnm_random_graph(nodes, edges, seed=seed, directed=True)
    chance = random.Random(seed)
    return [(f"n{a:06d}", f"n{b:06d}", float(chance.randint(1, 10**6))) for a, b in graph.edges]


def _run_peer(
    edges: list[tuple[str, str, float]], answer: multiprocessing.connection.Connection
) -> None:
    start = time.perf_counter()
    graph = nx.DiGraph()
    for payer, payee, capacity in edges:
        graph.add_edge(payer, payee, capacity=int(capacity), weight=-1)
    found = -nx.network_simplex(graph)[0]
    answer.send((time.perf_counter() - start, found))


def time_peer(edges: list[tuple[str, str, float]], limit: float) -> tuple[float, int | None]:
    """Seconds and total of networkx; the limit and ``None`` where it was stopped."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_run_peer, args=(edges, sender))
    process.start()
    seconds, found = receiver.recv() if receiver.poll(limit) else (limit, None)
    process.terminate()
    process.join()
    return seconds, found


def compare_circulation(nodes: int, edges: int, limit: float, seed: int) -> bool:
    """Ours beside networkx on one graph; whether both agree."""
    listed = make_edges(nodes, edges, seed)
    largest_circulation(listed[:50])  # scipy is loaded before the clock starts
    start = time.perf_counter()
    ours = largest_circulation(listed, is_ranged=False).total
    seconds = time.perf_counter() - start
    theirs, found = time_peer(listed, limit)
    sign = ">=" if found is None else "  "
    print(f"largest circulation, {nodes} nodes and {edges} edges, seconds")
    print(f"  ours {seconds:.3f}   networkx network_simplex {sign} {theirs:.3f}")
    print(f"  ratio {sign} {theirs / seconds:.1f}")
    return found is None or abs(ours - found) <= 1e-6 * max(found, 1)


def main() -> int:
    """Run, print, and fail where the two disagree."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, default in (
        ("entities", 300), ("flows", 3000), ("nodes", 2000), ("edges", 10000), ("seed", 1),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--limit", type=float, default=120.0)
    given = parser.parse_args()
    time_scores(given.entities, given.flows, given.seed)
    agree = compare_circulation(given.nodes, given.edges, given.limit, given.seed)
    if not agree:
        print("the two totals differ", file=sys.stderr)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
