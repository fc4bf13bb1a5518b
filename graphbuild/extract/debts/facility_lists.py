"""Sized facilities that one sentence lists: "(i) a $200 million term loan and (ii) a $75 million
revolver".

Accepts: "We have a $325 million revolving credit facility, which includes a $35 million letter of
credit sub-limit."
Accepts: "The facilities consist of a $200 million term loan A and a $75 million line of credit."
Refuses: "The Credit Agreement allows an incremental facility of up to $50 million."

Each figure is judged by the words beside it, so a sub-limit or an option to increase spoils only
itself. Lives here: sizes and balances of the filer's facilities, lenders named before or not at
all. Not here: facilities agreed with a lender of the same sentence (`debt`), what refers back to
one loan (`loan_followups`), notes sold to many (`notes`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.claiming import amount_of, build
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.sides import acting_subsidiary
from graphbuild.extract.sentences.telling import need_of, told
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NOUN = (
    r"(?:[Cc]redit [Ff]acilit(?:y|ies)|[Ll]oan [Ff]acilit(?:y|ies)|[Ff]acilit(?:y|ies)|"
    r"[Tt]erm [Ll]oans?(?: [AB]\b)?|[Tt]erm [Dd]ebt|[Ll]ines? of [Cc]redit|[Gg]uidance [Ll]ines?|"
    r"[Cc]redit [Ll]ines?|[Rr]evolvers?|"
    r"[Bb]ridge [Ll]oans?|[Mm]ortgage [Ll]oans?|[Cc]onstruction [Ll]oans?|DDTL|"
    r"[Rr]evolving (?:[Cc]redit )?(?:[Ll]oans?|[Cc]ommitments?|[Cc]redit)|"
    r"[Tt]erm [Ll]oan [Cc]ommitments?|[Ll]oans?)"
)
_ADJECTIVE = (
    r"(?:(?!(?:of|to|for|in|under|by|from|with|and|or|an?|the|as|which|that|fees?|letters?|letter|"
    r"sub\S*|swing\S*|swingline|incremental|accordion|uncommitted|existing|prior|previous|former|"
    r"outstanding|increase|increases|unused|undrawn|available|availability|minimum|cash|interest|"
    r"additional|aggregate)\b)[A-Za-z0-9,'’./-]+ )"
)
_FIGURE_FIRST = re.compile(
    rf"<M(?P<money>\d+)>[ -](?:in |of )?(?:aggregate )?(?:(?:an? |the )?(?:principal|total) )?"
    rf"(?P<what>{_ADJECTIVE}{{0,8}}?{_NOUN})\b"
)
_NOUN_FIRST = re.compile(
    rf"(?P<what>{_ADJECTIVE}{{0,6}}?{_NOUN})(?: commitments?)?,? (?:(?:in|with|of|for|providing|"
    r"having|up|to|an?|the|initial|original|aggregate|total|maximum|principal|committed|amounts?|"
    r"commitments?|limit|size|capacity|borrowings|availability|face|equal|totaling) ){1,9}"
    r"<M(?P<money>\d+)>"
)
_TELLS = re.compile(
    r"\b(?:provid(?:e|es|ed|ing)(?: [A-Za-z<>0-9]+){0,4}?(?: for| with)?|consist(?:s|ed|ing)? of|"
    r"compris(?:es|ed|ing)(?: of)?|establish(?:es|ed|ing)|mak(?:es|ing) available|made available|"
    r"includes?|included|including|enter(?:ed|ing) into|clos(?:ed|ing)(?: on)?|obtained|secured|"
    r"executed|evidenc(?:es|ed|ing)|refinanced .{0,60}? with|increas(?:ed|es|ing)|extend(?:ed|s)|"
    r"pursuant to which|under which|ha(?:s|ve|d))\b"
)
_DEBT = re.compile(r"\b(?:[Cc]redit|[Ll]oans?|[Ll]ine of|[Rr]evolv\w*|[Bb]orrow\w*|[Ll]end\w*)\b")
_BARE = re.compile(r"(?:^| )[Ff]acilit(?:y|ies)$")
_LENDS = re.compile(
    r"(?i)credit|loan|\bterm\b|revolv|financ|debt|secured|senior|bridge|draw|borrow|asset-based|"
    r"\babl\b|syndicat|warehouse|committed|^facilit|^the facilit"
)
_SPOILS_BEFORE = re.compile(
    r"\b(?:repa(?:y|id|ying|yment)|refinanc\w+|replac\w+|terminat\w+|retir\w+|prepa\w+|payoff|"
    r"existing|prior|previous(?:ly)?|former|reduc\w+|decreas\w+|incremental|accordion|option|"
    r"request|increase|additional|expand|sub-?limit|sub-?facility|swing ?line|letters? of credit|"
    r"exceed|excess|less than|minimum|covenant|guarant\w+|if|fees? (?:of|on)|unused|remaining|"
    r"available|availability|fair value|interest (?:rate|expense)|from)\b[^<;]{0,60}$",
    re.IGNORECASE,
)
_SPOILS_AFTER = re.compile(
    r"^,? ?(?:sub-?limit|sub-?facility|sublimit|for (?:the issuance of )?(?:standby )?letters? of "
    r"credit|for swing|accordion|(?:was|were|is|are|remains?|remained|remaining) (?:undrawn|"
    r"unused|available)|of availability|receivable|to (?:<P\d+>|customers|clients))",
    re.IGNORECASE,
)
_BALANCE = re.compile(
    r"<M(?P<money>\d+)>(?: of| in)? (?P<words>(?:(?:aggregate|total|principal|amount|of|in|"
    r"outstanding|unpaid|drawn|the) ){0,5}(?:borrowings?|loans?|advances|indebtedness|balance|"
    r"principal)(?: balance| amount)?(?: (?:was|were|is|are|remained|remaining))?"
    r"(?: outstanding| drawn)?)(?: (?:under|on|for|of|from|pursuant to) "
    r"(?P<ref>(?:[^.;<]|<D\d+>){3,60}))?"
)
_ASIDE = re.compile(r", including [^,;]*$")
_STANDS = re.compile(r"\b(?:outstanding|drawn|unpaid|[Aa]s of|[Aa]t [A-Z][a-z]+ \d)")
_NOT_OWED = re.compile(
    r"receivable|investment|customer|held for|mortgage loans held|hypothetical|originat|portfolio|"
    r"\bmay borrow|commitment letter|negotiat|potential|proposed|commercial paper|capital "
    r"expenditures|convert|\bnotes\b|\bdebentures\b|\bbonds\b|fair value|deposits",
    re.IGNORECASE,
)
_WORDS = re.compile(r"facilit|loan|credit|revolver|borrowing|ddtl")
_QUICK = re.compile(
    rf"[$€£].{{0,400}}(?:{_WORDS.pattern})|(?:{_WORDS.pattern}).{{0,400}}[$€£]",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One figure of a sentence and what stands beside it."""

    mark: str
    instrument: InstrumentId
    measure: Measure
    end: int = 0
    is_change: bool = False


