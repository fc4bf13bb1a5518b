"""Ten thousand broken documents, read and searched for claims: no crash, no hang, no request.

A hang is more than five seconds of this process in one document, so that a busy machine is none.
Requests are counted by a server on loopback that every address in the documents leads to, so that
one made by a C library would be seen too.
"""

import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import pytest_socket
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.records.document import SourceTier
from tests.documents import mutations
from tests.documents.papers import assert_spans_hold, reading

pytestmark = pytest.mark.slow
_HANG_S = 5
_CONTEXT = Context(frozenset({"Acme Corp.", "Orchid"}), {"Acme Corp.": "bank"})


def examples(count: int):
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def requests_seen() -> Iterator[tuple[str, list[str]]]:
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", seen
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _alarm() -> Iterator[None]:
    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {_HANG_S} s in one document")

    before = signal.signal(signal.SIGPROF, ring)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def survive(content: bytes, kind: str) -> str:
    """Read and extract within the time; the document's text, or nothing."""
    signal.setitimer(signal.ITIMER_PROF, _HANG_S)
    result = reading(content, kind)
    assert result.document is not None or result.issues
    text = ""
    if result.document is not None:
        found = extract_claims(result.document, _CONTEXT)
        text = result.document.text
        for claim in found.claims:
            cited = claim.citation
            assert text[cited.start : cited.end] == cited.quote
            assert isinstance(claim.tier, SourceTier)
    signal.setitimer(signal.ITIMER_PROF, 0)
    if result.document is not None:
        assert_spans_hold(result.document)
    return text


@examples(2750)
@given(mutations.cut())
def test_cut(paper):
    survive(*paper)


@examples(3000)
@given(mutations.mangled())
def test_mangled(paper):
    survive(*paper)


@examples(1000)
@given(mutations.nested())
def test_nested(paper):
    survive(*paper)


@examples(150)
@given(mutations.tables())
def test_huge_tables(paper):
    survive(*paper)


@examples(1600)
@given(mutations.encodings())
def test_wrong_encodings(paper):
    survive(*paper)


def test_entities_and_addresses(requests_seen, tmp_path):
    address, seen = requests_seen
    marker = tmp_path / "marker.txt"
    marker.write_text(mutations.MARKER, encoding="utf-8")

    @examples(1500)
    @given(st.data())
    def run(data):
        text = survive(*data.draw(mutations.entities(address, str(marker))))
        assert mutations.MARKER not in text
        assert len(text) < 1_000_000

    run()
    assert seen == []
