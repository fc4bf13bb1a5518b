"""Who files with the SEC and names a party: rows for the watchlist, proposed and not entered.

Private companies, vehicles and lenders file nothing themselves; they are found in the filings of
others. Not here: asking (`sources.edgar_api`), the watchlist (``watchlist.csv``).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.fetching import open_edgar
from graphbuild.records.keys import slug
from graphbuild.settings import Settings
from graphbuild.sources import Manners
from graphbuild.sources.edgar_search import Hit
from graphbuild.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One filer that uses the words.

    Parameters
    ----------
    entity_id : of the curated entity with this CIK, else made of the filer's name.
    forms : in which the words stand, without the marks of amendments.
    filings : how many of those looked at.
    accession, document : the newest, to look at.
    is_known : a curated entity has this CIK.
    is_watched : the watchlist has it already.
    """

    entity_id: str
    cik: str
    name: str
    forms: tuple[str, ...]
    filings: int
    first: dt.date
    last: dt.date
    accession: str
    document: str
    is_known: bool
    is_watched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What a search gave.

    Parameters
    ----------
    total : documents that EDGAR found.
    seen : how many of them were looked at.
    proposals : most filings first.
    """

    phrase: str
    total: int
    seen: int
    proposals: tuple[Proposal, ...]


def discover(
    workspace: Workspace,
    settings: Settings,
    phrase: str,
    *,
    forms: Sequence[str] = (),
    after: dt.date | None = None,
    before: dt.date | None = None,
    most: int = 500,
    manners: Manners | None = None,
) -> Discovery:
    """Search EDGAR's full text, from 2001 on, for a phrase word for word.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        EDGAR's search cannot be reached, or answers in another shape.
    """
    curated = load_curated(workspace)
    known = {str(int(e.cik)): e.entity_id for e in curated.entities if e.cik}
    watched = {str(int(row.cik)) for row in curated.watchlist if row.cik and row.is_watched}
    with open_edgar(workspace, settings, manners) as api:
        total, hits = api.search(phrase, forms=forms, after=after, before=before, most=most)
    by_filer: dict[str, list[Hit]] = {}
    names: dict[str, str] = {}
    for hit in hits:
        for cik, name in zip(hit.ciks, hit.names, strict=False):
            by_filer.setdefault(cik, []).append(hit)
            names.setdefault(cik, name)
    proposals = [
        _proposal(cik, names[cik], found, known, watched) for cik, found in by_filer.items()
    ]
    proposals.sort(key=lambda p: (-p.filings, int(p.cik)))
    return Discovery(phrase=phrase, total=total, seen=len(hits), proposals=tuple(proposals))


def _proposal(
    cik: str, name: str, hits: Sequence[Hit], known: Mapping[str, str], watched: set[str]
) -> Proposal:
    newest = max(hits, key=lambda hit: (hit.filed, hit.accession))
    return Proposal(
        entity_id=known.get(cik) or slug(name),
        cik=cik,
        name=name,
        forms=tuple(sorted({hit.form.removesuffix("/A") for hit in hits if hit.form})),
        filings=len({hit.accession for hit in hits}),
        first=min(hit.filed for hit in hits),
        last=newest.filed,
        accession=newest.accession,
        document=newest.document,
        is_known=cik in known,
        is_watched=cik in watched,
    )
