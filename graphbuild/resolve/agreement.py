"""Whether two claims between the same parties speak of one agreement: points with reasons.

Evidence adds up: name of the facility, figure, maturity, rate, dates. Some findings bar a merge
whatever else agrees: another number in a series of vehicles, another year of maturity, two figures
of one document. A sum of `MERGE` or more is one agreement; from `ASK` on people are asked.

A date of agreement is evidence only where the claim was published within days of it; otherwise it
is the date of a balance sheet and says nothing about when the agreement was made.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from graphbuild.records.claim import ENDED, Claim, Status
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Amount, Measure
from graphbuild.resolve.candidates import is_other_in_series
from graphbuild.resolve.matching import is_same_figure
from graphbuild.resolve.names import name_key

MERGE = 4
ASK = 3
_MOVED = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID})
_WIDEST_ROUNDING = Decimal("0.05")
"""Rounding to one digit may hide another figure; beyond this share it is taken for one."""
_EVENT_DAYS = 14
"""A claim published within so many days of its date tells of an event, not of a balance sheet."""
_GENERIC = frozenset({
    "total", "credit", "agreement", "facility", "term", "loan", "loans", "note", "notes", "senior",
    "unsecured", "secured", "revolving", "revolver", "convertible", "lease", "leases", "operating",
    "finance", "liabilities", "purchase", "obligations", "delayed", "draw", "other", "due",
    "issuance", "shares", "common", "stock", "amended", "restated", "existing", "new", "including",
    "interest", "financing", "commitments", "debt", "investment", "bonds", "contract", "services",
    "cloud", "capacity",
})  # fmt: skip
"""Words of facilities that name a kind of contract and never which one."""
_FIGURE_WORDS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for one agreement, and what; `bar` forbids it whatever the points."""

    points: int
    reasons: tuple[str, ...]
    bar: str = ""


def compare_claims(left: Claim, right: Claim, *, has_unnamed: bool) -> Evidence:
    """Points for two claims being one agreement; the order of the two does not matter.

    Parameters
    ----------
    has_unnamed : one end is not named by the source, the same label of the same filer in both.
    """
    bar = _bar(left, right)
    if bar:
        return Evidence(0, (bar,), bar)
    found = [_facility(left, right), _maturity(left, right), _rate(left, right)]
    is_named_alike = found[0][0] > 1
    found.append(_figures(left, right, is_named_alike=is_named_alike))
    found.append(_dates(left, right, is_named_alike=is_named_alike))
    if left.instrument is not right.instrument:
        found.append((-1, f"{left.instrument} and {right.instrument}"))
    is_again = left.measure is right.measure or bool({left.status, right.status} & ENDED)
    if has_unnamed and is_again and is_same_figure(left.amount, right.amount):
        found.append((1, "restated by the same filer"))
    kept = [(points, words) for points, words in found if words]
    return Evidence(sum(p for p, _ in kept), tuple(f"{words} ({p:+d})" for p, words in kept))


def is_event(claim: Claim) -> bool:
    """Whether the claim's date is that of an event rather than of a balance sheet."""
    if claim.agreed_on is None or claim.known_on is None or len(claim.agreed_on.text) < 10:
        return False
    days = (claim.known_on.last_day() - claim.agreed_on.first_day()).days
    return days <= _EVENT_DAYS


def is_thousandfold(left: Amount, right: Amount) -> bool:
    """Whether one figure is a thousand or a million times the other: a slip of the unit."""
    small, large = sorted((left.central or Decimal(0), right.central or Decimal(0)))
    if small <= 0 or left.currency != right.currency:
        return False
    ratio = large / small
    return any(abs(ratio / unit - 1) <= Decimal("0.06") for unit in (1000, 1_000_000))


def _bar(left: Claim, right: Claim) -> str:
    ours, theirs = left.terms.facility, right.terms.facility
    if is_other_in_series(name_key(ours), name_key(theirs)):
        return f"another number in a series: {ours!r}, {theirs!r}"
    is_debt = instrument(left.instrument).family is Family.DEBT
    ends = left.ends_on, right.ends_on
    if is_debt and ends[0] and ends[1] and ends[0].year != ends[1].year:
        return f"mature in {ends[0].year} and {ends[1].year}"
    same = is_same_figure(left.amount, right.amount)
    if left.is_increment != right.is_increment and not same:
        return "one adds to an earlier agreement"
    are_sizes = left.amount.is_disclosed and right.amount.is_disclosed
    is_one_document = left.citation.document_id == right.citation.document_id
    if is_one_document and left.measure is right.measure and are_sizes and not same:
        return "one document tells them apart"
    if left.measure in _MOVED and right.measure not in _MOVED and are_sizes:
        return _over(left, right)
    if right.measure in _MOVED and left.measure not in _MOVED and are_sizes:
        return _over(right, left)
    return ""


