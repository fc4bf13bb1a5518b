"""Which loans a document has told of so far: who lends, who borrows, what each is called.

Lives here: the sentences that open a loan, and finding again the one that "the Term Loan" or "this
facility" means. Not here: what later sentences say of it (`loan_followups`), notes held by many.

Flow: `Reading`* in order -> the loans told before each of them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from graphbuild.extract.grammar.gates import Sieve
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.sentences.carried import SEVERAL
from graphbuild.extract.sentences.reading import Reading

NOUN = (
    r"(?:[Cc]redit [Ff]acilit(?:y|ies)|[Cc]redit [Aa]greement|[Ll]oan [Aa]greement|[Ll]ine of "
    r"[Cc]redit|[Cc]redit [Ll]ine|[Tt]erm [Ll]oans?|[Pp]romissory [Nn]otes?|[Mm]aster [Ll]oan|"
    r"[Ff]acilit(?:y|ies)|[Ll]oans?|[Nn]ote|[Rr]evolver|[Mm]ortgages?|DDTL|RLOC|"
    r"[Ff]inancing [Aa]greement|[Gg]uidance [Ll]ine)\b"
)
"""What a loan between two parties is called; "the Notes" are held by many."""
_SURE = re.compile(
    r"[Cc]redit [Ff]acilit|[Cc]redit [Aa]greement|[Ll]oan [Aa]greement|[Ll]ine of [Cc]redit|"
    r"[Cc]redit [Ll]ine|[Tt]erm [Ll]oan|[Pp]romissory [Nn]ote|[Mm]aster [Ll]oan|\b[Ll]oans?\b|"
    r"[Mm]ortgage|[Rr]evolv|[Ff]inancing [Aa]greement|[Ww]arehouse|[Ss]ecuriti[sz]ation [Ff]acil|"
    r"[Ee]quipment [Ff]inanc|[Gg]uarant(?:y|ee) [Aa]greement|"
    r"\bborrow|\bl(?:end|ent)\b|[Dd]rawdown"
)
_OTHER = re.compile(
    r"\b(?:[Ll]eases?|[Ss]upply|[Pp]urchase|[Ss]ubscription|[Hh]osting|[Ss]ervices?|[Ll]icense|"
    r"[Ss]ales|[Mm]erger|[Cc]onvertible|[Cc]onversion|[Ss]hares|[Ii]ndenture|[Ww]arrants?|"
    r"[Ii]ntercreditor|[Ss]ublease|[Dd]istribution|[Ss]ettle\w*|[Cc]onsent|[Cc]onsult\w+)\b"
)
_BORROWS = re.compile(
    r"<P(?P<borrower>\d+)>(?!'s),? (?:(?!<P)[^;]){0,60}?\b(?:is (?:a )?party to|entered into|"
    r"enters into|executed|signed|closed|obtained|secured|ha[sd]|have|maintain(?:s|ed)?|"
    r"established|borrowed|issued|received|refinanced|completed)\b(?P<words>(?:[^;<]|<[MVSD]\d+>|"
    r"<P\d+> and ){0,170}?) (?:with|from|payable to|in favor of|to|provided by) "
    r"(?:the |an agent,? and )?<P(?P<lender>\d+)>(?!'s)"
)
_LENDS = re.compile(
    r"<P(?P<lender>\d+)>(?!'s),? (?:(?:has|have|had|also|will|shall|agreed|agrees|committed|to|"
    r"previously) ){0,4}(?P<verb>extend(?:ed)?|provided?|made?|make|grant(?:ed)?|loan(?:ed)?|lent|"
    r"lend|advanced?|originated)(?P<words>(?:[^;<]|<[MVSD]\d+>){0,120}?) (?:to )?"
    r"<P(?P<borrower>\d+)>(?!'s)"
)
_AS_LENDER = re.compile(
    r"<P(?P<lender>\d+)>,? as (?:the |an? )?(?:sole |initial )?[Ll]ender\b(?P<words>[^;]{0,160}?) "
    r"(?:with|to) <P(?P<borrower>\d+)>(?!'s)|<P(?P<lender2>\d+)>,? as (?:the |an? "
    r")?(?:sole |initial )?[Ll]ender\b[^;]{0,160}?<P(?P<borrower2>\d+)>,? as (?:the "
    r")?[Bb]orrower\b|<P(?P<borrower3>\d+)>,? as (?:the )?[Bb]orrower\b[^;]{0,160}?<P"
    r"(?P<lender3>\d+)>,? as (?:(?:the|an?|sole|administrative|initial) )*[Ll]ender\b"
)
_REQUESTS = re.compile(
    r"<P(?P<borrower>\d+)>(?!'s),? (?:(?:has|have|had) )?requested (?:that )?<P(?P<lender>\d+)>"
    r"(?!'s) (?:to )?(?:extend|make|provide|lend|advance)(?P<words>[^;]{0,80})|[Aa]dvances of "
    r"<M\d+> (?:have been|were|had been) (?:financed|made|funded|provided) by "
    r"<P(?P<lender2>\d+)> to <P(?P<borrower2>\d+)>(?!'s)"
)
_RECEIVABLE = re.compile(
    r"(?:[Nn]otes?|[Ll]oans?) receivable (?:from|due from|with) <P(?P<borrower>\d+)>|"
    r"\b[Ll]oans? (?:made )?to <P(?P<borrower2>\d+)>(?!'s)|\b(?:holds?|held|purchased|acquired|"
    r"received) an? (?:[a-z-]+ ){0,4}(?:promissory |demand )?note (?:receivable )?(?:from|issued "
    r"by|of) <P(?P<borrower3>\d+)>(?!'s)"
)
FILER_OWES = re.compile(
    r"(?:<P(?P<borrower>\d+)>(?!'s),? )?(?:(?:entered into|executed|obtained|secured|established|"
    r"issued|ha[sd]|have|amended) (?:an? |the |its |two |<M|<P\d+>'s )|(?:drew|borrowed) "
    rf"[^;]{{0,80}}? under its )(?:(?!<P)[^;]){{0,120}}?{NOUN}"
)
_TERM = re.compile(r"\((?:[^()“”\"]{0,40})[“\"]([A-Z0-9][^“”\"()]{2,60})[”\"]")
_TERM_NOUN = re.compile(
    r"(?:Facilit(?:y|ies)|Loans?|Note|Credit|Line|Revolver|Mortgage|DDTL|RCF|RLOC|RLF|ABL|"
    r"Advances?|Tranche [\w-]+|Financing|Credit Agreement|Loan Agreement|Master Agreement|MEFA|"
    r"Line of Credit)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One loan told of.

    Parameters
    ----------
    lender, borrower : who they are; the lender may be withheld.
    terms : the names the sentence defines for it ("2024 Term Loan").
    words : what the sentence calls it, in small letters.
    sentence : the whole of it, in small letters.
    sizes : the figures it gives.
    heading, paragraph : where it was told.
    """

    lender: Mention
    borrower: Mention
    terms: tuple[str, ...]
    words: str
    heading: str
    paragraph: int
    sentence: str = ""
    sizes: frozenset[Decimal] = frozenset()

    @property
    def is_named(self) -> bool:
        """Whether the lender has a name."""
        return not self.lender.is_unnamed


