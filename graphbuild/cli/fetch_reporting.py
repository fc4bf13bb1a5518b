"""What became of a fetch, as lines, table, or JSON.

Not here: fetching (`fetching`), the report itself (`rebuild.fetch_report`).
"""

import csv
import json
import sys
from typing import Any

from graphbuild.rebuild.fetch_report import FetchReport, Outcome, State

_QUIET = frozenset({State.UNCHANGED, State.PASSED_OVER})
_COLUMNS = ("state", "entity_id", "kind", "name", "published_on", "size_bytes", "cause", "message")


def give_report(report: FetchReport, shape: str) -> None:
    """The report on standard output; its totals beside it where the form has no room for them."""
    writers = {"table": _lines, "csv": _csv, "json": _json, "jsonl": _jsonl}
    writers[shape](report)


def _lines(report: FetchReport) -> None:
    for outcome in report.outcomes:
        if outcome.state not in _QUIET:
            print(_printable(str(outcome)))
    for line in _totals(report):
        print(line)


def _printable(text: str) -> str:
    """Signs that would steer a terminal, as their codes."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def _totals(report: FetchReport) -> list[str]:
    counts = [f"{report.count(state)} {state}" for state in State if report.count(state)]
    causes = [f"{count} {cause}" for cause, count in report.causes().items()]
    lines = [", ".join(counts) or "nothing is wanted"]
    if causes:
        lines.append(f"causes: {', '.join(causes)}")
    lines.append(
        f"{report.requests} requests, {report.retries} of them again, "
        f"{report.size_bytes / 1e6:.1f} MB, {report.seconds:.1f} s"
    )
    return lines


def _row(outcome: Outcome) -> dict[str, Any]:
    return {name: getattr(outcome, name) for name in _COLUMNS}


def _csv(report: FetchReport) -> None:
    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(outcome) for outcome in report.outcomes)
    _aside(report)


def _json(report: FetchReport) -> None:
    document = {
        "outcomes": [_row(outcome) for outcome in report.outcomes],
        "counts": {state.value: report.count(state) for state in State},
        "causes": report.causes(),
        "requests": report.requests,
        "retries": report.retries,
        "size_bytes": report.size_bytes,
        "seconds": round(report.seconds, 3),
    }
    print(json.dumps(document, indent=1, ensure_ascii=False))


def _jsonl(report: FetchReport) -> None:
    for outcome in report.outcomes:
        print(json.dumps(_row(outcome), ensure_ascii=False))
    _aside(report)


def _aside(report: FetchReport) -> None:
    for line in _totals(report):
        print(f"# {line}", file=sys.stderr)
