"""``reviews.csv``: what people decided about claims of documents and about missed sentences.

Lives here: the table's columns and what a row becomes. Not here: writing rows (`cli`), applying
them (`resolve.reviewing`).
"""

from decimal import Decimal
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from graphbuild.curated.columns import (
    Currency,
    Date,
    Fraction,
    Money,
    Row,
    Text,
    Words,
    fault,
    whole_units,
)
from graphbuild.records.claim import ReviewMark, Ruling, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, between, qualified, undisclosed
from graphbuild.records.review import MISSED_PREFIX, Correction, Review

StatementId = Annotated[str, Field(pattern=r"^(?:stm|mis)-[0-9a-f]{12}$")]
_NEEDED = ("source", "target", "instrument", "status")


class ReviewRow(Row):
    """``reviews.csv``: one decision; of several about one statement the last stands.

    The columns from `source` on hold a correction; an empty one stands as it was read.
    """

    identity: ClassVar[tuple[str, ...]] = ("statement_id", "decision", "decided_on", "reason")

    statement_id: StatementId
    decision: Ruling
    decided_on: Date
    reviewer: str = ""
    reason: Text
    document: Text
    path: str = ""
    text_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    claim_id: str = ""
    read_as: str = ""
    source: Words = ()
    target: Words = ()
    on_behalf_of: str | None = None
    instrument: InstrumentId | None = None
    qualifier: Qualifier | None = None
    amount_m: Money | None = None
    amount_high_m: Money | None = None
    currency: Currency | None = None
    measure: Measure | None = None
    status: Status | None = None
    share: Fraction | None = None
    agreed_on: Date | None = None
    ends_on: Date | None = None

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.decision is not Ruling.CORRECT:
            return self._without_correction()
        if self.statement_id.startswith(f"{MISSED_PREFIX}-"):
            for name in _NEEDED:
                if not getattr(self, name):
                    message = "a sentence made a claim needs " + ", ".join(_NEEDED)
                    raise fault("empty-field", name, message, "fill it")
        elif not self._corrected():
            advice = "name what is to be read instead, or accept or reject"
            raise fault("empty-field", "decision", "a correction that corrects nothing", advice)
        return self._with_sound_amount()

    def _without_correction(self) -> Self:
        filled = self._corrected()
        if filled:
            message = f"filled although the decision is '{self.decision}'"
            raise fault("bad-value", filled[0], message, "clear it or decide 'correct'")
        return self

    def _corrected(self) -> list[str]:
        columns = self.columns()
        return [name for name in columns[columns.index("source") :] if getattr(self, name)]

    def _with_sound_amount(self) -> Self:
        has_figure = self.amount_m is not None
        is_range = self.qualifier is Qualifier.RANGE
        if self.qualifier is None and (has_figure or self.currency or self.amount_high_m):
            raise fault("empty-field", "qualifier", "empty beside an amount", "exact, up_to, ...")
        if self.qualifier not in (None, Qualifier.UNDISCLOSED) and not has_figure:
            message = f"empty although the qualifier is '{self.qualifier}'"
            raise fault("empty-field", "amount_m", message, "give the figure in millions")
        if is_range != (self.amount_high_m is not None):
            advice = "a range has both ends, nothing else has"
            raise fault("empty-field", "amount_high_m", "does not go with the qualifier", advice)
        if is_range and (self.amount_m or 0) > (self.amount_high_m or 0):
            raise fault("low-over-high", "amount_m", "exceeds amount_high_m", "low <= high")
        return self


def review(row: ReviewRow) -> Review:
    """The record of a row."""
    return Review(
        mark=ReviewMark(
            statement_id=row.statement_id,
            ruling=row.decision,
            decided_on=str(row.decided_on),
            reviewer=row.reviewer,
            reason=row.reason,
            claim_id=row.claim_id,
            read_as=row.read_as,
        ),
        document=row.document,
        path=row.path,
        text_sha256=row.text_sha256,
        correction=_correction(row) if row.decision is Ruling.CORRECT else None,
    )


def _correction(row: ReviewRow) -> Correction:
    return Correction(
        source=row.source,
        target=row.target,
        on_behalf_of=row.on_behalf_of,
        instrument=row.instrument,
        amount=_amount(row),
        measure=row.measure,
        status=row.status,
        share=row.share,
        agreed_on=row.agreed_on,
        ends_on=row.ends_on,
    )


def _amount(row: ReviewRow) -> Amount | None:
    currency = row.currency or "USD"
    if row.qualifier is None:
        return None
    if row.qualifier is Qualifier.UNDISCLOSED:
        return undisclosed(currency)
    low = whole_units(row.amount_m or Decimal(0))
    if row.qualifier is Qualifier.RANGE:
        return between(low, whole_units(row.amount_high_m or Decimal(0)), None, currency)
    return qualified(row.qualifier, low, currency)
