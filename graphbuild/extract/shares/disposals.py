"""Companies and businesses that the filer sells: the buyer acquires them.

Accepts: "We completed the sale of Quillstone Hosting LLC to Ashgrove Partners LLC for $120 million
in cash."
Accepts: "We sold our hosting business to Ashgrove Partners LLC for $35 million."
Refuses: "We sold our receivables to Northgate Bank, N.A. for $40 million."

Lives here: rules used by `acquisition`. A company sold by name is what the buyer acquires; for a
business without a name of its own the seller stands. Not here: what is bought (`acquisition`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_ACQUISITION = InstrumentId.ACQUISITION
_SOLD = (
    r"(?:sold|sells?|divest(?:ed|s)?|dispos(?:ed|e)s? of|(?:complet(?:ed|es)|clos(?:ed|es)|"
    r"consummated)(?: on)? the (?:sale|divestiture|disposition|disposal|transfer) of)"
)
_WHOLE = (
    r"(?:(?:all|substantially|of|the|its|our|<P\d+>'s|outstanding|issued|and|shares?|equity|"
    r"interests?|capital|stock|membership|in|wholly|owned|majority|subsidiary|subsidiaries|"
    r"remaining"
    r"|entire|former|indirect|direct|ownership)[ -])*"
)
_NOT_SOLD = (
    r"receivable|bitcoin|inventory|products|miners|factoring|\bnotes\b|securities|investment in|"
    r"\bloans?\b|treasury|shares of (?:common|ordinary|preferred)|leaseback|\bif\b|power to"
)
_NO_NAME = r"(?:(?!<M|<P)[^;])"

_TURNS = (
    ("first", r"(?P<target><P\d+>) and <P\d+>", r"{m} and [^<;]{0,20}<[MV]\d+>"),
    ("second", r"<P\d+> and (?P<target><P\d+>)", r"[^<;]{0,60}<[MV]\d+> and {m}"),
)


def _sold_in_turn(turn: str, bought: str, price: str) -> Rule:
    """By "A purchased B and C for $2 million and $1 million, respectively" each has its price."""
    return Rule(
        name=f"was_sold_{turn}",
        instrument=_ACQUISITION,
        cue=r"respectively",
        needs=r"purchased|acquired",
        refuses=_NOT_SOLD,
        only_organisations=True,
        template=(
            rf"{{s}},? {{aux}}(?:purchased|acquired) {_WHOLE}{bought},? (?:for|in exchange for) "
            rf"{price},? respectively"
        ),
        status=Status.FUNDED,
        shares_words=True,
        needs_amount=True,
    )


DISPOSAL_RULES: tuple[Rule, ...] = (
    Rule(
        name="sold_company_to",
        instrument=_ACQUISITION,
        cue=r"sold|sell|sale of|divest|dispos|transfer of",
        refuses=_NOT_SOLD,
        template=(
            rf"<P\d+>,? {{aux}}{_SOLD} {_WHOLE}{{t}}(?!'s)(?! [a-z]*(?:shares|stock|units|"
            rf"products))"
            rf"{_NO_NAME}{{0,80}}? to {{s}}(?!'s){_NO_NAME}{{0,90}}?(?:for|in exchange for|at) "
            rf"{{m}}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
        only_named=True,
    ),
    Rule(
        name="sold_business_to",
        instrument=_ACQUISITION,
        cue=r"sold|sell|sale of|divest|dispos",
        needs=r"business|division|unit\b|operations|facilit|\bsite|campus|building|property|plant",
        refuses=_NOT_SOLD,
        template=(
            rf"{{t}},? {{aux}}{_SOLD} (?:(?:its|our|the|certain|an?|<P\d+>'s) ){{1,3}}"
            r"(?:[^<>;]|<P\d+>'s){0,60}?(?:business|division|unit|operations|facility|facilities|"
            rf"site|campus|building|property|plant)\b{_NO_NAME}{{0,60}}? to {{s}}(?!'s)"
            rf"{_NO_NAME}{{0,90}}?(?:for|in exchange for|at) {{m}}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="sold_stake_to",
        instrument=InstrumentId.EQUITY,
        cue=r"interests?|stake",
        needs=r"sold|sell|sale of|divest|dispos",
        refuses=_NOT_SOLD,
        template=(
            rf"<P\d+>,? {{aux}}{_SOLD} (?:(?:all|of|its|our|an?|the|remaining|entire|<P\d+>'s|"
            r"minority|majority|equity|ownership|membership|approximately|<S\d+>) )*"
            rf"(?:interests?|stake) (?:of|in) {{t}}(?!'s){_NO_NAME}{{0,40}}? to {{s}}(?!'s)"
            rf"{_NO_NAME}{{0,60}}?(?:for|in exchange for) {{m}}"
        ),
        measure=Measure.PAID,
        status=Status.FUNDED,
        needs_amount=True,
        only_named=True,
    ),
    Rule(
        name="sold_subsidiary",
        instrument=_ACQUISITION,
        cue=r"subsidiary",
        needs=r"sold|sale of|divest|dispos",
        refuses=_NOT_SOLD,
        template=(
            rf"<P\d+>,? {{aux}}{_SOLD} {_WHOLE}(?<=subsidiary ),?{{t}}(?!'s)"
            r"(?:(?!<M|<P|\bto\b)[^;]){0,60}? (?:for|in exchange for|at) {m}"
        ),
        source="buyer",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    *(_sold_in_turn(*turn) for turn in _TURNS),
    Rule(
        name="was_sold_to",
        instrument=_ACQUISITION,
        cue=r"purchased",
        needs=r"in exchange for|consideration|purchase price",
        refuses=_NOT_SOLD,
        only_organisations=True,
        template=(rf"{{s}},? {{aux}}purchased {_WHOLE}{{t}},? (?:for|in exchange for) {{m}}"),
        status=Status.FUNDED,
        needs_amount=True,
    ),
)
