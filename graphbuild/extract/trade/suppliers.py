"""Who makes, sells or runs things for the filer, named without a figure.

Accepts: "We rely on foundries, such as Corvid Semiconductor Corp. and Ashgrove, to make our chips."
Accepts: "We purchase memory from Lumen Devices, Inc. and racks from Quillstone."
Refuses: "We may purchase wafers from Corvid."

Lives here: which parties of such a sentence are believed, and what they sell. Not here: the wording
(`supplier_words`), trade with a figure (`commitment`, `obligations`), agreements (`contracts`).

Flow: Reading -> lists of parties, the words that tell what they do -> Claim*.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.gates import WORDS, Sieve
from graphbuild.extract.grammar.goods import CLOUDS
from graphbuild.extract.grammar.parties import Mention, filer_mention
from graphbuild.extract.grammar.wording import is_conditional
from graphbuild.extract.sentences.claiming import amount_of, build
from graphbuild.extract.sentences.contract_value import money_after
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import Told, need_of, told
from graphbuild.extract.trade.supplier_words import (
    AND_FROM,
    APPOSED,
    BUYS_FROM,
    CLOUD,
    DEPENDS_ON,
    GOES_ON,
    HARDWARE,
    HOSTING,
    HYPOTHETICAL,
    IS_OURS,
    KIND,
    MADE_BY,
    MAKES_OURS,
    MORE_NAME,
    NOT_OURS,
    NOT_TRADE,
    OF_OURS,
    OURS_ARE,
    OUTSOURCES,
    RIVALS,
    SUCH_AS,
    SUPPLIER,
    SUPPLIES,
    THINGS,
)
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "suppliers/1"
_WORDINGS = (
    SUCH_AS, DEPENDS_ON, OUTSOURCES, BUYS_FROM, MADE_BY, OURS_ARE, IS_OURS, MAKES_OURS, SUPPLIES,
    APPOSED, OF_OURS,
)  # fmt: skip
_MARK = re.compile(r"<P(\d+)>")

_Found = tuple[int, int, str, str]
"""Where a list of parties starts and ends in the simplified text, what tells their trade, and the
mark of a price, if any."""


def _find(document: Document, context: Context) -> Iterator[Claim]:
    sentences = told(document, context)
    if sentences.is_news:
        return
    for index in sentences.with_words(*_needs()):
        reading = sentences.reading_of_named(index)
        if reading is None or reading.filer is None or has_no_statement(reading):
            continue
        if not any(m.is_other for m in reading.parties) or RIVALS.search(reading.plain):
            continue
        seen: set[int] = set()
        for start, end, words, price in _lists(reading):
            found = _sellers(reading, start, end, is_sure=bool(seen))
            sellers = [_whole(sentences, m) for i, m in found if i not in seen]
            seen |= {i for i, _ in found}
            yield from _claims(reading, sellers, words, price)


@cache
def _needs() -> tuple[int, ...]:
    """For each wording, the bits of its words; those of a trade also need a word for suppliers."""
    kinds = WORDS.need(f"{SUPPLIER.pattern}|{KIND}")
    of_kinds = (OURS_ARE, IS_OURS, APPOSED, OF_OURS)
    return tuple(need_of(word) | (kinds if word in of_kinds else 0) for word in _WORDINGS)


_SHORT = re.compile(r" \(|, or (?:the )?")
_MAY_BE_SHORT = re.compile(r" \([A-Z]|, or (?:the )?[A-Z]")


@lru_cache(maxsize=64)
def _whole(sentences: Told, mention: Mention) -> Mention:
    """The party of the whole name that a short one is given after: "Corvid Corp. (CSC)"."""
    for index in range(len(sentences)):
        text = sentences.text(index)
        is_named = mention.name in text and _MAY_BE_SHORT.search(text)
        reading = sentences.reading(index) if is_named else None
        if reading is None:
            continue
        for whole, short in itertools.pairwise(reading.parties):
            if short.name == mention.name and _is_given_after(reading, whole, short):
                return whole
    return mention


def _is_given_after(reading: Reading, whole: Mention, short: Mention) -> bool:
    between = reading.text[whole.end : short.start]
    closes = reading.text[short.end : short.end + 1] in {")", ","}
    is_sure = whole.is_other and not whole.is_weak
    return bool(closes and is_sure and _SHORT.fullmatch(between))


def _is_filer(reading: Reading, mark: str) -> bool:
    return reading.parties[int(mark[2:-1])].is_filer


def _is_kind(reading: Reading, mark: str) -> bool:
    """Whether a mark, or the words after a possessive one, mean suppliers of the filer."""
    mention = reading.parties[int(mark[2 : mark.index(">")])]
    if not mark.endswith(">"):
        return mention.is_filer
    if not mention.is_unnamed:
        return False
    is_ours = _OWN.search(reading.text[: mention.start]) or _OWN.match(mention.name)
    return bool(SUPPLIER.search(mention.name) and is_ours)


_OWN = re.compile(r"\b(?:[Oo]ur|Company['’]s|[Ii]ts)(?: [a-z-]+){0,4} ?$")


def _is_told(match: re.Match[str], place: int) -> bool:
    """Stated, not feared or planned, and the list ends where it seems to."""
    before = match.string[max(0, match.start() - 60) : place]
    is_open = HYPOTHETICAL.search(before.rpartition(";")[2])
    if is_open or is_conditional(match.string[: match.start()]):
        return False
    is_object = match.end("list") == match.end() or "purpose" in match.re.groupindex
    return not (is_object and MORE_NAME.match(match.string, match.end("list")))


def _lists(reading: Reading) -> Iterator[_Found]:
    text = reading.plain
    yield from _depended_on(reading, text)
    yield from _bought_from(reading, text)
    yield from _described(reading, text)
    yield from _supplying(reading, text)


def _supplying(reading: Reading, text: str) -> Iterator[_Found]:
    """Suppliers as subjects, and those whom an apposition calls the filer's."""
    for match in _SUPPLIES.finditer(text):
        goods = " ".join(filter(None, match.group("goods", "ours", "goods2")))
        goods = _MARK.sub(lambda mark: reading.parties[int(mark[1])].name, goods)
        is_trade = _MAKING.search(goods) or HARDWARE.search(goods)
        ours = match.group("ours") or ""
        if (
            _is_filer(reading, match.group("who") or match.group("who2"))
            and is_trade
            and not (NOT_TRADE.search(goods) or NOT_OURS.search(ours))
            and not HYPOTHETICAL.search(text[: match.start()].rpartition(";")[2])
        ):
            yield match.start("list"), match.end("list"), goods, ""
    for match in _APPOSED.finditer(text):
        kind = match.group("kind") or match.group("kind2") or match.group("kind3")
        name = "list2" if match.group("kind3") else "list"
        if _is_kind(reading, kind) and not any(date.cue == "event" for date in reading.dates):
            yield match.start(name), match.end(name), match.group(), ""
    for match in _OF_OURS.finditer(text):
        kind = reading.parties[int(match.group("kind")[2:-1])]
        who, is_plural = match.group("who"), kind.name.endswith("s")
        if (
            kind.is_unnamed
            and SUPPLIER.search(kind.name)
            and (not is_plural or " are " in match.group())
            and (who is None or _is_filer(reading, who))
            and not NOT_OURS.search(match.group("ours") or "")
            and not HYPOTHETICAL.search(text[: match.start()].rpartition(";")[2])
        ):
            yield match.start("list"), match.end("list"), match.group(), ""


