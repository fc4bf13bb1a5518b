"""Each statement once: restatements within one document, and headlines their own text repeats.

Lives here: which of two claims of one document goes. Not here: claims of different documents
(`resolve`).

Flow: Claim* in the order of the patterns -> Claim* in the order of the text.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.instrument_sets import LOANS, NOTES
from graphbuild.extract.grammar.names import plain_name
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document, SourceTier
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Amount, Measure, Qualifier

_BALANCES = frozenset({Measure.HEADLINE, Measure.OUTSTANDING, Measure.PAID, Measure.COMMITTED})
_CONTRACT_SIZES = frozenset({Measure.HEADLINE, Measure.CEILING})
_CONTRACTS = frozenset({
    InstrumentId.LEASE, InstrumentId.SUPPLY_CONTRACT, InstrumentId.CLOUD_CONTRACT,
})  # fmt: skip
_SAYS_NO_FIGURE = frozenset({Measure.HEADLINE, Measure.SHARE})
_OF_ONE_DEAL = frozenset({SourceTier.RELEASE, SourceTier.NEWS, SourceTier.UNNAMED})
_MADE = re.compile(r"\b(?:entered|entering|signed|executed)\b")
_LOOSE_ROUNDING = Decimal("0.05")
_ROUNDING = Decimal("0.006")
"""Prose rounds what a table prints in full: "$45.8 billion" and 45,774 million are one figure."""


def told_once(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """Claims by place, restatements left out.

    Parameters
    ----------
    claims : in the order of the patterns; where two read the same statement the earlier one has
        it. Those that begin with no sentence stand in rows of tables and forms, where two alike
        are two.
    """
    starts = {s.start for p in document.paragraphs for s in p.sentences}
    kept: list[Claim] = []
    figures: dict[tuple[int, int, Decimal], str] = {}
    titles = _titles(document)
    for claim in claims:
        place = (claim.citation.start, claim.citation.end)
        if claim.citation.start in starts:
            point = claim.amount.central
            if (
                point is not None
                and figures.setdefault((*place, point), claim.pattern) != claim.pattern
            ):
                continue
            same = [
                e
                for e in kept
                if _restates(claim, e, is_row=e.citation.start not in starts)
                and not _are_two(claim, e)
            ]
            if not all(_gives_way(e, claim, titles) for e in same):
                continue
            kept = [e for e in kept if e not in same]
            if any(_calls_otherwise(claim, e) for e in kept):
                continue
        kept.append(claim)
    kept = _without_bare(_without_headlines(kept, document), document)
    kept = [c for c in kept if not any(_is_of_subsidiary(c, e) for e in kept)]
    return tuple(sorted(kept, key=lambda c: (c.citation.start, c.citation.end)))


def _names(claim: Claim, role: Role) -> frozenset[str]:
    return frozenset("" if p.is_unnamed else plain_name(p.name) for p in claim.with_role(role))


def _ends(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    return _names(claim, Role.SOURCE), _names(claim, Role.TARGET)


def _family(claim: Claim) -> Family:
    return instrument(claim.instrument).family


def _is_equity(claim: Claim) -> bool:
    return _family(claim) is Family.EQUITY


def _kind(claim: Claim) -> str:
    """What one deal may be called: a "credit facility" is a loan here, a revolver there."""
    if claim.instrument in LOANS:
        return "loan"
    return "notes" if claim.instrument in NOTES else str(_family(claim))


def _same_figure(left: Claim, right: Claim, *, is_row: bool = False) -> bool:
    """Whether two figures are one; prose may round that of a row to the digits it shows."""
    a, b = left.amount.central, right.amount.central
    both_bare = a is None and b is None
    of_one_currency = both_bare or left.amount.currency == right.amount.currency
    if left.share != right.share or not of_one_currency:
        return False
    if a is None or b is None:
        return a is b
    digits = _digits(left.amount)
    if left.amount.qualifier is right.amount.qualifier is Qualifier.ABOUT:
        return abs(a - b) <= _LOOSE_ROUNDING * max(a, b) and _is_rounded(a, b)
    if is_row and digits > 1 and f"{b:.{digits - 1}E}" == f"{a:.{digits - 1}E}":
        return True
    return abs(a - b) <= _ROUNDING * max(a, b)


def _is_rounded(left: Decimal, right: Decimal) -> bool:
    """Whether one of two figures is the other with fewer digits: "nearly $3 billion" for 2.9."""
    fewest = min(len(str(int(figure)).rstrip("0")) for figure in (left, right))
    return f"{left:.{fewest - 1}E}" == f"{right:.{fewest - 1}E}"


def _same_measure(left: Claim, right: Claim) -> bool:
    """An issue size and its balance of the same figure are one; a ceiling and a balance are not.

    A contract that comes to a figure if all of it is taken is the one told by that figure, and what
    one named party is to put into another "up to" a figure is told without these words too.
    """
    told = {left.measure, right.measure}
    if {left.instrument, right.instrument} <= _CONTRACTS and told <= _CONTRACT_SIZES:
        return True
    if told == {Measure.HEADLINE, Measure.CEILING} and _is_equity(left):
        return not any(p.is_unnamed for c in (left, right) for p in c.parties)
    return len(told) == 1 or told <= _BALANCES


def _restates(claim: Claim, earlier: Claim, *, is_row: bool) -> bool:
    """Whether both tell the same figure of the same deal; the earlier one perhaps in a row."""
    return (
        claim.citation.item == earlier.citation.item
        and _kind(claim) == _kind(earlier)
        and (
            _ends(claim) == _ends(earlier)
            or _is_less_named(claim, earlier)
            or _says_less(earlier, claim)
        )
        and _same_figure(claim, earlier, is_row=is_row)
        and _same_measure(claim, earlier)
        and (claim.status is Status.TERMINATED) == (earlier.status is Status.TERMINATED)
        and not (_is_bare_unnamed(claim) and claim.agreed_on != earlier.agreed_on)
        and not _are_of_two_days(claim, earlier)
        and not are_of_two_years(claim, earlier)
    )


def are_of_two_years(claim: Claim, other: Claim) -> bool:
    """Whether each tells its own year: $500 million of notes in 2024 are none of those of 2022."""
    years = [_own_year(c) for c in (claim, other)]
    return None not in years and years[0] != years[1]


def _own_year(claim: Claim) -> int | None:
    """The year in which money was borrowed, not of a balance, if the quote tells it."""
    is_deal = claim.amount.is_disclosed and claim.measure is not Measure.OUTSTANDING
    told = claim.agreed_on if is_deal and claim.instrument in LOANS | NOTES else None
    return told.year if told and str(told.year) in claim.citation.quote else None


def _are_of_two_days(claim: Claim, earlier: Claim) -> bool:
    """Contracts without a figure that a filing tells to be made on one day and on another."""
    days = {c.agreed_on for c in (claim, earlier) if _tells_its_day(c)}
    return len(days) == 2 and claim.citation.item is None


def _tells_its_day(claim: Claim) -> bool:
    return (
        _is_bare(claim)
        and claim.instrument in _CONTRACTS
        and _MADE.search(claim.citation.quote) is not None
        and any(
            span.date == claim.agreed_on and len(span.date.text) == len("2026-06-30")
            for span in find_dates(claim.citation.quote)
        )
    )


def _calls_otherwise(claim: Claim, earlier: Claim) -> bool:
    """Whether a later reader only calls one sentence's money equity that an earlier called debt."""
    place = (claim.citation.start, claim.citation.end)
    return (
        _is_bare(claim)
        and claim.pattern != earlier.pattern
        and place == (earlier.citation.start, earlier.citation.end)
        and {_family(claim), _family(earlier)} == {Family.EQUITY, Family.DEBT}
        and _ends(claim) == _ends(earlier)
    )


