"""Computing, goods and power that one party provides to another, told by the provider's verb.

Accepts: "Under the agreement, Harbor Compute will provide Tidepool with AI cloud capacity."
Accepts: "We have $6 billion of contracted revenue from customers such as Tidepool and Meridian."
Refuses: "Harbor Compute may provide Tidepool with capacity if power becomes available."

Lives here: clauses whose verb says who sells, and contracted revenue by customer. Not here:
agreements whose verb does not say it (`contracts`), commitments to spend (`commitment`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CLOUDS, goods_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_CLOUD, _SUPPLY = InstrumentId.CLOUD_CONTRACT, InstrumentId.SUPPLY_CONTRACT
_GOODS = (
    r"(?:(?!<P|<M|and\b|or\b)(?:[^;,]|,(?=\d))){0,70}?\b(?:[Cc]ompute|[Cc]omputing|[Cc]loud|"
    r"[Cc]apacity|GPUs?|TPUs?|[Ii]nfrastructure|[Ss]ervers?|[Cc]hips|[Pp]ower|[Ee]lectricity|"
    r"[Ff]uel cells?|[Mm]emory|[Tt]urbines|[Cc]lusters?|[Ss]ystems)\b(?:(?!<P|<M)[^;,.]){0,50}?"
)
_PROVIDE = (
    r"(?<!the )(?<!for )(?:provid(?:e[sd]?|ing)|suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|"
    r"furnish(?:es|ed|ing)?)"
)
_NO_CONTRACT = (
    r"\bmay\b|\bcould\b|\bmight\b|\bif\b|loan|credit|notes|equity|shares|guarant|warrant|backstop|"
    r"terminat|lawsuit|non-binding|letter of intent|memorandum|patent|proxy|advis|legal|donat|"
    r"universit|research|collaborat|resell|data cent(?:er|re)s? (?:to|for)|\bloi\b|demo|mining"
)
_REVENUE = (
    r"(?:contracted|committed|contract) (?:[a-z]+ ){0,3}?(?:revenues?|value|backlog|sales)|"
    r"(?:customer|contractual|revenue) commitments?"
)

_contract = partial(Rule, instrument=_CLOUD, refuses=_NO_CONTRACT, status=Status.SIGNED)
_goods = partial(
    Rule,
    instrument=_SUPPLY,
    refuses=_NO_CONTRACT.replace(r"data cent(?:er|re)s? (?:to|for)|", "") + r"|stock|option",
    status=Status.SIGNED,
    only_named=True,
    only_organisations=True,
)

_RULES = (
    _contract(
        name="provides_with",
        instrument_of=goods_instrument,
        cue=r"provid|suppl|deliver|furnish",
        needs=r"agreement|contract|deal\b|order|multi-?year|long-term|partnership",
        template=(
            rf"{{t}},? {{aux}}{_PROVIDE} {{s}} with (?:{{m}} (?:of|in|worth of) )?{_GOODS}"
            r"(?=[,.;]|$| (?:under|in|at|for|through|over|as|from|to|across|beginning|starting)\b)"
        ),
        only_named=True,
        only_organisations=True,
        looks_ahead=True,
    ),
    _contract(
        name="provides_to",
        instrument_of=goods_instrument,
        cue=r"provid|suppl|deliver|furnish",
        needs=r"agreement|contract|deal\b|order|multi-?year|long-term|tranche",
        template=(
            rf"{{t}},? {{aux}}{_PROVIDE} (?:{{m}} (?:of|in|worth of) )?{_GOODS} (?:to|for) "
            r"(?P<source><P\d+>(?:,? and <P\d+>)?)(?:(?!['’]s|-)|['’]s (?:[a-z-]+ ){0,2}"
            r"(?:data cent|campus|facilit|site))"
        ),
        only_named=True,
        only_organisations=True,
        looks_ahead=True,
    ),
    Rule(
        name="delivered_capacity",
        instrument=_CLOUD,
        cue=r"deliver|handed over|energi[sz]ed",
        needs=r"capacity|tranche|gpus?\b|cluster|compute",
        refuses=_NO_CONTRACT + r"|shares|dividend|report",
        template=(
            r"{t},? {aux}(?:deliver(?:s|ed)?|handed over|energi[sz]ed) (?:(?!<P|<M)[^;]){0,60}?"
            r"(?:[Cc]apacity|[Tt]ranches?|GPUs?|[Cc]lusters?|[Cc]ompute)(?: [a-z]+){0,3}? "
            r"(?:to|for) (?P<source><P\d+>)(?!['’]s|-)"
        ),
        only_named=True,
        only_organisations=True,
        keep_status=True,
        target_kinds=frozenset({"neocloud", "host", "hyperscaler"}),
    ),
    _contract(
        name="contracted_revenue_from",
        cue=r"contract|commit",
        needs=r"revenue|contract value|backlog|commitments",
        refuses=r"\bif\b|may\b|pipeline|potential|recogni[sz]ed|performance obligation|lease|"
        r"purchase|borrow|loan",
        template=(
            r"{m} (?:of|in) (?:(?:additional|future|long-term|new|total|multi-?year) "
            rf")*(?:{_REVENUE}) (?:from|with) (?:(?:[a-z-]+ ){{0,3}}(?:<P\d+>|customers|clients|"
            r"counterparties|companies),? (?:such as|including|like|led by) )?{s}"
        ),
        target=FILER,
        where="filing",
        is_joint=True,
        needs_amount=True,
    ),
    _contract(
        name="contracted_revenue_with",
        cue=r"contract|commit",
        needs=r"revenue|contract value|backlog",
        refuses=r"\bif\b|may\b|pipeline|potential|recogni[sz]ed|performance obligation|lease",
        template=rf"(?:{_REVENUE}) (?:of|totaling|worth) {{m}} (?:from|with) {{s}}(?!['’]s|-)",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    _goods(
        name="buys_its_goods",
        cue=r"purchas|\bbuy|bought|order|deploy|install|procur",
        needs=r"agree|contract|deal\b|order|<m|megawatt|gigawatt|\bmw\b|\bgw\b",
        template=(
            r"{s},? {aux}(?:purchas(?:e[sd]?|ing)|buy(?:s|ing)?|bought|order(?:s|ed|ing)?|"
            r"deploy(?:s|ed|ing)?|install(?:s|ed|ing)?|procur(?:e[sd]?|ing)) (?:(?:up to |more "
            r"than |approximately )?(?:{m}|[\d,.]+(?: ?(?:MW|GW|megawatts?|gigawatts?|units))?) "
            r"(?:(?:of|in|worth of) (?:the )?)?){t}(?:'s)? (?:[A-Za-z-]+ ){0,3}(?:fuel cells?|"
            r"turbines?|generators?|servers?|GPUs?|chips?|processors?|accelerators?|"
            r"batter(?:y|ies)|transformers?|hardware|systems|equipment|miners?|memory)\b"
        ),
        is_target_sure=True,
    ),
    _goods(
        name="deploys_its_plant",
        cue=r"fuel cell|turbine|generator|engines|batter",
        needs=r"agreement|contract|deal\b|order",
        template=(
            r"{s},? {aux}(?:purchas(?:e[sd]?|ing)|buy(?:s|ing)?|bought|order(?:s|ed|ing)?|"
            r"deploy(?:s|ed|ing)?|install(?:s|ed|ing)?|procur(?:e[sd]?|ing)) {t}(?:'s)? (?:[a-z-]+ "
            r"){0,3}(?:fuel cells?|turbines?|generators?|engines|batter(?:y|ies))\b"
        ),
        looks_ahead=True,
    ),
    _contract(
        name="pays_its_cloud",
        cue=r"\bpa(?:y|ys|id|ying)\b",
        needs=r"agreement|contract|deal\b|order|capacity|compute|cloud",
        refuses=r"interest|dividend|settle|damages|\bfees?\b|premium|merger|acqui|repa(?:y|id)|"
        r"loan|notes|shares|stock|rent\b|lease|terminat|\bif\b|may\b|could",
        template=r"{s},? {aux}pa(?:y|ys|id|ying) {t} {m}",
        target_kinds=CLOUDS,
        only_named=True,
        needs_amount=True,
    ),
    _contract(
        name="runs_on_its_cloud",
        cue=r"cloud|platform|infrastructure|compute",
        needs=r"agreement|contract|deal\b|multi-?year|<m",
        refuses=_NO_CONTRACT.replace(r"research|collaborat|", "") + r"|investors|stock",
        template=(
            r"{s},? {aux}(?:commit(?:s|ted|ting)? {m} to )?(?:us(?:e|es|ing)|run(?:s|ning)?|"
            r"train(?:s|ing)?|deploy(?:s|ing)?|access(?:es|ing)?|tap(?:s|ping)?|scal(?:e|es|ing)) "
            r"(?:(?!<P|<M)[^;]){0,60}?{t}(?:'s)? (?:[A-Za-z-]+ ){0,3}?(?:[Cc]loud|[Pp]latform|"
            r"[Ii]nfrastructure|[Cc]apacity|[Cc]ompute)\b"
        ),
        target_kinds=CLOUDS,
        only_named=True,
        looks_ahead=True,
    ),
)

PATTERN = rule_pattern("capacity_sold", 1, _RULES)
