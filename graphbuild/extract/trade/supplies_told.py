"""Who will supply whom, as reports tell it with the seller as subject.

Accepts: "Alder Power will supply Tidepool with 900 megawatts under an $8 billion contract."
Accepts: "Corvid will sell Tidepool electricity from its Rowan plant."
Refuses: "Corvid will sell Tidepool shares."

Lives here: "supplies", "sells", "rents out" with both sides named. Not here: contracts signed
between two (`contracts`, `reported_contracts`), the buyer as subject (`commitment`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CLOUDS, goods_instrument
from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_POWER = (
    r"(?:(?<!computing )(?<!compute )(?:hydro)?power|electricity|energy|gas|"
    r"[\d,.]+ ?(?:megawatts?|gigawatts?|MW|GW)\b)"
)
_CHIPS = (
    r"(?:chips?|GPUs?|TPUs?|processors?|accelerators?|memory|servers?|racks?|hardware|turbines?|"
    r"fuel cells?|transformers?|generators?|batter(?:y|ies)|equipment|wafers?|systems)"
)
_CAPACITY = r"(?:comput(?:e|ing)|cloud|capacity|GPU capacity|data[- ]cent(?:er|re) capacity)"
_SELLS = (
    r"(?:(?:supply|supplies|supplied|supplying|provides?|provided|providing|sells?|sold|selling|"
    r"delivers?|delivered|delivering|ship(?:s|ped)?|furnish(?:es|ed)?|equips?))"
)
_SIGNS = (
    r"(?:(?:sign(?:s|ed)?|ink(?:s|ed)?) (?:an? |the )?(?:[a-z-]+ ){0,2}?(?:letters? of intent|"
    r"agreements?|contracts?|deals?|memorand(?:a|um) of understanding) to )?"
)
_ADJECTIVES = r"(?:[A-Za-z0-9,.'-]+ ){0,6}?"
_VALUE = (
    r"(?:[^<>;]|<D\d+>){0,110}? (?:(?:under|in|as part of|through|for|worth|valued at) "
    r"(?:(?:an?|the|about) )?){1,2}"
)


_supplied = partial(Rule, where="news", status=Status.SIGNED, only_named=True)


def _supplies(
    name: str, goods: str, instrument: InstrumentId, others: str = ""
) -> tuple[Rule, ...]:
    """With the contract's value after it, and without one."""
    told = (
        rf"{{t}},? {{aux}}{_SIGNS}{_SELLS} (?:{{s}}(?!'s) (?:with )?{_ADJECTIVES}{goods}"
        rf"(?! (?:shares|stock|bonds|notes))|{_ADJECTIVES}{goods}\b(?:[^<>;,]{{0,40}}?) (?:to|for) "
        r"(?P<source2><P\d+>)(?!-))"
    )
    with_value = _supplied(
        name=f"supplies_{name}_for",
        instrument=instrument,
        cue=r"suppl|provid|sell|sold|deliver|furnish|equip|\bship",
        refuses=rf"\bshares\b|\bstock\b|\bstake|\bbonds\b|\bnotes\b|\bloan{others}",
        template=rf"{told}{_VALUE}{{m}}(?= (?:[a-z-]+ ){{0,4}}(?:contract|deal|agreement|order|"
        r"pact)|[.,]|$| over| in total)",
        needs_amount=True,
    )
    bare = _supplied(
        name=f"supplies_{name}",
        instrument=instrument,
        cue=with_value.cue,
        needs=(
            r"will|agreed|deal|contract|agreement|letters? of intent|to (?:supply|sell|ship)|"
            r"\bsupplies\b"
        ),
        refuses=rf"{with_value.refuses}|<m\d+>",
        template=told,
    )
    return with_value, bare


