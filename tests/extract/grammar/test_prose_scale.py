"""Untagged figures of prose in thousands, proven by the accounts of the same document."""

from decimal import Decimal

from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.extract.grammar.prose_scale import in_prose_scale, money_values
from graphbuild.records.document import Fact
from tests.extract.writing import filing, rows

_VALUES = frozenset({Decimal(228_833_000), Decimal(50_000_000), Decimal(41_912)})


def _fact(value, unit="USD"):
    return Fact(
        concept="us-gaap:ProceedsFromIssuanceOfCommonStock",
        value=Decimal(value),
        unit=unit,
        period_start=None,
        period_end=None,
    )


def _points(text, values=_VALUES):
    return [span.amount.point for span in in_prose_scale(find_amounts(text), values)]


def test_a_figure_the_accounts_show_times_a_thousand_scales_its_sentence():
    assert _points("shares of $228,833, less $50,000 of loans") == [228_833_000, 50_000_000]


def test_a_round_figure_alone_proves_nothing():
    assert _points("a loan of $50,000") == [50_000]


def test_a_figure_that_is_a_value_itself_is_left_alone():
    values = _VALUES | {Decimal(41_912_000)}
    assert _points("a fee of $41,912", values) == [41_912]


def test_prices_and_figures_with_a_scale_stay_as_written():
    text = "sold for $228,833 at $9,500 per unit and $1,000 of value, or $2.5 million"
    assert _points(text) == [228_833_000, 9_500, 1_000, 2_500_000]


def test_values_are_sizes_of_facts_with_a_unit():
    facts = [_fact(-7), _fact(9, unit=None)]
    assert money_values(facts) == {Decimal(7)}


def test_the_proceeds_of_a_programme_are_read_in_thousands():
    words = "Financing activities gave cash proceeds from our at-the-market facility of $228,833."
    (row,) = rows(filing(words, facts=(_fact(228_833_000),)))
    assert (row["amount"], row["instrument"]) == (228_833_000, "equity")
    assert rows(filing(words)) == []
