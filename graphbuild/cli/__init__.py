"""The command line: questions in, answers with their receipts out. The only room that prints.

A command is a module of this package with a function of the same name; it is imported when it is
called, so that ``--help`` stays quick. `COMMANDS` is the list, with the words the help shows.
"""

import gc
import importlib
import sys
from typing import Any

import rich_click as click

from graphbuild import __version__
from graphbuild.cli.boundary import run_guarded

COMMANDS: dict[str, tuple[str, str]] = {
    "rebuild": ("building", "Build and publish a snapshot from tables, archive and documents."),
    "fetch": ("fetching", "Fetch filings of the watchlist or of named companies, and news."),
    "discover": ("discovering", "Find who names a party in filings; propose watchlist rows."),
    "import": ("importing", "Take a folder of filings and articles into the archive."),
    "extract": ("extracting", "Write the claims that documents state, one a line."),
    "evaluate": ("evaluating", "Compare extracted claims with hand-written ones."),
    "init": ("initialising", "Copy the bundled tables into a workspace for editing."),
    "deal": ("dealing", "Append a checked, sourced row to the curated deals."),
    "flows": ("flows", "List capital flows: who, to whom, what, how much, in what state."),
    "exposure": ("exposing", "Who is exposed to an entity, directly and through others."),
    "cycles": ("cycling", "Loops of money with bottleneck, weakest hop and contracts."),
    "circulation": ("circulating", "How much money can run in circles at most, hop by hop."),
    "structure": ("structuring", "How circular the payments are as a whole."),
    "roundtrip": ("roundtripping", "What of a vendor's financing can return as revenue."),
    "concentration": ("concentrating", "How few counterparties an entity depends on."),
    "dependence": ("depending", "Which parts of an entity's business come from whom."),
    "coverage": ("covering", "What an entity owes per year against its revenue."),
    "debt": ("indebting", "Interest and principal due by year against cash flow."),
    "capacity": ("affording", "How long what funders have lasts for what they promised."),
    "events": ("happening", "Defaults, waivers, amendments, listings, insiders' sales, dated."),
    "report": ("presenting", "Write a one-page credit report on an entity as an HTML file."),
    "stress": ("stressing", "Who falls short if something happens, and who bears the losses."),
    "reverse-stress": ("reversing", "The smallest cut that makes somebody fall short."),
    "knock-out": ("knocking", "What falls if one party, contract or guarantee is taken out."),
    "explain": ("explaining", "Everything behind one deal, flow, claim, figure or assumption."),
    "history": ("recounting", "Who said what about a deal when, and what changed the number."),
    "entity": ("identifying", "Who a name is, what belongs to it, what flows through it."),
    "conflicts": ("disputing", "Sources that disagree, which one stands, and what hangs on it."),
    "judge": ("judging", "Record whether two names are one party."),
    "review": ("reviewing", "Claims and missed sentences to check; record what is right."),
    "export": ("exporting", "The ledger as FollowTheMoney JSON, CSV or Parquet."),
    "import-ftm": ("taking", "Compare FollowTheMoney entities with what is known."),
    "map": ("mapping", "Write one interactive map as a self-contained HTML file."),
    "serve": ("serving", "Browse published snapshots at 127.0.0.1, read-only."),
    "evidence": ("auditing", "What documents say of the curated deals, and what was counted once."),
    "check": ("checking", "Whether the ledger is whole and follows from its claims."),
    "status": ("reporting", "What the workspace holds and how old it is."),
}
"""Command -> (module, one line of help), in the order of the help."""


class LazyGroup(click.RichGroup):
    """Commands by name from `COMMANDS`; listing them imports none of them."""

    _is_listing = False

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names in the order of the table."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command, imported; a mere name with its help while help is being written."""
        if cmd_name not in COMMANDS:
            return None
        module, words = COMMANDS[cmd_name]
        if self._is_listing:
            return click.Command(cmd_name, help=words)
        command = importlib.import_module(f"graphbuild.cli.{module}").command
        assert isinstance(command, click.Command)
        return command

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help from the table alone."""
        self._is_listing = True
        try:
            super().format_help(ctx, formatter)
        finally:
            self._is_listing = False


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graphbuild")
@click.option("-v", "--verbose", count=True, help="Say what is being done; twice for more.")
def group(verbose: int) -> None:
    """Who finances whom in AI, from filings and news, with receipts.

    Amounts are intervals; firm, contingent and headline money are never added together. Exposure is
    not loss. Nothing here is investment advice.
    """
    if verbose:
        import logging

        level = logging.INFO if verbose == 1 else logging.DEBUG
        logging.basicConfig(stream=sys.stderr, level=level, format="%(name)s: %(message)s")


def main() -> None:
    """Entry point: runs the group inside the one error boundary.

    Commands make millions of small objects and hardly any cycles, so the collector of cycles looks
    a hundred times less often (as in `rebuild.readers`, whose processes may not inherit it).
    """
    gc.set_threshold(70_000, 20, 20)
    sys.exit(run_guarded(group))
