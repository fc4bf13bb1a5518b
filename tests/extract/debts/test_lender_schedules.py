"""Schedules of lenders of fictional credit agreements."""

from graphbuild.extract.base import Context
from graphbuild.extract.debts.lender_schedules import find_lender_commitments
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(rows: str, caption: str = "SCHEDULE 2.01 Commitments") -> list[tuple[str, str, int]]:
    paper = Paper(kind="8-K")
    paper.table(rows, caption=caption, scale=1)
    return [
        (c.with_role(Role.SOURCE)[0].name, c.instrument.value, int(c.amount.point or 0))
        for c in find_lender_commitments(paper.document(), Context())
    ]


def test_every_lender_and_every_kind_of_commitment_is_a_claim() -> None:
    rows = """
    Lender | Revolving Commitment | Term Loan Commitment | Letter of Credit Commitment
    First Quarry Bank, N.A. | $ 125,000,000 | $ 50,000,000 | $ 10,000,000
    Lodestar Capital LLC | $ 75,000,000 | — | —
    Total | $ 200,000,000 | $ 50,000,000 | $ 10,000,000
    """
    assert told(rows) == [
        ("First Quarry Bank, N.A.", "revolver", 125_000_000),
        ("First Quarry Bank, N.A.", "loan", 50_000_000),
        ("Lodestar Capital LLC", "revolver", 75_000_000),
    ]


def test_underwriters_percentages_and_other_tables_are_no_loans() -> None:
    assert (
        told("Underwriter | Principal Amount of Notes\nFirst Quarry Bank, N.A. | $ 125,000,000")
        == []
    )
    assert told("Lender | Commitment\nFirst Quarry Bank, N.A. | 62.5") == []
    assert told("Lender | Commitment Percentage\nFirst Quarry Bank, N.A. | 62.5 %") == []
    assert told("Name | Commitment\nAda Marlow | $ 125,000,000") == []
