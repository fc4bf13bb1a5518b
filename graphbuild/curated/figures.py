"""Rows of numbers -> figures, assumptions and exchange rates.

Lives here: `figure`, `assumption`, `fx_rate`. Not here: what a score does with them.
"""

from graphbuild.curated.columns import whole_units
from graphbuild.curated.schema import AssumptionRow, FigureRow, FxRow
from graphbuild.records.figure import Assumption, Figure, FxRate
from graphbuild.records.keys import content_id


def figure(row: FigureRow) -> Figure:
    """One figure in whole dollars; undated, it counts as known at the end of its period."""
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
        known_on=row.known_on or row.period_end,
        is_known_on_assumed=row.known_on is None,
        url=row.source_url,
        accession=row.accession,
        verification=row.verification,
        note=row.note,
    )


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
