"""Leases in sum: what a filer has still to pay its landlords, or to receive from its tenants.

Accepts: "As of June 30, 2026, our remaining operating lease obligations were $310 million."
Accepts: "Cash requirements related to these lease agreements are $25 million."
Refuses: "We made lease payments of $4 million in the three months ended June 30, 2026."

Lives here: totals that no contract told before explains. Not here: maturity tables
(`commitment_tables`), leases that have not begun and single leases (`lease`).
"""

from dataclasses import replace

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_IS = (
    r"(?:(?:is|are|was|were) (?:approximately |equal to |(?:expected|estimated) to be )?|"
    r"totall?ed |totall?ing |amounted to |of |aggregated |aggregating |amounting to |approximated )"
)
_KIND = (
    r"(?:(?:[Ff]uture|[Ff]ixed|[Mm]inimum|[Nn]on-?[Cc]ancell?able|[Oo]perating|[Ff]inance|"
    r"[Uu]ndiscounted|[Tt]otal|[Rr]emaining|[Aa]ggregate|[Cc]ontractual|[Cc]apital|[Oo]ffice|"
    r"[Ff]inancing|[Pp]roperty|[Ff]acility|and|net|our|the|in|<P\d+>'s) )*"
)
_DUE = (
    rf"{_KIND}(?:[Ll]ease|[Rr]ent(?:al)?)(?:[- ]related)?(?: and other)? "
    r"(?:payments?(?: obligations?| commitments?)?|obligations?|commitments?)"
)
_LEASES = rf"{_KIND}(?:[Ll]eases?(?: (?:agreements?|arrangements?|contracts?))?|[Ss]ubleases?)"
_OWED = (
    r"(?:[Cc]ash requirements|[Mm]aterial cash requirements|[Oo]bligations|[Cc]ommitments|"
    r"[Ff]uture(?: minimum)? payments|[Mm]inimum payments|[Pp]ayments due|amounts due)"
)
_NOT_DUE = (
    r"expenses?\b|costs?\b|right-of-use|tax\b|impair|not (?:yet )?(?:been )?commence"
    r"|yet to commence|"
    r"will commence|increase|decrease|compared|(?<!be )\bpaid\b|months ended|years? ended"
    r"|during|recogni|"
    r"record|present value|per month|per year|annual|monthly|decommission|guarant|purchase|"
    r"terminat|letters? of credit|receivable|deferred|discounted|settle|new lease|\bif\b"
)


def _rule(name: str, template: str) -> Rule:
    return Rule(
        name=name,
        instrument=InstrumentId.LEASE,
        cue=r"\blease|\brent",
        needs=r"future|minimum|obligation|commitment|requirement|undiscounted|remaining"
        r"|payments due",
        where="filing",
        refuses=_NOT_DUE.replace("discounted", r"(?<!un)discounted") + r"|sub-?lease|subtenant",
        template=template,
        source=FILER,
        target="landlords",
        measure=Measure.OUTSTANDING,
        keep_status=True,
        needs_amount=True,
        smallest=50_000,
    )


_SUBLET = replace(
    _rule(
        "sublet",
        r"(?:rental (?:receipts|payments|income)|(?:sub-?lease|lease) (?:receipts|payments|"
        r"income)|receipts|payments)(?: (?:to be received|due|expected|receivable))?(?: "
        r"(?:from|under|on|in respect of) "
        rf"{_KIND}(?:[Ss]ub-?leases?|[Ss]ubtenants?)[^<>;]{{0,40}}?)? {_IS}{{m}}|{{m2}} (?:of |in "
        rf"){_KIND}(?:rental|sub-?lease|rent) (?:receipts|income|payments)",
    ),
    cue=r"sub-?lease|subtenant",
    needs=r"future|minimum|to be received|non-?cancell?able",
    refuses=_NOT_DUE.replace("discounted", r"(?<!un)discounted"),
    source="subtenants",
    target=FILER,
)

_RULES: tuple[Rule, ...] = (
    _SUBLET,
    _rule("payments_due", rf"\b{_DUE}(?:(?!<M)[^;]){{0,100}}? {_IS}{{m}}"),
    _rule(
        "due_under_leases",
        rf"{_OWED} (?:related to|relating to|under|for|on|from|associated with|arising from) "
        rf"(?:these |such |all )?{_LEASES}(?:(?!<M)[^;]){{0,80}}? {_IS}{{m}}",
    ),
    _rule("due_first", rf"{{m}} (?:of |in ){_DUE}"),
    replace(
        _rule(
            "to_pay",
            r"(?:<P\d+>,? )?(?:expects? to|will|(?:(?:may|will) be|is) (?:required|obligated) to) "
            r"(?:make|pay) (?:(?!<P|<M)[^;]){0,40}?(?:(?:lease|rent(?:al)?) payments?|rent) "
            r"(?:of |totaling )?{m}|{m2} of (?:additional |total |future |fixed )*"
            r"(?:lease|rent(?:al)?) payments",
        ),
        refuses=r"per month|per year|annual|monthly|\bif\b|paid|months ended|sub-?lease|guarant|"
        r"expenses?\b|terminat|penalt|deferred",
        needs=r"payments|\brent\b",
        status=Status.SIGNED,
        measure=Measure.COMMITTED,
    ),
)

PATTERN = rule_pattern("lease_totals", 1, _RULES)
