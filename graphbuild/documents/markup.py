"""Bytes -> element tree, safely: encoding, entities, XML first and HTML as the fallback.

Lives here: everything that decides *how* markup is parsed. Not here: what the elements mean
(`html`, `inline_xbrl`, `ownership`).

EDGAR says ``encoding='ASCII'`` over text that is entity-coded, and Windows-1252 bytes stand in
files declared UTF-8; so the declared encoding is believed only where the bytes do not say better.
"""

import codecs
import functools
import re

from lxml import etree

from graphbuild.errors import ParseError

_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._-]{1,40})""")
_FEWEST_WIDE = 8
_WIDE_SHARE = 0.8
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY_DECLARATION = re.compile(r"<!\s*ENTITY", re.IGNORECASE)
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Supersets of ASCII only: UTF-7 and the like could hide markup from the checks below.
_SAFE_ENCODINGS = frozenset(
    {"iso8859-1", "iso8859-2", "iso8859-15", "cp1250", "cp1251", "cp1252", "gb18030", "gbk"}
    | {"euc_jp", "euc_kr", "shift_jis", "cp932", "big5", "koi8-r", "iso8859-9", "cp1254"}
)
# Character references 128-159 mean Windows-1252 in every browser, control codes in XML.
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_INVISIBLE = {0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None, 0xAD: None}
READABLE = {**_CONTROLS, **_INVISIBLE}
"""For `str.translate`: what a reader sees instead of stray control and zero-width characters."""
_UNREADABLE = re.compile(f"[{''.join(map(chr, READABLE))}]")


def decode(content: bytes) -> str:
    """The bytes as text: byte order mark, else UTF-8 if valid, else declared, else Windows-1252.

    Raises
    ------
    ParseError
        the bytes are binary: a picture, an archive, a PDF.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(_without_mark(mark, encoding), "replace")
    if wide := _wide_encoding(content):
        return content.decode(wide, "replace")
    if b"\0" in content[:4096]:
        raise ParseError("the bytes are binary, not text; save the document as HTML, XML or text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode(_declared_encoding(content), "replace")


def _wide_encoding(content: bytes) -> str:
    """UTF-16 without a mark: Latin letters leave every second byte empty, and no other."""
    head = content[:4096]
    even, odd = head[::2], head[1::2]
    if len(odd) < _FEWEST_WIDE:
        return ""
    for empty, full, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if empty.count(0) > _WIDE_SHARE * len(empty) and not full.count(0):
            return name
    return ""


def _without_mark(mark: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return encoding
    return f"{encoding}-{'le' if mark[0] == 0xFF else 'be'}"


def _declared_encoding(content: bytes) -> str:
    match = _DECLARED.search(content[:2048])
    if match:
        try:
            name = codecs.lookup(match.group(1).decode("ascii")).name
        except LookupError:
            return "cp1252"
        if name in _SAFE_ENCODINGS:
            return name
    return "cp1252"


def parse_markup(text: str, *, is_xml: bool | None = None) -> etree._Element:
    """The root element of an XML or HTML text.

    Parameters
    ----------
    is_xml : True refuses anything but well-formed XML; None tries XML where the text looks like
        it and falls back to HTML.

    Raises
    ------
    ParseError
        no element at all, entity declarations (they can blow up memory), or broken XML where XML
        was required.
    """
    refuse_entities(text)
    body = _DECLARATION.sub("", text, count=1).replace("\0", "")
    if is_xml or (is_xml is None and _looks_like_xml(text)):
        root = _parse_xml(body)
        if root is not None:
            return root
        if is_xml:
            raise ParseError("not well-formed XML; fetch the document again")
    root = _parse_html(body)
    if root is None:
        raise ParseError("no markup in it; fetch the document again")
    return root


def refuse_entities(text: str) -> None:
    """Stop at a text that declares entities: a few lines of them can fill any memory.

    Raises
    ------
    ParseError
        it declares some.
    """
    if _ENTITY_DECLARATION.search(text):
        raise ParseError("declares entities, which no filing does; refused as unsafe")


def _looks_like_xml(text: str) -> bool:
    # A named entity such as &nbsp; is not XML without its DTD, which is never loaded.
    head = text[:4000]
    return ("<?xml" in head or "xmlns" in head) and not _NAMED_ENTITY.search(text)


def _parse_xml(body: str) -> etree._Element | None:
    parser = etree.XMLParser(
        huge_tree=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _parse_html(body: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


_STRING_VALUE = etree.XPath("string()", smart_strings=False)
_NAMESPACES = (
    ("inlineXBRL", "ix:"),
    ("/2003/instance", "xbrli:"),
    ("xbrldi", "xbrldi:"),
    ("1999/xhtml", ""),
)


@functools.lru_cache(maxsize=4096)
def local_name(tag: object) -> str:
    """Lower-case name with "ix:", "xbrli:" or "xbrldi:" where it is XBRL, bare for HTML.

    >>> local_name("{http://www.xbrl.org/2013/inlineXBRL}nonFraction")
    'ix:nonfraction'
    """
    if not isinstance(tag, str):
        return ""
    if not tag.startswith("{"):
        return tag.lower()
    namespace, _, name = tag[1:].partition("}")
    for part, prefix in _NAMESPACES:
        if part in namespace:
            return prefix + name.lower()
    return "other:" + name.lower()


def all_text(element: etree._Element) -> str:
    """Every character below an element, as it stands."""
    if not len(element):
        return element.text or ""
    return str(_STRING_VALUE(element))


def readable(text: str) -> str:
    """The text as a reader sees it: without stray control and zero-width characters.

    Nearly no text has any, and looking is ten times faster than translating.
    """
    is_clean = text.isascii() or not _UNREADABLE.search(text)
    return text if is_clean else text.translate(READABLE)


def one_line(text: str) -> str:
    """Whitespace collapsed, invisible characters dropped."""
    return " ".join(readable(text).split())
