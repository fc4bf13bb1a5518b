import pytest

from graphbuild.extract.sentences.reading import is_worth_reading


@pytest.mark.parametrize(
    "text",
    [
        "Harbor Compute agreed to lend Quarry $5 million.",
        "Harbor Compute leases a hall from Quarry.",
    ],
)
def test_money_and_words_of_deals_are_worth_reading(text):
    assert is_worth_reading(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "In May 2031, the FASB issued ASU 2031-09, Naming the Acquirer in an Acquisition.",
        "Under Accounting Standards Codification Topic 842 a lessee recognises leases of $5.",
    ],
)
def test_standards_and_weather_are_not(text):
    assert not is_worth_reading(text)
