"""The template language of prose rules: regular expressions over marked sentences.

A template may use these names: ``{s}`` source, ``{t}`` target (each a party or a list "A, B and
C"), ``{o}`` obligor,
``{b}`` beneficiary, ``{members}`` further sources, ``{m}`` an amount with the small words before
it, ``{m2}`` the same in a
second branch, ``{share}`` a percentage, ``{aux}`` auxiliary words, ``{gap}`` up to 60 characters
without a mark, ``{wide}``
up to 160 with marks allowed.

Not here: what a match means (`rules`), the marks (`masking`).
"""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.extract.grammar.wording import AUXILIARY

_PARTY = r"<P\d+>"

_TRADE = (
    r"(?:(?:AI|chip|cloud|tech|software|data|cent(?:er|re)|research|infrastructure|private|equity|"
    r"credit|investment|venture|capital|power|energy|utility|bitcoin|memory|sovereign|wealth)\s)*"
    r"(?:architect|maker|giant|firm|company|startup|designer|provider|developer|leader"
    r"|rival|partner|"
    r"supplier|manufacturer|specialist|operator|fund|lab|investor|bank|lender)\s"
)
_MORE = (
    rf"(?:(?:the|certain|its|also|existing|new|funds|managed|by|affiliates"
    rf"|of)\s)*(?:{_TRADE})?{_PARTY}"
)

_JOINED = (
    rf"(?:(?:(?:, {_MORE})+(?:,? and |,? & )| and | & | as well as ){_MORE}|"
    rf"(?:, {_MORE})+(?=,? (?:and|among|as well as) (?:[a-z]+ ){{0,3}}(?:others|more)\b))"
)
"""What a list has after its first party: the last one at its end, or others without a name."""

_LIST = rf"{_PARTY}(?:'s)?(?:{_JOINED})?"

_NEW_CLAUSE = (
    r"(?!'s)(?! (?:the (?:other|remaining) )?<S)"
    r"(?! (?:[a-z]+ed|will|would|has|have|had|is|are|was|were|own|owns|agree|agrees|may|can|"
    r"intends?|expects?|plans?)\b)"
)
_STAFF = (
    r"(?! (?:co-?founders?|founders?|CEO|CTO|chief executive|executives?|alum[a-z]*|veterans?)\b"
    r"(?! of\b))"
)
"""Behind a company's name: somebody of its staff, named next, is meant."""
_OBJECT = rf"{_PARTY}(?:'s)?{_STAFF}(?:{_JOINED}{_NEW_CLAUSE})?"
DESCRIBED = (
    r"(?:(?:[Tt]he|an?|its|their|larger|smaller|bigger|biggest|closest|longtime|rival|fellow|fund|funds|startup|start-up|AI|"
    r"artificial|intelligence|chip|chips"
    r"|producer|power|energy|utility|owner|specialist|peer|networking|semiconductor|memory|builder"
    r"|landlord|telecoms?|designer|manufacturer|supplier|platform|biotech|airline|maker|makers|chipmaker|cloud|giant|company|companies|firm|developer|"
    r"provider|"
    r"lab|operator|miner|bitcoin|"
    r"unit|affiliates?|subsidiary|subsidiaries|wholly|owned|of|neocloud|computing|"
    r"data|cent(?:er|re)|private|"
    r"investors?|including|special|purpose|vehicle|entity|newly|formed|several|"
    r"[\w.]+-based|US|U\.S\.|UK|European|American|Italian|Spanish|Swiss|Swedish|Danish|Finnish|"
    r"Irish|Singaporean|Taiwanese|Nordic|French|German|British|Dutch|Japanese|Chinese|Canadian|Norwegian|"
    r"Australian|Israeli|Indian|Korean|[A-Z][a-z]{3,}(?:ian|ese|ish|ean)|infrastructure|generative|conglomerate|asset|manager|bank|"
    r"lender|retailer|wealth|sovereign|investment|equity|"
    r"hyperscaler|chipmaker|tenant|certain|group|investor|tech|"
    r"technology|software|parent|partner|space|robotics|model|new|joint|venture|"
    r"backers?|such|as)[ -])*"
)
"""Words that may stand between a preposition or article and the party they belong to."""

