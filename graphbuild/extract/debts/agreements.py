"""Agreements filed as exhibits: their parties from the opening, their size from cover and recitals.

Accepts: "$250,000,000 CREDIT AGREEMENT among HARBOR COMPUTE, INC., as Borrower, the Lenders party
hereto and NORTHGATE BANK, N.A., as Administrative Agent" (lenders unnamed, $250 million).
Accepts: "GUARANTY made by ASHGROVE CORP. (the “Guarantor”) in favor of NORTHGATE BANK, N.A."
Accepts: "LEASE between Alder Realty LLC (“Landlord”) and Harbor Compute, Inc. (“Tenant”)".
Refuses: pledges, consents, employment agreements; agents, arrangers and trustees as lenders.

Lives here: what the roles of each kind of agreement owe each other. Not here: finding agreements
(`agreement_kinds`), roles (`agreement_roles`), figures (`agreement_sizes`).

Flow: Document -> `Paper`* -> roles -> Claim*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.debts.agreement_kinds import Kind, Paper, papers_in
from graphbuild.extract.debts.agreement_promises import promised_in
from graphbuild.extract.debts.agreement_roles import (
    RoleName,
    as_defined,
    first_party,
    roles_in,
    unlabelled,
)
from graphbuild.extract.debts.agreement_sizes import Size, sizes_in
from graphbuild.extract.debts.agreement_terms import falls_due, margin
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.names import gazetteer, plain_name
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier, undisclosed
from graphbuild.records.period import PartialDate

_LEADS = 4000
_MOST_LENDERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """What the opening of one agreement tells: names by role, figures, where it stands."""

    document: Document
    paper: Paper
    text: str
    span: tuple[int, int]
    roles: tuple[RoleName, ...]
    sizes: tuple[Size, ...]
    due: PartialDate | None = None
    rate: str = ""

    def named(self, *roles: str) -> list[str]:
        """The companies in the roles, each once."""
        return list(dict.fromkeys(r.name for r in self.roles if r.role in roles and r.name))

    def has(self, *roles: str) -> bool:
        """Whether the opening speaks of the roles, by name or not."""
        return any(r.role in roles for r in self.roles)

    def sides(self, names: list[str], role: Role, label: str) -> list[PartyMention]:
        """The parties; one withheld where there is no name and a label."""
        found = [self._side(name, role) for name in names]
        return found or ([unnamed(role, label)] if label else [])

    def _side(self, name: str, role: Role) -> PartyMention:
        own = self.document.filer
        if own and plain_name(own.name) == plain_name(name):
            return filer(self.document, role, name)
        return party(role, name)


def find_agreements(document: Document, context: Context) -> Iterator[Claim]:
    """The claims of each agreement the document is or holds."""
    known = gazetteer(context.names)
    for paper in papers_in(document):
        cover, preamble = (document.text[a:b] for a, b in (paper.cover, paper.preamble))
        roles = roles_in(preamble, known)
        if len({r.role for r in roles if r.name}) < 2:
            roles = (*roles, *roles_in(cover, known))
        elif not any(r.role == "guarantor" for r in roles):
            roles = (*roles, *(r for r in roles_in(cover, known) if r.role == "guarantor"))
        text = preamble or cover
        if paper.kind is Kind.LOAN:
            roles = (*roles, *unlabelled(text, roles, known))
        roles = tuple(as_defined(role, document.defined_terms) for role in roles)
        span = _quoted(document, paper)
        opening = _Opening(
            document=document,
            paper=paper,
            text=document.text[paper.preamble[0] : paper.recitals[1]],
            span=span,
            roles=roles,
            sizes=sizes_in(document, paper) or promised_in(document, paper),
            due=falls_due(document, paper),
            rate=margin(document, paper),
        )
        yield from _READERS[paper.kind](opening)


def _quoted(document: Document, paper: Paper) -> tuple[int, int]:
    """The words that name the parties: the first paragraph, or the cover where there is none."""
    start, end = paper.preamble if paper.preamble[1] > paper.preamble[0] else paper.cover
    words = document.text[start : min(end, start + _LEADS)]
    lead = len(words) - len(words.lstrip())
    return start + lead, start + len(words.rstrip())


def _claims(
    opening: _Opening,
    instrument: InstrumentId,
    sources: list[PartyMention],
    targets: list[PartyMention],
    sizes: tuple[Size, ...] = (),
    obligor: PartyMention | None = None,
) -> Iterator[Claim]:
    """A claim a figure where there is one lender or buyer; else each named one without a figure."""
    status = Status.AMENDED if opening.paper.is_amendment else Status.SIGNED
    joint = len(sources) > 1
    rows: list[tuple[PartyMention, Size | None]] = []
    if joint or not sizes:
        rows += [(source, None) for source in sources]
    rows += [(unnamed(Role.SOURCE, "consortium") if joint else sources[0], z) for z in sizes]
    date = _day(opening)
    for target in targets:
        for source, size in rows:
            if plain_name(source.name) == plain_name(target.name) or (
                source.is_unnamed and target.is_unnamed and instrument is not InstrumentId.GUARANTEE
            ):
                continue
            yield make_claim(
                opening.document,
                AGREEMENTS.label,
                size.span if size else opening.span,
                (size.instrument if size else None) or instrument,
                (source, target, *([obligor] if obligor else [])),
                size.amount if size else undisclosed(),
                _measure(size),
                status,
                confidence=Confidence.LIKELY,
                agreed_on=date,
                ends_on=opening.due if instrument is not InstrumentId.GUARANTEE else None,
                terms=Terms(rate=opening.rate if instrument is not InstrumentId.GUARANTEE else ""),
            )


_MADE = re.compile(
    r"\b(?:dated|made|entered into|effective)\b(?: and (?:entered into|effective))?"
    r"(?:,? effective)?(?: as)?(?: of| on)?(?: this| the)?:?\s*"
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)|_+) day of )?(?:[A-Z][a-z]+ _+,? )?\Z",
    re.IGNORECASE,
)


def _day(opening: _Opening) -> PartialDate | None:
    """The day "as of" which a contract is made, by its cover or preamble; else the first told."""
    for text in (opening.text[:_LEADS], opening.document.text[:_LEADS]):
        for span in find_dates(text):
            if _MADE.search(text[max(0, span.start - 60) : span.start]):
                return span.date
    return next((span.date for span in find_dates(opening.text[:600])), None)


def _measure(size: Size | None) -> Measure:
    if size is None:
        return Measure.HEADLINE
    is_ceiling = size.amount.qualifier is Qualifier.UP_TO or size.is_facility
    return Measure.CEILING if is_ceiling else Measure.HEADLINE


def _loan(opening: _Opening) -> Iterator[Claim]:
    borrowers = opening.named("borrower") or opening.named("company", "issuer", "owner")
    borrowers = [name for name in borrowers if name not in opening.named("lender")][:1]
    if not borrowers and opening.has("borrower") and opening.document.filer:
        borrowers = [opening.document.filer.name]  # "the undersigned (the “Borrower”)"
    if not borrowers:
        return
    lenders = opening.named("lender") or opening.named("buyer", "investor")
    lenders = [name for name in lenders if name not in borrowers][:_MOST_LENDERS]
    targets = opening.sides(borrowers, Role.TARGET, "")
    sources = opening.sides(lenders, Role.SOURCE, "lenders")
    kind = debt_instrument(opening.paper.title + " " + _cover_words(opening))
    if kind not in {InstrumentId.CONVERTIBLE, InstrumentId.REVOLVER}:
        kind = InstrumentId.LOAN
    yield from _claims(opening, kind, sources, targets, opening.sizes)
    owed = sources if len(sources) == 1 else [unnamed(Role.SOURCE, "lenders")]
    yield from _guaranteed(opening, owed[0], borrowers[0])
    yield from _guaranteed_unnamed(opening, "lenders", borrowers[0])


def _cover_words(opening: _Opening) -> str:
    start, end = opening.paper.cover
    words = opening.document.text[start:end].lower()
    return "revolving" if re.search(r"364-day|revolving credit|line of credit", words) else ""


def _guaranteed(opening: _Opening, owed: PartyMention, borrower: str) -> Iterator[Claim]:
    """Guarantors that the opening of a loan agreement names."""
    names = [n for n in opening.named("guarantor") if plain_name(n) != plain_name(borrower)][:4]
    to = PartyMention(
        role=Role.TARGET, name=owed.name, as_written=owed.as_written, is_unnamed=owed.is_unnamed
    )
    for source in opening.sides(names, Role.SOURCE, ""):
        yield from _claims(
            opening,
            InstrumentId.GUARANTEE,
            [source],
            [to],
            obligor=opening.sides([borrower], Role.OBLIGOR, "")[0],
        )


_SHALL_GUARANTEE = re.compile(
    r"\bguarantors?\b[^.;]{0,60}\b(?:shall|will|hereby|(?:have )?agree[ds]? to|willing to) guarant",
    re.IGNORECASE,
)


def _guaranteed_unnamed(opening: _Opening, label: str, borrower: str) -> Iterator[Claim]:
    """Guarantors without names, where the recitals say that they guarantee."""
    if opening.named("guarantor") or not _SHALL_GUARANTEE.search(opening.text):
        return
    yield from _claims(
        opening,
        InstrumentId.GUARANTEE,
        [unnamed(Role.SOURCE, "guarantors")],
        [unnamed(Role.TARGET, label)],
        obligor=opening.sides([borrower], Role.OBLIGOR, "")[0],
    )


def _guarantee(opening: _Opening) -> Iterator[Claim]:
    guarantors = opening.named("guarantor")
    if not opening.has("guarantor"):
        guarantors = opening.named("company", "parent") or _maker(opening)
    owed = opening.named("beneficiary", "lender", "landlord", "agent", "seller", "buyer", "owner")
    owed = [name for name in owed if name not in guarantors][:1]
    if not guarantors or not (owed or opening.has("beneficiary", "lender", "landlord")):
        return
    agents = opening.named("agent")
    withheld = not owed or owed[0] in agents
    label = "lenders" if agents or _TO_LENDERS.search(opening.text) else "beneficiary"
    targets = opening.sides([] if withheld else owed, Role.TARGET, label)
    told = [*opening.named("borrower", "tenant", "issuer"), *_defined(opening, _OBLIGORS)]
    obligors = [n for n in told if n not in guarantors][:1]
    obligor = next(iter(opening.sides(obligors, Role.OBLIGOR, "")), None)
    for source in opening.sides(guarantors[:_MOST_LENDERS], Role.SOURCE, ""):
        sizes = opening.sizes if len(guarantors) == 1 else ()
        yield from _claims(opening, InstrumentId.GUARANTEE, [source], targets, sizes, obligor)


_TO_LENDERS = re.compile(
    r"\b(?:in favou?r|for the benefit) of (?:each of )?(?:the )?(?:several )?(?:lenders|banks)\b",
    re.IGNORECASE,
)
_OBLIGORS = frozenset({"Borrower", "Tenant", "Lessee", "Subtenant"})


def _defined(opening: _Opening, terms: frozenset[str]) -> list[str]:
    """Whom the document calls one of the terms, be it in the recitals."""
    return [full for short, full in opening.document.defined_terms if short in terms]


_MADE_BY = re.compile(r"\b(?:made|executed|given|entered into|delivered)\b[^;]{0,80}?\bby\b")


def _maker(opening: _Opening) -> list[str]:
    """Who makes a guaranty that calls nobody its guarantor, by "made by X in favor of Y"."""
    start, end = opening.paper.preamble
    text = opening.document.text[start:end]
    made = _MADE_BY.search(text)
    name = first_party(f"between {text[made.end() :][:300].strip()}") if made else ""
    return [name] if name else []


def _pair(
    opening: _Opening, instrument: InstrumentId, sources: list[str], targets: list[str]
) -> Iterator[Claim]:
    if sources and targets:
        yield from _claims(
            opening,
            instrument,
            opening.sides(sources, Role.SOURCE, ""),
            opening.sides(targets[:1], Role.TARGET, ""),
            opening.sizes,
        )


def _lease(opening: _Opening) -> Iterator[Claim]:
    tenants = opening.named("tenant")[:1]
    landlords = opening.named("landlord") or opening.named("owner")
    if tenants and not landlords and opening.has("landlord") and "***" in opening.text[:_LEADS]:
        sources = opening.sides(tenants, Role.SOURCE, "")
        yield from _claims(opening, InstrumentId.LEASE, sources, [unnamed(Role.TARGET, "landlord")])
    yield from _pair(opening, InstrumentId.LEASE, tenants, landlords)


def _merger(opening: _Opening) -> Iterator[Claim]:
    buyers = (opening.named("parent") or opening.named("buyer"))[:1]
    bought = [name for name in opening.named("company") if name not in buyers]
    yield from _pair(opening, InstrumentId.ACQUISITION, buyers, bought or opening.named("seller"))


def _assets(opening: _Opening) -> Iterator[Claim]:
    if opening.has("investor") and not opening.has("seller"):
        yield from _securities(opening)  # "Equity Purchase Agreement" of a company's own shares
        return
    buyers = opening.named("buyer")[:1]
    targets = opening.named("company") or opening.named("seller")
    yield from _pair(opening, InstrumentId.ACQUISITION, buyers, targets)


def _supply(opening: _Opening) -> Iterator[Claim]:
    payers = (opening.named("owner") or opening.named("buyer"))[:1]
    givers = opening.named("contractor") or opening.named("seller")
    yield from _pair(opening, InstrumentId.SUPPLY_CONTRACT, payers, givers)


def _securities(opening: _Opening) -> Iterator[Claim]:
    """Securities that a company sells of itself; where another sells them, it is acquired."""
    if opening.has("seller") and not opening.has("investor"):
        yield from _assets(opening)
        return
    issuers = (opening.named("company") or opening.named("issuer"))[:1]
    if not issuers or not opening.has("buyer", "investor", "lender"):
        return
    buyers = [n for n in opening.named("buyer", "investor", "lender") if n not in issuers]
    sources = opening.sides(buyers[:_MOST_LENDERS], Role.SOURCE, "purchasers")
    targets = opening.sides(issuers, Role.TARGET, "")
    sold = _sold(opening)
    for kind in sold or [InstrumentId.EQUITY]:
        sizes = opening.sizes if kind is not InstrumentId.WARRANT else ()
        yield from _claims(opening, kind, sources, targets, sizes)
    yield from _guaranteed_unnamed(opening, "purchasers", issuers[0])


_BOUGHT = re.compile(
    r"\b(?:purchas|sell|sale|issu|subscri|acqui)\w*\b[^.]{0,600}", re.IGNORECASE | re.DOTALL
)


def _sold(opening: _Opening) -> list[InstrumentId]:
    """What is sold, by the first sentence of the recitals that tells of a sale."""
    start, end = opening.paper.recitals
    words = f"{opening.paper.title} " + " ".join(
        m.group() for m in list(_BOUGHT.finditer(opening.document.text[start:end]))[:2]
    )
    lowered = words.lower()
    kinds = []
    if re.search(r"convertible[^.]{0,60}?(?:notes?|debentures?)", lowered):
        kinds.append(InstrumentId.CONVERTIBLE)
    elif re.search(r"\bnotes\b|\bdebentures\b", lowered) and "stock" not in opening.paper.title:
        kinds.append(InstrumentId.BOND)
    elif re.search(r"\bshares?\b|\bstock\b|\bunits?\b|\binterests\b", lowered):
        kinds.append(InstrumentId.EQUITY)
    if re.search(r"\bwarrants\b", lowered) and "warrantee" not in lowered:
        kinds.append(InstrumentId.WARRANT)
    return kinds


def _first_pages(opening: _Opening) -> str:
    start, end = opening.paper.cover[0], opening.paper.recitals[1]
    return opening.document.text[start : min(end, start + 5000)].lower()


def _notes(opening: _Opening) -> Iterator[Claim]:
    issuers = (opening.named("issuer") or opening.named("company"))[:1]
    if not issuers or opening.paper.is_amendment:
        return
    buyers = opening.named("buyer", "investor")[:_MOST_LENDERS]
    kind = InstrumentId.CONVERTIBLE if "convertible" in _first_pages(opening) else InstrumentId.BOND
    sources = opening.sides(buyers, Role.SOURCE, "noteholders")
    yield from _claims(
        opening, kind, sources, opening.sides(issuers, Role.TARGET, ""), opening.sizes
    )
    yield from _guaranteed(opening, unnamed(Role.TARGET, "noteholders"), issuers[0])


_READERS = {
    Kind.LOAN: _loan,
    Kind.GUARANTEE: _guarantee,
    Kind.LEASE: _lease,
    Kind.MERGER: _merger,
    Kind.ASSETS: _assets,
    Kind.SUPPLY: _supply,
    Kind.SECURITIES: _securities,
    Kind.NOTES: _notes,
}

AGREEMENTS = Pattern("agreements", 1, find_agreements)
