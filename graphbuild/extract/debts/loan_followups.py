"""What later sentences say of a loan told before: drawn, owed, enlarged, ended.

Accepts: "The outstanding balance of the line of credit was $3.1 million."
Accepts: "Advances of $6.4 million have been financed by the Company to Lumen Robotics."
Refuses: "As of June 30, 2026, $1.4 billion remained available under the facility."

Lives here: sentences that need the loan told before, for its two sides or for which of them the
filer is. Not here: their wordings (`loan_statements`), which loans were told (`loan_deals`),
sentences that name both sides (`lending`, `debt`).

Flow: Document -> `Reading`* -> the loan each refers to -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, reduce
from operator import or_

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.debts.loan_deals import (
    FILER_OWES,
    MAY_OPEN,
    OPENINGS,
    Deal,
    deal_meant,
    deals_in,
    is_in_note,
)
from graphbuild.extract.debts.loan_statements import STATEMENTS
from graphbuild.extract.debts.loan_wording import Statement
from graphbuild.extract.grammar.amounts import may_hold_money
from graphbuild.extract.grammar.gates import WORDS
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import debt_instrument, is_conditional
from graphbuild.extract.sentences.claiming import amount_of, build, is_added
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.sides import acting_subsidiary
from graphbuild.extract.sentences.telling import Told, need_of
from graphbuild.extract.sentences.telling import told as told_in
from graphbuild.extract.sentences.templates import outline, template_of
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document, Filer
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure

_LOANS = re.compile(
    r"loan|facilit|credit|note|advance|draw|drew|balance|mortgage|tranche|borrow|line|financ|"
    r"commitment|agreement|lend|lent|revolv"
)
_LOAN_WORDS = re.compile(
    r"\b(?:loans?|facilit|credit|notes?\b|advance|draw|drew|balance|mortgage|tranche|borrow|line|"
    r"financ|commitment|agreement)"
)
_OF_DEBTS = re.compile(
    r"\b(?:[Dd]ebt|DEBT|[Ll]oans?|LOANS?|[Bb]orrowings?|BORROWINGS|[Nn]otes? [Pp]ayable|NOTES? "
    r"PAYABLE|[Cc]redit [Ff]acilit|[Mm]ortgage)"
)
_WITHOUT_FIGURE = re.compile(r"repaid|paid|terminat|settled|cancel|retired|extinguish|guarante")
_RISK = re.compile(
    r"\b(?:covenants?|events? of default|fair value|interest expense|interest income|liquidity of|"
    r"could(?! be (?:increased|extended|expanded|upsized))|hypothetical"
    r"|conversion (?:price|rate)|allowance)\b"
)
_WITHIN = re.compile(
    r"[^<>;]{0,40}?(?:sub-?limit|sub-?facility|accordion|letters? of credit|swing)"
)
"""After a figure: it is a part of a facility that lends nothing of its own."""
_OF_CREDIT = re.compile(r"of credit,? (?:of|totaling|totalling|for) $")
_HELD = re.compile(r"(?:loans?|notes|mortgages?) (?:receivable )?held[- ]for", re.IGNORECASE)
"""Loans a bank has made."""
_EARLIER = re.compile(r"(?:\bzero|\bnil|\bnone|<V\d+>|—) and (?:an? |the )?$")
_SURE_ALONE = re.compile(
    r"[Cc]redit [Ff]acility|[Cc]redit [Aa]greement|[Ll]ine of [Cc]redit|[Tt]erm [Ll]oan|[Rr]evolv|"
    r"[Ll]oan [Aa]greement|[Bb]ridge|DDTL|[Mm]ortgage"
)
_ASSETS = re.compile(
    r"receivable(?!s? (?:securiti|facilit|purchase fac|financing fac|loan))"
    r"|investment"
    r"|customer|lending|subsequent to lend",
    re.IGNORECASE,
)
_STALE_DAYS = 80


def find_followups(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of sentences that go on about a loan told before, in order."""
    sentences = told_in(document, context)
    if sentences.is_news:
        return
    told: list[Deal] = []
    readings = tuple(_of_loans(sentences))
    for reading, opened in zip(readings, deals_in(readings), strict=True):
        if opened is not None:
            told.append(opened)
        if reading.filer is not None and not has_no_statement(reading):
            yield from _claims(reading, told)


