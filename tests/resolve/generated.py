"""A world that is known because we made it: entities, deals, and what sources make of them.

`generate` draws from one seeded generator. Truth is in `World`: which entity each mention means
and which deal each claim tells of. The noise is what filings and newspapers do: names as in
`generated_names`; roundings to one, two or three digits; units a thousandfold wrong, up or down;
late retellings, annual reports that tell an old agreement again, dates of which only the month is
told or none; amendments up and down, told by both sides and by newspapers; balances of several
dates; increments; terminations; several contracts of the same two, also of one size.
"""

import datetime as dt
import random
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, about, exact, undisclosed
from graphbuild.records.period import PartialDate
from tests.resolve.generated_names import Party, make_parties, row_of, write_name

_INSTRUMENTS = (
    InstrumentId.LOAN, InstrumentId.EQUITY, InstrumentId.CLOUD_CONTRACT, InstrumentId.BOND,
    InstrumentId.SUPPLY_CONTRACT, InstrumentId.LEASE, InstrumentId.GUARANTEE,
)  # fmt: skip
_START = dt.date(2023, 1, 2)


@dataclass(frozen=True)
class World:
    """Claims with their truth: `deal_of` by claim id, `entity_of` by (claim id, role).

    `committed` is each deal's true size at the end, nothing for a terminated one.
    """

    seed: int
    curated: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    deal_of: dict[str, int]
    entity_of: dict[tuple[str, Role], int]
    committed: dict[int, Decimal]


def generate(seed: int, entities: int, deals: int, claims: int) -> World:
    """A world of about `claims` claims; a deal has at least one."""
    draw = random.Random(seed)
    parties = make_parties(draw, entities)
    made: list[Claim] = []
    deal_of: dict[str, int] = {}
    entity_of: dict[tuple[str, Role], int] = {}
    committed: dict[int, Decimal] = {}
    ends: list[tuple[Party, Party, InstrumentId]] = []
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
        committed[number] = Decimal(0) if story.is_over else story.amount
        left -= count
    draw.shuffle(made)
    curated = tuple(row_of(party) for party in parties if party.entity_id)
    return World(seed, curated, tuple(made), deal_of, entity_of, committed)


