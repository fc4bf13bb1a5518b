"""One process and several give the same readings in the same order."""

import multiprocessing

import pytest

from graphbuild.curated.loading import load_curated
from graphbuild.ledger.coding import encode
from graphbuild.rebuild import readers
from graphbuild.rebuild.reading import read_all, reading_context
from graphbuild.records.document import RawItem
from graphbuild.workspace import Workspace
from tests.rebuild.worlds import FIXTURES

HEAD = "<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 8-K</p>"
WORDS = "<p>On May 4, 2026, Summit Bank lent Lodestar ${} million under a term loan.</p>"


def items(count: int) -> list[RawItem]:
    """The longest document first, so that a second process is done before it."""
    return [
        RawItem(
            path=f"{i}.htm",
            kind="8-K",
            content=("<html><body>" + HEAD + WORDS.format(i + 1) * (400 if i == 0 else 1)).encode(),
            sha256=f"{i:064d}",
        )
        for i in range(count)
    ]


@pytest.fixture(scope="module")
def context():
    return reading_context(load_curated(Workspace(FIXTURES / "workspace")).entities)


def test_two_processes_read_what_one_reads_in_the_same_order(context):
    one = [encode(reading) for reading in read_all(items(9), context, 1)]
    two = [encode(reading) for reading in read_all(items(9), context, 2)]
    assert one == two
    assert '"instrument":"loan"' in one[1]
    assert [f'"path":"{i}.htm"' in text for i, text in enumerate(one)] == [True] * 9


def test_a_process_started_from_nothing_knows_what_readers_may_know(context, monkeypatch):
    class Spawned(readers.ProcessPoolExecutor):
        def __init__(self, *given, **named):
            super().__init__(*given, mp_context=multiprocessing.get_context("spawn"), **named)

    one = [encode(reading) for reading in read_all(items(4), context, 1)]
    monkeypatch.setattr(readers, "ProcessPoolExecutor", Spawned)
    assert [encode(reading) for reading in read_all(items(4), context, 2)] == one


def test_a_few_documents_start_no_process(context, monkeypatch):
    monkeypatch.setattr(readers, "ProcessPoolExecutor", None)
    assert len(list(read_all(items(3), context, 2))) == 3
