"""Pages: open, paywalled, empty; and one story in many outlets."""

import random

import pytest

from graphbuild.sources.articles import Access, read_page
from graphbuild.sources.likeness import (
    SAME_STORY,
    Stories,
    likeness,
    read_signature,
    signature,
    written,
)

URL = "https://heron.example/2026/lease?from=feed"
STORY = (
    "Northlake Compute has signed a lease with Fallow Sites for a data center in the north of the"
    " country, the companies said on Tuesday. The lease runs for fifteen years and is worth about"
    " $2.5 billion, according to people who have seen the contract and asked not to be named."
    " Fallow Sites will build two halls, and Northlake will fill them with machines bought on"
    " credit from a supplier that it did not name."
)


def _page(body, head="", lang="en"):
    paragraphs = "".join(f"<p>{part.strip()}.</p>" for part in body.split(". "))
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Lease</title>{head}</head><body><nav>"
        f"<a href='/'>Home</a></nav><article><h1>Northlake signs lease</h1>{paragraphs}</article>"
        "<footer>Copyright</footer></body></html>"
    ).encode()


def test_an_open_page_gives_body_language_link_and_time():
    head = (
        '<link rel="canonical" href="/2026/lease">'
        '<meta property="article:published_time" content="2026-03-04T08:00:00-05:00">'
    )
    page = read_page(_page(STORY, head, "en-GB"), URL)
    assert page.access is Access.OPEN
    assert page.canonical == "https://heron.example/2026/lease"
    assert page.language == "en-gb"
    assert page.published_at == "2026-03-04T08:00:00-05:00"
    assert "fifteen years" in page.body
    assert "Copyright" not in page.body


@pytest.mark.parametrize(
    "href",
    ["https://evil.example/x", "javascript:alert(1)", "http://[bad", "file:///etc/passwd", ""],
)
def test_a_canonical_link_to_another_place_is_not_believed(href):
    page = read_page(_page(STORY, f'<link rel="canonical" href="{href}">'), URL)
    assert page.canonical == URL


def test_time_may_stand_in_linked_data():
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "datePublished": "2026-03-04T08:00:00Z"}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    assert read_page(_page(STORY, head), URL).published_at == "2026-03-04T08:00:00+00:00"


def test_a_wall_before_the_body_is_seen():
    teaser = "Northlake has signed a lease. Subscribe to continue reading"
    assert read_page(_page(teaser), URL).access is Access.PAYWALLED
    head = '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>'
    assert read_page(_page(STORY, head), URL).access is Access.PAYWALLED


def test_a_long_page_that_also_sells_subscriptions_is_open():
    page = _page(". ".join([STORY] * 5) + ". Already a subscriber? Sign in to continue")
    assert read_page(page, URL).access is Access.OPEN


@pytest.mark.parametrize("content", [b"", b"\0\xff", b"<html></html>", _page("Short")])
def test_a_page_without_a_body_is_empty(content):
    assert read_page(content, URL).access is Access.EMPTY


def test_a_relayed_story_is_the_same_and_another_is_not():
    relayed = "LONDON (Wire) - " + STORY.replace("on Tuesday", "Tuesday") + " Reporting by nobody."
    other = (
        "Borealis Bank has lent four hundred million dollars to Harbor Compute, which will buy"
        " machines with it and pledge them. The loan runs for five years, and a guarantee of the"
        " parent stands behind it, the bank said in a filing on Monday."
    )
    known = Stories()
    for key, text in (("other", other), ("first", STORY), ("short", "few"), ("again", STORY)):
        known.add(key, signature(text))
    assert known.find_same(signature(relayed)) == "first"
    assert likeness(signature(STORY), signature(other)) < 0.1
    assert known.find_same(signature("too few words")) is None


def test_bands_find_what_comparing_with_every_story_finds():
    """Texts that share a known part of their shingles, compared with all of them as referee."""
    chance = random.Random(96)
    words = [f"word{n}" for n in range(5000)]
    stories = [" ".join(chance.choices(words, k=200)) for _ in range(150)]
    signatures = [signature(text) for text in stories]
    known = Stories()
    for number, marks in enumerate(signatures):
        known.add(str(number), marks)
    found = wanted = 0
    for number, text in enumerate(stories):
        cut = chance.randrange(0, 120)
        relayed = signature(" ".join(text.split()[cut:]) + " and more words of its own")
        all_same = [
            str(n) for n, marks in enumerate(signatures) if likeness(relayed, marks) >= SAME_STORY
        ]
        answer = known.find_same(relayed)
        assert answer is None or answer == all_same[0]
        wanted += bool(all_same)
        found += answer is not None
        assert (answer == str(number)) is (answer is not None)
    assert wanted > 60
    assert found >= 0.97 * wanted


def test_signatures_are_kept_as_text_for_years():
    marks = signature(STORY)
    assert read_signature(written(marks)) == marks
    assert written(marks)[:16] == "7b247dc74e2060c8"
    assert read_signature("no hex at all") == ()
