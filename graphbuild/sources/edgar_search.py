"""Full-text search of EDGAR: its answers as records.

The shape is that of efts.sec.gov as seen in 2026; it is not documented. Not here: asking
(`edgar_api`).
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphbuild.sources.edgar_json import MISSHAPEN, misshapen, read_object
from graphbuild.sources.edgar_lists import ACCESSION, FILE_NAME

_NAMED = re.compile(r"^(?P<name>.*?)\s*(?:\((?P<tickers>[^()]*)\)\s*)?\(CIK (?P<cik>\d{1,10})\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One document found by full-text search; a filing may have several filers."""

    accession: str
    document: str
    form: str
    file_type: str
    filed: dt.date
    ciks: tuple[str, ...]
    names: tuple[str, ...]
    items: tuple[str, ...] = ()


def parse_hits(content: bytes) -> tuple[int, tuple[Hit, ...]]:
    """Full-text search: how many there are in all (at most 10,000), and those of this page.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    whole = read_object(content, "search result")
    try:
        found = whole["hits"]
        return int(found["total"]["value"]), tuple(_hit(row) for row in found["hits"])
    except MISSHAPEN as error:
        raise misshapen("search result", error) from error


def _hit(row: Mapping[str, Any]) -> Hit:
    accession, _, document = str(row["_id"]).partition(":")
    source = row["_source"]
    if not ACCESSION.fullmatch(accession):
        raise ValueError(f"accession {accession!r}")
    return Hit(
        accession=accession,
        document=document if FILE_NAME.fullmatch(document) else "",
        form=str(source.get("form") or source.get("file_type") or ""),
        file_type=str(source.get("file_type") or ""),
        filed=dt.date.fromisoformat(source["file_date"]),
        ciks=tuple(str(int(cik)) for cik in source["ciks"]),
        names=tuple(filer_name(text) for text in source["display_names"]),
        items=tuple(str(item) for item in source.get("items") or ()),
    )


def filer_name(display: str) -> str:
    """The name in a search result's "Name  (TICK, TICK2)  (CIK 0000000000)".

    >>> filer_name("Northlake Compute, Inc.  (NLKC)  (CIK 0009990001)")
    'Northlake Compute, Inc.'
    """
    match = _NAMED.match(display.strip())
    return match["name"] if match else display.strip()
