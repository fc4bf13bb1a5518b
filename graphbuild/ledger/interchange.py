"""A ledger's contents <-> entities of the FollowTheMoney model, the exchange form of investigators.

One JSON object a line: ``{"id", "schema", "properties"}``, every property a list of texts.
Parties become Company, Organization, PublicBody or Person; documents become Document; each flow
becomes an Ownership, a Debt, a Contract with its ContractAward, a Payment, or an UnknownLink
where the model has no word for it (guarantee, warrant, option). `proof` names the document.

What the model cannot hold (bounds, measure, firmness, standing) stands in `summary` and `role`, in
words. Model: https://followthemoney.tech, schema of version 4.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graphbuild.errors import ParseError
from graphbuild.ledger.contents import Contents, DocumentRow
from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal, Flow
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.keys import slug

_SCHEMAS = {
    EntityKind.PERSON: "Person",
    EntityKind.SOVEREIGN: "PublicBody",
    EntityKind.UNNAMED: "LegalEntity",
    EntityKind.UNKNOWN: "LegalEntity",
}
_KINDS = {"Person": EntityKind.PERSON, "PublicBody": EntityKind.SOVEREIGN}
_PARTIES = frozenset({"Company", "Organization", "PublicBody", "Person", "LegalEntity"})
_WORDLESS = frozenset({
    InstrumentId.GUARANTEE, InstrumentId.WARRANT, InstrumentId.OPTION_POSITION,
})  # fmt: skip

Thing = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import understood: parties, and how many lines of each other schema it left."""

    entities: tuple[Entity, ...]
    left: dict[str, int]


def to_ftm(contents: Contents) -> Iterator[Thing]:
    """Parties, documents, then flows, each in id order; parties of flows are always there."""
    claims = {claim.claim_id: claim for claim in contents.claims}
    documents = {document.document_id for document in contents.documents}
    deals = {deal.deal_id: deal for deal in contents.deals}
    owned = {flow.target for flow in contents.flows if _is_stake(flow)}
    parties = {e.entity_id: _party(e, is_owned=e.entity_id in owned) for e in contents.entities}
    yield from parties.values()
    yield from (_document(document) for document in contents.documents)
    for flow in contents.flows:
        deal = deals[flow.deal_id]
        evidence = [claims[key] for key in deal.claim_ids if key in claims]
        is_asset = parties[flow.target]["schema"] == "Company"
        yield from _flow(flow, deal, _interest(flow, deal, evidence, documents), is_asset=is_asset)
    for entity in contents.entities:
        if entity.parent_id and entity.parent_relation == "owner":
            yield _thing(
                f"parent:{entity.entity_id}",
                "Ownership",
                owner=entity.parent_id,
                asset=entity.entity_id,
                role="parent",
                startDate=entity.parent_from,
            )


def from_ftm(lines: Iterable[str]) -> Taken:
    """The parties in a FollowTheMoney export, one JSON object a line.

    Raises
    ------
    ParseError
        a line is not such an object; the message names its number.
    """
    entities: dict[str, Entity] = {}
    left: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        schema, found = _read(number, line)
        if schema not in _PARTIES:
            left[schema] = left.get(schema, 0) + 1
            continue
        entity = _entity(found)
        entities[entity.entity_id] = entity
    return Taken(tuple(entities[key] for key in sorted(entities)), left)


def _read(number: int, line: str) -> tuple[str, Thing]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise _not_ftm(number, str(error)) from error
    is_object = isinstance(found, dict) and isinstance(found.get("id"), str)
    properties = found.get("properties") if is_object else None
    if not isinstance(properties, dict) or not isinstance(found.get("schema"), str):
        raise _not_ftm(number, "no id, schema or properties")
    if not all(
        isinstance(values, list) and all(isinstance(value, str) for value in values)
        for values in properties.values()
    ):
        raise _not_ftm(number, "a property is not a list of texts")
    return found["schema"], found


def _not_ftm(number: int, what: str) -> ParseError:
    return ParseError(
        f"line {number}: not an entity of FollowTheMoney ({what}); "
        "give an export with one JSON object a line"
    )


def _entity(found: Thing) -> Entity:
    properties = found["properties"]
    names = [*properties.get("name", []), found["id"]]
    countries = properties.get("country", []) or properties.get("jurisdiction", [])
    ciks = [cik.lstrip("0") for cik in properties.get("cikCode", []) if cik.isdigit()]
    return Entity(
        entity_id=slug(found["id"]) or slug(names[0]),
        name=names[0],
        kind=_KINDS.get(found["schema"], EntityKind.OTHER),
        country=countries[0].upper() if countries and len(countries[0]) == 2 else None,
        cik=ciks[0] if len(ciks) == 1 else None,
        aliases=tuple(dict.fromkeys((*properties.get("alias", []), *names[1:-1]))),
    )


