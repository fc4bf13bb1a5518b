"""One sentence or headline made ready for patterns: parties, money and dates replaced by marks.

Lives here: `Reading` and how one is made. Not here: the finders (`amounts`, `dates`, `parties`),
the rules that match a reading (`rules`).

Flow: Document -> sentences worth reading -> `Reading`*. In `plain`, "<P0>" stands for the first
party, "<M0>" for the first amount, "<V0>" for money that is no contract size (a price of one share,
a valuation), "<S0>" for a percentage and "<D0>" for an end date. Definitions in brackets,
appositions and adverbs are left out, so that a rule can say what it means: "<P0> agreed to lend
<P1> <M0>".
"""

import re
from collections.abc import Collection, Iterator
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
from graphbuild.extract.confirmed import with_confirmed
from graphbuild.extract.dates import DateSpan, find_dates
from graphbuild.extract.epithets import with_epithets
from graphbuild.extract.gates import Gates, Sieve
from graphbuild.extract.masking import as_sentence, latest_in_turn, masked, simplified
from graphbuild.extract.names import without_legal_form
from graphbuild.extract.parties import Mention, Voice, find_parties, voice_of
from graphbuild.extract.short_names import with_full_names
from graphbuild.extract.subjects import subject_in, subject_of
from graphbuild.records.document import Document, Entry, Fact, Filer, Paragraph

