"""Shares, warrants and companies bought: what these words tell, and what they do not."""

import pytest

from tests.extract.company_sentences import COMPANIES
from tests.extract.investment_sentences import INVESTMENTS
from tests.extract.share_sentences import REPORTS, SHARES
from tests.extract.warrant_sentences import WARRANTS
from tests.extract.writing import filing, news, rows


def _end(name):
    return str(name).split(":", maxsplit=1)[0]


def _found(document):
    return {
        (_end(row["source"]), _end(row["target"]), row["instrument"], row["amount"])
        for row in rows(document)
    }


@pytest.mark.parametrize(("words", "claims"), SHARES, ids=[words[:50] for words, _ in SHARES])
def test_shares_told_in_these_words_make_these_claims_and_no_others(words, claims):
    assert _found(filing(words)) == set(claims)


@pytest.mark.parametrize(("words", "claims"), WARRANTS, ids=[words[:50] for words, _ in WARRANTS])
def test_warrants_told_in_these_words_make_these_claims_and_no_others(words, claims):
    assert _found(filing(words)) == set(claims)


@pytest.mark.parametrize(("words", "claims"), INVESTMENTS, ids=[w[:50] for w, _ in INVESTMENTS])
def test_an_investment_told_in_these_words_makes_these_claims_and_no_others(words, claims):
    assert _found(filing(words)) == set(claims)


@pytest.mark.parametrize(("words", "claims"), COMPANIES, ids=[w[:50] for w, _ in COMPANIES])
def test_a_company_bought_or_sold_in_these_words_makes_these_claims(words, claims):
    assert _found(filing(words)) == set(claims)


@pytest.mark.parametrize(("words", "claims"), REPORTS, ids=[w[:50] for w, _ in REPORTS])
def test_a_report_on_shares_in_these_words_makes_these_claims(words, claims):
    assert _found(news("A story", words)) == set(claims)


def test_proceeds_told_in_another_paragraph_are_not_those_of_the_sale():
    document = filing(
        "In May 2026 we sold 2,400,000 ordinary shares under the programme.",
        "We received net proceeds of $38.1 million.",
    )
    assert _found(document) == set()


def test_a_sale_and_its_proceeds_are_quoted_as_one_statement():
    words = (
        "In May 2026 we sold 2,400,000 ordinary shares under the programme. We received net "
        "proceeds of $38.1 million."
    )
    (row,) = rows(filing(words))
    assert " ".join(str(row["quote"]).split()) == words
    assert (row["measure"], row["status"], row["date"]) == ("paid", "funded", "2026-05")


def test_a_line_of_shares_is_a_ceiling_in_force():
    (row,) = rows(
        filing("We may sell to Foxglove Partners LLC up to $20.0 million of shares of our stock.")
    )
    assert (row["qualifier"], row["measure"], row["status"]) == ("up_to", "ceiling", "funded")


def test_a_seller_of_shares_who_is_only_a_holder_raises_nothing():
    words = "The selling stockholders sold 2,400,000 shares for net proceeds of $38.1 million."
    assert _found(filing(words)) == set()
    assert _found(news("A story", words)) == set()
