"""Our own sentences on shares that a company sells, each with the claims it makes.

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
    # An option in days and dates; notes that their paragraph calls convertible.
    (
        "We issued our convertible notes on May 4, 2026. We granted the initial purchasers an "
        "option, for settlement within 13 days from, and including, May 4, 2026, to purchase up to "
        "$97.5 million principal of notes.",
        [("unnamed", _HC, "convertible", 97_500_000)],
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
