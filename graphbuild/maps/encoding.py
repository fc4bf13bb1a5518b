"""What each colour, dash, width, shape, column and opacity means: the one legend of all maps.

Colours of families come from the instrument table; everything else that is drawn is decided here
and nowhere else. Widths and areas are on one scale per page, printed in its legend.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from graphbuild.records.claim import ENDED
from graphbuild.records.instrument import FAMILY_COLOUR, Family

COLUMNS: tuple[str, ...] = (
    "Funders", "Chips & power", "Vehicles & hosts", "Clouds", "Labs", "Users & others",
)  # fmt: skip
"""Tiers of the value chain, left to right."""

FUNDERS, CHIPS, VEHICLES, CLOUDS, LABS, USERS = range(6)

COLUMN_OF_KIND: dict[str, int] = {
    "bank": FUNDERS, "agent_bank": FUNDERS, "lender": FUNDERS, "asset_manager": FUNDERS,
    "vc": FUNDERS, "sovereign": FUNDERS, "chipmaker": CHIPS, "supplier": CHIPS,
    "spv": VEHICLES, "host": VEHICLES, "hyperscaler": CLOUDS, "neocloud": CLOUDS,
    "ai_lab": LABS, "person": USERS, "other": USERS, "unnamed": USERS, "unknown": USERS,
}  # fmt: skip

COLUMN_OF_SELLER: dict[str, int] = {
    "lease": VEHICLES, "cloud_contract": CLOUDS, "supply_contract": CHIPS,
    "purchase_commitment": CHIPS,
}  # fmt: skip
"""Where a party without a name stands that sells under such a contract."""

SHAPE_OF_KIND: dict[str, str] = {
    "ai_lab": "circle", "chipmaker": "hexagon", "supplier": "hexagon", "hyperscaler": "rounded",
    "neocloud": "square", "host": "square", "spv": "diamond", "bank": "triangle",
    "agent_bank": "triangle", "lender": "triangle", "asset_manager": "triangle", "vc": "triangle",
    "sovereign": "triangle", "person": "circle", "other": "circle", "unnamed": "circle",
    "unknown": "circle",
}  # fmt: skip

SHAPE_WORD: tuple[tuple[str, str], ...] = (
    ("triangle", "funder, lender, fund"),
    ("hexagon", "chipmaker, supplier"),
    ("diamond", "vehicle"),
    ("square", "neocloud, data centre host"),
    ("rounded", "cloud company"),
    ("circle", "AI lab; other parties"),
)

FAMILY_LABEL: dict[Family, str] = {
    Family.EQUITY: "Equity, convertibles, warrants",
    Family.DEBT: "Debt and vendor finance",
    Family.COMMITMENT: "Purchases: cloud, supply, leases",
    Family.CONTINGENT: "Guarantees",
    Family.REVENUE: "Revenue, revenue share",
    Family.OWNERSHIP: "Ownership",
    Family.POSITION: "Market positions",
}

DASH_OF_FIRMNESS: dict[str, tuple[float, ...]] = {
    "firm": (), "contingent": (9.0, 5.0), "headline": (1.5, 4.5), "past": (14.0, 3.0, 2.0, 3.0),
}  # fmt: skip

FIRMNESS_LEGEND: tuple[tuple[str, str], ...] = (
    ("firm", "firm: signed or funded"),
    ("contingent", "contingent: undrawn, guarantee, option"),
    ("headline", "headline: announced, rumoured or unclear"),
    ("past", "past: recognised, or a position's value"),
)

OPACITY_OF_TIER: dict[str, float] = {
    "audited_filing": 1.0, "filing": 1.0, "contract_exhibit": 1.0, "party_release": 0.85,
    "named_news": 0.72, "unnamed": 0.55,
}  # fmt: skip

UNVERIFIED_OPACITY = 0.4
ENDED_STATUSES = frozenset(str(status) for status in ENDED)

LARGEST_WIDTH = 22.0
SMALLEST_WIDTH = 0.9
HAIRLINE = 1.0
LARGEST_RADIUS = 44.0
SMALLEST_RADIUS = 4.5


@dataclass(frozen=True, slots=True)
class RootScale:
    """Dollars to pixels by the square root: the width of a line, the radius of a disc.

    `largest_usd` is drawn at `largest_px`; nothing is drawn thinner than `smallest_px`.
    """

    largest_usd: float
    largest_px: float
    smallest_px: float

    def px(self, value_usd: float | None) -> float:
        """Pixels for an amount; the smallest where there is no figure."""
        if value_usd is None or value_usd <= 0:
            return self.smallest_px
        return round(max(self.smallest_px, self.exact_px(value_usd)), 2)

    def exact_px(self, value_usd: float) -> float:
        """Pixels without the floor: zero dollars are zero pixels."""
        return self.largest_px * math.sqrt(max(value_usd, 0.0) / self.largest_usd)

    def marks(self) -> tuple[float, ...]:
        """Three round amounts for the legend, the largest near the top of the scale."""
        top = round_down(self.largest_usd)
        return (top, round_down(top / 5), round_down(top / 30))


def width_scale(amounts: Iterable[float]) -> RootScale:
    """The scale of line widths for these amounts."""
    return RootScale(max(amounts, default=1.0) or 1.0, LARGEST_WIDTH, SMALLEST_WIDTH)


def radius_scale(amounts: Iterable[float]) -> RootScale:
    """The scale of disc radii: area, not radius, is in proportion to dollars."""
    return RootScale(max(amounts, default=1.0) or 1.0, LARGEST_RADIUS, SMALLEST_RADIUS)


def round_down(value: float) -> float:
    """The largest 1, 2 or 5 times a power of ten that is not above the value.

    >>> round_down(391e9), round_down(7.0), round_down(1.0)
    (200000000000.0, 5.0, 1.0)
    """
    if value <= 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    step = max((m for m in (1.0, 2.0, 5.0) if m * power <= value * (1 + 1e-9)), default=1.0)
    return step * power


def colour(family: str) -> str:
    """The family's hue as ``#rrggbb``."""
    return FAMILY_COLOUR[Family(family)]
