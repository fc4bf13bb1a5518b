"""Stakes bought, sold and paid for, in the wordings that name the company or the sum elsewhere.

Accepts: "Tidepool sold a 10% stake to Corvid for $2 billion."
Accepts: "Tidepool got $2 billion in fresh capital from Corvid."
Refuses: "Meridian sold its stake to Corvid for $2 billion."

Lives here: own shares sold to a named party, passives, nouns, relative clauses and parts paid, as
reports tell them. Not here: "invests in", "takes a stake in" (`equity`), rounds (`rounds`), who
sold and is gone (`deals_told`).
"""

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
_NO_SHARES = r"|contract|cloud|chips|\borders?\b|purchase commitment|guarant|\bgrant|subsid|lawsuit"
_BOUGHT = r"(?:acquired|bought|purchased|taken|snapped up)"


def _rule(
    name: str,
    cue: str,
    template: str,
    *,
    status: Status = Status.FUNDED,
    measure: Measure = Measure.HEADLINE,
    on_full: bool = False,
    is_joint: bool = False,
    refuses: str = DEBT_WORDS,
    instrument: InstrumentId = InstrumentId.EQUITY,
) -> Rule:
    """A rule of this module: both sides named, and a sum."""
    return Rule(
        name=name,
        instrument=instrument,
        cue=cue,
        template=template,
        where="news",
        status=status,
        measure=measure,
        on_full=on_full,
        is_joint=is_joint,
        refuses=refuses + _NO_SHARES,
        only_named=True,
        needs_amount=True,
    )


