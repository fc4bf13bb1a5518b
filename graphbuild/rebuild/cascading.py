"""Bundled scenarios run at several sizes of their shock, as plain rows for the map of stress.

Every number comes from `contagion`; here is only the grid: which sizes, and what becomes of the
arrays. A size scales all shocks of a scenario alike; a default has no size and always happens.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from graphbuild.contagion.fixedpoint import Array
from graphbuild.contagion.model import Model, build_model
from graphbuild.contagion.outcome import Outcome, answer_scenario, assumption_notes, holder_rows
from graphbuild.contagion.scenario import Scenario, Shock, bundled_scenarios
from graphbuild.contagion.stress import Run, path_of
from graphbuild.errors import NotFoundError
from graphbuild.maps.cascade import Bearer, Cascade, Course, Shortfall, Step, Unpaid
from graphbuild.maps.words import percent, short_name
from graphbuild.rebuild.world import World

SIZES = tuple(n / 10 for n in range(1, 11))
_WHOLE = frozenset({"default", "delay"})
"""Kinds of shock that come in wholes: they stay as the story has them."""

_PHRASES = {
    "revenue": "{on}’s planned revenue {by}",
    "funding": "{on}’s outside funding {by}",
    "withdraw": "what {on} has promised others {by}",
    "default": "{on} pays nothing",
    "terminate": "purchases of {on} {by}",
    "guarantee": "guarantees of {on} {by}",
    "chip_price": "prices of chips and rents for them {by}",
    "delay": "payments of {on} later by {quarters} quarters",
    "rates": "interest of {on} {by}",
    "market_value": "market value of {on} {by}",
    "power_price": "price of power for clouds {by}",
    "refinance": "renewal of debt that matures {by}",
    "sale": "listed holdings of {on} {by}",
}
_ON_DEAL = "{on} {by}"
_TOLD = 4
_CENT = 0.01


def cascades(world: World) -> tuple[Cascade, ...]:
    """All bundled scenarios that this snapshot can run, by name.

    A scenario on a party or deal that the snapshot does not hold is left out.
    """
    model = build_model(world.graph, world.anchors)
    found = []
    for scenario in bundled_scenarios().values():
        try:
            found.append(_cascade(model, scenario))
        except NotFoundError:
            continue
    return tuple(found)


def _cascade(model: Model, scenario: Scenario) -> Cascade:
    steps, notes = [], []
    for size in sizes_of(scenario):
        sized = scaled(scenario, size)
        outcome = answer_scenario(model, sized)
        is_story = sized == scenario
        steps.append(_step(outcome, size, is_story=is_story))
        if is_story:
            notes = assumption_notes(outcome)
    on = {shock.on for shock in scenario.shocks}
    payers = {term.payer for term in model.terms if term.deal_id in on}
    parties = {model.owner[name] for name in on if name in model.owner}
    return Cascade(
        name=scenario.name,
        title=scenario.title,
        story=scenario.story,
        sources=scenario.sources,
        shocked=tuple(sorted(parties | payers)),
        quarters=model.quarters,
        steps=tuple(steps),
        notes=tuple(notes),
    )


def sizes_of(scenario: Scenario) -> tuple[float | None, ...]:
    """Sizes of the largest shock: tenths up to all of it, and the story's own.

    ``(None,)`` where nothing in the scenario has a size.
    """
    largest = _largest(scenario)
    if largest is None:
        return (None,)
    if largest not in SIZES and largest < min(SIZES):
        return tuple(n * largest for n in range(1, 5))
    return tuple(sorted({*SIZES, largest}))


def _largest(scenario: Scenario) -> float | None:
    sized = [abs(shock.by) for shock in scenario.shocks if shock.kind not in _WHOLE]
    return max(sized, default=None)


def scaled(scenario: Scenario, size: float | None) -> Scenario:
    """The scenario with its largest shock at `size` and the others in proportion."""
    largest = _largest(scenario)
    if size is None or largest is None or size == largest:
        return scenario
    shocks = tuple(
        shock if shock.kind in _WHOLE else replace(shock, by=round(shock.by * size / largest, 6))
        for shock in scenario.shocks
    )
    return replace(scenario, shocks=shocks)


def _step(outcome: Outcome, size: float | None, *, is_story: bool) -> Step:
    return Step(
        label="as told" if size is None else percent(size),
        words=_words(outcome.model, outcome.scenario.shocks),
        is_story=is_story,
        shortfalls=tuple(_shortfalls(outcome)),
        unpaid=tuple(_unpaid(outcome)),
        bearers=tuple(_bearers(outcome)),
    )


def _words(model: Model, shocks: Sequence[Shock]) -> str:
    said = [_phrase(model, shock) for shock in shocks[:_TOLD]]
    more = len(shocks) - _TOLD
    return "; ".join(said) + (f"; and {more} more of the kind" if more > 0 else "")


def _phrase(model: Model, shock: Shock) -> str:
    is_party = shock.on in model.graph
    name = short_name(model.name(shock.on)) if is_party else f"contract {shock.on}"
    sign = "−" if shock.by < 0 else "+"
    by = f"{sign}{percent(abs(shock.by))}"
    phrase = _PHRASES[shock.kind] if is_party or not shock.on else _ON_DEAL
    text = phrase.format(on=name, by=by, quarters=f"{shock.by:g}")
    since = f" from {shock.since}" if shock.since else ""
    return f"{text}{since}{f' until {shock.until}' if shock.until else ''}"


def _shortfalls(outcome: Outcome) -> Iterator[Shortfall]:
    model = outcome.model
    for node in sorted(outcome.failures):
        runs = (outcome.better, outcome.worse, outcome.worst)
        told = (outcome.worse, outcome.worst, outcome.better)
        last = next(run for run in told if node in run.failed)
        place = model.place[node]
        path = path_of(model, last, node)
        better, worse, missing = (run.failed.get(node) for run in runs)
        yield Shortfall(
            entity_id=node,
            better=better,
            worse=worse,
            missing=missing,
            low=_course(outcome.better.short[place]),
            high=_course(last.short[place]),
            through="" if path[0] == "shock" else path[0],
        )


def _unpaid(outcome: Outcome) -> Iterator[Unpaid]:
    sums: dict[str, list[Array]] = {}
    for number, term in enumerate(outcome.model.terms):
        ends = _ends(outcome.better, outcome.worse, number)
        known = sums.setdefault(term.deal_id, [np.zeros_like(ends[0]), np.zeros_like(ends[0])])
        known[0] = known[0] + ends[0]
        known[1] = known[1] + ends[1]
    for deal_id, (low, high) in sorted(sums.items()):
        if high.sum() > _CENT:
            yield Unpaid(deal_id=deal_id, low=_course(low), high=_course(high))


def _ends(better: Run, worse: Run, number: int) -> tuple[Array, Array]:
    """What is lost by quarter under one deal: the smaller and the larger of the two runs."""
    one, other = better.lost[number], worse.lost[number]
    return (one, other) if one.sum() <= other.sum() else (other, one)


def _course(by_quarter: Array) -> Course:
    return tuple(float(value) for value in np.cumsum(np.maximum(by_quarter, 0.0)))


def _bearers(outcome: Outcome) -> Iterator[Bearer]:
    model = outcome.model
    for row in holder_rows(outcome):
        members = str(row["holder"]).split(" + ")
        yield Bearer(
            holder=" + ".join(short_name(model.name(name)) for name in members),
            entity_id=members[0] if len(members) == 1 else "",
            firm=(row["firm_low"], row["firm_high"]),
            contingent=(row["contingent_low"], row["contingent_high"]),
            missing=row["if_missing"],
            kinds=row["kinds"],
            largest=row["largest"],
        )
