"""EDGAR's structured forms in XML -> rows with their fields, one line of text a row.

Lives here: what all forms share: finding the form by its root element, flattening elements into
fields, writing a row as a line. A row's line is its values in the form's own order and nothing of
ours, so that it can be quoted; what each value means stands in the row's fields. Not here: a form's
own fields (`thirteenf`, `insiders`, `stakes`, `offerings`), forms served as HTML (`viewed`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from graphbuild.documents.identity import Header
from graphbuild.documents.markup import all_text, one_line, parse_markup
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.sentences import split_sentences
from graphbuild.records.document import FormRow, Paragraph, RawItem, Sentence
from graphbuild.records.issue import Issue, Severity

Fields = dict[str, str]


def plain_name(element: _Element) -> str:
    """The element's name in lower case, whatever its namespace or prefix."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def own_text(element: _Element | None) -> str:
    """All text of an element on one line."""
    if element is None:
        return ""
    return one_line(all_text(element))


def values_of(element: _Element) -> str:
    """The texts of all leaf elements in order, on one line."""
    leaves = (child for child in element.iter("{*}*") if not len(child))
    return " ".join(filter(None, map(own_text, leaves)))


def named(element: _Element, *names: str) -> Iterator[_Element]:
    """The descendants with one of the names, in order."""
    for child in element.iter("{*}*"):
        if child is not element and plain_name(child) in names:
            yield child


def first(element: _Element, name: str) -> _Element | None:
    """The first descendant of a name."""
    return next(named(element, name), None)


def first_text(element: _Element, *names: str) -> str:
    """The text of the first descendant that has one, the names tried in order."""
    for name in names:
        for child in named(element, name):
            if text := own_text(child):
                return text
    return ""


def fields_of(element: _Element, *, without: frozenset[str] = frozenset()) -> Fields:
    """Leaf elements as fields; a `value` inside another field takes that field's name.

    A name that occurs twice keeps both texts, joined by "; ". Subtrees named in `without` are left
    out.
    """
    found: Fields = {}
    _collect(element, "", without, found)
    return found


def _collect(element: _Element, above: str, without: frozenset[str], found: Fields) -> None:
    """One level; forms are a handful of levels deep, and deeper ones are cut at MAX_DEPTH."""
    stack: list[tuple[_Element, str]] = [(element, above)]
    while stack:
        node, parent = stack.pop()
        name = plain_name(node)
        children = [child for child in node if isinstance(child.tag, str)]
        if name in without:
            continue
        if children:
            stack.extend((child, name) for child in reversed(children))
            if name not in {"", "value"} and (text := (node.text or "").strip()):
                _put(found, name, " ".join(text.split()))
        elif text := own_text(node):
            _put(
                found, parent if name == "value" and node.getparent() is not element else name, text
            )


def _put(found: Fields, name: str, text: str) -> None:
    if name not in found:
        found[name] = text
    elif text not in found[name].split("; "):
        found[name] = f"{found[name]}; {text}"


@dataclass(slots=True)
class FormText:
    """The text of a form as it grows: one line a row or a paragraph."""

    item: RawItem
    offset: int = 0
    part: str = ""
    lines: list[str] = field(default_factory=list)
    position: int = 0
    rows: list[FormRow] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def _line(self, line: str) -> tuple[int, int]:
        line = " ".join(line.split())
        start = self.offset + self.position + (1 if self.lines else 0)
        self.lines.append(line)
        self.position = start + len(line) - self.offset
        return start, start + len(line)

    def row(self, kind: str, fields: Fields, line: str) -> None:
        """A row of the form and the line that shows it; empty fields are dropped."""
        start, end = self._line(line)
        kept = tuple((name, text) for name, text in fields.items() if text)
        self.rows.append(FormRow(kind=kind, fields=kept, start=start, end=end))

    def prose(self, text: str, heading: str = "") -> None:
        """Running text of the form: a footnote, a stated purpose."""
        if not text.strip():
            return
        start, end = self._line(text)
        line = self.lines[-1]
        spans = split_sentences(line)
        self.paragraphs.append(
            Paragraph(
                start=start,
                end=end,
                sentences=tuple(Sentence(start=start + s.start, end=start + s.end) for s in spans),
                heading=heading,
                part=self.part,
            )
        )

    def warn(self, code: str, message: str, advice: str) -> None:
        """Trouble with the form that does not stop it."""
        self.issues.append(
            Issue(
                stage="parse",
                severity=Severity.WARNING,
                code=code,
                where=self.item.path,
                message=message,
                advice=advice,
            )
        )

    def rendering(self, title: str = "") -> Rendering:
        """What was written."""
        return Rendering(
            text="\n".join(self.lines),
            paragraphs=tuple(self.paragraphs),
            rows=tuple(self.rows),
            issues=tuple(self.issues),
            title=title,
        )


FormReader = Callable[[_Element, FormText], Header]


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlForm:
    """A structured form: the root element's name, the submission types, and its reader."""

    root: str
    types: tuple[str, ...] = ()
    read: FormReader


def read_form_with(
    forms: tuple[XmlForm, ...], item: RawItem, text: str, *, offset: int = 0, part: str = ""
) -> tuple[Rendering, Header] | None:
    """The form in an XML text; ``None`` where none of the forms is meant.

    Raises
    ------
    ParseError
        not well-formed, or declares entities.
    """
    root = parse_markup(text.strip(), is_xml=True)
    name = plain_name(root)
    kind = first_text(root, "submissiontype") if name == "edgarsubmission" else ""
    for form in forms:
        if name == form.root and (not form.types or kind.startswith(form.types)):
            written = FormText(item, offset, part)
            header = form.read(root, written)
            return written.rendering(title=header.title), header
    return None
