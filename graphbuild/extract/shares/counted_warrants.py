"""Warrants told by the number of shares they buy, also where their holder has no name.

Accepts: "In May 2026 we issued to the customer a warrant to purchase up to 3,600,000 shares of our
common stock."
Accepts: "In a concurrent private placement we are selling to the investors unregistered warrants to
purchase up to 7,230,301 shares."
Refuses: "In May 2026 we issued warrants to purchase 50,000 shares to the placement agent."

Lives here: rules used by `warrant`. Not here: warrants without a number, and what they are worth
(`warrant`), their exercise (`warrant_exercises`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.shares.share_sales import COUNT, OFFER, STOCK
from graphbuild.records.instrument import InstrumentId

_NOT_SOLD = r"employee|incentive|placement agent|underwriter|\bmay\b|\bif\b|would"
_NOT_GIVEN = (
    r"employee|restricted stock|stock option|executive|director|compensation|incentive|consult|"
    r"private warrants|public warrants|placement agent|underwriter|representative|broker|finder|"
    r"\bunits\b|\bmay\b|\bif\b|would|services"
)
_KINDS = (
    r"(?:(?:an?|the|certain|performance-based|penny|vested|unvested|new|additional|unregistered|"
    r"pre-funded|private|placement|common|ordinary|stock|share|purchase|and|five-year|[\d,.]+|"
    r"[Uu]nregistered|[Pp]re-[Ff]unded|[Cc]ommon|[Ss]tock|[Pp]urchase|[Ss]eries|[A-Z]|[A-Z]-\d|"
    r"[Cc]lass|[Ww]arrants|[Ii]nvestor|[Ll]ender|[Cc]ustomer) )*"
)
_WARRANTS = (
    rf"{_KINDS}[Ww]arrants? (?:exercisable (?:for|into)|to (?:purchase|acquire|buy|subscribe for)) "
    rf"(?:up to )?{COUNT} (?:(?!<)[A-Za-z-]+ ){{0,4}}?(?:[Ss]hares|[Ss]tock)\b"
)
_ASIDE = r"(?:,? including [^;]{0,140}?,)?"
_GIVES = r"(?:issue[sd]?|granted|sold|are issuing|are selling|is issuing|is selling)"


def _rule(name: str, template: str, *, source: str = "", is_dated: bool = True) -> Rule:
    return Rule(
        name=f"counted_warrant_{name}",
        instrument=InstrumentId.WARRANT,
        cue=r"warrant",
        where="filing",
        refuses=_NOT_GIVEN if is_dated else _NOT_SOLD,
        template=template,
        source=source,
        only_dated=is_dated,
        is_bare_fine=True,
    )


COUNTED_WARRANT_RULES: tuple[Rule, ...] = (
    _rule(
        "being_sold",
        rf"{{t}} (?:are|is) (?:selling|issuing) to {{s}}{_ASIDE},? {_WARRANTS}",
        is_dated=False,
    ),
    _rule("to_holder", rf"{{t}},? {{aux}}{_GIVES} to {{s}}{_ASIDE},? {_WARRANTS}"),
    _rule(
        "beside_shares",
        rf"{{t}},? {{aux}}{_GIVES} {COUNT} {STOCK}(?:,? and|,? together with|,)(?: accompanying)? "
        rf"{_WARRANTS}",
        source="public-investors",
    ),
    _rule(
        "at_closing",
        rf"{{t}},? {{aux}}(?:closed|completed|consummated)(?: on)? {OFFER} and (?:issued|sold|"
        r"delivered) (?:(?!<P|<M)[^;]){0,80}?[Ww]arrants\b",
        source="public-investors",
    ),
    _rule("to_nobody", rf"{{t}},? {{aux}}{_GIVES} {_WARRANTS}", source="warrant-holders"),
)
