"""Our own sentences of reports, for wordings that are told in many ways, each with its claims.

Written as `wider_sentences`: a claim is (source, target, instrument, amount), and a sentence with
no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

from tests.extract.wider_sentences import Claims

NEWS: Final[list[tuple[str, Claims]]] = [
    (
        "Quillstone and funds managed by Brightwater Capital formed a joint venture to own the "
        "campus. Brightwater funds will own 80% and Quillstone will retain 20%.",
        [
            ("brightwater", "unnamed", "ownership", None),
            ("quillstone", "unnamed", "ownership", None),
        ],
    ),
    ("Voters own 80% of the shares and will retain 20% of the votes.", []),
    (
        "Brightwater will backstop $2.3 billion of the tenant's lease obligations at the campus, "
        "and the deal provides Brightwater with warrants for 36 million Quillstone shares.",
        [
            ("brightwater", "unnamed", "guarantee", 2_300_000_000),
            ("brightwater", "quillstone", "warrant", None),
        ],
    ),
    ("Analysts say a backstop of $2.3 billion would help.", []),
    (
        "Foxglove Partners is negotiating a $5 billion margin loan with global banks.",
        [("unnamed", "foxglove-partners", "loan", 5_000_000_000)],
    ),
    ("Student borrowers seek a loan of $5 billion in relief.", []),
    (
        "On Monday Quillstone upsized its existing $640 million credit facility to $1.4 billion.",
        [("unnamed", "quillstone", "loan", 1_400_000_000)],
    ),
    (
        "Foxglove Partners invested $500 million in Tidepool's funding round. Meridian "
        "participated "
        "in that round alongside other backers including Brightwater and Corvid.",
        [
            ("foxglove-partners", "tidepool", "equity", 500_000_000),
            ("meridian", "tidepool", "equity", None),
            ("brightwater", "tidepool", "equity", None),
            ("corvid", "tidepool", "equity", None),
        ],
    ),
    (
        "The $13 billion Tidepool raised in September from investors including Brightwater and "
        "Foxglove Partners, which valued it highly.",
        [
            ("brightwater", "tidepool", "equity", None),
            ("foxglove-partners", "tidepool", "equity", None),
            ("unnamed", "tidepool", "equity", 13_000_000_000),
        ],
    ),
    ("Tidepool raised its forecast by $13 billion for investors including Brightwater.", []),
    (
        "Meridian, Corvid and Tidepool met. Meridian purchased Quillstone's robotics business for "
        "$5.4 billion.",
        [("meridian", "quillstone-robotics-business", "acquisition", 5_400_000_000)],
    ),
    ("Meridian purchased chips for Quillstone's robotics business.", []),
    (
        "Tidepool made waves with a $38 billion contract to buy compute from Meridian.",
        [("tidepool", "meridian", "cloud_contract", 38_000_000_000)],
    ),
    (
        "Corvid's $2 billion deal to supply accelerators to Meridian starts next month.",
        [("meridian", "corvid", "supply_contract", 2_000_000_000)],
    ),
    ("Corvid has a deal to supply the market with accelerators.", []),
    (
        "Meridian has committed to the entire campus under a long-term lease.",
        [("meridian", "unnamed", "lease", None)],
    ),
    (
        "Corvid completed a $5 billion private placement for about 214 million Quillstone shares.",
        [("corvid", "quillstone", "equity", 5_000_000_000)],
    ),
    (
        "The transaction will see Corvid become a 2.9% shareholder of Quillstone.",
        [("corvid", "quillstone", "ownership", None)],
    ),
    (
        "Foxglove Partners weighs a $10 billion bid for Quillstone.",
        [("foxglove-partners", "quillstone", "acquisition", 10_000_000_000)],
    ),
    ("Foxglove Partners weighs a bid for shares of Quillstone's rivals.", []),
    (
        "A Brightwater-led group to acquire Quillstone for $40 billion.",
        [
            ("brightwater", "quillstone", "acquisition", None),
            ("unnamed", "quillstone", "acquisition", 40_000_000_000),
        ],
    ),
    (
        "Corvid will engineer and supply custom AI chips to Meridian.",
        [("meridian", "corvid", "supply_contract", None)],
    ),
    ("Corvid could supply custom AI chips to Meridian.", []),
    (
        "Quillstone landed a $505 million investment to build its campus.",
        [("unnamed", "quillstone", "equity", 505_000_000)],
    ),
    (
        "Quillstone secured $4 billion in green financing for data centers.",
        [("unnamed", "quillstone", "loan", 4_000_000_000)],
    ),
    ("Harbor Compute signed a contract with Harbor Compute, Inc. for $3 billion of compute.", []),
    # Groups and what they buy, positions given up, sums pledged.
    (
        "A Corvid- and Brightwater-backed consortium acquired Ashgrove for $40 billion.",
        [
            ("corvid", "ashgrove", "acquisition", None),
            ("brightwater", "ashgrove", "acquisition", None),
            ("unnamed", "ashgrove", "acquisition", 40_000_000_000),
        ],
    ),
    (
        "A consortium formed by Corvid and Brightwater acquired Ashgrove for $40 billion.",
        [
            ("corvid", "ashgrove", "acquisition", None),
            ("brightwater", "ashgrove", "acquisition", None),
            ("unnamed", "ashgrove", "acquisition", 40_000_000_000),
        ],
    ),
    (
        "Corvid took over Ashgrove for an undisclosed sum, and agreed to purchase Tidepool for "
        "$6 billion.",
        [
            ("corvid", "ashgrove", "acquisition", None),
            ("corvid", "tidepool", "acquisition", 6_000_000_000),
        ],
    ),
    (
        "Corvid dropped stakes in Ashgrove and Tidepool.",
        [("corvid", "ashgrove", "holding", None), ("corvid", "tidepool", "holding", None)],
    ),
    ("Corvid sold its entire stake in Tidepool.", [("corvid", "tidepool", "holding", None)]),
    ("Corvid sold part of its stake in Tidepool.", []),
    ("Corvid plans to sell its stake in Tidepool.", []),
    (
        "Brightwater's $7 billion sale of Ashgrove to Corvid has closed.",
        [("corvid", "ashgrove", "acquisition", 7_000_000_000)],
    ),
    ("The $7 billion sale of Ashgrove to Corvid was blocked.", []),
    ("Corvid holds $45 billion in convertible notes.", []),
    (
        "Corvid reported $21 billion in debt as of December 31.",
        [("unnamed", "corvid", "loan", 21_000_000_000)],
    ),
    ("Corvid readies $25 billion bond sale", [("unnamed", "corvid", "bond", 25_000_000_000)]),
    (
        "A planned $1 billion Corvid investment into Tidepool is still open.",
        [("corvid", "tidepool", "equity", 1_000_000_000)],
    ),
    (
        "Brightwater approved a $1 billion infusion into Tidepool.",
        [("brightwater", "tidepool", "equity", 1_000_000_000)],
    ),
    ("Corvid held about 11 per cent in Tidepool.", [("corvid", "tidepool", "ownership", None)]),
    (
        "Corvid has a 90% stake in chip designer Ashgrove.",
        [("corvid", "ashgrove", "ownership", None)],
    ),
]