def _of_loans(sentences: Told) -> Iterator[Reading]:
    """The sentences that may open a loan or go on about one."""
    opening = frozenset(sentences.with_words(*map(need_of, OPENINGS)))
    owing = frozenset(sentences.with_words(need_of(FILER_OWES)))
    going_on = frozenset(sentences.with_words(*_needs()))
    for index in sentences.with_words(need_of(_LOANS)):
        text = sentences.text(index)
        may_open = (index in owing or index in opening) and bool(MAY_OPEN.search(text))
        reading = None
        if (index in owing and may_open) or (index in going_on and _goes_on(text)):
            reading = sentences.reading(index)
        elif index in opening and may_open:
            reading = sentences.reading_of_others(index)
        if reading is not None:
            yield reading


@cache
def _needs() -> tuple[int, ...]:
    """For each statement, the bits of the words without which a sentence does not make it."""
    expressions = [(s.cue, s.needs, outline(s.template)) for s in STATEMENTS]
    return tuple(dict.fromkeys(reduce(or_, map(WORDS.need, each)) for each in expressions))


def _goes_on(text: str) -> bool:
    """Whether a sentence may say something of a loan told before."""
    lowered = text.lower()
    is_of_loan = _is_of_loan(lowered, has_figure=may_hold_money(text))
    return is_of_loan and any(statement.applies(lowered) for statement in STATEMENTS)


def _is_of_loan(lowered: str, *, has_figure: bool) -> bool:
    """Whether a sentence, in small letters, tells of a loan: a figure of it, or its end."""
    if not _LOAN_WORDS.search(lowered) or _RISK.search(lowered):
        return False
    return has_figure or bool(_WITHOUT_FIGURE.search(lowered))


def _claims(reading: Reading, told: list[Deal]) -> Iterator[Claim]:
    lowered = reading.text.lower()
    if not _is_of_loan(lowered, has_figure="<M" in reading.plain):
        return
    taken: set[str] = set()
    for statement in STATEMENTS:
        if not statement.applies(lowered):
            continue
        for match in template_of(statement.template).finditer(reading.plain):
            mark = (
                match["amount"] or match.groupdict().get("amount2")
                if ("amount" in match.re.groupindex)
                else None
            )
            if mark and mark in taken:
                continue
            made = tuple(_claim(reading, statement, match, mark, told))
            if made and mark:
                taken.add(mark)
            yield from made


def _is_of_something_else(text: str, mark: str) -> bool:
    """Whether a figure is of a letter of credit, a part that lends nothing, or last year."""
    place = text.find(mark)
    return bool(
        _OF_CREDIT.search(text, 0, place)
        or _WITHIN.match(text, place + len(mark))
        or _EARLIER.search(text, 0, place)
    )


def _claim(
    reading: Reading,
    statement: Statement,
    match: re.Match[str],
    mark: str | None,
    told: list[Deal],
) -> Iterator[Claim]:
    ref = _reference(match)
    deal = _deal(reading, match, ref, told)
    if deal is None and statement.in_note and _OF_DEBTS.search(reading.heading):
        deal = _of_subject(reading, match, told)
    if deal is None or not _is_about(reading, match, deal):
        return
    guarantor = match.groupdict().get("guarantor")
    if guarantor:
        yield from _guarantee(reading, reading.parties[int(guarantor)], deal)
        return
    if is_conditional(match.string[: match.start()] + match.group()[:4]):
        return
    if _HELD.search(reading.text) or (mark and _is_of_something_else(match.string, mark)):
        return
    if statement.measure is Measure.OUTSTANDING and _is_stale(reading):
        return
    is_part = "part" in match.re.groupindex
    instrument = _instrument(_raw(reading, match.group() if is_part or not ref else ref), deal)
    amount = amount_of(reading, mark)
    if instrument is InstrumentId.LOAN and _repeats_size(statement, reading, deal, amount):
        return
    is_more = statement.measure is Measure.CEILING and is_added(reading, mark)
    yield from build(
        reading,
        LOAN_FOLLOWUPS.label,
        instrument=instrument,
        sources=[deal.lender],
        targets=[deal.borrower],
        status=statement.status,
        amount=amount,
        measure=Measure.COMMITTED if is_more else statement.measure,
        is_increment=is_more,
    )


