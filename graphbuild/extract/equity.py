"""Money for shares: investments, rounds, offerings, at-the-market programmes.

Accepts: "Brightwater Capital invested $40 million in Lumen Robotics."
Accepts: "Lumen Robotics raises $13B Series F at $183B post-money valuation".
Refuses: "Lumen Robotics raised its full-year revenue forecast to $4 billion."

Lives here: wording of `equity` and of `convertible` where shares are bought. Not here: notes sold to
the public (`debt`), purchases of whole companies (`acquisition`).
"""

from graphbuild.extract.rules import ANTECEDENT, FILER, ROUND, Rule, rule_pattern
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_NOT_MONEY_RAISED = (
    r"forecast|guidance|outlook|price target|dividend|tariff|doubts|questions|concern|prices\b|stakes\b"
    r"|annualized revenue|run[- ]rate"
)
_DEBT_WORDS = (
    r"\bbonds?\b|\bnotes?\b|\bdebt\b|\bloans?\b|credit facilit|commercial paper|convertible|debenture|investment[- ]grade"
)
_SHARES = (
    r"(?:shares?|(?:common|preferred|ordinary|capital|voting|nonvoting|non-voting) (?:stock|shares?|units?)|stock|units|equity|"
    r"equity interests?|american depositary shares|ADSs?)"
)
_ROUND = r"(?:[Ss]eries [A-Z]\d?|[Ss]eed|[Ff]unding|[Ee]quity|[Ff]inancing|[Vv]enture|[Cc]apital|[Rr]ound|[Ii]nvestment)"


def _instrument(words: str) -> InstrumentId:
    """A convertible note bought is `convertible`, all else here is `equity`."""
    text = words.lower()
    is_note = "convertible" in text or "safe" in text.split() or "simple agreement for future" in text
    return InstrumentId.CONVERTIBLE if is_note else _EQUITY


