"""Our own sentences on investments told one by one, each with the claims it makes.

Written as `share_sentences`: a claim is (source, target, instrument, amount), and a statement with
no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

from tests.extract.share_sentences import Claims

_HC = "harbor-compute"

INVESTMENTS: Final[list[tuple[str, Claims]]] = [
    (
        "On February 24, 2026, the Company closed an investment of $3,410,560 in Tidepool AI, Inc.",
        [(_HC, "tidepool-ai", "equity", 3_410_560)],
    ),
    (
        "The increase was driven by an additional investment of $7.0 million in Quillstone Fund LP "
        "and an additional investment of $2.0 million in Ashgrove Fund LP.",
        [
            (_HC, "quillstone-fund", "equity", 7_000_000),
            (_HC, "ashgrove-fund", "equity", 2_000_000),
        ],
    ),
    (
        "In June 2026, we signed a simple agreement for future equity (a “SAFE”) for a first "
        "investment amount of $3.6 million in exchange for a claim on preferred stock to be issued "
        "by Tidepool AI, Inc.",
        [(_HC, "tidepool-ai", "convertible", 3_600_000)],
    ),
    (
        "The Company may be obligated to invest up to $2.0 million into the SAFE arrangement if "
        "Tidepool AI, Inc. meets its milestones.",
        [(_HC, "tidepool-ai", "convertible", 2_000_000)],
    ),
    (
        "Foxglove Partners LLC agreed to contribute $300 million and the Company agreed to "
        "contribute $100 million to Tidepool Venture LLC.",
        [
            ("foxglove-partners", "tidepool-venture", "equity", 300_000_000),
            (_HC, "tidepool-venture", "equity", 100_000_000),
        ],
    ),
    (
        "On June 3, 2026, the Company issued a convertible promissory note to Foxglove Partners "
        "LLC in the principal amount of $12.0 million.",
        [("foxglove-partners", _HC, "convertible", 12_000_000)],
    ),
    (
        "We entered into a unit purchase agreement with Foxglove Partners LLC, pursuant to which "
        "Foxglove Partners LLC agreed to purchase up to $900.0 million of preferred units of "
        "Tidepool Venture LLC.",
        [("foxglove-partners", "tidepool-venture", "equity", 900_000_000)],
    ),
    ("The conversion of a convertible note to Foxglove LLC for $2.0 million is not certain.", []),
    (
        "We entered into a subscription agreement with Ashgrove Fund SPC Limited for an investment "
        "of $8.4 million in its Tidal Robotics Fund II.",
        [(_HC, "tidal-robotics-fund-ii", "equity", 8_400_000)],
    ),
    (
        "We entered into a subscription agreement with Ashgrove Growth Fund LP in May. In June "
        "2026 "
        "we invested an additional $2.0 million into the fund.",
        [(_HC, "ashgrove-growth-fund", "equity", 2_000_000)],
    ),
    ("We left Ashgrove Growth Fund LP in May. We contributed $2.0 million to the fund.", []),
    (
        "We contributed $61.8 million to Tidepool Venture LLC in 2026.",
        [(_HC, "tidepool-venture", "equity", 61_800_000)],
    ),
    (
        "In May 2026, we purchased shares for a total investment of $63.8 million.",
        [(_HC, "unnamed", "equity", 63_800_000)],
    ),
    (
        "On September 8, 2026, we purchased shares of Series E Preferred Stock in Tidepool AI, "
        "Inc. "
        "for $24.6 million.",
        [(_HC, "tidepool-ai", "equity", 24_600_000)],
    ),
    (
        "We entered into a commitment to acquire additional shares of Tidepool preferred stock "
        "with a purchase price of $30.0 million.",
        [(_HC, "tidepool", "equity", 30_000_000)],
    ),
    (
        "We purchased from Tidepool AI, Inc. a senior convertible promissory note bearing interest "
        "at 10% in exchange for $1.5 million in cash.",
        [(_HC, "tidepool-ai", "convertible", 1_500_000)],
    ),
    ("We contributed $3.0 million to our defined contribution plan at Northgate Bank, N.A.", []),
    ("An impairment of $7.0 million on our investment in Quillstone Fund LP was recorded.", []),
]
