"""Purchase obligations toward one named supplier, and when they end."""

import pytest

from tests.extract.writing import filing, rows

HC = "harbor-compute"


@pytest.mark.parametrize(
    ("words", "target", "amount", "end"),
    [
        (
            "We have purchase commitments of $1.25 billion with Dell Technologies Inc. for "
            "servers, payable through 2027.",
            "dell-technologies",
            1_250_000_000,
            "2027",
        ),
        (
            "As of June 30, 2026, we had non-cancelable purchase obligations of $800 million to "
            "Corvid for processors.",
            "corvid",
            800_000_000,
            None,
        ),
        (
            "At June 30, 2026, purchase commitments totaled $1.25 billion, primarily with Corvid.",
            "unnamed:suppliers",
            1_250_000_000,
            None,
        ),
        (
            "As of June 30, 2026, we had purchase commitments of $2 billion with Corvid and Dell "
            "Technologies Inc.",
            "unnamed:suppliers",
            2_000_000_000,
            None,
        ),
        (
            "Minimum purchase obligations to Corvid Semiconductor Corp. were $3.1 billion at June "
            "30, 2026, of which $1.9 billion is due in fiscal 2027.",
            "corvid-semiconductor",
            3_100_000_000,
            None,
        ),
    ],
)
def test_an_obligation_is_owed_to_whom_the_sentence_names_and_ends_with_the_whole(
    words, target, amount, end
):
    (row,) = rows(filing(words))
    assert (row["source"], row["target"], row["amount"], row["end"]) == (HC, target, amount, end)
    assert row["instrument"] == "purchase_commitment"
