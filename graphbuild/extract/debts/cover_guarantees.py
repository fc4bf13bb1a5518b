"""Guarantees that a cover page lists among the registered securities.

Lives here: "Guarantee of 5.00% Notes due 2032 of Tidepool Finance LLC" under "Title of each
class". Not here: guarantees told in sentences (`guarantee`), listed shares and notes of the filer,
whose holders nobody names.

Flow: Document -> tables of registered securities -> rows -> Claim*; one a security.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.grammar.names import find_names, gazetteer, plain_name
from graphbuild.extract.tables.columns import last_date, table_words
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, Row
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_REGISTERED = re.compile(
    r"\btitles? of (?:each )?class\b|\bsecurities (?:to be )?registered\b|\b12\s?\([bg]\)",
    re.IGNORECASE,
)
_GUARANTEE = re.compile(
    r"^(?:(?:full|unconditional|irrevocable|parent|subordinated|senior|the|and|a) ?)*"
    r"guarant(?:ees?|y|ies) (?:of|with respect to|relating to|in respect of) (?:the )?"
    r"(?P<what>.+) (?:of|issued by) (?P<who>[A-Z0-9].+)$",
    re.IGNORECASE,
)
_GUARANTEED = re.compile(
    r"^(?P<what>.+?) (?:of|issued by) (?P<who>[A-Z0-9].+?),? \(?(?:fully |and |unconditionally |"
    r"irrevocably )*guaranteed by (?:the registrant|(?P<guarantor>[A-Z0-9].+?))\)?$",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r" [IVX]{1,5}$")
_MARKS = re.compile(r"(?:\s*[(\[]\w{1,2}[)\]]|[*†‡]+)+$")


def find_cover_guarantees(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a guaranteed security; the issuer is obligor and, its holders unnamed, target.

    Takes "Guarantee of Callable Notes due June 10, 2032 of Tidepool Finance LLC | TP/32 | NYSE";
    refuses tables of contents and securities without an issuer's name.
    """
    if document.filer is None:
        return
    for table in document.tables:
        if not _REGISTERED.search(table_words(table)):
            continue
        for row in table.rows:
            claim = _guarantee(document, row, context) if row.cells else None
            if claim is not None:
                yield claim


def _guarantee(document: Document, row: Row, context: Context) -> Claim | None:
    title = _MARKS.sub("", " ".join(row.cells[0].text.split()))
    match = _GUARANTEE.match(title) or _GUARANTEED.match(title)
    issuer = _whole_name(match["who"], context) if match else ""
    guarantor = _guarantor(document, match, context) if match else None
    if match is None or guarantor is None or not issuer:
        return None
    if plain_name(issuer) == plain_name(guarantor.name):
        return None
    return make_claim(
        document,
        COVER_GUARANTEES.label,
        (row.start, row.end),
        InstrumentId.GUARANTEE,
        (guarantor, party(Role.TARGET, issuer), party(Role.OBLIGOR, issuer)),
        no_money(Qualifier.UNDISCLOSED),
        Measure.HEADLINE,
        Status.FUNDED,
        ends_on=last_date(match["what"]),
        terms=Terms(facility=match["what"]),
        note="registered security; its holders are the beneficiaries",
    )


def _guarantor(document: Document, match: re.Match[str], context: Context) -> PartyMention | None:
    """Who guarantees: the registrant, or the company that the title names."""
    named = match.groupdict().get("guarantor")
    if not named:
        return filer(document, Role.SOURCE, "the registrant")
    name = _whole_name(named, context)
    return party(Role.SOURCE, name) if name else None


def _whole_name(words: str, context: Context) -> str:
    """The organisation that all of the words name, or empty text."""
    bare = words.strip(" ,")
    unnumbered = _NUMERAL.sub("", bare)
    spans = find_names(unnumbered, gazetteer(context.names))
    whole = any(
        span.start == 0 and span.end >= len(unnumbered.rstrip("."))
        for span in spans
        if span.is_organisation or span.is_known
    )
    return bare if whole else ""


COVER_GUARANTEES = Pattern("cover_guarantees", 1, find_cover_guarantees)
