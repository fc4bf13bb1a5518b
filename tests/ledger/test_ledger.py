import sqlite3
from dataclasses import replace

import pytest

from graphbuild.errors import LedgerError
from graphbuild.ledger.contents import Contents, DecisionRow, DocumentRow
from graphbuild.ledger.memo import Memo
from graphbuild.ledger.reading import read_ledger
from graphbuild.ledger.store import check_integrity, open_ledger
from graphbuild.ledger.writing import write_ledger
from graphbuild.records.claim import ReviewMark, Ruling
from graphbuild.records.document import SourceTier
from graphbuild.records.figure import Assumption
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.judgement import Judgement, Verdict
from graphbuild.records.review import Correction, Missed, Review
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from tests.factories import claim, entity, usd


def contents() -> Contents:
    claims = (
        claim("a", "b", "loan", usd("1234567890.12"), deal_key="loan", ends_on="2031-05"),
        claim("a", "b", "loan", usd("1234567890.12"), document="10-q"),
        claim("a", "unnamed:customer-a", "revenue", share="0.16", measure="share"),
    )
    resolution = resolve_claims(claims, Registry((entity("a", cik="1"), entity("b"))))
    return Contents(
        meta={"as_of": "2026-10-08", "digest": "d" * 64, "code": "0.1.0"},
        documents=(
            DocumentRow(
                document_id="10-q", path="a/10-q.htm", kind="10-Q", form="10-Q", filer="A",
                published_on="2025-09-25", tier=SourceTier.FILING, sha256="0" * 64, url=None,
                characters=100,
            ),
        ),
        entities=resolution.entities,
        claims=tuple(sorted(claims, key=lambda c: c.claim_id)),
        deals=tuple(sorted(resolution.deals, key=lambda d: d.deal_id)),
        flows=tuple(sorted(resolution.flows, key=lambda f: f.flow_id)),
        decisions=tuple(
            DecisionRow(
                claim_id=d.claim_id, deal_id=d.deal_id, likeness=str(d.likeness), reason=d.reason
            )
            for d in resolution.decisions
        ),
        figures=(),
        assumptions=(Assumption(key="k", low=usd(0).low, high=usd(1).high, unit="fraction"),),
        fx=(),
        judgements=(Judgement(left="x", right="a", verdict=Verdict.SAME, decided_on="2026-01-01"),),
        reviews=(
            Review(
                mark=ReviewMark(
                    statement_id="stm-1", ruling=Ruling.CORRECT, decided_on="2026-06-01"
                ),
                document="10-q", path="a/10-q.htm", text_sha256="0" * 16,
                correction=Correction(source=("a",), amount=usd(5)),
            ),
        ),
        missed=(
            Missed(
                citation=claims[1].citation, names=("a",), amount=usd("1.5"),
                tier=SourceTier.FILING,
            ),
        ),
        issues=(
            Issue(
                stage="parse", severity=Severity.WARNING, code="c", where="f", message="m",
                advice="a",
            ),
        ),
    )  # fmt: skip


def test_what_is_written_is_what_is_read(tmp_path):
    before = contents()
    write_ledger(tmp_path / "ledger.sqlite", before)
    after = read_ledger(tmp_path / "ledger.sqlite")
    assert {k: v for k, v in after.meta.items() if k != "schema"} == before.meta
    for name in Contents.__slots__:
        if name != "meta":
            assert getattr(after, name) == getattr(before, name), name


def test_same_contents_same_bytes(tmp_path):
    for name in ("one", "two"):
        write_ledger(tmp_path / name, contents())
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_ledger_is_written_once(tmp_path):
    write_ledger(tmp_path / "ledger.sqlite", contents())
    with pytest.raises(LedgerError, match="written once"):
        write_ledger(tmp_path / "ledger.sqlite", contents())


def test_a_sound_ledger_has_no_findings(tmp_path):
    write_ledger(tmp_path / "ledger.sqlite", contents())
    assert check_integrity(tmp_path / "ledger.sqlite") == []


def test_readers_cannot_write(tmp_path):
    write_ledger(tmp_path / "ledger.sqlite", contents())
    with (
        pytest.raises(LedgerError, match="readonly"),
        open_ledger(tmp_path / "ledger.sqlite") as connection,
    ):
        connection.execute("DELETE FROM claim")


def test_a_missing_ledger_says_what_to_do(tmp_path):
    with pytest.raises(LedgerError, match="graphbuild rebuild"):
        read_ledger(tmp_path / "nowhere.sqlite")


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be one" * 40])
def test_a_damaged_ledger_is_refused(tmp_path, content):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    with pytest.raises(LedgerError):
        read_ledger(path)


def test_another_schema_is_rebuilt_and_not_migrated(tmp_path):
    path = tmp_path / "ledger.sqlite"
    write_ledger(path, contents())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    connection.close()
    with pytest.raises(LedgerError, match="schema 0"):
        read_ledger(path)


def test_a_flow_without_its_deal_is_refused(tmp_path):
    whole = contents()
    broken = replace(whole, deals=())
    with pytest.raises(sqlite3.IntegrityError):
        write_ledger(tmp_path / "ledger.sqlite", broken)


def test_memo_remembers_and_survives_damage(tmp_path):
    path = tmp_path / "deep" / "memo.sqlite"
    with Memo(path) as memo:
        assert memo.get("key") is None
        memo.put([("key", "text – with a dash")])
        assert memo.get("key") == "text – with a dash"
    with Memo(path) as memo:
        assert memo.get("key") == "text – with a dash"
    path.write_bytes(b"garbage" * 1000)
    with Memo(path) as memo:
        assert memo.get("key") is None


def test_a_closed_memo_says_so(tmp_path):
    with pytest.raises(LedgerError, match="with"):
        Memo(tmp_path / "memo.sqlite").get("key")
