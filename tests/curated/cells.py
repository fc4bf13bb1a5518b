"""Small tables for the tests: rows with sensible cells, written as people's programs write them."""

import csv
import io
from pathlib import Path

from graphbuild.curated.columns import Row
from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.schema import TABLES

MODELS = dict(TABLES)

DEAL = {
    "deal_id": "mill-loan-2025",
    "source": "stone-bank",
    "target": "windmill-ai",
    "instrument": "loan",
    "amount_usd_m": "100",
    "qualifier": "exact",
    "measure": "committed",
    "paid_in": "cash",
    "status": "signed",
    "announced_date": "2025-03-01",
    "is_aggregate": "no",
    "is_increment": "no",
    "source_url": "https://example.com/loan",
    "source_type": "news",
    "source_date": "2025-03-02",
    "verification": "opened",
    "confidence": "0.9",
}
ENTITIES = (
    {"entity_id": "windmill-ai", "name": "Windmill AI, Inc.", "kind": "ai_lab", "cik": "7001"},
    {"entity_id": "stone-bank", "name": "Stone Bank", "kind": "bank"},
    {"entity_id": "brook-cloud", "name": "Brook Cloud", "kind": "neocloud"},
    {"entity_id": "mill-lenders", "name": "Lenders (not named)", "kind": "lender"},
)


def deal(**cells: str) -> dict[str, str]:
    """Cells of a valid deal, some of them replaced."""
    return {**DEAL, **cells}


def deal_row(**cells: str) -> DealRow:
    """A valid deal as its row."""
    filled = {name: cell for name, cell in deal(**cells).items() if cell}
    return DealRow.model_validate({"line": 2, **filled})


def write(path: Path, model: type[Row], rows: list[dict[str, str]], **style: str) -> Path:
    """A table with the model's header; cells that a row lacks are empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(table_text(model, rows, **style).encode("utf-8"))
    return path


def table_text(
    model: type[Row], rows: list[dict[str, str]], lineterminator: str = "\n", start: str = ""
) -> str:
    """The text of a table."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, model.columns(), restval="", lineterminator=lineterminator)
    writer.writeheader()
    writer.writerows(rows)
    return start + stream.getvalue()


def world(folder: Path, **tables: list[dict[str, str]]) -> Path:
    """A workspace folder with all tables; those not given are empty but for entities."""
    given = {"entities": list(ENTITIES), **tables}
    for name, model in TABLES:
        write(folder / "data" / "curated" / name, model, given.get(name.removesuffix(".csv"), []))
    return folder
