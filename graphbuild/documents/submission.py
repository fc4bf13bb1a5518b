"""A full EDGAR submission -> one rendering: main document and the exhibits that hold contracts.

One filing is one piece of evidence, so its exhibits stand in the same text, each under its label.
Not here: the envelope (`sgml`), the documents inside (`single`).
"""

import re
from dataclasses import dataclass, field, replace

from graphbuild.documents.formrows import FormText
from graphbuild.documents.identity import Header
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.sgml import (
    Enclosure,
    Envelope,
    is_whole,
    read_envelope,
    split_enclosures,
)
from graphbuild.documents.single import read_single
from graphbuild.errors import ParseError
from graphbuild.records.document import Filer, RawItem
from graphbuild.records.issue import Issue, Severity

_EXHIBITS = re.compile(r"^EX-(?:1|2|4|10|21|99)(?:\.|$)")
_INSIDE = re.compile(r"^\s*<(XBRL|XML|PDF)>\s*")
_ENCODED = re.compile(r"^\s*(?:<PDF>\s*)?begin \d{3} \S")
_CLOSING = re.compile(r"</(?:XBRL|XML|PDF)>\s*$")
HEADER_PART = "header"
"""Label of the paragraphs that name the parties of a submission's header."""

_FILER_ROLES = (
    "filer",
    "filed by",
    "issuer",
    "issuing entity",
    "depositor",
    "securitizer",
    "owner",
)


@dataclass(slots=True)
class _Joined:
    """The growing text of all documents read so far."""

    renderings: list[Rendering] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    length: int = 0

    def add(self, rendering: Rendering, label: str) -> None:
        """Append a document whose spans start at `offset`."""
        self.length = self.offset + len(rendering.text)
        self.renderings.append(rendering)
        if label:
            self.labels.append(label)

    @property
    def offset(self) -> int:
        """Where the next document begins: behind a line break."""
        return self.length + 1 if self.renderings else 0


def read_submission(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """Main document and exhibits of a submission, and what its header says.

    Raises
    ------
    ParseError
        there is no document in it that can be read.
    """
    envelope = read_envelope(text)
    joined = _Joined()
    if not is_whole(text):
        joined.issues.append(_truncated(item, "the closing tag is missing"))
    for number, enclosure in enumerate(split_enclosures(text)):
        if number == 0:
            _write_parties(item, envelope, joined)
        if number == 0 or _is_wanted(enclosure, envelope):
            _read_enclosure(item, envelope, enclosure, joined, is_main=number == 0)
    if not joined.labels:
        raise ParseError("the submission holds no document that can be read; fetch it again")
    return _rendering(joined), _header(envelope, tuple(joined.labels))


def _write_parties(item: RawItem, envelope: Envelope, joined: _Joined) -> None:
    """Who files about whom, where that is more than one party: it may stand nowhere else."""
    if len({party.role for party in envelope.parties}) < 2:
        return
    written = FormText(item, part=HEADER_PART)
    for party in envelope.parties:
        written.prose(f"{party.role.capitalize()}: {party.name} (CIK {party.cik}).")
    joined.add(written.rendering(), "")


def _is_wanted(enclosure: Enclosure, envelope: Envelope) -> bool:
    kind = enclosure.type
    return kind in {envelope.form.upper(), "INFORMATION TABLE"} or bool(_EXHIBITS.match(kind))


def _read_enclosure(
    item: RawItem, envelope: Envelope, enclosure: Enclosure, joined: _Joined, *, is_main: bool
) -> None:
    label = enclosure.type or enclosure.filename
    where = f"{item.path} {label} {enclosure.filename}".rstrip()
    if _ENCODED.match(enclosure.body):
        joined.issues.append(_skipped(where, "a picture or PDF, which is not read"))
        return
    if not enclosure.is_whole:
        joined.issues.append(_truncated(item, f"{label} has no end"))
    try:
        part = "" if is_main else label
        rendering = _render(item, envelope, enclosure, joined.offset, part)
    except ParseError as error:
        joined.issues.append(_skipped(where, str(error)))
        return
    if rendering.text:
        joined.add(rendering, label)
        joined.issues.extend(rendering.issues)


def _render(
    item: RawItem, envelope: Envelope, enclosure: Enclosure, offset: int, part: str
) -> Rendering:
    own = replace(
        item,
        path=f"{item.path} {enclosure.filename}",
        kind=enclosure.type,
        published_on=envelope.filed_on or item.published_on,
    )
    body = _INSIDE.sub("", enclosure.body, count=1)
    return read_single(own, _CLOSING.sub("", body), offset=offset, part=part)[0]


def _rendering(joined: _Joined) -> Rendering:
    parts = joined.renderings
    return Rendering(
        text="\n".join(part.text for part in parts),
        paragraphs=tuple(p for part in parts for p in part.paragraphs),
        tables=tuple(t for part in parts for t in part.tables),
        facts=tuple(f for part in parts for f in part.facts),
        rows=tuple(r for part in parts for r in part.rows),
        issues=tuple(joined.issues),
        title=next((part.title for part in parts if part.title), ""),
    )


def _header(envelope: Envelope, labels: tuple[str, ...]) -> Header:
    party = envelope.first(*_FILER_ROLES)
    return Header(
        form=envelope.form,
        filer=Filer(name=party.name, cik=party.cik or None) if party else None,
        accession=envelope.accession or None,
        filed_on=envelope.filed_on,
        period_end=envelope.period_end,
        title=f"{envelope.form}: {'; '.join(envelope.items)}" if envelope.items else "",
        parts=labels,
    )


def _truncated(item: RawItem, what: str) -> Issue:
    return Issue(
        stage="parse",
        severity=Severity.WARNING,
        code="truncated-submission",
        where=item.path,
        message=f"the submission was cut off: {what}",
        advice="what is there was read; fetch the filing again",
    )


def _skipped(where: str, message: str) -> Issue:
    return Issue(
        stage="parse",
        severity=Severity.NOTICE,
        code="skipped-part",
        where=where,
        message=message.partition("; ")[0],
        advice="the other parts of the filing were read",
    )
