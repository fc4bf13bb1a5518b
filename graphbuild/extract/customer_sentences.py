"""Customers' shares of revenue in sentences: "Customer A represented 23% of revenue".

Lives here: reading one sentence into shares. Not here: tables, XBRL and which of several readings
of one customer stands (`concentration`).

Flow: sentence -> verb and what stands before and after it -> `CustomerShare`*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.extract.amounts import PercentSpan, find_percents
from graphbuild.extract.names import Gazetteer, find_names
from graphbuild.records.money import Qualifier

_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "single": 1, "another": 1, "largest": 1, "second": 1, "third": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_COUNTS = "|".join(_NUMBERS)
_NOUN = (
    r"(?:customers?|clients?|pool operators?|end[- ]users?|lessees?|tenants?"
    r"|distributors?|resellers?|partners?)"
)
_ID = r"(?:[A-Z]|\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|II|III|IV|VI)"
_LABELS = re.compile(
    rf"(?P<kind>(?:[Ii]ndirect|[Dd]irect|[Ee]nd)\s+)?(?:Customers?|Clients?"
    rf"|CUSTOMERS?)\s+(?P<ids>{_ID}\b"
    rf"(?:\s*(?:,\s*and|,|and|&)\s*(?:(?:(?:[Ii]n)?[Dd]irect\s+)?(?:Customers?"
    rf"|Clients?)\s+)?{_ID}\b)*)"
)
_COUNTED = re.compile(
    rf"\b(?P<top>(?:top|largest|biggest)\s+)?(?<![\d.,$])(?P<count>{_COUNTS}|\d{{1,2}})\b"
    rf"(?P<between>(?:\s+(?!(?:of|in|or|to|and|from|by|million|billion|months?|years?"
    rf"|quarters?|{_COUNTS})\b)[\w’'-]+){{0,5}}?)"
    rf"\s+(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:together|collectively|combined|in (?:the )?aggregate|aggregate|in total|a total of)\b",
    re.IGNORECASE,
)
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
_NEGATION = re.compile(
    r"\b(?:no|none|not|neither|nor|without|never|fewer|any|if|may|could|might"
    r"|would)\b",
    re.IGNORECASE,
)
_INSERT = re.compile(
    r"\u2014[^\u2014]*\u2014|\b(?:including\s+"
    r"|primarily\s+(?:purchas\w+\s+)?[\w\s]{0,20}?)?(?:through|via)\b[^,;\u2014]*?"
    r"(?=,|;|\u2014|\s+(?:is|are|was|were|represent|account|each)\b)"
)
_PARENTHESIS = re.compile(r"\((?P<inside>[^()]*)\)")
_ONE_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per\s?cent)")
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
    fraction, qualifier : the share of revenue.
    start, end : span to quote.
    period_rank : 0 for the filing's own period, 1 for the year to date in a quarterly report.
    order : which of several unlabelled customers of one sentence.
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


@dataclass(frozen=True, slots=True)
class Years:
    """Which years are the filing's own: calendar, and fiscal where that differs."""

    calendar: int | None
    fiscal: int | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who is meant by the words before a verb."""

    labels: tuple[str, ...]
    is_named: bool = False
    is_counted: bool = False
    is_group: bool = False


def read_shares(
    text: str, offset: int, years: Years, known: Gazetteer, own: str
) -> Iterator[CustomerShare]:
    """Shares a sentence gives for the filing's own period.

    Takes "sales to one direct customer, Customer A, represented 23% of total revenue" and "Two
    customers accounted for 23% and 16% of revenue, respectively"; refuses "No customer represented
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
) -> Iterator[tuple[_Subject, tuple[PercentSpan, ...]]]:
    """Each verb's subject with the percents that follow it, then the passive form."""
    verbs = list(_VERB.finditer(clean))
    found = False
    left = 0
    for index, verb in enumerate(verbs):
        stop = verbs[index + 1].start() if index + 1 < len(verbs) else len(clean)
        group = tuple(span for span in percents if verb.end() <= span.start < stop)
        if not group:
            continue
        before, after = clean[left : verb.start()], clean[group[-1].end :][:160]
        left = group[-1].end
        subject = _subject(
            text[: verb.start()][-len(before) :] if before else "", before, known, own
        )
        if subject is not None and _is_of_revenue(clean[verb.end() : group[0].start], after):
            found = True
            yield subject, _at_least(group, verb[0])
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
        subject = _subject(tail, tail, known, own)
        group = tuple(span for span in percents if span.start < source.start())
        if subject is not None and _is_of_revenue("", clean[group[-1].end : source.end()]):
            yield subject, group


