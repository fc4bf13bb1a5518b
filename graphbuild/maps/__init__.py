"""Graph and score tables -> interactive pages and still pictures.

``render(view_name, graph, tables, facts)`` gives the page of one view as text, ``render_svg`` the
same drawing as a still picture. Not here: any number that is not already in the graph or in
a score table, except the sums that size the discs (`sums`).
"""

from collections.abc import Mapping

import pandas as pd

from graphbuild.errors import NotFoundError
from graphbuild.maps.base import Drawing, Graph, PageFacts, View
from graphbuild.maps.drawing import Sheet, draw_sheet
from graphbuild.maps.ego import draw_ego
from graphbuild.maps.loops import draw_loops
from graphbuild.maps.overview import draw_overview
from graphbuild.maps.page import write_page
from graphbuild.maps.static import write_svg

__all__ = ["VIEWS", "Drawing", "PageFacts", "View", "draw", "render", "render_svg"]

VIEWS: tuple[View, ...] = (
    View(name="overview", title="Overview", draw=draw_overview, companions=("ego", "loops")),
    View(name="ego", title="One entity", draw=draw_ego),
    View(name="loops", title="Loops", draw=draw_loops),
)
"""Every view, in the order of the page's tabs; the overview's page offers the others too."""


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
    views = (main, *(view(name) for name in main.companions))
    drawings = tuple(each.draw(sheet, graph, tables, facts) for each in views)
    return write_page(sheet, drawings, facts)


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
