"""A page behind a story: whether it can be read, its language, canonical link and time.

trafilatura finds the body, BeautifulSoup what stands in the page's head. A body behind a paywall or
a page without one is said to be so; nothing is guessed from the page's furniture. Not here: asking
(`http`), robots.txt (`robots`), one story in many outlets (`likeness`).
"""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urljoin, urlsplit

import bs4
import trafilatura

from graphbuild.sources.newsfeed import zoned_time

_SHORTEST_BODY = 250
"""Characters; less is a caption or a teaser."""

_TEASER = 1500
_WALL = re.compile(
    r"(?:subscrib\w+|(?:sign|log) in|create an account) to (?:continue|read)"
    r"|for subscribers only|subscriber[- ]only|already a subscriber|to continue reading"
    r"|this (?:article|content) is (?:reserved|available) (?:for|to) subscribers",
    re.IGNORECASE,
)
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
# trafilatura reports every page it gives up on; `Access` says so already.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Access(StrEnum):
    """Whether there is a body to read."""

    OPEN = "open"
    PAYWALLED = "paywalled"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page says of itself.

    Parameters
    ----------
    canonical : its address as it states it, on the same site; else where it was found.
    published_at : ISO time with zone, or empty.
    body : the article's text, empty where there is none.
    """

    access: Access
    canonical: str
    language: str
    published_at: str
    body: str


def read_page(content: bytes, url: str) -> Page:
    """Look at a page.

    >>> read_page(b"<html lang='de'><body>Menu</body></html>", "https://a.example/b").access.value
    'empty'
    """
    soup = bs4.BeautifulSoup(content, "lxml")
    body = _body(content, url)
    html = soup.find("html")
    language = str(html.get("lang") or "") if isinstance(html, bs4.Tag) else ""
    return Page(
        access=_access(soup, body),
        canonical=_canonical(soup, url),
        language=language.strip().lower(),
        published_at=zoned_time(_meta(soup, "article:published_time") or _stated(soup)),
        body=body,
    )


def _body(content: bytes, url: str) -> str:
    try:
        return trafilatura.extract(content, url=url, include_comments=False) or ""
    except _DAMAGED:
        return ""


def _access(soup: bs4.BeautifulSoup, body: str) -> Access:
    is_walled = any(
        str(found.get("isAccessibleForFree", "true")).lower() == "false" for found in _linked(soup)
    )
    # What the page says of itself counts; words in a menu do not, so short ones are looked at in
    # the body, or in all of a page that has none.
    words = body if len(body) >= _SHORTEST_BODY else soup.get_text(" ", strip=True)
    if is_walled or (len(body) < _TEASER and _WALL.search(words)):
        return Access.PAYWALLED
    return Access.OPEN if len(body) >= _SHORTEST_BODY else Access.EMPTY


def _canonical(soup: bs4.BeautifulSoup, url: str) -> str:
    """A canonical link that leads to another site is not believed."""
    tag = soup.find("link", rel="canonical")
    href = str(tag.get("href") or "") if isinstance(tag, bs4.Tag) else ""
    try:
        stated = urljoin(url, href)
        same = _site(stated) == _site(url) and urlsplit(stated).scheme in ("http", "https")
    except ValueError:
        return url
    is_home = (urlsplit(stated).path or "/") == "/" != (urlsplit(url).path or "/")
    return stated if href and same and not is_home else url


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _meta(soup: bs4.BeautifulSoup, name: str) -> str:
    tag = soup.find("meta", property=name) or soup.find("meta", attrs={"name": name})
    return str(tag.get("content") or "") if isinstance(tag, bs4.Tag) else ""


def _stated(soup: bs4.BeautifulSoup) -> str:
    return next((str(f["datePublished"]) for f in _linked(soup) if f.get("datePublished")), "")


def _linked(soup: bs4.BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD objects."""
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            told = json.loads(tag.get_text())
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict):
            told = told.get("@graph", told)
        for found in told if isinstance(told, list) else [told]:
            if isinstance(found, dict):
                yield found