def _depended_on(reading: Reading, text: str) -> Iterator[_Found]:
    for pattern in (_SUCH_AS, _DEPENDS_ON):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            middle = groups.get("middle") or ""
            if not _is_filer(reading, match.group("who")) or not _is_told(
                match, match.start("list")
            ):
                continue
            if pattern is _SUCH_AS and not _names_suppliers(reading, middle, text[match.end() :]):
                continue
            end = match.end("list")
            yield match.start("list"), end, middle + text[end : end + 90], ""
            further = GOES_ON.match(text, end)
            if further:
                yield further.start("list"), further.end("list"), further.group(), ""


def _names_suppliers(reading: Reading, middle: str, after: str) -> bool:
    """Whether "such as" follows suppliers; of other third parties the purpose must tell."""
    meant = _MARK.findall(middle)
    if any(reading.parties[int(i)].is_other for i in meant):
        return False
    words = middle + " ".join(reading.parties[int(i)].name for i in meant)
    if not SUPPLIER.search(words):
        return False
    is_vague = not re.search(r"supplier|vendor|manufactur|foundr|contractor", words, re.IGNORECASE)
    return not is_vague or bool(HOSTING.search(middle + after) or THINGS.search(middle + after))


def _bought_from(reading: Reading, text: str) -> Iterator[_Found]:
    for match in _OUTSOURCES.finditer(text):
        if (
            _is_filer(reading, match.group("who"))
            and _is_told(match, match.start("list"))
            and _MAKING.search(match.group("goods"))
        ):
            yield match.start("list"), match.end("list"), match.group("goods"), ""
    for match in _BUYS_FROM.finditer(text):
        if not _is_filer(reading, match.group("who")) or not _is_told(match, match.start("list")):
            continue
        further: re.Match[str] | None = match
        while further is not None and _is_goods(reading, further.group("goods")):
            price = money_after(text, further.end())
            if price or not reading.money:
                yield further.start("list"), further.end("list"), further.group("goods"), price
            further = AND_FROM.match(text, further.end("list"))
    for match in _MADE_BY.finditer(text):
        before = text[: match.start()].rpartition(";")[2]
        head = before[-90:]
        is_ours = any(_is_filer(reading, f"<P{i}>") for i in _MARK.findall(before[:14] + head))
        if is_ours and _is_goods(reading, head) and _is_told(match, match.start("list")):
            yield match.start("list"), match.end("list"), head + match.group(), ""


def _is_goods(reading: Reading, goods: str) -> bool:
    named = [reading.parties[int(i)] for i in _MARK.findall(goods)]
    if any(m.is_other and m.kind != "chipmaker" and not m.is_weak for m in named):
        return False
    bare = _MARK.sub("", goods)
    return bool(THINGS.search(bare)) and not NOT_TRADE.search(bare)


def _described(reading: Reading, text: str) -> Iterator[_Found]:
    for pattern in (_OURS_ARE, _IS_OURS):
        for match in pattern.finditer(text):
            if _is_kind(reading, match.group("kind")) and _is_told(match, match.end()):
                yield match.start("list"), match.end("list"), match.group(), ""
    for match in _MAKES_OURS.finditer(text):
        if _is_filer(reading, match.group("who")) and _is_told(match, match.start("list")):
            yield match.start("list"), match.end("list"), match.group(), ""


_MAKING = re.compile(
    r"manufactur|fabricat|assembl|packag|production|wafer|\btest|hosting|logistics|foundry|ATMP|OSAT"
)
_SUCH_AS, _DEPENDS_ON, _BUYS_FROM = Sieve(SUCH_AS), Sieve(DEPENDS_ON), Sieve(BUYS_FROM)
_SUPPLIES, _APPOSED, _OF_OURS = Sieve(SUPPLIES), Sieve(APPOSED), Sieve(OF_OURS)
_OUTSOURCES, _MADE_BY, _OURS_ARE, _IS_OURS, _MAKES_OURS = (
    Sieve(OUTSOURCES),
    Sieve(MADE_BY),
    Sieve(OURS_ARE),
    Sieve(IS_OURS),
    Sieve(MAKES_OURS),
)


def _sellers(reading: Reading, start: int, end: int, *, is_sure: bool) -> list[tuple[int, Mention]]:
    """The believed parties of a list; a lone capitalised word needs a sure name beside it."""
    indices = [int(i) for i in _MARK.findall(reading.plain[start:end])]
    found = [(i, reading.parties[i]) for i in indices]
    is_sure = is_sure or any(not m.is_weak and m.is_other for _, m in found)
    kept = []
    for place, (i, mention) in enumerate(found):
        glued = place and _is_glued(reading, found[place - 1][1], mention)
        if (
            mention.is_other
            and not glued
            and (not mention.is_weak or _is_name(mention, is_sure))
            and not (mention.is_weak and _THE.search(reading.text[: mention.start]))
        ):
            kept.append((i, mention))
    return kept


def _is_glued(reading: Reading, before: Mention, mention: Mention) -> bool:
    """Whether only a blank stands between: "Meridian Cloud" is one supplier."""
    return reading.text[before.end : mention.start].isspace()


_THE = re.compile(r"\b[Tt]he $")
"""Before a doubtful name: "the Foundry JVs" are a kind."""
_THINGS_LAST = re.compile(r"(?:or|er|ip|ion|ent|ice|em|ie|al|ct|it|rd|U)s$")


def _is_name(mention: Mention, is_sure: bool) -> bool:
    words = mention.name.split()
    looks = not (mention.name.isupper() or _THINGS_LAST.search(words[-1]) or words[0][0].islower())
    return looks and (is_sure or len(words) > 1)


def _claims(reading: Reading, sellers: list[Mention], words: str, price: str) -> Iterator[Claim]:
    if reading.filer is None or (price and len(sellers) > 1):
        return
    for seller in sellers:
        is_cloud = seller.kind in CLOUDS or (CLOUD.search(words) and not HARDWARE.search(words))
        yield from build(
            reading,
            _LABEL,
            instrument=InstrumentId.CLOUD_CONTRACT if is_cloud else InstrumentId.SUPPLY_CONTRACT,
            sources=[filer_mention(reading.filer)],
            targets=[seller],
            status=Status.SIGNED if price else Status.FUNDED,
            amount=amount_of(reading, price or None),
        )


SUPPLIERS = Pattern(name="suppliers", version=1, find=_find)
