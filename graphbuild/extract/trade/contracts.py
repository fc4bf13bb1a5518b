"""Contracts between two parties, and which of them buys: services, supply, hosting and leases.

Accepts: "We signed a five-year cloud contract with Meridian, under which we will provide GPU
capacity for $9.7 billion."
Accepts: "Tidepool signed a $3 billion deal to buy computing capacity from Harbor Compute."
Refuses: "Tidepool signed a partnership with Harbor Compute." (nobody can tell who pays)

Lives here: agreements whose verb ("signed", "entered into") does not say who pays; the words
around them do.
Not here: verbs that say it themselves ("committed to spend", "leases from"): `commitment`, `lease`.
"""

import re
from collections.abc import Iterator
from functools import cache

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.gates import WORDS
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.party_words import ONE_OF_MANY
from graphbuild.extract.grammar.releases import is_release
from graphbuild.extract.grammar.wording import is_conditional, status_of
from graphbuild.extract.sentences.claiming import amount_of, build, mentions_in
from graphbuild.extract.sentences.contract_value import money_after
from graphbuild.extract.sentences.reading import Reading
from graphbuild.extract.sentences.ruling import has_no_statement
from graphbuild.extract.sentences.telling import told
from graphbuild.extract.trade.buying import LEASE, is_same, marks, purpose_is_goods, subject_buys
from graphbuild.extract.trade.contract_followups import (
    further_values,
    measure_told_next,
    reported_values,
    total,
    value_told_next,
)
from graphbuild.extract.trade.contract_kind import contract_instrument
from graphbuild.extract.trade.contract_parties import side_of, with_titles
from graphbuild.extract.trade.contract_wording import (
    BETWEEN,
    BY_AND_BETWEEN,
    DEPLOY,
    DEPLOY_OF,
    ENDS,
    EXPANDED,
    FINANCED,
    GROWN,
    GROWS,
    NAMED_AFTER,
    NAMED_WITH_SUM,
    NO_TRADE,
    NOMINAL,
    NOMINAL_WORTH,
    NONE,
    OTHER_CONTRACTS,
    PAIR,
    PAIRED_IN_HEADLINE,
    PARTNER,
    SUM_IN_NAMED,
    SUPPLY_NOUN,
    TALKS,
    THROUGH,
    TO_BUY,
    TO_SELL,
    TO_SUPPLY,
    VALUED,
    WITH,
    WITH_TO_BUY,
    WORTH,
)
from graphbuild.extract.trade.lease_roles import is_other_way
from graphbuild.extract.trade.rents import with_rents
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_LABEL = "contracts/1"


_WORDINGS = (
    TO_BUY,
    WITH_TO_BUY,
    TO_SUPPLY,
    SUPPLY_NOUN,
    TO_SELL,
    WITH,
    PAIRED_IN_HEADLINE,
    BY_AND_BETWEEN,
    PARTNER,
    EXPANDED,
    BETWEEN,
    TALKS,
    PAIR,
    VALUED,
    FINANCED,
    NOMINAL,
    NOMINAL_WORTH,
    NAMED_AFTER,
    NAMED_WITH_SUM,
    SUM_IN_NAMED,
    THROUGH,
)


@cache
def _needs() -> tuple[int, ...]:
    """The words without which a wording is not there or not worth it, for each of them."""
    worth = WORDS.need(WORTH.pattern)
    return tuple(worth | WORDS.need(word.pattern) for word in (*_WORDINGS, DEPLOY, DEPLOY_OF))


def _find(document: Document, context: Context) -> Iterator[Claim]:
    needs, sentences = _needs(), told(document, context)
    for index in sentences.with_words(*needs):
        here = sentences.reading_of_others(index)
        if here is None or has_no_statement(here) or not WORTH.search(here.plain):
            continue
        reading = with_titles(here)
        yield from _deployment(reading)
        words = WORDS.bits(reading.plain)
        hopeful = [w for w, need in zip(_WORDINGS, needs, strict=False) if need & words == need]
        for pattern in hopeful:
            claims = [
                claim
                for match in pattern.finditer(reading.plain)
                for claim in _claims(match, reading, sentences.following(index, 3))
                if not is_other_way(claim, reading)
            ]
            yield from claims
            if claims:
                yield from total(claims, reading)
                yield from reported_values(claims[0], reading, sentences.following(index, 3))
                yield from further_values(claims[0], reading, sentences.following(index, 8))
                break


