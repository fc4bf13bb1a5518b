"""Feeds as stories."""

from pathlib import Path

import pytest
from lxml import etree

from graphbuild.errors import FetchError
from graphbuild.sources.newsfeed import one_story, parse_stories

FEED = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Daily Heron</title><language>en-gb</language>
<item><title>Northlake  borrows</title><link>https://heron.example/1</link><guid>h-1</guid>
<pubDate>Wed, 04 Mar 2026 08:00:00 -0500</pubDate><description>Much money.</description></item>
<item><title>Borealis lends</title><link>https://heron.example/2</link>
<pubDate>someday</pubDate></item>
<item><title>No link</title></item>
</channel></rss>
"""
ATOM = Path(__file__).parent.parent / "fixtures" / "news" / "northlake.xml"


def test_stories_keep_the_zone_they_were_published_in():
    one, two = parse_stories(FEED)
    assert (one.key, one.link, one.title) == ("h-1", "https://heron.example/1", "Northlake borrows")
    assert (one.published_at, one.published_on) == ("2026-03-04T08:00:00-05:00", "2026-03-04")
    assert one.language == "en-gb"
    assert (two.key, two.published_at) == ("https://heron.example/2", "")


def test_atom_is_a_feed_too():
    (story,) = parse_stories(ATOM.read_bytes())
    assert story.link == "https://www.northlake.example/news/raise"
    assert story.published_at == "2026-08-02T00:00:00+00:00"


@pytest.mark.parametrize("feed", [FEED, ATOM.read_bytes()], ids=["rss", "atom"])
def test_a_story_alone_is_still_a_feed(feed):
    story = parse_stories(feed)[-1]
    alone = one_story(feed, story)
    assert [s.link for s in parse_stories(alone)] == [story.link]
    assert etree.fromstring(alone).tag == etree.fromstring(feed).tag
    assert one_story(feed, story) == alone


def test_an_item_of_another_vocabulary_is_no_story():
    advert = b'<x:item xmlns:x="https://adverts.example/"><x:title>Buy</x:title></x:item>'
    feed = FEED.replace(b"<item><title>Northlake", advert + b"<item><title>Northlake", 1)
    for story in parse_stories(feed):
        assert story.title.encode() in b" ".join(one_story(feed, story).split())
        assert b"Buy" not in one_story(feed, story) or b"<x:item" in one_story(feed, story)


def test_another_item_at_the_storys_place_is_refused():
    story = parse_stories(FEED)[0]
    other = FEED.replace(b"Northlake  borrows", b"Heron lays eggs").replace(b"/1<", b"/9<")
    with pytest.raises(FetchError, match="not found among"):
        one_story(other.replace(b"h-1", b"h-9"), story)


def test_a_relative_link_is_relative_to_the_feed():
    feed = FEED.replace(b"https://heron.example/1", b"/news/1")
    story = parse_stories(feed, "https://heron.example/feeds/all.xml")[0]
    assert story.link == "https://heron.example/news/1"
    assert [s.title for s in parse_stories(one_story(feed, story))] == [story.title]


def test_a_date_beyond_all_zones_is_none():
    feed = FEED.replace(b"-0500", b"+99999999999999999999")
    assert parse_stories(feed)[0].published_at == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"<html><body>gone</body></html>", b"{}", b'<!DOCTYPE x [<!ENTITY a "b">]><rss/>'],
)
def test_what_is_no_feed_is_refused(content):
    with pytest.raises(FetchError, match="feed"):
        parse_stories(content)
