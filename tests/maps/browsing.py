"""A page in a real browser, with what it complained about and what it asked for."""

import json
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
VIOLATIONS = """axe.run().then((found) => found.violations.map((rule) =>
  `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 120)).join(" ; ")}`))"""
"""What axe-core, run in the page, has against it."""


class Opened:
    """A page with what it complained about and what it asked for."""

    def __init__(self, browser, path, width, height, **context):
        self.tab = browser.new_page(viewport={"width": width, "height": height}, **context)
        self.complaints, self.asked, self.failed = [], [], []
        self.tab.on("console", lambda message: self.complaints.append(message.text))
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("request", lambda request: self.asked.append(request.url))
        self.tab.on("requestfailed", lambda request: self.failed.append(request.failure))
        self.address = path.as_uri()

    def load(self, fragment=""):
        """Open the file anew."""
        self.tab.goto("about:blank")
        self.tab.goto(self.address + fragment)
        self.tab.wait_for_selector("body[data-ready]", state="attached")
        return self

    def go(self, fragment=""):
        """The page as an address asks for it, without opening the file anew."""
        self.run(
            f"history.replaceState(null, '', {json.dumps(fragment or '#')}), readHash(), "
            "refresh({}, 'select'), fitScene(currentScene()), document.activeElement.blur()"
        )
        # On a busy machine the drawing follows a frame or two later, and a click would miss.
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return self

    def run(self, script):
        return self.tab.evaluate(script)

    def text(self, selector):
        return self.tab.locator(selector).inner_text()

    def click_map(self, x, y):
        """Click at a point given in the scene's coordinates."""
        at = self.run(f"(() => network.canvasToDOM({{ x: {x}, y: {y} }}))()")
        box = self.tab.locator("#network").bounding_box()
        self.tab.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        # vis-network waits to see whether it is a double click
        self.tab.wait_for_timeout(50)

    @property
    def outside(self):
        return [
            url for url in self.asked if not url.startswith(("file:", "data:", "about:", "blob:"))
        ]
