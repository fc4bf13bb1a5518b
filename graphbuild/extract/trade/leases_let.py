"""Leases that a landlord's own release tells: signed with nobody named, and what they are worth.

Accepts: "Harbor Compute today announced the execution of its third data center campus lease."
Accepts: "The lease represents approximately $7.0 billion of contract value over its base term."
Refuses: "Renewal options increase the potential contract value to $17.7 billion."

Lives here: releases, whose company lets space or capacity to tenants. Not here: leases between two
parties that a sentence names (`contracts`, `lease`), leases the filer takes (`commitment_tables`).

Flow: sentence of a release -> whom the release names as tenant, or a withheld one -> Claim.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.releases import is_release
from graphbuild.extract.sentences.claiming import amount_of, build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import Told, told
from graphbuild.records.claim import Claim, Status, Terms
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "leases_let/1"
_CUE = re.compile(r"\b(?:[Ll]eas(?:e|es|ed)|[Tt]enants?|[Cc]ontract(?:ed)?|[Cc]olocation)\b")

_SIGNED = re.compile(
    r"<P(?P<landlord>\d+)>(?!['’]s|-),? (?:(?:has|have|also|that|it) ){0,3}(?:signs?|signed|"
    r"secures?|secured|executes?|executed|lands?|landed|enters?(?: into)?|entered into|finalizes?|"
    r"finalized|announces?|announced)(?P<words>(?:(?!<P\d+>(?!-)|\b(?:as lessee|"
    r"from)\b)[^;]){0,90}?) (?:lease|colocation agreement|lease agreement)\b(?! "
    r"(?:option|expir|obligation|liabilit|back|financ|amend))(?P<tail>[^;]{0,120})"
)
_LETS = re.compile(
    r"data cent|\bMW\b|megawatt|\bHPC\b|\bAI\b|hyperscal|colocation|critical it", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:with|from|to|by|for) (?:[a-z-]+ ){0,4}<P\d+>|office|headquarters|\bland\b"
)
_IS_LEASED = re.compile(
    r"(?P<words>(?:second|third|fourth|new|first|additional|existing|\d[\w.,-]*|-year|MW|GW|IT|"
    r"[a-z]+-term|AI|HPC|data center|triple-net|,| ){3,60}) [Ll]ease (?:doubles|increases|expands|"
    r"brings|extends|signed|executed|with)\b"
)
_VALUE = (
    r"(?:(?:[Bb]ase[- ]term |[Tt]otal |[Aa]ggregate |[Ii]nitial[- ]term |[Cc]ampus-level |[Ll]ease "
    r")*(?:[Cc]ontract(?:ed)?|[Ll]ease|[Rr]ental) (?:lease |rental |base-term |initial-term "
    r"){0,2}(?:[Vv]alues?|[Rr]evenues?|[Pp]ayments?|[Rr]ents?))"
)
_WORTH = (
    re.compile(
        rf"{_VALUE}(?:(?!<P|<M|\bwith\b|\bfrom\b)[^;]){{0,50}}? (?:of|to|is|are|at|exceeding|"
        r"totaling|totals|totaled) (?P<mark><M\d+>)"
    ),
    re.compile(
        r"(?P<mark><M\d+>) (?:of|in) (?:(?:total|aggregate|expected|anticipated|base-term|initial|"
        rf"minimum|committed|incremental|additional) )*{_VALUE}"
    ),
    re.compile(
        r"\b[Tt]enants? (?:will|is (?:obligated|required) to|has agreed to|have agreed to) pay "
        r"(?:(?!<P|<M)[^;]){0,30}?(?P<mark><M\d+>)"
    ),
)
_NOT_SURE = re.compile(
    r"\b(?:[Rr]enewals?|[Pp]otential\w*|[Oo]ptions?|[Pp]ipeline|[Cc]ould|[Mm]ay|[Ii]f|"
    r"[Oo]pportunit\w+|[Tt]arget\w*|annual\w*|per year|average|NOI|expansion|extension)\b"
    r"[^<>;,]{0,90}$"
)
_NOT_AFTER = re.compile(r"[^<>;]{0,40}\b(?:annual\w*|per year|a year|if|renewal|extension)\b")
_OF_LEASES = re.compile(r"\b(?:[Ll]eas(?:e|es|ed|ing)|[Tt]enants?|IT capacity)\b")
_TENANT = re.compile(
    r"\bleases?\b(?: agreements?)?(?:(?!<P|<M)[^;]){0,40}? (?:with|to) <P(\d+)>|\bleased (?:by|to) "
    r"<P(\d+)>|<P(\d+)>(?:'s)? (?:as (?:the )?tenant|leases?\b)|\btenant,? <P(\d+)>"
)
_NEAR = 4


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if not is_release(document) or document.filer is None:
        return
    for index, reading in sentences.places(_CUE):
        if has_no_statement(reading):
            continue
        signed = tuple(_signed(reading))
        yield from signed
        if not any(claim.amount.is_disclosed for claim in signed):
            yield from _worth(sentences, index, reading)


def _signed(reading: Reading) -> Iterator[Claim]:
    """A lease signed with a tenant of whom not a word is said."""
    match = _SIGNED.search(reading.plain)
    if match is None:
        lease = _IS_LEASED.search(reading.plain)
        if lease is None or not _LETS.search(reading.text) or reading.filer is None:
            return
        landlord, around = filer_mention(reading.filer), lease.group()
        tenants = [p for p in reading.parties if p.is_unnamed and "tenant" in p.name]
    else:
        landlord = reading.parties[int(match["landlord"])]
        around, tenants = match["words"] + match["tail"], []
    if _WITH.search(around) or not _LETS.search(reading.text):
        return
    value = None if _OF_ALL_LEASES.search(around) else re.search(r"<M\d+>", around)
    if not (landlord.is_filer or landlord.kind in {"host", "neocloud"}):
        return
    yield from build(
        reading,
        _LABEL,
        instrument=InstrumentId.LEASE,
        sources=tenants or [unnamed_mention("tenant")],
        targets=[landlord],
        status=Status.SIGNED,
        amount=amount_of(reading, value.group()) if value else None,
        is_bare_fine=True,
    )


def _worth(sentences: Told, index: int, reading: Reading) -> Iterator[Claim]:
    """What a lease told here or just before is worth to the landlord."""
    plain = _with_tenant(reading)
    near = [sentences.text(i) for i in range(max(0, index - _NEAR), index)]
    if (
        "<M" not in plain
        or reading.filer is None
        or not any(_OF_LEASES.search(text) for text in (reading.text, *near))
    ):
        return
    seen: set[str] = set()
    for pattern in _WORTH:
        for match in pattern.finditer(plain):
            mark = match["mark"]
            unsure = _NOT_SURE.search(plain[max(0, match.start() - 90) : match.start("mark")])
            if mark in seen or unsure or _NOT_AFTER.match(plain, match.end("mark")):
                continue
            seen.add(mark)
            is_total = bool(_OF_ALL_LEASES.search(plain, 0, match.end()))
            tenants = _tenants(sentences, index, reading)
            if is_total and tenants:
                tenants = [unnamed_mention("tenants")]
            for claim in build(
                reading,
                _LABEL,
                instrument=InstrumentId.LEASE,
                sources=tenants,
                targets=[filer_mention(reading.filer)],
                status=Status.SIGNED,
                amount=amount_of(reading, mark),
            ):
                yield replace(claim, terms=Terms(is_aggregate=True)) if is_total else claim


def _with_tenant(reading: Reading) -> str:
    """The marked sentence, but "the tenant" in words."""
    return re.sub(
        r"<P(\d+)>",
        lambda m: "the tenant" if _is_tenant(reading.parties[int(m.group(1))]) else m.group(),
        reading.plain,
    )


def _is_tenant(party: Mention) -> bool:
    return party.is_unnamed and bool(re.fullmatch(r"[Tt]he (?:\w+ )?[Tt]enants?", party.name))


def _tenants(sentences: Told, index: int, reading: Reading) -> list[Mention]:
    """The tenant named here, else that of "the lease" told last; else a withheld one."""
    here = _named(reading)
    others = [p for p in reading.parties if p.is_certain and not (p.is_filer or p.kind == "spv")]
    if here or others:
        return here if len(here) == 1 and len(others) <= 1 else []
    if _THE_LEASE.search(reading.text) and not _OF_ALL.search(reading.text):
        for earlier in reversed(range(index)):
            if _OF_LEASES.search(sentences.text(earlier)):
                before = sentences.reading(earlier)
                found = _others(before) if before else []
                if found:
                    return found if len(found) == 1 else []
    return [unnamed_mention("tenant")]


_THE_LEASE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:[\w.-]+ ){0,3}?(?:lease|agreement)\b(?!s)")


_OF_ALL_LEASES = re.compile(
    r"\b(?:[Bb]ring(?:s|ing)\b[^;]{0,60}\b(?:[Tt]otal|[Cc]ampus-[Ll]evel|[Cc]ontract)|[Pp]ortfolio|"
    r"(?:total|aggregate) contracted\b)"
)
"""What all leases of a campus or of the company come to."""
_OF_ALL = re.compile(r"\b(?:portfolio|across|campuses|aggregate|cumulative|to date|in total)\b")


def _others(reading: Reading) -> list[Mention]:
    """The tenants a sentence tells of, named or not."""
    found: dict[str, Mention] = {}
    for match in _TENANT.finditer(reading.plain):
        party = reading.parties[int(next(filter(None, match.groups())))]
        if not (party.is_filer or party.is_weak or party.is_agent):
            found[plain_name(party.name)] = party
    return list(found.values())


def _named(reading: Reading) -> list[Mention]:
    return [party for party in _others(reading) if not party.is_unnamed]


PATTERN = Pattern(name="leases_let", version=1, find=_find)
"""Leases of landlords that tell of them in releases."""
