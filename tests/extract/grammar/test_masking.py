"""A marked sentence says what happened and little else."""

import pytest

from graphbuild.extract.sentences.telling import readings
from tests.extract.writing import CONTEXT, filing, news


def _plain(sentence: str, *, headline: bool = False) -> str:
    document = news(sentence) if headline else filing(sentence)
    return readings(document, CONTEXT)[0].plain


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("On May 4, 2026, we lent Tidepool $5 million.", "<P0> lent <P1> <M0>."),
        (
            "We also recently lent Tidepool (“TP”) $5 million (approximately €4 million).",
            "<P0> lent <P1> <M0>.",
        ),
        ("We’ve lent Tidepool $5 million.", "<P0> have lent <P1> <M0>."),
        ("We'll lend Tidepool $5 million.", "<P0> will lend <P1> <M0>."),
        (
            "Tidepool, the maker of a robot, lent Corvid $5 million.",
            "<P0> lent <P1> <M0>.",
        ),
        (
            "Tidepool said on Tuesday it has lent Meridian’s Corvid $5 million.",
            "<P0> has lent <P2> <M0>.",
        ),
        (
            "We sold shares at $12.50 per share for $5 million.",
            "<P0> sold shares at <V0> per share for <M1>.",
        ),
        (
            "As of December 31, 2024 and 2025, loans to Tidepool were $5 million and $7 million.",
            "loans to <P0> were <M1>.",
        ),
    ],
)
def test_dates_brackets_appositions_and_adverbs_are_left_out(sentence, plain):
    assert _plain(sentence) == plain


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        (
            "Tidepool and Corvid lent us $20 million and $5 million, respectively, for the site.",
            "<P0> lent <P2> <M0> for the site; <P1> lent <P2> <M1> for the site.",
        ),
        (
            "We sold 30% and 20% of Lumen to Tidepool and Corvid, respectively.",
            "<P0> sold <S0> of <P1> to <P2>; <P0> sold <S1> of <P1> to <P3>.",
        ),
        (
            "Tidepool owned 30% and 20% of Corvid in 2025 and 2024, respectively.",
            "<P0> owned <S0> of <P1> respectively.",
        ),
    ],
)
def test_what_is_told_in_turn_is_told_of_each(sentence, plain):
    assert _plain(sentence) == plain


def test_agents_are_masked_so_that_no_rule_takes_them():
    sentence = (
        "We signed a loan with Northgate Bank, N.A., as administrative agent, for $5 million."
    )
    assert _plain(sentence).startswith("<P0> signed a loan with an agent,")


def test_a_headline_reads_as_a_sentence():
    assert _plain("Meridian, Corvid to Invest $15 Billion in Tidepool", headline=True) == (
        "<P0> and <P1> to invest <M0> in <P2>"
    )


def test_sentences_without_money_or_a_word_of_deals_are_not_read():
    assert readings(filing("The weather was fine and everybody went home."), CONTEXT) == ()
