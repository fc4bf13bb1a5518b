"""One sentence or headline made ready for patterns: parties, money and dates replaced by marks.

Lives here: `Reading` and how one is made. Not here: the finders (`amounts`, `dates`, `parties`), the
rules that match a reading (`rules`).

Flow: Document -> sentences worth reading -> `Reading`*. In `plain`, "<P0>" stands for the first party,
"<M0>" for the first amount, "<V0>" for money that is no contract size (a price of one share, a
valuation), "<S0>" for a percentage and "<D0>" for an end date. Definitions in brackets, appositions
and adverbs are left out, so that a rule can say what it means: "<P0> agreed to lend <P1> <M0>".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.amounts import (
    MoneySpan,
    PercentSpan,
    find_amounts,
    find_percents,
    money_facts,
    settled_by_facts,
)
from graphbuild.extract.base import Context
from graphbuild.extract.dates import DateSpan, find_dates
from graphbuild.extract.names import is_title_case
from graphbuild.extract.parties import Mention, Voice, find_parties, voice_of
from graphbuild.records.document import Document, Entry, Fact

_MONEY = re.compile(r"[$€£¥₩₹]|\b(?:million|billion|trillion|bln|bn|USD|EUR|CAD|RMB)\b")
_DEAL = re.compile(
    r"\b(?:acqui|invest|rais(?:e|ing)|loan|lend|lent\b|borrow|facilit|credit|notes?\b|bonds?\b|debt|financ"
    r"|guarant|backstop|warrant|leas(?:e|ing)|convert|contract|agreement|suppl|purchas|commit|stake|owned"
    r"|equity|interest in|shares|ownership|IPO\b|offering|funding|partner|deal\b|deals\b|compute|capacity|foundry"
    r"|royalt|revenue|buys?\b|buying|bought|sold|sells?\b|hosting|colocation|gigawatt|cloud|capital|round\b"
    r"|takeover|merge|series [a-h]\b|holdings?\b|S-1\b)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_DROPPED_WORDS = re.compile(
    r"\b(?:also|today|recently|separately|concurrently|already|currently|newly|further|again|simultaneously"
    r"|successfully|subsequently|initially|jointly|together|just|now|indirectly|directly|collectively"
    r"|publicly|privately|mutually|effectively|formally|officially|finally|(?:late |early )?(?:on |this )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?"
    r"|(?:earlier |later )?(?:this|last) (?:week|month|year|quarter))\b,?\s?",
)
_DATE_PHRASE = re.compile(
    r",?\s?\b(?:[Oo]n|[Ii]n|[Dd]ated(?: as of)?|[Ee]ffective(?: as of)?|[Dd]uring|[Ss]ince|[Aa]s of|[Aa]s at|[Aa]t)\s+"
    r"(?:the\s+)?(?:(?:three|six|nine|twelve) months ended\s+|(?:fiscal )?(?:quarter|years?|period) ended\s+|early |late |mid-)?"
    r"<D\d+>(?:(?:,| and|, and| or|-| –)? <D\d+>)*,?"
)
_TIDY = (
    (re.compile(r"<P\d+>['’]s? (?=<P\d+>)"), ""),
    (re.compile(r"\b[A-Z]\w+['’]s (?:\w+ )?(?=<P\d+>)"), ""),
    (re.compile(r"<P\d+>[- –](?:owned|backed|led|controlled|based|linked|tied) (?=<P\d+>|[a-z])"), ""),
    (
        re.compile(
            r"(<P\d+>),? (?:an?|the|its|our|one of|which|whose|who|formerly|through|via|together with|along with)"
            r" (?!Company\b)[^,<>]{2,100}(?:<P\d+>[^,<>]{0,40})?,(?! (?:<P|and <P))"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(<P\d+>),? (?:said|announced|disclosed|confirmed|revealed|says|announces|reported)"
            r"(?: (?:it|they|<P\d+>))?(?: [^<>,]{0,40})?,? (?:that )?(?:it|they|the (?:company|chipmaker|startup|group|firm))"
            r"(?= (?:has|had|have|is|was|will|would|plans|intends|agreed|entered|signed|expects|completed|closed|raised|acquired|sold|bought|issued))"
        ),
        r"\1",
    ),
    (re.compile(r" ?, ?,"), ","),
    (re.compile(r"^[,\s]+"), ""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence or headline, with what was found in it.

    Parameters
    ----------
    start, end : its span in the document's text.
    full : the text with marks for parties, money and percentages; `plain` is `full`, simplified.
    parties, money, percents, dates : what the marks stand for; spans count from `start`.
    """

    document: Document
    text: str
    start: int
    end: int
    full: str
    plain: str
    parties: tuple[Mention, ...]
    money: tuple[MoneySpan, ...]
    percents: tuple[PercentSpan, ...]
    dates: tuple[DateSpan, ...]
    entry: Entry | None = None
    heading: str = ""
    is_headline: bool = False
    is_news: bool = False


