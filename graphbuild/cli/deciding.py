"""A reviewer's decision -> a row of ``reviews.csv``.

Not here: finding what to decide about (`review_items`), listing it (`reviewing`).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import rich_click as click

from graphbuild.cli.options import DateType
from graphbuild.errors import SettingsError
from graphbuild.records.claim import Ruling, Status
from graphbuild.records.instrument import INSTRUMENTS
from graphbuild.records.money import Measure, Qualifier
from graphbuild.records.period import PartialDate
from graphbuild.records.review import place_of, text_digest
from graphbuild.workspace import Workspace

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Decision:
    """What the reviewer typed; `correction` holds the columns of a correction by name."""

    ruling: Ruling
    reason: str
    reviewer: str
    decided_on: PartialDate | None
    correction: Mapping[str, Any]


_OPTIONS: tuple[tuple[str, str, Any, str], ...] = (
    ("--source", "source", None, "Who gives: name, entity id or unnamed:label; may be repeated."),
    ("--target", "target", None, "Who receives; may be repeated."),
    ("--on-behalf-of", "on_behalf_of", None, "Guarantee only: whose obligation it covers."),
    ("--instrument", "instrument", [str(i.instrument_id) for i in INSTRUMENTS], ""),
    ("--qualifier", "qualifier", [str(q) for q in Qualifier], "How firm the figure is."),
    ("--amount", "amount_m", None, "The figure in millions, as the text states it."),
    ("--amount-high", "amount_high_m", None, "The high end of a range, in millions."),
    ("--currency", "currency", None, "ISO 4217; default: USD."),
    ("--measure", "measure", [str(m) for m in Measure], "What the figure counts."),
    ("--status", "status", [str(s) for s in Status], ""),
    ("--share", "share", None, "Fraction 0 to 1, for a stake or a customer's part."),
    ("--agreed-on", "agreed_on", DateType(), "Date of the agreement or balance."),
    ("--ends-on", "ends_on", DateType(), "Maturity or last day."),
)


def correction_options(function: Function) -> Function:
    """One option for every column of a correction."""
    for flag, name, kind, words in reversed(_OPTIONS):
        function = click.option(
            flag,
            name,
            type=click.Choice(kind) if isinstance(kind, list) else kind,
            multiple=name in {"source", "target"},
            help=f"correct: {words or name + '.'}",
        )(function)
    return function


def decide(workspace: Workspace, world: "World", identifier: str, decision: Decision) -> str:
    """Append the decision about an item; a sentence for the reviewer.

    Raises
    ------
    NotFoundError
        no such item.
    SettingsError
        no reason, no tables of one's own, an incomplete correction, or nothing new.
    """
    from graphbuild.cli.appending import append_row
    from graphbuild.cli.review_items import find_item
    from graphbuild.curated.loading import load_curated

    if not decision.reason.strip():
        raise SettingsError("not added: no --reason; the next reader has only this")
    item = find_item(world, identifier)
    if not item.claim_id and decision.ruling is Ruling.ACCEPT:
        raise SettingsError(
            f"not added: {item.item_id} has no claim to accept; 'correct' with --source, --target, "
            "--instrument, --status makes one, 'reject' says there is none"
        )
    on = decision.decided_on or PartialDate(dt.datetime.now(dt.UTC).date().isoformat())
    row = {
        "statement_id": item.statement_id,
        "decision": str(decision.ruling),
        "decided_on": str(on),
        "reviewer": decision.reviewer,
        "reason": decision.reason,
        "document": place_of(item.citation),
        "path": item.citation.path,
        "text_sha256": text_digest(item.citation.quote),
        "claim_id": item.claim_id,
        "read_as": item.says,
        **_cells(decision.correction),
    }
    earlier = [
        r.mark for r in load_curated(workspace).reviews if r.statement_id == item.statement_id
    ]
    path = append_row(workspace, "reviews.csv", row)
    replaced = f"; it replaces the decision of {earlier[-1].decided_on}" if earlier else ""
    what = f"{decision.ruling} {item.item_id}{replaced}"
    return f"added to {path}: {what}; 'graphbuild rebuild' applies it"


def _cells(correction: Mapping[str, Any]) -> dict[str, str]:
    """Cells of what was given; a figure without a qualifier is exact, as people mean it."""
    cells = {}
    for name, value in correction.items():
        if value is None or value == ():
            continue
        cells[name] = "|".join(value) if isinstance(value, tuple) else str(value)
    if "amount_m" in cells and "qualifier" not in cells:
        cells["qualifier"] = str(Qualifier.RANGE if "amount_high_m" in cells else Qualifier.EXACT)
    return cells
