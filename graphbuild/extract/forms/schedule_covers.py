"""Schedules 13D and 13G filed as prose: one claim a cover page.

Most are from before December 2024; a Schedule TO that amends a Schedule 13D still has its covers.

Lives here: the numbered rows of a cover page. Not here: the XML form (`ownership`).

Flow: Document of kind SC 13D or 13G without rows -> cover pages -> Claim*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim, party
from graphbuild.extract.grammar.issuer_names import is_reversed, person_name
from graphbuild.extract.tables.columns import find_date
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_KIND = re.compile(r"^(?:SC|SCHEDULE) (?:13[DG]|TO-T)\b", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?P<issuer>[^\n]{2,100}?)\s*\(\s*name of (?:the )?(?:issuer|subject company)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"names? of reporting persons?\s*[:.]?\s*"
    r"(?:(?:s\.?s\.? or )?i\.?r\.?s\.? identification nos?\.?[^\n]{0,60}?(?:persons?|only)\)?\s*)*"
    r"(?:\(entities only\)\s*)?(?P<name>[^\n]{2,100})",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"percent(?:age)? of class represented by amount in row\s*\(?\d{1,2}\)?[^\n\d]{0,20}\n?\s*"
    r"(?:approximately )?(?P<percent>\d{1,3}(?:\.\d+)?)\s?%",
    re.IGNORECASE,
)
_EVENT = re.compile(r"(?P<date>[^\n]{6,40}?)\s*\(\s*date of event which requires", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]{0,2}\s*)?check the appropriate.*|\s*\d{2}-\d{7}.*|\s*\(?1\)?$",
    re.IGNORECASE,
)


def subject_company(document: Document) -> str:
    """Whose shares a schedule is about, by the line above "(Name of Issuer)"; or empty text."""
    found = _ISSUER.search(document.text)
    return _company(found["issuer"]) if found else ""


def find_covers(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a reporting person whose cover page gives a share of the class.

    Takes "NAMES OF REPORTING PERSONS Scree Partners ... PERCENT OF CLASS REPRESENTED BY AMOUNT IN
    ROW (9) 5.4%"; refuses 0.0 %, which says that the stake is gone.
    """
    if not _KIND.match(document.form or document.kind) and not _KIND.match(document.kind):
        return
    issuer = subject_company(document)
    if not issuer or any(row.kind == "beneficial_owner" for row in document.rows):
        return
    event = _EVENT.search(document.text)
    covers = list(_PERSON.finditer(document.text))
    for index, cover in enumerate(covers):
        stop = covers[index + 1].start() if index + 1 < len(covers) else len(document.text)
        percent = _PERCENT.search(document.text, cover.end(), stop)
        name = _AFTER_NAME.sub("", cover["name"]).strip(" ,;")
        if percent is None or not name or not 0 < Decimal(percent["percent"]) <= 100:
            continue
        person = person_name(name) if is_reversed(name, document.text) else name
        yield make_claim(
            document,
            SCHEDULE_COVERS.label,
            (cover.start(), percent.end()),
            InstrumentId.HOLDING,
            (party(Role.SOURCE, person, name), party(Role.TARGET, issuer)),
            no_money(Qualifier.UNDISCLOSED),
            Measure.SHARE,
            Status.FUNDED,
            share=Decimal(percent["percent"]) / 100,
            agreed_on=find_date(event["date"]) if event else None,
        )


def _company(name: str) -> str:
    """The issuer's name; one all in capitals is written as people write it."""
    name = name.strip(" ,;*")
    if not name.isupper():
        return name
    return " ".join(word if len(word) <= 3 else word.capitalize() for word in name.split())


SCHEDULE_COVERS = Pattern("schedule_covers", 1, find_covers)
