"""Where everything stands, computed here and not in the browser: same graph, same places.

Columns for the whole network, a fan for one entity, a ring for a loop. Nothing is random and
nothing depends on the order of the input; no two discs overlap.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphbuild.maps.base import Place
from graphbuild.maps.ordering import Links, order_columns
from graphbuild.maps.standing import Stand, Standing, least_steps, wishes

COLUMN_STEP = 236.0
WIDEST_SHAPE = 0.21
"""Least column step as a part of the height, so that long columns do not crowd each other."""
ROW_STEP = 19.0
GAP = 7.0
RELAXATIONS = 24
SPREAD = 0.8
MIN_HEIGHT = 1100.0
MIN_FAN = 560.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A disc that wants a place. `band` 1 stands below all of band 0 (what is hidden at first)."""

    name: str
    column: int
    radius: float
    band: int = 0


def place_columns(
    spots: Sequence[Spot], links: Links, before: Standing | None = None
) -> dict[str, Place]:
    """Places in columns from left to right; empty columns take no room.

    Parameters
    ----------
    links : (one end, other end, weight), pulling their ends to one height.
    before : where parties stood in the picture a reader may know; they stay there if they can.
    """
    indices = sorted({spot.column for spot in spots})
    known = before.known({s.name: (s.column, s.band) for s in spots}) if before else {}
    heights: dict[str, float] = {}
    bottom = 0.0
    for band in sorted({spot.band for spot in spots}):
        members = [spot for spot in spots if spot.band == band]
        shift = 0.0
        if known:
            placed = _keep_band(members, links, known, bottom if heights else None)
        else:
            placed = _place_band(members, links, heights)
            top = min(placed[spot.name] - spot.radius for spot in members)
            shift = bottom - top if heights else 0.0
        heights.update({name: y + shift for name, y in placed.items()})
        bottom = max(heights[spot.name] + spot.radius for spot in members) + 3 * ROW_STEP
    last = indices[-1] if indices else 0
    main = [heights[spot.name] for spot in spots if spot.band == 0] or [0.0]
    step = max(COLUMN_STEP, round(WIDEST_SHAPE * (max(main) - min(main))))
    if before and known:
        step = before.step
    x_of = {index: rank * step for rank, index in enumerate(indices)}
    return {
        spot.name: Place(
            x=x_of[spot.column],
            y=round(heights[spot.name], 1),
            side=_label_side(spot, indices[0], last),
        )
        for spot in sorted(spots, key=lambda s: s.name)
    }


def standing(spots: Sequence[Spot], places: Mapping[str, Place]) -> Standing:
    """What the next picture needs to know to keep these places."""
    stands = {s.name: Stand(s.column, s.band, places[s.name].y) for s in spots}
    xs = sorted({places[spot.name].x for spot in spots})
    return Standing(xs[1] - xs[0] if len(xs) > 1 else COLUMN_STEP, stands)


def _keep_band(
    spots: Sequence[Spot], links: Links, known: Mapping[str, float], floor: float | None
) -> dict[str, float]:
    """Heights within one band, as near to those known as the room allows.

    Parameters
    ----------
    floor : where the band above ends; nobody of this one stands above it.
    """
    by_name = {spot.name: spot for spot in spots}
    wanted = wishes(list(by_name), known, _neighbours(by_name, links))
    if floor is not None:
        wanted = {name: max(y, floor + by_name[name].radius) for name, y in wanted.items()}
    heights: dict[str, float] = {}
    for column in sorted({spot.column for spot in spots}):
        names = [spot.name for spot in spots if spot.column == column]
        names.sort(key=lambda name: (wanted[name], name))
        steps = least_steps([_needs(by_name[name]) for name in names])
        # room above and below for all of them: the picture may grow, nobody is squeezed
        spare = sum(steps) + ROW_STEP
        low = wanted[names[0]] - spare if floor is None else floor + by_name[names[0]].radius
        fitted = _fit([wanted[n] - low for n in names], steps, wanted[names[-1]] + spare - low)
        heights.update(zip(names, (y + low for y in fitted), strict=True))
    return heights


def _label_side(spot: Spot, first: int, last: int) -> str:
    if spot.column == first:
        return "left"
    return "right" if spot.column == last or spot.radius < 17 else "below"


def _place_band(
    spots: Sequence[Spot], links: Links, fixed: Mapping[str, float]
) -> dict[str, float]:
    """Heights within one band: order first, then each column as near its neighbours as it fits."""
    by_name = {spot.name: spot for spot in spots}
    columns: dict[int, list[str]] = {}
    for spot in spots:
        columns.setdefault(spot.column, []).append(spot.name)
    order = order_columns(columns, links)
    lengths = {
        index: sum(_needs(by_name[name]) for name in names) for index, names in order.items()
    }
    full = max(*lengths.values(), MIN_HEIGHT if not fixed else 0.0)
    steps = {
        index: _steps([by_name[name] for name in names], full - lengths[index])
        for index, names in order.items()
    }
    heights = {
        name: y
        for index, names in order.items()
        for name, y in zip(names, _stack(steps[index], full), strict=True)
    }
    near = _neighbours(by_name, links)
    for _ in range(RELAXATIONS):
        for index, names in order.items():
            placed = {**fixed, **heights}
            wanted = [_wish(name, near[name], placed) for name in names]
            heights.update(zip(names, _fit(wanted, steps[index], full), strict=True))
    return heights


