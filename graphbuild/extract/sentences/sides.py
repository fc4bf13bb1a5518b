"""Who stands on a side of a rule where the matched words do not name him.

Lives here: the filer or the topic, the other company of the sentence, ventures and funds named
before. Not here: which of them a rule asks for (`rules`), how far a story remembers (`telling`).
"""

import re
from dataclasses import replace

from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.grammar.lenders import is_lender
from graphbuild.extract.grammar.names import plain_name, without_legal_form
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.releases import is_release
from graphbuild.extract.sentences.claiming import mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.records.instrument import InstrumentId


def lender_first(
    sources: list[Mention], targets: list[Mention], instrument: InstrumentId
) -> tuple[list[Mention], list[Mention]]:
    """The sides of a loan signed "with" somebody: a bank lends to who is none."""
    if instrument not in LENT or not sources or not targets or sources[0].is_unnamed:
        return sources, targets
    is_reversed = all(map(is_lender, targets)) and not any(map(is_lender, sources))
    return (targets, sources) if is_reversed else (sources, targets)


def venture_of(reading: Reading) -> Mention | None:
    """The joint venture or vehicle without a name that the sentence, or the story, speaks of."""
    here = [p for p in reading.parties if p.is_unnamed and "venture" in p.name.lower()]
    return here[-1] if here else reading.before.venture


def fund_of(reading: Reading) -> Mention | None:
    """The fund that the paragraph named last, else the one that the note's last heading names."""
    named = [m for m in reading.before.named if "fund" in m.name.lower()]
    if named or reading.is_news:
        return named[-1] if named else None
    before = reading.document.text[max(0, reading.start - _HEADED) : reading.start]
    headings = [*_FUND_HEADING.finditer(before)]
    if not headings:
        return None
    name = headings[-1]["name"].strip()
    return Mention(name=name, start=-1, end=-1, as_written=name)


_HEADED = 2500
_FUND_HEADING = re.compile(
    r"^(?:\([a-z0-9]{1,3}\) ?)?Investments? in (?:the )?(?P<name>(?:[A-Z][\w&.’'-]* )*Fund"
    r"(?: [IVX]+| [A-Z]+)?)(?: \([^()\n]{1,40}\))?$",
    re.MULTILINE,
)


def headed_of(reading: Reading) -> Mention | None:
    """Whose papers the section describes: "ALDER CAPITAL SENIOR DEBT SECURITIES"."""
    heading = reading.heading.lower()
    terms = [
        (s, f) for s, f in reading.document.defined_terms if heading.startswith(s.lower() + " ")
    ]
    short, name = max(terms, key=lambda term: len(term[0]), default=("", ""))
    return Mention(name=name, start=-1, end=-1, as_written=short) if name else None


def other_company(reading: Reading, groups: dict[str, str | None]) -> list[Mention]:
    """The only company the sentence names besides those matched; else the paragraph's only one."""
    marks = "".join(mark or "" for mark in groups.values())
    told = {m.name for m in mentions_in(reading, marks)}
    others = {m.name: m for m in reading.parties if m.is_certain and m.name not in told}
    if len(others) == 1:
        return list(others.values())
    return [reading.before.antecedent] if reading.before.antecedent and not others else []


_LEADS = re.compile(r"[^<;]{0,60}<P(\d+)>(?!'s|-)")


_ISSUES = re.compile(
    r"<P(\d+)>,? (?:(?:has|have|also) )?(?:issued|sold|completed|closed|priced|offered|announced)\b"
)


def subject_side(reading: Reading) -> list[Mention]:
    """Who issues or borrows where the words do not say: the filer, or whom the report is about."""
    if not reading.is_news:
        acts = _ISSUES.match(reading.plain)
        issuer = _issuer(reading) or (reading.parties[int(acts.group(1))] if acts else None)
        if issuer and issuer.is_certain:
            return [issuer]
        return [filer_mention(reading.filer)] if reading.filer else []
    leads = _LEADS.match(reading.plain)
    first = reading.parties[int(leads.group(1))] if leads else None
    if first and first.is_certain:
        return [first]
    return [reading.before.subject] if reading.before.subject and first is None else []


