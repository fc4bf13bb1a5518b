"""What became of a fetch: one outcome a document, with its cause, and totals.

Not here: fetching (`fetching`), showing it (`cli`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.records.issue import Issue, Severity

Observe = Callable[[int, int, str], None]
"""Told after each step: steps done, steps known so far, and what was done."""


def unseen(done: int, total: int, words: str) -> None:
    """Nobody watches."""


class State(StrEnum):
    """What became of one document."""

    NEW = "new"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    GIVEN_UP = "given up"
    PLANNED = "planned"
    PASSED_OVER = "passed over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One document, or one list that names documents.

    Parameters
    ----------
    kind : the form, or "article", "feed", "list of filings".
    name : accession number, or address.
    state : *failed* is worth another try in the next run, *given up* is not; *passed over* names
        nobody we know.
    cause : a word to count by (`sources.Cause`); empty where nothing is wrong.
    size_bytes : as it arrived; as listed for what is planned or unchanged.
    """

    entity_id: str
    kind: str
    name: str
    state: State
    published_on: str = ""
    cause: str = ""
    message: str = ""
    url: str = ""
    size_bytes: int = 0

    def __str__(self) -> str:
        told = f"{self.state}: {self.entity_id} {self.kind} {self.name} {self.published_on}".strip()
        why = ": ".join(text for text in (self.cause, self.message) if text)
        return f"{told} ({why})" if why else told


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """All outcomes in the order they came, and what it took."""

    outcomes: tuple[Outcome, ...]
    requests: int
    retries: int
    size_bytes: int
    seconds: float

    def count(self, state: State) -> int:
        """How many documents ended so."""
        return sum(outcome.state is state for outcome in self.outcomes)

    @property
    def is_complete(self) -> bool:
        """Whether everything wanted is here."""
        return not self.count(State.FAILED) and not self.count(State.GIVEN_UP)

    def causes(self) -> dict[str, int]:
        """Causes of what is not here, most frequent first."""
        counts: dict[str, int] = {}
        for outcome in self.outcomes:
            if outcome.cause:
                counts[outcome.cause] = counts.get(outcome.cause, 0) + 1
        return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))

    def joined(self, other: "FetchReport") -> "FetchReport":
        """Both as one, this one first."""
        return FetchReport(
            outcomes=self.outcomes + other.outcomes,
            requests=self.requests + other.requests,
            retries=self.retries + other.retries,
            size_bytes=self.size_bytes + other.size_bytes,
            seconds=self.seconds + other.seconds,
        )

    def issues(self) -> tuple[Issue, ...]:
        """One for each document that is not here."""
        return tuple(_issue(o) for o in self.outcomes if o.state in _ADVICE)


_ADVICE = {
    State.FAILED: "fetch again later; nothing that arrived is lost",
    State.GIVEN_UP: "asking again gives the same; look at the address by hand",
}


def _issue(outcome: Outcome) -> Issue:
    return Issue(
        stage="import",
        severity=Severity.ERROR if outcome.state is State.FAILED else Severity.WARNING,
        code=outcome.cause or "not-fetched",
        where=f"{outcome.entity_id} {outcome.kind} {outcome.name}",
        message=outcome.message or str(outcome.state),
        advice=_ADVICE[outcome.state],
    )
