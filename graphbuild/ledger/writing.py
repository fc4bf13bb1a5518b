"""Records -> a new ledger file."""

import sqlite3
from pathlib import Path

from graphbuild.ledger.coding import encode
from graphbuild.ledger.contents import Contents
from graphbuild.ledger.store import create_ledger


def write_ledger(path: Path, contents: Contents) -> None:
    """Write everything in one transaction; the same contents give the same bytes.

    Raises
    ------
    LedgerError
        the file exists already.
    sqlite3.IntegrityError
        a flow names a deal or an entity that is not among the contents.
    """
    with create_ledger(path) as connection:
        _write_facts(connection, contents)
        _write_deals(connection, contents)
        connection.executemany(
            "INSERT INTO issue VALUES (?, ?, ?, ?, ?, ?)",
            [
                (i.stage, str(i.severity), i.code, i.where, i.message, i.advice)
                for i in contents.issues
            ],
        )


def _write_facts(connection: sqlite3.Connection, contents: Contents) -> None:
    meta = sorted((key, text) for key, text in contents.meta.items() if key != "schema")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta)  # the schema is there already
    connection.executemany(
        "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                d.document_id, d.path, d.kind, d.form, d.filer, d.published_on, str(d.tier),
                d.sha256, d.url, d.characters, d.same_story_as,
            )
            for d in contents.documents
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)",
        [
            (e.entity_id, e.name, str(e.kind), e.parent_id, e.cik, encode(e))
            for e in contents.entities
        ],
    )
    connection.executemany(
        "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                c.claim_id, c.citation.document_id, str(c.instrument),
                str(c.known_on) if c.known_on else None, c.pattern, encode(c),
            )
            for c in contents.claims
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?)",
        [
            (f.figure_id, f.entity_id, f.metric, str(f.known_on) if f.known_on else None, encode(f))
            for f in contents.figures
        ],
    )
    connection.executemany(
        "INSERT INTO assumption VALUES (?, ?)", [(a.key, encode(a)) for a in contents.assumptions]
    )
    connection.executemany(
        "INSERT INTO fx VALUES (?, ?, ?)",
        [(f.currency, str(f.as_of), encode(f)) for f in contents.fx],
    )
    connection.executemany(
        "INSERT INTO judgement VALUES (?)", [(encode(j),) for j in contents.judgements]
    )
    connection.executemany(
        "INSERT INTO review VALUES (?)", [(encode(r),) for r in contents.reviews]
    )
    connection.executemany("INSERT INTO missed VALUES (?)", [(encode(m),) for m in contents.missed])


def _write_deals(connection: sqlite3.Connection, contents: Contents) -> None:
    connection.executemany(
        "INSERT INTO deal VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                d.deal_id, d.title, str(d.instrument), str(d.status), str(d.firmness),
                str(d.standing), encode(d),
            )
            for d in contents.deals
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO deal_claim VALUES (?, ?)",
        [(d.deal_id, claim_id) for d in contents.deals for claim_id in d.claim_ids],
    )
    connection.executemany(
        "INSERT INTO flow VALUES (?, ?, ?, ?, ?, ?)",
        [
            (f.flow_id, f.deal_id, f.source, f.target, str(f.instrument), encode(f))
            for f in contents.flows
        ],
    )
    connection.executemany(
        "INSERT INTO decision VALUES (?, ?, ?, ?)",
        [(d.claim_id, d.deal_id, d.likeness, d.reason) for d in contents.decisions],
    )
