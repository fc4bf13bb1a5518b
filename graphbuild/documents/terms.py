"""Names a document defines for itself: ``Acme Compute Holdings IV, LLC ("Holdings IV")``.

Not here: what the names mean (`resolve`).
"""

import re

_DEFINITION = re.compile(
    r"\(\s*(?:(?:collectively|together|each|hereinafter|herein)[^()“”\"]{0,60}?)?(?:the|an?|our)?\s*"
    r"[“\"]([^“”\"()]{2,60})[”\"]"
    r"(?:[^()“”\"]{0,12}[“\"]([^“”\"()]{2,60})[”\"])?[^()]{0,60}\)"
)
_REACH = 200
_APPOSITION = re.compile(r",?\s(?:an?|the|as|its|our|in its capacity)\s")
_LEGAL_FORM = re.compile(
    r"^(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Co|Company|L\.P|LP|LLP|PLC|plc|N\.V|B\.V|S\.A"
    r"|AG|N\.A|National|Pte|Pty|GmbH|SE|S\.à|S\.p\.A)\b\.?"
)
_INNER = frozenset(
    ["of", "and", "the", "&", "de", "for", "du", "la", "et", "von", "van", "der", "di", "del", "in"]
)
_TOKEN = re.compile(r"\S+")
_NAME_TOKEN = re.compile(r"^[A-Z0-9][\w.’'&/+-]*,?$|^[A-Z]\w*\([A-Z]+\)$")
_OPENERS = (
    "In On As Under Pursuant With From By Between Among The This That These Such At For If When"
    " While Since Our We Its"
)
_NOT_FIRST = frozenset(_OPENERS.split())


def find_defined_terms(text: str) -> tuple[tuple[str, str], ...]:
    """(short name, full name) pairs in order of appearance, each pair once.

    >>> find_defined_terms("with Acme Compute Co. IV, LLC (“ACC IV”), as borrower")
    (('ACC IV', 'Acme Compute Co. IV, LLC'),)
    """
    pairs: dict[tuple[str, str], None] = {}
    for match in _DEFINITION.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        full = _name_before(text[max(line_start, match.start() - _REACH) : match.start()])
        for short in match.groups():
            short = (short or "").strip(" ,.")
            if full and short and short != full:
                pairs.setdefault((short, full))
    return tuple(pairs)


def _name_before(text: str) -> str:
    """The capitalised name that ends the text, or stands before a closing apposition."""
    text = text.rstrip()
    name = _trailing_name(text)
    if name:
        return name
    for match in reversed(list(_APPOSITION.finditer(text))):
        name = _trailing_name(text[: match.start()].rstrip(" ,"))
        if name:
            return name if "(" not in text[match.start() :] else ""
    return ""


def _trailing_name(text: str) -> str:
    """Walk back over capitalised words, small words inside a name and ", LLC"."""
    tokens = [match.group() for match in _TOKEN.finditer(text)]
    kept: list[str] = []
    while tokens:
        token = tokens.pop()
        if not (_NAME_TOKEN.match(token) or (kept and token in _INNER)):
            break
        if token.endswith(",") and not (kept and _LEGAL_FORM.match(kept[-1])):
            break
        kept.append(token)
    while kept and (kept[-1] in _INNER or kept[-1] in _NOT_FIRST):
        kept.pop()
    name = " ".join(reversed(kept)).rstrip(",")
    return name if any(character.isalpha() for character in name) else ""