def _deployment(reading: Reading) -> Iterator[Claim]:
    """By "A and B announce a partnership to deploy 6 gigawatts of B's chips", A buys from B."""
    match = DEPLOY.search(reading.plain) or DEPLOY_OF.search(reading.plain)
    if not match:
        return
    first, second = match.group("first"), match.group("second")
    pairs = {first: second, second: first}
    maker = match.groupdict().get("maker") or ""
    seller = next((mark for mark in pairs if is_same(reading, maker, mark)), None)
    if not maker:
        makers = [m for m in pairs if mentions_in(reading, m)[0].kind == "chipmaker"]
        seller = makers[0] if len(makers) == 1 else None
    if seller:
        yield from build(
            reading,
            _LABEL,
            instrument=InstrumentId.SUPPLY_CONTRACT,
            sources=mentions_in(reading, pairs[seller]),
            targets=mentions_in(reading, seller),
            status=Status.ANNOUNCED,
        )


_HELPS = re.compile(
    r",? (?:also )?(?:providing|backstopping|guaranteeing|supporting|backing|acting|serving|"
    r"leading|contributing|investing|holding|retaining|receiving|as (?:the )?guarantor)\b"
)
"""In "a lease worth <M0>, with <P1> providing support" nobody is the other side."""
_SIDES_TOLD = re.compile(
    r",? as (?:the )?(?:sub-?)?(?:tenant|lessee|landlord|lessor)\b|,? as (?:the )?sublessee\b"
)
"""A lease that says who is landlord is read by that (`lease_roles`)."""
_ADVICE = re.compile(
    r"\b(?:advis|consult|legal|marketing|investor relations|management services|clinical|research|"
    r"administrative|accounting|audit|staffing|transition services|recruit)",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"cloud|comput|hosting|gpus?\b|capacity|coloc|co-loc|data cent|mining|suppl|power|electric|"
    r"energy|\bleas|equipment|servers?\b|chips?\b",
    re.IGNORECASE,
)


def _says_nothing(reading: Reading, auxiliary: str, around: str, parties: list[Mention]) -> bool:
    """Whether words without a figure only mention a contract, or one of another kind.

    "Agreements with three nuclear power providers" in a story are named later; what a filing
    "previously" signed explains another contract.
    """
    if reading.is_news:
        return any(_is_some(party) for party in parties)
    return "previously" in auxiliary or _is_advice(around)


def _is_advice(around: str) -> bool:
    """Whether a contract without a figure is about advice and the like, no computing or goods."""
    return bool(_ADVICE.search(around)) and not _TRADE.search(around)


_SOME = re.compile(r"(?:two|three|four|five|several|multiple|various|other|some|many)\b")


def _is_one(parties: list[Mention]) -> bool:
    """Whether the withheld party is one: "an investment-grade tenant", not "customers"."""
    return all(bool(ONE_OF_MANY.match(m.name)) for m in parties if m.is_unnamed)


def _is_some(mention: Mention) -> bool:
    return mention.is_unnamed and bool(_SOME.match(mention.name.lower()))


def _parties(reading: Reading, match: re.Match[str], mark: str) -> list[Mention]:
    """The party of a side, in a report with those listed beside it: "with Lumen, Corvid and X"."""
    groups = match.groupdict()
    sides = [groups.get(name) or "" for name in ("source", "source2", "first", "target")]
    listed = next((side for side in sides if side.startswith(mark)), mark)
    is_list = reading.is_news or _PLURAL.search(match.group())
    return mentions_in(reading, listed if is_list else mark)


_PLURAL = re.compile(r"\b(?:[Cc]ontracts|[Aa]greements|[Dd]eals|[Ll]eases|[Oo]rders)\b")
"""Several contracts with several parties: one with each."""


_LIKE_THE_LAST = re.compile(
    r"\b(?:similar|comparable|such an?|another such) (?:[a-z-]+ ){0,2}(?:deal|agreement|"
    r"arrangement|contract|pact|partnership)s?\b"
)
"""A deal "similar" to another may be an investment as well: only its purpose tells."""