def _over(moved: Claim, whole: Claim) -> str:
    limit, taken = whole.amount.high, moved.amount.central
    is_over = limit is not None and taken is not None and taken > limit * Decimal("1.02")
    return f"more {moved.measure} than the whole" if is_over else ""


def _facility(left: Claim, right: Claim) -> tuple[int, str]:
    ours, theirs = (name_key(c.terms.facility) if c.terms.facility else "" for c in (left, right))
    if not ours or not theirs:
        return 0, ""
    if fuzz.token_set_ratio(ours, theirs) >= 95:
        own = set(ours.split()) & set(theirs.split()) - _GENERIC
        return (5, f"both name {ours!r}") if own else (1, f"both say {ours!r}")
    return -3, f"named {ours!r} and {theirs!r}"


def _maturity(left: Claim, right: Claim) -> tuple[int, str]:
    if left.ends_on is None or right.ends_on is None:
        return 0, ""
    if left.ends_on.text[:7] == right.ends_on.text[:7]:
        return 2, f"end {left.ends_on}"
    return (1, "end in one year") if left.ends_on.year == right.ends_on.year else (-1, "other ends")


def _rate(left: Claim, right: Claim) -> tuple[int, str]:
    ours, theirs = left.terms.rate, right.terms.rate
    if not _FIGURE_WORDS.search(ours) or not _FIGURE_WORDS.search(theirs):
        return 0, ""
    return (2, f"bear {ours}") if ours == theirs else (-2, f"bear {ours} and {theirs}")


def _figures(left: Claim, right: Claim, *, is_named_alike: bool) -> tuple[int, str]:
    ours, theirs = left.amount, right.amount
    if not ours.is_disclosed and not theirs.is_disclosed:
        return 2, "neither gives a figure"
    if not ours.is_disclosed or not theirs.is_disclosed:
        return 0, ""
    if is_same_figure(ours, theirs) or _is_rounded(ours, theirs):
        is_precise = min(_digits(ours), _digits(theirs)) >= 3
        return (4, "same figure to three digits") if is_precise else (3, "same figure")
    if is_thousandfold(ours, theirs):
        return 2, "same digits in another unit"
    if left.measure in _MOVED or right.measure in _MOVED:
        return 0, ""
    is_later_form = Status.AMENDED in (left.status, right.status)
    if is_later_form:
        return 0, "figures differ, one is an amendment"
    return (-1 if is_named_alike else -2), "figures differ"


def _dates(left: Claim, right: Claim, *, is_named_alike: bool) -> tuple[int, str]:
    if left.agreed_on is None or right.agreed_on is None:
        return 1, "a date is missing"
    if left.agreed_on == right.agreed_on and len(left.agreed_on.text) >= 7:
        return 2, f"both of {left.agreed_on}"
    if not is_event(left) or not is_event(right):
        return 0, ""
    days = abs((left.agreed_on.first_day() - right.agreed_on.first_day()).days)
    if days <= 10:
        return 2, f"{days} days apart"
    if days <= 45:
        return 1, f"{days} days apart"
    is_ending = {left.status, right.status} & {*ENDED, Status.AMENDED}
    if days > 400 and not is_named_alike and not is_ending:
        return -2, f"{days} days apart"
    return 0, ""


def _is_rounded(left: Amount, right: Amount) -> bool:
    """Whether one figure is the other rounded to the digits it is written with."""
    if left.point is None or right.point is None or left.currency != right.currency:
        return False
    rough, fine = sorted((left, right), key=_digits)
    digits = _digits(rough)
    if rough.point is None or fine.point is None or not 0 < digits < _digits(fine):
        return False
    step = Decimal(10) ** (rough.point.adjusted() - digits + 1)
    off = abs(rough.point - fine.point)
    return off <= step / 2 and off <= _WIDEST_ROUNDING * rough.point


def _digits(amount: Amount) -> int:
    """Significant digits of the figure as written."""
    if not amount.point:
        return 0
    return len(f"{amount.point.normalize():E}".split("E")[0].replace(".", "").strip("-"))


def instrument_kind(instrument_id: InstrumentId) -> str:
    """Instruments that different sources use for one and the same contract."""
    return _KINDS.get(instrument_id, str(instrument_id))


_KINDS = {
    InstrumentId.LOAN: "credit",
    InstrumentId.REVOLVER: "credit",
    InstrumentId.VENDOR_FINANCING: "credit",
    InstrumentId.BOND: "notes",
    InstrumentId.ABS: "notes",
    InstrumentId.CONVERTIBLE: "notes",
    InstrumentId.CLOUD_CONTRACT: "purchase",
    InstrumentId.SUPPLY_CONTRACT: "purchase",
    InstrumentId.PURCHASE_COMMITMENT: "purchase",
}
