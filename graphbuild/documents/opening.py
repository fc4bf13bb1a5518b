"""Files as people save them -> the page inside: gzip, a browser's MHTML, a mail.

Also where a page saved by a browser came from, which it notes in a comment. Not here: encodings
(`markup`), folders (`sources`). Nothing is written, fetched or run; an archive of several files is
refused, because one file is one document.
"""

import email
import re
import zlib
from dataclasses import replace
from email.message import Message

from graphbuild.documents.datelines import front_matter, stated_place
from graphbuild.errors import ParseError
from graphbuild.records.document import RawItem

LARGEST_BYTES = 300_000_000
"""As much as a file of a folder may have; a small gzip can hold any amount."""

_GZIP = b"\x1f\x8b"
_MAIL_HEAD = 8_000
_MAIL = re.compile(rb"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n")
_MULTIPART = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_SAVED_FROM = re.compile(
    rb"<!-- ?saved from url=\(\d{4}\)(https?://[^\s<>]{4,2000})", re.IGNORECASE
)
_REFUSED = (
    (b"%PDF", "a PDF; save its text beside it (pdftotext -layout FILE.pdf)"),
    (b"PK\x03\x04", "a ZIP archive, as are .docx and .xlsx; unpack it, or save the text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text or HTML"),
    (b"bplist00", "a web archive of Safari; save the page as its source"),
    (b"{\\rtf", "rich text; save it as plain text"),
)


def opened(item: RawItem) -> RawItem:
    """The item with the page's own bytes, and with its address where the file notes one.

    Raises
    ------
    ParseError
        a damaged or too large archive, a mail without text, a format that holds no plain page.
    """
    content = item.content
    if content.startswith(_GZIP):
        content = _unpacked(content)
    for mark, reason in _REFUSED:
        if content.startswith(mark):
            raise ParseError(reason)
    if _is_mail(content):
        return _of_mail(replace(item, content=content))
    url = item.url or _noted_place(content[:4_000])
    return item if content is item.content and url == item.url else _with(item, content, url)


def _noted_place(head: bytes) -> str | None:
    """The address a browser or a clipper wrote at the top of what it saved."""
    saved = _SAVED_FROM.search(head)
    if saved:
        return saved[1].decode("ascii", "replace")
    return stated_place(front_matter(head.decode("utf-8", "replace")))


def _with(item: RawItem, content: bytes, url: str | None) -> RawItem:
    return replace(item, content=content, url=url)


def _unpacked(content: bytes) -> bytes:
    """All members of a gzip file, one after the other."""
    parts: list[bytes] = []
    size = 0
    while content.startswith(_GZIP):
        stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            parts.append(stream.decompress(content, LARGEST_BYTES - size + 1))
        except zlib.error as error:
            raise ParseError(f"damaged gzip ({error}); fetch the file again") from error
        size += len(parts[-1])
        if size > LARGEST_BYTES:
            raise ParseError(f"more than {LARGEST_BYTES} bytes inside the gzip; split it")
        if not stream.eof:
            raise ParseError("the gzip file is cut off; fetch it again")
        content = stream.unused_data
    return b"".join(parts)


def _is_mail(content: bytes) -> bool:
    head = content[:_MAIL_HEAD]
    found = _MAIL.match(head) if b"ime-" in head[:_MAIL_HEAD].lower() else None
    return found is not None and _MULTIPART.search(found[0]) is not None


def _of_mail(item: RawItem) -> RawItem:
    """The first page of a MIME message, which browsers write first; else its plain text."""
    message = email.message_from_bytes(item.content)
    parts = list(message.walk())
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and (text := _text(part).strip()):
                place = message.get("Snapshot-Content-Location") or part.get("Content-Location")
                address = str(place) if str(place or "").startswith("http") else None
                return _with(item, text.encode(), item.url or address)
    raise ParseError("a mail or web archive without a page of text; save the page as HTML")


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return payload.decode("utf-8" if charset != "utf-8" else "cp1252", "replace")
