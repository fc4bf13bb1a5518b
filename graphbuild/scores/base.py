"""What every score takes and returns: anchors, options, declared columns, the `Score` record.

Not here: any formula. A score is a pure function ``run(graph, anchors, options) -> DataFrame`` with
the columns it declares, in that order, rows in a fixed order. A value that cannot be known is
``None`` with the reason beside it, never a NaN.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import networkx as nx

from graphbuild.errors import NotFoundError
from graphbuild.records.claim import Verification
from graphbuild.records.figure import Assumption, Figure, FigureKind
from graphbuild.records.period import PartialDate
from graphbuild.scores.sharing import shared

if TYPE_CHECKING:  # pandas takes half a second to load; only tables need it
    import pandas as pd

STATED = (FigureKind.AUDITED, FigureKind.REPORTED, FigureKind.PRESS)
"""Kinds that say what was, not what is hoped for or extrapolated; best first."""

_YEAR_DAYS = range(350, 381)
"""Lengths of a full fiscal year in days: 52 or 53 weeks, or a calendar year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """Sourced figures and declared assumptions, as known on one day.

    Figures that became known after `as_of`, that are undated, or whose verification is "secondary"
    are never used.
    """

    as_of: PartialDate
    figures: tuple[Figure, ...] = ()
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)

    def series(
        self,
        entity_id: str,
        metric: str,
        kinds: Sequence[FigureKind] = STATED,
        counterparty: str | None = None,
    ) -> list[Figure]:
        """Usable figures of one metric, latest period first, best kind first within a period."""
        found = [
            figure
            for figure in _by_subject(self).get((entity_id, metric), ())
            if figure.kind in kinds
            and figure.counterparty == counterparty
            and self._is_usable(figure)
        ]
        return sorted(found, key=lambda f: (-_end(f), kinds.index(f.kind), -_known(f), f.figure_id))

    def latest(
        self,
        entity_id: str,
        metric: str,
        kinds: Sequence[FigureKind] = STATED,
        counterparty: str | None = None,
    ) -> Figure | None:
        """The figure with a value for the latest period, or ``None``."""
        for figure in self.series(entity_id, metric, kinds, counterparty):
            if figure.value_usd is not None:
                return figure
        return None

    def annual_revenue(self, entity_id: str) -> Figure | None:
        """Revenue of one full year: audited, else reported full year or trailing twelve months.

        An audited year gives way to a reported one that ends a year or more later. Quarters, half
        years, run rates, press figures and estimates are never taken for a year.
        """
        kinds = (FigureKind.AUDITED, FigureKind.REPORTED)
        years = [f for f in self.series(entity_id, "revenue", kinds) if _is_full_year(f)]
        if not years:
            return None
        newest = _end(years[0])
        for figure in years:
            if figure.kind is FigureKind.AUDITED and newest - _end(figure) < _YEAR_DAYS.start:
                return figure
        return next((f for f in years if f.kind is FigureKind.REPORTED), years[0])

    def latest_year(self, entity_id: str, metric: str) -> Figure | None:
        """The latest full year of a flow, audited or reported; a loss or an outflow counts too."""
        kinds = (FigureKind.AUDITED, FigureKind.REPORTED)
        years = (f for f in self.series(entity_id, metric, kinds) if f.value_usd is not None)
        return next((figure for figure in years if days_of(figure) in _YEAR_DAYS), None)

    def run_rate(self, entity_id: str) -> Figure | None:
        """The latest annualised revenue; shown beside annual revenue, never instead of it."""
        return self.latest(entity_id, "revenue_run_rate", (FigureKind.RUN_RATE,))

    def contracted(self, entity_id: str) -> Figure | None:
        """What customers still owe in total: remaining performance obligations or backlog."""
        found = [self.latest(entity_id, metric) for metric in ("rpo", "backlog")]
        known = [figure for figure in found if figure is not None and figure.value_usd]
        return max(known, key=_end) if known else None

    def assuming(self, key: str, low: float, high: float) -> "Anchors":
        """The same with one assumption replaced by a reader's own."""
        own = Assumption(
            key=key, low=Decimal(str(low)), high=Decimal(str(high)), unit="fraction", note="given"
        )
        return replace(self, assumptions={**self.assumptions, key: own})

    def _is_usable(self, figure: Figure) -> bool:
        return (
            figure.known_on is not None
            and figure.known_on.last_day() <= self.as_of.last_day()
            and figure.period_end is not None
            and figure.verification is not Verification.SECONDARY
        )


