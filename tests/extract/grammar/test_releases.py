"""Whom "the Company" means in a press release without a filer."""

from dataclasses import replace

import pytest

from graphbuild.extract.grammar.releases import release_terms
from tests.extract.writing import FILER, filing, news


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        (
            "EASTON, July 6, 2026 (GLOBE NEWSWIRE) -- Quillstone Inc. (Nasdaq: QLST) "
            "(“Quillstone” or the “Company”), an operator, today announced two deals.",
            "Quillstone Inc.",
        ),
        (
            "DALLAS, May 20, 2026 (GLOBE NEWSWIRE) -- Lumen Robotics (NASDAQ: LUMN), a designer "
            "of data centers, today announced a lease.",
            "Lumen Robotics",
        ),
    ],
)
def test_the_opening_of_a_release_says_who_the_company_is(opening, name):
    terms = dict(release_terms(filing(opening, filer=None)))
    assert terms == {"the Company": name, "The Company": name}


@pytest.mark.parametrize(
    "opening",
    [
        "Quillstone signed a lease with Meridian. The company is based in Dallas.",
        "Quillstone (the “Company”) and Lumen Robotics (the “Company”) signed a lease.",
    ],
)
def test_an_article_and_two_companies_define_nobody(opening):
    assert release_terms(filing(opening, filer=None)) == ()


def test_a_filing_and_a_feed_define_nobody_here():
    words = "Quillstone (the “Company”) signed a lease."
    assert release_terms(filing(words, filer=FILER)) == ()
    assert release_terms(replace(news("A story", words), filer=None)) == ()
