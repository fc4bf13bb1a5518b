"""Sentences told in more ways than one, and their neighbours that must stay without a claim."""

import pytest

from tests.extract.wider_reports import NEWS
from tests.extract.wider_sentences import FILINGS
from tests.extract.writing import filing, news, rows


def _found(document):
    return {
        (
            str(row["source"]).split(":")[0],
            str(row["target"]).split(":")[0],
            row["instrument"],
            row["amount"],
        )
        for row in rows(document)
    }


@pytest.mark.parametrize(("words", "claims"), FILINGS, ids=[words[:50] for words, _ in FILINGS])
def test_a_filing_in_these_words_makes_these_claims_and_no_others(words, claims):
    assert _found(filing(words)) == set(claims)


@pytest.mark.parametrize(("words", "claims"), NEWS, ids=[words[:50] for words, _ in NEWS])
def test_a_report_in_these_words_makes_these_claims_and_no_others(words, claims):
    assert _found(news("A story", words)) == set(claims)
