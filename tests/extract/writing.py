"""Small documents made of our own sentences, for tests of wording."""

from dataclasses import replace
from typing import Any

from graphbuild.documents.sentences import split_sentences
from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import Cell, claim_row
from graphbuild.records.document import (
    Document,
    Entry,
    Fact,
    Filer,
    Paragraph,
    Sentence,
    SourceTier,
)
from graphbuild.records.period import PartialDate

NAMES = frozenset({
    "Harbor Compute", "Harbor Compute, Inc.", "Lumen Robotics", "Tidepool AI", "Tidepool",
    "Brightwater Capital", "Brightwater", "Corvid", "Corvid Semiconductor Corp.", "Meridian",
    "Meridian Cloud Corporation", "Northgate Bank, N.A.", "Quillstone", "Ashgrove",
    "Foxglove Partners",
})  # fmt: skip
KINDS = {
    "Meridian": "hyperscaler",
    "Quillstone": "neocloud",
    "Lumen Robotics": "host",
    "Tidepool": "ai_lab",
    "Corvid": "chipmaker",
    "Northgate Bank, N.A.": "bank",
}
CONTEXT = Context(names=NAMES)
"""Names alone; with `KINDS` a reader also knows what some of them are."""
FILER = Filer(name="Harbor Compute, Inc.", cik="0000000001")


def _sentences(text: str, offset: int) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(start=offset + s.start, end=offset + s.end) for s in split_sentences(text)
    )


def filing(
    *paragraphs: str,
    filer: Filer | None = FILER,
    terms: tuple[tuple[str, str], ...] = (),
    facts: tuple[Fact, ...] = (),
) -> Document:
    """A filing of Harbor Compute, Inc., one paragraph a string."""
    text, made = "", []
    for words in paragraphs:
        start = len(text)
        text += words + "\n"
        made.append(
            Paragraph(start=start, end=start + len(words), sentences=_sentences(words, start))
        )
    return Document(
        document_id="0000000001-26-000001",
        path="filings/one.htm",
        kind="10-Q",
        tier=SourceTier.FILING,
        sha256="0" * 64,
        text=text,
        form="10-Q",
        filer=filer,
        published_on=PartialDate("2026-08-05"),
        period_end=PartialDate("2026-06-30"),
        paragraphs=tuple(made),
        defined_terms=terms,
        facts=facts,
    )


def release(*paragraphs: str, **told: Any) -> Document:
    """A press release of Harbor Compute, Inc., one paragraph or headline a string."""
    return replace(filing(*paragraphs, **told), kind="EX-99", form="", tier=SourceTier.RELEASE)


def news(
    headline: str, *body: str, link: str = "https://news.example/1", title: str = ""
) -> Document:
    """A feed with one item."""
    text, made = "", []
    for words in (headline, *body):
        start = len(text)
        text += words + "\n"
        sentences = (
            (Sentence(start=start, end=start + len(words)),)
            if words == headline
            else _sentences(words, start)
        )
        made.append(Paragraph(start=start, end=start + len(words), sentences=sentences))
    entry = Entry(
        link=link,
        title=headline,
        published_on=PartialDate("2026-08-19"),
        start=0,
        end=len(text),
    )
    return Document(
        document_id="feed",
        path="news/feed.xml",
        kind="rss",
        tier=SourceTier.NEWS,
        sha256="1" * 64,
        text=text,
        title=title,
        paragraphs=tuple(made),
        entries=(entry,),
    )


def rows(document: Document) -> list[dict[str, Cell]]:
    """The claims running text gives, as flat rows."""
    return [claim_row(c) for c in extract_claims(document, CONTEXT, PROSE_PATTERNS).claims]


def rows_of_known(document: Document) -> list[dict[str, Cell]]:
    """The claims of every pattern, where the reader knows what the companies are (`KINDS`)."""
    return [claim_row(c) for c in extract_claims(document, Context(NAMES, KINDS)).claims]


def short(document: Document) -> list[tuple[Cell, ...]]:
    """Each claim as (source, target, instrument, amount, status)."""
    return [
        (row["source"], row["target"], row["instrument"], row["amount"], row["status"])
        for row in rows(document)
    ]
