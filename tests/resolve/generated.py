"""A world that is known because we made it: entities, deals, and what sources make of them.

`generate` draws from one seeded generator. Truth is in `World`: which entity each mention means
and which deal each claim tells of. The noise is what filings and newspapers do: capitals, legal
forms, share classes, abbreviations, former names, misspellings; roundings, units a thousandfold
wrong, late retellings, amendments, balances of several dates, several contracts of the same two.
"""

import datetime as dt
import random
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, about, exact
from graphbuild.records.period import PartialDate

_FIRST = (
    "Amber", "Anchor", "Apex", "Argent", "Aster", "Atlas", "Aurora", "Axiom", "Banner", "Basalt",
    "Beacon", "Birch", "Boreal", "Bright", "Cabot", "Cairn", "Canyon", "Cardinal", "Cedar",
    "Cinder", "Clarion", "Cobalt", "Copper", "Coral", "Crest", "Cypress", "Dalton", "Delta",
    "Dover", "Drift", "Eagle", "Ember", "Falcon", "Fathom", "Fern", "Flint", "Forge", "Foxglove",
    "Garnet", "Glacier", "Granite", "Harbor", "Hazel", "Helios", "Heron", "Hollow", "Indigo",
    "Iris", "Ivory", "Jasper", "Juniper", "Kestrel", "Keystone", "Lantern", "Larch", "Linden",
    "Lodestar", "Lumen", "Maple", "Meridian", "Mesa", "Mica", "Mistral", "Nimbus", "North",
    "Oakline", "Obsidian", "Onyx", "Opal", "Orchard", "Osprey", "Pacific", "Palisade", "Pine",
    "Plover", "Quarry", "Quartz", "Raven", "Redwood", "Ridge", "Rowan", "Saffron", "Sable",
    "Sierra", "Slate", "Solstice", "Sparrow", "Summit", "Tamarack", "Teal", "Thistle", "Timber",
    "Topaz", "Umber", "Vale", "Vesper", "Walnut", "Willow", "Yarrow", "Zenith", "Zephyr",
)  # fmt: skip
_SECOND = (
    "Compute", "Cloud", "Data", "Semiconductor", "Networks", "Systems", "Power", "Energy",
    "Capital", "Ventures", "Partners", "Holdings", "Digital", "Robotics", "Photonics", "Storage",
    "Infrastructure", "Properties", "Materials", "Labs", "Intelligence", "Software",
    "Technologies", "Credit", "Investment", "Financial", "International", "Industries",
)  # fmt: skip
_FORMS = (", Inc.", " Inc", " Corp.", " Corporation", " LLC", ", L.P.", " Ltd", " plc", " N.V.", "")
_SHORT = {
    "Holdings": "Hldgs", "International": "Intl", "Partners": "Ptnrs", "Financial": "Finl",
    "Investment": "Invt", "Properties": "Pptys", "Industries": "Inds", "Systems": "Sys",
    "Capital": "Cap", "Semiconductor": "Semicon",
}  # fmt: skip
_INSTRUMENTS = (
    InstrumentId.LOAN, InstrumentId.EQUITY, InstrumentId.CLOUD_CONTRACT, InstrumentId.BOND,
    InstrumentId.SUPPLY_CONTRACT, InstrumentId.LEASE, InstrumentId.GUARANTEE,
)  # fmt: skip
_START = dt.date(2023, 1, 2)


@dataclass(frozen=True)
class World:
    """Claims with their truth: `deal_of` by claim id, `entity_of` by (claim id, role)."""

    seed: int
    curated: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    deal_of: dict[str, int]
    entity_of: dict[tuple[str, Role], int]
    committed: dict[int, Decimal]


@dataclass(frozen=True)
class _Party:
    number: int
    name: str
    former: str
    cik: str | None
    entity_id: str | None