def deals_in(told: Iterable[Reading]) -> tuple[Deal | None, ...]:
    """The loan each sentence opens, in order of the sentences; ``None`` where it opens none.

    "We entered into a loan agreement with Lumen" leaves open who lends: where another sentence of
    the document tells of a loan to Lumen, this one is that loan.
    """
    found = tuple(_opened(reading) for reading in told)
    lent = {
        (plain_name(d.lender.name), plain_name(d.borrower.name))
        for d, is_sure in filter(None, found)
        if is_sure
    }
    return tuple(
        None if hit is None else _turned(hit[0]) if _is_turned(hit, lent) else hit[0]
        for hit in found
    )


def _is_turned(hit: tuple["Deal", bool], lent: set[tuple[str, str]]) -> bool:
    deal, is_sure = hit
    return not is_sure and (plain_name(deal.borrower.name), plain_name(deal.lender.name)) in lent


def _turned(deal: "Deal") -> "Deal":
    return replace(deal, lender=deal.borrower, borrower=deal.lender)


def _opened(reading: Reading) -> tuple[Deal, bool] | None:
    """The loan a sentence opens, and whether its words say which side lends."""
    if reading.is_news or not MAY_OPEN.search(reading.text):
        return None
    for find in (_as_lender, _requests, _lends, _receivable, _borrows, _owes):
        sides = find(reading)
        if sides is not None:
            lender, borrower, words = sides
            deal = Deal(
                lender=lender,
                borrower=borrower,
                terms=_terms(reading.text),
                words=words.lower(),
                heading=_note(reading),
                paragraph=reading.paragraph,
                sentence=reading.text.lower(),
                sizes=frozenset(m.amount.point for m in reading.money if m.amount.point),
            )
            return deal, find not in (_borrows, _owes)
    return None


