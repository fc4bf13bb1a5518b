"""Shares told by a sum of money and not by their number: agreed with a buyer, or in cash flows.

Accepts: "Lumen agreed to issue and sell to Corvid up to $25 million in shares of Series G preferred
stock."
Accepts: "Cash provided by financing activities included $579.9 million of proceeds from sales of
common stock under our ATM programme."
Refuses: "Cash provided by financing activities included proceeds of $9 million from our employee
stock purchase plan."

Lives here: rules used by `offerings`. Not here: counted shares (`share_sales`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.shares.investments_made import NO_PURCHASE, PRICED_STOCK
from graphbuild.extract.shares.share_sales import BROUGHT, COUNT, OFFER, SMALLEST_SALE, STOCK
from graphbuild.extract.shares.share_words import bought_instrument
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_NO_CASH = r"\bespp\b|purchase plan|pro forma|as adjusted|\bif\b|\bmay\b|intend"
_FROM = (
    r"proceeds (?:received )?(?:from|of) (?:(?:the|our|its|sales?|issuances?|issuance and sale|of|"
    r"under|shares|<P\d+>'s|[Cc]lass [A-C]|[Cc]ommon|[Oo]rdinary|[Pp]referred|[Ss]tock|in|pursuant|"
    r"to|through|from) )*"
)
_PROGRAM = rf"{OFFER}(?: (?:[Oo]ffering|[Pp]rogram(?:me)?|[Aa]greement|[Ff]acility))?"
_KINDS = r"(?:(?:the|net|gross|cash|total|aggregate|of|from|in) )*"
_CASH = (
    ("after", rf"{_FROM}{_PROGRAM}(?:(?!<M|\band\b|,)[^;]){{0,60}}?(?: of| totaling) {{m}}"),
    ("before", rf"{{m}} (?:of|in|from) {_KINDS}{_FROM}{_PROGRAM}(?! of <M)"),
)
_NOT_NEW = r"repurchas|buyback|tender offer|warrant|restricted|employee|\bnotes\b|treasury|exercise"

_with_sum = partial(Rule, instrument=_EQUITY, needs_amount=True)

SHARE_SUM_RULES: tuple[Rule, ...] = (
    *(
        _with_sum(
            name=f"cash_from_shares_{name}",
            cue=r"cash|financing activities",
            needs=r"proceeds",
            where="filing",
            refuses=_NO_CASH,
            template=template,
            measure=Measure.PAID,
            source="public-investors",
            target=FILER,
            keep_status=True,
            smallest=SMALLEST_SALE,
        )
        for name, template in _CASH
    ),
    _with_sum(
        name="investors_bought_sum_of_shares",
        cue=r"purchas|subscrib|bought",
        needs=r"shares|stock|units",
        where="filing",
        around=r"offering|placement|purchase agreement|subscription",
        refuses=_NOT_NEW.replace("warrant|", "") + r"|exercise|\bfrom\b|open market|option",
        hidden_source=True,
        template=(
            r"(?P<source><P\d+>),? {aux}(?:purchased|bought|subscribed for) {m} (?:of|in|worth of) "
            r"(?:<P\d+>'s |its |our |newly |new |issued )*(?:[A-Za-z-]+ ){0,3}?"
            r"(?:[Ss]hares|[Ss]tock|[Uu]nits)\b(?! (?:of|in) <P)"
        ),
        target=FILER,
        measure=Measure.PAID,
        smallest=SMALLEST_SALE,
    ),
    _with_sum(
        name="agreement_for_sum_from",
        instrument_of=bought_instrument,
        cue=r"agreement",
        needs=r"securities purchase|share purchase|stock purchase|subscription|equity purchase",
        refuses=r"\bnotes?\b|debenture|loan|acquisition|acquire|asset",
        template=(
            r"{t},? {aux}(?:(?:an?|the|definitive|entered|into|signed|executed) )*(?:[Ss]ecurities|"
            r"[Ss]hare|[Ss]tock|[Ss]ubscription|[Ee]quity)(?: [Pp]urchase| [Ss]ubscription)? "
            r"[Aa]greements? (?:providing |that provides )?for {m} (?:of|in) (?:[a-z]+ ){0,2}?"
            r"(?:financing|investment|funding|capital|equity|gross proceeds) (?:from|with) {s}"
        ),
        status=Status.SIGNED,
    ),
    _with_sum(
        name="agreements_for_sum",
        instrument_of=bought_instrument,
        cue=r"agreement",
        needs=r"securities purchase|share purchase|stock purchase|subscription|unit purchase",
        refuses=r"\bnotes?\b|debenture|loan|acquisition|acquire|asset|repurchase|sell all",
        where="filing",
        template=(
            r"{t},? {aux}(?:entered into|executed|signed) (?:[a-z]+ ){0,4}?(?:[Ss]ecurities|"
            r"[Ss]hare|[Ss]tock|[Uu]nit|[Ss]ubscription)(?: [Pp]urchase| [Ss]ubscription)? "
            r"[Aa]greements? (?:providing |that provides? )?(?:for|totaling|with) "
            r"(?:aggregate |gross |total |proceeds |of ){0,4}{m}(?: (?:of|in) (?:aggregate |total "
            r")?(?:gross|net) proceeds)?(?!(?: [a-z]+){0,3} (?:from|with) <P)"
        ),
        source="investors",
        status=Status.SIGNED,
    ),
    _with_sum(
        name="priced_offering_of_counted",
        cue=r"offering|placement",
        needs=r"shares|stock|\bads|units",
        where="news",
        refuses=r"\bnotes\b|debenture|\bbonds?\b|selling (?:share|stock)holder|secondary|existing",
        template=(
            r"{t},? {aux}pric(?:ed|es|ing) "
            rf"(?:an? |its |the )*{OFFER} of {COUNT} {STOCK}(?:(?!<M)[^;]){{0,160}}? {BROUGHT}"
        ),
        status=Status.SIGNED,
        source="public-investors",
    ),
    _with_sum(
        name="starts_programme",
        cue=r"at-the-market|\batm\b",
        where="news",
        refuses=r"\bnotes\b|complet|\bsold\b|terminat|proceeds",
        template=(
            r"{t},? {aux}(?:launch(?:es|ed)|announc(?:es|ed)|establish(?:es|ed)|fil(?:es|ed)(?: "
            r"for)?|sets? up|start(?:s|ed)|enter(?:s|ed)(?: into)?|expand(?:s|ed)|unveil(?:s|ed)) "
            r"(?:an? |its |new )*(?:{m} (?:[a-z]+ )?(?:at-the-market|ATM)|(?:at-the-market|ATM) "
            r"(?:[a-z]+ ){0,2}?(?:program(?:me)?|offering) (?:of|for|to (?:sell|raise)) {m2})"
        ),
        measure=Measure.CEILING,
        status=Status.ANNOUNCED,
        source="public-investors",
    ),
    _with_sum(
        name="commitment_to_buy_stock",
        cue=r"commitment to",
        where="filing",
        refuses=NO_PURCHASE,
        template=r"{s},? {aux}commitment to (?:acquire|purchase) " + PRICED_STOCK,
        status=Status.SIGNED,
    ),
    Rule(
        name="raised_by_sale_of_stock",
        instrument=InstrumentId.EQUITY,
        cue=r"rais(?:ed|ing)|\bsold\b",
        needs=r"proceeds",
        where="filing",
        refuses=r"debenture|\bwould\b|\bif\b|\bplan to\b|selling (?:stock|share)holder",
        template=(
            r"{t},? {aux}(?:rais(?:ed|ing) {m} (?:of|in) (?:(?:gross|net|aggregate|total|cash) "
            r")*proceeds from (?:the |our |its |<P\d+>'s )?(?:issuance and )?(?:sales?|issuances?) "
            r"of (?:<P\d+>'s )?(?:[A-Za-z-]+ ){0,4}?(?:stock|shares)\b|sold (?:[A-Za-z]+ "
            r"){0,3}?(?:stock|shares) (?:pursuant to|under) the (?:[a-z-]+ ){0,3}?(?:agreement|"
            r"program|facility) for (?:(?:aggregate|total|gross|net) )*proceeds of {m2})"
        ),
        measure=Measure.PAID,
        source="public-investors",
        keep_status=True,
        needs_amount=True,
    ),
)
