"""Who is who in an agreement: the roles that its cover page and its first paragraph give.

Lives here: finding "X, as Borrower", "X (the “Tenant”)", "Lender: X" and the company each stands
behind. Not here: what kind of agreement it is (`agreement_kinds`), what the roles owe each other
(`agreements`).

Flow: the opening of an agreement -> `RoleName`* in order of appearance. A role whose company
cannot be told ("the Lenders party hereto") has an empty name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.extract.grammar.name_scan import Gazetteer
from graphbuild.extract.grammar.names import find_names

_ROLES = {
    "borrower": r"(?:co-)?borrowers?|obligors?|makers?|account debtor",
    "agent": (
        r"(?:(?:sole|joint|lead|co|administrative|collateral|syndication|documentation|security|"
        r"facility|paying|designated|structuring|fronting|swing\s?line|issuing|l/c|placement|"
        r"escrow|closing)[- ]*(?:and )?)*(?:agents?|trustees?|arrangers?|book-?\s?(?:runners?|"
        r"managers?)|representatives?|registrar|issuers? of letters)|(?:issuing|fronting) "
        r"(?:banks?|lenders?)|(?:swing\s?line|l/c) (?:lenders?|issuers?)"
    ),
    "lender": r"lenders?|banks?|payees?|noteholders?|note holders?",
    "guarantor": r"guarantors?|sureties|surety",
    "landlord": r"(?:sub-?)?landlords?|(?:sub-?)?lessors?|sublessors?",
    "tenant": r"(?:sub-?)?tenants?|(?:sub-?)?lessees?|sublessees?|charterers?",
    "buyer": r"buyers?|purchasers?|acquir[eo]rs?|acquiring (?:company|party)",
    "investor": r"investors?|subscribers?|holders?",
    "seller": r"sellers?|vendors?|transferors?",
    "parent": r"parent",
    "merger_sub": r"(?:merger|acquisition|transitory) (?:sub(?:sidiary)?|corp)\w*(?: [IV]+)?",
    "issuer": r"(?:co-)?issuers?",
    "company": r"company|corporation|target",
    "owner": r"owners?|customers?",
    "contractor": r"(?:epc )?contractors?|suppliers?|providers?|manufacturers?",
    "beneficiary": r"beneficiar(?:y|ies)|guaranteed part(?:y|ies)|secured part(?:y|ies)",
}
_ANY = "|".join(f"(?P<{role}>{words})" for role, words in _ROLES.items())
_BEFORE_ROLE = (
    r"(?:(?:the|an?|each|a|as|collectively|individually|initial|original|sole|existing|new|other|"
    r"and|or|company|parent|subsidiary|u\.s\.|us|canadian|revolving|term|tranche [a-z])[\s,]+)*"
)
_BRACKET = re.compile(
    r"\((?P<inside>[^()]{0,160}?[\"“”'’‘](?:the |each,? an? |an? )?"
    rf"(?:{_ANY})[\"“”'’‘][^()]{{0,160}})\)",
    re.IGNORECASE,
)
"""(the “Borrower”); (each, a “Purchaser” and, collectively, the “Purchasers”)."""
_AS = re.compile(
    rf"(?:,[\s|]*|[\s|])(?:as|acting as|in its capacity as)\s+{_BEFORE_ROLE}[\"“]?(?:{_ANY})"
    r"[\"”]?(?=$|[\s,.;:)|]|and\b)",
    re.IGNORECASE,
)
"""X, as Borrower; X, as Administrative Agent and as a Lender."""
_CALLED = re.compile(
    r"(?:herein(?:after)?|hereafter)?[\s,]*(?:called|referred to as|known as|designated as)"
    rf"\s+(?:the )?[\"“]?(?:{_ANY})[\"”]",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf",\s*[|\n]+\s*(?:as\s+)?(?:{_ANY})(?=\s*[,.]?\s*(?:[|\n]|and\b|to\b|$))", re.IGNORECASE
)
"""A line of its own under the name: "NORTHGATE REALTY LLC, | Landlord"."""
_LABEL = re.compile(
    rf"(?:^|[|\n])\s*(?:\d[\d.]*\s+)?(?:(?:name of )?(?:{_ANY}))(?:\s*\([^()\n|]{{1,20}}\))?\s*:\s*"
    r"(?P<rest>[^|\n]{3,160})",
    re.IGNORECASE,
)
_FAVOR = re.compile(
    r"\b(?:in favou?r of|for the benefit of)\s+(?P<rest>[^|;]{3,240})", re.IGNORECASE
)
_CAPS = re.compile(
    r"\b(?:AMONG|BETWEEN|BY|AND|AS|THE|THIS|DATED|WITH|MADE|ENTERED|INTO|FROM|IS|TO|IN|FAVOR|OF|"
    r"EACH|OTHER|PARTY|PARTIES|HERETO|AGREEMENT|CREDIT|LOAN|LEASE|EFFECTIVE|DATE|FOR|ANY|"
    r"RECITALS|WITNESSETH)\b(?!\s+(?:BANK|TRUST|FUND|UNION|PARTNERS|TRADERS|MERCHANTS|FARMERS|"
    r"MECHANICS|PLANTERS)\b)"
)
_SUCCEEDS = re.compile(
    r"\s\((?:formerly|f/k/a)\b[^()]{3,60}\)|"
    r",?\s+(?:as\s+)?successor(?:\s+in\s+interest|\s+by\s+merger)*\s+(?:to|of)\s+"
    r"[^(,;|“\"]{3,60}(?=\s*[(,;|])",
    re.IGNORECASE,
)
"""Whose place a party has taken: no party itself."""
_NOT_PARTY = re.compile(
    r"\b(?:state of|commonwealth|laws|street|avenue|suite|road|county|republic|kingdom|exhibit|"
    r"schedule|exchange act|securities act)\b|^(?:national association|delaware|city)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:by and (?:among|between)|among|between|with|from|made by|issued by|executed by|by)\b",
    re.IGNORECASE,
)


_FORM = (
    r"(?:Inc|INC|LLC|L\.L\.C|LLP|L\.L\.P|LP|L\.P|Corp|CORP|Corporation|CORPORATION|Company|COMPANY|"
    r"Ltd|LTD|Limited|LIMITED|Co|CO|PLC|plc|N\.A|NA|FSB|F\.S\.B|N\.V|B\.V|GmbH|AG|S\.A|A/S|ASA|"
    r"S\.à r\.l|Bank|BANK|Trust|TRUST|USA|U\.S\.A|National Association|NATIONAL ASSOCIATION)\.?"
)
_LEAD = re.compile(
    r"(?P<name>[A-Z0-9](?:(?!\b(?:and|dated|between|among|by|as|with|whose|a|an)\b)[^()“”\"|"
    r";:$]){1,80}?"
    rf"\b{_FORM}(?:,?\s*{_FORM})*)(?=\s*(?:$|[,;|(]|\ba\b|\ban\b|\band\b|\bas\b))"
)
"""A name from its first capital to its legal form: "Quarry No. 1 East, LLC"."""
_OPENS = re.compile(
    r"(?:^|[|,;:)])[\s|,]*(?:and[\s|]+)?(?:\((?:\d|[a-z]|[ivx]+)\)\s*)?(?:the\s+)?|"
    r"\band[\s|]+(?:\((?:\d|[a-z]|[ivx]+)\)\s*)?(?:the\s+)?"
)
_WITHHELD = re.compile(
    r"\b(?:each|every|the|other|various|certain|several|such|any)\b[^,()“”]{0,80}?\b(?:lenders?|"
    r"financial institutions|purchasers?|investors?|guarantors?|buyers?|banks?|sellers?|holders?|"
    r"institutions)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleName:
    """One company in one role.

    Parameters
    ----------
    role : a key of the roles' table: "borrower", "lender", "agent", "tenant", ...
    name : as written, on one line; empty where the opening names none.
    start, end : of the words that give the role, in the text searched.
    """

    role: str
    name: str
    start: int
    end: int


def roles_in(opening: str, known: Gazetteer) -> tuple[RoleName, ...]:
    """The roles of an opening, in order; one company may stand in several.

    Parameters
    ----------
    opening : cover page and first paragraph of an agreement, as text.
    known : names worth recognising.
    """
    text = _levelled(opening)
    found = sorted(_marks(text), key=lambda mark: (mark[1], mark[2]))
    made: list[RoleName] = []
    edge = 0
    for role, start, end, rest in found:
        names = (
            _names(rest, known)[:1]
            if rest
            else _names_before(text, edge, start, known, text[start:end])
        )
        if not names and not rest and made and start - edge < 12:
            names = [r.name for r in made if r.end == edge]  # "as Agent and as a Lender"
        made += [RoleName(role=role, name=name, start=start, end=end) for name in names or [""]]
        edge = end
    return tuple(made)


def as_defined(role: RoleName, terms: tuple[tuple[str, str], ...]) -> RoleName:
    """The role with the name that the document's definitions give its holder.

    They tell "X CORP." from the title over it and "Alder One and Two, Ltd." from two companies.
    """
    for short, full in terms:
        is_role = re.fullmatch(rf"(?:[A-Z]+ )?(?:{_ROLES[role.role]})", short, re.IGNORECASE)
        same_end = full.endswith(f" {role.name}") or role.name.endswith(f" {full}")
        is_cut = role.name.endswith(full) or re.search(r"\d| and ", full, re.IGNORECASE)
        if role.name and same_end and (is_role or is_cut):
            return replace(role, name=full)
        if not role.name and is_role and any(c.isdigit() for c in full):
            return replace(role, name=full)
    return role


def _levelled(opening: str) -> str:
    """The text with joining words in small letters and line ends as bars; offsets stay."""
    small = _CAPS.sub(lambda match: match.group().lower(), opening)
    small = _SUCCEEDS.sub(lambda match: " " * len(match.group()), small)
    return small.replace("\n", "|")


def _marks(text: str) -> Iterator[tuple[str, int, int, str]]:
    """Role, span and, where the name follows, the words that hold it."""
    for pattern in (_BRACKET, _AS, _CALLED, _ALONE):
        for match in pattern.finditer(text):
            yield _role(match), match.start(), match.end(), ""
    for match in _LABEL.finditer(text):
        yield _role(match), match.start(), match.end(), match["rest"]
    for match in _FAVOR.finditer(text):
        yield "beneficiary", match.start(), match.start() + 12, match["rest"]


def _role(match: re.Match[str]) -> str:
    return next(role for role in _ROLES if match.group(role))


def _names_before(text: str, edge: int, start: int, known: Gazetteer, mark: str) -> list[str]:
    """The companies between the mark before and this one: those the role belongs to.

    None where a description stands last: "Alder Holdings LLC, the lenders party hereto".
    """
    words = text[edge:start]
    begin = 0 if _SEVERAL.search(mark) else _after_last_bracket(words, known)
    for opens in _STARTS.finditer(words):
        if opens.start() >= begin and not _names(words[begin : opens.start()], known):
            begin = opens.end()
    found = list(_spans(words[begin:], known))
    if found and _WITHHELD.search(words[begin + found[-1][1] :]):
        return []
    return list(dict.fromkeys(name for name, _ in found))


_SEVERAL = re.compile(
    r"\b(?:collectively|each|together|jointly)\b|(?:ers|ors|ants|ords|ees|ies)\b", re.IGNORECASE
)
_OWN_BRACKET = re.compile(r"\([^()]{0,80}[“\"][^()]{0,80}\)")


def _after_last_bracket(words: str, known: Gazetteer) -> int:
    """Where the words after the last party with a name of its own begin: "A (“Alder”), B"."""
    ends = [match.end() for match in _OWN_BRACKET.finditer(words)]
    return ends[-1] if ends and _names(words[ends[-1] :], known) else 0


def first_party(opening: str) -> str:
    """The company named right after "among" or "between", whatever role it has, or empty text."""
    text = _levelled(opening)
    opens = re.search(r"\b(?:among|between)\b[\s|:]*(?:\(?[1i]\)\s*)?", text, re.IGNORECASE)
    lead = _LEAD.match(text, opens.end()) if opens else None
    return _one_line(lead["name"]) if lead and not _NOT_PARTY.search(lead["name"]) else ""


def names_after_roles(opening: str, known: Gazetteer) -> tuple[str, ...]:
    """The companies that stand behind the last role of an opening, without a role of their own."""
    text = _levelled(opening)
    last = max((end for _, _, end, _ in _marks(text)), default=0)
    return tuple(_names(text[last:], known))


def _names(words: str, known: Gazetteer) -> list[str]:
    return list(dict.fromkeys(name for name, _ in _spans(words, known)))


def _spans(words: str, known: Gazetteer) -> Iterator[tuple[str, int]]:
    """The organisations in a piece of an opening and where each ends, places left out."""
    found: dict[int, tuple[str, int]] = {}
    edge = 0
    for opens in _OPENS.finditer(words):
        lead = _LEAD.match(words, opens.end()) if opens.end() >= edge else None
        if lead and not _NOT_PARTY.search(lead["name"]):
            edge = lead.end("name")
            found[lead.start()] = _one_line(lead["name"]), edge
    taken = [(start, end) for start, (_, end) in found.items()]
    for span in find_names(re.sub(r"[\n\t]", " ", words), known):
        if any(start < span.end and span.start < end for start, end in taken):
            continue
        if (span.is_organisation or span.is_known) and not _NOT_PARTY.search(span.name):
            found[span.start] = _one_line(span.name), span.end
    yield from (found[start] for start in sorted(found))


def _one_line(name: str) -> str:
    words = re.sub(r"\s+,", ",", " ".join(name.split()))
    return re.sub(r",? national association$", "", words, flags=re.IGNORECASE).rstrip(" ,")


_BANK = re.compile(
    r"\b(?:bank|bancorp|savings|credit|lending|capital|finance|financial|mortgage|insurance|fsb)\b",
    re.IGNORECASE,
)


def unlabelled(text: str, roles: tuple[RoleName, ...], known: Gazetteer) -> Iterator[RoleName]:
    """Borrower and bank of a loan agreement whose opening gives them no role of their own."""
    told = {r.role for r in roles if r.name}
    if "borrower" not in told and not (told & {"company", "issuer", "owner", "parent"}):
        name = first_party(text)
        if name and not _BANK.search(name):
            yield RoleName(role="borrower", name=name, start=0, end=0)
    if roles and not {r.role for r in roles} & {"lender", "agent", "buyer", "investor"}:
        rest = [name for name in names_after_roles(text, known) if _BANK.search(name)]
        yield from (RoleName(role="lender", name=name, start=0, end=0) for name in rest[:1])
