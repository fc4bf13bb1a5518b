"""Rows of ``deals.csv`` -> claims: what a person read, in the same record a document gives.

A row gives one claim for its main figure, a second one for what is drawn or paid, and a third
where its status was another before: an as-of answer must not know an ending in advance. Ids are
made of the row's id, so that "row:x" sorts before "row:x/before" and stands for the deal once
both are known.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from graphbuild.curated.columns import UNNAMED_PREFIX, is_unnamed, whole_units
from graphbuild.curated.deal_row import DealRow
from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms, Verification
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.keys import content_id
from graphbuild.records.money import (
    ABOUT_BAND,
    Amount,
    Qualifier,
    between,
    exact,
    qualified,
    undisclosed,
)
from graphbuild.records.period import PartialDate

PATTERN = "curated/1"

_TIERS = {
    "sec_filing": SourceTier.FILING,
    "press_release": SourceTier.RELEASE,
    "news": SourceTier.NEWS,
    "blog": SourceTier.UNNAMED,
    "secondary": SourceTier.UNNAMED,
}


def deal_claims(row: DealRow, entities: Mapping[str, Entity]) -> tuple[Claim, ...]:
    """The claims of one row, the main one first.

    Parameters
    ----------
    row : checked; amounts in millions.
    entities : by id; every named party of the row must be there.
    """
    published, is_assumed = known_on(row)
    main = _main_claim(row, entities, published, is_assumed=is_assumed)
    claims = [replace(main, known_on=_later(published, row.status_since))]
    if row.status_before is not None:
        claims.append(_with(main, "before", status=row.status_before))
    if row.drawn_or_paid_usd_m is not None and row.drawn_measure is not None:
        claims.append(
            replace(
                main,
                claim_id=f"{main.claim_id}/drawn",
                amount=exact(whole_units(row.drawn_or_paid_usd_m)),
                measure=row.drawn_measure,
                share=None,
                agreed_on=row.drawn_as_of,
                known_on=row.drawn_known_on or _later(published, row.drawn_as_of),
            )
        )
    return tuple(claims)


def row_amount(row: DealRow) -> Amount:
    """The main figure as an interval in whole units, in the currency of the contract.

    Low and high beside "exact" or "about" are the band of the person who read the sources: they
    become the bounds of a range that keeps the point. A single bound beside "about" leaves the
    other side to the usual band, flagged assumed.
    """
    if row.original_currency is not None and row.original_amount_m is not None:
        return qualified(
            row.qualifier, whole_units(row.original_amount_m), currency=row.original_currency
        )
    point, low, high = (
        None if value is None else whole_units(value)
        for value in (row.amount_usd_m, row.amount_low_usd_m, row.amount_high_usd_m)
    )
    if row.qualifier is Qualifier.UNDISCLOSED:
        return undisclosed()
    if row.qualifier is not Qualifier.RANGE and point is not None and low is None and high is None:
        return qualified(row.qualifier, point)
    return _band(row.qualifier, low, point, high)


def known_on(row: DealRow) -> tuple[PartialDate | None, bool]:
    """When the public could know the main figure, and whether that date is assumed.

    The source's date; where it is blank, the latest date the row itself gives.
    """
    if row.source_date is not None:
        return row.source_date, False
    dates = (row.announced_date, row.effective_date, row.drawn_as_of)
    latest = max((d for d in dates if d), key=PartialDate.last_day, default=None)
    return latest, latest is not None


def row_tier(row: DealRow) -> SourceTier:
    """How good the evidence is: what was only relayed ranks no higher than news."""
    tier = _TIERS[row.source_type]
    if row.verification is Verification.OPENED:
        return tier
    if row.verification is Verification.SECONDARY:
        return SourceTier.UNNAMED
    return max(tier, SourceTier.NEWS, key=lambda one: one.rank)


def _band(
    qualifier: Qualifier, low: Decimal | None, point: Decimal | None, high: Decimal | None
) -> Amount:
    """A range from the bounds given; a missing one is the point, or the band of "about"."""
    is_about = qualifier is Qualifier.ABOUT and point is not None
    is_assumed = is_about and (low is None or high is None)
    if low is None:
        low = point * (1 - ABOUT_BAND) if is_about and point is not None else point
    if high is None:
        high = point * (1 + ABOUT_BAND) if is_about and point is not None else point
    if low is None or high is None:
        raise ValueError("a range needs two ends; the row was not checked")
    if low == high:
        return exact(low)
    return replace(between(low, high, point), is_assumed=is_assumed)


def _main_claim(
    row: DealRow,
    entities: Mapping[str, Entity],
    published: PartialDate | None,
    *,
    is_assumed: bool,
) -> Claim:
    return Claim(
        claim_id=f"row:{row.deal_id}",
        citation=_citation(row),
        instrument=row.instrument,
        parties=_parties(row, entities),
        amount=row_amount(row),
        measure=row.measure,
        status=row.status,
        tier=row_tier(row),
        pattern=PATTERN,
        share=row.share,
        agreed_on=_earlier(row.announced_date, row.effective_date),
        starts_on=row.start or row.effective_date,
        ends_on=row.end,
        known_on=published,
        is_known_on_assumed=is_assumed,
        is_increment=row.is_increment,
        verification=row.verification,
        terms=_terms(row),
        note=_note(row),
    )


def _with(claim: Claim, suffix: str, *, status: Status) -> Claim:
    return replace(claim, claim_id=f"{claim.claim_id}/{suffix}", status=status)


def _citation(row: DealRow) -> Citation:
    if row.accession is not None:
        document_id = row.accession
    elif row.source_url is not None:
        document_id = content_id("url", row.source_url)
    else:
        document_id = f"row:{row.deal_id}"
    return Citation(
        document_id=document_id,
        path="deals.csv",
        quote="",
        start=-1,
        end=-1,
        item=row.deal_id,
        url=row.source_url,
        accession=row.accession,
    )


def _parties(row: DealRow, entities: Mapping[str, Entity]) -> tuple[PartyMention, ...]:
    named = [(Role.SOURCE, party) for party in row.source]
    named += [(Role.TARGET, party) for party in row.target]
    if row.on_behalf_of is not None:
        named.append((Role.OBLIGOR, row.on_behalf_of))
    return tuple(_mention(role, party, entities) for role, party in named)


def _mention(role: Role, party: str, entities: Mapping[str, Entity]) -> PartyMention:
    if is_unnamed(party):
        label = party.removeprefix(UNNAMED_PREFIX)
        return PartyMention(role=role, name=label, as_written=party, is_unnamed=True)
    entity = entities[party]
    return PartyMention(
        role=role, name=entity.name, as_written=party, entity_id=party, cik=entity.cik
    )


def _terms(row: DealRow) -> Terms:
    return Terms(
        facility=row.facility,
        rate=row.rate,
        term_years=row.term_years,
        paid_in=row.paid_in,
        in_return=row.in_return,
        recourse=row.recourse,
        off_balance_sheet=row.off_balance_sheet,
        is_aggregate=row.is_aggregate,
        part_of=row.part_of,
        superseded_by=row.superseded_by,
        refinanced_by=row.refinanced_by,
        same_obligation_as=row.same_obligation_as,
        overlaps=row.overlaps,
        tranche_of=row.tranche_of,
        deal_key=row.deal_id,
    )


def _note(row: DealRow) -> str:
    confidence = f"the editor's confidence in the row: {row.confidence}"
    return f"{row.note}; {confidence}" if row.note else confidence


def _earlier(left: PartialDate | None, right: PartialDate | None) -> PartialDate | None:
    return min((d for d in (left, right) if d), key=PartialDate.first_day, default=None)


def _later(left: PartialDate | None, right: PartialDate | None) -> PartialDate | None:
    return max((d for d in (left, right) if d), key=PartialDate.last_day, default=None)
