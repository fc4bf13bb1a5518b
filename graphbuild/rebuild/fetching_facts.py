"""Figures of the accounts of watched companies: EDGAR's ``companyfacts`` into the archive.

One file a company, changed only when it files; the archive keeps each version once. Not here: what
is in them (`company_figures`), filings (`fetching`).
"""

import hashlib
import time
from collections.abc import Sequence

from graphbuild.errors import FetchError
from graphbuild.rebuild.company_figures import KIND
from graphbuild.rebuild.fetch_report import FetchReport, Observe, Outcome, State, unseen
from graphbuild.rebuild.outcomes import missed_outcome
from graphbuild.rebuild.sessions import open_edgar
from graphbuild.rebuild.wishes import Wish
from graphbuild.records.document import RawItem
from graphbuild.settings import Settings
from graphbuild.sources import Archive, Cause, EdgarApi, Manners, RequestError
from graphbuild.workspace import Workspace


def fetch_facts(
    workspace: Workspace,
    settings: Settings,
    wishes: Sequence[Wish],
    *,
    observe: Observe | None = None,
    manners: Manners | None = None,
) -> FetchReport:
    """Fetch the figures of every company that is wished for, once each.

    A company that has filed no figures in EDGAR's structured form has none; that is no failure.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    """
    started = time.perf_counter()
    owners = {wish.request.cik: wish.entity_id for wish in reversed(wishes)}
    outcomes: list[Outcome] = []
    with open_edgar(workspace, settings, manners) as api:
        archive = Archive(workspace.raw)
        for cik in sorted(owners, key=int):
            outcomes.append(_fetch(api, archive, owners[cik], cik))
            (observe or unseen)(len(outcomes), len(owners), str(outcomes[-1]))
        tally = api.client.tally
    return FetchReport(
        outcomes=tuple(outcomes),
        requests=tally.requests,
        retries=tally.retries,
        size_bytes=tally.bytes,
        seconds=time.perf_counter() - started,
    )


def _fetch(api: EdgarApi, archive: Archive, entity_id: str, cik: str) -> Outcome:
    try:
        content = api.company_facts(cik)
    except FetchError as error:
        if isinstance(error, RequestError) and error.cause is Cause.NOT_FOUND:
            return _outcome(entity_id, cik, State.UNCHANGED, 0, "EDGAR has no figures of it")
        return missed_outcome(entity_id, "company figures", f"CIK {cik}", error)
    item = RawItem(
        path=f"companyfacts/CIK{int(cik):010}.json",
        kind=KIND,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        url=api.facts_url(cik),
        cik=cik,
    )
    state = State.NEW if archive.store(item) else State.UNCHANGED
    return _outcome(entity_id, cik, state, len(content), "")


def _outcome(entity_id: str, cik: str, state: State, size: int, message: str) -> Outcome:
    return Outcome(
        entity_id=entity_id,
        kind="company figures",
        name=f"CIK {cik}",
        state=state,
        message=message,
        size_bytes=size,
    )
