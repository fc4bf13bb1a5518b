"""Contracts to buy: cloud and compute, chips and supply, purchase commitments.

Accepts: "OpenAI has committed to pay us up to $6 billion through 2031 for cloud services."
Accepts: "Tidepool signed a $200 million contract with Harbor Compute to supply GPU capacity."
Refuses: "Global spending on cloud services will reach $900 billion in 2027."

Lives here: wording of `cloud_contract`, `supply_contract`, `purchase_commitment`, and of purchases and sales
recognised between two named parties. Not here: leases (`lease`), commitment tables (`commitment_tables`),
customer concentration (`concentration`).
"""

import re

from graphbuild.extract.rules import ANTECEDENT, FILER, Rule, rule_pattern
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_CLOUD, _SUPPLY, _PURCHASE = (
    InstrumentId.CLOUD_CONTRACT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.PURCHASE_COMMITMENT,
)
_CLOUD_WORDS = re.compile(
    r"cloud|comput|hosting|\bgpu (?:capacity|services|cluster|infrastructure)|azure|"
    r"aws\b|\btpus?\b|capacity|inference|training|gigawatt|neocloud|access to|"
    r"service orders?\b|services? utiliz|services agreement|managed services|gpus? "
    r"(?:for|over)\b|for \d+ months|gpus?\b.{0,40}-year term"
    r"|data cent(?:er|re) (?:services|capacity)",
    re.IGNORECASE,
)
_SUPPLY_WORDS = re.compile(
    r"chips?\b|wafer|silicon|semiconductor|component|accelerator|processor|foundry|"
    r"suppl|manufactur|memory\b|hbm|"
    r"gpus?\b|equipment|vehicle|power\b|electricity|energy|turbine|license|licens",
    re.IGNORECASE,
)
_GOODS = (
    r"(?:[a-zA-Z-]+ ){0,5}?(?:[Cc]ompute|[Cc]omputing|[Cc]loud|[Cc]apacity|"
    r"[Cc]hips?|GPUs?|TPUs?|accelerators?|servers?|[Ss]ervices|[Ii]nfrastructure|"
    r"hosting|semiconductors?|wafers?|power|electricity|processors?|systems|"
    r"hardware|memory|components|equipment|products)"
)
_CONTRACT = (
    r"(?:[Cc]ontracts?|[Aa]greements?|[Dd]eals?|[Oo]rder [Ff]orms?|[Pp]act|"
    r"[Aa]rrangements?|[Pp]artnership|[Oo]rders?|MSA|[Cc]ommitments?)"
)
_NOT_THIS = (
    r"credit agreement|loan|lease|underwriting|indenture|notes|merger|purchase "
    r"agreement|employment|settlement|"
    r"lawsuit|sues|acquir|acquisition|shares|stake|license agreement|warrant"
)


def goods_instrument(words: str) -> InstrumentId:
    """What is bought: computing is a cloud contract, goods a supply contract, else a commitment."""
    bare = re.sub(r"<\w\d+>", "", words)
    if _CLOUD_WORDS.search(bare):
        return _CLOUD
    return _SUPPLY if _SUPPLY_WORDS.search(bare) else _PURCHASE


def _obligation(words: str) -> InstrumentId:
    """An obligation of the filer toward many: cloud services are named as such."""
    return _CLOUD if re.search(r"cloud (?:service|comput)", words, re.IGNORECASE) else _PURCHASE


