"""Our own sentences on shares, warrants and companies bought, each with the claims it makes.

A claim is (source, target, instrument, amount); parties the words withhold are "unnamed". A
statement with no claims is one that its neighbours' rules must refuse.
"""

from typing import Final

Claims = list[tuple[str, str, str, int | None]]

_HC = "harbor-compute"

SHARES: Final[list[tuple[str, Claims]]] = [
    # Counted shares and what they brought in, in one sentence.
    (
        "During the nine months ended June 30, 2026, we sold 6,027,852 shares of common stock "
        "under the programme at an average price of $6.15 per share for gross proceeds of $37.1 "
        "million.",
        [("unnamed", _HC, "equity", 37_100_000)],
    ),
    (
        "In April 2026 the Company issued 7.1 million shares in an underwritten public offering, "
        "resulting in net proceeds to the Company of $141.4 million after offering expenses.",
        [("unnamed", _HC, "equity", 141_400_000)],
    ),
    (
        "Between May and July 2026, the Company issued an aggregate of 640,000 ordinary shares to "
        "Foxglove Partners LLC for gross proceeds of $22.0 million.",
        [("foxglove-partners", _HC, "equity", 22_000_000)],
    ),
    (
        "In June 2026, 1,200,000 shares of common stock were sold under the programme for net "
        "proceeds of $8.3 million.",
        [("unnamed", _HC, "equity", 8_300_000)],
    ),
    (
        "We received net proceeds of $184.7 million from the sale of 15,877,000 shares of our "
        "common stock.",
        [("unnamed", _HC, "equity", 184_700_000)],
    ),
    (
        "Our follow-on offering closed on June 25, 2026, and we received gross proceeds of "
        "$30.5 million.",
        [("unnamed", _HC, "equity", 30_500_000)],
    ),
    (
        "Cash flows from financing activities gave $192.3 million, primarily proceeds from the "
        "issuance of common stock under our At-The-Market facility of $228.8 million, partially "
        "offset by the repayment of $50.0 million of debt.",
        [("unnamed", _HC, "equity", 228_800_000)],
    ),
    (
        "The PIPE Investors purchased an aggregate of 10,000,000 shares of common stock for an "
        "aggregate purchase price of $100.0 million.",
        [("unnamed", _HC, "equity", 100_000_000)],
    ),
    (
        "In the registered direct offering the investors purchased approximately $2.1 million of "
        "shares and warrants.",
        [("unnamed", _HC, "equity", 2_100_000)],
    ),
    (
        "In May the Company entered into securities purchase agreements with an institutional "
        "investor for shares of convertible preferred stock and warrants with an aggregate "
        "purchase price of $3.7 million in a registered direct offering.",
        [("unnamed", _HC, "equity", 3_700_000)],
    ),
    (
        "On May 4, 2026, the Company sold shares in an underwritten offering (the “May Offering”)."
        " Net proceeds to us from the May 2026 Offering, including the underwriters' option, were "
        "$31.4 million.",
        [("unnamed", _HC, "equity", 31_400_000)],
    ),
    (
        "The Company sold 8,000,000 shares. The May 2026 Offering generated net proceeds to the "
        "Company of $61.2 million.",
        [("unnamed", _HC, "equity", 61_200_000)],
    ),
    (
        "In the quarter we received $5.2 billion from the Department of Works in exchange for 260 "
        "million shares of our common stock.",
        [("department-of-works", _HC, "equity", 5_200_000_000)],
    ),
    (
        "On May 4, 2026, we closed the sale of 51% of Quillstone Data Ltd. to Foxglove Partners "
        "for net proceeds of $3.1 billion.",
        [("foxglove-partners", "quillstone-data", "equity", 3_100_000_000)],
    ),
    (
        "We finalized the acquisition of Quillstone Data Ltd. on May 4, 2026 for total "
        "consideration of $640 million.",
        [(_HC, "quillstone-data", "acquisition", 640_000_000)],
    ),
    (
        "The net proceeds to the Company from the May 2026 Notes Offering were $42.7 million.",
        [],
    ),
    (
        "In July 2026, the underwriters of our offering fully exercised their option to purchase "
        "1,340,000 more common shares, which gave the Company net proceeds of $26.9 million.",
        [("unnamed", _HC, "equity", 26_900_000)],
    ),
    (
        "We issued 900,000 shares in settlement of restricted stock awards for a value of $17.2 "
        "million.",
        [],
    ),
    ("We sold 3,575 bitcoin for proceeds of $89.2 million.", []),
    (
        "At closing we issued 5,031,221 shares of common stock for a total value of $60.7 million.",
        [],
    ),
    ("We issued 90,000 shares for proceeds of $184,700 in the quarter.", []),
    # The next sentence tells what a sale brought in.
    (
        "Between January and May 2026, we sold 8,416,250 ordinary shares through our "
        "at-the-market offering. We received net proceeds of $29.6 million after the agent's "
        "fees.",
        [("unnamed", _HC, "equity", 29_600_000)],
    ),
    (
        "On May 4, 2026, the Company entered into a securities purchase agreement with Foxglove "
        "Partners LLC for the sale of 745,342 shares of common stock in a registered direct "
        "offering. The gross proceeds to the Company are expected to be $3.0 million.",
        [("foxglove-partners", _HC, "equity", 3_000_000)],
    ),
    (
        "In May 2026, Lumen Robotics, Inc., a subsidiary of ours, completed its initial public "
        "offering of 6,850,000 common shares. The gross proceeds to Lumen Robotics, Inc. "
        "were $82.2 million.",
        [("unnamed", "lumen-robotics", "equity", 82_200_000)],
    ),
    (
        "We issued 40,000 shares of common stock to our employees. We received proceeds of $2.0 "
        "million.",
        [],
    ),
    (
        "We sold 2,000,000 ordinary shares in May 2026. The proceeds of the term loan were $50.0 "
        "million.",
        [],
    ),
    (
        "We sold 4.2 million shares of common stock after June 30, 2026. Net proceeds from these "
        "sales, less commission fees of $0.7 million, are $23.1 million.",
        [("unnamed", _HC, "equity", 23_100_000)],
    ),
    (
        "Net proceeds to us from this offering will be $2.8 million, based on the sale of 608,197 "
        "shares of common stock.",
        [("unnamed", _HC, "equity", 2_800_000)],
    ),
    # Told by the sum alone.
    (
        "Lumen Robotics, Inc. agreed to issue and sell to Foxglove Partners LLC up to $25 million "
        "in shares of Series G preferred stock.",
        [("foxglove-partners", "lumen-robotics", "equity", 25_000_000)],
    ),
    (
        "We entered into a securities purchase agreement providing for $25 million of financing "
        "from Foxglove Partners LLC.",
        [("foxglove-partners", _HC, "equity", 25_000_000)],
    ),
    (
        "Cash provided by financing activities included $579.9 million of proceeds from sales of "
        "common stock under our ATM offering.",
        [("unnamed", _HC, "equity", 579_900_000)],
    ),
    (
        "The net proceeds from the sale of the shares, after deducting discounts, were $1.4 "
        "billion.",
        [("unnamed", _HC, "equity", 1_400_000_000)],
    ),
    (
        "Foxglove Partners LLC entered into a subscription agreement to purchase 4,000,000 shares "
        "of common stock for $40.0 million.",
        [("foxglove-partners", _HC, "equity", 40_000_000)],
    ),
    (
        "In May 2026 we issued 3.4 million new shares with a fair value of $27.5 million to the "
        "former landlord.",
        [("unnamed", _HC, "equity", 27_500_000)],
    ),
    (
        "Cash provided by financing activities included proceeds from our employee stock purchase "
        "plan of $9.0 million.",
        [],
    ),
    (
        "The first draw of $112.5 million under our perpetual preferred equity facility was funded "
        "by the agent.",
        [],
    ),
    (
        "We closed the first phase of our preferred equity facility. The first draw of $112.5 "
        "million was funded by Foxglove Partners LLC.",
        [("foxglove-partners", _HC, "equity", 112_500_000)],
    ),
    (
        "Ms. Ada Merriwether purchased 200,000 shares of common stock for $4.0 million.",
        [],
    ),
    (
        "We entered into a share purchase agreement with Foxglove Partners LLC for the sale of all "
        "shares of Quillstone Hosting LLC. We received net proceeds of $17.6 million.",
        [],
    ),
    # Warrants exercised, and warrants given for something else than money.
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
    # Buyers bound to take shares when asked.
    (
        "Under the agreement with Foxglove Partners LLC, the Company has the right, but not the "
        "obligation, to sell to Foxglove Partners LLC up to $22 million of registered ordinary "
        "shares.",
        [("foxglove-partners", _HC, "equity", 22_000_000)],
    ),
    (
        "Under the equity purchase agreement, Foxglove Partners LLC has committed to purchase up "
        "to $40.0 million of our common stock.",
        [("foxglove-partners", _HC, "equity", 40_000_000)],
    ),
    (
        "Under the purchase agreement, Foxglove Partners LLC agreed to purchase up to $40.0 "
        "million of products.",
        [],
    ),
    # Investments told one by one.
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
    # An option in days and dates; notes that their paragraph calls convertible.
    (
        "We issued our convertible notes on May 4, 2026. We granted the initial purchasers an "
        "option, for settlement within 13 days from, and including, May 4, 2026, to purchase up to "
        "$97.5 million principal of notes.",
        [("unnamed", _HC, "convertible", 97_500_000)],
    ),
]

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

REPORTS: Final[list[tuple[str, Claims]]] = [
    (
        "Lumen Robotics priced an offering of 20 million shares at $10 each, raising $200 million.",
        [("unnamed", "lumen-robotics", "equity", 200_000_000)],
    ),
    (
        "Lumen Robotics launches a $1 billion at-the-market equity programme.",
        [("unnamed", "lumen-robotics", "equity", 1_000_000_000)],
    ),
    (
        "Lumen Robotics completed its private placement for gross proceeds of $160 million from "
        "Corvid and other investors.",
        [
            ("corvid", "lumen-robotics", "equity", None),
            ("unnamed", "lumen-robotics", "equity", 160_000_000),
        ],
    ),
    (
        "Lumen Robotics announced that Brightwater Capital will make a $150 million investment in "
        "the form of a convertible note.",
        [("brightwater-capital", "lumen-robotics", "convertible", 150_000_000)],
    ),
    ("Lumen Robotics said Corvid sold 20 million shares at $10 each.", []),
    ("Lumen Robotics completed its at-the-market programme of $1 billion of notes.", []),
]