_ACTS_THERE = re.compile(
    r"<P(\d+)>(?!'s|-),? (?:(?:has|have|had|also|will|is|are) ){0,3}(?:pric|issu|sold|sell|clos|"
    r"complet|offer|announc)\w*"
)


def _issuer(reading: Reading) -> Mention | None:
    """In a company's own news, who issues by the sentence: often its subsidiary."""
    acts = list(_ACTS_THERE.finditer(reading.plain)) if is_release(reading.document) else []
    who = reading.parties[int(acts[-1].group(1))] if acts else None
    return who if who and who.is_certain else None


_OBJECT_BEFORE = re.compile(r"\b(?:in|into|to|from|with|of|by|for|at|over|on) $")
_LAST_OF_OBJECTS = re.compile(
    r"\b(?:in|into|from|with|of|by|for|over) (?:[a-z]+ ){0,2}<P\d+>(?:, <P\d+>)*,? (?:and|&) $"
)
_PARTICIPLE = re.compile(r", (?:[a-z]+(?:ing|ed)|bought|sold|took)\b")

_OBJECT_THERE = re.compile(r"\b(?:in|into|to|from|with|of|by|for|at|over) (?:[a-z-]+ ){0,4}$")
_MODIFIES = re.compile(
    r"\b(?:(?:leased|let|rented|subleased) (?:out )?to|(?:occupied|used|operated|anchored) by|"
    r"built for) $"
)
"""In "a campus leased to Lumen sold notes" Lumen sold none."""


def of_new_clause(
    match: re.Match[str], side: str, found: list[Mention], reading: Reading
) -> list[Mention]:
    """Whose verb it is where the words before make the first party an object.

    In "invested in Lumen and Corvid invested" only Corvid invests the second time; in "a deal with
    Lumen, buying chips" the buyer is not Lumen.
    """
    if side not in match.re.groupindex or match.start(side) != match.start() or not found:
        return found
    goes_on = match.string.startswith(" and ", match.end(side))
    if goes_on and _OBJECT_THERE.search(match.string, 0, match.start()):
        return subject_side(reading) if reading.is_news else _head(match, reading)
    begin, is_adjective = max(0, match.start() - 60), match.string.startswith("-", match.end(side))
    of_object = (_LAST_OF_OBJECTS, *(() if is_adjective else (_MODIFIES,)))
    if any(e.search(match.string, begin, match.start()) for e in of_object):
        return []
    if not _OBJECT_BEFORE.search(match.string, max(0, match.start() - 6), match.start()):
        return found
    if len(found) == 1:
        return [] if _PARTICIPLE.match(match.string, match.end(side)) else found
    return found[1:] if len(found) == 2 else found


def _head(match: re.Match[str], reading: Reading) -> list[Mention]:
    """Who acts at the head of the clause, in a filing: "We sold it to Lumen and retained ..."."""
    clause = match.string[match.string.rfind(";", 0, match.start()) + 1 : match.start()]
    first = re.match(r"[^<]{0,60}<P(\d+)>(?!'s|-)", clause)
    return [reading.parties[int(first.group(1))]] if first else []


_OF_PARENT = re.compile(
    r",?(?: ?\([^()]*\),?)? (?:which is )?(?:an? |the )?(?:(?!and\b)[a-z-]+,? ){0,5}?"
    r"subsidiary of\b"
)
_UNIT = re.compile(r"(?:['’]s|\b[Oo]ur|\b[Ii]ts) (?:[a-z-]+,? ){0,5}?subsidiary,? $")
_TELLS_OF = re.compile(r"[^.;]{0,60}\bthat (?:its|our)\b")


