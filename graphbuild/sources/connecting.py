"""Connections that never reach a private network: looked at once they stand, before a byte is sent.

A name may resolve to an open address when it is looked at and to a private one a moment later (DNS
rebinding), so the address that was really connected to decides. Through a proxy the proxy decides,
as its owner wants. Not here: which addresses may be asked (`addresses`).
"""

import socket
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from graphbuild.sources.addresses import is_private, origin
from graphbuild.sources.bodies import Cause, RequestError


class GuardedAdapter(HTTPAdapter):
    """Requests' adapter with connections that are looked at.

    Parameters
    ----------
    trusted : origins that may be on this machine.
    """

    def __init__(self, trusted: frozenset[str]) -> None:
        self._trusted = trusted
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Make the pools of direct connections guarded ones."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = _pools(self._trusted)


def _pools(trusted: frozenset[str]) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _looked_at(super()._new_conn(), f"http://{self.host}:{self.port}", trusted)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _looked_at(super()._new_conn(), f"https://{self.host}:{self.port}", trusted)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _looked_at(sock: socket.socket, url: str, trusted: frozenset[str]) -> socket.socket:
    """The connection, if it may be used.

    Raises
    ------
    RequestError
        it leads to a private network.
    """
    if origin(url) not in trusted and is_private(str(sock.getpeername()[0])):
        sock.close()
        raise RequestError(Cause.FORBIDDEN, url, "its name led to a private network")
    return sock
