"""Small records with sensible defaults, for tests that care about two fields of twenty."""

from decimal import Decimal

from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms, Verification
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.entity import Entity, EntityKind, ParentRelation
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.keys import content_id
from graphbuild.records.money import Amount, Measure, exact, undisclosed
from graphbuild.records.period import PartialDate, partial_date


def usd(value: str | int) -> Amount:
    return exact(Decimal(value))


def mention(role: Role, name: str, *, known: bool = False, cik: str | None = None) -> PartyMention:
    is_unnamed = name.startswith("unnamed:")
    label = name.removeprefix("unnamed:")
    return PartyMention(
        role=role,
        name=label,
        as_written=label,
        is_unnamed=is_unnamed,
        entity_id=name if known else None,
        cik=cik,
    )


def claim(
    source: str,
    target: str,
    instrument: str = "loan",
    amount: Amount | None = None,
    *,
    measure: str = "committed",
    status: str = "signed",
    deal_key: str | None = None,
    document: str = "doc-1",
    agreed_on: str | None = "2025-09-24",
    known_on: str | None = "2025-09-25",
    ends_on: str | None = None,
    tier: str = "filing",
    obligor: str | None = None,
    share: str | None = None,
    verification: str | None = None,
    quote: str = "",
    **terms,
) -> Claim:
    """A claim; sources joined with '+', curated when `deal_key` is given."""
    known = deal_key is not None
    parties = [mention(Role.SOURCE, name, known=known) for name in source.split("+")]
    parties += [mention(Role.TARGET, name, known=known) for name in target.split("+")]
    if obligor:
        parties.append(mention(Role.OBLIGOR, obligor, known=known))
    money = amount if amount is not None else undisclosed()
    key = (source, target, instrument, str(money), measure, status, document, str(agreed_on))
    return Claim(
        claim_id=content_id("clm", *key, str(deal_key), str(share)),
        citation=Citation(
            document_id=document,
            path=f"{document}.htm",
            quote=quote,
            start=0 if quote else -1,
            end=len(quote) if quote else -1,
            url=f"https://example.com/{document}",
        ),
        instrument=InstrumentId(instrument),
        parties=tuple(parties),
        amount=money,
        measure=Measure(measure),
        status=Status(status),
        tier=SourceTier(tier),
        pattern="test/1",
        share=Decimal(share) if share else None,
        agreed_on=partial_date(agreed_on),
        ends_on=partial_date(ends_on),
        known_on=partial_date(known_on),
        verification=Verification(verification) if verification else None,
        terms=Terms(deal_key=deal_key, **terms),
    )


def entity(
    entity_id: str,
    name: str | None = None,
    *,
    parent: str | None = None,
    relation: str = "owner",
    parent_from: str | None = None,
    aliases: tuple[str, ...] = (),
    cik: str | None = None,
    is_group: bool = False,
    kind: str = "other",
) -> Entity:
    return Entity(
        entity_id=entity_id,
        name=name or entity_id.replace("-", " ").title(),
        kind=EntityKind(kind),
        parent_id=parent,
        parent_relation=ParentRelation(relation) if parent else None,
        parent_from=PartialDate(parent_from) if parent_from else None,
        aliases=aliases,
        cik=cik,
        is_group=is_group,
    )
