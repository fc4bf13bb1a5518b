"""Funding rounds: who raises, who leads, who takes part.

Accepts: "Lumen Robotics raises $13B Series F at $183B post-money valuation".
Accepts: "Lumen raised $2 billion in a round led by Corvid, with participation from Brightwater."
Refuses: "Lumen Robotics raised its full-year revenue forecast to $4 billion."

Lives here: wording of rounds. Named investors share one total that the words do not split.
"""

from functools import partial

from graphbuild.extract.sentences.rules import ROUND, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.past_rounds import PAST_ROUNDS
from graphbuild.extract.shares.share_words import DEBT_WORDS, GETS, NOT_MONEY_RAISED
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_EQUITY = InstrumentId.EQUITY
_ROUND = (
    r"(?:[Ss]eries [A-Z]\d?|[Ss]eed|[Ff]unding|[Ee]quity|[Ff]inancing|(?<!joint )[Vv]enture|"
    r"[Cc]apital|[Rr]ound|[Rr]aise|[Ii]nvestment)"
)
_TAKES_IN = _ROUND.replace("|[Ii]nvestment)", "|[Ii]nvestments? (?:from|by|led))")
"""An investment that a company announces may be its own in somebody else."""
_NO_CONTRACT = r"(?! (?:[a-z-]+ ){0,3}(?:contract|order|deal|lease|agreement|loan|facility)\b)"
_FROM_PUBLIC = (
    r"<m\d+> (?:in|through|via|from) (?:(?:[a-z.-]+|<p\d+>) ){0,4}?(?:ipo\b|"
    r"(?:public|at-the-market|follow-on) (?:offering|sale|program))"
)
"""Who buys in an offering is the public (`offerings`)."""
_FROM_SOMEBODY = r"(?![^<>;,]{0,40} from (?!Series|Seed|IPO)(?:[a-z-]+ ){0,6}[A-Z])"
"""Who paid is told, though not read: then it is not withheld."""


_raised = partial(Rule, instrument=_EQUITY, where="news", refuses=DEBT_WORDS, needs_amount=True)
_from_investors = partial(_raised, source="investors")
_round_told = partial(Rule, instrument=_EQUITY, where="news", keep_status=True)

