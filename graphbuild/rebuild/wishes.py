"""Whose filings are wanted, of which forms, since when: the watchlist, or companies by name.

A name is an entity of the workspace, a CIK, a ticker, or the address of one filing as it stands in
a browser. Not here: fetching (`fetching`), EDGAR's table of tickers (`tickers`), the watchlist
itself (`curated`).
"""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graphbuild.curated.loading import CuratedData, load_curated
from graphbuild.errors import NotFoundError
from graphbuild.settings import Settings
from graphbuild.sources.edgar import FilingRequest
from graphbuild.workspace import Workspace

DEFAULT_FORMS = (
    *("10-K", "10-Q", "8-K", "20-F", "40-F", "6-K", "S-1", "424B*"),
    *("13F-HR", "3", "4", "5", "144", "D", "SC 13D", "SC 13G", "NPORT-P", "ABS-15G"),
)
"""Forms of a company that is named but not on the watchlist."""


_ADDRESS = re.compile(
    r"(?:edgar/data/|^)(?P<cik>\d{1,10})/(?:\d{18}/)?(?P<accession>\d{10}-?\d\d-?\d{6})(?!\d)"
)
"""Within any address of a filing or of one of its files, or as "CIK/accession number"."""

LookUp = Callable[[str], str | None]
"""The CIK of a ticker, or ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Filings of one entity."""

    entity_id: str
    request: FilingRequest


def watched(
    workspace: Workspace,
    settings: Settings,
    today: dt.date,
    *,
    names: Sequence[str] = (),
    forms: Sequence[str] = (),
    since: dt.date | None = None,
    look_up: LookUp = lambda _: None,
) -> tuple[Wish, ...]:
    """What the watchlist asks for, narrowed by names and forms.

    Parameters
    ----------
    names : entity ids or tickers, or CIKs of companies that need not be on the watchlist, or
        addresses of single filings.
    forms : in place of the watchlist's own.
    since : in place of `fetch_days` before today.
    look_up : asked for tickers that no entity of the workspace has.

    Raises
    ------
    NotFoundError
        a name that is no entity with a CIK.
    """
    curated = load_curated(workspace)
    listed = {row.entity_id: row for row in curated.watchlist}
    tickers = {e.ticker.upper(): e.entity_id for e in curated.entities if e.ticker}
    owners = {str(int(e.cik)): e.entity_id for e in curated.entities if e.cik}
    after = since or today - dt.timedelta(days=settings.fetch_days)
    wishes: list[Wish] = []
    for given in names or [row.entity_id for row in curated.watchlist if row.is_watched]:
        single = one_filing(given, today)
        if single is not None:
            owner = owners.get(single.request.cik, single.entity_id)
            wishes.append(replace(single, entity_id=owner))
            continue
        name = given if given in listed else tickers.get(given.upper(), given)
        row = listed.get(name)
        if row is not None and row.is_watched and row.cik:
            cik, wanted = row.cik, tuple(forms) or row.forms
        else:
            cik, wanted = _cik(name, curated, look_up), tuple(forms) or DEFAULT_FORMS
        request = FilingRequest(cik=cik, forms=wanted, after=after, before=today)
        wishes.append(Wish(entity_id=name, request=request))
    return tuple(wishes)


def one_filing(name: str, today: dt.date) -> Wish | None:
    """The wish for one filing, if a name is its address or "CIK/accession number".

    An accession number holds the year in which it was given, so lists need not be read further
    back than that.

    >>> address = "https://www.sec.gov/Archives/edgar/data/77/000000007726000001/ex101.htm"
    >>> one_filing(address, dt.date(2026, 9, 1)).request.accession
    '0000000077-26-000001'
    """
    found = _ADDRESS.search(name)
    if found is None:
        return None
    digits = found["accession"].replace("-", "")
    accession = f"{digits[:10]}-{digits[10:12]}-{digits[12:]}"
    century = 1900 if int(digits[10:12]) > 90 else 2000
    cik = str(int(found["cik"]))
    request = FilingRequest(
        cik=cik,
        forms=(),
        after=dt.date(century + int(digits[10:12]), 1, 1),
        before=today,
        accession=accession,
    )
    return Wish(entity_id=cik, request=request)


def _cik(name: str, curated: CuratedData, look_up: LookUp) -> str:
    if name.isascii() and name.isdecimal() and len(name) <= 10 and int(name):
        return str(int(name))
    known = {entity.entity_id: entity for entity in curated.entities}
    entity = known.get(name)
    if entity is None:
        found = look_up(name)
        if found is not None:
            return found
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "give its ticker or its CIK"
        raise NotFoundError(f"{name!r} is no entity of this workspace and no ticker; {hint}")
    if entity.cik:
        return str(int(entity.cik))
    raise NotFoundError(
        f"{name!r} has no CIK and does not file with the SEC; 'graphbuild discover' finds"
        " filings of others that name it"
    )
