"""EDGAR's text indexes and its Atom list of latest filings as records.

Daily and quarterly indexes come by company, by form, or separated by bars (``master``). Not here:
asking (`edgar_api`), JSON (`edgar_lists`).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from graphbuild.errors import FetchError

_ATOM = "{http://www.w3.org/2005/Atom}"
_RIGHT = re.compile(
    r"(?P<cik>\d{1,10})\s+(?P<date>\d{8}|\d{4}-\d\d-\d\d)\s+"
    r"(?P<path>edgar/data/\d{1,10}/(?P<accession>\d{10}-\d\d-\d{6})\.txt)\s*$"
)
_TITLE = re.compile(
    r"^(?P<form>.+?) - (?P<name>.+) \((?P<cik>\d{10})\) \((?P<role>[\w -]+)\)$", re.DOTALL
)
_ID = re.compile(r"accession-number=(\d{10}-\d\d-\d{6})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """One line of an index: a filing under one of its filers."""

    cik: str
    name: str
    form: str
    filed: dt.date
    accession: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentFiling:
    """One entry of the list of latest filings; a filing has one for each of its parties.

    Parameters
    ----------
    role : "Filer", "Issuer", "Reporting", "Subject", "Filed by".
    updated : with its zone.
    """

    accession: str
    form: str
    name: str
    cik: str
    role: str
    updated: dt.datetime
    link: str


def parse_index(content: bytes) -> Iterator[IndexRow]:
    """Rows of a ``company``, ``form`` or ``master`` index.

    Raises
    ------
    FetchError
        a line after the heading that is no row, or no heading.
    """
    lines = _decoded(content).splitlines()
    rule = next((n for n, line in enumerate(lines) if re.fullmatch(r"-{20,}\s*", line)), None)
    if rule is None:
        raise FetchError("EDGAR's index: no heading; fetch it again")
    # "Form Type" alone also stands in the description above the heading.
    headings = (line for line in lines[:rule] if "Form Type" in line and "Company Name" in line)
    heading = next(headings, "Company Name".ljust(62) + "Form Type")
    for number, line in enumerate(lines[rule + 1 :], start=rule + 2):
        if line.strip():
            row = _barred(line) if "|" in heading else _columned(line, heading)
            if row is None:
                raise FetchError(f"EDGAR's index line {number}: {line[:120]!r} is not a row")
            yield row


def _barred(line: str) -> IndexRow | None:
    parts = line.split("|")
    accession = re.search(r"/(\d{10}-\d\d-\d{6})\.txt\s*$", parts[-1])
    if len(parts) != 5 or accession is None or not parts[0].isdecimal():
        return None
    return IndexRow(
        cik=str(int(parts[0])),
        name=parts[1],
        form=parts[2],
        filed=_day(parts[3]),
        accession=accession[1],
    )


def _columned(line: str, heading: str) -> IndexRow | None:
    """Columns of fixed width: the heading says where form or name starts, and which is first."""
    right = _RIGHT.search(line)
    if right is None:
        return None
    is_by_form = heading.startswith("Form Type")
    cut = heading.index("Company Name" if is_by_form else "Form Type")
    first, second = line[:cut].strip(), line[cut : right.start()].strip()
    form, name = (first, second) if is_by_form else (second, first)
    if not form or not name:
        return None
    return IndexRow(
        cik=str(int(right["cik"])),
        name=name,
        form=form,
        filed=_day(right["date"]),
        accession=right["accession"],
    )


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise FetchError(f"EDGAR's index: date {text!r}; fetch it again") from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def parse_current(content: bytes) -> tuple[CurrentFiling, ...]:
    """The Atom list ``browse-edgar?action=getcurrent``.

    Raises
    ------
    FetchError
        not that list, or an entry of another shape.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FetchError(f"EDGAR's latest filings: not XML ({error}); fetch it again") from error
    if root.tag != f"{_ATOM}feed":
        raise FetchError(f"EDGAR's latest filings: {root.tag} in place of a feed; fetch it again")
    return tuple(_current(entry) for entry in root.iter(f"{_ATOM}entry"))


def _current(entry: etree._Element) -> CurrentFiling:
    title = _TITLE.match(" ".join((entry.findtext(f"{_ATOM}title") or "").split()))
    accession = _ID.search(entry.findtext(f"{_ATOM}id") or "")
    link = entry.find(f"{_ATOM}link")
    category = entry.find(f"{_ATOM}category")
    if title is None or accession is None or link is None:
        text = entry.findtext(f"{_ATOM}title")
        raise FetchError(f"EDGAR's latest filings: entry {text!r} has another shape: report it")
    try:
        updated = dt.datetime.fromisoformat(entry.findtext(f"{_ATOM}updated") or "")
    except ValueError as error:
        raise FetchError(f"EDGAR's latest filings: {error}; fetch it again") from error
    return CurrentFiling(
        accession=accession[1],
        form=category.get("term", title["form"]) if category is not None else title["form"],
        name=title["name"],
        cik=str(int(title["cik"])),
        role=title["role"],
        updated=updated,
        link=link.get("href", ""),
    )
