"""The network as it was known at the end of a month, in the places it has today.

Places are the overview's, so that a reader finds everybody again; what was known when is told by
`PageFacts.chronicle`. Nothing is computed here.
"""

from dataclasses import replace

from graphbuild.maps import words
from graphbuild.maps.base import Column, Drawing, Graph, PageFacts, Tables
from graphbuild.maps.chronicle import Chronicle, Event
from graphbuild.maps.drawing import Sheet
from graphbuild.maps.overview import draw_overview


def draw_timeline(sheet: Sheet, graph: Graph, tables: Tables, facts: PageFacts) -> Drawing:
    """The overview with the snapshot's past."""
    told = facts.chronicle
    if told is None or not told.moments:
        return Drawing(
            name="timeline", title="Timeline", scenes=(), empty="No dated evidence to tell from."
        )
    drawing = draw_overview(sheet, graph, tables, facts)
    caption = (
        "What the public could know at the end of a month, at the figures of the day. Places, "
        "sizes of the parties and the revenue are today’s."
    )
    return replace(
        drawing,
        name="timeline",
        title="Timeline",
        scenes=tuple(
            replace(scene, title="As it was known", caption=caption) for scene in drawing.scenes
        ),
        chronicle=told,
        table=_columns(told),
        table_title="What became known and what changed, by month. Sums are of the deals counted "
        "then, each once; states are never added.",
    )


def _columns(told: Chronicle) -> tuple[Column, ...]:
    rows = [(moment, event) for moment in told.moments for event in moment.events or (None,)]
    cells = {
        "Month": [moment.month for moment, _ in rows],
        "What became known": [_title(event) for _, event in rows],
        "How it changed": [event.words if event else "" for _, event in rows],
        "Deals known": [f"{moment.deals:,}" for moment, _ in rows],
        "Firm": [moment.sums[0] for moment, _ in rows],
        "Contingent": [moment.sums[1] for moment, _ in rows],
        "Headline": [moment.sums[2] for moment, _ in rows],
    }
    return tuple(Column(title=title, texts=tuple(texts)) for title, texts in cells.items())


def _title(event: Event | None) -> str:
    return words.clipped(event.title, 300) if event else "nothing that has a flow"
