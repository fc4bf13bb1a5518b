"""Balances of loans the filer has made to many."""

import pytest

from tests.extract.writing import filing, rows

SENTENCES = [
    (
        "As of June 30, 2026 and December 31, 2025, we had current net financing receivables of "
        "$236 million and $247 million, respectively, in accounts receivable, net, and $670 "
        "million and $821 million, respectively, in other non-current assets.",
        [236_000_000, 670_000_000],
    ),
    ("As of June 30, 2026, loans receivable from dealers were $14.2 million.", [14_200_000]),
    (
        "The total outstanding balance of customer notes receivable, net of allowance for expected "
        "credit losses, was $242 million as of June 30, 2026.",
        [242_000_000],
    ),
    ("The allowance for credit losses on notes receivable was $2.5 million.", []),
    ("Accounts receivable from customers were $80 million as of June 30, 2026.", []),
    ("We sold $90 million of notes receivable to Northgate Bank, N.A.", []),
]


@pytest.mark.parametrize(("words", "sums"), SENTENCES, ids=[s[:40] for s, _ in SENTENCES])
def test_receivables_of_loans_are_lent_by_the_filer(words: str, sums: list[int]) -> None:
    found = rows(filing(words))
    assert [row["amount"] for row in found] == sums
    assert {(row["source"], row["target"]) for row in found} <= {
        ("harbor-compute", "unnamed:borrowers"),
        ("harbor-compute", "unnamed:dealers"),
    }
