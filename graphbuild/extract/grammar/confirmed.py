"""Names a report shows to be companies, though nothing in the name itself says so.

Accepts: "French AI startup Tidepool", "Tidepool said on Monday it has raised", "Tidepool's shares".
Refuses: "Harlan Voss said he expects", "in Memphis".

Lives here: the words around a name that only a company has. Not here: names that carry a legal form
or stand on the list of known ones (`names`).

Flow: text, its parties, names shown before -> the parties, names shown now.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention

_CALLED = re.compile(
    r"\b(?:company|firm|start-?up|giant|chip ?maker|maker|developer|operator|lab|miner|neocloud|"
    r"hyperscaler|bank|lender|insurer|utility|retailer|conglomerate|manufacturer|supplier|group|"
    r"specialist|unicorn|investor|fund|landlord|builder|contractor|provider|rival|subsidiary|"
    r"foundry|automaker|carmaker|tool|platform|app|studio|business|outfit|player|peer|spin-?out|"
    r"spin-off|scale-?up|owner|producer|designer) $"
)
_NAMED = re.compile(
    r"['’]s? (?:CEO|CFO|COO|CTO|chief (?:executive|financial)|co-?founders?|founders?|board|shares|"
    r"stock|IPO|valuation|investors|backers|shareholders|parent|subsidiar|headquarters|revenue)\b|"
    r",? (?:which was )?(?:co-)?founded (?:in|by)\b|"
    r" (?:CEO|CFO|COO|CTO|chief executive|co-?founders?|shares|stock)\b|"
    r",? (?:(?:has|have|had|just|recently|also|now|reportedly|today|is|was|last|"
    r"which [^,.;$]{3,80},|"
    r"an? [^,.;$]{3,80},|on [A-Z][a-z]+(?: \d+)?,?) )*(?:rais(?:e[sd]?|ing)|secure[sd]?|close[sd]?|"
    r"land(?:s|ed)|bagg?(?:s|ed)|nabb?(?:s|ed)|complete[sd]|announce[sd]|confirm(?:s|ed)|emerge[sd]|"
    r"exit(?:s|ed)|comes?|came|valued|in talks)\b[^.;]{0,60}?(?:(?:[$€£¥]|EUR )\d[\d.,]*\s?"
    r"(?:[mb]n?\b|[MB]\b|million|billion)|Series [A-H]\b|\bseed\b|\bfunding\b|\bstealth\b)"
)
_IT = re.compile(
    r"(?:,? which (?:is|was|has|had)\b[^,.;]{3,80},)? (?:has |have )?(?:said|says|announce[sd]|"
    r"confirm(?:s|ed)|disclose[sd]|revealed|reported|told [A-Z]\w+)(?: [^,.;]{0,40}?)? (?:that )?it"
    r"(?:['’]s| (?:has|had|is|was|will|would|plans?|raised|signed|agreed|expects?|intends?))\b"
)
_ASIDE = re.compile(
    r",? \(?(?:an?|the|one of)\b[^,.;()]{2,80}?\b(?:company|firm|start-?up|maker|developer|"
    r"operator|lab|miner|neocloud|provider|bank|lender|manufacturer|supplier|group|specialist|"
    r"business|platform|investor|fund|utility|foundry)\b"
)


def _is_shown(text: str, mention: Mention) -> bool:
    after = text[mention.end : mention.end + 140]
    return bool(
        _CALLED.search(text, max(0, mention.start - 30), mention.start)
        or _NAMED.match(after)
        or _IT.match(after)
        or (after.startswith(",") and _ASIDE.match(after))
    )


def with_confirmed(
    text: str, parties: tuple[Mention, ...], known: Collection[str]
) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """The parties, doubtful ones cleared where the story has shown what they are; names shown here.

    Parameters
    ----------
    known : names that sentences before have shown, as this function gave them.
    """
    shown = frozenset(plain_name(m.name) for m in parties if m.is_weak and _is_shown(text, m))
    sure = shown | frozenset(known)
    cleared = tuple(
        replace(m, is_weak=False) if m.is_weak and plain_name(m.name) in sure else m
        for m in parties
    )
    return cleared, shown
