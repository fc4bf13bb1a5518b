"""Small graphs for the scores' tests: defaults for every attribute a test does not name."""

from decimal import Decimal
from typing import Any

import networkx as nx

from graphbuild.graph.attributes import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from graphbuild.records.figure import Assumption, Figure, FigureKind
from graphbuild.records.instrument import instrument
from graphbuild.records.period import PartialDate, partial_date
from graphbuild.scores.base import Anchors

AS_OF = PartialDate("2026-06-30")
_PLAIN = {str: "", bool: False, int: 1, float: 0.0}


class World:
    """A graph under construction; each call adds one party or one deal."""

    def __init__(self) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def party(self, name: str, **given: Any) -> None:
        values = {a.name: None if a.optional else _PLAIN[a.type] for a in NODE_ATTRIBUTES}
        values |= {"name": name.title(), "kind": "other"} | given
        assert set(values) == {a.name for a in NODE_ATTRIBUTES}
        self.graph.add_node(name, **values)

    def owned(self, name: str, owner: str) -> None:
        self.party(name, parent_id=owner, parent_relation="owner")

    def flow(
        self,
        source: str,
        target: str,
        kind: str,
        flow_id: str = "",
        **given: Any,
    ) -> str:
        """One edge; ``firm=5.0`` is short for both bounds, ``firm=(0.0, None)`` for open ones."""
        for node in (source, target):
            if node not in self.graph:
                self.party(node)
        flow_id = flow_id or f"deal-{self.graph.number_of_edges():03d}"
        values: dict[str, Any] = {
            a.name: None if a.optional else _PLAIN[a.type] for a in EDGE_ATTRIBUTES
        }
        for column in ("firm", "contingent", "headline", "past"):
            money = given.pop(column, 0.0)
            low, high = money if isinstance(money, tuple) else (money, money)
            values |= {f"{column}_low": low, f"{column}_high": high}
            if high is None or high > 0:
                values["firmness"] = values["firmness"] or column
        values |= {
            "deal_id": flow_id.split(":")[0],
            "title": flow_id,
            "instrument": kind,
            "family": str(instrument(kind).family),
            "status": "signed",
            "standing": "counted",
            "measure": "committed",
            "qualifier": "exact",
            "paid_in": "cash",
            "recourse": "unknown",
            "tier": "filing",
        }
        values |= given
        assert set(values) == {a.name for a in EDGE_ATTRIBUTES}, set(given)
        self.graph.add_edge(source, target, key=flow_id, **values)
        return flow_id

    def joint(self, sources: list[str], target: str, kind: str, deal: str, **given: Any) -> None:
        """A consortium's deal: every member from nothing to the whole."""
        columns = ("firm", "contingent", "headline", "past")
        total = sum(given[column] for column in columns if column in given)
        for source in sources:
            parts = {c: (0.0, given[c]) for c in columns if c in given}
            rest = {name: value for name, value in given.items() if name not in columns}
            self.flow(
                source,
                target,
                kind,
                f"{deal}:{source}",
                **parts,
                is_joint=True,
                joint_usd=total,
                joint_members=len(sources),
                **rest,
            )


def anchors(*figures: Figure, **assumptions: tuple[float, float]) -> Anchors:
    """Anchors known on `AS_OF`; assumption keys are written with ``__`` for the dot."""
    rows = {}
    for name, (low, high) in assumptions.items():
        key = name.replace("__", ".")
        rows[key] = Assumption(key=key, low=Decimal(str(low)), high=Decimal(str(high)), unit="")
    return Anchors(as_of=AS_OF, figures=figures, assumptions=rows)


def figure(
    entity_id: str,
    metric: str,
    value: float | None,
    start: str | None,
    end: str,
    kind: FigureKind = FigureKind.REPORTED,
    **given: Any,
) -> Figure:
    """A figure known on the day its period ends, unless a test says otherwise."""
    given.setdefault("known_on", partial_date(end))
    return Figure(
        figure_id=f"{entity_id}-{metric}-{end}-{kind}",
        entity_id=entity_id,
        metric=metric,
        kind=kind,
        period=end,
        period_start=partial_date(start or end),
        period_end=partial_date(end),
        value_usd=None if value is None else Decimal(str(value)),
        **given,
    )
