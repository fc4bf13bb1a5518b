"""Securities a company places with named investors, and what becomes of its notes and facilities.

Accepts: "The Company has entered into subscription agreements with institutional investors
including Foxglove Partners and Brightwater Capital."
Accepts: "The $200 million equity line of credit, also secured with Foxglove Partners, gives us
time."
Refuses: "The Company entered into a subscription agreement with Foxglove Partners for an
investment in its fund."

Lives here: wordings of current reports that other readers of running text do not know. Not here:
offerings to the public (`offerings`), rounds told by news (`rounds`).
"""

from functools import partial

from graphbuild.extract.debts.borrowing_words import FACILITY
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_DETERMINERS = r"(?:(?:an?|the|its|certain|separate|several|two|three|definitive|binding|each) )*"
_MEMBERS = r"(?P<source><P\d+>(?:,? (?:and )?<P\d+>(?!'s)){0,12})"
_PURCHASE_AGREEMENT = (
    r"(?:[Ss]ubscription|[Ss]ecurities [Pp]urchase|[Ss]hare [Ss]ubscription|[Ss]tock [Pp]urchase|"
    r"[Pp]rivate [Pp]lacement|[Ii]nvestment) [Aa]greements?"
)
_EQUITY_LINE = (
    r"(?:equity (?:line(?: of credit)?|purchase facility|facility)|ELOC|committed equity "
    r"(?:facility|financing)|[Cc]ommon [Ss]tock [Pp]urchase [Aa]greement)"
)


def _note(words: str) -> InstrumentId:
    """Notes one investor takes: convertible, or else a loan."""
    return InstrumentId.CONVERTIBLE if "convert" in words.lower() else InstrumentId.LOAN


_agreed = partial(Rule, instrument=_EQUITY, where="filing", status=Status.SIGNED)
_debt_ended = partial(
    Rule, instrument=InstrumentId.LOAN, where="filing", status=Status.TERMINATED, keep_status=True
)

