"""The manifest of a folder: one row a file, with what its source said about it.

Not here: reading the files (`folder`).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graphbuild.records.document import RawItem
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate, partial_date

MANIFEST_NAME = "manifest.csv"
REQUIRED = ("path", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRow:
    """One checked row; `number` is its line in the file, for messages."""

    manifest: str
    number: int
    columns: Mapping[str, str]
    filed: PartialDate | None = None
    period: PartialDate | None = None

    @property
    def path(self) -> str:
        """The file, relative to the folder."""
        return self.columns["path"]

    @property
    def sha256(self) -> str:
        """The checksum the file must have, or empty."""
        return self.columns.get("sha256", "")

    def issue(
        self,
        field: str,
        code: str,
        message: str,
        advice: str,
        severity: Severity = Severity.ERROR,
    ) -> Issue:
        """Trouble with one field of this row."""
        where = f"{self.manifest} row {self.number}, {field}"
        return issue(where, code, message, advice, severity)

    def item(self, content: bytes, digest: str) -> RawItem:
        """The row's document."""
        get = self.columns.get
        return RawItem(
            path=self.path,
            kind=get("kind", ""),
            content=content,
            sha256=digest,
            url=get("url") or None,
            company=get("company") or None,
            cik=(get("cik") or "").lstrip("0") or None,
            accession=get("accession") or None,
            published_on=self.filed,
            period_end=self.period,
            meta=dict(self.columns),
        )


def issue(
    where: str, code: str, message: str, advice: str, severity: Severity = Severity.ERROR
) -> Issue:
    """An issue of the import stage."""
    return Issue(
        stage="import",
        severity=severity,
        code=code,
        where=where,
        message=message,
        advice=advice,
    )


def read_manifest(path: Path) -> Iterator[ManifestRow | Issue]:
    """The rows in order; an issue for each that cannot be used."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _read_rows(path, csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        yield issue(
            path.name, "unreadable-manifest", str(error), "save the manifest as a UTF-8 CSV file"
        )


def _read_rows(path: Path, reader: "csv.DictReader[str]") -> Iterator[ManifestRow | Issue]:
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    if missing:
        yield issue(
            path.name,
            "missing-column",
            f"no column {', '.join(missing)}",
            f"the first line names the columns; {' and '.join(REQUIRED)} are required",
        )
        return
    for row in reader:
        columns = {name: (text or "").strip() for name, text in row.items() if name}
        plain = ManifestRow(manifest=path.name, number=reader.line_num, columns=columns)
        if None in row:
            yield plain.issue(
                "path", "extra-fields", "more fields than columns", "quote fields with commas"
            )
        elif not columns["path"]:
            yield plain.issue("path", "empty-path", "no path", "name the file or drop the row")
        else:
            yield from _dated(plain)


def _dated(row: ManifestRow) -> Iterator[ManifestRow | Issue]:
    """The row with its dates; a date that is none is reported and left out."""
    dates: dict[str, PartialDate | None] = {}
    for name in ("filed", "period"):
        try:
            dates[name] = partial_date(row.columns.get(name))
        except ValueError as error:
            dates[name] = None
            advice = "correct it, or leave it empty"
            yield row.issue(name, "bad-date", str(error), advice, Severity.WARNING)
    yield ManifestRow(
        manifest=row.manifest,
        number=row.number,
        columns=row.columns,
        filed=dates["filed"],
        period=dates["period"],
    )