OPENINGS = (_AS_LENDER, _REQUESTS, _LENDS, _RECEIVABLE, _BORROWS)
"""Loans between two whom the sentence mentions; without the words of one of these, or of
`FILER_OWES`, a sentence opens none."""
MAY_OPEN = Sieve(
    re.compile(
        r"(?i:loan|credit|facilit|\bnotes?\b|borrow|\blend|\blent\b|mortgage|financ|revolv|advance)"
    )
)


def _note(reading: Reading) -> str:
    """The note or item a sentence stands in, without the lines of its own headings."""
    return reading.heading.partition(" / ")[0]


_Sides = tuple[Mention, Mention, str]


def _party(reading: Reading, match: re.Match[str], side: str) -> Mention | None:
    groups = match.groupdict()
    index = next((groups[n] for n in (side, f"{side}2", f"{side}3") if groups.get(n)), None)
    return reading.parties[int(index)] if index else None


def _pair(reading: Reading, match: re.Match[str]) -> tuple[Mention, Mention] | None:
    """Both sides, where they are two companies beyond doubt and one of them has a name."""
    lender, borrower = _party(reading, match, "lender"), _party(reading, match, "borrower")
    if lender is None or borrower is None:
        return None
    if lender.is_agent or borrower.is_agent or lender.name == borrower.name:
        return None
    return (lender, borrower) if lender.is_filer or not borrower.is_unnamed else None


def _as_lender(reading: Reading) -> _Sides | None:
    match = _AS_LENDER.search(_role_words(reading))
    sides = _pair(reading, match) if match else None
    return (*sides, match.group()) if match and sides else None


def _role_words(reading: Reading) -> str:
    """The marked text, but "the borrower" and "lender" in words: there they are roles."""
    return re.sub(r"(?<= as )<P(\d+)>", lambda m: _written(reading, int(m.group(1))), reading.full)


def _written(reading: Reading, index: int) -> str:
    party = reading.parties[index]
    return party.as_written if party.is_unnamed else f"<P{index}>"


def _requests(reading: Reading) -> _Sides | None:
    match = _REQUESTS.search(reading.plain)
    if match is None or not (match["words"] is None or "loan" in match["words"]):
        return None
    sides = _pair(reading, match)
    return (*sides, match.group()) if sides else None


def _lends(reading: Reading) -> _Sides | None:
    match = _LENDS.search(reading.plain)
    if match is None or _OTHER.search(match["words"]) or "guarant" in match["words"]:
        return None
    tail = match.string[match.end() : match.end() + 80]
    words = match["words"] + (tail if tail.startswith(" with ") else "")
    is_loan = match["verb"].startswith(("loan", "len", "lent")) or _SURE.search(words)
    sides = _pair(reading, match) if is_loan else None
    return (*sides, match.group() + words) if sides else None


def _borrows(reading: Reading) -> _Sides | None:
    for match in _BORROWS.finditer(reading.plain):
        words = match["words"]
        if not _SURE.search(match.group()) or _OTHER.search(words) or "receivable" in words:
            continue
        lender = _party(reading, match, "lender")
        if lender is None:
            continue
        sides = _pair(reading, match)
        if sides:
            several = SEVERAL.match(match.string, match.end())
            lender = unnamed_mention("lenders") if several else sides[0]
            return lender, _vehicle(reading, sides[1]), match.group()
    return None


