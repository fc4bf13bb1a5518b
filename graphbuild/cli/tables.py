"""From a score's table to plain rows."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def plain_rows(table: "pd.DataFrame") -> list[dict[str, Any]]:
    """Rows of plain Python values in the table's order; missing values are ``None``."""
    rows = []
    for record in table.to_dict(orient="records"):
        rows.append({str(name): _plain(value) for name, value in record.items()})
    return rows


def _plain(value: Any) -> Any:
    if value is None or value != value:  # NaN is the only value that differs from itself
        return None
    return value.item() if hasattr(value, "item") else value
