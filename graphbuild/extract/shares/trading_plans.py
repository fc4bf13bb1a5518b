"""Plans of directors and officers to sell shares, told in sentences.

The statement is that of Item 408(a) of Regulation S-K (17 CFR 229.408), in Item 5 of Form 10-Q and
Item 9B of Form 10-K; a plan is meant as in Rule 10b5-1(c) (17 CFR 240.10b5-1).

Accepts: "On May 6, 2026, Ada Quill, our CFO, adopted a trading plan to sell up to 9,000 shares."
Accepts: "Tomas Roe, a director, terminated his Rule 10b5-1 trading arrangement on May 6, 2026."
Refuses: "No director or officer adopted or terminated a Rule 10b5-1 trading arrangement."
Refuses: "The Company entered into a Rule 10b5-1 plan to repurchase shares."

Not here: tables of such plans (`trading_plan_tables`), notices of sales (`ownership`).

Flow: Document -> sentences with a plan -> verbs with the persons before them -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern, make_claim, party, unnamed
from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.extract.grammar.dates import find_dates
from graphbuild.extract.grammar.officers import officers_in
from graphbuild.records.claim import Claim, Role, Status
from graphbuild.records.document import Document, Paragraph, Sentence
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, undisclosed, up_to
from graphbuild.records.period import PartialDate

TRADING_PLAN = re.compile(
    r"\b10b5[-\u2010-\u2015\u2212]\s?1\b|\btrading (?:plan|arrangement|program)",
    re.IGNORECASE,
)
_PLAN = (
    r"(?:(?:trading|selling|sales?|written|stock|10b5[-\u2010-\u2015\u2212]\s?1(?:\(c\)(?:\(1\))?)?)"
    r"[”\"’]? "
    r"(?:(?:stock|share|trading|selling|sales?|pre-?arranged) )*[“\"]?"
    r"(?:plans?|arrangements?|programs?|agreements?|instructions?|contracts?)\b)"
)
_VERBS = {
    Status.ANNOUNCED: r"adopt(?:ed|s)|enter(?:ed|s) into|establish(?:ed|es)|executed|"
    r"put in place|set up|instituted|signed",
    Status.AMENDED: r"modif(?:ied|ies)|amend(?:ed|s)",
    Status.TERMINATED: r"terminat(?:ed|es)|cancell?ed|revoked|discontinued",
}
_ANY_VERB = "|".join(f"(?P<{status.value}>{words})" for status, words in _VERBS.items())
_DOES = re.compile(
    rf"\b(?:{_ANY_VERB})\b(?! by\b)(?=(?P<rest>(?:[^;]|; )*?{_PLAN}))", re.IGNORECASE
)
_DONE = re.compile(
    rf"{_PLAN}[^.;]*? (?:was|were|has been|have been) (?:{_ANY_VERB}) "
    r"(?:on (?P<day>[^,;]*, \d{4}),? )?by (?P<who>[^;]*)",
    re.IGNORECASE,
)
_OWN = re.compile(
    rf"(?P<who>(?:^|[,;.] |\b[Tt]hat )[^;:]{{3,120}}?)[’']s? (?:[a-z-]+ ){{0,3}}(?:Rule )?{_PLAN}"
    rf"[^.;]{{0,80}}? (?:was|were|has been|have been) (?:{_ANY_VERB})\b(?! by\b)",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(r"^,? ?(?:or|and/or|,)|^\s+or\b")
_EITHER_BEFORE = re.compile(r"\b(?:or|and/or),? $|\b(?:adopt|modifi|amend|terminat|cancell?)ed, $")
_DENIED = re.compile(
    r"\b(?:[Nn]o|[Nn]one|[Nn]either|[Nn]or|not|never|[Aa]ny|may(?! be deemed)|might|could|would|"
    r"[Ii]f|[Ww]hether|polic(?:y|ies))\b"
)
_EXCEPT = re.compile(r"\b(?:except(?:ing)?|other than|apart from)\b(?: (?:that|for|as follows:))?")
_EARLIER = re.compile(
    r"\b(?:that|which|was|were|previously|originally|initially|had)[, ]+$", re.IGNORECASE
)
_EACH = re.compile(r"\b(?:[Ee]ach|[Bb]oth|all|separately|respectively)\b")
_SEVERAL = re.compile(r"\b(?:separate|individual)\b|\b(?:plans|arrangements)$", re.IGNORECASE)
SALE = re.compile(r"\b(?:sale|sales|sell|sells|sold|selling|dispos\w+)\b", re.IGNORECASE)
_BUYS = re.compile(r"\b(?:re-?)?purchas(?:e|es|ing)\b(?! or sale| and sale)|\bbuy\b", re.IGNORECASE)
_SHARES = re.compile(
    r"(?<![\d.,$])\b(?!20\d\d,)(\d{1,3}(?:,\d{3})+|\d+)(?:\s+\w+){0,4}?\s+(?:shares|units|options|ADSs)\b"
)
_NEAR = 900


def find_trading_plans(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a person and plan: shares to be sold to the market; their worth is seldom told.

    Takes plans adopted, changed and terminated. Refuses statements that nobody did so, plans of
    the filer, plans to purchase, and plans of which nothing near says that they are to sell.
    """
    if document.rows or document.filer is None:
        return
    listed: Status | None = None
    for paragraph in document.paragraphs:
        if not _speaks_of_plans(document, paragraph):
            claim = _listed(document, paragraph, listed) if listed else None
            listed = listed if claim else None
            yield from (claim,) if claim else ()
            continue
        listed = _announced(document.text[paragraph.start : paragraph.end])
        for sentence in paragraph.sentences:
            if _speaks_of_plans(document, sentence):
                yield from _claims(document, paragraph, sentence)


