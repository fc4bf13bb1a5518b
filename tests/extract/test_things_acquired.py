"""What an acquirer of a product line did not acquire: a company called like the product."""

import pytest

from tests.extract.writing import filing, rows


def bought(sentence: str) -> list[str]:
    return [r["target"] for r in rows(filing(sentence)) if r["instrument"] == "acquisition"]


@pytest.mark.parametrize(
    "sentence",
    [
        "On April 1, 2026, the Company acquired Foxglove Fab LLC's QLX100 and QLX01 programs.",
        "On April 1, 2026, the Company acquired QLX100 and QLX01 products with their inventory.",
    ],
)
def test_products_in_a_row_are_no_company(sentence: str) -> None:
    assert bought(sentence) == []


def test_companies_in_a_row_are_bought() -> None:
    sentence = "On April 1, 2026, the Company acquired Foxglove Fab LLC and Ashgrove Partners LLC."
    assert "foxglove-fab" in bought(sentence)
