"""Who else pays, where a rule has read only the first or last of a list of payers.

Accepts: "raised <M0> from <P1>, Danish grocer chain <P2> and <P3>" -> all three share the sum.
Accepts: "borrowed <M0> from <P1> and other lenders" -> the sum is not the first one's alone.
Refuses: "<P1> lent <P0> <M0>, and its rival <P2> sued", where a new clause begins.

Lives here: lists with described members. Not here: plain lists (`templates`), claims (`claiming`).
"""

import re

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, unnamed_mention
from graphbuild.extract.sentences.reading import Reading

_NO_WORD = (
    r"(?:of|by|with|to|that|wh\w+|is|are|was|were|has|had|have|will|would|said|says|an?|at|in|on|for|"
    r"from|as|while|after|before|it|its|they|but|or|plus|like|including|\w+ing|\w+ed)"
)
_CALLED = rf"(?:(?:the )?(?:(?!{_NO_WORD}\b)[A-Za-z][\w'’-]* ){{0,6}})"
_ONE_MORE = rf"{_CALLED}<P\d+>(?!'s|-)"
_GOES_ON = r"(?! (?:[a-z]+ed|will|would|has|have|had|is|are|was|were|said|says|plans?|agreed?)\b)"
_TRADE = (
    r"(?:fund|firm|company|group|giant|bank|investor|conglomerate|retailer|maker|insurer|lender|"
    r"arm)"
)
_FIRST = re.compile(
    rf"(?:^|[,:;] )[A-Za-z ]{{0,40}}(?P<rest><P\d+>(?:, <P\d+>)*),? and {_CALLED}{_TRADE} $"
)
_REST = re.compile(
    rf"(?P<rest>(?:, {_ONE_MORE})+,? and {_ONE_MORE}{_GOES_ON}|"
    rf" and {_CALLED}{_TRADE} <P\d+>(?!'s|-){_GOES_ON}|"
    rf"(?:, {_ONE_MORE})*,? and (?P<others>others\b|other [a-z]+\b|several [a-z]+\b|<P\d+>(?!'s)))"
)
"""What follows a payer in a list that no rule read to its end, some members being described."""
_HEADED = re.compile(r"(?P<rest><P\d+>(?:, <P\d+>)*), ")
_PLURAL = re.compile(
    r" (?:to |in talks to |plan to |agree to |will )?(?:invest|back|lead|lend|pour|pump|put|inject|"
    r"buy|take|provide|commit|join|fund)\b"
)
"""In the headline "Corvid, Brightwater invest <M0> in Tidepool" the verb is that of both."""


def whole_list(reading: Reading, sources: list[Mention], targets: list[Mention]) -> list[Mention]:
    """The payers with those who stand behind the only one a rule has read; they share its sum."""
    if len(sources) != 1 or not reading.is_news or sources[0] not in reading.parties:
        return sources
    mark = f"<P{reading.parties.index(sources[0])}>"
    before, found, after = reading.plain.partition(mark)
    rest = _FIRST.search(before) or _REST.match(after)
    if rest is None and _PLURAL.match(after):
        rest = _HEADED.fullmatch(before)
    if not found or rest is None:
        return sources
    others = rest.groupdict().get("others")
    if others and any(not m.is_unnamed for m in _marked(reading, others)):
        return sources
    if others:
        sources = [*sources, unnamed_mention("others")]
    more = [m for m in _marked(reading, rest["rest"]) if not m.is_agent]
    told = {plain_name(m.name) for m in targets}
    return sources if any(plain_name(m.name) in told for m in more) else [*sources, *more]


def _marked(reading: Reading, marks: str) -> list[Mention]:
    return [reading.parties[int(i)] for i in re.findall(r"<P(\d+)>", marks)]
