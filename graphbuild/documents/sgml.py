"""EDGAR's envelope: the header of a full submission and the documents in it, in both dialects.

The ``.txt`` dialect has a header of "NAME: value" lines; the ``.nc`` dialect (the dissemination
feed's) has ``<CONFORMED-NAME>`` tags, sometimes all on one line. Not here: reading the documents
inside (`submission`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.records.period import PartialDate

_START = re.compile(
    r"\s*(?:<SEC-DOCUMENT>|<IMS-DOCUMENT>|<SEC-HEADER>|<SUBMISSION>|<DOCUMENT>\s*<TYPE>"
    r"|-----BEGIN PRIVACY-ENHANCED MESSAGE-----)"
)
_END = re.compile(
    r"(?:</SEC-DOCUMENT>|</IMS-DOCUMENT>|</SUBMISSION>|-----END PRIVACY-ENHANCED MESSAGE-----)\s*$"
)
_END_OF_ONE = re.compile(r"</DOCUMENT>\s*$")
_LINE = re.compile(r"^[ \t]*([A-Z][A-Z0-9 /&-]{2,50}):(.*)$", re.MULTILINE)
_TAG = re.compile(r"<(/?)([A-Z][A-Z0-9_-]{1,40})>([^<\n]*)")
_ACCESSION = re.compile(r"\d{10}-\d{2}-\d{6}")
_LONGEST_HEADER = 200_000
_ROLES = {
    "FILER": "filer",
    "SUBJECT COMPANY": "subject",
    "SUBJECT-COMPANY": "subject",
    "FILED BY": "filed by",
    "FILED-BY": "filed by",
    "FILED FOR": "filed for",
    "FILED-FOR": "filed for",
    "REPORTING-OWNER": "owner",
    "REPORTING OWNER": "owner",
    "ISSUER": "issuer",
    "DEPOSITOR": "depositor",
    "SECURITIZER": "securitizer",
    "ISSUING_ENTITY": "issuing entity",
    "ISSUING ENTITY": "issuing entity",
    "SERIAL COMPANY": "serial company",
}
_FIELDS = {
    "ACCESSION NUMBER": "accession",
    "ACCESSION-NUMBER": "accession",
    "CONFORMED SUBMISSION TYPE": "form",
    "TYPE": "form",
    "CONFORMED PERIOD OF REPORT": "period",
    "PERIOD": "period",
    "FILED AS OF DATE": "filed",
    "FILING-DATE": "filed",
    "ITEM INFORMATION": "item",
    "ITEMS": "item",
    "COMPANY CONFORMED NAME": "name",
    "CONFORMED-NAME": "name",
    "CENTRAL INDEX KEY": "cik",
    "CIK": "cik",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company or person of the header; `role` is "filer", "subject", "filed by", "owner", ..."""

    role: str
    name: str
    cik: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What the header says."""

    form: str = ""
    accession: str = ""
    filed_on: PartialDate | None = None
    period_end: PartialDate | None = None
    items: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()

    def first(self, *roles: str) -> Party | None:
        """The first party in the first of the roles that anybody has."""
        for role in roles:
            for party in self.parties:
                if party.role == role:
                    return party
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One document of a submission; `is_whole` is False where its end is missing."""

    type: str
    filename: str
    description: str
    body: str
    is_whole: bool


def is_submission(text: str) -> bool:
    """Whether a text is a full submission and not a single document."""
    return _START.match(text, 0, min(len(text), 4096)) is not None


def is_whole(text: str) -> bool:
    """Whether the text has its closing tag; one document cut out of a submission ends itself."""
    is_single = re.match(r"\s*<DOCUMENT>", text) is not None
    return (_END_OF_ONE if is_single else _END).search(text, max(0, len(text) - 200)) is not None


def read_envelope(text: str) -> Envelope:
    """The header, up to the first document."""
    end = text.find("<DOCUMENT>")
    head = text[: min(end, _LONGEST_HEADER) if end >= 0 else _LONGEST_HEADER]
    found: dict[str, str] = {}
    items: list[str] = []
    parties: list[Party] = []
    role = name = ""
    for label, value in _labels(head):
        if label in _ROLES and not value:
            role, name = _ROLES[label], ""
        field = _FIELDS.get(label)
        if field == "item":
            items.append(value)
        elif field == "name":
            name = value
        elif field == "cik" and role and name:
            party = Party(role=role, name=name, cik=value.lstrip("0"))
            parties += [] if party in parties else [party]
            name = ""
        elif field and value:
            found.setdefault(field, value)
    accession = _ACCESSION.search(found.get("accession", "") or head[:400])
    return Envelope(
        form=found.get("form", ""),
        accession=accession.group() if accession else "",
        filed_on=_date(found.get("filed", "")),
        period_end=_date(found.get("period", "")),
        items=tuple(items),
        parties=tuple(parties),
    )


def _labels(head: str) -> Iterator[tuple[str, str]]:
    """Label and value of each line or tag; a role's line or tag has no value."""
    if "CONFORMED-NAME>" in head or "<ACCESSION-NUMBER>" in head:
        for match in _TAG.finditer(head):
            if not match[1]:
                yield match[2], match[3].strip()
    else:
        for match in _LINE.finditer(head):
            yield match[1].strip(), match[2].strip()


def _date(text: str) -> PartialDate | None:
    if not re.fullmatch(r"\d{8}", text):
        return None
    try:
        return PartialDate(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    except ValueError:
        return None


def split_enclosures(text: str) -> Iterator[Enclosure]:
    """The documents in order. A document without its closing tag ends where the next one begins."""
    start = text.find("<DOCUMENT>")
    while start >= 0:
        following = text.find("<DOCUMENT>", start + 10)
        stop = following if following >= 0 else len(text)
        end = text.find("</DOCUMENT>", start, stop)
        yield _enclosure(text[start + 10 : end if end >= 0 else stop], is_whole=end >= 0)
        start = following


def _enclosure(block: str, *, is_whole: bool) -> Enclosure:
    opening = block.find("<TEXT>")
    labels = block[: opening if opening >= 0 else 1000]
    body = block[opening + 6 :] if opening >= 0 else ""
    closing = body.rfind("</TEXT>")
    return Enclosure(
        type=_value(labels, "TYPE").upper(),
        filename=_value(labels, "FILENAME"),
        description=_value(labels, "DESCRIPTION"),
        body=body[:closing] if closing >= 0 else body,
        is_whole=is_whole,
    )


def _value(labels: str, name: str) -> str:
    match = re.search(rf"<{name}>([^<\n]*)", labels)
    return match[1].strip() if match else ""