def _needs(spot: Spot) -> float:
    """Vertical room of one disc with its label."""
    if spot.radius >= 17:
        return 2 * spot.radius + GAP + ROW_STEP
    return max(2 * spot.radius + GAP, ROW_STEP)


def _steps(spots: Sequence[Spot], spare: float) -> list[float]:
    """Least distances between neighbours: their room, and most of what the column has to spare."""
    if len(spots) < 2:
        return []
    extra = max(0.0, spare) * SPREAD / len(spots)
    return [(_needs(upper) + _needs(lower)) / 2 + extra for upper, lower in pairwise(spots)]


def _stack(steps: Sequence[float], full: float) -> list[float]:
    """Positions one least distance apart, centred in the full height."""
    y = (full - sum(steps)) / 2
    positions = [y]
    for step in steps:
        y += step
        positions.append(y)
    return positions


def _neighbours(by_name: Mapping[str, Spot], links: Links) -> dict[str, list[tuple[str, float]]]:
    near: dict[str, list[tuple[str, float]]] = {name: [] for name in sorted(by_name)}
    for one, other, weight in links:
        if one in by_name:
            near[one].append((other, weight))
        if other in by_name:
            near[other].append((one, weight))
    return near


def _wish(name: str, near: Sequence[tuple[str, float]], heights: Mapping[str, float]) -> float:
    """Where its neighbours would have it."""
    known = [(heights[other], weight) for other, weight in near if other in heights]
    total = sum(weight for _, weight in known)
    return sum(y * weight for y, weight in known) / total if total else heights[name]


def _fit(wanted: Sequence[float], steps: Sequence[float], full: float) -> list[float]:
    """The positions nearest to the wanted ones that keep the steps and stay in the full height.

    Least squares under the order (pool adjacent violators; Barlow and others 1972): subtracting
    the cumulated steps turns least distances into "not decreasing".
    """
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    pools: list[list[float]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append([want - offset, 1.0])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            value, count = pools.pop()
            pools[-1] = [
                (pools[-1][0] * pools[-1][1] + value * count) / (pools[-1][1] + count),
                pools[-1][1] + count,
            ]
    ceiling = full - offsets[-1]
    fitted = [min(max(value, 0.0), max(ceiling, 0.0)) for value, n in pools for _ in range(int(n))]
    return [value + offset for value, offset in zip(fitted, offsets, strict=True)]


def place_ring(names: Sequence[str], radii: Mapping[str, float]) -> dict[str, Place]:
    """A circle, clockwise from the top, wide enough for its discs; labels outside."""
    reach = max((radii[name] for name in names), default=0.0)
    count = max(len(names), 1)
    chord = 2 * reach + 90.0
    radius = max(190.0, chord / (2 * math.sin(math.pi / count)) if count > 1 else 0.0)
    places = {}
    for rank, name in enumerate(names):
        # two parties face each other across the page's width, more start at the top
        angle = 2 * math.pi * rank / count - (math.pi if count == 2 else math.pi / 2)
        x, y = radius * 1.25 * math.cos(angle), radius * math.sin(angle)
        places[name] = Place(round(x, 1), round(y, 1), _outer_side(x, y, radius))
    return places


def place_fan(
    centre: str, left: Sequence[str], right: Sequence[str], radii: Mapping[str, float]
) -> dict[str, Place]:
    """One entity in the middle, who pays it on the left arc, whom it pays on the right one.

    Sequences run from top to bottom.
    """
    places = {centre: Place(0.0, 0.0, "below")}
    lengths = [sum(_room(radii[name]) for name in names) for names in (left, right)]
    height = max(*lengths, MIN_FAN)
    reach = max((radii[name] for name in (*left, *right)), default=0.0) + radii[centre]
    width = max(0.62 * height, 360.0) + reach
    for names, length, sign in ((left, lengths[0], -1.0), (right, lengths[1], 1.0)):
        # a short list is spread, but not so far that its members lose sight of each other
        stretch = min(height / length, 2.4) if names else 1.0
        walked = -length / 2
        for name in names:
            room = _room(radii[name])
            y = (walked + room / 2) * stretch
            walked += room
            x = sign * width * (1 - 0.3 * (2 * y / height) ** 2)
            places[name] = Place(round(x, 1), round(y, 1), "left" if sign < 0 else "right")
    return places


def _room(radius: float) -> float:
    return max(2 * radius + GAP, 1.25 * ROW_STEP)


def _outer_side(x: float, y: float, radius: float) -> str:
    if abs(x) < radius * 0.35:
        return "above" if y < 0 else "below"
    return "left" if x < 0 else "right"
