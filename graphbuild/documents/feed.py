"""RSS and Atom -> one document with an entry an item: headline, cleaned body, date, publisher.

Bodies come as HTML escaped once or twice, with page chrome and wire markup. Not here: fetching
(`sources`), what a story says (`extract`).
"""

import html
import io
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import bs4
import feedparser

from graphbuild.documents.formrows import FormText
from graphbuild.documents.identity import Header
from graphbuild.documents.markup import readable, refuse_entities
from graphbuild.documents.rendering import Rendering
from graphbuild.errors import ParseError
from graphbuild.records.document import Entry, Filer, Paragraph, RawItem, SourceTier
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.keys import slug
from graphbuild.records.period import PartialDate

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_EDGAR_LIST = re.compile(r"<title>Latest Filings|action=getcurrent")
# What feedparser 6 lets through on damaged bytes: "&#xD800;" and the like.
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError)
_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "blockquote", "figcaption")
_UNREAD = ("script", "style", "form", "button", "noscript", "iframe", "nav")
# Reuters puts its own addresses into the copy: [USN:L4N44E1B2 TEXT:"topped"], <NVDA.O>.
_WIRE = re.compile(r"\[[A-Z]{2,5}:[A-Z0-9]{6,20}[^\]]{0,200}\]|<[A-Z0-9]{1,8}\.[A-Z]{1,2}>")
_CHROME = re.compile(
    r"^(?:(?:bookmark|share|tweet|print|save|email|whatsapp|facebook|linkedin|twitter|x|copy link"
    r"|read more|continue reading|advertisement|subscribe|sign up|log in)\b[\s|,.:…]*)+$"
    r"|^the post .{1,300} appeared first on .{1,100}$",
    re.IGNORECASE,
)
_RELAY = re.compile(r"^(?P<title>.{8,}?)\s+[-–—|]\s+(?P<publisher>[^-–—|]{2,40})$")
_RELAY_HOSTS = frozenset({"news.google.com", "www.bing.com", "news.yahoo.com"})


def is_feed(text: str) -> bool:
    """Whether a text is RSS or Atom."""
    return _FEED.search(text, 0, 3000) is not None


def is_filing_list(text: str) -> bool:
    """Whether a feed is EDGAR's list of latest filings, which is no evidence."""
    return _EDGAR_LIST.search(text, 0, 5000) is not None


