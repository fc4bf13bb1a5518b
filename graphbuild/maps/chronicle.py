"""What was known month by month: plain records for the timeline.

Whoever resolves the ledger anew for each month (`rebuild.chronicling`) fills them. Figures are
those of the day, also where a later filing corrected them.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How a flow was known from one month on, where that is not how it is known today."""

    flow_id: str
    since: int
    label: str
    usd: float | None
    firmness: str
    status: str
    is_counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A deal that became known or changed in a month; `words` say how, empty where it is new."""

    deal_id: str
    title: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The end of one month.

    Parameters
    ----------
    month : ``YYYY-MM``.
    sums : bounds in words of all counted money by state: firm, contingent, headline; never added.
    drawn : US dollars of the same, each state by itself: upper bounds, or lower ones where there
        is no upper.
    lost : flows known then that are part of another one today and so have no place.
    """

    month: str
    deals: int
    sums: tuple[str, str, str]
    drawn: tuple[float, float, float]
    events: tuple[Event, ...]
    lost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chronicle:
    """All moments in order; `since` is the number of the moment in which each flow became known."""

    moments: tuple[Moment, ...]
    since: Mapping[str, int]
    versions: tuple[Version, ...]
