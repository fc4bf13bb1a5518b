"""RSS and Atom feeds as stories: link, headline, time with its zone, language.

A story whose page cannot be read is kept as the feed's own bytes with that one item. Not here:
pages (`articles`), what a story says (`documents`, `extract`).
"""

import copy
import datetime as dt
import email.utils
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import bs4
import feedparser
from lxml import etree

from graphbuild.errors import FetchError

# What feedparser 6 lets through on damaged bytes: "&#xD800;" and the like.
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError)
_FEED_TYPES = re.compile(r"^application/(?:rss|atom)\+xml$")
_LONGEST_SUMMARY = 2_000
_ITEM = re.compile(
    r"(?:\{(?:http://purl\.org/rss/1\.0/|http://my\.netscape\.com/rdf/simple/0\.9/"
    r"|http://backend\.userland\.com/rss2?)\})?item$"
    r"|(?:\{(?:http://www\.w3\.org/2005/Atom|http://purl\.org/atom/ns#)\})?entry$"
)
"""Items by their names: of RSS 0.9 to 2.0 and of Atom 0.3 and 1.0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One item of a feed.

    Parameters
    ----------
    key : the feed's own id of the item, else its link.
    published_at : ISO time with its zone as the feed states it; without zone where it states none;
        empty where it has no time.
    position : of the item in its feed.
    summary : the feed's own words on the item, without markup; cut at two thousand characters.
    """

    key: str
    link: str
    title: str
    published_at: str
    language: str
    position: int
    summary: str = ""

    @property
    def published_on(self) -> str:
        """The day, in the publisher's own zone."""
        return self.published_at[:10]


def parse_stories(content: bytes, base: str = "") -> tuple[Story, ...]:
    """The stories of a feed, in its order; items without link or headline are left out.

    Parameters
    ----------
    base : the feed's own address, which relative links are relative to.

    Raises
    ------
    FetchError
        not a feed, or one that declares entities.
    """
    if b"<!ENTITY" in content[:10_000].upper():
        raise FetchError("a feed that declares entities; it is not read")
    try:
        parsed = feedparser.parse(io.BytesIO(content), resolve_relative_uris=False)
    except _DAMAGED as error:
        raise FetchError(f"a damaged feed ({error}); fetch it again") from error
    if not parsed.get("version"):
        raise FetchError("not an RSS or Atom feed; correct its address in feeds.csv")
    channel: Mapping[str, Any] = parsed.feed
    return tuple(
        story
        for position, entry in enumerate(parsed.entries)
        if (story := _story(position, entry, channel, base)).link and story.title
    )


def _story(position: int, entry: Mapping[str, Any], channel: Mapping[str, Any], base: str) -> Story:
    link = _absolute(str(entry.get("link", "")).strip(), base)
    written = next((str(entry[key]) for key in ("published", "updated") if key in entry), "")
    return Story(
        key=str(entry.get("id") or link),
        link=link,
        title=" ".join(str(entry.get("title", "")).split()),
        published_at=zoned_time(written),
        language=str(entry.get("language") or channel.get("language") or ""),
        position=position,
        summary=_plain(str(entry.get("summary", "")))[:_LONGEST_SUMMARY],
    )


def _absolute(link: str, base: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link  # no address at all; whoever is to ask it will say so


def _plain(text: str) -> str:
    """Words of a summary, which may be HTML."""
    if "<" in text:
        text = bs4.BeautifulSoup(text, "lxml").get_text(" ")
    return " ".join(text.split())


def declared_feed(content: bytes, url: str) -> str:
    """The feed that a newsroom's page declares in its head, or an empty string.

    >>> page = b"<link rel='alternate' type='application/rss+xml' href='/news.xml'>"
    >>> declared_feed(page, "https://northlake.example/news")
    'https://northlake.example/news.xml'
    """
    soup = bs4.BeautifulSoup(content, "lxml")
    for tag in soup.find_all("link", rel="alternate", type=_FEED_TYPES):
        try:
            return urljoin(url, str(tag.get("href") or ""))
        except ValueError:
            continue
    return ""


def zoned_time(text: str) -> str:
    """An ISO time that keeps the zone it was written with.

    >>> zoned_time("Wed, 04 Mar 2026 08:00:00 -0500")
    '2026-03-04T08:00:00-05:00'
    >>> zoned_time("2026-03-04T08:00:00Z"), zoned_time("2026-03-04"), zoned_time("soon")
    ('2026-03-04T08:00:00+00:00', '2026-03-04T00:00:00', '')
    """
    text = text.strip()
    try:
        return dt.datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        pass
    try:
        return email.utils.parsedate_to_datetime(text).isoformat(timespec="seconds")
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def one_story(content: bytes, story: Story) -> bytes:
    """The feed with this one item in it.

    Raises
    ------
    FetchError
        a feed so damaged that its items cannot be told apart, or another item at this place.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    items = [] if root is None else _items(root)
    if story.position >= len(items) or not _is_told(items[story.position], story):
        raise FetchError(f"{story.link}: not found among {len(items)} items of its feed")
    whole = copy.deepcopy(root)
    for number, node in enumerate(_items(whole)):
        parent = node.getparent()
        if number != story.position and parent is not None:
            parent.remove(node)
    return etree.tostring(whole, xml_declaration=True, encoding="utf-8")


def _items(root: etree._Element) -> list[etree._Element]:
    """Items of RSS and entries of Atom; elements of that name in other vocabularies are none."""
    return [
        node
        for node in root.iter()
        if isinstance(node.tag, str) and _ITEM.match(node.tag) is not None
    ]


def _is_told(node: etree._Element, story: Story) -> bool:
    """Whether an item holds the story's headline or its link."""
    texts = [" ".join((part.text or "").split()) for part in node.iter()]
    links = [*texts, *(part.get("href") or "" for part in node.iter())]
    # A relative link is the end of the story's.
    is_linked = any(link and story.link.endswith(link.lstrip("./")) for link in links)
    return is_linked or story.title in texts or story.key in texts
