"""The body of an answer: read in pieces, unpacked, bounded, and looked at before it is believed.

Lives here: reading and what a body must look like. Not here: asking again (`http`).
"""

import re
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import requests
from urllib3.exceptions import HTTPError

from graphbuild.errors import FetchError

_PIECE = 64 * 1024
_ENDS = (b"</SEC-DOCUMENT>", b"-----END PRIVACY-ENHANCED MESSAGE-----", b"</SUBMISSION>")
_TITLE = re.compile(rb"<title>\s*(.*?)\s*</title>", re.IGNORECASE | re.DOTALL)
_REFUSALS = re.compile(
    rb"^(?:SEC\.gov\s*\|\s*)?(?:(?:Error\s*)?\d{3}\s*[-:|]?\s*)?"
    rb"(?:Request Rate Threshold Exceeded|.*Undeclared Automated Tool|Access Denied"
    rb"|(?:Page|File) (?:Not Found|Unavailable)|Service (?:Temporarily )?Unavailable|Bad Gateway"
    rb"|(?:(?:Site|Scheduled|Down for|Under) )?Maintenance)\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""Whole titles: a filing may well be called "Financial Maintenance Covenant"."""
_SUBMISSION_STARTS = (b"<SEC-DOCUMENT>", b"-----BEGIN PRIVACY-ENHANCED MESSAGE", b"<SUBMISSION>")
_PAGE = re.compile(rb"^\s*(?:<!DOCTYPE\s+html|<html)", re.IGNORECASE)


class Cause(StrEnum):
    """Why an answer could not be used."""

    NOT_FOUND = "not-found"
    REFUSED = "refused"
    SERVER = "server-error"
    NETWORK = "network"
    TOO_SLOW = "too-slow"
    TRUNCATED = "truncated"
    NOT_THE_DOCUMENT = "not-the-document"
    TOO_LARGE = "too-large"
    FORBIDDEN = "forbidden-address"
    ROBOTS = "robots"
    UNDECLARED = "undeclared"
    NOT_TRIED = "not-tried"


_LASTING = frozenset(
    {Cause.NOT_FOUND, Cause.TOO_LARGE, Cause.FORBIDDEN, Cause.ROBOTS, Cause.UNDECLARED}
)


class RequestError(FetchError):
    """One address gave nothing usable.

    Parameters
    ----------
    retry_after_s : what the server asked for, else ``None``.
    """

    def __init__(
        self, cause: Cause, url: str, message: str, retry_after_s: float | None = None
    ) -> None:
        super().__init__(f"{url}: {message}")
        self.cause = cause
        self.url = url
        self.message = message
        self.retry_after_s = retry_after_s

    @property
    def is_lasting(self) -> bool:
        """Whether asking again would give the same."""
        return self.cause in _LASTING

    @property
    def is_block(self) -> bool:
        """Whether the SEC has shut us out for a while."""
        return self.cause is Cause.REFUSED and "Rate Threshold" in self.message


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """First and last bytes of a body, enough to tell whether it is what was asked for."""

    head: bytes
    tail: bytes
    size: int


Check = Callable[[Glimpse], str]
"""Why a body is not what was asked for, or an empty string."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """When a body comes too slowly to wait for: below `bytes_per_second` after `grace_s`."""

    grace_s: float = 30.0
    bytes_per_second: float = 1024.0


def read_body(response: requests.Response, largest_bytes: int, pace: Pace) -> Iterator[bytes]:
    """The unpacked body in pieces.

    Counts what arrives and unpacks it here, because the library takes a gzip stream that stops
    early for a whole one, and waits for ever on a server that sends a byte a second.

    Raises
    ------
    RequestError
        cut off, too large, or too slow.
    """
    url = response.url
    packing = response.headers.get("Content-Encoding", "").lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise RequestError(Cause.NOT_THE_DOCUMENT, url, f"packed as {packing!r}, unasked")
    is_packed = packing.endswith("gzip")
    unpack = _Unpacking(url) if is_packed else None
    size, started, arrived = 0, time.monotonic(), 0
    while piece := _piece(response):
        arrived += len(piece)
        for part in unpack.parts(piece) if unpack else (piece,):
            size += len(part)
            if size > largest_bytes:
                raise RequestError(Cause.TOO_LARGE, url, f"more than {largest_bytes:,} bytes")
            yield part
        spent = time.monotonic() - started
        if spent > pace.grace_s and arrived < pace.bytes_per_second * spent:
            raise RequestError(Cause.TOO_SLOW, url, f"{arrived:,} bytes in {spent:.0f} s")
    if unpack:
        unpack.finish()


def _piece(response: requests.Response) -> bytes:
    try:
        return bytes(response.raw.read1(_PIECE, decode_content=False))
    except (HTTPError, OSError) as error:
        raise RequestError(Cause.TRUNCATED, response.url, f"cut off: {error}") from error


class _Unpacking:
    """A gzip stream, also one of several members; knows whether it came to its end."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._member = zlib.decompressobj(wbits=31)
        self._has_begun = False

    def parts(self, piece: bytes) -> Iterator[bytes]:
        """Unpacked in bounded steps, so that no small body becomes a huge one at once."""
        while piece:
            if self._member.eof:
                self._member = zlib.decompressobj(wbits=31)
            self._has_begun = True
            try:
                part = self._member.decompress(piece, _PIECE * 4)
            except zlib.error as error:
                raise RequestError(Cause.TRUNCATED, self._url, f"damaged gzip: {error}") from error
            if part:
                yield part
            piece = self._member.unconsumed_tail or self._member.unused_data

    def finish(self) -> None:
        """The stream has ended; so must the gzip."""
        if self._has_begun and not self._member.eof:
            raise RequestError(Cause.TRUNCATED, self._url, "the gzip stream is cut off")


def error_page(head: bytes) -> str:
    """The title of a server's error page sent in place of a document, or empty.

    >>> error_page(b"<html><title>SEC.gov | Request Rate Threshold Exceeded</title>")
    'SEC.gov | Request Rate Threshold Exceeded'
    >>> error_page(b"<html><title>nlk-20250331</title>")
    ''
    """
    if b"<Error><Code>" in head[:500]:
        code = head.partition(b"<Code>")[2].partition(b"</Code>")[0]
        return code.decode("latin-1")
    if head.lstrip().startswith(_SUBMISSION_STARTS):
        return ""
    title = _TITLE.search(head)
    found = _REFUSALS.search(title[1]) if title else None
    return " ".join(title[1].decode("latin-1").split()) if title and found else ""


def is_page(head: bytes) -> bool:
    """Whether a body is an HTML page for people."""
    return _PAGE.match(head[:2000]) is not None


def check_any(glimpse: Glimpse) -> str:
    """Anything but nothing and an error page."""
    if not glimpse.size:
        return "an empty body"
    page = error_page(glimpse.head)
    return f"an error page ({page})" if page else ""


def check_data(glimpse: Glimpse) -> str:
    """JSON, XML or a text table, and not a page for people."""
    if not check_any(glimpse) and is_page(glimpse.head):
        return "an HTML page in place of data"
    return check_any(glimpse)


def check_submission(glimpse: Glimpse) -> str:
    """A full submission with its end."""
    wrong = check_data(glimpse)
    if not wrong and not glimpse.tail.rstrip().endswith(_ENDS):
        return f"cut off after {glimpse.size:,} bytes: its closing tag is missing"
    return wrong
