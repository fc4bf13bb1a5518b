"""Balance sheets of the stress model as plain rows: figures, what deals add to them, their basis.

Lives here: `book_rows`. Sourced figures: `books`; debt service: `debtcalendar`.
"""

from graphbuild.contagion.model import Model
from graphbuild.contagion.selling import is_on_chips
from graphbuild.records.instrument import Rank, instrument
from graphbuild.scores.readings import Exposed


def book_rows(model: Model) -> list[dict[str, object]]:
    """Balance sheets of everybody with payments to make or to get: USD, with the basis of each.

    An open high is ``None``: from nothing to enough, because no figure is known; `paid_in` then
    says what investors and lenders have paid in within two years. `secured` and `senior` are debts
    of the deals by rank, `on_chips` what of the secured ones rests on chips; `promised` is equity
    that funders have promised and not paid, within five years.
    """
    payers = {term.payer for term in model.terms} | {term.payee for term in model.terms}
    ranks = _by_rank(model)
    rows: list[dict[str, object]] = []
    for node in sorted(payers):
        book, place = model.books[node], model.place[node]
        revenue = book.revenue_in(int(model.quarters[0][:4]))
        secured, on_chips, senior = ranks.get(node, (0.0, 0.0, 0.0))
        low, high = model.paid_in.get(node, (0.0, 0.0))
        rows.append(
            {
                "party": node,
                "cash_low": book.buffer.low,
                "cash_high": book.buffer.high,
                "need_low": book.need.low,
                "need_high": book.need.high,
                "revenue_low": revenue[0] if revenue else 0.0,
                "revenue_high": revenue[1] if revenue else None,
                "debt_low": book.debt.low,
                "debt_high": book.debt.high,
                "equity": book.equity,
                "market": book.market,
                "basis": f"{book.buffer.basis}; {book.need.basis}; {book.debt.basis}",
                "debt_due": float(model.debt_due[place].sum()),
                "maturing": float(model.maturing[place].sum()),
                "surplus": book.surplus.low,
                "secured": secured,
                "on_chips": on_chips,
                "senior": senior,
                "promised": _promised(model, node),
                "paid_in_low": low,
                "paid_in_high": high,
            }
        )
    return rows


def _promised(model: Model, node: str) -> float:
    terms = (term for term in model.terms if term.payee == node and term.is_funding)
    return float(sum(term.planned.sum() for term in terms))


def _by_rank(model: Model) -> dict[str, tuple[float, float, float]]:
    """Party -> USD of secured debt, of that on chips, and of senior debt, by the deals."""
    claims: dict[str, Exposed] = {}
    for claim in model.claims:
        claims.setdefault(claim.contract.deal_id, claim)
    found: dict[str, tuple[float, float, float]] = {}
    for service in model.services:
        known = claims.get(service.deal_id)
        if known is None:
            continue
        rank = instrument(known.contract.data["instrument"]).rank
        secured, on_chips, senior = found.get(service.payer, (0.0, 0.0, 0.0))
        if rank is Rank.SECURED:
            secured += service.balance
            on_chips += service.balance if is_on_chips(known.contract) else 0.0
        else:
            senior += service.balance
        found[service.payer] = (secured, on_chips, senior)
    return found
