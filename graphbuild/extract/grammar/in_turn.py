"""Dates and sums told in turn: of "2025 and 2026 were $2 and $3" the latest one counts.

Not here: the marks themselves (`masking`).
"""

import re

from graphbuild.extract.grammar.dates import DateSpan

_DATES_IN_TURN = re.compile(r"<D(\d+)>(?:, <D(\d+)>,?)? and (?:[A-Z]\w+ )?<D(\d+)>")
_SUMS_IN_TURN = re.compile(r"<M(\d+)>(?:, <M(\d+)>,?)? and <M(\d+)>")


def latest_in_turn(full: str, dates: tuple[DateSpan, ...]) -> str:
    """Of "2023 and 2024 were $2 and $3" the sum of the latest date: earlier ones are restated."""
    days, sums = _DATES_IN_TURN.search(full), _SUMS_IN_TURN.search(full)
    if not days or not sums:
        return full
    days_in_turn = [dates[int(i)].date for i in days.groups() if i]
    sums_in_turn = [i for i in sums.groups() if i]
    if len(days_in_turn) != len(sums_in_turn):
        return full
    latest = max(range(len(days_in_turn)), key=lambda i: days_in_turn[i].last_day())
    return f"{full[: sums.start()]}<M{sums_in_turn[latest]}>{full[sums.end() :]}"
