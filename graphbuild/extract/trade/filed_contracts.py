"""Trade of the filer with one named party, told around the agreement: who must buy, pay or let.

Accepts: "We have an agreement with Meridian under which we are committed to spend $1.6 billion."
Accepts: "Our contracts with Tidepool represent $6.7 billion of contracted revenue."
Refuses: "Our agreement with Tidepool may require us to pay $5 million if we terminate it."

Lives here: wordings where the agreement stands with its party and another clause gives direction
and sum. Not here: verbs with both parties beside them (`commitment`), agreements whose direction
must be inferred (`contracts`), sums toward many (`obligations`).
"""

import re
from functools import partial

from graphbuild.extract.grammar.goods import goods_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_CLOUD, _SUPPLY, _PURCHASE, _LEASE = (
    InstrumentId.CLOUD_CONTRACT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.PURCHASE_COMMITMENT,
    InstrumentId.LEASE,
)
_AGREEMENT = r"(?:[Aa]greements?|[Cc]ontracts?|[Aa]rrangements?|[Oo]rders?|[Oo]rder [Ff]orms?)"
_BUY = r"(?:spend|pay|purchase|buy|consume|procure)"
_NO_TRADE = (
    r"loan|credit|lend|notes|shares|stock|merger|acquisition of|acquire|indemn|severance|employ|"
    r"settle|penalt|damages|terminat|tax|dividend|royalt|commission|interest\b|guarant|insur"
)
_REVENUE = (
    r"(?:total |aggregate |expected |anticipated |minimum |future |remaining |annual )*"
    r"(?:contract(?:ed)? (?:values?|revenues?)|annuali[sz]ed revenues?)"
)


def _sold(words: str) -> InstrumentId:
    """What the filer sells: space where the contract is a lease, else by the goods."""
    return _LEASE if re.search(r"\b[Ll]eases?\b|colocation", words) else goods_instrument(words)


def _hosted(words: str) -> InstrumentId:
    """Colocation is space, hosting a service."""
    return _LEASE if re.search(r"co-?location", words) else _CLOUD


_filed = partial(Rule, where="filing", refuses=_NO_TRADE, keep_status=True)
_filed_sum = partial(_filed, needs_amount=True)

