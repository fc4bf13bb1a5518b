"""A news page -> headline, body and date, without the page around them.

trafilatura finds the article; where it finds none, nothing is guessed from the page's furniture.
An article saved as plain text is all article.
"""

import logging
import re

import trafilatura
from trafilatura.settings import use_config

from graphbuild.documents.covers import head_lines
from graphbuild.documents.datelines import story_date
from graphbuild.documents.formrows import FormText
from graphbuild.documents.identity import Header
from graphbuild.documents.markup import readable, refuse_entities
from graphbuild.documents.plain import render_plain
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.single import looks_like_markup
from graphbuild.errors import ParseError
from graphbuild.records.document import Entry, Filer, RawItem, SourceTier
from graphbuild.records.period import PartialDate

_SHORTEST_ARTICLE = 120
"""Less than this is a caption or a menu that trafilatura took for the article."""

# Dates the page states; none guessed from its text, none dropped for being later than today.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
# trafilatura 2 pads tables by what a cell says it spans; no article has ten columns in one.
_HUGE_SPAN = re.compile(r"\b(?:col|row)span\s*=\s*[\"']?\s*[+-]?\d[\d.e]+", re.IGNORECASE)
# What trafilatura 2 lets through on damaged pages.
_DAMAGED = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
# trafilatura reports every page it gives up on; the issue says so already.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_article(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """The page's article, as one entry.

    Raises
    ------
    ParseError
        no article in the page, or declared entities.
    """
    refuse_entities(text)
    if not looks_like_markup(text):
        date = item.published_on or story_date(head_lines(text))
        return render_plain(text), _header(item, date)
    try:
        found = trafilatura.bare_extraction(
            _HUGE_SPAN.sub("", text),
            url=item.url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATES,
            config=_CONFIG,
        )
    except _DAMAGED as error:
        raise ParseError(f"a damaged page ({error}); save it again") from error
    body = readable(str(getattr(found, "text", "") or ""))
    if found is None or len(body) < _SHORTEST_ARTICLE:
        raise ParseError("no article found in the page; save the article's own page or its text")
    title = str(getattr(found, "title", "") or "")
    date = _date(getattr(found, "date", None)) or item.published_on
    publisher = str(getattr(found, "sitename", "") or "")
    written = FormText(item)
    written.prose(title)
    for line in body.splitlines():
        if " ".join(line.split()) != title:
            written.prose(line, heading=title)
    entry = Entry(
        link=item.url or str(getattr(found, "url", "") or ""),
        title=title,
        published_on=date,
        start=0,
        end=written.position,
        language=str(getattr(found, "language", "") or ""),
        publisher=publisher,
    )
    rendering = Rendering(
        text="\n".join(written.lines),
        paragraphs=tuple(written.paragraphs),
        entries=(entry,),
        title=title,
    )
    return rendering, _header(item, date, title)


def _header(item: RawItem, date: PartialDate | None, title: str = "") -> Header:
    """Who says it: the company whose release it is, or a newspaper."""
    is_release = item.kind.lower() == "release"
    return Header(
        filer=Filer(name=item.company) if is_release and item.company else None,
        filed_on=date,
        title=title,
        tier=SourceTier.RELEASE if is_release else SourceTier.NEWS,
    )


def _date(text: object) -> PartialDate | None:
    try:
        return PartialDate(str(text)[:10]) if text else None
    except ValueError:
        return None
