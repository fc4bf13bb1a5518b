"""Every pattern over one document: claims in order, each told once, each quote checked.

Lives here: `extract_claims`, restatements within one document, what was left uncovered. Not here: any wording
(the patterns), restatements between documents (`resolve`).

Flow: Document, Context -> `Extraction`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.reading import Reading, readings
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Citation, Document
from graphbuild.records.instrument import InstrumentId, instrument
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.money import Measure

_BALANCES = frozenset({Measure.HEADLINE, Measure.OUTSTANDING, Measure.PAID, Measure.COMMITTED})
_DIGITS = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|a) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one document gave.

    Parameters
    ----------
    claims : in order of appearance, restatements left out.
    issues : claims that were dropped because their quote did not hold, with reasons.
    uncovered : sentences with money and a name but no claim: where to look next.
    """

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...] = ()
    uncovered: tuple[Citation, ...] = ()


def extract_claims(
    document: Document, context: Context, patterns: Iterable[Pattern] | None = None
) -> Extraction:
    """All claims of a document.

    Parameters
    ----------
    patterns : the readers to ask, in order; all registered ones by default. Where two read the same
        statement the earlier one has it.
    """
    if patterns is None:
        from graphbuild.extract import PATTERNS  # noqa: PLC0415 - the registry imports patterns

        patterns = PATTERNS
    found, issues = [], []
    for pattern in patterns:
        if pattern.kinds and document.kind not in pattern.kinds:
            continue
        for claim in pattern.find(document, context):
            trouble = _trouble(claim, document)
            if trouble:
                issues.append(trouble)
            else:
                found.append(claim)
    claims = tuple(_told_once(found))
    return Extraction(
        claims=claims,
        issues=tuple(issues),
        uncovered=tuple(_uncovered(document, context, claims)),
    )


def _trouble(claim: Claim, document: Document) -> Issue | None:
    """Why a claim cannot be kept: its quote is elsewhere, or holds no figure it could come from."""
    cited = claim.citation
    problem = ""
    if document.text[cited.start : cited.end] != cited.quote:
        problem = "the quote does not stand at its offsets"
    elif (claim.amount.is_disclosed or claim.share is not None) and not _DIGITS.search(cited.quote):
        problem = "the quote holds no figure"
    if not problem:
        return None
    return Issue(
        stage="extract",
        severity=Severity.ERROR,
        code="unsupported-claim",
        where=f"{document.path} {cited.start}-{cited.end}",
        message=f"{claim.pattern}: {problem}; the claim was dropped",
        advice="report the document and the pattern",
    )


def _sides(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    def names(role: Role) -> frozenset[str]:
        return frozenset(
            "" if p.is_unnamed else p.name.lower() for p in claim.with_role(role)
        )

    return names(Role.SOURCE), names(Role.TARGET)


def _statement(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one document the same statement.

    An issue size and a balance of the same figure are one; a ceiling, a drawn sum and a balance are not.
    """
    measure = "balance" if claim.measure in _BALANCES else str(claim.measure)
    figure = claim.amount.point if claim.amount.point is not None else claim.amount.low
    return (
        instrument(claim.instrument).family,
        *_sides(claim),
        None if figure is None else figure.normalize(),
        claim.amount.currency,
        claim.share,
        measure,
        claim.status is Status.TERMINATED,
        claim.citation.item,
    )


def _told_once(claims: list[Claim]) -> Iterator[Claim]:
    """Claims by place; restatements and second readings of one figure in one sentence left out."""
    seen: set[tuple[object, ...]] = set()
    figures: dict[tuple[int, int, object], str] = {}
    sized = {_pair(c) for c in claims if c.amount.is_disclosed or c.share is not None}
    kept = []
    for claim in claims:
        key = _statement(claim)
        point = claim.amount.point
        place = (claim.citation.start, claim.citation.end, point)
        if not _is_row(claim):
            if key in seen:
                continue
            if point is not None and figures.setdefault(place, claim.pattern) != claim.pattern:
                continue
            if _is_bare(claim) and _pair(claim) in sized:
                continue
        seen.add(key)
        kept.append(claim)
    yield from sorted(kept, key=lambda c: (c.citation.start, c.citation.end))


def _is_bare(claim: Claim) -> bool:
    """No figure and nothing special: what a sized claim between the same parties already says."""
    return (
        not claim.amount.is_disclosed
        and claim.share is None
        and claim.measure is Measure.HEADLINE
        and claim.status is not Status.TERMINATED
    )


def _pair(claim: Claim) -> tuple[object, ...]:
    return (claim.instrument, *_sides(claim), claim.citation.item)


_ROW_INSTRUMENTS = frozenset({
    InstrumentId.HOLDING,
    InstrumentId.OPTION_POSITION,
    InstrumentId.INSIDER_SALE,
})  # fmt: skip


def _is_row(claim: Claim) -> bool:
    """Rows of forms are each a claim, even where two look alike."""
    return claim.instrument in _ROW_INSTRUMENTS and claim.confidence == "certain"


def _is_watched(reading: Reading) -> bool:
    return bool(reading.money) and any(
        not p.is_unnamed and not p.is_weak and not p.is_filer for p in reading.parties
    )


def _uncovered(
    document: Document, context: Context, claims: tuple[Claim, ...]
) -> Iterator[Citation]:
    """Sentences with money and a watched name that no claim quotes."""
    quoted = [(c.citation.start, c.citation.end) for c in claims]
    for reading in readings(document, context):
        if _is_watched(reading) and not any(
            a < reading.end and reading.start < b for a, b in quoted
        ):
            yield Citation(
                document_id=document.document_id,
                path=document.path,
                quote=document.text[reading.start : reading.end],
                start=reading.start,
                end=reading.end,
                item=reading.entry.link if reading.entry else None,
                url=document.url,
                accession=document.accession,
            )
