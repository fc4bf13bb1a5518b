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
    lease,
    lending,
    notes,
    obligations,
    offerings,
    preferred,
    revenue_shares,
    rounds,
    stakes,
    suppliers,
    warrant,
    yearly_commitments,
)
from graphbuild.extract.base import Pattern

PROSE_PATTERNS: tuple[Pattern, ...] = (
    guarantee.PATTERN,
    warrant.PATTERN,
    lease.PATTERN,
    acquisition.PATTERN,
    yearly_commitments.YEARLY_COMMITMENTS,
    contracts.PATTERN,
    commitment.PATTERN,
    obligations.PATTERN,
    suppliers.SUPPLIERS,
    preferred.PATTERN,
    lending.PATTERN,
    debt.PATTERN,
    notes.PATTERN,
    equity.PATTERN,
    rounds.PATTERN,
    offerings.PATTERN,
    stakes.PATTERN,
    revenue_shares.REVENUE_SHARES,
    # Last: plain clauses that no wording above has read.
    clause_claims.PATTERN,
)
