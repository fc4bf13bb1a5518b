"""EDGAR's table of tickers, for companies that no entity of the workspace is.

Not here: the table's shape (`sources.edgar_lists`), names of the workspace (`wishes`).
"""

import re

from graphbuild.rebuild.sessions import open_edgar
from graphbuild.settings import Settings
from graphbuild.sources import Manners
from graphbuild.workspace import Workspace

_TICKER = re.compile(r"[A-Za-z]{1,5}(?:[.-][A-Za-z]{1,2})?")


def cik_of_ticker(
    workspace: Workspace, settings: Settings, name: str, manners: Manners | None = None
) -> str | None:
    """The CIK of a ticker; ``None`` where EDGAR knows none, or where the name can be none.

    Raises
    ------
    SettingsError
        no SEC identity is set; nothing was requested.
    FetchError
        EDGAR's table cannot be had, or has another shape.
    """
    if not _TICKER.fullmatch(name):
        return None
    wanted = name.upper().replace(".", "-")
    with open_edgar(workspace, settings, manners) as api:
        found = (row.cik for row in api.tickers() if row.ticker.upper() == wanted)
        return next(found, None)
