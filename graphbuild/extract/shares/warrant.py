"""Warrants: rights to buy shares, from the issuer to the holder who gets them.

Accepts: "Lumen Robotics issued Brightwater a warrant to purchase up to 40 million shares."
Accepts: "Lumen agreed to give Brightwater rights to buy as much as $2 billion of its stock."
Refuses: "The warrants have an exercise price of $11.50 per share."

Lives here: wording of `warrant`; the holder is the source, the issuer the target. Not here: pay and
share awards, which are no claims.
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.counted_warrants import COUNTED_WARRANT_RULES
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_WARRANT = InstrumentId.WARRANT
_PAY = (
    r"employee|restricted stock|stock option|executive|director|compensation|"
    r"incentive|private warrants|public warrants"
)
_RIGHT = (
    r"(?:(?:an?|the|certain|[a-z]+-priced|performance-based|penny|pre-funded|vested|unvested|"
    r"common|stock|new|up|to|additional) )*(?:[Ww]arrants?|[Rr]ights|[Oo]ptions?)"
)

_warrant = partial(Rule, instrument=_WARRANT, refuses=_PAY, cue=r"warrant")

_RULES = (
    Rule(
        name="issued_holder_a_warrant",
        instrument=_WARRANT,
        cue=r"warrant|rights to|option to (?:buy|purchase)",
        refuses=_PAY + r"|option[^.;]{0,160}\b(?:notes|bonds|debentures)\b",
        template=(
            rf"{{t}},? {{aux}}(?:issu(?:e[sd]?|ing)|grant(?:s|ed|ing)?|giv(?:e|es|en|ing)|"
            rf"gave|award(?:s|ed)?) (?:to )?{{s}},? {_RIGHT}(?: to (?:buy|purchase|acquire))?"
        ),
        looks_ahead=True,
    ),
    *COUNTED_WARRANT_RULES,
    _warrant(
        name="issued_warrant_to",
        template=(
            r"{t},? {aux}(?:issu(?:e[sd]?|ing)|grant(?:s|ed|ing)?|sold|sell)(?:(?!<P)[^;]){0,40}? "
            rf"{_RIGHT}(?:(?!<P)[^;]){{0,60}}? to {{s}}(?! (?:purchase|acquire|buy))"
        ),
        looks_ahead=True,
    ),
    _warrant(
        name="receives_warrants_too",
        needs=r"receiv|obtain|get",
        template=(
            rf"{{s}},? {{aux}}(?!receiv)(?:(?!<P\d+>,? (?:will|has|is|was|agreed))[^;]){{5,17"
            rf"0}}?,? (?:and|to) (?:will |would |also )*(?:receiv(?:e[sd]?|ing)|obtain(?:s|"
            rf"ed)?|get) {_RIGHT}(?:(?:(?!<P)[^;]){{0,80}}? (?:of|in|from|issued by) {{t}}|"
            r" for (?:[^<>;]|<M\d+>){0,50}?(?P<target2><P\d+>)(?:'s)? (?:[a-z]+ )?(?:shares|stock))"
        ),
        status=Status.SIGNED,
    ),
    _warrant(
        name="received_warrants",
        template=(
            rf"{{s}},? {{aux}}(?:receiv(?:e[sd]?|ing)|hold(?:s|ing)?|held|obtain(?:s|ed)?|"
            rf"acquired?) {_RIGHT}(?:(?!<P)[^;]){{0,60}}? (?:of|in|from|issued by) {{t}}"
        ),
        looks_ahead=True,
    ),
    _warrant(
        name="warrants_for_shares_of",
        template=(
            r"{s},? {aux}(?:receiv(?:e[sd]?|ing)|hold(?:s|ing)?|held|obtain(?:s|ed)?|get|gets|"
            rf"secur(?:e[sd]?|ing)) {_RIGHT} (?:to (?:buy|purchase|acquire)|for) "
            r"(?:{m} (?:worth )?of )?[^<>;]{0,60}?(?:(?:<S\d+> )?{t}(?:'s)? (?:[A-Za-z]+ "
            r"){0,3}(?:shares|stock)|<S\d+> of (?P<target2><P\d+>))"
        ),
    ),
    _warrant(
        name="warrant_for_holder",
        where="news",
        template=(
            r"(?:(?:[Ww]arrants?|[Rr]ights|[Oo]ption) for {s}|(?:gave|giv(?:e|es|ing)|grant(?:s|ed|"
            r"ing)|issu(?:e[sd]|ing)|hand(?:s|ed|ing)|award(?:s|ed|ing)|offer(?:s|ed|ing)) "
            rf"(?P<source2><P\d+>) {_RIGHT}) to (?:buy|purchase|acquire) (?:[^<>;]|<M\d+>|<S\d+>)"
            r"{0,60}?(?:{t}(?:'s)? (?:[A-Za-z]+ ){0,2}(?:shares|stock)|(?:shares|stock) (?:of|in) "
            r"(?:the )?(?P<target2><P\d+>)|of (?P<target3><P\d+>) (?:at|for) )"
        ),
        status=Status.SIGNED,
    ),
    _warrant(
        name="support_for_warrants",
        needs=r"in (?:return|exchange) for",
        template=(
            rf"{{s}}(?:'s)? [^<>;]{{0,40}}?(?:backstop|guarantee|support|commitment)"
            rf"(?:[^<>;]|<M\d+>){{0,60}}? in (?:return|exchange) for {_RIGHT}[^<>;]{{0,60}}? "
            r"(?:in|of|from) {t}"
        ),
        status=Status.SIGNED,
    ),
    Rule(
        name="certified_warrant",
        instrument=_WARRANT,
        cue=r"hereby certif",
        needs=r"entitled",
        template=(
            r"{t},? (?:for value received,? )?hereby certif(?:ies|y) that,? (?:for value "
            r"received,? )?"
            r"{s}[^;]{0,160}? entitled[^;]{0,120}? to (?:purchase|subscribe|acquire|receive)"
        ),
        keep_status=True,
        only_named=True,
    ),
    _warrant(
        name="provided_with_warrants",
        cue=r"warrants",
        template=(
            rf"(?:provid(?:e[sd]?|ing)|compensat(?:e[sd]?|ing)) {{s}} with {_RIGHT} (?:to (?:buy|"
            rf"purchase|acquire)|for|in|covering) [^<>;]{{0,60}}?{{t}}"
        ),
        status=Status.SIGNED,
    ),
    Rule(
        name="warrants_held_as_assets",
        instrument=_WARRANT,
        cue=r"warrants",
        needs=r"assets",
        where="filing",
        refuses=_PAY + r"|liabilit|exercise price|expense\b",
        template=(
            r"(?:[Tt]hese|[Tt]he|[Ss]uch|[Oo]ur|<P\d+>'s)(?: equity)? warrants (?:had|have) an? "
            r"(?:aggregate |estimated |total )*fair value of {m}"
        ),
        source=FILER,
        target="warrant-issuers",
        measure=Measure.VALUE,
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="warrants_at_fair_value",
        instrument=_WARRANT,
        cue=r"warrants",
        needs=r"fair value|carrying",
        where="filing",
        refuses=_PAY + r"|liabilit|exercise price|expense|loss",
        template=(
            r"(?:equity )?warrants (?:measured|carried|recorded)[^<>;]{0,40}fair "
            r"value(?:(?!<P)[^;]){0,60}?(?:was|were|of|had){gap}{m}"
        ),
        source=FILER,
        target="warrant-issuers",
        measure=Measure.VALUE,
        keep_status=True,
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("warrant", 1, _RULES)