def _is_bare_unnamed(claim: Claim) -> bool:
    """Neither figure nor name: only its date tells it from another contract of the kind."""
    return _is_bare(claim) and any(p.is_unnamed for p in claim.parties)


def _is_less_named(claim: Claim, earlier: Claim) -> bool:
    """A less sure reading that leaves unnamed whom an earlier claim names."""
    return claim.confidence is not Confidence.CERTAIN and all(
        mine in (theirs, {""}) for mine, theirs in zip(_ends(claim), _ends(earlier), strict=True)
    )


def _are_two(claim: Claim, earlier: Claim) -> bool:
    """Two that one reader tells apart in one sentence.

    Unnamed parties ("two customers, each 10 %") or issues of notes that fall due in other years.
    """
    place = (claim.citation.start, claim.citation.end)
    if claim.pattern != earlier.pattern or place != (earlier.citation.start, earlier.citation.end):
        return False
    if _kind(claim) == "notes" and len({claim.ends_on, earlier.ends_on} - {None}) == 2:
        return True
    pairs = zip(claim.parties, earlier.parties, strict=False)
    others = [(p, e) for p, e in pairs if p.name != e.name]
    return bool(others) and all(p.is_unnamed == e.is_unnamed for p, e in others)


def _is_bare(claim: Claim) -> bool:
    return (
        not claim.amount.is_disclosed
        and claim.share is None
        and claim.measure in _SAYS_NO_FIGURE
        and claim.status is not Status.TERMINATED
    )


