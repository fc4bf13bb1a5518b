"""Shares sold to the public or placed: programmes, offerings, first listings.

Accepts: "Under the at-the-market program we may sell shares for up to $500 million."
Accepts: "The gross proceeds to Lumen from the offering were $159.4 million."
Refuses: "We intend to use the net proceeds of any offering for general corporate purposes."

Lives here: wording of `equity` from investors who are not named. Agents and underwriters are not
investors.
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.allotments import ALLOTMENT_RULES
from graphbuild.extract.shares.listings import LISTINGS
from graphbuild.extract.shares.share_sales import SHARE_SALE_RULES, SMALLEST_SALE
from graphbuild.extract.shares.share_sums import SHARE_SUM_RULES
from graphbuild.extract.shares.share_words import SHARES, bought_instrument
from graphbuild.extract.shares.warrant_exercises import EXERCISE_RULES
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_OF_HOLDERS = r"secondary (?:public )?offering"
"""There holders sell what they have; the issuer gets nothing."""
_offered = partial(Rule, instrument=_EQUITY, source="public-investors", needs_amount=True)
_offered_as_told = partial(_offered, keep_status=True)
_with_sum = partial(Rule, instrument=_EQUITY, needs_amount=True)
_listed = partial(Rule, instrument=_EQUITY, where="news", source="public-investors")

_RULES = (
    _offered_as_told(
        name="at_the_market",
        cue=r"at[- ]the[- ]market|\batm\b|equity distribution agreement|sales agreement",
        template=(
            r"{wide}(?:having|with|up to|for|of|to sell|issue and sell|sale of|offer and "
            r"sell|may sell){wide}(?:an aggregate |aggregate )?(?:offering price|sales "
            r"price|gross sales price|gross proceeds|amount|value)?(?: of)? ?{m}|"
            r"{m2}(?: |-)(?:[a-z-]+ ){0,3}?(?:at[- ]the[- ]market|ATM)"
        ),
        needs=r"offering|program|shares|stock",
        measure=Measure.CEILING,
        target=FILER,
        refuses=r"(?<!be )(?<!offered and )sold|ha(?:ve|s|d) offered and sold|issued|received|"
        r"net proceeds|gross proceeds from|terminat|completed the sale|resulting in|"
        r"financing activities|partially offset",
    ),
    _with_sum(
        name="sold_shares_to",
        cue=r"shares|stock|preferred|units",
        template=(
            rf"{{t}},? {{aux}}(?:issue[sd]?(?: and sold)?|sell|sold|issue and sell|selling) "
            rf"{{wide}}{SHARES}{{wide}}to {{s}}{{wide}}(?:for|of|at) {{m}}"
        ),
        measure=Measure.PAID,
        refuses=r"exercise price|restricted stock|options to purchase|stock option|repurchase",
    ),
    _with_sum(
        name="subscribes_to_fund",
        cue=r"subscription agreement",
        template=(
            r"{s},? {aux}subscription agreements? with <P\d+>,? for (?:an? )?(?:[a-z]+ "
            r")?investments? of {m} (?:in|into) (?:its |the )?{t}"
        ),
        status=Status.SIGNED,
    ),
    _with_sum(
        name="subscribes",
        cue=r"subscription agreement",
        template=(
            r"{s},? {aux}subscription agreement with {t} (?:for (?:an? )?investment|to (?:invest|"
            r"subscribe|purchase))"
        ),
        looks_ahead=True,
        status=Status.SIGNED,
    ),
    _with_sum(
        name="private_placement_to",
        instrument_of=bought_instrument,
        cue=(
            r"private placement|registered direct|subscription agreement|securities "
            r"purchase agreement|stock purchase agreement"
        ),
        template=(
            r"{t},? {aux}{wide}(?:private placement|registered direct offering|(?:subscription|"
            r"securities purchase|stock purchase|share purchase) agreements?) {wide}(?:with|"
            r"to) {s}{wide}(?:proceeds|purchase price|aggregate|price|for|of){gap} {m}"
        ),
        status=Status.SIGNED,
        refuses=r"acquisition of|repurchase|for (?:an? )?investment of|to invest|fund subscription",
    ),
    _offered(
        name="priced_shares",
        cue=r"pric",
        needs=r"shares|stock|\bads",
        where="filing",
        refuses=r"\bnotes\b|debenture|\bbonds\b|repurchas|exercise price|option plan|\bif\b",
        template=(
            r"{t},? {aux}pric(?:ed|es|ing)(?: of)? (?:(?!<M)[^;]){0,180}?(?:proceeds|raising|"
            r"offering (?:size|amount)|totaling|aggregate)[^<>;]{0,50}? {m}"
        ),
        status=Status.SIGNED,
    ),
    *ALLOTMENT_RULES,
    *EXERCISE_RULES,
    *SHARE_SALE_RULES,
    *SHARE_SUM_RULES,
    _offered_as_told(
        name="sales_agreement_for",
        cue=r"sales agreement|distribution agreement|at[- ]the[- ]market",
        where="filing",
        template=(
            r"(?:[Aa]greement|[Pp]rogram|[Oo]ffering)[^;]{0,200}?{m} (?:of|in) (?:shares of "
            r")?(?:<P\d+>'s )?(?:[A-Za-z]+ ){0,3}(?:stock|shares) may be (?:offered|issued|sold)"
        ),
        measure=Measure.CEILING,
        target=FILER,
    ),
    _offered_as_told(
        name="placement_proceeds",
        cue=r"proceeds",
        around=r"(?:private placement|offering|sale) of (?:an aggregate of )?[^.]{0,80}shares",
        refuses=_OF_HOLDERS + r"|\bnotes\b|debenture|\bbonds?\b|intend|used|use of|warrants|if ",
        template=(
            r"(?:gross|net) proceeds to {t} (?:will be|were|are expected to be|are|is|totaled) {m}"
        ),
        status=Status.SIGNED,
        source="purchasers",
        where="filing",
    ),
    _offered_as_told(
        name="option_exercised",
        cue=r"option",
        needs=r"underwrit|over-allotment|overallotment|offering",
        hidden_source=True,
        template=(
            r"(?:[Uu]nderwriters?|(?P<source><P\d+>))(?:(?!<M)[^;]){0,60}? exercised"
            r"(?:(?!<M)[^;]){0,60}? (?:option|over-allotment)(?:(?!<M)[^;]){0,140}?proceeds"
            r"(?:[^<>;]|<P\d+>){0,60}? (?:of|were|was) {m}"
        ),
        source="underwriters",
        target=FILER,
        measure=Measure.PAID,
        refuses=_OF_HOLDERS + r"|notes\b|bonds|debenture",
    ),
    _offered_as_told(
        name="proceeds_to",
        cue=r"proceeds",
        needs=r"offering|\bipo\b|placement",
        refuses=_OF_HOLDERS
        + r"|\bnotes\b|debenture|\bbonds?\b|intend to use|will use|used the|use of "
        r"proceeds|if the|warrants",
        template=(
            r"(?:gross|net|aggregate|total) (?:proceeds|cash proceeds)(?: received)? (?:to|"
            r"by) {t} (?:from|in|of)[^<>;]{0,60}?(?:were|was|of|totaled|totaling) {m}"
        ),
        measure=Measure.PAID,
    ),
    _offered_as_told(
        name="offering_proceeds",
        cue=r"offering|\bipo\b|placement|at-the-market|\batm\b|(?:issuance|sale) of (?:these"
        r"|the|such)",
        needs=r"shares|stock|\bipo\b|initial public offering|\bads",
        refuses=_OF_HOLDERS
        + r"|\bnotes?\b|debenture|\bbonds?\b|intend to use|will use|used the|use of "
        r"proceeds|expense|if the|line of credit|financing activities|\bwould\b|"
        r"propos|selling (?:stock|share)holder",
        template=(
            r"(?:{t}|[Tt]he (?:Offering|IPO|offering|issuance|sale)|[Oo]ffering|IPO|"
            r"placement){wide}(?:generat|receiv|result|rais|for|with|sold|issued|clos|"
            r"complet){wide}(?:gross |net |aggregate |total )*(?:proceeds|consideration)(?: to "
            r"<P\d+>)?(?:[^<>;]{0,70}? (?:of|were|was|totaled|totaling)) {m}"
        ),
        measure=Measure.PAID,
        target=FILER,
        smallest=SMALLEST_SALE,
    ),
    _offered_as_told(
        name="its_sized_raise",
        cue=r"equity|\bipo\b|initial public offering",
        refuses=r"propos|planned|potential|upcoming|expected|debt|valuation|surpass|eclips|exceed",
        template=(
            r"{t}'s (?:recent |previous |prior |first |oversubscribed )?{m} (?:[a-z-]+ ){0,2}?"
            r"(?:equity (?:financing|raise|offering|private placement)|initial public offering|"
            r"IPO)\b"
        ),
    ),
    _offered(
        name="offers_own_shares",
        cue=r"shares|stock",
        needs=r"offering|offer",
        refuses=r"repurchas|buyback|tender|option to purchase shares",
        template=(
            r"{t},? {aux}(?:offer(?:s|ed|ing)?|sell(?:s|ing)?|sold|pric(?:e[sd]|ing)) {m} (?:worth "
            r")?of (?:its |the )?(?:[A-Za-z-]+ ){0,4}?(?:shares|stock)\b(?! (?:of|in) <P)"
        ),
        status=Status.ANNOUNCED,
    ),
    _offered(
        name="priced_and_raised",
        cue=r"pric",
        needs=r"rais|proceeds",
        where="news",
        refuses=r"\bnotes?\b|debenture|\bbonds?\b|\bdebt\b|guidance|forecast",
        template=(
            r"{t},? {aux}pric(?:ed|es|ing) (?:(?:its|the|an?) (?:[A-Za-z-]+ "
            r"){0,4}?(?:IPO|offering|listing|debut|float|shares|stock) )?at <V\d+>[^;]{0,90}?,? "
            r"(?:rais(?:ing|ed)|to raise|for (?:gross )?proceeds of) {m}"
        ),
    ),
    _listed(
        name="plans_listing",
        cue=r"listing|flotation|\bfloat\b",
        refuses=r"delist|listings? of|\bjob\b|apartment",
        template=(
            r"{t}(?!'s),? {aux}(?:plan(?:s|ned|ning)?|eye(?:s|ing)?|consider(?:s|ing)?|"
            r"weigh(?:s|ing)?|explor(?:es|ing)|prepar(?:es|ing)|seek(?:s|ing)?|pursu(?:es|ing)|"
            r"mull(?:s|ing)|target(?:s|ing)) (?:for )?(?:an?|its|the) (?:[A-Za-z.–-]+ "
            r"){0,4}?(?:listing|flotation|float)\b"
        ),
        status=Status.RUMOURED,
        keep_status=True,
        confidence=Confidence.WEAK,
    ),
    _listed(
        name="ipo_news",
        cue=r"\bipo\b|initial public offering|public debut|goes public",
        refuses=r"after (?:its|the) ipo|since (?:its|the) ipo|before (?:its |the |an )?ipo|"
        r"ahead of (?:its |the |an? )?(?:[a-z]+ )?(?:ipo|initial public)|pre-ipo|momentum|"
        r"underwrit|advis|record ipo by|shares (?:fell|rose|jump|slid|drop)",
        template=(
            r"{t},? {aux}(?:[Rr]ais(?:e[sd]?|ing)|[Pp]ric(?:e[sd]?|ing)|[Ss]eeks?|"
            r"[Pp]lans?|[Tt]arget(?:s|ing)?|[Ee]xpects?|[Ll]aunch(?:es|ed)?|[Cc]onsiders?) "
            r"(?:{m} )?[^<>;]{0,30}(?:IPO|initial public offering|[Pp]ublic [Dd]ebut)"
        ),
        status=Status.ANNOUNCED,
        confidence=Confidence.WEAK,
    ),
    *LISTINGS,
)

PATTERN = rule_pattern("offerings", 1, _RULES)
