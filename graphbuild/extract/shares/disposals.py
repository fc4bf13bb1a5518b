"""Companies and businesses that the filer sells: the buyer acquires them.

Accepts: "We completed the sale of Quillstone Hosting LLC to Ashgrove Partners LLC for $120 million
in cash."
Accepts: "We sold our hosting business to Ashgrove Partners LLC for $35 million."
Refuses: "We sold our receivables to Northgate Bank, N.A. for $40 million."

Lives here: rules used by `acquisition`. A company sold by name is what the buyer acquires; for a
business without a name of its own the seller stands. Not here: what is bought (`acquisition`).
"""

from dataclasses import replace
from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_ACQUISITION = InstrumentId.ACQUISITION
_SOLD = (
    r"(?:sold|sell(?:s|ing)?|divest(?:ed|s)?|dispos(?:ed|e)s? of|(?:complet(?:ed|es)|clos(?:ed|es)|"
    r"consummated)(?: on)? the (?:sale|divestiture|disposition|disposal|transfer) of)"
)
_TO_SELL = (
    r"(?:entered into|executed|signed) (?:(?:an?|the|definitive) )*(?:[A-Za-z]+,? "
    r"){0,6}?[Aa]greements? (?:with <P\d+> )?(?:to sell|for the (?:sale|divestiture|disposition) "
    r"of|(?:pursuant to|under) which <P\d+>,? (?:has |have )?(?:agreed to|will|would) sell)"
)
_WHOLE = (
    r"(?:(?:all|substantially|of|the|its|our|<P\d+>'s|outstanding|issued|and|shares?|equity|"
    r"interests?|capital|stock|membership|in|wholly|owned|majority|subsidiary|subsidiaries|"
    r"remaining|entire|former|indirect|direct|ownership)[ -])*"
)
_NOT_SOLD = (
    r"receivable|bitcoin|inventory|products|miners|factoring|\bnotes\b|securities|investment in|"
    r"\bloans?\b|treasury|shares of (?:common|ordinary|preferred)|leaseback|\bif\b|power to"
)
_NO_NAME = r"(?:(?!<M|<P)[^;])"
_NO_COMPANY = (
    r"(?!'s)(?! [a-z]*(?:shares|stock|units|products)| (?:data ?cent|facilit|campus|plant|site|"
    r"building|propert))"
)
"""After a name: it is that of a company, not of a place."""


_sold = partial(Rule, instrument=_ACQUISITION, refuses=_NOT_SOLD, needs_amount=True)


def _whole(name: str, sold: str, status: Status) -> tuple[Rule, Rule]:
    """A company sold by its name: to a named buyer; to one whom the sentence withholds."""
    to_named = _sold(
        name=f"{name}_company_to",
        cue=r"sold|sell|sale of|divest|dispos|transfer of",
        template=(
            rf"<P\d+>,? {{aux}}{sold} {_WHOLE}{{t}}{_NO_COMPANY}{_NO_NAME}{{0,80}}? to {{s}}(?!'s)"
            rf"{_NO_NAME}{{0,90}}?(?:for|in exchange for|at) {{m}}"
        ),
        status=status,
        only_named=True,
    )
    to_somebody = replace(
        to_named,
        name=f"{name}_all_of_company",
        needs=r"outstanding|interests?|100%|<s|subsidiary|capital stock",
        template=(
            rf"<P\d+>,? {{aux}}{sold} (?=[^;]{{0,60}}(?:outstanding|interests?|<S\d+>|subsidiary|"
            rf"capital stock)\b){_WHOLE}{{t}}{_NO_COMPANY}"
            r"(?:(?!<M|<P|\bto\b)[^;]){0,60}? (?:for|in exchange for|at) {m}"
        ),
        source="buyer",
        only_named=False,
        is_target_sure=True,
    )
    return to_named, to_somebody


def _part(name: str, sold: str, status: Status) -> Rule:
    """A business or property without a name of its own, sold to a named buyer."""
    return _sold(
        name=f"{name}_business_to",
        cue=r"sold|sell|sale of|divest|dispos",
        needs=r"business|division|unit\b|operations|facilit|\bsite|campus|building|property|plant|"
        r"data cent|equipment|vessels?|aircraft|rigs?\b|acreage|properties",
        template=(
            rf"{{t}},? {{aux}}{sold} (?:(?:its|our|the|certain|an?|two|three|\d+|<P\d+>'s) "
            r"){1,3}(?:[^<>;]|<P\d+>(?:'s)?){0,60}?(?:business|division|unit|operations|facility|"
            r"facilities|sites?|campus|building|property|properties|data cent(?:er|re)s?|plant|"
            rf"equipment|vessels?|aircraft|rigs|acreage)\b{_NO_NAME}{{0,60}}? "
            rf"to {{s}}(?!'s){_NO_NAME}{{0,90}}?(?:for|in exchange for|at) {{m}}"
        ),
        status=status,
    )


DISPOSAL_RULES: tuple[Rule, ...] = (
    *_whole("sold", _SOLD, Status.FUNDED),
    *_whole("agreed_to_sell", _TO_SELL, Status.SIGNED),
    _part("sold", _SOLD, Status.FUNDED),
    _part("agreed_to_sell", _TO_SELL, Status.SIGNED),
    Rule(
        name="sold_stake_to",
        instrument=InstrumentId.EQUITY,
        cue=r"interests?|stake|<s\d",
        needs=r"sold|sell|sale of|divest|dispos",
        refuses=_NOT_SOLD,
        template=(
            rf"<P\d+>,? {{aux}}{_SOLD} (?:(?:all|of|its|our|an?|the|remaining|entire|<P\d+>'s|"
            r"minority|majority|equity|ownership|membership|approximately|<S\d+>) "
            rf")*(?:(?:interests?|stake) (?:of|in)|<S\d+> of) {{t}}(?!'s){_NO_NAME}{{0,40}}? "
            rf"to {{s}}(?!'s){_NO_NAME}{{0,60}}?(?:for|in exchange for) {{m}}"
        ),
        measure=Measure.PAID,
        needs_amount=True,
        only_named=True,
    ),
    _sold(
        name="was_sold_to",
        cue=r"purchased",
        needs=r"in exchange for|consideration|purchase price",
        only_organisations=True,
        template=(rf"{{s}},? {{aux}}purchased {_WHOLE}{{t}},? (?:for|in exchange for) {{m}}"),
    ),
)
