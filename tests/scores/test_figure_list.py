import pytest

from graphbuild.errors import ParseError
from graphbuild.scores.figure_list import read_figures

HEADER = "entity,metric,value,end"


def test_a_row_is_a_figure_of_its_last_day():
    (found,) = read_figures(f"{HEADER}\nlab,cash,5e9,2026-06-30\n", "list.csv")
    assert (found.entity_id, found.metric, found.value_usd) == ("lab", "cash", 5_000_000_000)
    assert (str(found.period_start), str(found.known_on)) == ("2026-06-30", "2026-06-30")


def test_a_period_begins_where_its_row_says():
    text = f"{HEADER},start\nlab,revenue,40,2025-12-31,2025-01-01\n"
    (found,) = read_figures(text, "list.csv")
    assert found.period == "2025-01-01 to 2025-12-31"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("lab,cash,5", "not as many cells"),
        ("lab,cash,5,2026,more", "not as many cells"),
        ("lab,cash,five,2026", "not readable"),
        ("lab,cash,5,June 2026", "not readable"),
        ("lab,cash,NaN,2026", "finite"),
        (",cash,5,2026", "finite"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_line(row, words):
    with pytest.raises(ParseError, match=f"list.csv, line 3: .*{words}"):
        read_figures(f"{HEADER}\nlab,cash,5,2026\n{row}\n", "list.csv")


@pytest.mark.parametrize("header", ["entity,metric,value", f"{HEADER},colour"])
def test_a_header_with_too_few_or_unknown_columns_is_refused(header):
    with pytest.raises(ParseError, match="the header must be"):
        read_figures(f"{header}\n", "list.csv")
