"""Who a sentence speaks of: the filer, named parties, withheld ones; and who is only an agent.

Lives here: pronouns, defined terms, withheld names, roles. Not here: where a name starts and ends
(`names`), which of them pays (the patterns), who they really are (`resolve`).

Flow: text, `Voice` -> `Mention`* in order, never overlapping.
"""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from graphbuild.extract.grammar.acronyms import spelled_out
from graphbuild.extract.grammar.joined_names import joined_names
from graphbuild.extract.grammar.name_scan import Gazetteer, NameSpan
from graphbuild.extract.grammar.name_words import words as word_set
from graphbuild.extract.grammar.names import find_names, gazetteer, plain_name, without_legal_form
from graphbuild.extract.grammar.party_words import (
    AGENT_AFTER,
    ASIDE,
    ASIDE_END,
    BRACKETED,
    DEFINED_AS,
    DEFINED_UNNAMED,
    FILER,
    IN,
    LENDER_TOO,
    ONE_OF_MANY,
    ORIGIN,
    PROJECT,
    REFERS_BACK,
    STATE,
    TICKER,
    TRADE_AHEAD,
    UNNAMED,
    acts_as_agent,
)
from graphbuild.extract.grammar.publishers import publisher
from graphbuild.extract.grammar.releases import COMPANY, listed_terms, own_ticker, release_terms
from graphbuild.extract.grammar.states import STATES, with_states
from graphbuild.extract.grammar.term_names import (
    before_term,
    contract_company,
    odd_names,
    whole_name,
    whole_names,
)
from graphbuild.records.claim import PartyMention, Role
from graphbuild.records.document import Document, Filer
from graphbuild.records.keys import slug