def is_worth_reading(text: str) -> bool:
    """A cheap look for money or a word of deals, before anything is searched for in earnest."""
    return bool(_MONEY.search(text) or _DEAL.search(text))


def _dropped_brackets(text: str, money: tuple[MoneySpan, ...]) -> list[tuple[int, int]]:
    """Brackets to leave out: all but those that hold the only statement of an amount."""
    dropped = []
    for match in _BRACKETS.finditer(text):
        inside = any(match.start() < m.figure_start < match.end() for m in money)
        repeats = any(0 <= match.start() - m.end <= 2 for m in money)
        if not inside or repeats:
            dropped.append(match.span())
    return dropped


def _mark(money: MoneySpan) -> str:
    return "V" if money.is_price or money.is_valuation or money.is_old else "M"


def _masked(
    text: str,
    parties: tuple[Mention, ...],
    money: tuple[MoneySpan, ...],
    percents: tuple[PercentSpan, ...],
    dates: tuple[DateSpan, ...],
) -> str:
    """The text with marks; agents are masked as "agent" so that no rule takes them."""
    marks: list[tuple[int, int, str]] = [
        (m.start, m.end, f"<{_mark(m)}{i}>") for i, m in enumerate(money)
    ]
    marks += [(p.start, p.end, f"<S{i}>") for i, p in enumerate(percents)]
    marks += [(d.start, d.end, f"<D{i}>") for i, d in enumerate(dates)]
    for i, party in enumerate(parties):
        mark = f"<P{i}>'s" if party.is_possessive else f"<P{i}>"
        marks.append((party.start, party.end, "an agent" if party.is_agent else mark))
    marks += [(start, end, "") for start, end in _dropped_brackets(text, money)]
    pieces, position = [], 0
    for start, end, mark in sorted(marks, key=lambda m: (m[0], bool(m[2]), -m[1])):
        if start >= position:
            pieces += [text[position:start], mark]
            position = end
    masked = "".join([*pieces, text[position:]]).replace("’", "'")
    return " ".join(masked.split())


def _simplified(full: str) -> str:
    plain = _DATE_PHRASE.sub("", full)
    plain = _DROPPED_WORDS.sub("", plain)
    for pattern, replacement in _TIDY:
        plain = pattern.sub(replacement, plain)
    return " ".join(plain.split())


def read(
    document: Document,
    span: tuple[int, int],
    voice: Voice,
    facts: tuple[Fact, ...] = (),
    *,
    entry: Entry | None = None,
    heading: str = "",
    is_headline: bool = False,
) -> Reading:
    """A reading of one span of the document's text."""
    start, end = span
    text = document.text[start:end]
    money = tuple(settled_by_facts(m, start, facts) for m in find_amounts(text))
    percents, dates = find_percents(text), find_dates(text)
    parties = find_parties(text, voice, title_case=is_headline and is_title_case(text))
    taken = [(m.start, m.end) for m in money]
    parties = tuple(
        p for p in parties if not any(p.start < stop and first < p.end for first, stop in taken)
    )
    full = _masked(text, parties, money, percents, dates)
    return Reading(
        document=document,
        text=text,
        start=start,
        end=end,
        full=full,
        plain=_simplified(full),
        parties=parties,
        money=money,
        percents=percents,
        dates=dates,
        entry=entry,
        heading=heading,
        is_headline=is_headline,
        is_news=bool(document.entries) or document.tier.rank >= 4,
    )


def _entry_at(document: Document, start: int) -> Entry | None:
    return next((e for e in document.entries if e.start <= start < e.end), None)


def _readings(document: Document, context: Context) -> Iterator[Reading]:
    voice = voice_of(document, context.names)
    facts = money_facts(document.facts)
    for paragraph in document.paragraphs:
        entry = _entry_at(document, paragraph.start)
        for sentence in paragraph.sentences:
            text = document.text[sentence.start : sentence.end]
            if 12 <= len(text) <= 2500 and is_worth_reading(text):
                is_headline = bool(entry) and " ".join(text.split()) in " ".join(
                    (entry.title if entry else "").split()
                )
                yield read(
                    document,
                    (sentence.start, sentence.end),
                    voice,
                    facts,
                    entry=entry,
                    heading=paragraph.heading,
                    is_headline=is_headline,
                )


_latest: list[tuple[Document, Context, tuple[Reading, ...]]] = []


def readings(document: Document, context: Context) -> tuple[Reading, ...]:
    """Every sentence worth reading, in order.

    The latest document's readings are kept, because each pattern asks for the same ones; identity
    decides, so the result never depends on what was read before.
    """
    if _latest and _latest[0][0] is document and _latest[0][1] is context:
        return _latest[0][2]
    made = tuple(_readings(document, context))
    _latest[:] = [(document, context, made)]
    return made
