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
    r"forecast|guidance|outlook|price target|dividend|tariff|doubts|questions|"
    r"concern|prices\b|stakes\b"
    r"|annualized revenue|run[- ]rate"
)
_DEBT_WORDS = (
    r"\bbonds?\b|\bnotes?\b|\bdebt\b|\bloans?\b|credit facilit|commercial paper|"
    r"convertible|debenture|investment[- ]grade"
)
_SHARES = (
    r"(?:shares?|(?:common|preferred|ordinary|capital|voting|nonvoting|non-voting) "
    r"(?:stock|shares?|units?)|stock|units|equity|"
    r"equity interests?|american depositary shares|ADSs?)"
)
_ROUND = (
    r"(?:[Ss]eries [A-Z]\d?|[Ss]eed|[Ff]unding|[Ee]quity|[Ff]inancing|[Vv]enture|"
    r"[Cc]apital|[Rr]ound|[Ii]nvestment)"
)


def _instrument(words: str) -> InstrumentId:
    """A convertible note bought is `convertible`, all else here is `equity`."""
    text = words.lower()
    is_note = (
        "convertible" in text or "safe" in text.split() or "simple agreement for future" in text
    )
    return InstrumentId.CONVERTIBLE if is_note else _EQUITY


_RULES = (
    Rule(
        name="invests_in_note",
        instrument=InstrumentId.CONVERTIBLE,
        cue=r"invest",
        needs=r"convert|\bnotes?\b|simple agreement for future equity|\bsafe\b",
        template=(
            r"{s},? {aux}(?:make |made )?(?:an )?(?:invest(?:ed|s|ing|ments?)?) {gap}(?:of |"
            r"in |into )?{m} (?:in |into )?(?:an? |the )?(?:\w+ )?(?:convertible "
            r")?(?:promissory )?(?:notes?|SAFE)(?: (?:from|of|issued by|in|with) {t})?"
        ),
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
        template=(
            r"(?:,|and) (?P<aux>(?:will|agreed to|committed to|expects? to|may) )invest {m}("
            r"?! (?:in|into) <P)"
        ),
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
        template=(
            r"{s},? {aux}invest(?:s|ed|ing)? {m}(?:(?! (?:in|into) )[^<>;]){0,60} (?:in|"
            r"into) (?!(?:the )?(?:U\.S\.|United States|AI infrastructure|"
            r"infrastructure))(?:[a-z-]+ ){0,5}?{t}"
        ),
        status=Status.FUNDED,
        present=Status.ANNOUNCED,
        needs_amount=True,
    ),
    Rule(
        name="invests_without_figure",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"invest",
        where="news",
        template=(
            r"{s},? {aux}(?:invest(?:s|ed|ing)?|(?:takes?|took|buys?|bought) (?:an? "
            r")?(?:\w+ ){0,2}stake) in {t}(?!'s|-)"
        ),
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="investment_of",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=(
            r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |an? |the |additional |strategic |"
            r"equity |minority )*{m}(?: |-)(?:[a-z-]+ ){0,3}investment (?:in|into) {t}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="investment_amount_after",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=(
            r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |an? |the |additional |strategic |"
            r"equity |minority )*[Ii]nvestment (?:in|into) {t} (?:of|totaling|worth|valued "
            r"at|for) {m}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="investment_by",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"investment",
        template=(
            r"{t} {aux}(?:receives?|received|secured?|secures|gets?|got|won|wins) {m}(?: |"
            r"-)(?:[a-z-]+ ){0,3}(?:investment|funding|financing|equity) from {s}"
        ),
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
        cue=r"led by|co-led|backed by| from ",
        needs=r"round|series|funding|financing|rais",
        refuses=_DEBT_WORDS,
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|"
            r"announce[sd]?|complet(?:e[sd]?|ing)|land(?:s|ed)) {m}{wide}(?:(?:led|co-led|"
            r"backed) by|with (?:(?:significant|new|strategic|major) )*(?:investments?|"
            r"participation|backing|support) from) {s}(?:,? with participation (?:from|by) "
            r"(?:existing investors |new investors )?{members})?"
        ),
        status=Status.FUNDED,
        needs_amount=True,
        is_joint=True,
    ),
    Rule(
        name="raised_with_backing",
        instrument=_EQUITY,
        cue=r"backing|support|participation",
        needs=r"rais",
        where="news",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED,
        template=(
            r"{t},? {aux}rais(?:e[sd]?|ing) {m}[^<>;]{0,60}? with {s}(?:'s)? (?:backing|"
            r"support|participation)"
        ),
        status=Status.FUNDED,
        needs_amount=True,
        is_joint=True,
    ),
    Rule(
        name="takes_share",
        instrument=_EQUITY,
        cue=r"stake",
        needs=r"<s\d",
        where="news",
        template=(
            r"{s},? {aux}(?:buy|buys|bought|buying|acquire[sd]?|tak(?:e|es|ing)|took) {share"
            r"} (?:[a-z]+ ){0,2}stake in {t}"
        ),
        status=Status.FUNDED,
        measure=Measure.SHARE,
    ),
    Rule(
        name="part_of_round",
        instrument=_EQUITY,
        cue=r"including",
        needs=r"rais|round|funding",
        refuses=_DEBT_WORDS,
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|secur(?:e[sd]?|ing)) [^;]{"
            r"0,80}?<M\d+>[^<>;]{0,40}?,? including {m} from {s}"
        ),
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
        template=(
            r"{s},? {aux}(?:co-)?(?:leads?|led|leading) {m}(?: |-)(?:[A-Za-z-]+ ){0,4}?(?:ro"
            r"und|investment|funding|financing)(?: (?:in|for|of)) {t}"
        ),
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
        template=(
            r"{s},? {aux}(?:buy|buys|bought|buying|acquire[sd]?|tak(?:e|es|ing)|took|"
            r"purchas(?:e[sd]?|ing)) {m}(?: |-)(?:worth of |of )?(?:[a-z]+ ){0,2}(?:stake|"
            r"shares|equity) in {t}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="safe_with",
        instrument=InstrumentId.CONVERTIBLE,
        cue=r"simple agreement for future equity|\bsafe\b|convertible (?:promissory )?note",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed|purchased) [^<>;]{0,60}?(?:[Ss]impl"
            r"e [Aa]greement for [Ff]uture [Ee]quity|SAFE|[Cc]onvertible (?:[Pp]romissory "
            r")?[Nn]ote)[^<>;]{0,40}? (?:with|from|issued by) {t}"
        ),
        looks_ahead=True,
        needs_amount=True,
        measure=Measure.PAID,
        refuses=r"offering|conversion price|holders",
    ),
    Rule(
        name="bought_our_shares",
        instrument=_EQUITY,
        cue=r"stock|shares|units",
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|"
            rf"subscribed for|invest(?:ed|s)?|buy) {{m}} (?:worth )?(?:of|in) {{t}}(?:'s)? "
            rf"(?:[A-Za-z-]+ ){{0,4}}?{_SHARES}"
        ),
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback|treasury",
    ),
    Rule(
        name="receives_equity",
        instrument=_EQUITY,
        cue=r"receiv",
        where="news",
        template=(
            r"{s},? {aux}receiv(?:e[sd]?|ing) {m} (?:worth )?(?:of|in) (?:equity|stock|"
            r"shares) (?:in|of|from) {t}"
        ),
        status=Status.SIGNED,
        needs_amount=True,
    ),
    Rule(
        name="purchased_counted_shares",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=r"shares|stock|units|interests",
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|"
            r"subscribed for) (?:an? |additional |[\d,.]+ |(?:million|newly|issued|of|the|"
            rf"in) )*(?:(?:[A-Za-z-]+ ){{0,3}}?{_SHARES} (?:of|in|from|issued by) {{t}}|"
            rf"{_SHARES} of (?P<target2><P\d+>))(?!'s)"
        ),
        looks_ahead=True,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback|treasury|exercise price|outstanding shares|all of the|100%|"
        r"tender offer|option to|right to|warrant",
    ),
    Rule(
        name="contributed_for_shares",
        instrument=_EQUITY,
        cue=r"contribut|transferred",
        needs=r"in exchange for|in return for",
        where="filing",
        template=(
            rf"{{s}},? {{aux}}(?:contributed|contributes?|transferred)(?:(?!<M)[^;]){{0,320}}"
            rf"? to {{t}}(?:(?!<M|<P\d+>(?!'s))[^;]){{0,60}}?in (?:exchange|return) for "
            rf"[^;]{{0,60}}?{_SHARES}"
        ),
        status=Status.FUNDED,
    ),
    Rule(
        name="raised_from",
        instrument=_EQUITY,
        cue=r"rais|secur|clos",
        needs=r"\bfrom\b",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED,
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)) {m}[^"
            r"<>;]{0,60}? from (?:investors,? (?:including|such as|led by) )?{s}"
        ),
        status=Status.FUNDED,
        where="news",
        needs_amount=True,
    ),
    Rule(
        name="raises",
        instrument=_EQUITY,
        cue=r"rais|clos|secur|lands|complet|announc",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED,
        template=(
            rf"{{t}},? {{aux}}(?:(?:pleased|excited|thrilled|proud|delighted) to "
            r")?(?:[Rr]ais(?:e[sd]?|ing)|(?:[Cc]los(?:e[sd]?|ing)|[Ss]ecur(?:e[sd]?|ing)|"
            rf"[Ll]and(?:s|ed)|[Cc]omplet(?:e[sd]?|ing)|[Aa]nnounc(?:e[sd]?|ing))(?=[^;]{{0,9"
            rf"0}}{_ROUND})) (?!about [^<]*(?:forecast|price))(?:(?:its|our|an?|the|over|"
            rf"oversubscribed) )*(?:{_ROUND} ){{0,3}}(?:of )?{{m}}"
        ),
        status=Status.FUNDED,
        source="investors",
        where="news",
        needs_amount=True,
    ),
    Rule(
        name="pursues_round",
        instrument=_EQUITY,
        cue=r"round|funding|raise",
        needs=r"talks|pursu|seek|target|near|discuss|consider|plan|eye|aim|look",
        where="news",
        refuses=_DEBT_WORDS + "|" + _NOT_MONEY_RAISED + "|infrastructure plan",
        template=(
            r"{t},? (?:is |are )?(?:reportedly )?(?:pursuing|seeking|seeks|targeting|"
            r"targets|nearing|nears|discussing|eyeing|eyes|in (?:early |advanced )?talks "
            r"(?:for|about|over|on)|closing in on|close to) (?:an? )?{m}(?: |"
            r"-)(?:[A-Za-z-]+ ){0,3}?(?:round|funding|raise|financing|investment)"
        ),
        status=Status.RUMOURED,
        keep_status=True,
        source="investors",
        needs_amount=True,
    ),
    Rule(
        name="raises_series",
        instrument=_EQUITY,
        cue=r"series [a-h]\b",
        refuses=_DEBT_WORDS,
        template=(
            r"{t},? {aux}(?:[Rr]ais(?:e[sd]?|ing)|[Cc]los(?:e[sd]?|ing)|[Aa]nnounc(?:e[sd]?|"
            r"ing)|[Cc]omplet(?:e[sd]?|ing)) (?:(?:its|our|an?|the|over|oversubscribed) "
            r")*[Ss]eries [A-H]\b(?![^<]*<M)"
        ),
        status=Status.FUNDED,
        source="investors",
    ),
    Rule(
        name="at_the_market",
        instrument=_EQUITY,
        cue=r"at[- ]the[- ]market|\batm\b|equity distribution agreement|sales agreement",
        template=(
            r"{wide}(?:having|with|up to|for|of|to sell|issue and sell|sale of|offer and "
            r"sell|may sell){wide}(?:an aggregate |aggregate )?(?:offering price|sales "
            r"price|gross sales price|gross proceeds|amount|value)?(?: of)? ?{m}"
        ),
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
        template=(
            rf"{{t}},? {{aux}}(?:issue[sd]?(?: and sold)?|sell|sold|issue and sell|selling) "
            rf"{{wide}}{_SHARES}{{wide}}to {{s}}{{wide}}(?:for|of|at) {{m}}"
        ),
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
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|"
            rf"subscrib(?:e[sd]?|ing)(?: for)?) {{m}} (?:worth )?(?:of |in )?(?:[A-Za-z-]+ "
            rf"){{0,4}}?(?:{_SHARES}|stake|convertible notes?) (?:of|in|from|issued by) {{t}}"
        ),
        status=Status.FUNDED,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback|exercise price",
    ),
    Rule(
        name="stake_for",
        instrument=_EQUITY,
        cue=r"stake|shares|interest",
        template=(
            r"{s},? {aux}(?:buy|buys|bought|purchas(?:e[sd]?|ing)|acquir(?:e[sd]?|ing)|"
            r"tak(?:e|es|ing)|took) (?:(?:an?|the|roughly|about|approximately|minority|"
            r"majority|<S\d+>|additional|up|to|of|more|than) )*(?:stake|equity interest|"
            r"interest|shares) in {t},? (?:[a-z-]+ ){0,4}?(?:for|worth|valued at) {m}"
        ),
        status=Status.FUNDED,
        measure=Measure.PAID,
        needs_amount=True,
        refuses=r"repurchase|buyback",
    ),
    Rule(
        name="private_placement_to",
        instrument=_EQUITY,
        instrument_of=_instrument,
        cue=(
            r"private placement|registered direct|subscription agreement|securities "
            r"purchase agreement|stock purchase agreement"
        ),
        template=(
            r"{t},? {aux}{wide}(?:private placement|registered direct offering|"
            r"(?:subscription|securities purchase|stock purchase|share purchase) agreement) "
            r"{wide}(?:with|to) {s}{wide}(?:proceeds|purchase price|aggregate|price|for|of){"
            r"gap} {m}"
        ),
        status=Status.SIGNED,
        measure=Measure.HEADLINE,
        needs_amount=True,
        refuses=r"acquisition of|repurchase",
    ),
    Rule(
        name="option_exercised",
        instrument=_EQUITY,
        cue=r"option",
        needs=r"underwriters?|over-allotment|overallotment",
        template=(
            r"(?:[Uu]nderwriters?|<P\d+>)(?:(?!<M)[^;]){0,60}? exercised(?:(?!<M)[^;]){0,60}"
            r"? (?:option|over-allotment)(?:(?!<M)[^;]){0,140}?(?:proceeds)[^<>;]{0,60}? "
            r"(?:of|were|was) {m}"
        ),
        source="underwriters",
        target=FILER,
        measure=Measure.PAID,
        keep_status=True,
        needs_amount=True,
        refuses=r"notes\b|bonds|debenture",
    ),
    Rule(
        name="proceeds_to",
        instrument=_EQUITY,
        cue=r"proceeds",
        needs=r"offering|\bipo\b|placement",
        refuses=r"\bnotes\b|debenture|\bbonds?\b|intend to use|will use|used the|use of "
        r"proceeds|if the|warrants",
        template=(
            r"(?:gross|net|aggregate|total) (?:proceeds|cash proceeds)(?: received)? (?:to|"
            r"by) {t} (?:from|in|of)[^<>;]{0,60}?(?:were|was|of|totaled|totaling) {m}"
        ),
        measure=Measure.PAID,
        source="public-investors",
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="offering_proceeds",
        instrument=_EQUITY,
        cue=r"offering|\bipo\b|placement|at-the-market|\batm\b",
        needs=r"shares|stock|\bipo\b|initial public offering|\bads",
        refuses=r"\bnotes\b|debenture|\bbonds?\b|intend to use|will use|used the|use of "
        r"proceeds|expense|if the",
        template=(
            r"(?:{t}|[Tt]he (?:Offering|IPO|offering)|[Oo]ffering|IPO|placement){wide}(?:gen"
            r"erat|receiv|result|rais|for|with|sold|issued|clos|complet){wide}(?:gross |net "
            r"|aggregate |total )*(?:proceeds|consideration)(?: to <P\d+>)?(?:[^<>;]{0,70}? "
            r"(?:of|were|was|totaled|totaling)) {m}"
        ),
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
        cue=(
            r"\bipo\b|initial public offering|public debut|goes public|draft s-1|draft "
            r"registration|f-1\b"
        ),
        where="news",
        refuses=r"after (?:its|the) ipo|since (?:its|the) ipo|before (?:its |the |an )?ipo|"
        r"underwrit|advis|record ipo by|shares (?:fell|rose|jump|slid|drop)",
        template=(
            r"{t},? {aux}(?:(?:confidentially |reportedly )?(?:[Ff]il(?:e[sd]?|ing)|"
            r"[Ss]ubmit(?:s|ted)?) (?:[a-z-]+ ){0,4}(?:IPO|initial public offering|S-1|F-1|"
            r"registration)|(?:[Rr]ais(?:e[sd]?|ing)|[Pp]ric(?:e[sd]?|ing)|[Ss]eeks?|"
            r"[Pp]lans?|[Tt]arget(?:s|ing)?|[Ee]xpects?|[Ll]aunch(?:es|ed)?|[Cc]onsiders?) "
            r"(?:{m} )?[^<>;]{0,30}(?:IPO|initial public offering|[Pp]ublic [Dd]ebut))"
        ),
        status=Status.ANNOUNCED,
        source="public-investors",
        confidence=Confidence.WEAK,
    ),
    Rule(
        name="notes_became_shares",
        instrument=_EQUITY,
        cue=r"convert",
        template=(
            r"(?:notes?|SAFEs?)[^;]{0,60}(?:were|was|have been|has been) converted (?:to|"
            r"into) [^;]{0,60}(?:preferred|common|ordinary) (?:stock|shares)"
        ),
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
        template=(
            r"(?:{s},? {aux})?(?:[Ff]orm(?:s|ed|ing)?|[Ll]aunch(?:es|ed|ing)?|[Cc]reat(?:es|"
            r"ed|ing)|[Bb]uild(?:s|ing)?|[Ee]stablish(?:es|ed|ing)?|[Ss]et(?:s|ting)? up) {t"
            r"} with {members}"
        ),
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
        template=(
            r"(?:[Ii]nvestors(?: in (?:the|this) (?:round|financing))? (?:include[ds]?|"
            r"including|such as|are|were)|(?:[Pp]articipation|[Pp]articipants) (?:from|by|"
            r"include[ds]?|including)|(?:[Rr]ound|[Ff]unding|[Ff]inancing|[Ii]nvestment|"
            r"Series [A-H]) (?:was |is )?(?:co-)?led by|joined by|[Pp]artner(?:ed|ing) with|"
            r"[Bb]acked by|co-led by) (?:existing investors |new investors |investors |"
            r"strategic investors )?{s}"
        ),
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
