"""Names of directors and officers among their titles: "Ada Quill, our Chief Financial Officer".

Lives here: which capitalised words are a person's name, and which are a title. Not here: "Last
First" names of EDGAR's forms (`issuer_names`), who owns what (`insider_stakes`).
"""

import re

from graphbuild.extract.grammar.issuer_names import is_person
from graphbuild.extract.grammar.sure_names import full_person
from graphbuild.records.document import Document

_TITLES = frozenset({
    "accounting", "act", "administration", "administrative", "administrator", "adopted",
    "adoption", "advisor", "affairs", "ag", "americas", "analytics", "apac", "architect", "asia",
    "assistant", "associate", "attorney", "audit", "benefits", "board", "brand", "brands",
    "bureau", "business", "capital", "ceo", "cfo", "chair", "chairman", "chairperson",
    "chairwoman", "chief", "cio", "class", "clinical", "clo", "cloud", "cmo", "co", "commercial",
    "commission", "committee", "common", "communications", "companies", "company", "compensation",
    "compliance", "computing", "consumer", "controller", "coo", "corporate", "corporation",
    "counsel", "cpo", "cro", "cso", "cto", "customer", "data", "delivery", "deputy", "design",
    "development", "devices", "digital", "director", "directors", "division", "during", "each",
    "ecosystem", "emea", "emeritus", "energy", "engineering", "enterprise", "equity", "europe",
    "evp", "exchange", "executive", "experience", "external", "field", "finance", "financial",
    "founder", "gaming", "general", "global", "governance", "government", "governor", "group",
    "growth", "head", "health", "human", "in", "inc", "independent", "information",
    "infrastructure", "infrastructures", "innovation", "insurance", "integration",
    "international", "investment", "investments", "investor", "investors", "item", "law", "lead",
    "leadership", "learning", "legal", "llc", "logistics", "maintenance", "management", "manager",
    "managing", "manufacturing", "market", "marketing", "markets", "medical", "member",
    "merchandising", "mining", "mobility", "namesake", "network", "networking", "networks",
    "north", "officer", "officers", "on", "online", "operating", "operation", "operations",
    "ordinary", "organization", "partner", "partners", "partnerships", "people", "plan",
    "planning", "platform", "platforms", "policy", "power", "president", "principal", "privacy",
    "procurement", "product", "production", "products", "programs", "public", "quality", "region",
    "regulation", "regulatory", "relations", "research", "resources", "retail", "revenue", "risk",
    "rule", "safety", "sales", "science", "scientific", "scientist", "secretary", "section",
    "securities", "security", "semiconductor", "senior", "service", "services", "silicon",
    "software", "solutions", "staff", "states", "stock", "store", "stores", "strategic",
    "strategies", "strategy", "subsidiaries", "supply", "support", "sustainability", "svp",
    "systems", "talent", "tax", "technical", "technologies", "technology", "the",
    "transformation", "treasurer", "treasury", "trust", "trustee", "u.s.", "unit", "united", "us",
    "vice", "vp", "web", "wireless", "workforce", "world", "worldwide",
})  # fmt: skip
_MONTHS = frozenset({
    "april", "august", "december", "february", "fiscal", "january", "july", "june", "march",
    "may", "november", "october", "q1", "q2", "q3", "q4", "september",
})  # fmt: skip
_WORD = r"(?:[A-Z](?:[\w’'-]|\.(?=[A-Z]))*\.?)"
_PARTICLE = r"(?:de|van|von|der|den|la|le|bin|al|del|di|da)"
_RUN = re.compile(
    rf"(?P<title>\b(?:Mr|Ms|Mrs|Mx|Dr|Prof)\.? )?"
    rf"(?P<words>(?<![\w.]){_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{0,9}})"
    r"(?P<tail>,? (?:Jr|Sr|II|III|IV)\b\.?)?"
)
_DEGREES = re.compile(
    r",? (?:Ph\.?D|M\.?D|J\.?D|Esq|CPA|MBA|Pharm\.?D)\b\.?|\s*[(\[]\d{1,2}[)\]]|[*†‡]+"
)
_POSSESSIVE = re.compile(r"[’']s?$")


def officers_in(text: str, document: Document) -> tuple[str, ...]:
    """The persons a text names, in order; titles, firms and the filer are left out.

    After "Mr." the full name that the document gives elsewhere.
    """
    found: list[str] = []
    for run in _RUN.finditer(_DEGREES.sub(" ", text)):
        name = _name(run, document)
        if name and name not in found:
            found.append(name)
    return tuple(found)


def _name(run: re.Match[str], document: Document) -> str:
    words = [_POSSESSIVE.sub("", word) for word in run["words"].split()]
    while words and _is_title(words[0]):
        words.pop(0)
    if not words or any(_is_title(word) for word in words):
        return ""
    if run["title"]:
        return full_person(words[0], document) if len(words) == 1 else " ".join(words)
    name = " ".join(words)
    return name + (run["tail"] or "").replace(",", "") if _is_name(words, name, document) else ""


def _is_name(words: list[str], name: str, document: Document) -> bool:
    filer = document.filer.name.lower() if document.filer else ""
    return (
        is_person(name)
        and len(words[-1].rstrip(".")) > 1
        and not any(word.isupper() and word.isalpha() and len(word) in (2, 3) for word in words[1:])
        and words[0].lower() not in filer.split()[:1]
    )


def _is_title(word: str) -> bool:
    return any(part.strip(".,") in _TITLES | _MONTHS for part in word.lower().split("-"))
