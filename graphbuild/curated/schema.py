"""The shape of every curated table: one model a table, one field a column.

Lives here: the tables and the registry of them (`deal_row` and `reviews` hold the
long ones). Not here: reading
files (`reading`), rules between rows and tables (`checks`), what rows become (`deals`,
`entities`, `figures`). ``data/README.md`` says the same in words for people who edit the tables.
"""

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from graphbuild.curated.columns import (
    Accession,
    Address,
    Cik,
    Country,
    Currency,
    Date,
    Fraction,
    Lei,
    Money,
    Row,
    SignedMoney,
    Slug,
    Text,
    Words,
    fault,
)
from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.metrics import Metric
from graphbuild.curated.reviews import ReviewRow
from graphbuild.records.claim import Verification
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import EntityKind, ParentRelation
from graphbuild.records.figure import FigureKind
from graphbuild.records.judgement import Verdict

NO_FORMS = "none"
"""In ``watchlist.csv``: a private company, or one whose filings we knowingly leave out."""


class EventRow(Row):
    """``events.csv``: something that happened to a deal and is no deal itself."""

    identity: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: Slug
    event: Literal["waiver", "force_majeure", "distribution", "stake_sale", "default", "amendment"]
    party: Slug
    counterparty: Slug | None = None
    deal_id: Slug | None = None
    amount_usd_m: Money | None = None
    date: Date
    source_url: Address | None = None
    second_url: Address | None = None
    accession: Accession | None = None
    source_date: Date | None = None
    verification: Verification
    confidence: Fraction
    note: str = ""


class EntityRow(Row):
    """``entities.csv``: one party; `aliases` are separated by ``|``."""

    identity: ClassVar[tuple[str, ...]] = ("entity_id",)

    may_be_absent: ClassVar[frozenset[str]] = frozenset({"lei"})

    entity_id: Slug
    name: Text
    kind: EntityKind
    parent_id: Slug | None = None
    parent_relation: ParentRelation | None = None
    parent_from: Date | None = None
    country: Country | None = None
    ticker: str | None = None
    cik: Cik | None = None
    lei: Lei | None = None
    aliases: Words = ()

    @model_validator(mode="after")
    def _parent_is_explained(self) -> Self:
        if (self.parent_id is None) != (self.parent_relation is None):
            empty = "parent_id" if self.parent_id is None else "parent_relation"
            message = "parent_id and parent_relation go together"
            raise fault("empty-field", empty, message, "fill both or none")
        return self


class FigureRow(Row):
    """``fundamentals.csv``: one metric of one entity in one period or at one date."""

    identity: ClassVar[tuple[str, ...]] = ("entity_id", "metric", "kind", "period", "counterparty")

    entity_id: Slug
    metric: Metric
    kind: FigureKind
    period: Text
    period_start: Date
    period_end: Date
    value_usd_m: SignedMoney | None = None
    share: Fraction | None = None
    counterparty: Slug | None = None
    known_on: Date | None = None
    source_url: Address | None = None
    accession: Accession | None = None
    verification: Verification
    note: str = ""

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.value_usd_m is None and self.share is None:
            raise fault("empty-field", "value_usd_m", "neither a value nor a share", "fill one")
        if self.period_start.first_day() > self.period_end.last_day():
            message = f"period_start {self.period_start} is after period_end {self.period_end}"
            raise fault("bad-date", "period_start", message, "correct one of them")
        if self.verification is not Verification.SECONDARY and not (
            self.source_url or self.accession
        ):
            message = f"empty although verification is '{self.verification}'"
            raise fault("empty-field", "source_url", message, "or verification 'secondary'")
        return self


class AssumptionRow(Row):
    """``assumptions.csv``: a range used where no deal-specific figure exists."""

    identity: ClassVar[tuple[str, ...]] = ("key",)

    key: Text
    low: SignedMoney
    high: SignedMoney
    unit: Literal["fraction", "years", "multiple"]
    source: str = ""
    url: Address | None = None
    as_of: Date | None = None
    note: str = ""

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.low > self.high:
            message = f"low {self.low} exceeds high {self.high}"
            raise fault("low-over-high", "low", message, "low <= high")
        if self.unit == "fraction" and self.high > 1:
            raise fault("bad-number", "high", f"{self.high} is not a fraction", "0 to 1")
        if self.source and self.as_of is None:
            advice = "a named source has a date; leave source empty if the range is assumed"
            raise fault("empty-field", "as_of", "empty although source is filled", advice)
        return self


class FxRow(Row):
    """``fx.csv``: US dollars for one unit of a currency on a date."""

    identity: ClassVar[tuple[str, ...]] = ("currency", "as_of")

    currency: Currency
    usd_per_unit: Money = Field(gt=0)
    as_of: Date
    source: Text
    url: Address | None = None
    note: str = ""


class JudgementRow(Row):
    """``judgements.csv``: two names or ids are the same party, or are not."""

    identity: ClassVar[tuple[str, ...]] = ("left", "right")

    left: Text
    right: Text
    verdict: Verdict
    decided_on: Date
    reason: str = ""


class WatchRow(Row):
    """``watchlist.csv``: whose filings are fetched; `forms` is ``10-K|8-K`` or ``none``."""

    identity: ClassVar[tuple[str, ...]] = ("entity_id",)

    entity_id: Slug
    cik: Cik | None = None
    forms: Words = Field(min_length=1)
    note: str = ""

    @model_validator(mode="after")
    def _forms_need_a_cik(self) -> Self:
        if self.forms != (NO_FORMS,) and (NO_FORMS in self.forms or self.cik is None):
            message = f"forms {'|'.join(self.forms)} and cik {self.cik or 'empty'}"
            advice = "private companies need forms = none; others a cik and their forms"
            raise fault("bad-value", "forms", message, advice)
        return self

    @property
    def is_watched(self) -> bool:
        """Whether anything is to be fetched."""
        return self.forms != (NO_FORMS,)


class FeedRow(Row):
    """``feeds.csv``: a public RSS or Atom feed; an empty `verified_on` means nobody tried it."""

    identity: ClassVar[tuple[str, ...]] = ("feed_id",)

    feed_id: Slug
    name: Text
    url: Address
    publisher: Slug | None = None
    tier: SourceTier
    language: str = ""
    verified_on: Date | None = None
    note: str = ""


class ExpectationRow(Row):
    """``expectations.csv``: a count below `minimum` stops a build, above `maximum` warns."""

    identity: ClassVar[tuple[str, ...]] = ("name",)

    name: Text
    minimum: int = Field(ge=0)
    maximum: int | None = Field(default=None, ge=0)
    note: str = ""


class IgnoredRow(Row):
    """``ignored.csv``: what we knowingly leave out, and why."""

    identity: ClassVar[tuple[str, ...]] = ("subject", "figure")

    subject: Text
    figure: str = ""
    reason: Text
    url: Address | None = None
    noted_on: Date


TABLES: tuple[tuple[str, type[Row]], ...] = (
    ("entities.csv", EntityRow),
    ("deals.csv", DealRow),
    ("events.csv", EventRow),
    ("fundamentals.csv", FigureRow),
    ("assumptions.csv", AssumptionRow),
    ("fx.csv", FxRow),
    ("judgements.csv", JudgementRow),
    ("watchlist.csv", WatchRow),
    ("feeds.csv", FeedRow),
    ("expectations.csv", ExpectationRow),
    ("ignored.csv", IgnoredRow),
    ("reviews.csv", ReviewRow),
)
"""Every curated table, in the order they are read and enter the digest."""
