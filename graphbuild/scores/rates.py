"""Interest rates as sources write them, read only where the words leave no choice.

Lives here: words -> `Rate`. Which debts bear it, and the interest: `debts`. Words that name a
yield, a talk, a ceiling, a spread over Treasuries or tranches of unknown size are not read.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

_ABOUT = 0.05
"""Band each way around "about", as for amounts (`records.money.ABOUT_BAND`)."""


class RateKind(StrEnum):
    """Where a rate comes from. EFFECTIVE spreads the costs of issue: more than what is paid."""

    FIXED = "fixed"
    FLOATING = "floating"
    SEVERAL = "several"
    EFFECTIVE = "effective"


@dataclass(frozen=True, slots=True)
class Rate:
    """A yearly rate between two fractions."""

    low: float
    high: float
    kind: RateKind

    @property
    def central(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2


_NUMBER = r"(\d{1,2}(?:\.\d+)?)"
_PARENTHESES = re.compile(r"\([^()]*\)")
_FIXED = re.compile(rf"(about )?{_NUMBER}%(?: EUR| fixed)?(?: at \d{{2,3}}(?:\.\d+)?)?")
_FLOATING = re.compile(rf"SOFR ?\+ ?{_NUMBER}%(?: floating)?")
_EFFECTIVE = re.compile(rf"effective (about )?{_NUMBER}%")
_ASIDE = re.compile(r"\d{2,3}(?:\.\d+)?|.* in 20\d\d|covenant-lite|secured|unsecured")
"""Clauses that say nothing of today's rate: a price of issue, a rate of another year."""


def read_rate(words: str, base: tuple[float, float]) -> Rate | None:
    """The rate that words name, or ``None`` where they leave a choice.

    Parameters
    ----------
    words : as a source writes them; clauses are parted by semicolon or comma.
    base : low and high of the benchmark that floating rates add to, as fractions.

    Notes
    -----
    Several contract rates ("SOFR+2.25% floating; about 5.9% fixed") give the interval from the
    least to the most, since the parts' sizes are not told. An effective rate counts only where no
    contract rate can be read. What stands in parentheses explains and is not read.

    Examples
    --------
    >>> read_rate("9.25%", (0.03, 0.04))
    Rate(low=0.0925, high=0.0925, kind=<RateKind.FIXED: 'fixed'>)
    >>> rate = read_rate("SOFR+4.25%", (0.03, 0.04))
    >>> round(rate.low, 4), round(rate.high, 4), str(rate.kind)
    (0.0725, 0.0825, 'floating')
    >>> read_rate("SOFR+250 talk", (0.03, 0.04)) is None
    True
    """
    clauses = [part.strip() for part in re.split(r"[;,]", _PARENTHESES.sub("", words))]
    clauses = [clause for clause in clauses if clause]
    contract: list[Rate] = []
    effective: list[Rate] = []
    is_clear = True
    for clause in clauses:
        if match := _EFFECTIVE.fullmatch(clause):
            effective.append(_fixed(match[2], match[1], RateKind.EFFECTIVE))
        elif match := _FIXED.fullmatch(clause):
            contract.append(_fixed(match[2], match[1], RateKind.FIXED))
        elif match := _FLOATING.fullmatch(clause):
            spread = float(match[1]) / 100
            contract.append(Rate(base[0] + spread, base[1] + spread, RateKind.FLOATING))
        elif not _ASIDE.fullmatch(clause):
            is_clear = False
    if contract and is_clear:
        return _hull(contract)
    return effective[0] if len(effective) == 1 else None


def _fixed(number: str, about: str | None, kind: RateKind) -> Rate:
    value = float(number) / 100
    if about:
        return Rate(value * (1 - _ABOUT), value * (1 + _ABOUT), kind)
    return Rate(value, value, kind)


def _hull(rates: list[Rate]) -> Rate:
    if len(rates) == 1:
        return rates[0]
    low, high = min(rate.low for rate in rates), max(rate.high for rate in rates)
    return Rate(low, high, RateKind.SEVERAL)
