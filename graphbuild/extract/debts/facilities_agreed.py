"""Facilities agreed, told by the borrower: "entered into a credit agreement with Northgate Bank".

Lives here: two groups of rules for `debt`, with and without the lender's name. Not here: draws,
balances and what became of a facility (`debt`).
"""

from functools import partial

from graphbuild.extract.debts.borrowing_words import ENTER, FACILITY, NOTES, RISK
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LOAN = InstrumentId.LOAN

_CONTRACT = (
    r"(?:(?:[Cc]redit|[Ll]oan|[Tt]erm [Ll]oan|[Ff]acility|[Ff]inancing)(?:,? (?:[Aa]nd|&) "
    r"[Ss]ecurity| [Aa]nd [Gg]uarant(?:y|ee)|, [Ss]ecurity [Aa]nd [Gg]uaranty)? [Aa]greement|"
    r"[Ll]ine of [Cc]redit(?: [Aa]greement)?|[Cc]redit [Ff]acility|[Tt]erm [Ll]oan)"
)
_NO_LENDING = (
    RISK + r"|guarant|\blease|purchase agreement|intercreditor|letters? of credit|forbear|waive|"
    r"\bswap|hedg|consent|licen[cs]|registration rights|pledge|securities lending"
    r"|compliance|terminat"
)


def _of_no_size(name: str, verb: str, status: Status) -> Rule:
    """A loan between two companies of which the sentence tells no figure, only when it was made."""
    return Rule(
        name=name,
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"agreement|line of credit|credit facility|term loan",
        needs=r"credit|loan|facility|financing",
        where="filing",
        refuses=_NO_LENDING,
        template=(
            rf"{{t}},? {{aux}}{verb} (?:an? |the |its |our |that certain |<P\d+>'s )?(?:(?!<P|<M|"
            rf"with\b|to\b|by\b)[^;,]){{0,70}}?{_CONTRACT}(?:,? as amended,?)?(?: [Aa]greement)?"
            rf"(?: [a-z]+){{0,3}}? (?:with|from|between) (?:an agent,? and )?{{s}}"
        ),
        status=status,
        only_named=True,
        only_dated=True,
        only_organisations=True,
    )


_sized = partial(
    Rule,
    instrument=_LOAN,
    instrument_of=debt_instrument,
    refuses=RISK,
    measure=Measure.CEILING,
    needs_amount=True,
)
_in_filing = partial(Rule, where="filing", needs_amount=True)

AGREED_WITH_LENDERS: tuple[Rule, ...] = (
    _in_filing(
        name="held_by",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"held by",
        template=(
            rf"{{m}} (?:in |of )(?:[A-Za-z-]+ ){{0,4}}?(?:of )?(?:the |our |its |<P\d+>'s )"
            rf"(?:[A-Za-z0-9.-]+ ){{0,6}}?(?:{FACILITY}|{NOTES}) (?:was |were |is |are )"
            r"(?:outstanding and )?(?:held|owned) by {s}"
        ),
        refuses=r"held for|\bguarant",
        measure=Measure.OUTSTANDING,
        keep_status=True,
        target=FILER,
        only_named=True,
    ),
    _sized(
        name="entered_facility_with",
        cue=r"loan|credit|facilit|mortgage|financing agreement",
        template=(
            rf"{{t}},? {{aux}}{ENTER} {{gap}}{FACILITY}(?: [Aa]greement)?[^<>;]{{0,60}}? with "
            r"(?:an agent,? )?{s}{wide}(?:of|for|in|totaling|up to|amount|borrow|provid\w+){gap}{m}"
        ),
    ),
    _sized(
        name="facility_led_by",
        cue=r"led by|co-led",
        template=(
            rf"{{t}},? {{aux}}{ENTER} {{m}}(?: |-)(?:in )?(?:[A-Za-z0-9-]+ ){{0,5}}?"
            rf"{FACILITY}[^<>;]{{0,60}}? (?:co-)?led by {{s}}"
        ),
        is_joint=True,
    ),
    _sized(
        name="entered_sized_facility_with",
        cue=r"loan|credit|facilit|mortgage|financing",
        template=(
            rf"{{t}},? {{aux}}{ENTER} {{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{FACILITY}[^<>;]"
            rf"{{0,60}}?(?: with| from| provided by| arranged with) (?:an agent,? "
            rf")?(?:lenders including |a group led by )?{{s}}"
        ),
    ),
    _of_no_size("amended_with", r"(?:amended|renewed|extended)(?: and restated)?", Status.AMENDED),
    _of_no_size(
        "agreed_with",
        r"(?:entered into|executed|signed|closed(?: on)?|established|obtained|secured)",
        Status.FUNDED,
    ),
)
"""The lender has a name."""

