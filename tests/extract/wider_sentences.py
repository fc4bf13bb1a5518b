"""Our own sentences of filings, for wordings that are told in many ways, each with its claims.

A claim is (source, target, instrument, amount); parties the words withhold are "unnamed". A
sentence with no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

Claims = list[tuple[str, str, str, int | None]]

_HC = "harbor-compute"

FILINGS: Final[list[tuple[str, Claims]]] = [
    (
        "Supply and capacity commitments reflect longer horizons. As of June 30, 2026, these "
        "commitments were $61.7 billion, substantially all due by fiscal year 2027.",
        [("harbor-compute", "unnamed", "purchase_commitment", 61_700_000_000)],
    ),
    (
        "Other commitments were $2.8 billion as of June 30, 2026.",
        [("harbor-compute", "unnamed", "purchase_commitment", 2_800_000_000)],
    ),
    (
        "Investment commitments are $7.9 billion as of June 30, 2026, subject to conditions.",
        [("harbor-compute", "unnamed", "equity", 7_900_000_000)],
    ),
    ("Investment commitments on loans were $3 billion as of June 30, 2026.", []),
    ("Lenders' other commitments were $3 billion under the credit facility.", []),
    # Notes told by their own terms, and what is said of them without selling any.
    (
        "The notes were sold in two series: $300 million aggregate principal amount of 5.25% "
        "senior "
        "notes due 2030 and $200 million aggregate principal amount of 5.75% senior notes due "
        "2033.",
        [("unnamed", _HC, "bond", 300_000_000), ("unnamed", _HC, "bond", 200_000_000)],
    ),
    (
        "We entered into an agreement for a private placement of $450 million of convertible notes "
        "due 2031.",
        [("unnamed", _HC, "convertible", 450_000_000)],
    ),
    (
        "We used cash to repurchase $300 million aggregate principal amount of 5.25% senior notes "
        "due 2030.",
        [],
    ),
    (
        "The indenture governs our 3.00% Convertible Senior Notes due 2029, of which $316 million "
        "aggregate principal amount was outstanding.",
        [("unnamed", _HC, "convertible", 316_000_000)],
    ),
    ("The notes convert if $50 million aggregate principal amount remains outstanding.", []),
    # More of the same for those who sell it.
    (
        "We have granted the underwriters an option, exercisable for 30 days, to purchase up to "
        "$75 million of additional convertible notes.",
        [("unnamed", _HC, "convertible", 75_000_000)],
    ),
    (
        "On June 9, 2026, the initial purchasers exercised their option to purchase $85 million of "
        "additional notes.",
        [("unnamed", _HC, "bond", 85_000_000)],
    ),
    ("We granted employees options to purchase $20 million of shares of common stock.", []),
    # Loans: repaid, made, agreed at length, financed by who sells the machines.
    (
        "In May 2026, Harbor Data Two, LLC repaid its obligations under a secured credit facility "
        "with Ashgrove Partners LLC.",
        [("ashgrove-partners", "harbor-data-two", "loan", None)],
    ),
    (
        "Some of that cash was used to repay in full the $135 million promissory note held by "
        "Brightwater Capital.",
        [("brightwater-capital", _HC, "loan", 135_000_000)],
    ),
    ("Proceeds may be used to repay the $135 million promissory note held by Brightwater.", []),
    (
        "Under the agreement the Company provided a term loan of $55 million to Lumen Robotics, "
        "Inc.",
        [(_HC, "lumen-robotics", "loan", 55_000_000)],
    ),
    (
        "Northgate Bank, N.A. shall provide us with a multiple drawdown term loan facility in an "
        "amount of $140 million.",
        [("northgate-bank", _HC, "loan", 140_000_000)],
    ),
    (
        "On May 6, 2026, the Company, as borrower, entered into a credit agreement with the "
        "lenders party thereto, Ashgrove Securities LLC, as joint lead arranger, and Northgate "
        "Bank, N.A., as administrative agent, for a revolving credit facility of $850 million.",
        [("unnamed", _HC, "revolver", 850_000_000)],
    ),
    (
        "We entered into an agreement with an original equipment manufacturer in May to finance "
        "$1.4 billion of equipment.",
        [("unnamed", _HC, "vendor_financing", 1_400_000_000)],
    ),
    ("The covenants of the credit agreement require minimum liquidity of $25 million.", []),
    # Shares for something other than cash, and to investors at a meeting of none.
    (
        "We issued 2,313,435 shares of common stock in exchange for the satisfaction of $37 "
        "million "
        "of loans made by Foxglove Lending LLC.",
        [("foxglove-lending", _HC, "equity", 37_000_000)],
    ),
    (
        "We agreed to issue to Tidepool AI, Inc. shares of our Class A common stock with a "
        "value of "
        "$350 million.",
        [("tidepool-ai", _HC, "equity", 350_000_000)],
    ),
    ("Shares with a value of $4 million were issued to directors on vesting.", []),
    (
        "We entered into a subscription agreement with Alder Fund LP for investment of $2.0 "
        "million.",
        [(_HC, "alder-fund", "equity", 2_000_000)],
    ),
    (
        "We entered into share purchase agreements for the private placement of 24,000,000 "
        "ordinary shares. The gross proceeds to the Company were about $620 million.",
        [("unnamed", _HC, "equity", 620_000_000)],
    ),
    (
        "Financing brought in $812 million under the convertible note and the credit line "
        "together, besides what underwritten offerings did.",
        [],
    ),
    (
        "We issued and sold approximately 15.1 million shares of common stock under the agreement "
        "for gross proceeds of $193.9 million.",
        [("unnamed", _HC, "equity", 193_900_000)],
    ),
    ("We issued 2,000 shares upon the exercise of warrants for proceeds of $12 million.", []),
    (
        "We entered into a sales agreement with Redwood Securities LLC, pursuant to which up to "
        "$200 "
        "million of shares of our common stock may be issued.",
        [("unnamed", _HC, "equity", 200_000_000)],
    ),
    (
        "We agreed to invest up to $50 billion in Tidepool AI, Inc., of which $15 billion was "
        "funded "
        "in March 2026.",
        [
            (_HC, "tidepool-ai", "equity", 50_000_000_000),
            (_HC, "tidepool-ai", "equity", 15_000_000_000),
        ],
    ),
    (
        "We have an investment in Tidepool AI, Inc. of approximately 27%. We have made funding "
        "commitments of $13 billion, of which $11 billion has been funded.",
        [
            (_HC, "tidepool-ai", "ownership", None),
            (_HC, "tidepool-ai", "equity", 13_000_000_000),
            (_HC, "tidepool-ai", "equity", 11_000_000_000),
        ],
    ),
    ("We contributed $4 million in cash to the pension plan of Harbor Data Two, LLC.", []),
    (
        "The Company contributed $350 million of equity to Harbor Data Two, LLC.",
        [(_HC, "harbor-data-two", "equity", 350_000_000)],
    ),
    # Leases: the host is the tenant of land; contracts "by and between".
    (
        "In April 2026, we entered into a ground lease by and between the Company and Ridgeway "
        "Realty LLC for nine acres of land. The total future lease payments are $38.2 million.",
        [(_HC, "ridgeway-realty", "lease", 38_200_000)],
    ),
    (
        "We lease our data center in Plano, Texas from Ridgeway Realty LLC under an agreement "
        "with a "
        "remaining obligation of $412 million.",
        [(_HC, "ridgeway-realty", "lease", 412_000_000)],
    ),
    (
        "We entered into a purchase and sale agreement to purchase real property that was "
        "leased by "
        "Tern Mining LLC.",
        [],
    ),
    (
        "On July 24, 2026, Lumen Robotics, Inc. exercised its lease option for an additional "
        "150 MW.",
        [("lumen-robotics", _HC, "lease", None)],
    ),
    # Supply from utilities and of counted goods; technologies and programmes are nobody.
    (
        "We entered into a capacity agreement with Tern Electric Power Corp. on May 2, 2026.",
        [(_HC, "tern-electric-power", "supply_contract", None)],
    ),
    (
        "We purchased 1,200 Corvid B300 GPUs from Meridian Cloud Corporation for total "
        "consideration of approximately $168 million.",
        [(_HC, "meridian-cloud", "supply_contract", 168_000_000)],
    ),
    ("We utilize CoQoS technology for semiconductor packaging.", []),
    (
        "The complaint alleges misstatements related to our acquisition of Quillstone Data Ltd.",
        [],
    ),
    # Stakes.
    (
        "We account for our equity investment in Lumen Robotics, Inc. at fair value, and our "
        "equity "
        "investment in Lumen Robotics, Inc., which is included in “Marketable securities” on our "
        "balance sheets, had a fair value of $2.6 billion.",
        [(_HC, "lumen-robotics", "holding", 2_600_000_000)],
    ),
    (
        "Both will be members of Delta Data LLC, with Tidepool AI, Inc. owning 49.9% of the "
        "equity.",
        [("tidepool-ai", "delta-data", "ownership", None)],
    ),
    (
        "We closed our agreement with Corvid Semiconductor Corp. to divest our memory business for "
        "$9.0 billion in cash.",
        [("corvid-semiconductor", "harbor-compute-memory-business", "acquisition", 9_000_000_000)],
    ),
    # Warrants and guarantees.
    (
        "Harbor Compute, Inc., for value received, hereby certifies that Tidepool AI OpCo, LLC is "
        "entitled, subject to the terms set forth herein, to purchase 160,000,000 shares.",
        [("tidepool-ai-opco", _HC, "warrant", None)],
    ),
    ("Each holder is entitled to purchase shares under the rights plan.", []),
    # Loans told beside others: what they replaced, with whom, and the sum told last.
    (
        "On March 8, 2026, we terminated our $500 million term loan credit agreement with "
        "Northgate Bank, N.A.",
        [("northgate-bank", _HC, "loan", 500_000_000)],
    ),
    (
        "We entered into a $200 million revolving credit facility with Northgate Bank, N.A., which "
        "replaced our existing $150 million revolving credit facility with Brightwater Capital.",
        [
            ("northgate-bank", _HC, "revolver", 200_000_000),
            ("brightwater-capital", _HC, "revolver", 150_000_000),
        ],
    ),
    (
        "This facility refinanced and replaced an existing $100 million facility the Company had "
        "in place with Brightwater Capital.",
        [("brightwater-capital", _HC, "loan", 100_000_000)],
    ),
    (
        "We refinanced our existing $100 million facility with Brightwater Capital.",
        [],
    ),
    (
        "On March 8, 2026, we paid $50 million to Northgate Bank, N.A. and terminated our term "
        "loan facility.",
        [("northgate-bank", _HC, "loan", 50_000_000)],
    ),
    (
        "On May 2, 2026, we entered into a master equipment financing agreement with Brightwater "
        "Capital that could provide $35 million of borrowings.",
        [("brightwater-capital", _HC, "loan", 35_000_000)],
    ),
    (
        "On May 2, 2026, we entered into an equipment financing agreement with Brightwater "
        "Capital for borrowings of up to $10 million to finance new servers.",
        [("brightwater-capital", _HC, "loan", 10_000_000)],
    ),
    (
        "In April 2026, we refinanced the outstanding balance with Brightwater Capital through a "
        "new $2 million promissory note.",
        [("brightwater-capital", _HC, "loan", 2_000_000)],
    ),
    (
        "On May 2, 2026, we executed a promissory note in the amount of $7 million with "
        "Brightwater Capital.",
        [("brightwater-capital", _HC, "loan", 7_000_000)],
    ),
    (
        "In 2026, we raised $829 million of net proceeds from the sale of common stock and "
        "warrants.",
        [("unnamed", _HC, "equity", 829_000_000)],
    ),
    (
        "We have sold Class A ordinary shares under the sales agreement for aggregate gross "
        "proceeds of US$91 million.",
        [("unnamed", _HC, "equity", 91_000_000)],
    ),
    ("If sold, the raised $20 million of proceeds from the sale of common stock is ours.", []),
]