_RULES = (
    _filed_sum(
        name="agreement_binds_buyer",
        instrument=_PURCHASE,
        instrument_of=goods_instrument,
        cue=r"under which|pursuant to which|whereby|requires|obligates|commits",
        template=(
            rf"{_AGREEMENT}\b[^<>;]{{0,40}}? with {{t}}[^;]{{0,70}}?(?:,? (?:(?:under|pursuant to) "
            rf"which|whereby),? {{s}},? {{aux}}(?:obligated to |required to )?{_BUY} {{m}}|,? "
            rf"(?:requires?|obligates?|commits?) (?P<source2><P\d+>) to {_BUY} {{m2}})"
        ),
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
    ),
    _filed_sum(
        name="agreement_brings_revenue",
        instrument=_CLOUD,
        instrument_of=_sold,
        cue=r"contract|annuali[sz]ed",
        needs=r"revenue|contract(?:ed)? value",
        template=(
            rf"(?:{_AGREEMENT}|[Ll]eases?) with {{s}}(?:(?!<P|<M)[^;]){{0,90}}?(?:{_REVENUE}"
            rf"[^<>;]{{0,50}}? {{m}}|(?:represents?|representing|worth|generates?) {{m2}} "
            rf"(?:of|in) {_REVENUE})"
        ),
        target=FILER,
        refuses=r"recogni[sz]ed|recorded|decrease|increase in revenue|terminat|expired",
        status=Status.SIGNED,
    ),
    _filed_sum(
        name="commitment_with",
        instrument=_PURCHASE,
        cue=r"commitments?|obligations?",
        needs=r"purchas|suppl|order|capacity|cloud|servers|miners|equipment|agreement with",
        template=(
            r"(?:{s}(?:'s|,? {aux}(?:ha(?:ve|s|d)|maintains?)) (?:[a-z]+ ){0,3}?)?"
            r"(?:(?:outstanding|remaining|purchase|firm|open|minimum|future|additional|unpaid) "
            r")+(?:commitments?|obligations?)(?: under [^<>;]{0,50}?(?:agreements?|contracts?|"
            r"orders?))? (?:with|to) {t}[^<>;]{0,60}? (?:of|is|are|was|were|totaled|totaling) {m}"
        ),
        source=FILER,
        refuses=_NO_TRADE + r"|lease|performance obligation",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
    ),
    _filed_sum(
        name="commitment_left",
        instrument=_PURCHASE,
        cue=r"leaving|remaining",
        needs=r"deposit|paid|purchas",
        template=(
            r"to {t} (?:for|toward) the purchase of [^;]{0,90}?,? leaving (?:an? )?(?:additional |"
            r"remaining )*(?:commitment|balance|obligation)(?: of)? {m}"
        ),
        source=FILER,
        refuses=_NO_TRADE.replace("|shares", ""),
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
    ),
    _filed_sum(
        name="commitment_raised",
        instrument=_CLOUD,
        instrument_of=goods_instrument,
        cue=r"amended|extended|expanded|renewed",
        template=(
            r"{s},? {aux}(?:amended|extended|expanded|renewed) (?:its|our|the|their|an|<P\d+>'s) "
            rf"[^<>;]{{0,50}}?{_AGREEMENT}\b[^<>;]{{0,20}}? with {{t}}[^<>;]{{0,40}}? to "
            r"(?:increase|raise|reduce|set) (?:<P\d+>'s |its |the )?(?:[a-z]+ ){0,3}?"
            r"(?:commitments?|spend) to {m}"
        ),
        measure=Measure.COMMITTED,
        status=Status.AMENDED,
    ),
    _filed_sum(
        name="prepaid_to",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"prepaid|prepayment|advance payment|payments? (?:of|totaling)",
        template=(
            r"{s},? {aux}(?:(?:prepaid|advanced) {m}|(?:made|paid|provided) (?:an? |the "
            r")?(?:[a-z-]+ ){0,2}?(?:prepayments?|advance payments?|payments) "
            r"(?:of|totaling) {m2}) to {t}(?= (?:for|under|toward|related to|in connection))"
        ),
        refuses=_NO_TRADE + r"|lease|rent\b",
        needs=r"purchas|suppl|servers|gpus?|chips|wafer|miners|capacity|equipment|cloud|turbines",
        measure=Measure.PAID,
    ),
    _filed(
        name="must_purchase_from",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"obligated|required|agreed|committed",
        needs=r"purchase|buy|procure",
        template=(
            r"{s},? (?:is|are|has|have)? ?(?:obligated|required|agreed|committed|contracted) to "
            r"(?:purchase|buy|procure) (?:(?!<M|<P)[^;]){0,60}?(?:power|electricity|energy|"
            r"capacity|gas|wafers|chips|servers|miners|GPUs|equipment|components)\b(?:(?!<M|"
            r"<P)[^;]){0,40}? from {t}"
        ),
        only_named=True,
        status=Status.SIGNED,
    ),
    _filed(
        name="arrangement_for_purchase",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"arrangements?|agreements?|relationships?",
        needs=r"purchase of|purchase|supply of",
        template=(
            r"(?:with|over|in) {t},? (?:(?!<M|<P\d+>(?!'s))[^;]){0,90}?(?:commercial|supply|"
            r"purchase) (?:arrangements?|agreements?|relationships?) for the "
            r"(?:purchase|supply) of (?!<P|<M|shares|stock|notes)"
        ),
        source=FILER,
        refuses=r"loan|credit|notes|merger|terminat|settle|\bif\b|could|may\b",
        only_named=True,
    ),
    Rule(
        name="leases_capacity_of_filer",
        instrument=_LEASE,
        cue=r"\bleas",
        where="filing",
        needs=r"\bmw\b|megawatt|gigawatt|critical it",
        template=(
            r"{s},? {aux}(?:leas(?:e|ed|es|ing)|pre-?leased) (?:all |the |an |additional |entire |"
            r"remaining |approximately |up to |of |full |initial )*[\d,.]+ ?(?:MW|megawatts?|GW|"
            r"gigawatts?)\b(?![^;]{0,80} (?:from|to|by) <P)"
        ),
        target=FILER,
        looks_ahead=True,
        refuses=r"lease (?:expense|cost)|right-of-use|available (?:for|to) lease|subleas",
        status=Status.SIGNED,
    ),
    _filed(
        name="hosts_for",
        instrument=_CLOUD,
        instrument_of=_hosted,
        cue=r"hosting|colocation|co-location|cloud services|compute services|\bhosts?\b",
        template=(
            r"{t} (?:currently |also )?(?:provides?|hosts?) (?:(?!<M|<P)[^;]){0,60}?(?:hosting|"
            r"colocation|co-location|cloud|compute|mining|miners|GPUs)(?: (?:services|capacity|"
            r"infrastructure))* (?:to|for) {s}(?!'s)"
        ),
        refuses=r"proof|blockchain|security|would|could|\bif\b|terminat|expired",
        only_named=True,
        only_organisations=True,
    ),
    Rule(
        name="sublease_income",
        instrument=_LEASE,
        cue=r"subleas",
        where="filing",
        template=(
            r"{t},? {aux}subleas(?:e|es|ed|ing) (?:(?!<M|<P\d+>(?!'s))[^;]){0,80}? "
            r"to {s}[^;]{0,80}?(?:received|recogni[sz]ed|recorded|earned|of) [^<>;]{0,30}?{m}"
        ),
        measure=Measure.RECOGNISED,
        keep_status=True,
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("filed_contracts", 1, _RULES)