_ROLE_WORDS = word_set(
    "lender lenders borrower borrowers purchaser purchasers buyer seller sellers investor "
    "investors landlord tenant lessor lessee guarantor parent issuer customer supplier provider "
    "sponsor holder target spv jv partnership fund bank contractor developer"
)
_CONTRACT_TERM = re.compile(
    r"(?:Agreement|Facilit|Loan|Note|Program|Plan|Act|Offering|Guarant(?!or)|Lease|Order|Indenture|"
    r"Stock|Share|Warrant|Date|Closing|Merger\b|Term|Amendment|Acquisition|Transaction|IPO|Credit|"
    r"Commitment|Contract|Securities|Units?\b|Period|Rate|Price|Consideration|Services?\b|Data "
    r"Center|Site|Property|Project|Campus|Tranche|Bonds?\b|Debentures?|Committee|Board|Action|"
    r"Complaint|Rule|MSA|PPA|ATM\b)",
)
_COMPANY_TERMS = frozenset(
    {"company", "we", "us", "our", "registrant", "the company", "corporation"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One party in a sentence.

    Parameters
    ----------
    name : as it goes into a claim; a label such as "a customer" where the name is withheld.
    start, end : half-open span in the text.
    is_filer : "we", "the Company" or the filer's own name.
    is_unnamed : the name is withheld.
    is_weak : a capitalised run that nothing else confirms as an organisation.
    is_agent : agent, arranger, trustee, underwriter or adviser: neither lender nor investor.
    is_possessive : "our"; "the Company's".
    is_again : an epithet for a party named before ("the chipmaker").
    kind : what it is ("host", "ai_lab"), where the name is known; else empty.
    """

    name: str
    start: int
    end: int
    as_written: str = ""
    is_filer: bool = False
    is_unnamed: bool = False
    is_weak: bool = False
    is_agent: bool = False
    is_possessive: bool = False
    is_again: bool = False
    cik: str | None = None
    kind: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether it is surely a named party, and no agent of one."""
        return not (self.is_unnamed or self.is_weak or self.is_agent)

    @property
    def is_other(self) -> bool:
        """Whether it is a named party besides the filer, and no agent of one."""
        return not (self.is_filer or self.is_unnamed or self.is_agent)

    def as_party(self, role: Role) -> PartyMention:
        """The mention as a party of a claim."""
        return PartyMention(
            role=role,
            name=unnamed_label(self.name) if self.is_unnamed else self.name,
            as_written=self.as_written or self.name,
            is_unnamed=self.is_unnamed,
            cik=self.cik,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks and which names it uses: what does not change within a document."""

    filer: Filer | None
    known: Gazetteer
    terms: tuple[tuple[str, str], ...] = ()
    own_names: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)

    def kind_of(self, name: str) -> str:
        """What a known name is, or empty text."""
        words = plain_name(name).split()
        heads = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        return self.kinds.get(name.lower()) or next(
            (self.kinds[head] for head in heads if head in self.kinds), ""
        )


def unnamed_label(words: str) -> str:
    """A short label for a withheld name: "an investment-grade customer" -> that, without "an"."""
    bare = re.sub(
        r"^(?:an?|the|certain|several|various|some|its|their|our|other|each|both)\s+",
        "",
        words.lower(),
    )
    return slug(bare) or "party"


def unnamed_mention(label: str) -> Mention:
    """A party that no word of the sentence stands for: the lenders behind "we borrowed"."""
    return Mention(name=label, start=-1, end=-1, is_unnamed=True)


def filer_mention(
    filer: Filer,
    start: int = -1,
    end: int = -1,
    as_written: str = "",
    *,
    is_possessive: bool = False,
) -> Mention:
    """The filer."""
    return Mention(
        name=filer.name,
        start=start,
        end=end,
        as_written=as_written,
        is_filer=True,
        is_possessive=is_possessive,
        cik=filer.cik,
    )


def usable_terms(
    terms: Iterable[tuple[str, str]], own: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Defined terms that stand for a party, longest first: ("CCAC IV", full name)."""
    kept: dict[str, str] = {}
    for short, full in terms:
        words = short.strip("“”\"' ")
        if not words or not words[0].isupper() or len(words) > 60 or _CONTRACT_TERM.search(words):
            continue
        if words.lower().removeprefix("the ") in _COMPANY_TERMS:
            continue
        names = find_names(full, gazetteer(frozenset()))
        organisations = [name for name in names if name.is_organisation]
        if organisations or full in own:
            name = full if full in own else whole_name(words, full, organisations[-1])
            if kept.setdefault(words, name) != name and words.lower() in _ROLE_WORDS:
                kept[words] = ""  # two purchasers: "the Purchaser" is the one of its section
        elif words.split()[-1].lower() in {"jv", "spv", "venture"} and len(words.split()) > 1:
            kept.setdefault(words, words)
        elif not full.strip() or words.split()[-1].lower() in _ROLE_WORDS or words.isupper():
            continue
        elif names and names[0].name == full.strip():
            kept.setdefault(words, full.strip())
    return tuple(sorted((p for p in kept.items() if p[1]), key=lambda p: (-len(p[0]), p[0])))


@lru_cache(maxsize=8)
def _plain_kinds(kinds: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Kinds by name in small letters, with and without legal form."""
    plain = {plain_name(name): kind for name, kind in kinds}
    return plain | {name.lower(): kind for name, kind in kinds}


def voice_of(
    document: Document, names: frozenset[str], kinds: Mapping[str, str] | None = None
) -> Voice:
    """The document's filer, its names, defined terms and the known names, ready to use."""
    own: set[str] = set()
    if document.filer:
        plain = without_legal_form(document.filer.name)
        own = {document.filer.name, plain, *plain.split()[:1]} - {""}
        own = {name for name in own if len(name) > 3 and name.lower() not in _GENERIC_FIRST}
        own |= {own_ticker(document)} - {""}
    filer = document.filer or publisher(document, names)
    spelled = tuple(dict.fromkeys(spelled_out(document.text)))
    spoken = own | {name.title() if name.isupper() else name for name in own}
    return Voice(
        filer=filer,
        known=_index(
            names if document.filer else names | STATES,
            frozenset(
                {
                    *spoken,
                    *(full for _, full in spelled),
                    *joined_names(document.text, names),
                    *odd_names(document),
                }
            ),
        ),
        terms=(
            *spelled,
            *usable_terms(whole_names(document), odd_names(document)),
            *contract_company(document),
            *release_terms(document),
            *listed_terms(document),
        ),
        own_names=frozenset(name.lower() for name in own),
        kinds=_plain_kinds(tuple(sorted((kinds or {}).items()))),
    )


_GENERIC_FIRST = word_set(
    "applied advanced american united general national first international global digital core new"
    " bank blue black data great pacific atlantic southern northern western "
    "eastern next open"
)


@lru_cache(maxsize=32)
def _index(names: frozenset[str], own: frozenset[str]) -> Gazetteer:
    return gazetteer(names | own)


def find_parties(
    text: str, voice: Voice, *, headline: bool = False, subject: Mention | None = None
) -> tuple[Mention, ...]:
    """Every party the text mentions, in order, agents marked.

    `subject` is a mention already found at the head of the sentence.
    """
    found: list[Mention] = [subject] if subject else []
    found += _terms(text, voice.terms)
    if voice.filer:
        pronouns = _pronouns(text, voice.filer)
        is_other = any(short == COMPANY for short, _ in voice.terms)
        found += (m for m in pronouns if not (is_other and COMPANY[1:] in m.as_written))
    spans = with_states(text, find_names(text, voice.known, headline=headline))
    found += (_named(span, voice) for span in spans)
    found += _unnamed(text)
    if ":" in text:
        found = [m for m in found if not TICKER.search(text, max(0, m.start - 14), m.start)]
    ends = {m.end: m.start for m in found if not m.is_weak}
    found = [m for m in found if not (m.is_weak and m.start < ends.get(m.end, -1))]
    found = [m for m in found if not (m.is_weak and (_is_place(text, m) or _is_origin(text, m)))]
    chosen: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -(m.end - m.start))):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
        elif chosen[-1].is_unnamed and not mention.is_unnamed:
            chosen[-1] = mention  # "a customer Acme Corp" is Acme Corp
    known = [m if m.is_unnamed else _with_kind(m, voice.kind_of(m.name)) for m in chosen]
    return _with_agents(text, _without_descriptions(text, known))


def _with_kind(mention: Mention, kind: str) -> Mention:
    return mention if mention.kind == kind else replace(mention, kind=kind)


def _is_place(text: str, mention: Mention) -> bool:
    """A town before its state: "in Plano, Texas"."""
    before = max(0, mention.start - len(" outside "))
    return bool(STATE.match(text, mention.end)) and bool(IN.search(text, before, mention.start))


def _is_origin(text: str, mention: Mention) -> bool:
    """Where a company comes from, before its trade and name: "Californian chipmaker Corvid"."""
    return bool(ORIGIN.fullmatch(mention.name)) and bool(TRADE_AHEAD.match(text, mention.end))


def _without_descriptions(text: str, mentions: list[Mention]) -> list[Mention]:
    """In "the joint venture Delta Holdings LLC" only the name is a party.

    Nor is what an apposition calls it: "Delta, a former miner, ...".
    """
    kept: list[Mention] = []
    for mention, following in itertools.zip_longest(mentions, mentions[1:]):
        opens = following is not None and not following.is_unnamed
        if mention.is_unnamed and (
            (opens and DEFINED_AS.fullmatch(text, mention.end, following.start))
            or _describes_last(text, kept, mention)
        ):
            continue
        kept.append(mention)
    return kept


def _describes_last(text: str, kept: list[Mention], mention: Mention) -> bool:
    """Whether a description is an aside after a name, what stands in brackets between left out."""
    if not ONE_OF_MANY.match(mention.name) or not ASIDE_END.match(text, mention.end):
        return False
    return any(
        not before.is_unnamed
        and ASIDE.fullmatch(BRACKETED.sub("", text[before.end : mention.start]))
        for before in kept[-4:]
    )


def _pronouns(text: str, filer: Filer) -> Iterable[Mention]:
    for match in FILER.finditer(text):
        start, end = match.span()
        is_possessive = bool(match.group("own") or match.group("tail"))
        yield filer_mention(filer, start, end, match.group(), is_possessive=is_possessive)


def _terms(text: str, terms: tuple[tuple[str, str], ...]) -> Iterable[Mention]:
    for short, full in terms:
        if short in text:
            words = rf"{before_term(short)}(?:\b[Tt]he )?(?<![\w-]){re.escape(short)}(?!\w)"
            for match in re.finditer(words, text):
                yield Mention(name=full, start=match.start(), end=match.end(), as_written=short)


def _named(span: NameSpan, voice: Voice) -> Mention:
    name = span.name
    is_own = name.lower() in voice.own_names or plain_name(name) in voice.own_names
    if is_own and voice.filer:
        return filer_mention(voice.filer, span.start, span.end, name)
    return Mention(
        name=name,
        start=span.start,
        end=span.end,
        as_written=name,
        is_weak=not (span.is_known or span.is_organisation),
    )


def _unnamed(text: str) -> Iterable[Mention]:
    for match in PROJECT.finditer(text):
        words = f"{match.group('place') or ''} data center".strip()
        yield Mention(
            name=words,
            start=match.start(),
            end=match.end(),
            as_written=match.group(),
            is_unnamed=True,
        )
    for match in itertools.chain(UNNAMED.finditer(text), DEFINED_UNNAMED.finditer(text)):
        words = " ".join(match.group().split())
        if REFERS_BACK.match(words.lower()) or "limited liability" in words:
            continue
        yield Mention(
            name=words, start=match.start(), end=match.end(), as_written=words, is_unnamed=True
        )


def _with_agents(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Mark agents; in "A, B and C, as joint bookrunners" all three are."""
    marked: list[Mention] = []
    following_is_agent = False
    for index in reversed(range(len(mentions))):
        mention = mentions[index]
        after = text[mention.end : mention.end + 120]
        role = AGENT_AFTER.match(after)
        is_agent = bool(role and not re.search(r"lender|purchaser|investor", role.group("what")))
        if role and LENDER_TOO.match(after, role.end()):
            is_agent = False
        if not is_agent and following_is_agent:
            gap = text[mention.end : mentions[index + 1].start]
            is_agent = bool(re.fullmatch(r"(?:,|,? and|\s|&)+", gap))
        before = text[max(0, mention.start - 40) : mention.start]
        is_agent = is_agent or acts_as_agent(before)
        is_agent = is_agent and not mention.is_filer
        marked.append(replace(mention, is_agent=True) if is_agent else mention)
        following_is_agent = is_agent
    return tuple(reversed(marked))
