"""Single obligations that a total of the same report contains.

A report gives the sum of all its purchase commitments and tells of some of them in its notes: both
are read, and only the sum counts. It must say that it is one ("contractual obligations",
"noncancelable purchase commitments", a row "Total"): a larger line beside a smaller one is no sum.
Not here: lines that add up to another (`restating`), issues and balances that a curated row holds
(`curated_balances`).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.matching import Reading
from graphbuild.resolve.registry import Registry

_TOTAL = re.compile(
    r"\bcontractual obligations\b"
    r"|\bnon-?cancell?able purchase commitments\b"
    r"|\bunconditional purchase (?:obligations|commitments)\b"
    r"|^total\b",
    re.IGNORECASE,
)


def inside_totals(
    deals: Mapping[str, Deal], named: Mapping[str, Sequence[Reading]], registry: Registry
) -> Iterator[tuple[str, str]]:
    """Ids of deals that a total of their report contains, with the reason, in id order."""
    filers: dict[tuple[str, ...], list[Deal]] = defaultdict(list)
    for _, deal in sorted(deals.items()):
        if _is_obligation(deal, registry):
            filers[deal.sources].append(deal)
    for _, lines in sorted(filers.items()):
        totals = [line for line in lines if _is_total(line, named)]
        for line in lines:
            holds = [t for t in totals if t is not line and _holds(t, line, named)]
            if holds:
                whole = max(holds, key=lambda deal: (_size(deal), deal.deal_id))
                yield line.deal_id, f"inside the total of purchases in {whole.deal_id}"


def _is_obligation(deal: Deal, registry: Registry) -> bool:
    return (
        deal.standing is Standing.COUNTED
        and deal.instrument is InstrumentId.PURCHASE_COMMITMENT
        and deal.measure is Measure.COMMITTED
        and all(registry.entities[side].is_group for side in deal.targets)
        and not any(registry.entities[side].is_group for side in deal.sources)
    )


def _is_total(deal: Deal, named: Mapping[str, Sequence[Reading]]) -> bool:
    told = [r.claim for r in named.get(deal.deal_id, ()) if r.claim.agreed_on == deal.agreed_on]
    return any(_TOTAL.search(c.terms.facility) or _TOTAL.search(c.citation.quote) for c in told)


def _holds(total: Deal, line: Deal, named: Mapping[str, Sequence[Reading]]) -> bool:
    """Whether the report that tells the total, at its date, tells the line too, and smaller."""
    is_smaller = total.amount.currency == line.amount.currency and _size(line) < _size(total)
    return is_smaller and bool(_documents(total, named, at_date=True) & _documents(line, named))


def _size(deal: Deal) -> Decimal:
    return deal.amount.central or deal.amount.low or Decimal(0)


def _documents(
    deal: Deal, named: Mapping[str, Sequence[Reading]], *, at_date: bool = False
) -> set[str]:
    return {
        reading.claim.citation.document_id
        for reading in named.get(deal.deal_id, ())
        if not at_date or reading.claim.agreed_on == deal.agreed_on
    }
