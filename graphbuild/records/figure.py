"""Dated, sourced numbers about one entity, and the ranges we assume where no source exists.

Lives here: `Figure` (revenue, cash, debt, market value of one entity in one period), `Assumption`
and `FxRate`. They are rows of curated tables; no such number is ever a constant in code.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from graphbuild.records.claim import Verification
from graphbuild.records.period import PartialDate


class FigureKind(StrEnum):
    """What sort of number it is. Kinds are never mixed in one series or one sum.

    AUDITED: from audited accounts. REPORTED: stated by the company or its filing, unaudited. PRESS:
    a newspaper's rounding. RUN_RATE: a recent month or quarter made annual. ESTIMATE: a
    projection or target, by whomever.
    """

    AUDITED = "audited"
    REPORTED = "reported"
    PRESS = "press"
    RUN_RATE = "run_rate"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One metric of one entity in one period or at one date.

    Parameters
    ----------
    metric : "revenue", "cash", "total_debt", ... as listed in ``data/README.md``.
    period : the label as the source gives it: "2026-Q2", "FY2026", "2026-06-30".
    period_start, period_end : what the label means; equal for a stock at a date.
    value_usd : US dollars, not millions; ``None`` where the source gives only a share.
    share : fraction of 0 to 1, for customer shares.
    known_on : when the public could know; where undated, the latest date a filer may report.
    """

    figure_id: str
    entity_id: str
    metric: str
    kind: FigureKind
    period: str
    period_start: PartialDate | None
    period_end: PartialDate | None
    value_usd: Decimal | None
    share: Decimal | None = None
    counterparty: str | None = None
    known_on: PartialDate | None = None
    is_known_on_assumed: bool = False
    url: str | None = None
    accession: str | None = None
    verification: Verification | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A range for want of a figure of the deal: a recovery, a re-let value, a default term.

    `source` names a publication or regulation; empty means nobody's but ours, and every answer
    that uses it says "assumed".
    """

    key: str
    low: Decimal
    high: Decimal
    unit: str
    source: str = ""
    url: str = ""
    as_of: PartialDate | None = None
    note: str = ""

    @property
    def is_assumed(self) -> bool:
        """Whether no outside source stands behind the range."""
        return not self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class FxRate:
    """US dollars for one unit of a currency on a date, with its source."""

    currency: str
    usd_per_unit: Decimal
    as_of: PartialDate
    source: str
    url: str = ""
