"""Lists of subsidiaries: Exhibit 21 rows and tables in the text."""

from graphbuild.extract.base import Context
from graphbuild.extract.tables.subsidiaries import find_listed_entities, find_subsidiaries
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def test_the_filer_is_parent_of_every_row() -> None:
    paper = Paper(kind="EX-21")
    paper.row("subsidiary", name="Halcyon Tidewater, LLC", jurisdiction="Delaware")
    paper.row("subsidiary", name="Halcyon (UK) Limited", jurisdiction="England", percent="80%")
    paper.row("subsidiary", name="Halcyon Compute, Inc.", jurisdiction="Delaware")
    found = [
        (c.with_role(Role.SOURCE)[0].name, c.with_role(Role.TARGET)[0].name, str(c.share))
        for c in find_subsidiaries(paper.document(), Context())
    ]
    assert found == [
        ("Halcyon Compute, Inc.", "Halcyon Tidewater, LLC", "None"),
        ("Halcyon Compute, Inc.", "Halcyon (UK) Limited", "0.8"),
    ]


def listed(lines: str, caption: str = "") -> list[tuple[str, str, str, str]]:
    paper = Paper()
    paper.table(lines, caption=caption)
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            str(c.share),
            c.status.value,
        )
        for c in find_listed_entities(paper.document(), Context())
    ]


def test_owned_by_names_the_parent_and_names_run_over_two_rows() -> None:
    assert listed(
        """
        Name | Background | Ownership
        Halcyon Fiber, Inc. (\u201cHF\u201d) | A Cayman Islands company | 70.7% owned by Halcyon Compute, Inc.(1)
        | Incorporated in 2024
        Halcyon Fiber AI, Inc. (f/k/a Tidewater | A United States company | 100% owned by Halcyon Fiber, Inc.
        AI, Inc.) (\u201cHF AI\u201d) | Engaged in cloud services
        Tidewater Fund | A fund | 100% owned by Halcyon Fiber, Inc.
        SPC Limited | Disposed on July 1, 2024
        """  # noqa: E501 - a row of a table stands on one line
    ) == [
        ("Halcyon Compute, Inc.", "Halcyon Fiber, Inc.", "0.707", "funded"),
        ("Halcyon Fiber, Inc.", "Halcyon Fiber AI, Inc.", "1", "funded"),
        ("Halcyon Fiber, Inc.", "Tidewater Fund SPC Limited", "1", "terminated"),
    ]


def test_a_parent_s_name_may_run_over_two_rows() -> None:
    found = listed(
        """
        Name | Background | Ownership
        Tidewater Fund | A fund | 100% owned by Halcyon
        Limited | Dormant | Strategies Limited
        """
    )
    assert found == [("Halcyon Strategies Limited", "Tidewater Fund Limited", "1", "funded")]


def test_a_column_of_ownership_needs_a_head_that_says_so() -> None:
    rows = "Halcyon Reykjavik ehf | Iceland | 100%\n"
    assert listed("Name of subsidiary | Place | Percentage of ownership\n" + rows) == [
        ("Halcyon Compute, Inc.", "Halcyon Reykjavik ehf", "1", "funded")
    ]
    assert listed("Region | Place | Share of revenue\n" + rows) == []


def test_tables_of_beneficial_owners_are_no_subsidiaries() -> None:
    assert listed("Name | Shares beneficially owned | Percentage\nAda Marlow | 1,000 | 5.0%") == []
