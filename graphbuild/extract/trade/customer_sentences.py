"""Customers' shares of revenue in sentences: "Customer A represented 23% of revenue".

Lives here: reading one sentence into shares. Not here: tables, XBRL and which of several readings
of one customer stands (`concentration`).

Flow: sentence -> verb and what stands before and after it -> `CustomerShare`*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.extract.grammar.name_scan import Gazetteer
from graphbuild.extract.grammar.percents import PercentSpan, find_percents
from graphbuild.extract.trade.customer_subjects import Subject, subject_of
from graphbuild.records.money import Amount, Qualifier

_VERB = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had)\s+)?(?:each(?:\s+of\s+which)?\s+"
    r"|individually\s+)?(?:estimated\s+to\s+)?"
    r"(?:each\s+)?(?:represent(?:s|ed|ing)?|account(?:s|ed|ing)?\s+for|compris(?:es?|ed"
    r"|ing)|constitut(?:es?|ed|ing)"
    r"|contribut(?:es?|ed|ing)|generat(?:es?|ed|ing)|made\s+up|exceed(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:derived|generated|earned|came|coming|recognized|received|resulted|attributable"
    r"|related|concentrated)\s+(?:from|to|with|by)\b|\brevenues?\s+from\b",
    re.IGNORECASE,
)
_REVENUE = re.compile(r"\b(?:revenues?|(?<!cost of )sales)\b", re.IGNORECASE)
_OTHER_BASE = re.compile(
    r"\breceivables?\b|\bpurchases?\b|\bcost of (?:revenues?|sales)\b|\bbookings\b"
    r"|\bbacklog\b|\bremaining performance\b"
    r"|\binventor|\bpayables?\b|\bexpenses?\b",
    re.IGNORECASE,
)
_INSERT = re.compile(
    r"\u2014[^\u2014]*\u2014|\b(?:including\s+"
    r"|primarily\s+(?:purchas\w+\s+)?[\w\s]{0,20}?)?(?:through|via)\b[^,;\u2014]*?"
    r"(?=,|;|\u2014|\s+(?:is|are|was|were|represent|account|each)\b)"
)
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]*)\)")
_REACH = 160
"""How far behind the last percent its base may stand, in characters."""
_ONE_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\s?cent)")
_CHANGE = re.compile(r"\s+(?:increase|decrease|growth|decline|rise|drop|higher|lower)\b")
_REVENUE_OF = re.compile(r"\b(?:revenues?|sales)\s+of\s+$", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,|,? and)\s*")
_FROM_THEM = re.compile(r",?\s+(?:from|to)\s")
_SMALLEST = 100_000
"""A smaller sum may be one in thousands, which only the whole document tells."""
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_QUARTER = re.compile(
    r"\bthree[- ]months?\b|\bquarter\b|\bthree and (?:six|nine)\b|\b(?:13|twelve"
    r"|thirteen) weeks\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
_TO_DATE = re.compile(
    r"\b(?:six|nine)[- ]months?\b|\bfirst (?:half|nine months|six months)\b"
    r"|\byear[- ]to[- ]date\b|\byears? ended\b",
    re.IGNORECASE,
)
_FISCAL = re.compile(r"\bfiscal\b|\bFY\s?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerShare:
    """One customer's part of revenue as one place of the document gives it.

    Parameters
    ----------
    label : "customer-a", or the name where `is_named`, or "customer" where only a count is given.
    fraction, qualifier : the share of revenue. start, end : span to quote.
    period_rank : 0 for the filing's own period, 1 for the year to date in a quarterly report.
    order : which of several unlabelled customers of one sentence.
    amount : the same in money, where the sentence says that too.
    """

    label: str
    fraction: Decimal
    qualifier: Qualifier
    start: int
    end: int
    is_named: bool = False
    is_counted: bool = False
    is_group: bool = False
    period_rank: int = 0
    order: int = 0
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """Which years are the filing's own: calendar, and fiscal where that differs."""

    calendar: int | None
    fiscal: int | None


def read_shares(
    text: str, offset: int, years: Years, known: Gazetteer, own: str
) -> Iterator[CustomerShare]:
    """Shares a sentence gives for the filing's own period.

    Takes "sales to Customer A, a distributor, were 31% of our revenue" and "Two customers made up
    31% and 12% of revenue, respectively"; refuses "No customer represented
    10% or more of total revenue" and shares of accounts receivable.

    Parameters
    ----------
    text, offset : the sentence and its place.
    years : the filing's own years; a sentence on an earlier one is refused.
    known : names worth recognising.
    own : the filer's name, never its own customer.
    """
    if not _REVENUE.search(text) or _is_past(text, years):
        return
    clean = _without_inserts(text)
    percents = _percents(clean)
    if not percents:
        return
    rank = 1 if _TO_DATE.search(text) and not _QUARTER.search(text) else 0
    for subject, group in _readings(text, clean, percents, known, own):
        yield from _shares(text, offset, subject, group, rank)


def _percents(text: str) -> tuple[PercentSpan, ...]:
    """Every percent for itself: "50% and 31%" are two customers here, never a range."""
    spans = []
    for span in find_percents(text):
        if _CHANGE.match(text, span.end):
            continue
        parts = list(_ONE_PERCENT.finditer(text, span.start, span.end))
        if (
            len(parts) < 2
            or not re.search(r"\band\b", text[span.start : span.end])
            or "between" in text[span.start : parts[0].start()]
        ):
            spans.append(span)
            continue
        for part in parts:
            start = span.start if part is parts[0] else part.start()
            spans.append(
                replace(span, fraction=Decimal(part[1]) / 100, start=start, end=part.end())
            )
    return tuple(spans)


