"""One Chromium for all tests of a run; without it they are skipped and say so."""

import os
from pathlib import Path

import pytest

from tests.maps.browsing import ARGUMENTS, CHROMIUM


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"{CHROMIUM} is not there: no browser to open the page in")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core, where AXE_SCRIPT or node_modules has it."""
    given = os.environ.get("AXE_SCRIPT")
    root = Path(__file__).resolve().parents[2]
    path = Path(given) if given else root / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.skip("axe-core is not there: npm install --no-save axe-core, or AXE_SCRIPT=...")
    return path.read_text("utf-8")
