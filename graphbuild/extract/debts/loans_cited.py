"""Loans that another contract rests on: what guaranties, pledges and leases say of them.

Accepts: "Alder Finance LLC (the “Borrower”) has entered into that certain Credit Agreement by and
among the Borrower, the lenders party thereto and Northgate Bank, as agent" in a pledge.
Accepts: "Lender has agreed to make a loan to Borrower in the principal amount of $275,000,000."
Refuses: loans repaid or replaced; papers that are the loan themselves (`agreements`).

Lives here: filed contracts whose title is of another kind, and who borrows by their definitions.
Not here: who guarantees (`agreements`, `guarantee`), loans told by reports (`loan_deals`).

Flow: sentences of an exhibit that name the borrower and its loan -> Claim; one a figure, or one
without where no sentence has any.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.debts.agreement_kinds import Kind, papers_in
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, unnamed_mention
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document, is_contract
from graphbuild.records.instrument import InstrumentId

_LABEL = "loans_cited/1"
_PAPER = (
    r"(?:(?:Credit|Loan|Financing|Facility)(?: and (?:Security|Guaranty|Guarantee))? Agreement|"
    r"Promissory Note(?: Agreement)?)"
)
_LOAN = re.compile(
    rf"\b{_PAPER}|\b(?:make|made|extend(?:ed)?|establish(?:ed)?) (?:an? |certain |the )?"
    r"(?:[a-z]+ ){0,3}?(?:loans?|credit facilit(?:y|ies))\b"
)
_REVOLVES = re.compile(r"\b(?:Revolving (?:Credit|Loan)|revolving (?:credit|loan))\b")
_MANY = re.compile(
    r"\b(?:[Ll]enders\b|other financial institutions|financial institutions|(?:the )?banks party)"
)
_OVER = re.compile(
    r"\b(?:terminat|repaid|paid (?:off|in full)|refinanc|satisf|replac(?:es|ed) (?:that|the)|prior "
    r"(?:credit|loan)|no longer)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\bprincipal (?:amount|sum) of (?:[^<>;]|<P\d+>){0,90}?(?P<m><M\d+>)")
_NOTE = re.compile(
    r"\bexecuted by (?P<to><P\d+>)(?:[^<>;]|<P\d+>){0,90}? payable to (?:the order of )?"
    r"(?P<who><P\d+>) in the (?:original )?(?:aggregate )?principal (?:amount|sum) of "
    r"(?:[^<>;]|<P\d+>){0,90}?(?P<m><M\d+>)"
)
_LENT = re.compile(
    r"(?P<who><P\d+>) (?:has|have) agreed to (?:make|extend|provide) (?:an? )?(?:[a-z]+ ){0,3}?"
    r"loans? to (?P<to><P\d+>)(?!'s)(?:[^;]{0,60}?principal (?:amount|sum) of "
    r"(?:[^<>;]|<P\d+>){0,90}?(?P<m><M\d+>))?"
)
_OBLIGED = re.compile(
    r"(?P<who><P\d+>) (?:became|is|was) (?:an? |the )?(?:obligor|borrower) under "
    rf"(?:that|the|an?)\b[^<>;]{{0,40}}?{_PAPER}"
)


def find_loans_cited(document: Document, context: Context) -> Iterator[Claim]:
    """The loans of an exhibit that is no loan agreement itself."""
    if not is_contract(document.kind):
        return
    if any(paper.kind in {Kind.LOAN, Kind.NOTES} for paper in papers_in(document)):
        return
    kept: dict[tuple[str, str], list[Claim]] = {}
    for reading in told(document, context).where(_LOAN):
        for claim in _claims(reading) if not _OVER.search(reading.text) else ():
            pair = plain_name(claim.parties[0].name), plain_name(claim.parties[1].name)
            if pair[0] != pair[1]:
                kept.setdefault(pair, []).append(claim)
    for claims in kept.values():
        sized = [claim for claim in claims if claim.amount.central is not None]
        yield from sized or claims[:1]


def _claims(reading: Reading) -> Iterator[Claim]:
    """What one sentence tells: a note, a party bound by an agreement, lender and borrower."""
    for form in (_NOTE, _LENT):
        for told_so in form.finditer(reading.plain):
            (lender,) = mentions_in(reading, told_so["who"])
            (borrower,) = mentions_in(reading, told_so["to"])
            yield from _claim(reading, lender, borrower, told_so["m"])
            return
    for bound in _OBLIGED.finditer(reading.plain):
        (who,) = mentions_in(reading, bound["who"])
        if _MANY.search(reading.text) and not who.is_unnamed:
            yield from _claim(reading, unnamed_mention("lenders"), who)
        return
    owing, owed = _called(reading, "Borrower"), _called(reading, "Lender")
    if owed is None and _MANY.search(reading.text):
        owed = unnamed_mention("lenders")
    if owing is not None and owed is not None:
        size = _SIZE.search(reading.plain)
        yield from _claim(reading, owed, owing, size["m"] if size else None)


def _called(reading: Reading, term: str) -> Mention | None:
    """The party of the sentence that the document calls so, beyond doubt."""
    named = {full for short, full in reading.document.defined_terms if short == term}
    found = [m for m in reading.parties if m.as_written == term or m.name in named]
    return found[0] if found and len(named) == 1 and not found[0].is_unnamed else None


def _claim(
    reading: Reading, lender: Mention, borrower: Mention, mark: str | None = None
) -> Iterator[Claim]:
    is_revolver = _REVOLVES.search(reading.text)
    yield from build(
        reading,
        _LABEL,
        instrument=InstrumentId.REVOLVER if is_revolver else InstrumentId.LOAN,
        sources=[lender],
        targets=[borrower],
        amount=amount_of(reading, mark),
        status=Status.SIGNED,
        is_bare_fine=True,
    )


LOANS_CITED = Pattern("loans_cited", 1, find_loans_cited)
