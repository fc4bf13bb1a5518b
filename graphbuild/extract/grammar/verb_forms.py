"""All forms of an English verb, so that word lists need hold it once.

Lives here: `forms` and the verbs that double a letter or change. Not here: which verbs tell of
deals (`clauses.clause_words`) and which headlines are made of (`name_words`).
"""

from collections.abc import Iterable

_DOUBLED = frozenset({
    "get", "put", "net", "tap", "bag", "plan", "commit", "snap", "strike", "snag", "dip", "slip",
    "drop", "cut", "trim", "top", "pop", "hit", "bet", "set", "win", "begin", "run", "plot", "up",
    "spin", "ship", "step", "scrap", "wrap", "spur", "swap",
})  # fmt: skip
_IRREGULAR = {
    "get": "got", "put": "put", "win": "won", "strike": "struck", "lend": "lent", "buy": "bought",
    "take": "took taken", "sell": "sold", "sink": "sank sunk", "make": "made", "spend": "spent",
    "seek": "sought", "bring": "brought", "draw": "drew drawn", "give": "gave given",
    "bet": "bet", "lead": "led", "co-lead": "co-led", "fall": "fell", "rise": "rose risen",
    "cut": "cut", "hit": "hit", "beat": "beat", "see": "saw", "say": "said", "tell": "told",
    "hold": "held", "keep": "kept", "set": "set", "spin": "spun", "begin": "began begun",
    "freeze": "froze frozen", "pay": "paid", "show": "showed shown", "leap": "leapt",
    "withdraw": "withdrew withdrawn", "choose": "chose chosen", "build": "built", "find": "found",
}  # fmt: skip


def forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb.

    >>> forms("raise"), forms("buy")
    (('raise', 'raises', 'raised', 'raising'), ('buy', 'buys', 'bought', 'buying'))
    """
    stem = verb + verb[-1] if verb in _DOUBLED and verb != "strike" else verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    else:
        past = stem + "ed"
    pasts = _IRREGULAR[verb].split() if verb in _IRREGULAR else [past]
    ing = verb if verb.endswith("ee") else stem
    return (verb, third, *pasts, ing + "ing")


def told_forms(verbs: Iterable[str]) -> frozenset[str]:
    """What the verbs look like where something is told of a subject: no base form, no "-ing"."""
    return frozenset(form for verb in verbs for form in forms(verb)[1:-1])
