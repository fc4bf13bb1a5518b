import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.extract.scoring import Scope, Tier, compare_rows, evaluate, precision_interval


class Plain:
    """Names as they stand; the second word of "x of y" is the owner."""

    def entity(self, row, side):
        given = row[side]
        return "unnamed" if given.startswith("unnamed:") else given

    def owner(self, entity_id):
        return entity_id.split(" of ")[-1]


NAMES = Plain()
FULL = {"doc": Scope(kind="full")}


def row(source="a", target="b", instrument="loan", amount=None, doc="doc", **more):
    return {
        "doc": doc, "source": source, "target": target, "instrument": instrument,
        "amount": amount, "share": None, "currency": "USD", "qualifier": "exact",
        "status": "signed", **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "tier"),
    [
        ({}, Tier.FULL),
        ({"status": "funded"}, Tier.FACT),
        ({"instrument": "revolver"}, Tier.FACT),
        ({"source": "unit of a"}, Tier.FACT),
        ({"amount": 100.9}, Tier.FULL),
        ({"amount": 102}, Tier.RELATION),
        ({"amount": None}, Tier.RELATION),
        ({"currency": "EUR"}, Tier.RELATION),
        ({"instrument": "lease"}, Tier.PARTIES),
        ({"source": "b", "target": "a"}, Tier.NOTHING),
        ({"source": "c"}, Tier.NOTHING),
    ],
)
def test_each_tier_asks_for_more(changes, tier):
    assert compare_rows(row(amount=100), {**row(amount=100), **changes}, NAMES) is tier


def test_a_convertible_may_be_read_as_debt():
    assert compare_rows(row(instrument="convertible"), row(instrument="bond"), NAMES) is Tier.FACT
    assert compare_rows(row(instrument="equity"), row(instrument="bond"), NAMES) is Tier.PARTIES


def test_any_withheld_name_is_any_other():
    gold, found = row(source="unnamed:noteholders"), row(source="unnamed:holders")
    assert compare_rows(gold, found, NAMES) is Tier.FULL


def test_either_end_of_a_range_is_the_figure():
    gold = row(amount=100, amount_high=150, qualifier="range")
    assert compare_rows(gold, row(amount=150), NAMES) is Tier.FACT


def test_shares_are_compared_where_there_is_no_amount():
    gold = row(instrument="revenue", share=0.16)
    assert compare_rows(gold, row(instrument="revenue", share=0.163), NAMES) is Tier.FULL
    assert compare_rows(gold, row(instrument="revenue", share=0.17), NAMES) is Tier.RELATION


def test_one_row_answers_one_claim():
    found = evaluate([row(amount=1), row(amount=1)], [row(amount=1)], FULL, NAMES)
    fact = found.tallies[Tier.FACT]
    assert (fact.precision, fact.recall) == (1.0, 0.5)


def test_partial_documents_count_for_recall_only():
    scopes = {"doc": Scope(kind="partial")}
    found = evaluate([row(amount=1)], [row(amount=1), row(amount=9)], scopes, NAMES)
    fact = found.tallies[Tier.FACT]
    assert (fact.recall, fact.found) == (1.0, 0)


def test_of_a_feed_only_listed_items_count_against_precision():
    scopes = {"doc": Scope(kind="items", items=frozenset({"one"}))}
    rows = [row(amount=5, item="one"), row(amount=6, item="two")]
    assert evaluate([], rows, scopes, NAMES).tallies[Tier.FACT].found == 1


def test_a_claim_off_the_subject_is_neither_right_nor_wrong():
    found = evaluate([row(amount=1, core=False)], [row(amount=1)], FULL, NAMES)
    fact = found.tallies[Tier.FACT]
    assert (fact.gold, fact.found) == (0, 0)


def test_rows_of_other_documents_are_left_out():
    found = evaluate([], [row(doc="elsewhere")], FULL, NAMES)
    assert not found.pairs


def test_precision_interval_draws_documents_and_repeats_itself():
    scopes = {name: Scope(kind="full") for name in ("x", "y", "z")}
    gold = [row(doc="x", amount=1), row(doc="y", amount=1)]
    rows = [row(doc=name, amount=1) for name in ("x", "y", "z")]
    found = evaluate(gold, rows, scopes, NAMES)
    low, high = precision_interval(found, Tier.FACT, draws=500)
    assert (low, high) == precision_interval(found, Tier.FACT, draws=500)
    assert low < found.tallies[Tier.FACT].precision < high


ROWS = st.lists(
    st.builds(row, source=st.sampled_from("ab"), amount=st.sampled_from([1, 2, None])), max_size=4
)


@settings(max_examples=60)
@given(ROWS, ROWS)
def test_pairs_reach_as_much_as_the_best_of_all_assignments_by_tier_full(gold, found):
    """Greedy pairing is exact for the highest tier, where rows are alike or not."""
    reached = evaluate(gold, found, FULL, NAMES).tallies[Tier.FULL].reached
    best = 0
    padded = [*range(len(found)), *([None] * len(gold))]
    for order in set(itertools.permutations(padded, len(gold))):
        hits = sum(
            j is not None and compare_rows(g, found[j], NAMES) is Tier.FULL
            for g, j in zip(gold, order, strict=True)
        )
        best = max(best, hits)
    assert reached == best


@given(ROWS)
def test_rows_that_are_the_claims_reach_everything(rows):
    tallies = evaluate(rows, rows, FULL, NAMES).tallies
    assert all(tally.reached == tally.gold == tally.right for tally in tallies.values())
