"""Organisation names in running text: where one starts and ends.

Lives here: legal forms, words that are never a party, the scan for capitalised runs and known
names. Not here: pronouns, roles and withheld names (`parties`), who a name really is (`resolve`).

Flow: text, known names -> `NameSpan`* in order, never overlapping.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company llc ltd limited plc lp l.p llp n.v nv s.a sa ag"
    " se pbc n.a na gmbh s.p.a spa ab asa oyj a.s bv b.v kk pte pty sarl s.à.r.l s.a.r.l berhad"
    " bhd kgaa l.l.c u.l.c ulc p.l.c jsc pjsc tbk ehf hf gk".split()
)
_ORGANISATION_WORDS = frozenset(
    "group holdings holding bank capital partners ventures fund funds trust management advisors"
    " investments securities technologies technology systems energy infrastructure semiconductor"
    " semiconductors microelectronics electronics software labs laboratories networks industries"
    " international enterprises platforms insurance financial credit equity properties property"
    " realty pharmaceuticals motors motor airlines telecom communications computing platform"
    " semis power utilities resources digital media studios authority ministry government"
    " university foundation associates global worldwide services solutions data centers jv".split()
)
_NEVER_LAST = frozenset(
    "agreement agreements facility facilities loan loans note notes program programme plan act"
    " offering guarantee guaranty lease leases order orders indenture stock share shares warrant"
    " warrants date closing merger term amendment board directors director officer president"
    " chairman committee section item exhibit article schedule appendix annex report form series"
    " class quarter year revenue revenues income tranche tranches debentures bonds bond securities"
    " obligations commitment commitments payment payments project phase ipo ceo cfo coo cto"
    " regulation rule law laws code standards topic gaap commission court states january february"
    " march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday chief executive vice secretary treasurer contract"
    " contracts announcement statement statements prospectus registration supplement event events"
    " rate sofr libor index interest document documents purchaser purchasers lender lenders agent"
    " parties party transaction transactions products product chips gpus gpu tpus tpu cpus ai"
    " network initiative corps academy week summit conference forum awards podcast show"
    " campus deal deals stake center centers site unit units rsu rsus psu adss ads ordinary common"
    " preferred convertible senior secured unsecured subordinated revolving delayed draw"
    " round financing funding investment investments acquisition model models news journal times"
    " street reuters bloomberg nikkei nasdaq nyse dow s&p treasury treasuries".split()
)
_FUNCTION_WORDS = frozenset(
    "the a an in on at as of for from by with to and or but if when while after before since"
    " during under over upon following additionally also however therefore furthermore moreover"
    " although because subject pursuant total other certain each any all some such this that these"
    " those we our us it its they their he she his her i you your no not both either neither there"
    " here what how why who which where whether concurrently separately meanwhile earlier later"
    " subsequently previously currently today yesterday tomorrow including company"
    " registrant parent borrower borrowers issuer issuers guarantor guarantors lender seller"
    " sellers buyer buyers purchaser purchasers landlord tenant lessee lessor sponsor customer"
    " customers supplier suppliers investor investors shareholders stockholders holders management"
    " analysts update exclusive breaking source sources mr ms mrs dr per using between among"
    " through until based instead once then thus finally prior combined "
    "underwriter underwriters liabilities"
    " additions additional accrued initial substantially recently other "
    "notwithstanding except".split()
)
_SINGLE_NEVER = _FUNCTION_WORDS | frozenset(
    "banks investors lenders companies regulators traders hyperscalers startups firms spv analysts"
    " first second third fourth us u.s usa uk u.k eu china chinese japan japanese "
    "korea korean india indian america"
    " american europe european asia canada canadian australia australian germany german france"
    " french texas ohio california virginia wyoming nevada dakota norway iceland sweden taiwan"
    " israel israeli russia iran ukraine mexico brazil washington london tokyo beijing brussels"
    " abilene delaware york new jersey illinois georgia arizona tennessee louisiana indiana"
    " pennsylvania wisconsin north south west east midwest united states kingdom republic middle"
    " saudi arabia emirates dubai abu dhabi singapore hong kong switzerland swiss italy spain"
    " netherlands dutch finland denmark poland british irish ireland african africa latin pacific"
    " wall street fed federal reserve congress senate white house trump biden sec irs doj ftc"
    " big tech q1 q2 q3 q4 h1 h2 fy iii ii iv vi interest people report reports"
    " shares stock stocks bonds debt note notes llm llms agi hbm"
    " megawatts gigawatts mw gw kw usd eur gbp cad aud non covid internet web cloud data center"
    " centers level tier table part net gross cash operating finance llcs ceo cfo"
    " general ip ebitda roi esg diluted weighted unaudited consolidated fiscal annual".split()
)
_KINDS_OF_SECURITY = frozenset(
    "unregistered registered convertible senior series class restricted pre-funded "
    "unsecured".split()
)
_PHRASES = frozenset({
    "future equity", "private equity", "private credit", "venture capital", "data centers",
    "data center", "artificial intelligence", "working capital", "chief financial", "open market",
    "cloud infrastructure", "digital infrastructure", "ai infrastructure", "cloud services",
})  # fmt: skip
_TRIMMED = _FUNCTION_WORDS | {".", ","}
_OF_HEADS = frozenset(
    "bank university government ministry republic kingdom county city state".split()
)
_TOKEN = re.compile(
    r"[A-Za-zÀ-ÿ0-9]+(?:-(?!(?:owned|backed|led|based|tied|controlled|linked|funded|run|made)\b)"
    r"[A-Za-zÀ-ÿ0-9]+)*(?:\.(?:com|ai|io|org|net)\b)?(?:\.[A-Za-z](?![A-Za-z]))*|[&,.(]"
)
_CAPITAL = re.compile(r"[A-ZÀ-Þ]|[a-z]{1,2}[A-Z]|\d+[A-Z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpan:
    """One name and where it stands; `is_known` names came from the list of known ones.

    `is_organisation` says a legal form or an organisation word ends it; other capitalised runs
    may be people, products or places, and a pattern must have a reason to take them.
    """

    name: str
    start: int
    end: int
    is_known: bool = False
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names by their first word, longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


def _words(name: str) -> tuple[str, ...]:
    return tuple(token for token in _TOKEN.findall(name) if token not in ",.(")


@lru_cache(maxsize=64)
def gazetteer(names: frozenset[str]) -> Gazetteer:
    """An index of names. Names of one or two lower-case letters are left out: they are words."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(names | {without_legal_form(name) for name in names}):
        words = _words(name)
        if words and len(name) > 1 and not (len(words) == 1 and name.islower()):
            index.setdefault(words[0].lower(), []).append((words, name))
    return Gazetteer({
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1])))
        for first, entries in index.items()
    })  # fmt: skip


