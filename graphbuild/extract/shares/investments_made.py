"""Investments that a filer tells of one by one: closed, contributed, agreed for later equity.

Accepts: "In May we closed an investment of $1.9 million in Tidepool AI, Inc."
Accepts: "We contributed $25 million to Tidepool JV LLC in the second quarter."
Refuses: "We contributed $3 million to our defined contribution plan."

Lives here: rules used by `equity`. Not here: one verb between two parties (`equity`), several
investors at once (`joint_investments`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, FUND, Rule
from graphbuild.extract.shares.share_words import bought_instrument
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_SAFE = r"(?:[Ss]imple [Aa]greements? for [Ff]uture [Ee]quity|SAFEs?\b)"
_WHAT = (
    r"(?:(?:an?|the|its|our|another|additional|initial|first|second|further|final|strategic|"
    r"minority|equity|direct|seed|cash|preferred|capital|new|follow-on) )*"
)
_NO_GIFT = (
    r"401|pension|\bplan\b|charit|foundation|employee|donat|research|tax|liabilit|revenue|growth|"
    r"decrease|margin"
)

_CONTRIBUTORS = (
    ("first", r"(?P<source><P\d+>)", r"<P\d+>", "{m}", r"<M\d+>"),
    ("second", r"<P\d+>", r"(?P<source><P\d+>)", r"<M\d+>", "{m}"),
)


def _contributes_in_turn(turn: str, one: str, other: str, first: str, second: str) -> Rule:
    """By "A agreed to contribute $2 million and B $1 million to C" each puts in its own sum."""
    verb = r"(?:(?:has|have|will|agreed|committed|to) )*contributed?"
    return Rule(
        name=f"contributes_{turn}",
        instrument=_EQUITY,
        cue=r"contribut",
        refuses=_NO_GIFT,
        template=(
            rf"{one},? {verb} {first},? (?:and|while) {other},? (?:{verb} )?{second}"
            r"(?:(?!<M|<P)[^;]){0,40}? (?:to|into) {t}(?!'s)"
        ),
        status=Status.SIGNED,
        keep_status=True,
        shares_words=True,
        needs_amount=True,
    )


NO_PURCHASE = (
    r"repurchas|buyback|treasury|exercise|option to|right to|warrant|tender offer|outstanding"
)
PRICED_STOCK = (
    r"(?:additional )?(?:shares of )?{t}(?:'s)? (?:[A-Za-z-]+ ){0,3}?(?:stock|shares|units) "
    r"(?:with|for|at) (?:an? )?(?:[a-z]+ )?(?:purchase price|consideration|price) of {m}"
)

_paid = partial(Rule, instrument=_EQUITY, where="filing", measure=Measure.PAID, needs_amount=True)
_invested = partial(Rule, instrument=_EQUITY, instrument_of=bought_instrument, needs_amount=True)
_by_note = partial(Rule, instrument=InstrumentId.CONVERTIBLE, needs_amount=True)

INVESTMENT_RULES: tuple[Rule, ...] = (
    _invested(
        name="closed_investment_of",
        cue=r"investment",
        template=(
            r"{s},? {aux}(?:clos(?:ed|es|ing)|complet(?:ed|es|ing)|consummated|made|mak(?:es|ing)|"
            rf"finali[sz]ed)(?: on)? {_WHAT}investments? (?:of|for|totaling|totalling) {{m}} "
            r"(?:in|into|to) {t}"
        ),
        measure=Measure.PAID,
        only_organisations=True,
    ),
    _paid(
        name="our_investment_of",
        instrument_of=bought_instrument,
        cue=r"investment of",
        refuses=r"fair value|carrying|impair|\bif\b|\bmay\b|loss",
        template=(
            r"(?:driven by|due to|including|reflect(?:s|ing)|attributable to|relat(?:ed|ing) to|"
            rf"and|with|resulted from|<P\d+>'s) {_WHAT}investments? of {{m}} (?:in|into) "
            rf"{{t}}(?!'s| by)"
        ),
        source=FILER,
        keep_status=True,
        only_named=True,
        only_organisations=True,
    ),
    _by_note(
        name="agreed_for_future_equity",
        cue=r"simple agreements? for future equity|\bsafe\b",
        refuses=r"conversion price|holders",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed|purchased|acquired|invested in) "
            rf"[^<>;]{{0,60}}?{_SAFE}(?:(?!<M|<P)[^;]){{0,120}}?{{m}}(?:(?!<M)[^;]){{0,160}}? "
            r"(?:issued by|with|from|in) {t}"
        ),
        measure=Measure.PAID,
        keep_status=True,
    ),
    _invested(
        name="bound_to_invest_later",
        cue=r"invest",
        where="filing",
        template=(
            r"{s},? (?:may be|is|are|could be|will be) (?:obligated|required|committed) to invest "
            r"{m}(?:(?!<M|<P)[^;]){0,80}? (?:in|into|if|upon|once|when|subject to) {t}"
        ),
        status=Status.SIGNED,
        keep_status=True,
    ),
    *(_contributes_in_turn(*turn) for turn in _CONTRIBUTORS),
    _paid(
        name="contributed_capital_to",
        cue=r"contribut",
        refuses=_NO_GIFT,
        template=(
            rf"{{s}},? {{aux}}(?:contributed?|funded|ma(?:de|kes) {_WHAT}contributions? "
            r"(?:of|totaling)) {m}(?:(?!<M|<P)[^;]){0,40}? (?:to|into) {t}(?!'s)"
        ),
        needs=r"capital contribution|contributed",
        only_organisations=True,
    ),
    *(
        _paid(
            name=f"additional_stock_{name}",
            cue=r"shares|stock|units",
            refuses=NO_PURCHASE,
            template=template + PRICED_STOCK,
            source=source,
        )
        for name, source, template in (
            ("bought", "", r"{s},? {aux}(?:acquire|purchase)d? "),
            ("bought_too", FILER, r"(?:while|and) (?:purchasing|acquiring) "),
        )
    ),
    _paid(
        name="invested_in_the_fund",
        cue=r"\bfund\b",
        needs=r"invested|contributed",
        around=r"subscri|commit(?:ted|ment) to invest|limited partner",
        template=(
            r"{s},? {aux}(?:invested|contributed) (?:an? )?(?:additional )?(?:[\d,.]+ [A-Z]{2,5},? "
            r"(?:equivalent to|valued at|or) )?{m} (?:more )?(?:in|into|to) (?:the|this|such) "
            r"fund\b"
        ),
        target=FUND,
    ),
    _paid(
        name="invested_in_stock_of",
        instrument_of=bought_instrument,
        cue=r"invested in|participated in",
        needs=r"shares|stock|units",
        template=(
            r"{s},? {aux}(?:invested in|participated in (?:an?|another|the) (?:[A-Za-z0-9-]+ )"
            r"{1,3}(?:of|for)) (?:[A-Za-z0-9-]+ ){0,4}?(?:[Ss]hares|[Ss]tock|[Uu]nits) (?:of|in|"
            r"issued by) {t}(?!'s)(?:,? (?:for|of|amounting to|totaling|in the amount of)) {m}"
        ),
    ),
    _paid(
        name="purchased_stock_in",
        instrument_of=bought_instrument,
        cue=r"shares|stock|units|interests",
        refuses=r"repurchas|buyback|treasury|exercise price|option to|right to|warrant|tender "
        r"offer|outstanding shares|all of the",
        template=(
            r"{s},? {aux}(?:purchased?|bought|acquired?|subscribed for) (?:(?:an?|additional|the|"
            r"approximately|[\d,.]+|million) )*(?:shares|units|interests) of (?:its |the "
            r")?(?:[A-Za-z0-9-]+ ){0,5}?(?:[Ss]tock|[Ss]hares|[Uu]nits|[Ii]nterests) "
            r"(?:of|in|issued by) {t}(?!'s)(?:(?!<M|<P)[^;]){0,60}? (?:for|at) {m}"
        ),
    ),
    _by_note(
        name="issued_note_to",
        cue=r"convertible",
        needs=r"\bnotes?\b|debenture",
        where="filing",
        refuses=r"initial purchasers|qualified institutional|conversion of|upon conversion",
        template=(
            r"{t},? {aux}(?:issued(?: and sold)?|sold)(?: to {s})? (?:(?:an?|the|unsecured|secured|"
            r"senior|subordinated|new|certain|[\d,.]+%|<S\d+>) )*convertible (?:[a-z]+ "
            r"){0,2}?(?:notes?|debentures?)\b(?:(?!<M|<P)[^;]){0,60}?(?: to "
            r"(?P<source2><P\d+>))?,?(?:(?!<M|<P)[^;]){0,60}? (?:principal amount|face "
            r"(?:amount|value)|amount|proceeds|for)(?: of)? {m}"
        ),
    ),
    _invested(
        name="announced_investor",
        cue=r"invest",
        where="news",
        refuses=r"stake in|\bplans?\b",
        template=(
            r"{t},? (?:announced|said|disclosed)(?: that)? {s},? {aux}(?:mak(?:e|ing)|made|invest"
            r"(?:ed|ing)?) (?:an? )?{m}(?: (?:[a-z]+ )?investment)?"
            r"(?: in the form of an? (?:[a-z]+ )?note)?(?! (?:in|into) )"
        ),
        status=Status.ANNOUNCED,
    ),
    _by_note(
        name="purchased_note_from",
        cue=r"convertible",
        needs=r"\bnotes?\b|debenture",
        where="filing",
        refuses=r"offering|holders|initial purchasers|conversion price",
        template=(
            r"{s},? {aux}(?:purchased?|acquired?|bought|subscribed for)(?: from {t},?)? "
            r"(?:(?!<M|<P)[^;]){0,60}?convertible (?:(?!<M|<P)[^;]){0,20}?(?:notes?|debentures?)\b"
            r"(?:(?!<M|<P)[^;]){0,120}?(?:(?: from| of| issued by) (?P<target2><P\d+>))?"
            r"(?:(?!<M|<P)[^;]){0,60}? (?:for|of) {m}"
        ),
        measure=Measure.PAID,
        only_named=True,
    ),
    _paid(
        name="invested_in_private_companies",
        cue=r"invest|purchased",
        refuses=r"net of|proceeds|fair value|carrying|impair|gains|loss",
        template=(
            rf"{{s}},? {{aux}}(?:(?:invested|made {_WHAT}investments (?:of|totaling)) {{m}} in "
            r"(?:(?:various|several|certain|other|equity|securities|shares|of|non-marketable) )*"
            r"(?:privately[- ]held|private|early[- ]stage|start-?up|-held) (?:[a-z]+ "
            r")?(?:companies|"
            r"entities|start-?ups)|purchased (?:shares|equity (?:securities|interests)) for "
            r"(?:an? )?(?:total|aggregate|combined) (?:investment|purchase price) of {m2})"
        ),
        target="investees",
    ),
)
