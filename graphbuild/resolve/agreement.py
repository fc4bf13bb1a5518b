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
from graphbuild.records.document import SourceTier
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure, Qualifier
from graphbuild.resolve.candidates import is_other_in_series
from graphbuild.resolve.matching import is_same_figure
from graphbuild.resolve.names import name_key
from graphbuild.resolve.rounding import Rounding, digits, is_thousandfold, rounding
from graphbuild.resolve.timing import Span, event_span

MERGE = 4
ASK = 3
_MOVED = frozenset({Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID})
_WEEKS = 45
"""Days within which two claims may tell of one event."""
_SAME_SIZE = Decimal("1.02")
_OTHER_UNIT = 100
"""What is so many times the whole was written in another unit and bars nothing."""
_GENERIC = frozenset({
    "total", "credit", "agreement", "facility", "term", "loan", "loans", "note", "notes", "senior",
    "unsecured", "secured", "revolving", "revolver", "convertible", "lease", "leases", "operating",
    "finance", "liabilities", "purchase", "obligations", "delayed", "draw", "other", "due",
    "issuance", "shares", "common", "stock", "amended", "restated", "existing", "new", "including",
    "interest", "financing", "commitments", "debt", "investment", "bonds", "contract", "services",
    "cloud", "capacity", "facilities", "agreements",
})  # fmt: skip
"""Words of facilities that name a kind of contract and never which one."""
_FIGURE_WORDS = re.compile(r"\d")
_ZEROS = re.compile(r"(\d\.\d*?[1-9])0+%")
"""2.950% is 2.95%."""
_ROUND = re.compile(r"\bseries ([a-k])\b", re.IGNORECASE)
_SAME_WORDS = 90.0
"""Likeness of two quotes (0-100) from which they tell one thing in the same words."""
_FEWEST_LETTERS = 60
"""Quotes shorter than this are lines of tables, which look alike whatever they tell."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How much speaks for one agreement, and what; `bar` forbids it whatever the points."""

    points: int
    reasons: tuple[str, ...]
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim with what comparisons ask of it, worked out once."""

    claim: Claim
    facility: str
    own_words: frozenset[str]
    is_debt: bool
    rate: str
    span: Span | None
    digits: int
    is_disclosed: bool
    is_moved: bool
    round_letter: str


def traits_of(claim: Claim) -> Traits:
    """What `compare_traits` needs of a claim."""
    terms = claim.terms
    facility = _facility_key(terms.facility)
    return Traits(
        claim=claim,
        facility=facility,
        own_words=own_words(terms.facility),
        is_debt=instrument(claim.instrument).family is Family.DEBT,
        rate=_ZEROS.sub(r"\1%", terms.rate) if _FIGURE_WORDS.search(terms.rate) else "",
        span=event_span(claim),
        digits=digits(claim.amount.point),
        is_disclosed=claim.amount.is_disclosed,
        is_moved=claim.measure in _MOVED,
        round_letter=_round_letter(claim),
    )


def own_words(facility: str) -> frozenset[str]:
    """Words of a facility's name that tell which one it is, not what kind."""
    return frozenset(_facility_key(facility).split()) - _GENERIC


def _facility_key(facility: str) -> str:
    return name_key(_ZEROS.sub(r"\1%", facility)) if facility else ""


def compare_claims(left: Claim, right: Claim, *, has_unnamed: bool) -> Evidence:
    """Points for two claims being one agreement; the order of the two does not matter.

    Parameters
    ----------
    has_unnamed : one end is not named by the source, the same label of the same filer in both.
    """
    return compare_traits(traits_of(left), traits_of(right), has_unnamed=has_unnamed)


def compare_traits(left: Traits, right: Traits, *, has_unnamed: bool) -> Evidence:
    """`compare_claims` of claims whose traits are known."""
    ours, theirs = left.claim, right.claim
    same = is_same_figure(ours.amount, theirs.amount)
    bar = _bar(left, right, is_same=same)
    if bar:
        return Evidence(0, (bar,), bar)
    found = [_facility(left, right), _maturity(ours, theirs), _rate(left, right)]
    is_named_alike = found[0][0] > 1
    found.append(_figures(left, right, is_same=same, is_named_alike=is_named_alike))
    found.append(_dates(left, right, is_named_alike=is_named_alike))
    if ours.instrument is not theirs.instrument:
        found.append((-1, f"{ours.instrument} and {theirs.instrument}"))
    if has_unnamed and same and _could_restate(left, right):
        found.append((1, "restated by the same filer"))
    if same or not (left.is_disclosed or right.is_disclosed):
        found.append(_wording(ours, theirs))
    if not has_unnamed and not same and left.is_disclosed and right.is_disclosed:
        found.append(_repriced(ours, theirs))
    if not has_unnamed and _is_standing(left) and _is_standing(right):
        found.append((2, "one buys of the other, told in two reports"))
    kept = [(points, words) for points, words in found if words]
    return Evidence(sum(p for p, _ in kept), tuple(f"{words} ({p:+d})" for p, words in kept))


