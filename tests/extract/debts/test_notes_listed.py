"""Notes listed one a line below the sentence that says they were issued."""

import pytest

from tests.extract.writing import filing, rows

ABOVE = "The Company has issued the following convertible notes to investors:"
LINES = (
    "• $640 million in principal of 2.75% Convertible Notes due 2033 (“2033 Notes”)",
    "• $210 million in principal of 1.5% Convertible Notes due 2034",
)


def told(*paragraphs: str) -> list[tuple[object, object, object]]:
    return sorted((r["instrument"], r["amount"], r["end"]) for r in rows(filing(*paragraphs)))


EXPECTED = [("convertible", 210_000_000, "2034"), ("convertible", 640_000_000, "2033")]


def test_each_line_is_an_issue() -> None:
    assert told(ABOVE, *LINES) == EXPECTED


def test_lines_may_run_on_where_breaks_were_lost() -> None:
    assert told(ABOVE, " ".join(LINES)) == EXPECTED


def test_the_first_other_line_ends_the_list() -> None:
    other = "The notes were sold to qualified institutional buyers."
    assert told(ABOVE, LINES[0], other, LINES[1]) == [EXPECTED[1]]


@pytest.mark.parametrize(
    "above",
    [
        "The Company intends to repurchase the following notes:",
        "We may issue the following notes:",
        "The risks of our notes are described below:",
        "The following notes were redeemed and are no longer outstanding:",
    ],
)
def test_other_lists_say_nothing_of_an_issue(above: str) -> None:
    assert told(above, *LINES) == []
