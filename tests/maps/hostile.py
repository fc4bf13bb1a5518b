"""Text that a page must show and never obey."""

from tests.maps.graphs import World

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
