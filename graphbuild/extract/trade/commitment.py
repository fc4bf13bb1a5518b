"""Promises to buy where the verb says who pays: spend, commit, buy, supply.

Accepts: "Tidepool has committed to pay us up to $6 billion through 2031 for cloud services."
Accepts: "Meridian to buy $40bn of Corvid chips for its new data centre".
Refuses: "Global spending on cloud services will reach $900 billion in 2027."

Lives here: wording of `cloud_contract`, `supply_contract`, `purchase_commitment`. Not here:
agreements whose verb leaves open who pays (`contracts`), what filings say of many suppliers at once
(`obligations`), leases (`lease`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CLOUDS, GOODS, OTHER_CONTRACTS, goods_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_CLOUD, _SUPPLY, _PURCHASE = (
    InstrumentId.CLOUD_CONTRACT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.PURCHASE_COMMITMENT,
)
_COMPUTING = r"(?:cloud(?: (?:services|computing))?|comput(?:e|ing)|inference|training|servers)"

_with_sum = partial(
    Rule,
    instrument_of=goods_instrument,
    status=Status.SIGNED,
    needs_amount=True,
    instrument=_PURCHASE,
)
_committed = partial(Rule, status=Status.SIGNED, measure=Measure.COMMITTED, needs_amount=True)
_capacity = partial(Rule, instrument=_CLOUD, where="news")

_RULES = (
    _with_sum(
        name="commits_to_spend",
        cue=r"commit|agree|spend|pay|purchas|contracted|\bbuy",
        template=(
            r"{s},? {aux}(?:(?:spend|spending|purchas(?:e|ing)|pay|paying|buy|buying|"
            r"contracted(?: to)?(?: purchase| spend| buy)?)(?: <P\d+>)?|commit(?:ted|s)?) {m} "
            r"(?:(?:worth |over |per )?(?:of |on |for |in |to )?(?:the )?)?(?:<P\d+>(?:'s)? "
            rf")?{GOODS}(?:[^<>;]{{0,70}}?) (?:from|with|to(?! power)|by) {{t}}"
        ),
        refuses=r"lease|acquir|shares|\bstock\b|notes|dividend|fine\b|penalt|tax|"
        r"<m\d+> to (?:supply|provide|deliver|sell)\b",
        measure=Measure.COMMITTED,
    ),
    _with_sum(
        name="spends_with",
        cue=r"commit|agree|spend|pay|purchas|\bbuy",
        template=(
            rf"{{s}},? {{aux}}(?:spend|spending|purchas(?:e|ing)|buy|buying|use|consume|"
            rf"rent(?:s|ed|ing)?|order(?:s|ed|ing)?|commit(?:s|ted|ting)?(?: to)?) {{m}} "
            rf"(?:(?:worth )?(?:of |on |for |in ))(?:[a-z-]+ ){{0,2}}?{{t}}(?:'s)? {GOODS}"
        ),
        refuses=r"acquir|shares|\bstock\b|notes|fine\b|penalt|tax",
        measure=Measure.COMMITTED,
    ),
    _committed(
        name="spends_sum_with_cloud",
        instrument=InstrumentId.CLOUD_CONTRACT,
        cue=r"spend|purchas|commit",
        where="news",
        target_kinds=CLOUDS,
        refuses=r"lease|acquir|shares|\bstock\b|notes|chips?\b|advert",
        template=(
            r"{s},? {aux}(?:spend|spending|spends|commit|commits|committed) {m} "
            r"(?:over [a-z0-9 -]+ )?(?:with|on) {t}(?!'s|-)(?=[,.;]|$| (?:over|through|by|for|and|"
            r"in|under|as) )"
        ),
        only_named=True,
    ),
    _capacity(
        name="paid_for_computing",
        cue=r"\bpaid\b|\bspent\b",
        target_kinds=CLOUDS,
        refuses=r"lease|acquir|dividend|fine\b|penalt|settle|lawsuit|shares|stake|chips?\b|advert",
        template=(
            rf"{{s}},? {{aux}}(?:paid {{t}}(?!'s) {{m}} for|spent {{m2}} on) (?:[a-z-]+ ){{0,3}}?"
            rf"{_COMPUTING}\b(?:[^<>;,.]{{0,30}}? (?:with|from|at) (?P<target2><P\d+>)(?!'s))?"
        ),
        measure=Measure.PAID,
        needs_amount=True,
        only_named=True,
    ),
    _committed(
        name="commits_to_pay_provider",
        instrument=_CLOUD,
        cue=r"to pay",
        where="filing",
        template=(
            r"{s},? (?P<aux>(?:has |have )?(?:committed|contracted|undertaken) to )pay {t} {m}"
            r"(?= (?:through|over|until))"
        ),
        refuses=r"lease|rent\b|acquir|\bstock\b|dividend|fine\b|penalt|tax|settle|lawsuit|interest|"
        r"fee\b|fees\b|principal|notes|indemn|bonus|salary|damages|royalt",
    ),
    _with_sum(
        name="buys_goods_from",
        cue=r"purchas|\bbuy|procur|order|acquire",
        template=(
            r"{s},? {aux}(?:purchas(?:e[sd]?|ing)|buy|buys|buying|bought|procur(?:e[sd]?|ing)|"
            r"order(?:s|ed|ing)?|acquir(?:e[sd]?|ing)) (?:{m} (?:worth )?(?:of )?)?(?:[\d,.]+ "
            rf")?(?:<P\d+>(?:'s)? )?(?:[A-Z0-9]+ )?{GOODS}[^<>;]{{0,50}}? from {{t}}"
        ),
        looks_ahead=True,
        refuses=r"lease|shares|notes|dividend|fine\b|penalt|tax",
    ),
    _with_sum(
        name="purchase_of_goods",
        cue=r"purchase of|order for|order of",
        where="news",
        template=(
            rf"{{s}}'s (?:[a-z-]+ )?{{m}} (?:purchase of|order (?:for|of)) (?:[a-z-]+ "
            rf"){{0,3}}?{{t}}(?:'s)? {GOODS}"
        ),
    ),
    _with_sum(
        name="provides_for",
        instrument=_CLOUD,
        cue=r"provid|suppl|deliver|\bhost",
        template=(
            rf"{{t}},? {{aux}}(?:provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|"
            rf"ing)?|host(?:s|ed|ing)?) (?:{{s}} (?:with )?(?:access to )?(?:<P\d+>(?:'s)? "
            rf")?{GOODS}|{GOODS}[^<>;]{{0,60}}? (?:to|for) (?P<source2><P\d+>))"
        ),
        looks_ahead=True,
        refuses=OTHER_CONTRACTS + r"|guarant",
    ),
    Rule(
        name="will_supply",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"suppl|provid|deliver|\bsell",
        where="news",
        template=(
            r"{t},? {aux}(?:[a-z]+ and )?(?:supply|provide|deliver|sell) (?:[a-zA-Z0-9.,-]+ ){0,6}?"
            r"(?:chips|GPUs|accelerators|TPUs|compute|capacity|servers)(?: (?:[a-z]+ ){0,3}?)?to "
            r"{s}"
        ),
        refuses=OTHER_CONTRACTS + r"|guarant|could|would|may\b",
        only_named=True,
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="supplied_with",
        instrument=_SUPPLY,
        cue=r"agreement",
        where="filing",
        refuses=r"\bif\b|terminat|expired|amended|customer|we (?:will )?suppl",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed) (?:an? |the )?(?:(?:long-term|multi-year|"
            r"strategic|definitive|new|exclusive|non-exclusive|master) )*(?:supply|manufacturing|"
            r"foundry|procurement|production) agreements? for (?:the )?(?:[a-z-]+ ){0,5}?"
            r"(?:manufacturing|manufacture|production|fabrication|assembly|packaging) of "
            r"(?P<again><P\d+>)'s (?!customers)"
        ),
        target="suppliers",
        is_bare_fine=True,
        only_dated=True,
        status=Status.SIGNED,
    ),
    Rule(
        name="shares_for_purchases",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"in exchange for|in return for|tied to|linked to",
        needs=r"warrant|rights|option|shares|stock",
        template=(
            rf"{{t}},? {{aux}}(?:giv(?:e|es|en|ing)|gave|grant(?:s|ed)?|issu(?:e[sd]?|ing)|"
            rf"award(?:s|ed)?|offer(?:s|ed)?) {{s}} [^;]{{0,160}}?(?:in (?:exchange|return) "
            r"for|tied to|linked to) (?:its |the )?(?:purchas(?:e|es|ing)|buying|orders?|"
            rf"commitments? to (?:buy|purchase))(?: of)? {GOODS}"
        ),
        status=Status.SIGNED,
        shares_words=True,
    ),
    _capacity(
        name="deal_in_headline",
        instrument_of=goods_instrument,
        cue=(
            r"compute deal|cloud deal|cloud contract|compute agreement|computing deal|chip "
            r"deal|capacity deal|supply deal|hosting deal"
        ),
        template=(
            r"(?:[a-zA-Z-]+ ){0,2}(?:[Cc]omput(?:e|ing)|[Cc]loud|[Cc]hip|[Cc]apacity|"
            r"[Ss]upply|[Hh]osting) (?:[Dd]eal|[Cc]ontract|[Aa]greement) with {t}"
        ),
        source=FILER,
        refuses=r"acquir|lawsuit",
        status=Status.SIGNED,
    ),
    _capacity(
        name="gigawatts_with",
        cue=r"gigawatt|megawatt|\bgw\b|\bmw\b",
        needs=r"compute|capacity|cloud|tpu|gpu",
        template=(
            r"{s}(?: and | [a-z]+s? (?:its |their )?(?:collaboration|partnership|agreement|"
            r"deal) with ){t}[^<>;]{0,60}? for (?:up to |multiple |about |\d+ |more than |"
            r"next-generation )*(?:\d+ ?)?(?:gigawatts?|megawatts?|GW|MW)"
        ),
        status=Status.ANNOUNCED,
        keep_status=True,
        confidence=Confidence.WEAK,
    ),
    Rule(
        name="sized_partnership",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"partnership|collaboration|alliance",
        where="headline",
        refuses=r"foundation|research|grant|donat|universit|education|government|fund\b",
        template=(
            r"{s} and {t} (?:[a-z]+ )?(?:announce|sign|form|expand|ink|strike)s? (?:an? )?{m"
            r"} (?:[a-z-]+ ){0,2}(?:partnership|collaboration|alliance)"
        ),
        status=Status.ANNOUNCED,
        keep_status=True,
        needs_amount=True,
        confidence=Confidence.WEAK,
    ),
    _committed(
        name="agreements_with_many",
        instrument=_PURCHASE,
        cue=r"commit",
        where="news",
        template=(
            r"{s},? {aux}commit(?:s|ted|ting)?(?: to)? {m} (?:(?:in|on|to|into|for|worth of) "
            r")?(?:[A-Za-z.-]+ ){0,3}?(?:infrastructure|data cent(?:er|re)|compute|computing|chip|"
            r"GPU) (?:agreements|contracts|deals|orders|commitments)"
        ),
        target="suppliers",
        confidence=Confidence.WEAK,
    ),
)

PATTERN = rule_pattern("commitment", 1, _RULES)
