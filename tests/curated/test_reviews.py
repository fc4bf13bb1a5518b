"""``reviews.csv``: which decisions a table may hold, and the records they become."""

from decimal import Decimal

import pytest

from graphbuild.curated.reading import read_table
from graphbuild.curated.reviews import ReviewRow, review
from graphbuild.records.claim import Ruling, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Qualifier
from tests.curated.cells import write

ROW = {
    "statement_id": "stm-0123456789ab",
    "decision": "reject",
    "decided_on": "2026-06-01",
    "reason": "the words are about another facility",
    "document": "0000000007-26-000001",
    "text_sha256": "0123456789abcdef",
}
MISSED = ROW | {
    "statement_id": "mis-0123456789ab", "decision": "correct", "source": "Stone Bank|River Bank",
    "target": "windmill-ai", "instrument": "loan", "status": "signed", "qualifier": "up_to",
    "amount_m": "250.5",
}  # fmt: skip


def read(tmp_path, *rows):
    return read_table(write(tmp_path / "reviews.csv", ReviewRow, list(rows)), ReviewRow)


def test_a_rejection_needs_neither_reviewer_nor_correction(tmp_path):
    (row,), issues = read(tmp_path, ROW)
    assert issues == ()
    record = review(row)
    assert (record.ruling, record.mark.reviewer) == (Ruling.REJECT, "")
    assert record.correction is None


def test_a_missed_sentence_becomes_a_correction_with_millions_as_whole_units(tmp_path):
    (row,), issues = read(tmp_path, MISSED)
    assert issues == ()
    fixed = review(row).correction
    assert fixed.source == ("Stone Bank", "River Bank")
    assert (fixed.instrument, fixed.status) == (InstrumentId.LOAN, Status.SIGNED)
    assert (fixed.amount.low, fixed.amount.high) == (Decimal(0), Decimal(250_500_000))
    assert fixed.amount.currency == "USD"


def test_a_range_has_two_ends_and_no_point(tmp_path):
    row = MISSED | {"qualifier": "range", "amount_m": "1", "amount_high_m": "2"}
    (found,), _ = read(tmp_path, row)
    amount = review(found).correction.amount
    assert (amount.low, amount.high, amount.point) == (Decimal(10**6), Decimal(2 * 10**6), None)


def test_a_figure_can_be_corrected_away(tmp_path):
    row = ROW | {"decision": "correct", "qualifier": "undisclosed"}
    (found,), _ = read(tmp_path, row)
    assert review(found).correction.amount.qualifier is Qualifier.UNDISCLOSED


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (ROW | {"reason": ""}, "empty-field", "reason"),
        (ROW | {"statement_id": "clm-0123456789ab"}, "bad-value", "statement_id"),
        (ROW | {"source": "stone-bank"}, "bad-value", "source"),
        (ROW | {"decision": "correct"}, "empty-field", "decision"),
        (ROW | {"decision": "correct", "amount_m": "5"}, "empty-field", "qualifier"),
        (MISSED | {"target": ""}, "empty-field", "target"),
        (MISSED | {"status": ""}, "empty-field", "status"),
        (MISSED | {"amount_m": ""}, "empty-field", "amount_m"),
        (MISSED | {"qualifier": "range"}, "empty-field", "amount_high_m"),
        (
            MISSED | {"qualifier": "range", "amount_m": "3", "amount_high_m": "2"},
            "low-over-high",
            "amount_m",
        ),
    ],
)
def test_what_no_decision_may_be(tmp_path, row, code, column):
    rows, issues = read(tmp_path, row)
    assert rows == ()
    assert [issue.code for issue in issues] == [code]
    assert issues[0].where.endswith(column)
