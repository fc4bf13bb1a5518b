"""Balances of loans the filer has made to many."""

import pytest

from tests.extract.writing import filing, rows

SENTENCES = [
    (
        "As of June 30, 2026 and December 31, 2025, the Company had financing receivables of "
        "$152 million and $139 million, respectively, in other current assets, and $418 "
        "million and $364 million, respectively, in other long-term assets.",
        [152_000_000, 418_000_000],
    ),
    ("As of June 30, 2026, loans receivable from dealers were $14.2 million.", [14_200_000]),
    (
        "As of June 30, 2026, the outstanding balance of our customer notes receivable, net of "
        "an allowance for losses, was $67 million.",
        [67_000_000],
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
