"""Options on stakes: who may buy the rest of a company, or make somebody else buy it.

Accepts: "Brightwater Capital LLC has the right to cause the Company to purchase all of the
remaining share capital of Quillstone Data Ltd."
Accepts: "We have a call option to acquire the remaining 49% of Quillstone Data Ltd."
Refuses: "We have the option to purchase the leased equipment from Brightwater Capital LLC."

Lives here: wording of `option_position` in running text; the holder is the source, the company
whose shares may move the target. Not here: warrants and rights of underwriters (`warrant`,
`allotments`), options told by ownership forms (`forms`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_NO_STAKE = (
    r"\blease|equipment|\bnotes\b|\bbonds\b|debenture|\bloans?\b|employee|incentive|award|"
    r"underwrit|over-?allot|initial purchaser|real estate|building|\bland\b|\bexpired|terminated|"
    r"waived|\bexercised|warrant|redeem|\bsafe\b|products|"
    r"pro[- ]rata|first (?:refusal|offer)|pre-?emptive|(?:tag|drag)-along"
)
_HOLDS = (
    r"(?:has|have|had|holds?|held|(?<=was )granted|(?<=were )granted|(?<=been )granted|obtained|"
    r"received|retains?|retained|acquired),? "
    r"(?:(?:an?|the|its|our|also|put|call|purchase|exclusive|irrevocable|contractual) )*"
    r"(?:(?:put|call)s?|rights?|options?)\b,?(?: \([^()]{3,40}\))?"
)
_MAY = (
    r"(?:,? (?:but not the obligation|exercisable [^<>;]{3,60}),?)? "
    r"(?:to|that (?:requires?|obligates?)|which (?:requires?|obligates?)|requiring|obligating)"
    r"(?: (?:cause|require|oblige|obligate|compel|force))?(?: (?:<P\d+>|it|them) to)? "
    r"(?:purchase|acquire|buy|buy out|sell)(?: to <P\d+>)? "
)
_REST = (
    r"(?:(?:(?!<[MPV])[^;])|<P\d+>'s ){0,70}?(?:<S\d+>|share capital|capital stock|shares?|stock|"
    r"interests?|stakes?|units|equity)(?: (?:not|held|already|owned|by|it|<P\d+>))*(?: (?:of|in)"
    r"(?: the)?(?: (?:shares?|stock|share capital|equity|interests?|capital stock) (?:of|in))?) "
)
_OF_INVESTORS = (
    r"(?:(?:(?!<[MPV])[^;])){0,30}?(?:(?P<role><P\d+>)|(?:tax[- ]equity|fund|third[- ]party|"
    r"outside|class a|non-?controlling) (?:<P\d+>|investors?|members?|partners?|holders?))(?:'s?)? "
    r"(?:[a-z-]+ ){0,3}?interests? in (?:the|such|each|these|those|our) (?:[a-z-]+ ){0,3}?"
    r"(?:funds?|partnerships?|entit(?:y|ies)|vehicles?|subsidiar(?:y|ies))"
)


def _rule(name: str, template: str, target: str = "") -> Rule:
    return Rule(
        name=f"option_on_{name}",
        instrument=InstrumentId.OPTION_POSITION,
        cue=r"\b(?:rights?|options?|puts?|calls?) ",
        needs=r"purchase|acquire|\bbuy\b|\bsell\b",
        where="filing",
        refuses=_NO_STAKE,
        template=template,
        target=target,
        role=r"investor|member|partner|holder",
        is_bare_fine=bool(target),
        only_organisations=not target,
        status=Status.SIGNED,
        keep_status=True,
    )


PATTERN = rule_pattern(
    "interest_options",
    1,
    (
        _rule(
            "stake_allowed",
            r"(?:[Pp]ut|[Cc]all|[Pp]urchase)(?:/call)? (?:options?|rights?),? (?:allows?|permits?|"
            r"entitles?|gives?|enables?)(?: for)? (?P<source><P\d+>)(?!'s) (?:the (?:right|ability|"
            rf"option) )?to (?:(?:cause|require) <P\d+> to )?(?:purchase|acquire|buy|sell) {_REST}"
            r"(?P<target><P\d+>)(?!'s)",
        ),
        _rule("stake", rf"{{s}},? {{aux}}{_HOLDS}{_MAY}{_REST}(?P<target><P\d+>)(?!'s)"),
        _rule(
            "fund",
            rf"(?P<source><P\d+>)(?:'s (?:[a-z-]+ ){{0,2}}subsidiar(?:y|ies))?,? {{aux}}{_HOLDS}"
            rf"{_MAY}{_OF_INVESTORS}",
            "financing-funds",
        ),
    ),
)
