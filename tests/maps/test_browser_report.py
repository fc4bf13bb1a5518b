"""The stress report in a real browser; here because one Chromium serves all tests of a run."""

import pytest

from tests.contagion.test_report import page_of
from tests.maps.browsing import Opened

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1440])
def test_report_opens_without_complaint_request_or_sideways_scroll(browser, tmp_path, width):
    path = tmp_path / "report.html"
    path.write_text(page_of(), encoding="utf-8")
    opened = Opened(browser, path, width, 900)
    opened.tab.goto(opened.address)
    assert opened.complaints == []
    assert opened.outside == []
    assert opened.run("document.documentElement.scrollWidth") <= width
    filled = opened.run("getComputedStyle(document.querySelector('rect.worse, rect.better')).fill")
    assert filled != "rgb(0, 0, 0)"  # the style was not refused
    opened.tab.close()