def _vehicle(reading: Reading, borrower: Mention) -> Mention:
    """The vehicle that the report of an event calls the borrower, where the sentence names it.

    "Alder Ventures LLC, a subsidiary of the Company, entered into" is not the Company's loan.
    """
    defined = reading.before.borrower
    is_here = defined and any(party.name == defined.name for party in reading.parties)
    return defined if defined and is_here and borrower.is_filer else borrower


def _receivable(reading: Reading) -> _Sides | None:
    match = _RECEIVABLE.search(reading.plain)
    borrower = _party(reading, match, "borrower") if match else None
    if match is None or borrower is None or reading.filer is None or reading.is_news:
        return None
    if borrower.is_unnamed or borrower.is_filer:
        return None
    return filer_mention(reading.filer), borrower, match.group()


def _owes(reading: Reading) -> _Sides | None:
    """The filer's, or a named subsidiary's, own facility, of which no lender is named."""
    match = FILER_OWES.search(reading.plain)
    if match is None or reading.is_news or reading.filer is None or _OTHER.search(match.group()):
        return None
    borrower = _party(reading, match, "borrower") or filer_mention(reading.filer)
    if borrower.is_unnamed or borrower.is_agent or (borrower.is_weak and match.start() > 0):
        return None
    return unnamed_mention("lenders"), borrower, match.group()


def _terms(text: str) -> tuple[str, ...]:
    """Names defined for facilities: "(the “2024 Term Loan”)"."""
    return tuple(t.strip() for t in _TERM.findall(text) if _TERM_NOUN.search(t.strip()))


def deal_meant(words: str, reading: Reading, told: list[Deal]) -> Deal | None:
    """The loan that "the 2024 Term Loan" or "this facility" means: by its own name, else the last.

    Parameters
    ----------
    words : the text that holds the reference, names and years as written.
    told : the loans told so far, in order.
    """
    named = [
        (len(term), index, deal)
        for index, deal in enumerate(told)
        for term in deal.terms
        if _has(words, term) and (" " in term or _is_near(deal, reading, _SAME_KIND))
    ]
    if named:
        return max(named, key=lambda hit: hit[:2])[2]
    of_lender = [
        d for d in told if d.is_named and _has(words, plain_name(d.lender.name).split()[0].title())
    ]
    if of_lender:
        return of_lender[-1]
    near = [d for d in told if _is_near(d, reading, _SAME_KIND)]
    kind = _kind(words)
    fitting = [d for d in near if kind and kind in d.sentence]
    if fitting:
        return fitting[-1]
    close = [d for d in near if _is_near(d, reading, _SAME_TALE)]
    return close[-1] if close and _is_loose(words) else None


_SAME_TALE, _SAME_KIND = 4_000, 12_000
"""How many characters back "the loan", and "the term loan", may still mean the one told last."""


def is_in_note(deal: Deal, reading: Reading) -> bool:
    """Whether the loan was told in the note or item of the sentence."""
    return deal.heading == _note(reading)


def _is_near(deal: Deal, reading: Reading, reach: int) -> bool:
    return is_in_note(deal, reading) and 0 <= reading.start - deal.paragraph <= reach


def _has(words: str, term: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", words))


_KINDS = (
    "securitization", "warehouse", "line of credit", "promissory note", "term loan", "revolv",
    "mortgage", "credit facility", "credit agreement", "loan agreement", "financing agreement",
    "master loan", "guidance line", "note",
)  # fmt: skip


def _kind(words: str) -> str:
    lowered = words.lower()
    return next((kind for kind in _KINDS if kind in lowered), "")


_LOOSE = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|[Ii]ts|[Oo]ur) |^)(?:loans?|facility|agreement)\b"
)


def _is_loose(words: str) -> bool:
    """Whether the words are "the loan" or "this facility": whichever was told last."""
    return bool(_LOOSE.search(words))
