"""``deals.csv``: its columns, and the rules one row can break by itself.

Lives here: `DealRow`. Not here: rules between rows (`checks`), what a row becomes (`deals`).
"""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from graphbuild.curated.columns import (
    Accession,
    Address,
    Currency,
    Date,
    Flag,
    Fraction,
    MaybeFlag,
    Money,
    PaidIn,
    Parties,
    Row,
    Slug,
    SourceType,
    fault,
)
from graphbuild.records.claim import Recourse, Status, Verification
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

MOVED_MEASURES = (Measure.DRAWN, Measure.OUTSTANDING, Measure.PAID)
LINKS = ("part_of", "superseded_by", "refinanced_by", "same_obligation_as", "tranche_of")
"""Columns that name one other row of the table; `overlaps` may name several."""


class DealRow(Row):
    """One agreement, or one part of it whose money is in another state. Amounts in millions."""

    identity: ClassVar[tuple[str, ...]] = ("deal_id",)
    may_be_absent: ClassVar[frozenset[str]] = frozenset({"refinanced_by"})

    deal_id: Slug
    source: Parties = Field(min_length=1)
    target: Parties = Field(min_length=1)
    instrument: InstrumentId
    on_behalf_of: Slug | None = None
    amount_usd_m: Money | None = None
    amount_low_usd_m: Money | None = None
    amount_high_usd_m: Money | None = None
    qualifier: Qualifier
    measure: Measure
    share: Fraction | None = None
    original_currency: Currency | None = None
    original_amount_m: Money | None = None
    paid_in: PaidIn
    drawn_or_paid_usd_m: Money | None = None
    drawn_measure: Measure | None = None
    drawn_as_of: Date | None = None
    drawn_known_on: Date | None = None
    status: Status
    status_before: Status | None = None
    status_since: Date | None = None
    announced_date: Date | None = None
    effective_date: Date | None = None
    start: Date | None = None
    end: Date | None = None
    term_years: Money | None = None
    term: str = ""
    rate: str = ""
    facility: str = ""
    recourse: Recourse = Recourse.UNKNOWN
    off_balance_sheet: MaybeFlag = None
    is_aggregate: Flag
    is_increment: Flag
    part_of: Slug | None = None
    superseded_by: Slug | None = None
    refinanced_by: Slug | None = None
    same_obligation_as: Slug | None = None
    overlaps: Parties = ()
    tranche_of: Slug | None = None
    in_return: str = ""
    source_url: Address | None = None
    second_url: Address | None = None
    accession: Accession | None = None
    source_type: SourceType
    source_date: Date | None = None
    verification: Verification
    confidence: Fraction
    note: str = ""

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        for rule in _RULES:
            rule(self)
        return self


def _sides_differ(row: DealRow) -> None:
    both = sorted(set(row.source) & set(row.target))
    if both:
        message = f"{both[0]!r} stands on both sides"
        raise fault("bad-value", "target", message, "give the venture an entity of its own")


def _bounds_are_ordered(row: DealRow) -> None:
    low, point, high = row.amount_low_usd_m, row.amount_usd_m, row.amount_high_usd_m
    given = [value for value in (low, point, high) if value is not None]
    if given != sorted(given):
        column = "amount_low_usd_m" if low is not None else "amount_high_usd_m"
        message = f"low {low}, amount {point} and high {high} are out of order"
        raise fault("low-over-high", column, message, "low <= amount <= high")


