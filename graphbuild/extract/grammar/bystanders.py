"""Companies named only to say who somebody else is: "Quillstone rival Meridian raised $2 billion".

Accepts: "invested $4 billion in Quillstone rival Meridian" -> the investment is in Meridian.
Accepts: "bought Portsea chip startup Tidepool" -> "bought Tidepool".
Accepts: "lent $2 billion to a Quillstone landlord" -> to a withheld "Quillstone landlord".
Refuses: "a Quillstone subsidiary", which is as good as Quillstone.

Lives here: which mentions those are and what stands for them. Not here: backers, suppliers and
others whose relation is itself a claim and whose own name follows (`descriptions`), whole
sentences on somebody's staff (`claiming`).

Flow: text, its parties -> parties without bystanders.
"""

import itertools
import re
from dataclasses import replace

from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.grammar.parties import Mention

_ADJECTIVE = (
    r"(?:(?:arch|old|local|chief|main|major|key|big|bigger|biggest|smaller|close|closest|top|"
    r"potential|would-be|fellow|[A-Z][a-z]+(?:ese|ean|ian|ish)|French|German|US|U\.S\.)[ -])?"
)
_APART = (
    r"(?:rival|competitor|challenger|peer|foe|spin-?off|spin-?out|offshoot|alternative|clone|"
    r"veteran|alumnus|alum)"
)
"""What another company is to one that has no part in the deal."""
_TIED = (
    r"(?:landlord|supplier|vendor|contractor|licensee|reseller|distributor|tenant|backer|creditor)"
)
"""What another company is to one that it deals with."""
_PEOPLE = (
    r"(?:(?:co-?)?founders?|veterans?|alumn[ia]|alums?|executives?|researchers?|engineers?|"
    r"scientists?|employees?|staff(?:ers)?|insiders?|CTO|chief [a-z]+ officer|chief scientist)"
)
_FIRM = r"(?:start-?up|company|firm|venture|lab|fund|vehicle)"

_OF_ANOTHER = re.compile(rf"(?:['’]s?)? {_ADJECTIVE}(?i:{_APART}s?),? (?:the )?$")
_NOBODY_NAMED = re.compile(rf"(?:['’]s?)? {_ADJECTIVE}(?i:{_APART}|{_TIED})\b(?![-’'])")
_OF_PEOPLE = re.compile(rf"(?:['’]s?)? (?i:{_PEOPLE}(?:['’]s?)? (?:AI |new |own )*{_FIRM})\b")
_APART_FROM = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne) (?:[a-z-]+ ){{0,3}}{_APART} (?:of|to) $"
)
_LINE_AHEAD = re.compile(
    r" (?:(?:AI|artificial|intelligence|chip|semiconductor|data|cent(?:er|re)|cloud|quantum|"
    r"robotics|computing|infrastructure|energy|power|tech|technology|private|equity|credit|asset|"
    r"investment|telecoms?|biotech|defen[cs]e|nuclear|battery|storage|networking|photonics|"
    r"software|security|removal|GPU|bitcoin|crypto|real|estate)[ -]){0,4}"
    r"(?:chip ?maker|start-?up|company|firm|giant|maker|developer|operator|provider|manager|"
    r"miner|lab|unicorn|specialist) "
)
"""A line of business and a trade, with no verb among them: "Portsea chip startup Tidepool"."""
_MAY_BE = Sieve(
    re.compile(rf"\b(?:{_APART}|{_TIED}|{_PEOPLE})|{_LINE_AHEAD.pattern}", re.IGNORECASE)
)
_NAME_FOLLOWS = re.compile(r",? (?:[a-z]+ ){0,2}(?:called |named )?[A-Z]")


def without_bystanders(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The parties in order; a bystander gives way to the other one, named or withheld.

    Whoever is named after "rival" takes the words before his name, so that a template sees one
    party where the sentence has one.
    """
    if not _MAY_BE.search(text):
        return mentions
    kept: list[Mention] = []
    taken = -1
    begins = -1
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        if mention.start < taken:
            continue
        if begins >= 0:
            mention, begins = replace(mention, start=begins), -1
        if _is_company(mention):
            line = _LINE_AHEAD if mention.is_weak else _OF_ANOTHER
            if following and (
                _OF_ANOTHER.fullmatch(text, mention.end, following.start)
                or line.fullmatch(text, mention.end, following.start)
            ):
                if _is_company(following):
                    begins = mention.start
                    continue
            elif withheld := _withheld(text, mention):
                taken = withheld.end
                kept.append(withheld)
                continue
        kept.append(mention)
    return tuple(kept)


def _is_company(mention: Mention) -> bool:
    return mention.start >= 0 and mention.is_other


def _withheld(text: str, mention: Mention) -> Mention | None:
    """Whom the words around a name mean, who has no name himself."""
    before = _APART_FROM.search(text, max(0, mention.start - 60), mention.start)
    if before is not None:
        return _unnamed(text, before.start(), mention.end)
    after = _OF_PEOPLE.match(text, mention.end)
    if after is None:
        after = _NOBODY_NAMED.match(text, mention.end)
        if after is None or _NAME_FOLLOWS.match(text, after.end()):
            return None
    return _unnamed(text, mention.start, after.end())


def _unnamed(text: str, start: int, end: int) -> Mention:
    words = " ".join(text[start:end].split())
    return Mention(name=words, start=start, end=end, as_written=words, is_unnamed=True)
