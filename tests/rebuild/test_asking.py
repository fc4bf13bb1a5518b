"""A language model asked about what patterns missed: off by default, counted, decided by people."""

import json
import sqlite3

import pytest
import pytest_socket
from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.errors import FetchError
from graphbuild.ledger.contents import DocumentRow
from graphbuild.rebuild.asking import Asking, Tally
from graphbuild.rebuild.read_item import Reading
from graphbuild.records.asking import Answer
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.review import Missed
from tests.fixtures.chat import LocalChat, completion, send
from tests.rebuild.worlds import small_world

PRAISE = "Lodestar praised the $9 billion campus that Cinder Semiconductor Corp. described."
FILING = f"""<html><head><title>Harbor Compute, Inc. 8-K</title></head><body>
<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p><b>FORM 8-K</b></p>
<p><b>Harbor Compute, Inc.</b></p><p><b>Item 8.01 Other Events</b></p><p>{PRAISE}</p>
</body></html>"""
MANIFEST = (
    "path,kind,company,cik,accession,filed,period\n"
    'h.htm,8-K,"Harbor Compute, Inc.",9000002,0009000002-26-000009,2026-05-05,2026-05-04\n'
)
CLAIM = {
    "n": 1, "quote": "the $9 billion campus that Cinder Semiconductor Corp. described",
    "source": "Cinder Semiconductor Corp.", "target": "Lodestar",
    "instrument": "vendor_financing", "figure": "$9 billion", "status": "announced",
}  # fmt: skip
SECRET = "sk-secret-key"


def missed(count: int) -> tuple[Missed, ...]:
    return tuple(
        Missed(
            citation=Citation(
                document_id="d", path="h.htm", quote=f"{PRAISE} {i}", start=100 * i,
                end=100 * i + 90,
            ),
            names=("Lodestar",), amount=None, tier=SourceTier.FILING,
        )
        for i in range(count)
    )  # fmt: skip


def reading(count: int) -> Reading:
    row = DocumentRow(
        document_id="d", path="h.htm", kind="8-K", form="8-K", filer=None, published_on=None,
        tier=SourceTier.FILING, sha256="0" * 64, url=None, characters=1000,
    )  # fmt: skip
    return Reading(path="h.htm", document=row, claims=(), uncovered=missed(count), issues=())


def says(*claims, tokens=(100, 10)):
    text = json.dumps({"claims": list(claims)})
    return lambda _: Answer(text=text, tokens_in=tokens[0], tokens_out=tokens[1])


def test_a_sentence_with_a_claim_is_no_longer_missed_and_all_is_counted():
    asking = Asking(says(CLAIM, CLAIM | {"figure": "$8 billion"}), 5)
    found = asking.of(reading(2))
    assert [claim.pattern for claim in found.claims] == ["language_model/1"]
    assert [s.missed_id for s in found.uncovered] == [missed(2)[1].missed_id]
    assert [issue.code for issue in found.issues] == ["model-not-believed"]
    tally = asking.tally
    assert (tally.sent, tally.tokens_in, tally.tokens_out, tally.claims) == (1, 100, 10, 1)
    assert tally.refused == {"the figure does not stand in the quote": 1}
    assert tally.cost_usd(2.0, 10.0) == pytest.approx((100 * 2 + 10 * 10) / 1e6)
    assert tally.cost_usd(None, 10.0) is None


def test_no_answer_is_listed_and_the_next_question_is_asked():
    asked = []

    def ask(question):
        asked.append(question)
        if len(asked) == 1:
            raise FetchError("http://127.0.0.1/v1: status 500")
        return Answer(text='{"claims": []}')

    asking = Asking(ask, 5)
    found = asking.of(reading(9))
    assert (found.claims, len(found.uncovered)) == ((), 9)
    assert [issue.code for issue in found.issues] == ["model-unanswered"]
    assert "status 500; 8 sentences stay unread" in found.issues[0].message
    assert (asking.tally.sent, asking.tally.unanswered, asking.tally.uncounted) == (1, 1, 1)
    assert asking.tally.cost_usd(1.0, 1.0) is None


def test_the_limit_is_kept_and_what_is_left_is_counted():
    asking = Asking(says(), 1)
    asking.of(reading(20))
    assert (asking.tally.sent, asking.tally.not_asked) == (1, 12)


def test_kept_answers_cost_nothing_and_decided_sentences_are_not_asked_about():
    asking = Asking(lambda _: Answer(text='{"claims": []}', tokens_in=5, is_kept=True), 0)
    asking.of(reading(0))
    assert asking.tally == Tally()
    asking = Asking(says(), 5, [s.missed_id for s in missed(3)])
    assert asking.of(reading(3)) == reading(3)
    assert asking.tally.sent == 0


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "h.htm").write_text(FILING, encoding="utf-8")
    (folder / "manifest.csv").write_text(MANIFEST, encoding="utf-8")
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])
    monkeypatch.setenv("GRAPHBUILD_MODEL_KEY", SECRET)
    return small_world(tmp_path / "w")


