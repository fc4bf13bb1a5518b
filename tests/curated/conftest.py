"""The bundled tables, read once; what each test changes it makes itself."""

from collections.abc import Callable

import pytest

from graphbuild.curated import CuratedData, load_curated
from graphbuild.records.claim import Claim
from graphbuild.workspace import Workspace


@pytest.fixture(scope="package")
def data(tmp_path_factory) -> CuratedData:
    return load_curated(Workspace(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="package")
def row(data: CuratedData) -> Callable[..., Claim]:
    """The claim of a row: ``row("deal-id")``, ``row("deal-id", "/drawn")``."""
    by_id = {claim.claim_id: claim for claim in data.claims}
    return lambda deal_id, part="": by_id[f"row:{deal_id}{part}"]
