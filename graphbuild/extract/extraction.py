"""Every pattern over one document: claims in order, each told once, each quote checked.

Lives here: `extract_claims`, restatements within one document, what was left uncovered. Not here:
any wording
(the patterns), restatements between documents (`resolve`).

Flow: Document, Context -> `Extraction`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.beneficiaries import with_beneficiaries
from graphbuild.extract.reading import Reading, readings
from graphbuild.extract.restatements import told_once
from graphbuild.extract.retiring import with_retired
from graphbuild.records.claim import Claim
from graphbuild.records.document import Citation, Document
from graphbuild.records.issue import Issue, Severity

_DIGITS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|a) ", re.IGNORECASE
)


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
    patterns : the readers to ask, in order; all registered ones by default. Where two read the
    same
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
    sentences = {(s.start, s.end) for p in document.paragraphs for s in p.sentences}
    sentences |= {(r.start, r.end) for r in readings(document, context)}
    claims = with_retired(with_beneficiaries(told_once(found, sentences, document)))
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
