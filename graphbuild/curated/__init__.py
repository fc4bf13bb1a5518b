"""The tables people edit -> records. One call, `load_curated`, and values for all that is wrong.

Flow: CSV -> `reading` (rows of `schema`) -> `checks` -> `deals`, `entities`, `figures`. Nothing
here guesses: a row that cannot be understood is left out and listed with its file, row, column
and what to do. ``data/README.md`` is the manual for the tables.
"""

from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.expectations import Expectation
from graphbuild.curated.loading import CuratedData, load_curated, tables_digest
from graphbuild.curated.metrics import FLOWS, Metric
from graphbuild.curated.reading import read_table
from graphbuild.curated.schema import TABLES, EventRow, FeedRow, WatchRow

__all__ = [
    "FLOWS",
    "TABLES",
    "CuratedData",
    "DealRow",
    "EventRow",
    "Expectation",
    "FeedRow",
    "Metric",
    "WatchRow",
    "load_curated",
    "read_table",
    "tables_digest",
]
