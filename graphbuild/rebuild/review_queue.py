"""What is worth a person's time: open claims and missed sentences, by how much hangs on them.

Lives here: the queue and its ranking. Not here: applying decisions (`resolve.reviewing`), showing
the queue (`cli.reviewing`).

Ranking. Sentences first that could be a flow between two parties of the graph (the filer counts as
one); claims first that a language model proposes, then those whose deal is in sums. Within each, by
`could_move_usd` = F * F / (F + K). F is the largest figure in dollars. K is what is known already
of the party of whom least is known, among those in the graph: the largest of its columns (firm,
contingent, headline) over all flows in sums, at the high bound or else the low one; columns are
never added. So a figure moves the answer by what it is, times its part of all that is then known
of that party: ten billion on a party with one billion come before ten billion on one with a
trillion. It orders a list; it is no estimate of anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphbuild.ledger.contents import Contents
from graphbuild.rebuild.world import World
from graphbuild.records.claim import Claim, PartyMention, Role
from graphbuild.records.deal import Standing
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.money import Amount
from graphbuild.records.review import Missed, Review, statement_id
from graphbuild.resolve.registry import Registry
from graphbuild.resolve.reviewing import (
    ReviewState,
    claim_in_words,
    open_again,
    review_states,
)

PROPOSED = "proposed"
_RANK = {PROPOSED: 0, "": 2, str(Standing.SHOWN): 2}
_BOTH_ENDS = 2
_COLUMNS = ("firm", "contingent", "headline")


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueItem:
    """One claim or sentence that nobody has decided about.

    Parameters
    ----------
    item_id : claim id, or id of the missed sentence.
    entities : ids of the named parties that are in the graph, the filer last.
    standing : what the claim's deal does: counted, residual, shown; `PROPOSED` for a language
        model's reading; empty for a sentence.
    before : a decision about this text that lost its effect.
    """

    item_id: str
    statement_id: str
    citation: Citation
    says: str
    names: tuple[str, ...]
    entities: tuple[str, ...]
    tier: SourceTier
    figure_usd: float | None
    could_move_usd: float | None
    standing: str = ""
    before: Review | None = None


def states_of(contents: Contents) -> tuple[tuple[Review, ReviewState], ...]:
    """What became of every decision of a snapshot."""
    documents = {row.document_id: row.path for row in contents.documents}
    return review_states(contents.claims, contents.missed, contents.reviews, documents)


def missed_queue(world: World) -> list[QueueItem]:
    """Missed sentences that nobody has decided about, what could move most first."""
    decided = {review.statement_id for review in world.contents.reviews}
    ranking = _Ranking(world)
    items = [
        ranking.of_missed(sentence)
        for sentence in world.contents.missed
        if sentence.missed_id not in decided
    ]
    ranked = _ranked(items)
    ranked.sort(key=lambda item: len(item.entities) < _BOTH_ENDS)
    return ranked


def claims_queue(world: World) -> list[QueueItem]:
    """Claims of documents that nobody has decided about.

    A language model's first, which wait for it, then those in sums; each by weight.
    """
    standing = {
        claim_id: str(deal.standing) for deal in world.contents.deals for claim_id in deal.claim_ids
    }
    ranking = _Ranking(world)
    items = [
        ranking.of_claim(claim, PROPOSED if claim.is_proposed else standing.get(claim.claim_id, ""))
        for claim in world.contents.claims
        if claim.terms.deal_key is None and claim.review is None
    ]
    ranked = _ranked(items)
    ranked.sort(key=lambda item: _RANK.get(item.standing, 1))
    return ranked


def _ranked(items: Iterable[QueueItem]) -> list[QueueItem]:
    once = {item.item_id: item for item in items}
    return sorted(
        once.values(),
        key=lambda item: (
            -(item.could_move_usd or 0.0),
            item.citation.path,
            item.citation.start,
            item.item_id,
        ),
    )


class _Ranking:
    """Names to entities, and what is known of each, for one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._registry = Registry(world.contents.entities, world.contents.judgements)
        self._registry.learn(world.contents.claims)
        self._known = _known_usd(world)
        self._rates = _rates(world)
        self._states = states_of(world.contents)

    def of_missed(self, sentence: Missed) -> QueueItem:
        """A sentence, weighed by its largest figure and the parties it names."""
        mentions = [PartyMention(role=Role.SOURCE, name=name) for name in sentence.names]
        return self._item(
            sentence.missed_id,
            sentence.missed_id,
            sentence.citation,
            " ".join(sentence.citation.quote.split()),
            mentions,
            sentence.filer,
            sentence.tier,
            self._usd(sentence.amount),
        )

    def of_claim(self, claim: Claim, standing: str) -> QueueItem:
        """A claim, weighed by its figure and its named sides."""
        named = [party for party in claim.parties if not party.is_unnamed]
        return self._item(
            claim.claim_id,
            statement_id(claim),
            claim.citation,
            claim_in_words(claim),
            named,
            None,
            claim.tier,
            self._usd(claim.amount),
            standing,
        )

    def _item(
        self,
        item_id: str,
        statement: str,
        citation: Citation,
        says: str,
        parties: Sequence[PartyMention],
        filer: str | None,
        tier: SourceTier,
        figure: float | None,
        standing: str = "",
    ) -> QueueItem:
        sides = [*parties, PartyMention(role=Role.SOURCE, name=filer)] if filer else parties
        ids = dict.fromkeys(self._registry.resolve(party, "") for party in sides)
        entities = tuple(entity_id for entity_id in ids if entity_id in self._world.graph)
        known = min((self._known.get(entity_id, 0.0) for entity_id in entities), default=0.0)
        return QueueItem(
            item_id=item_id,
            statement_id=statement,
            citation=citation,
            says=says,
            names=tuple(dict.fromkeys(party.name for party in parties)),
            entities=entities,
            tier=tier,
            figure_usd=figure,
            could_move_usd=figure * figure / (figure + known) if figure else figure,
            standing=standing,
            before=open_again(self._states, citation),
        )

    def _usd(self, amount: Amount | None) -> float | None:
        central = amount.central if amount is not None else None
        if amount is None or central is None or amount.currency not in self._rates:
            return None
        return float(central) * self._rates[amount.currency]


def _known_usd(world: World) -> dict[str, float]:
    """The largest column of each entity over its flows in sums, given and received."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for source, target, data in world.graph.edges(data=True):
        if data["standing"] == str(Standing.SHOWN):
            continue
        for column in _COLUMNS:
            high = data[f"{column}_high"]
            size = data[f"{column}_low"] if high is None else high
            for entity_id in {source, target}:
                sums[entity_id, column] += size
    known: dict[str, float] = defaultdict(float)
    for (entity_id, _), size in sums.items():
        known[entity_id] = max(known[entity_id], size)
    return dict(known)


def _rates(world: World) -> dict[str, float]:
    """Dollars for one unit of a currency, by the latest rate not after the snapshot's date."""
    rates = {"USD": 1.0}
    for rate in sorted(world.contents.fx, key=lambda rate: rate.as_of.last_day()):
        if rate.as_of.last_day() <= world.as_of.last_day():
            rates[rate.currency] = float(rate.usd_per_unit)
    return rates
