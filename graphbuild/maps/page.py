"""Sheet and drawings -> one self-contained page: pyvis and vis-network inside our own template.

pyvis 0.3.2 holds the network and brings vis-network 9.1.2; its own page is not used, because that
asks two content networks for files, inserts names as markup and has no doctype. Here every text
travels as JSON and is inserted as text, scripts and styles are allowed by their hash only, and a
page that refers to anything outside itself is refused. Returned as text; the caller writes UTF-8.
"""

import base64
import hashlib
import json
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from graphbuild.errors import ExpectationError
from graphbuild.maps import packing, payload
from graphbuild.maps.base import Drawing, PageFacts
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.rows import Rows, fill_network

VIS_SCRIPT = "lib/vis-9.1.2/vis-network.min.js"
SCRIPTS = (
    "atlas.js", "blocks.js", "state.js", "filters.js", "shapes.js", "paint.js", "labels.js",
    "stage.js", "narrow.js", "ladder.js", "fitting.js", "stress.js", "chronicle.js", "panel.js",
    "picture.js", "scales.js", "table.js", "search.js", "way.js", "main.js",
)  # fmt: skip
NETWORK_OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "edges": {"smooth": False, "hidden": True},
    "interaction": {"dragNodes": False, "hover": True, "selectConnectedEdges": False},
}

_REFERRING = frozenset(
    {
        "src", "href", "srcset", "action", "formaction", "poster", "data", "ping", "background",
        "xlink:href", "cite", "manifest", "code", "archive", "codebase", "imagesrcset",
    }
)  # fmt: skip
_INLINE = ("#", "data:")


def write_page(sheet: Sheet, drawings: tuple[Drawing, ...], facts: PageFacts) -> str:
    """The page with the first drawing open and the others beside it.

    Raises
    ------
    ExpectationError
        the page refers to something outside itself.
    """
    from pyvis.network import Network  # noqa: PLC0415 - imports IPython, for pictures in vain

    rows = Rows.of(sheet, drawings)
    network = Network(directed=True, cdn_resources="in_line", heading="")
    fill_network(network, rows, drawings[0])
    network.set_options(json.dumps(NETWORK_OPTIONS))
    vis = _asset(Path(network.template_dir) / VIS_SCRIPT)
    own = "\n".join(template(name) for name in SCRIPTS)
    style = template("style.css")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("graphbuild.maps"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(
        facts=facts,
        policy=content_policy(scripts=(vis, own), styles=(style,)),
        vis_script=Markup(vis),  # noqa: S704 - the library's own bytes, checked by _asset
        own_script=Markup(own),  # noqa: S704 - our own files
        style=Markup(style),  # noqa: S704 - our own file
        atlas=_in_script(payload.atlas(rows, drawings, facts)),
        packed_json=_packed_json,
        options_json=_in_script(NETWORK_OPTIONS),
        plain_title=" ".join(facts.title.split()),
    )
    network.templateEnv = environment
    network.path = "page.html"
    page: str = network.generate_html()
    refuse_outside_references(page, pages=frozenset({facts.index_page}))
    return page


def _packed_json(rows: list[dict[str, Any]]) -> Markup:
    """The rows pyvis holds, for the page."""
    return _in_script(packing.pack(rows))


def _in_script(value: Any) -> Markup:
    """A value as JSON that may stand in a script of the page."""
    return Markup(packing.for_script(value))  # noqa: S704 - "<", ">" and "&" are escaped there


def content_policy(scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """A policy under which only these very scripts and styles run and nothing is fetched."""
    allowed = " ".join(_source_hash(text) for text in scripts) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {allowed}",
            f"style-src {' '.join(_source_hash(text) for text in styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def template(name: str) -> str:
    """One of our own files that go into a page."""
    return (resources.files("graphbuild.maps") / "templates" / name).read_text(encoding="utf-8")


def _asset(path: Path) -> str:
    """A library's script as text, fit to stand inside a ``script`` element."""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if "</script" in text.lower() or "<!--" in text:
        raise ExpectationError(
            f"{path}: the script would end its element early; install pyvis 0.3.2 again"
        )
    return text


class _References(HTMLParser):
    """Collects attributes and styles that would make a browser ask for something."""

    def __init__(self, pages: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pages = pages
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at every attribute that names an address."""
        self._in_style = tag == "style"
        for name, value in attrs:
            target = (value or "").strip()
            if tag == "a" and name == "href" and target in self.pages:
                continue
            if name in _REFERRING and target and not target.startswith(_INLINE):
                self.found.append(f"<{tag} {name}={target[:80]!r}>")
            if name == "http-equiv" and target.lower() == "refresh":
                self.found.append(f"<{tag} {name}={target!r}>")
            if name == "style" and _style_reaches_out(target):
                self.found.append(f"<{tag} {name}={target[:80]!r}>")
            if name.startswith("on") or name == "srcdoc":
                self.found.append(f"<{tag} {name}>")

    def handle_endtag(self, tag: str) -> None:
        """Styles end here."""
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        """Look for addresses in style sheets."""
        if self._in_style and _style_reaches_out(data):
            self.found.append("<style> with url(...) or @import")


def _style_reaches_out(text: str) -> bool:
    squeezed = "".join(text.lower().split()).replace('"', "").replace("'", "")
    return "@import" in squeezed or squeezed.count("url(") > squeezed.count("url(data:")


def refuse_outside_references(page: str, pages: frozenset[str] = frozenset()) -> None:
    """Raise if the page's markup or styles refer to anything but itself.

    Parameters
    ----------
    pages : files of the same folder that the page may link to.

    Links to evidence are not in the markup: they are data, and become links when a reader opens
    the panel.

    Raises
    ------
    ExpectationError
        naming what was found.
    """
    parser = _References(pages)
    parser.feed(page)
    parser.close()
    if parser.found:
        raise ExpectationError(
            f"the map refers outside itself: {'; '.join(parser.found[:5])}; "
            "inline the resource or remove it from graphbuild/maps/templates"
        )