def read_labels(text: str) -> tuple[str, ...]:
    """Labels the filer gives customers it does not name; a direct customer is a customer.

    >>> read_labels("Direct Customers A and B"), read_labels("Indirect Customer 1")
    (('customer a', 'customer b'), ('indirect customer 1',))
    """
    labels = []
    for match in _LABELS.finditer(text):
        kind = "indirect " if (match["kind"] or "").lower().startswith(("indirect", "end")) else ""
        ids = re.findall(rf"\b(?!Customers?\b|Clients?\b){_ID}\b", match["ids"])
        labels += [f"{kind}customer {one.lower()}" for one in ids]
    return tuple(dict.fromkeys(labels))


def _subject(text: str, clean: str, known: Gazetteer, own: str) -> _Subject | None:
    """Labels, names or a count among the words before a verb; ``None`` for nobody in particular."""
    last = re.split(r"[;:]|\brespectively,?\s+and\b", clean)[-1]
    if _NEGATION.search(last):
        return None
    labels = read_labels(last)
    if labels:
        return _Subject(labels)
    names = _named(text, last, known, own)
    if names:
        return _Subject(names, is_named=True)
    return _counted(last)


def _counted(text: str) -> _Subject | None:
    matches = list(_COUNTED.finditer(text))
    if not matches:
        return None
    match = matches[-1]
    count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
    words = f"{match['top'] or ''}{match['between']}".lower()
    kind = "indirect " if "indirect" in words else ""
    is_top = bool(re.search(r"\b(?:top|largest|biggest|significant|major)\b", words))
    if (count > 1 and _TOGETHER.search(text)) or (count > 3 and is_top):
        return _Subject((f"top {match['count'].lower()} customers",), is_group=True)
    return _Subject((f"{kind}customer",) * count, is_counted=True, is_group=False)


def _named(text: str, last: str, known: Gazetteer, own: str) -> tuple[str, ...]:
    """Names that close the words before the verb, or stand beside the word customer."""
    part = text[-len(last) :] if len(last) <= len(text) else text
    has_noun = bool(re.search(rf"\b{_NOUN}\b", last, re.IGNORECASE))
    names: list[str] = []
    for span in find_names(part, known):
        gap = part[span.end :].strip(" ,.()")
        is_last = not gap or re.fullmatch(
            r"(?:and|,|&|each|which|who|that|also|Inc|Ltd|LLC|\W|[A-Z][\w.&’'-]*\s?)*", gap
        )
        is_trusted = span.is_known or (
            has_noun and (span.is_organisation or f"({span.name})" in part)
        )
        if (
            is_last
            and is_trusted
            and not own.lower().startswith(span.name.lower())
            and span.name.lower() not in own.lower()
        ):
            names.append(span.name)
    return tuple(dict.fromkeys(names))


def _shares(
    text: str, offset: int, subject: _Subject, group: tuple[PercentSpan, ...], rank: int
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
        subject, chosen = _Subject((f"top {count} customers",), is_group=True), group
        if group[0].qualifier is Qualifier.AT_LEAST:
            return
    else:
        return
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
        )


def _latest_index(text: str, count: int) -> int:
    """Which of several percents of one customer belongs to the latest year; the first if unsaid."""
    years = [int(year) for year in _YEAR.findall(text)]
    if count > 1 and len(years) == count:
        return years.index(max(years))
    return 0


def _is_of_revenue(between: str, after: str) -> bool:
    """Whether the percents are of revenue: the first base named after (or before) them decides."""
    for words in (after, between):
        revenue, other = _REVENUE.search(words), _OTHER_BASE.search(words)
        if revenue:
            return other is None or revenue.start() < other.start()
        if other:
            return False
    return False


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
