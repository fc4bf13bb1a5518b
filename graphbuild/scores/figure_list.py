"""Anybody's own figures beside an edge list: revenue, cash, backlog and the like, as CSV.

Lives here: reading them strictly. Payments: `edge_list`. Which metrics a score asks for: the score.
"""

import csv
import io
from decimal import Decimal, InvalidOperation

from graphbuild.errors import ParseError
from graphbuild.records.figure import Figure, FigureKind
from graphbuild.records.period import PartialDate

REQUIRED = ("entity", "metric", "value", "end")
OPTIONAL = ("start",)


def read_figures(text: str, where: str) -> tuple[Figure, ...]:
    r"""All lines of a list of figures.

    Parameters
    ----------
    text : CSV with a header; columns ``entity,metric,value,end[,start]`` in any order: `end` is the
        day of a balance or the last of a flow, `start` the first of a flow. Metrics as in
        ``data/README.md``: revenue, operating_cash_flow, cash, backlog, total_debt, ...
    where : name of the file, for messages.

    Raises
    ------
    ParseError
        a missing or unknown column, a value that is no number, a date that is none; with the line.

    Examples
    --------
    >>> found = read_figures("entity,metric,value,end\nlab,cash,5,2026-06-30\n", "demo")
    >>> (found[0].entity_id, found[0].metric, str(found[0].value_usd), found[0].period)
    ('lab', 'cash', '5', '2026-06-30')
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        header = [name.strip() for name in reader.fieldnames or ()]
        if set(header) - {*REQUIRED, *OPTIONAL} or set(REQUIRED) - set(header):
            raise ParseError(
                f"{where}: the header must be {','.join(REQUIRED)}[,{','.join(OPTIONAL)}], "
                f"not {','.join(header)}"
            )
        reader.fieldnames = header
        return tuple(_figure(row, where, reader.line_num) for row in reader)
    except csv.Error as error:
        raise ParseError(f"{where}, line {reader.line_num}: no CSV: {error}") from error


def _figure(row: dict[str, str | None], where: str, line: int) -> Figure:
    if None in row or None in row.values():
        raise ParseError(f"{where}, line {line}: not as many cells as the header has columns")
    cells = {name: (value or "").strip() for name, value in row.items()}
    try:
        value = Decimal(cells["value"])
        end = PartialDate(cells["end"])
        start = PartialDate(cells["start"]) if cells.get("start") else end
    except (InvalidOperation, ValueError) as error:
        raise ParseError(f"{where}, line {line}: value or date not readable: {error}") from error
    if not value.is_finite() or not cells["entity"] or not cells["metric"]:
        raise ParseError(f"{where}, line {line}: entity, metric and a finite value are needed")
    return Figure(
        figure_id=f"{where}:{line}",
        entity_id=cells["entity"],
        metric=cells["metric"],
        kind=FigureKind.REPORTED,
        period=str(end) if start == end else f"{start} to {end}",
        period_start=start,
        period_end=end,
        value_usd=value,
        known_on=end,
    )
