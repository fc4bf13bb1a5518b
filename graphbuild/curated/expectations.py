"""Rows of ``expectations.csv`` -> what a build must reach before anything is published."""

from dataclasses import dataclass

from graphbuild.curated.schema import ExpectationRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A count below `minimum` stops a build; one above `maximum` warns.

    `name` is what is counted: deals_curated, claims, entities, figures, flows, documents, ...
    """

    name: str
    minimum: int
    maximum: int | None = None
    note: str = ""


def expectation(row: ExpectationRow) -> Expectation:
    """One expectation a row."""
    return Expectation(name=row.name, minimum=row.minimum, maximum=row.maximum, note=row.note)