def _qualifier_fits(row: DealRow) -> None:
    low, point, high = row.amount_low_usd_m, row.amount_usd_m, row.amount_high_usd_m
    bounds_given = low is not None or high is not None
    bound = "amount_low_usd_m" if low is not None else "amount_high_usd_m"
    if row.qualifier is Qualifier.UNDISCLOSED:
        if point is not None or bounds_given:
            message = "'undisclosed' beside a figure"
            raise fault("bad-value", "qualifier", message, "name how the source states the figure")
    elif row.qualifier is Qualifier.RANGE:
        if point is None and (low is None or high is None):
            message = "a range without two ends"
            raise fault(
                "empty-field", bound, message, "fill low and high, or amount and one of them"
            )
    elif point is None:
        message = f"'{row.qualifier}' without a figure"
        raise fault("empty-field", "amount_usd_m", message, "fill it, or use 'undisclosed'")
    elif row.qualifier in (Qualifier.UP_TO, Qualifier.AT_LEAST) and bounds_given:
        message = f"'{row.qualifier}' has one figure, in amount_usd_m"
        raise fault("bad-value", bound, message, "leave low and high empty, or use 'range'")


def _share_fits(row: DealRow) -> None:
    if row.measure is Measure.SHARE and row.share is None:
        raise fault("empty-field", "share", "empty although measure is 'share'", "fill it, 0 to 1")


def _drawn_fits(row: DealRow) -> None:
    _go_together(row, "drawn_or_paid_usd_m", "drawn_measure")
    _go_together(row, "drawn_or_paid_usd_m", "drawn_as_of")
    if row.drawn_measure is not None and row.drawn_measure not in MOVED_MEASURES:
        message = f"'{row.drawn_measure}' is not money that has moved"
        advice = f"use one of: {', '.join(MOVED_MEASURES)}"
        raise fault("unknown-value", "drawn_measure", message, advice)


def _original_fits(row: DealRow) -> None:
    _go_together(row, "original_currency", "original_amount_m")
    if row.original_currency is not None and row.drawn_or_paid_usd_m is not None:
        message = f"dollars beside an amount in {row.original_currency} cannot be compared"
        raise fault("bad-value", "drawn_or_paid_usd_m", message, "put it into a row of its own")


def _go_together(row: DealRow, left: str, right: str) -> None:
    if (getattr(row, left) is None) != (getattr(row, right) is None):
        empty, filled = (left, right) if getattr(row, left) is None else (right, left)
        raise fault("empty-field", empty, f"empty although {filled} is filled", "fill both or none")


def _dates_fit(row: DealRow) -> None:
    _go_together(row, "status_before", "status_since")
    if row.start and row.end and row.start.first_day() > row.end.last_day():
        message = f"end {row.end} is before start {row.start}"
        raise fault("bad-date", "end", message, "correct one of them")
    agreed = [date.first_day() for date in (row.announced_date, row.effective_date) if date]
    if row.drawn_as_of and agreed and row.drawn_as_of.last_day() < min(agreed):
        message = f"{row.drawn_as_of} is before the agreement itself"
        raise fault("bad-date", "drawn_as_of", message, "correct it, or the date of the agreement")


def _source_is_given(row: DealRow) -> None:
    if row.verification is not Verification.SECONDARY and not (row.source_url or row.accession):
        message = f"empty although verification is '{row.verification}'"
        advice = "give source_url or accession, or verification 'secondary'"
        raise fault("empty-field", "source_url", message, advice)


def _links_fit(row: DealRow) -> None:
    if row.deal_id in (*(getattr(row, column) for column in LINKS), *row.overlaps):
        column = next((c for c in LINKS if getattr(row, c) == row.deal_id), "overlaps")
        message = f"{row.deal_id!r} points at its own row"
        raise fault("dangling-reference", column, message, "name another row, or leave it empty")
    if row.overlaps and not row.is_aggregate:
        message = "filled although is_aggregate is 'no'"
        advice = "one row that may be the same money as another names it in same_obligation_as"
        raise fault("bad-value", "overlaps", message, advice)
    if row.on_behalf_of is not None and row.instrument is not InstrumentId.GUARANTEE:
        message = f"filled for a {row.instrument}"
        raise fault(
            "bad-value", "on_behalf_of", message, "only a guarantee has one; leave it empty"
        )


_RULES = (
    _sides_differ,
    _bounds_are_ordered,
    _qualifier_fits,
    _share_fits,
    _drawn_fits,
    _original_fits,
    _dates_fit,
    _source_is_given,
    _links_fit,
)