_RULES = (
    _rule(
        "sells_own_stake",
        r"stake|interest|shares|stock|equity|itself",
        rf"{{t}}(?!'s),? {{aux}}{_SELLS} (?:(?:{_SIZE}|{{m}}(?: |-)(?:worth )?(?:of )?{_SIZE}"
        rf"(?:its (?:own )?)?(?:[a-z]+ )?){_STAKE}(?: in itself)?|<S\d+> of itself|{_SIZE}of its "
        r"(?:shares|stock|equity)) to {s}(?<!'s)(?!'s)(?:,? (?:[a-z-]+ ){0,4}?(?:for|worth) {m2})?",
    ),
    _rule(
        "gets_capital_from",
        r"\bfrom\b",
        rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}}(?: |-){_CAPITAL} (?:from|by) {{s}}(?<!'s)(?!'s)",
        refuses=DEBT_WORDS + r"|\bsales? of|sold|return",
    ),
    _rule(
        "gets_by_selling_to",
        r"selling|issuing|sale of|issu",
        rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}} (?:by |from |through |via )?(?:selling|issuing|the "
        rf"(?:sale|issue|issuance) of) (?:{_SIZE}|its (?:own )?)(?:[a-z]+ )?{_STAKE} "
        r"to {s}(?<!'s)(?!'s)",
    ),
    _rule(
        "hands_over_for_stake",
        r"equity|capital|stake|shares|interest",
        rf"{{s}}(?!'s),? {{aux}}(?:hand(?:s|ed|ing)?|g(?:ive|ives|ave|iving)|"
        rf"pa(?:ys?|id|ying)|wir(?:e[sd]?|ing)) {{t}}(?<!'s)(?!'s) {{m}}(?: |-)(?:in (?:fresh |new "
        rf")?(?:equity|capital)\b|(?:in (?:exchange|return) )?for {_SIZE}{_STAKE}(?! in <P))",
    ),
    _rule(
        "deal_for_sized_stake",
        r"\b(?:deal|talks|agree|discuss|negotiat)",
        r"{s}(?<!'s)(?!'s),? {aux}(?:for|on|over|about) {m}"
        r"(?: |-)(?:[a-z]+ ){0,2}?stake in {t}(?<!'s)(?!'s)",
        status=Status.SIGNED,
    ),
    _rule(
        "gets_for_stake",
        r"in (?:exchange|return) for|for (?:an?|the)|\bselling\b",
        rf"{{t}}(?!'s),? {{aux}}{_GOT} {{m}} (?:in cash )?from {{s}},? (?:in (?:exchange|return) "
        rf"for|for|by selling(?: (?:it|them))?) {_ITS_SIZE}(?:[a-z]+ ){{0,2}}?{_STAKE}(?! in <P)",
    ),
    _rule(
        "stake_changed_hands",
        r"stake|interest|shareholding|shares|stock",
        rf"{_STAKE} (?:in|of) {{t}}(?!'s),? {{aux}}(?:sold to|{_BOUGHT} by) {{s}}(?<!'s)(?!'s),? "
        rf"(?:[a-z-]+ ){{0,4}}?(?:for|worth) {{m}}",
    ),
    _rule(
        "its_purchase_of_stake",
        r"purchase|acquisition",
        r"{s}'s (?:[a-z-]+ ){0,2}?(?:{m}(?: |-)(?:[a-z-]+ ){0,2}?)?(?:purchase|acquisition) of "
        rf"{_ITS_SIZE}(?:[a-z]+ )?{_STAKE} (?:in|of) {{t}}(?<!'s)(?!'s)(?: from <P\d+>)?(?:,? "
        r"(?:[a-z-]+ ){0,3}?(?:for|worth) {m2})?",
    ),
    _rule(
        "its_sale_of_stake",
        r"\bsale of\b",
        rf"{{t}}'s (?:[a-z-]+ ){{0,2}}?(?:{{m}}(?: |-)(?:[a-z-]+ ){{0,2}}?)?sale of {_SIZE}{_STAKE}"
        r"(?: in itself)? to {s}(?<!'s)(?!'s)(?:,? (?:[a-z-]+ ){0,3}?(?:for|worth) {m2})?",
    ),
    _rule(
        "sale_of_stake_to",
        r"\bsale of\b",
        rf"sale of {_ITS_SIZE}{_STAKE} (?:in|of) {{t}}(?<!'s)(?!'s) to {{s}}(?<!'s)(?!'s),? "
        r"(?:[a-z-]+ ){0,3}?(?:for|worth|brought in|raised|fetched|netted) {m}",
    ),
    _rule(
        "sells_convertibles_to",
        r"convertible",
        rf"{{t}}(?!'s),? {{aux}}(?:{_SELLS} {{m}}(?: |-)(?:worth )?(?:of |in )?|(?:raised?|raises|"
        rf"raising) {{m2}} (?:by|from|through|via|in) (?:(?:selling|issuing|placing) )?)(?:an? "
        rf")?(?:[a-z]+ )?convertible "
        r"(?:[a-z]+ )?(?:notes?|bonds?|debentures?) (?:to|from) {s}(?<!'s)(?!'s)",
        refuses="repurchas",
        instrument=InstrumentId.CONVERTIBLE,
    ),
    _rule(
        "backs_with_sum",
        r"\bback",
        r"{s}(?!'s),? {aux}back(?:s|ed|ing)? {t}(?!'s|-) (?:with|to the tune of) {m}"
        rf"(?=[.,;]|$| (?:{_CAPITAL}|in [A-Z<]|last|this|at)\b)",
    ),
    _rule(
        "writes_check",
        r"\bche(?:ck|que)s?\b",
        r"{s}(?!'s),? {aux}(?:wrote|writ(?:es?|ing|ten)|cut(?:s|ting)?) {m}(?: |-)"
        r"(?:[a-z]+ )?che(?:ck|que) (?:to|for|into) {t}(?<!'s)(?!'s)",
    ),
    _rule(
        "round_in_it_led_by",
        r"\bled by\b",
        r"{m}(?: |-)(?:[a-z-]+ ){0,3}?(?:round|[Ss]eries [A-H]|financing|investment|raise)(?: "
        r"round)? (?:for|in|by|of) {t}(?!'s),? {aux}(?:co-)?led by {s}",
        is_joint=True,
    ),
    _rule(
        "adds_to_its_round",
        r"round|series|raise|financing",
        r"{s}(?!'s),? {aux}(?:contribut(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|put(?:s|ting)?|"
        r"suppl(?:y|ied|ies)|add(?:s|ed|ing)?|invest(?:s|ed|ing)?|commit(?:s|ted|ting)?|"
        r"chipp?(?:s|ed|ing)? in) {m} (?:to|towards?|of|in|into) {t}'s (?:[a-z-]+ |"
        r"<M\d+>[ -]){0,4}?(?:round|[Ss]eries [A-H]|raise|financing)\b",
    ),
    _rule(
        "in_which_it_invested",
        r"\b(?:in|into) which\b",
        rf"{{t}},? (?:in|into) which {{s}}(?!'s),? {{aux}}{_INVESTED} {{m}}(?! in <P)",
        on_full=True,
    ),
    *(
        _rule(
            f"pays_part_{name}",
            r"tranche|instal|portion|\bpart\b|\bof\b",
            template,
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
