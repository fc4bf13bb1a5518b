"""Rules of the house that imports alone do not show: who may open sockets, speak SQL, print."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "graphbuild"
SOURCES = sorted(PACKAGE.rglob("*.py"))
NETWORK = {
    "requests", "socket", "urllib.request", "http.client", "sec_edgar_downloader", "stamina",
    "http.server", "socketserver",
}  # fmt: skip
# Listening on 127.0.0.1 for a reader's own browser is not fetching: it asks no network anything.
LISTENERS = {"cli/loopback.py": {"http.server"}}
DRAWERS = {"util", "utils", "helpers", "common", "misc", "core", "manager"}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_sources_reaches_the_network(path: Path):
    if _room(path) != "sources":
        reached = {n for n in _imports(path) if n in NETWORK or n.split(".")[0] in NETWORK}
        assert reached == LISTENERS.get(path.relative_to(PACKAGE).as_posix(), set())


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_ledger_speaks_sql(path: Path):
    if _room(path) != "ledger":
        assert "sqlite3" not in _imports(path)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_command_line_prints(path: Path):
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert not calls or _room(path) == "cli"


def test_no_drawers():
    assert not [path for path in SOURCES if path.stem in DRAWERS]


def test_every_module_says_what_lives_in_it():
    silent = [p for p in SOURCES if not ast.get_docstring(ast.parse(p.read_text("utf-8")))]
    assert not silent


def test_no_file_has_outgrown_one_idea():
    long = {p.name: n for p in SOURCES if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert not long


def test_an_exception_to_a_rule_says_which_and_why():
    house = PACKAGE.parent
    files = [
        p for room in ("graphbuild", "tests", "benchmarks") for p in house.glob(f"{room}/**/*.py")
    ]
    allowed = re.compile(
        r"# (?:ruff: )?noqa: [A-Z]+\d+(?:, [A-Z]+\d+)* +(?:- \S|\(\S)"
        r"|# type: ignore\[[a-z-]+\] +# \S"
    )
    exception = re.compile(r"#\s*(?:ruff:\s*)?noqa\b|#\s*type:\s*ignore\b|#\s*pragma\b")
    silent = [
        f"{path.relative_to(house)}:{number}: {line.strip()}"
        for path in sorted(files)
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if exception.search(line) and not allowed.search(line)
    ]
    assert not silent


def test_clock_and_chance_enter_only_through_arguments():
    clock = re.compile(
        r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\brandom\.\w+\(\)|time\.time\("
    )
    users = [p for p in SOURCES if clock.search(p.read_text("utf-8")) and _room(p) != "cli"]
    assert not users
