"""What a filing says of its buying and selling: obligations in sum, suppliers, trade with one
party.

Accepts: "As of June 30, 2026, we had purchase commitments totaling $2.4 billion, primarily for
servers."
Accepts: "We have foundry arrangements with Corvid Semiconductor Corp. for the production of
wafers."
Refuses: "Provisions for excess inventory purchase obligations totaled $908 million."

Lives here: wording found in notes of filings. Not here: tables (`commitment_tables`), shares of
revenue (`concentration`), the filer's own contracts one by one (`contracts`); remaining performance
obligations, a figure of the accounts that sums up contracts and would be counted beside them.
"""

import re
from functools import partial

from graphbuild.extract.grammar.goods import GOODS, goods_instrument
from graphbuild.extract.sentences.rules import ANTECEDENT, FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.trade.contract_kind import GPU_SERVICE
from graphbuild.extract.trade.dealings import DEALINGS
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_CLOUD, _SUPPLY, _PURCHASE = (
    InstrumentId.CLOUD_CONTRACT,
    InstrumentId.SUPPLY_CONTRACT,
    InstrumentId.PURCHASE_COMMITMENT,
)


def _obligation(words: str) -> InstrumentId:
    """An obligation of the filer toward many: cloud services are named as such."""
    head = re.split(r"\binclud|\bof which\b", words, maxsplit=1)[0]
    whole = head if "<M" in head else words
    return _CLOUD if re.search(r"cloud (?:service|comput)", whole, re.IGNORECASE) else _PURCHASE


def _served(words: str) -> InstrumentId:
    """What the filer's customers buy: processors by the year are a service."""
    return _CLOUD if GPU_SERVICE.search(words) else goods_instrument(words)


_owed = partial(
    Rule,
    where="filing",
    status=Status.SIGNED,
    keep_status=True,
    source=FILER,
    target="suppliers",
    needs_amount=True,
)
_committed = partial(_owed, instrument=_PURCHASE, measure=Measure.COMMITTED)
_promised_filer = partial(Rule, where="filing", target=FILER, needs_amount=True)
_capacity = partial(Rule, instrument=_CLOUD, instrument_of=goods_instrument, where="filing")

