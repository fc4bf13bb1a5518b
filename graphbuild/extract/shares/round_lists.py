"""Long lists of those who put money into a round or a loan, whatever joins their names.

Accepts: "Tidepool announced a $550m Series E, co-led by Corvid with Brightwater, and participation
from Foxglove Partners and returning investors including Meridian."
Accepts: "Quillstone secured a $9 billion loan to build it, involving Brightwater and Corvid."
Refuses: "Tidepool raised $550m in a round led by Corvid, and Brightwater bought a rival."

Lives here: the names after (or before) the words that make them members, in reports. Not here: the
sum they share (`rounds`, `debt`), who backs a company without a round (`backers`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.name_words import NEVER_LAST, SINGLE_NEVER
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.wording import is_conditional, is_rumour
from graphbuild.extract.sentences.claiming import build, mentions_in
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.shares.share_words import GETS
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "round_lists/1"

_ROLE = r"(?:investors?|backers?|shareholders?|lenders?|banks?|participants?|partners?)"
_KIND = (
    r"(?:new|existing|returning|other|current|previous|prior|strategic|several|major|key|"
    r"additional|notable|prominent|leading|well-known|newly|joined|"
    r"fellow|early|earlier|longtime|financial|institutional|venture|capital|private|equity|growth|"
    r"sovereign|wealth|investment|asset|chip|chipmakers?|giants?|tech|technology|firms?|funds?|"
    r"managers?|companies|company|group|manager|arms?|of|the|a|an|and|both|like|such|as|including|"
    r"include[sd]?|its|fund|U\.S\.|US|hedge|family|offices?|corporate|insider|well|others|among|"
    r"also|managed|by|affiliates|Singapore|Abu Dhabi|Qatar|Saudi)"
)
_JOIN = (
    r"(?:,|;|and|&|with|plus|alongside|along with|together with|as well as|joined by|(?:with "
    r")?(?:the |additional |planned |significant |further |strong )?(?:participation|support|"
    rf"backing|investments?|contributions?|commitments?|follow-on capital) (?:from|by|of)|{_ROLE}|"
    rf"{_KIND})"
)
_NEUTRAL = r"(?:\d+ (?=[A-Z])|[A-Z][\w.&'’-]*(?: (?:at|of) (?=[A-Z<]))?|[Dd]\. E\.)"
_RUN = re.compile(
    rf"(?:\s*(?:<P\d+>(?!['’]s|-)|<P\d+>['’]s (?:[a-z]+ ){{0,3}}(?=<P)|{_JOIN}(?![\w-])|"
    rf"{_NEUTRAL}))*"
)
"""Names and the words that join them; the first verb or other word ends the list."""

_LED = r"(?:(?:co-|jointly |also |was |is |were )*(?:[Ll]ed|anchored|headed)(?: jointly)? by)"
_TOOK = (
    r"(?:(?:participation|support|backing|investments?|funding|commitments?|contributions?) "
    rf"(?:from|by|of)|joined by|participating alongside|participation,? plus|from (?:[a-z-]+ "
    rf"){{0,3}}{_ROLE},? (?:including|such as|like)|"
    rf"{_ROLE},? (?:in (?:the|this|its) (?:round|financing|raise) )?(?:also )?"
    r"(?:includ(?:e[sd]?|ing)|were|are)|"
    r"(?:round|funding|financing|Series [A-H]|raise),? (?:drew|attracted|(?:which )?include[sd]?|"
    r"featured|featuring|saw|that included|(?:that |which )?br(?:ought|ings|inging) (?:on board|"
    r"in))|"
    r"[Pp]articipants (?:include[ds]?|were|are)|(?:<M\d+>|Series [A-H]) (?:[a-z]+ ){0,3}from)"
)
_LENT = r"(?:involving|provided by|extended by|made by)"
_CUE = re.compile(rf"(?:\b|(?=<M))(?:{_LED}|{_TOOK}|(?P<lent>{_LENT})) ")
_WITH = re.compile(
    r"\bwith (?P<run>[^;.]*?) (?:also |all |reportedly |(?:expected|set|likely|due|in talks|"
    r"poised) to )?(?:(?:co-)?lead(?:ing)? the (?:round|deal|financing)|participat(?:e|ing)|join|"
    r"taking part|joining|contributing|in (?:the|this) (?:round|deal|financing)|investing|coming "
    r"in|among (?:the )?(?:investors|backers|participants))\b"
)
_WHOSE_PART = re.compile(
    r"\b(?:with|and|plus|alongside) (?:(?:an?|the|planned|significant|strong|continued|new|further|"
    r"additional) )*(?P<run><P\d+>(?:(?:,|,? and) <P\d+>)*)(?:['’]s)? (?:participation|backing|"
    r"involvement|support)\b"
)
_JOINED = re.compile(
    r"(?:^|, |\. |; |and )(?P<run>(?:[A-Za-z-]+ ){0,5}<P\d+>[^;]*?),? (?:(?:also|all|both|have|has|"
    r"each) )*(?:participated|took part|joined(?=[.;]|$)|joined in|"
    r"joined the (?:round|deal|financing)|"
    r"contributed|invested in the round)(?=[.,;]|$| (?:in (?:the|this) |as (?:well|investors)|"
    r"alongside|too))"
)
_ROUND = re.compile(
    r"\b(?:[Rr]ounds?|[Ss]eries [A-H]|[Ff]unding|[Ff]inancing|[Rr]aise[sd]?|[Rr]aising|"
    r"[Ff]undrais\w+|[Pp]articipa\w+|took part|[Ii]nvestors|[Bb]ackers|[Ii]nvestment)\b"
)
_OTHER_PAPER = re.compile(
    r"\b(?:bonds?|notes|bookrunn\w+|share option|be refinanced|selling [\d,]+|underwrit\w+|IPO|"
    r"public offering|lawsuit|acqui\w+|lease|fund of|stake in|tender offer|arrang(?:ed|ers?)|"
    r"advis(?:ed|ers?|ors?)|contracts?|customers?|forecast|guidance|outlook)\b",
    re.IGNORECASE,
)
_DEBT = re.compile(
    r"\b(?:debt|loans?|credit|facility|lenders?|banks|lending|borrow\w*|project financ\w+|"
    r"construction financ\w+)\b",
    re.IGNORECASE,
)
_EQUITY_TOO = re.compile(r"\b(?:equity|[Ss]eries [A-H]|seed|round|shares)\b")

_RAISES = (
    rf"(?:{GETS}|emerg(?:e[sd]?|ing) from|exit(?:s|ed)|c(?:omes|ame) out of|scored|locked in|"
    r"hauled in|seek(?:s|ing)|borrow(?:s|ed|ing)|(?:filed|shut|closed|collapsed)[^<>;]{0,40} after "
    r"(?:raising|securing))"
)
_AUX = (
    r"(?:(?:has|have|had|is|also|just|recently|said|it|today|in|talks|to|will|that|reportedly) )*"
)
_OF_ITS = re.compile(
    r"(?P<who><P\d+>)['’]s (?:[A-Za-z-]+ ){0,4}(?:<[MV]\d+>[ -]?)?(?:[A-Za-z-]+ ){0,4}?"
    r"(?:[Rr]ound|[Ss]eries [A-H]|[Ff]unding|[Ff]inancing|[Rr]aise|[Ll]oan|[Ff]acility|investors|"
    r"backers)\b"
)
_RAISER = re.compile(
    rf"(?P<who><P\d+>)(?!['’]s|-),? (?:\([^()]*\),? )?{_AUX}{_RAISES} (?!<P)(?=[^;]{{0,80}}?"
    r"(?:<M\d+>|[Rr]ound|[Ss]eries [A-H]|funding|financing))"
)
_LEADS_IT = re.compile(
    r"^The (?:[A-Za-z-]+ ){0,3}?(?:round|financing|raise) was |l(?:ed|eads?|eading) (?:the|this) "
    r"(?:[A-Za-z-]+ ){0,3}?(?:round|financing|deal|investment|"
    r"raise)\b"
)
_VALUED = re.compile(r"\bvalu(?:es|ing|ed) (?:[a-z-]+ ){0,4}(?P<who><P\d+>)")
_OBJECT = re.compile(
    r"\b(?:by|of|with|for|from|in|to|at|against|than|rival|per) $|"
    r"\b(?:founded|run|started|headed|backed) by [^;]{0,120}$"
)
_PLANNED = re.compile(
    r"\b(?:talks|seeking|seeks|planning|plans|considering|expected|planned|would)\b"
)


def _spoken(reading: Reading) -> str:
    """The marked sentence, with what is said of unnamed parties in words again."""
    text = reading.full
    for number, mention in enumerate(reading.parties):
        if mention.is_unnamed:
            text = text.replace(f"<P{number}>", mention.as_written)
    return text


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    for reading in sentences if sentences.is_news else ():
        if reading.parties:
            yield from _members(reading)


def _members(reading: Reading) -> Iterator[Claim]:
    text = _spoken(reading)
    if not _ROUND.search(text) and not _DEBT.search(text):
        return
    seen: set[str] = set()
    kind = _instrument(text)
    for start, run in _runs(reading, text, is_loan=kind is InstrumentId.LOAN):
        company = _company(reading, text, start)
        paper = kind or _instrument(_between_semicolons(text, start))
        if paper is None or company is None or is_conditional(text[:start]):
            continue
        members = [
            m
            for m in _names_in(reading, run)
            if not (m.is_unnamed or m.is_agent or m.name == company.name or m.name in seen)
            and not _DESK_OF.match(reading.text, m.end)
        ]
        seen |= {m.name for m in members}
        is_plan = _PLANNED.search(text[max(0, start - 60) : start + 12]) or is_rumour(text)
        is_plan = is_plan or text.find(f"{run} expected to ") >= 0
        yield from build(
            reading,
            _LABEL,
            instrument=paper,
            sources=members,
            targets=[company],
            status=Status.RUMOURED if is_plan else Status.FUNDED,
        )


def _between_semicolons(text: str, place: int) -> str:
    """The part of a sentence around a place: other parts may speak of other things."""
    end = text.find(";", place)
    return text[text.rfind(";", 0, place) + 1 : end if end > 0 else len(text)]


_BRACKETED = re.compile(
    r"\b[Tt]h(?:e|is) (?:[A-Za-z-]+ ){0,3}?(?:round|financing|raise|investment|deal) "
    r"\((?P<run>[^()]+)\)"
)


def _in_brackets(reading: Reading) -> tuple[int, str] | None:
    """Members between brackets, which the marked sentence leaves out: "The round (Corvid and ..."""
    found = _BRACKETED.search(reading.text)
    if found is None:
        return None
    start, end = found.span("run")
    run = reading.text[start:end]
    inside = [(n, m) for n, m in enumerate(reading.parties) if start <= m.start and m.end <= end]
    for number, mention in reversed(inside):
        run = f"{run[: mention.start - start]}<P{number}>{run[mention.end - start :]}"
    return found.start(), run


