"""The filer's unnamed subsidiaries act for it: "one of our subsidiaries borrowed" is "we borrowed".

Not here: subsidiaries with a name, which are parties of their own (`parties`).
"""

import re
from collections.abc import Sequence

from graphbuild.extract.grammar.parties import Mention

_OWN = re.compile(
    r"(?:\b(?:[Oo]ne|[Aa]nother|[Cc]ertain|[Ss]ome|[Ee]ach|[Tt]wo|[Ss]everal|[Aa]ll) of "
    r")?<P(?P<own>\d+)>'s (?:(?!joint\b)[A-Za-z-]+ ){0,4}?subsidiar(?:y|ies),? "
    r"(?=(?:(?:has|have|had|is|are|was|were|will|also|recently) )*[a-z]{3,}(?:s|ed|d)?\b)(?!in |of "
    r"|and |or |as |at |to |for |which |that |with |under |on |by |from )"
)


def as_filer(full: str, parties: Sequence[Mention]) -> str:
    """The marked text of a filing with its unnamed subsidiaries as the filer itself."""
    if "subsidiar" not in full:
        return full
    return _OWN.sub(
        lambda m: f"<P{m['own']}> " if parties[int(m["own"])].is_filer else m.group(), full
    )
