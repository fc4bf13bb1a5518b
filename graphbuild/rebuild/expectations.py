"""What a build must reach before anything is published: minimum counts, as curated rows.

A table that shrinks overnight is a broken source until somebody says otherwise.
"""

from collections.abc import Iterable, Mapping

from graphbuild.curated.expectations import Expectation
from graphbuild.records.issue import Issue, Severity


def unmet(expectations: Iterable[Expectation], counts: Mapping[str, int]) -> list[Issue]:
    """Expectations that the counts miss.

    Parameters
    ----------
    counts : by the expectation's name: "deals", "entities", "figures", "claims", "documents".
    """
    found = []
    for expectation in expectations:
        have = counts.get(expectation.name)
        if have is None:
            continue
        if have < expectation.minimum:
            found.append(
                Issue(
                    stage="publish",
                    severity=Severity.ERROR,
                    code="expectation-missed",
                    where=f"expectations.csv, {expectation.name}",
                    message=f"{have} found, at least {expectation.minimum} expected",
                    advice="restore the inputs, or lower the expectation and say why",
                )
            )
    return found
