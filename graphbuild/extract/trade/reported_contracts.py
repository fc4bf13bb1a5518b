"""Contracts as reports tell them: verb, sum and parties in another order than filings have.

Accepts: "Tidepool has committed to using millions of Corvid's processors."
Accepts: "The deals with Quillstone and Corvid will deliver electricity for Meridian's sites."
Refuses: "Tidepool could use thousands of Corvid's processors."

Lives here: clouds named as a place ("through Meridian"), customers taken on, goods promised to be
used, agreements listed with what they deliver, backlogs. Not here: one contract between two parties
in the usual order (`contracts`), promises to spend (`commitment`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CHIPS, CLOUDS, GOODS, goods_instrument
from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.trade.capacity_told import CAPACITY_TOLD
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_CLOUD = InstrumentId.CLOUD_CONTRACT
_NOUN = r"(?:[Cc]ontract|[Aa]greement|[Dd]eal|[Pp]act|[Pp]artnership|[Aa]rrangement)s?"
_SIGN = (
    r"(?:sign(?:s|ed|ing)?|announc(?:e[sd]?|ing)|ink(?:s|ed)?|str(?:uck|ikes?)|reach(?:es|ed)?|"
    r"unveil(?:s|ed)?|land(?:s|ed)?|secur(?:e[sd]?|ing)|reveal(?:s|ed)?|agree[sd]? to|made|cut|"
    r"mak(?:es|ing)|sealed|entered into|won|plac(?:e[sd]?|ing))"
)

_PROMISE = (
    r"(?<!with )(?<!from )(?<!by )(?<!for )(?<!to )(?<!of ){s},? (?P<aux>(?:has |have |had |will |"
    r"is |are |also |in |(?:advanced |early )?talks |considering |weighing |discussing |nearing a "
    r"deal |near a deal |nears deal |close to a deal )*(?:commit(?:s|ted|ting)? to|agree[sd]? to|"
    r"pledge[sd]? to|signed up to|contracted to|plans? to|to|will) )(?:us(?:e|ing)|buy(?:ing)?|"
    r"purchas(?:e|ing)|deploy(?:ing)?|install(?:ing)?|order(?:ing)?|book(?:ing)?|spend(?:ing)? "
    r"(?:[a-z]+ of )?(?:b|m)illions(?: of dollars)? on) "
)
_RENTS = _PROMISE.replace("(?:us(?:e|ing)|", "(?:rent(?:ing)?|leas(?:e|ing)|us(?:e|ing)|")

_between = partial(Rule, where="news", status=Status.SIGNED, only_named=True)
_goods_between = partial(_between, instrument_of=goods_instrument)
_with_sum = partial(Rule, where="news", status=Status.SIGNED, needs_amount=True)
_capacity = partial(Rule, instrument=_CLOUD, where="news", only_named=True)

_RULES = (
    _with_sum(
        name="deal_through_cloud",
        instrument=_CLOUD,
        cue=r"through|\bvia\b|\bon\b",
        needs=r"deal|contract|agreement|partnership|pact",
        target_kinds=CLOUDS,
        template=(
            rf"{{s}},? {{aux}}{_SIGN} (?:an? |its |the )?(?:[a-z-]+,? ){{0,2}}{{m}}(?: |-)"
            rf"(?:[A-Za-z-]+ ){{0,4}}?{_NOUN} (?:to|for|that)(?:[^;<>]|<P\d+>(?:'s)? (?=chip|GPU|"
            r"processor|accelerator|hardware)){5,110}? (?:through|via|on) {t}(?!'s? (?:chip|GPU))"
        ),
    ),
    _with_sum(
        name="commits_sum_to",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"commit|pledg|earmark",
        template=(
            r"{s},? {aux}(?:commit(?:s|ted|ting)?|pledg(?:e[sd]?|ing)|earmark(?:s|ed|ing)?) {m} to "
            rf"{{t}},? (?:over [a-z0-9 -]{{3,20}} )?(?:for|to (?:buy|use|rent|access"
            rf"|secure)) {GOODS}"
        ),
        measure=Measure.COMMITTED,
    ),
    _capacity(
        name="cloud_of_customer",
        cue=r"\b(?:for|of|to)\b",
        role=r"cloud|comput",
        refuses=r"no longer|\blost\b|\buntil\b|formerly|\bended?\b|ceas|\bstop|\bnot\b|"
        r"walking away",
        target_kinds=CLOUDS,
        template=(
            r"{t}(?:,| is| was| became| becomes| as| remains)? (?:(?:the|an?|its) "
            r"(?:[a-z-]+ ){0,3}(?:cloud|compute|computing)(?: computing| infrastructure)? "
            r"(?:provider|partner|supplier)|(?P<role><P\d+>)) (?:for|of|to) {s}(?!'s)"
        ),
        keep_status=True,
    ),
    _between(
        name="takes_on_customers",
        instrument=_CLOUD,
        cue=r"\bsign|landed|\badded|\bwon\b|brought on",
        needs=r"customer|client|compute|computing|cloud",
        target_kinds=CLOUDS,
        template=(
            r"{t},? {aux}(?:sign(?:s|ed|ing)? (?:on|up)|landed|added|won(?: over)?|brought on) "
            r"(?:[A-Za-z-]+ ){0,6}?(?:like |such as |including )?{s},? (?:as (?:[a-z“\"-]+ ){0,4}"
            r"(?:<P\d+>|customers?|clients?|partners?)|to (?:use )?(?:its|the) cloud)"
        ),
    ),
    _between(
        name="promises_to_buy_chips_from",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"chip|gpu|processor|accelerator|tpu|server|system|rack",
        refuses=r"\bcould\b|\bmay\b|\bmight\b",
        template=_PROMISE
        + rf"(?:[a-z0-9,.-]+ ){{0,8}}?(?:worth )?(?:of )?(?:<P\d+>(?:'s)? )?{CHIPS} from {{t}}",
    ),
    _goods_between(
        name="promises_to_buy_from",
        instrument=InstrumentId.PURCHASE_COMMITMENT,
        cue=r"commit|agree|pledge",
        needs=r"capacity|comput|cloud|electricity|\bpower\b|energy",
        refuses=r"\bcould\b|\bmay\b|\bmight\b|acqui|stake|shares|\bland\b",
        template=(
            r"(?<!with )(?<!from )(?<!by )(?<!for )(?<!to )(?<!of ){s},? (?P<aux>(?:has |have |had "
            r"|also )*(?:commit(?:s|ted)? to|agree[sd]? to|pledge[sd]? to) )(?:buy(?:ing)?|"
            r"purchas(?:e|ing)|us(?:e|ing)|rent(?:ing)?|tak(?:e|ing)) (?:(?:any|all|up|to|the|more|"
            rf"most|of|its|their|unsold|excess|spare) )*{GOODS}[^<>;]{{0,30}}? from {{t}}"
        ),
    ),
    _between(
        name="promises_to_use_chips",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"chip|gpu|processor|accelerator|tpu|server|system|rack",
        refuses=r"\bcould\b|\bmay\b|\bmight\b",
        template=_PROMISE
        + rf"(?:[a-z0-9,.-]+ ){{0,8}}?(?:worth )?(?:of )?{{t}}(?:'s)? {CHIPS}(?! from <P)",
    ),
    _between(
        name="rents_chips_of",
        instrument=_CLOUD,
        cue=r"\brent|\bleas",
        refuses=r"\bcould\b|\bmay\b|\bmight\b",
        target_kinds=CLOUDS,
        template=_RENTS
        + rf"(?:[a-z0-9,.-]+ ){{0,5}}?{{t}}(?:'s)? (?:{CHIPS}|(?:cloud |computing )?capacity\b)"
        r"(?! from <P)(?: for {m})?",
    ),
    _between(
        name="commits_sum_to_product",
        instrument=_CLOUD,
        cue=r"commit|pledg",
        role=r"^(?:Azure|AWS|Amazon Web Services|Google Cloud|Oracle Cloud|.* Cloud)$",
        template=(
            r"{s},? {aux}(?:commit(?:s|ted|ting)?|pledg(?:e[sd]?|ing)) {m} (?:to|of|on) "
            r"(?:(?P<target><P\d+>) (?P<role><P\d+>)|(?P<target2>(?P<role2><P\d+>)))(?!'s| "
            r"(?!over|for|in))"
        ),
        needs_amount=True,
        measure=Measure.COMMITTED,
    ),
    _goods_between(
        name="deal_for_goods_of",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"deal|order|contract|agreement|pact",
        refuses=r"\bcould\b|\bmay\b|\bmight\b",
        template=(
            rf"{{s}},? {{aux}}{_SIGN} (?:{{m}}(?: |-)(?:[a-z-]+ ){{0,2}}?(?:deal|order|contract|"
            r"agreement|pact)|an? (?:[a-z-]+ ){0,3}?(?:deal|order|contract|agreement|pact),? "
            r"(?:worth|valued at|of) {m2}|(?:an? |its )?(?:[a-z-]+ ){0,2}?orders?(?= for <M)) "
            r"(?:for|to (?:buy|use|purchase|deploy)) (?:(?P<amount3><M\d+>) (?:worth )?of "
            rf")?(?:[a-z0-9,.-]+ ){{0,4}}?{{t}}(?:'s)? {GOODS}(?! from <P)"
        ),
        needs_amount=True,
    ),
    _goods_between(
        name="agreements_deliver_to",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"deliver|provide|suppl|\bgive|generate",
        needs=r"agreement|deal|contract|ppa",
        refuses=r"\bloan|financ|acqui|stake|invest",
        template=(
            rf"^(?:(?!<P\d+>(?!'s))[^;]){{0,60}}?(?:{_NOUN}|PPAs?) with (?P<target><P\d+>(?:(?:,|"
            r",? and) <P\d+>)*),? (?:(?:which|that|together|combined|are|is|will|would|should|"
            r"expected to|set to|slated to|be|meant to) )*(?:deliver|provide|supply|give|"
            rf"generate)(?=[^;]{{0,50}}{GOODS}|[^;]{{0,40}}(?:gigawatt|megawatt|GW|MW))(?:(?!<P|"
            r"<M)[^;]){0,80}?(?<!access) (?:to|for) {s}"
        ),
        keep_status=True,
    ),
    _goods_between(
        name="partners_to_supply",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"partnership|alliance|collaboration|tie-up",
        needs=r"suppl|provid|deliver|\bpower",
        refuses=r"\bloan|financ|acqui|stake|invest",
        template=(
            rf"{{t}},? {{aux}}{_SIGN} (?:an? |its |the )?(?:[a-z-]+,? ){{0,4}}(?:partnership|"
            r"alliance|collaboration|tie-up) with {s} to (?:supply|provide|deliver) "
            rf"(?=[^;]{{0,60}}{GOODS}|[^;]{{0,60}}(?:gigawatt|megawatt|GW|MW))"
        ),
    ),
    _capacity(
        name="which_in_turn_provides",
        instrument_of=goods_instrument,
        cue=r"\bwho\b|\bwhich\b",
        needs=r"provid|suppl|deliver|\bsell",
        refuses=r"\bloan|financ|acqui|stake|invest",
        template=(
            r"{t},? (?:who|which),? (?:in turn,? )?(?:will|would|is to|has agreed to) (?:then )?"
            r"(?:provide|supply|deliver|sell) (?=[^;<>]{0,60}(?:capacity|compute|comput|chips|GPUs|"
            r"TPUs|power|cloud))(?:(?!<P|<M)[^;]){3,90}? to (?:[A-Za-z-]+ ){0,4}?{s}"
        ),
        status=Status.ANNOUNCED,
    ),
    _with_sum(
        name="buys_goods_worth",
        instrument=InstrumentId.PURCHASE_COMMITMENT,
        instrument_of=goods_instrument,
        cue=r"worth|valued",
        needs=r"\bbuy|purchas|rent|order|procur",
        refuses=r"shares|stake|notes|bonds",
        template=(
            r"{s},? {aux}(?:buy|buys|buying|bought|purchas(?:e[sd]?|ing)|rent(?:s|ed|ing)?|"
            rf"order(?:s|ed|ing)?|procur(?:e[sd]?|ing)) (?:<P\d+>(?:'s)? )?{GOODS} "
            r"(?:worth|valued at) {m} from {t}"
        ),
    ),
    _between(
        name="deal_gives_gigawatts",
        instrument=_CLOUD,
        cue=r"gigawatt|\bgw\b|megawatt|\bmw\b",
        needs=r"comput|capacity",
        target_kinds=CLOUDS,
        template=(
            rf"{{t}}(?!'s)(?:(?!<M)[^;]){{0,90}}?{_NOUN} (?:that|which) (?:will |would |is to )?"
            r"(?:giv(?:e|es|ing)|provides?|grants?) {s} (?:with )?(?:access to )?(?:(?:up|to|about|"
            r"some|roughly|more|than|at|least|another|an|additional) )*[\d.,]+[ -]?(?:gigawatts?|"
            r"GW|megawatts?|MW) of (?:[a-z-]+ ){0,3}(?:computing|compute|capacity)"
        ),
    ),
    *CAPACITY_TOLD,
    _with_sum(
        name="backlog",
        instrument=_CLOUD,
        cue=r"backlog|contracted revenue|performance obligations",
        refuses=r"analyst|expect|forecast|project|estimat|\bif\b|\bwould\b|\bcould\b|\bmight\b|"
        r"a year (?:ago|earlier|before)|\bwhen\b",
        target_kinds=frozenset({"neocloud"}),
        template=(
            r"{t}(?:,? {aux}(?:reported|reports|has|had|have|posted|disclosed|boasts?|holds|booked|"
            r"with|carries|sits on|amassed|built)|'s|,? with)(?: an?| its)? "
            r"(?:{m} (?:in|of|worth of) )?(?:(?:total|signed|future|record|existing) "
            r")*(?:contracted (?:revenue|backlog|sales)|(?:(?:revenue|contract|contracted|sales|"
            r"order) )*backlog|remaining performance obligations)(?: (?:of|to|(?:now |currently "
            r")?(?:stands|stood|reached|totals|totaled|worth|was|is)(?: at)?) {m2})?"
        ),
        source="customers",
        measure=Measure.COMMITTED,
        keep_status=True,
        confidence=Confidence.LIKELY,
    ),
)

PATTERN = rule_pattern("reported_contracts", 1, _RULES)
