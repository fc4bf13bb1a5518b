"""Claims of plain clauses that no special wording has read: the last reader of running text.

Accepts: "Quillstone capped the year by issuing $2.6 billion of 2033-maturing convertible bonds."
Accepts: "Quillstone had tapped $1.5 billion in margin loans by March."
Refuses: "Quillstone reported $150 million of revenue from Meridian."

Lives here: the pattern. Not here: the grammar (`clauses`), roles (`clause_roles`), word lists
(`clause_words`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.clauses.clause_contracts import CONTRACTS, contract_claims, spending_claims
from graphbuild.extract.clauses.clause_roles import Roles, roles_of
from graphbuild.extract.clauses.clause_shapes import shaped_clauses
from graphbuild.extract.clauses.clause_words import Thing
from graphbuild.extract.clauses.clauses import Clause, clauses_in
from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.grammar.lenders import is_bank
from graphbuild.extract.grammar.parties import Mention, unnamed_mention
from graphbuild.extract.grammar.wording import is_conditional, status_of
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.sides import lender_first
from graphbuild.extract.sentences.telling import told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document

_LABEL = "clause_claims/1"


def _find(document: Document, context: Context) -> Iterator[Claim]:
    for reading in told(document, context).with_money():
        if "<M" in reading.full and "<P" in reading.plain and not has_no_statement(reading):
            for clause in _clauses(reading):
                yield from _claims(reading, clause)


def _clauses(reading: Reading) -> Iterator[Clause]:
    """The clauses of a sentence; in a report also those of its appositions and asides."""
    told = tuple(clauses_in(reading.plain))
    yield from told
    if reading.is_news:
        taken = {clause.money for clause in told if clause.arguments and _is_read(clause, reading)}
        yield from (c for c in shaped_clauses(reading.plain) if c.money not in taken)
        if reading.full != reading.plain:
            for clause in clauses_in(reading.full):
                if clause.money not in reading.plain:
                    yield clause


def _is_read(clause: Clause, reading: Reading) -> bool:
    """Whether verb and noun tell who pays; a passive waits for its own shape."""
    return clause.thing in CONTRACTS or roles_of(clause, reading.text) is not None


def _side(reading: Reading, marks: str, label: str) -> list[Mention]:
    """The named parties behind the marks; the label where there are none."""
    found = mentions_in(reading, marks)
    named = [mention for mention in found if not mention.is_unnamed]
    return named or found or ([unnamed_mention(label)] if label else [])


def _claims(reading: Reading, clause: Clause) -> Iterator[Claim]:
    if is_conditional(reading.plain[: clause.start]):
        return
    if clause.thing in CONTRACTS:
        yield from contract_claims(reading, clause, _LABEL)
    elif clause.verb == "borrow" and not reading.is_news:
        return  # a filing's note goes on about its loans: `loan_followups`
    elif roles := roles_of(clause, reading.text):
        yield from _of_roles(reading, clause, roles)
    elif clause.thing is Thing.BARE:
        yield from spending_claims(reading, clause, _LABEL)


_MUTUAL = frozenset({"sign", "ink", "enter", "reach", "close", "finalize", "finalise", "have"})
"""Verbs of which lender and borrower may be the subject."""
_TALKS_ON = re.compile(
    r"\b(?:[Tt]alks|[Dd]iscussions|[Nn]egotiations) (?:on|over|about|for) (?:an? |the |its )?"
    r"(?:[A-Z][\w.]*['’]s )?[A-Z]{0,3}[$€£]?\d"
)
_FELL = re.compile(
    r"\b(?:collapsed?|broke down|broken down|fell apart|fell through|ended|failed)\b"
)
_NEARS = re.compile(r"<P\d+>,? (?:is |are )?(?:near|clos)")
_NOT_YET = frozenset({Status.RUMOURED, Status.ANNOUNCED})
_STILL_OPEN = re.compile(r"(?:finali[sz](?:es|ing)|lin(?:es|ing) up)\b")


def _of_roles(reading: Reading, clause: Clause, roles: Roles) -> Iterator[Claim]:
    status = status_of(clause.auxiliary, reading.text, roles.status, is_news=reading.is_news)
    if reading.is_news and _STILL_OPEN.match(reading.plain, clause.start):
        status = Status.RUMOURED
    if status is Status.FUNDED and roles.status in _NOT_YET:
        status = roles.status  # "has been offered", "has launched"
    if _TALKS_ON.search(reading.text):
        status = Status.TERMINATED if _FELL.search(reading.text) else Status.RUMOURED
    sources = _side(reading, roles.source, roles.label)
    targets = _side(reading, roles.target, "")
    if status is None or (
        not reading.is_news and any(_is_doubtful(reading, m) for m in sources + targets)
    ):
        return
    nears = roles.instrument in LENT and _NEARS.match(reading.plain, clause.start)
    is_open = all(m.is_unnamed for m in sources) and all(m.is_weak or is_bank(m) for m in targets)
    if nears and is_open:
        return  # "Alder nears a loan": a lender may, too
    if clause.verb in _MUTUAL:
        sources, targets = lender_first(sources, targets, roles.instrument)
    yield from build(
        reading,
        _LABEL,
        instrument=roles.instrument,
        sources=sources,
        targets=targets,
        status=status,
        amount=amount_of(reading, clause.money),
        measure=roles.measure,
        is_joint=roles.is_joint,
        is_increment=reading.money[int(clause.money[2:-1])].is_additional,
    )


_IS_COMPANY = re.compile(
    r",? (?:which is )?(?:an?|the|one of) [^.;]{0,90}?\b(?:company|firm|developer|provider|startup|"
    r"start-up|operator|maker|manufacturer|fund|bank|lender|builder|business|protocol|producer)\b"
)


def _is_doubtful(reading: Reading, mention: Mention) -> bool:
    """A capitalised word that nothing calls an organisation."""
    if not mention.is_weak or mention.start < 0:
        return mention.is_weak
    return not _IS_COMPANY.match(reading.text, mention.end)


PATTERN = Pattern(name="clause_claims", version=1, find=_find)
