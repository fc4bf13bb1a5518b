"""A scenario's answer as one HTML file: timeline, waterfall, tables, assumptions, sources.

Lives here: `html_report`, a pure function to text. No script, no request leaves the file. Bars are
drawn from the rows of `outcome`; nothing is computed here.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from graphbuild.contagion.outcome import (
    BOTH,
    UNKNOWN,
    Outcome,
    assumption_notes,
    failure_rows,
    holder_rows,
    loss_rows,
)

_COLOUR = {"firm": "#0072B2", "contingent": "#CC79A7"}
_SURE = {BOTH: "#D55E00", UNKNOWN: "#BBBBBB"}
_WORSE_COLOUR = "#E69F00"
_WIDTH, _ROW, _LEFT = 900, 22, 230

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:960px;margin:2em auto;padding:0 1em;color:#222}
table{border-collapse:collapse;width:100%;font-size:13px}td,th{padding:3px 8px;text-align:left;
border-bottom:1px solid #ddd;vertical-align:top}td.n{text-align:right;white-space:nowrap}
svg{width:100%;height:auto}.note{color:#555;font-size:13px}
"""


def html_report(outcome: Outcome, *, snapshot: str, as_of: str, most: int = 25) -> str:
    """The whole page; same inputs, same bytes.

    Parameters
    ----------
    snapshot, as_of : what the answer rests on, as the closing line names it.
    most : rows drawn and listed; the rest is counted.
    """
    scenario = outcome.scenario
    failures, holders = failure_rows(outcome), holder_rows(outcome)
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width,initial-scale=1'>",
        f"<title>{escape(scenario.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(scenario.title)}</h1><p>{escape(scenario.story)}</p>",
        "<p class='note'>Between two ends of every range; no forecast, no investment advice.</p>",
        "<h2>Who falls short of cash, when</h2>",
        _timeline(failures[:most], outcome.model.quarters),
        _table(failures[:most], ("quarter", "party", "certainty", "path", "clause")),
        "<h2>Who bears losses</h2>",
        _waterfall(holders[:most]),
        "<h2>Through which contracts</h2>",
        _table(
            loss_rows(outcome)[:most], ("holder", "deal_id", "kind", "path", "clause"), money=True
        ),
        "<h2>What it rests on</h2><ul class='note'>",
        *(f"<li>{escape(note)}</li>" for note in assumption_notes(outcome)),
        *(f"<li>source: {_link(url)}</li>" for url in scenario.sources),
        f"</ul><p class='note'>snapshot {escape(snapshot)} | as of {escape(as_of)}</p>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _link(url: str) -> str:
    shown = escape(url, quote=True)
    return f"<a href='{shown}'>{shown}</a>" if url.startswith("https://") else shown


def _billions(value: float) -> str:
    if value < 5e4:
        return "0"
    return f"{value / 1e9:,.1f} bn" if value >= 5e7 else f"{value / 1e6:,.1f} m"


def _table(
    rows: Sequence[Mapping[str, Any]], columns: Sequence[str], *, money: bool = False
) -> str:
    if not rows:
        return "<p>Nobody.</p>"
    heads = [*columns, *(("firm", "contingent") if money else ())]
    lines = [
        "<table><tr>",
        *(f"<th>{escape(head.replace('_', ' '))}</th>" for head in heads),
        "</tr>",
    ]
    for row in rows:
        lines.append("<tr>" + "".join(f"<td>{escape(str(row[c]))}</td>" for c in columns))
        if money:
            for column in ("firm", "contingent"):
                low, high = row[f"{column}_low"], row[f"{column}_high"]
                lines.append(f"<td class='n'>{_billions(low)} to {_billions(high)}</td>")
        lines.append("</tr>")
    return "".join([*lines, "</table>"])


def _timeline(rows: Sequence[Mapping[str, Any]], quarters: Sequence[str]) -> str:
    """One line a party, from the quarter in which it falls short to the end."""
    step = (_WIDTH - _LEFT) / len(quarters)
    height = _ROW * (len(rows) + 1) + 6
    marks = [
        f"<text x='{_LEFT + step * place:.1f}' y='14' font-size='10'>{quarter}</text>"
        for place, quarter in enumerate(quarters)
        if place % 4 == 0
    ]
    for number, row in enumerate(rows, 1):
        top = _ROW * number
        begin = _LEFT + step * quarters.index(row["quarter"])
        colour = _SURE.get(row["certainty"], _WORSE_COLOUR)
        marks.append(f"<text x='0' y='{top + 15}' font-size='12'>{escape(row['party'])}</text>")
        marks.append(
            f"<rect x='{begin:.1f}' y='{top + 4}' width='{_WIDTH - begin:.1f}' height='14' "
            f"fill='{colour}'><title>{escape(row['certainty'])}</title></rect>"
        )
    legend = f"dark: {BOTH}; light: at the worse end; grey: {UNKNOWN}"
    return _drawing(height, marks) + f"<p class='note'>{legend}</p>"


def _waterfall(rows: Sequence[Mapping[str, Any]]) -> str:
    """One bar a holder at the worse end, firm then contingent, and a mark at the better end."""
    top = max((row["firm_high"] + row["contingent_high"] for row in rows), default=0.0)
    if top <= 0:
        return "<p>Nobody, unless parties without a figure for cash have none.</p>"
    scale = (_WIDTH - _LEFT - 130) / top
    marks = []
    for number, row in enumerate(rows):
        y, x = _ROW * number, float(_LEFT)
        name = row["holder"] if len(row["holder"]) < 34 else row["holder"][:32] + "…"
        marks.append(f"<text x='0' y='{y + 15}' font-size='12'>{escape(name)}</text>")
        for column in ("firm", "contingent"):
            width = row[f"{column}_high"] * scale
            marks.append(
                f"<rect x='{x:.1f}' y='{y + 4}' width='{width:.1f}' height='14' "
                f"fill='{_COLOUR[column]}'><title>{column}</title></rect>"
            )
            x += width
        low, high = (row[f"firm_{end}"] + row[f"contingent_{end}"] for end in ("low", "high"))
        mark = _LEFT + low * scale
        marks.append(f"<path d='M{mark:.1f} {y + 2}v18' stroke='#222' stroke-width='2'/>")
        words = f"{_billions(low)} to {_billions(high)}"
        marks.append(f"<text x='{x + 6:.1f}' y='{y + 15}' font-size='11'>{words}</text>")
    note = "<p class='note'>blue: firm; pink: contingent; black mark: the better end</p>"
    return _drawing(_ROW * len(rows) + 6, marks) + note


def _drawing(height: float, marks: Sequence[str]) -> str:
    head = (
        f"<svg viewBox='0 0 {_WIDTH} {height:.0f}' role='img' xmlns='http://www.w3.org/2000/svg'>"
    )
    return head + "".join(marks) + "</svg>"