def read_feed(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """The feed's items in order.

    Raises
    ------
    ParseError
        it is EDGAR's list of filings, declares entities, or has no item.
    """
    refuse_entities(text)
    if is_filing_list(text):
        raise ParseError("EDGAR's list of latest filings; no evidence, read the filings themselves")
    try:
        parsed = feedparser.parse(io.BytesIO(item.content), resolve_relative_uris=False)
    except _DAMAGED as error:
        raise ParseError(f"a damaged feed ({error}); fetch it again") from error
    if not parsed.entries:
        raise ParseError("a feed without items; fetch it again")
    channel: Mapping[str, Any] = parsed.feed
    written = FormText(item)
    entries = [
        entry for found in parsed.entries if (entry := _write_entry(written, found, channel))
    ]
    rendering = Rendering(
        text="\n".join(written.lines),
        paragraphs=tuple(written.paragraphs),
        entries=tuple(entries),
        issues=tuple(_undated(item, entries)),
        title=_line(str(channel.get("title", ""))),
    )
    return rendering, _header(item, channel, entries)


def _write_entry(
    written: FormText, found: Mapping[str, Any], channel: Mapping[str, Any]
) -> Entry | None:
    link = str(found.get("link", ""))
    headline = _line(str(found.get("title", "")))
    title, publisher = _without_publisher(headline, link, _publisher(found))
    lines = [title, *(line for line in _body(found) if not _repeats(line, headline, title))]
    if not title:
        return None
    first = len(written.paragraphs)
    for line in lines:
        written.prose(line, heading=title)
    spans: list[Paragraph] = written.paragraphs[first:]
    return Entry(
        link=link,
        title=title,
        published_on=_date(found),
        start=spans[0].start,
        end=spans[-1].end,
        language=str(found.get("language") or channel.get("language") or "").replace("mul", ""),
        publisher=publisher or _line(str(channel.get("title", ""))),
    )


def _publisher(found: Mapping[str, Any]) -> str:
    source = found.get("source")
    named = source.get("title", "") if isinstance(source, Mapping) else ""
    keys = ("wire_publisher", "dc_publisher", "wire_platform")
    return _line(str(named or next((found[key] for key in keys if found.get(key)), "")))


def _without_publisher(headline: str, link: str, publisher: str) -> tuple[str, str]:
    """Google News writes "headline - Publisher"; others only where the publisher is known."""
    match = _RELAY.match(headline)
    if match is None:
        return headline, publisher
    is_relayed = urlsplit(link).hostname in _RELAY_HOSTS if link.startswith("http") else False
    if is_relayed or match["publisher"].casefold() == publisher.casefold():
        return match["title"], match["publisher"]
    return headline, publisher


def _body(found: Mapping[str, Any]) -> list[str]:
    """The longest text of the item as lines."""
    contents = [str(part.get("value", "")) for part in found.get("content", ())]
    texts = [clean_body(text) for text in (*contents, str(found.get("summary", "")))]
    return max(texts, key=lambda lines: sum(map(len, lines)), default=[])


def clean_body(body: str) -> list[str]:
    """Lines of an item's HTML: unescaped, without chrome and wire markup.

    >>> clean_body("&lt;p&gt;Acme paid $2&amp;nbsp;billion. [USN:L4N44E1B2]&lt;/p&gt;<p>Share</p>")
    ['Acme paid $2 billion.']
    """
    body = _WIRE.sub("", body)
    if "&lt;" in body and re.search(r"&lt;/?[a-z][a-z0-9]*[ /&]", body):
        body = html.unescape(body)
    if "<" in body or "&" in body:
        soup = bs4.BeautifulSoup(body, "lxml")
        for tag in soup.find_all(_UNREAD):
            tag.decompose()
        for tag in soup.find_all(_BLOCKS):
            tag.append("\n")
        body = soup.get_text()
    lines = (_line(line) for line in _WIRE.sub("", body).splitlines())
    return [line for line in lines if line and not _CHROME.match(line)]


def _line(text: str) -> str:
    return " ".join(readable(html.unescape(text)).split())


def _repeats(line: str, headline: str, title: str) -> bool:
    """Whether a summary only says the headline again, with the publisher behind it."""
    words = re.sub(r"\W+", " ", line).casefold().strip()
    said = (re.sub(r"\W+", " ", text).casefold().strip() for text in (headline, title))
    return any(words.startswith(text) and len(words) - len(text) < 40 for text in said)


def _date(found: Mapping[str, Any]) -> PartialDate | None:
    # Asked with "in": feedparser answers get("updated_parsed") with another date, and a warning.
    dates = (found[key] for key in ("published_parsed", "updated_parsed") if key in found)
    moment = next(filter(None, dates), None)
    if not moment:
        return None
    try:
        return PartialDate(f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}")
    except ValueError:
        return None


def _header(item: RawItem, channel: Mapping[str, Any], entries: list[Entry]) -> Header:
    """A feed on a party's own site is that party's release; any other is news.

    The site has the party's name, or that of its product whose blog it is ("Cursor Blog").
    """
    dates = [entry.published_on for entry in entries if entry.published_on]
    title = _line(str(channel.get("title", "")))
    blog = _BLOG.fullmatch(title)
    names = [name for name in (item.company, blog and blog["whose"]) if name]
    is_own = bool(item.company) and any(
        all(slug(name).replace("-", "") in _host(entry.link) for entry in entries) for name in names
    )
    return Header(
        filer=Filer(name=item.company) if is_own and item.company else None,
        filed_on=max(dates, key=lambda date: date.last_day()) if dates else None,
        title=title,
        tier=SourceTier.RELEASE if is_own else SourceTier.NEWS,
    )


_BLOG = re.compile(
    r"(?:The )?(?P<whose>\w.*?)(?:['’]s)? (?:Blog|Newsroom|Press Releases)", re.IGNORECASE
)


def _host(link: str) -> str:
    """The host without dots, to look a company's name up in it: "x.ai" holds "xai"."""
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").replace(".", "").replace("-", "")


def _undated(item: RawItem, entries: list[Entry]) -> list[Issue]:
    count = sum(entry.published_on is None for entry in entries)
    if not count:
        return []
    return [
        Issue(
            stage="parse",
            severity=Severity.WARNING,
            code="undated-entry",
            where=item.path,
            message=f"{count} of {len(entries)} items have no date",
            advice="they are left out of as-of answers",
        )
    ]
