"""What stands behind a figure of the accounts or an assumption: period, date, source, verification.

Lives here: ``openai.revenue`` and ``recovery.secured`` as `graphbuild explain` takes them. Which
figure an answer takes is decided by `scores.base.Anchors`; here all are shown, used or not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.cli.finding import entity_id
from graphbuild.errors import NotFoundError
from graphbuild.records.claim import Verification
from graphbuild.records.figure import Assumption, Figure

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What is shown: one row a figure or range, and how to read them."""

    title: str
    rows: list[dict[str, str]]
    note: str


def grounds(world: "World", identifier: str) -> Grounds | None:
    """What is behind ENTITY.METRIC, an assumption's key or the part before its dot.

    Returns
    -------
    ``None`` where the identifier is neither: it may be a deal, a flow or a claim.

    Raises
    ------
    NotFoundError
        the entity is known, but no figure of that name; those it has are named.
    """
    assumed = [
        row
        for row in world.contents.assumptions
        if identifier in (row.key, row.key.split(".")[0], "assumptions")
    ]
    if assumed:
        return Grounds(
            title=f"Assumptions: {identifier}",
            rows=[_of_assumption(row) for row in assumed],
            note="a range without a source is marked as assumed wherever it is used",
        )
    name, dot, metric = identifier.rpartition(".")
    if not dot or " " in metric:
        return None
    try:
        found = entity_id(world, name)
    except NotFoundError:
        return None
    return _of_entity(world, found, metric)


def metrics_of(world: "World", entity: str) -> list[str]:
    """Names of the figures that are known of an entity by the world's date."""
    return sorted({figure.metric for figure in _known(world, entity)})


def _of_entity(world: "World", entity: str, metric: str) -> Grounds:
    figures = [figure for figure in _known(world, entity) if figure.metric == metric]
    if not figures:
        there = ", ".join(metrics_of(world, entity)) or "none"
        raise NotFoundError(f"no figure {metric!r} of {entity} by {world.as_of}; known: {there}")
    name = world.graph.nodes[entity]["name"]
    latest_first = sorted(figures, key=lambda f: (str(f.period_end), f.figure_id), reverse=True)
    return Grounds(
        title=f"{metric} of {name}",
        rows=[_of_figure(figure) for figure in latest_first],
        note="latest first; for one period answers take the audited figure before all others",
    )


def _known(world: "World", entity: str) -> Iterable[Figure]:
    day = world.as_of.last_day()
    for figure in world.contents.figures:
        is_out = figure.known_on is None or figure.known_on.last_day() <= day
        if figure.entity_id == entity and is_out:
            yield figure


def _of_figure(figure: Figure) -> dict[str, str]:
    value = "" if figure.value_usd is None else f"USD {figure.value_usd:,.0f}"
    share = "" if figure.share is None else f"{float(figure.share):.1%}"
    known = f"known on {figure.known_on}" if figure.known_on else "undated: no answer uses it"
    if figure.is_known_on_assumed:
        known += " at the latest (a filer's deadline, assumed)"
    parts = [
        value,
        share,
        figure.counterparty and f"with {figure.counterparty}",
        str(figure.kind).replace("_", " "),
        known,
        figure.verification and f"verification: {figure.verification}",
        "no answer uses it" if figure.verification is Verification.SECONDARY else "",
        figure.accession and f"accession {figure.accession}",
        figure.url,
        figure.note,
    ]
    return {"what": figure.period, "words": "; ".join(str(part) for part in parts if part)}


def _of_assumption(row: Assumption) -> dict[str, str]:
    ends = f"{row.low}" if row.low == row.high else f"{row.low} to {row.high}"
    parts = [
        f"{ends} ({row.unit})",
        row.source or "assumed here: no outside source",
        row.as_of and f"as of {row.as_of}",
        row.url,
        row.note,
    ]
    return {"what": row.key, "words": "; ".join(str(part) for part in parts if part)}
