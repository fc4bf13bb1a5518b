"""Whatever a server sends, a parser gives records or one `FetchError`, and nothing else."""

import contextlib
import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import FetchError
from graphbuild.sources.articles import read_page
from graphbuild.sources.edgar_facts import iter_facts
from graphbuild.sources.edgar_indexes import parse_current, parse_index
from graphbuild.sources.edgar_lists import (
    parse_filing_index,
    parse_older_page,
    parse_submissions,
    parse_tickers,
)
from graphbuild.sources.edgar_search import parse_hits
from graphbuild.sources.newsfeed import one_story, parse_stories
from graphbuild.sources.robots import is_allowed, parse_robots
from graphbuild.sources.series import MACRO, parse_series
from tests.fixtures.edgar import FictionalCompany, Filing, LocalEdgar
from tests.sources.test_edgar_lists import MASTER
from tests.sources.test_newsfeed import FEED

COMPANY = FictionalCompany(
    cik="9990001",
    name="Northlake Compute, Inc.",
    ticker="NLKC",
    filings=[
        Filing(
            accession=f"0009990001-25-{n:06}",
            form="8-K",
            filed=dt.date(2025, 3, 1 + n),
            body="<p>Orchid lends.</p>",
        )
        for n in range(3)
    ],
    newest_page=2,
)
FACTS = {"facts": {"dei": {"X": {"units": {"shares": [{"end": "2025-01-01", "val": 1}]}}}}}


def _alone(content):
    return [one_story(content, story) for story in parse_stories(content)]


def _served(path, query=""):
    edgar = LocalEdgar.__new__(LocalEdgar)
    edgar.companies, edgar.pages = [COMPANY], {}
    found = edgar.body(path, query)
    assert found is not None
    return found[1]


FOLDER = "/Archives/edgar/data/9990001/000999000125000001"
PARSERS = {
    "submissions": (parse_submissions, _served("/submissions/CIK0009990001.json")),
    "older page": (
        lambda content: parse_older_page("1", content),
        _served("/submissions/CIK0009990001-submissions-001.json"),
    ),
    "filing index": (parse_filing_index, _served(f"{FOLDER}/index.json")),
    "tickers": (parse_tickers, _served("/files/company_tickers_exchange.json")),
    "hits": (parse_hits, _served("/LATEST/search-index", "q=orchid")),
    "facts": (lambda content: list(iter_facts(content)), json.dumps(FACTS).encode()),
    "daily index": (
        lambda content: list(parse_index(content)),
        _served("/Archives/edgar/daily-index/2025/QTR1/form.20250301.idx"),
    ),
    "master index": (lambda content: list(parse_index(content)), MASTER.replace(b" | ", b" ")),
    "feed": (_alone, FEED),
    "series": (
        lambda content: parse_series(content, MACRO[0]),
        b"observation_date,M2SL\n2025-01-01,21561.4\n",
    ),
}


@st.composite
def _hurt(draw, content):
    """The bytes with a piece cut out, doubled, or replaced."""
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 60)))
    piece = draw(
        st.binary(max_size=8)
        | st.sampled_from(
            [b"", b"null", b"[]", b"{}", b'"', b"-1", b"1e999", b"<a>", b"\xff", b"&#0;"]
        )
        | st.just(content[start:end] * 2)
    )
    return content[:start] + piece + content[end:]


@pytest.mark.parametrize("name", PARSERS)
def test_hurt_bytes_give_records_or_one_error(name):
    parse, content = PARSERS[name]
    parse(content)

    @settings(max_examples=60, deadline=None, derandomize=True)
    @given(_hurt(content) | st.binary(max_size=200))
    def holds(hurt):
        with contextlib.suppress(FetchError):
            parse(hurt)

    holds()


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.binary(max_size=300))
def test_lists_of_latest_filings_and_pages_too(content):
    with contextlib.suppress(FetchError):
        parse_current(content)
    assert read_page(content, "https://heron.example/1").access in ("open", "paywalled", "empty")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_a_robots_file(text, path):
    assert is_allowed(parse_robots(text), path) in (True, False)
