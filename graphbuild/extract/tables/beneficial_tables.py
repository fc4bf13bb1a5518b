"""Who owns a company's classes of shares, by its tables of beneficial owners.

The layout is that of Item 403 of Regulation S-K (17 CFR 229.403), found in annual reports, proxy
statements and prospectuses. Not here: Schedules 13D and 13G (`ownership`, `schedule_covers`), such
shares told in sentences (`insider_stakes`).

Flow: Document -> tables with a column of per cents of a class -> rows with a name -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.grammar.names import find_names, gazetteer, plain_name
from graphbuild.extract.tables.columns import BodyRow, body_rows, header_words
from graphbuild.extract.tables.concentration import no_money
from graphbuild.extract.tables.figures import Figure
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, Table
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_ABOUT = re.compile(
    r"\bbeneficial(?:ly)? own|\bbeneficial owners?\b|\b(?:principal|selling) (?:share|stock|"
    r"security ?)holders?\b|\bsecurity ownership\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\bbeneficial|\bowned\b|\bownership\b|\bheld\b", re.IGNORECASE)
_PERCENT_HEAD = re.compile(r"%|\bpercent(?:age)?\b", re.IGNORECASE)
_VOTES = re.compile(r"\bvot(?:es?|ing)\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\b", re.IGNORECASE)
_NAME_HEAD = re.compile(
    r"\bnames?\b|\bowners?\b|\b(?:share|stock|security ?)holders?\b", re.IGNORECASE
)
_GROUP = re.compile(
    r"\bas a group\b|\ball (?:current |of our |our )?(?:executive|directors|officers)|^total\b|"
    r"\bother (?:share|stock)holders\b|\bnamed executive officers\b|^directors\b|^5 ?%|"
    r"\bpublic (?:share|stock)holders\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?:\s*[(\[]\d{1,2}[)\]]|[*†‡]+)+")
_PERSON = re.compile(
    r"^(?P<name>(?:Dr\. )?[A-Z][\w’'-]+(?: [A-Z]\.?){0,2}(?: (?:de|van|von|der|la|bin|al))*"
    r"(?: [A-Z][\w’'-]+){1,2}(?:,? (?:Jr|Sr|II|III|IV)\.?)?)(?:,|$| \d)"
)


def find_beneficial_owners(document: Document, context: Context) -> Iterator[Claim]:
    """One claim an owner and class: its share of the filer's class.

    Takes "Shoal Capital LP (3) | 4,100,000 | 12.5 %" and "Ada Quill | 900,000 | 2.7 %"; refuses
    groups, totals, shares below one per cent ("*"), shares of votes and of the time after an
    offering.
    """
    if document.filer is None:
        return
    seen: set[tuple[str, str]] = set()
    for table in document.tables:
        if not _is_of_owners(table):
            continue
        for row in body_rows(table):
            name = _owner(row, context)
            if not name or plain_name(name) == plain_name(document.filer.name):
                continue
            for figure in _percents(row):
                klass = _class(row, figure)
                if (plain_name(name), klass) not in seen:
                    seen.add((plain_name(name), klass))
                    yield _claim(document, row, name, figure, klass)


def _is_of_owners(table: Table) -> bool:
    head = header_words(table)
    about = f"{table.caption[-300:]} {table.heading[-120:]} {head}"
    return bool(_ABOUT.search(about) and _PERCENT_HEAD.search(head) and _OWNED.search(about))


def _owner(row: BodyRow, context: Context) -> str:
    """The organisation or person a row begins with; addresses behind the name are left out."""
    cells = [c for c in row.read.words if _NAME_HEAD.search(row.header_of(c.column))]
    words = (cells or list(row.read.words))[:1]
    text = " ".join(_MARKS.sub(" ", words[0].text).split()) if words else ""
    if not text or _GROUP.search(text):
        return ""
    spans = find_names(text, gazetteer(context.names))
    if spans and spans[0].start == 0 and (spans[0].is_organisation or spans[0].is_known):
        return spans[0].name
    person = _PERSON.match(text)
    return person["name"] if person else ""


def _percents(row: BodyRow) -> tuple[Figure, ...]:
    """The shares of a class, before an offering where both are told."""
    found = tuple(
        f
        for f in row.read.figures
        if 0 < f.value <= 100
        and (f.is_percent or _PERCENT_HEAD.search(row.header_of(f.column)))
        and not _VOTES.search(row.header_of(f.column))
    )
    return tuple(f for f in found if not _AFTER.search(row.header_of(f.column)))


def _class(row: BodyRow, figure: Figure) -> str:
    found = re.search(
        r"\b(?:Class|Series) [A-Z]\b|\bpreferred\b|\bcommon\b|\bordinary\b",
        row.header_of(figure.column),
        re.IGNORECASE,
    )
    return found.group().title() if found else ""


def _claim(document: Document, row: BodyRow, name: str, figure: Figure, klass: str) -> Claim:
    return make_claim(
        document,
        BENEFICIAL_TABLES.label,
        (row.read.row.start, row.read.row.end),
        InstrumentId.HOLDING,
        (party(Role.SOURCE, name), filer(document, Role.TARGET)),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=figure.value / 100,
        terms=Terms(facility=klass),
        note="beneficial ownership, by the company's own table",
    )


BENEFICIAL_TABLES = Pattern("beneficial_tables", 1, find_beneficial_owners)