def _readings(
    text: str, clean: str, percents: tuple[PercentSpan, ...], known: Gazetteer, own: str
) -> Iterator[tuple[Subject, tuple[PercentSpan, ...]]]:
    """Each verb's subject with the percents that follow it, then the passive form."""
    verbs = list(_VERB.finditer(clean))
    found = False
    left = 0
    for index, verb in enumerate(verbs):
        stop = verbs[index + 1].start() if index + 1 < len(verbs) else len(clean)
        group = tuple(span for span in percents if verb.end() <= span.start < stop)
        if not group:
            continue
        before = clean[left : verb.start()]
        left = group[-1].end
        subject = subject_of(text[verb.start() - len(before) : verb.start()], before, known, own)
        of_revenue = _of_revenue(clean, verb.end(), group, stop)
        if subject is not None and of_revenue:
            found = True
            yield subject, _at_least(of_revenue, verb[0])
    source = _FROM.search(clean)
    if (
        not found
        and source
        and percents[0].start < source.start()
        and "%" in clean[: source.start()]
    ):
        tail = re.split(r"[;.]|\bfor the\b|\bduring\b|\bin (?:fiscal|20)\b", text[source.end() :])[
            0
        ]
        subject = subject_of(tail, tail, known, own)
        group = tuple(span for span in percents if span.start < source.start())
        of_revenue = _of_revenue(clean, 0, group, source.end())
        if subject is not None and of_revenue:
            yield subject, of_revenue


def _shares(
    text: str, offset: int, subject: Subject, group: tuple[PercentSpan, ...], rank: int
) -> Iterator[CustomerShare]:
    """Pair customers with percents: one each, or the figure of the latest period for one."""
    count = len(subject.labels)
    if count == 1 or (
        re.search(r"\beach\b", text[: group[0].start], re.IGNORECASE) and len(group) < count
    ):
        chosen = (group[_latest_index(text, len(group))],) * count
    elif len(group) >= count:
        chosen = group[:count]
    elif len(group) == 1:
        subject, chosen = Subject((f"top {count} customers",), is_group=True), group
        if group[0].qualifier is Qualifier.AT_LEAST:
            return
    else:
        return
    sums = _sums(text[: chosen[0].start])
    for order, (label, span) in enumerate(zip(subject.labels, chosen, strict=False)):
        yield CustomerShare(
            label=label,
            fraction=span.fraction,
            qualifier=span.qualifier,
            start=offset,
            end=offset + len(text),
            is_named=subject.is_named,
            is_counted=subject.is_counted,
            is_group=subject.is_group,
            period_rank=rank,
            order=order,
            amount=sums[order] if len(sums) == count == len(chosen) else None,
        )


def _sums(before: str) -> tuple[Amount, ...]:
    """What each customer paid: "revenue of $12.6 million and $7.8 million from two customers"."""
    spans = find_amounts(before)
    if not spans or not _REVENUE_OF.search(before[: spans[0].start]):
        return ()
    gaps = (before[a.end : b.start] for a, b in pairwise(spans))
    is_list = all(_LIST.fullmatch(gap) for gap in gaps) and _FROM_THEM.match(before, spans[-1].end)
    is_whole = all(span.amount.low and span.amount.low >= _SMALLEST for span in spans)
    return tuple(span.amount for span in spans) if is_list and is_whole else ()


def _latest_index(text: str, count: int) -> int:
    """Which of several percents of one customer belongs to the latest year; the first if unsaid."""
    years = [int(year) for year in _YEAR.findall(text)]
    if count > 1 and len(years) == count:
        return years.index(max(years))
    return 0


def _of_revenue(
    text: str, verb_end: int, group: tuple[PercentSpan, ...], stop: int
) -> tuple[PercentSpan, ...]:
    """The percents that are of revenue: the base named after a percent, or after a later one.

    "16% of revenue and 40% of receivables" keeps the first; "23% and 16% of revenue" both.
    """
    kept: list[PercentSpan] = []
    is_revenue = _base(text[verb_end : group[0].start])
    for index in range(len(group) - 1, -1, -1):
        last = index + 1 == len(group)
        end = min(group[index].end + _REACH, stop) if last else group[index + 1].start
        base = _base(text[group[index].end : end])
        is_revenue = is_revenue if base is None else base
        if is_revenue:
            kept.insert(0, group[index])
    return tuple(kept)


def _base(words: str) -> bool | None:
    """Whether the first base named is revenue; ``None`` where none is named."""
    revenue, other = _REVENUE.search(words), _OTHER_BASE.search(words)
    if revenue is None:
        return None if other is None else False
    return other is None or revenue.start() < other.start()


def _is_past(text: str, years: Years) -> bool:
    """Whether the latest year of a sentence lies before the filing's own."""
    own = (years.fiscal if _FISCAL.search(text) else None) or years.calendar
    mentioned = [int(year) for year in _YEAR.findall(text)]
    return bool(own and mentioned and max(mentioned) < own)


def _at_least(group: tuple[PercentSpan, ...], verb: str) -> tuple[PercentSpan, ...]:
    if not verb.lower().split()[-1].startswith("exceed"):
        return group
    return tuple(replace(span, qualifier=Qualifier.AT_LEAST) for span in group)


def _without_inserts(text: str) -> str:
    """The sentence with remarks blanked out ("through Customer B"), offsets kept."""
    clean = _INSERT.sub(lambda match: " " * len(match[0]), text)
    return _PARENTHESIS.sub(
        lambda match: match[0] if re.search(r"[A-Z]", match["inside"]) else " " * len(match[0]),
        clean,
    )