_RULES = (
    Rule(
        name="commits_to_spend",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"commit|agree|spend|pay|purchas|contracted|\bbuy",
        template=(
            rf"{{s}},? {{aux}}(?:(?:spend|spending|purchas(?:e|ing)|pay|paying|buy|buying|"
            rf"contracted(?: to)?(?: purchase| spend| buy)?)(?: <P\d+>)?|commit(?:ted|s)?) {{"
            rf"m}} (?:(?:worth |over |per )?(?:of |on |for |in |to )?(?:the "
            rf")?)?(?:<P\d+>(?:'s)? )?{_GOODS}(?:[^<>;]{{0,70}}?) (?:from|with|to|by) {{t}}"
        ),
        refuses=r"lease|acquir|shares|notes|dividend|fine\b|penalt|tax",
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    Rule(
        name="spends_with",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"commit|agree|spend|pay|purchas|\bbuy",
        template=(
            rf"{{s}},? {{aux}}(?:spend|spending|purchas(?:e|ing)|buy|buying|use) {{m}} "
            rf"(?:(?:worth )?(?:of |on |for |in ))(?:the )?{{t}}(?:'s)? {_GOODS}"
        ),
        refuses=r"acquir|shares|notes|fine\b|penalt|tax",
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    Rule(
        name="spends_sum_with",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"spend|purchas|commit",
        template=(
            r"{s},? {aux}(?:spend|spending|spends|purchase|commit|commits|committed) {m} "
            r"(?:over [a-z -]+ )?with {t}"
        ),
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    Rule(
        name="pays",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"\bpay",
        template=(
            rf"{{s}},? {{aux}}(?:pay|pays|paying) (?:{{t}} {{m}}|{{m2}} to "
            rf"(?P<target2><P\d+>))(?=[^;]{{0,120}}?{_GOODS})"
        ),
        refuses=r"lease|rent\b|acquir|dividend|fine\b|penalt|tax|settle|lawsuit|interest|fee\b|"
        r"fees\b|principal|notes|indemn|bonus|salary|damages",
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    Rule(
        name="buys_goods_from",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"purchas|\bbuy|procur|order|acquire",
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|buy|buys|buying|bought|"
            rf"procur(?:e[sd]?|ing)|order(?:s|ed|ing)?|acquir(?:e[sd]?|ing)) (?:{{m}} "
            rf"(?:worth )?(?:of )?)?{_GOODS}[^<>;]{{0,50}}? from {{t}}"
        ),
        looks_ahead=True,
        needs_amount=True,
        refuses=r"lease|shares|notes|dividend|fine\b|penalt|tax",
        status=Status.SIGNED,
    ),
    Rule(
        name="buys_sized_goods",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"\bbuy|purchas|order",
        where="news",
        template=(
            r"{s},? {aux}(?:buy|buys|buying|purchase|order|orders|ordered) {m} (?:worth "
            r")?of {t}(?:'s)? (?:[a-zA-Z-]+ ){0,2}(?:chips?|GPUs?|servers?|systems|"
            r"processors|accelerators|hardware|TPUs?|compute|cloud)"
        ),
        needs_amount=True,
        status=Status.SIGNED,
    ),
    Rule(
        name="committed_sum_to_buy",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"commit|agree",
        template=(
            rf"{{s}},? {{aux}}(?:commit(?:s|ted|ting)?|allocated|earmarked)? ?{{m}} (?:to|"
            rf"for) (?:purchas(?:e|ing)|buy(?:ing)?|procur(?:e|ing)) {_GOODS}[^<>;]{{0,50}}? "
            rf"from {{t}}"
        ),
        needs_amount=True,
        status=Status.SIGNED,
    ),
    Rule(
        name="provides_for",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"provid|suppl|deliver|\bhost",
        template=(
            rf"{{t}},? {{aux}}(?:provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|"
            rf"ing)?|host(?:s|ed|ing)?) (?:{{s}} (?:with )?(?:access to )?(?:<P\d+>(?:'s)? "
            rf")?{_GOODS}|{_GOODS}[^<>;]{{0,60}}? (?:to|for) (?P<source2><P\d+>))"
        ),
        looks_ahead=True,
        needs_amount=True,
        refuses=_NOT_THIS + r"|guarant",
        status=Status.SIGNED,
    ),
    Rule(
        name="under_which_customer_pays",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"pursuant to which|under which|whereby",
        template=(
            r"(?:with {s},? [^;]{0,80}?(?:pursuant to which|under which|whereby)[^;]{0,120}?"
            r"(?:committed?|agree[sd]?|will|shall)[^<>;]{0,40}?(?:pay|purchase|spend)[^;]{0,"
            r"20}? {m})"
        ),
        target=FILER,
        refuses=_NOT_THIS.replace("purchase agreement|", "") + "|colocation",
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
        needs_amount=True,
        keep_status=True,
        where="filing",
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
            rf"commitments? to (?:buy|purchase))(?: of)? {_GOODS}"
        ),
        status=Status.SIGNED,
        shares_words=True,
    ),
    Rule(
        name="deal_in_headline",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=(
            r"compute deal|cloud deal|cloud contract|compute agreement|computing deal|chip "
            r"deal|capacity deal|supply deal|hosting deal"
        ),
        where="news",
        template=(
            r"(?:{s},? {aux}(?:[Ss]ign(?:s|ed)?|[Ii]nks?|[Ss]trikes?|[Aa]nnounces?|"
            r"[Rr]eaches|[Ww]ins|[Ll]ands|[Hh]as|[Ee]xpands) )?(?:{m}(?: |-))?(?:[a-zA-Z-]+ "
            r"){0,2}(?:[Cc]omput(?:e|ing)|[Cc]loud|[Cc]hip|[Cc]apacity|[Ss]upply|"
            r"[Hh]osting) (?:[Dd]eal|[Cc]ontract|[Aa]greement) with {t}"
        ),
        source=FILER,
        refuses=r"acquir|lawsuit",
        status=Status.SIGNED,
    ),
    Rule(
        name="gigawatts_with",
        instrument=_CLOUD,
        cue=r"gigawatt|megawatt|\bgw\b|\bmw\b",
        needs=r"compute|capacity|cloud|tpu|gpu",
        where="news",
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
    Rule(
        name="uses_services_of",
        instrument=_CLOUD,
        cue=r"expanding our use of|expands use of|expand our use of|expands its use of",
        template=(
            r"(?:{s} )?[Ee]xpand(?:s|ing)? (?:(?:our|its|the) )?use of {t}(?:'s)? [^<>;]{0,2"
            r"0}(?:TPUs?|[Cc]loud|[Cc]ompute|GPUs?|[Ss]ervices)"
        ),
        source=FILER,
        where="news",
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="foundry",
        instrument=_SUPPLY,
        cue=r"foundry|wafer|manufactur|fabricat|assembl|utilize|supply agreement|test\b",
        needs=(
            r"foundry|wafer|manufactur|fabricat|assembl|supply agreement|packag|integrated "
            r"circuits|semiconductor"
        ),
        where="filing",
        template=(
            r"{s},? {aux}(?:(?:a )?part(?:y|ies) to (?:an? )?|ha(?:ve|s) |entered into |"
            r"utiliz(?:e[sd]?|ing) |us(?:e|es|ing) |rel(?:y|ies|ied) (?:primarily |heavily "
            r")?(?:up)?on |purchas(?:e|es) wafers from |outsourc\w+ )(?:(?:an?|the|certain|"
            r"our|its|long-term|multi-year|[A-Za-z-]+) ){0,4}?(?:(?:foundry|supply|"
            r"manufacturing|wafer|fabrication|packaging|purchase)[a-z ]*(?:agreements?|"
            r"arrangements?|relationships?)(?: [A-Z()]+)? with )?{t}"
        ),
        refuses=r"joint venture|patent|employ|equity|competit|insurance|may not be able",
        status=Status.FUNDED,
    ),
    Rule(
        name="commercial_arrangement",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"commercial (?:arrangement|agreement)|collaboration agreement|services? agreement",
        where="filing",
        template=(
            rf"{{t}},? {{aux}}(?:ha(?:ve|s)|entered into) (?:an? |the )?(?:multi-year |"
            r"long-term |master )*(?:commercial (?:arrangement|agreement)|(?:cloud |master |"
            rf"collaboration )?services? agreement)s? with {{s}}[^;]{{0,60}}?(?:provision|"
            rf"sale|supply) of {_GOODS}"
        ),
        status=Status.FUNDED,
        refuses=r"lease|terminat",
    ),
    Rule(
        name="commercial_arrangement_with_it",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"commercial (?:arrangement|agreement)",
        where="filing",
        template=(
            rf"<P\d+>,? {{aux}}ha(?:ve|s) (?:an? |the )?(?:multi-year |long-term "
            rf")*commercial (?:arrangement|agreement)s?[^;]{{0,30}}?(?:provision|sale|"
            rf"supply) of (?:<P\d+> )?{_GOODS}"
        ),
        source=ANTECEDENT,
        target=FILER,
        status=Status.FUNDED,
    ),
    Rule(
        name="builds_infrastructure",
        instrument=_PURCHASE,
        cue=r"invest|spend|commit",
        where="news",
        template=(
            r"{s},? {aux}(?:invest(?:s|ed|ing)?|spend(?:s|ing)?|commit(?:s|ted|ting)?) {m} "
            r"(?:in|on|to|into|for)(?: \w+)? (?:[A-Za-z.-]+ ){0,3}?(?:infrastructure|data "
            r"cent(?:er|re)s?|compute|chips|GPUs)"
        ),
        target="infrastructure",
        status=Status.ANNOUNCED,
        needs_amount=True,
        confidence=Confidence.WEAK,
    ),
    Rule(
        name="contract_value_with",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"contract value|contracted revenue|annualized revenue",
        where="filing",
        template=(
            r"(?:contract value|contracted revenue|annualized revenue) (?:with|from) {s}(?:("
            r"?!<M)[^;]){0,120}? {m}"
        ),
        target=FILER,
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="placed_order",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"order",
        where="filing",
        template=(
            r"{s},? {aux}(?:placed|issued|submitted) (?:an? |additional |new |several |"
            r"initial )*(?:purchase )?orders? for (?:[^<>;]|<P\d+>){0,60}?(?= for)"
        ),
        looks_ahead=True,
        needs_amount=True,
        target="supplier",
        refuses=r"revenue|contract(?:ed)? value|court",
        status=Status.SIGNED,
    ),
    Rule(
        name="prepayment",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"prepayment|prepaid",
        where="filing",
        template=(
            r"{s},? {aux}(?:made|paid|provided|prepaid) (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:p"
            r"repayment of )?{m}(?=[^;]{0,80}(?:services?|capacity|prepayment|for))"
        ),
        target=FILER,
        refuses=r"deposit|lease|insurance|tax|interest",
        measure=Measure.PAID,
        needs=r"prepayment|prepaid",
        needs_amount=True,
    ),
    Rule(
        name="obligation_part",
        instrument=_PURCHASE,
        instrument_of=_obligation,
        cue=(
            r"cloud service agreements|cloud services agreements|cloud service commitments|"
            r"cloud computing"
        ),
        where="filing",
        template=(
            r"(?:including|of which|and) {m} (?:of|for|in|related to|under|relates? to|was "
            r"for)[^<>;]{0,40}?(?:cloud (?:computing )?services?[^<>;]{0,20}(?:agreements|"
            r"commitments|arrangements)?)"
        ),
        source=FILER,
        target="cloud-service-providers",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="obligations",
        instrument=_PURCHASE,
        instrument_of=_obligation,
        cue=r"commitments|obligations|purchase orders",
        where="filing",
        needs=r"purchase|contractual|suppl|vendor|capacity|content|cloud|non-?cancell?able",
        refuses=r"lease (?:obligations|commitments|payments)|loan commitments|credit "
        r"commitments|lending|performance obligations|debt obligations|notes|warrant|"
        r"tax|pension|guarant|provisions?\b|reserve|release|settlements? of|excess|deal "
        r"value|backlog|remaining performance|\brpo\b|unbilled|financing activities|"
        r"financing obligations|cash outflow|used in|capital commitments to|decrease|"
        r"increase of|compared to|warranty|royalt|shortfall|penalt|interest",
        template=(
            r"(?:(?:{s}(?:'s)? )?(?:[a-z-]+ ){0,3}?{m} (?:of|in|for) (?:[a-z-]+,? ){0,8}?(?:"
            r"commitments|obligations|purchase orders)|(?:commitments|obligations|purchase "
            r"orders)(?: (?:of <P\d+>|[a-z-]+)){0,8}?,? (?:were|was|of|totaled|totaling|"
            r"totalled|are|is|amounted to|aggregating|approximated) {m2})"
        ),
        source=FILER,
        target="suppliers",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="estimated_spend",
        instrument=_PURCHASE,
        cue=r"estimated spend|expected spend|minimum spend|committed to spend",
        where="filing",
        template=(
            r"(?:[Ee]stimated|expected|minimum|total|committed) (?:total "
            r")?spend(?:ing)?(?:(?!<M)[^;]){0,110}? (?:is|was|of|are|were|approximates) {m}"
        ),
        source=FILER,
        target="suppliers",
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="recognised_purchases",
        instrument=_SUPPLY,
        cue=r"purchases? from|purchased from",
        template=(
            r"(?:{s}(?:'s)? )?(?:[a-z]+ ){0,2}[Pp]urchases? from {t}[^;]{0,60}?(?:amounted "
            r"to|totaled|totalled|were|was|of) {m}"
        ),
        source=FILER,
        where="filing",
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
        refuses=r"payable|treasury stock",
    ),
    Rule(
        name="recognised_sales",
        instrument=InstrumentId.REVENUE,
        cue=r"sales to|revenue|resales to|income from|gain from|royalt",
        template=(
            r"(?:{t}(?:'s)? )?{aux}(?:(?:[a-z]+ ){0,2}(?:[Rr]e)?(?:[Ss]ales|[Rr]evenues?) "
            r"(?:to|from) {s}[^;]{0,60}?(?:amounted to|totaled|totalled|were|was|of) {m}|"
            r"(?:recogni[sz]ed|recorded|earned|generated) (?:(?:[a-z]+ ){0,2}revenues? of "
            r")?{m2}(?: (?:of|in))?[^<>;]{0,80}?(?: |^)(?:from|with|to) (?P<source2><P\d+>))"
        ),
        target=FILER,
        where="filing",
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
        refuses=r"customers representing|receivable|cost of|interest income|decrease|increase|"
        r"compared",
        only_organisations=True,
    ),
)

PATTERN = rule_pattern("commitment", 1, _RULES)