_RULES = (
    *PAST_ROUNDS,
    Rule(
        name="round_led_by",
        instrument=_EQUITY,
        cue=r"led by|co-led|backed by| from ",
        needs=r"round|series|funding|financing|rais",
        refuses=DEBT_WORDS + r"|underwrit|bookrunn|shares at|by selling",
        template=(
            rf"{{t}},? {{aux}}{GETS} {{m}}{{wide}}(?:(?:led|co-led|backed) by|with "
            r"(?:(?:significant|new|strategic|major) )*(?:investments?|participation|backing|"
            r"support) from) {s}(?:,? with participation (?:from|by) (?:existing investors |new "
            r"investors )?{members})?"
        ),
        needs_amount=True,
        is_joint=True,
    ),
    _raised(
        name="raised_with_backing",
        cue=r"backing|support|participation",
        needs=r"rais",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t},? {aux}rais(?:e[sd]?|ing) {m}[^<>;]{0,60}? with {s}(?:'s)? (?:backing|"
            r"support|participation)"
        ),
        is_joint=True,
    ),
    _raised(
        name="part_of_round",
        cue=r"including",
        needs=r"rais|round|funding",
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|secur(?:e[sd]?|ing)) [^;]{"
            r"0,80}?<M\d+>[^<>;]{0,40}?,? including {m} from {s}"
        ),
        shares_words=True,
    ),
    _raised(
        name="leads_round_in",
        cue=r"\blead|\bled\b",
        template=(
            r"{s},? {aux}(?:co-)?(?:leads?|led|leading) {m}(?: |-)(?:[A-Za-z-]+ ){0,4}?(?:round|"
            r"[Ss]eries [A-H]|investment|funding|(?<=equity )financing)(?: round)? "
            r"(?:in|into|for|of) (?:(?:the|an?) )?(?:(?!alongside\b|with\b)[a-z-]+ "
            r"){0,4}?{t}(?!'s)(?! (?:GPUs?|chips?|campus|data|buildout|expansion|facility)\b)"
            r"(?:(?:, an? [^<>;]{3,80})?,? (?:alongside|together with|along with) {members})?"
        ),
        is_joint=True,
    ),
    _raised(
        name="raised_from",
        cue=r"rais|secur|clos|series|round|funding|investment from",
        needs=r"\bfrom\b",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|"
            rf"{GETS}(?=[^;]{{0,60}}?(?:[Ss]eries [A-H]|round|funding|seed|investment from))) {{m}}"
            + _NO_CONTRACT
            + r"[^<>;]{0,60}? from (?:(?:[a-z-]+ )*(?:investors|<P\d+>),? (?:including|such as|"
            r"like|led by) )?(?:(?:[a-z-]+ ){1,6}(?:group|giant|firm|company|fund|bank|arm) )?{s}"
        ),
    ),
    _from_investors(
        name="raises",
        cue=r"rais|clos|secur|lands|complet|conclud|announc|series|round|funding",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED + "|" + _FROM_PUBLIC,
        template=(
            r"{t},? {aux}(?:(?:pleased|excited|thrilled|proud|delighted) to "
            r")?(?:[Rr]ais(?:e[sd]?|ing)|(?:[Cc]los(?:e[sd]?|ing)|[Ss]ecur(?:e[sd]?|ing)|"
            r"[Ll]and(?:s|ed)|[Cc]omplet(?:e[sd]?|ing)|[Cc]onclud(?:e[sd]?|"
            rf"ing))(?=[^;]{{0,90}}{_ROUND})|[Aa]nnounc(?:e[sd]?|ing)(?=[^;]{{0,90}}{_TAKES_IN})|"
            rf"{GETS}(?=[^;]{{0,60}}(?:[Ss]eries [A-H]|round|seed|funding)\b)) "
            r"(?!about [^<]*(?:forecast|price))(?:(?:its|our|an?|the|over|oversubscribed|<P\d+>'s|"
            r"massive|staggering|whopping|huge|new|latest|fresh|record|giant|mammoth|colossal|"
            rf"[a-z]+-[a-z]+|monster) )*(?:{_ROUND} ){{0,3}}(?:of )?{{m}}(?! for (?:[a-z-]+ )?<P)"
            + _FROM_SOMEBODY
        ),
    ),
    _from_investors(
        name="leaves_stealth_with",
        cue=r"stealth",
        template=(
            r"{t},? {aux}(?:emerg(?:e[sd]?|ing)|c(?:omes?|ame|oming)|exit(?:s|ed|ing)?|"
            r"step(?:s|ped)?|launch(?:es|ed)?|surfac(?:es|ed)|br(?:eaks|oke))"
            r"(?: (?:from|out of|of))? stealth(?: mode)?,? with {m}"
        ),
        keep_status=True,
    ),
    _from_investors(
        name="valued_after_round",
        cue=r"valued at|valuation",
        needs=r"series [a-h]|round|raise",
        refuses=DEBT_WORDS + "|secondary|tender",
        template=(
            r"{t},? (?:was |is |had been |has been )?(?:last )?valued at <V\d+>[^<>;]{0,50}? "
            r"(?:after|following|in|during) (?:an?|its|the) {m} (?:[A-Za-z-]+ ){0,3}?(?:round|"
            r"[Ss]eries [A-H]|raise|financing)(?:,? (?:co-)?(?:led|backed) by {s})?"
        ),
        keep_status=True,
        is_joint=True,
    ),
    _from_investors(
        name="after_raising",
        cue=r"raising|securing|landing|closing",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t}(?!'s),? (?:(?!<P|<M)[^;]){3,80}? (?:after|since|despite|having|before) "
            r"(?:raising|(?:securing|landing|closing)(?=[^;]{0,60}(?:round|funding|[Ss]eries))) {m}"
        ),
        keep_status=True,
    ),
    Rule(
        name="attracts_money_from",
        instrument=_EQUITY,
        cue=r"from|with",
        needs=r"attract|drew|secur|talks|discussions|receiv|won|rais",
        where="news",
        refuses=DEBT_WORDS,
        template=(
            r"{t}(?!'s),? {aux}(?:(?:attract|dr[ae]w|secur|receiv|w[io]n|rais|obtain)[a-z]* (?:an? "
            r")?(?:[a-z-]+ ){0,2}?(?:investments?|funding|backing|capital|money) from {s}(?!'s)|"
            r"(?:in |holding |held )?(?:[a-z]+ )?(?:talks|discussions) with (?P<source2><P\d+>) "
            r"(?:for|about|over|on) (?:an? )?(?:[a-z-]+ )?{m} (?:[a-z-]+ )?(?:investment|stake))"
        ),
        only_named=True,
    ),
    _from_investors(
        name="pursues_round",
        cue=r"round|funding|raise",
        needs=r"talks|pursu|seek|target|near|discuss|consider|plan|eye|aim|look",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED + "|infrastructure plan",
        template=(
            r"{t},? (?:is |are )?(?:reportedly )?(?:pursuing|seeking|seeks|targeting|"
            r"targets|nearing|nears|discussing|eyeing|eyes|in (?:early |advanced )?talks "
            r"(?:for|about|over|on)|closing in on|close to) (?:an? )?{m}(?: |"
            r"-)(?:[A-Za-z-]+ ){0,3}?(?:round|funding|raise|financing|investment)"
        ),
        status=Status.RUMOURED,
        keep_status=True,
    ),
    Rule(
        name="raises_series",
        instrument=_EQUITY,
        cue=r"series [a-h]\b",
        refuses=DEBT_WORDS,
        template=(
            r"{t},? {aux}(?:[Rr]ais(?:e[sd]?|ing)|[Cc]los(?:e[sd]?|ing)|[Aa]nnounc(?:e[sd]?|"
            r"ing)|[Cc]omplet(?:e[sd]?|ing)) (?:(?:its|our|an?|the|over|oversubscribed) "
            r")*[Ss]eries [A-H]\b(?![^<]*<M)"
        ),
        source="investors",
    ),
    _round_told(
        name="participated_in_round",
        cue=r"participat|part in|join",
        needs=r"round|series|funding|financing",
        template=(
            r"{s},? {aux}(?:participat(?:e[sd]?|ing) in|took part in|takes? part in|taking part in|"
            r"join(?:s|ed)) (?:the|this|that) (?:[A-Za-z-]+ ){0,3}?(?:round|financing|funding)(?: "
            r"round)?(?:,? (?:alongside|together with) (?:other (?:backers|investors),? "
            r"(?:including|such as) )?{members})?"
        ),
        target=ROUND,
    ),
    _round_told(
        name="round_members",
        cue=r"investor|participat|backer|joined|partner|led by",
        needs=r"round|series|investors|funding|participat|partnering with",
        refuses=DEBT_WORDS
        + r"|'s (?:[a-z-]+ ){0,4}(?:round|series [a-h]),? (?:was |is )?(?:co-)?led by",
        template=(
            r"(?:[Ii]nvestors(?: in (?:the|this) (?:round|financing))? (?:include[ds]?|including|"
            r"such as|are|were)|(?:[Pp]articipation|[Pp]articipants) (?:from|by|include[ds]?|"
            r"including)|(?:[Rr]ound|[Ff]unding|[Ff]inancing|[Ii]nvestment|Series [A-H]),? "
            r"(?:was |is )?(?:co-)?led by|included? <P\d+> (?:such as|including)|joined by|"
            r"alongside (?:other )?(?:backers|investors|participants),? (?:including|such as)|"
            r"[Pp]artner(?:ed|ing) with|[Bb]acked by|co-led by) (?:existing investors |new "
            r"investors |investors |strategic investors )?{s}(?:[^<>;,.]{0,60}? (?:with|and) "
            r"(?:(?:support|participation|backing|investments?|money|contributions) from|"
            r"(?:supported|joined|backed) by) {members})?"
        ),
        target=ROUND,
    ),
    _from_investors(
        name="landed_investment",
        cue=r"investment",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t},? {aux}(?:landed|lands|secured|secures|received|attracted|attracts|won|wins) {m} "
            r"(?:equity |strategic |growth )?investment(?! (?:in|from|by)\b)"
        ),
    ),
    _raised(
        name="sum_it_raised_from",
        cue=r"raised",
        needs=r"including|led by|such as",
        template=(
            r"{m} (?:that )?{t} (?:has |had )?raised [^;]{0,60}?(?:<P\d+>,? "
            r")?(?:including|such as|led by) {s}"
        ),
        keep_status=True,
        is_joint=True,
    ),
    _from_investors(
        name="sum_it_raised",
        cue=r"raised|round",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"(?:{m} (?:that )?{t} (?:has |had )?raised\b|{m2} (?:funding |financing )?round"
            r"[^<>;]{0,30}? that valued (?P<target2><P\d+>))"
        ),
        keep_status=True,
    ),
    _round_told(
        name="its_funding_led_by",
        cue=r"led by|backed by|supported by",
        needs=r"funding|round|raise|financing",
        refuses=DEBT_WORDS,
        template=(
            r"{t}'s (?:[a-z-]+ ){0,3}?(?:funding|round|raise|financing)(?: round)?,? (?:was |is "
            r")?(?:co-)?(?:led|backed|supported) by {s}"
        ),
    ),
)

PATTERN = rule_pattern("rounds", 1, _RULES)
