"""A local EDGAR on loopback, and a client that is polite to it without being slow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import pytest_socket

from graphbuild.sources import Budget, Client, Doors, EdgarApi, KeptAnswers, Manners
from graphbuild.sources.bodies import Pace
from tests.fixtures.edgar import LocalEdgar

IDENTITY = "Northlake Research research@northlake.example"
QUICK = Manners(
    connect_s=2,
    read_s=2,
    pace=Pace(grace_s=0.3, bytes_per_second=1000),
    attempts=3,
    wait_first=0.01,
    wait_most=0.05,
    wait_asked=3,
    blocked_s=0.05,
)


@pytest.fixture
def edgar() -> Iterator[LocalEdgar]:
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])
    with LocalEdgar() as server:
        yield server


@pytest.fixture
def make_client(edgar: LocalEdgar, tmp_path: Path) -> Iterator[Callable[..., Client]]:
    clients: list[Client] = []

    def make(**more: object) -> Client:
        values: dict[str, object] = {
            "identity": IDENTITY,
            "budget": Budget(tmp_path / "budget.sqlite", 500),
            "trusted": frozenset({f"http://{edgar.url.removeprefix('http://')}"}),
            "manners": QUICK,
            **more,
        }
        clients.append(Client(**values))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def client(make_client: Callable[..., Client]) -> Client:
    return make_client()


@pytest.fixture
def api(edgar: LocalEdgar, client: Client, tmp_path: Path) -> EdgarApi:
    doors = Doors(www=edgar.url, data=edgar.url, search=edgar.url)
    return EdgarApi(client, doors, KeptAnswers(tmp_path / "answers"))