def _runs(reading: Reading, text: str, *, is_loan: bool) -> Iterator[tuple[int, str]]:
    """Where a list of members stands and its text."""
    bracketed = _in_brackets(reading)
    if bracketed and _RUN.fullmatch(bracketed[1]):
        yield bracketed
    for match in (*_WITH.finditer(text), *_JOINED.finditer(text)):
        if "<P" in match.group("run") and _RUN.fullmatch(match.group("run")):
            yield match.start("run"), match.group("run")
    for match in _WHOSE_PART.finditer(text):
        yield match.start(), match.group("run")
    for cue in _CUE.finditer(text):
        if _SOLD_BY.search(text, max(0, cue.start() - 40), cue.start()):
            continue
        run = _RUN.match(text, cue.end())
        if run and (is_loan or not cue.group("lent")):
            yield cue.start(), _without_next_clause(run.group(), text[run.end() :])


_SOLD_BY = re.compile(r"\b(?:options?|offerings?|(?:share|stock|unit) sales?|listing|flotation) $")
"""Before "led by Alder and Corvid": banks that sell another's shares."""
_WORD = r"[A-Z][\w.&'’-]*"
_ITEM = re.compile(
    rf"(?<![\w>-])(?=[<A-Z])(?P<mark><P\d+>)?(?P<words>(?: ?{_WORD}(?: (?={_WORD}|fund\b))?)*)"
    r"(?P<fund>fund\b)?(?P<more>(?: <P\d+>)*)(?P<desk> (?:at|of) (?=<P|[A-Z]))?"
)
"""One member: a mark, words with capitals, or both ("<P1> Alternatives")."""
_DESCRIBES = re.compile(r" (?!and\b|with\b|plus\b|as\b|alongside\b|along\b|all\b)[a-z<]")
_NO_MEMBER = NEVER_LAST - {"index", "network"} | SINGLE_NEVER


