"""Whose filings are wanted, of which forms, since when: the watchlist, or companies by name.

Not here: fetching (`fetching`), the table itself (`curated`).
"""

import datetime as dt
import difflib
from collections.abc import Sequence
from dataclasses import dataclass

from graphbuild.curated.loading import CuratedData, load_curated
from graphbuild.errors import NotFoundError
from graphbuild.settings import Settings
from graphbuild.sources.edgar import FilingRequest
from graphbuild.workspace import Workspace

DEFAULT_FORMS = (
    "10-K",
    "10-Q",
    "8-K",
    "20-F",
    "6-K",
    "S-1",
    "424B*",
    "D",
    "SC 13D",
    "SC 13G",
    "13F-HR",
)
"""Forms of a company that is named but not on the watchlist."""


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
) -> tuple[Wish, ...]:
    """What the watchlist asks for, narrowed by names and forms.

    Parameters
    ----------
    names : entity ids or tickers, or CIKs of companies that need not be on the watchlist.
    forms : in place of the watchlist's own.
    since : in place of `fetch_days` before today.

    Raises
    ------
    NotFoundError
        a name that is no entity with a CIK.
    """
    curated = load_curated(workspace)
    listed = {row.entity_id: row for row in curated.watchlist}
    chosen: list[tuple[str, str, tuple[str, ...]]] = []
    tickers = {e.ticker.upper(): e.entity_id for e in curated.entities if e.ticker}
    for given in names or [row.entity_id for row in curated.watchlist if row.is_watched]:
        name = given if given in listed else tickers.get(given.upper(), given)
        row = listed.get(name)
        if row is not None and row.is_watched and row.cik:
            chosen.append((name, row.cik, tuple(forms) or row.forms))
        else:
            chosen.append((name, _cik(name, curated), tuple(forms) or DEFAULT_FORMS))
    after = since or today - dt.timedelta(days=settings.fetch_days)
    return tuple(
        Wish(
            entity_id=name,
            request=FilingRequest(cik=cik, forms=wanted, after=after, before=today),
        )
        for name, cik, wanted in chosen
    )


def _cik(name: str, curated: CuratedData) -> str:
    if name.isascii() and name.isdecimal() and len(name) <= 10 and int(name):
        return str(int(name))
    known = {entity.entity_id: entity for entity in curated.entities}
    entity = known.get(name)
    if entity is None:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "give its CIK"
        raise NotFoundError(f"{name!r} is no entity of this workspace; {hint}")
    if entity.cik:
        return str(int(entity.cik))
    raise NotFoundError(
        f"{name!r} has no CIK and does not file with the SEC; 'graphbuild discover' finds"
        " filings of others that name it"
    )
