"""A scenario's answer as plain rows: who falls short in what order, who bears what, on what basis.

Lives here: `Outcome`, `answer_scenario` and the rows. Keys of rows are what CSV and JSON carry;
amounts are USD. Not here: printing (`cli`), the run itself (`stress`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphbuild.contagion.corners import BETTER, MIDDLE, WORSE, WORST
from graphbuild.contagion.losses import Loss, Money, losses
from graphbuild.contagion.model import Model
from graphbuild.contagion.scenario import Scenario
from graphbuild.contagion.stress import Run, path_of, run_corners

BOTH, WORSE_END, UNKNOWN = "at both ends", "at the worse end", "cannot be said: no figure for cash"
BETTER_END = "at the better end only: called as a guarantor"


CORNERS = (BETTER, MIDDLE, WORSE, WORST)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The four runs of one scenario and what follows from them."""

    scenario: Scenario
    model: Model
    better: Run
    middle: Run
    worse: Run
    worst: Run
    losses: tuple[Loss, ...]

    @property
    def failures(self) -> dict[str, str]:
        """Party -> in which runs it falls short."""
        found = dict.fromkeys(self.worst.failed, UNKNOWN)
        found |= dict.fromkeys(self.worse.failed, WORSE_END)
        for node in self.better.failed:
            found[node] = BOTH if node in self.worse.failed else BETTER_END
        return found


def answer_scenario(model: Model, scenario: Scenario) -> Outcome:
    """The scenario at both ends of every range, and with missing figures taken for nothing.

    Raises
    ------
    NotFoundError
        a shock names somebody or something that the model does not hold.
    """
    block = run_corners(model, scenario, CORNERS)
    better, middle, worse, worst = (block.column(number) for number in range(len(CORNERS)))
    return Outcome(
        scenario=scenario,
        model=model,
        better=better,
        middle=middle,
        worse=worse,
        worst=worst,
        losses=tuple(losses(model, block)),
    )


def failure_rows(outcome: Outcome) -> list[dict[str, Any]]:
    """One row a party that falls short of cash, in order of time; surest first within a quarter."""
    model, rows = outcome.model, []
    for node, certainty in outcome.failures.items():
        run = outcome.worst if certainty == UNKNOWN else outcome.worse
        run = run if node in run.failed else outcome.better
        path = path_of(model, run, node)
        place = model.place[node]
        rows.append(
            {
                "quarter": model.quarters[run.failed[node]],
                "quarter_better": _quarter(model, outcome.better, node),
                "quarter_middle": _quarter(model, outcome.middle, node),
                "party": node,
                "name": model.name(node),
                "certainty": certainty,
                "short_low": float(outcome.better.short[place].sum()),
                "short_high": float(run.short[place].sum()),
                "short_first_low": _first_short(outcome.better, node, place),
                "short_first_high": _first_short(run, node, place),
                "path": " <- ".join(path),
                "clause": _clause(model, path[0]),
                "buffer_basis": _buffer_basis(model, node),
                "cause": "hit itself" if path[0] == "shock" else "passed on",
            }
        )
    order = (BOTH, WORSE_END, BETTER_END, UNKNOWN)
    return sorted(rows, key=lambda r: (r["quarter"], order.index(r["certainty"]), r["party"]))


def _buffer_basis(model: Model, node: str) -> str:
    """Where its cash comes from; where no figure is known, what was lately paid in."""
    span = model.books[node].buffer
    low, high = model.paid_in.get(node, (0.0, 0.0))
    if not span.is_missing or not high:
        return span.basis
    ends = f"{high / 1e9:.3g}" if low == high else f"{low / 1e9:.3g} to {high / 1e9:.3g}"
    return f"{span.basis}; {ends} bn known to be paid in within two years"


def _first_short(run: Run, node: str, place: int) -> float:
    """USD lacking in the quarter in which it first falls short; nothing where it stands."""
    return float(run.short[place, run.failed[node]]) if node in run.failed else 0.0


def _quarter(model: Model, run: Run, node: str) -> str | None:
    return model.quarters[run.failed[node]] if node in run.failed else None


def _clause(model: Model, step: str) -> str:
    """The duty that is not kept, in words."""
    if step == "shock":
        return "its own cash and undrawn lines do not cover what the scenario takes, and its dues"
    term = next(term for term in model.terms if term.deal_id == step)
    kind = "promised funding" if term.is_funding else term.instrument.replace("_", " ")
    wall = "" if term.recourse == "unknown" else f"; {term.recourse.replace('_', ' ')}"
    return f"{kind} of {model.name(term.payer)} not paid{wall}"


def loss_rows(outcome: Outcome, *, kinds: Sequence[str] = ()) -> list[dict[str, Any]]:
    """One row a holder and contract that bears a loss, the largest first.

    Parameters
    ----------
    kinds : kinds of loss to give; all where empty.
    """
    rows = []
    for loss in outcome.losses:
        if kinds and loss.kind not in kinds:
            continue
        rows.append(
            {
                "holder": loss.holder,
                "kind": loss.kind,
                "through": loss.through,
                "deal_id": loss.deal_id,
                **_ends(loss.better, loss.middle, loss.worse, loss.worst),
                "path": " <- ".join(loss.path),
                "clause": loss.clause,
            }
        )
    return rows