def _party(entity: Entity, *, is_owned: bool) -> Thing:
    schema = _SCHEMAS.get(entity.kind, "Organization" if entity.is_group else "Company")
    if is_owned and schema == "LegalEntity" and not entity.is_group:
        schema = "Company"  # what is owned is a company, whoever it is
    is_company = schema == "Company"
    return _thing(
        entity.entity_id,
        schema,
        name=entity.name,
        alias=list(entity.aliases),
        country=entity.country.lower() if entity.country else None,
        cikCode=entity.cik if is_company else None,
        leiCode=entity.lei if schema != "Person" else None,
        ticker=entity.ticker if is_company else None,
        summary=f"kind: {entity.kind}"
        + (", known from documents only" if entity.is_provisional else ""),
    )


def _document(document: DocumentRow) -> Thing:
    return _thing(
        f"document:{document.document_id}",
        "Document",
        title=f"{document.filer or ''} {document.form or document.kind}".strip(),
        fileName=document.path,
        date=document.published_on,
        sourceUrl=document.url,
        summary=f"source tier: {document.tier}",
    )


def _is_stake(flow: Flow) -> bool:
    """Whether a flow is an Ownership in the model's words."""
    family = instrument(flow.instrument).family
    is_owning = family in (Family.EQUITY, Family.OWNERSHIP, Family.POSITION)
    return is_owning and flow.instrument not in _WORDLESS


def _flow(flow: Flow, deal: Deal, shared: dict[str, Any], *, is_asset: bool) -> Iterator[Thing]:
    """The relation of one flow; only a company can be owned in this model."""
    kind = instrument(flow.instrument)
    key = f"flow:{flow.flow_id}"
    role = f"{flow.instrument}, {deal.status}"
    if flow.instrument in _WORDLESS or (_is_stake(flow) and not is_asset):
        yield _thing(
            key, "UnknownLink", subject=flow.source, object=flow.target, role=role, **shared
        )
    elif _is_stake(flow):
        yield _thing(
            key,
            "Ownership",
            owner=flow.source,
            asset=flow.target,
            percentage=f"{Decimal(deal.share) * 100:f}" if deal.share else None,
            sharesValue=_figure(flow),
            sharesCurrency=flow.amount.currency if _figure(flow) else None,
            role=role,
            **shared,
        )
    elif kind.family is Family.DEBT:
        yield _thing(
            key, "Debt", creditor=flow.source, debtor=flow.target, **_value(flow), **shared
        )
    elif kind.family is Family.COMMITMENT:
        contract = f"contract:{flow.flow_id}"
        yield _thing(
            contract, "Contract", title=deal.title, authority=flow.source,
            contractDate=deal.agreed_on, **_value(flow),
        )  # fmt: skip
        yield _thing(
            key, "ContractAward", contract=contract, supplier=flow.target, role=role, **shared
        )
    else:
        yield _thing(
            key, "Payment", payer=flow.source, beneficiary=flow.target, purpose=deal.title,
            **_value(flow), **shared,
        )  # fmt: skip


def _interest(flow: Flow, deal: Deal, evidence: list[Claim], documents: set[str]) -> dict[str, Any]:
    """What every relation of the model may carry: period, summary, source and proof."""
    cited = {c.citation.document_id for c in evidence} & documents
    low, high = flow.amount.low, flow.amount.high
    bounds = f"{'?' if low is None else f'{low:f}'} to {'open' if high is None else f'{high:f}'}"
    words = f"{flow.amount.currency} {bounds}, {flow.amount.qualifier}, {deal.measure}"
    return {
        "summary": f"{flow.instrument}, {deal.status}: {words}; money is {deal.firmness}; "
        f"in sums: {deal.standing}",
        "startDate": deal.period.start,
        "endDate": deal.period.end,
        "sourceUrl": sorted({c.citation.url for c in evidence if c.citation.url}),
        "proof": [f"document:{key}" for key in sorted(cited)],
    }


def _value(flow: Flow) -> dict[str, Any]:
    figure = _figure(flow)
    in_dollars = figure if flow.amount.currency == "USD" else None
    return {
        "amount": figure,
        "currency": flow.amount.currency if figure else None,
        "amountUsd": in_dollars,
    }


def _figure(flow: Flow) -> str | None:
    """The figure as written; a member's part of a consortium's total has none."""
    return None if flow.amount.point is None else f"{flow.amount.point:f}"


def _thing(identifier: str, schema: str, **properties: Any) -> Thing:
    """An entity with its filled properties, each a list of texts, in name order."""
    filled = {}
    for name, value in sorted(properties.items()):
        values = value if isinstance(value, list) else [value]
        texts = [str(one) for one in values if one not in (None, "")]
        if texts:
            filled[name] = texts
    return {"id": identifier, "schema": schema, "properties": filled}