_MONEY = re.compile(r"[$€£¥₩₹]|\b(?:million|billion|trillion|bln|bn|USD|EUR|CAD|RMB)\b")
_DEAL = re.compile(
    r"\b(?:acqui|invest|rais(?:e|ing)|loan|lend|lent\b|borrow|facilit|credit|"
    r"notes?\b|bonds?\b|debt|financ"
    r"|guarant|backstop|warrant|leas(?:e|ing)|convert|contract|agreement|suppl|"
    r"purchas|commit|stake|owned"
    r"|equity|interest in|shares|shareholder|ownership|IPO\b|offering|funding|partner|deal\b|"
    r"deals\b|compute|capacity|foundry"
    r"|\bowns?\b|royalt|revenue|buys?\b|buying|bought|sold|sells?\b|hosting|colocation|"
    r"gigawatt|cloud|capital|round\b"
    r"|fundrais|\bbacked\b|\bbackers?\b|takeover|merge|utiliz|foundr|wafer|fabricat|outsourc|manufactur"
    r"|ventures?\b|company with|net profit|series [a-h]\b|holdings?\b|S-1\b)",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"\bASU (?:No\. ?)?(?:19|20)\d\d-\d+|\bAccounting Standards? (?:Update|Codification)\b"
    r"|\bFASB (?:has )?issued\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One sentence or headline, with what was found in it.

    Parameters
    ----------
    start, end : its span in the document's text.
    full : the text with marks for parties, money and percentages; `plain` is `full`, simplified.
    parties, money, percents, dates : what the marks stand for; spans count from `start`.
    paragraph : where its paragraph starts.
    filer : who says "we": the document's filer, or the company whose newsroom a feed is.
    lender : whom the section before named as the other side of the facility it speaks of.
    raiser : the company that, by the headline of the item, raises money.
    borrower : the vehicle that the section before named "as borrower" of its facility.
    subject : in a report, whom the sentence before was about.
    venture : the joint venture or vehicle without a name that the story told of last.
    antecedent : the one other party the paragraph has named so far, for "the notes" and "the
    agreement".
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
    paragraph: int = 0
    filer: Filer | None = None
    antecedent: Mention | None = None
    raiser: Mention | None = None
    lender: Mention | None = None
    borrower: Mention | None = None
    subject: Mention | None = None
    venture: Mention | None = None


def is_worth_reading(text: str) -> bool:
    """A cheap look for money or a word of deals, before anything is searched for in earnest.

    What accounting standards say of acquirers and lessees is about nobody.
    """
    return bool(_MONEY.search(text) or _speaks_of_deals(text)) and not _STANDARDS.search(text)


_STANDARDS = Sieve(_STANDARD)
_DEAL_WORDS = Gates()
_DEAL_NEED = _DEAL_WORDS.need(_DEAL.pattern)


def _speaks_of_deals(text: str) -> bool:
    return _DEAL_WORDS.bits(text) & _DEAL_NEED == _DEAL_NEED and bool(_DEAL.search(text))


def read(
    document: Document,
    span: tuple[int, int],
    voice: Voice,
    facts: tuple[Fact, ...] = (),
    *,
    entry: Entry | None = None,
    heading: str = "",
    is_headline: bool = False,
    antecedent: Mention | None = None,
    raiser: Mention | None = None,
    paragraph: int = 0,
    lender: Mention | None = None,
    borrower: Mention | None = None,
    subject: Mention | None = None,
    named: Collection[Mention] = (),
    venture: Mention | None = None,
    shown: Collection[str] = (),
) -> Reading:
    """A reading of one span of the document's text."""
    start, end = span
    text = document.text[start:end]
    money = tuple(settled_by_facts(m, start, facts) for m in find_amounts(text))
    percents, dates = find_percents(text), find_dates(text)
    parties = find_parties(text, voice, headline=is_headline, subject=subject_in(text, subject))
    if is_news(document):
        parties, _ = with_confirmed(text, parties, shown)
        parties = with_epithets(text, parties, named, subject)
    else:
        parties = with_full_names(parties, named)
    taken = [(m.start, m.end) for m in money]
    parties = tuple(
        p for p in parties if not any(p.start < stop and first < p.end for first, stop in taken)
    )
    full = latest_in_turn(masked(text, parties, money, percents, dates), dates)
    return Reading(
        document=document,
        text=text,
        start=start,
        end=end,
        full=full,
        plain=simplified(as_sentence(full, text) if is_headline else full),
        parties=parties,
        money=money,
        percents=percents,
        dates=dates,
        entry=entry,
        heading=heading,
        is_headline=is_headline,
        is_news=is_news(document),
        paragraph=paragraph,
        filer=voice.filer,
        antecedent=antecedent,
        raiser=raiser,
        lender=lender,
        borrower=borrower,
        subject=subject,
        venture=venture,
    )


def is_news(document: Document) -> bool:
    """Whether others report: a feed, an article, a text of unknown origin."""
    return bool(document.entries) or document.tier.rank >= 4


def _entry_at(document: Document, start: int) -> Entry | None:
    return next((e for e in document.entries if e.start <= start < e.end), None)


def _readings(document: Document, context: Context) -> Iterator[Reading]:
    voice = voice_of(document, context.names, context.kinds)
    facts = money_facts(document.facts)
    lender, borrower, heading, subject, told = None, None, "", None, None
    raised: Mention | None = None
    venture: Mention | None = None
    named_borrower = _defined_borrower(document, voice)
    borrower = named_borrower
    reports = is_news(document)
    story: dict[str, Mention] = {}
    shown: frozenset[str] = frozenset()
    opening: Mention | None = None
    for paragraph in document.paragraphs:
        entry = _entry_at(document, paragraph.start)
        if entry is not told:
            subject, raised, told, story, venture = None, None, entry, {}, None
            shown, opening = frozenset(), None
        # A new paragraph goes on about whom the one before began with, not about its last aside.
        subject, opening = opening or subject, None
        is_told = is_worth_reading(document.text[paragraph.start : paragraph.end])
        if not is_told and not reports:
            continue
        is_one = _spans(paragraph) == [(paragraph.start, paragraph.end)]
        named: dict[str, Mention] = {}
        raiser = _raiser(entry, voice) or raised
        if heading != paragraph.heading:
            lender, borrower, heading = None, named_borrower, paragraph.heading
        for sentence in paragraph.sentences:
            text = document.text[sentence.start : sentence.end]
            if is_told and 12 <= len(text) <= 2500 and (is_one or is_worth_reading(text)):
                is_headline = bool(entry) and " ".join(text.split()) in " ".join(
                    (entry.title if entry else "").split()
                )
                reading = read(
                    document,
                    (sentence.start, sentence.end),
                    voice,
                    facts,
                    entry=entry,
                    heading=paragraph.heading,
                    is_headline=is_headline,
                    raiser=raiser,
                    lender=lender,
                    borrower=borrower,
                    subject=subject,
                    named=story.values() if reports else named.values(),
                    venture=venture,
                    shown=shown,
                    paragraph=paragraph.start,
                    antecedent=next(iter(named.values())) if len(named) == 1 else None,
                )
                named |= {_key(p): p for p in reading.parties if _is_counterparty(p)}
                lender = _lender(reading) or lender
                borrower = _borrower(reading) or borrower
                venture = _venture(reading) or venture
                if reports:
                    shown |= {_key(p) for p in reading.parties if not p.is_weak}
                    story |= {_key(p): p for p in reading.parties if _is_counterparty(p)}
                    subject = subject_of(reading.plain, reading.parties, subject)
                    opening = opening or subject
                    raised = _raised(reading) or raised
                    raiser = raiser or raised
                yield reading
            elif reports and len(text) <= 2500:
                met, now = with_confirmed(text, find_parties(text, voice), shown)
                shown |= now
                met = with_epithets(text, met, story.values(), subject)
                story |= {_key(p): p for p in met if _is_counterparty(p)}
                subject = subject_of(simplified(masked(text, met, (), (), ())), met, subject)
                opening = opening or subject


def _spans(paragraph: Paragraph) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in paragraph.sentences[:2]]