def configure(workspace, url: str) -> None:
    text = (
        f'model_url = "{url}"\nmodel_name = "tiny"\nmodel_timeout_s = 2\n'
        "model_price_in_usd = 2.0\nmodel_price_out_usd = 10.0\n"
    )
    (workspace.root / "graphbuild.toml").write_text(text, encoding="utf-8")


def run(workspace, *arguments):
    result = CliRunner().invoke(group, (*arguments, "--workspace", str(workspace.root)))
    assert not isinstance(result.exception, Exception), result.exception
    return result


def rebuild(workspace, *arguments) -> str:
    """A rebuild in a folder of its own name: snapshots are named by the second."""
    for number, path in enumerate(sorted(workspace.snapshots.glob("2*Z"))):
        if json.loads(workspace.latest.read_text(encoding="utf-8"))["run_id"] == path.name:
            earlier = path.rename(path.with_name(f"20000101T00000{number}Z"))
            workspace.latest.write_text(json.dumps({"run_id": earlier.name}), encoding="utf-8")
    given = ("--offline", "--documents", str(workspace.root.parent / "documents"), "--force")
    return run(workspace, "rebuild", *given, *arguments).output


def rows(workspace, *arguments):
    return json.loads(run(workspace, *arguments, "--format", "json").stdout)["rows"]


def test_a_proposal_makes_no_deal_until_a_person_accepts_it(workspace):
    usage = {"prompt_tokens": 1200, "completion_tokens": 80}
    answer = completion(json.dumps({"claims": [CLAIM]}), usage)
    with LocalChat(send(200, answer)) as chat:
        configure(workspace, chat.url)
        said = rebuild(workspace, "--ask")
        assert "language model tiny: 1 questions sent, 0 answers kept" in said
        assert "1,200 tokens in, 80 out; 0.0032 US dollars" in said
        assert "1 claims proposed" in said
        (item,) = rows(workspace, "review", "--show", "claims")
        assert item["standing"] == "proposed"
        assert all(row["usd_high"] != 9e9 for row in rows(workspace, "flows"))
        accept = ("accept", "--reason", "the campus is paid by Cinder", "--on", "2026-06-01")
        run(workspace, "review", item["id"], *accept)
        assert "0 questions sent, 1 answers kept" in rebuild(workspace, "--ask")
        (flow,) = [row for row in rows(workspace, "flows") if row["usd_high"] == 9e9]
        assert (flow["source"], flow["target"]) == ("cinder", "lodestar")
        assert len(chat.seen) == 1
        # The sentence of the filing and the key went where the user said, and nowhere else.
        assert PRAISE in chat.seen[0]["messages"][1]["content"]
        assert chat.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert holding(workspace.root, SECRET) == []


def holding(root, secret: str) -> list[str]:
    """Files below a folder whose bytes, or whose ledger's records, hold a secret."""
    found = []
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        if secret.encode() in path.read_bytes():
            found.append(path.name)
        if path.suffix == ".sqlite" and "memo" not in path.name:
            with sqlite3.connect(path) as connection:
                found += [path.name for line in connection.iterdump() if secret in line]
    return found


def test_off_by_default_and_offline_asks_nobody(workspace):
    with LocalChat(send(200, completion('{"claims": []}'))) as chat:
        assert "language model" not in rebuild(workspace)
        configure(workspace, chat.url)
        said = rebuild(workspace)
        assert "0 questions sent, 0 answers kept from before, 1 unanswered" in said
        assert chat.seen == []


def test_extract_writes_proposals_too_and_reports_on_standard_error(workspace):
    with LocalChat(send(200, completion(json.dumps({"claims": [CLAIM]})))) as chat:
        configure(workspace, chat.url)
        documents = str(workspace.root.parent / "documents")
        result = run(workspace, "extract", "--documents", documents, "--processes", "1")
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["pattern"], row["amount"], row["confidence"]) == (
        "language_model/1", 9_000_000_000, "weak",
    )  # fmt: skip
    assert row["quote"] == PRAISE
    assert "1 answers without a count); cost unknown" in result.stderr


@pytest.mark.parametrize("status", [429, 500])
def test_a_model_that_fails_costs_no_snapshot(workspace, status):
    with LocalChat(send(status, b"<html>busy</html>")) as chat:
        configure(workspace, chat.url)
        said = rebuild(workspace, "--ask")
    assert "published snapshot" in said
    assert "1 unanswered" in said
    issues = next(workspace.snapshots.glob("*/issues.jsonl")).read_text(encoding="utf-8")
    assert f"status {status}" in issues