_OF_BOTH = re.compile(r"\b(?:[Ll]eases|[Dd]eals|[Cc]ontracts|[Oo]rders)$")
"""What "A and B land contracts" tells is that each has some, not that they have one another's."""


def _is_only_like_another(match: re.Match[str], tail: str) -> bool:
    """Whether the contract is only said to be like another one, for nothing told."""
    return bool(_LIKE_THE_LAST.search(match.group())) and not purpose_is_goods(tail)


def _tells_nothing(match: re.Match[str], tail: str) -> bool:
    """Whether the words tell of other papers, of no contract, a condition, or another's part."""
    words = match.group()
    return bool(
        OTHER_CONTRACTS.search(words)
        or NO_TRADE.search(tail)
        or NONE.search(words)
        or (_HELPS.match(tail) and ", with " in words)
        or is_conditional(match.string[: match.start()])
        or _SIDES_TOLD.match(tail)
        or _is_only_like_another(match, tail)
        or (match.re is BETWEEN and _OF_BOTH.search(words))
    )


_IN_FORCE = frozenset({Status.SIGNED, Status.FUNDED})


def _changed(
    match: re.Match[str], groups: dict[str, str | None], status: Status
) -> tuple[Status, str | None]:
    """The status of a contract that ends or grows, and the sum it grows to beside its own one."""
    if ENDS.match(match.group()):
        return (Status.TERMINATED if status in _IN_FORCE else Status.SIGNED), None
    grown = GROWN.match(match.string, match.end())
    if grown is None or not GROWS.search(match.group() + grown.group()):
        return status, None
    if groups.get("amount") or groups.get("amount2"):
        return status, grown.group("sum")
    groups["amount"] = grown.group("sum")
    return (Status.AMENDED if status in _IN_FORCE else status), None


def _claims(
    match: re.Match[str], reading: Reading, following: tuple[Reading, ...]
) -> Iterator[Claim]:
    if _tells_nothing(match, match.string[match.end() : match.end() + 110]):
        return
    auxiliary = match.groupdict().get("aux") or ""
    status = status_of(auxiliary, reading.text, Status.SIGNED, is_news=reading.is_news)
    first, second = marks(match)
    if match.re in {TO_BUY, WITH_TO_BUY, TO_SUPPLY, SUPPLY_NOUN, TO_SELL}:
        buys: bool | None = True
    else:
        buys = subject_buys(reading, match, following)
    if status is None or buys is None:
        return
    left = side_of(reading, _parties(reading, match, first), "")
    right = side_of(reading, _parties(reading, match, second), match.string[match.end() :])
    if left is None or right is None:
        return
    customers, providers = (left, right) if buys else (right, left)
    groups = match.groupdict()
    status, grown = _changed(match, groups, status)
    mark = groups.get("amount") or groups.get("amount2") or money_after(match.string, match.end())
    amount = reading.money[int(mark[2:-1])].amount if mark else None
    end = reading.end
    if amount is None:
        is_lease = bool(LEASE.search(match.group()))
        amount, end = value_told_next(reading, following, is_lease=is_lease)
    around = " ".join(
        [reading.text, *(r.text for r in following if r.paragraph == reading.paragraph)]
    )
    instrument = contract_instrument(reading, match, around, providers, following)
    is_bare = amount is None
    if is_bare and (
        instrument is InstrumentId.PURCHASE_COMMITMENT
        or _says_nothing(reading, auxiliary, around, left + right)
    ):
        return
    yield from build(
        reading,
        _LABEL,
        instrument=instrument,
        sources=customers,
        targets=providers,
        status=status if status is not Status.FUNDED else Status.SIGNED,
        amount=amount,
        measure=measure_told_next(reading, end),
        end=end,
        is_bare_fine=any(d.cue == "event" for d in reading.dates)
        or (is_release(reading.document) and _is_one(left + right)),
    )
    if grown:
        yield from build(
            reading,
            _LABEL,
            instrument=instrument,
            sources=customers,
            targets=providers,
            status=Status.AMENDED,
            amount=amount_of(reading, grown),
        )


PATTERN = with_rents(Pattern(name="contracts", version=1, find=_find))
