"""A ledger file -> records, whole or one deal's worth."""

import sqlite3
from pathlib import Path
from typing import TypeVar

from graphbuild.ledger.coding import decode
from graphbuild.ledger.contents import Contents, DecisionRow, DocumentRow
from graphbuild.ledger.store import open_ledger
from graphbuild.records.claim import Claim
from graphbuild.records.deal import Deal, Flow
from graphbuild.records.document import SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.figure import Assumption, Figure, FxRate
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.judgement import Judgement
from graphbuild.records.review import Missed, Review

Record = TypeVar("Record")

_QUERIES: dict[type, str] = {
    Entity: "SELECT record FROM entity ORDER BY entity_id",
    Claim: "SELECT record FROM claim ORDER BY claim_id",
    Deal: "SELECT record FROM deal ORDER BY deal_id",
    Flow: "SELECT record FROM flow ORDER BY flow_id",
    Figure: "SELECT record FROM figure ORDER BY figure_id",
    Assumption: "SELECT record FROM assumption ORDER BY key",
    FxRate: "SELECT record FROM fx ORDER BY currency, as_of",
    Judgement: "SELECT record FROM judgement ORDER BY rowid",
    Review: "SELECT record FROM review ORDER BY rowid",
    Missed: "SELECT record FROM missed ORDER BY rowid",
}


def read_ledger(path: Path) -> Contents:
    """Everything in a ledger, in id order.

    Raises
    ------
    LedgerError
        the file is missing, foreign, damaged or of another schema.
    """
    with open_ledger(path) as connection:
        return Contents(
            meta=dict(connection.execute("SELECT key, value FROM meta ORDER BY key")),
            documents=_documents(connection),
            entities=_records(connection, Entity),
            claims=_records(connection, Claim),
            deals=_records(connection, Deal),
            flows=_records(connection, Flow),
            decisions=_decisions(connection),
            figures=_records(connection, Figure),
            assumptions=_records(connection, Assumption),
            fx=_records(connection, FxRate),
            judgements=_records(connection, Judgement),
            reviews=_records(connection, Review),
            missed=_records(connection, Missed),
            issues=_issues(connection),
        )


def _records(connection: sqlite3.Connection, kind: type[Record]) -> tuple[Record, ...]:
    return tuple(decode(kind, row[0]) for row in connection.execute(_QUERIES[kind]))


def _documents(connection: sqlite3.Connection) -> tuple[DocumentRow, ...]:
    rows = connection.execute("SELECT * FROM document ORDER BY document_id")
    return tuple(
        DocumentRow(
            document_id=row[0],
            path=row[1],
            kind=row[2],
            form=row[3],
            filer=row[4],
            published_on=row[5],
            tier=SourceTier(row[6]),
            sha256=row[7],
            url=row[8],
            characters=row[9],
            same_story_as=row[10],
        )
        for row in rows
    )


def _decisions(connection: sqlite3.Connection) -> tuple[DecisionRow, ...]:
    rows = connection.execute("SELECT * FROM decision ORDER BY claim_id")
    return tuple(
        DecisionRow(claim_id=row[0], deal_id=row[1], likeness=row[2], reason=row[3]) for row in rows
    )


def _issues(connection: sqlite3.Connection) -> tuple[Issue, ...]:
    rows = connection.execute("SELECT * FROM issue ORDER BY rowid")
    return tuple(
        Issue(
            stage=row[0],
            severity=Severity(row[1]),
            code=row[2],
            where=row[3],
            message=row[4],
            advice=row[5],
        )
        for row in rows
    )