_RULES = (
    _committed(
        name="these_commitments_were",
        cue=r"commitments? ",
        around=r"suppl|manufactur|capacity|inventor|vendor|component|^other commitments",
        template=(
            r"(?:[Tt]hese|[Ss]uch|[Oo]ther) (?:[a-z-]+ ){0,2}?commitments,? {gap}"
            r"(?:were|are|totaled|amounted to) {m}"
        ),
        refuses=r"lease|loan|credit|lend|equity|\bfunds?\b|guarant|investment|letter",
    ),
    _owed(
        name="investment_commitments",
        instrument=InstrumentId.EQUITY,
        cue=r"investment commitments",
        template=(
            r"(?:[Uu]nfunded |[Oo]ur |[Ff]uture )?[Ii]nvestment commitments,? {gap}"
            r"(?:were|are|totaled|amounted to|of) {m}"
        ),
        refuses=r"lend|loan|letter|lease",
        target="investees",
        measure=Measure.COMMITTED,
    ),
    Rule(
        name="foundry",
        instrument=_SUPPLY,
        cue=r"foundry|wafer|manufactur|fabricat|assembl|supply agreement|test\b",
        needs=(
            r"foundry|wafer|manufactur|fabricat|assembl|supply agreement|packag|integrated "
            r"circuits|semiconductor"
        ),
        where="filing",
        template=(
            r"{s},? {aux}(?:(?:a )?part(?:y|ies) to (?:an? )?|ha(?:ve|s) |entered into )"
            r"(?:(?:an?|the|certain|our|its|long-term|multi-year|[A-Za-z-]+) ){0,4}?"
            r"(?:(?:foundry|supply|manufacturing|wafer|fabrication|packaging|purchase)[a-z ]*"
            r"(?:agreements?|arrangements?|relationships?)(?: [A-Z()]+)? with )?{t}"
        ),
        refuses=r"joint venture|patent|employ|equity|competit|insurance|may not be able|"
        r"<p\d+> (?:advanced )?(?:technolog|process|packag|platform|tool|software)",
    ),
    _capacity(
        name="commercial_arrangement",
        cue=r"commercial (?:arrangement|agreement)|collaboration agreement|services? agreement",
        template=(
            r"{t},? {aux}(?:ha(?:ve|s)|entered into) (?:an? |the )?(?:multi-year |long-term |"
            r"master )*(?:commercial (?:arrangement|agreement)|(?:cloud |master |collaboration "
            rf")?services? agreement)s? with {{s}}[^;]{{0,60}}?(?:provision|sale|supply) of {GOODS}"
        ),
        refuses=r"lease|terminat|services? to <p",
    ),
    _capacity(
        name="commercial_arrangement_with_it",
        cue=r"commercial (?:arrangement|agreement)",
        template=(
            rf"<P\d+>,? {{aux}}ha(?:ve|s) (?:an? |the )?(?:multi-year |long-term "
            rf")*commercial (?:arrangement|agreement)s?[^;]{{0,30}}?(?:provision|sale|"
            rf"supply) of (?:<P\d+> )?{GOODS}"
        ),
        source=ANTECEDENT,
        target=FILER,
    ),
    _promised_filer(
        name="contract_value_with",
        instrument=_CLOUD,
        instrument_of=_served,
        cue=r"contract value|contracted revenue|annualized revenue",
        template=(
            r"(?:contract value|contracted revenue|annualized revenue) (?:with|from) {s}(?:("
            r"?!<M)[^;]){0,120}? {m}(?: (?:of|in) annuali[sz]ed)?"
        ),
    ),
    _promised_filer(
        name="placed_order",
        instrument=_SUPPLY,
        instrument_of=goods_instrument,
        cue=r"order",
        template=(
            r"{s},? {aux}(?:placed|issued|submitted) (?:an? |additional |new |several |"
            r"initial )*(?:purchase )?orders? for (?:[^<>;]|<P\d+>){0,60}?(?= for)"
        ),
        looks_ahead=True,
        target="supplier",
        refuses=r"revenue|contract(?:ed)? value|court",
        status=Status.SIGNED,
    ),
    _promised_filer(
        name="prepayment",
        instrument=_CLOUD,
        cue=r"prepayment|prepaid",
        template=(
            r"{s},? {aux}(?:made|paid|provided|prepaid) (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:p"
            r"repayment of )?{m}(?=[^;]{0,80}(?:services?|capacity|prepayment|for))"
        ),
        refuses=r"deposit|lease|insurance|tax|interest",
        measure=Measure.PAID,
        needs=r"prepayment|prepaid",
    ),
    _committed(
        name="obligation_part",
        instrument_of=_obligation,
        cue=(
            r"cloud service agreements|cloud services agreements|cloud service commitments|"
            r"cloud computing"
        ),
        template=(
            r"(?:including|includes?|of which|and) {m} (?:of|for|in|related to|under|relates? to|"
            r"was for)[^<>;]{0,40}?(?:cloud (?:computing )?services?[^<>;]{0,20}(?:agreements|"
            r"commitments|arrangements)?)"
        ),
        target="cloud-service-providers",
    ),
    _committed(
        name="obligations_to_one",
        instrument_of=_obligation,
        cue=r"commitments|obligations|purchase orders",
        needs=r"purchase|non-?cancell?able|take-or-pay|minimum",
        refuses=r"lease|loan|credit|lending|performance obligations|debt|guarant|settlement|excess",
        template=(
            r"(?:[Pp]urchase|[Nn]on-?cancell?able|[Mm]inimum|[Tt]ake-or-pay) (?:[a-z-]+ ){0,3}?"
            r"(?:commitments?|obligations?|orders?),? (?:of|totaling|totaled|were|was|are|amounted "
            r"to|aggregating) {m} (?:with|to|from) (?P<target2><P\d+>)(?!,? (?:and|or) <P|, <P)"
        ),
        source=FILER,
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    ),
    _committed(
        name="obligations",
        instrument_of=_obligation,
        cue=r"commitments|obligations|purchase orders",
        needs=r"purchase|contractual|suppl|vendor|capacity|content|cloud|non-?cancell?able|"
        r"hardware|minimum commitments|equipment",
        refuses=r"lease (?:obligations|commitments|payments)|loan commitments|borrowing|credit "
        r"(?:commitments|agreement|facilit)|lending|performance obligations|debt obligations|"
        r"notes|warrant|tax|pension|guarant(?!eed commitments)|provisions?\b|reserve|release|"
        r"settlements? of|excess|deal value|backlog|remaining performance|\brpo\b|unbilled|"
        r"financing activities|financing obligations|cash outflow|used in|capital commitments to|"
        r"decrease|increase of|compared to|revenue commitments|warranty|royalt|shortfall|penalt|"
        r"interest",
        template=(
            r"(?:(?:{s}(?:'s)? )?(?:[a-z-]+ ){0,3}?{m} (?:of|in|for) (?:[a-z-]+,? ){0,8}?(?:"
            r"commitments|obligations|purchase orders)|(?:commitments|obligations|purchase "
            r"orders)(?: (?:(?:of|to) <P\d+>|[a-z-]+)){0,8}?,? (?:were|was|of|totaled|totaling|"
            r"totalled|are|is|amounted to|aggregating|approximated) {m2})"
        ),
    ),
    _owed(
        name="estimated_spend",
        instrument=_PURCHASE,
        instrument_of=_obligation,
        cue=r"(?:estimated|expected|minimum|committed) spend|commit\w* to spend|cash requirements",
        refuses=r"lease|loan|debt|notes|interest|\btax|capital commitments",
        template=(
            r"(?:[Ee]stimated|expected|minimum|total|committed) (?:total "
            r")?spend(?:ing)?(?:(?!<M)[^;]){0,110}? (?:is|was|of|are|were|approximates) {m}|"
            r"(?:commitment|obligation|committed|obligated) to (?:spend|purchase) {m2}|"
            r"[Cc]ash requirements (?:related to|under|for|from) (?:[a-z-]+ |<P\d+>'s ){0,3}?"
            r"(?:purchase (?:obligations|commitments)|(?:supply|service|purchase) (?:contracts|"
            r"agreements))(?:(?!<M)[^;]){0,220}? (?:is|are|were|was|totaled) (?P<amount3><M\d+>)"
        ),
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
    _promised_filer(
        name="recognised_sales",
        instrument=InstrumentId.REVENUE,
        cue=r"sales to|revenue|resales to|income from|gain from|royalt",
        template=(
            r"(?:{t}(?:'s)? )?{aux}(?:(?:[A-Za-z]+ ){0,2}(?:[Rr]e)?(?:[Ss]ales|[Rr]evenues?) "
            r"(?:to|from) {s}[^;]{0,60}?(?:amounted to|totaled|totalled|were|was|of) {m}|"
            r"(?:recogni[sz]ed|recorded|earned|generated) (?:(?:[a-z]+ ){0,2}revenues? of "
            r")?{m2}(?: (?:of|in))?[^<>;]{0,80}?(?: |^)(?:from|with|to) (?P<source2><P\d+>))"
        ),
        measure=Measure.RECOGNISED,
        keep_status=True,
        refuses=r"customers representing|receivable|cost of|interest income|decrease|increase|"
        r"compared",
        only_organisations=True,
    ),
    *DEALINGS,
)

PATTERN = rule_pattern("obligations", 1, _RULES)
