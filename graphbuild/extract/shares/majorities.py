"""The share of a company that its purchase gave control of: "acquired 51% of the shares of".

Accepts: "In May we acquired (i) 51% of the issued share capital of Quillstone Data Ltd."
Accepts: "Tidepool Finance LLC bought a majority stake of 60% in Quillstone Data Ltd."
Refuses: "In May we acquired 20% of the shares of Quillstone Data Ltd."

Lives here: `ownership` by a purchase of more than half and less than all. Not here: the price
(`acquisition`, `equity`), all of a company, which its purchase tells, other stakes (`stakes`,
`stakes_told`), words of control without a share (`wholly_owned`).

Flow: Reading -> Claim*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, Confidence, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, Qualifier

_WORTH = re.compile(r"cquired|urchased|bought|cquisition of|urchase of")
_BOUGHT = re.compile(
    r"<P(?P<parent>\d+)>(?!'s),? (?:(?:has|have|had|also|indirectly|completed|finalized|closed|the|"
    r"on|its|our|<P\d+>'s) )*(?:acquired|purchased|bought|acquisition of|purchase of) (?:\(i\) "
    r")?(?:(?:an?|the|approximately|about|majority|controlling|equity|interest|stake|of) "
    r")*<S(?P<share>\d+)> (?:(?:of|the|its|equity|ownership|membership|economic|controlling|"
    r"majority|voting|issued|and|outstanding|share|capital|common|ordinary|fully|diluted) "
    r")*(?:(?:shares|stock|capital|interests?|equity|units|stake|ownership) )?(?:of|in) (?:the "
    r")?<P(?P<sub>\d+)>(?!'s)"
)
_HALF = Decimal("0.5")


def find_majorities(document: Document, context: Context) -> Iterator[Claim]:
    """One claim a purchase that gave its buyer more than half of a company, but not all."""
    for reading in told(document, context).where(_WORTH):
        if not reading.is_news and not has_no_statement(reading):
            for match in _BOUGHT.finditer(reading.full):
                yield from _claims(reading, match, context)


def _claims(reading: Reading, match: re.Match[str], context: Context) -> Iterator[Claim]:
    parent = reading.parties[int(match["parent"])]
    sub = reading.parties[int(match["sub"])]
    share = reading.percents[int(match["share"])].fraction
    parties = (parent.as_party(Role.SOURCE), sub.as_party(Role.TARGET))
    if share is None or not _HALF < share < 1 or plain_name(parent.name) == plain_name(sub.name):
        return
    if all(is_sure(p, reading.document, context) for p in parties):
        yield make_claim(
            reading.document,
            PATTERN.label,
            (reading.start, reading.end),
            InstrumentId.OWNERSHIP,
            parties,
            no_money(Qualifier.UNDISCLOSED),
            Measure.SHARE,
            Status.FUNDED,
            share=share,
            confidence=Confidence.LIKELY,
        )


PATTERN = Pattern(name="majorities", version=1, find=find_majorities)