@shared
def _by_subject(anchors: Anchors) -> dict[tuple[str, str], list[Figure]]:
    """Figures by entity and metric, in their order."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in anchors.figures:
        found.setdefault((figure.entity_id, figure.metric), []).append(figure)
    return found


def assumed(
    anchors: Anchors, key: str, default_low: float, default_high: float
) -> tuple[float, float]:
    """A declared assumption's ends, or those of the options where no row declares it."""
    row = anchors.assumptions.get(key)
    return (default_low, default_high) if row is None else (float(row.low), float(row.high))


def _end(figure: Figure) -> int:
    return figure.period_end.last_day().toordinal() if figure.period_end else 0


def _known(figure: Figure) -> int:
    return figure.known_on.last_day().toordinal() if figure.known_on else 0


def _is_full_year(figure: Figure) -> bool:
    if figure.value_usd is None or figure.value_usd <= 0:
        return False
    return days_of(figure) in _YEAR_DAYS


def days_of(figure: Figure) -> int:
    """Days of a figure's period, both ends included; 0 where an end is not known."""
    if figure.period_start is None or figure.period_end is None:
        return 0
    return (figure.period_end.last_day() - figure.period_start.first_day()).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader may choose; the defaults are those of `settings`.

    Parameters
    ----------
    to : entity_id the exposure is to.
    is_look_through : owned subsidiaries are taken together with their owners.
    is_cash_only : loops follow what is paid in cash, or in something unknown.
    base_rate_low, base_rate_high : benchmark that floating rates add to, as fractions; nobody's
        but ours, unless a row "rate.base" of the assumptions replaces them.
    unread_rate_high : highest interest taken for a debt whose rate cannot be read (the lowest is
        0); nobody's but ours, unless the high of a row "rate.unread" replaces it.
    growth_low, growth_high : yearly growth of a positive operating cash flow; nobody's but ours,
        unless a row "growth.cash_flow" replaces them.
    margin_low, margin_high : part of a seller's further contracted sales that is operating cash
        flow; nobody's but ours, unless a row "margin.contract" replaces them.
    haircut_low, haircut_high : part of a listed holding's market value that its sale costs;
        nobody's but ours, unless a row "sale.haircut" replaces them.
    revenue_growth_low, revenue_growth_high : yearly growth of revenue on the worst and the best
        path; nobody's but ours, unless a row "growth.revenue" replaces them.
    capacity_years : years after the as-of year that funding capacity looks ahead.
    """

    to: str = "openai"
    loop_length_hops: int = 6
    loop_limit: int = 2000
    exposure_length_hops: int = 4
    is_look_through: bool = True
    is_cash_only: bool = True
    base_rate_low: float = 0.03
    base_rate_high: float = 0.045
    unread_rate_high: float = 0.15
    growth_low: float = -0.10
    growth_high: float = 0.30
    margin_low: float = 0.30
    margin_high: float = 0.70
    haircut_low: float = 0.0
    haircut_high: float = 0.20
    revenue_growth_low: float = 0.0
    revenue_growth_high: float = 0.5
    capacity_years: int = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One declared column: `type` of its values, `unit`, whether ``None`` may stand in it."""

    name: str
    type: type
    unit: str
    meaning: str
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One table of numbers about a graph.

    `is_about_one` says that it answers for `Options.to`, which must then be in the graph.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    run: "Callable[[nx.MultiDiGraph[str], Anchors, Options], pd.DataFrame]"
    is_about_one: bool = False


def frame(columns: Sequence[Column], rows: Iterable[Mapping[str, Any]]) -> "pd.DataFrame":
    """A table with exactly the declared columns; text and optional columns keep ``None``.

    Raises
    ------
    ValueError
        a row lacks a column, has one too many, or holds ``None`` where none may stand.
    """
    import pandas as pd  # noqa: PLC0415  (half a second; commands without tables do not need it)

    listed = list(rows)
    names = [column.name for column in columns]
    for row in listed:
        if set(row) != set(names):
            raise ValueError(f"row has columns {sorted(set(row) ^ set(names))} too many or too few")
    data = {}
    for column in columns:
        values = [row[column.name] for row in listed]
        if not column.optional and any(value is None for value in values):
            raise ValueError(f"column {column.name}: None is not declared")
        is_plain = column.type in (int, float, bool) and not column.optional
        data[column.name] = pd.Series(values, dtype=column.type if is_plain else object)
    return pd.DataFrame(data, columns=names)


def require_node(graph: "nx.MultiDiGraph[str]", entity_id: str) -> None:
    """Check that an entity is in the graph.

    Raises
    ------
    NotFoundError
        it is not; the nearest ids are named.
    """
    if entity_id not in graph:
        near = ", ".join(difflib.get_close_matches(entity_id, sorted(graph), n=3)) or "none near"
        raise NotFoundError(f"no entity {entity_id!r} in the graph; nearest ids: {near}")
