"""Stakes bought, sold and paid for, in the wordings that name the company or the sum elsewhere.

Accepts: "Tidepool sold a 10% stake to Corvid for $2 billion."
Accepts: "Tidepool got $2 billion in fresh capital from Corvid."
Refuses: "Meridian sold its stake to Corvid for $2 billion."

Lives here: own shares sold to a named party, passives, nouns, relative clauses and parts paid, as
reports tell them. Not here: "invests in", "takes a stake in" (`equity`), rounds (`rounds`), who
sold and is gone (`deals_told`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.share_words import DEBT_WORDS
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SIZE = (
    r"(?:(?:an?|about|around|roughly|nearly|almost|over|more|less|just|than|up|to|new|newly|"
    r"issued|further|additional|small|large|minority|majority|strategic|equity|ownership|"
    r"non-controlling|\d[\d,.]*|million|<S\d+>(?: of)?) )*"
)
_ITS_SIZE = _SIZE.replace("(?:(?:an?|", "(?:(?:an?|the|its|his|their|entire|whole|remaining|", 1)
_STAKE = r"(?:stake|interest|shareholding|holding|shares|stock|equity)"
_CAPITAL = (
    r"(?:(?:(?:in|of|worth|fresh|new|growth|equity|cash|strategic|minority|additional|outside|"
    r"venture|private) )*(?:capital|equity|investments?|investment money|shares|stock)"
    r"(?: (?:injection|infusion|investment|funding|financing|commitment|backing))?|(?:cash )?"
    r"(?:injection|infusion))"
)
_GOT = (
    r"(?:g[eo]ts?|getting|receiv(?:e[sd]?|ing)|t(?:ake|akes|ook|aking)(?: in)?|accept(?:s|ed|ing)?|"
    r"obtain(?:s|ed|ing)?|land(?:s|ed|ing)?|w[io]ns?|attract(?:s|ed|ing)?|dr(?:ew|aws?|awn)|"
    r"secur(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|pocket(?:s|ed)|bag(?:s|ged)|clinch(?:es|ed))"
)
_SELLS = (
    r"(?:sells?|sold|selling|hand(?:s|ed|ing)?|g(?:ive|ives|ave|iving)|plac(?:e[sd]|ing)|"
    r"issu(?:e[sd]?|ing))"
)
_INVESTED = r"(?:invest|put|pour|pump|inject|sunk|plou?gh|plow|pledg|commit)[a-z]*"
_EARLIER = r"(?:(?:the|an?|first|second|third|initial|final|last|latest|further|another) )*"
_NO_SHARES = r"contract|cloud|chips|\borders?\b|purchase commitment|guarant|\bgrant|subsid|lawsuit"
_NO_DEAL = rf"{DEBT_WORDS}|{_NO_SHARES}"
_BOUGHT = r"(?:acquired|bought|purchased|taken|snapped up)"

_dealt = partial(
    Rule,
    instrument=InstrumentId.EQUITY,
    where="news",
    refuses=_NO_DEAL,
    only_named=True,
    needs_amount=True,
)


_RULES = (
    _dealt(
        name="sells_own_stake",
        cue=r"stake|interest|shares|stock|equity|itself",
        template=(
            rf"{{t}}(?!'s),? {{aux}}{_SELLS} (?:(?:{_SIZE}|{{m}}(?: |-)(?:worth )?(?:of "
            rf")?{_SIZE}(?:its (?:own )?)?(?:[a-z]+ )?){_STAKE}(?: in itself)?|<S\d+> of itself|"
            rf"{_SIZE}of its (?:shares|stock|equity)) to {{s}}(?<!'s)(?!'s)(?:,? (?:[a-z-]+ "
            r"){0,4}?(?:for|worth) {m2})?"
        ),
    ),
    _dealt(
        name="gets_capital_from",
        cue=r"\bfrom\b",
        template=(
            rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}}(?: |-){_CAPITAL} (?:from|by) {{s}}(?<!'s)(?!'s)"
        ),
        refuses=_NO_DEAL + r"|\bsales? of|sold|return",
    ),
    _dealt(
        name="gets_by_selling_to",
        cue=r"selling|issuing|sale of|issu",
        template=(
            rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}} (?:by |from |through |via "
            rf")?(?:selling|issuing|the (?:sale|issue|issuance) of) (?:{_SIZE}|its (?:own "
            rf")?)(?:[a-z]+ )?{_STAKE} to {{s}}(?<!'s)(?!'s)"
        ),
    ),
    _dealt(
        name="hands_over_for_stake",
        cue=r"equity|capital|stake|shares|interest",
        template=(
            r"{s}(?!'s),? {aux}(?:hand(?:s|ed|ing)?|g(?:ive|ives|ave|iving)|pa(?:ys?|id|ying)|"
            r"wir(?:e[sd]?|ing)) {t}(?<!'s)(?!'s) {m}(?: |-)(?:in (?:fresh |new "
            rf")?(?:equity|capital)\b|(?:in (?:exchange|return) )?for {_SIZE}{_STAKE}(?! in <P))"
        ),
    ),
    _dealt(
        name="deal_for_sized_stake",
        cue=r"\b(?:deal|talks|agree|discuss|negotiat)",
        template=(
            r"{s}(?<!'s)(?!'s),? {aux}(?:for|on|over|about) {m}"
            r"(?: |-)(?:[a-z]+ ){0,2}?stake in {t}(?<!'s)(?!'s)"
        ),
        status=Status.SIGNED,
    ),
    _dealt(
        name="gets_for_stake",
        cue=r"in (?:exchange|return) for|for (?:an?|the)|\bselling\b",
        template=(
            rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}} (?:in cash )?from {{s}},? "
            rf"(?:in (?:exchange|return) for|for|by selling(?: (?:it|them))?) {_ITS_SIZE}(?:[a-z]+ "
            rf"){{0,2}}?{_STAKE}(?! in <P)"
        ),
    ),
    _dealt(
        name="stake_changed_hands",
        cue=r"stake|interest|shareholding|shares|stock",
        template=(
            rf"{_STAKE} (?:in|of) {{t}}(?!'s),? {{aux}}(?:sold to|{_BOUGHT} "
            r"by) {s}(?<!'s)(?!'s),? (?:[a-z-]+ ){0,4}?(?:for|worth) {m}"
        ),
    ),
    _dealt(
        name="its_purchase_of_stake",
        cue=r"purchase|acquisition",
        template=(
            r"{s}'s (?:[a-z-]+ ){0,2}?(?:{m}(?: |-)(?:[a-z-]+ ){0,2}?)?(?:purchase|acquisition) of "
            rf"{_ITS_SIZE}(?:[a-z]+ )?{_STAKE} (?:in|of) {{t}}(?<!'s)(?!'s)(?: from <P\d+>)?(?:,? "
            r"(?:[a-z-]+ ){0,3}?(?:for|worth) {m2})?"
        ),
    ),
    _dealt(
        name="its_sale_of_stake",
        cue=r"\bsale of\b",
        template=(
            r"{t}'s (?:[a-z-]+ ){0,2}?(?:{m}(?: |-)(?:[a-z-]+ ){0,2}?)?sale of "
            rf"{_SIZE}{_STAKE}(?: in itself)? to {{s}}(?<!'s)(?!'s)(?:,? (?:[a-z-]+ "
            r"){0,3}?(?:for|worth) {m2})?"
        ),
    ),
    _dealt(
        name="sale_of_stake_to",
        cue=r"\bsale of\b",
        template=(
            rf"sale of {_ITS_SIZE}{_STAKE} (?:in|of) {{t}}(?<!'s)(?!'s) to {{s}}(?<!'s)(?!'s),? "
            r"(?:[a-z-]+ ){0,3}?(?:for|worth|brought in|raised|fetched|netted) {m}"
        ),
    ),
    _dealt(
        name="sells_convertibles_to",
        cue=r"convertible",
        template=(
            rf"{{t}}(?!'s),? {{aux}}(?:{_SELLS} {{m}}(?: |-)(?:worth )?(?:of |in )?|"
            r"(?:raised?|raises|raising) {m2} (?:by|from|through|via|in) (?:(?:selling|issuing|"
            r"placing) )?)(?:an? )?(?:[a-z]+ )?convertible (?:[a-z]+ )?(?:notes?|bonds?|"
            r"debentures?) (?:to|from) {s}(?<!'s)(?!'s)"
        ),
        refuses=rf"repurchas|{_NO_SHARES}",
        instrument=InstrumentId.CONVERTIBLE,
    ),
    _dealt(
        name="backs_with_sum",
        cue=r"\bback",
        template=(
            r"{s}(?!'s),? {aux}back(?:s|ed|ing)? {t}(?!'s|-) (?:with|to the tune of) {m}"
            rf"(?=[.,;]|$| (?:{_CAPITAL}|in [A-Z<]|last|this|at)\b)"
        ),
    ),
    _dealt(
        name="writes_check",
        cue=r"\bche(?:ck|que)s?\b",
        template=(
            r"{s}(?!'s),? {aux}(?:wrote|writ(?:es?|ing|ten)|cut(?:s|ting)?) {m}(?: |-)"
            r"(?:[a-z]+ )?che(?:ck|que) (?:to|for|into) {t}(?<!'s)(?!'s)"
        ),
    ),
    _dealt(
        name="round_in_it_led_by",
        cue=r"\bled by\b",
        template=(
            r"{m}(?: |-)(?:[a-z-]+ ){0,3}?(?:round|[Ss]eries [A-H]|financing|investment|raise)(?: "
            r"round)? (?:for|in|by|of) {t}(?!'s),? {aux}(?:co-)?led by {s}"
        ),
        is_joint=True,
    ),
    _dealt(
        name="adds_to_its_round",
        cue=r"round|series|raise|financing",
        template=(
            r"{s}(?!'s),? {aux}(?:contribut(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|put(?:s|ting)?|"
            r"suppl(?:y|ied|ies)|add(?:s|ed|ing)?|invest(?:s|ed|ing)?|commit(?:s|ted|ting)?|"
            r"chipp?(?:s|ed|ing)? in) {m} (?:to|towards?|of|in|into) {t}'s (?:[a-z-]+ |"
            r"<M\d+>[ -]){0,4}?(?:round|[Ss]eries [A-H]|raise|financing)\b"
        ),
    ),
    _dealt(
        name="in_which_it_invested",
        cue=r"\b(?:in|into) which\b",
        template=rf"{{t}},? (?:in|into) which {{s}}(?!'s),? {{aux}}{_INVESTED} {{m}}(?! in <P)",
        on_full=True,
    ),
    *(
        _dealt(
            name=f"pays_part_{name}",
            cue=r"tranche|instal|portion|\bpart\b|\bof\b",
            template=template,
            measure=Measure.PAID,
        )
        for name, template in (
            (
                "of_investment",
                (
                    rf"{{s}}(?!'s),? {{aux}}(?:pa(?:id|ys|ying)|{_INVESTED}|provided|funded|"
                    rf"completed|made|transferred) {_EARLIER}{{m}}(?: (?:tranche|instal?lment|"
                    r"portion|part))? of (?:its|an?|the) (?:[a-z-]+ ){0,2}?<M\d+>(?: |-)(?:[a-z-]+ "
                    r"){0,2}?(?:investment|commitment|pledge) (?:in|to|into) {t}(?<!'s)(?!'s)"
                ),
            ),
            (
                "of_its_investment",
                (
                    rf"{{t}}(?!'s),? {{aux}}{_GOT} {_EARLIER}{{m}}(?: (?:tranche|instal?lment|"
                    r"portion|part))? (?:of|from) {s}'s (?:[a-z-]+ ){0,2}?<M\d+>(?: |-)(?:[a-z-]+ "
                    r"){0,2}?(?:investment|commitment|pledge)"
                ),
            ),
            (
                "of_promise",
                (
                    r"{s}(?!'s),? {aux}(?:so far )?(?:invested|paid|put in) {m} of the <M\d+> "
                    r"(?:that )?(?:it|<P\d+>) (?:has |had )?(?:promised|pledged|committed)(?: to)?"
                    r"(?: invest in)? {t}(?<!'s)(?!'s)"
                ),
            ),
        )
    ),
)

PATTERN = rule_pattern("stakes_dealt", 1, _RULES)
