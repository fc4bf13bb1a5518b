"""``graphbuild roundtrip``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import rich_click as click

from graphbuild.cli.answers import Answer, Kind, Shown, give
from graphbuild.cli.edging import NOTE, edges_option, payments_of
from graphbuild.cli.finding import entity_id
from graphbuild.cli.moving import MOVED
from graphbuild.cli.options import answer_options, open_settings
from graphbuild.cli.tables import plain_rows
from graphbuild.errors import NotFoundError
from graphbuild.rebuild.rendering import score_options
from graphbuild.rebuild.world import open_world
from graphbuild.records.period import PartialDate
from graphbuild.scores.edge_list import Payment, one_period
from graphbuild.scores.mixing import round_trip
from graphbuild.scores.roundtrip import roundtrip

_SHOWN = (
    Shown("vendor", ("vendor",)),
    Shown("clock", ("clock",)),
    Shown("capital given", ("capital_low", "capital_stated"), Kind.USD),
    Shown("at least", ("lower",), Kind.USD),
    Shown("in proportion", ("proportional_low", "proportional_high"), Kind.USD),
    Shown("at most", ("upper",), Kind.USD),
    Shown("ceiling", ("ceiling",), Kind.USD),
    Shown("of revenue", ("proportional_share", "ceiling_share"), Kind.SHARE),
    MOVED,
)


_SHOWN_LIST = (
    Shown("amounts", ("amounts",)),
    Shown("capital given", ("capital",), Kind.USD),
    Shown("revenue", ("revenue",), Kind.USD),
    Shown("at least", ("lower",), Kind.USD),
    Shown("in proportion", ("proportional",), Kind.USD),
    Shown("at most", ("upper",), Kind.USD),
)


@click.command(name="roundtrip")
@click.argument("vendor", required=False)
@edges_option
@answer_options
def command(
    vendor: str | None,
    edges: Path | None,
    workspace_path: Path | None,
    as_of: PartialDate | None,
    form: str,
) -> None:
    """How much of what a VENDOR gives to others can come back to it as revenue.

    Money is fungible: the least that must return, what returns if everybody spends in proportion,
    and the most that can. The most alone says nothing. Of a list, which is money of one period, the
    vendor must be named; lines with (outside) say what parties had from and spent elsewhere.
    """
    if edges:
        give(_of_list(edges, vendor), form)
        return
    workspace, settings = open_settings(workspace_path)
    world = open_world(workspace, as_of)
    rows = plain_rows(roundtrip(world.graph, world.anchors, score_options(settings)))
    notes = [
        "year: what moves within the vendor's latest full year; life: contracts' whole lives",
        "'of revenue' runs from the proportional figure at what is named to the ceiling",
        "'at most' takes contracts at what is named, 'ceiling' leaves those without a figure open",
        "capital of a consortium is counted whole: each member's part is unknown",
    ]
    if vendor:
        wanted = entity_id(world, vendor)
        rows = [row for row in rows if row["vendor"] == wanted]
        for row in rows:
            parts = [row["moves_most"] and f"moved most by {row['moves_most']}", row["reason"]]
            notes.append(f"{row['clock']}: {'; '.join(part for part in parts if part)}")
    give(
        Answer(
            title="Vendor financing that can come back as revenue",
            rows=rows,
            shown=_SHOWN,
            snapshot=world.digest,
            as_of=str(world.as_of),
            flows=world.graph.number_of_edges(),
            tiers=[data["tier"] for _, _, data in world.graph.edges(data=True)],
            notes=notes,
        ),
        form,
    )


def _of_list(path: Path, vendor: str | None) -> Answer:
    """The three figures at the low end, the amounts and the high end of a list."""
    payments, digest = payments_of(path)
    if vendor not in {payment.source for payment in payments}:
        raise NotFoundError(f"{path}: vendor {vendor!r} pays nobody there; name a source")
    rows = [_list_row(payments, vendor, end) for end in ("low", "amount", "high")]
    silent = sum(payment.high is None for payment in payments)
    notes = [NOTE, "with lines that name instruments, capital is the vendor's equity and debt only"]
    if silent:
        notes.append(f"lines without a figure count with their low, in every row: {silent}")
    return Answer(
        title=f"What of the capital of {vendor} can come back as revenue",
        rows=rows,
        shown=_SHOWN_LIST,
        snapshot=digest,
        as_of="undated",
        flows=len(payments),
        notes=notes,
    )


def _list_row(payments: Sequence[Payment], vendor: str, end: str) -> dict[str, Any]:
    money = one_period(payments, vendor, end)
    found = round_trip(vendor, money.capital, money.hops, money.resources)
    return {
        "vendor": vendor,
        "amounts": end,
        "capital": sum(money.capital.values()),
        "revenue": sum(w for (_, payee), w in money.hops.items() if payee == vendor),
        "lower": found.lower,
        "proportional": found.proportional,
        "upper": found.upper,
    }
