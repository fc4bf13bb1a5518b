"""Contracts of the filer with suppliers it leaves unnamed, told with their price or what is left.

Accepts: "We entered into a $165 million contract for the purchase of modular data centers."
Accepts: "In April we exercised an option to purchase 13,200 machines for $76.6 million."
Refuses: "We exercised an option to purchase shares of Lumen Robotics for $4 million."

Not here: contracts with a named party (`contracts`), commitments told in sum (`obligations`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SUPPLY, _PURCHASE = InstrumentId.SUPPLY_CONTRACT, InstrumentId.PURCHASE_COMMITMENT
_CONTRACT = r"(?:contracts?|agreements?|purchase orders?|orders?)"
_WORK = (
    r"(?:[a-z-]+ and )?(?:purchase|construction|supply|installation|delivery|procurement|"
    r"design|building|manufactur\w+|fabrication|expansion|development)\b"
)
_NO_GOODS = (
    r"\bshares?\b|\bstock\b|\bnotes?\b|\bloan|\bcredit\b|\blease|\bland\b|\breal estate\b|"
    r"\bmerger\b|\bunderwrit|\bsales agreement\b|\bconvertible|\bwarrants?\b|\bacquisition of\b|"
    r"\bequity\b|\bsettle|\bpurchase agreements? (?:to|for the) (?:sell|sale)\b|\bcustomer"
)

_open = partial(
    Rule,
    where="filing",
    refuses=_NO_GOODS,
    status=Status.SIGNED,
    target="supplier",
    needs_amount=True,
)

_RULES = (
    _open(
        name="sized_contract_for_work",
        instrument=_SUPPLY,
        cue=r"contract|agreement|order",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed|awarded|placed|issued) (?:{m}(?: |-)"
            rf"(?:[a-z-]+ ){{0,3}}?{_CONTRACT}|(?:[a-z-]+ ){{0,3}}?{_CONTRACT} (?:totaling|"
            r"totalling|worth|valued at|of) {m2})(?! with| to <P)[^<>;]{0,80}? (?:for|related to) "
            rf"(?:the )?{_WORK}"
        ),
        source=FILER,
    ),
    _open(
        name="remaining_balance_of_contract",
        instrument=_PURCHASE,
        cue=r"contract|agreement|purchase order",
        needs=r"oblig|commit|payable|due\b|paid",
        template=(
            r"(?:{m} (?:remaining|outstanding|unpaid) (?:balance|portion|amount)s? (?:of|on|under) "
            rf"(?:the|this|these|such) (?:[a-z-]+ )?{_CONTRACT}|(?:[Rr]emaining|[Uu]npaid|"
            r"[Oo]utstanding) (?:balance|portion|amount)s? (?:of|on|under) (?:the|this|these|such) "
            rf"(?:[a-z-]+ )?{_CONTRACT} (?:is|was|of|totaled) {{m2}})"
        ),
        source=FILER,
        around=r"miner|equipment|machine|construct|data cent|server|transformer|supplier|vendor",
        measure=Measure.COMMITTED,
        keep_status=True,
    ),
    _open(
        name="open_commitments_for_work",
        instrument=_PURCHASE,
        cue=r"commitments? ",
        template=(
            r"{s},? {aux}(?:has|have|had) (?:(?:open|outstanding|remaining|firm|contractual|"
            r"capital|purchase|certain|construction) )*commitments? (?:relating|related|for|with "
            rf"respect)(?: to)? (?:the )?{_WORK}(?:(?!<P|<M)[^;]){{0,120}}? (?:of|totaling|"
            r"amounting to) {m}"
        ),
        target="suppliers",
        measure=Measure.COMMITTED,
        keep_status=True,
    ),
    Rule(
        name="prepaid_agreements",
        instrument=_SUPPLY,
        cue=r"prepaid|prepayments?",
        needs=r"agreement|commitment|capacity",
        where="filing",
        template=(
            r"[Pp]re(?:paid|payments? (?:under|for|on)) (?:(?:long-term|supply|capacity|purchase|"
            r"manufacturing|inventory|and|or|its|the|<P\d+>'s) )*(?:supply|capacity|purchase|"
            r"manufacturing|inventory)(?: (?:agreements?|commitments?|contracts?))+"
            r"(?:(?!<P|<M)[^;]){0,40}? (?:of|were|was|totaled|totaling) {m}"
        ),
        source=FILER,
        target="suppliers",
        refuses=r"\bimpair|\bwrit|\blosses\b|\bincrease|\bdecrease",
        measure=Measure.PAID,
        keep_status=True,
        needs_amount=True,
    ),
    _open(
        name="exercised_option_to_buy_goods",
        instrument=_SUPPLY,
        cue=r"exercised",
        needs=r"option",
        template=(
            r"{s},? {aux}exercised (?:an?|its|the|<P\d+>'s) (?:[a-z-]+ )?options? to (?:purchase|"
            r"buy|acquire|order) (?:(?!<P|<M)[^;]){3,80}?(?: from {t})? "
            r"(?:for|at) (?:[a-z ]{0,30})?{m}"
        ),
        refuses=_NO_GOODS + r"|\bbuilding|\bproperty\b|\bunits\b|\binterests?\b|\bfacilit",
    ),
)

PATTERN = rule_pattern("open_contracts", 1, _RULES)
