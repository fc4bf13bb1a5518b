"""Whole companies and stakes bought and sold, as reports tell them in passing.

Accepts: "Tidepool, which Corvid bought in 2024 for $2 billion, is up for sale."
Accepts: "Corvid's $2 billion takeover of Tidepool has closed."
Refuses: "Corvid bought chips worth $2 billion, which Tidepool makes."

Lives here: relative clauses, passives and nouns ("takeover of"), positions sold, sums of
investments told as nouns. Not here: plain "acquires", "buys" (`acquisition`), "invests" (`equity`).
"""

from dataclasses import replace
from functools import partial

from graphbuild.extract.sentences.rules import SUBJECT, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.share_words import DEBT_WORDS
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NO_COMPANY = (
    r"(?:stakes?|shares?|interests?|stock|notes|bonds|chips|assets|power|capacity|business|unit|"
    r"patents?) (?:in|of|from|by) <p\d+>"
)
_TAKEOVER = r"(?:acquisition|takeover|buyout|buy-out|purchase)"
_BOUGHT = r"(?:acquired|bought(?: out)?|purchased|took over|snapped up|scooped up)"
_WHOLE = r"(?!'s)(?! (?:shares|stock|chips|GPUs|assets|patents|products|power|servers|data cent))"
_SOLD = (
    r"(?:sold|sells?|selling|divest(?:s|ed|ing)|offload(?:s|ed|ing)|dump(?:s|ed|ing)|exit(?:s|ed)|"
    r"unload(?:s|ed)|liquidat(?:es|ed)|unw(?:inds|ound)|shed)(?: off| out of)?"
)
_POSITION = r"(?:stakes?|positions?|holdings?|investments?|interests?|shareholdings?)"
_OF = (
    r"(?:(?:of|in|stake|interest|equity|minority|majority|controlling|the|its) )*"
    r"(?:[a-z-]+ (?:[a-z-]+ ){0,2}(?:platform|unit|business|subsidiary|arm|affiliate),? )?"
)
_OF_IT = r"(?:of (?:it|the company) )?"
_ITS = (
    r"(?:(?:its|his|her|their|an?|the|all|of|entire|whole|remaining|last|full|existing|minority|"
    r"<P\d+>'s|<S\d+>|more|than) )*"
)

_in_news = partial(Rule, where="news", only_named=True)
_bought = partial(_in_news, instrument=InstrumentId.ACQUISITION)
_position = partial(
    _in_news, instrument=InstrumentId.HOLDING, measure=Measure.VALUE, keep_status=True
)
_invested = partial(_in_news, instrument=InstrumentId.EQUITY)


