"""Guarantees among the registered securities of a cover page, of a fictional filer."""

from graphbuild.extract.base import Context
from graphbuild.extract.debts.cover_guarantees import find_cover_guarantees
from graphbuild.records.claim import Role
from tests.extract.papers import Paper

ROWS = """
    Title of each class | Symbol | Exchange
    Class A shares, par value $0.02 | HALC | New York Stock Exchange
    Guarantee of Callable Notes due June 10, 2032 of Tidepool Finance Company LLC | TP/32 | NYSE
    Guarantee with respect to 4.5% Capital Securities, Series C of Quill Capital Trust II (1) | Q
    3.125% Notes due 2027 of Pelican Funding Ltd., guaranteed by the registrant | P27 | NYSE
    Guarantee of 5% Notes due 2030 of the subsidiary | S | NYSE
    """


def told(rows: str, caption: str) -> list[tuple[str, str, str, str]]:
    paper = Paper(kind="8-K")
    paper.table(rows, caption=caption)
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            c.with_role(Role.OBLIGOR)[0].name,
            str(c.ends_on),
        )
        for c in find_cover_guarantees(paper.document(), Context())
    ]


def test_a_registered_guarantee_names_whose_debt_the_filer_stands_behind() -> None:
    filer = "Halcyon Compute, Inc."
    issuers = [
        ("Tidepool Finance Company LLC", "2032-06-10"),
        ("Quill Capital Trust II", "None"),
        ("Pelican Funding Ltd.", "2027"),
    ]
    caption = "Securities registered pursuant to Section 12(b) of the Act:"
    assert told(ROWS, caption) == [(filer, name, name, end) for name, end in issuers]


def test_a_table_of_contents_lists_no_guarantee() -> None:
    rows = "| Page\nDescription of Guarantee of Notes of Tidepool Finance LLC | 16"
    assert told(rows, "Prospectus") == []
    assert told(rows.replace("Description of ", ""), "Prospectus") == []
