"""What every test has: a workspace, one Chromium, folders of real documents where given."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from graphbuild.workspace import Workspace
from tests.maps.browsing import ARGUMENTS, CHROMIUM

# No test is timed: a busy machine fails nothing. In CI the examples are the same in every run.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def _given(variable: str) -> Path:
    folder = os.environ.get(variable)
    if not folder:
        pytest.skip(f"{variable} is not set: no real documents here")
    return Path(folder)


@pytest.fixture(scope="session")
def corpus() -> Path:
    return _given("GRAPHBUILD_CORPUS")


@pytest.fixture(scope="session")
def gold() -> Path:
    return _given("GRAPHBUILD_GOLD")


@pytest.fixture(scope="session")
def reference() -> Path:
    return _given("GRAPHBUILD_REFERENCE")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests of a run; without it they are skipped and say so."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"{CHROMIUM} is not there: no browser to open the page in")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()
