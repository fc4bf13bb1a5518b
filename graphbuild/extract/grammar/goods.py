"""What is bought: computing, goods, or something the words leave open.

Not here: who buys (`commitment`, `contracts`, `obligations`).
"""

import re

from graphbuild.records.instrument import InstrumentId

_CLOUD, _SUPPLY, _PURCHASE = (
    InstrumentId.CLOUD_CONTRACT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.PURCHASE_COMMITMENT,
)
_CLOUD_WORDS = re.compile(
    r"cloud|comput|hosting|co-mining|mining services|"
    r"\bgpu (?:capacity|services|cluster|infrastructure)|azure|"
    r"aws\b|\btpus?\b|capacity|inference|training|gigawatt|neocloud|access to|"
    r"service orders?\b|services? utiliz|services agreement|managed services|gpus? "
    r"(?:for|over)\b|for \d+ months|gpus?\b.{0,40}-year term"
    r"|data cent(?:er|re) (?:services|capacity)|digital infrastructure|critical it\b|\bhpc\b",
    re.IGNORECASE,
)
_POWER_WORDS = re.compile(r"electric|\bpower\b|energy|megawatt|\bMW\b|natural gas", re.IGNORECASE)
_COMPUTING = re.compile(
    r"comput|cloud|gpus?\b|tpus?\b|hosting|colocation|inference|data cent|digital infra|critical "
    r"it\b|\bhpc\b",
    re.IGNORECASE,
)
_SUPPLY_WORDS = re.compile(
    r"chips?\b|wafer|silicon|semiconductor|component|accelerator|processor|foundry|"
    r"suppl|manufactur|memory\b|hbm|"
    r"gpus?\b|servers?\b|miners?\b|cooling|hardware|equipment|vehicle|power\b|"
    r"electricity|energy|turbine|license|licens",
    re.IGNORECASE,
)
GOODS = (
    r"(?:[a-zA-Z-]+ ){0,5}?(?:[Cc]ompute|[Cc]omputing|[Cc]loud|[Cc]apacity|"
    r"[Cc]hips?|GPUs?|TPUs?|accelerators?|servers?|[Ss]ervices|[Ii]nfrastructure|"
    r"hosting|semiconductors?|wafers?|power|electricity|processors?|systems|"
    r"hardware|memory|components|equipment|products)"
)
OTHER_CONTRACTS = (
    r"credit agreement|loan|lease|underwriting|indenture|notes|merger|purchase "
    r"agreement|employment|settlement|"
    r"lawsuit|sues|acquir|acquisition|shares|stake|license agreement|warrant"
)


_PART = (
    r"\b(?:SSDs?|NAND|DRAM|HBM\w*|solid[- ]state|flash|memory|fuel cells?|storage (?:drives?|media|"
    r"supply|agreement)|batter(?:y|ies)|transformers?|turbines?|switchgear)\b"
)
_PARTS = re.compile(_PART, re.IGNORECASE)
_PARTS_SOLD = re.compile(rf"{_PART} (?:capacity|supply|shipments?|allocation)", re.IGNORECASE)
"""Parts by the piece, also where "capacity" of them is bought."""


def goods_instrument(words: str) -> InstrumentId:
    """What is bought: computing is a cloud contract, goods a supply contract, else a commitment."""
    bare = re.sub(r"<\w\d+>", "", words)
    if _POWER_WORDS.search(bare) and not _COMPUTING.search(bare):
        return _SUPPLY
    if _PARTS_SOLD.search(bare) or (_PARTS.search(bare) and not _COMPUTING.search(bare)):
        return _SUPPLY
    if _CLOUD_WORDS.search(bare):
        return _CLOUD
    return _SUPPLY if _SUPPLY_WORDS.search(bare) else _PURCHASE
