"""Rows of numbers -> figures, assumptions and exchange rates.

Lives here: `figure`, `assumption`, `fx_rate`. Not here: what a score does with them.
"""

import datetime as dt

from graphbuild.curated.columns import whole_units
from graphbuild.curated.metrics import Metric
from graphbuild.curated.schema import AssumptionRow, FigureRow, FxRow
from graphbuild.records.figure import Assumption, Figure, FxRate
from graphbuild.records.keys import content_id
from graphbuild.records.period import PartialDate

_REPORTING_DAYS = 90
"""Days after its period by which the slowest filer reports (Form 10-K, General Instruction A)."""
_SEEN_AT_ONCE = frozenset({Metric.MARKET_CAP, Metric.VALUATION})
"""What the public sees on the day itself."""


def figure(row: FigureRow) -> Figure:
    """One figure in whole dollars.

    Undated, it counts as known when the slowest filer would have had to report it, flagged, so
    that an earlier answer never knows it too soon.
    """
    identity = (row.entity_id, row.metric, row.kind, row.period, row.counterparty or "")
    return Figure(
        figure_id=content_id("fig", *identity),
        entity_id=row.entity_id,
        metric=row.metric,
        kind=row.kind,
        period=row.period,
        period_start=row.period_start,
        period_end=row.period_end,
        value_usd=None if row.value_usd_m is None else whole_units(row.value_usd_m),
        share=row.share,
        counterparty=row.counterparty,
        known_on=row.known_on or _reported_by(row),
        is_known_on_assumed=row.known_on is None,
        url=row.source_url,
        accession=row.accession,
        verification=row.verification,
        note=row.note,
    )


def _reported_by(row: FigureRow) -> PartialDate | None:
    if row.period_end is None or row.metric in _SEEN_AT_ONCE:
        return row.period_end
    last = row.period_end.last_day() + dt.timedelta(days=_REPORTING_DAYS)
    return PartialDate(last.isoformat())


def assumption(row: AssumptionRow) -> Assumption:
    """One range with its unit, and its source if it has one."""
    return Assumption(
        key=row.key,
        low=row.low,
        high=row.high,
        unit=row.unit,
        source=row.source,
        url=row.url or "",
        as_of=row.as_of,
        note=row.note,
    )


def fx_rate(row: FxRow) -> FxRate:
    """One dated rate."""
    return FxRate(
        currency=row.currency,
        usd_per_unit=row.usd_per_unit,
        as_of=row.as_of,
        source=row.source,
        url=row.url or "",
    )