def _is_standing(traits: Traits) -> bool:
    """Whether a report says, as of its own date, that one buys of the other, and not how much."""
    claim = traits.claim
    is_supply = claim.instrument in (InstrumentId.SUPPLY_CONTRACT, InstrumentId.CLOUD_CONTRACT)
    is_running = claim.status is Status.FUNDED and claim.share is None and claim.ends_on is None
    is_of_report = traits.span is None and claim.agreed_on is not None
    return is_supply and is_running and is_of_report and not traits.is_disclosed


def _could_restate(left: Traits, right: Traits) -> bool:
    """Whether one filer tells one thing again; two events weeks apart are two things."""
    ours, theirs = left.claim, right.claim
    is_again = ours.measure is theirs.measure or ours.status in ENDED or theirs.status in ENDED
    if left.span is None or right.span is None or ours.status in ENDED or theirs.status in ENDED:
        return is_again
    return is_again and left.span.days_to(right.span) <= _WEEKS


def _wording(left: Claim, right: Claim) -> tuple[int, str]:
    """A report repeats the last one's sentence; its date is the report's and says nothing."""
    ours, theirs = left.citation.quote, right.citation.quote
    if min(len(ours), len(theirs)) < _FEWEST_LETTERS or left.pattern != right.pattern:
        return 0, ""
    is_alike = fuzz.token_set_ratio(ours, theirs, score_cutoff=_SAME_WORDS) > 0
    return (2, "told in the same words") if is_alike else (0, "")


def _repriced(left: Claim, right: Claim) -> tuple[int, str]:
    """A purchase is made once: the same sentence at another price tells that the price changed."""
    if left.instrument is not InstrumentId.ACQUISITION or right.instrument is not left.instrument:
        return 0, ""
    if left.citation.document_id == right.citation.document_id:
        return 0, ""
    points, _ = _wording(left, right)
    return (5, "one purchase, told again at another price") if points else (0, "")


def is_one_figure(left: Claim, right: Claim) -> bool:
    """Whether counting both figures would count one twice: equal, rounded, or another unit."""
    ours, theirs = left.amount, right.amount
    is_near = is_same_figure(ours, theirs) or told_rounding(left, right) is not Rounding.NONE
    return is_near or is_thousandfold(ours, theirs)


def told_rounding(left: Claim, right: Claim) -> Rounding:
    """How one figure rounds the other; filings and releases do not round far, newspapers do."""
    near = rounding(left.amount, right.amount)
    if near is not Rounding.WIDE:
        return near
    rougher = min(left, right, key=lambda claim: digits(claim.amount.point))
    is_loose = rougher.tier.rank >= SourceTier.NEWS.rank
    is_loose = is_loose or rougher.amount.qualifier is Qualifier.ABOUT
    return near if is_loose else Rounding.NONE


def _bar(left: Traits, right: Traits, *, is_same: bool) -> str:
    ours, theirs = left.claim, right.claim
    if left.facility and right.facility and is_other_in_series(left.facility, right.facility):
        return f"another number in a series: {ours.terms.facility!r}, {theirs.terms.facility!r}"
    if left.round_letter and right.round_letter and left.round_letter != right.round_letter:
        return f"series {left.round_letter} and series {right.round_letter}"
    if left.is_debt and ours.ends_on and theirs.ends_on:
        years = ours.ends_on.year, theirs.ends_on.year
        if years[0] != years[1]:
            return f"mature in {years[0]} and {years[1]}"
    adds = ours.is_increment != theirs.is_increment and _are_sizes(left, right)
    if adds and not is_one_figure(ours, theirs):
        return "one adds to an earlier agreement"
    if not left.is_disclosed or not right.is_disclosed:
        return ""
    is_one_document = ours.citation.document_id == theirs.citation.document_id
    if is_one_document and ours.measure is theirs.measure and not is_same:
        return "one document tells them apart"
    if left.is_moved is right.is_moved:
        return ""
    return _over(ours, theirs) if left.is_moved else _over(theirs, ours)


