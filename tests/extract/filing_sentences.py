"""Our own sentences in the manner of filings, each with the claims it makes.

A claim is (source, target, instrument, amount); parties the words withhold are "unnamed".
"""

FILINGS = [
    (
        (
            "On March 7, 2026, Harbor Compute, Inc. (the “Company”) entered into a Master "
            "Services Agreement with Tidepool AI OpCo, LLC (“Tidepool”), pursuant to which "
            "Tidepool committed to pay the Company up to approximately $6.5 billion through April"
            " 2031."
        ),
        [("tidepool-ai-opco", "harbor-compute", "cloud_contract", 6_500_000_000)],
    ),
    (
        (
            "Under the order form, the customer has agreed to purchase cloud computing capacity "
            "from the Company for approximately $1.2 billion over five years."
        ),
        [("unnamed", "harbor-compute", "cloud_contract", 1_200_000_000)],
    ),
    (
        (
            "On May 1, 2026, the Company entered into a five-year GPU cloud services contract "
            "with Meridian Cloud Corporation with a total contract value of approximately $9.7 "
            "billion, including a 20% prepayment."
        ),
        [("meridian-cloud", "harbor-compute", "cloud_contract", 9_700_000_000)],
    ),
    (
        (
            "Under the agreement, the Company will provide Meridian with access to GPUs over a "
            "five-year term, with a total contract value of approximately $9.7 billion."
        ),
        [("meridian-cloud", "harbor-compute", "cloud_contract", 9_700_000_000)],
    ),
    (
        (
            "The Company also entered into an agreement with Corvid Systems Inc. to purchase GPUs"
            " and ancillary equipment for approximately $5.8 billion."
        ),
        [("harbor-compute", "corvid-systems", "supply_contract", 5_800_000_000)],
    ),
    (
        (
            "The Company entered into two 10-year data center lease agreements with Lumen "
            "Robotics, Inc., representing approximately $3.7 billion in contracted revenue over "
            "the initial terms."
        ),
        [("lumen-robotics", "harbor-compute", "lease", 3_700_000_000)],
    ),
    (
        (
            "Meridian will backstop $1.8 billion of Lumen’s lease obligations and will receive "
            "warrants to acquire approximately 41 million shares of the Company’s common stock."
        ),
        [
            ("meridian-cloud", "lumen-robotics", "guarantee", 1_800_000_000),
            ("meridian-cloud", "harbor-compute", "warrant", None),
        ],
    ),
    (
        (
            "In consideration for the backstop, the Company issued Meridian warrants to purchase "
            "32,568,000 shares of common stock at an exercise price of $0.01 per share."
        ),
        [("meridian-cloud", "harbor-compute", "warrant", None)],
    ),
    (
        (
            "On July 28, 2026, Harbor Compute Acquisition Co. V, LLC, an indirect subsidiary of "
            "the Company, entered into a credit agreement with Northgate Bank, N.A., as "
            "administrative agent, and the lenders party thereto, providing for a delayed draw "
            "term loan facility of up to $2.6 billion."
        ),
        [("unnamed", "harbor-compute-acquisition-co-v", "loan", 2_600_000_000)],
    ),
    (
        "As of June 30, 2026, $1.9 billion was outstanding under the term loan facility.",
        [("unnamed", "harbor-compute", "loan", 1_900_000_000)],
    ),
    (
        (
            "On May 21, 2026, the Company issued $2.0 billion aggregate principal amount of 9.25%"
            " Senior Notes due 2030."
        ),
        [("unnamed", "harbor-compute", "bond", 2_000_000_000)],
    ),
    (
        (
            "In September 2026, we completed a private offering of $1.75 billion of 9.00% senior "
            "notes due 2031."
        ),
        [("unnamed", "harbor-compute", "bond", 1_750_000_000)],
    ),
    (
        (
            "In December 2025, we issued $2.25 billion of 1.75% convertible senior notes due 2031"
            " in a private offering."
        ),
        [("unnamed", "harbor-compute", "convertible", 2_250_000_000)],
    ),
    (
        "We have a $6.0 billion five-year revolving credit agreement with a syndicate of banks.",
        [("unnamed", "harbor-compute", "revolver", 6_000_000_000)],
    ),
    (
        (
            "On August 5, 2026, we entered into an Amended and Restated Credit Agreement, which "
            "provides for a revolving credit facility of $1.5 billion that matures in 2029."
        ),
        [("unnamed", "harbor-compute", "revolver", 1_500_000_000)],
    ),
    (
        (
            "On June 18, 2026, the Company entered into a credit agreement with Northgate Bank, "
            "N.A. for an aggregate of CAD 60 million (approximately $43.8 million) in credit "
            "facilities."
        ),
        [("northgate-bank", "harbor-compute", "loan", 60_000_000)],
    ),
    (
        "During the quarter, we borrowed $300 million under the term loan.",
        [("unnamed", "harbor-compute", "loan", 300_000_000)],
    ),
    (
        (
            "On October 11, 2025, the Company acquired 100% of the issued and outstanding shares "
            "of Quillstone Data Ltd. for total consideration of $46 million."
        ),
        [("harbor-compute", "quillstone-data", "acquisition", 46_000_000)],
    ),
    (
        (
            "The Company entered into a purchase and sale agreement with Ashgrove Properties LLC "
            "to acquire an industrial building in North Carolina for a purchase price of $53.2 "
            "million."
        ),
        [("harbor-compute", "ashgrove-properties", "acquisition", 53_200_000)],
    ),
    (
        (
            "The Company purchased the land and building from Ashgrove Properties LLC for $23.3 "
            "million."
        ),
        [("harbor-compute", "ashgrove-properties", "acquisition", 23_300_000)],
    ),
    (
        (
            "In July 2026, the Company sold 22,000,000 ordinary shares to certain accredited "
            "investors for gross proceeds of approximately $162.9 million."
        ),
        [("unnamed", "harbor-compute", "equity", 162_900_000)],
    ),
    (
        (
            "We entered into an at-the-market offering agreement with Redwood & Co. LLC, as sales"
            " agent, under which we may sell ordinary shares having an aggregate offering price "
            "of up to $500 million."
        ),
        [("unnamed", "harbor-compute", "equity", 500_000_000)],
    ),
    (
        (
            "During the six months ended June 30, 2026, we sold 5,000,000 ordinary shares under "
            "the at-the-market program for net proceeds of $120.5 million."
        ),
        [("unnamed", "harbor-compute", "equity", 120_500_000)],
    ),
    (
        (
            "On August 8, 2026, Lumen Robotics, Inc. closed its initial public offering of "
            "9,375,000 ordinary shares at $17.00 per share, generating gross proceeds of "
            "approximately $159.4 million."
        ),
        [("unnamed", "lumen-robotics", "equity", 159_400_000)],
    ),
    (
        (
            "On June 30, 2026, the Company entered into a Simple Agreement for Future Equity with"
            " Vireo AI Fund LP and invested $1 million."
        ),
        [("harbor-compute", "vireo-ai-fund", "convertible", 1_000_000)],
    ),
    (
        (
            "Following the IPO, the Company owns approximately 71.5% of the outstanding ordinary "
            "shares of Lumen Robotics, Inc."
        ),
        [("harbor-compute", "lumen-robotics", "ownership", None)],
    ),
    (
        (
            "As of June 30, 2026, we had purchase commitments totaling $2.4 billion, primarily "
            "for servers."
        ),
        [("harbor-compute", "unnamed", "purchase_commitment", 2_400_000_000)],
    ),
    (
        (
            "As of June 30, 2026, we have entered into leases that have not yet commenced with "
            "future lease payments of $773 million."
        ),
        [("harbor-compute", "unnamed", "lease", 773_000_000)],
    ),
    (
        (
            "We signed a ten-year lease agreement with Ridgeway Realty LLC for a data center in "
            "Ohio with aggregate rent payments of $120 million."
        ),
        [("harbor-compute", "ridgeway-realty", "lease", 120_000_000)],
    ),
    (
        (
            "The Company entered into a colocation agreement with Lumen Robotics, Inc., under "
            "which Lumen will pay the Company approximately $1.4 million per month."
        ),
        [("lumen-robotics", "harbor-compute", "lease", 1_400_000)],
    ),
    (
        (
            "On June 3, 2026, the Company signed an agreement with a new customer to supply 576 "
            "GPUs for 25 months, representing a total contract value of approximately $20.2 "
            "million."
        ),
        [("unnamed", "harbor-compute", "cloud_contract", 20_200_000)],
    ),
    (
        (
            "On August 19, 2026, the Company entered into a master services agreement with a "
            "customer to provide cloud services utilizing 464 GPUs, representing annualized "
            "revenue of approximately $15 million."
        ),
        [("unnamed", "harbor-compute", "cloud_contract", 15_000_000)],
    ),
    (
        (
            "The Company executed a promissory note in favor of Trinity Peak Lending LLC for "
            "$15.7 million to finance equipment."
        ),
        [("trinity-peak-lending", "harbor-compute", "loan", 15_700_000)],
    ),
    (
        (
            "Funds managed by Alder Capital LP own an 80% interest in Beignet Holdings LLC, and "
            "we retained a 20% ownership interest."
        ),
        [
            ("alder-capital", "beignet-holdings", "ownership", None),
            ("harbor-compute", "beignet-holdings", "ownership", None),
        ],
    ),
    (
        (
            "We provided a residual value guarantee to the joint venture Beignet Holdings LLC "
            "with a maximum of $28 billion."
        ),
        [("harbor-compute", "beignet-holdings", "guarantee", 28_000_000_000)],
    ),
    (
        (
            "The Company fully and unconditionally guarantees the obligations of Harbor Compute "
            "Acquisition Co. IV, LLC under the credit agreement."
        ),
        [("harbor-compute", "harbor-compute-acquisition-co-iv", "guarantee", None)],
    ),
    (
        "On April 30, 2026, we repaid in full the $150 million bridge loan.",
        [("unnamed", "harbor-compute", "loan", 150_000_000)],
    ),
    (
        "On July 1, 2026, we terminated our $200 million revolving credit facility.",
        [("unnamed", "harbor-compute", "revolver", 200_000_000)],
    ),
    (
        (
            "In May 2026, Corvid Semiconductor Corp. purchased $250 million of the Company’s "
            "Class A common stock in the IPO."
        ),
        [("corvid-semiconductor", "harbor-compute", "equity", 250_000_000)],
    ),
    (
        (
            "We have committed to purchase $1.1 billion of equipment from Corvid Semiconductor "
            "Corp. through 2027."
        ),
        [("harbor-compute", "corvid-semiconductor", "supply_contract", 1_100_000_000)],
    ),
    (
        (
            "On July 10, 2026, the Company entered into an equipment lease agreement with "
            "Foxglove Leasing LLC for GPU servers with total payments of $38.5 million."
        ),
        [("harbor-compute", "foxglove-leasing", "lease", 38_500_000)],
    ),
    (
        "We recognized revenue of $412 million from Meridian Cloud Corporation during the quarter.",
        [("meridian-cloud", "harbor-compute", "revenue", 412_000_000)],
    ),
    (
        "We may issue up to $2 billion of notes if market conditions are favorable.",
        [],
    ),
    (
        "If Lumen fails to pay, we could lose up to $3.7 billion of revenue.",
        [],
    ),
    (
        "Interest expense on the $2.0 billion notes was $46 million.",
        [],
    ),
    (
        "Our Board authorized the repurchase of up to $1 billion of our common stock.",
        [],
    ),
    (
        (
            "We recorded stock-based compensation expense of $120 million related to restricted "
            "stock units."
        ),
        [],
    ),
    (
        (
            "The aggregate market value of common stock held by non-affiliates was approximately "
            "$12 billion."
        ),
        [],
    ),
    (
        (
            "Mr. Vance will receive an annual base salary of $600,000 and a target bonus of $1.2 "
            "million."
        ),
        [],
    ),
    (
        "The notes were issued in connection with the acquisition of Quillstone Data Ltd.",
        [],
    ),
    (
        (
            "Northgate Bank, N.A. and Redwood & Co. LLC acted as joint bookrunners for the "
            "offering of $500 million of notes."
        ),
        [],
    ),
    (
        "There is no guarantee that Lumen Robotics, Inc. will pay its $3 billion of obligations.",
        [],
    ),
    (
        "Total revenue was $1.2 billion, an increase of 420% compared to the prior year.",
        [],
    ),
    (
        "We expect capital expenditures of $20 billion to $23 billion in 2026.",
        [],
    ),
    (
        (
            "We closed the initial funding of $90.5 million from Foxglove Asset Management under "
            "our $3.0 billion perpetual preferred equity facility."
        ),
        [
            ("foxglove-asset-management", "harbor-compute", "equity", 90_500_000),
            ("foxglove-asset-management", "harbor-compute", "equity", 3_000_000_000),
        ],
    ),
    (
        "In consideration, the Company issued to Brightwater warrants to purchase 41,011 shares.",
        [("brightwater", "harbor-compute", "warrant", None)],
    ),
    (
        (
            "Harbor Finance Co., IV, LLC amended the agreement among Harbor Finance Co., IV, LLC, "
            "as borrower, and the lenders. The amendment adds an incremental $3.0 billion tranche "
            "of delayed draw term loans."
        ),
        [("unnamed", "harbor-finance-co-iv", "loan", 3_000_000_000)],
    ),
]
