"""Who stands on a side of a rule where the matched words do not name him.

Lives here: the filer or the topic, the other company of the sentence, ventures and funds named
before. Not here: which of them a rule asks for (`rules`), how far a story remembers (`telling`).
"""

import re
from dataclasses import replace

from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.releases import is_release
from graphbuild.extract.sentences.claiming import mentions_in
from graphbuild.extract.sentences.reading import Reading


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


def other_company(reading: Reading, groups: dict[str, str | None]) -> list[Mention]:
    """The only company the sentence names besides those matched; else the paragraph's only one."""
    marks = "".join(mark or "" for mark in groups.values())
    told = {m.name for m in mentions_in(reading, marks)}
    others = {
        m.name: m
        for m in reading.parties
        if not (m.is_unnamed or m.is_weak or m.is_agent) and m.name not in told
    }
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
        if issuer and not (issuer.is_unnamed or issuer.is_weak or issuer.is_agent):
            return [issuer]
        return [filer_mention(reading.filer)] if reading.filer else []
    leads = _LEADS.match(reading.plain)
    first = reading.parties[int(leads.group(1))] if leads else None
    if first and not (first.is_unnamed or first.is_weak or first.is_agent):
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
    return None if who is None or who.is_unnamed or who.is_weak or who.is_agent else who


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
        if party.is_filer or party.is_unnamed or party.is_agent:
            return None
        if _OF_PARENT.match(text, party.end) or _UNIT.search(text, 0, party.start):
            return replace(party, is_weak=False)
        if not owns:
            return None
    return None


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
