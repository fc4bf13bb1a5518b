"""``graphbuild deal add``: a checked row at the end of ``deals.csv``."""

import datetime as dt
from pathlib import Path

import rich_click as click

from graphbuild.cli.appending import append_row
from graphbuild.cli.options import workspace_option
from graphbuild.curated.deal_row import DealRow
from graphbuild.errors import SettingsError
from graphbuild.records.instrument import INSTRUMENTS
from graphbuild.records.money import Measure, Qualifier
from graphbuild.workspace import find_workspace

_DEFAULTS = {
    "paid_in": "cash",
    "recourse": "unknown",
    "off_balance_sheet": "unknown",
    "is_aggregate": "no",
    "is_increment": "no",
    "confidence": "0.8",
}


@click.group(name="deal")
def command() -> None:
    """Work on the curated deals of a workspace."""


@command.command(name="add")
@click.option("--id", "deal_id", required=True, help="Own slug: payer-payee-what-2026-05.")
@click.option("--source", required=True, help="Entity id of the giver; '+' joins a consortium.")
@click.option("--target", required=True, help="Entity id of the receiver.")
@click.option(
    "--instrument",
    required=True,
    type=click.Choice([str(i.instrument_id) for i in INSTRUMENTS]),
    help="What kind of contract or claim it is.",
)
@click.option("--amount", "amount_usd_m", help="Millions of US dollars, as the source writes it.")
@click.option(
    "--qualifier",
    required=True,
    type=click.Choice([str(q) for q in Qualifier]),
    help="How firm the figure is.",
)
@click.option(
    "--measure",
    required=True,
    type=click.Choice([str(m) for m in Measure]),
    help="What the figure counts.",
)
@click.option("--status", required=True, help="rumoured, announced, signed, funded, ...")
@click.option("--announced", "announced_date", required=True, help="2026, 2026-05 or 2026-05-14.")
@click.option("--url", "source_url", required=True, help="Public address of the source.")
@click.option("--source-date", "source_date", required=True, help="When the source appeared.")
@click.option(
    "--source-type",
    required=True,
    type=click.Choice(("sec_filing", "press_release", "news", "blog")),
    help="Who tells it.",
)
@click.option(
    "--verification",
    required=True,
    type=click.Choice(("opened", "relayed")),
    help="opened: you read the text; relayed: another document names it.",
)
@click.option("--set", "others", multiple=True, metavar="COLUMN=VALUE", help="Any other column.")
@workspace_option
def add(workspace_path: Path | None, others: tuple[str, ...], **columns: str | None) -> None:
    """Append one deal, if it passes every check that a rebuild makes of the table."""
    workspace = find_workspace(workspace_path)
    path = workspace.curated / "deals.csv"
    if not path.is_file():
        raise SettingsError(f"no {path}; run 'graphbuild init {workspace.root}' first")
    _refuse_the_future(columns)
    row = {**_DEFAULTS, **{k: v for k, v in columns.items() if v is not None}, **_pairs(others)}
    append_row(workspace, "deals.csv", row)
    print(f"added {row['deal_id']} to {path}; 'graphbuild rebuild --offline' takes it in")


def _refuse_the_future(columns: dict[str, str | None]) -> None:
    today = dt.datetime.now(dt.UTC).date().isoformat()
    for name in ("announced_date", "source_date"):
        given = columns.get(name) or ""
        if given[:10] > today[: len(given)]:
            raise SettingsError(f"{name} = {given}: lies after today; give the date it appeared")


def _pairs(others: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for pair in others:
        name, separator, value = pair.partition("=")
        if not separator or name not in DealRow.columns():
            known = ", ".join(DealRow.columns())
            raise click.UsageError(f"--set {pair!r}: write COLUMN=VALUE with one of: {known}")
        pairs[name] = value
    return pairs
