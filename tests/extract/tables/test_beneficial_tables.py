"""Tables of beneficial owners of a fictional filer."""

from graphbuild.extract.base import Context
from graphbuild.extract.tables.beneficial_tables import find_beneficial_owners
from graphbuild.records.claim import Role
from tests.extract.papers import Paper

CAPTION = "The following table shows the beneficial ownership of our common stock:"


def told(rows: str, caption: str = CAPTION) -> list[tuple[str, str, str]]:
    paper = Paper()
    paper.table(rows, caption=caption)
    return [
        (c.with_role(Role.SOURCE)[0].name, str(c.share), c.terms.facility)
        for c in find_beneficial_owners(paper.document(), Context())
    ]


def test_each_owner_has_its_share_of_the_class() -> None:
    rows = """
        Name of Beneficial Owner | Number of Shares Beneficially Owned | Percent of Class
        Shoal Capital LP (3) 12 Harbor Street, Boston, MA 02110 | 4,100,000 | 12.5 %
        Ada M. Quill (4) | 900,000 | 2.7 %
        Tove Marsh | 1,000 | *
        All directors and executive officers as a group (9 persons) | 1,100,000 | 3.3 %
        Total | 5,000,000 | 15.2 %
        """
    assert told(rows) == [("Shoal Capital LP", "0.125", ""), ("Ada M. Quill", "0.027", "")]


def test_classes_are_told_apart_and_votes_are_none() -> None:
    rows = """
        Name of Beneficial Owner | Class A Shares | Class A % | Class B Shares | Class B % | % of Total Voting Power
        Ada Quill | 10 | 1.5 % | 90 | 88 % | 55 %
        """  # noqa: E501 - a row of a table stands on one line
    assert told(rows) == [("Ada Quill", "0.015", "Class A"), ("Ada Quill", "0.88", "Class B")]


def test_of_an_offering_the_share_before_it_counts() -> None:
    rows = """
        Selling Stockholder | Percent Owned Before the Offering | Percent Owned After the Offering
        Shoal Master Fund Ltd. | 6.1 % | 2.0 %
        """
    found = told(rows, "Shares held by the selling stockholders before the offering:")
    assert found == [("Shoal Master Fund Ltd.", "0.061", "")]


def test_other_tables_with_names_and_per_cents_are_refused() -> None:
    rows = """
        Customer | Percent of Revenue
        Shoal Capital LP | 12.5 %
        """
    assert told(rows, "Our largest customers:") == []
    assert told(rows.replace("Percent of Revenue", "Shares"), CAPTION) == []