_RULES = (
    *_supplies("power", _POWER, InstrumentId.SUPPLY_CONTRACT),
    *_supplies("chips", _CHIPS, InstrumentId.SUPPLY_CONTRACT, r"|access|cloud|comput|capacity"),
    *_supplies("capacity", _CAPACITY, InstrumentId.CLOUD_CONTRACT),
    Rule(
        name="rents_out",
        instrument=InstrumentId.CLOUD_CONTRACT,
        cue=r"rent",
        where="news",
        template=(
            r"{t},? {aux}(?:rents?|renting|rented|leas(?:e|es|ed|ing))(?: out)? "
            rf"{_ADJECTIVES}(?:{_CAPACITY}|chips|GPUs) (?:out )?to {{s}}(?!'s)"
        ),
        only_named=True,
    ),
    *(
        _supplied(
            name=f"signs_for_goods_{name}",
            instrument=instrument,
            cue=r"deal|agreement|contract|pact",
            refuses=r"\bshares\b|\bstock\b|\bstake|\bbonds\b|\bnotes\b|\bloan",
            template=(
                r"{s},? {aux}(?:sign|strike|ink|reach|seal|struck)(?:s|es|ed|ing)? (?:[a-z-]+ "
                r"){0,4}?(?:deal|agreement|contract|pact),? (?:(?:reportedly |potentially "
                r")?(?:worth|valued at|of) {m},? )?(?:for|to (?:buy|purchase|get|secure)) "
                rf"{_ADJECTIVES}(?:{_CAPACITY}|{_CHIPS})(?: [a-z]+)?? from {{t}}(?!'s|-)"
            ),
            target_kinds=kinds,
        )
        for name, instrument, kinds in (
            ("compute", InstrumentId.CLOUD_CONTRACT, CLOUDS),
            ("chips", InstrumentId.SUPPLY_CONTRACT, frozenset({"chipmaker"})),
        )
    ),
    _supplied(
        name="orders",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"order|bought|buys?\b|purchas",
        refuses=r"\bshares\b|\bstock\b|\bstake|\bbonds\b|\bnotes\b|court",
        template=(
            r"{s},? {aux}(?:orders?|ordered|buys?|bought|purchase[sd]?|buying|ordering) "
            rf"(?:[\d,.]+ |[A-Za-z-]+ |<P\d+> ){{0,7}}?{_CHIPS} from {{t}}(?!'s)"
        ),
        looks_ahead=True,
    ),
    _supplied(
        name="buys_power",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"power|electricity|energy",
        refuses=r"\bshares\b|\bstock\b|\bstake|\bbonds\b|\bnotes\b|comput|<m\d+>",
        template=(
            r"{s},? {aux}(?:buys?|bought|buying|purchas(?:es?|ed|ing)|contract(?:s|ed)(?: for)?|"
            r"procur(?:es?|ed)|secur(?:es?|ed)|sourc(?:es?|ed)) (?:(?:up to|about|nearly|more than|"
            r"at least|as much as|another) )*(?:[\d,.]+ ?(?:megawatts?|gigawatts?|MW|GW) of )?"
            r"(?:[a-z-]+ ){0,3}?(?:power|electricity|energy)\b[^<>;,]{0,30}? from {t}(?!'s)"
        ),
    ),
    _supplied(
        name="wins_work",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"\bwins?\b|\bwon\b|land",
        needs=r"contract|order",
        template=(
            r"{t},? {aux}(?:wins?|won|land(?:s|ed)?) (?:an? |the )?(?:{m} )?(?:[a-z-]+ ){0,3}?"
            r"(?:contract|order)s? to (?:make|build|assemble|supply|manufacture|produce|deliver) "
            rf"(?:[A-Za-z-]+ ){{0,4}}?{_CHIPS} (?:for|to) {{s}}(?!'s)"
        ),
    ),
    Rule(
        name="leases_out",
        instrument=InstrumentId.LEASE,
        cue=r"leas|rent",
        refuses=r"\bGPUs?\b|\bchips\b|sublet",
        where="news",
        template=(
            r"{t},? {aux}(?:leas(?:e[sd]?|ing)|rent(?:s|ed|ing)|let)(?: out)? "
            r"(?:[^<>;]|<P\d+>(?:'s)? (?=campus|site|facility)){1,70}? to {s}(?!'s)(?:,? (?:for|in "
            r"an? (?:[a-z-]+ )?(?:deal|contract) (?:worth|valued at)) {m})?"
        ),
        status=Status.SIGNED,
    ),
    _supplied(
        name="awards",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        instrument_of=goods_instrument,
        cue=r"award|hand|grant|gave|give",
        needs=r"contract|order|deal",
        refuses=r"\bgrant(?:s|ed)? of\b|shares|stock|lawsuit|jury",
        template=(
            r"{s},? {aux}(?:award(?:s|ed)?|hand(?:s|ed)?|gave|gives?|granted) {t}(?!'s) (?:an? "
            r")?(?:{m}[ -])?(?:[A-Za-z-]+ ){0,4}?(?:contract|order|deal)\b(?: "
            rf"(?:worth|valued at|of) {{m2}})?(?=(?:[^<>;]|<P\d+>){{0,50}}(?:{_CHIPS}|{_CAPACITY}))"
        ),
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("supplies_told", 1, _RULES)
