"""Graph and anchors -> tables: exposure, dues, debt, circularity, concentration, with bounds.

Each score is a pure function ``run(graph, anchors, options) -> DataFrame`` listed in `SCORES`. Not
here: what an edge means (`graph.attributes`, `records.instrument`), drawing (`maps`).
"""

from graphbuild.scores.base import Anchors, Options, Score
from graphbuild.scores.capacity import CAPACITY, CAPACITY_TOTALS
from graphbuild.scores.circularity import CIRCULARITY, LOOP_CONTRACTS
from graphbuild.scores.circulation import CIRCULATION, CIRCULATION_HOPS
from graphbuild.scores.concentration import CONCENTRATION, CONCENTRATION_SHARES
from graphbuild.scores.coverage import COVERAGE, COVERAGE_TOTALS
from graphbuild.scores.customers import CUSTOMERS
from graphbuild.scores.debtservice import DEBT_SERVICE
from graphbuild.scores.exposure import EXPOSURE, EXPOSURE_PATHS
from graphbuild.scores.fragility import FRAGILITY
from graphbuild.scores.funding import CAPITAL_FLOWS
from graphbuild.scores.lenders import LENDER_OVERLAP
from graphbuild.scores.profile import BACKLOG, DEPENDENCE
from graphbuild.scores.resting import RESTING
from graphbuild.scores.roundtrip import ROUND_TRIP
from graphbuild.scores.runway import COVERAGE_QUARTERS, RUNWAY
from graphbuild.scores.sharing import sharing
from graphbuild.scores.structure import STRUCTURE
from graphbuild.scores.vehicles import VEHICLES

SCORES: tuple[Score, ...] = (
    EXPOSURE,
    EXPOSURE_PATHS,
    RESTING,
    COVERAGE,
    COVERAGE_TOTALS,
    COVERAGE_QUARTERS,
    RUNWAY,
    DEBT_SERVICE,
    FRAGILITY,
    CAPACITY,
    CAPACITY_TOTALS,
    CIRCULARITY,
    LOOP_CONTRACTS,
    CIRCULATION,
    CIRCULATION_HOPS,
    STRUCTURE,
    ROUND_TRIP,
    CONCENTRATION,
    CONCENTRATION_SHARES,
    CUSTOMERS,
    DEPENDENCE,
    BACKLOG,
    LENDER_OVERLAP,
    VEHICLES,
    CAPITAL_FLOWS,
)
"""Every score, in the order a reader wants them."""

__all__ = ["SCORES", "Anchors", "Options", "Score", "sharing"]
