"""The readers of running text, in the order in which they are asked.

A guarantee, a warrant or a lease names its contract plainly, so it comes before the wordings that
would
take the same figure for a loan or an investment. Not here: readers of tables and forms.
"""

from graphbuild.extract import (
    acquisition,
    clause_claims,
    commitment,
    contracts,
    debt,
    equity,
    guarantee,
    headline_deals,
    insider_stakes,
    lease,
    lending,
    loan_followups,
    loans_made,
    notes,
    obligations,
    offerings,
    preferred,
    purchase_prices,
    revenue_shares,
    rounds,
    share_sale_followups,
    stakes,
    stakes_told,
    suppliers,
    warrant,
    wholly_owned,
    yearly_commitments,
)
from graphbuild.extract.base import Pattern

PROSE_PATTERNS: tuple[Pattern, ...] = (
    guarantee.PATTERN,
    warrant.PATTERN,
    lease.PATTERN,
    acquisition.PATTERN,
    purchase_prices.PATTERN,
    yearly_commitments.YEARLY_COMMITMENTS,
    contracts.PATTERN,
    commitment.PATTERN,
    obligations.PATTERN,
    suppliers.SUPPLIERS,
    preferred.PATTERN,
    lending.PATTERN,
    loans_made.PATTERN,
    loan_followups.LOAN_FOLLOWUPS,
    debt.PATTERN,
    notes.PATTERN,
    equity.PATTERN,
    rounds.PATTERN,
    share_sale_followups.PATTERN,
    offerings.PATTERN,
    stakes.PATTERN,
    headline_deals.PATTERN,
    stakes_told.STAKES_TOLD,
    insider_stakes.INSIDER_STAKES,
    wholly_owned.WHOLLY_OWNED,
    revenue_shares.REVENUE_SHARES,
    # Last: plain clauses that no wording above has read.
    clause_claims.PATTERN,
)