def find_facilities(document: Document, context: Context) -> Iterator[Claim]:
    """The sized facilities and balances that sentences of a filing list."""
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index in sentences.with_words(need_of(_WORDS)):
        if not _QUICK.search(sentences.text(index)):
            continue
        reading = sentences.reading(index)
        if reading is None or reading.filer is None or has_no_statement(reading):
            continue
        if _NOT_OWED.search(reading.text):
            continue
        items = (*_sized(reading.plain), *_changed(reading.plain), *_owed(reading))
        for item in items:
            yield from _claims(reading, item, is_only=len(items) == 1)


def _sized(plain: str) -> Iterator[_Item]:
    """The facilities a sentence sizes, where its words tell that they exist."""
    tells = _TELLS.search(plain)
    if tells is None or not _DEBT.search(plain):
        return
    seen: set[str] = set()
    for pattern in (_FIGURE_FIRST, _NOUN_FIRST):
        for match in pattern.finditer(plain, tells.start()):
            mark = f"<M{match['money']}>"
            before, after = plain[: match.start()], plain[match.end() :]
            if mark in seen or _SPOILS_AFTER.match(after) or _SPOILS_BEFORE.search(before[-90:]):
                continue
            if before.lower().endswith(("letter of ", "letters of ")) or _DRAWN_ON.search(before):
                continue
            if _ASIDE.search(before) and match.group().startswith(f"{match['what']}, "):
                continue  # "debt, including our credit facility, of <M0>"
            if pattern is _NOUN_FIRST and re.match(r"(?: |-)\w+", after) and _NEXT.match(after):
                continue
            if _BARE.search(match["what"]) and not _LENDS.search(match["what"]):
                continue  # "mining facilities of <M0>"
            seen.add(mark)
            kind = debt_instrument(match["what"])
            yield _Item(
                mark=mark,
                end=match.end(),
                instrument=kind if kind in LENT else InstrumentId.LOAN,
                measure=Measure.CEILING,
            )


