"""Documents made by hand for tests of tables: every span is a real place in the text."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from graphbuild.records.document import (
    Cell,
    Document,
    Fact,
    Filer,
    FormRow,
    Paragraph,
    Row,
    Sentence,
    SourceTier,
    Table,
)
from graphbuild.records.period import PartialDate


class Paper:
    """Grows a document: `table`, `say`, `row` and `fact` append; `document` hands it over."""

    def __init__(
        self,
        filer: str = "Halcyon Compute, Inc.",
        *,
        kind: str = "10-K",
        period_end: str = "2025-12-31",
    ) -> None:
        self.filer, self.kind, self.period_end = filer, kind, period_end
        self.text = ""
        self.paragraphs: list[Paragraph] = []
        self.tables: list[Table] = []
        self.facts: list[Fact] = []
        self.rows: list[FormRow] = []

    def say(self, *sentences: str) -> None:
        """A paragraph of sentences."""
        start, spans = len(self.text), []
        for sentence in sentences:
            spans.append(Sentence(start=len(self.text), end=len(self.text) + len(sentence)))
            self.text += sentence + " "
        self.text = self.text[:-1] + "\n"
        self.paragraphs.append(
            Paragraph(start=start, end=len(self.text) - 1, sentences=tuple(spans))
        )

    def table(
        self, lines: str, *, caption: str = "", scale: int = 1_000_000, heading: str = ""
    ) -> None:
        """A table of lines whose cells are parted by "|"; an empty cell keeps its column."""
        rows, start = [], len(self.text)
        for line in lines.strip("\n").splitlines():
            rows.append(self._line([part.strip() for part in line.strip().split("|")]))
        self.tables.append(
            Table(
                start=start,
                end=len(self.text) - 1,
                rows=tuple(rows),
                caption=caption,
                heading=heading,
                scale=scale,
            )
        )

    def _line(self, parts: Sequence[str]) -> Row:
        cells, start = [], len(self.text)
        for column, part in enumerate(parts):
            if part:
                cells.append(
                    Cell(
                        text=part,
                        start=len(self.text),
                        end=len(self.text) + len(part),
                        column=column,
                    )
                )
                self.text += part + " "
        self.text = self.text[:-1] + "\n"
        return Row(start=start, end=len(self.text) - 1, cells=tuple(cells))

    def row(self, kind: str, **fields: str) -> None:
        """A row of a structured form."""
        start = len(self.text)
        self.text += " ".join(fields.values()) + "\n"
        self.rows.append(
            FormRow(kind=kind, fields=tuple(fields.items()), start=start, end=len(self.text) - 1)
        )

    def fact(
        self, words: str, concept: str, value: str, days: tuple[str, str], **members: str
    ) -> None:
        """A fact shown at the last place of some words of the text."""
        start = self.text.rindex(words)
        self.facts.append(
            Fact(
                concept=concept,
                value=Decimal(value),
                unit="pure",
                period_start=dt.date.fromisoformat(days[0]),
                period_end=dt.date.fromisoformat(days[1]),
                members=tuple((f"srt:{axis}", f"hlc:{name}") for axis, name in members.items()),
                start=start,
                end=start + len(words),
            )
        )

    def document(self) -> Document:
        """The document so far."""
        return Document(
            document_id="0000000000-26-000001",
            path="filings/made.html",
            kind=self.kind,
            tier=SourceTier.FILING,
            sha256="0" * 64,
            text=self.text,
            filer=Filer(name=self.filer, cik="1"),
            published_on=PartialDate("2026-02-20"),
            period_end=PartialDate(self.period_end),
            paragraphs=tuple(self.paragraphs),
            tables=tuple(self.tables),
            facts=tuple(self.facts),
            rows=tuple(self.rows),
        )
