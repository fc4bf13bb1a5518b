"""Pages and the checker that browser tests share; the browser itself is everybody’s."""

import os
from pathlib import Path

import pandas as pd
import pytest

from graphbuild.maps import VIEWS, render
from tests.maps.graphs import exposure_tables, loop_tables, page_facts, small_world
from tests.maps.told import cascade, chronicle


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, where AXE_SCRIPT or node_modules has it."""
    given = os.environ.get("AXE_SCRIPT")
    root = Path(__file__).resolve().parents[2]
    path = Path(given) if given else root / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not there: npm install --no-save axe-core, or AXE_SCRIPT=...")
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """A folder with the page of every view of the small world, told in full."""
    folder = tmp_path_factory.mktemp("controls")
    rows = [("ddtl", "new", "Term loan", "signed"), ("dead", "ended", "Equity", "terminated")]
    changes = pd.DataFrame(rows, columns=["deal_id", "change", "title", "words"])
    tables = {**loop_tables(), **exposure_tables(), "changes": changes}
    facts = page_facts(
        index_page="index.html",
        cascades=(cascade(), cascade("granite-too", ("granite",))),
        chronicle=chronicle(small_world()),
    )
    for name in [view.name for view in VIEWS]:
        page = render(name, small_world(), tables, facts)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder
