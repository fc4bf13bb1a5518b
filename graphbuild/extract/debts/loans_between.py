"""Loans told by who owes whom or gives whom: "owes", "provided us with", a note between two.

Lives here: one group of rules for `lending`, both sides named, or the filer and its affiliates. Not
here: lenders and borrowers that act (`lending`, `debt`), loans told before (`loan_followups`).
"""

from functools import partial

from graphbuild.extract.debts.loan_wording import WAS
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NOT_LENT = (
    r"tax\b|trade payable|accounts payable|fair value|interest expense|royalt|\brent\b|purchase "
    r"price|dividend|\bif\b|\bmay\b|fees?\b|compensation|allowance"
)
_AFFILIATES = (
    r"(?:(?:certain|our|its|the|other|<P\d+>'s) )*(?:[a-z-]+ )?(?:affiliates?|affiliated companies|"
    r"related part(?:y|ies)|shareholders?|stockholders?|directors?|officers?|parent)"
)


def _loan(words: str) -> InstrumentId:
    """A note from one to another is a loan, not one of many bonds."""
    kind = debt_instrument(words)
    return kind if kind is InstrumentId.REVOLVER else InstrumentId.LOAN


_lent = partial(Rule, instrument=InstrumentId.LOAN, refuses=_NOT_LENT, needs_amount=True)


def _owed(
    name: str,
    cue: str,
    template: str,
    measure: Measure = Measure.OUTSTANDING,
    where: str = "filing",
) -> Rule:
    return _lent(
        name=name,
        instrument_of=_loan,
        cue=cue,
        needs=r"loan|\bnotes?\b|debt|credit|advance|facilit|debenture|borrow|financing",
        where=where,
        template=template,
        measure=measure,
        keep_status=True,
        only_organisations=True,
    )


def _of_affiliates(name: str, template: str, source: str, target: str) -> Rule:
    return _lent(
        name=name,
        cue=r"notes?|loans?|advances",
        needs=r"affiliate|related part|holder|director|officer|parent",
        where="filing",
        template=template,
        source=source,
        target=target,
        measure=Measure.OUTSTANDING,
        keep_status=True,
    )


LOANS_BETWEEN: tuple[Rule, ...] = (
    _owed(
        "is_indebted_to",
        r"indebted to",
        r"{t},? (?:which )?(?:is|was|are|were|remains?|became) (?:jointly )?indebted to {s}"
        r"(?:(?!<M|<P)[^;]){0,90}? {m}",
    ),
    _owed("owes_sum_to", r"\bow(?:es?|ed)\b", r"{t},? {aux}ow(?:es|ed|e) {m} to {s}", where=""),
    _owed("owes_lender", r"\bow(?:es?|ed)\b", r"{t},? {aux}ow(?:es|ed|e) {s} {m}", where=""),
    _owed(
        "note_payable_from_to",
        r"payable|owed|due",
        r"{m} (?:(?:unsecured|secured|intercompany|promissory|subordinated|demand|senior|principal|"
        r"amount|of) ){0,4}(?:[Nn]otes?|[Ll]oans?|[Aa]dvances?) (?:payable|owed|due) (?:from|by) "
        r"{t} to {s}",
    ),
    _owed(
        "financing_from_to",
        r"financing|loans?|advances|funding|borrowings",
        r"(?:financing|[Ll]oans?|[Aa]dvances|funding|[Bb]orrowings) (?:from|by) {s} to {t} (?:of|"
        r"totaling|for|in (?:an?|the) (?:[a-z]+ ){0,3}amount of) {m}",
        Measure.CEILING,
    ),
    _of_affiliates(
        "due_from_affiliates",
        rf"(?:[Nn]otes?|[Ll]oans?|[Aa]dvances)(?: receivable)?(?: and)?(?: amounts)? (?:due )?"
        rf"(?:from|to) (?<=from ){_AFFILIATES}(?:(?!<M|<P)[^;]){{0,60}}? {WAS} {{m}}",
        FILER,
        "affiliates",
    ),
    _of_affiliates(
        "due_to_affiliates",
        rf"(?:[Nn]otes?|[Ll]oans?|[Aa]dvances) (?:payable )?(?:and )?(?:amounts )?(?:due|owed|"
        rf"payable) to {_AFFILIATES}(?:(?!<M|<P)[^;]){{0,60}}? {WAS} {{m}}",
        "affiliates",
        FILER,
    ),
    _lent(
        name="refinanced_by_note",
        cue=r"refinanc",
        needs=r"\bnote\b",
        where="filing",
        refuses=r"convertible|receivable",
        template=(
            r"{t},? {aux}refinanced [^<>;]{0,60}? with {s} (?:through|with|by|via) {m}(?: |-)"
            r"(?:[a-z-]+ ){0,3}?note\b(?! (?:through|with|from|to|by) )"
        ),
    ),
)
