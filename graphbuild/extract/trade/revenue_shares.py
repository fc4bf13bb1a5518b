"""Parts of revenue or profit that one party owes another: hosting fees, royalties, commissions.

Accepts: "Quillstone is entitled to 35% of the net profit that the machines bring in."
Accepts: "We paid $4 million of royalties to Lumen Robotics in fiscal year 2026."
Refuses: "We will pay the placement agent a cash fee equal to 7% of the gross proceeds."

Lives here: such parts where the words name who receives them, or the paragraph's agreement does.
Not here: headline news of revenue shared (`stakes`), shares of the filer's own revenue that a
customer stands for (`concentration`).

Flow: Reading, the readings before it -> payer, recipient, share or sum -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.wording import is_conditional
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.trade.section_partners import partner_of, whole_name
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LABEL = "revenue_shares/1"
_GAINS = r"(?:net |gross |operating |adjusted |total )*(?:profits?|revenues?|sales|earnings|margin)"
_PART = (
    r"(?:respective(?:ly)? )?(?P<share><S\d+>)(?:(?:,? and|,) <S\d+>)*,?"
    r"(?: respectively,?)? (?:of|on) (?:(?:the|its|their|our|all|any|such|<P\d+>'s) ){0,2}"
    rf"(?:[a-z0-9-]+ ){{0,4}}?{_GAINS}\b"
)
_SECOND_PART = _PART.replace("share>", "share2>")
_FEES = (
    r"(?:(?:performance|profit[- ]shar\w+|revenue[- ]shar\w+|hosting|referral|licen[cs]e) "
    r"(?:fees?|payments?)|royalt(?:y|ies)|commissions?|(?:profit|revenue)[- ]shar(?:e|es|ing))"
)
_CUE = re.compile(r"fees?\b|royalt|commission|shar(?:e|ing)|entitled|profit", re.IGNORECASE)
_ENTITLED = Sieve(
    re.compile(
        r"(?P<target><P\d+>),? (?:[a-z]+ ){0,3}?(?:entitled to|(?:will|shall|to|also) (?:receive|"
        r"get|retain|keep|earn)|receive[sd]|retain(?:s|ed)|keeps|kept) (?:receive )?(?:a |an )?"
        rf"(?:{_FEES} )?(?:of |equal to )?{_PART}"
    )
)
_PAYS = Sieve(
    re.compile(
        r"(?P<source><P\d+>),? (?:(?:will|shall|must|(?:ha(?:s|ve) )?agreed to|also|(?:is|are) "
        r"required to) ){0,2}(?:pays?|paid|shares?|remits?) (?:(?P<target><P\d+>) "
        rf"(?:an? )?(?:{_FEES} )?(?:of |equal to )?{_PART}|{_SECOND_PART}"
        rf"[^<>;]{{0,60}}? (?:to|with) (?P<target2><P\d+>))"
    )
)
_FEE_IS = Sieve(
    re.compile(
        rf"{_FEES}\b(?:[^<>;]{{0,40}}? (?:to|with) (?P<target><P\d+>))?[^<>;]{{0,60}}? (?:are|is|"
        rf"was|were|of|at|equal to|equals?|ranges?|ranged|var(?:y|ies|ied)) {_PART}"
    )
)
_SUM = Sieve(
    re.compile(
        r"(?P<source><P\d+>),? [^;]{0,120}?(?:paid|recogni[sz]ed|recorded|incurred|accrued|owed)"
        rf" (?P<amount><M\d+>) (?:of|in|as|for) (?:[a-z]+ )?{_FEES}(?:[^;]{{0,60}}? (?:to|with) "
        r"(?P<target><P\d+>))?"
    )
)
_WORDINGS = (_ENTITLED, _PAYS, _FEE_IS, _SUM)
_OF_SALES_OF_SECURITIES = re.compile(
    r"placement|underwrit|offering|sales agent|broker|proceeds|brokerage|at-the-market|insurance|"
    r"pool operator|mining pool|employees?|tax\b|taxes|executive|bonus",
    re.IGNORECASE,
)


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index, reading in sentences.places(_CUE, *(wording.need() for wording in _WORDINGS)):
        if not (reading.percents or reading.money) or reading.filer is None:
            continue
        if has_no_statement(reading) or _OF_SALES_OF_SECURITIES.search(reading.text):
            continue
        yield from _claims(sentences.before(index, 8), reading)


def _claims(earlier: tuple[Reading, ...], reading: Reading) -> Iterator[Claim]:
    if reading.filer is None:
        return
    us = filer_mention(reading.filer)
    for pattern in _WORDINGS:
        for match in pattern.finditer(reading.plain):
            if is_conditional(reading.plain[: match.start()]) or _is_of_third(reading, match):
                continue
            groups = match.groupdict()
            source = _one(reading, groups.get("source"))
            target = _one(reading, groups.get("target") or groups.get("target2"))
            start = reading.start
            if target is None or (source is None and target.is_filer):
                other, start = partner_of(earlier, reading)
                source, target = (source or us, other) if target is None else (other, target)
            source = source or us
            target = whole_name(earlier, reading, target) if target else None
            if target and source.is_filer != target.is_filer:
                told_from = replace(reading, start=start)
                yield from _claim(told_from, source, target, groups)
                return


_OF_WHOM = re.compile(r" (?:of|from|by|earned by|generated by) <P(\d+)>")
_WHOSE = re.compile(r"<P(\d+)>'s")


def _is_of_third(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the revenue is told to be another's: "20% of the net profit of Lumen Robotics"."""
    after = _OF_WHOM.match(match.string, match.end())
    inside = (
        match.string[match.start("share") : match.end()] if match.groupdict().get("share") else ""
    )
    told = [*([after.group(1)] if after else []), *_WHOSE.findall(inside)]
    return any(not (m.is_filer or m.is_unnamed) for m in (reading.parties[int(i)] for i in told))


def _one(reading: Reading, mark: str | None) -> Mention | None:
    found = mentions_in(reading, mark)
    return found[0] if found else None


def _claim(
    reading: Reading, source: Mention, target: Mention, groups: dict[str, str | None]
) -> Iterator[Claim]:
    if target.is_agent or (target.is_unnamed and source.is_unnamed):
        return
    for share in _shares(reading, groups):
        yield from build(
            reading,
            _LABEL,
            instrument=InstrumentId.REVENUE_SHARE,
            sources=[source],
            targets=[target],
            status=Status.FUNDED,
            amount=amount_of(reading, groups.get("amount")),
            measure=Measure.SHARE if share else Measure.RECOGNISED,
            share=share,
        )


def _shares(reading: Reading, groups: dict[str, str | None]) -> tuple[str | None, ...]:
    """The mark of each share of "40%, 15% and 22%"; of years told in turn, the first."""
    first = groups.get("share") or groups.get("share2")
    if first is None or _YEARS.search(reading.text):
        return (first,)
    last = int(first[2:-1])
    marks = [first]
    for number, span in enumerate(reading.percents[last + 1 :], start=last + 1):
        if not _AND.fullmatch(reading.text[reading.percents[number - 1].end : span.start]):
            break
        marks.append(f"<S{number}>")
    return tuple(marks)


_AND = re.compile(r",? and |, ")
_YEARS = re.compile(r"\b20\d\d,? and (?:[A-Z]\w+ )?(?:\d+, )?20\d\d\b")


REVENUE_SHARES = Pattern(name="revenue_shares", version=1, find=_find)
