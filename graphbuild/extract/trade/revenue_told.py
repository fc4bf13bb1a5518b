"""Revenue from one partner in further orders of words, and from related parties together.

Accepts: "Our revenue included $12.3 million from Foxglove Partners LLC."
Accepts: "We had sales of $96 million to Brightwater Capital during the six months."
Refuses: "We sold shares totaling $11 million to Brightwater Capital."

Lives here: those orders. Not here: "revenue from X was" (`obligations`), shares of revenue
(`concentration`), tables (`related_party_tables`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_OTHER = (
    r"\bshares?\b|\bstock\b|\bnotes\b|\bsecurities\b|\bcost of\b|\breceivables?\b|\bdecrease|"
    r"\bincrease|\bcompared\b|\binterests?\b|\bassets\b|\bproceeds\b|\bgain\b|\binterest income\b|"
    r"\btaxe?s?\b|\bwould\b|\bif\b"
)

_RECOGNISED = r"(?:recogni[sz]ed|recorded|earned|generated|reported|derived|had)"
_REVENUE = r"(?:(?!cost)[a-z]+ ){0,3}?(?:revenues?|net sales|sales)\b"


_earned = partial(
    Rule,
    instrument=InstrumentId.REVENUE,
    where="filing",
    keep_status=True,
    measure=Measure.RECOGNISED,
    needs_amount=True,
    target=FILER,
)


def _revenue(
    name: str, template: str, refuses: str = _OTHER, cue: str = r"revenues?|sales"
) -> Rule:
    return _earned(
        name=name,
        cue=cue,
        template=template,
        refuses=refuses,
        only_organisations=True,
    )


_RULES = (
    _revenue(
        "revenue_and_its_cost",
        rf"{{t}},? {{aux}}{_RECOGNISED} {{m}} (?:of|in) {_REVENUE} and <[MV]\d+> (?:of|in) "
        rf"(?:the |related |associated )*costs? of (?:revenues?|sales|goods sold) from {{s}}",
        _OTHER.replace(r"\bcost of\b|", ""),
    ),
    _revenue(
        "revenue_under_contract_with",
        rf"{{t}},? {{aux}}{_RECOGNISED} {{m}} (?:of|in) {_REVENUE} (?:from|under|pursuant to|"
        r"related to|in connection with|associated with) (?:<P\d+>'s |its |our |the |an? )*"
        r"(?:[a-z]+ ){0,4}?(?:agreements?|contracts?|arrangements?|orders?) with {s}",
    ),
    _revenue(
        "revenue_from_was",
        r"(?:[Rr]evenues?|[Ss]ales)(?: (?:recogni[sz]ed|earned|generated|derived))? (?:from|to) {s}"
        r"(?!'s),? (?:(?:an?|the|its|our|<P\d+>'s) (?:[a-z]+ ){0,3}?(?:party|affiliate|investee|"
        r"shareholder|stockholder|customer),? )?(?:was|were|totaled|totalled|totaling|amounted to|"
        r"of) {m}",
    ),
    _revenue(
        "sold_sum_of_goods_to",
        r"{t},? {aux}(?:sold|billed|invoiced) {m} (?:worth )?(?:of|in|for) (?:(?:<P\d+>'s|its|our|"
        r"the) )*(?:(?!to )[a-z-]+ ){0,4}?(?:products?|services?|equipment|goods|hardware|systems|"
        r"materials|inventory|components|wafers|capacity|power|electricity) to {s}",
        cue=r"sold|billed|invoiced",
    ),
    _earned(
        name="revenue_included",
        cue=r"revenues?|sales",
        template=(
            r"(?:[Rr]evenues?|[Ss]ales),? (?:[a-z ]{0,30})?includ(?:es|ed|ing) {m} "
            r"(?:(?:earned|generated|recognized|derived) )?(?:from|to) {s}"
        ),
        refuses=_OTHER,
        only_organisations=True,
    ),
    _earned(
        name="sold_to",
        cue=r"sales of|sold|fees of|royalt",
        template=(
            r"{t},? {aux}(?:(?:had|made|recorded|recognized) sales of|sold (?:[a-z]+ ){1,3}?"
            r"(?:totaling|of|worth|for)|(?:received|earned|recorded|recognized) (?:[a-z]+ ){0,2}?"
            r"(?:fees|royalties|royalty income) of) {m} (?:to|from) {s}"
        ),
        refuses=_OTHER,
        only_organisations=True,
        target="",
    ),
    _earned(
        name="recognised_from_customer",
        cue=r"recogni[sz]ed|generated|earned|recorded|sale of",
        template=(
            r"(?:{t},? {aux}(?:recogni[sz]ed|generated|earned|recorded) {m} (?:of|in) "
            r"(?:[A-Za-z0-9-]+ ){0,3}?(?:revenues?|sales) from (?:(?:sales|services|products) to )?"
            r"{s}|[Ss]ales? of {m2} of (?:[A-Za-z0-9-]+ ){1,3}?to (?P<source2><P\d+>))"
        ),
        hidden_source=True,
        refuses=_OTHER.replace(r"\bdecrease|", "").replace(r"\bincrease|", ""),
    ),
    _earned(
        name="from_related_parties",
        cue=r"related part|affiliate",
        template=(
            r"(?:[Rr]evenues?|[Ss]ales) (?:from|to) (?:related parties|a related party|affiliates) "
            r"(?:was|were|totaled|totalled|of|amounted to) {m}"
            rf"|<P\d+>,? {{aux}}{_RECOGNISED} {{m2}} (?:of|in) {_REVENUE} (?:from|with) (?:its |"
            r"<P\d+>'s |our |other |certain )*(?:related parties|a related party|affiliates)\b"
        ),
        source="related-parties",
        refuses=_OTHER,
    ),
)

PATTERN = rule_pattern("revenue_told", 1, _RULES)
