"""The browser of the map tests, for the report."""

from tests.maps.conftest import browser

__all__ = ["browser"]
