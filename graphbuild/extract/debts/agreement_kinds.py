"""What kind of agreement a paper is, by its own title; where its opening and its recitals stand.

Lives here: `Paper` and how one is found. Not here: who its parties are (`agreement_roles`), the
claims (`agreements`).

Flow: Document -> `Paper`*: the exhibits among its parts, or the document itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.records.document import Document


class Kind(StrEnum):
    """What an agreement is about, as far as its title tells."""

    GUARANTEE = "guarantee"
    LOAN = "loan"
    NOTES = "notes"
    LEASE = "lease"
    MERGER = "merger"
    SECURITIES = "securities"
    ASSETS = "assets"
    SUPPLY = "supply"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One agreement.

    Parameters
    ----------
    title : its own words, on one line, in small letters.
    cover : span of what stands above the first paragraph; empty where nothing does.
    preamble : span of the first paragraph: date and parties; empty where there is only a cover.
    recitals : span of what follows: recitals and the first sections.
    is_amendment : it changes an agreement instead of making one.
    """

    kind: Kind
    title: str
    cover: tuple[int, int]
    preamble: tuple[int, int]
    recitals: tuple[int, int]
    is_amendment: bool = False


_EXHIBIT = re.compile(r"EX-(?:1|2|4|10)\b")
_NONE = re.compile(
    r"\b(?:terminat|release|assignment|assumption|pledge|intercreditor|subordinat|registration "
    r"rights|employ|consult|indemnif|compet|confidential|separation|severance|award|voting|escrow|"
    r"waiver|forbear|consent|side letter|fee letter|retention|sales agreement|distribution|"
    r"stockholders|shareholders|operating agreement|partnership agreement|trust agreement|"
    r"underwriting|placement|rights agreement|incentive|deferred|joinder|estoppel|estate planning|"
    r"servicing|custod|depositary|swap|cooperation|license|collaboration|non-disturbance|"
    r"reimbursement|participation)"
)
_KINDS = (
    (Kind.LOAN, r"(?:credit|loan|revolving)\b.{0,30}\b(?:and|,).{0,20}guarant\w+ agreement"),
    (Kind.GUARANTEE, r"\bguarant(?:y|ee|ies|ees)\b"),
    (Kind.NOTES, r"\bindenture\b|\bnotes? purchase agreement|\bpurchase agreement for notes"),
    (
        Kind.LOAN,
        (
            r"\b(?:credit|loan|line of credit|facility|financing|revolving|mezzanine|bridge)\b"
            r".{0,40}\b(?:agreement|contract|note|amendment)\b|\bpromissory note\b|\bterm note\b|"
            r"\bcredit limitation\b|"
            r"\brevolving note\b|\bsecured note\b"
        ),
    ),
    (Kind.LEASE, r"\b(?:sub-?)?lease\b|\bcharter(?: party)?\b"),
    (
        Kind.MERGER,
        (
            r"\bmerger\b|\bbusiness combination\b|\bamalgamation\b|\barrangement agreement|"
            r"\b(?:share|stock) exchange\b|\bacquisition agreement|\bplan of (?:reorganization|"
            r"acquisition)"
        ),
    ),
    (
        Kind.SECURITIES,
        (
            r"\b(?:securities|subscription|unit|warrant|preferred|common|series \w+|shares?|"
            r"stock)\b.{0,40}\b(?:purchase|agreement|subscription)\b|\bsubscription agreement|"
            r"\binvestment agreement"
        ),
    ),
    (
        Kind.ASSETS,
        (
            r"\b(?:asset|membership interests?|equity|interests?|real estate)\b.{0,30}\bpurchase\b|"
            r"\bpurchase and sale\b|\bagreement of sale\b|\bcontribution agreement"
        ),
    ),
    (
        Kind.SUPPLY,
        (
            r"\bengineering, procurement\b|\bepc\b|\bsupply\b|\bpower purchase\b|\bconstruction "
            r"(?:agreement|contract)\b|\bturbine\b.{0,30}\bagreement|\bdesign[- ]build"
        ),
    ),
)
_TITLE_END = (
    r"(?:AGREEMENT|LEASE|GUARANTY|GUARANTEE|INDENTURE|NOTE|CONTRACT|SUBLEASE|MERGER|CHARTER|"
    r"AMENDMENT)"
)
_ON = r"(?-i:(?: (?:No\.|NO\.|[A-Z][A-Z]+|\d+|(?:of|to|and|for|the)(?= [A-Z])|[A-Z][a-z]+))*)"
"""The rest of a title: the first word that may end one need not do so."""
_PLAIN = r"(?:[^\n$|:.“”\"]|(?<=[Nn]o)\.|(?<=NO)\.|(?<=\bU)\.|(?<=U\.S)\.)"
_TITLE = re.compile(
    r"(?:^|[|\n]|\bExhibit 10[.\d]*(?: Execution Version)?(?: \[\*+\])?(?= [A-Z]))[ \t]*"
    rf"(?P<title>{_PLAIN}{{0,120}}?(?:\n{_PLAIN}{{0,90}}?){{0,2}}?"
    rf"\b{_TITLE_END}S?\b{_ON})",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"(?:^|[|\n]|\bRECITALS?\s|\b[Pp]arties:?\s)[ \t]*(?P<start>(?:THIS|This)\s+"
    r"(?P<title>(?:[^.;:(“\"]|(?<=[Nn]o)\.|(?<=NO)\.|(?<=\bU)\.|(?<=U\.S)\.){0,160}?"
    rf"(?i:{_TITLE_END}){_ON})(?=[\s,(“\"]))"
)
_STOP = re.compile(
    r"W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H|\bR\s?E\s?C\s?I\s?T\s?A\s?L\s?S?\b|\bWHEREAS\b|"
    r"\bRecitals\b|\bPRELIMINARY STATEMENTS?|\bBACKGROUND\b|\bNOW,? THEREFORE|\bTABLE OF CONTENTS|"
    r"\bARTICLE (?:I|1|ONE)\b|\n\s*(?:Section|SECTION) 1\b|\n\s*1\.\d*\s|\bIn consideration of|"
    r"\bThe parties (?:hereto )?(?:hereby )?agree|\bThe following (?:is|are)\b|\bNOW THIS\b"
)
_AMENDS = re.compile(r"\bamendment\b|\bmodification\b|\bsupplement(?:al)?\b|\baddendum\b")
_COVER = 3000
_LONGEST = 3500
_RECITALS = 6000


