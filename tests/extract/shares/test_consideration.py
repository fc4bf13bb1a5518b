"""What was transferred for a company, summed up later in the note on its purchase."""

from tests.extract.writing import filing, rows

BOUGHT = "On May 4, 2026, the Company acquired 100% of Foxglove Fab LLC. It hosts others."
WHY = "The acquisition creates the potential for synergies."


def paid(*paragraphs: str) -> list[tuple[str, int | None]]:
    claims = rows(filing(*paragraphs))
    return [(r["target"], r["amount"]) for r in claims if r["instrument"] == "acquisition"]


def test_the_sum_transferred_belongs_to_the_purchase_above() -> None:
    total = "The estimated fair value of consideration transferred amounted to $27,615,940."
    assert ("foxglove-fab", 27_615_940) in paid(BOUGHT, WHY, total)


def test_the_total_paid_may_be_told_otherwise() -> None:
    total = "Total purchase consideration paid for the acquisition was $30.5 million."
    assert ("foxglove-fab", 30_500_000) in paid(BOUGHT, WHY, total)


def test_goodwill_contingent_sums_and_sums_without_a_purchase_are_refused() -> None:
    goodwill = "Goodwill is the excess of the consideration transferred over assets of $9 million."
    part = "The contingent consideration transferred was $2 million."
    total = "The fair value of the consideration transferred totaled $28 million."
    assert all(amount is None for _, amount in paid(BOUGHT, WHY, goodwill))
    assert all(amount is None for _, amount in paid(BOUGHT, WHY, part))
    assert paid(WHY, total) == []


def test_the_most_that_may_come_on_top_is_a_ceiling_of_the_same_purchase() -> None:
    for words, size in (
        ("The maximum contingent consideration payable to the sellers is $1.4 million.", 1_400_000),
        ("The sellers may earn contingent consideration of up to $2.6 million.", 2_600_000),
        ("The maximum cash payout that the sellers may realize is $1.9 million.", 1_900_000),
        ("The earn-out shall not exceed $4.1 million.", 4_100_000),
    ):
        assert ("foxglove-fab", size) in paid(BOUGHT, WHY, words)


def test_contingent_sums_of_the_accounts_are_refused() -> None:
    for words in (
        "The fair value of contingent consideration of up to $2.6 million was $1 million.",
        "The contingent consideration liability is limited to $2.6 million.",
        "The sellers were given contingent consideration of $2.6 million.",
    ):
        assert ("foxglove-fab", 2_600_000) not in paid(BOUGHT, WHY, words)
