"""A scenario and a past for `graphs.small_world`, told by hand."""

from graphbuild.maps.cascade import Bearer, Cascade, Shortfall, Step, Unpaid
from graphbuild.maps.chronicle import Chronicle, Event, Moment, Version

QUARTERS = ("2026-Q3", "2026-Q4", "2027-Q1")
CLOUD = "oriel-nimbus-cloud_contract"


def step(label, *, is_story=False, shortfalls=(), unpaid=(), bearers=()):
    return Step(
        label=label, words=f"oriel’s planned revenue −{label}", is_story=is_story,
        shortfalls=tuple(shortfalls), unpaid=tuple(unpaid), bearers=tuple(bearers),
    )  # fmt: skip


def cascade(name="oriel-earns-less", shocked=("oriel",), story="Oriel earns less."):
    """Oriel short at the worse end from the second quarter, Nimbus at both from the third."""
    oriel = Shortfall(
        entity_id="oriel", better=None, worse=1, missing=1,
        low=(0.0, 0.0, 0.0), high=(0.0, 2e9, 5e9),
    )  # fmt: skip
    nimbus = Shortfall(
        entity_id="nimbus", better=2, worse=2, missing=1, low=(0.0, 0.0, 1e9),
        high=(0.0, 0.0, 4e9), through=CLOUD,
    )  # fmt: skip
    unpaid = Unpaid(deal_id=CLOUD, low=(0.0, 0.0, 1e9), high=(0.0, 3e9, 9e9))
    bearer = Bearer(
        holder="Nimbus Cloud", entity_id="nimbus", firm=(1e9, 9e9), contingent=(0.0, 0.0),
        missing=9e9, kinds="receipts", largest=CLOUD,
    )  # fmt: skip
    return Cascade(
        name=name, title=name.replace("-", " "), story=story, shocked=shocked, quarters=QUARTERS,
        sources=("https://example.com/report", "javascript:alert(1)"), notes=("no forecast",),
        steps=(
            step("10%"),
            step(
                "30%", is_story=True, shortfalls=[nimbus, oriel], unpaid=[unpaid], bearers=[bearer]
            ),
        ),
    )  # fmt: skip


def chronicle(graph):
    """The cloud contract was a headline of $100bn in January and what it is from March on."""
    flows = sorted(key for *_, key in graph.edges(keys=True))
    early = Moment(
        month="2026-01", deals=1, sums=("nothing", "nothing", "$100bn"), drawn=(0.0, 0.0, 1e11),
        events=(Event(deal_id=CLOUD, title="Cloud contract"),),
    )  # fmt: skip
    late = Moment(
        month="2026-03", deals=10, sums=("$343bn", "up to $26bn", "$500bn"),
        drawn=(3.43e11, 2.6e10, 5e11), lost=1,
        events=(
            Event(
                deal_id=CLOUD, title="Cloud contract",
                words="$100bn, announced → $300bn, signed",
            ),
            Event(deal_id="granite-oriel-equity", title="Equity"),
        ),
    )  # fmt: skip
    then = Version(
        flow_id=CLOUD, since=0, label="$100bn", usd=1e11, firmness="headline", status="announced",
        is_counted=True,
    )  # fmt: skip
    now = Version(
        flow_id=CLOUD, since=1, label="$300bn", usd=3e11, firmness="firm", status="signed",
        is_counted=True,
    )  # fmt: skip
    since = {flow_id: int(flow_id != CLOUD) for flow_id in flows}
    return Chronicle(moments=(early, late), since=since, versions=(then, now))
