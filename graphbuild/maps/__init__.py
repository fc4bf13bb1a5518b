"""Graph and score tables -> interactive pages and still pictures.

``render(view_name, graph, tables, facts)`` gives the page of one view as text, ``render_svg`` the
same drawing as a still picture. Not here: any number that is not already in the graph or in
a score table, except the sums that size the discs (`sums`).
"""

from collections.abc import Mapping

import pandas as pd

from graphbuild.errors import NotFoundError
from graphbuild.maps.base import Drawing, Graph, PageFacts, View
from graphbuild.maps.budget import page_bytes, trimmed
from graphbuild.maps.changes import draw_changes
from graphbuild.maps.debt import draw_debt
from graphbuild.maps.drawing import Sheet, draw_sheet
from graphbuild.maps.ego import draw_ego
from graphbuild.maps.exposure import draw_exposure
from graphbuild.maps.gallery import Card, write_gallery
from graphbuild.maps.lookthrough import draw_lookthrough
from graphbuild.maps.loops import draw_loops
from graphbuild.maps.overview import draw_overview
from graphbuild.maps.page import write_page
from graphbuild.maps.raster import write_png
from graphbuild.maps.static import write_svg
from graphbuild.maps.stress import draw_stress
from graphbuild.maps.tiers import draw_tiers
from graphbuild.maps.timeline import draw_timeline

__all__ = [
    "VIEWS",
    "Drawing",
    "PageFacts",
    "View",
    "draw",
    "render",
    "render_index",
    "render_png",
    "render_svg",
]

VIEWS: tuple[View, ...] = (
    View(
        name="overview", title="Overview", draw=draw_overview,
        purpose="The whole network in columns, from funders to users: the largest parties first.",
        companions=("ego", "loops", "exposure", "debt", "lookthrough", "sankey"),
    ),
    View(
        name="ego", title="One entity", draw=draw_ego,
        purpose="One party in the middle: who gives to it, and to whom it gives.",
    ),
    View(
        name="loops", title="Loops", draw=draw_loops, companions=("overview",),
        purpose="Money that can come back to where it started, with its narrowest step.",
    ),
    View(
        name="exposure", title="Exposure", draw=draw_exposure, companions=("ego",),
        purpose="Who rests on the anchor’s revenue, directly and through others.",
    ),
    View(
        name="debt", title="Debt", draw=draw_debt, companions=("ego",),
        purpose="What one company and its vehicles owe, by borrower, rank and maturity.",
    ),
    View(
        name="lookthrough", title="Look-through", draw=draw_lookthrough, companions=("ego",),
        purpose="Through the vehicles: who funds them, who stands above, who pays them.",
    ),
    View(
        name="sankey", title="Sankey", draw=draw_tiers, companions=("ego",),
        purpose="Sums between tiers of the value chain and from funders, a picture for each state.",
    ),
    View(
        name="timeline", title="Timeline", draw=draw_timeline,
        purpose="The network as it was known at the end of any month, at the figures of the day.",
    ),
    View(
        name="stress", title="Stress", draw=draw_stress,
        purpose="A scenario at any size: who falls short of cash by quarter, and who bears losses.",
    ),
    View(
        name="changes", title="Changes", draw=draw_changes, companions=("ego",),
        purpose="Deals that are new, changed or ended since the snapshot before.",
    ),
)  # fmt: skip
"""Every view, in the order of the index page; a page offers its companions as tabs too."""


SCENES_BYTES = 300_000
"""What a page spends on scenes of companions; what does not fit has its own page only."""

MAIN_BYTES = 450_000
"""What a page spends on the scenes of its own view."""

COMPANION_SCENES = 60


def view(name: str) -> View:
    """The registered view of that name.

    Raises
    ------
    NotFoundError
        no such view; the message lists those there are.
    """
    for candidate in VIEWS:
        if candidate.name == name:
            return candidate
    known = ", ".join(candidate.name for candidate in VIEWS)
    raise NotFoundError(f"no view named {name!r}; use one of: {known}")


def draw(
    view_name: str, graph: Graph, tables: Mapping[str, pd.DataFrame], facts: PageFacts
) -> tuple[Sheet, Drawing]:
    """One view drawn but not yet written: rows, places and lines."""
    sheet = draw_sheet(graph, facts)
    return sheet, view(view_name).draw(sheet, graph, tables, facts)


def render(
    view_name: str, graph: Graph, tables: Mapping[str, pd.DataFrame], facts: PageFacts
) -> str:
    """The self-contained page of one view, as text to be written in UTF-8.

    Parameters
    ----------
    graph : with the attributes of `graphbuild.graph.attributes`.
    tables : score tables by name; "loops" is read where it is given.
    facts : what the page says about its snapshot; same inputs, same bytes.

    Raises
    ------
    NotFoundError
        no such view, or the focus has no flow.
    ExpectationError
        the page would refer outside itself.
    """
    main = view(view_name)
    sheet = draw_sheet(graph, facts)
    drawings = [trimmed(main.draw(sheet, graph, tables, facts), MAIN_BYTES)]
    room = SCENES_BYTES - page_bytes(drawings[0])
    for name in main.companions:
        drawing = view(name).draw(sheet, graph, tables, facts)
        drawing = trimmed(drawing, SCENES_BYTES, COMPANION_SCENES)
        size = page_bytes(drawing)
        if size <= room:
            drawings.append(drawing)
            room -= size
    return write_page(sheet, tuple(drawings), facts)


def render_index(graph: Graph, tables: Mapping[str, pd.DataFrame], facts: PageFacts) -> str:
    """The page that leads to the pages of all views, written beside them as ``<view>.html``.

    Raises
    ------
    NotFoundError
        the focus has no flow.
    """
    sheet = draw_sheet(graph, facts)
    cards = [Card(each, sheet, each.draw(sheet, graph, tables, facts)) for each in VIEWS]
    return write_gallery(cards, facts)


def render_png(
    view_name: str, graph: Graph, tables: Mapping[str, pd.DataFrame], facts: PageFacts
) -> bytes:
    """The same picture as PNG, without a browser.

    Raises
    ------
    NotFoundError
        as `render_svg`.
    SettingsError
        the extra that draws it, or a font, is missing.
    """
    return write_png(render_svg(view_name, graph, tables, facts))


def render_svg(
    view_name: str, graph: Graph, tables: Mapping[str, pd.DataFrame], facts: PageFacts
) -> str:
    """The opening scene of one view as an SVG document, without a browser.

    Raises
    ------
    NotFoundError
        no such view, the focus has no flow, or there is nothing to draw.
    """
    sheet, drawing = draw(view_name, graph, tables, facts)
    if not drawing.scenes:
        raise NotFoundError(f"view {view_name!r} has nothing to draw: {drawing.empty}")
    return write_svg(sheet, drawing, facts)
