"""Rules between rows and between tables: names that must exist, links that must lead somewhere.

An error leaves its row out, a warning keeps it. Not here: what one row can break by itself
(`schema`, `deal_row`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graphbuild.curated.columns import Row, is_unnamed
from graphbuild.curated.deal_row import LINKS, DealRow
from graphbuild.curated.reading import RowT, nearest, row_issue
from graphbuild.curated.schema import (
    AssumptionRow,
    EntityRow,
    EventRow,
    FeedRow,
    FigureRow,
    WatchRow,
)
from graphbuild.records.instrument import INSTRUMENTS
from graphbuild.records.issue import Issue, Severity

DEFAULT_TERM_KEY = "term.default_years"

Checked = tuple[tuple[RowT, ...], tuple[Issue, ...]]


def check_entities(rows: Sequence[EntityRow]) -> Checked[EntityRow]:
    """Parents exist and do not run in a circle; no name leads to two parties."""
    parents = {row.entity_id: row.parent_id for row in rows}
    found: list[tuple[EntityRow, Issue]] = []
    for row in rows:
        if row.parent_id is not None and row.parent_id not in parents:
            found.append((row, _unknown("entities.csv", row, "parent_id", row.parent_id, parents)))
        elif _is_circular(row.entity_id, parents):
            message = f"{row.entity_id} is its own parent, by way of {row.parent_id}"
            advice = "empty parent_id in one of the rows"
            where = ("entities.csv", row.line, "parent_id", "circular-reference")
            found.append((row, row_issue(*where, message, advice)))
    kept, issues = _without(rows, found)
    return kept, (*issues, *_shared_names(kept))


def check_deals(
    rows: Sequence[DealRow], written: Collection[str], entities: Collection[str]
) -> Checked[DealRow]:
    """Parties are known; links lead to rows that were written and do not run in a circle.

    Parameters
    ----------
    written : ids of all lines of the file, readable or not: a part must not be lost, or counted
        in full, because the row that contains it has a typing error elsewhere.
    entities : known entity ids.
    """
    found: list[tuple[DealRow, Issue]] = []
    for row in rows:
        found += [(row, issue) for issue in _unknown_parties(row, entities)]
        found += [(row, issue) for issue in _dangling(row, written)]
    for column in ("part_of", "superseded_by", "refinanced_by"):
        chain = {row.deal_id: getattr(row, column) for row in rows}
        for row in rows:
            if _is_circular(row.deal_id, chain):
                message = f"{row.deal_id} leads back to itself"
                advice = f"empty {column} in one of the rows"
                where = ("deals.csv", row.line, column, "circular-reference")
                found.append((row, row_issue(*where, message, advice)))
    kept, issues = _without(rows, found)
    return kept, (*issues, *(issue for row in kept for issue in _known_too_early(row)))


def check_figures(rows: Sequence[FigureRow], entities: Collection[str]) -> Checked[FigureRow]:
    """Entities and named counterparties are known."""
    return _known_parties("fundamentals.csv", rows, ("entity_id", "counterparty"), entities)


def check_events(
    rows: Sequence[EventRow], deals: Collection[str], entities: Collection[str]
) -> Checked[EventRow]:
    """Parties are known; the deal it happened to exists."""
    kept, issues = _known_parties("events.csv", rows, ("party", "counterparty"), entities)
    found = [
        (row, _dangling_issue("events.csv", row, "deal_id", row.deal_id, deals))
        for row in kept
        if row.deal_id is not None and row.deal_id not in deals
    ]
    kept, more = _without(kept, found)
    return kept, (*issues, *more)


def check_watchlist(rows: Sequence[WatchRow], ciks: Mapping[str, str | None]) -> Checked[WatchRow]:
    """Whom we watch is known, under the same CIK.

    Parameters
    ----------
    ciks : CIK, if any, of every known entity.
    """
    kept, issues = _known_parties("watchlist.csv", rows, ("entity_id",), ciks)
    found = []
    for row in kept:
        cik = ciks[row.entity_id]
        if row.cik != cik:
            message = f"cik {row.cik or 'empty'} here, {cik or 'empty'} in entities.csv"
            advice = "correct one of them; the wrong one fetches another company's filings"
            where = ("watchlist.csv", row.line, "cik", "cik-mismatch")
            found.append((row, row_issue(*where, message, advice)))
    kept, more = _without(kept, found)
    return kept, (*issues, *more)


def check_feeds(rows: Sequence[FeedRow], entities: Collection[str]) -> Checked[FeedRow]:
    """A feed's publisher is known, if it names one."""
    return _known_parties("feeds.csv", rows, ("publisher",), entities)


