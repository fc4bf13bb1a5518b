"""``graphbuild explain``: from a number back to the sentences behind it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from graphbuild.cli.answers import Answer, Shown, give
from graphbuild.cli.finding import deal_of
from graphbuild.cli.grounds import Grounds, grounds
from graphbuild.cli.options import answer_options, open_snapshot
from graphbuild.cli.review_items import mark_in_words
from graphbuild.records.claim import Claim, Role, Ruling
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.money import Amount
from graphbuild.records.period import PartialDate
from graphbuild.records.review import statement_id
from graphbuild.resolve.reviewing import claim_in_words
from graphbuild.resolve.states import money_states

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

_SHOWN = (Shown("what", ("what",)), Shown("", ("words",)))


@click.command(name="explain")
@click.argument("identifier", metavar="ID")
@answer_options
def command(
    identifier: str, workspace_path: Path | None, as_of: PartialDate | None, form: str
) -> None:
    """Show everything behind a deal, flow, claim, figure or assumption.

    ID is a deal, flow or claim id as other answers print it; ENTITY.METRIC, such as openai.revenue,
    for figures of the accounts; or the name of an assumption, such as recovery.secured ("recovery"
    for all of them, "assumptions" for every one).
    """
    world = open_snapshot(workspace_path, as_of)
    found = grounds(world, identifier)
    if found is not None:
        _give_grounds(world, found, form)
        return
    rejected = next((c for c in world.contents.claims if _is_rejected(c, identifier)), None)
    if rejected is not None:
        _give_rejected(world, rejected, form)
        return
    deal = deal_of(world, identifier)
    rows = [*_deal_rows(deal), *_state_rows(world, deal), *_evidence_rows(world, deal)]
    give(
        Answer(
            title=deal.title,
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=sum(d["deal_id"] == deal.deal_id for _, _, d in world.graph.edges(data=True)),
            tiers=[str(deal.tier)],
        ),
        form,
    )


def _give_grounds(world: "World", found: Grounds, form: str) -> None:
    """Figures and assumptions are rows of the tables: no flow is behind them."""
    give(
        Answer(
            title=found.title,
            rows=found.rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=0,
            notes=[found.note],
        ),
        form,
    )


def _is_rejected(claim: Claim, identifier: str) -> bool:
    return claim.is_rejected and identifier in {claim.claim_id, statement_id(claim)}


def _give_rejected(world: "World", claim: Claim, form: str) -> None:
    """A claim that a person rejected: it is kept, and is in no deal."""
    words = "\n".join([_place(claim), f"“{' '.join(claim.citation.quote.split())}”"])
    rows = [
        {"what": "review", "words": mark_in_words(claim.review) if claim.review else ""},
        {"what": "was read as", "words": claim_in_words(claim)},
        {"what": "in sums", "words": "no; the claim is in no deal"},
        {"what": "evidence", "words": f"{claim.claim_id}: {words}"},
    ]
    give(
        Answer(
            title=f"{claim.claim_id}, rejected in review",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=0,
            tiers=[str(claim.tier)],
        ),
        form,
    )


def _deal_rows(deal: Deal) -> list[dict[str, Any]]:
    terms = deal.terms
    pairs = [
        ("deal", deal.deal_id),
        ("who to whom", f"{', '.join(deal.sources)} -> {', '.join(deal.targets)}"),
        ("on behalf of", deal.on_behalf_of),
        ("amount", f"{amount_in_words(deal.amount, _who_says(deal))}, {deal.measure}"),
        ("share", f"{float(deal.share):.1%}" if deal.share else None),
        ("status", f"{deal.status}; the money is {deal.firmness}"),
        ("in sums", f"{deal.standing}{': ' if deal.standing_reason else ''}{deal.standing_reason}"),
        ("agreed", deal.agreed_on),
        ("applies", f"{deal.period.start or '?'} to {deal.period.end or '?'}"),
        ("known on", deal.known_on),
        ("told by", _count_words(deal.evidence_count)),
        ("paid in", terms.paid_in),
        ("in return", terms.in_return),
        ("facility", terms.facility),
        ("rate", terms.rate),
        ("recourse", terms.recourse),
        ("part of", terms.part_of),
        ("replaced by", terms.superseded_by),
        ("refinanced by", terms.refinanced_by),
        ("repays", "; ".join(terms.retires)),
        ("same money as", terms.same_obligation_as),
        ("note", deal.note),
    ]
    return [{"what": what, "words": str(words)} for what, words in pairs if words]


def _count_words(count: int) -> str:
    return f"{count} {'source' if count == 1 else 'sources'} of its own account"


def _state_rows(world: "World", deal: Deal) -> list[dict[str, Any]]:
    """The money by state, latest figure of each, then every dated figure."""
    now = [
        {
            "what": f"{state.name} now",
            "words": f"{amount_in_words(state.amount)}, as of {state.as_of or '?'} ({state.basis})",
        }
        for state in money_states(deal, world.claims)
    ]
    figures = [
        {
            "what": f"figure {state.as_of or 'undated'}",
            "words": f"{amount_in_words(state.amount)}, {state.measure} ({state.claim_id})",
        }
        for state in deal.states
    ]
    return now + figures


def _evidence_rows(world: "World", deal: Deal) -> list[dict[str, Any]]:
    relays = dict(deal.relays)
    reasons = {d.claim_id: f"{d.likeness}: {d.reason}" for d in world.contents.decisions}
    rows = []
    for claim_id in deal.claim_ids:
        claim = world.claims.get(claim_id)
        if claim is None:
            continue
        words = [f"{claim_id}: {_place(claim)}"]
        if claim.citation.quote:
            words.append(f"“{' '.join(claim.citation.quote.split())}”")
        if claim.review is not None:
            words.append(f"review: {mark_in_words(claim.review)}")
        if claim.review is not None and claim.review.ruling is Ruling.CORRECT:
            words.append(f"was read as: {claim.review.read_as} ({claim.review.claim_id or 'new'})")
            words.append(f"stands as: {claim_in_words(claim)}")
        if claim_id in reasons:
            words.append(reasons[claim_id])
        if claim_id in relays:
            words.append(f"a relay of {relays[claim_id]}: no evidence of its own")
        rows.append({"what": "evidence", "words": "\n".join(words)})
    return rows


def _place(claim: Claim) -> str:
    parts = [
        f"{claim.tier}, published {claim.known_on or 'undated'}",
        f"read by {claim.pattern}",
        claim.verification and f"verification: {claim.verification}",
        claim.citation.accession and f"accession {claim.citation.accession}",
        claim.citation.url,
        claim.citation.path if claim.citation.start >= 0 else "",
        f"parties as written: {_written(claim)}",
    ]
    return "; ".join(str(part) for part in parts if part)


def _written(claim: Claim) -> str:
    left = ", ".join(p.as_written or p.name for p in claim.with_role(Role.SOURCE))
    right = ", ".join(p.as_written or p.name for p in claim.with_role(Role.TARGET))
    return f"{left} -> {right}"


def _who_says(deal: Deal) -> str:
    """Residuals stand in no document: they are computed here."""
    is_residual = deal.standing is Standing.RESIDUAL
    return "computed, the whole less its parts" if is_residual else "as written"


def amount_in_words(amount: Amount, who_says: str = "as written") -> str:
    """The amount with its bounds and currency, in full."""
    if not amount.is_disclosed:
        return "not disclosed in money"
    low = "?" if amount.low is None else f"{amount.low:,.0f}"
    high = "open" if amount.high is None else f"{amount.high:,.0f}"
    point = "" if amount.point is None else f", {who_says} {amount.point:,.0f}"
    assumed = ", band assumed" if amount.is_assumed else ""
    bounds = low if low == high else f"{low} to {high}"
    return f"{amount.currency} {bounds} ({amount.qualifier}{point}{assumed})"
