"""Seconds to a still, usable picture, frames while dragging, size: our page against pyvis's own.

Run: ``python benchmarks/maps.py [--limit 60] [--repeats 3]``. Needs playwright and a Chromium at
/usr/bin/chromium. Both pages are opened from files in the same browser in the same run, with all
requests to the outside refused (pyvis's own page makes some). Ours counts as usable when its first
picture is drawn and the controls answer; pyvis's when its physics has come to rest. A page that is
not at rest at the limit counts with the limit as a lower bound. Frames are counted for a second in
which every frame moves the whole picture, as a dragging hand does.

The graph is scale-free and the same for the same size: new parties attach to large ones.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graphbuild.maps import PageFacts, render
from graphbuild.records.instrument import INSTRUMENTS

SIZES = ((28, 77), (300, 900), (500, 3000), (2000, 4300))
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
KINDS = ("bank", "chipmaker", "spv", "host", "hyperscaler", "neocloud", "ai_lab", "vc", "other")
DRAG = """new Promise((done) => {
  const began = performance.now(), from = network.getViewPosition();
  let frames = 0;
  const step = () => {
    frames += 1;
    network.moveTo({ position: { x: from.x + 40 * Math.sin(frames), y: from.y } });
    const passed = performance.now() - began;
    if (passed < 1000) requestAnimationFrame(step); else done(frames * 1000 / passed);
  };
  requestAnimationFrame(step);
})"""
EMPTY: dict[type, Any] = {str: "", bool: False, int: 1, float: 0.0}


def main() -> None:
    """Print one line a size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--limit", type=float, default=60.0, help="seconds for one page")
    arguments.add_argument("--repeats", type=int, default=3, help="best of so many, ours only")
    given = arguments.parse_args()
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing
    except ImportError:
        sys.exit("playwright is not installed: pip install playwright")
    if not Path(CHROMIUM).is_file():
        sys.exit(f"no browser at {CHROMIUM}")
    print("parties flows | ours: build s, usable s, frames/s, MB | pyvis: the same")
    with sync_playwright() as running, tempfile.TemporaryDirectory() as folder:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for parties, flows in SIZES:
            graph = scale_free(parties, flows)
            ours = measured(
                lambda g=graph: ours_page(g),
                browser,
                folder,
                usable_seconds,
                given.repeats,
                given.limit,
            )
            peer = measured(
                lambda g=graph: pyvis_page(g), browser, folder, still_seconds, 1, given.limit
            )
            print(f"{parties:7} {flows:5} | {ours} | {peer}", flush=True)
        browser.close()


def measured(
    make: Callable[[], str],
    browser: Any,
    folder: str,
    wait: Callable[[Any, float], float],
    repeats: int,
    limit: float,
) -> str:
    """Build once, open `repeats` times, the best time."""
    began = time.perf_counter()
    text = make()
    built = time.perf_counter() - began
    path = Path(folder) / "page.html"
    path.write_text(text, encoding="utf-8")
    found = [opened(browser, path, wait, limit) for _ in range(repeats)]
    seconds, frames = min(s for s, _ in found), max(f for _, f in found)
    bound = ">" if seconds >= limit else ""
    size = len(text.encode()) / 1e6
    return f"{built:5.2f} {bound}{seconds:5.2f} {frames:4.1f} {size:5.2f}"


