"""Who files with the SEC and names a party: rows for the watchlist, proposed and not entered.

Private companies, vehicles and lenders file nothing themselves; they are found in the filings of
others. Vehicles that sell shares of them file under names that hold theirs (`filer_names`). Not
here: asking (`sources.edgar_api`), what stands in a filing (`quoting`), the watchlist
(``watchlist.csv``).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.filer_names import Sighting, named_filers
from graphbuild.rebuild.quoting import quote_from
from graphbuild.rebuild.sessions import open_edgar
from graphbuild.records.keys import slug
from graphbuild.settings import Settings
from graphbuild.sources import EdgarApi, Manners
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
    quote : the sentence of that document with the words, where it was asked for; what was in the
        way, in brackets, where there is none.
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
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What a search gave.

    Parameters
    ----------
    total : documents that EDGAR found, or filings whose filer's name holds the words.
    seen : how many of them were looked at.
    is_text : whether the words were searched in the text, not in the names of filers.
    proposals : most filings first.
    """

    phrase: str
    total: int
    seen: int
    is_text: bool
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
    quotes: int = 0,
    manners: Manners | None = None,
) -> Discovery:
    """Search EDGAR's full text, from 2001 on, for a phrase word for word.

    Parameters
    ----------
    quotes : for so many of the proposals the newest document is fetched and the sentence quoted.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        EDGAR's search cannot be reached, or answers in another shape.
    """
    with open_edgar(workspace, settings, manners) as api:
        total, hits = api.search(phrase, forms=forms, after=after, before=before, most=most)
        proposals = _proposals(workspace, _sightings(hits))
        proposals[:quotes] = [_quoted(api, phrase, found) for found in proposals[:quotes]]
    return Discovery(
        phrase=phrase, total=total, seen=len(hits), is_text=True, proposals=tuple(proposals)
    )


def discover_names(
    workspace: Workspace,
    settings: Settings,
    phrase: str,
    *,
    after: dt.date,
    today: dt.date,
    forms: Sequence[str] = (),
    manners: Manners | None = None,
) -> Discovery:
    """Search the names of all filers since a day, in EDGAR's indexes, for words in a row.

    Parameters
    ----------
    forms : only these, amendments included; such as "D" for vehicles that sell shares.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        an index cannot be had, or has another shape.
    """
    with open_edgar(workspace, settings, manners) as api:
        found = [
            sighting
            for sighting in named_filers(api, phrase, after, today)
            if not forms or sighting.form.removesuffix("/A") in forms
        ]
    proposals = _proposals(workspace, found)
    return Discovery(
        phrase=phrase, total=len(found), seen=len(found), is_text=False, proposals=tuple(proposals)
    )


def _sightings(hits: Iterable[Hit]) -> Iterator[Sighting]:
    """One for each filer of each document."""
    for hit in hits:
        for cik, name in zip(hit.ciks, hit.names, strict=False):
            yield Sighting(
                cik=cik,
                name=name,
                form=hit.form,
                filed=hit.filed,
                accession=hit.accession,
                document=hit.document,
            )


def _proposals(workspace: Workspace, sightings: Iterable[Sighting]) -> list[Proposal]:
    curated = load_curated(workspace)
    known = {str(int(e.cik)): e.entity_id for e in curated.entities if e.cik}
    watched = {str(int(row.cik)) for row in curated.watchlist if row.cik and row.is_watched}
    by_filer: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_filer.setdefault(sighting.cik, []).append(sighting)
    proposals = [_proposal(cik, found, known, watched) for cik, found in by_filer.items()]
    return sorted(proposals, key=lambda p: (-p.filings, int(p.cik)))


def _proposal(
    cik: str, found: Sequence[Sighting], known: Mapping[str, str], watched: set[str]
) -> Proposal:
    newest = max(found, key=lambda sighting: (sighting.filed, sighting.accession))
    return Proposal(
        entity_id=known.get(cik) or slug(found[0].name),
        cik=cik,
        name=found[0].name,
        forms=tuple(sorted({s.form.removesuffix("/A") for s in found if s.form})),
        filings=len({sighting.accession for sighting in found}),
        first=min(sighting.filed for sighting in found),
        last=newest.filed,
        accession=newest.accession,
        document=newest.document,
        is_known=cik in known,
        is_watched=cik in watched,
    )


def _quoted(api: EdgarApi, phrase: str, proposal: Proposal) -> Proposal:
    words = quote_from(api, proposal.cik, proposal.accession, proposal.document, phrase)
    return replace(proposal, quote=words)
