"""Progress of long work: a bar on a terminal, now and then a plain line elsewhere.

Written to standard error, so that answers stay clean.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Observe = Callable[[int, int, str], None]
_PAUSE_S = 5.0


@contextmanager
def watching(title: str) -> Iterator[Observe]:
    """A function to call after each step with steps done, steps known, and words."""
    if sys.stderr.isatty():
        with _bar(title) as observe:
            yield observe
    else:
        yield _Lines(title)


@contextmanager
def _bar(title: str) -> Iterator[Observe]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[words]}", style="dim", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=None, words="", rate="")
        started = time.monotonic()

        def observe(done: int, total: int, words: str) -> None:
            rate = f"{done / max(time.monotonic() - started, 0.001):.1f}/s"
            progress.update(task, completed=done, total=total, words=words[:60], rate=rate)

        yield observe


class _Lines:
    """A line at most every few seconds, and one for everything that went wrong."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._started = time.monotonic()
        self._last = self._started

    def __call__(self, done: int, total: int, words: str) -> None:
        now = time.monotonic()
        is_trouble = words.startswith(("failed", "given up"))
        if now - self._last < _PAUSE_S and not is_trouble:
            return
        self._last = now
        rate = done / max(now - self._started, 0.001)
        left = (total - done) / rate if rate else 0.0
        told = f"{self._title}: {done} of {total}, {rate:.1f}/s, {left:.0f} s left; {words}"
        print(told, file=sys.stderr, flush=True)
