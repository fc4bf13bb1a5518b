"""Guarantees registered on a report's cover: "Guarantee of Callable Notes due 2032 of Harbor LLC".

Lives here: rows of the table of registered securities. Not here: guarantees told in sentences
(`guarantee`).

Flow: Document -> rows of tables -> one claim a guaranteed security, the filer being guarantor.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.extract.names import find_names, gazetteer
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, undisclosed

_TITLE = re.compile(
    r"^(?:Full and unconditional )?Guarantees? of (?:the )?(?P<paper>.{3,140}?\b(?:Notes?|"
    r"Securities|Debentures|ETNs?|Bonds|Preferred \w+)\b.{0,60}?) (?:of|issued by) "
    r"(?P<issuer>[A-Z].{3,80})$"
)


def find_cover_guarantees(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a row.

    Takes "Guarantee of 4.5% Notes due 2031 of Harbor Finance LLC | HBR31 | NYSE"; refuses a row
    whose last words are no organisation.
    """
    if document.filer is None:
        return
    for table in document.tables:
        for row in table.rows:
            title = " ".join(row.cells[0].text.split()) if row.cells else ""
            match = _TITLE.match(title)
            issuer = _organisation(match["issuer"]) if match else None
            if match is None or issuer is None:
                continue
            yield make_claim(
                document,
                COVER_GUARANTEES.label,
                (row.start, row.end),
                InstrumentId.GUARANTEE,
                (
                    filer(document, Role.SOURCE),
                    party(Role.TARGET, issuer),
                    party(Role.OBLIGOR, issuer),
                ),
                undisclosed(),
                Measure.HEADLINE,
                Status.FUNDED,
                terms=Terms(facility=match["paper"]),
            )


def _organisation(words: str) -> str | None:
    """The company that the words are, where they are one and nothing else."""
    names = [n for n in find_names(words, gazetteer(frozenset())) if n.is_organisation]
    return names[0].name if len(names) == 1 and names[0].start == 0 else None


COVER_GUARANTEES = Pattern("cover_guarantees", 1, find_cover_guarantees)
