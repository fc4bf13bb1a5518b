"""Capacity and chips as reports tell them: taken by the gigawatt, kept, let, made for somebody.

Accepts: "Quillstone's customers include Tidepool, Meridian and Corvid."
Accepts: "Tidepool is deploying up to two gigawatts of Corvid's accelerators."
Refuses: "Tidepool could deploy two gigawatts of Corvid's accelerators."

Lives here: rules used by `reported_contracts`, with lists of a cloud's customers. Not here:
contracts that were signed (`contracts`), other customers told in passing (`customers_told`).
"""

import re
from functools import partial

from graphbuild.extract.sentences.rules import SUBJECT, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_CLOUD, _SUPPLY = InstrumentId.CLOUD_CONTRACT, InstrumentId.SUPPLY_CONTRACT
_LIST = r"(?P<source><P\d+>(?:(?:,|,? and|,? as well as) <P\d+>)*)(?!'s|-|:)"
_CLIENTS = r"customers?$|clients?$|tenants?$"
_NOT_SURE = (
    r"no longer|\blost\b|former|\buntil\b|\bended?\b|ceas|\bstop|\bnot\b|\bcould\b|\bmay\b|"
    r"\bmight\b|"
    r"potential|prospective|\bhop|would-be|competes? with|rivals?\b"
)
_AMOUNT_OF_POWER = (
    r"(?:(?:up|to|an|initial|at|least|about|roughly|more|than|another|some|multiple|additional) )*"
    r"(?:[\d.,]+|one|two|three|four|five|six|eight|ten)[ -]?(?:gigawatts?|GW|megawatts?|MW)\b"
)
_CHIPS = r"(?:[A-Za-z0-9/-]+ ){0,4}?(?:GPUs?|chips?|accelerators?|systems|processors|TPUs?)\b"

_COMPUTING = re.compile(r"chips?\b|[gt]pus?\b|comput|cloud|servers", re.IGNORECASE)


def _let(words: str) -> InstrumentId:
    """What is let to somebody: machines and computing are a cloud contract, all else is space."""
    return _CLOUD if _COMPUTING.search(words) else InstrumentId.LEASE


_in_news = partial(Rule, where="news", refuses=_NOT_SURE, only_named=True)

CAPACITY_TOLD: tuple[Rule, ...] = (
    _in_news(
        name="customers_include",
        instrument=_CLOUD,
        cue=r"includ|\bare\b|such as|\blike\b",
        on_full=True,
        role=_CLIENTS,
        target_kinds=frozenset({"neocloud"}),
        template=(
            r"{t}(?:'s|,? whose) (?:[a-z-]+ ){0,3}(?P<role><P\d+>)[^<>;.]{0,40}?(?:include[sd]?|"
            r"including|are|such as|like|:)(?:[^<>;.]|<P\d+>:){0,60}? " + _LIST
        ),
        keep_status=True,
    ),
    _in_news(
        name="serves_such_as",
        instrument=_CLOUD,
        cue=r"such as|\blike\b|including",
        needs=r"suppl|serv|rents|provid|\bsells",
        target_kinds=frozenset({"neocloud"}),
        template=(
            r"{t},? (?:which |that )?(?:supplies|serves|rents|provides|sells)(?: (?:[A-Za-z-]+ "
            r"){0,6}?(?:to|for))? (?:[A-Za-z-]+ ){0,5}?(?:makers?|developers?|labs?|companies|"
            r"firms|customers|clients|startups|giants|hyperscalers|builders) "
            rf"(?:such as|like|including) {_LIST}"
        ),
        keep_status=True,
    ),
    _in_news(
        name="deploys_gigawatts_of",
        instrument=_SUPPLY,
        cue=r"gigawatt|gw\b|megawatt|mw\b",
        refuses=r"\bcould\b|\bmay\b|\bmight\b|\bnot\b",
        template=(
            r"(?<!with )(?<!of ){s},? {aux}(?:deploy(?:s|ing|ed)?|install(?:s|ing|ed)?|"
            r"roll(?:s|ing|ed)? out|buy(?:s|ing)?|us(?:e|ing)) "
            rf"{_AMOUNT_OF_POWER} of {{t}}(?:'s)? {_CHIPS}(?! from <P)"
        ),
        status=Status.ANNOUNCED,
    ),
    _in_news(
        name="has_capacity_of",
        instrument=_CLOUD,
        cue=r"capacity|compute",
        needs=r"gigawatt|gw\b|megawatt|mw\b|lock|reserv|secur",
        refuses=_NOT_SURE + r"|\bif\b",
        target_kinds=frozenset({"hyperscaler", "neocloud", "host", "ai_lab", "other"}),
        template=(
            r"(?<!with )(?<!of )(?<!for ){s},? {aux}(?:(?:has|have|gains?|gained|gets?|got|won|"
            r"receives?|secured?|secures) access to|lock(?:s|ed|ing)? (?:in|up)|"
            r"reserv(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|book(?:s|ed|ing)?|tak(?:es?|ing)|took) "
            rf"(?:(?:{_AMOUNT_OF_POWER} of )?{{t}}(?:'s)? (?:[a-z-]+ ){{0,3}}?(?:capacity|"
            rf"compute)\b|(?:{_AMOUNT_OF_POWER} of )?(?:[a-z-]+ ){{0,3}}?(?:capacity|compute) "
            r"(?:from|with|at) (?P<target2><P\d+>))(?!'s (?:data|new|site|campus|plant|factor))"
        ),
        status=Status.SIGNED,
        keep_status=True,
    ),
    _in_news(
        name="sum_with_cloud_product",
        instrument=_CLOUD,
        cue=r"deal|contract|agreement",
        role=r"^(?:Azure|AWS|Amazon Web Services|Google Cloud|Oracle Cloud|Microsoft Azure)$",
        template=(
            r"(?:(?:like|including|namely|such as|as) )?(?:an?|its|the)(?: recent| new| reported| "
            r"separate)? {m}(?: |-)(?:[a-z-]+ ){0,3}?(?:deal|contract|agreement) with "
            r"(?P<target>(?P<role><P\d+>))(?!'s)"
        ),
        source=SUBJECT,
        needs_amount=True,
        status=Status.SIGNED,
    ),
    _in_news(
        name="makes_chips_for",
        instrument=_SUPPLY,
        cue=r"chips|processors|accelerators|wafers|semiconductors|memory|servers",
        needs=r"mak(?:e|ing)|manufactur|produc|fabricat|build",
        refuses=_NOT_SURE + r"|\bif\b|equipment|machines|tools",
        target_kinds=frozenset({"supplier", "chipmaker"}),
        template=(
            r"{t},? {aux}(?:mak(?:es?|ing)|manufactur(?:es?|ing)|produc(?:es?|ing)|"
            r"fabricat(?:es?|ing)|build(?:s|ing)?) (?:[A-Za-z0-9-]+ ){0,4}?(?:chips|processors|"
            r"accelerators|wafers|semiconductors|servers) for " + _LIST
        ),
        looks_ahead=True,
    ),
)
