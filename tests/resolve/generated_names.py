"""Names of a made world: parties, and what sources make of their names.

Noise is what filings and newspapers do: capitals, legal forms, EDGAR's suffixes, abbreviations of
the lists of securities, former names, misspellings, a name cut short; series of vehicles that
differ by a number only.
"""

import random
from dataclasses import dataclass

from graphbuild.records.entity import Entity, EntityKind

_FIRST = (
    "Amber", "Anchor", "Apex", "Argent", "Aster", "Atlas", "Aurora", "Axiom", "Banner", "Basalt",
    "Beacon", "Birch", "Boreal", "Bright", "Cabot", "Cairn", "Canyon", "Cardinal", "Cedar",
    "Cinder", "Clarion", "Cobalt", "Copper", "Coral", "Crest", "Cypress", "Dalton", "Delta",
    "Dover", "Drift", "Eagle", "Ember", "Falcon", "Fathom", "Fern", "Flint", "Forge", "Foxglove",
    "Garnet", "Glacier", "Granite", "Harbor", "Hazel", "Helios", "Heron", "Hollow", "Indigo",
    "Iris", "Ivory", "Jasper", "Juniper", "Kestrel", "Keystone", "Lantern", "Larch", "Linden",
    "Lodestar", "Lumen", "Maple", "Meridian", "Mesa", "Mica", "Mistral", "Nimbus", "North",
    "Oakline", "Obsidian", "Onyx", "Opal", "Orchard", "Osprey", "Pacific", "Palisade", "Pine",
    "Plover", "Quarry", "Quartz", "Raven", "Redwood", "Ridge", "Rowan", "Saffron", "Sable",
    "Sierra", "Slate", "Solstice", "Sparrow", "Summit", "Tamarack", "Teal", "Thistle", "Timber",
    "Topaz", "Umber", "Vale", "Vesper", "Walnut", "Willow", "Yarrow", "Zenith", "Zephyr",
)  # fmt: skip
_SECOND = (
    "Compute", "Cloud", "Data", "Semiconductor", "Networks", "Systems", "Power", "Energy",
    "Capital", "Ventures", "Partners", "Holdings", "Digital", "Robotics", "Photonics", "Storage",
    "Infrastructure", "Properties", "Materials", "Labs", "Intelligence", "Software",
    "Technologies", "Credit", "Investment", "Financial", "International", "Industries",
)  # fmt: skip
_FORMS = (", Inc.", " Inc", " Corp.", " Corporation", " LLC", ", L.P.", " Ltd", " plc", " N.V.", "")
_SHORT = {
    "Holdings": "Hldgs", "International": "Intl", "Partners": "Ptnrs", "Financial": "Finl",
    "Investment": "Invt", "Properties": "Pptys", "Industries": "Inds", "Systems": "Sys",
    "Capital": "Cap", "Semiconductor": "Semicon",
}  # fmt: skip


@dataclass(frozen=True)
class Party:
    """One true party; `entity_id` is set where a curated row knows it."""

    number: int
    name: str
    former: str
    cik: str | None
    entity_id: str | None


def make_parties(draw: random.Random, count: int) -> list[Party]:
    """`count` parties of different names; some of them vehicles of one series."""
    names: list[str] = []
    stems = [f"{a} {b}" for a in _FIRST for b in _SECOND]
    draw.shuffle(stems)
    while len(names) < count:
        stem = stems[len(names) % len(stems)]
        again = _again(draw, len(names) // len(stems))
        if draw.random() < 0.08 and len(names) + 3 < count:  # a series of vehicles
            vehicle = f"{stem}{again} Acquisition Co."
            names += [f"{vehicle} {roman}, LLC" for roman in ("II", "IV", "VII")]
            continue
        names.append(f"{stem}{again}{draw.choice(_FORMS)}")
    parties = []
    for number, name in enumerate(names[:count]):
        former = f"{draw.choice(_FIRST)}{draw.choice(_FIRST).lower()} {number} Acquisition Vehicle"
        parties.append(
            Party(
                number=number,
                name=name,
                former=former,
                cik=str(1_000_000 + number) if draw.random() < 0.6 else None,
                entity_id=f"known-{number}" if draw.random() < 0.4 else None,
            )
        )
    return parties


def _again(draw: random.Random, times: int) -> str:
    """A word more for each time all stems have been used, so that names stay different."""
    return "".join(f" {draw.choice(_FIRST)}{draw.choice(_FIRST).lower()}" for _ in range(times))


def row_of(party: Party) -> Entity:
    """The curated row of a known party."""
    return Entity(
        entity_id=party.entity_id or "",
        name=party.name,
        kind=EntityKind.OTHER,
        cik=party.cik,
        aliases=(party.former,),
    )


def write_name(draw: random.Random, party: Party) -> tuple[str, str | None]:
    """The name as one source writes it, and the CIK where the source gives it."""
    cik = party.cik if draw.random() < 0.25 else None
    name, chance = party.name, draw.random()
    if chance < 0.25:
        name = name.upper().replace(",", "")
    elif chance < 0.35:
        name = name.replace(", Inc.", " Inc").replace(" Corp.", " Corporation")
    elif chance < 0.45:
        name = " ".join(_SHORT.get(word, word) for word in name.split())
    elif chance < 0.50:
        name = f"{name.upper().replace(',', '')} /DE/"
    elif chance < 0.53:
        name = f"The {name}"
    elif chance < 0.55:
        name = f"{name} Class A"
    elif chance < 0.58:
        name = party.former if party.entity_id or cik else name
    elif chance < 0.585:  # a misspelling: only people can tell
        middle = draw.randrange(1, len(name) // 2)
        name = name[:middle] + name[middle + 1 :]
    return name, cik