_DRAWN_ON = re.compile(r"\bborrowings (?:outstanding )?(?:under|on) (?:[a-z]+ |<P\d+>(?:'s )?)?$")
"""What follows is a balance, not the size of a facility."""
_NEXT = re.compile(rf"(?! and\b)[ -](?:in |of )?{_ADJECTIVE}{{0,8}}?{_NOUN}\b")
"""A figure followed by a facility of its own belongs to that one."""


_CHANGED = re.compile(
    r"\b(?:increas|upsiz|expand|rais|reduc|decreas)(?:e[ds]?|ed|es|ing) "
    r"(?:(?:the|its|our|<P\d+>'s) )"
    rf"(?P<what>(?:(?!and\b|by\b|from\b)[A-Za-z0-9,'’-]+ ){{0,10}}?(?:{_NOUN}|[Cc]ommitments?|"
    r"[Cc]apacity|[Aa]mount|[Ss]ize|[Ll]imit)(?: (?:of|under|on|for|available)(?: (?!to\b)"
    r"[A-Za-z0-9'’-]+){1,8})?) (?:from <[MV]\d+> )?to <M(?P<money>\d+)>"
)
_COULD = re.compile(
    r"\b(?:option|right|ability|able|permit\w*|allow\w*|may|might|could|can|would|request|elect|"
    r"subject to|if)\b",
    re.IGNORECASE,
)
_LENDING = re.compile(r"(?i)facilit|loan|credit|revolv|borrowing|commitments?")


def _changed(plain: str) -> Iterator[_Item]:
    """New sizes: "reduced the capacity of the revolving loan facility to $20 million"."""
    for match in _CHANGED.finditer(plain):
        words = match["what"]
        spoilt = re.search(r"(?i)sub-?limit|sublimit|letters? of credit|swing|fee|rate", words)
        could = _COULD.search(plain[max(0, match.start() - 60) : match.start()])
        if spoilt or could or not _LENDING.search(words):
            continue
        kind = debt_instrument(words)
        yield _Item(
            mark=f"<M{match['money']}>",
            instrument=kind if kind in LENT else InstrumentId.LOAN,
            measure=Measure.CEILING,
            is_change=True,
        )


def _owed(reading: Reading) -> Iterator[_Item]:
    """Balances: "$23.3 million in outstanding balance under the 2027 Term Loan"."""
    plain = reading.plain
    if not _STANDS.search(reading.text):
        return
    for match in _BALANCE.finditer(plain):
        before, words = plain[: match.start()], match["words"]
        ref = match["ref"] or ""
        if not re.search(r"outstanding|drawn|unpaid|borrowings", words):
            continue
        if re.search(
            r"<[MV]\d+> (?:and|or) $|[Nn]o |repaid|borrowed|\bfrom $|up to $", before[-30:]
        ):
            continue
        if not (ref or re.search(r"outstanding|borrowings", words)):
            continue
        beside = f"{ref} {before} {plain[match.end() : match.end() + 120]}"
        if not _FACILITY_REF.search(beside):
            continue
        revolves = re.search(r"(?i)revolv|line of credit|credit line", ref or plain)
        yield _Item(
            mark=f"<M{match['money']}>",
            instrument=InstrumentId.REVOLVER if revolves else InstrumentId.LOAN,
            measure=Measure.OUTSTANDING,
        )


