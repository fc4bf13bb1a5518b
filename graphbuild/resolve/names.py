"""Names as parties write them, reduced to what tells them apart.

Lives here: `plain_name` and `name_key`. Not here: what two equal keys mean (`registry`).
"""

import re
import unicodedata
from functools import lru_cache

# Legal forms and EDGAR's additions; they tell a kind of company, never which one.
_LEGAL_FORMS = frozenset({
    "inc", "incorporated", "corp", "corporation", "co", "company", "companies", "llc", "ltd",
    "limited", "plc", "lp", "llp", "lllp", "nv", "sa", "ag", "se", "spa", "gmbh", "kk", "pbc",
    "bv", "ab", "asa", "oyj", "pte", "pty", "sarl", "sas", "kgaa", "na", "the", "oy", "aps", "srl",
    "sro", "slu", "bvba", "sdn", "bhd", "pvt", "kg",
})  # fmt: skip
_NOT_TELLING = frozenset({"the", "co", "company", "companies", "na"})
_WRITTEN_OUT = {"corporation": "corp", "incorporated": "inc", "limited": "ltd"}
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_STATE = re.compile(r"[/\\]\s*[a-z]{2,3}\s*[/\\]?\s*$")
_CLASS = re.compile(r"(?: (?:class|cl) [a-z]| common stock| ordinary shares)+$")
_INITIALS = re.compile(r"\b[a-z](?: [a-z]\b)+")
_WORD = re.compile(r"[a-z0-9]+")

# Abbreviations of the lists of securities that 13F filers must use, and of EDGAR's short names.
_ABBREVIATED = {
    "amer": "american", "assoc": "associates", "cap": "capital", "comwlth": "commonwealth",
    "ctr": "center", "ctrs": "centers", "fd": "fund", "finl": "financial", "grp": "group",
    "hldg": "holding", "hldgs": "holdings", "indl": "industrial", "inds": "industries",
    "intl": "international", "invt": "investment", "invts": "investments", "mgmt": "management",
    "mfg": "manufacturing", "natl": "national", "pptys": "properties", "ptnrs": "partners",
    "qlty": "quality", "secd": "secured", "semicon": "semiconductor", "svc": "service",
    "svcs": "services", "sys": "systems", "technol": "technologies", "tr": "trust",
}  # fmt: skip
_LITTLE_WORDS = frozenset({"of", "and", "the", "de", "du", "van", "von"})


def plain_name(name: str) -> str:
    """Lower-case words without legal forms, dots, accents, share class or EDGAR's state suffix.

    A name made of legal forms alone keeps them.

    >>> plain_name("CoreWeave, Inc.")
    'coreweave'
    >>> plain_name("CORNING INC /NY")
    'corning'
    >>> plain_name("JPMorgan Chase Bank, N.A.")
    'jpmorgan chase bank'
    """
    text = _words(name)
    while (shorter := _shorten(text)) != text:  # what is left may end in a legal form again
        text = shorter
    return text


def legal_form(name: str) -> str:
    """What a name says of the legal form, one spelling a form; empty where it says nothing.

    >>> legal_form("J.P. Morgan Securities plc"), legal_form("Oracle Corporation")
    ('plc', 'corp')
    """
    found = {word for word in _words(name).split() if word in _LEGAL_FORMS - _NOT_TELLING}
    return " ".join(sorted(_WRITTEN_OUT.get(word, word) for word in found))


@lru_cache(maxsize=1 << 18)  # the same names are compared again and again
def name_key(name: str) -> str:
    """The plain name with abbreviations written out and little words left out; for comparing.

    A name in another script stays as it is, lest all of them be one.

    >>> name_key("BANK AMERICA CORP") == name_key("Bank of America Corporation")
    True
    >>> name_key("Blackstone Secd Lending Fd")
    'blackstone secured lending fund'
    """
    words = plain_name(name).split()
    kept = [word for word in words if word not in _LITTLE_WORDS] or words
    return " ".join(_ABBREVIATED.get(word, word) for word in kept) or _other_script(name)


def _words(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = _STATE.sub("", text.strip())
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), text)
    return " ".join(_WORD.findall(text.replace("'s ", "s ").replace("&", " and ")))


def _other_script(name: str) -> str:
    return " ".join(name.casefold().split())


def _shorten(text: str) -> str:
    text = _INITIALS.sub(lambda match: match.group().replace(" ", ""), _CLASS.sub("", text))
    kept = [word for word in text.split() if word not in _LEGAL_FORMS]
    return " ".join(kept) or text
