"""Prices and macro series into dated, sourced tables; only when asked for.

One CSV a series below ``data/series``: day, value, unit, when it was known, source, and the day the
table was fetched, which is its own as-of. Written whole or not at all. Not here: what a source
sends (`sources.series`).
"""

import csv
import datetime as dt
import io
import time
from collections.abc import Iterator, Sequence

from graphbuild.curated.loading import load_curated
from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, Observe, Outcome, State, unseen
from graphbuild.rebuild.outcomes import missed_outcome
from graphbuild.rebuild.sessions import REQUESTS_PER_SECOND, open_edgar, open_web
from graphbuild.rebuild.snapshots import write_atomically
from graphbuild.settings import Settings
from graphbuild.sources import Client, EdgarApi, KeptAnswers, Manners
from graphbuild.sources.bodies import check_data
from graphbuild.sources.series import (
    MACRO,
    Observation,
    Series,
    closes,
    parse_series,
    shares_outstanding,
)
from graphbuild.workspace import Workspace

_COLUMNS = ("series_id", "day", "value", "unit", "known_on", "source_url", "as_of")


def fetch_series(
    workspace: Workspace,
    settings: Settings,
    today: dt.date,
    *,
    macro: Sequence[Series] = MACRO,
    observe: Observe | None = None,
    manners: Manners | None = None,
    requests_per_second: float = REQUESTS_PER_SECOND,
) -> FetchReport:
    """Fetch the macro series, and closes and shares outstanding of the watchlist.

    Raises
    ------
    SettingsError
        no identity is set; nothing was requested.
    """
    started = time.perf_counter()
    curated = load_curated(workspace)
    tickers = {e.entity_id: (e.ticker, e.cik) for e in curated.entities}
    watched = [row.entity_id for row in curated.watchlist if row.is_watched]
    wanted = [*macro]
    wanted += [closes(name, ticker) for name in watched if (ticker := tickers[name][0])]
    ciks = {name: cik for name in watched if (cik := tickers[name][1])}
    outcomes: list[Outcome] = []
    with (
        open_web(settings, manners, requests_per_second) as client,
        open_edgar(workspace, settings, manners) as api,
    ):
        for found in _all(workspace, client, api, wanted, ciks, today):
            outcomes.append(found)
            (observe or unseen)(len(outcomes), len(wanted) + len(ciks), str(found))
        tallies = (client.tally, api.client.tally)
    return FetchReport(
        outcomes=tuple(outcomes),
        requests=sum(tally.requests for tally in tallies),
        retries=sum(tally.retries for tally in tallies),
        size_bytes=sum(tally.bytes for tally in tallies),
        seconds=time.perf_counter() - started,
    )


def _all(
    workspace: Workspace,
    client: Client,
    api: EdgarApi,
    wanted: Sequence[Series],
    ciks: dict[str, str],
    today: dt.date,
) -> Iterator[Outcome]:
    kept = KeptAnswers(workspace.answers)
    for series in wanted:
        try:
            content, _ = kept.get(client, series.url, check=check_data)
            rows = parse_series(content, series)
        except FetchError as error:
            yield missed_outcome(series.series_id, "series", series.name, error)
            continue
        yield _write(workspace, series, rows, today)
    for entity_id, cik in ciks.items():
        series = _shares(entity_id, api.facts_url(cik))
        try:
            rows = shares_outstanding(api.company_facts(cik))
        except FetchError as error:
            yield missed_outcome(series.series_id, "series", series.name, error)
            continue
        yield _write(workspace, series, rows, today)


def _shares(entity_id: str, url: str) -> Series:
    return Series(
        series_id=f"shares-{entity_id}",
        name="Shares outstanding on the cover of its filings",
        unit="shares",
        url=url,
        column="",
    )


def _write(
    workspace: Workspace, series: Series, rows: Sequence[Observation], today: dt.date
) -> Outcome:
    """The table, unless its values are those it has already."""
    path = workspace.series / f"{series.series_id}.csv"
    values = [(str(r.day), str(r.value), str(r.known_on or "")) for r in rows]
    is_same = path.is_file() and _values(path.read_text(encoding="utf-8")) == values
    if not is_same:
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for day, value, known_on in values:
            row = (series.series_id, day, value, series.unit, known_on, series.url, str(today))
            writer.writerow(row)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, stream.getvalue())
    return Outcome(
        entity_id=series.series_id,
        kind="series",
        name=series.name,
        state=State.UNCHANGED if is_same else State.NEW,
        published_on=values[-1][0] if values else "",
        message=f"{len(values)} values",
    )


def _values(text: str) -> list[tuple[str, str, str]]:
    rows = csv.DictReader(io.StringIO(text))
    return [(r.get("day", ""), r.get("value", ""), r.get("known_on", "")) for r in rows]