def holder_rows(outcome: Outcome) -> list[dict[str, Any]]:
    """One row a holder: the sum of its losses in each column, with its largest contract.

    Funding that does not come is a gap and not among them. A consortium whose split is unknown
    is one holder. Kinds of loss are added: they are losses of one scenario on different claims.
    """
    groups: dict[str, list[Loss]] = {}
    for loss in outcome.losses:
        if loss.kind != "funding":
            groups.setdefault(loss.holder, []).append(loss)
    rows = []
    for holder, members in groups.items():
        better, middle, worse, worst = (
            Money(*map(sum, zip(*(getattr(loss, end) for loss in members), strict=True)))
            for end in ("better", "middle", "worse", "worst")
        )
        book = outcome.model.books.get(holder)
        largest = max(members, key=lambda loss: (sum(loss.worse), sum(loss.worst), loss.deal_id))
        total = sum(worse)
        rows.append(
            {
                "holder": holder,
                **_ends(better, middle, worse, worst),
                "of_equity": total / book.equity if book and book.equity else None,
                "of_market": total / book.market if book and book.market else None,
                "kinds": ", ".join(sorted({loss.kind for loss in members})),
                "deals": len({loss.deal_id for loss in members}),
                "largest": largest.deal_id,
                "path": " <- ".join(largest.path),
                "clause": largest.clause,
            }
        )
    return sorted(
        rows, key=lambda r: (-r["firm_high"] - r["contingent_high"], -r["if_missing"], r["holder"])
    )


def waterfall_rows(outcome: Outcome) -> list[dict[str, Any]]:
    """Where the money planned under contracts goes at each end, USD over five years.

    `planned` is the sum of `paid`, `again` (earned elsewhere or saved), `called` (made good by
    guarantors) and `lost`, to the cent; promised funding is not among it.
    """
    terms = outcome.model.terms
    rows = []
    for end, run in (
        ("better", outcome.better),
        ("middle", outcome.middle),
        ("worse", outcome.worse),
    ):
        places = [number for number, term in enumerate(terms) if not term.is_funding]
        planned = float(outcome.model.planned[places].sum())
        paid, lost = float(run.paid[places].sum()), float(run.lost[places].sum())
        called = float(run.called.sum())
        rows.append(
            {
                "end": end,
                "planned": planned,
                "paid": paid,
                "again": planned - paid - called - lost,
                "called": called,
                "lost": lost,
            }
        )
    return rows


def _ends(better: Money, middle: Money, worse: Money, worst: Money) -> dict[str, float]:
    found = {}
    for column in Money._fields:
        found[f"{column}_low"] = getattr(better, column)
        found[f"{column}_high"] = getattr(worse, column)
    found["if_missing"] = sum(worst)
    return found | {f"{column}_middle": getattr(middle, column) for column in Money._fields}


def assumption_notes(outcome: Outcome) -> list[str]:
    """What the answer rests on, one sentence each."""
    model = outcome.model
    ranges = [
        f"{key} {row.low:g} to {row.high:g}{' (assumed)' if row.is_assumed else ''}"
        for key in _RANGES
        if (row := model.anchors.assumptions.get(key)) is not None
    ]
    payers = sorted({term.payer for term in model.terms})
    missing = [node for node in payers if model.books[node].buffer.is_missing]
    spread = sum(term.is_assumed for term in model.terms)
    return [
        "measured against a plan in which all contracts are kept and outside money covers the gap",
        f"better end: {_BETTER}; worse end: {_WORSE}; middle: {_MIDDLE}",
        _debt_note(model),
        f"ranges: {', '.join(ranges)}; 'graphbuild explain recovery' shows where one comes from",
        f"dates or equal parts assumed for {spread} of {len(model.terms)} deals to be paid",
        "not in the plan: deals without a figure, what comes after five years",
        f"no figure for cash, taken to hold at both ends: {', '.join(missing) or 'nobody'}",
        "'if missing': losses at the worse end if payers without a figure for cash have none",
        "a company's loss and that of its owners are partly the same money: do not add rows",
        "nothing here is a forecast",
    ]


def _debt_note(model: Model) -> str:
    """What the plan refinances; an assumption that every answer states."""
    maturing = float(model.maturing.sum()) / 1e9
    interest = float(sum(service.interest.sum() for service in model.services)) / 1e9
    undated = [service for service in model.services if not service.is_dated]
    return (
        f"the plan pays {interest:,.0f} bn of interest and refinances {maturing:,.0f} bn that "
        "matures in five years, unless a shock says otherwise; "
        f"{len(undated)} debts of {sum(s.balance for s in undated) / 1e9:,.0f} bn without a stated "
        "maturity are not in the calendar"
    )


_RANGES = (
    "relet.cloud",
    "relet.lease",
    "relet.supply",
    "saved.cloud",
    "saved.lease",
    "saved.supply",
    "recovery.secured",
    "recovery.senior",
    "recovery.equity",
    "refinance.hit",
    "impact.listed",
    "impact.chips",
    "cost.power",
)
_BETTER = "every range at its better end, contracts are cut in proportion and go on"
_WORSE = "every range at its worse end, contracts end at the first shortfall; a bound"
_MIDDLE = "every range halfway, contracts end; a point to speak of, no expectation"
