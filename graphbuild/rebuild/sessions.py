"""Clients as the settings name them: one for EDGAR, one for all other sites.

Lives here: which addresses, which budget, whose name. Not here: what is asked for (`fetching`,
`news`, `series`, `discovering`), how it is asked (`sources`).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from graphbuild.settings import Settings
from graphbuild.sources import Budget, Client, Doors, EdgarApi, KeptAnswers, Manners, budget_file
from graphbuild.sources.robots import PRODUCT
from graphbuild.workspace import Workspace

REQUESTS_PER_SECOND = 1.0
"""Over all sites but EDGAR together, so that no single one is asked more often than that."""

_MANNERS = Manners(attempts=3, wait_asked=60.0, refusals_borne=1_000_000)


@contextmanager
def open_edgar(
    workspace: Workspace, settings: Settings, manners: Manners | None = None
) -> Iterator[EdgarApi]:
    """EDGAR as the settings name it, within the budget of all processes.

    Raises
    ------
    SettingsError
        no SEC identity is set, or an address that may not be asked.
    """
    doors = _doors(settings)
    # One budget for the SEC's three hosts: it counts requests by sender, not by host.
    budget = Budget(budget_file("sec.gov"), settings.requests_per_second)
    try:
        client = Client(
            identity=settings.sec_identity,
            budget=budget,
            trusted=doors.origins,
            manners=manners,
        )
    except ValueError:
        budget.close()
        raise
    with client:
        yield EdgarApi(client, doors, KeptAnswers(workspace.answers))


@contextmanager
def open_web(
    settings: Settings, manners: Manners | None = None, rate: float = REQUESTS_PER_SECOND
) -> Iterator[Client]:
    """A client for sites other than the SEC's, within one budget of all processes.

    Raises
    ------
    SettingsError
        no identity is set.
    """
    doors = _doors(settings)
    budget = Budget(budget_file("news"), rate)
    try:
        client = Client(
            identity=settings.sec_identity,
            budget=budget,
            trusted=doors.origins,
            manners=manners or _MANNERS,
            product=PRODUCT,
        )
    except ValueError:
        budget.close()
        raise
    with client:
        yield client


def _doors(settings: Settings) -> Doors:
    return Doors(
        www=settings.edgar_url, data=settings.edgar_data_url, search=settings.edgar_search_url
    )
