"""What each company can pay with, and what it needs from outside: ranges with their sources.

Lives here: `Span`, `Book` and `read_books`, from sourced figures alone. A figure that nobody
published is a range from nothing to enough (an open high), flagged; it is never taken for zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.records.figure import Figure, FigureKind
from graphbuild.scores.base import Anchors, days_of

_YEAR_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Span:
    """A range in USD: `high` is ``None`` where it is open; `basis` names figure and date."""

    low: float
    high: float | None
    basis: str

    @property
    def is_missing(self) -> bool:
        """Whether no figure stands behind it."""
        return self.high is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One company's figures, all in USD.

    Parameters
    ----------
    buffer : cash, at the high end with undrawn facilities.
    need : outside funding that a year takes beyond what operations bring; its `surplus` if
        operations bring more.
    revenue : calendar year -> low and high of what it plans to earn; before the first year that
        of the first, after the last that of the last.
    equity, market : at book and at market value, where known. debt : interest-bearing.
    """

    entity_id: str
    buffer: Span
    need: Span
    surplus: Span
    revenue: dict[int, tuple[float, float]]
    revenue_basis: str
    debt: Span
    equity: float | None
    market: float | None

    def revenue_in(self, year: int) -> tuple[float, float] | None:
        """Planned revenue of a calendar year, or ``None`` where no figure is known."""
        if not self.revenue:
            return None
        return self.revenue[min(max(year, min(self.revenue)), max(self.revenue))]


def read_books(entities: Iterable[str], anchors: Anchors) -> dict[str, Book]:
    """A book for every entity, in order of id."""
    return {entity: _book(entity, anchors) for entity in sorted(entities)}


def _book(entity: str, anchors: Anchors) -> Book:
    need, surplus = _need(entity, anchors)
    revenue, basis = _revenue(entity, anchors)
    debt = anchors.latest(entity, "total_debt")
    equity = anchors.latest(entity, "equity")
    market = anchors.latest(entity, "market_cap") or anchors.latest(entity, "valuation")
    return Book(
        entity_id=entity,
        buffer=_buffer(entity, anchors),
        need=need,
        surplus=surplus,
        revenue=revenue,
        revenue_basis=basis,
        debt=_span(debt) if debt else Span(0.0, None, "no figure for debt"),
        equity=_usd(equity) if equity else None,
        market=_usd(market) if market else None,
    )


def _buffer(entity: str, anchors: Anchors) -> Span:
    cash = anchors.latest(entity, "cash")
    if cash is None:
        return Span(0.0, None, "no figure for cash: from nothing to enough")
    undrawn = anchors.latest(entity, "undrawn_facilities")
    more = _usd(undrawn) if undrawn else 0.0
    words = f"cash of {cash.period}" + (f", undrawn of {undrawn.period}" if undrawn else "")
    return Span(_usd(cash), _usd(cash) + more, words)


def _need(entity: str, anchors: Anchors) -> tuple[Span, Span]:
    """Outside funding needed a year, and what is left over a year; at most one is not zero."""
    burn = anchors.latest(entity, "cash_burn")
    if burn is not None and days_of(burn):
        yearly = abs(_usd(burn)) * _YEAR_DAYS / days_of(burn)
        words = f"cash burn of {burn.period}, made yearly"
        return Span(yearly, yearly, words), Span(0.0, 0.0, words)
    flow = anchors.latest_year(entity, "operating_cash_flow")
    spent = anchors.latest_year(entity, "capex")
    if flow is None:
        missing = Span(0.0, None, "no figure for a year's operating cash flow")
        return missing, Span(0.0, 0.0, missing.basis)
    if spent is None:
        words = f"operating cash flow of {flow.period}; no figure for capital spending"
        short, left = max(-_usd(flow), 0.0), max(_usd(flow), 0.0)
        return Span(short, None, words), Span(0.0, left, words)
    words = f"operating cash flow of {flow.period}, capital spending of {spent.period}"
    net = _usd(flow) - abs(_usd(spent))
    short, left = max(-net, 0.0), max(net, 0.0)
    return Span(short, short, words), Span(left, left, words)


def _revenue(entity: str, anchors: Anchors) -> tuple[dict[int, tuple[float, float]], str]:
    """Low: the latest period, made yearly and held flat. High: run rate and estimates, straight
    between them.
    """
    annual = _recent(entity, anchors)
    rate = anchors.run_rate(entity)
    hoped = _estimates(entity, anchors)
    known = [figure for figure in (annual, rate) if figure is not None]
    if not known:
        return {}, "no figure for revenue"
    low = min(map(_yearly, known))
    first = anchors.as_of.year
    top = max(map(_yearly, known))
    points = {
        first: max(top, hoped.get(first, 0.0)),
        **{y: v for y, v in hoped.items() if y > first},
    }
    years = range(first, max(points) + 1)
    words = ", ".join(f"{figure.period}" for figure in known)
    if hoped:
        words += f"; high: projections to {max(points)}, straight lines between"
    return {year: (low, max(low, _between(points, year))) for year in years}, words


def _recent(entity: str, anchors: Anchors) -> Figure | None:
    """The last full year of revenue, or a quarter or more that ended after it."""
    annual = anchors.annual_revenue(entity)
    kinds = (FigureKind.AUDITED, FigureKind.REPORTED)
    for figure in anchors.series(entity, "revenue", kinds):
        is_period = figure.value_usd is not None and 80 <= days_of(figure) <= 290
        if is_period and (annual is None or _end(figure) > _end(annual)):
            return figure
    return annual


def _end(figure: Figure) -> int:
    return figure.period_end.last_day().toordinal() if figure.period_end else 0


def _yearly(figure: Figure) -> float:
    """Revenue of a part of a year made yearly; a full year and a run rate as they are."""
    days = days_of(figure)
    return _usd(figure) * _YEAR_DAYS / days if 80 <= days <= 290 else _usd(figure)


def _estimates(entity: str, anchors: Anchors) -> dict[int, float]:
    """Largest projection of revenue by calendar year."""
    found: dict[int, float] = {}
    for figure in anchors.series(entity, "revenue", (FigureKind.ESTIMATE,)):
        if figure.value_usd is not None and figure.period_end is not None:
            year = figure.period_end.year
            found[year] = max(found.get(year, 0.0), _usd(figure))
    return found


def _between(points: dict[int, float], year: int) -> float:
    before = max(y for y in points if y <= year)
    after = min(y for y in points if y >= year)
    if before == after:
        return points[before]
    part = (year - before) / (after - before)
    return points[before] + part * (points[after] - points[before])


def _span(figure: Figure) -> Span:
    return Span(_usd(figure), _usd(figure), f"{figure.metric} of {figure.period}")


def _usd(figure: Figure) -> float:
    return float(figure.value_usd or 0)
