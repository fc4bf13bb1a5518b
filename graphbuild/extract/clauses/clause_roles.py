"""Who pays whom in a clause: the verb's act and the kind of money decide.

Lives here: the table of roles. Not here: finding clauses (`clauses`), contracts, whose direction
the words around them tell (`clause_contracts`), making claims (`clause_claims`).
"""

import re
from dataclasses import dataclass

from graphbuild.extract.clauses.clause_words import Act, Thing
from graphbuild.extract.clauses.clauses import Clause
from graphbuild.extract.grammar.name_words import words
from graphbuild.extract.grammar.wording import BOTH_PAPERS, debt_instrument
from graphbuild.extract.shares.share_words import bought_instrument
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The two sides of a clause's money, as marks; a label where the words name nobody."""

    instrument: InstrumentId
    source: str
    target: str
    status: Status
    label: str = ""
    is_joint: bool = False
    measure: Measure = Measure.HEADLINE


_AGREED = words(
    "sign ink strike enter reach announce price place commit pledge unveil disclose reveal"
)
_DROPPED = frozenset({"drop", "cancel", "scrap", "abandon", "end", "terminate"})
_OFFERED = frozenset({"launch", "offer"})
_PLANNED = frozenset({"seek", "plan", "eye", "weigh"})
_GIVEN = frozenset(["get", "receive", "secure", "land", "attract", "obtain", "win", "raise"])
"""Verbs whose subject an investment goes to."""
_PUBLIC = re.compile(
    r"\bIPO\b|initial public|public offering|at[- ]the[- ]market|registered direct|follow-on|"
    r"stock offering|share (?:sale|offering)|common stock|ordinary shares",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:ahead of|before|prior to|pre-?) ?(?:an? |its |the )?(?:[a-z]+ )?(?:IPO|initial public "
    r"offering)\b",
    re.IGNORECASE,
)
"""An offering to come is not who pays today."""
_PREFERRED = re.compile(r"\bpreferred\b", re.IGNORECASE)
_SOLD = re.compile(r"\b(?:offering|sale)s?\b", re.IGNORECASE)
_INVESTMENT_IN = re.compile(r"\binvestments?\b", re.IGNORECASE)


def roles_of(clause: Clause, sentence: str) -> Roles | None:
    """The roles, or ``None`` where verb and noun together do not tell who pays whom."""
    if clause.thing in {Thing.LOAN, Thing.NOTES, Thing.DEBT}:
        return _debt(clause, sentence)
    if clause.thing in {Thing.EQUITY, Thing.STAKE}:
        return _stake(clause) or _equity(clause, sentence)
    if clause.thing is Thing.BARE:
        return _bare(clause)
    return None


def _status(clause: Clause) -> Status:
    if clause.verb in _DROPPED:
        return Status.TERMINATED
    if clause.verb in _PLANNED:
        return Status.RUMOURED
    if clause.verb in _OFFERED:
        return Status.ANNOUNCED
    return Status.SIGNED if clause.verb in _AGREED else Status.FUNDED


def _debt(clause: Clause, sentence: str) -> Roles | None:
    kind = debt_instrument(clause.words)
    if clause.thing is Thing.LOAN and kind is InstrumentId.BOND:
        kind = InstrumentId.LOAN  # a promissory note
    if clause.thing is Thing.DEBT and _SOLD.search(clause.words):
        kind = InstrumentId.BOND
    if _BOOKED.search(sentence) or _BOTH.search(sentence):
        return None  # a book value, often of several debts, or a sum of debt and shares
    is_notes = clause.thing is Thing.NOTES or kind is InstrumentId.BOND
    said = clause.arguments
    if clause.acts & {Act.LEAD, Act.ARRANGE}:
        return _led_debt(clause, kind)
    if Act.GIVE in clause.acts or clause.verb == "make":
        to = said.get("") or said.get("to") or said.get("for")
        if not to or is_notes:
            return None
        return Roles(
            instrument=kind,
            source=clause.subject,
            target=to,
            status=_status(clause),
            measure=Measure.CEILING,
        )
    if Act.BUY in clause.acts and is_notes:
        of = said.get("from") or said.get("of")
        if not of or clause.verb in {"own", "hold"}:
            return None
        return Roles(instrument=kind, source=clause.subject, target=of, status=_status(clause))
    told_otherwise = (_TIED_TO, _LENT_TO, _DRAWN)
    if not _borrows(clause) or any(words.search(sentence) for words in told_otherwise):
        return None  # "nears a loan to a vehicle": whoever nears it lends
    lender = _holder(clause) or ("" if is_notes else said.get("with") or said.get("by"))
    return Roles(
        instrument=kind,
        source=lender or "",
        target=clause.subject,
        status=_status(clause),
        label=_withheld(clause) if is_notes else "lenders",
        is_joint=bool(lender) and (lender == said.get("led by") or clause.words.endswith(" led")),
        measure=Measure.HEADLINE
        if is_notes and not _PROGRAMME.search(clause.words)
        else Measure.CEILING,
    )


def _borrows(clause: Clause) -> bool:
    """Whether the subject owes the money; a loan is sold by who lent it."""
    if clause.verb == "sell" and clause.thing is Thing.LOAN:
        return False
    return Act.GET in clause.acts or clause.verb in _BORROWING


def _holder(clause: Clause) -> str:
    """Who is said to lend: "from <P1>", notes sold "to" him, "tapped <P1> for", "led by"."""
    said = clause.arguments
    lender = said.get("from") or (said.get("to") if clause.verb in {"issue", "sell"} else "")
    return lender or (said.get("") if clause.verb == "tap" else "") or said.get("led by") or ""


