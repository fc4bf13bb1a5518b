"""What a snapshot knows, opened for questions: facts, graph, anchors, as of a date.

Asked without a date it gives the snapshot as published. Asked for an earlier date it resolves the
claims known by then anew, so that nothing later can show.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import NotFoundError
from graphbuild.graph.build import build_graph
from graphbuild.ledger.contents import Contents, DecisionRow
from graphbuild.ledger.reading import read_ledger
from graphbuild.rebuild.stories import story_of
from graphbuild.records.claim import Claim
from graphbuild.records.issue import Issue
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import Resolution, resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.scores.base import Anchors
from graphbuild.workspace import Workspace

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One snapshot at one as-of date.

    Parameters
    ----------
    digest : first characters of the snapshot's input digest, the name answers are quoted under.
    issues : what the graph could not express.
    folder : the snapshot's folder; ``None`` while it is being built.
    """

    contents: Contents
    graph: "nx.MultiDiGraph[str]"
    anchors: Anchors
    as_of: PartialDate
    digest: str
    issues: tuple[Issue, ...] = ()
    folder: Path | None = None

    @property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.claim_id: claim for claim in self.contents.claims}


def latest_snapshot(workspace: Workspace) -> Path:
    """Folder of the last published snapshot.

    Raises
    ------
    NotFoundError
        nothing has been published in this workspace.
    """
    if not workspace.latest.is_file():
        raise NotFoundError(
            f"no snapshot in {workspace.outputs}; run 'graphbuild rebuild --offline' there first"
        )
    name = json.loads(workspace.latest.read_text(encoding="utf-8"))["run_id"]
    folder = workspace.snapshots / str(name)
    if not folder.is_dir():
        raise NotFoundError(f"{workspace.latest} names {name}, which is gone; run a rebuild")
    return folder


def open_world(workspace: Workspace, as_of: PartialDate | None = None) -> World:
    """The last snapshot, or what of it was public on `as_of`.

    Raises
    ------
    NotFoundError
        there is no snapshot.
    LedgerError
        its ledger cannot be read.
    """
    folder = latest_snapshot(workspace)
    contents = read_ledger(folder / "ledger.sqlite")
    if as_of is not None:
        contents = known_by(contents, as_of)
    return replace(world_of(contents), folder=folder)


def world_of(contents: Contents) -> World:
    """Graph and anchors for a ledger's contents."""
    as_of = PartialDate(contents.meta["as_of"])
    claims = {claim.claim_id: claim for claim in contents.claims}
    built = build_graph(
        contents.deals, contents.flows, contents.entities, claims, contents.fx, as_of
    )
    return World(
        contents=contents,
        graph=built.graph,
        anchors=Anchors(
            figures=contents.figures,
            assumptions={a.key: a for a in contents.assumptions},
            as_of=as_of,
        ),
        as_of=as_of,
        digest=contents.meta["digest"][:12],
        issues=built.issues,
    )


def known_by(contents: Contents, as_of: PartialDate) -> Contents:
    """The contents as they would have been had the world ended on `as_of`.

    All evidence of a snapshot had been published by the snapshot's own date, also what is dated
    only by year; from that date on nothing is left out.
    """
    if as_of.last_day() >= PartialDate(contents.meta["as_of"]).last_day():
        return contents
    known = tuple(
        c
        for c in contents.claims
        if c.known_on is not None and c.known_on.last_day() <= as_of.last_day()
    )
    curated = [entity for entity in contents.entities if not entity.is_provisional]
    registry = Registry(curated, contents.judgements)
    resolution = resolve_claims(known, registry, as_of, story_of(contents.documents))
    return replace(
        contents,
        meta={**contents.meta, "as_of": str(as_of)},
        documents=tuple(d for d in contents.documents if _was_out(d.published_on, as_of)),
        claims=known,
        deals=tuple(sorted(resolution.deals, key=lambda d: d.deal_id)),
        flows=tuple(sorted(resolution.flows, key=lambda f: f.flow_id)),
        entities=resolution.entities,
        decisions=decision_rows(resolution),
        issues=resolution.issues,
    )


def _was_out(published_on: str | None, as_of: PartialDate) -> bool:
    return published_on is not None and PartialDate(published_on).last_day() <= as_of.last_day()


def decision_rows(resolution: Resolution) -> tuple[DecisionRow, ...]:
    """The resolution's decisions as the ledger keeps them."""
    return tuple(
        DecisionRow(
            claim_id=d.claim_id, deal_id=d.deal_id, likeness=str(d.likeness), reason=d.reason
        )
        for d in sorted(resolution.decisions, key=lambda d: d.claim_id)
    )
