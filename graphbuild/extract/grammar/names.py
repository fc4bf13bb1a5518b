"""Organisation names in running text: where one starts and ends.

Lives here: legal forms, words that are never a party, the scan for capitalised runs and known
names. Not here: pronouns, roles and withheld names (`parties`), who a name really is (`resolve`).

Flow: text, known names -> `NameSpan`* in order, never overlapping.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from graphbuild.extract.grammar.name_scan import CAPITAL, Gazetteer, NameSpan, Scan
from graphbuild.extract.grammar.name_words import (
    ACTS,
    BEFORE_NAMES,
    FUNCTION_WORDS,
    HEADLINE_VERBS,
    HEADLINE_WORDS,
    KINDS_OF_AI,
    KINDS_OF_SECURITY,
    MANAGED,
    NEVER_LAST,
    NO_FIRMS,
    NO_NAME,
    NUMBERED_PAPER,
    OF_TRADES,
    OFFICES,
    PHRASES,
    SINGLE_NEVER,
    TITLE_GOES_ON,
    TOKEN,
    TRIMMED,
    is_legal_form,
    is_plain_word,
)

_PARTNERSHIP = re.compile(r"(?<=\w) Limited Partnership$")


def without_legal_form(name: str) -> str:
    """The name as people say it: "CoreWeave, Inc." -> "CoreWeave"."""
    words = _PARTNERSHIP.sub("", name.replace(",", " ")).split()
    while len(words) > 1 and (is_legal_form(words[-1]) or words[-1] in {"&", "/DE/"}):
        words.pop()
    return " ".join(words)


def plain_name(name: str) -> str:
    """The name to compare by: without its legal form, in small letters."""
    return without_legal_form(name).lower()


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in TOKEN.findall(name) if word not in ",.(")


@lru_cache(maxsize=64)
def gazetteer(names: frozenset[str]) -> Gazetteer:
    """An index of names. Names of one or two lower-case letters are left out: they are words."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(names | {without_legal_form(name) for name in names}):
        words = _words(name)
        if words and len(name) > 1 and (len(words) > 1 or not (name.islower() and name.isalpha())):
            index.setdefault(words[0].lower(), []).append((words, name))
    return Gazetteer({
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1])))
        for first, entries in index.items()
    })  # fmt: skip


def is_title_case(text: str) -> bool:
    """Whether a headline capitalises every long word, so that capitals mark no names."""
    words = re.findall(r"[A-Za-z]{4,}", text)
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def _known_span(scan: Scan, index: int, title_case: bool) -> tuple[NameSpan, int] | None:
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
    formed = _after_form(scan, after)
    if formed > after:
        return scan.span(index, formed, is_known=True, is_organisation=True), formed
    span = scan.span(index, after, is_known=True)
    if after < len(scan.tokens) and scan.tokens[after][0] == "AI" and scan.is_adjacent(after):
        return replace(span, end=scan.tokens[after][2]), after + 1
    return span, after


def _after_form(scan: Scan, after: int) -> int:
    """Index after the legal form that follows a name in small letters: "SK hynix Inc."."""
    word, dot = [*(token for token, _, _ in scan.tokens[after : after + 2]), "", ""][:2]
    last = scan.tokens[after - 1][0]
    if word == "." and is_legal_form(last) and ("." in last or dot[:1].isupper()):
        return after + 1  # the point of "N.A.", and that of "Inc." before a headline's verb
    if not (is_legal_form(word) and word[0].isupper() and scan.is_adjacent(after)):
        return after
    return after + 1 + (dot == ".")


def _run_span(scan: Scan, first: int, after: int) -> NameSpan | None:
    """A capitalised run as a name, or ``None`` where its words rule it out."""
    while first < after and scan.tokens[first][0].lower() in TRIMMED:
        first += 1
    words = [word for word, _, _ in scan.tokens[first:after] if word not in ",.&"]
    if not words or all(word.lower() in SINGLE_NEVER or is_legal_form(word) for word in words):
        return None
    is_organisation = scan.is_organisation(first, after)
    last = scan.last_word(first, after)
    if last == "management" and len(words) > 2 and words[-2].lower() in MANAGED:
        return scan.span(first, after, is_organisation=True)
    if last == "management" and len(words) == 2 and words[0].lower() not in MANAGED | NO_FIRMS:
        return scan.span(first, after)
    if last == "ai" and len(words) == 2 and words[0].lower() not in KINDS_OF_AI | FUNCTION_WORDS:
        return scan.span(first, after)
    never = last in NEVER_LAST or scan.lowered[after - 2 : after] == ["derivative", "asset"]
    if never and not (is_organisation and last in {"investments", "securities"}):
        return None
    if (
        (last in FUNCTION_WORDS and not is_organisation)
        or last.isdigit()
        or scan.tokens[first][0] == "Series"
        or (not is_organisation and TITLE_GOES_ON.match(scan.text, scan.tokens[after - 1][2]))
    ):
        return None
    whole = " ".join(words)
    known_paper = whole.lower() in PHRASES or NUMBERED_PAPER.fullmatch(whole)
    if known_paper or words[0].lower() in KINDS_OF_SECURITY:
        return None
    if after - first == 1 and is_plain_word(
        scan.tokens[first][0],
        at_start=(first == 0 or scan.text[: scan.tokens[first][1]].rstrip()[-1:] in ":–—")
        and not ACTS.match(scan.text, scan.tokens[first][2]),
    ):
        return None
    return scan.span(first, after, is_organisation=is_organisation)