_ACQUISITIONS = (
    _bought(
        name="pays_sum_for_company",
        cue=r"\bpa(?:y|id|ys|ying)\b",
        template=(
            r"{s},? {aux}(?:pays?|paid|paying) {m} (?:(?:in (?:cash|stock|cash and stock|shares)) "
            r"for |for (?=<P\d+>[.,;]?$)|for (?=(?:[A-Za-z-]+ )*(?:startup|start-up|designer|maker|"
            r"developer|company|firm|operator|provider|rival|miner|owner) <P))(?:(?:[a-z-]+ "
            r"){0,4}(?=<P))?(?P<target2><P\d+>)(?=[.,;]|$)"
        ),
        refuses=r"stake|shares of|licen|access|settle|fine\b",
    ),
    _bought(
        name="takeover_that_failed",
        cue=r"acqui|takeover|buyout|purchase|\bbuy\b|\bbid for\b",
        template=(
            r"{s}(?:'s)?,? {aux}(?:(?:an?|its|the|planned|proposed) )*(?:{m} )?(?:[a-z-]+ "
            rf")?(?:(?:deal|bid|offer|agreement|attempt|talks) to )?(?:{_TAKEOVER} of|acquire|buy|"
            r"bid for) {t}(?!'s)(?:[^;]{0,60}?,? (?:but|before|until|though|which|and)|,? "
            r"(?:was|has|later)|) (?:(?:been|the|that|it|this|later|deal|transaction|acquisition|"
            r"takeover|agreement|then|was|later|has|since) )*(?:collaps\w+|fell (?:through|apart)|"
            r"scrapped|abandoned|called off|unravel\w+|blocked|rejected|rebuffed|turned down|"
            r"lapsed|broke down)"
        ),
        status=Status.TERMINATED,
        keep_status=True,
        refuses=_NO_COMPANY,
    ),
    _bought(
        name="gave_up_bid_for",
        cue=r"\bbid\b|offer|approach|takeover|pursuit",
        template=(
            r"{s}(?!'s),? {aux}(?:drop(?:s|ped)|abandon(?:s|ed)|withdr(?:aws|ew|awn)|"
            r"scrap(?:s|ped)|pull(?:s|ed)|walk(?:s|ed) away from|gave up) (?:its|a|the) (?:{m} "
            r")?(?:[a-z-]+ ){0,2}?(?:bid|offer|approach|pursuit|takeover) (?:for|of|to "
            r"(?:buy|acquire)) {t}(?!'s)"
        ),
        status=Status.TERMINATED,
        keep_status=True,
        refuses=_NO_COMPANY + r"|lawsuit|contract",
    ),
    _bought(
        name="takes_private",
        cue=r"private",
        template=(
            r"{s}(?!'s),? {aux}(?:takes?|took|taking|taken) {t}(?!'s),? (?:[^<>;]{0,40}?,? "
            r")?private\b(?:[^<>;]{0,30}? (?:for|in an?|worth|valued at) {m})?"
        ),
        status=Status.FUNDED,
    ),
    _bought(
        name="which_it_bought",
        cue=r"acquired|bought|purchased|took over|snapped up|scooped up",
        template=(
            rf"{{t}}(?!'s),? (?:which|that) {{s}}(?!'s),? {{aux}}(?:\w+ly |later )?{_BOUGHT}\b(?! "
            r"(?:an?|the|its|<P|<S|up)\b)(?:[^<>;,]{0,30}? (?:for|in an?) {m})?"
        ),
        refuses=_NO_COMPANY,
    ),
    _bought(
        name="sold_to",
        cue=r"\bsold\b",
        template=(
            r"{t}(?!'s),? (?:which )?(?:(?:was|were|is being|has been|had been|being) "
            r")?(?:recently )?sold(?: itself)? to {s}(?!'s)(?:[^<>;,]{0,25}? for {m})"
        ),
        refuses=_NO_COMPANY + r"|\bwould\b",
    ),
    _bought(
        name="its_takeover_of",
        cue=r"acquisition|takeover|buyout|buy-out|purchase",
        template=(
            rf"{{s}}'s (?:[a-z-]+ ){{0,3}}?{{m}}(?: |-)(?:[a-z-]+ ){{0,3}}?{_TAKEOVER} of "
            rf"{{t}}{_WHOLE}"
        ),
        status=Status.SIGNED,
        refuses=_NO_COMPANY,
    ),
    _bought(
        name="sale_of_it_to",
        cue=r"\bsale of\b",
        template=r"(?:{m} )?sale of {t} to {s}(?!'s|-)",
        status=Status.SIGNED,
        refuses=_NO_COMPANY + r"|talks|weigh|consider|propos|potential|possible|could|would|block|"
        r"collaps|abandon|reject|oppos|\bfail|explor|\bban|shares|stock\b|stake|chips|forced?\b",
    ),
    _bought(
        name="agrees_to_takeover_of",
        cue=r"acquisition|takeover|buyout|buy-out|purchase",
        template=(
            r"{s}(?!'s),? {aux}(?:(?:struck|strikes|seal(?:s|ed)|mak(?:es|ing)|made|"
            r"clinch(?:es|ed)|ink(?:s|ed)|finali[sz](?:es|ed|ing)|on) )?(?:(?:an?|its|the) "
            rf")?{{m}}(?: |-)(?:[a-z-]+ ){{0,3}}?{_TAKEOVER} of {{t}}{_WHOLE}"
        ),
        status=Status.SIGNED,
        refuses=_NO_COMPANY,
    ),
)

