"""Investees by name, of a fictional filer."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.investee_tables import find_investees
from graphbuild.records.claim import Role
from tests.extract.papers import Paper

ROWS = """
    | Ownership | Carrying Value |
    | December 31, 2025 | December 31, 2025 | December 31, 2024
    Tidepool JV, LLC (1) | 20 % | $ 62 | $ 50
    Quill Robotics Ltd. | 35.5 % | — | 12
    of which pledged | 20 % | 3 | 2
    Other | 10 % | 4 | 5
    Total | | $ 66 | $ 67
    """


def told(rows: str, caption: str) -> list[tuple[str, str, str, int]]:
    paper = Paper()
    paper.table(rows, caption=caption)
    return [
        (
            c.with_role(Role.TARGET)[0].name,
            c.instrument.value,
            str(c.share),
            int(c.amount.point or 0),
        )
        for c in find_investees(paper.document(), Context())
    ]


def test_a_row_gives_the_stake_and_what_it_is_carried_at() -> None:
    assert told(ROWS, "Our equity method investments were as follows (in millions):") == [
        ("Tidepool JV, LLC", "ownership", "0.2", 0),
        ("Tidepool JV, LLC", "holding", "None", 62_000_000),
        ("Quill Robotics Ltd.", "ownership", "0.355", 0),
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Revenue by customer for the year:",
        "Our equity method investments as of December 31, 2023:",
        "Equity method results for the Year Ended December 31, 2025:",
    ],
)
def test_other_tables_and_other_dates_give_nothing(caption: str) -> None:
    rows = "| Ownership | Carrying Value\nTidepool JV, LLC | 20 % | $ 62"
    assert told(rows, caption) == []


def test_figures_under_bare_dates_are_values_where_the_caption_says_so() -> None:
    rows = """
        Investee | Ownership Percentage | December 31, 2025 | December 31, 2024
        Tidepool JV, LLC | 20 % | $ 62 | $ 50
        Total | | $ 62 | $ 50
        """
    caption = "The following table shows our equity method investments (in millions):"
    assert told(rows, caption) == [
        ("Tidepool JV, LLC", "ownership", "0.2", 0),
        ("Tidepool JV, LLC", "holding", "None", 62_000_000),
    ]


def test_columns_of_a_span_and_counts_stand_beside_balances() -> None:
    rows = """
        | Ownership % | Number of Sites | Carrying Amount as of | Income, Six months ended June 30,
        | As of June 30, 2026 | | June 30, 2026 | 2026
        Tidepool Data Center JV (2) | 80.0 % | 2 | $ 294,681 | $ 9,229
        Quarry Park - Common Equity Interest (3) | 21.9 % | 1 | 58,813 | 1,477
        Total investments | | | $ 353,494 | $ 10,706
        """
    caption = "Stakes in unconsolidated entities stand in the books as follows:"
    assert told(rows, caption) == [
        ("Tidepool Data Center JV", "ownership", "0.8", 0),
        ("Tidepool Data Center JV", "holding", "None", 294_681_000_000),
        ("Quarry Park", "ownership", "0.219", 0),
        ("Quarry Park", "holding", "None", 58_813_000_000),
    ]