def papers_in(document: Document) -> Iterator[Paper]:
    """The agreements of a document whose title tells what they are about."""
    for start, end in _spans(document):
        paper = paper_at(document.text, start, end)
        if paper is not None:
            yield paper


def _spans(document: Document) -> Iterator[tuple[int, int]]:
    if _EXHIBIT.match(document.kind):
        yield 0, len(document.text)
        return
    spans: dict[str, tuple[int, int]] = {}
    for paragraph in document.paragraphs:
        if _EXHIBIT.match(paragraph.part):
            start, _ = spans.get(paragraph.part, (paragraph.start, 0))
            spans[paragraph.part] = start, paragraph.end
    yield from spans.values()


def paper_at(text: str, start: int, end: int) -> Paper | None:
    """The agreement that a stretch of text is, or ``None`` where its title names another kind."""
    head = text[start : min(end, start + 60_000)]
    opening = _PREAMBLE.search(head)
    above = head[: min(opening.start("start") if opening else _COVER, _COVER)]
    written = _TITLE.search(head[:_COVER])
    titles = [opening["title"] if opening else "", written["title"] if written else ""]
    flat = [" ".join(title.lower().split()) for title in titles]
    title, kind = next(((t, k) for t in flat if t and (k := kind_of(t))), ("", None))
    if kind is None:
        return None
    begins = opening.start("start") if opening else 0
    stop = _STOP.search(head, opening.end() if opening else 0)
    if opening is None:
        begins = len(above) if stop is None else min(stop.start(), len(above))
        above = above[:begins]
        ends = begins
    else:
        ends = min(stop.start() if stop else len(head), begins + _LONGEST)
    return Paper(
        kind=kind,
        title=title,
        cover=(start, start + len(above)),
        preamble=(start + begins, start + ends),
        recitals=(start + ends, min(end, start + ends + _RECITALS)),
        is_amendment=bool(_AMENDS.search(title)),
    )


def kind_of(title: str) -> Kind | None:
    """What the title says, or ``None`` where it is about nothing owed or paid for.

    >>> kind_of("second amended and restated credit agreement"), kind_of("pledge agreement")
    (<Kind.LOAN: 'loan'>, None)
    """
    if _NONE.search(title):
        return None
    return next((kind for kind, words in _KINDS if re.search(words, title)), None)
