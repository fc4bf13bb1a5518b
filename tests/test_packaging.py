"""The project describes itself correctly: packages, tables and assets reach an installation."""

import configparser
from pathlib import Path

import graphbuild
from graphbuild.workspace import bundled_folder

ROOT = Path(__file__).resolve().parent.parent


def _setup_cfg() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def test_every_package_is_listed_in_setup_cfg():
    listed = set(_setup_cfg()["options"]["packages"].split())
    present = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in (ROOT / "graphbuild").rglob("__init__.py")
    }
    assert listed == present | {"graphbuild.bundled"}


def test_bundled_tables_are_those_of_the_checkout():
    assert bundled_folder() == ROOT / "data" / "curated"


def test_version_is_the_one_of_the_package():
    assert _setup_cfg()["metadata"]["version"] == "attr: graphbuild.__version__"
    assert graphbuild.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_file_name_needs_more_than_ascii():
    folders = ("graphbuild", "data/curated", "tests", "docs", "benchmarks")
    names = [p.name for folder in folders for p in (ROOT / folder).rglob("*")]
    assert names
    assert all(name.isascii() for name in names)
