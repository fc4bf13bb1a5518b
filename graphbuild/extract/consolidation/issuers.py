"""Whose notes they are: the subsidiary that a document calls the issuer, not its parent who tells.

Accepts: "Alder, Inc. announces pricing of $810 million of notes" above "its subsidiary, Alder Finco
LLC (the "Issuer"), has priced $810 million of notes (the "Notes")": one issue, Alder Finco's.
Accepts: "The Notes are guaranteed by Alder Site LLC": what Alder Finco owes is guaranteed.

Lives here: claims that other claims of the same document complete. Not here: wording of notes
(`notes`), of guarantees (`guarantee`, `unnamed_guarantors`), to whom one is owed (`beneficiaries`).

Flow: Claim* of one document -> Claim*.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.extract.grammar.instrument_sets import LENT, NOTES
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.releases import is_release
from graphbuild.records.claim import Claim, PartyMention, Role
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_PAPER = (
    r"Notes|Securities|Debentures|Bonds|Loans?|Facility|Line of Credit|Credit Agreement|"
    r"Preferred Stock"
)
_OWED = re.compile(rf"(?P<name>(?:[A-Z0-9][\w.%-]* )*?(?:{_PAPER}))\b[^;]{{0,400}}?\bguarantee?d\b")
_OF_SUBSIDIARY = re.compile(r"\bsubsidiary\b|\bthe [“\"]Issuers?[”\"]")


def with_issuers(claims: Iterable[Claim], document: Document) -> tuple[Claim, ...]:
    """The claims; notes of a subsidiary are not its parent's, nor is the debt guaranteed by others.

    A guarantee without any name tells nobody anything and goes, as does one of one's own debt.
    """
    told = [*_without_parents([*claims], document)]
    completed = [
        _with_debtor(claim, told, document) if claim.instrument is InstrumentId.GUARANTEE else claim
        for claim in told
    ]
    vouched = {_vouched(c) for c, was in zip(completed, told, strict=True) if c is was}
    kept: list[Claim] = []
    for claim, was in zip(completed, told, strict=True):
        if claim.instrument is InstrumentId.GUARANTEE:
            if not _stands(claim) or (claim is not was and _vouched(claim) in vouched):
                continue
            vouched.add(_vouched(claim))
        kept.append(claim)
    return tuple(kept)


def _vouched(claim: Claim) -> tuple[object, ...]:
    """Who guarantees what of whom: told so twice, now that its debtor is known, it is one."""
    parties = tuple((party.role, party.name) for party in claim.parties)
    return claim.instrument, parties, claim.amount


def _stands(claim: Claim) -> bool:
    """Whether a guarantee is of another's debt and names somebody."""
    sources, targets = claim.with_role(Role.SOURCE), claim.with_role(Role.TARGET)
    names = {plain_name(p.name) for p in sources} & {plain_name(p.name) for p in targets}
    return not names and not all(p.is_unnamed for p in claim.parties)


def _is_filer(party: PartyMention, document: Document) -> bool:
    return document.filer is not None and party.name == document.filer.name


def _without_parents(claims: list[Claim], document: Document) -> Iterator[Claim]:
    """A release's notes, once told as its subsidiary's, are not the parent's a second time."""
    subsidiaries = {
        (c.instrument, c.amount.currency, c.amount.point)
        for c in claims
        if is_release(document)
        and c.instrument in NOTES
        and c.amount.is_disclosed
        and _OF_SUBSIDIARY.search(c.citation.quote)
        and not any(p.is_unnamed or _is_filer(p, document) for p in c.with_role(Role.TARGET))
    }
    for claim in claims:
        is_told = (claim.instrument, claim.amount.currency, claim.amount.point) in subsidiaries
        if is_told and all(_is_filer(p, document) for p in claim.with_role(Role.TARGET)):
            continue
        yield claim


def _with_debtor(claim: Claim, told: list[Claim], document: Document) -> Claim:
    """The guarantee with him who owes what it names, where the document tells of one alone."""
    target = claim.with_role(Role.TARGET)[0]
    is_by_default = target.is_unnamed and target.name in {"noteholders", "lenders"}
    owed = _OWED.search(claim.citation.quote)
    if owed is None or not (is_by_default or _is_filer(target, document)):
        return claim
    debtors = {plain_name(p.name): p for p in _debtors(owed["name"], told)}
    if len(debtors) != 1:
        return claim
    debtor = next(iter(debtors.values()))
    others = tuple(p for p in claim.parties if p.role is Role.SOURCE)
    owes = tuple(replace(debtor, role=role) for role in (Role.TARGET, Role.OBLIGOR))
    return replace(claim, parties=(*others, *owes))


def _debtors(name: str, told: list[Claim]) -> Iterator[PartyMention]:
    """Who owes the paper of that name: "2031 Notes" where told so, "Notes" where defined so."""
    words = name.removeprefix("The ")
    is_plain = " " not in words
    called = re.compile(
        rf"[“\"](?:[^“”\"]* )?{re.escape(words)}[”\"]" if is_plain else re.escape(words)
    )
    for claim in told:
        if claim.instrument in NOTES | LENT and called.search(claim.citation.quote):
            yield from (p for p in claim.with_role(Role.TARGET) if not p.is_unnamed)
