"""Agreements with a company to put money into it, or to buy its shares.

Accepts: "We entered into an agreement with Tidepool AI, Inc. to invest about $2 billion to acquire
shares of its preferred stock."
Accepts: "Under a securities purchase agreement with Tidepool AI, Inc. we will buy shares of its
common stock for $40 million."
Refuses: "We entered into an agreement with Harbor Steel to invest $3 billion in our plant."

Lives here: rules used by `equity`; whose shares they are decides who invests. Not here: agreements
in which the issuer sells (`offerings`, `placements`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.shares.share_words import bought_instrument
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_AGREES = (
    r"{s},? {aux}(?:(?:entered into|enter into|signed|executed|reached|finali[sz]ed|concluded|"
    r"announced|amended) (?:(?:an?|the|its|our) )*|[Uu]nder (?:an?|the) )"
    r"(?:(?!supply|lease|credit|loan|licen[sc]e|<)[A-Za-z-]+ ){0,4}?"
    r"(?:[Aa]greements?|[Ll]etters? of [Ii]ntent|[Tt]erm [Ss]heets?|[Cc]ommitments?) with "
)
_WILL, _WILL_2 = (
    r",? (?:(?:under|pursuant to|by|through) which,? (?:subject to [^<>;,]{3,60}, )?"
    rf"(?P<again{number}><P\d+>) (?:(?:has|have|will|would|agreed|committed|is|are|to|also|"
    r"obligated) )+|to |(?:for|providing for|that provides for|relating to) (?:the |an? )?)"
    for number in ("", "2")
)
_INVEST = r"(?:invest(?: in <P\d+>)?|(?:make )?(?:an? )?(?:[a-z]+ )?investment of)"
_BUY = r"(?:purchase|acquire|buy|subscribe (?:for|to))(?: of)?"
_PAPER = (
    r"(?:(?:[Cc]ommon|[Pp]referred|[Oo]rdinary|[Cc]onvertible|[Ss]eries|[Cc]lass|[A-H](?:-\d)?|"
    r"newly|issued|new|non-voting|voting|equity|capital|unregistered) )*"
    r"(?:[Ss]hares|[Ss]tock|[Uu]nits|[Ee]quity(?: interests)?(?! [a-z]+ (?:of|in) <P)|"
    r"[Pp]referred(?! [a-z]))\b"
)
_GOES_ON = (
    r"(?=[.,;]|$| (?:to (?:acquire|purchase|buy)|for|over|at|as|upon|through|by|subject|if|once)\b|"
    r" in (?:exchange|return|cash|connection|one|two|three|several|tranches|phases|stages|equity|"
    r"(?:its|their|newly|<P\d+>(?:'s)?|the|an?) (?:[A-Za-z-]+ ){0,4}?(?:stock|shares|equity|units|"
    r"round|financing|business)))"
)
_NOT_THIS = r"repurchas|buyback|treasury|warrant|\bproducts\b|option to|right to"


def _rule(name: str, template: str, needs: str = "") -> Rule:
    return Rule(
        name=f"agrees_with_{name}",
        instrument=InstrumentId.EQUITY,
        instrument_of=bought_instrument,
        cue=r"agreement|letters? of intent|term sheet|commitment",
        needs=needs,
        where="filing",
        refuses=_NOT_THIS,
        template=template,
        status=Status.SIGNED,
        needs_amount=True,
    )


AGREED_INVESTMENTS: tuple[Rule, ...] = (
    _rule("invest", rf"{_AGREES}{{t}}{_WILL}{_INVEST} {{m}}{_GOES_ON}", "invest"),
    _rule(
        "buy_sum",
        rf"{_AGREES}(?:<P\d+>{_WILL}{_BUY} {{m}} (?:worth )?(?:of|in) (?:(?P<target><P\d+>)"
        rf"(?:'s)? {_PAPER}|{_PAPER} (?:of|in|from) (?P<target2><P\d+>)(?!'s))|"
        rf"(?P<target3><P\d+>){_WILL_2}{_BUY} {{m2}} (?:worth )?(?:of|in) (?:its |their "
        rf")?{_PAPER}(?! (?:of|in) <P))",
    ),
    _rule(
        "buy_shares",
        rf"{_AGREES}(?:<P\d+>{_WILL}{_BUY} (?:(?!<)[A-Za-z0-9,.-]+ ){{0,4}}?{_PAPER} (?:of|in) "
        rf"(?:(?P<target><P\d+>)(?:'s)?)(?: {_PAPER})?|(?P<target2><P\d+>){_WILL_2}{_BUY} "
        rf"(?:(?!<)[A-Za-z0-9,.-]+ ){{0,4}}?{_PAPER}(?: of (?:its |their |the "
        rf")?{_PAPER})?)(?:[^<>;]|<V\d+>){{0,60}}? (?:for|at) {{m}}",
    ),
)