def _contract(claim: Claim) -> str:
    """What a contract without a figure may be called: one loan goes by several names."""
    return "loan" if claim.instrument in LOANS else claim.instrument.value


def _without_bare(claims: list[Claim], document: Document) -> list[Claim]:
    """A claim without a figure says nothing beside a sized one between the same parties.

    Members of a group, whose parts are not stated, stay: their sized claim has another party. So
    do unnamed parties of a long report, which may be of several deals.
    """
    is_report = document.tier not in _OF_ONE_DEAL
    sized = {
        (_contract(c), *_ends(c), c.citation.item)
        for c in claims
        if (c.amount.is_disclosed or c.share is not None) and not c.terms.is_aggregate
    }
    return [
        c
        for c in claims
        if not (_is_bare(c) and (_contract(c), *_ends(c), c.citation.item) in sized)
        or (
            _is_bare_unnamed(c)
            and c.citation.item is None
            and (is_report or c.instrument is InstrumentId.EQUITY)
        )
    ]


def _without_headlines(claims: list[Claim], document: Document) -> list[Claim]:
    """A feed item's headline gives way to its text where both tell of the same kind of contract."""
    titles = _titles(document)
    body = [c for c in claims if not _in_title(c, titles)]
    told = {(c.citation.item, _family(c)) for c in body}
    sized = {(c.citation.item, _family(c)) for c in body if _has_figure(c)}
    return [
        c
        for c in claims
        if not _in_title(c, titles)
        or (c.citation.item, _family(c)) not in (sized if _has_figure(c) else told)
    ]


def _is_of_subsidiary(claim: Claim, other: Claim) -> bool:
    """Whether a headline gives to the parent the notes that the text gives to its subsidiary."""
    targets = other.with_role(Role.TARGET)
    return (
        claim.confidence is not Confidence.CERTAIN
        and _kind(claim) == _kind(other) == "notes"
        and claim.amount.is_disclosed
        and _same_figure(claim, other)
        and _ends(claim)[0] == _ends(other)[0]
        and _ends(claim)[1] != _ends(other)[1]
        and claim.citation.start < other.citation.start
        and f"subsidiary, {targets[0].name}" in other.citation.quote
    )


def _titles(document: Document) -> dict[str, tuple[int, int]]:
    return {e.link: (e.start, e.start + len(e.title)) for e in document.entries if e.title}


def _gives_way(earlier: Claim, claim: Claim, titles: dict[str, tuple[int, int]]) -> bool:
    """Whether the later telling is the fuller one: an item's text, or one that names a party."""
    is_text = _in_title(earlier, titles) and not _in_title(claim, titles)
    is_weaker = claim.measure is Measure.CEILING and earlier.measure is Measure.HEADLINE
    return is_text or _says_less(earlier, claim) or is_weaker or _is_rounder(earlier, claim)


def _is_rounder(earlier: Claim, claim: Claim) -> bool:
    """Whether an earlier telling says "nearly $3 billion" for what is then "about" 2.9."""
    left, right = earlier.amount, claim.amount
    return left.qualifier is right.qualifier is Qualifier.ABOUT and _digits(left) < _digits(right)


def _digits(amount: Amount) -> int:
    return len(str(int(amount.central or 0)).rstrip("0"))


def _says_less(earlier: Claim, claim: Claim) -> bool:
    """Whether an earlier reading leaves unnamed whom a later one names, of the same day."""
    return (
        not _is_equity(claim)
        and not _is_bare(claim)
        and _ends(earlier) != _ends(claim)
        and earlier.agreed_on == claim.agreed_on
        and _is_less_named(earlier, claim)
    )


def _has_figure(claim: Claim) -> bool:
    return claim.amount.is_disclosed or claim.share is not None


def _in_title(claim: Claim, titles: dict[str, tuple[int, int]]) -> bool:
    start, end = titles.get(claim.citation.item or "", (-1, -1))
    return start <= claim.citation.start and claim.citation.end <= end