def missing_assumptions(rows: Iterable[AssumptionRow]) -> tuple[Issue, ...]:
    """Keys that the instrument table or the default term needs and no row gives."""
    needed = dict.fromkeys((*(row.recovery_key for row in INSTRUMENTS), DEFAULT_TERM_KEY))
    given = {row.key for row in rows}
    return tuple(
        Issue(
            stage="curated",
            severity=Severity.ERROR,
            code="missing-assumption",
            where="assumptions.csv",
            message=f"no row with key {key!r}",
            advice="add it with low and high; leave source empty if nobody publishes one",
        )
        for key in needed
        if key not in given
    )


def _without(rows: Sequence[RowT], found: Sequence[tuple[RowT, Issue]]) -> Checked[RowT]:
    bad = {row.line for row, _ in found}
    return tuple(row for row in rows if row.line not in bad), tuple(issue for _, issue in found)


def _known_parties(
    table: str, rows: Sequence[RowT], columns: Sequence[str], entities: Collection[str]
) -> Checked[RowT]:
    found = []
    for row in rows:
        for column in columns:
            party = getattr(row, column)
            if party is not None and party not in entities and not is_unnamed(party):
                found.append((row, _unknown(table, row, column, party, entities)))
    return _without(rows, found)


def _unknown_parties(row: DealRow, entities: Collection[str]) -> list[Issue]:
    named = [("source", party) for party in row.source]
    named += [("target", party) for party in row.target]
    named += [("on_behalf_of", row.on_behalf_of)] if row.on_behalf_of else []
    return [
        _unknown("deals.csv", row, column, party, entities)
        for column, party in named
        if party not in entities and not is_unnamed(party)
    ]


def _unknown(table: str, row: Row, column: str, value: str, known: Collection[str]) -> Issue:
    message = f"no entity {value!r} in entities.csv"
    advice = nearest(value, known) or "add it to entities.csv, or write unnamed:<label>"
    return row_issue(table, row.line, column, "unknown-entity", message, advice)


def _dangling(row: DealRow, written: Collection[str]) -> list[Issue]:
    links = [(column, getattr(row, column)) for column in LINKS]
    links += [("overlaps", other) for other in row.overlaps]
    return [
        _dangling_issue("deals.csv", row, column, other, written)
        for column, other in links
        if other is not None and other not in written
    ]


def _dangling_issue(
    table: str, row: Row, column: str, value: str, written: Collection[str]
) -> Issue:
    message = f"no deal {value!r} in deals.csv"
    advice = nearest(value, written) or "name an existing deal_id, or leave it empty"
    return row_issue(table, row.line, column, "dangling-reference", message, advice)


def _is_circular(start: str, chain: Mapping[str, str | None]) -> bool:
    """Whether following the chain from `start` comes back to it."""
    seen: set[str] = set()
    here = chain.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = chain.get(here)
    return False


def _known_too_early(row: DealRow) -> list[Issue]:
    if row.source_date is None or row.announced_date is None:
        return []
    if row.source_date.last_day() >= row.announced_date.first_day():
        return []
    message = f"source_date {row.source_date} is before announced_date {row.announced_date}"
    advice = "use the day the source was published, not the day its figures are of"
    issue = row_issue("deals.csv", row.line, "source_date", "known-too-early", message, advice)
    return [replace(issue, severity=Severity.WARNING)]


def _shared_names(rows: Iterable[EntityRow]) -> list[Issue]:
    holder: dict[str, str] = {}
    issues = []
    for row in rows:
        for name in dict.fromkeys(word.casefold() for word in (row.name, *row.aliases)):
            first = holder.setdefault(name, row.entity_id)
            if first != row.entity_id:
                message = f"{name!r} also leads to {first}"
                advice = "keep the alias in one of the two rows"
                issue = row_issue(
                    "entities.csv", row.line, "aliases", "shared-alias", message, advice
                )
                issues.append(replace(issue, severity=Severity.WARNING))
    return issues