def acting_subsidiary(reading: Reading) -> Mention | None:
    """The subsidiary that the sentence is about: "Our subsidiary Alder LLC drew on its loan"."""
    text = reading.text
    if "ubsidiar" not in text:
        return None
    for party in reading.parties:
        owns = party.is_possessive or text[party.end : party.end + 2] in {"’s", "'s"}
        if party.is_filer and (owns or _TELLS_OF.match(text, party.end)):
            continue
        if not party.is_other:
            return None
        if _OF_PARENT.match(text, party.end) or _UNIT.search(text, 0, party.start):
            return replace(party, is_weak=False)
        if not owns:
            return None
    return None


_PART = (
    r"(?P<part>(?:(?!an?\b|the\b|its\b)[A-Za-z.-]+ ){1,4}?"
    r"(?:business|division|unit|arm|operations))\b"
)
_OWNED_PART = re.compile(rf"'s {_PART}| (?P<alone>unit|arm|division|business)\b")
_IS_THE_PART = re.compile(r"\b(?:its|their|our|the|<P\d+>'s) $")
"""In "its Tidepool unit" the name is that of what is sold, and not its owner's."""
_SOLD_PART = re.compile(
    rf",? (?:[a-z]+ ){{0,4}}?(?:s(?:ell|old)|divest)\w* (?:off )?(?:its|their|the) {_PART}"
)
_SOLD_ITS_PART = re.compile(rf"\bto (?:divest|sell) (?:<P\d+>'s|our|its) {_PART}")


def part_sold(match: re.Match[str], owners: list[Mention]) -> list[Mention]:
    """What is bought of its owner, where that is a business of his: "Alder's robotics division".

    Without a part told, the owners themselves.
    """
    if len(owners) != 1 or owners[0].is_unnamed:
        return [m for m in owners if not m.name.lower().endswith("holders")]
    groups, whole = match.groupdict(), match.string
    names = ("target", "target2", "target3")
    at = next((match.end(name) for name in names if groups.get(name)), -1)
    told = _SOLD_ITS_PART.search(match.group()) if owners[0].is_filer else None
    if at >= 0:
        possessive = at - 2 if whole.startswith("'s", at - 2) else at
        told = _OWNED_PART.match(whole, possessive) or _SOLD_PART.match(whole, at)
    begins = next((match.start(name) for name in names if groups.get(name)), 0)
    if told is None or (told.lastgroup == "alone" and _IS_THE_PART.search(whole, 0, begins)):
        return owners
    owner = without_legal_form(owners[0].name)
    owner = owner.title() if owner.isupper() and len(owner) > len("ABCD") else owner
    name = f"{owner} {told.group(told.lastgroup or 0)}"
    return [Mention(name=name, start=owners[0].start, end=owners[0].end, as_written=name)]


def speaks_of(lender: Mention, reading: Reading) -> bool:
    """Whether the sentence refers back to the lender's facility, or stands under its name."""
    begins = plain_name(lender.name).split()[0]
    is_headed = len(begins) > 4 and f" {begins} " in f" {reading.heading.lower()} "
    return is_headed or bool(_REFERS_BACK.search(reading.text))


_REFERS_BACK = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|under our) (?:[A-Z0-9][\w ]{0,30})?(?:Facility|Promissory Note|"
    r"Credit Agreement|Loan Agreement|Agreement|Term Loan|Line of Credit|Credit Line|facility|"
    r"loan|line of credit|credit (?:line|agreement)|promissory note|Loan agreement)\b"
)


_LED_BY = re.compile(
    r"\b(?:led|headed) by (?:[a-z]+ ){0,3}$|(?:\binvestors|<P\d+>),? (?:including|such as|like) "
    r"(?:[a-z]+ ){0,3}$"
)


def is_leader(match: re.Match[str]) -> bool:
    """Whether the sources are only some of those who act: "lenders led by Lumen lent"."""
    start = match.start("source") if match.groupdict().get("source") else -1
    return start > 0 and bool(_LED_BY.search(match.string, max(0, start - 60), start))