_PROGRAMME = re.compile(r"\bprogram(?:me)?\b", re.IGNORECASE)


def _withheld(clause: Clause) -> str:
    """Who holds notes that nobody is said to have bought."""
    is_paper = "commercial paper" in clause.words.lower()
    return "commercial-paper-holders" if is_paper else "noteholders"


_LENT_TO = re.compile(
    r"\b(?:[Ll]oan|[Ff]acility|[Ff]inancing|[Dd]ebt)s? to (?:(?:an?|one) (?:[A-Za-z-]+ ){0,4}?|"
    r"[A-Za-z-]+ )?(?:vehicle|company|firm|developer|operator|start-?up|borrower|entity|miner|"
    r"provider)s?\b"
)
_DRAWN = re.compile(r"\bborrowings (?:under|on) [^,;.]{3,60}, of ")
_BOTH = re.compile(BOTH_PAPERS, re.IGNORECASE)
_BOOKED = re.compile(r"\bnet of (?:[a-z]+ ){0,3}(?:discount|issuance costs)|\bcarrying amount\b")
_TIED_TO = re.compile(
    r"\b(?:[Nn]ear|[Ff]inali[sz]|[Nn]egotiat|[Cc]los)[a-z]*\b[^;]{0,60}?"
    r"\b(?:[Ll]oan|[Ff]acility|[Ff]inancing|[Dd]ebt)s? (?:tied|linked) to\b"
)
"""A loan tied to the business of others that one nears may be one's own, or one that one makes."""
_BORROWING = frozenset({"sign", "enter", "land", "win", "ink", "have", "take"})


def _led_debt(clause: Clause, kind: InstrumentId) -> Roles | None:
    """Banks that lead a loan lend with others; those that arrange one are not said to lend."""
    borrower = clause.arguments.get("for") or clause.arguments.get("to")
    if not borrower:
        return None
    leads = Act.LEAD in clause.acts and clause.thing is not Thing.NOTES
    withheld = "noteholders" if clause.thing is Thing.NOTES else "lenders"
    return Roles(
        instrument=kind,
        source=clause.subject if leads else "",
        target=borrower,
        status=Status.FUNDED,
        label=withheld,
        is_joint=leads,
        measure=Measure.CEILING,
    )


def _equity(clause: Clause, sentence: str) -> Roles | None:
    kind = bought_instrument(clause.words)
    if _PREFERRED.search(clause.words):
        kind = InstrumentId.EQUITY
    said = clause.arguments
    into = said.get("into") or said.get("in")
    if "investment" in clause.words:
        into = into or said.get("to")
    is_investment = bool(into) and bool(_INVESTMENT_IN.search(clause.words))
    if clause.verb == "have" and not is_investment:
        return None
    if is_investment or clause.acts & {Act.INVEST, Act.GIVE}:
        into = said.get("") or into or said.get("to")
        if not into or clause.verb == "grant":
            return None
        return Roles(instrument=kind, source=clause.subject, target=into, status=_status(clause))
    if Act.GET not in clause.acts or (clause.thing is Thing.STAKE and clause.verb != "issue"):
        return None
    if _INVESTMENT_IN.search(clause.words) and clause.verb not in _GIVEN:
        return None  # "plans <M0> of investments" is money spent
    investor = _investor(clause)
    if not investor and clause.verb in {"draw", "tap"}:
        return None
    return Roles(
        instrument=kind,
        source=investor or "",
        target=clause.subject,
        status=_status(clause),
        label="public-investors" if _PUBLIC.search(_LATER.sub("", sentence)) else "investors",
        is_joint=bool(investor)
        and (investor == said.get("led by") or clause.words.endswith(" led")),
    )


def _investor(clause: Clause) -> str | None:
    """Whom the money of a round, a placement or a sale of shares comes from, if the clause says."""
    said = clause.arguments
    investor = said.get("from") or said.get("led by") or said.get("by")
    if "placement" in clause.words:
        investor = investor or said.get("with")
    if clause.verb in {"issue", "sell"}:
        investor = investor or said.get("to") or said.get("")
    return investor


_WORTH = frozenset({"own", "hold", "disclose", "reveal", "report"})


def _stake(clause: Clause) -> Roles | None:
    """The roles of "took a <M0> stake in <P1>", bought, and "holds a <M0> stake", worth that."""
    into = clause.arguments.get("in")
    if clause.thing is not Thing.STAKE or not clause.words.endswith("stake") or not into:
        return None
    if clause.verb in _WORTH:
        return Roles(
            instrument=InstrumentId.HOLDING,
            source=clause.subject,
            target=into,
            status=Status.FUNDED,
            measure=Measure.VALUE,
        )
    if clause.verb not in {"take", "buy", "acquire", "purchase", "snap"}:
        return None
    kind = bought_instrument(clause.words)
    return Roles(instrument=kind, source=clause.subject, target=into, status=_status(clause))


def _bare(clause: Clause) -> Roles | None:
    """The roles where the verb alone says what the money is: "invested <M0> in <P1>"."""
    said = clause.arguments
    if clause.verb == "borrow":
        return Roles(
            instrument=InstrumentId.LOAN,
            source=said.get("from") or "",
            target=clause.subject,
            status=Status.FUNDED,
            label="lenders",
        )
    if clause.verb == "lend":
        to, kind = said.get("") or said.get("to"), InstrumentId.LOAN
    elif Act.INVEST in clause.acts and clause.verb not in {"stake", "bet", "channel", "funnel"}:
        to, kind = said.get("into") or said.get("in"), InstrumentId.EQUITY
    else:
        return None
    if not to:
        return None
    return Roles(instrument=kind, source=clause.subject, target=to, status=_status(clause))