_RULES = (
    Rule(
        name="invests_in_note",
        instrument=InstrumentId.CONVERTIBLE,
        cue=r"invest",
        needs=r"convert|\bnotes?\b|simple agreement for future equity|\bsafe\b",
        template=r"{s},? {aux}(?:make |made )?(?:an )?(?:invest(?:ed|s|ing|ments?)?) {gap}(?:of |in |into )?{m} (?:in |into )?(?:an? |the )?(?:\w+ )?(?:convertible )?(?:promissory )?(?:notes?|SAFE)(?: (?:from|of|issued by|in|with) {t})?",
        measure=Measure.PAID,
        status=Status.FUNDED,
        needs_amount=True,
        target=ANTECEDENT,
    ),
    Rule(
        name="invests_more",
        instrument=InstrumentId.CONVERTIBLE,
        cue=r"invest",
        needs=r"convertible note|convertible promissory",
        template=r"(?:,|and) (?P<aux>(?:will|agreed to|committed to|expects? to|may) )invest {m}(?! (?:in|into) <P)",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        source=FILER,
        target=ANTECEDENT,
        needs_amount=True,
    ),
    Rule(
        name="invests_in",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"invest",
        refuses=r"invested in (?:the )?(?:research|facilities|people)",
        template=r"{s},? {aux}invest(?:s|ed|ing)? {m}(?:(?! (?:in|into) )[^<>;]){0,60} (?:in|into) (?!(?:the )?(?:U\.S\.|United States|AI infrastructure|infrastructure))(?:[a-z-]+ ){0,5}?{t}",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="invests_without_figure",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"invest",
        where="news",
        template=r"{s},? {aux}(?:invest(?:s|ed|ing)?|(?:takes?|took|buys?|bought) (?:an? )?(?:\w+ ){0,2}stake) in {t}(?!'s|-)",
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="investment_of",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |an? |the |additional |strategic |equity |minority )*{m}(?: |-)(?:[a-z-]+ ){0,3}investment (?:in|into) {t}",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="investment_amount_after",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |an? |the |additional |strategic |equity |minority )*[Ii]nvestment (?:in|into) {t} (?:of|totaling|worth|valued at|for) {m}",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="investment_by",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=r"{t} {aux}(?:receives?|received|secured?|secures|gets?|got|won|wins) {m}(?: |-)(?:[a-z-]+ ){0,3}(?:investment|funding|financing|equity) from {s}",
        status=Status.FUNDED,
        refuses=_DEBT_WORDS,
        needs_amount=True,
    ),
    Rule(
        name="headline_investment",
        instrument=_EQUITY,
        cue=r"investment in",
        where="headline",
        template=r"^{s}(?:'s)? (?:[A-Za-z]+ ){0,3}(?:and )?[Ii]nvestment in {t}",
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="round_led_by",
        instrument=_EQUITY,
        cue=r"led by|co-led",
        needs=r"round|series|funding|financing|raise",
        refuses=_DEBT_WORDS,
        template=r"{t},? {aux}(?:rais(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|announce[sd]?|complet(?:e[sd]?|ing)|land(?:s|ed)) {m}{wide}(?:led|co-led|backed) by {s}(?:,? with participation (?:from|by) (?:existing investors |new investors )?{members})?",
        status=Status.FUNDED,
        needs_amount=True,
        is_joint=True,
    ),
    Rule(
        name="part_of_round",
        instrument=_EQUITY,
        cue=r"including",
        needs=r"rais|round|funding",
        refuses=_DEBT_WORDS,
        template=r"{t},? {aux}(?:rais(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|secur(?:e[sd]?|ing)) [^;]{0,80}?<M\d+>[^<>;]{0,40}?,? including {m} from {s}",
        status=Status.FUNDED,
        where="news",
        shares_words=True,
        needs_amount=True,
    ),
    Rule(
        name="leads_round_in",
        instrument=_EQUITY,
        cue=r"\blead|\bled\b",
        where="news",
        refuses=_DEBT_WORDS,
        template=r"{s},? {aux}(?:co-)?(?:leads?|led|leading) {m}(?: |-)(?:[A-Za-z-]+ ){0,4}?(?:round|investment|funding|financing)(?: (?:in|for|of)) {t}",
        status=Status.FUNDED,
        needs_amount=True,
        is_joint=True,
    ),
    Rule(
        name="stake_sized",
        instrument=_EQUITY,
        cue=r"stake|shares",
        where="news",
        refuses=r"\bsells?\b|\bsold\b|buyback|repurchase",
        template=r"{s},? {aux}(?:buy|buys|bought|buying|acquire[sd]?|tak(?:e|es|ing)|took|purchas(?:e[sd]?|ing)) {m}(?: |-)(?:worth of |of )?(?:[a-z]+ ){0,2}(?:stake|shares|equity) in {t}",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="safe_with",
        instrument=InstrumentId.CONVERTIBLE,
        cue=r"simple agreement for future equity|\bsafe\b|convertible (?:promissory )?note",
        template=r"{s},? {aux}(?:entered into|signed|executed|purchased) [^<>;]{0,60}?(?:[Ss]imple [Aa]greement for [Ff]uture [Ee]quity|SAFE|[Cc]onvertible (?:[Pp]romissory )?[Nn]ote)[^<>;]{0,40}? (?:with|from|issued by) {t}",
        looks_ahead=True,
        needs_amount=True,
        measure=Measure.PAID,
        refuses=r"offering|conversion price|holders",
    ),
    Rule(
        name="bought_our_shares",
        instrument=_EQUITY,
        cue=r"stock|shares|units",
        template=rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|subscribed for|invest(?:ed|s)?|buy) {{m}} (?:worth )?(?:of|in) {{t}}(?:'s)? (?:[A-Za-z-]+ ){{0,4}}?{_SHARES}",
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback|treasury",
    ),
    Rule(
        name="receives_equity",
        instrument=_EQUITY,
        cue=r"receiv",
        where="news",
        template=r"{s},? {aux}receiv(?:e[sd]?|ing) {m} (?:worth )?(?:of|in) (?:equity|stock|shares) (?:in|of|from) {t}",
        status=Status.SIGNED,
        needs_amount=True,
    ),
    Rule(
        name="raised_from",
        instrument=_EQUITY,
        cue=r"rais|secur|clos",
        needs=r"\bfrom\b",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED,
        template=r"{t},? {aux}(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)) {m}[^<>;]{0,60}? from (?:investors,? (?:including|such as|led by) )?{s}",
        status=Status.FUNDED,
        where="news",
        needs_amount=True,
    ),
    Rule(
        name="raises",
        instrument=_EQUITY,
        cue=r"rais|clos|secur|lands|complet|announc",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED,
        template=rf"{{t}},? {{aux}}(?:(?:pleased|excited|thrilled|proud) to announce )?(?:[Rr]ais(?:e[sd]?|ing)|(?:[Cc]los(?:e[sd]?|ing)|[Ss]ecur(?:e[sd]?|ing)|[Ll]and(?:s|ed)|[Cc]omplet(?:e[sd]?|ing)|[Aa]nnounc(?:e[sd]?|ing))(?=[^;]{{0,90}}{_ROUND})) (?!about [^<]*(?:forecast|price))(?:(?:its|our|an?|the|over|oversubscribed) )*(?:{_ROUND} ){{0,3}}(?:of )?{{m}}",
        status=Status.FUNDED,
        source="investors",
        where="news",
        needs_amount=True,
    ),
    Rule(
        name="raises_series",
        instrument=_EQUITY,
        cue=r"series [a-h]\b",
        refuses=_DEBT_WORDS,
        template=r"{t},? {aux}(?:[Rr]ais(?:e[sd]?|ing)|[Cc]los(?:e[sd]?|ing)|[Aa]nnounc(?:e[sd]?|ing)|[Cc]omplet(?:e[sd]?|ing)) (?:(?:its|our|an?|the|over|oversubscribed) )*[Ss]eries [A-H]\b(?![^<]*<M)",
        status=Status.FUNDED,
        source="investors",
    ),
    Rule(
        name="at_the_market",
        instrument=_EQUITY,
        cue=r"at[- ]the[- ]market|\batm\b|equity distribution agreement|sales agreement",
        template=r"{wide}(?:having|with|up to|for|of|to sell|issue and sell|sale of|offer and sell|may sell){wide}(?:an aggregate |aggregate )?(?:offering price|sales price|gross sales price|gross proceeds|amount|value)?(?: of)? ?{m}",
        needs=r"offering|program|shares|stock",
        measure=Measure.CEILING,
        status=Status.FUNDED,
        source="public-investors",
        target=FILER,
        needs_amount=True,
        keep_status=True,
        refuses=r"sold|issued|received|net proceeds|gross proceeds from|terminat",
    ),
    Rule(
        name="sold_shares_to",
        instrument=_EQUITY,
        cue=r"shares|stock|preferred|units",
        template=rf"{{t}},? {{aux}}(?:issue[sd]?(?: and sold)?|sell|sold|issue and sell|selling) {{wide}}{_SHARES}{{wide}}to {{s}}{{wide}}(?:for|of|at) {{m}}",
        status=Status.FUNDED,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"exercise price|restricted stock|options to purchase|stock option|repurchase",
    ),
    Rule(
        name="purchased_shares_of",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"shares|stock|preferred|stake|units|equity",
        template=rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|subscrib(?:e[sd]?|ing)(?: for)?) {{m}} (?:worth )?(?:of |in )?(?:[A-Za-z-]+ ){{0,4}}?(?:{_SHARES}|stake|convertible notes?) (?:of|in|from|issued by) {{t}}",
        status=Status.FUNDED,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback|exercise price",
    ),
    Rule(
        name="stake_for",
        instrument=_EQUITY,
        cue=r"stake|shares|interest",
        template=r"{s},? {aux}(?:buy|buys|bought|purchas(?:e[sd]?|ing)|acquir(?:e[sd]?|ing)|tak(?:e|es|ing)|took) (?:(?:an?|the|roughly|about|approximately|minority|majority|<S\d+>|additional|up|to|of|more|than) )*(?:stake|equity interest|interest|shares) in {t},? (?:[a-z-]+ ){0,4}?(?:for|worth|valued at) {m}",
        status=Status.FUNDED,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback",
    ),
    Rule(
        name="private_placement_to",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"private placement|registered direct|subscription agreement|securities purchase agreement|stock purchase agreement",
        template=r"{t},? {aux}{wide}(?:private placement|registered direct offering|(?:subscription|securities purchase|stock purchase|share purchase) agreement) {wide}(?:with|to) {s}{wide}(?:proceeds|purchase price|aggregate|price|for|of){gap} {m}",
        status=Status.SIGNED,
        measure=Measure.HEADLINE,
        needs_amount=True,
        refuses=r"acquisition of|repurchase",
    ),
    Rule(
        name="offering_proceeds",
        instrument=_EQUITY,
        cue=r"offering|\bipo\b|placement|at-the-market|\batm\b",
        needs=r"shares|stock|\bipo\b|initial public offering|\bads",
        refuses=r"\bnotes\b|debenture|\bbonds?\b|intend to use|will use|used the|use of proceeds|expense|if the",
        template=r"(?:{t}|[Tt]he (?:Offering|IPO|offering)|[Oo]ffering|IPO|placement){wide}(?:generat|receiv|result|rais|for|with|sold|issued|clos|complet){wide}(?:gross |net |aggregate |total )*(?:proceeds|consideration)(?: to <P\d+>)?(?:[^<>;]{0,70}? (?:of|were|was|totaled|totaling)) {m}",
        status=Status.FUNDED,
        measure=Measure.PAID,
        source="public-investors",
        target=FILER,
        needs_amount=True,
        keep_status=True,
    ),
    Rule(
        name="ipo_news",
        instrument=_EQUITY,
        cue=r"\bipo\b|initial public offering|public debut|goes public|draft s-1|draft registration|f-1\b",
        where="news",
        refuses=r"after (?:its|the) ipo|since (?:its|the) ipo|before (?:its |the |an )?ipo|underwrit|advis|record ipo by|shares (?:fell|rose|jump|slid|drop)",
        template=r"{t},? {aux}(?:(?:confidentially |reportedly )?(?:[Ff]il(?:e[sd]?|ing)|[Ss]ubmit(?:s|ted)?) (?:[a-z-]+ ){0,4}(?:IPO|initial public offering|S-1|F-1|registration)|(?:[Rr]ais(?:e[sd]?|ing)|[Pp]ric(?:e[sd]?|ing)|[Ss]eeks?|[Pp]lans?|[Tt]arget(?:s|ing)?|[Ee]xpects?|[Ll]aunch(?:es|ed)?|[Cc]onsiders?) (?:{m} )?[^<>;]{0,30}(?:IPO|initial public offering|[Pp]ublic [Dd]ebut))",
        status=Status.ANNOUNCED,
        source="public-investors",
        confidence=Confidence.WEAK,
    ),
    Rule(
        name="notes_became_shares",
        instrument=_EQUITY,
        cue=r"convert",
        template=r"(?:notes?|SAFEs?)[^;]{0,60}(?:were|was|have been|has been) converted (?:to|into) [^;]{0,60}(?:preferred|common|ordinary) (?:stock|shares)",
        status=Status.FUNDED,
        source=FILER,
        target=ANTECEDENT,
        where="filing",
        keep_status=True,
        refuses=r"our convertible|conversion price|holders",
    ),
    Rule(
        name="forms_company",
        instrument=_EQUITY,
        cue=r"form|launch|creat|build|set|establish",
        needs=r"\bwith <p\d",
        where="news",
        template=r"(?:{s},? {aux})?(?:[Ff]orm(?:s|ed|ing)?|[Ll]aunch(?:es|ed|ing)?|[Cc]reat(?:es|ed|ing)|[Bb]uild(?:s|ing)?|[Ee]stablish(?:es|ed|ing)?|[Ss]et(?:s|ting)? up) {t} with {members}",
        source=FILER,
        hidden_target=True,
        status=Status.ANNOUNCED,
        confidence=Confidence.WEAK,
    ),
    Rule(
        name="round_members",
        instrument=_EQUITY,
        cue=r"investor|participat|backer|joined|partner|led by",
        needs=r"round|series|investors|funding|participat|partnering with",
        where="news",
        refuses=_DEBT_WORDS,
        template=r"(?:[Ii]nvestors(?: in (?:the|this) (?:round|financing))? (?:include[ds]?|including|such as|are|were)|(?:[Pp]articipation|[Pp]articipants) (?:from|by|include[ds]?|including)|(?:[Rr]ound|[Ff]unding|[Ff]inancing|[Ii]nvestment|Series [A-H]) (?:was |is )?(?:co-)?led by|joined by|[Pp]artner(?:ed|ing) with|[Bb]acked by|co-led by) (?:existing investors |new investors |investors |strategic investors )?{s}",
        target=ROUND,
        status=Status.FUNDED,
        keep_status=True,
    ),
    Rule(
        name="participated_in_round",
        instrument=_EQUITY,
        cue=r"participat",
        needs=r"round|series|funding|financing",
        where="news",
        template=r"{s},? {aux}participat(?:e[sd]?|ing) in the (?:round|financing|funding)",
        target=ROUND,
        status=Status.FUNDED,
        keep_status=True,
    ),
)

PATTERN = rule_pattern("equity", 1, _RULES)