def generate(seed: int, entities: int, deals: int, claims: int) -> World:
    """A world of about `claims` claims; a deal has at least one."""
    draw = random.Random(seed)
    parties = _parties(draw, entities)
    made: list[Claim] = []
    deal_of: dict[str, int] = {}
    entity_of: dict[tuple[str, Role], int] = {}
    committed: dict[int, Decimal] = {}
    ends: list[tuple[_Party, _Party, InstrumentId]] = []
    left = claims
    for number in range(deals):
        count = max(1, round(left / (deals - number) * draw.uniform(0.3, 1.7)))
        source, target = draw.sample(parties, 2)
        kind = draw.choice(_INSTRUMENTS)
        if ends and draw.random() < 0.2:  # another contract of the same two
            source, target, before = draw.choice(ends)
            kind = before if draw.random() < 0.5 else kind
        ends.append((source, target, kind))
        story = _Story(draw, number, source, target, kind)
        for claim in story.tell(count):
            made.append(claim)
            deal_of[claim.claim_id] = number
            entity_of[claim.claim_id, Role.SOURCE] = source.number
            entity_of[claim.claim_id, Role.TARGET] = target.number
        committed[number] = story.amount
        left -= count
    draw.shuffle(made)
    curated = tuple(_entity(party) for party in parties if party.entity_id)
    return World(seed, curated, tuple(made), deal_of, entity_of, committed)


def _parties(draw: random.Random, count: int) -> list[_Party]:
    names: list[str] = []
    stems = [f"{a} {b}" for a in _FIRST for b in _SECOND]
    draw.shuffle(stems)
    while len(names) < count:
        stem = stems[len(names) % len(stems)]
        if draw.random() < 0.08 and len(names) + 3 < count:  # a series of vehicles
            stem = f"{stem} Acquisition Co."
            names += [f"{stem} {roman}, LLC" for roman in ("II", "IV", "VII")]
            continue
        twice = len(names) // len(stems)
        again = f" {draw.choice(_FIRST)}" * twice
        names.append(f"{stem}{again}{draw.choice(_FORMS)}")
    parties = []
    for number, name in enumerate(names[:count]):
        former = f"{draw.choice(_FIRST)}{draw.choice(_FIRST).lower()} {number} Acquisition Vehicle"
        parties.append(
            _Party(
                number=number,
                name=name,
                former=former,
                cik=str(1_000_000 + number) if draw.random() < 0.6 else None,
                entity_id=f"known-{number}" if draw.random() < 0.4 else None,
            )
        )
    return parties


def _entity(party: _Party) -> Entity:
    return Entity(
        entity_id=party.entity_id or "",
        name=party.name,
        kind=EntityKind.OTHER,
        cik=party.cik,
        aliases=(party.former,),
    )


def _written(draw: random.Random, party: _Party) -> tuple[str, str | None]:
    """The name as one source writes it, and the CIK where the source gives it."""
    cik = party.cik if draw.random() < 0.35 else None
    name, chance = party.name, draw.random()
    if chance < 0.25:
        name = name.upper().replace(",", "")
    elif chance < 0.35:
        name = name.replace(", Inc.", " Inc").replace(" Corp.", " Corporation")
    elif chance < 0.45:
        name = " ".join(_SHORT.get(word, word) for word in name.split())
    elif chance < 0.50:
        name = f"{name.upper().replace(',', '')} /DE/"
    elif chance < 0.53:
        name = f"The {name}"
    elif chance < 0.55:
        name = party.former if party.entity_id or cik else name
    elif chance < 0.555:  # a misspelling: only people can tell
        middle = len(name) // 3
        name = name[:middle] + name[middle + 1 :]
    return name, cik


