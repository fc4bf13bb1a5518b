"""The readers of running text, in the order in which they are asked.

A guarantee, a warrant or a lease names its contract plainly, so it comes before the wordings that
would
take the same figure for a loan or an investment. Not here: readers of tables and forms.
"""

from graphbuild.extract import (
    acquisition,
    backers,
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
    odd_investments,
    offerings,
    preferred,
    reported_contracts,
    round_parts,
    rounds,
    stakes,
    vehicles,
    warrant,
)
from graphbuild.extract.base import Pattern

PROSE_PATTERNS: tuple[Pattern, ...] = (
    guarantee.PATTERN,
    warrant.PATTERN,
    vehicles.PATTERN,
    lease.PATTERN,
    acquisition.PATTERN,
    reported_contracts.PATTERN,
    contracts.PATTERN,
    commitment.PATTERN,
    obligations.PATTERN,
    preferred.PATTERN,
    round_parts.PATTERN,
    odd_investments.PATTERN,
    lending.PATTERN,
    debt.PATTERN,
    notes.PATTERN,
    equity.PATTERN,
    rounds.PATTERN,
    backers.PATTERN,
    offerings.PATTERN,
    stakes.PATTERN,
    # Last: plain clauses that no wording above has read.
    clause_claims.PATTERN,
)
