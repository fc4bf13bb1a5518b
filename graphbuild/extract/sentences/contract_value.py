"""Which figure of a sentence is the contract's value: the words before and after it say so.

Not here: reading the figure itself (`amounts`).
"""

import re

_VALUE_CUE = re.compile(
    r"(?:\b(?:for|of|at|totaling|totalling|worth|value|valued at|valuing it at|consideration|price|"
    r"payments?|revenues?|amount|proceeds|rent|cost|maximum|cap|capped at|with|pay|paying|paid|"
    r"invest|invested|buy|purchase|acquire|by|approximately|aggregate|exceeding|represents|"
    r"representing|is)\b)(?:[^<>;]|<P\d+>(?:'s)?){0,45}?(?P<mark><M\d+>)(?! "
    r"(?:prepayment|deposit|down))"
)

_DEAL_AFTER = re.compile(
    r"\b(?:in|under|as part of) (?:an? |the )?(?:[a-z-]+,? )?(?P<mark><M\d+>) (?:[a-z-]+ ){0,2}"
    r"(?:deal|bet|transaction|buyout|takeover|acquisition|agreement|contract|order|pact)"
)

_REVENUE_AFTER = re.compile(
    r"(?P<mark><M\d+>) (?:in|of) (?:(?:total|aggregate|expected|anticipated|contracted|contract|"
    r"lease|rental|committed) )*(?:revenues?|contract value|value)\b"
)

_IN_ALL = re.compile(
    r"\b(?:for|at) <V\d+> (?:per|a) (?:[a-z]+ )?share\b(?: in (?:cash|stock|cash and stock))?,? "
    r"(?:or|for a total(?: value)? of) (?:a total of )?(?P<mark><M\d+>)"
)
"""In "for $24 per share, or about $2 billion" the second sum is the price of all."""
_AT_ONCE = re.compile(r"(?: (?:an?|the|up|to|worth|of|about))* (?P<mark><M\d+>)")
_PART_CUE = re.compile(
    r"(?:includ\w+|of which|prepay\w*|deposit\w*|net of|plus|bonus|fee)\b[^<>]{0,30}"
    r"$"
)


_NEW_CLAUSE = re.compile(
    r"(?<!which), (?:and |but |while )?<P\d+>,? (?:(?:has|had|have|will|would|also) )*"
    r"(?:(?!based|located|headquartered|founded|listed|named|called)[a-z]+ed|struck|made|said|"
    r"bought|sold|plans|agrees|is|was)\b|"
    r",? and (?:(?:has|had|also|then) )*(?:(?:agreed to|plans to|will) (?:acquire|buy|purchase|"
    r"invest)|bought|acquired) |"
    r"\bundisclosed (?:sum|amount|price)"
)
"""Where somebody else does something else, or he another thing: its sums are not the contract's."""


def money_after(text: str, position: int, reach: int = 220) -> str:
    """The mark of the first amount after a place that the words make the value, or no text."""
    told = _AT_ONCE.match(text, position)
    other = _NEW_CLAUSE.search(text, position, position + reach)
    reach = other.start() - position if other else reach
    told = (
        told
        or _REVENUE_AFTER.search(text, position, position + reach)
        or _IN_ALL.search(text, position, position + reach)
        or _DEAL_AFTER.search(text, position, position + reach)
    )
    if told:
        return told.group("mark")
    for match in _VALUE_CUE.finditer(text, position, position + reach):
        if not _PART_CUE.search(text[position : match.start("mark")]):
            return match.group("mark")
    return ""