class _Story:
    """One deal and what is told of it."""

    def __init__(
        self, draw: random.Random, number: int, source: Party, target: Party, kind: InstrumentId
    ) -> None:
        self._draw, self._number = draw, number
        self._source, self._target = source, target
        self._kind = kind
        self._day = _START + dt.timedelta(days=draw.randrange(1200))
        digits = draw.choice((1, 2, 2, 3, 3, 4, 4))
        size = Decimal(draw.randrange(10 ** (digits - 1), 10**digits))
        self.amount = size.scaleb(draw.randrange(7, 11) - digits + 1)
        self.is_over = False
        self._facility = f"DDTL {number}.0" if draw.random() < 0.4 else ""
        is_debt = self._kind in (InstrumentId.LOAN, InstrumentId.BOND)
        self._ends = PartialDate(f"{self._day.year + 5}-{self._day.month:02d}") if is_debt else None
        self._is_increment = draw.random() < 0.04
        self._factor = Decimal(draw.choice(("0.7", "1.1", "1.2", "1.25", "1.5")))
        self._least = self.amount * min(self._factor, Decimal(1))

    def tell(self, count: int) -> list[Claim]:
        """The first filing and what follows; then, of some, what changed or ended them."""
        told = [self._claim(0, self._day, SourceTier.FILING)]
        fate = self._draw.random()
        last = count - (2 if fate < 0.05 else 1 if fate < 0.15 else 0)
        told += [self._again(index) for index in range(1, max(last, 1))]
        if count > 2 and fate < 0.12:
            told += self._amendment(range(len(told), count))
        elif count > 1 and fate < 0.15:
            told.append(self._ending(count - 1))
        return told

    def _again(self, index: int) -> Claim:
        chance = self._draw.random()
        if chance < 0.40:
            return self._relay(index, self._day)
        if chance < 0.58:
            return self._balance(index)
        if chance < 0.61:
            return self._slip(index)
        if chance < 0.72:
            return self._retold(index)
        later = self._day + dt.timedelta(days=self._draw.randrange(0, 6))
        return self._claim(index, later, SourceTier.EXHIBIT)

    def _amendment(self, indices: range) -> list[Claim]:
        """A new size, told by a filing and, where there is room, by a newspaper."""
        day = self._day + dt.timedelta(days=self._draw.randrange(60, 300))
        self.amount *= self._factor
        told = []
        for index in indices:
            if index == indices[0]:
                claim = self._claim(index, day, SourceTier.FILING)
            else:
                claim = self._relay(index, day)
            told.append(replace(claim, status=Status.AMENDED, pattern=f"amended {claim.pattern}"))
        return told

    def _ending(self, index: int) -> Claim:
        day = self._day + dt.timedelta(days=self._draw.randrange(700, 1000))
        self.is_over = True
        claim = self._claim(index, day, SourceTier.FILING)
        amount = claim.amount if self._draw.random() < 0.5 else undisclosed()
        return replace(claim, status=Status.TERMINATED, amount=amount, pattern="ended")

    def _relay(self, index: int, first: dt.date) -> Claim:
        """A newspaper's rounding, some days later, without facility or maturity."""
        late = self._draw.random() < 0.15
        day = first + dt.timedelta(days=self._draw.randrange(9, 45) if late else 4)
        claim = self._claim(index, day, SourceTier.NEWS)
        digits = self._draw.choice((1, 2, 2, 2, 2, 3, 3, 3))
        step = Decimal(10) ** (self.amount.adjusted() - digits + 1)
        rounded = (self.amount / step).to_integral_value() * step
        told = self._draw.random()
        when = claim.agreed_on if told < 0.7 else PartialDate(f"{day:%Y-%m}")
        return replace(
            claim, amount=about(rounded), terms=Terms(), ends_on=None,
            agreed_on=None if told > 0.9 else when, pattern="relayed",
        )  # fmt: skip

    def _retold(self, index: int) -> Claim:
        """An annual report that tells an old agreement again, with its date."""
        claim = self._claim(index, self._day, SourceTier.AUDITED_FILING)
        known = self._day + dt.timedelta(days=self._draw.randrange(100, 700))
        return replace(claim, known_on=PartialDate(known.isoformat()), pattern="retold")

    def _balance(self, index: int) -> Claim:
        """What a report says is outstanding or paid at a quarter's end."""
        day = _quarter_end(self._day + dt.timedelta(days=self._draw.randrange(90, 500)))
        claim = self._claim(index, day, SourceTier.FILING, known_after=40)
        part = Decimal(self._draw.randrange(10, 90)) / 100
        return replace(
            claim, amount=exact(self._least * part), measure=Measure.OUTSTANDING,
            status=Status.FUNDED, pattern="balance",
        )  # fmt: skip

    def _slip(self, index: int) -> Claim:
        day = self._day + dt.timedelta(days=self._draw.randrange(0, 9))
        claim = self._claim(index, day, SourceTier.NEWS)
        unit = Decimal(1000) if self._draw.random() < 0.7 else Decimal("0.001")
        return replace(claim, amount=exact(self.amount * unit), terms=Terms(), pattern="slip")

    def _claim(self, index: int, day: dt.date, tier: SourceTier, known_after: int = 1) -> Claim:
        source, source_cik = write_name(self._draw, self._source)
        target, target_cik = write_name(self._draw, self._target)
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
            pattern="told",
            agreed_on=PartialDate(day.isoformat()),
            known_on=PartialDate(known.isoformat()),
            ends_on=self._ends if self._draw.random() < 0.8 else None,
            is_increment=self._is_increment and index == 0,
            terms=Terms(facility=self._facility if self._draw.random() < 0.7 else ""),
        )


def _quarter_end(day: dt.date) -> dt.date:
    """The last day of the quarter a day is in."""
    month = (day.month - 1) // 3 * 3 + 3
    following = dt.date(day.year + month // 12, month % 12 + 1, 1)
    return following - dt.timedelta(days=1)
