"""Our own headlines and reports, each with the claims it makes; see `filing_sentences`."""

NEWS = [
    (
        "Lumen Robotics signs $11.9 billion deal",
        (
            "Lumen Robotics has signed a five-year, $11.9 billion agreement with cloud service "
            "provider Harbor Compute, people said."
        ),
        [("lumen-robotics", "harbor-compute", "cloud_contract", 11_900_000_000)],
    ),
    (
        "A story",
        (
            "Meridian has signed a five-year, $9.7 billion deal to buy AI cloud capacity from "
            "Harbor Compute."
        ),
        [("meridian", "harbor-compute", "cloud_contract", 9_700_000_000)],
    ),
    (
        "A story",
        "Corvid agreed to invest up to $100 billion in Tidepool and supply it with chips.",
        [("corvid", "tidepool", "equity", 100_000_000_000)],
    ),
    (
        "A story",
        "Corvid has issued Tidepool a warrant for up to 160 million shares of its stock.",
        [("tidepool", "corvid", "warrant", None)],
    ),
    (
        "Meridian to buy $40bn of Corvid chips for Tidepool's new US data centre",
        "",
        [("meridian", "corvid", "supply_contract", 40_000_000_000)],
    ),
    (
        "Tidepool in talks to raise $40 billion from Foxglove Partners at $300 billion valuation",
        "",
        [("foxglove-partners", "tidepool", "equity", 40_000_000_000)],
    ),
    (
        "Harbor Compute seeks to raise $4 billion in IPO",
        "",
        [("unnamed", "harbor-compute", "equity", 4_000_000_000)],
    ),
    (
        "Brightwater to lend $2.3 billion to Harbor Compute",
        "",
        [("brightwater", "harbor-compute", "loan", 2_300_000_000)],
    ),
    (
        "A story",
        (
            "Banks including Northgate Bank and Foxglove Partners are providing a $38 billion "
            "loan to Harbor Compute."
        ),
        [
            ("northgate-bank", "harbor-compute", "loan", None),
            ("foxglove-partners", "harbor-compute", "loan", None),
            ("unnamed", "harbor-compute", "loan", 38_000_000_000),
        ],
    ),
    (
        "Harbor Compute expands agreement with Tidepool by up to $6.5 billion",
        "",
        [],
    ),
    (
        "Meridian agrees to buy Quillstone for $32 billion",
        "",
        [("meridian", "quillstone", "acquisition", 32_000_000_000)],
    ),
    (
        "Tidepool to spend $30 billion on Meridian's cloud services",
        "",
        [("tidepool", "meridian", "cloud_contract", 30_000_000_000)],
    ),
    (
        "Meridian and Corvid to invest up to $15 billion in Tidepool",
        "",
        [
            ("meridian", "tidepool", "equity", None),
            ("corvid", "tidepool", "equity", None),
            ("unnamed", "tidepool", "equity", 15_000_000_000),
        ],
    ),
    (
        "Tidepool will buy $30 billion of compute capacity from Meridian",
        "",
        [("tidepool", "meridian", "cloud_contract", 30_000_000_000)],
    ),
    (
        "Foxglove Partners sells entire Corvid stake for $5.8 billion",
        "",
        [("foxglove-partners", "corvid", "holding", 5_800_000_000)],
    ),
    (
        "Brightwater leads $600 million equity round in Quillstone",
        "",
        [
            ("brightwater", "quillstone", "equity", None),
            ("unnamed", "quillstone", "equity", 600_000_000),
        ],
    ),
    (
        "Lumen Robotics raises €1.7B Series C led by Corvid",
        "",
        [
            ("corvid", "lumen-robotics", "equity", None),
            ("unnamed", "lumen-robotics", "equity", 1_700_000_000),
        ],
    ),
    (
        "A story",
        (
            "Lumen Robotics raised $2 billion in a round led by Corvid, with participation from "
            "Brightwater and Foxglove Partners."
        ),
        [
            ("corvid", "lumen-robotics", "equity", None),
            ("brightwater", "lumen-robotics", "equity", None),
            ("foxglove-partners", "lumen-robotics", "equity", None),
            ("unnamed", "lumen-robotics", "equity", 2_000_000_000),
        ],
    ),
    (
        "Harbor Compute secures $2.3 billion debt facility led by Brightwater",
        "",
        [
            ("brightwater", "harbor-compute", "loan", None),
            ("unnamed", "harbor-compute", "loan", 2_300_000_000),
        ],
    ),
    (
        "Corvid to buy $5 billion stake in Quillstone",
        "",
        [("corvid", "quillstone", "equity", 5_000_000_000)],
    ),
    (
        "Corvid takes $5 billion stake in Quillstone",
        "",
        [("corvid", "quillstone", "equity", 5_000_000_000)],
    ),
    (
        "Meridian prices $18 billion bond sale",
        "",
        [("unnamed", "meridian", "bond", 18_000_000_000)],
    ),
    (
        "Meridian sells $30 billion of bonds",
        "",
        [("unnamed", "meridian", "bond", 30_000_000_000)],
    ),
    (
        "Meridian raises $25 billion in bond sale",
        "",
        [("unnamed", "meridian", "bond", 25_000_000_000)],
    ),
    (
        "A story",
        (
            "Tidepool is raising $20 billion, including $2 billion from Corvid, according to "
            "people familiar with the matter."
        ),
        [
            ("unnamed", "tidepool", "equity", 20_000_000_000),
            ("corvid", "tidepool", "equity", 2_000_000_000),
        ],
    ),
    (
        "A story",
        (
            "Meridian will backstop $1.8 billion of Lumen Robotics’ lease obligations and receive"
            " warrants for shares in Harbor Compute."
        ),
        [
            ("meridian", "lumen-robotics", "guarantee", 1_800_000_000),
            ("meridian", "harbor-compute", "warrant", None),
        ],
    ),
    (
        "A story",
        (
            "Harbor Compute has committed approximately $5.8 billion to purchase GPUs and related"
            " equipment from Corvid."
        ),
        [("harbor-compute", "corvid", "supply_contract", 5_800_000_000)],
    ),
    (
        "A story",
        (
            "Under the five-year agreement, Harbor Compute will supply Meridian with access to "
            "GPUs for about $9.7 billion."
        ),
        [("meridian", "harbor-compute", "cloud_contract", 9_700_000_000)],
    ),
    (
        (
            "Quillstone signs 10-year, $3 billion hosting agreement with Lumen Robotics to "
            "provide 200 MW of capacity"
        ),
        "",
        [("lumen-robotics", "quillstone", "cloud_contract", 3_000_000_000)],
    ),
    (
        "Tidepool is in advanced talks to buy Quillstone for more than $3 billion, sources say",
        "",
        [("tidepool", "quillstone", "acquisition", 3_000_000_000)],
    ),
    (
        "Brightwater has acquired Quillstone in a deal valued at $1.2 billion",
        "",
        [("brightwater", "quillstone", "acquisition", 1_200_000_000)],
    ),
    (
        (
            "Harbor Compute closes $7.5 billion debt financing led by Brightwater and Foxglove "
            "Partners"
        ),
        "",
        [
            ("brightwater", "harbor-compute", "loan", None),
            ("foxglove-partners", "harbor-compute", "loan", None),
            ("unnamed", "harbor-compute", "loan", 7_500_000_000),
        ],
    ),
    (
        "Corvid completes $2 billion investment in Harbor Compute",
        "",
        [("corvid", "harbor-compute", "equity", 2_000_000_000)],
    ),
    (
        "Meridian commits $10 billion to build data centers in Texas",
        "",
        [],
    ),
    (
        "Corvid shares fall 3% as investors weigh $500 billion AI spending",
        "",
        [],
    ),
    (
        "Tidepool's annualized revenue tops $20 billion",
        "",
        [],
    ),
    (
        "Meridian raises full-year revenue forecast to $50 billion",
        "",
        [],
    ),
    (
        "Analysts raise Corvid price target to $300",
        "",
        [],
    ),
    (
        "Tidepool valued at $500 billion in employee share sale",
        "",
        [],
    ),
    (
        "Corvid market value tops $5 trillion",
        "",
        [],
    ),
    (
        "Lumen Robotics donates $20 million to universities",
        "",
        [],
    ),
    (
        "Meridian announces $60 billion share buyback",
        "",
        [],
    ),
    (
        "Corvid hit with $1 billion fine by EU",
        "",
        [],
    ),
    (
        "A story",
        (
            "Corvid and Meridian will invest up to $10 billion and up to $5 billion, "
            "respectively, in Tidepool."
        ),
        [
            ("corvid", "tidepool", "equity", 10_000_000_000),
            ("meridian", "tidepool", "equity", 5_000_000_000),
        ],
    ),
    (
        "A story",
        (
            "Meridian is in talks with Foxglove Partners to raise $27 billion to finance its new "
            "data center."
        ),
        [("foxglove-partners", "meridian", "loan", 27_000_000_000)],
    ),
    (
        "A story",
        (
            "Quillstone has secured $38 billion of loans from a group of banks led by Northgate "
            "Bank, N.A. to build two data centers in Texas that will be leased to Meridian."
        ),
        [
            ("meridian", "quillstone", "lease", None),
            ("northgate-bank", "quillstone", "loan", None),
            ("unnamed", "quillstone", "loan", 38_000_000_000),
        ],
    ),
    (
        "A story",
        (
            "Lumen Robotics secured a $3.2 billion financial backstop from Brightwater for its "
            "data center."
        ),
        [("brightwater", "lumen-robotics", "guarantee", 3_200_000_000)],
    ),
    (
        "A story",
        (
            "Funds managed by Foxglove Partners will own an 80% stake in the venture, while "
            "Meridian will hold the remaining 20% stake."
        ),
        [
            ("foxglove-partners", "unnamed", "ownership", None),
            ("meridian", "unnamed", "ownership", None),
        ],
    ),
]
