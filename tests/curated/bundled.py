"""Short ways to say what a bundled claim holds."""

from decimal import Decimal

from graphbuild.records.claim import Claim, Role

B = Decimal(1_000_000_000)
M = Decimal(1_000_000)


def billions(claim: Claim) -> tuple[Decimal | None, ...]:
    """Low, point and high, in billions of the claim's currency."""
    amount = claim.amount
    return tuple(None if v is None else v / B for v in (amount.low, amount.point, amount.high))


def sides(claim: Claim) -> tuple[list[str | None], ...]:
    """Entity ids of the sources and of the targets."""
    return tuple([p.entity_id for p in claim.with_role(r)] for r in (Role.SOURCE, Role.TARGET))
