"""Inline XBRL: facts with concept, value, unit, period and members, and what they say of the filer.

Lives here: contexts, units, values, dei. Not here: where a fact stands in the text (`html` knows),
what a concept means (`extract`).
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from lxml import etree

from graphbuild.documents.markup import all_text, local_name, readable
from graphbuild.records.document import Fact

FACT_TAGS = frozenset({"ix:nonfraction", "ix:nonnumeric", "ix:fraction"})
TEXT_LIMIT = 500
"""Longer text facts (whole notes) are read from the document by their span."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DASH = re.compile(r"^[—–-]*$")


@dataclass(frozen=True, slots=True)
class Context:
    """Period and members of a fact; `cik` of the entity it is about."""

    start: dt.date | None
    end: dt.date | None
    members: tuple[tuple[str, str], ...]
    cik: str


@dataclass(slots=True, kw_only=True)
class RawFact:
    """A fact as it was met in the tree; `start` is -1 for hidden ones."""

    name: str
    context: str
    unit: str = ""
    scale: int = 0
    sign: str = ""
    format: str = ""
    is_numeric: bool = False
    text: str = ""
    start: int = -1
    end: int = -1
    continued_at: str = ""


@dataclass(slots=True)
class Resources:
    """What facts refer to, gathered from the document's ix:header."""

    contexts: dict[str, Context] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    hidden: list[RawFact] = field(default_factory=list)


def raw_fact(element: etree._Element, name: str) -> RawFact | None:
    """The fact of an element; ``None`` for one that is nil or names no concept."""
    attributes = {_bare_name(key): str(value) for key, value in element.attrib.items()}
    concept = attributes.get("name", "")
    if not concept or attributes.get("nil", attributes.get("xsi:nil", "")) in {"true", "1"}:
        return None
    is_numeric = name == "ix:nonfraction"
    return RawFact(
        name=concept,
        context=attributes.get("contextref", ""),
        unit=attributes.get("unitref", ""),
        scale=_integer(attributes.get("scale", "0")),
        sign=attributes.get("sign", ""),
        format=attributes.get("format", ""),
        is_numeric=is_numeric,
        text=all_text(element) if is_numeric else "",
        continued_at=attributes.get("continuedat", ""),
    )


@lru_cache(maxsize=256)
def _bare_name(key: object) -> str:
    """An attribute's name in lower case, without its namespace."""
    return str(key).rpartition("}")[2].lower()


def _integer(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        return 0
    return value if -30 <= value <= 30 else 0


def read_header(element: etree._Element, resources: Resources) -> None:
    """Add the contexts, units and hidden facts below an ix:header."""
    for child in element.iter():
        name = local_name(child.tag)
        if name == "xbrli:context":
            resources.contexts[child.get("id") or ""] = _context(child)
        elif name == "xbrli:unit":
            resources.units[child.get("id") or ""] = _unit(child)
        elif name in FACT_TAGS:
            fact = raw_fact(child, name)
            if fact is not None:
                fact.text = all_text(child)
                resources.hidden.append(fact)


def _context(element: etree._Element) -> Context:
    start = end = None
    members: list[tuple[str, str]] = []
    cik = ""
    for child in element.iter():
        name = local_name(child.tag)
        if name == "xbrli:identifier":
            cik = (child.text or "").strip()
        elif name == "xbrli:startdate":
            start = read_date(child.text)
        elif name in {"xbrli:enddate", "xbrli:instant"}:
            end = read_date(child.text)
        elif name in {"xbrldi:explicitmember", "xbrldi:typedmember"}:
            value = " ".join(all_text(child).split())
            members.append((child.get("dimension") or "", value))
    return Context(start, end, tuple(members), cik)


def _unit(element: etree._Element) -> str:
    """The unit in short: "USD", "shares", "USD/shares"."""
    above: list[str] = []
    below: list[str] = []
    for child in element.iter():
        if local_name(child.tag) == "xbrli:measure":
            parent = child.getparent()
            is_below = parent is not None and local_name(parent.tag) == "xbrli:unitdenominator"
            measure = (child.text or "").strip().rpartition(":")[2]
            (below if is_below else above).append(measure)
    return "*".join(above) + ("/" + "*".join(below) if below else "")


def read_date(text: str | None) -> dt.date | None:
    """The ISO date at the start of a text, if it is a date."""
    match = _DATE.match((text or "").strip())
    if match is None:
        return None
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def number(text: str, *, scale: int = 0, sign: str = "", form: str = "") -> Decimal | None:
    """The value of a numeric fact: "1,250" at scale 6 is 1250000000.

    Parameters
    ----------
    form : the transformation's name; it says whether the comma groups or divides, and what a
        dash stands for.
    """
    text = "".join(readable(text).split())
    form = form.rpartition(":")[2].replace("-", "").lower()
    if form in {"fixedzero", "zerodash", "numdash"} or _DASH.match(text):
        return Decimal(0)
    if form in {"numcommadecimal", "numcommadot", "numspacecomma", "numdotcomma"}:
        text = text.replace(".", "").replace(",", ".")
    text = re.sub(r"[,’'$€£]", "", text).strip("()")
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    value = value.scaleb(scale)
    return -value if sign == "-" else value


def build_facts(
    raw_facts: Iterable[RawFact],
    resources: Resources,
    continuations: Mapping[str, tuple[int, int, str]],
    text: str,
    offset: int,
) -> tuple[Fact, ...]:
    """Facts in document order, hidden ones first.

    Parameters
    ----------
    continuations : id -> start, end and next id of each ix:continuation.
    text, offset : the rendering, and the position of its first character.
    """
    facts: list[Fact] = []
    for raw in [*resources.hidden, *raw_facts]:
        context = resources.contexts.get(raw.context, _NOWHERE)
        start, end = _span(raw, continuations, text, offset)
        shown = text[start - offset : end - offset] if start >= 0 else " ".join(raw.text.split())
        facts.append(
            Fact(
                concept=raw.name,
                value=_value(raw) if raw.is_numeric else None,
                unit=resources.units.get(raw.unit, raw.unit) or None if raw.is_numeric else None,
                period_start=context.start,
                period_end=context.end,
                members=context.members,
                text=shown if len(shown) <= TEXT_LIMIT else "",
                start=start,
                end=end,
            )
        )
    return tuple(facts)


_NOWHERE = Context(None, None, (), "")


def _value(raw: RawFact) -> Decimal | None:
    return number(raw.text, scale=raw.scale, sign=raw.sign, form=raw.format)


def _span(
    raw: RawFact, continuations: Mapping[str, tuple[int, int, str]], text: str, offset: int
) -> tuple[int, int]:
    """The fact's span without the space before it, through its last continuation."""
    start, end = raw.start, raw.end
    follow, seen = raw.continued_at, set[str]()
    while follow in continuations and follow not in seen:
        seen.add(follow)
        begin, stop, following = continuations[follow]
        if stop > begin:
            start = begin if start == end else start
            end = max(end, stop)
        follow = following
    while -1 < start < end and text[start - offset].isspace():
        start += 1
    return (start, end) if end > start >= 0 else (-1, -1)


def monetary_scale(raw: RawFact, resources: Resources) -> int | None:
    """The power of ten of a fact in a currency; ``None`` for shares, rates and amounts a share."""
    unit = resources.units.get(raw.unit, raw.unit)
    return raw.scale if raw.is_numeric and len(unit) == 3 and unit.isupper() else None