def _names_in(reading: Reading, run: str) -> Iterator[Mention]:
    """The members a list names; capitalised words between its commas are names there."""
    for item in _ITEM.finditer(run):
        mark, words = item.group("mark"), item.group("words").strip(" .'’")
        if not mark and words.endswith(("'s", "’s")):
            mark, words = item.group("more"), ""  # a country before its company
        if not (mark or words) or item.group("desk") or _OWNS_NEXT.match(run, item.end()):
            continue  # a department of the member, or the founder of the fund named next
        if item.group().endswith(("..", "…")):
            continue  # the teaser of a feed breaks off within the name
        found = mentions_in(reading, mark)
        is_name = words and not any(word.lower() in _NO_MEMBER for word in words.split()[-1:])
        is_name = is_name and not all(word.lower() in _NO_MEMBER for word in words.split())
        if found and is_name and not found[0].is_unnamed:
            yield replace(found[0], name=f"{found[0].name} {words}", is_weak=True)
        elif found:
            yield found[0]
        elif is_name and len(words) > 1 and not _DESCRIBES.match(run, item.end()):
            name = f"{words} fund" if item.group("fund") else words
            yield Mention(name=name, start=-1, end=-1, as_written=name, is_weak=True)


_OWNS_NEXT = re.compile(r"['’]s (?:[a-z]+ ){0,3}<P")
_DESK_OF = re.compile(
    r" at [A-Z]|,? (?:supplier|customer|partner|backer|subsidiary|unit|(?:co-?)?founder|CEO|"
    r"chief [a-z]+|executive|alum[a-z]*|veteran|researcher|engineer|president|chairman)\b(?! of )"
)
"""Behind a name that only tells who the member named next is: a department, staff, a supplier."""
_VERB_NEXT = re.compile(
    r" (?:has|have|had|is|are|was|were|will|would|said|says|plans?|bought|sold|made|also|which|who|"
    r"expects?|(?!based\b|participat|taking|named|called)[a-z]+(?:ed|s))\b"
)


