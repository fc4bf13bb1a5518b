"""Who issues asset-backed notes, by the forms of securitisers.

Lives here: Form ABS-15G, which announces notes of an issuing entity before they are sold. Not here:
notes told with their size (`notes`, `debt_tables`), what funds hold of them (`fund_positions`).

Flow: Document of such a form -> the line that names the issuing entity and its notes -> Claim.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim, party, unnamed
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Confidence, Role, Status, Terms
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_KIND = re.compile(r"^ABS-15G\b", re.IGNORECASE)
_NAME = r"[A-Z][\w&.'’-]*(?: (?:[A-Z0-9][\w&.,'’-]*|of|and))*? (?:Trust|LLC|L\.L\.C\.|Ltd\.?|DAC)"
_NUMBER = r"(?: (?:(?:19|20)\d{2}-[A-Z0-9]+|Series (?:19|20)\d{2}-[A-Z0-9]+|[IVX]+))?"
_ISSUER = re.compile(
    rf"(?P<name>{_NAME}{_NUMBER}),? \((?:the|as) [“\"](?:Issuing Entity|Issuer|Trust)[”\"]"
)
_HEAD = re.compile(
    rf"(?P<name>{_NAME}{_NUMBER})\s*\n[_\s]*\(Exact name of issuing entity", re.IGNORECASE
)
_SECURITIES = re.compile(
    r"\b(?:[A-Z][\w-]+ ){0,4}(?:Asset[- ]Backed|Receivables[- ]Backed|Mortgage[- ]Backed|Backed) "
    r"(?:Notes|Securities|Certificates)\b|\bPass-Through Certificates\b"
)


def find_securitisations(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a form: noteholders, unnamed, lend to the issuing entity; announced, no size.

    Takes "Shoal Auto Receivables Trust 2025-1 (the “Issuing Entity”) Automobile Receivables Backed
    Notes"; refuses forms of other rules, which name a securitiser and no notes.
    """
    if not _KIND.match(document.form or document.kind) and not _KIND.match(document.kind):
        return
    issuer = _ISSUER.search(document.text) or _HEAD.search(document.text)
    notes = _SECURITIES.search(document.text)
    if issuer is None or notes is None:
        return
    near = _SECURITIES.search(document.text, issuer.end(), issuer.end() + 120)
    yield make_claim(
        document,
        SECURITISATIONS.label,
        (issuer.start(), near.end() if near else issuer.end()),
        InstrumentId.ABS,
        (unnamed(Role.SOURCE, "noteholders"), party(Role.TARGET, issuer["name"].strip(" ,"))),
        no_money(Qualifier.UNDISCLOSED),
        Measure.HEADLINE,
        Status.ANNOUNCED,
        confidence=Confidence.LIKELY,
        terms=Terms(facility=notes.group()),
        note="a securitiser's form names the issuing entity; no size is given",
    )


SECURITISATIONS = Pattern("securitisations", 1, find_securitisations)