def opened(
    browser: Any, path: Path, wait: Callable[[Any, float], float], limit: float
) -> tuple[float, float]:
    """Seconds from asking for the file until `wait` is content, at most `limit`; then frames."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.route(lambda url: not url.startswith("file:"), lambda route: route.abort())
    page.set_default_timeout(limit * 1000)
    try:
        page.goto(path.as_uri(), wait_until="commit")
        seconds = wait(page, limit)
        return seconds, float(page.evaluate(DRAG))
    except Exception as error:  # the library's own classes are imported late
        if "Timeout" not in type(error).__name__:
            raise
        return limit, 0.0
    finally:
        page.close()


def usable_seconds(page: Any, limit: float) -> float:
    """When our page marked its first picture as drawn."""
    page.wait_for_selector("body[data-ready]", state="attached")
    mark = page.evaluate("performance.getEntriesByName('usable')[0].startTime")
    return min(float(mark) / 1000, limit)


def still_seconds(page: Any, limit: float) -> float:
    """Until pyvis's physics is at rest."""
    at_rest = "typeof network === 'object' && Boolean(network.physics.stabilized)"
    began = time.perf_counter()
    while time.perf_counter() - began < limit:
        if page.evaluate(at_rest):
            return min(float(page.evaluate("performance.now()")) / 1000, limit)
        time.sleep(0.02)
    return limit


def ours_page(graph: "nx.MultiDiGraph[str]") -> str:
    """Our page with every party in it."""
    facts = PageFacts(
        title="Benchmark",
        digest="0" * 12,
        as_of="2026-01-01",
        anchor_id="party-0000",
        revenue_usd=13e9,
        map_nodes=graph.number_of_nodes(),
    )
    return render("overview", graph, {}, facts)


def pyvis_page(graph: "nx.MultiDiGraph[str]") -> str:
    """What pyvis writes by default, with its scripts inside and the words we show as titles."""
    from pyvis.network import Network  # noqa: PLC0415 - its import counts as its building

    network = Network(directed=True, cdn_resources="in_line")
    for name, data in graph.nodes(data=True):
        network.add_node(name, label=data["name"], title=data["kind"])
    for source, target, data in graph.edges(data=True):
        network.add_edge(source, target, title=data["title"])
    page: str = network.generate_html()
    return page


def scale_free(parties: int, flows: int, seed: int = 1) -> "nx.MultiDiGraph[str]":
    """A graph with every declared attribute in which large parties attract flows."""
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = [f"party-{i:04}" for i in range(parties)]
    for i, name in enumerate(names):
        node = {a.name: None if a.optional else EMPTY[a.type] for a in NODE_ATTRIBUTES}
        kind = KINDS[i % len(KINDS)]
        graph.add_node(name, **{**node, "name": f"Party {i} Holdings, Inc.", "kind": kind})
    for key, source, target, data in _flows(names, flows, chance):
        graph.add_edge(source, target, key=key, **data)
    return graph


def _flows(
    names: list[str], flows: int, chance: random.Random
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    ends = names[:4]
    for i in range(flows):
        source, target = names[i % len(names)], chance.choice(ends)
        if source == target:
            target = next(name for name in names if name != source)
        ends += [source, target]
        if chance.random() < 0.5:
            source, target = target, source
        row = chance.choice(INSTRUMENTS)
        usd = round(10 ** chance.uniform(6.5, 11), -5)
        firmness = chance.choice(("firm", "firm", "contingent", "headline"))
        data = {a.name: None if a.optional else EMPTY[a.type] for a in EDGE_ATTRIBUTES}
        data |= {
            "deal_id": f"flow-{i:05}", "title": f"{row.label} number {i}", "firmness": firmness,
            "instrument": str(row.instrument_id), "family": str(row.family), "status": "signed",
            "standing": "counted", "measure": "committed", "qualifier": "exact", "paid_in": "cash",
            "usd_low": usd, "usd_point": usd, "usd_high": usd, "recourse": "unknown",
            "firm_high": 0.0, "contingent_high": 0.0, "headline_high": 0.0, "past_high": 0.0,
            f"{firmness}_low": usd, f"{firmness}_high": usd, "tier": "filing",
            "known_on": f"2026-{1 + i % 12:02}-{1 + i % 28:02}",
            "agreed_on": f"2025-{1 + i % 12:02}",
            "in_return": "computing capacity, interest or shares",
            "url": f"https://www.sec.gov/Archives/edgar/data/{1000000 + i}/{i:018}/document.htm",
        }  # fmt: skip
        yield f"flow-{i:05}", source, target, data


if __name__ == "__main__":
    main()