def _speaks_of_plans(document: Document, part: Paragraph | Sentence) -> bool:
    """Whether a plan is named; nearly every paragraph lacks the words, which are found sooner."""
    lowered = document.text[part.start : part.end].lower()
    is_likely = "trading" in lowered or "10b5" in lowered
    return is_likely and bool(TRADING_PLAN.search(document.text, part.start, part.end))


def _claims(document: Document, paragraph: Paragraph, sentence: Sentence) -> Iterator[Claim]:
    text = document.text[sentence.start : sentence.end]
    if not _is_to_sell(document, paragraph, text):
        return
    items = (*_active(text, document), *_passive(text, document))
    lasting = sum(status is not Status.TERMINATED for status, _, _ in items)
    told = _of_plan(document, paragraph, sentence)
    for status, date, people in items:
        ends = _end(told, date) if lasting == 1 and status is not Status.TERMINATED else None
        for person in people:
            yield plan_claim(
                document,
                TRADING_PLANS.label,
                (sentence.start, sentence.end),
                person,
                status,
                date=date,
                ends_on=ends,
                amount=_worth(text),
                shares=_shares(document.text[sentence.start : paragraph.end]),
            )


def _announced(text: str) -> Status | None:
    """What those did whom a list names that this paragraph opens: "... adopted such plans:"."""
    if not text.rstrip().endswith(":") or _DENIED.search(text):
        return None
    found = {_status(match) for match in re.finditer(rf"\b(?:{_ANY_VERB})\b", text, re.IGNORECASE)}
    return found.pop() if len(found) == 1 else None


def _listed(document: Document, paragraph: Paragraph, status: Status) -> Claim | None:
    """The plan of a list's item: "Ada Quill, our CFO, on May 6, 2026, to sell 900 shares"."""
    text = document.text[paragraph.start : paragraph.end]
    people = officers_in(text[:80], document)
    date = next((span.date for span in find_dates(text) if len(span.date.text) == _DAY), None)
    is_item = people and text.find(people[0].split()[0]) < _MARK
    if not is_item or date is None or not _is_to_sell(document, paragraph, text):
        return None
    span = (paragraph.start, paragraph.end)
    return plan_claim(
        document,
        TRADING_PLANS.label,
        span,
        people[0],
        status,
        date=date,
        ends_on=_end(text, date) if status is not Status.TERMINATED else None,
        amount=_worth(text),
        shares=_shares(text),
    )


_DAY = len("2026-06-30")
_MARK = 8
"""How far into an item its name may begin, behind a bullet or a number."""
_Told = tuple[Status, PartialDate | None, tuple[str, ...]]