_FACILITY_REF = re.compile(
    r"[Ff]acilit|[Ll]oan|[Cc]redit|[Ll]ine|[Rr]evolver|DDTL|[Aa]greement|[Mm]ortgage"
)


def _claims(reading: Reading, item: _Item, *, is_only: bool) -> Iterator[Claim]:
    borrower = _borrower(reading)
    if borrower is None:
        return
    amends = item.is_change or re.search(
        r"(?<!\bas )\b[Aa]mend(?:s|ed|ment)\b(?! [Aa]nd [Rr]estated)", reading.text
    )
    is_new = item.measure is Measure.CEILING
    yield from build(
        reading,
        FACILITY_LISTS.label,
        instrument=item.instrument,
        sources=[_lender(reading, item, is_only=is_only)],
        targets=[borrower],
        status=Status.AMENDED if amends and is_new else Status.FUNDED,
        amount=amount_of(reading, item.mark),
        measure=item.measure,
    )


_BANK = re.compile(
    r"\b(?:bank|savings|lending|credit|capital|financial|insurance)\b", re.IGNORECASE
)
_WITH = re.compile(r"\b(?:with|from|by|among|between) (?:an agent,? )?(?:and )?<P(\d+)>(?!'s)")


def _lender(reading: Reading, item: _Item, *, is_only: bool) -> Mention:
    """The bank named after the figure, or for the only one before it; else the section's lender.

    Facilities listed together may have lenders of their own: another's, and the section's, are
    none of theirs.
    """
    next_sum = reading.plain.find("<M", item.end)
    beside = reading.plain[item.end : next_sum if next_sum > 0 else None]
    for match in (*_WITH.finditer(beside), *_WITH.finditer(reading.plain if is_only else "")):
        party = reading.parties[int(match.group(1))]
        if party.is_other and (party.kind == "bank" or _BANK.search(party.name)):
            return party
    carried = reading.before.lender if is_only or _OF_ONE.match(reading.plain) else None
    return carried or unnamed_mention("lenders")


_OF_ONE = re.compile(
    r"(?:The|This) (?:[A-Za-z]+ ){0,3}?(?:[Aa]greement|[Ff]acility) (?:provides|includes|consists|"
    r"comprises|is compris)"
)
"""What one agreement includes its one lender lends."""


def _borrower(reading: Reading) -> Mention | None:
    """Whose facility it is: the filer's, its vehicle's, or nobody's we know."""
    if _BESIDE_ANOTHER.search(reading.plain) or reading.filer is None:
        return None
    acting = acting_subsidiary(reading)
    if acting:
        return acting
    for party in reading.parties:
        if party.is_filer:
            break
        is_sure = not party.is_weak or _OWNED.match(reading.text, party.end)
        if is_sure and not (party.is_unnamed or party.is_agent or _BANK.search(party.name)):
            return party if _acts(reading, party) else None
    return reading.before.borrower or filer_mention(reading.filer)


_OWNED = re.compile(r",? (?:is |as )?(?:an?|our|the Company's) (?:[a-z-]+ ){0,3}subsidiary\b")
_BESIDE_ANOTHER = re.compile(
    r"<P\d+>(?!'s) and <P\d+>(?!'s) (?:[a-z]+ ){0,3}?(?:amended|entered|executed)"
)
"""Two agree with each other: which of them borrows is not said."""


def _acts(reading: Reading, party: Mention) -> bool:
    """Whether a party's own words of agreeing follow it: "Alder Holdings LLC entered into"."""
    after = reading.text[party.end : party.end + 260]
    return bool(re.search(r"\b(?:entered into|closed|obtained|executed|has|secured)\b", after))


FACILITY_LISTS = Pattern("facility_lists", 1, find_facilities)
PATTERN = FACILITY_LISTS
