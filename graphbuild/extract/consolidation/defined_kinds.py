"""What "the Notes" and "the Credit Facility" are, where a sentence only calls them so.

Accepts: "1.00% convertible senior notes due 2031 (the “Notes”)", then "The Notes sold were $750
million": convertible. "A revolving credit facility (the “Facility”)", then "borrowed under the
Facility": a revolver.
Refuses: "the Notes" after a definition of senior notes, and a facility of loans and a revolver.

Lives here: kinds of debt by the definition that stands before, and what such a definition says has
ended. Not here: kinds a sentence tells itself (`grammar.wording`).

Flow: Claim* in the order of the patterns, Document -> Claim*.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graphbuild.extract.sentences.reading import is_news
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_NOUN = (
    r"(?:[Nn]otes|[Dd]ebentures|[Ff]acilit(?:y|ies)|[Aa]greement|[Ll]oan|[Rr]evolver|[Oo]ffering)"
)
_DEFINED = re.compile(rf"\([^()]{{0,90}}?[“\"](?P<term>(?:[\w.%&’'-]+ ){{0,4}}?{_NOUN}),?[”\"]")
_CALLED = re.compile(rf"(?P<words>(?:[\w.%&’'-]+ ){{0,4}})(?P<noun>{_NOUN}|[Ll]ine of [Cc]redit)\b")
_END = re.compile(r"(?<=[a-z)”])\.(?= [A-Z])|\n")
_CONVERT = re.compile(r"\b(?:convertible|exchangeable)\b", re.IGNORECASE)
_REVOLVES = re.compile(r"(?<!non-)\brevolv|\blines? of credit\b", re.IGNORECASE)
_TERM_LOAN = re.compile(
    r"\bterm (?:loan|facilit)|delayed[- ]draw|\bbridge\b|non-revolving",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\b(?:notes|debentures|bonds)\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:[\w.%-]+ ){0,4}[Nn]otes?\b")
_OF_KIND = re.compile(
    r"convertible|exchangeable|senior|secured|subordinated|promissory|%",
    re.IGNORECASE,
)
_STOCK = re.compile(r"\b(?:shares|stock|units|ADSs?|warrants)\b", re.IGNORECASE)
_PLAIN = frozenset({
    "the", "these", "those", "such", "its", "our", "of", "in", "on", "and", "all", "additional",
    "outstanding", "any", "under", "million", "billion", "amount", "concurrent", "as", "for", "new",
    "repurchase", "issued", "sold", "with", "at", "offered",
})  # fmt: skip
_OVER = re.compile(
    r"\b(?:terminated|cancell?ed|retired|paid off|repaid in full)\b(?:(?!\b(?:entered?|entering|"
    r"new|replac\w+|amend\w+|establish\w+|obtained)\b)[^;]){0,160}$"
)
_NEAR = 3_000
_NOUNS = {
    InstrumentId.BOND: ("notes", "debentures"),
    InstrumentId.EQUITY: ("offering",),
}
_LENT = ("facility", "agreement", "loan", "revolver", "line of credit")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    """A name given to a debt or an offering, from a place of the text on."""

    place: int
    name: str
    kind: InstrumentId | None
    is_over: bool


def with_defined_kinds(claims: Iterable[Claim], document: Document) -> Iterator[Claim]:
    """The claims, kinds of debt by definition; without shares that "the Offering" never sold."""
    is_filed = not is_news(document)
    terms = tuple(_terms(document.text)) if is_filed else ()
    for claim in claims:
        if not is_filed:
            yield _of_story(claim, document)
            continue
        meant = _kinds(claim, document.text, terms) if _is_open(claim) else []
        kinds = {kind for kind, _ in meant}
        if claim.instrument is InstrumentId.EQUITY:
            if not (kinds & {InstrumentId.BOND, InstrumentId.CONVERTIBLE}):
                yield claim
            continue
        kind = next(iter(kinds)) if len(kinds) == 1 else None
        is_over = bool(meant) and all(over for _, over in meant)
        yield _of_kind(claim, kind, is_over=is_over) if kind else claim


def _of_story(claim: Claim, document: Document) -> Claim:
    """In a report: a "facility" of no kind, compared with a revolver just told, is one too."""
    start = claim.citation.start
    first = next((e.start for e in document.entries if e.start <= start < e.end), 0)
    before = document.text[max(first, start - 400) : start]
    is_plain = claim.instrument is InstrumentId.LOAN and _BARE.search(claim.citation.quote)
    if is_plain and _REVOLVES.search(before) and not _TERM_LOAN.search(before):
        return replace(claim, instrument=_REVOLVER)
    return claim


_BARE = re.compile(
    r"\b(?:increase|up|rise|step up|jump) (?:over|from|on)\b(?:[^.;]|\.(?=\d)){0,60}?(?:-year|"
    r"larger|smaller|previous|earlier|existing|prior|old) facility\b|\b(?:previous|earlier|"
    r"existing|prior|old) facility\b"
)


def _is_open(claim: Claim) -> bool:
    """Whether a sentence, not a row, tells of debt of no stated kind, or of shares nobody named."""
    if "table" in claim.pattern:
        return False
    if claim.instrument is InstrumentId.EQUITY:
        hidden = all(party.is_unnamed for party in claim.with_role(Role.SOURCE))
        return hidden and not _STOCK.search(claim.citation.quote)
    return claim.instrument in {InstrumentId.BOND, InstrumentId.LOAN, InstrumentId.REVOLVER}


def _of_kind(claim: Claim, kind: InstrumentId, *, is_over: bool) -> Claim:
    if claim.instrument is InstrumentId.BOND:
        return replace(claim, instrument=kind)
    if claim.instrument in {InstrumentId.LOAN, InstrumentId.REVOLVER} and kind is _REVOLVER:
        return replace(
            claim, instrument=kind, status=Status.TERMINATED if is_over else claim.status
        )
    return claim


_REVOLVER = InstrumentId.REVOLVER


def _terms(text: str) -> Iterator[_Term]:
    """Every name a document gives to a debt, in order."""
    for match in _DEFINED.finditer(text):
        before, after = _sentence(text, match)
        kind = _defined_kind(match["term"].lower(), before, after)
        yield _Term(
            place=match.end(),
            name=match["term"].lower(),
            kind=kind,
            is_over=bool(_OVER.search(before)),
        )


def _sentence(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The words of a definition's sentence before and after the name."""
    window = text[max(0, match.start() - 400) : match.start()]
    before = _END.split(window)[-1]
    after = _END.split(text[match.end() : match.end() + 300])[0]
    return before, after


