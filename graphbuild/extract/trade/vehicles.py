"""Vehicles of a financing in reports: what they buy, to whom they let it, whose they are.

Accepts: "The vehicle will buy Corvid chips and lease them to Tidepool."
Accepts: "Brightwater's Quillstone vehicle raises debt for a campus."
Refuses: "The vehicle will buy chips and lease them to customers."

Lives here: special purpose vehicles, named or not. Not here: stakes by percentage (`stakes`), the
money a vehicle raises (`round_parts`, `lending`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CHIPS
from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_VEHICLE = r"(?:[Ss]pecial[- ][Pp]urpose (?:[Vv]ehicle|[Ee]ntity)|SPV|[Vv]ehicle)"

_part_owned = partial(Rule, where="news", keep_status=True, measure=Measure.SHARE, only_named=True)
_planned = partial(Rule, where="news", status=Status.ANNOUNCED)

_RULES = (
    _planned(
        name="vehicle_buys",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        cue=r"vehicle|spv|special[- ]purpose entity",
        template=(
            rf"(?:(?P<source><P\d+>) )?{_VEHICLE}\b(?:(?!<P|<M)[^;]){{0,60}}? (?:to|will|would|is "
            r"set to|be used to|designed to) (?:be used to )?(?:buy|purchase|acquire) "
            rf"(?:[a-z0-9,-]+ ){{0,4}}?(?:{{m}} (?:worth )?(?:of )?)?{{t}}(?:'s)? {CHIPS}"
        ),
        source="spv",
        shares_words=True,
    ),
    _planned(
        name="vehicle_lets",
        instrument=InstrumentId.LEASE,
        cue=r"vehicle|spv|special[- ]purpose entity",
        template=(
            rf"(?:(?P<target><P\d+>) )?{_VEHICLE}\b[^;]{{0,160}}?(?:leas(?:e|es|ing)|"
            r"rent(?:s|ing)?) (?:them|it|those|the (?:chips?|processors?|hardware|GPUs?|servers?|"
            r"equipment|capacity))(?: out)?(?: back)? to {s}(?!'s (?:customers|clients))"
        ),
        target="spv",
        shares_words=True,
    ),
    _planned(
        name="announces_venture_called",
        instrument=InstrumentId.EQUITY,
        cue=r"venture",
        template=(
            r"{s},? {aux}(?:announc(?:e[sd]?|ing)|form(?:s|ed|ing)?|launch(?:e[sd]|ing)?|"
            r"creat(?:e[sd]|ing)|unveil(?:s|ed)?|set up) (?:an? )?(?:{m}(?: |-))?(?:[a-z-]+ "
            r"){0,2}joint venture (?:called|named|dubbed|known as) {t} with {members}"
        ),
        keep_status=True,
        is_joint=True,
    ),
    _part_owned(
        name="its_vehicle",
        instrument=InstrumentId.OWNERSHIP,
        cue=r"vehicle|spv|subsidiary",
        on_full=True,
        template=r"{s}'s {t} (?:vehicle|SPV|special[- ]purpose vehicle|subsidiary)\b",
    ),
    _part_owned(
        name="is_to_sell_its_share",
        instrument=InstrumentId.OWNERSHIP,
        cue=r"\bsell\b",
        needs=r"<s\d",
        template=(
            r"{s},? (?:[^<>;]{0,70} )?(?:to|will) sell its (?:entire |remaining |whole )?{share} "
            r"(?:[a-z-]+ ){0,2}(?:interest|stake|shareholding) in (?:the )?{t}"
        ),
        shares_words=True,
    ),
)

PATTERN = rule_pattern("vehicles", 1, _RULES)
