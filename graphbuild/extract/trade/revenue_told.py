"""Revenue from one partner in further orders of words, and from related parties together.

Accepts: "Our revenue included $12.3 million from Foxglove Partners LLC."
Accepts: "We had sales of $96 million to Brightwater Capital during the six months."
Refuses: "We sold shares totaling $11 million to Brightwater Capital."

Lives here: those orders. Not here: "revenue from X was" (`obligations`), shares of revenue
(`concentration`), tables (`related_party_tables`).
"""

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_OTHER = (
    r"\bshares?\b|\bstock\b|\bnotes\b|\bsecurities\b|\bcost of\b|\breceivables?\b|\bdecrease|"
    r"\bincrease|\bcompared\b|\binterests?\b|\bassets\b|\bproceeds\b|\bgain\b|\binterest income\b|"
    r"\btaxe?s?\b|\bwould\b|\bif\b"
)

_RULES = (
    Rule(
        name="revenue_included",
        instrument=InstrumentId.REVENUE,
        cue=r"revenues?|sales",
        where="filing",
        template=(
            r"(?:[Rr]evenues?|[Ss]ales),? (?:[a-z ]{0,30})?includ(?:es|ed|ing) {m} "
            r"(?:(?:earned|generated|recognized|derived) )?(?:from|to) {s}"
        ),
        target=FILER,
        refuses=_OTHER,
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
        only_organisations=True,
    ),
    Rule(
        name="sold_to",
        instrument=InstrumentId.REVENUE,
        cue=r"sales of|sold|fees of|royalt",
        where="filing",
        template=(
            r"{t},? {aux}(?:(?:had|made|recorded|recognized) sales of|sold (?:[a-z]+ ){1,3}?"
            r"(?:totaling|of|worth|for)|(?:received|earned|recorded|recognized) (?:[a-z]+ ){0,2}?"
            r"(?:fees|royalties|royalty income) of) {m} (?:to|from) {s}"
        ),
        refuses=_OTHER,
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
        only_organisations=True,
    ),
    Rule(
        name="recognised_from_customer",
        instrument=InstrumentId.REVENUE,
        cue=r"recogni[sz]ed|generated|earned|recorded|sale of",
        where="filing",
        template=(
            r"(?:{t},? {aux}(?:recogni[sz]ed|generated|earned|recorded) {m} (?:of|in) "
            r"(?:[A-Za-z0-9-]+ ){0,3}?(?:revenues?|sales) from (?:(?:sales|services|products) to )?"
            r"{s}|[Ss]ales? of {m2} of (?:[A-Za-z0-9-]+ ){1,3}?to (?P<source2><P\d+>))"
        ),
        target=FILER,
        hidden_source=True,
        refuses=_OTHER.replace(r"\bdecrease|", "").replace(r"\bincrease|", ""),
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="from_related_parties",
        instrument=InstrumentId.REVENUE,
        cue=r"related part|affiliate",
        where="filing",
        template=(
            r"(?:[Rr]evenues?|[Ss]ales) (?:from|to) (?:related parties|a related party|affiliates) "
            r"(?:was|were|totaled|totalled|of|amounted to) {m}"
        ),
        source="related-parties",
        target=FILER,
        refuses=_OTHER,
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("revenue_told", 1, _RULES)