def _defined_kind(term: str, before: str, after: str) -> InstrumentId | None:
    is_paper = term.endswith(("notes", "debentures", "offering"))
    if is_paper and _PAPER.search(before) and not (term == "offering" and _STOCK.search(before)):
        own = before[-160:].rpartition("”)")[2]  # not what was defined just before
        return InstrumentId.CONVERTIBLE if _CONVERT.search(own) else InstrumentId.BOND
    if is_paper or _TERM_LOAN.search(before + after):
        return None
    return _REVOLVER if _REVOLVES.search(before) or _REVOLVES.search(after) else None


def _kinds(
    claim: Claim, text: str, terms: tuple[_Term, ...]
) -> list[tuple[InstrumentId | None, bool]]:
    """The kind of each debt the quote calls by a name; ``None`` for one that is not clear."""
    quote, start = claim.citation.quote, claim.citation.start
    if claim.instrument is InstrumentId.LOAN and _TERM_LOAN.search(quote):
        return []
    nouns = _NOUNS.get(claim.instrument, _LENT)
    known = {term.name: term for term in terms if term.place <= start}
    found: list[tuple[InstrumentId | None, bool]] = []
    for match in _CALLED.finditer(quote):
        if match["noun"].lower() in nouns:
            found.append(_called(match, known, text[max(0, start - _NEAR) : start]))
    return found


def _called(
    match: re.Match[str], known: dict[str, _Term], before: str
) -> tuple[InstrumentId | None, bool]:
    """By the longest name that was defined; a plain "the facility" by the words before."""
    words, noun = match["words"].lower().split(), match["noun"].lower()
    if noun in {"notes", "debentures"} and _CONVERT.search(match["words"]):
        return InstrumentId.CONVERTIBLE, False
    if noun == "notes" and "asset-backed" in words:
        return InstrumentId.ABS, False
    if _REVOLVES.search(match.group()):
        return _REVOLVER, False
    for count in range(len(words) + 1):
        term = known.get(" ".join([*words[count:], noun]))
        if term and (count == 0 or words[count - 1] in _PLAIN or words[count - 1][0].isdigit()):
            return term.kind, term.is_over
    if noun == "notes" and words[-1:] in (["the"], ["these"], ["such"]):
        kinds = [m.group() for m in _NOTE.finditer(before[-1_200:]) if _OF_KIND.search(m.group())]
        return (InstrumentId.CONVERTIBLE if kinds and _CONVERT.search(kinds[-1]) else None), False
    is_plain = noun == "facility" and words[-1:] in (["the"], ["credit"])
    if noun == "facility" and words[-1:] == ["this"]:
        before, is_plain = before.rpartition("\n")[2], True
    if is_plain and _REVOLVES.search(before) and not _TERM_LOAN.search(before):
        return _REVOLVER, False
    return None, False