def find_names(
    text: str, known: Iterable[str] | Gazetteer, *, headline: bool = False
) -> tuple[NameSpan, ...]:
    """Names in the text: known ones, and capitalised runs that can be names.

    In a headline a name ends at the first verb headlines are made of ("Raises"); where it
    capitalises every word, also at other words of the trade ("Deal").
    """
    index = known if isinstance(known, Gazetteer) else gazetteer(frozenset(known))
    spans = _names(Scan(text, index), headline, headline and is_title_case(text))
    if ".." not in text:
        return tuple(spans)
    # A teaser that breaks off within a name does not tell it.
    return tuple(s for s in spans if s.is_known or ".." not in text[s.end - 2 : s.end + 2])


def _names(scan: Scan, headline: bool, title_case: bool) -> Iterator[NameSpan]:
    taken = 0
    for at in scan.starts():
        if at < taken:
            continue
        word = scan.tokens[at][0]
        hit = _known_span(scan, at, title_case) if scan.is_known_start(at) else None
        if hit:
            span, taken = hit
            yield span
            taken = taken if headline or not span.is_known else _rest_of_run(scan, taken)
            continue
        if not CAPITAL.match(word) or scan.lowered[at] in FUNCTION_WORDS or NO_NAME.match(word):
            continue
        after = scan.run_end(at)
        stop = next((i for i in range(at + 1, after) if _breaks(scan, i)), after)
        if title_case and not _is_whole_organisation(scan, at, stop):
            stop = _headline_run(scan, at, stop, HEADLINE_WORDS | HEADLINE_VERBS)
        elif headline:
            stop = _headline_run(scan, at, stop, HEADLINE_VERBS)
        found = _run_span(scan, at, stop) if stop > at else None
        is_lone = headline and stop - at == 1
        is_word = is_lone and (
            (title_case and _is_out_of_place(scan, at)) or _tells_trade(scan, at)
        )
        if found and not is_word:
            yield found
        taken = max(stop, at + 1)


def _rest_of_run(scan: Scan, after: int) -> int:
    """Index after the capitals that follow a known name: "Hospitals" of "Apollo Hospitals".

    They make another company of it, or name its product; alone they name nobody.
    """
    while (
        after < len(scan.tokens)
        and scan.is_adjacent(after)
        and CAPITAL.match(scan.tokens[after][0])
        and scan.text[scan.tokens[after - 1][2] : scan.tokens[after][1]] == " "
        and not _breaks(scan, after)
    ):
        after += 1
    return after


def _is_out_of_place(scan: Scan, at: int) -> bool:
    """A lone capital in a title-case headline is a name only first or after words names follow."""
    if at == 0 or scan.lowered[at - 1] in BEFORE_NAMES:
        return False
    return not _OPENS.search(scan.text, 0, scan.tokens[at][1])


_OPENS = re.compile(r"[:;|—–] ?$")


def _tells_trade(scan: Scan, at: int) -> bool:
    """The first capital only describes the name after it: "Chip designer Tidepool"."""
    is_first = at == 0 or bool(_OPENS.search(scan.text, 0, scan.tokens[at][1]))
    trade, name = [*scan.tokens[at + 1 : at + 3], ("", 0, 0), ("", 0, 0)][:2]
    return is_first and trade[0].lower() in OF_TRADES and bool(CAPITAL.match(name[0]))


def _breaks(scan: Scan, index: int) -> bool:
    """An office, or a known name, in the middle of a run starts a name of its own."""
    return scan.tokens[index][0] in OFFICES or scan.known_at(index) is not None


def _headline_run(scan: Scan, first: int, after: int, words: frozenset[str]) -> int:
    """Where a run of a headline ends: at the first word that headlines are made of."""
    for index in range(first, after):
        if scan.tokens[index][0].lower() in words:
            return index
    return after


def _is_whole_organisation(scan: Scan, first: int, after: int) -> bool:
    """A legal form ends the run, or it reads as an organisation without headlines' words."""
    if after - first < 2:
        return False
    if is_legal_form(scan.last_word(first, after)):
        return True
    words = [token.lower() for token, _, _ in scan.tokens[first:after]]
    starts_well = words[0] not in HEADLINE_WORDS | HEADLINE_VERBS | SINGLE_NEVER
    no_verb = not any(word in HEADLINE_VERBS or word in {"to", "in", "of"} for word in words)
    return starts_well and no_verb and len(words) <= 4 and scan.is_organisation(first, after)
