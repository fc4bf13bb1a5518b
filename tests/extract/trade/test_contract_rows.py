"""Contracts of one company told in a row, a sum and a company each."""

import pytest

from tests.extract.reports import report

ROW = {
    ("tidepool", "meridian", "cloud_contract", 250_000_000_000),
    ("tidepool", "quillstone", "cloud_contract", 30_000_000_000),
}


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool has major cloud contracts with two providers: $250B with Meridian, and a "
        "reported $30B with Quillstone.",
        "Tidepool has committed $250 billion to Meridian and $30 billion to Quillstone.",
        "Tidepool's commitments include $250 billion to Meridian and $30 billion to Quillstone.",
        "Tidepool has cloud contracts with Meridian ($250 billion) and Quillstone ($30 billion).",
    ],
)
def test_each_pair_of_a_row_is_a_contract(words: str) -> None:
    assert report(words) == ROW


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool spent $250 billion with Meridian and $30 billion with Quillstone under its "
        "contracts.",
        "Lenders committed $250 billion to Meridian and $30 billion to Quillstone.",
        "Brightwater has contracts worth $250 billion with Ashgrove and $30 billion with "
        "Foxglove Partners.",
    ],
)
def test_rows_of_other_money_and_of_no_known_trade_make_no_contract(words: str) -> None:
    assert not any(instrument == "cloud_contract" for *_, instrument, _ in report(words))