_SMALL = (
    r"(?:(?:an?|the|its|their|total|totaling|totalling|aggregate|initial|cash|gross|"
    r"net|combined|proceeds|amount|amounts|sum"
    r"|investment|consideration|principal|purchase|price|of|in|for|new|planned|"
    r"proposed|further|first|second|third"
    r"|value|valued|at|worth|approximate|estimated|with|face|size|multi-year|record|"
    r"massive|strategic|equal|to|"
    r"upsized|amounting|substantial|landmark|separate|huge|record-breaking|maximum|overall|and|"
    r"up|as|much|remaining|full|entire|"
    r"roughly|original|minimum|contract|"
    r"commitments?|borrowings?|capacity|"
    r"commitment|funding|financing|by|from|another|<P\d+>'s|multi-year|\w+-(?:year|"
    r"month|day)),?\s)*"
)

_NAMES = {
    "{s}": rf"{DESCRIBED}(?P<source>{_OBJECT})",
    "{s1}": rf"{DESCRIBED}(?P<first>{_PARTY})",
    "{t}": rf"{DESCRIBED}(?P<target>{_OBJECT})",
    "{o}": rf"{DESCRIBED}(?P<obligor>{_PARTY})",
    "{members}": rf"{DESCRIBED}(?P<member>{_OBJECT})",
    "{b}": rf"{DESCRIBED}(?P<beneficiary>{_PARTY})",
    "{m}": rf"{_SMALL}(?P<amount><M\d+>)",
    "{m2}": rf"{_SMALL}(?P<amount2><M\d+>)",
    "{share}": r"(?:an? |the )?(?:approximate |additional |remaining )?(?P<share><S\d+>)",
    "{aux}": rf"(?P<aux>{AUXILIARY}{{0,9}})",
    "{aux2}": rf"(?P<aux2>{AUXILIARY}{{0,9}})",
    "{gap}": r"(?:[^<>;]|<P\d+>'s){0,60}?",
    "{wide}": r"[^;]{0,160}?",
}


_LISTED = r"(?:(?:, |,? and |,? & | as well as )(?:[\w-]+\s)*<P\d+>)*"
_WORDS = r"(?:[\w.]+[ -])*"
_OUTLINES = {
    **dict.fromkeys(("{s}", "{t}", "{members}"), rf"{_WORDS}<P\d+>(?:'s)?{_LISTED}"),
    **dict.fromkeys(("{s1}", "{o}", "{b}"), rf"{_WORDS}<P\d+>"),
    **dict.fromkeys(("{m}", "{m2}"), r"(?:(?:[\w-]+|<P\d+>'s),?\s)*<M\d+>"),
    **dict.fromkeys(("{aux}", "{aux2}"), r"(?:[\w'’-]+\s+){0,9}"),
    "{share}": r"(?:[a-z]+ )*<S\d+>",
}
"""Names, with any words in the place of those that may stand before the marks."""


def outline(template: str) -> str:
    """What a template must find, in few words: it matches wherever the template does.

    It is read and compiled ten times faster. What a template must not find may hold no names.
    """
    for name, expression in _NAMES.items():
        coarse = _OUTLINES.get(name, expression)
        if template.startswith(name):
            coarse = coarse.removeprefix(_WORDS)
        template = template.replace(name, coarse)
    return template


def expand(template: str) -> str:
    """The regular expression a template stands for."""
    for name, expression in _NAMES.items():
        if template.startswith(name):
            # A subject needs no words before it, and a literal first character makes search fast.
            # "Tidepool's first closing" is not Tidepool closing.
            expression = expression.removeprefix(DESCRIBED).replace(_OBJECT, _LIST)
            expression = expression.replace(rf"{_PARTY}(?:'s)?", _PARTY, 1)
        template = template.replace(name, expression)
    return template


@cache
def compiled(template: str) -> re.Pattern[str]:
    """The template, ready to search with."""
    return re.compile(expand(template))


class Template:
    """A template to search with, compiled only when its outline has been found: few ever are.

    Guarded state: what is compiled. It never decides a result.
    """

    def __init__(self, template: str) -> None:
        self._template = template
        self._outline: re.Pattern[str] | None = None
        self._whole: re.Pattern[str] | None = None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches, in order."""
        if self._whole is None:
            self._outline = self._outline or re.compile(outline(self._template))
            if not self._outline.search(text):
                return iter(())
            self._whole = re.compile(expand(self._template))
        return self._whole.finditer(text)


@cache
def template_of(template: str) -> Template:
    """The template, to search with; always the same one."""
    return Template(template)
