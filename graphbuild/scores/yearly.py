"""A flow of a company as one year's money: a full year, or a part of one made annual.

Lives here: which figure stands for a year. Never used for revenue, where a run rate is not revenue
(`base.Anchors.annual_revenue`).
"""

from dataclasses import dataclass

from graphbuild.records.figure import Figure
from graphbuild.scores.base import Anchors, days_of

_YEAR = 365.25
_SHORTEST = 80
"""Days a period needs before it may stand for a year: a quarter."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """USD a year; `basis` says from which figure, `is_annualised` whether it was scaled."""

    value: float
    basis: str
    is_annualised: bool


def full_year(anchors: Anchors, entity_id: str, metric: str) -> Yearly | None:
    """The latest full year of a flow."""
    figure = anchors.latest_year(entity_id, metric)
    if figure is None or figure.value_usd is None:
        return None
    return Yearly(float(figure.value_usd), f"{figure.period} ({figure.kind})", False)


def newest_year(anchors: Anchors, entity_id: str, metric: str) -> Yearly | None:
    """The newest figure of a flow, made annual where it is of a part of a year.

    Of figures that end on the same day the longest is taken. Seasons and growth within the year are
    not known, so a part made annual is a reading, not a forecast.
    """
    figures = [
        figure
        for figure in anchors.series(entity_id, metric)
        if figure.value_usd is not None and days_of(figure) >= _SHORTEST
    ]
    if not figures:
        return None
    newest = max(figures, key=lambda f: (_ends(f), days_of(f)))
    days = days_of(newest)
    is_part = days < _YEAR - 20
    factor = _YEAR / days if is_part else 1.0
    words = f"{newest.period} ({newest.kind}{', made annual' if is_part else ''})"
    return Yearly(float(newest.value_usd or 0) * factor, words, is_part)


def _ends(figure: Figure) -> int:
    return figure.period_end.last_day().toordinal() if figure.period_end else 0
