"""Investments in words of their own: sums over time, backers with a sum, stakes given, vehicles.

Accepts: "Meridian would build its investment in Tidepool up to nearly $14 billion."
Accepts: "Tidepool's restructuring gave Meridian a 27% ownership stake."
Refuses: "Meridian would build its investment in data centers up to nearly $14 billion."

Lives here: wording of reports that `equity` and `stakes` do not read. Not here: plain verbs and the
usual order (`equity`), rounds (`rounds`, `round_parts`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FUND, OTHER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.share_words import DEBT_WORDS, NOT_MONEY_RAISED
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY, _OWNERSHIP = InstrumentId.EQUITY, InstrumentId.OWNERSHIP
_GIVING = (
    r"(?:gave|gives?|giving|given|left|leaves?|leaving|hand(?:s|ed|ing)?|grant(?:s|ed|ing)?|"
    r"award(?:s|ed|ing)?)"
)
_INVESTING = (
    r"(?:invest(?:ed|ing)|pour(?:ed|ing)|put(?:ting)?|pump(?:ed|ing)|sunk|sinking|"
    r"commit(?:ted|ting)|contribut(?:ed|ing)|inject(?:ed|ing)|plow(?:ed|ing))"
)
_STAKE = r"(?:[a-z-]+ ){0,3}?(?:stake|interest|share|slice|ownership|holding)\b"

_invested = partial(Rule, instrument=_EQUITY, where="news", needs_amount=True)
_owned = partial(Rule, instrument=_OWNERSHIP, where="news", measure=Measure.SHARE, needs=r"<s\d")

_RULES = (
    *(
        Rule(
            name=f"invested_coins_in_{name}",
            instrument=_EQUITY,
            cue=r"invest|contribut",
            needs=r"eth\b|ether|bitcoin|btc|coins?\b|tokens?\b",
            where="filing",
            template=(
                r"{s},? {aux}(?:invested|contributed|subscribed) (?:an additional |another |a "
                r"further )?[\d,.]+ (?:million )?(?:ETH|BTC|[Ee]ther|[Bb]itcoins?|[a-z]+ coins?|"
                rf"[a-z ]{{0,12}}tokens?) (?:in|into|to) {target},? (?:equivalent to|valued at|"
                r"worth|with a (?:fair )?value of|or|having a value of|amounting to) {m}"
            ),
            target=side,
            needs_amount=True,
        )
        for name, target, side in (
            ("named", "{t}", ""),
            ("fund", "(?:the|this|such) [Ff]und", FUND),
        )
    ),
    _invested(
        name="invests_to_own",
        cue=r"to become|buying|purchasing|taking|acquiring|getting|in (?:exchange|return) for",
        needs=r"invest|commit|pay|paid|\bput|spen",
        template=(
            rf"{{s}},? {{aux}}(?:invests?|commits?|pays?|paid|puts?|spends?|spent|{_INVESTING}) "
            r"{m}(?:(?:(?: in order)? to become|,? becoming) (?:<P\d+>|(?:[a-z-]+ ){1,4}(?:owner|"
            r"investor|shareholder|stakeholder)) (?:in|of)|(?:,? (?:by )?(?:buying|purchasing|"
            r"taking|acquiring|getting)| (?:in exchange|in return)? ?for) (?:(?:an?|about|roughly) "
            r")*<S\d+> (?:(?:[a-z]+ ){0,2}(?:stake|interest) in|of)) {t}(?!'s)"
        ),
    ),
    _invested(
        name="backer_investing",
        cue=r"invest|pour|\bput|pump|sunk|sink|commit|contribut|inject|plow",
        needs=r"backer|investor|shareholder|supporter|partner|backed",
        template=(
            r"{s}(?:,| has been| is| was| remains| became)? (?:{t}'s|(?:first |also )?backed "
            rf"(?P<target2><P\d+>)) ?[^<>;]{{0,60}}?,? (?:having )?{_INVESTING} {{m}}(?! "
            r"(?:in|into) (?!it\b|the (?:company|startup|start-up|lab|firm)))"
        ),
    ),
    _invested(
        name="investment_in_one_called",
        cue=r"called|named|known as",
        needs=r"investment",
        template=(
            r"{s},? {aux}(?:mak(?:e|es|ing)|made) {m}(?: |-)(?:[a-z-]+ ){0,3}investment in(?:to)? "
            r"(?:<P\d+> |(?:an? |the )(?:[a-z-]+ ){1,5})(?:called|named|known as) {t}"
        ),
    ),
    _invested(
        name="its_pledge_to",
        cue=r"commitment|pledge|bet|infusion|injection|backing",
        refuses=DEBT_WORDS + r"|cloud|comput|chips|gpus",
        template=(
            r"{s}'s (?:[a-z-]+ ){0,2}?{m}(?: |-)(?:(?:equity|investment|cash|capital|strategic) )*"
            r"(?:commitment|pledge|bet|infusion|injection|backing) (?:to(?: invest in)?|in|into|on|"
            r"of|for) {t}(?!'s)"
        ),
        status=Status.ANNOUNCED,
    ),
    _invested(
        name="receiving_investment_from",
        cue=r"receiving|getting|securing|landing|winning|attracting|taking",
        refuses=DEBT_WORDS,
        template=(
            r"{t}(?!'s)(?:(?!<P|<M)[^;]){0,70}?,? (?:receiving|getting|securing|landing|winning|"
            r"attracting|taking) {m}(?: |-)(?:[a-z-]+ ){0,3}?(?:investment|funding|equity) from {s}"
        ),
    ),
    _invested(
        name="investment_from_into",
        cue=r"investment|infusion|injection",
        refuses=DEBT_WORDS,
        template=(
            r"{m}(?: |-)(?:[a-z-]+ ){0,3}?(?:investment|infusion|injection) (?:from|by) {s} "
            r"(?:in|into) {t}"
        ),
    ),
    _invested(
        name="investment_grown_to",
        cue=r"investment|stake|bet\b",
        refuses=r"data cent(?:er|re)s? (?:up )?to|infrastructure|capital expenditure|capex",
        template=(
            r"{s},? {aux}(?:build|built|grow|grew|grown|increas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|"
            r"boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|bring(?:s|ing)?|brought|tak(?:e|es|ing)|took|"
            r"lift(?:s|ed|ing)?) (?:its|their) (?:(?:total|overall|cumulative|own|equity) )*"
            r"(?:investments?|bet|commitment)(?: (?:in|on|to) (?=<P)(?:{t}))?,? (?:up )?(?:to )?{m}"
        ),
        target=OTHER,
    ),
    Rule(
        name="investment_without_sum",
        instrument=_EQUITY,
        cue=r"invest",
        where="news",
        only_named=True,
        refuses=DEBT_WORDS + r"|talks|consider|weigh",
        template=(
            r"{s},? {aux}(?:agreed to|agrees to|made|makes|making|make|announced|completed|closed|"
            r"took part in|invest(?:s|ed|ing)?) (?:an? |its |the |for the \w+ time )?"
            r"(?:[a-z-]+,? ){0,3}?(?:investment )?in(?:to)? {t}(?!'s|-)(?<! in)"
        ),
    ),
    _invested(
        name="pulls_out_of_investment",
        cue=r"withdr|pull|back|walk|dropp",
        needs=r"invest|funding|financing|equity",
        template=(
            r"{s},? {aux}(?:withdrew|withdraws?|withdrawn|withdrawing|pull(?:s|ed|ing)? out|"
            r"back(?:s|ed|ing)? out|walk(?:s|ed|ing)? away|dropp?(?:s|ed)? out) (?:from|of) "
            r"(?:(?:an?|the|its|plans|talks|for|on) )*{m}(?: |-)(?:[a-z-]+ "
            r"){0,4}?(?:investment|funding|financing|equity)(?: (?:in|for) (?=<P)(?:{t}))?"
        ),
        target=OTHER,
        status=Status.TERMINATED,
        keep_status=True,
    ),
    _invested(
        name="wraps_up_round",
        cue=r"round|funding|raise|financing",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t},? (?:is |are )?(?:reportedly )?(?:looking|hoping|seeking|aiming|planning|"
            r"preparing|expected|set|poised|hopes|plans|wants|aims) to (?:wrap up|close|complete|"
            r"finali[sz]e|secure|raise) (?:what (?:could|would|may|might) be )?(?:an? |its |the "
            r")?(?:[a-z-]+ ){0,3}?{m}(?: |-)(?:[A-Za-z-]+ ){0,3}?(?:round|funding|financing|raise)"
        ),
        source="investors",
        status=Status.RUMOURED,
        keep_status=True,
    ),
    _invested(
        name="term_sheet_for_round",
        cue=r"term sheet",
        refuses=DEBT_WORDS,
        template=(
            r"{t},? {aux}(?:signed|signs|received|has|agreed(?: to)?) an? (?:[a-z-]+ )?term sheet "
            r"(?:for|to raise) {m}(?: |-)(?:[a-z-]+ ){0,3}?(?:round|funding|financing|investment|"
            r"raise)"
        ),
        source="investors",
        status=Status.SIGNED,
        keep_status=True,
    ),
    _invested(
        name="which_has_raised",
        cue=r"raised",
        on_full=True,
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"{t}, (?:which|who) (?:(?:[^<>;,]|<[DV]\d+>){0,110}? and )?(?:has|have|had) "
            r"(?:already |now |also )?raised {m}(?! (?:from|in (?:debt|bonds)))"
        ),
        source="investors",
        keep_status=True,
    ),
    _owned(
        name="deal_gave_stake",
        cue=r"stake|interest|share|slice|ownership|holding",
        template=(
            rf"(?:{{t}}'s [^<>;]{{0,70}}?)?{_GIVING} {{s}} (?:with )?(?:(?:a|an|about|roughly) )*"
            rf"{{share}} {_STAKE}(?: (?:in|of) (?P<target2><P\d+>))?"
        ),
    ),
    _owned(
        name="largest_holder_of",
        cue=r"owning|holding|\bwith\b",
        template=(
            r"{s},? {aux}(?:becom(?:e|es|ing)|became|is|are|become) (?:<P\d+>|(?:[a-z-]+ ){1,4}"
            r"(?:shareholder|investor|owner|stakeholder)) (?:in|of) {t},? (?:and |now )?(?:owning|"
            r"holding|with) (?:an? )?{share}(?= (?:[a-z]+ )?(?:stake|equity|of|interest|share))"
        ),
    ),
    _owned(
        name="which_owns_share",
        cue=r"which|who\b|that",
        on_full=True,
        template=(
            r"{s},? (?:which|who|that) (?:already |currently |now |also |still )*(?:own|hold"
            r"|control)s? "
            rf"(?:(?:a|an|about|roughly|some) )*{{share}} (?:{_STAKE} )?(?:of|in) {{t}}(?!'s)"
        ),
        keep_status=True,
    ),
)

PATTERN = rule_pattern("odd_investments", 1, _RULES)
