"""Who is who: the entities we know, and an answer for every mention of a party.

Order of trust: an id given by a curated row, a CIK, a human judgement, then the exact plain name or
alias. A similar name is never enough to merge; it only becomes a candidate that people are
shown. A name nobody answers to becomes a provisional entity of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graphbuild.records.claim import PartyMention
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.records.keys import slug
from graphbuild.resolve.names import plain_name

_CANDIDATE_SCORE = 88.0
"""Similarity (0-100) from which a known name is shown as a candidate for an unknown one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known entity that an unresolved name resembles; `score` runs from 0 to 100."""

    name: str
    entity_id: str
    candidate_id: str
    score: float


class Registry:
    """Entities and the names that lead to them; grows by provisional and unnamed parties."""

    def __init__(self, entities: Iterable[Entity], judgements: Sequence[Judgement] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self.issues: list[Issue] = []
        self._by_cik: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self._ambiguous: set[str] = set()
        for entity in entities:
            self._add_known(entity)
        self._known_names = sorted(self._by_name)
        self._different: set[frozenset[str]] = set()
        for judgement in judgements:
            self._apply(judgement)

    def resolve(self, mention: PartyMention, counterparty: str) -> str:
        """The entity id a mention stands for; unknown names get a provisional entity.

        `counterparty` names the other side, so that "Customer A" of one filer is never
        "Customer A" of another.
        """
        if mention.entity_id is not None and mention.entity_id in self.entities:
            return mention.entity_id
        if mention.is_unnamed:
            return self._unnamed(mention.name, counterparty)
        if mention.cik and mention.cik.lstrip("0") in self._by_cik:
            return self._by_cik[mention.cik.lstrip("0")]
        known = self._by_name.get(plain_name(mention.name))
        return known if known is not None else self._provisional(mention)

    def owner(self, entity_id: str) -> str:
        """The entity at the top of the owner chain; sponsors and joint ventures do not count."""
        seen = {entity_id}
        while (entity := self.entities.get(entity_id)) and entity.parent_relation == "owner":
            if entity.parent_id is None or entity.parent_id in seen:
                break
            entity_id = entity.parent_id
            seen.add(entity_id)
        return entity_id

    def candidates(self) -> list[Candidate]:
        """Known entities that provisional names resemble, best first, for people to judge."""
        found = []
        for entity in self.entities.values():
            if not entity.is_provisional or entity.kind is EntityKind.UNNAMED:
                continue
            plain = plain_name(entity.name)
            for name, score, _ in process.extract(
                plain, self._known_names, scorer=fuzz.token_set_ratio, limit=3
            ):
                other = self._by_name[name]
                pair = frozenset({entity.entity_id, other})
                if score >= _CANDIDATE_SCORE and pair not in self._different:
                    found.append(Candidate(entity.name, entity.entity_id, other, round(score, 1)))
        return sorted(found, key=lambda c: (-c.score, c.entity_id, c.candidate_id))

    def _add_known(self, entity: Entity) -> None:
        self.entities[entity.entity_id] = entity
        if entity.cik:
            self._by_cik.setdefault(entity.cik.lstrip("0"), entity.entity_id)
        if entity.is_group:  # "Banks (group)" must not answer to the word "banks"
            return
        for name in (entity.name, entity.entity_id.replace("-", " "), *entity.aliases):
            self._add_name(plain_name(name), entity.entity_id)

    def _add_name(self, plain: str, entity_id: str) -> None:
        if not plain or plain in self._ambiguous:
            return
        holder = self._by_name.setdefault(plain, entity_id)
        if holder != entity_id:
            del self._by_name[plain]
            self._ambiguous.add(plain)
            self.issues.append(
                Issue(
                    stage="resolve",
                    severity=Severity.WARNING,
                    code="ambiguous-name",
                    where=f"entities.csv, {holder} and {entity_id}",
                    message=f"both answer to {plain!r}; the name now leads to neither",
                    advice="remove the alias from one of them",
                )
            )

    def _apply(self, judgement: Judgement) -> None:
        left, right = judgement.left, judgement.right
        if judgement.verdict is Verdict.DIFFERENT:
            self._different.add(frozenset({left, right}))
            return
        if judgement.verdict is not Verdict.SAME:
            return
        target = next((side for side in (left, right) if side in self.entities), None)
        if target is None:
            self.issues.append(
                Issue(
                    stage="resolve",
                    severity=Severity.WARNING,
                    code="judgement-without-entity",
                    where=f"judgements.csv, {left} = {right}",
                    message="neither side is a curated entity",
                    advice="put the entity into entities.csv, or use its entity_id",
                )
            )
            return
        other = right if target == left else left
        if other in self.entities:
            self.issues.append(
                Issue(
                    stage="resolve",
                    severity=Severity.ERROR,
                    code="merge-refused",
                    where=f"judgements.csv, {left} = {right}",
                    message="both are curated entities with ids of their own",
                    advice="merge the two rows of entities.csv instead",
                )
            )
            return
        self._by_name[plain_name(other.replace("-", " "))] = target

    def _unnamed(self, label: str, counterparty: str) -> str:
        entity_id = f"unnamed:{label}@{counterparty}"
        if entity_id not in self.entities:
            other = self.entities.get(counterparty)
            of = other.name if other else counterparty
            self.entities[entity_id] = Entity(
                entity_id=entity_id,
                name=f"{label.replace('-', ' ').capitalize()} of {of} (not named)",
                kind=EntityKind.UNNAMED,
                is_group=True,
                is_provisional=True,
            )
        return entity_id

    def _provisional(self, mention: PartyMention) -> str:
        entity_id = slug(plain_name(mention.name)) or slug(mention.name) or "unreadable-name"
        holder = self.entities.get(entity_id)
        if holder is not None and not holder.is_provisional:
            entity_id = f"{entity_id}-unlisted"  # the id of a group, which answers to no name
        if entity_id not in self.entities:
            self.entities[entity_id] = Entity(
                entity_id=entity_id,
                name=mention.name,
                kind=EntityKind.UNKNOWN,
                cik=mention.cik,
                is_provisional=True,
            )
            if mention.cik:
                self._by_cik.setdefault(mention.cik.lstrip("0"), entity_id)
        self._by_name.setdefault(plain_name(mention.name), entity_id)
        return entity_id