_ACQUISITIONS_IN_PASSING = (
    _bought(
        name="bought_for_sum_by",
        cue=r"acquired|bought|purchased|taken private",
        template=(
            r"{t}(?!'s),? {aux}(?:acquired|bought|purchased|taken private)(?:[^<>;]{0,20}? "
            r"(?:for|in an?) {m})[^<>;]{0,30}? by {s}(?!'s)"
        ),
        refuses=_NO_COMPANY,
    ),
    _bought(
        name="grew_with_takeover_of",
        cue=r"acquisition of|takeover of|purchase of",
        template=(
            r"^(?:[^<;]{0,60} )?{s}(?!'s),? (?!<)(?:(?!<P)[^;]){3,90}? (?:with|through|via|by) "
            rf"(?:the|its) (?:[a-z-]+ ){{0,2}}?{_TAKEOVER} of {{t}}{_WHOLE}"
        ),
        refuses=_NO_COMPANY + r"|connection with|compet|lawsuit|plan",
    ),
)

_POSITIONS = (
    _position(
        name="sold_sum_of_stock",
        cue=r"stock|shares|equity",
        template=(
            rf"(?:{{s}}(?!'s),? {{aux}}|, (?:it|he|she|they) (?:has |had )?){_SOLD} "
            r"(?:{m} (?:worth )?(?:of|in) (?:(?:its|their|the) )?{t}(?:'s)? "
            r"(?:stock|shares|equity)\b|\d[\d.,]* (?:million )?(?:of its )?(?P<target2><P\d+>)"
            r"(?:'s)? shares (?:at <V\d+>[^<>;]{0,20}? )?for {m2})"
        ),
        status=Status.TERMINATED,
        refuses=r"own (?:shares|stock)|bonds|notes",
        source=SUBJECT,
    ),
    _position(
        name="sold_position_of",
        cue=r"stake|position|holding|investment|interest",
        template=(
            rf"{{s}}(?:'s (?:decision|plan|move)s? to (?:sell|divest|exit)|,? {{aux}}{_SOLD}) "
            rf"{_ITS}{{m}} (?:[a-z-]+ )?{_POSITION} in {{t}}(?! to <P)"
        ),
        status=Status.TERMINATED,
    ),
    _position(
        name="gave_up_position",
        cue=r"stakes?\b|positions?\b|holdings?\b|shares\b",
        template=(
            rf"{{s}}(?!'s),? {{aux}}(?:{_SOLD}|d(?:rop|itch)(?:s|es|p?ed)|dissolved|closed out)(?: "
            r"of)?(?: (?:its|their|his|her|all|entire|whole|full|remaining|last|minority|<P\d+>'s|"
            r"<S\d+>))* (?:(?:stakes?|positions?|holdings?|(?<=its )shares|(?<=all )shares) "
            r"(?:in|of) {t}(?!'s|-)|(?P<target2><P\d+>)(?:'s)? (?:stakes?|positions?|holdings?)\b|"
            r"(?:(?<=its )|(?<=all ))(?P<target3><P\d+>)(?:'s)? shares\b)(?! (?:from <S\d+> )?to "
            r"<[PS])(?: for {m})?"
        ),
        status=Status.TERMINATED,
        refuses=r"\ba (?:[a-z]+ )?stake|part of|portion|some of|half|\bwants?\b|\burge|\bplan|"
        r"\bconsider|\bcould\b|\bwould\b|\bmight\b|\bmay\b|\bwill\b|\bto sell\b|\bweigh|\btalks\b",
    ),
    _position(
        name="has_held_position",
        cue=r"investment|stake|position|shares",
        template=(
            r"{s}(?!'s),? (?:(?:has|have) held|held|holds?|owns?|kept|keeps|retains?|still "
            r"(?:owns?|holds?)) (?:its|an?|their) (?:(?:large|small|sizable|big|minority) )?{t} "
            r"(?:investment|stake|position|shares|holding)\b"
        ),
    ),
)

_SHARES_SOLD = tuple(
    _invested(
        name=name,
        cue=r"\bsold\b|\bsells?\b|selling",
        template=(
            rf"<P\d+>,? {{aux}}(?:sells?|sold|selling) (?:(?:an?|its|the) )?{shares},? to "
            rf"{buyers}(?!'s)"
        ),
        needs=r"<s\d",
        status=Status.SIGNED,
        shares_words=True,
    )
    for name, shares, buyers in (
        ("sold_share_to", rf"{{share}} {_OF}{{t}}", "{s}"),
        ("sold_rest_to", rf"<S\d+> {_OF}{{t}}", rf"<P\d+>,? and {{share}} {_OF_IT}to {{s}}"),
    )
)

