"""Preferred equity drawn by instalments: the size of the facility and each draw under it.

Accepts: "Lumen closed the initial funding of $90 million from Brightwater Asset Management under
its $3 billion perpetual preferred equity facility."
Accepts: "Lumen drew $50 million under a preferred equity facility with Brightwater Capital."
Refuses: "Lumen paid dividends on its preferred equity."

Lives here: wording of such facilities, an `equity` claim each. Not here: loans (`debt`), rounds.
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, SUBJECT, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_FACILITY = (
    r"(?:[a-z-]+ ){0,3}?preferred[- ](?:equity|stock|share) (?:(?:financing|investment|funding) )?"
    r"(?:facility|commitment|programme|program)"
)
_SIZED = rf"<M\d+>(?: |-){_FACILITY}|{_FACILITY} of <M\d+>"
_DRAWN = (
    r"(?:receiv(?:e[sd]?|ing)|clos(?:e[sd]?|ing)(?: on)?|dr[ae]w(?:n|s|ing)?|complet(?:e[sd]?|ing)|"
    r"secur(?:e[sd]?|ing)|obtain(?:s|ed)?)"
)
_PART = (
    r"(?:(?:the|an?|its|initial|first|second|third|further|remaining|funding|draw|drawdown|closing|"
    r"investment|tranche|of) )*"
)
_CUE = r"preferred[- ](?:equity|stock|share)"

_paid_in = partial(
    Rule, instrument=_EQUITY, measure=Measure.PAID, target=FILER, needs_amount=True, cue=_CUE
)

_RULES = (
    _paid_in(
        name="issued_to_named",
        cue=r"(?:issued|sold) to",
        needs=_CUE,
        template=(
            rf"{_CUE}[^<>;]{{0,40}}? {{aux}}(?:issued|sold|issued and sold) to {{s}} for "
            r"(?:[a-z]+ ){0,4}?{m}"
        ),
        where="filing",
        refuses=r"\bby <p|conver(?:sion|ted)",
    ),
    _paid_in(
        name="drawn_from_named",
        template=(
            rf"(?:{{t}},? {{aux}})?{_DRAWN} {_PART}{{m}}[^<>;]{{0,40}}? from {{s}} under "
            rf"(?:[^<>;]|<P\d+>'s){{0,20}}?(?:{_SIZED}|{_FACILITY})"
        ),
        shares_words=True,
    ),
    _paid_in(
        name="drawn_under_facility",
        template=(
            rf"(?:{{t}},? {{aux}})?{_DRAWN} {_PART}{{m}}[^<>;]{{0,40}}? (?:from|under) "
            rf"(?:[^<>;]|<P\d+>'s){{0,20}}?(?:{_SIZED}|{_FACILITY})[^<>;]{{0,30}}? "
            r"(?:with|from|provided by) {s}"
        ),
        shares_words=True,
    ),
    _paid_in(
        name="draw_was_funded_by",
        cue=r"\bdraw|tranche|funding|closing",
        around=_CUE,
        refuses=r"\bloan|credit facility|revolv|\bif\b",
        template=(
            r"(?:[Ii]nitial|[Ff]irst|[Ss]econd|[Tt]hird) (?:draw(?:down)?|funding|tranche|closing) "
            r"of {m},? (?:was|has been|were) (?:funded|provided|made)(?: today)? by {s}"
        ),
        target=SUBJECT,
        keep_status=True,
    ),
    _paid_in(
        name="facility_of_named",
        template=(
            rf"(?:{{t}}(?!'s)(?:[^<>;]|<M\d+>|<S\d+>){{0,160}}? )?(?:{{m}}(?: |-){_FACILITY}|"
            rf"{_FACILITY} of {{m2}})[^<>;]{{0,30}}? (?:with|from|provided by) {{s}}"
        ),
        measure=Measure.CEILING,
        shares_words=True,
    ),
    _paid_in(
        name="facility_drawn_from",
        template=(
            rf"(?:{{t}},? {{aux}})?{_DRAWN} {_PART}<M\d+>[^<>;]{{0,40}}? from {{s}} under "
            rf"(?:[^<>;]|<P\d+>'s){{0,20}}?(?:{{m}}(?: |-){_FACILITY}|{_FACILITY} of {{m2}})"
        ),
        measure=Measure.CEILING,
        keep_status=True,
        shares_words=True,
    ),
)

PATTERN = rule_pattern("preferred", 1, _RULES)
