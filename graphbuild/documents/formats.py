"""The list of formats: which kinds of file there are, who reads them, and which are no evidence.

A reader is ``(item, text) -> (Rendering, Header)`` and raises `ParseError` for bytes that are not
what their kind says. Not here: how anything is read.
"""

from collections.abc import Callable
from dataclasses import dataclass

from graphbuild.documents.html import render_html
from graphbuild.documents.identity import Header
from graphbuild.documents.rendering import Rendering
from graphbuild.records.document import RawItem

Reader = Callable[[RawItem, str], tuple[Rendering, Header]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One family of files.

    Parameters
    ----------
    kinds : the manifest's kinds, upper case; a kind's amendment ("10-K/A") is found without it.
    read : its reader, or ``None`` where the files are no evidence.
    reason : why they are none, for the list of what was left out.
    """

    name: str
    kinds: frozenset[str]
    read: Reader | None = None
    reason: str = ""


def _kinds(words: str) -> frozenset[str]:
    return frozenset(kind.strip().upper() for kind in words.split(","))


def _read_filing(item: RawItem, text: str) -> tuple[Rendering, Header]:  # noqa: ARG001 - a Reader
    return render_html(text), Header()


FORMATS: tuple[Format, ...] = (
    Format(
        name="filing",
        kinds=_kinds(
            "10-K, 10-KT, 10-Q, 10-QT, 8-K, 8-K12B, 6-K, 20-F, 40-F, 11-K, 10-D, S-1, S-3, S-3ASR,"
            " S-4, S-8, F-1, F-3, F-4, 424B1, 424B2, 424B3, 424B4, 424B5, 424B7, 424B8, FWP, 425,"
            " ARS, DEF 14A, DEFM14A, PRE 14A, DEFA14A, SC TO-T, SC TO-I, SC 14D9, SC 13E3, ABS-15G,"
            " ABS-EE, EX-2, EX-4, EX-10, EX-99, RELEASE, 13F-NT, N-CSR, N-CSRS, 1-A, CORRESP"
        ),
        read=_read_filing,
    ),
    Format(
        name="filing list",
        kinds=_kinds("filing-index-html, index-headers-html, dir-index-json, filing-summary-xml"),
        reason="lists the files of a filing and says nothing itself",
    ),
    Format(
        name="EDGAR index",
        kinds=_kinds("index, atom-getcurrent"),
        reason="a list of filings, not a filing",
    ),
    Format(
        name="EDGAR submissions",
        kinds=_kinds("submissions-json"),
        reason="a company's list of filings; used to look filings up, not as evidence",
    ),
    Format(
        name="ticker table",
        kinds=_kinds("company_tickers-json"),
        reason="a table of tickers and CIKs; used to look companies up, not as evidence",
    ),
    Format(
        name="error page",
        kinds=_kinds("sec-error-page"),
        reason="the server's error message in place of a document; fetch it again",
    ),
)


def format_of(kind: str) -> Format | None:
    """The format of a kind; ``None`` for one nobody listed."""
    wanted = kind.strip().upper().removesuffix("/A")
    exhibit = wanted.partition(".")[0]
    for form in FORMATS:
        if wanted in form.kinds or (wanted.startswith("EX-") and exhibit in form.kinds):
            return form
    return None