_LENDER = re.compile(
    r"(?:[Cc]redit|[Ll]oan|[Pp]romissory [Nn]ote|[Ff]inancing|[Ff]acilit(?:y|ies)|[Ll]ine of "
    r"[Cc]redit)(?:(?!<P)[^;]){0,60}? (?:with|from|provided by) (?:the |an agent,? "
    r")?<P(\d+)>"
)


def _lender(reading: Reading) -> Mention | None:
    """The named party with whom, by this sentence, a facility was agreed."""
    match = _LENDER.search(reading.plain)
    party = reading.parties[int(match.group(1))] if match else None
    return party if party and _is_counterparty(party) else None


def _defined_borrower(document: Document, voice: Voice) -> Mention | None:
    """In the report of one event, the company it calls "the Borrower"."""
    full = dict(voice.terms).get("Borrower") if document.kind.startswith("8-K") else None
    return Mention(name=full, start=-1, end=-1, as_written="Borrower") if full else None


_BORROWER = re.compile(r"<P(\d+)>,? as (?:the )?[Bb]orrower\b")


def _borrower(reading: Reading) -> Mention | None:
    """The company that a sentence calls the borrower."""
    match = _BORROWER.search(reading.full)
    party = reading.parties[int(match.group(1))] if match else None
    return party if party and not party.is_unnamed and not party.is_weak else None


_VENTURE = re.compile(r"\b(?:joint venture|JV|venture|vehicle|SPV)\b")


def _venture(reading: Reading) -> Mention | None:
    """The last joint venture or vehicle a sentence speaks of without a name."""
    found = [p for p in reading.parties if p.is_unnamed and _VENTURE.search(p.name)]
    return found[-1] if found else None


_RAISES = re.compile(r"\b(?:[Rr]ais(?:es|ed|ing)|[Ss]eries [A-H]\b|[Ff]unding|[Cc]loses)")


def _raiser(entry: Entry | None, voice: Voice) -> Mention | None:
    """Who, by the headline, raises money: its first party before the verb."""
    raises = _RAISES.search(entry.title) if entry else None
    if entry is None or raises is None:
        return None
    parties = find_parties(entry.title, voice, headline=True)
    before = [p for p in parties if p.end <= raises.start() and not p.is_unnamed]
    return before[0] if len(before) == 1 else None


_ROUND_OF = re.compile(
    r"<P(\d+)>,? (?:(?:is|are|has|have|been|will|plans to|also) )*(?:rais\w+|expand\w+|lift\w+|"
    r"increas\w+|upsiz\w+) (?:(?!<P|<M)[^;]){0,50}?(?:financing|fundrais\w+|funding)\b|"
    r"<P(\d+)>,? (?:has |have )?(?:selected|tapped|picked|chosen|hired|chose) "
    r"<P\d+>(?:(?:,|,? and) <P\d+>)* to (?:lead|arrange|provide)(?:(?!<P)[^;]){0,60}financing|"
    r"<M\d+> (?:[a-z-]+ ){0,3}?(?:financing|funding)(?: package| deal)? (?:for|to) "
    r"(?:(?!<P)[^;]){0,30}?<P(\d+)>|"
    r"[Ii]nvest\w* in(?:to)? <P(\d+)> as part of (?:(?!<P)[^;]){0,60}round|"
    r"<P(\d+)>'s (?:[a-z]+ ){0,2}(?:funding|financing)? ?(?:round|[Ss]eries [A-H])\b|"
    r"<P(\d+)>,? (?:(?!<P)[^;]){0,90}?(?:[Rr]ais(?:es|ed|ing)|[Cc]los(?:es|ed)|[Ss]ecured|"
    r"[Ll]anded|[Cc]ompleted)"
    r"(?:(?!<P)[^;]){0,60}?(?:[Ss]eries [A-H]|[Rr]ound|(?<=> )investment|(?<=> )in (?:[a-z-]+ )?"
    r"(?:funding|equity|financing))\b|"
    r"(?:[Rr]ound|[Ss]eries [A-H]) (?:in|for|of) (?:(?!<P)[^;]){0,50}?<P(\d+)>"
)


def _raised(reading: Reading) -> Mention | None:
    """The company whose round a sentence of a report tells of."""
    match = _ROUND_OF.search(reading.plain)
    party = reading.parties[int(next(filter(None, match.groups())))] if match else None
    return party if party and not party.is_unnamed and not party.is_agent else None


def _key(mention: Mention) -> str:
    return without_legal_form(mention.name).lower()


def _is_counterparty(mention: Mention) -> bool:
    return not (mention.is_filer or mention.is_unnamed or mention.is_weak or mention.is_agent)


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