def _round_letter(claim: Claim) -> str:
    """The letter of the one funding round that a claim's sentence names."""
    if instrument(claim.instrument).family is not Family.EQUITY:
        return ""
    found = {letter.upper() for letter in _ROUND.findall(claim.citation.quote)}
    return found.pop() if len(found) == 1 else ""


def _are_sizes(left: Traits, right: Traits) -> bool:
    """Whether both tell of an agreement's size as first agreed; balances and changes do not."""
    changed = {Status.AMENDED, *ENDED}
    return all(
        side.is_disclosed and not side.is_moved and side.claim.status not in changed
        for side in (left, right)
    )


def _is_later_form(left: Claim, right: Claim) -> bool:
    return Status.AMENDED in (left.status, right.status)


def _over(moved: Claim, whole: Claim) -> str:
    limit, taken = whole.amount.high, moved.amount.central
    if limit is None or taken is None or taken <= limit * _SAME_SIZE:
        return ""
    is_slip = taken > limit * _OTHER_UNIT
    return "" if is_slip else f"more {moved.measure} than the whole"


def _facility(left: Traits, right: Traits) -> tuple[int, str]:
    ours, theirs = left.facility, right.facility
    if not ours or not theirs:
        return 0, ""
    if ours == theirs or fuzz.token_set_ratio(ours, theirs) >= 95:
        own = left.own_words & frozenset(theirs.split())
        return (5, f"both name {ours!r}") if own else (1, f"both say {ours!r}")
    return -3, f"named {ours!r} and {theirs!r}"


def _maturity(left: Claim, right: Claim) -> tuple[int, str]:
    if left.ends_on is None or right.ends_on is None:
        return 0, ""
    if left.ends_on.text[:7] == right.ends_on.text[:7]:
        return 2, f"end {left.ends_on}"
    return (1, "end in one year") if left.ends_on.year == right.ends_on.year else (-1, "other ends")


def _rate(left: Traits, right: Traits) -> tuple[int, str]:
    ours, theirs = left.rate, right.rate
    if not ours or not theirs:
        return 0, ""
    return (2, f"bear {ours}") if ours == theirs else (-2, f"bear {ours} and {theirs}")


def _figures(
    left: Traits, right: Traits, *, is_same: bool, is_named_alike: bool
) -> tuple[int, str]:
    if not left.is_disclosed and not right.is_disclosed:
        return 2, "neither gives a figure"
    if not left.is_disclosed or not right.is_disclosed:
        return 0, ""
    ours, theirs = left.claim.amount, right.claim.amount
    near = Rounding.CLOSE if is_same else told_rounding(left.claim, right.claim)
    if near is Rounding.CLOSE:
        is_precise = min(left.digits, right.digits) >= 3
        return (4, "same figure to three digits") if is_precise else (3, "same figure")
    if is_thousandfold(ours, theirs):
        return 2, "same digits in another unit"
    if left.is_moved or right.is_moved:
        return 0, ""
    if near is Rounding.WIDE:
        return 2, "one is the other rounded"
    if _is_later_form(left.claim, right.claim):
        return 0, "figures differ, one is an amendment"
    return (-1 if is_named_alike else -2), "figures differ"


def _dates(left: Traits, right: Traits, *, is_named_alike: bool) -> tuple[int, str]:
    ours, theirs = left.claim, right.claim
    if ours.agreed_on == theirs.agreed_on and ours.agreed_on and len(ours.agreed_on.text) >= 7:
        return 2, f"both of {ours.agreed_on}"
    if left.span is None or right.span is None:
        is_undated = any(c.agreed_on is None and c.known_on is None for c in (ours, theirs))
        return (1, "a date is missing") if is_undated else (0, "")
    days = left.span.days_to(right.span)
    told = " by publication" if left.span.is_guessed or right.span.is_guessed else ""
    if days <= 10:
        return 2, f"{days} days apart{told}"
    if days <= _WEEKS:
        return 1, f"{days} days apart{told}"
    is_ending = any(c.status in ENDED or c.status is Status.AMENDED for c in (ours, theirs))
    if days > 400 and not told and not is_named_alike and not is_ending:
        return -2, f"{days} days apart"
    return 0, ""


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
