"""One document of a filing, by what its bytes look like: XML form, viewer page, HTML, plain text.

The kind does not decide here: a "Form 4" can be XML, a viewer's page or a submission. Not here:
submissions (`submission`).
"""

import re
from dataclasses import replace

from graphbuild.documents.html import render_html
from graphbuild.documents.identity import Header, written_date
from graphbuild.documents.ownership import read_form
from graphbuild.documents.plain import render_plain
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.subsidiaries import subsidiary_rows
from graphbuild.documents.viewed import is_viewed_form, read_viewed_form
from graphbuild.records.document import RawItem
from graphbuild.records.period import PartialDate

_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|table|font|span|center|xbrl)\b", re.IGNORECASE
)
_XML_FORM = re.compile(
    r"<(?:[A-Za-z0-9_]+:)?(?:ownershipDocument|edgarSubmission|informationTable)\b"
)
_AS_OF = re.compile(r"\b(?:as of|at)\s+([A-Z][a-z]+ \d{1,2}, \d{4})")
_HEAD = 20_000


def read_single(
    item: RawItem, text: str, *, offset: int = 0, part: str = ""
) -> tuple[Rendering, Header]:
    """The document's text and marks, and what it says about itself.

    Raises
    ------
    ParseError
        nothing readable in it.
    """
    if _XML_FORM.search(text, 0, 3000):
        form = read_form(item, text, offset=offset, part=part)
        if form is not None:
            return form
    if not part and is_viewed_form(text):
        return read_viewed_form(item, text)
    if looks_like_markup(text):
        rendering = render_html(text, offset=offset, part=part)
    else:
        rendering = render_plain(text, offset=offset, part=part)
    if item.kind.upper().startswith("EX-21"):
        return _with_subsidiaries(rendering, offset)
    return rendering, Header()


def looks_like_markup(text: str) -> bool:
    """Whether a text is HTML."""
    return _MARKUP.search(text, 0, _HEAD) is not None


def _with_subsidiaries(rendering: Rendering, offset: int) -> tuple[Rendering, Header]:
    """Exhibit 21 with its rows; "as of December 31, 2025" is the date it holds for."""
    stated = _AS_OF.search(rendering.text)
    day = written_date(stated[1]) if stated else None
    return (
        replace(rendering, rows=subsidiary_rows(rendering, offset)),
        Header(period_end=PartialDate(day.isoformat()) if day else None),
    )