AGREED: tuple[Rule, ...] = (
    _in_filing(
        name="vendor_financing_owed",
        instrument=InstrumentId.VENDOR_FINANCING,
        cue=r"financing",
        refuses=r"interest|fair value|may |cash flow",
        template=(
            r"(?:[Vv]endor|OEM|[Ss]upplier|[Mm]anufacturer) (?:[a-z]+ )?financing (?:arrangements?|"
            r"obligations?|agreements?|liabilit\w+)(?: [a-z]+){0,3}? (?:totaled|was|were|of) {m}"
        ),
        measure=Measure.OUTSTANDING,
        keep_status=True,
        source="vendors",
        target=FILER,
    ),
    _in_filing(
        name="maker_finances",
        instrument=InstrumentId.VENDOR_FINANCING,
        cue=r"(?:obtained|received) financing",
        says=r"manufacturer|vendor|supplier|\boem",
        hidden_source=True,
        template=(
            r"{t},? {aux}entered into (?:[a-z]+ ){0,3}?(?:agreements?|arrangements?) with {s} "
            r"(?:whereby|(?:under|pursuant to) which) <P\d+> (?:ha(?:s|ve|d) )?(?:obtained|"
            r"received) financing for [^<>;]{0,60}? of {m}"
        ),
        refuses=RISK,
    ),
    _sized(
        name="entered_facility",
        cue=r"facilit|credit|loan|revolv",
        template=(
            rf"{{t}},? {{aux}}{ENTER} (?:(?!<M|{NOTES}\b)[^;]){{0,110}}?{FACILITY}(?:(?!<M)["
            rf"^;]){{0,110}}?(?:of|for|in|totaling|up to|amount|borrow|provid\w+|"
            rf"with)[^<>;]{{0,60}}?{{m}}"
        ),
        refuses=RISK
        + r"|purchase agreement|(?:provided|made|extended|advanced) (?:an? )?(?:[a-z-]+ ){0,3}"
        r"loans? of <m\d+> to",
        source="lenders",
    ),
    _sized(
        name="agreement_provides_for",
        cue=r"credit agreement|loan agreement|facility agreement",
        template=(
            rf"{{t}},? {{aux}}{ENTER} (?:an? |the |that certain )?(?:(?!<P|"
            r"<M)[^;]){0,60}?(?:[Cc]redit|[Ll]oan|[Ff]acility) [Aa]greement(?:(?!<M)[^;]){0,260}? "
            r"(?:provid(?:es|ed|ing) for|consist(?:s|ing) of)[^<>;]{0,110}?{m}"
        ),
        refuses=RISK + r"|purchase agreement",
        source="lenders",
    ),
    _sized(
        name="entered_sized_facility",
        cue=r"facilit|credit|loan|revolv|debt financing",
        template=(
            rf"{{t}},? {{aux}}{ENTER} {{m}}(?: |-)(?:in )?(?:[A-Za-z0-9,-]+ ){{0,6}}?{FACILITY}"
        ),
        source="lenders",
    ),
)
"""The lenders are withheld."""