_SUMS = (
    _invested(
        name="paid_for_stake",
        cue=r"stake|interest|\bfor\b",
        template=(
            r"{s}(?!'s),? {aux}(?:pa(?:id|ys?|ying)|spen(?:t|ds?|ding)) {m} (?:in cash "
            r")?(?:for|on|to (?:buy|acquire|take)) (?:an? |the )?(?:(?:(?P<share><S\d+>) |[a-z-]+ "
            r"){0,3}?(?:stake|interest) in|(?:about |roughly )?(?:<S\d+>|half|third|quarter|fifth|"
            r"tenth) of) {t}(?<!'s)(?!'s)"
        ),
        refuses=DEBT_WORDS,
    ),
    _in_news(
        name="investment_gave_share",
        instrument=InstrumentId.OWNERSHIP,
        cue=r"stake|interest",
        template=(
            r"{s}(?!'s),? [^;]{0,120}?investment in {t},? (?:giving|which (?:gave|gives)) "
            r"(?:(?:it|them|<P\d+>|the [a-z]+) )?(?:an? )?{share} (?:[a-z]+ )?(?:stake|interest)"
        ),
        measure=Measure.SHARE,
    ),
    _invested(
        name="its_investment_is",
        cue=r"investment in",
        template=(
            r"{s}'s (?:[a-z-]+ ){0,3}?investment in {t}(?!'s),? (?:is|was|will be|came to|comes to|"
            r"amounts to|amounted to|totals|totall?ed) {m}"
        ),
        refuses=DEBT_WORDS + r"|\bgain|\bloss|worth|valued|profit|return",
    ),
    _invested(
        name="involves_investment",
        cue=r"investment in",
        template=(
            r"{s}(?:'s [^<>;]{0,40}?)?,? (?:(?:has|have|had|will) )*(?:involve[sd]?|"
            r"includ(?:e[sd]?|ing)|featur(?:e[sd]|ing)) (?:an? )?{m} (?:[a-z-]+ ){0,2}?investment "
            r"in {t}(?!'s)"
        ),
        refuses=DEBT_WORDS + r"|\bgain|\bloss",
    ),
    _invested(
        name="invests_in_such_as",
        cue=r"invest",
        template=(
            r"{s}(?!'s),? {aux}invest(?:s|ed) in (?:<P\d+>|(?:[a-z-]+ ){0,4}?(?:start-?ups?|"
            r"companies|firms|businesses|labs|players|names)),? (?:like|such as|"
            r"including) {t}(?!'s)"
        ),
    ),
    _invested(
        name="sized_investment_by",
        cue=r"investment in",
        template=(
            r"(?P<aux>planned |proposed )?{m} {s} investment in(?:to)? (?P<target><P\d+>)(?!'s|-)"
        ),
        refuses=DEBT_WORDS + r"|\bgain|\bloss|\bunit\b",
        status=Status.ANNOUNCED,
    ),
    replace(
        _invested(
            name="pledges_to_lab",
            cue=r"pledg|commit",
            template=(
                r"{s}(?!'s),? {aux}(?:pledg(?:e[sd]?|ing)|commit(?:s|ted|ting)?) {m} to {t}"
                r"(?!'s|-)(?= ?[,.;—–]|$| (?:in|over|as|by|through|and|last|this|under)\b)"
            ),
            refuses=r"cloud|capacity|\bspend|chips|purchas|customer|loan|\bdebt\b",
            status=Status.ANNOUNCED,
            keep_status=True,
        ),
        target_kinds=frozenset({"ai_lab"}),
    ),
    _invested(
        name="invests_in_its_equity",
        cue=r"invest",
        template=(
            r"{s}(?!'s),? {aux}(?:(?!<P|invest)[^;]|(?P<target><P\d+>)(?:'s)?){3,90}? and (?:also |"
            r"will )?invest(?:s|ed|ing)? {m2} in (?:its )?(?:equity|stock|shares)\b(?! of)"
        ),
        refuses=DEBT_WORDS,
        status=Status.ANNOUNCED,
    ),
)

PATTERN = rule_pattern(
    "deals_told", 1, (*_ACQUISITIONS, *_ACQUISITIONS_IN_PASSING, *_POSITIONS, *_SHARES_SOLD, *_SUMS)
)