class _Story:
    """One deal and what is told of it."""

    def __init__(
        self,
        draw: random.Random,
        number: int,
        source: _Party,
        target: _Party,
        kind: InstrumentId,
    ) -> None:
        self._draw, self._number = draw, number
        self._source, self._target = source, target
        self._kind = kind
        self._day = _START + dt.timedelta(days=draw.randrange(1200))
        digits = draw.choice((1, 2, 3, 4))
        size = Decimal(draw.randrange(10 ** (digits - 1), 10**digits))
        self.amount = size.scaleb(draw.randrange(7, 11) - digits + 1)
        self._facility = f"DDTL {number}.0" if draw.random() < 0.4 else ""
        is_debt = self._kind in (InstrumentId.LOAN, InstrumentId.BOND)
        self._ends = PartialDate(f"{self._day.year + 5}-{self._day.month:02d}") if is_debt else None
        self._is_amended = draw.random() < 0.12

    def tell(self, count: int) -> list[Claim]:
        """The first filing, then relays, balances, slips, and the amendment if there is one."""
        told = [self._claim(0, self._day, SourceTier.FILING)]
        amended_on = self._day + dt.timedelta(days=self._draw.randrange(60, 300))
        for index in range(1, count):
            chance = self._draw.random()
            if self._is_amended and index == count - 1:
                self.amount = self.amount * Decimal("1.2")
                told.append(
                    replace(
                        self._claim(index, amended_on, SourceTier.FILING), status=Status.AMENDED
                    )
                )
            elif chance < 0.45:
                told.append(self._relay(index))
            elif chance < 0.65:
                told.append(self._balance(index))
            elif chance < 0.67:
                told.append(self._slip(index))
            else:
                later = self._day + dt.timedelta(days=self._draw.randrange(0, 6))
                told.append(self._claim(index, later, SourceTier.EXHIBIT))
        return told

    def _relay(self, index: int) -> Claim:
        """A newspaper's rounding, some days later, often without the facility."""
        late = self._draw.random() < 0.15
        day = self._day + dt.timedelta(days=self._draw.randrange(9, 45) if late else 4)
        claim = self._claim(index, day, SourceTier.NEWS)
        digits = self._draw.choice((2, 2, 3))
        step = Decimal(10) ** (self.amount.adjusted() - digits + 1)
        rounded = (self.amount / step).to_integral_value() * step
        return replace(claim, amount=about(rounded), terms=Terms(), ends_on=None)

    def _balance(self, index: int) -> Claim:
        """What a report says is outstanding or paid at a quarter's end."""
        day = self._day + dt.timedelta(days=self._draw.randrange(90, 500))
        claim = self._claim(index, day, SourceTier.FILING, known_after=40)
        part = Decimal(self._draw.randrange(10, 90)) / 100
        return replace(
            claim, amount=exact(self.amount * part), measure=Measure.OUTSTANDING,
            status=Status.FUNDED,
        )  # fmt: skip

    def _slip(self, index: int) -> Claim:
        day = self._day + dt.timedelta(days=self._draw.randrange(0, 9))
        claim = self._claim(index, day, SourceTier.NEWS)
        return replace(claim, amount=exact(self.amount * 1000), terms=Terms())

    def _claim(self, index: int, day: dt.date, tier: SourceTier, known_after: int = 1) -> Claim:
        source, source_cik = _written(self._draw, self._source)
        target, target_cik = _written(self._draw, self._target)
        identifier = f"clm-{self._draw.getrandbits(48):012x}"
        known = day + dt.timedelta(days=known_after)
        document = f"doc-{self._number}-{index}"
        return Claim(
            claim_id=identifier,
            citation=Citation(document_id=document, path="made.htm", quote="", start=-1, end=-1),
            instrument=self._kind,
            parties=(
                PartyMention(role=Role.SOURCE, name=source, cik=source_cik),
                PartyMention(role=Role.TARGET, name=target, cik=target_cik),
            ),
            amount=exact(self.amount),
            measure=Measure.COMMITTED,
            status=Status.SIGNED,
            tier=tier,
            pattern="made/1",
            agreed_on=PartialDate(day.isoformat()),
            known_on=PartialDate(known.isoformat()),
            ends_on=self._ends,
            terms=Terms(facility=self._facility),
        )
