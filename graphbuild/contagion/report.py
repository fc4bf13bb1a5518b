"""A scenario's answer as one HTML file: timeline, waterfall, tables, assumptions, sources.

Lives here: `html_report`, a pure function to text, and the geometry of its bars. No script; style
is allowed by its hash alone and no request leaves the file. Bars are drawn from the rows of
`outcome`; nothing is computed here.
"""

from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, NamedTuple

import jinja2
from markupsafe import Markup

from graphbuild.contagion.outcome import (
    UNKNOWN,
    Outcome,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
    waterfall_rows,
)
from graphbuild.maps.page import content_policy

_WIDE = 1000.0
"""Width of a bar's own coordinates; the page stretches it."""


class Bar(NamedTuple):
    """A rectangle in a row: where it begins and how wide it is, of `_WIDE`; its style and title."""

    x: float
    width: float
    kind: str
    title: str


def html_report(
    outcome: Outcome,
    *,
    snapshot: str,
    as_of: str,
    most: int = 25,
    drivers: Sequence[Mapping[str, Any]] = (),
) -> str:
    """The whole page; same inputs, same bytes.

    Parameters
    ----------
    snapshot, as_of : what the answer rests on, as the closing line names it.
    most : rows drawn and listed; the rest is counted.
    drivers : rows of `ensemble.tornado_rows`; the first ten are drawn.
    """
    style = _template("report.css")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("graphbuild.contagion"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["money"] = money
    environment.filters["span"] = lambda ends: span(*ends)
    failures, holders, contracts = (
        make(outcome) for make in (failure_rows, holder_rows, loss_rows)
    )
    sure = [row for row in failures if row["certainty"] != UNKNOWN]
    return environment.get_template(
        "report.html"
    ).render(
        policy=content_policy(scripts=(), styles=(style,)),
        style=Markup(style),  # noqa: S704 - our own file
        scenario=outcome.scenario,
        shocks=[shock.words for shock in outcome.scenario.shocks],
        name=outcome.model.name,
        names=lambda holder: " + ".join(map(outcome.model.name, holder.split(" + "))),
        drivers=_swings(drivers[:10]),
        quarters=outcome.model.quarters,
        sure=[{**row, "bars": _since(row, outcome.model.quarters)} for row in sure[:most]],
        unsure=[row for row in failures if row["certainty"] == UNKNOWN],
        flow=[_flow(row) for row in waterfall_rows(outcome)],
        holders=_with_bars(holders[:most]),
        contracts=contracts[:most],
        left_out={
            "failures": max(len(sure) - most, 0),
            "holders": max(len(holders) - most, 0),
            "contracts": max(len(contracts) - most, 0),
        },
        notes=assumption_notes(outcome),
        snapshot=snapshot,
        as_of=as_of,
    )


def _template(name: str) -> str:
    folder = resources.files("graphbuild.contagion").joinpath("templates")
    return folder.joinpath(name).read_text(encoding="utf-8")


def money(value: float) -> str:
    """Dollars for people: "6.5 bn", "350 m"; less than 50,000 is nothing."""
    if value < 5e4:
        return "0"
    if value >= 5e7:
        return f"{value / 1e9:,.0f} bn" if value >= 9.95e10 else f"{value / 1e9:,.1f} bn"
    return f"{value / 1e6:,.1f} m"


def span(low: float, high: float) -> str:
    """An interval of dollars for people."""
    left, right = money(low), money(high)
    if left == right:
        return left
    return f"up to {right}" if left == "0" else f"{left} to {right}"


def _since(row: Mapping[str, Any], quarters: Sequence[str]) -> list[Bar]:
    """From the quarter in which a party falls short to the end; the surest on top."""
    step, bars = _WIDE / len(quarters), []
    ends = (("quarter", "worse"), ("quarter_middle", "middle"), ("quarter_better", "better"))
    for key, kind in ends:
        if row[key] is not None:
            x = step * quarters.index(row[key])
            bars.append(Bar(x, _WIDE - x, kind, f"{kind} end: from {row[key]}"))
    return bars


_PARTS = {
    "paid": "paid",
    "again": "earned elsewhere or saved",
    "called": "made good by guarantors",
    "lost": "lost",
}


def _flow(row: Mapping[str, Any]) -> dict[str, Any]:
    """The planned money of one end as bars side by side."""
    bars, x = [], 0.0
    for key, words in _PARTS.items():
        width = _WIDE * max(row[key], 0.0) / row["planned"] if row["planned"] else 0.0
        bars.append(Bar(x, width, key, f"{words}: {money(row[key])}"))
        x += width
    return {**row, "bars": bars}


def _swings(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Loss from one input's better to its worse end, all others in the middle."""
    top = max((max(row["loss_worse"], row["loss_better"]) for row in rows), default=0.0)
    found = []
    for row in rows:
        low, high = sorted((row["loss_better"], row["loss_worse"]))
        scale = _WIDE / top if top > 0 else 0.0
        bar = Bar(low * scale, (high - low) * scale, "swing", f"{money(low)} to {money(high)}")
        found.append({**row, "ends": (low, high), "bars": [bar]})
    return found


def _with_bars(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Each holder's range at a common scale: firm and contingent one below the other."""
    tops = [row[f"{c}_high"] for row in rows for c in ("firm", "contingent")]
    scale = _WIDE / top if (top := max(tops, default=0.0)) > 0 else 0.0
    found = []
    for row in rows:
        lines = []
        for column in ("firm", "contingent"):
            low, middle, high = (row[f"{column}_{end}"] for end in ("low", "middle", "high"))
            if money(high) == "0":
                continue
            bars = [
                Bar(0.0, low * scale, column, f"{column}, better end: {money(low)}"),
                Bar(low * scale, (high - low) * scale, f"{column} open", f"to {money(high)}"),
                Bar(max(middle * scale - 2, 0.0), 4.0, "mark", f"middle: {money(middle)}"),
            ]
            lines.append({"column": column, "ends": (low, high), "middle": middle, "bars": bars})
        found.append({**row, "lines": lines})
    return found
