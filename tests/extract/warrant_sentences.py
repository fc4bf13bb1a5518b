"""Our own sentences on warrants: exercised, and given for something else than money.

Written as `share_sentences`: a claim is (source, target, instrument, amount), and a statement with
no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

from tests.extract.share_sentences import Claims

_HC = "harbor-compute"

WARRANTS: Final[list[tuple[str, Claims]]] = [
    (
        "During the quarter, warrants to purchase 2,000,000 shares were exercised for cash "
        "proceeds of $23.0 million.",
        [("unnamed", _HC, "equity", 23_000_000)],
    ),
    (
        "We received $14.2 million from the exercise of public warrants.",
        [("unnamed", _HC, "equity", 14_200_000)],
    ),
    (
        "On May 4, 2026, the Company entered into a warrant inducement agreement with Foxglove "
        "Partners LLC to exercise existing warrants for gross proceeds of $6.4 million.",
        [("foxglove-partners", _HC, "equity", 6_400_000)],
    ),
    (
        "We agreed with the holder of our warrants that it exercises them. As a result of the "
        "inducement, the Company received net proceeds, after fees, of $355.1 million.",
        [("unnamed", _HC, "equity", 355_100_000)],
    ),
    ("If all warrants were exercised for cash, we would receive proceeds of $90.0 million.", []),
    (
        "On March 3, 2026, the Company issued to the customer a warrant to purchase up to "
        "3,600,000 shares of its common stock at an exercise price of $0.01 per share.",
        [("unnamed", _HC, "warrant", None)],
    ),
    (
        "On March 3, 2026, the Company issued warrants to purchase 1,000,000 shares of common "
        "stock to the lenders.",
        [("unnamed", _HC, "warrant", None)],
    ),
    (
        "In the private placement, we are selling to the investors, including certain principal "
        "stockholders, unregistered warrants to purchase up to 7,230,301 warrant shares.",
        [("unnamed", _HC, "warrant", None)],
    ),
    (
        "On June 30, 2026, we issued pre-funded warrants and Series A warrants to purchase an "
        "aggregate of up to 7,230,301 shares of our common stock.",
        [("unnamed", _HC, "warrant", None)],
    ),
    (
        "On March 3, 2026, the Company issued warrants to purchase 50,000 shares of common stock "
        "to the placement agent.",
        [],
    ),
    (
        "As of June 30, 2026, these warrants had a fair value of $1.8 billion, recorded within "
        "other assets.",
        [(_HC, "unnamed", "warrant", 1_800_000_000)],
    ),
    ("As of June 30, 2026, the warrants had a fair value of $1.8 million as liabilities.", []),
]
