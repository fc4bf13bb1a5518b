"""To whom a guarantee is owed: the landlord or lender that the document names elsewhere.

Lives here: the one claim that is completed by another. Not here: wording of guarantees
(`guarantee`), of leases (`lease`, `contracts`).

Flow: Claim* of one document -> Claim*, guarantees of leases with their landlord, of facilities
with their lender.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.grammar.names import plain_name
from graphbuild.records.claim import Claim, PartyMention, Role
from graphbuild.records.instrument import InstrumentId

_DEBT = re.compile(
    r"\b(?:[Ll]oans?|[Ff]acilit(?:y|ies)|[Cc]redit [Aa]greement|[Ll]ine of [Cc]redit|[Bb]orrowings|"
    r"[Pp]romissory [Nn]ote)\b"
)
_CALLED = re.compile(
    r"\b(?:[A-Z0-9][\w.%-]* )+(?:Loans?|Facility|Line of Credit|Credit Agreement|Note)\b"
)
_THE = re.compile(r"^(?:The|Our|This|All|Any) ")
_PAYS_RENT = re.compile(r"\b(?:[Ll]eas(?:e|es|ed)|[Rr]ent)\b")
_RENT = re.compile(r"\b(?:[Ll]eas|[Rr]ent|[Tt]enan|[Hh]osting|[Cc]olocation|[Oo]bligations)")


def with_beneficiaries(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; a guarantee whose obligor is a tenant here is owed to the tenant's landlord.

    One of a facility is owed to the obligor's lender. Only where the document (for a feed: the
    item) tells of one landlord of that tenant, or of one lender of that borrower.
    """
    told = tuple(claims)
    return tuple(
        _for_tenant(_completed(claim, told), told)
        if claim.instrument is InstrumentId.GUARANTEE
        else claim
        for claim in told
    )


def _for_tenant(claim: Claim, told: tuple[Claim, ...]) -> Claim:
    """A guarantee of rent with the one tenant there is, where its own words name none."""
    targets = claim.with_role(Role.TARGET)
    if claim.with_role(Role.OBLIGOR) or not _PAYS_RENT.search(claim.citation.quote):
        return claim
    tenants = {
        plain_name(tenant.name): tenant
        for lease in told
        if lease.instrument in {InstrumentId.LEASE, InstrumentId.CLOUD_CONTRACT}
        and lease.citation.item == claim.citation.item
        and (
            _is_open(targets[0]) or any(_same(targets[0], t) for t in lease.with_role(Role.TARGET))
        )
        for tenant in lease.with_role(Role.SOURCE)
        if not tenant.is_unnamed
    }
    parties = {plain_name(p.name) for p in claim.parties}
    if len(tenants) != 1 or parties & set(tenants):
        return claim
    tenant = replace(next(iter(tenants.values())), role=Role.OBLIGOR)
    return replace(claim, parties=(*claim.parties, tenant))


def _same(left: PartyMention, right: PartyMention) -> bool:
    a, b = plain_name(left.name), plain_name(right.name)
    return a.startswith(b) or b.startswith(a)


def _is_open(target: PartyMention) -> bool:
    """Owed to a landlord whom the sentence does not name."""
    return target.is_unnamed and target.name == "landlord"


def _is_obligor(obligors: tuple[PartyMention, ...], target: PartyMention) -> bool:
    return len(obligors) == 1 and _same(obligors[0], target)


def _completed(claim: Claim, told: tuple[Claim, ...]) -> Claim:
    obligors, targets = claim.with_role(Role.OBLIGOR), claim.with_role(Role.TARGET)
    if len(targets) != 1 or not (_is_open(targets[0]) or _is_obligor(obligors, targets[0])):
        return claim
    quote = claim.citation.quote
    landlords: dict[str, PartyMention] = {}
    if obligors and _DEBT.search(quote):
        landlords = _lenders(claim, obligors[0], told)
        for guarantor in claim.with_role(Role.SOURCE):
            landlords.pop(
                plain_name(guarantor.name), None
            )  # nobody guarantees what is owed to himself
    elif _RENT.search(quote):
        landlords = _landlords(claim, obligors, told)
    if len(landlords) != 1:
        return claim
    landlord = next(iter(landlords.values()))
    parties = tuple(
        replace(landlord, role=Role.TARGET) if party.role is Role.TARGET else party
        for party in claim.parties
    )
    return replace(claim, parties=parties)


def _landlords(
    claim: Claim, obligors: tuple[PartyMention, ...], told: tuple[Claim, ...]
) -> dict[str, PartyMention]:
    return {
        plain_name(landlord.name): landlord
        for lease in told
        if lease.instrument in {InstrumentId.LEASE, InstrumentId.CLOUD_CONTRACT}
        and lease.citation.item == claim.citation.item
        and (
            not obligors
            or any(_same(tenant, obligors[0]) for tenant in lease.with_role(Role.SOURCE))
        )
        for landlord in lease.with_role(Role.TARGET)
        if not landlord.is_unnamed
    }


def _lenders(
    claim: Claim, obligor: PartyMention, told: tuple[Claim, ...]
) -> dict[str, PartyMention]:
    """The lenders of the obligor; where the guarantee names a facility, those of it alone."""
    called = _CALLED.search(claim.citation.quote)
    name = _THE.sub("", called.group()) if called else ""
    return {
        plain_name(lender.name): lender
        for loan in told
        if loan.instrument in LENT
        and name in loan.citation.quote + loan.terms.facility
        and loan.citation.item == claim.citation.item
        and any(_same(borrower, obligor) for borrower in loan.with_role(Role.TARGET))
        for lender in loan.with_role(Role.SOURCE)
        if not lender.is_unnamed
    }