def _guarantee(reading: Reading, guarantor: Mention, deal: Deal) -> Iterator[Claim]:
    """Owed to the lender, where the document names it; else told as the borrower's."""
    if guarantor.is_unnamed or plain_name(guarantor.name) == plain_name(deal.borrower.name):
        return
    yield from build(
        reading,
        LOAN_FOLLOWUPS.label,
        instrument=InstrumentId.GUARANTEE,
        sources=[guarantor],
        targets=[deal.lender if deal.is_named else deal.borrower],
        status=Status.FUNDED,
        obligor=deal.borrower,
    )


def _repeats_size(
    statement: Statement, reading: Reading, deal: Deal, amount: Amount | None
) -> bool:
    """A term loan is drawn at once: its balance repeats the size an earlier sentence gave."""
    is_earlier = deal.sentence != reading.text.lower()
    is_again = amount is not None and amount.point in deal.sizes
    return is_earlier and is_again and statement.status is Status.FUNDED


def _reference(match: re.Match[str]) -> str:
    groups = match.groupdict()
    names = ("ref", "ref2", "ref3", "part")
    return next((groups[name] for name in names if groups.get(name)), None) or ""


def _raw(reading: Reading, words: str) -> str:
    """The words with dates and names as written, so that a defined name can be found in them."""
    words = re.sub(r"<D(\d+)>", lambda m: _text(reading, reading.dates[int(m.group(1))]), words)
    return re.sub(r"<P(\d+)>", lambda m: _text(reading, reading.parties[int(m.group(1))]), words)


def _text(reading: Reading, span: object) -> str:
    start, end = getattr(span, "start", 0), getattr(span, "end", 0)
    return reading.text[start:end]


def _deal(reading: Reading, match: re.Match[str], ref: str, told: list[Deal]) -> Deal | None:
    giver, taker = (match.groupdict().get(side) for side in ("giver", "taker"))
    if taker and not giver and reading.filer:
        return _between(filer_mention(reading.filer), reading.parties[int(taker)], reading)
    if giver and taker:
        return _between(reading.parties[int(giver)], reading.parties[int(taker)], reading)
    owed_to = match.groupdict().get("owed_to")
    if owed_to:
        return _owed_to(reading.parties[int(owed_to)], reading, told)
    if "part" in match.re.groupindex:
        return deal_meant(reading.text, reading, told) or _own(reading, told)
    deal = deal_meant(_raw(reading, ref), reading, told) if ref else _last(reading, told)
    if deal is None and ref and _SURE_ALONE.search(ref):
        return _own(reading, told)
    return deal


def _between(lender: Mention, borrower: Mention, reading: Reading) -> Deal | None:
    if lender.is_unnamed or borrower.is_unnamed:
        return None
    return Deal(
        lender=lender,
        borrower=borrower,
        terms=(),
        words="loan",
        heading=reading.heading,
        paragraph=reading.paragraph,
    )