def is_legal_form(word: str) -> bool:
    """Whether the word is a legal form, with or without dots: "Inc.", "L.P.", "PBC"."""
    return word.lower().rstrip(".") in LEGAL_FORMS


def without_legal_form(name: str) -> str:
    """The name as people say it: "CoreWeave, Inc." -> "CoreWeave"."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and (is_legal_form(words[-1]) or words[-1] in {"&", "/DE/"}):
        words.pop()
    return " ".join(words)


def is_title_case(text: str) -> bool:
    """Whether a headline capitalises every long word, so that capitals mark no names."""
    words = [word for word in re.findall(r"[A-Za-z]{4,}", text)]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _same(word: str, known: str) -> bool:
    if word == known:
        return True
    return word.lower() == known.lower() and word[0].isupper() and len(known) > 2


class _Scan:
    """One pass over the tokens of a text; guards the position."""

    def __init__(self, text: str, known: Gazetteer) -> None:
        self.text = text
        self.known = known
        self.tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]

    def known_at(self, index: int) -> tuple[str, int] | None:
        """The longest known name beginning at a token, and the index after it."""
        for words, name in self.known.by_first.get(self.tokens[index][0].lower(), ()):
            at = index
            for word in words:
                while at > index and at < len(self.tokens) and self.tokens[at][0] in ",.":
                    at += 1
                if at >= len(self.tokens) or not _same(self.tokens[at][0], word):
                    break
                at += 1
            else:
                return name, at
        return None

    def is_adjacent(self, index: int) -> bool:
        """Only a blank, a dot or a comma stands between this token and the one before."""
        gap = self.text[self.tokens[index - 1][2] : self.tokens[index][1]]
        return gap in {" ", "", "\xa0", "\n", ". "}

    def run_end(self, index: int) -> int:
        """Index after the capitalised run that begins at a token."""
        at = index + 1
        while at < len(self.tokens) and self.is_adjacent(at):
            word = self.tokens[at][0]
            following = self.tokens[at + 1][0] if at + 1 < len(self.tokens) else ""
            if word == ",":
                if not is_legal_form(following):
                    break
            elif word == ".":
                if not is_legal_form(self.tokens[at - 1][0]) and len(self.tokens[at - 1][0]) > 1:
                    break
            elif word == "of":
                if self.tokens[at - 1][0].lower() not in _OF_HEADS or not following[:1].isupper():
                    break
            elif word == "&":
                if not following[:1].isupper():
                    break
            elif not _CAPITAL.match(word):
                break
            at += 1
        while self.tokens[at - 1][0] in {",", "of", "&"}:
            at -= 1
        return at

    def span(self, first: int, after: int, **flags: bool) -> NameSpan:
        """The name between two tokens; a final dot belongs to it only after a legal form."""
        if self.tokens[after - 1][0] == "." and not is_legal_form(self.tokens[after - 2][0]):
            after -= 1
        start, end = self.tokens[first][1], self.tokens[after - 1][2]
        name = " ".join(self.text[start:end].split())
        return NameSpan(name=name, start=start, end=end, **flags)

    def last_word(self, first: int, after: int) -> str:
        """The last token of a run that is a word, in lower case."""
        words = [t for t, _, _ in self.tokens[first:after] if t not in {",", ".", "&"}]
        return words[-1].lower()

    def is_organisation(self, first: int, after: int) -> bool:
        """A legal form or an organisation word ends the run, and something stands before it."""
        last = self.last_word(first, after)
        words = [token.lower() for token, _, _ in self.tokens[first:after]]
        headed = any(a in _OF_HEADS and b == "of" for a, b in itertools.pairwise(words))
        return after - first > 1 and (is_legal_form(last) or last in _ORGANISATION_WORDS or headed)


def _known_span(scan: _Scan, index: int, title_case: bool) -> tuple[NameSpan, int] | None:
    """A known name; a longer run that ends like an organisation is that organisation."""
    hit = scan.known_at(index)
    if hit is None:
        return None
    _, after = hit
    run = scan.run_end(index)
    if run > after:
        legal_only = all(
            is_legal_form(t) or t in {",", ".", "&"} for t, _, _ in scan.tokens[after:run]
        )
        if legal_only or (scan.is_organisation(index, run) and not title_case):
            return scan.span(index, run, is_known=legal_only, is_organisation=True), run
    span = scan.span(index, after, is_known=True)
    if after < len(scan.tokens) and scan.tokens[after][0] == "AI" and scan.is_adjacent(after):
        return replace(span, end=scan.tokens[after][2]), after + 1
    return span, after


def _run_span(scan: _Scan, first: int, after: int) -> NameSpan | None:
    """A capitalised run as a name, or ``None`` where its words rule it out."""
    while first < after and scan.tokens[first][0].lower() in _TRIMMED:
        first += 1
    words = [token for token, _, _ in scan.tokens[first:after] if token not in ",.&"]
    if not words or all(word.lower() in _SINGLE_NEVER for word in words):
        return None
    is_organisation = scan.is_organisation(first, after)
    last = scan.last_word(first, after)
    if last in _NEVER_LAST and not (is_organisation and last in {"investments", "securities"}):
        return None
    if last in _FUNCTION_WORDS or last.isdigit() or scan.tokens[first][0] == "Series":
        return None
    if words[0].lower() in _KINDS_OF_SECURITY or " ".join(words).lower() in _PHRASES:
        return None
    if after - first == 1 and _is_plain_word(
        scan.tokens[first][0],
        at_start=first == 0 or scan.text[: scan.tokens[first][1]].rstrip()[-1:] in ":–—",
    ):
        return None
    return scan.span(first, after, is_organisation=is_organisation)


def _is_plain_word(word: str, *, at_start: bool) -> bool:
    """A single capitalised word that names nobody: "Services", "S-1", "Expanding" at the start."""
    lowered = word.lower()
    if len(word) < 3 or lowered in _ORGANISATION_WORDS or re.fullmatch(r"[A-Z]{1,2}-\d\w?", word):
        return True
    return at_start and lowered.endswith(("ing", "ed", "ly")) and not word.isupper()


def find_names(
    text: str, known: Iterable[str] | Gazetteer, *, headline: bool = False
) -> tuple[NameSpan, ...]:
    """Names in the text: known ones, and capitalised runs that can be names.

    In a headline a name ends at the first verb headlines are made of ("Raises"); where it capitalises
    every word, also at other words of the trade ("Deal").
    """
    index = known if isinstance(known, Gazetteer) else gazetteer(frozenset(known))
    return tuple(_names(_Scan(text, index), headline, headline and is_title_case(text)))


def _names(scan: _Scan, headline: bool, title_case: bool) -> Iterator[NameSpan]:
    at = 0
    while at < len(scan.tokens):
        word = scan.tokens[at][0]
        hit = _known_span(scan, at, title_case) if word not in ",.(&" else None
        if hit:
            span, at = hit
            yield span
            continue
        if not _CAPITAL.match(word) or word.lower() in _FUNCTION_WORDS:
            at += 1
            continue
        after = scan.run_end(at)
        stop = next((i for i in range(at + 1, after) if _breaks(scan, i)), after)
        if title_case and not _is_whole_organisation(scan, at, stop):
            stop = _headline_run(scan, at, stop, _HEADLINE_WORDS | _HEADLINE_VERBS)
        elif headline:
            stop = _headline_run(scan, at, stop, _HEADLINE_VERBS)
        found = _run_span(scan, at, stop) if stop > at else None
        if found:
            yield found
        at = max(stop, at + 1)


def _breaks(scan: _Scan, index: int) -> bool:
    """A known name in the middle of a run starts a name of its own after a possessive or blank."""
    return scan.tokens[index][0] not in ",.&" and scan.known_at(index) is not None


_HEADLINE_VERBS = frozenset(
    "raises raised acquires acquired buys bought invests invested secures secured "
    "closes closed signs"
    " signed lands wins gets launches launched announces announced unveils plans "
    "seeks eyes leads backs"
    " backed lends borrows sells sold issues issued prices priced offers files "
    "filed submits completes"
    " completed expands expanded extends partners teams joins makes takes nears says said reports"
    " considers weighs explores agrees agreed commits committed pays spends taps provides supplies"
    " builds leases guarantees donates tops falls rises jumps gains forms names appoints".split()
)
_HEADLINE_WORDS = frozenset(
    "raises raise raised raising acquires acquire acquired acquiring buys buy "
    "bought invests invest"
    " invested secures secure secured closes close closed signs sign signed lands wins win gets"
    " launches launch launched announces announce announced unveils plans plan seeks seek eyes"
    " leads lead led backs back backed lends lend loans borrows sells sell sold issues issue"
    " prices price priced offers offer files file filed submits completes complete completed"
    " expands expand expanded extends partners partner teams joins join makes make takes take to"
    " will may could is are was in for of on at by with from as and or its the a an over after"
    " amid near nears near-final set new partnership investment stake deal contract agreement"
    " funding round series bond bonds notes debt loan facility billion million trillion worth"
    " capital data center centers centre ai chip chips cloud compute infrastructure startup maker"
    " giant company firm says said report reports reportedly talks considers weighs weighing"
    " considering exploring explores agrees agree agreed commits commit committed pays pay spend"
    " spends purchase purchases more than up about just another its first largest record valued"
    " valuation value ipo public debut offering market tap taps provide provides supply supplies"
    " upsized backing margin gets selling raising buying lending backed big mega "
    "giant tech pledges"
    " build builds building lease leases leasing guarantee guarantees support supports use uses"
    " acquisition takeover merger bid team demand surges strategic multi-year into against out off"
    " ahead despite how why what when who where this that not no us".split()
)


def _headline_run(scan: _Scan, first: int, after: int, words: frozenset[str]) -> int:
    """Where a run of a headline ends: at the first word that headlines are made of."""
    for index in range(first, after):
        if scan.tokens[index][0].lower() in words:
            return index
    return after


def _is_whole_organisation(scan: _Scan, first: int, after: int) -> bool:
    """A legal form ends the run, or it reads as an organisation and holds no word of headlines first."""
    if after - first < 2:
        return False
    if is_legal_form(scan.last_word(first, after)):
        return True
    words = [token.lower() for token, _, _ in scan.tokens[first:after]]
    starts_well = words[0] not in _HEADLINE_WORDS | _HEADLINE_VERBS | _SINGLE_NEVER
    no_verb = not any(word in _HEADLINE_VERBS or word in {"to", "in", "of"} for word in words)
    return starts_well and no_verb and len(words) <= 4 and scan.is_organisation(first, after)
