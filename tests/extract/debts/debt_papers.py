"""Debt notes of fictional companies, and what is read of them."""

from graphbuild.extract.base import Context
from graphbuild.extract.debts.debt_tables import find_debt_rows
from graphbuild.records.claim import Claim, Role
from tests.extract.papers import Paper


def claims(paper: Paper, names: frozenset[str] = frozenset()) -> list[Claim]:
    return list(find_debt_rows(paper.document(), Context(names=names)))


def told(paper: Paper) -> list[tuple[str, str, int, str]]:
    return [
        (
            c.instrument.value,
            c.with_role(Role.SOURCE)[0].name,
            int(c.amount.point or 0),
            str(c.ends_on),
        )
        for c in claims(paper)
    ]


def notes_in_labels() -> Paper:
    paper = Paper(period_end="2026-01-25")
    paper.table(
        """
        | Expected Remaining Term (years) | Effective Interest Rate | Jan 25, 2026 | Jan 26, 2025
        ||| (In millions)
        0.55% Notes Due 2025 (1) | — | 0.60% | $ — | $ 700
        3.10% Notes Due 2027 | 1.2 | 3.25% | 900 | 900
        2.40% Convertible Senior Notes Due 2031 | 5.2 | 2.50% | 1,250 | 1,250
        Unamortized debt discount and issuance costs ||| (12) | (15)
        Net carrying amount ||| 2,138 | 2,835
        Less short-term portion ||| — | (700)
        Total long-term portion ||| $ 2,138 | $ 2,135
        """,
        caption="Our notes were as follows:",
    )
    return paper


def of_lenders(*rows: str) -> Paper:
    paper = Paper(period_end="2026-06-30")
    body = "\n".join(rows)
    paper.table(
        f"""
        | Stated Rate | Maturities | June 30, 2026 | December 31, 2025
        {body}
        Total notes payable ||| 46,000 | 50,000
        """,
        caption="Notes payable consist of the following (in thousands):",
        scale=1_000,
    )
    return paper
