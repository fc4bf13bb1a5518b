"""Companies wholly owned, or mostly since a purchase: "a wholly-owned subsidiary of the Company".

Accepts: "Tidepool Finance LLC, a wholly-owned subsidiary of the Company, borrowed $5 million."
Accepts: "The lease was assigned to our wholly owned subsidiary, Quillstone Sites LLC."
Refuses: "The accounts include those of our wholly-owned subsidiaries."

Lives here: those words with both names, and "we acquired 51% of the share capital of". Not here:
lists of subsidiaries (`subsidiaries`), other stakes in percent (`stakes`, `stakes_told`),
subsidiaries without a name.

Flow: Reading -> Claim*; one a pair.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_WHOLLY = r"wholly[- –]owned"
_KIND = r"(?:(?:new(?:ly)?[- ]formed|direct|indirect|or|and|[A-Z]\w+) )*"
_WORTH = re.compile(r"\bwholly\b|\bsole\b")
_BOUGHT = re.compile(r"cquired|urchased|bought|cquisition of|urchase of")
_MAJORITY = re.compile(
    r"<P(?P<parent>\d+)>(?!'s),? (?:(?:has|have|had|also|indirectly|completed|closed|the|on) )*"
    r"(?:acquired|purchased|bought|acquisition of|purchase of) (?:\(i\) )?"
    r"(?:(?:an?|the|approximately|about|majority|controlling|equity|interest|stake|of) )*"
    r"<S(?P<share>\d+)> (?:(?:of|the|its|equity|ownership|membership|economic|controlling|majority|"
    r"voting|issued|and|outstanding|share|capital|common|ordinary|fully|diluted) )*"
    r"(?:(?:shares|stock|capital|interests?|equity|units|stake|ownership) )?(?:of|in) (?:the )?"
    r"<P(?P<sub>\d+)>(?!'s)"
)
"""All of a company, or a part without control, is told by its purchase."""
_HALF = Decimal("0.5")
_OF = re.compile(
    r"<P(?P<sub>\d+)>(?: ?\([^()]{0,60}\))?,? (?:(?:which )?(?:is|was|becomes?|became) )?"
    r"(?:and )?(?:an? (?:[A-Z][\w.]+ ){1,3}(?:[a-z]+ ){1,4}and )?"
    rf"an? {_KIND}{_WHOLLY} {_KIND}subsidiary of (?:the )?<P(?P<parent>\d+)>"
)
_OUR = re.compile(
    rf"<P(?P<parent>\d+)>'s {_KIND}{_WHOLLY} {_KIND}subsidiary,? <P(?P<sub>\d+)>(?!'s)"
)
_SOLE = re.compile(
    r"<P(?P<parent>\d+)>(?: ?\([^()]{0,60}\))?,? (?:(?:which |who )?(?:is|was) |as )?(?:the|its) "
    r"sole (?:(?:and|direct|indirect|beneficial|equity) )*"
    r"(?:share|stock|equity ?|unit)?(?:holder|member|owner) (?:of|in) (?:the )?"
    r"<P(?P<sub>\d+)>(?!'s)"
)


def find_wholly_owned(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a pair of names: parent and subsidiary.

    Takes "Tidepool Finance LLC, a direct wholly-owned subsidiary of Tidepool, Inc." and "Ada
    Quill, the sole shareholder of Quill Holdings Inc."; refuses
    "our wholly-owned subsidiaries" and subsidiaries whose name nothing marks as one.
    """
    seen: set[tuple[str, str]] = set()
    for reading in told(document, context).where(_WORTH):
        if reading.is_news:
            continue
        for expression in (_OF, _OUR, _SOLE):
            for match in expression.finditer(reading.full):
                parent = reading.parties[int(match["parent"])]
                sub = reading.parties[int(match["sub"])]
                key = (plain_name(parent.name), plain_name(sub.name))
                parties = (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET))
                if key in seen or key[0] == key[1]:
                    continue
                if not all(is_sure(p, document, context) for p in parties):
                    continue
                seen.add(key)
                yield _claim(reading, parent, sub)
    yield from _mostly_owned(document, context)


def _mostly_owned(document: Document, context: Context) -> Iterator[Claim]:
    """The share of a company that a purchase gave control of."""
    for reading in told(document, context).where(_BOUGHT):
        if reading.is_news or has_no_statement(reading):
            continue
        for match in _MAJORITY.finditer(reading.full):
            parent = reading.parties[int(match["parent"])]
            sub = reading.parties[int(match["sub"])]
            share = reading.percents[int(match["share"])].fraction
            parties = (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET))
            is_sure_of_both = all(is_sure(p, document, context) for p in parties)
            is_other = plain_name(parent.name) != plain_name(sub.name)
            if share is not None and _HALF < share < 1 and is_sure_of_both and is_other:
                yield _claim(reading, parent, sub, share)


def _claim(reading: Reading, parent: Mention, sub: Mention, share: Decimal = Decimal(1)) -> Claim:
    return make_claim(
        reading.document,
        WHOLLY_OWNED.label,
        (reading.start, reading.end),
        InstrumentId.OWNERSHIP,
        (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET)),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=share,
        confidence=Confidence.LIKELY,
        entry=reading.entry,
    )


WHOLLY_OWNED = Pattern("wholly_owned", 1, find_wholly_owned)
