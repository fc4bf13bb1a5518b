"""The optional last reader: what patterns missed is put to a language model, document by document.

Lives here: which sentences are asked about, what it cost, what came of it. Not here: the prompt and
the checks (`extract.asking`), the connection (`sources.chat`). Off unless ``model_url`` is set.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from graphbuild.errors import FetchError
from graphbuild.extract.asking import Refusal, believed, questions, reasons
from graphbuild.rebuild.read_item import Reading
from graphbuild.records.asking import Answer, Ask
from graphbuild.records.claim import Claim
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.review import Missed


@dataclass(slots=True)
class Tally:
    """What was asked and what it cost; tokens as the server counts them.

    `uncounted` are new answers without a count of tokens; `kept` ones cost nothing.
    """

    sent: int = 0
    kept: int = 0
    unanswered: int = 0
    not_asked: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    claims: int = 0
    refused: dict[str, int] = field(default_factory=dict)

    def cost_usd(self, price_in: float | None, price_out: float | None) -> float | None:
        """Dollars for new answers; ``None`` where a price or a count is not known.

        Parameters
        ----------
        price_in, price_out : US dollars for a million tokens.
        """
        if price_in is None or price_out is None or self.uncounted:
            return None
        return (self.tokens_in * price_in + self.tokens_out * price_out) / 1e6


class Asking:
    """Puts the missed sentences of readings to a model and counts.

    Parameters
    ----------
    ask : the model.
    limit : most questions to send in one run; kept answers are free.
    decided : ids of missed sentences that a person has decided about; they are not asked again.
    """

    def __init__(self, ask: Ask, limit: int, decided: Collection[str] = ()) -> None:
        self.tally = Tally()
        self._ask = ask
        self._limit = limit
        self._decided = frozenset(decided)

    def of(self, reading: Reading) -> Reading:
        """The reading with the claims that its missed sentences bear out, and all that failed."""
        open_ones = tuple(s for s in reading.uncovered if s.missed_id not in self._decided)
        if reading.document is None or not open_ones:
            return reading
        claims: list[Claim] = []
        issues: list[Issue] = []
        for question, batch in questions(open_ones, reading.document.sha256, reading.document.kind):
            if self.tally.sent >= self._limit:
                self.tally.not_asked += len(batch)
                continue
            try:
                answer = self._ask(question)
            except FetchError as error:
                self.tally.unanswered += 1
                issues.append(_unanswered(reading.path, len(batch), error))
                continue
            self._count(answer)
            found, refused = believed(answer.text, batch)
            claims += found
            issues += [_refused(reading.path, refusal) for refusal in refused]
            for reason, number in reasons(refused).items():
                self.tally.refused[reason] = self.tally.refused.get(reason, 0) + number
        self.tally.claims += len(claims)
        return _with(reading, tuple(claims), tuple(issues))

    def _count(self, answer: Answer) -> None:
        if answer.is_kept:
            self.tally.kept += 1
            return
        self.tally.sent += 1
        if answer.tokens_in is None or answer.tokens_out is None:
            self.tally.uncounted += 1
        self.tally.tokens_in += answer.tokens_in or 0
        self.tally.tokens_out += answer.tokens_out or 0


def _with(reading: Reading, claims: tuple[Claim, ...], issues: tuple[Issue, ...]) -> Reading:
    read = {(claim.citation.start, claim.citation.end) for claim in claims}
    return replace(
        reading,
        claims=(*reading.claims, *claims),
        uncovered=tuple(s for s in reading.uncovered if not _is_in(s, read)),
        issues=(*reading.issues, *issues),
    )


def _is_in(sentence: Missed, spans: Collection[tuple[int, int]]) -> bool:
    return (sentence.citation.start, sentence.citation.end) in spans


def _unanswered(path: str, sentences: int, error: FetchError) -> Issue:
    return Issue(
        stage="extract",
        severity=Severity.WARNING,
        code="model-unanswered",
        where=path,
        message=f"{error}; {sentences} sentences stay unread",
        advice="run again; answers that came are kept",
    )


def _refused(path: str, refusal: Refusal) -> Issue:
    cited = refusal.where.citation if refusal.where else None
    return Issue(
        stage="extract",
        severity=Severity.NOTICE,
        code="model-not-believed",
        where=f"{path} {cited.start}-{cited.end}" if cited else path,
        message=f"an answer of the language model: {refusal.reason}; it makes no claim",
        advice="nothing to do; 'graphbuild review' lists the sentence",
    )
