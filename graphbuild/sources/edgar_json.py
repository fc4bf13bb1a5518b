"""EDGAR's JSON: reading it, and one clear error for a shape we do not know."""

import json
from typing import Any

from graphbuild.errors import FetchError

MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError)
"""What looking into JSON of another shape raises."""


def read_object(content: bytes, what: str) -> Any:
    """The object in some bytes.

    Raises
    ------
    FetchError
        not JSON, or not an object.
    """
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FetchError(f"EDGAR's {what}: not JSON ({error}); fetch it again") from error
    if not isinstance(whole, dict):
        raise FetchError(f"EDGAR's {what}: a {type(whole).__name__}, not an object")
    return whole


def misshapen(what: str, error: Exception) -> FetchError:
    """The error for JSON of another shape."""
    kind = type(error).__name__
    return FetchError(
        f"EDGAR's {what}: not the shape we know ({kind}: {error}); if fetching again does not"
        " help, EDGAR has changed it: report it"
    )
