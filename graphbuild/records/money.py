"""Amounts: intervals with a meaning, in exact decimals and one named currency.

Lives here: `Amount` and the few ways to make and combine one. Not here: reading amounts from
text (`extract.amounts`), converting currencies (`graph.build`, with a dated rate).

An amount is never a bare number. "Up to $6.5 billion" is the interval [0, 6.5e9]; "more than $2
billion" is open above; "about $38 billion" is a point with a 5 % band that we assumed and say so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

ABOUT_BAND = Decimal("0.05")
"""Half-width of the band put around "about": a reading convention, flagged `is_assumed`."""


class Qualifier(StrEnum):
    """How firmly the source states the figure."""

    EXACT = "exact"
    ABOUT = "about"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    RANGE = "range"
    UNDISCLOSED = "undisclosed"


class Measure(StrEnum):
    """What the figure counts. Figures of different measures are never added."""

    HEADLINE = "headline"
    CEILING = "ceiling"
    COMMITTED = "committed"
    DRAWN = "drawn"
    OUTSTANDING = "outstanding"
    PAID = "paid"
    RECOGNISED = "recognised"
    VALUE = "value"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An interval of money.

    Parameters
    ----------
    low, high : bounds in whole units of `currency`; ``None`` high is open above, ``None`` low
        is unknown.
    point : the figure as the source writes it, or ``None``.
    currency : ISO 4217 code.
    qualifier : how the source states it.
    is_assumed : the bounds come from a convention of ours, not from the source.

    Raises
    ------
    ValueError
        bounds out of order, negative, or in contradiction to the qualifier.
    """

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None = None
    currency: str = "USD"
    qualifier: Qualifier = Qualifier.EXACT
    is_assumed: bool = False

    def __post_init__(self) -> None:
        for name in ("low", "high", "point"):
            value = getattr(self, name)
            if value is not None and (not value.is_finite() or value < 0):
                raise ValueError(f"amount {name} = {value}: must be a finite number of at least 0")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"amount low = {self.low} exceeds high = {self.high}")
        if self.qualifier is Qualifier.EXACT and (self.low != self.high or self.low is None):
            raise ValueError(f"an exact amount has low = high, not {self.low} and {self.high}")
        if self.qualifier is Qualifier.UP_TO and self.low != 0:
            raise ValueError(f"an 'up to' amount has low = 0, not {self.low}")
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError(f"currency = {self.currency!r}: use an ISO 4217 code such as 'USD'")

    @property
    def is_disclosed(self) -> bool:
        """Whether the source gives any figure."""
        return self.qualifier is not Qualifier.UNDISCLOSED

    @property
    def central(self) -> Decimal | None:
        """The figure as written, else the middle of a closed interval, else the known bound."""
        if self.point is not None:
            return self.point
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high


def exact(value: Decimal, currency: str = "USD") -> Amount:
    """A figure stated without reservation."""
    return Amount(low=value, high=value, point=value, currency=currency)


def about(value: Decimal, currency: str = "USD") -> Amount:
    """A rounded figure: a point with an assumed band of `ABOUT_BAND` each way."""
    return Amount(
        low=value * (1 - ABOUT_BAND),
        high=value * (1 + ABOUT_BAND),
        point=value,
        currency=currency,
        qualifier=Qualifier.ABOUT,
        is_assumed=True,
    )


def up_to(value: Decimal, currency: str = "USD") -> Amount:
    """A ceiling: nothing of it is promised."""
    return Amount(
        low=Decimal(0), high=value, point=value, currency=currency, qualifier=Qualifier.UP_TO
    )


def at_least(value: Decimal, currency: str = "USD") -> Amount:
    """A floor: open above."""
    return Amount(
        low=value, high=None, point=value, currency=currency, qualifier=Qualifier.AT_LEAST
    )


def between(
    low: Decimal, high: Decimal, point: Decimal | None = None, currency: str = "USD"
) -> Amount:
    """A stated range, with the central figure if the source names one."""
    return Amount(low=low, high=high, point=point, currency=currency, qualifier=Qualifier.RANGE)


def undisclosed(currency: str = "USD") -> Amount:
    """No figure in money: gigawatts, shares, or silence."""
    return Amount(
        low=None, high=None, point=None, currency=currency, qualifier=Qualifier.UNDISCLOSED
    )


def qualified(qualifier: Qualifier, value: Decimal, currency: str = "USD") -> Amount:
    """The amount for one written figure under a qualifier other than range or undisclosed."""
    makers = {
        Qualifier.EXACT: exact,
        Qualifier.ABOUT: about,
        Qualifier.UP_TO: up_to,
        Qualifier.AT_LEAST: at_least,
    }
    return makers[qualifier](value, currency)


def total(amounts: Iterable[Amount], currency: str = "USD") -> Amount:
    """Sum of intervals in one currency.

    An undisclosed part adds nothing to the low bound and opens the high one.

    Raises
    ------
    ValueError
        an amount in another currency; convert first, with a dated rate.
    """
    low, high, point = Decimal(0), Decimal(0), Decimal(0)
    is_open = is_assumed = False
    for amount in amounts:
        if amount.currency != currency:
            raise ValueError(f"cannot add {amount.currency} to {currency}: convert with a rate")
        low += amount.low or 0
        if amount.high is None:
            is_open = True
        else:
            high += amount.high
        point += amount.central or 0
        is_assumed = is_assumed or amount.is_assumed
    return Amount(
        low=low,
        high=None if is_open else high,
        point=point,
        currency=currency,
        qualifier=Qualifier.AT_LEAST if is_open else Qualifier.RANGE,
        is_assumed=is_assumed,
    )


def scaled(amount: Amount, factor: Decimal) -> Amount:
    """The amount times a non-negative factor, meaning unchanged."""
    return replace(
        amount,
        low=None if amount.low is None else amount.low * factor,
        high=None if amount.high is None else amount.high * factor,
        point=None if amount.point is None else amount.point * factor,
    )
