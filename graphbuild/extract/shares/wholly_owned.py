"""Companies wholly owned: "Tidepool Finance LLC, a wholly-owned subsidiary of the Company".

Accepts: "Tidepool Finance LLC, a wholly-owned subsidiary of the Company, borrowed $5 million."
Accepts: "The lease was assigned to our wholly owned subsidiary, Quillstone Sites LLC."
Refuses: "The accounts include those of our wholly-owned subsidiaries."

Lives here: those words with both names. Not here: lists of subsidiaries (`subsidiaries`), stakes in
percent (`stakes`, `stakes_told`), subsidiaries without a name.

Flow: Reading -> Claim*; one a pair, a share of 1.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_WHOLLY = r"wholly[- –]owned"
_KIND = r"(?:(?:new(?:ly)?[- ]formed|direct|indirect|or|and|[A-Z]\w+) )*"
_WORTH = re.compile(r"\bwholly\b|\bsole\b")
_OF = re.compile(
    r"<P(?P<sub>\d+)>(?: ?\([^()]{0,60}\))?,? (?:(?:which )?(?:is|was|becomes?|became) )?"
    r"(?:an? (?:[A-Z][a-z]+ ){1,3}(?:corporation|limited liability company|limited partnership|"
    r"company|LLC|exempted company),? and )?"
    rf"(?:and )?(?:an? |the )?{_KIND}{_WHOLLY} {_KIND}subsidiary of (?:the )?<P(?P<parent>\d+)>"
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


def _claim(reading: Reading, parent: Mention, sub: Mention) -> Claim:
    return make_claim(
        reading.document,
        WHOLLY_OWNED.label,
        (reading.start, reading.end),
        InstrumentId.OWNERSHIP,
        (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET)),
        no_money(Qualifier.UNDISCLOSED),
        Measure.SHARE,
        Status.FUNDED,
        share=Decimal(1),
        confidence=Confidence.LIKELY,
        entry=reading.entry,
    )


WHOLLY_OWNED = Pattern("wholly_owned", 1, find_wholly_owned)
