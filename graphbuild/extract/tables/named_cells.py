"""Whether a cell of a table names one organisation and nothing else, and whom it withholds.

Not here: names within sentences (`grammar.names`), what the table says of whom it names.
"""

import re

from graphbuild.extract.base import Context
from graphbuild.extract.grammar.name_words import is_legal_form, is_plain_word, words
from graphbuild.extract.grammar.names import find_names, gazetteer


def whole_name(cell: str, context: Context) -> str:
    """The organisation that all of a cell names, brackets left out; else empty text."""
    bare = _bare(cell)
    spans = find_names(bare, gazetteer(context.names))
    whole = any(
        s.start == 0 and s.end >= len(bare.rstrip(".")) and (s.is_organisation or s.is_known)
        for s in spans
    )
    parts = bare.replace(",", " ").split()
    is_legal = len(parts) > 2 and parts[0][0].isupper() and is_legal_form(parts[-1])
    return bare if whole or is_legal else ""


def _bare(cell: str) -> str:
    """A cell's words without brackets and the marks at its ends."""
    return re.sub(r"\s*\([^()]*\)", "", cell).strip(" ,:")


_TITLE = re.compile(r"[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|and|de|the))*")
_KINDS = re.compile(
    r"^(?:various|others?|total|sub-?total|multiple|several|all|none|n/?a|third|unaffiliated|"
    r"unrelated|confidential|undisclosed|investment|affiliate|aggregate|remaining|average)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(r"^(?:Customer|Tenant|Supplier|Vendor|Investor|Landlord|Holder) [A-Z]$")


def name_in_column(cell: str, context: Context) -> str:
    """The name in a cell whose head says that names stand there; else empty text.

    "Corvid Cloud" under "Customer" is one, though nothing else tells that it is a company;
    "Various" and "Data Center" are none.
    """
    if name := whole_name(cell, context):
        return name
    bare = _bare(cell)
    parts = bare.split()
    if not parts or len(parts) > _LONGEST or _KINDS.match(bare) or _WITHHELD.match(bare):
        return ""
    is_proper = any(
        part.lower() not in _TRADES and not is_plain_word(part, at_start=True) for part in parts
    )
    return bare if _TITLE.fullmatch(bare) and is_proper else ""


def withheld_name(cell: str) -> str:
    """The label of a party that the column numbers instead of naming: "Customer C"."""
    return cell if _WITHHELD.match(cell) else ""


_LONGEST = 6
_TRADES = words(
    "data center centers centre centres cloud cloud-based computing compute hyperscaler "
    "hyperscalers enterprise enterprises government retail technology semiconductor energy power "
    "utility utilities telecom financial healthcare industrial consumer hardware software "
    "equipment services servers networking construction manufacturing customer customers tenant "
    "tenants supplier suppliers vendor vendors investor investors and of the"
)
"""What a column may list instead of names: trades and kinds."""
