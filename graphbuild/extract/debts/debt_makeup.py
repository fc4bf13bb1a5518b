"""What a company's debt is made of: sums by kind of paper, some at a subsidiary of their own.

Accepts: "We had total debt of $5 billion, comprised of $2 billion of convertible notes and $3
billion of senior secured notes at Harbor Compute Finance LLC."
Accepts: "Total debt consisted of $2 billion of convertible notes and a $300 million term loan."
Refuses, in reports that have tables of debt: "We had $8 billion of senior notes outstanding."
Refuses: "Total debt was $5 billion, compared with $2 billion of notes a year earlier."

Lives here: such lists in sentences. Not here: one balance alone (`debt`, `notes`), tables of debt
(`debt_tables`), balances of facilities (`facility_lists`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.claiming import amount_of, build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LABEL = "debt_makeup/1"
_WITH_TABLES = ("10-K", "10-Q", "20-F", "40-F")
"""Reports whose tables give each note: there such a sum would be told twice."""
_CUE = re.compile(r"\b(?:outstanding|[Dd]ebt|[Ii]ndebtedness|[Bb]orrowings|[Ll]iabilities)\b")
_OPENS = re.compile(
    r"\b(?:[Dd]ebt|[Ii]ndebtedness|[Bb]orrowings)(?: outstanding)?(?:(?!<P)[^;.]){0,70}?\b"
    r"(?:compris\w+|consist\w+|composed|includ(?:es?|ed|ing)|made up|made of|of which|:)|"
    r"\b(?:had|has|have) (?=(?:<M\d+> (?:of|in) (?:(?!<P)[^;<.]|<[SD]\d+>){3,80}?(?:,|,? "
    r"and)? ?){1,4}outstanding\b|<M\d+> (?:of|in) (?:[a-z-]+ ){0,5}(?:notes|bonds|debentures|"
    r"loans) outstanding)"
)
_ITEM = re.compile(
    r"(?P<mark><M\d+>)(?: (?:of|in))? (?P<what>(?:(?:(?:aggregate|principal|amount|outstanding|of|"
    r"in|"
    r"our|its|under|<P\d+>'s|the|<S\d+>)|(?!and\b|or\b|to\b|for\b|from\b|on\b|by\b|with\b|due\b|"
    r"may\b)"
    r"[A-Za-z][\w.-]*) ){0,9}?(?:[Nn]otes|[Bb]onds|[Dd]ebentures|[Ll]oans?|[Ff]acilit(?:y|ies)|"
    r"[Rr]evolver|[Bb]orrowings|[Mm]ortgages?))"
    r"(?: (?:due|maturing) (?:in |on )?<D\d+>)?(?:,? (?:at|of|issued by|owed by|held at|incurred "
    r"by) "
    r"(?P<who><P\d+>)(?P<own>'s)?)?"
)
_NO_DEBT = re.compile(
    r"\b(?:letters? of credit|remain\w* available|sub-?limit|unused|undrawn|compared|versus|"
    r"repa(?:id|y\w*)|redeem\w*|proceeds|would|could|may|if|ratio|interest "
    r"expense|receivable|forma|retire\w*|fees?|amortiz\w+|pay down|lend)\b",
    re.IGNORECASE,
)


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if sentences.is_news or document.kind.upper().startswith(_WITH_TABLES):
        return
    for reading in sentences.where(_CUE):
        opens = _OPENS.search(reading.plain)
        if opens is None or reading.filer is None or has_no_statement(reading):
            continue
        if _NO_DEBT.search(reading.text):
            continue
        for match in _ITEM.finditer(reading.plain, opens.end()):
            yield from _claim(reading, match)


def _claim(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    borrower = _borrower(reading, match)
    kind = debt_instrument(match["what"])
    if borrower is None:
        return
    lent = kind in {InstrumentId.LOAN, InstrumentId.REVOLVER}
    yield from build(
        reading,
        _LABEL,
        instrument=kind,
        sources=[unnamed_mention("lenders" if lent else "noteholders")],
        targets=[borrower],
        status=Status.FUNDED,
        amount=amount_of(reading, match["mark"]),
        measure=Measure.OUTSTANDING,
    )


def _borrower(reading: Reading, match: re.Match[str]) -> Mention | None:
    """The company "at" which the paper stands, else the filer; "at Harbor's units" is nobody."""
    if reading.filer is None:
        return None
    if not match["who"]:
        return filer_mention(reading.filer)
    who = reading.parties[int(match["who"][2:-1])]
    if match["own"] or who.is_unnamed or who.is_agent:
        return unnamed_mention("subsidiaries") if match["own"] else None
    return who


PATTERN = Pattern(name="debt_makeup", version=1, find=_find)
"""Lists of what is owed, by kind."""
