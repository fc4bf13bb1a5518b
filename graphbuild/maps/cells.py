"""Cells of score tables as plain values: pandas' several ways to say "nothing" end here."""

from typing import Any

import pandas as pd


def money(value: Any) -> float | None:
    """A number, or ``None`` where the cell is empty.

    >>> money("3"), money(float("nan")), money(None)
    (3.0, None, None)
    """
    return None if value is None or pd.isna(value) else float(value)


def text(value: Any) -> str:
    """A text, empty where the cell is.

    >>> text("oracle"), text(float("nan"))
    ('oracle', '')
    """
    return "" if value is None or pd.isna(value) else str(value)
