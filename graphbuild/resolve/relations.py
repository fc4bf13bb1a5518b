"""That one company buys of another, told as of a report's day and without a figure.

"We rely on X to host our platform" is a relation and no contract: nothing says that money is
promised, and as an amount without a ceiling it would open every share of X's sales up to the whole.
It is shown. A contract announced, signed or told on a day of its own counts as one of unknown size.
"""

from collections.abc import Iterable, Iterator

from graphbuild.records.claim import Status
from graphbuild.records.deal import Deal, Standing
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.timing import is_balance_day

_SUPPLIES = frozenset({InstrumentId.SUPPLY_CONTRACT, InstrumentId.CLOUD_CONTRACT})


def bare_relations(deals: Iterable[Deal], registry: Registry) -> Iterator[tuple[str, str]]:
    """Ids of counted deals that are such relations, with the reason, in the deals' order."""
    for deal in deals:
        if deal.standing is Standing.COUNTED and _is_bare(deal, registry):
            yield deal.deal_id, f"told of {deal.agreed_on} without a figure: no sum is opened"


def _is_bare(deal: Deal, registry: Registry) -> bool:
    is_named = not any(registry.entities[s].is_group for s in (*deal.sources, *deal.targets))
    is_running = deal.status is Status.FUNDED and deal.period.end is None
    is_silent = not deal.amount.is_disclosed and deal.measure is Measure.HEADLINE
    is_supply = deal.instrument in _SUPPLIES and not deal.terms.facility
    day = deal.agreed_on
    is_of_report = day is not None and len(day.text) == 10 and is_balance_day(day)
    return is_supply and is_named and is_running and is_silent and is_of_report
