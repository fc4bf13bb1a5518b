"""Our own sentences in the manner of notes and current reports, each with the claims it makes.

A claim is (source, target, instrument, amount or share); parties the words withhold are "unnamed".
A sentence with no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

Claims = list[tuple[str, str, str, float | None]]

_HC = "harbor-compute"

LEASES: Final[list[tuple[str, Claims]]] = [
    (
        "At the close of June 2026 we had fixed lease payment obligations of $16.8 billion, of "
        "which $2.6 billion falls due within twelve months.",
        [(_HC, "unnamed", "lease", 16_800_000_000)],
    ),
    (
        "Cash requirements related to our operating leases are $25.1 million, and $8.3 million of "
        "these is expected to be paid next year.",
        [(_HC, "unnamed", "lease", 25_100_000)],
    ),
    (
        "We had $523 million of remaining operating lease commitments as of June 30, 2026.",
        [(_HC, "unnamed", "lease", 523_000_000)],
    ),
    (
        "We are to collect $12.5 million of future minimum rental payments from subtenants.",
        [("unnamed", _HC, "lease", 12_500_000)],
    ),
    ("We made lease payments of $4 million in the three months ended June 30, 2026.", []),
    ("If we leave early, our remaining rent obligations of $2 million fall due.", []),
    ("Rent expense under operating lease commitments was $3.4 million.", []),
]
DEBTS: Final[list[tuple[str, Claims]]] = [
    (
        "In January 2026, we closed a five-year revolving credit facility with a syndicate of "
        "banks. The facility has a total commitment of up to $750 million, which could be "
        "increased by $200 million.",
        [("unnamed", _HC, "revolver", 750_000_000)],
    ),
    (
        "In June 2026, the Term Loan was further amended to increase the lenders' aggregate "
        "commitment by $200 million.",
        [("unnamed", _HC, "loan", 200_000_000)],
    ),
    (
        "The second amendment to our credit agreement reduced the borrowing base and aggregate "
        "elected commitments from $600 million to $585 million.",
        [("unnamed", _HC, "loan", 585_000_000)],
    ),
    (
        "We used part of the cash to repay in full the term loan previously provided by Northgate "
        "Bank, N.A.",
        [("northgate-bank", _HC, "loan", None)],
    ),
    (
        "Effective as of May 2, 2026, Lumen Robotics, Inc., a majority-owned joint venture of the "
        "Company, entered into an Amended and Restated Credit Agreement with Northgate Bank, N.A.",
        [("northgate-bank", "lumen-robotics", "loan", None)],
    ),
    (
        "On June 2, 2026, we renewed our revolving line of credit with Northgate Bank, N.A.",
        [("northgate-bank", _HC, "revolver", None)],
    ),
    ("We intend to repay our loan from Northgate Bank, N.A. during 2027.", []),
    (
        "In June 2026, we signed a waiver under the Credit Agreement with Northgate Bank, N.A.",
        [],
    ),
    (
        "At June 30, 2026, we had outstanding fixed-rate notes of several maturities for an "
        "aggregate principal amount of $9.3 billion.",
        [("unnamed", _HC, "bond", 9_300_000_000)],
    ),
    (
        "The aggregate principal amount of convertible notes sold in the offering was $1.15 "
        "billion.",
        [("unnamed", _HC, "convertible", 1_150_000_000)],
    ),
    (
        "The offering closed on June 5, 2026 and $166.8 million aggregate principal amount of the "
        "2031 Notes were issued.",
        [("unnamed", _HC, "bond", 166_800_000)],
    ),
    ("The principal amount of notes that holders may put to us is $15 million.", []),
]
