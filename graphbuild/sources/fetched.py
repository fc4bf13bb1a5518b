"""What an address gave, and how patient the asking is.

Lives here: the shapes, and taking a body in while its digest is counted. Not here: asking (`http`).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

import requests

from graphbuild.sources.bodies import Glimpse, Pace

_GLIMPSE = 64 * 1024
_KEPT_HEADERS = ("Content-Type", "ETag", "Last-Modified", "Content-Language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How patient the client is; seconds.

    Parameters
    ----------
    attempts : of one address, the first included.
    wait_first, wait_most : pause before the second attempt, doubled each time up to the most.
    wait_asked : the longest Retry-After that is kept; a server that asks for more is given up.
    blocked_s : how long the SEC's page about too many requests says that a block lasts.
    refusals_borne : addresses of one site refused or unreachable in a row until it counts as down.
    """

    connect_s: float = 10.0
    read_s: float = 30.0
    pace: Pace = field(default_factory=Pace)
    attempts: int = 5
    wait_first: float = 1.0
    wait_most: float = 60.0
    wait_asked: float = 660.0
    blocked_s: float = 600.0
    refusals_borne: int = 3
    largest_bytes: int = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What one address gave.

    Parameters
    ----------
    url : where it was found after redirects.
    content : empty for a body that went to a file, and where `is_unchanged`.
    is_unchanged : the server says that what we have is still so.
    """

    url: str
    content: bytes
    sha256: str
    size: int
    headers: Mapping[str, str]
    glimpse: Glimpse
    is_unchanged: bool = False


@dataclass(slots=True)
class Tally:
    """What a client has done so far."""

    requests: int = 0
    bytes: int = 0
    retries: int = 0


def writing(file: BinaryIO) -> Callable[[bytes], object]:
    """A place for pieces in a file."""
    return file.write


def swallow(pieces: Iterator[bytes], keep: Callable[[bytes], object]) -> tuple[str, Glimpse]:
    """Hand every piece on; digest and glimpse of the whole."""
    digest = hashlib.sha256()
    head, tail, size = b"", b"", 0
    for piece in pieces:
        keep(piece)
        digest.update(piece)
        if len(head) < _GLIMPSE:
            head += piece[: _GLIMPSE - len(head)]
        tail = piece[-_GLIMPSE:] if len(piece) >= _GLIMPSE else (tail + piece)[-_GLIMPSE:]
        size += len(piece)
    return digest.hexdigest(), Glimpse(head=head, tail=tail, size=size)


def unchanged(response: requests.Response) -> Fetched:
    """The answer of a server that has nothing new."""
    return Fetched(
        url=response.url,
        content=b"",
        sha256="",
        size=0,
        headers=kept_headers(response),
        glimpse=Glimpse(head=b"", tail=b"", size=0),
        is_unchanged=True,
    )


def kept_headers(response: requests.Response) -> dict[str, str]:
    """Headers worth keeping."""
    return {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
