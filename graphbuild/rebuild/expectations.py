"""What a build must reach before anything is published: minimum counts, as curated rows.

A table that shrinks overnight is a broken source until somebody says otherwise. A workspace without
``deals.csv`` has given up the curated deals on purpose, and what is expected of them with it.
"""

from collections.abc import Iterable, Mapping

from graphbuild.curated.expectations import Expectation
from graphbuild.records.issue import Issue, Severity

_OF_DEALS = frozenset({"deals", "deals_curated", "deals_counted", "claims", "flows", "entities"})


_CLAIMS_A_ROW = 3
"""Most claims that one row makes."""


def unmet(
    expectations: Iterable[Expectation],
    counts: Mapping[str, int],
    *,
    has_deals: bool,
    refused_rows: int = 0,
) -> list[Issue]:
    """Expectations that the counts miss.

    They guard against a table that has shrunk. A row that was refused has its own issue and is
    taken as present here, so that one bad row stops nothing else.

    Parameters
    ----------
    counts : of the build, by the names the run record uses.
    has_deals : the workspace has a table of deals.
    refused_rows : rows of curated tables that an issue of severity error has cost.
    """
    found = []
    for row in expectations:
        if row.name not in counts:
            found.append(_finding(row, "nothing of that name is counted", "use another key"))
        elif counts[row.name] + _CLAIMS_A_ROW * refused_rows < row.minimum and (
            has_deals or row.name not in _OF_DEALS
        ):
            found.append(
                _finding(
                    row,
                    f"{counts[row.name]} found, at least {row.minimum} expected",
                    "restore the inputs, or lower the expectation and say why in its note",
                )
            )
    return found


def _finding(row: Expectation, message: str, advice: str) -> Issue:
    return Issue(
        stage="publish",
        severity=Severity.ERROR,
        code="expectation-missed",
        where=f"expectations.csv, {row.name}",
        message=message,
        advice=advice,
    )
