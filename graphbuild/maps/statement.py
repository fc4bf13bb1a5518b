"""Who says what about a deal: plain records for the panel, one a claim.

Whoever knows the claims (`rebuild.stating`) fills them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One source's version of a deal.

    Parameters
    ----------
    side : "source" where who gives says it in its own filing or release, "target" where who gets
        does, "other" where somebody else says it, "unknown" where nobody is named.
    speaker : name of whoever says it; empty where that is not known.
    figure : the amount as stated, with its measure; empty where none is.
    tier : of the source, in words; `said_on` when it was published.
    stands : its figure is the deal's own.
    """

    side: str
    speaker: str
    figure: str
    tier: str
    said_on: str
    url: str
    stands: bool