def _owed_to(lender: Mention, reading: Reading, told: list[Deal]) -> Deal | None:
    """The loan of that lender: to whom it lent before, else to the sentence's subject."""
    before = [deal for deal in told if plain_name(deal.lender.name) == plain_name(lender.name)]
    if before:
        return before[-1]
    subject = next((p for p in reading.parties if p.start < lender.start), None)
    if reading.filer is None or lender.is_filer or lender.is_agent:
        return None
    is_vehicle = subject and not (subject.is_unnamed or subject.is_weak or subject.is_filer)
    borrower = subject if subject and is_vehicle else filer_mention(reading.filer)
    return replace(_own_deal(reading), lender=lender, borrower=borrower)


def _last(reading: Reading, told: list[Deal]) -> Deal | None:
    here = [deal for deal in told if deal.paragraph == reading.paragraph]
    return here[-1] if here else None


def _own(reading: Reading, told: list[Deal]) -> Deal | None:
    """The facility of the filer, or of its vehicle, that nothing before has told of.

    Where every loan of the note is one company's, so is this.
    """
    if reading.filer is None or _ASSETS.search(f"{reading.heading} {reading.text}"):
        return None
    found = _own_deal(reading)
    in_note = {plain_name(d.borrower.name): d.borrower for d in told if is_in_note(d, reading)}
    borrower = next(iter(in_note.values())) if len(in_note) == 1 else found.borrower
    return replace(
        found,
        lender=reading.before.lender or found.lender,
        borrower=acting_subsidiary(reading) or reading.before.borrower or borrower,
    )


def _of_subject(reading: Reading, match: re.Match[str], told: list[Deal]) -> Deal | None:
    """What the sentence's subject borrowed: "Alder LLC closed a refinancing, whereby it ..."."""
    marks = re.findall(r"<P(\d+)>", match.group()) or re.findall(r"<P(\d+)>", match.string)
    deal = _own(reading, told)
    borrower = reading.parties[int(marks[0])] if marks else None
    if deal is None or borrower is None or borrower.is_filer:
        return deal
    return replace(deal, borrower=borrower) if borrower.is_certain else None


def _own_deal(reading: Reading) -> Deal:
    filer = reading.filer or Filer(name="")
    return Deal(
        lender=unnamed_mention("lenders"),
        borrower=filer_mention(filer),
        terms=(),
        words="",
        heading=reading.heading,
        paragraph=reading.paragraph,
    )


def _is_about(reading: Reading, match: re.Match[str], deal: Deal) -> bool:
    """No other company stands in the matched words: they would be about its loan."""
    sides = {plain_name(deal.lender.name), plain_name(deal.borrower.name)}
    within = [reading.parties[int(i)] for i in re.findall(r"<P(\d+)>", match.group())]
    others = [m for m in within if not (m.is_filer or m.is_weak or m.is_unnamed)]
    return "guarantor" in match.groupdict() or all(plain_name(m.name) in sides for m in others)


def _is_stale(reading: Reading) -> bool:
    """Whether every date of the sentence is well before the report's own."""
    close = reading.document.period_end
    days = [d.date.last_day() for d in reading.dates if d.cue in {"as_of", "event", ""}]
    return close is not None and bool(days) and (close.last_day() - max(days)).days > _STALE_DAYS


def _instrument(ref: str, deal: Deal) -> InstrumentId:
    """By the reference's own words; a bare "the facility" is what the contract was called."""
    for words in (ref.lower(), deal.words):
        if re.search(r"securiti[sz]|asset-backed", words):
            return InstrumentId.ABS
        if re.search(r"vendor|supplier financ", words):
            return InstrumentId.VENDOR_FINANCING
        if re.search(r"(?<!non-)revolv|line of credit|credit line|\brloc\b|\brcf\b", words):
            return InstrumentId.REVOLVER
        if re.search(r"term loan|delayed|ddtl|note|mortgage|equipment", words):
            return InstrumentId.LOAN
    return (
        InstrumentId.REVOLVER
        if debt_instrument(deal.words) is InstrumentId.REVOLVER
        else (InstrumentId.LOAN)
    )


LOAN_FOLLOWUPS = Pattern("loan_followups", 1, find_followups)
