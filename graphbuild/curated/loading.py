"""All curated tables of a workspace, read, checked and turned into records in one call."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from graphbuild.curated.checks import (
    check_deals,
    check_entities,
    check_events,
    check_feeds,
    check_figures,
    check_watchlist,
    missing_assumptions,
)
from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.deals import deal_claims
from graphbuild.curated.entities import curated_entities
from graphbuild.curated.expectations import Expectation, expectation
from graphbuild.curated.figures import assumption, figure, fx_rate
from graphbuild.curated.reading import RowT, read_cells, read_table
from graphbuild.curated.reviews import ReviewRow, review
from graphbuild.curated.schema import (
    TABLES,
    AssumptionRow,
    EntityRow,
    EventRow,
    ExpectationRow,
    FeedRow,
    FigureRow,
    FxRow,
    IgnoredRow,
    JudgementRow,
    WatchRow,
)
from graphbuild.records.claim import Claim
from graphbuild.records.entity import Entity
from graphbuild.records.figure import Assumption, Figure, FxRate
from graphbuild.records.issue import Issue
from graphbuild.records.judgement import Judgement
from graphbuild.records.review import Review
from graphbuild.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedData:
    """What people know, as records; everything in the order of the files.

    Parameters
    ----------
    claims : of `deals`, one to three a row.
    deals : the rows themselves, for what no record holds (second address, confidence).
    assumptions : by key.
    issues : of all tables; an ERROR has cost a row or a table.
    digest : SHA-256 over names and bytes of all tables in fixed order.
    """

    claims: tuple[Claim, ...]
    deals: tuple[DealRow, ...]
    events: tuple[EventRow, ...]
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]
    assumptions: Mapping[str, Assumption]
    fx: tuple[FxRate, ...]
    judgements: tuple[Judgement, ...]
    watchlist: tuple[WatchRow, ...]
    feeds: tuple[FeedRow, ...]
    expectations: tuple[Expectation, ...]
    ignored: tuple[IgnoredRow, ...]
    reviews: tuple[Review, ...]
    issues: tuple[Issue, ...]
    digest: str


def load_curated(workspace: Workspace) -> CuratedData:
    """The tables of a workspace; trouble is in `issues`, nothing is raised for a bad row.

    A workspace without tables of its own uses the bundled ones (`Workspace.table`).
    """
    reader = _Reader(workspace, [])
    entity_rows = reader.keep(check_entities(reader.rows("entities.csv", EntityRow)))
    entities = curated_entities(entity_rows)
    known = {entity.entity_id: entity for entity in entities}
    deals = reader.rows("deals.csv", DealRow)
    deals = reader.keep(check_deals(deals, _written_deals(workspace), known))
    events = reader.rows("events.csv", EventRow)
    events = reader.keep(check_events(events, {row.deal_id for row in deals}, known))
    figures = reader.keep(check_figures(reader.rows("fundamentals.csv", FigureRow), known))
    assumptions = reader.rows("assumptions.csv", AssumptionRow)
    reader.issues.extend(missing_assumptions(assumptions))
    fx = reader.rows("fx.csv", FxRow)
    judgements = reader.rows("judgements.csv", JudgementRow)
    ciks = {row.entity_id: row.cik for row in entity_rows}
    watchlist = reader.keep(check_watchlist(reader.rows("watchlist.csv", WatchRow), ciks))
    feeds = reader.keep(check_feeds(reader.rows("feeds.csv", FeedRow), known))
    return CuratedData(
        claims=tuple(claim for row in deals for claim in deal_claims(row, known)),
        deals=deals,
        events=events,
        entities=entities,
        figures=tuple(figure(row) for row in figures),
        assumptions={row.key: assumption(row) for row in assumptions},
        fx=tuple(fx_rate(row) for row in fx),
        judgements=tuple(_judgement(row) for row in judgements),
        watchlist=watchlist,
        feeds=feeds,
        expectations=tuple(
            expectation(row) for row in reader.rows("expectations.csv", ExpectationRow)
        ),
        ignored=reader.rows("ignored.csv", IgnoredRow),
        reviews=tuple(review(row) for row in reader.rows("reviews.csv", ReviewRow)),
        issues=tuple(reader.issues),
        digest=tables_digest(workspace),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads tables of one workspace and gathers what is wrong with them."""

    workspace: Workspace
    issues: list[Issue]

    def rows(self, name: str, model: type[RowT]) -> tuple[RowT, ...]:
        return self.keep(read_table(self.workspace.table(name), model))

    def keep(self, checked: tuple[tuple[RowT, ...], tuple[Issue, ...]]) -> tuple[RowT, ...]:
        rows, issues = checked
        self.issues.extend(issues)
        return rows


def tables_digest(workspace: Workspace) -> str:
    """SHA-256 over the tables; a missing table counts as missing, not as empty."""
    digest = hashlib.sha256()
    for name, _ in TABLES:
        path = workspace.table(name)
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{name} {path.is_file()} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _written_deals(workspace: Workspace) -> frozenset[str]:
    path = workspace.table("deals.csv")
    cells, _ = read_cells(path, DealRow.columns(), DealRow.may_be_absent)
    return frozenset(line.values.get("deal_id", "") for line in cells)


def _judgement(row: JudgementRow) -> Judgement:
    return Judgement(
        left=row.left,
        right=row.right,
        verdict=row.verdict,
        decided_on=str(row.decided_on),
        reason=row.reason,
    )
