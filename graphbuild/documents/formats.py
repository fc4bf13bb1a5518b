"""The list of formats: which kinds of file there are, who reads them, and which are no evidence.

A reader is ``(item, text) -> (Rendering, Header)`` and raises `ParseError` for bytes that are not
what their kind says. Not here: how anything is read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from graphbuild.documents.article import read_article
from graphbuild.documents.covers import head_lines, stated_form
from graphbuild.documents.datelines import (
    front_matter,
    stated_date,
    story_date,
    without_front_matter,
)
from graphbuild.documents.feed import is_feed, is_filing_list, read_feed
from graphbuild.documents.identity import Header
from graphbuild.documents.plain import render_plain
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.sgml import is_submission
from graphbuild.documents.single import looks_like_markup, read_single
from graphbuild.documents.submission import read_submission
from graphbuild.records.document import RawItem, SourceTier

Reader = Callable[[RawItem, str], tuple[Rendering, Header]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One family of files.

    Parameters
    ----------
    kinds : the manifest's kinds, upper case; an amendment ("10-K/A") is found without its "/A".
    read : its reader, or ``None`` where the files are no evidence.
    reason : why they are none, for the list of what was left out.
    has_cover : whether its first page may say what it is and who files it.
    """

    name: str
    kinds: frozenset[str]
    read: Reader | None = None
    reason: str = ""
    has_cover: bool = False


def _kinds(words: str) -> frozenset[str]:
    return frozenset(kind.strip().upper() for kind in words.split(","))


def read_filing(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """A filing: a full submission, or one document of it."""
    return read_submission(item, text) if is_submission(text) else read_single(item, text)


def read_text(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """A copy in plain text or Markdown, of a filing by its first page, else of nobody."""
    lines = head_lines(text)
    if is_submission(text) or stated_form(lines):
        return read_filing(item, text)
    told = front_matter(text)
    header = Header(
        tier=SourceTier.NEWS if told and item.url else SourceTier.UNNAMED,
        filed_on=item.published_on or stated_date(told) or story_date(lines),
        title=told.get("title", ""),
    )
    return render_plain(without_front_matter(text)), header


FORMATS: tuple[Format, ...] = (
    Format(
        name="filing",
        kinds=_kinds(
            "filing, 10-K, 10-KT, 10-K405, 10-Q, 10-QT, 8-K, 8-K12B, 6-K, 20-F, 40-F, 11-K, 10-D,"
            " 10-12B, S-1, S-3, S-3ASR, S-4, S-8, S-11, F-1, F-3, F-3ASR, F-4, 424B1, 424B2, 424B3,"
            " 424B4, 424B5, 424B7, 424B8, FWP, 425, ARS, DEF 14A, DEFM14A, PRE 14A, DEFA14A,"
            " SC TO-T, SC TO-I, SC 14D9, SC 13E3, ABS-15G, ABS-EE, N-CSR, N-CSRS, 1-A, CORRESP"
        ),
        read=read_filing,
        has_cover=True,
    ),
    Format(name="XBRL viewer page", kinds=_kinds("xbrl-viewer"), read=read_filing),
    Format(
        name="exhibit",
        kinds=_kinds("EX-1, EX-2, EX-4, EX-10, EX-21, EX-99"),
        read=read_filing,
        has_cover=True,
    ),
    Format(
        name="ownership form",
        kinds=_kinds(
            "13F, 13F-HR, 13F-NT, 3, 4, 5, 144, D, SC 13D, SC 13G, SCHEDULE 13D, SCHEDULE 13G"
        ),
        read=read_filing,
    ),
    Format(
        name="fund portfolio",
        kinds=_kinds("NPORT-P, NPORT-EX, N-PORT, N-PORT-P"),
        read=read_filing,
    ),
    Format(name="feed", kinds=_kinds("rss, atom, feed"), read=read_feed),
    Format(name="article", kinds=_kinds("article, news, html, release"), read=read_article),
    Format(name="text", kinds=_kinds("txt, md, text, markdown"), read=read_text, has_cover=True),
    Format(
        name="filing list",
        kinds=_kinds(
            "filing-index-html, index-headers-html, dir-index-json, filing-summary-xml, index"
        ),
        reason="lists filings or their files and says nothing itself",
    ),
    Format(
        name="EDGAR's latest filings",
        kinds=_kinds("atom-getcurrent"),
        reason="a list of filings, not a filing",
    ),
    Format(
        name="EDGAR submissions",
        kinds=_kinds("submissions-json"),
        reason="a company's list of filings, used to look filings up",
    ),
    Format(
        name="EDGAR company facts",
        kinds=_kinds("companyfacts-json"),
        reason="a company's own figures, which name no other party: figures, not claims",
    ),
    Format(
        name="ticker table",
        kinds=_kinds("company_tickers-json"),
        reason="a table of tickers and CIKs, used to look companies up",
    ),
    Format(
        name="error page",
        kinds=_kinds("sec-error-page"),
        reason="the server's error message in place of a document; fetch it again",
    ),
)

_ERROR_PAGE = re.compile(
    r"<Error><Code>\w+</Code>|<title>(?:SEC\.gov \| )?(?:Request Rate Threshold|Access Denied"
    r"|Page Not Found|File Unavailable|404|403)",
    re.IGNORECASE,
)
_LISTING = re.compile(r"<title>(?:Filing Index|EDGAR Filing Documents for)|<FilingSummary>")
_VIEWER_PAGE = re.compile(r"R\d+(?:\.HTM)?")
_TEXT_NAMES = (".txt", ".text", ".md", ".markdown", ".eml", ".mht", ".mhtml")
_INLINE = "xmlns:ix="
_FILING = re.compile(
    r"securities\s+and\s+exchange\s+commission|\bexhibit\s+\d{1,2}\.?\d*\b"
    r"|<(?:\w+:)?(?:ownershipDocument|edgarSubmission|informationTable)\b"
    r"|<table class=\"report\"",
    re.IGNORECASE,
)


def format_of(kind: str) -> Format | None:
    """The format of a kind; ``None`` for one nobody listed."""
    wanted = kind.strip().upper().removesuffix("/A")
    exhibit = wanted.partition(".")[0]
    if _VIEWER_PAGE.fullmatch(wanted):
        wanted = "XBRL-VIEWER"
    for form in FORMATS:
        if wanted in form.kinds or (wanted.startswith("EX-") and exhibit in form.kinds):
            return form
    return None


def sniff(text: str, path: str = "") -> str:
    """The kind of a file without one, from its content: a kind of `FORMATS`, or empty.

    The first of: error page, list, submission, feed, filing, form by its first page, HTML page,
    plain text.
    """
    head = text[:20_000]
    if _ERROR_PAGE.search(head):
        return "sec-error-page"
    if _LISTING.search(head):
        return "filing-index-html"
    if is_submission(text):
        return "filing"
    if is_feed(text):
        return "atom-getcurrent" if is_filing_list(text) else "rss"
    if _INLINE in head:
        return "filing"
    if stated := stated_form(head_lines(text), path):
        return stated
    if _FILING.search(head) and "<" in head:
        return "filing"
    if looks_like_markup(text):
        return "article"
    name = path.lower().removesuffix(".gz")
    return "txt" if name.endswith(_TEXT_NAMES) else ""
