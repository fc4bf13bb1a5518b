"""Our own sentences, in the manner of filings and of news, and the claims they make."""

import pytest

from graphbuild.extract.prose import PROSE_PATTERNS
from tests.extract.filing_sentences import FILINGS
from tests.extract.news_stories import NEWS
from tests.extract.writing import filing, news, short

TERMS = (
    ("Tidepool", "Tidepool AI OpCo, LLC"),
    ("Meridian", "Meridian Cloud Corporation"),
    ("Lumen", "Lumen Robotics, Inc."),
)


def _plain(end):
    return "unnamed" if str(end).startswith("unnamed") else end


def _found(document):
    return {
        (_plain(source), _plain(target), instrument, amount)
        for source, target, instrument, amount, _ in short(document)
    }


@pytest.mark.parametrize(("sentence", "claims"), FILINGS, ids=[text[:60] for text, _ in FILINGS])
def test_a_sentence_of_a_filing_makes_these_claims_and_no_others(sentence, claims):
    assert _found(filing(sentence, terms=TERMS)) == set(claims)


@pytest.mark.parametrize(
    ("headline", "body", "claims"), NEWS, ids=[f"{head[:30]} {body[:40]}" for head, body, _ in NEWS]
)
def test_a_report_makes_these_claims_and_no_others(headline, body, claims):
    assert _found(news(headline, *([body] if body else []))) == set(claims)


def test_every_pattern_has_a_name_of_its_own():
    names = [pattern.name for pattern in PROSE_PATTERNS]
    assert len(names) == len(set(names))
