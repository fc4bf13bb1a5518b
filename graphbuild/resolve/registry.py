"""Who is who: the entities we know, and an answer for every mention of a party.

Order of trust: an id given by a curated row, a CIK, an LEI, a ticker, a human judgement, then the
exact plain name or alias. A similar name is never enough to merge; it only becomes a candidate that
people are shown (`candidates`). A name nobody answers to becomes a provisional entity of its own.

`learn` reads all mentions before the first is resolved, so that a name which one document gives
with its CIK leads to the same party in a document that gives it without, in whatever order they
come.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence

from graphbuild.errors import ResolveError
from graphbuild.records.claim import Claim, PartyMention
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.identifiers import is_lei
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.records.keys import content_id, slug
from graphbuild.resolve.candidates import Candidate, find_candidates
from graphbuild.resolve.identity import Identities, Link, Refusal, path_in_words
from graphbuild.resolve.mentions import KINDS, identifiers, told_apart
from graphbuild.resolve.names import legal_form, name_key, plain_name


class Registry:
    """Entities and the names that lead to them; grows by provisional and unnamed parties."""

    def __init__(self, entities: Iterable[Entity], judgements: Sequence[Judgement] = ()) -> None:
        self.entities: dict[str, Entity] = {}
        self.issues: list[Issue] = []
        self._same = Identities()
        self._ambiguous: set[str] = set()
        self._told_apart: frozenset[str] = frozenset()
        self._written: dict[str, str] = {}
        self._first_seen: dict[str, str] = {}
        self._made: dict[str, str] = {}
        self._add_known(tuple(entities))
        self._different: set[frozenset[str]] = set()
        self._judge(judgements)

    def learn(self, claims: Iterable[Claim]) -> None:
        """Take in which names and identifiers documents use for one party, in whatever order."""
        claims = tuple(claims)
        self._told_apart |= told_apart(claims)
        given: dict[str, dict[str, set[str]]] = {kind: defaultdict(set) for kind in KINDS}
        pairs: set[tuple[str, str]] = set()
        for claim in claims:
            date = str(claim.known_on.last_day()) if claim.known_on else "9999"
            for party in claim.parties:
                if party.is_unnamed or party.entity_id in self.entities:
                    continue
                plain = self._plain(party.name)
                self._note_writing(plain, party.name)
                self._first_seen[plain] = min(date, self._first_seen.get(plain, date))
                points = identifiers(party)
                pairs.update(itertools.pairwise(points))
                for point in points:
                    given[point.partition(":")[0]][plain].add(point)
        for left, right in sorted(pairs):
            self._join(left, right, "given together by a document")
        for kind in KINDS:
            for plain, found in sorted(given[kind].items()):
                self._link_identifiers(kind, plain, sorted(found))

    def resolve(self, mention: PartyMention, counterparty: str) -> str:
        """The entity id a mention stands for; unknown names get a provisional entity.

        `counterparty` names the other side, so that "Customer A" of one filer is never
        "Customer A" of another.
        """
        if mention.entity_id is not None and mention.entity_id in self.entities:
            return mention.entity_id
        if mention.is_unnamed:
            return self._unnamed(mention.name, counterparty)
        plain = self._plain(mention.name)
        self._note_writing(plain, mention.name)
        for point in identifiers(mention):
            if point not in self._same and plain not in self._ambiguous:
                self._same.join(f"name:{plain}", point, "named so by a document")
            if point in self._same:
                return self._entity_of(point, plain)
        return self._entity_of(f"name:{plain}", plain)

    def owner(self, entity_id: str) -> str:
        """The entity at the top of the owner chain; sponsors and joint ventures do not count."""
        seen = {entity_id}
        while (entity := self.entities.get(entity_id)) and entity.parent_relation == "owner":
            if entity.parent_id is None or entity.parent_id in seen:
                break
            entity_id = entity.parent_id
            seen.add(entity_id)
        return entity_id

    def why_same(self, left: str, right: str) -> tuple[Link, ...]:
        """The links that make two names, ids or CIKs one party; empty if nothing does."""
        return self._same.path(self._point(left), self._point(right))

    def check(self, judgement: Judgement) -> None:
        """Whether a judgement could be added to what is known.

        Raises
        ------
        ResolveError
            it contradicts what is known; the message tells the path that leads there.
        """
        left, right = self._point(judgement.left), self._point(judgement.right)
        if judgement.verdict is Verdict.SAME:
            refusal = self._same.join(left, right, "the new judgement")
            if refusal is not None:
                raise ResolveError(f"not added: {refusal}")
        elif judgement.verdict is Verdict.DIFFERENT and (
            left == right or self._same.root(left) == self._same.root(right)
        ):
            path = path_in_words(self._same.path(left, right)) or "they are one plain name"
            raise ResolveError(f"not added: they are one party already; {path}")

    def candidates(self) -> list[Candidate]:
        """Known entities that provisional names resemble, best first, for people to judge."""
        known = {
            point.removeprefix("name:"): entity_id
            for entity_id, entity in self.entities.items()
            if not entity.is_provisional and not entity.is_group
            for point in self._same.members(f"id:{entity_id}")
            if point.startswith("name:")
        }
        unknown = [
            (name_key(name), entity)
            for entity in self.entities.values()
            if entity.is_provisional and entity.kind is not EntityKind.UNNAMED
            for name in (entity.name, *entity.aliases)
        ]
        return [
            found
            for found in find_candidates(unknown, known)
            if frozenset({found.entity_id, found.candidate_id}) not in self._different
        ]

    def _add_known(self, entities: Sequence[Entity]) -> None:
        holders: dict[str, list[str]] = defaultdict(list)
        for entity in entities:
            self.entities[entity.entity_id] = entity
            point = f"id:{entity.entity_id}"
            self._same.root(point)
            for identifier in identifiers(entity):
                self._join(point, identifier, "its row in entities.csv")
            if entity.is_group:  # "Banks (group)" must not answer to the word "banks"
                continue
            for name in (entity.name, entity.entity_id.replace("-", " "), *entity.aliases):
                plain = name_key(name)
                if plain and entity.entity_id not in holders[plain]:
                    holders[plain].append(entity.entity_id)
        for plain, ids in holders.items():
            if len(ids) > 1:
                self._ambiguous.add(plain)
                self.issues.append(_ambiguous_issue(plain, ids))
            else:
                self._join(f"id:{ids[0]}", f"name:{plain}", "its row in entities.csv")

    def _judge(self, judgements: Sequence[Judgement]) -> None:
        for judgement in judgements:
            if judgement.verdict is Verdict.DIFFERENT:
                left, right = judgement.left, judgement.right
                self._different.add(frozenset({left, right}))
                why = f"were judged different on {judgement.decided_on}"
                self._same.keep_apart(self._point(left), self._point(right), why)
        for judgement in judgements:
            if judgement.verdict is Verdict.SAME:
                left, right = self._point(judgement.left), self._point(judgement.right)
                self._join(left, right, f"judged the same on {judgement.decided_on}")

    def _link_identifiers(self, kind: str, plain: str, points: Sequence[str]) -> None:
        """A name and the identifiers it was given for; one name of two filers leads to neither.

        A company may have several tickers.
        """
        name = f"name:{plain}"
        parties = {self._same.root(point) for point in points}
        is_known = self._same.one(name, "id") is not None
        if kind != "ticker" and len(parties) > 1 and not is_known:
            self._ambiguous.add(plain)
            holders = [point.replace("cik:", "CIK ").replace("lei:", "LEI ") for point in points]
            self.issues.append(_ambiguous_issue(plain, holders))
        for point in points:
            if plain not in self._ambiguous:
                self._join(name, point, "named so by a document")

    def _join(self, left: str, right: str, reason: str) -> None:
        refusal = self._same.join(left, right, reason)
        if refusal is not None:
            self._same.root(left), self._same.root(right)
            self.issues.append(_refusal_issue(refusal))

    def _point(self, words: str) -> str:
        """The point that an id, a CIK, an LEI, a ticker or a name means.

        "cik:1769628", "lei:..." and "ticker:CRWV"; digits alone are a CIK, an LEI needs no prefix.
        """
        if words in self.entities and not self.entities[words].is_provisional:
            return f"id:{words}"
        kind, _, rest = words.partition(":")
        digits = rest if kind == "cik" else words
        if digits.isdigit():
            return f"cik:{digits.lstrip('0')}"
        if kind in KINDS and rest:
            return f"{kind}:{rest.upper()}"
        if is_lei(words):
            return f"lei:{words}"
        return f"name:{self._plain(words.replace('-', ' '))}"

    def _plain(self, name: str) -> str:
        """The key of a name; with the legal form where a list tells companies apart by it."""
        key = name_key(name)
        if key not in self._told_apart:
            return key
        return f"{key} {legal_form(name)}".rstrip()

    def _note_writing(self, plain: str, name: str) -> None:
        before = self._written.get(plain, name)
        self._written[plain] = min(before, name, key=lambda text: (text.isupper(), text))

    def _entity_of(self, point: str, plain: str) -> str:
        root = self._same.root(point)
        known = self._same.one(root, "id")
        if known is not None:
            return known
        if root not in self._made:
            self._made[root] = self._provisional(root, plain)
        return self._made[root]

    def _provisional(self, root: str, plain: str) -> str:
        members = self._same.members(root)
        names = [p.removeprefix("name:") for p in members if p.startswith("name:")] or [plain]
        names.sort(key=lambda name: (self._first_seen.get(name, "9999"), name))
        cik, lei, ticker = (self._same.one(root, kind) for kind in KINDS)
        written = self._written.get(names[0], names[0])
        entity_id = slug(plain_name(written)) or slug(names[0]) or content_id("name", names[0])
        if names[0] in self._ambiguous and (cik or lei):
            entity_id = f"{entity_id}-{f'cik-{cik}' if cik else f'lei-{lei}'.lower()}"
        elif slug(names[0]) != entity_id and self._is_told_apart(names[0]):
            entity_id = slug(names[0])
        holder = self.entities.get(entity_id)
        if holder is not None and not holder.is_provisional:
            entity_id = f"{entity_id}-unlisted"  # the id of a row, which answers to no such name
        self.entities[entity_id] = Entity(
            entity_id=entity_id,
            name=written,
            kind=EntityKind.UNKNOWN,
            cik=cik,
            lei=lei,
            ticker=ticker,
            aliases=tuple(self._written.get(name, name) for name in names[1:]),
            is_provisional=True,
        )
        return entity_id

    def _is_told_apart(self, plain: str) -> bool:
        return any(plain == key or plain.startswith(f"{key} ") for key in self._told_apart)

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


def _ambiguous_issue(plain: str, holders: Sequence[str]) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.WARNING,
        code="ambiguous-name",
        where=f"entities.csv, {' and '.join(holders)}",
        message=f"all answer to {plain!r}; the name now leads to none of them",
        advice="remove the alias from all but one, or judge the name with 'graphbuild judge'",
    )


def _refusal_issue(refusal: Refusal) -> Issue:
    return Issue(
        stage="resolve",
        severity=Severity.ERROR if "judged" in refusal.link.reason else Severity.WARNING,
        code="merge-refused",
        where=f"{refusal.link.left} = {refusal.link.right}, {refusal.link.reason}",
        message=str(refusal),
        advice="correct the row, the judgement or the alias that is wrong; they stay apart",
    )
