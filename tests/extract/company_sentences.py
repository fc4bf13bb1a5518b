"""Our own sentences on companies bought and sold, each with the claims it makes.

Written as `share_sentences`: a claim is (source, target, instrument, amount), and a statement with
no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

from tests.extract.share_sentences import Claims

_HC = "harbor-compute"

COMPANIES: Final[list[tuple[str, Claims]]] = [
    (
        "On May 26, 2026, the Company completed the acquisition of all outstanding shares of "
        "Quillstone Data Ltd. for a total consideration of $1.9 billion.",
        [(_HC, "quillstone-data", "acquisition", 1_900_000_000)],
    ),
    (
        "On April 30, 2026, the Company completed the purchase of Quillstone Data Ltd. for an "
        "aggregate purchase price of $5.0 million.",
        [(_HC, "quillstone-data", "acquisition", 5_000_000)],
    ),
    # Several at once, without names.
    (
        "In the first half of 2026, the Company completed several acquisitions with aggregate "
        "purchase consideration of $315 million, all of it cash.",
        [(_HC, "unnamed", "acquisition", 315_000_000)],
    ),
    (
        "In June 2026, the Company acquired two privately-held companies for total cash "
        "consideration of $88.0 million.",
        [(_HC, "unnamed", "acquisition", 88_000_000)],
    ),
    ("We completed acquisitions with integration costs of $12 million.", []),
    # Properties and assets; the seller stands for them.
    (
        "We agreed to purchase from Ashgrove Properties LLC, an industrial building with the land "
        "under it and certain machinery, for a cash purchase price of $53.2 million.",
        [(_HC, "ashgrove-properties", "acquisition", 53_200_000)],
    ),
    (
        "In July 2026 the Company completed its acquisition of the property and land for housing "
        "from Ashgrove Properties LLC for $1.1 million.",
        [(_HC, "ashgrove-properties", "acquisition", 1_100_000)],
    ),
    (
        "On May 4, 2026, we entered into an asset purchase agreement with Ashgrove Hosting LLC, "
        "pursuant to which we agreed to acquire certain assets for $18.0 million.",
        [(_HC, "ashgrove-hosting", "acquisition", 18_000_000)],
    ),
    (
        "The costs include $10.1 million paid to acquire the land on which the facility stands.",
        [(_HC, "unnamed", "acquisition", 10_100_000)],
    ),
    (
        "We acquired a 250-acre parcel of land in Texas for $5.2 million.",
        [(_HC, "unnamed", "acquisition", 5_200_000)],
    ),
    ("The lease gives us the right to purchase from Ashgrove LLC the land for $2 million.", []),
    (
        "On June 21, 2026, the Company completed the acquisition of two mining facilities in "
        "Georgia for $9.4 million.",
        [(_HC, "unnamed", "acquisition", 9_400_000)],
    ),
    (
        "We exercised our option to purchase 4,000 acres of land for $18.6 million.",
        [(_HC, "unnamed", "acquisition", 18_600_000)],
    ),
    (
        "On May 4, 2026, the Company completed an acquisition from Ashgrove Properties LLC of a "
        "6.4 acre parcel of real property. The total consideration paid was $3.9 million.",
        [(_HC, "ashgrove-properties", "acquisition", 3_900_000)],
    ),
    # What was paid, told first.
    (
        "The aggregate purchase price for the acquisition of Quillstone Data Ltd. was $72.4 "
        "million.",
        [(_HC, "quillstone-data", "acquisition", 72_400_000)],
    ),
    (
        "We paid $30.2 million in cash to acquire Quillstone Data Ltd.",
        [(_HC, "quillstone-data", "acquisition", 30_200_000)],
    ),
    (
        "Cash paid for the acquisition of Quillstone Data Ltd., net of cash acquired, was $43.0 "
        "million.",
        [(_HC, "quillstone-data", "acquisition", 43_000_000)],
    ),
    ("The contingent consideration for Quillstone Data Ltd. was $4.0 million.", []),
    # What the filer sells.
    (
        "On March 1, 2026, we completed the sale of Quillstone Hosting LLC to Foxglove Partners "
        "LLC for $120.0 million in cash.",
        [("foxglove-partners", "quillstone-hosting", "acquisition", 120_000_000)],
    ),
    (
        "In May 2026, the Company sold its wholly-owned subsidiary Quillstone Hosting LLC to "
        "Foxglove Partners LLC for total consideration of $35.0 million.",
        [("foxglove-partners", "quillstone-hosting", "acquisition", 35_000_000)],
    ),
    (
        "In May 2026, we sold our hosting business to Foxglove Partners LLC for $35.0 million.",
        [("foxglove-partners", "harbor-compute-hosting-business", "acquisition", 35_000_000)],
    ),
    (
        "Foxglove Partners LLC purchased Quillstone Hosting Limited and Quillstone Fund SPC "
        "Limited in exchange for a consideration of $176,000 and $112,000, respectively.",
        [
            ("foxglove-partners", "quillstone-hosting", "acquisition", 176_000),
            ("foxglove-partners", "quillstone-fund-spc", "acquisition", 112_000),
        ],
    ),
    (
        "In June 2026 we completed the sale of our subsidiary Quillstone Hosting LLC for a "
        "purchase price of $12.0 million.",
        [("unnamed", "quillstone-hosting", "acquisition", 12_000_000)],
    ),
    (
        "On January 31, 2026, the Company sold its 50% interest in Quillstone JV LLC to Foxglove "
        "Partners LLC for $60.0 million.",
        [("foxglove-partners", "quillstone-jv", "equity", 60_000_000)],
    ),
    ("We sold our receivables to Northgate Bank, N.A. for $40.0 million.", []),
    # The price a later sentence tells.
    (
        "On May 4, 2026, we acquired Quillstone Data Ltd. The total purchase price was $46.0 "
        "million, consisting of $40.0 million in cash and $6.0 million in shares.",
        [(_HC, "quillstone-data", "acquisition", 46_000_000)],
    ),
    (
        "During the first quarter of 2026, we entered into a definitive agreement to acquire "
        "Quillstone Data Ltd. in a cash-for-stock transaction. Each share would be converted into "
        "the right to receive $53 in cash, representing a total enterprise value of $5.4 billion.",
        [(_HC, "quillstone-data", "acquisition", 5_400_000_000)],
    ),
    (
        "On May 4, 2026, we acquired Quillstone Data Ltd. The purchase price may increase by up to "
        "$8.0 million.",
        [(_HC, "quillstone-data", "acquisition", None)],
    ),
    (
        "On May 4, 2026, we acquired Quillstone Data Ltd. On June 2, 2026, we completed the "
        "acquisition of Ashgrove Hosting LLC. The total purchase price was $46.0 million.",
        [
            (_HC, "quillstone-data", "acquisition", None),
            (_HC, "ashgrove-hosting", "acquisition", 46_000_000),
        ],
    ),
]
