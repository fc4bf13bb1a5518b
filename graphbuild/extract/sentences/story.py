"""What a report has told so far: whom it is about, whose round, which names are companies.

Lives here: the state that a report's sentences leave to the next. Not here: which sentences are
read (`telling`), what one sentence tells of it (`carried`).
"""

from dataclasses import dataclass, field

from graphbuild.extract.grammar.confirmed import with_confirmed
from graphbuild.extract.grammar.epithets import with_epithets
from graphbuild.extract.grammar.masking import masked, simplified
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, Voice, find_parties
from graphbuild.extract.grammar.subjects import subject_of
from graphbuild.extract.sentences.carried import counterparties, raised_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.records.document import Entry


@dataclass(slots=True, kw_only=True)
class Story:
    """What a report has told of one item so far.

    `raised` is the company whose round was told of last, `raiser` the one the paragraph goes by: of
    `raisers`, all whose rounds were told of, the one that a sentence is about; `shown` are the
    names that the story has shown to be companies, `opening` is whom the paragraph began with.
    """

    entry: Entry | None = None
    named: dict[str, Mention] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()
    subject: Mention | None = None
    opening: Mention | None = None
    raised: Mention | None = None
    raiser: Mention | None = None
    raisers: dict[str, Mention] = field(default_factory=dict)

    def begin_paragraph(self, raiser: Mention | None) -> None:
        """A new paragraph goes on about whom the last began with, not about its last aside."""
        self.subject, self.opening = self.opening or self.subject, None
        self.raiser = raiser or self.raised

    def take(self, reading: Reading) -> None:
        """Go on by one sentence."""
        self.shown |= {plain_name(party.name) for party in reading.parties if not party.is_weak}
        self._meet(reading.parties, reading.plain)
        now = raised_in(reading.plain, reading.parties)
        self.raised = now or self.raised
        self.raiser = now or self.raiser or self.raised
        self.raisers |= {plain_name(now.name): now} if now else {}

    def hear(self, text: str, voice: Voice) -> None:
        """Go on by a sentence that tells of no deal, but may tell whom the next one means."""
        met, now = with_confirmed(text, find_parties(text, voice), self.shown)
        self.shown |= now
        met = with_epithets(text, met, self.named.values(), self.subject)
        self._meet(met, simplified(masked(text, met, (), (), ())))

    def _meet(self, parties: tuple[Mention, ...], plain: str) -> None:
        self.named |= counterparties(parties)
        self.subject, before = subject_of(plain, parties, self.subject), self.subject
        self.opening = self.opening or self.subject
        if self.subject and self.subject is not before:
            self.raiser = self.raisers.get(plain_name(self.subject.name), self.raiser)