def _without_next_clause(run: str, after: str) -> str:
    """In "led by Corvid, and Meridian bought" the last name belongs to the next verb."""
    if not _VERB_NEXT.match(f" {after.lstrip()}") or not re.search(r"(?:<P\d+>|\w)\s*$", run):
        return run
    last = re.search(r"(?:,|;|\band\b)[^<,;]*(?:<P\d+>)?\s*$", run)
    return run[: last.start()] if last else run


def _instrument(text: str) -> InstrumentId | None:
    """Shares, or a loan where only of a loan is spoken; nothing for bonds and for both."""
    if _OTHER_PAPER.search(text):
        return None
    if not _DEBT.search(text):
        return InstrumentId.EQUITY
    return None if _EQUITY_TOO.search(text) else InstrumentId.LOAN


def _company(reading: Reading, text: str, start: int) -> Mention | None:
    """Whose round it is: its owner or raiser in the sentence, else the story's raiser."""
    before = text[:start].rpartition(";")[2]
    owners = list(_OF_ITS.finditer(text, 0, start + 40))
    if owners and owners[-1].start() < start:
        return _named(reading, owners[-1].group("who"))
    for words in (reading.plain, text):  # without appositions first: their parties raise nothing
        raisers = [
            m.group("who")
            for m in _RAISER.finditer(words)
            if -1 < text.find(m.group("who")) < start and not _OBJECT.search(words, 0, m.start())
        ]
        if raisers:
            return _named(reading, raisers[-1])
    valued = _VALUED.search(text)
    if valued:
        return _named(reading, valued.group("who"))
    if re.search(r"<P\d+>", before) and not _LEADS_IT.search(before):
        return None
    return reading.before.raiser if _EQUITY_ROUND.search(text) else None


_EQUITY_ROUND = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?:[A-Za-z-]+ ){0,3}?(?:round|financing|funding|raise|investment|"
    r"capital)\b|\b(?:[Ss]eries [A-H]|round)\b|[Pp]articipa|took part|^(?:Other |New |Existing |"
    r"Its )?[Ii]nvestors"
)


def _named(reading: Reading, mark: str) -> Mention | None:
    (found,) = mentions_in(reading, mark)
    return None if found.is_unnamed else found


PATTERN = Pattern(name="round_lists", version=1, find=_find)
