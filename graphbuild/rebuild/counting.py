"""How much double counting was removed, and what people should still decide, as CSV tables.

Raw is what one would get by adding every claim's figure; counted is what the deals add up to. The
difference is money that was said again of a counted deal, and money of deals that are only shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from graphbuild.ledger.contents import Contents
from graphbuild.rebuild.tables import to_csv
from graphbuild.records.deal import Deal, Firmness, Standing
from graphbuild.records.money import Amount
from graphbuild.resolve.conflicts import Conflict, find_conflicts
from graphbuild.resolve.merging import Question

_ZERO = Decimal(0)


def double_counting_csv(contents: Contents) -> str:
    """Raw claims against deals in US dollars, one row a column of money, central figures.

    Columns are never added. Figures in other currencies are left out, of claims and deals alike.
    """
    claims = {claim.claim_id: claim.amount for claim in contents.claims}
    header = (
        "column", "claims", "raw_usd", "deals_counted", "counted_usd", "said_again_usd",
        "deals_shown", "shown_usd", "removed_share",
    )  # fmt: skip
    by_column: dict[Firmness, list[Deal]] = defaultdict(list)
    for deal in contents.deals:
        by_column[deal.firmness].append(deal)
    return to_csv(header, (_column(column, by_column[column], claims) for column in Firmness))


def _column(
    column: Firmness, deals: list[Deal], claims: Mapping[str, Amount]
) -> tuple[object, ...]:
    told = [claims[key] for deal in deals for key in deal.claim_ids if key in claims]
    raw = sum((_usd(amount) for amount in told), _ZERO)
    counted = [deal for deal in deals if deal.standing is not Standing.SHOWN]
    shown = [deal for deal in deals if deal.standing is Standing.SHOWN]
    counted_usd = sum((_usd(deal.amount) for deal in counted), _ZERO)
    shown_usd = sum((_usd(deal.amount) for deal in shown), _ZERO)
    again = raw - counted_usd - shown_usd
    removed = f"{(raw - counted_usd) / raw:.4f}" if raw else None
    return (
        column, len(told), f"{raw:.0f}", len(counted), f"{counted_usd:.0f}", f"{again:.0f}",
        len(shown), f"{shown_usd:.0f}", removed,
    )  # fmt: skip


def questions_csv(questions: Iterable[Question]) -> str:
    """Pairs of claims that may be one agreement, for people to decide."""
    return to_csv(
        ("left_claim", "right_claim", "points", "reason", "counted_once"),
        ((q.left, q.right, q.points, q.reason, q.is_to_be_shown) for q in questions),
    )


def conflicts_csv(contents: Contents) -> str:
    """Where sources disagree: what stands, what does not, and why."""
    claims = {claim.claim_id: claim for claim in contents.claims}
    header = (
        "deal_id", "kind", "column", "in_sums", "stands_from", "stands_to", "stands",
        "stands_tier", "stands_known_on", "stands_claim", "other_from", "other_to", "other",
        "other_tier", "other_known_on", "other_claim", "currency", "why",
    )  # fmt: skip
    return to_csv(header, (_conflict(c) for c in find_conflicts(contents.deals, claims)))


def _conflict(conflict: Conflict) -> tuple[object, ...]:
    deal, stands, other = conflict.deal, conflict.stands, conflict.other
    return (
        deal.deal_id, conflict.kind, deal.firmness, deal.standing, stands.source, stands.target,
        stands.amount.central, stands.tier, stands.known_on, stands.claim_id, other.source,
        other.target, other.amount.central, other.tier, other.known_on, other.claim_id,
        stands.amount.currency, conflict.why,
    )  # fmt: skip


def _usd(amount: Amount) -> Decimal:
    """The central figure in dollars; nothing where there is none."""
    central = amount.central
    return central if central is not None and amount.currency == "USD" else _ZERO
