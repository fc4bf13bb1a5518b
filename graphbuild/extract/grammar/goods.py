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
_POWER_WORDS = re.compile(
    r"electric|\b(?:hydro)?power\b|energy|megawatt|\bMW\b|natural gas", re.IGNORECASE
)
_COMPUTING = re.compile(
    r"comput|cloud|gpus?\b|tpus?\b|hosting|colocation|inference|data cent|digital infra|critical "
    r"it\b|\bhpc\b",
    re.IGNORECASE,
)
_SUPPLY_WORDS = re.compile(
    r"chips?\b|wafer|silicon|semiconductor|component|accelerator|processor|foundry|suppl|"
    r"manufactur|memory\b|hbm|gpus?\b|servers?\b|miners?\b|cooling|hardware|equipment|vehicle|"
    r"power\b|electricity|energy|turbine|license|licens|\bracks?\b|fuel cell|batter(?:y|ies)",
    re.IGNORECASE,
)
GOODS = (
    r"(?:[a-zA-Z-]+ ){0,5}?(?:[Cc]ompute|[Cc]omputing|[Cc]loud|[Cc]apacity|"
    r"[Cc]hips?|GPUs?|TPUs?|accelerators?|servers?|[Ss]ervices|[Ii]nfrastructure|"
    r"hosting|semiconductors?|wafers?|(?:hydro)?power|electricity|processors?|systems|"
    r"hardware|memory|components|equipment|products|racks|turbines|fuel cells|batteries)"
)
CHIPS = (
    r"(?:[A-Za-z0-9-]+ ){0,4}?(?:chips?|GPUs?|processors?|accelerators?|TPUs?|superchips?|servers?|"
    r"hardware|systems|racks)\b"
)
OTHER_CONTRACTS = (
    r"credit agreement|loan|lease|underwriting|indenture|notes|merger|purchase agreement|"
    r"employment|settlement|lawsuit|sues|acquir|acquisition|shares|stake|license agreement|warrant"
)


_MACHINES = re.compile(r"\b(?:chips?|GPUs?|TPUs?|servers?|racks?|processors?)\b", re.IGNORECASE)
_SPACE = re.compile(r"data cent|building|space|campus|warehouse|office|\bsites?\b", re.IGNORECASE)
CLOUDS = frozenset({"hyperscaler", "neocloud"})
_MAKERS = frozenset({"chipmaker", "supplier"})
SELLERS = CLOUDS | _MAKERS | {"host"}
"""Kinds of company known to sell to the trade; those of `CLOUDS` sell computing."""


def sold_by(kinds: set[str], instrument: InstrumentId, words: str) -> InstrumentId:
    """What is bought, seen who sells it: clouds serve, makers of chips sell by the piece."""
    is_cloud = bool(kinds) and kinds <= CLOUDS
    is_capacity = is_cloud and "capacity" in words and not _MACHINES.search(words)
    if instrument is _PURCHASE or (instrument is _SUPPLY and is_capacity):
        return _CLOUD if is_cloud else instrument
    if instrument is InstrumentId.LEASE and is_cloud and _MACHINES.search(words):
        return instrument if _SPACE.search(words) else _CLOUD
    if instrument is _SUPPLY and kinds == {"host"} and re.search("host|infrastructure", words):
        return _CLOUD
    is_piece = _MACHINES.search(words) and not re.search(r"cloud|comput|capacity|service", words)
    is_maker = bool(kinds) and kinds <= _MAKERS
    return _SUPPLY if instrument is _CLOUD and is_maker and is_piece else instrument


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
