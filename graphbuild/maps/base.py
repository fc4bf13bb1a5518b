"""What a view is and what it hands to the page: records only, no drawing and no words.

One page holds one `Sheet` (every party and flow once, with its encoding) and one or more `Drawing`s
of it. A drawing has `Scene`s: the same things placed for one question (the whole network, one
entity, one loop). Coordinates are abstract pixels, x to the right, y down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from graphbuild.maps.cascade import Cascade
from graphbuild.maps.chronicle import Chronicle
from graphbuild.maps.standing import Standing
from graphbuild.maps.statement import Statement

if TYPE_CHECKING:
    import networkx as nx

    from graphbuild.maps.drawing import Sheet

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Point: TypeAlias = tuple[float, float]
Path: TypeAlias = tuple[float, ...]
"""A start and one or two cubic Bezier segments: x0, y0, then six numbers a segment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the page says about itself and cannot read from the graph.

    Parameters
    ----------
    digest : of the snapshot's inputs; never a run id or a clock time, so that equal inputs give
        equal bytes.
    as_of : the date all answers of the snapshot are quoted for.
    anchor_id : the entity everything is measured against.
    revenue_text, revenue_source, revenue_url : the anchor's revenue record in words, who says so,
        and where; `revenue_usd` is the figure that is drawn to scale.
    deals_total : deals in the snapshot; the page says how many of them it shows.
    notes : what is stale, missing or assumed, one sentence each.
    map_nodes : most parties in the overview (setting of the same name).
    focus_id : the entity the ego view opens with; the anchor where not given.
    index_page : file beside the page that leads to all views; empty where there is none.
    cascades, chronicle : stress scenarios, run, and what was known when; each is read by its own
        view alone.
    statements : by deal, who says what of it.
    before : where the parties of the overview stood in the snapshot before.
    """

    title: str
    digest: str
    as_of: str
    anchor_id: str = ""
    revenue_usd: float | None = None
    revenue_text: str = ""
    revenue_source: str = ""
    revenue_url: str = ""
    deals_total: int | None = None
    notes: tuple[str, ...] = ()
    map_nodes: int = 200
    focus_id: str | None = None
    index_page: str = ""
    cascades: tuple[Cascade, ...] = ()
    chronicle: Chronicle | None = None
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    before: Standing | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity stands in a scene, and on which side its label is written.

    `side` is "left", "right", "above" or "below".
    """

    x: float
    y: float
    side: str = "right"


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of a scene.

    `role` is "flow", "member" (a consortium member's hairline, which ends at a junction), "stem"
    (what the consortium sends together, drawn once at the joint amount) or "tie" (vehicle to its
    parent). `flow_id` is the flow shown when it is clicked, or the vehicle for a tie.
    """

    flow_id: str
    role: str
    width: float
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A rectangle whose width or height is dollars: a bar of a ladder, one end of a ribbon.

    Parameters
    ----------
    tone : a family of contracts, or "plain", or "core" (the anchor's revenue).
    fill : a firmness ("firm", "contingent", "headline", "past"), or "open" for an outline.
    flow_id, entity_id : what is shown when it is clicked, at most one of them.
    says : its figure in words.
    """

    x: float
    y: float
    width: float
    height: float
    tone: str
    fill: str
    says: str
    flow_id: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words that belong to a place of the picture, on one line; `y` is the middle of the letters.

    `anchor` is "start", "middle" or "end"; `tone` is "ink", "muted" or "core".
    """

    x: float
    y: float
    text: str
    anchor: str = "start"
    tone: str = "ink"
    size: float = 13.0
    is_strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Flows of one family between the same two ends, drawn as one ribbon.

    `parts` are the dollars each flow adds to the width, in the order of `flow_ids`; nothing for a
    consortium's members but the first, which stands for the whole.
    """

    band_id: str
    title: str
    family: str
    firmness: str
    width: float
    path: Path
    flow_ids: tuple[str, ...]
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a view's own table: its heading and, a row each, words and the number behind."""

    title: str
    texts: tuple[str, ...]
    numbers: tuple[float | None, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Parties of one column that stand for each other until a reader asks for them.

    `says` is their counted money in words, each state by itself; `x` is the column's.
    """

    x: float
    entity_ids: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """How a picture of rows may be laid anew where a window is too narrow for its columns.

    `tops` are the upper edges of the rows, the headings' first; `columns` are left edge and heading
    of each column: words, bars with their figures, and words again.
    """

    tops: tuple[float, ...]
    columns: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture: places, lines, column headings, and what to read first.

    `remark` follows the title in a list of scenes.
    `frame` is (left, top, right, bottom) of the places with room for labels. `marks` are flow_ids
    that glow: the narrowest link of a loop. `largest_disc` caps radii where dollars are told
    by bars instead. A `ladder` is read from the top down, at the size its words are written in.
    A `cascade` lays what a scenario does over the picture, by size of the shock and quarter. The
    parties of `rest` are hidden until they are asked for.
    """

    scene_id: str
    title: str
    caption: str
    places: Mapping[str, Place]
    strokes: tuple[Stroke, ...]
    frame: tuple[float, float, float, float]
    remark: str = ""
    headings: tuple[tuple[float, str], ...] = ()
    marks: tuple[str, ...] = ()
    has_amounts: bool = False
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    bands: tuple[Band, ...] = ()
    largest_disc: float | None = None
    ladder: Ladder | None = None
    cascade: Cascade | None = None
    rest: tuple[Rest, ...] = ()

    @property
    def folded(self) -> frozenset[str]:
        """Parties hidden until they are asked for."""
        return frozenset(name for fold in self.rest for name in fold.entity_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A view drawn: scenes, the smallest amount shown at first, and what is left out, in words.

    `picking` is the word above the list of scenes. `table` holds figures the view shows that are
    not amounts of flows, `table_title` says what they are. `standing` is kept for the next
    snapshot.
    """

    name: str
    title: str
    scenes: tuple[Scene, ...]
    minimum_usd: float = 0.0
    left_out: str = ""
    empty: str = ""
    picking: str = "Show"
    table: tuple[Column, ...] = ()
    table_title: str = ""
    chronicle: Chronicle | None = None
    standing: Standing | None = None


Tables: TypeAlias = Mapping[str, pd.DataFrame]
Draw: TypeAlias = Callable[["Sheet", Graph, Tables, PageFacts], Drawing]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A registered way of looking at the network.

    `draw` takes the sheet, the graph, the score tables by name and the page's facts. `companions`
    are views the same page offers beside it; `purpose` is one sentence for the index page.
    """

    name: str
    title: str
    draw: Draw
    purpose: str = ""
    companions: tuple[str, ...] = ()