def _active(text: str, document: Document) -> Iterator[_Told]:
    """One item a verb: Ada Quill, our CFO, adopted a plan and terminated an earlier one."""
    last, people = 0, tuple[str, ...]()
    for match in _DOES.finditer(text):
        before = _EXCEPT.split(text[last : match.start()])[-1]
        ahead = text[match.end() :]
        if _ALTERNATIVES.match(ahead) or _EITHER_BEFORE.search(before) or _EARLIER.search(before):
            continue
        if _DENIED.search(before):
            people, last = (), match.end()
            continue
        here = officers_in(before, document)
        if not here and not re.search(r"\b(?:and|then)(?: also| simultaneously)? $", before):
            continue
        if here:
            is_of_several = _EACH.search(before) or _SEVERAL.search(match["rest"])
            people = here if is_of_several else here[:1]
        last = match.end()
        yield _status(match), _date(before if here else "", ahead), people


def _passive(text: str, document: Document) -> Iterator[_Told]:
    for match in _DONE.finditer(text):
        if not _DENIED.search(text[: match.start()]):
            yield _status(match), _date("", text), officers_in(match["who"], document)[:1]

    for match in _OWN.finditer(text):
        people = officers_in(match["who"], document)
        if people and not _DENIED.search(text[: match.start()] + match["who"]):
            yield _status(match), _date(match["who"], text[match.end() :]), people[-1:]


def _status(match: re.Match[str]) -> Status:
    return next(status for status in _VERBS if match[status.value])


def _date(before: str, ahead: str) -> PartialDate | None:
    """The day of a verb: "On May 6, 2026, ..." before it, else the first "on ..." behind it."""
    for words in (before, ahead):
        found = [span.date for span in find_dates(words) if span.cue == "event"]
        if found:
            return found[0]
    return None


_LASTS = re.compile(
    r"\b(?:until|through|ending|ends?|expir\w+|terminat\w+|complet\w+|duration|effect|"
    r"no later than|by|between)\b[^.;]*\Z",
    re.IGNORECASE,
)


def _of_plan(document: Document, paragraph: Paragraph, sentence: Sentence) -> str:
    """The sentence of a plan and what its paragraph goes on to say, up to the next plan."""
    last = sentence.end
    for later in paragraph.sentences:
        if later.start >= sentence.end:
            if _DOES.search(document.text[later.start : later.end]):
                break
            last = later.end
    return document.text[sentence.start : last]


def _end(told: str, adopted: PartialDate | None) -> PartialDate | None:
    """The last day that the words give a plan: "until May 6, 2027", "between May 6 and June 9"."""
    if adopted is None:
        return None
    days = [
        span.date
        for span in find_dates(told)
        if len(span.date.text) == _DAY
        and span.date.last_day() > adopted.last_day()
        and _LASTS.search(told[max(0, span.start - _BEFORE) : span.start])
    ]
    return max(days, key=PartialDate.last_day, default=None)


_BEFORE = 150


def _is_to_sell(document: Document, paragraph: Paragraph, text: str) -> bool:
    told = document.text[paragraph.start : paragraph.end]
    if _BUYS.search(told) and not SALE.search(told):
        return False
    near = document.text[max(0, paragraph.start - _NEAR) : paragraph.end + _NEAR]
    return bool(SALE.search(told) or SALE.search(near)) and not re.search(
        r"\brepurchase", text, re.IGNORECASE
    )


def _worth(text: str) -> Amount:
    money = [span.amount for span in find_amounts(text) if not span.per]
    if len(money) == 1 and money[0].point is not None:
        return up_to(money[0].point, money[0].currency)
    return undisclosed()


def _shares(text: str) -> str:
    found = [match[1] for match in _SHARES.finditer(text)]
    return " and ".join(dict.fromkeys(found[:3]))


def plan_claim(
    document: Document,
    label: str,
    span: tuple[int, int],
    person: str,
    status: Status,
    *,
    date: PartialDate | None,
    ends_on: PartialDate | None = None,
    amount: Amount | None = None,
    shares: str = "",
) -> Claim:
    """The claim of one plan; the number of shares stands in its note."""
    issuer = document.filer.name if document.filer else ""
    return make_claim(
        document,
        label,
        span,
        InstrumentId.INSIDER_SALE,
        (unnamed(Role.SOURCE, "market"), party(Role.TARGET, person)),
        amount or undisclosed(),
        Measure.HEADLINE,
        status,
        agreed_on=date,
        ends_on=ends_on,
        note=f"issuer {issuer}; plan to sell" + (f" {shares} shares" if shares else " shares"),
    )


TRADING_PLANS = Pattern("trading_plans", 1, find_trading_plans)