_RULES = (
    _agreed(
        name="placed_with_investors",
        cue=r"agreements? ",
        refuses=r"convertible|\bnotes?\b|debenture",
        template=(
            rf"{{t}},? {{aux}}(?:entered into|executed|signed) {_DETERMINERS}{_PURCHASE_AGREEMENT}"
            r"(?:[^<>;]|<D\d+>){0,60}? with (?:(?:[a-z-]+|<P\d+>) ){0,5}?(?:investors|purchasers|"
            r"subscribers|<P\d+>),? (?:including|such as|namely|consisting of|comprised of),? "
            rf"(?:[a-z]+ ){{0,2}}?{_MEMBERS}"
        ),
        keep_status=True,
    ),
    _agreed(
        name="investors_include",
        cue=r"investors? ",
        needs=r"\binclude[sd]?\b",
        around=r"private placement|purchase agreement|subscription|financing|offering|\bpipe\b",
        refuses=r"convertible|\bnotes?\b|debenture|existing investors|relations",
        template=(
            r"(?:^|, )(?:[Ii]nvestors|[Pp]urchasers|[Pp]articipants|<P\d+>)(?: in (?:the|this) "
            r"(?:[a-z]+ ){0,4}?(?:[Pp]lacement|[Oo]ffering|[Ff]inancing|PIPE|[Rr]ound))? "
            rf"include[sd]? (?:[a-z]+ ){{0,2}}?{_MEMBERS}"
        ),
        target=FILER,
        keep_status=True,
    ),
    _agreed(
        name="purchasing_shares_for",
        cue=r"purchas|subscrib",
        needs=r"private placement|newly[- ]issued|subscription|concurrent|registered direct|"
        r"(?:securities|stock|share) purchase agreement",
        refuses=r"open market|option|warrant|repurchas",
        template=(
            r"{s},? {aux}(?:also )?(?:purchas(?:ed|ing|e)|subscribed for|subscribing for) "
            r"(?:an aggregate of )?\d[\d,]* (?:[A-Za-z-]+ ){0,5}?(?:[Ss]hares|[Uu]nits|"
            r"[Ss]tock)(?:[^<>;]|<P\d+>(?:'s)?){0,60}? for (?:(?:an?|aggregate|total|purchase|"
            r"price|of|gross|consideration) )*{m}"
        ),
        target=FILER,
        needs_amount=True,
    ),
    _agreed(
        name="equity_line_with",
        cue=r"equity|stock purchase agreement|eloc",
        template=(
            rf"{{t}},? {{aux}}(?:entered into|executed|established|secured|obtained) "
            rf"{_DETERMINERS}(?:[a-z]+ ){{0,2}}?{_EQUITY_LINE}(?:[^<>;]|<D\d+>){{0,50}}? with {{s}}"
            r"(?:(?!<M)[^;]){0,220}?{m}"
        ),
        refuses=r"terminated|commitment fee of <m0>",
        keep_status=True,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    _agreed(
        name="sized_equity_line",
        cue=r"equity (?:line|facility)|eloc",
        template=(rf"{{m}} (?:committed )?{_EQUITY_LINE}(?:[^<>;]){{0,50}}?(?:with|from|by) {{s}}"),
        target=FILER,
        refuses=r"terminated",
        keep_status=True,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    Rule(
        name="note_issued_to",
        instrument=InstrumentId.LOAN,
        instrument_of=_note,
        cue=r"notes?\b|debenture",
        where="filing",
        template=(
            r"{t},? {aux}(?:issued(?: and sold)?|sold(?: and issued)?|delivered) to {s} (?:an? |"
            r"the |its )?(?:[a-z0-9%-]+,? ){0,6}?(?:[Nn]otes?|[Dd]ebentures?)\b[^<>;]{0,60}? "
            r"(?:in|with|of|for)(?: [a-z]+){0,7}? {m}"
        ),
        refuses=r"exchange|underwriters?|initial purchasers|in settlement",
        needs_amount=True,
    ),
    _debt_ended(
        name="repaid_and_terminated",
        cue=r"(?:credit|loan|financing) (?:facility )?agreement",
        needs=r"terminated",
        refuses=r"\bif\b|\bupon\b|\bmay\b|\bwill\b|\bunless\b|\bnot\b|amend|default",
        template=(
            r"{t},? {aux}(?:repaid|terminated|paid)(?:(?:,| in full| all| any| the| its| and|"
            r" terminated| repaid| paid off| satisfied| outstanding| amounts?| indebtedness| "
            r"obligations| borrowings| loans| commitments| under| owed| due| existing| prior)+,?)? "
            r"(?:[A-Z][\w&-]+ ){0,4}?(?:[Cc]redit|[Ll]oan|[Ff]inancing) (?:[Ff]acility "
            r")?[Aa]greement"
        ),
        source="lenders",
        is_bare_fine=True,
        only_dated=True,
    ),
    _debt_ended(
        name="prior_agreement_ended",
        cue=r"(?:prior|existing|previous|former) ",
        needs=r"terminated|repaid|paid off",
        refuses=r"\bif\b|\bmay\b|\bwill\b|\bunless\b|\bnot\b|lease|default",
        template=(
            r"(?:prior|existing|previous|former) (?:[A-Z][a-z]+,? ){0,4}?(?:[Cc]redit|[Ll]oan|"
            r"[Ff]inancing)(?:,? [Aa]nd [Ss]ecurity)? (?:[Ff]acility )?[Aa]greement"
            r"(?:[^<>;]|<D\d+>){0,60}? with {s}(?:(?!<M)[^;]){0,80}? (?:was|were|has been|"
            r"have been) (?:[a-z]+ )?(?:terminated|repaid|paid off|satisfied)"
        ),
        target=FILER,
        only_named=True,
    ),
    _debt_ended(
        name="sized_facility_ended",
        instrument_of=debt_instrument,
        cue=r"existing|prior|previous|former",
        needs=r"terminated|repaid|paid off",
        refuses=r"\bif\b|\bmay\b|\bwill\b|\bunless\b|\bnot\b|lease|default|to be",
        template=(
            rf"(?:existing|prior|previous|former),? {{m}} (?:[a-z-]+,? ){{0,5}}?{FACILITY} (?:was|"
            r"were|has been|have been) (?:[a-z]+ ){0,3}?(?:terminated|repaid|paid off|satisfied)"
        ),
        source="lenders",
        target=FILER,
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("placements", 1, _RULES)
