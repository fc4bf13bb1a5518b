"""What a company may be called by its trade: "the chipmaker", "the ChatGPT maker", "the miner".

Lives here: the words of each trade and whose they can be. Not here: which party of a story is meant
(`epithets`, `subjects`).
"""

import re

from graphbuild.extract.grammar.parties import Mention

BY_KIND: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(rf"\b[Tt]he (?:{words})\b(?P<tail>['’]s)?(?! [A-Z])"), frozenset(kinds.split()))
    for words, kinds in (
        (
            (r"(?:(?:US|U\.S\.|American|big|Big) )?(?:software|tech|technology|search|internet|"
            r"e-commerce|social[- ]media|cloud|Big Tech) (?:giant|company|group|titan|behemoth)"
            r"|hyperscaler"),
            "hyperscaler",
        ),
        (
            (r"(?:(?:US|U\.S\.|AI|artificial intelligence|world's largest) )*(?:chip ?maker|chip "
            r"(?:maker|giant|designer|company|group|firm)|semiconductor (?:company|giant|maker)|"
            r"GPU maker)"),
            "chipmaker",
        ),
        (
            (r"(?:ChatGPT|Claude|Grok) (?:maker|developer|creator|owner|parent)|(?:company|startup|"
            r"start-up|maker|lab|firm) behind (?:ChatGPT|Claude|Grok)|(?:AI|artificial[- "
            r"]intelligence) (?:lab|start-?up|developer|company)"),
            "ai_lab",
        ),
        (
            (r"(?:AI )?(?:neocloud|cloud[- ](?:computing )?(?:provider|company|start-?up|operator|"
            r"firm))"),
            "neocloud",
        ),
        (
            (r"(?:(?:former|bitcoin|crypto|Bitcoin)[ -])*(?:miner|data[- ]cent(?:er|re) "
            r"(?:operator|developer|company|owner|firm|builder))"),
            "host neocloud",
        ),
    )
)  # fmt: skip


_TRADES = tuple(
    (re.compile(rf"[Tt]he (?:[A-Za-z0-9.-]+ ){{0,3}}(?:{words})$"), frozenset(kinds.split()))
    for words, kinds in (
        (r"bank|lender", "bank agent_bank lender asset_manager"),
        (
            (r"investor|fund manager|asset manager|investment (?:firm|company|giant|group)|"
            r"(?:private[- ])?(?:equity|credit) (?:firm|giant|group)|buyout (?:firm|group)"
        r"|insurer"),
            "asset_manager bank lender vc sovereign",
        ),
        (r"manufacturer|supplier", "chipmaker supplier other"),
        (r"utility|retailer|automaker|carmaker|landlord", "other host"),
        (r"lab", "ai_lab"),
    )
)  # fmt: skip
"""Trades told by one word: it says who cannot be meant, not who is."""


def may_be_called(words: str, mention: Mention) -> bool:
    """Whether words such as "The chipmaker" can mean this party, by what it is known to be.

    A party of no known trade may be called anything; so may every party "the company".
    """
    kinds = {
        kind for pattern, all_of in (*BY_KIND, *_TRADES) if pattern.match(words) for kind in all_of
    }
    return not kinds or not mention.kind or mention.kind in kinds
