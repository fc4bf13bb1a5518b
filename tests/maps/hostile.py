"""Text that a page must show and never obey."""

from dataclasses import replace

from graphbuild.maps.cascade import Shortfall
from graphbuild.maps.chronicle import Event
from graphbuild.maps.statement import Statement
from tests.maps.graphs import World
from tests.maps.told import cascade, chronicle

NAMES = (
    "</script><script>window.hacked = 1</script>",
    '<img src="https://evil.example/x.png" onerror="window.hacked = 1">',
    "href",
    "&lt;b&gt;not bold&lt;/b&gt; &amp;",
    "\u202eevil\u202c مرحبا",
    "{{ 7 * 7 }} {% raw %} ${7 * 7}",
    "\u2028line\u2029 \x00 \ud800".replace("\ud800", ""),
    "=HYPERLINK(1)",
    "'\"><style>@import url(https://evil.example/x.css)</style>",
    "x" * 10_000,
)


def hostile_world():
    """Every field that comes from documents carries hostile text."""
    world = World()
    for number, text in enumerate(NAMES):
        party = world.party(f"party-{number}", "ai_lab", name=text, country=text[:9])
        world.flow(
            party, "hub", 1e9 + number, flow_id=f"flow-{number}", title=text, quote=text * 2,
            note=text, rate=text, facility=text, in_return=text, paid_in=text,
            standing_reason=text, url="javascript:window.hacked=1", accession=text[:20],
        )  # fmt: skip
    return world.graph


def hostile_facts():
    """A scenario and a past whose every text is hostile, for `hostile_world`."""
    told, world = cascade(), hostile_world()
    short = Shortfall(
        entity_id="party-0", better=0, worse=0, missing=0, low=(1e9,) * 3, high=(2e9,) * 3,
        through=NAMES[0],
    )  # fmt: skip
    step = replace(told.steps[1], label=NAMES[0], words=NAMES[1], shortfalls=(short,))
    bearer = replace(step.bearers[0], holder=NAMES[8], kinds=NAMES[4])
    hostile = replace(
        told, name="told", title=NAMES[0], story=NAMES[9], notes=NAMES, shocked=("hub", "party-1"),
        steps=(replace(step, bearers=(bearer,)),),
    )  # fmt: skip
    past = chronicle(world)
    events = tuple(
        Event(deal_id=f"flow-{number}", title=text, words=text) for number, text in enumerate(NAMES)
    )
    moments = (past.moments[0], replace(past.moments[1], events=events, sums=NAMES[:3]))
    versions = tuple(
        replace(version, flow_id=f"flow-{number}", label=NAMES[0])
        for number, version in enumerate(past.versions)
    )
    said = {
        f"flow-{number}": (
            Statement(
                side="other", speaker=text, figure=text, tier=text, said_on=text[:10],
                url="javascript:window.hacked=1", stands=True,
            ),
        )
        for number, text in enumerate(NAMES)
    }  # fmt: skip
    return {
        "statements": said,
        "cascades": (hostile,),
        "chronicle": replace(past, moments=moments, versions=versions),
    }
