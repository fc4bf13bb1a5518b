"""Published snapshots over HTTP on this machine only: what is answered, and the listener.

Listening is not fetching: nothing is asked of any network, the socket is bound to 127.0.0.1, and
nothing is written. A request names a file by the key of a listing made from the folder itself and
is never joined to a path, so there is nothing to traverse. A request whose Host is not this
machine's is refused, so that no foreign page can read a snapshot by renaming it (DNS rebinding).
"""

import base64
import hashlib
import html
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_LOG = logging.getLogger(__name__)

ADDRESS = "127.0.0.1"
TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8", ".csv": "text/csv; charset=utf-8",
    ".json": "application/json", ".jsonl": "application/jsonl; charset=utf-8",
    ".md": "text/plain; charset=utf-8", ".graphml": "application/xml",
    ".svg": "image/svg+xml", ".sqlite": "application/vnd.sqlite3",
}  # fmt: skip
"""Kinds of files a snapshot consists of; anything else is not served."""

SAFETY: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_STYLE = (
    "body{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.5 system-ui,sans-serif;"
    "color-scheme:light dark}li{margin:.2em 0}a{overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response: status, body and what is said about it."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


def answer(method: str, target: str, host: str, snapshots: Path, port: int) -> Answer:
    """What a request gets.

    Parameters
    ----------
    target : the request's path as sent, with percent signs and perhaps a query.
    host : the request's Host header.
    snapshots : folder with one folder for each published snapshot.
    port : the server listens on.
    """
    if host not in {f"{ADDRESS}:{port}", f"localhost:{port}"}:
        return _plain(HTTPStatus.MISDIRECTED_REQUEST, "This server answers for this machine only.")
    if method not in {"GET", "HEAD"}:
        said = _plain(HTTPStatus.METHOD_NOT_ALLOWED, "Snapshots can be read, nothing else.")
        return Answer(status=said.status, body=said.body, headers={"Allow": "GET, HEAD"})
    path = unquote(urlsplit(target).path).removeprefix("/")
    folders = published(snapshots)
    if not path:
        return _front(folders)
    name, _, rest = path.partition("/")
    if name == "latest" and folders:
        there = f"/{quote(max(folders))}/{quote(rest)}"
        return Answer(status=HTTPStatus.FOUND, headers={"Location": there})
    if name not in folders:
        return _plain(HTTPStatus.NOT_FOUND, "No such snapshot; / lists those there are.")
    files = listing(folders[name])
    if not rest:
        return _contents(name, files)
    if rest not in files:
        return _plain(HTTPStatus.NOT_FOUND, f"No such file; /{name}/ lists those there are.")
    return _file(files[rest])


def published(snapshots: Path) -> dict[str, Path]:
    """Snapshot folders by name, no links."""
    if not snapshots.is_dir():
        return {}
    found = sorted(snapshots.iterdir())
    return {path.name: path for path in found if path.is_dir() and not path.is_symlink()}


def listing(folder: Path) -> dict[str, Path]:
    """Files of a snapshot by their name below it: known kinds, nothing hidden, no links."""
    found = {}
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        steps = [folder.joinpath(*parts[: i + 1]) for i in range(len(parts))]
        if any(step.is_symlink() or step.name.startswith(".") for step in steps):
            continue
        if path.is_file() and path.suffix in TYPES:
            found["/".join(parts)] = path
    return found


def _plain(status: HTTPStatus, words: str) -> Answer:
    return Answer(status=status, body=f"{words}\n".encode())


def _file(path: Path) -> Answer:
    headers = {}
    if path.suffix == ".sqlite":
        headers["Content-Disposition"] = f'attachment; filename="{path.name}"'
    elif path.suffix == ".svg":
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    try:
        body = path.read_bytes()
    except OSError:  # pruned since it was listed
        return _plain(HTTPStatus.NOT_FOUND, "The file is gone; a newer snapshot took its place.")
    kind = TYPES[path.suffix]
    return Answer(status=HTTPStatus.OK, body=body, content_type=kind, headers=headers)


def _front(folders: Mapping[str, Path]) -> Answer:
    if not folders:
        return _page("Snapshots", ["<p>No snapshot yet: run graphbuild rebuild.</p>"])
    items = [
        (f"/{quote(name)}/maps/index.html", name, f"/{quote(name)}/")
        for name in sorted(folders, reverse=True)
    ]
    rows = [
        f'<li><a href="{maps}">{html.escape(name)}</a> (<a href="{files}">files</a>)</li>'
        for maps, name, files in items
    ]
    return _page("Snapshots, newest first", ["<ul>", *rows, "</ul>"])


def _contents(name: str, files: Iterable[str]) -> Answer:
    rows = [
        f'<li><a href="/{quote(name)}/{quote(file)}">{html.escape(file)}</a></li>' for file in files
    ]
    back = '<p><a href="/">All snapshots</a></p>'
    return _page(f"Snapshot {name}", [back, "<ul>", *rows, "</ul>"])


def _page(title: str, body: Iterable[str]) -> Answer:
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    text = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{html.escape(title)}</title><link rel="icon" href="data:,">'
        f"<style>{_STYLE}</style></head><body><main><h1>{html.escape(title)}</h1>"
        f"{''.join(body)}</main></body></html>\n"
    )
    return Answer(
        status=HTTPStatus.OK,
        body=text.encode(),
        content_type=TYPES[".html"],
        headers={"Content-Security-Policy": policy},
    )


def open_server(snapshots: Path, port: int) -> ThreadingHTTPServer:
    """A server bound to this machine, not yet serving; port 0 takes any free one.

    Raises
    ------
    OSError
        the port is taken.
    """

    class _Handler(BaseHTTPRequestHandler):
        server_version = "graphbuild"
        sys_version = ""
        timeout = 30

        def handle_any(self) -> None:
            """Answer whatever was asked."""
            assert isinstance(self.server, ThreadingHTTPServer)
            host = self.headers.get("Host", "")
            said = answer(self.command, self.path, host, snapshots, self.server.server_port)
            self.send_response(said.status)
            for name, value in {**SAFETY, **said.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Type", said.content_type)
            self.send_header("Content-Length", str(len(said.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(said.body)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - inherited
            _LOG.info(format, *arguments)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = handle_any  # noqa: N815 - the library's names

    return ThreadingHTTPServer((ADDRESS, port), _Handler)
