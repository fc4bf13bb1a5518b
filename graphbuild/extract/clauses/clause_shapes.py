"""Clauses without a verb that acts: passives and noun phrases that name giver, sum and receiver.

Accepts: "An investment of $2 billion by Corvid in Tidepool was announced in October."
Accepts: "Tidepool is in talks with Northgate Bank for a $4 billion credit line."
Accepts: "The $500 million commitment is a loan of $500 million from Northgate Bank to Quillstone."
Refuses: "An investment of $2 billion by Corvid in Texas was announced."

Lives here: those shapes as clauses. Not here: clauses with a verb (`clauses`), who pays whom in
them (`clause_roles`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.clauses.clause_words import Act, Thing
from graphbuild.extract.clauses.clauses import Clause

_WHO = r"(?P<who><P\d+>(?:(?:,? and |, )<P\d+>)*)(?!['’]s|-)"
_INTO = r"(?P<into><P\d+>)(?!['’]s|-| (?:stock|shares|chips|GPUs|facility|campus))"
_KIND = r"(?:(?:equity|strategic|new|planned|additional|initial|minority|further|reported) )*"
_LOAN = (
    r"(?P<words>(?:(?:term|bridge|secured|senior|construction|margin|syndicated|revolving|"
    r"delayed-draw|private|bank|project|GPU-backed) )*(?:loan|credit facility|credit line|"
    r"line of credit|debt financing))"
)
_WORDS = r"(?:[a-z-]+ ){0,4}?"

_SUM = r"(?P<sum><M\d+>)"
_BY = rf"(?:made |provided |extended )?(?:by|from) {_WORDS}{_WHO}"
_IN = rf"in(?:to)? {_WORDS}{_INTO}"
_WAS = r"(?:(?:has been|have been|was|were|will be|is being) )?"

_INVESTMENTS = tuple(
    re.compile(expression)
    for expression in (
        rf"\b{_KIND}investment of {_SUM} {_BY} {_IN}",
        rf"{_SUM}[ -]{_KIND}investment {_BY} {_IN}",
        rf"\b{_KIND}investment of {_SUM} in(?:to)? {_INTO} {_BY}",
        rf"{_SUM}[ -]{_KIND}investment in(?:to)? {_INTO} {_BY}",
        rf"{_SUM} {_WAS}invested by {_WHO} in(?:to)? {_INTO}",
    )
)
_LOANS = tuple(
    re.compile(expression)
    for expression in (
        rf"{_SUM}[ -]{_LOAN} {_BY} to {_INTO}",
        rf"\b{_LOAN} of {_SUM} {_BY} to {_INTO}",
        (
            rf"{_SUM}[ -]{_LOAN} {_BY} (?:(?:will|would|has|to) )*(?:help|allow|enable|let)"
            rf"(?:s|ed)? {_INTO}"
        ),
        (
            r"\b(?:[Ww]ith|[Uu]sing|[Tt]hanks to|[Aa]fter (?:securing|getting)|[Ff]ueled by) "
            rf"(?:an? )?{_SUM}[ -]{_LOAN} {_BY}, {_INTO}"
        ),
        (
            rf"{_INTO}, (?:which is )?(?:backed|funded|financed|supported|helped) by "
            rf"(?:an? )?{_SUM}[ -]{_LOAN} {_BY}"
        ),
        rf"(?P<who><P\d+>)['’]s {_SUM}[ -]{_LOAN} (?:to|for) {_INTO}",
        rf"{_SUM}[ -]{_LOAN} (?:to|for) {_INTO} (?:was |is |were )?{_BY}",
        rf"\b{_LOAN} of {_SUM} (?:to|for) {_INTO} (?:was |is |were )?{_BY}",
        rf"(?P<who><P\d+>)['’]s {_LOAN} of {_SUM} (?:to|for) {_INTO}",
        (
            rf"{_SUM}(?:[ -]{_LOAN})? {_WAS}(?:lent|loaned|extended|granted|provided) to {_INTO} "
            rf"by {_WORDS}{_WHO}"
        ),
        (
            rf"{_INTO},? {_WAS}(?:lent|loaned|granted|given|provided with|extended) (?:an? )?{_SUM}"
            rf"(?:[ -](?:in )?{_LOAN}s?)? by {_WORDS}{_WHO}"
        ),
        rf"{_SUM} {_WAS}(?:lent|loaned) by {_WHO} to {_INTO}",
        (
            r"(?P<into><P\d+>)(?!['’]s|-),? (?:(?:has|had|have|also|said|it|is) )*"
            rf"borrow(?:ed|s|ing) {_SUM} from {_WORDS}{_WHO}"
        ),
    )
)


_LIST = r"<P\d+>(?:(?:,? and |, )<P\d+>)*(?!['’]s|-)"
_TALKS = re.compile(
    r"(?P<into><P\d+>)(?!['’]s|-),? (?:(?:is|are|was|were|has|have|been|said|to|be) ){0,3}"
    r"(?:in (?:[a-z]+ )?(?:talks|discussions|negotiations)|near(?:s|ing)?|close to|clos(?:es|ing) "
    r"in on|finali[sz]ing|negotiating|discussing)(?: an?)?(?: (?:deal|agreement))?"
    rf"(?: with {_WORDS}(?P<who>{_LIST}))?(?: (?:for|on|over|about|to (?:get|secure|obtain|borrow|"
    rf"raise)))?(?: (?:an?|the|up to|as much as|about|its|new))* {_SUM}[ -](?:in |of )?"
    r"(?P<words>(?:[a-z-]+ ){0,4}?(?:loans?|credit (?:lines?|facilit(?:y|ies))|lines? of credit|"
    r"debt (?:financing|package|deal)|(?:bridge|construction|project|private credit) financing))\b"
    rf"(?:[^<>;,.]{{0,30}}? (?:with|from|led by) {_WORDS}(?P<who2>{_LIST}))?"
)


def shaped_clauses(plain: str) -> Iterator[Clause]:
    """The clauses of such noun phrases, passives and talks in a marked sentence."""
    for match in _TALKS.finditer(plain):
        yield _talked(match)
    for thing, shapes in ((Thing.EQUITY, _INVESTMENTS), (Thing.LOAN, _LOANS)):
        for shape in shapes:
            for match in shape.finditer(plain):
                yield _clause(match, thing)


def _talked(match: re.Match[str]) -> Clause:
    """A loan that is talked about; the lenders may stand before it or after it."""
    who = match.group("who") or match.group("who2")
    return Clause(
        verb="seek",
        acts=frozenset({Act.GET}),
        subject=match.group("into"),
        auxiliary="",
        money=match.group("sum"),
        thing=Thing.LOAN,
        words=match.group("words"),
        start=match.start(),
        end=match.end(),
        arguments={"from": who} if who else {},
    )


def _clause(match: re.Match[str], thing: Thing) -> Clause:
    is_loan = thing is Thing.LOAN
    return Clause(
        verb="lend" if is_loan else "invest",
        acts=frozenset({Act.GIVE if is_loan else Act.INVEST}),
        subject=match.group("who"),
        auxiliary="",
        money=match.group("sum"),
        thing=thing,
        words=(match.groupdict().get("words") or "loan") if is_loan else "investment",
        start=match.start(),
        end=match.end(),
        arguments={"to" if is_loan else "in": match.group("into")},
    )
