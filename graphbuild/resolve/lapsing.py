"""Borrowings whose term was over before the as-of day, and that no sum may hold.

A credit line that expired in April lends to nobody in October, and a note that was due has been
paid or replaced: a later report says which, and where there is none nobody can say. Only what
documents tell; a curated row's editors say themselves when it ended. Deals that a sentence ends or
that new debt repaid are ended elsewhere (`deals`, `refinancing`).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import Family, InstrumentId, instrument
from graphbuild.records.money import Measure
from graphbuild.records.period import PartialDate

_PAPER = "unnamed:commercial-paper-holders@"
_PAPER_DAYS = 397
"""Longest life of commercial paper that money-market funds buy: 17 CFR 270.2a-7(d)(1)(i)."""


def settle_lapsed(deals: Iterable[Deal], as_of: PartialDate) -> list[Deal]:
    """The deals in their order, where lapsed borrowings are shown and not counted.

    Parameters
    ----------
    as_of : the last day that counts as known; a term that ends on it still runs.
    """
    settled = []
    for deal in deals:
        ended = _ended(deal)
        if ended is not None and ended.last_day() < as_of.first_day():
            reason = f"its term ended with {ended}, before {as_of}"
            deal = replace(deal, standing=Standing.SHOWN, standing_reason=reason)
        settled.append(deal)
    return settled


def _ended(deal: Deal) -> PartialDate | None:
    """When the term of a counted borrowing ends, as documents tell or paper never outlives."""
    kind = instrument(deal.instrument)
    is_debt = kind.family is Family.DEBT or kind.instrument_id is InstrumentId.CONVERTIBLE
    if not is_debt or deal.is_curated or deal.standing is not Standing.COUNTED:
        return None
    is_paper = all(side.startswith(_PAPER) for side in deal.sources)
    if deal.period.end is None and is_paper and deal.measure is Measure.OUTSTANDING:
        day = deal.agreed_on
        last = day.last_day() + dt.timedelta(days=_PAPER_DAYS) if day is not None else None
        return PartialDate(last.isoformat()) if last is not None else None
    return deal.period.end
