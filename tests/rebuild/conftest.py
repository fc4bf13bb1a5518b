"""A local EDGAR for fetches, and budgets that no other test shares."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import pytest_socket

from tests.fixtures.edgar import LocalEdgar


@pytest.fixture
def edgar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalEdgar]:
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with LocalEdgar() as server:
        yield server
