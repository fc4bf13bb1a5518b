"""Notes listed one a line below the sentence that says they were issued."""

import pytest

from tests.extract.writing import filing, rows

ABOVE = "The Company issued the following convertible notes in private offerings:"
LINES = (
    "• $925.0 million aggregate principal amount of 1.0% Convertible Senior Notes due 2031 (the "
    "“2031 Notes”)",
    "• $300.0 million aggregate principal amount of 2.125% Convertible Senior Notes due 2032",
)


def told(*paragraphs: str) -> list[tuple[object, object, object]]:
    return sorted((r["instrument"], r["amount"], r["end"]) for r in rows(filing(*paragraphs)))


EXPECTED = [("convertible", 300_000_000, "2032"), ("convertible", 925_000_000, "2031")]


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
