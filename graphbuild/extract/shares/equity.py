"""One party puts money into another: investments, stakes and convertible notes bought.

Accepts: "Brightwater Capital invested $40 million in Lumen Robotics."
Accepts: "We invested $1 million in a convertible note from Tidepool AI, Inc."
Refuses: "We invested $40 million in research and development."

Lives here: wording of `equity` and `convertible` between two parties. Not here: funding rounds
(`rounds`), sales of shares to the public (`offerings`), whole companies (`acquisition`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import ANTECEDENT, FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.investment_agreements import AGREED_INVESTMENTS
from graphbuild.extract.shares.investments_made import INVESTMENT_RULES
from graphbuild.extract.shares.joint_investments import JOINT_RULES
from graphbuild.extract.shares.purchase_rights import PURCHASE_RIGHT_RULES
from graphbuild.extract.shares.share_words import BUYS, DEBT_WORDS, SHARES, bought_instrument
from graphbuild.records.claim import Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_NO_PLANT = (
    r"(?!(?:plant|factory|campus|site|hub|fab|facility|cent(?:er|re)|project|lab)s? "
    r"(?:in|near|at|outside)\b)"
)
"""Behind such a thing stands the town it is built in."""
_NO_MAKER = (
    r"(?!(?:built|provided|powered|made|developed|operated|owned|run|supplied|designed|"
    r"manufactured|leased|used|from|with|using|around|near|alongside|for)\b)"
)
"""Behind such a word stands who made the thing, or shares the cost of it."""


_with_sum = partial(Rule, instrument=_EQUITY, needs_amount=True)
_in_news = partial(Rule, instrument=_EQUITY, where="news")
_by_note = partial(Rule, instrument=InstrumentId.CONVERTIBLE, needs_amount=True)

_RULES = (
    *PURCHASE_RIGHT_RULES,
    *AGREED_INVESTMENTS,
    *INVESTMENT_RULES,
    _by_note(
        name="invests_in_note",
        cue=r"invest",
        needs=r"convert|\bnotes?\b|simple agreement for future equity|\bsafe\b",
        template=(
            r"{s},? {aux}(?:make |made )?(?:an )?(?:invest(?:ed|s|ing|ments?)?) {gap}(?:of |"
            r"in |into )?{m} (?:in |into )?(?:an? |the )?(?:\w+ )?(?:convertible "
            r")?(?:promissory )?(?:notes?|SAFE)(?: (?:from|of|issued by|in|with) {t})?"
        ),
        measure=Measure.PAID,
        target=ANTECEDENT,
    ),
    _by_note(
        name="invests_more",
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
    ),
    *JOINT_RULES,
    _with_sum(
        name="invests_in",
        instrument_of=bought_instrument,
        cue=r"invest|pump|pour|inject|plow|\bput",
        refuses=r"invested in (?:the )?(?:research|facilities|people)|"
        r"\b(?:campus|site|facility|plant|complex|data cent(?:er|re)),? (?:called|named|dubbed) <p",
        template=(
            r"{s},? {aux}(?:invest(?:s|ed|ing)?|pump(?:s|ed|ing)?|pour(?:s|ed|ing)?|"
            r"inject(?:s|ed|ing)?|plow(?:s|ed|ing)?|put(?:s|ting)?) {m}(?:(?! (?:in|into) "
            r")[^<>;]){0,60} (?:in|into) (?!(?:the )?(?:U\.S\.|United States|AI infrastructure|"
            rf"infrastructure))(?:{_NO_PLANT}{_NO_MAKER}(?:[a-z-]+|Series [A-Z][\w-]*) "
            r"){0,5}?{t}(?!(?:'s)? (?:[a-z]+ )?(?:capacity|production|manufacturing|plants?|fabs?|"
            r"factor(?:y|ies)|infrastructure|data cent(?:er|re)s?|campus|projects?|"
            r"facilit(?:y|ies))\b)(?: (?:through|via|by buying|by purchasing|in the form of|with) "
            r"(?:an? )?convertible [a-z]+)?"
        ),
        present=Status.ANNOUNCED,
    ),
    _in_news(
        name="invests_without_figure",
        instrument_of=bought_instrument,
        cue=r"invest|stakes?\b",
        only_named=True,
        template=(
            r"{s},? {aux}(?:invest(?:s|ed|ing)?|(?:takes?|took|buys?|bought) (?:an? "
            r")?(?:\w+ ){0,2}stakes?) in {t}(?!'s|-)"
        ),
        present=Status.ANNOUNCED,
    ),
    _with_sum(
        name="investment_of",
        instrument_of=bought_instrument,
        cue=r"investment|infusion|injection",
        template=(
            r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |approved |an? |the |additional |"
            r"strategic |incremental |follow-on |initial |further |equity |minority "
            r")*{m}(?: |-)(?:[a-z-]+ ){0,3}(?:investment|(?:capital )?(?:infusion|injection)) "
            r"(?:in|into) {t}(?: convertible \w+)?"
        ),
    ),
    _with_sum(
        name="investment_amount_after",
        instrument_of=bought_instrument,
        cue=r"investment",
        template=(
            r"{s}(?:'s)?,? {aux}(?:mak(?:e|es|ing) |made |an? |the |additional |strategic |"
            r"equity |minority |total )*[Ii]nvestment (?:in|into) {t} (?:of|totaling|worth|valued "
            r"at|for|to|reach(?:es|ed)|totals|stands at) {m}"
        ),
    ),
    _with_sum(
        name="investment_by",
        instrument_of=bought_instrument,
        cue=r"investment",
        template=(
            r"{t} {aux}(?:receives?|received|secured?|secures|gets?|got|won|wins) {m}(?: |"
            r"-)(?:[a-z-]+ ){0,3}(?:investment|funding|financing|equity) from {s}"
        ),
        refuses=DEBT_WORDS,
    ),
    Rule(
        name="headline_investment",
        instrument=_EQUITY,
        cue=r"investment in",
        where="headline",
        template=r"^{s}(?:'s)? (?:[A-Za-z]+ ){0,3}(?:and )?[Ii]nvestment in {t}",
        status=Status.ANNOUNCED,
    ),
    _with_sum(
        name="takes_share_for",
        cue=r"stake|interest|> of ",
        needs=r"<s\d",
        where="news",
        template=(
            rf"{{s}},? {{aux}}{BUYS} (?:an? |the |about |roughly |approximately |up to |nearly |"
            r"<P\d+>'s )*<S\d+> (?:[a-z]+ ){0,3}?(?:(?:stake|interest) in|of) (?:[a-z-]+ "
            r"){0,4}?{t}(?! (?:shares|stock))(?: from <P\d+>)?,? (?:for|in (?:exchange|return) for|"
            r"by investing|with|in an?) (?:[a-z-]+ ){0,2}?{m}"
        ),
    ),
    _in_news(
        name="takes_share",
        cue=r"stake",
        needs=r"<s\d",
        template=(
            rf"{{s}},? {{aux}}{BUYS} (?:(?:<P\d+>'s )?{{share}} (?:[a-z]+ ){{0,2}}stake|an? (?:"
            r"[a-z]+ )?stake of (?:[a-z]+ )?(?P<share2><S\d+>)) in {t}"
        ),
        measure=Measure.SHARE,
    ),
    _with_sum(
        name="stake_sized",
        cue=r"stake|shares",
        where="news",
        refuses=r"\bsells?\b|\bsold\b|buyback|repurchase",
        template=(
            rf"{{s}},? {{aux}}{BUYS} {{m}}(?: |-)(?:worth of |of )?(?:[a-z]+ ){{0,2}}(?:stake|"
            r"shares|equity) in {t}"
        ),
    ),
    _in_news(
        name="sells_stake_to",
        cue=r"stake",
        template=(
            r"<P\d+>,? {aux}(?:sells?|sold|selling|sell) (?:(?:an?|its|the|majority|minority|half|"
            r"part|some|of|controlling|about|roughly|remaining|<S\d+>) )*stake in {t} to {s}"
        ),
        looks_ahead=True,
        status=Status.SIGNED,
    ),
    _by_note(
        name="safe_with",
        cue=r"simple agreement for future equity|\bsafe\b|convertible (?:promissory )?note",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed|purchased) [^<>;]{0,60}?(?:[Ss]impl"
            r"e [Aa]greement for [Ff]uture [Ee]quity|SAFE|[Cc]onvertible (?:[Pp]romissory "
            r")?[Nn]ote)[^<>;]{0,40}? (?:with|from|issued by) {t}"
        ),
        looks_ahead=True,
        measure=Measure.PAID,
        refuses=r"offering|conversion price|holders",
    ),
    _with_sum(
        name="bought_our_shares",
        cue=r"stock|shares|units",
        template=(
            r"{s},? {aux}(?:purchas(?:e[sd]?|ing)|bought|buy(?:s|ing)?|acquir(?:e[sd]?|ing)|"
            r"subscrib(?:e[sd]?|ing) (?:for|to)|invest(?:ed|s)?) {m} (?:worth )?(?:of|in) "
            rf"(?:newly issued )?{{t}}(?:'s)? (?:[A-Za-z-]+ ){{0,4}}?{SHARES}"
        ),
        measure=Measure.PAID,
        refuses=r"repurchase|buyback|treasury",
    ),
    _with_sum(
        name="bought_its_shares",
        cue=r"shares|stock",
        where="news",
        template=(
            r"{s},? {aux}(?:purchas(?:ed|es)|bought|buys|acquired|acquires|complet(?:ed|es) "
            r"(?:the|its) purchase of) (?:\d[\d,.]* (?:million )?(?:of )?)?{t}(?:'s)? (?:common "
            r")?(?:shares|stock)(?: at <V\d+>(?: each| apiece| per share| a share|),?)? "
            r"(?:worth|valued at|for|or) {m}"
        ),
        refuses=r"repurchase|buyback|treasury",
    ),
    _with_sum(
        name="receives_equity",
        cue=r"receiv",
        where="news",
        template=(
            r"{s},? {aux}receiv(?:e[sd]?|ing) {m} (?:worth )?(?:of|in) (?:equity|stock|"
            r"shares) (?:in|of|from) {t}"
        ),
        status=Status.SIGNED,
    ),
    _with_sum(
        name="purchased_counted_shares",
        instrument_of=bought_instrument,
        cue=r"shares|stock|units|interests",
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|"
            r"subscribed for) (?:an? |additional |[\d,.]+ |(?:million|newly|issued|of|the|"
            rf"in) )*(?:(?:[A-Za-z-]+ ){{0,3}}?{SHARES} (?:of|in|from|issued by) {{t}}|"
            rf"{SHARES} of (?P<target2><P\d+>))(?!'s)"
        ),
        looks_ahead=True,
        measure=Measure.PAID,
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
            r"{s},? {aux}(?:contributed|contributes?|transferred)(?:(?!<M)[^;]){0,320}? to {t}"
            rf"(?:(?!<M|<P\d+>(?!'s))[^;]){{0,60}}?in (?:exchange|return) for [^;]{{0,60}}?{SHARES}"
        ),
    ),
    _with_sum(
        name="purchased_shares_of",
        instrument_of=bought_instrument,
        cue=r"shares|stock|preferred|stake|units|equity",
        template=(
            rf"{{s}},? {{aux}}(?:purchas(?:e[sd]?|ing)|bought|buys?|acquir(?:e[sd]?|ing)|"
            rf"subscrib(?:e[sd]?|ing)(?: for)?) {{m}} (?:worth )?(?:of |in )?(?:[A-Za-z-]+ "
            rf"){{0,4}}?(?:{SHARES}|stake|convertible notes?) (?:of|in|from|issued by) {{t}}"
        ),
        measure=Measure.PAID,
        refuses=r"repurchase|buyback|exercise price",
    ),
    _with_sum(
        name="stake_for",
        cue=r"stake|shares|interest",
        template=(
            rf"{{s}},? {{aux}}{BUYS} (?:(?:an?|the|roughly|about|approximately|minority|"
            r"majority|controlling|equity|<S\d+>|<P\d+>'s|additional|up|to|of|more|than) )*"
            r"(?:stake|interest|shares) in {t},? (?:[a-z-]+ ){0,4}?(?:for|worth|valued at) {m}"
        ),
        measure=Measure.PAID,
        refuses=r"repurchase|buyback",
    ),
    _with_sum(
        name="shares_for_debt",
        cue=r"issued",
        needs=r"shares|stock",
        template=(
            r"{t},? {aux}issued [^;]{0,200}?in (?:exchange for|satisfaction of|full satisfaction "
            r"of)[^<>;]{0,60}?{m}[^<>;]{0,100}? (?:made by|owed to|held by|due to|payable to) {s}"
        ),
        measure=Measure.PAID,
    ),
    _with_sum(
        name="shares_of_value_to",
        cue=r"issue|sell|sold",
        needs=r"shares|stock",
        template=(
            rf"{{t}},? {{aux}}(?:issued?|sell|sold) to {{s}},?(?:[^<>;]|<D\d+>){{0,90}}? {SHARES} "
            rf"(?:of (?:<P\d+>'s )?(?:[A-Za-z]+ ){{0,3}}?{SHARES} )?(?:with |having |for |at "
            r")[^<>;]{0,30}?(?:value|price|proceeds|consideration) of {m}"
        ),
        refuses=r"exercise price|restricted stock|employee",
    ),
    _with_sum(
        name="completes_placement",
        cue=r"private placement|investment|purchase",
        where="news",
        refuses=DEBT_WORDS,
        template=(
            r"{s},? {aux}(?:completed|closed) (?:an? |its )?{m} (?:private placement|purchase|"
            r"investment) (?:for|of|in) [^<>;]{0,40}?{t}(?:'s)? (?:common )?(?:shares|stock)"
        ),
    ),
    Rule(
        name="notes_became_shares",
        instrument=_EQUITY,
        cue=r"convert",
        template=(
            r"(?:notes?|SAFEs?)[^;]{0,60}(?:were|was|have been|has been) converted (?:to|"
            r"into) [^;]{0,60}(?:preferred|common|ordinary) (?:stock|shares)"
        ),
        source=FILER,
        target=ANTECEDENT,
        where="filing",
        keep_status=True,
        refuses=r"our convertible|conversion price|holders",
    ),
    _in_news(
        name="forms_company",
        cue=r"form|launch|creat|build|set|establish",
        needs=r"\bwith <p\d",
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
)

PATTERN = rule_pattern("equity", 1, _RULES)
