"""Bars and lines of the credit report as inline SVG, from plain numbers.

Lives here: scales, marks, labels. Which numbers: `credit_page`. Kinds of money stand side by side,
never on top of each other, since they are never added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_WIDTH, _HEIGHT = 640, 190
_LEFT, _BOTTOM, _TOP = 44, 22, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: drawn up to `stated`, with a whisker from `low` to `high`; open above if ``None``.

    `kind` is the class of the style sheet, `words` what a reader hears or sees on pointing.
    """

    kind: str
    low: float
    stated: float
    high: float | None
    words: str


def bar_chart(
    title: str, groups: Sequence[tuple[str, Sequence[Bar]]], line: tuple[float, str] | None = None
) -> Markup:
    """Groups of bars over labels, and a level line such as a year's revenue. USD."""
    tops = [end for _, bars in groups for b in bars for end in (b.stated, b.high or 0.0)]
    top = max([*tops, line[0] if line else 0.0, 1.0])
    ceiling, step = _scale(top)
    room = (_WIDTH - _LEFT) / max(len(groups), 1)
    marks = _grid(0.0, ceiling, step)
    for place, (label, bars) in enumerate(groups):
        left = _LEFT + room * place
        wide = min(room * 0.8 / max(len(bars), 1), 34.0)
        start = left + (room - wide * len(bars)) / 2
        for number, bar in enumerate(bars):
            marks += _bar(start + wide * number, wide, bar, ceiling)
        marks.append(_text(left + room / 2, _HEIGHT - 6, label, "middle"))
    if line is not None:
        y = _y(line[0], 0.0, ceiling)
        marks.append(f"<path class='level' d='M{_LEFT} {y:.1f}H{_WIDTH}'/>")
        marks.append(_text(_WIDTH - 2, y - 4, line[1], "end"))
    return _drawing(title, marks)


def line_chart(
    title: str, labels: Sequence[str], lines: Sequence[tuple[str, Sequence[float]]]
) -> Markup:
    """Lines over labelled places, with the zero line drawn strongly."""
    values = [value for _, points in lines for value in points]
    lowest, highest = min([*values, 0.0]), max([*values, 1.0])
    _, step = _scale(max(highest, -lowest))
    floor = -step * -(lowest // step) if lowest < 0 else 0.0
    ceiling = step * -(-highest // step)
    room = (_WIDTH - _LEFT) / max(len(labels), 1)
    marks = _grid(floor, ceiling, step)
    zero = _y(0.0, floor, ceiling)
    marks.append(f"<path class='zero' d='M{_LEFT} {zero:.1f}H{_WIDTH}'/>")
    for kind, points in lines:
        path = "L".join(
            f"{_LEFT + room * (place + 0.5):.1f} {_y(value, floor, ceiling):.1f}"
            for place, value in enumerate(points)
        )
        marks.append(f"<path class='path {escape(kind)}' d='M{path}'/>")
    every = max(round(len(labels) / 8), 1)
    marks += [
        _text(_LEFT + room * (place + 0.5), _HEIGHT - 6, label, "middle")
        for place, label in enumerate(labels)
        if place % every == 0
    ]
    return _drawing(title, marks)


def _bar(x: float, wide: float, bar: Bar, ceiling: float) -> list[str]:
    y, zero = _y(bar.stated, 0.0, ceiling), _y(0.0, 0.0, ceiling)
    middle = x + wide / 2
    marks = [f"<g><title>{escape(bar.words)}</title>"]
    if bar.stated > 0:
        marks.append(
            f"<rect class='{escape(bar.kind)}' x='{x + 1:.1f}' y='{y:.1f}' width='{wide - 2:.1f}' "
            f"height='{max(zero - y, 0.8):.1f}'/>"
        )
    if bar.high is None:
        marks.append(
            f"<path class='open' d='M{middle - 4:.1f} {y - 3:.1f}l4 -6l4 6'/>"
        )  # an arrow up: no ceiling is known
    elif bar.high > bar.low:
        low, high = _y(bar.low, 0.0, ceiling), _y(bar.high, 0.0, ceiling)
        marks.append(
            f"<path class='range' d='M{middle:.1f} {low:.1f}V{high:.1f}"
            f"M{middle - 3:.1f} {high:.1f}h6M{middle - 3:.1f} {low:.1f}h6'/>"
        )
    return [*marks, "</g>"]


def _scale(top: float) -> tuple[float, float]:
    """A round ceiling at or above `top`, and the step of its grid: three to five lines."""
    power = 1.0
    while power * 10 <= top:
        power *= 10
    step = next(power * part for part in (0.25, 0.5, 1.0, 2.0, 2.5) if top <= 4 * power * part)
    return step * -(-top // step), step


def _y(value: float, floor: float, ceiling: float) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (1 - (value - floor) / (ceiling - floor))


def _grid(floor: float, ceiling: float, step: float) -> list[str]:
    marks = []
    for number in range(round(floor / step), round(ceiling / step) + 1):
        y = _y(number * step, floor, ceiling)
        marks.append(f"<path class='grid' d='M{_LEFT} {y:.1f}H{_WIDTH}'/>")
        marks.append(_text(_LEFT - 6, y + 3.5, _short(number * step), "end"))
    return marks


def _short(value: float) -> str:
    if value == 0:
        return "0"
    unit, word = (1e9, "bn") if abs(value) >= 1e9 else (1e6, "m")
    return f"{value / unit:,.4g} {word}"


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f"<text x='{x:.1f}' y='{y:.1f}' text-anchor='{anchor}'>{escape(words)}</text>"


def _drawing(title: str, marks: Sequence[str]) -> Markup:
    inside = "".join(str(mark) for mark in marks)
    head = f"<svg viewBox='0 0 {_WIDTH} {_HEIGHT}' role='img' aria-label='{escape(title)}'>"
    return Markup(f"{head}{inside}</svg>")  # noqa: S704 (every word inside went through escape)
