"""Claims of two sides of a sentence: who may stand on them, how a shared total is told.

Lives here: `build`, the one way prose patterns make claims, and `retold`, the same with another
amount. Not here: matching (`rules`, `contracts`), the claim's id and citation (`base.make_claim`).

Flow: `Reading`, sources, targets, figure -> Claim*.
"""

import re
from collections.abc import Iterator

from graphbuild.extract.base import make_claim
from graphbuild.extract.grammar.dates import DateSpan
from graphbuild.extract.grammar.instrument_sets import TRADED
from graphbuild.extract.grammar.lenders import BANKS, is_bank
from graphbuild.extract.grammar.names import plain_name
from graphbuild.extract.grammar.parties import Mention, unnamed_mention
from graphbuild.extract.grammar.wording import measure_of
from graphbuild.extract.sentences.payers import whole_list
from graphbuild.extract.sentences.reading import Reading
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, undisclosed
from graphbuild.records.period import PartialDate


def mentions_in(reading: Reading, text: str | None) -> list[Mention]:
    """The parties whose marks the text holds, in order."""
    if not text:
        return []
    return [reading.parties[int(i)] for i in re.findall(r"<P(\d+)>", text)]


def shares_with_others(reading: Reading, text: str | None) -> bool:
    """Whether the named ones share a sum with some who are not: "from Lumen and others"."""
    return len({mention.is_unnamed for mention in mentions_in(reading, text)}) > 1


def amount_of(reading: Reading, mark: str | None) -> Amount | None:
    """The amount behind a mark such as "<M0>"."""
    return reading.money[int(mark[2:-1])].amount if mark else None


_OF_ANOTHER = re.compile(
    r"\b(?:founded|incorporated|born|(?:up|down|rose|risen|fell|gained|soared|surged|jumped|climbed|"
    r"so far|as (?:early|soon|late) as|launched|begin\w*|start\w*|commenc\w*|operational|online|"
    r"live|debuted|went public|deliver\w*))(?: [\d.]+ ?(?:%|percent))?(?: so far)? "
    r"(?:in|since|during|on) (?:the )?$|\bfounded\b[^,;.]{0,50} in $",
    re.IGNORECASE,
)
"""What a year behind such words is the year of, and no deal: "founded in 2023"."""
_ENDED = re.compile(r"\b(?:[Dd]uring|[Ff]or|[Ii]n) the [^,;]{0,40}\bended $")
_MONTHS_OF = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+,? ){1,3}and $")
"""In "in June and December 2026" only the year is that of all that was done."""
_AND_OF = re.compile(r" and (?:of |as of |at )?")


def event_date(reading: Reading) -> PartialDate | None:
    """The first date told as the time of an event, or of a balance; of two balances the latest."""
    for number, span in enumerate(reading.dates):
        before = reading.text[max(0, span.start - 60) : span.start]
        if span.cue == "as_of":
            return _latest_in_turn(reading, number)
        if (span.cue == "event" and not _OF_ANOTHER.search(before)) or _ENDED.search(before):
            return PartialDate(span.date.text[:4]) if _MONTHS_OF.search(before) else span.date
    return next((d.date for d in reading.dates if _is_run_until(reading, d)), None)


def _latest_in_turn(reading: Reading, number: int) -> PartialDate:
    """Of "as of December 31, 2025 and 2026" the later day, whose sum is the one that is taken."""
    first, *rest = reading.dates[number : number + 2]
    if not rest or not _AND_OF.fullmatch(reading.text[first.end : rest[0].start]):
        return first.date
    second = rest[0].date
    if len(second.text) == len("2026") < len(first.date.text):
        second = PartialDate(f"{second.text}{first.date.text[4:]}")
    return max(first.date, second, key=PartialDate.last_day)


def _is_run_until(reading: Reading, span: DateSpan) -> bool:
    """Whether a day that has passed only closes the time of what was done: "through June 30"."""
    closed = reading.document.period_end
    is_through = _THROUGH.search(reading.text, 0, span.start) is not None
    return is_through and closed is not None and span.date.last_day() <= closed.last_day()


_THROUGH = re.compile(r"\b[Tt]hrough (?:the )?\Z")
_BY = re.compile(r"\bby (?:the )?(?:end of )?(?:the )?(?:early |mid-?|late )?\Z")
_MUST_BE_PAID = re.compile(
    r"\b(?:repa\w+|matur\w+|expir\w+|terminat\w+|redeem\w*|due|payable|exercis\w+)\b[^;]{0,60}\Z"
)


def _is_end(reading: Reading, span: DateSpan) -> bool:
    """Whether a date told as an end is that of the deal, and no deadline or time gone by."""
    if span.cue != "end" or _is_run_until(reading, span):
        return False
    is_deadline = _BY.search(reading.text, 0, span.start) is not None
    return not is_deadline or _MUST_BE_PAID.search(reading.text, 0, span.start) is not None


def _is_extended(reading: Reading, number: int) -> bool:
    """Whether a date is the new end of "extending its maturity from May 2030 to May 2032"."""
    before = reading.text[: reading.dates[number].start]
    return re.search(r"\bextend\w*\b[^;]{0,70}\bto $", before) is not None


def _mark_of(reading: Reading, amount: Amount | None) -> str:
    """The mark of a figure that stands in the sentence."""
    found = (i for i, money in enumerate(reading.money) if money.amount is amount)
    return next((f"<M{i}>" for i in found), "")


def is_added(reading: Reading, mark: str | None) -> bool:
    """Whether a size grows by the figure and is not the figure: "increased by $2 million"."""
    words = rf"\bby (?:(?:an?|up|to|about|some|another|additional|further) )*{mark}(?!,? to <)"
    return bool(mark) and bool(re.search(words, reading.plain))


_PART_DUE = re.compile(r"\bof which [^;<]{0,12}(?P<part><M\d+>)(?:(?! and )[^;]){0,50}\Z")


def _is_of_part(reading: Reading, number: int, mark: str) -> bool:
    """Whether a date ends another sum than the marked: "of which $1 billion is due in 2026"."""
    before, found, _ = reading.full.partition(f"<D{number}>")
    part = _PART_DUE.search(before) if mark and found else None
    return part is not None and part["part"] != mark


def _end_date(reading: Reading, mark: str = "") -> PartialDate | None:
    """The end told after the figure and before the next one; else the sentence's last."""
    ends = {
        i: d.date
        for i, d in enumerate(reading.dates)
        if _is_end(reading, d) and not _is_of_part(reading, i, mark)
    }
    if mark and len(ends) > 1:
        own = re.split(r"<M\d+>", reading.full.partition(mark)[2], maxsplit=1)[0]
        after = [int(i) for i in re.findall(r"<D(\d+)>", own) if int(i) in ends]
        if after:
            return ends[next((i for i in after if _is_extended(reading, i)), after[0])]
    return list(ends.values())[-1] if ends else None


_AT_A_DATE = frozenset({
    Measure.VALUE, Measure.RECOGNISED, Measure.COMMITTED, Measure.SHARE,
})  # fmt: skip

_EARLIER_DAYS = 300


def is_of_earlier_report(reading: Reading) -> bool:
    """Whether a filing's sentence only gives a balance of an earlier year, shown to compare."""
    close = reading.document.period_end
    ends = [d.date.last_day() for d in reading.dates if d.cue in {"as_of", "end", "event", ""}]
    words = reading.text.lower()
    if reading.is_news or close is None or not ends or not re.search(r"\bas of\b|\bended\b", words):
        return False
    return (close.first_day() - max(ends)).days > _EARLIER_DAYS


_TRADES_WITH = re.compile(r"^(?:an?|its|one) (?:[a-z-]+ )*(?:customer|client|tenant|landlord)$")
"""Whom another party counts so: "the startup, which counts Meridian as a customer, raised"."""
_OFFICE = re.compile(
    r"\b(?:(?:co-?)?founder|CEO|CFO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hair(?:wo)?man|"
    r"[Pp]resident|billionaire|entrepreneur|tycoon|financier|banker|executive)s? $"
)


def _is_usable(
    reading: Reading,
    sources: list[Mention],
    targets: list[Mention],
    *,
    has_figure: bool,
    is_trade: bool,
) -> bool:
    """Two different sides, at least one with a name; without a figure, in a filing, both."""
    if not sources or not targets:
        return False
    if not has_figure and not reading.is_news and any(m.is_unnamed for m in sources + targets):
        return False
    if all(m.is_unnamed for m in sources) and any(m.kind in BANKS for m in targets):
        return False  # a bank that "arranged a loan" did not borrow it
    if any(_OFFICE.search(reading.text, 0, max(0, m.start)) for m in targets if m.start >= 0):
        return False  # "its founder Ada Ferrow raised ..." tells of a person
    if any(_STAFF.match(reading.text, m.end) for m in sources + targets if m.start >= 0):
        return False
    names = {plain_name(m.name) for m in sources} & {plain_name(m.name) for m in targets}
    if is_trade:
        names |= {m.name for m in targets if any(_is_longer(s.name, m.name) for s in sources)}
    both_hidden = all(m.is_unnamed for m in sources) and all(m.is_unnamed for m in targets)
    return not names and not both_hidden


_STAFF = re.compile(r"(?:['’]s)? (?:current |former )?(?:employees?|staff|workers?|executives?)\b")
"""After such words a company's people act, not it."""
_GROUP = re.compile(r"(?: (?:group|holdings?|company|global|international|technolog(?:y|ies)))+")


def _is_longer(left: str, right: str) -> bool:
    """Whether one of two names is only the other's full form: "Lumen" and "Lumen Group"."""
    short, long = sorted((plain_name(left), plain_name(right)), key=len)
    return long.startswith(f"{short} ") and bool(_GROUP.fullmatch(long, len(short)))


_PAID_TOGETHER = frozenset({
    InstrumentId.EQUITY, InstrumentId.CONVERTIBLE, InstrumentId.LOAN, InstrumentId.ACQUISITION,
})  # fmt: skip
_EACH = re.compile(r"<P\d+>,? (?:(?:have|has|had|will|would|agreed to|plan to|to) )*each (?!other)")
"""In "Alder and Corvid each lent $10 million" the figure is no total."""
_TOGETHER = re.compile(
    r"\b(?:collectively|together|jointly|combined|in (?:the )?aggregate),? (?:\w+ )?"
    r"(?:own|hold|control|ha(?:ve|d)\b|held|represent)|\b(?:own|hold|held|control)\w* "
    r"(?:collectively|together|jointly|a combined|a total of|an aggregate)\b"
)


def _hold_together(reading: Reading, sources: list[Mention]) -> bool:
    """Whether several are told to hold a share together: it is no single one's."""
    told = len(sources) > 1 and _TOGETHER.search(reading.text)
    return bool(told) and not _EACH.search(reading.plain)


def build(
    reading: Reading,
    label: str,
    *,
    instrument: InstrumentId,
    sources: list[Mention],
    targets: list[Mention],
    status: Status,
    amount: Amount | None = None,
    measure: Measure = Measure.HEADLINE,
    share: re.Match[str] | str | None = None,
    obligor: Mention | None = None,
    confidence: Confidence = Confidence.LIKELY,
    is_increment: bool = False,
    is_joint: bool = False,
    end: int | None = None,
    is_bare_fine: bool = False,
    mark: str = "",
) -> Iterator[Claim]:
    """Claims for two sides of a sentence; a group with one total gives each member and the group.

    `mark` is the figure's, where the sentence may tell an end of each. `is_bare_fine` lets a dated
    contract with a withheld customer pass without a figure. The members' own parts are not stated,
    so they carry no amount; the total stands with an unnamed consortium.
    """
    has_figure, is_trade = (
        bool(amount or share or is_bare_fine),
        instrument in TRADED | {InstrumentId.LEASE},
    )
    if not _is_usable(reading, sources, targets, has_figure=has_figure, is_trade=is_trade):
        return
    is_joint_share = share is not None and amount is None and _hold_together(reading, sources)
    if is_joint_share or (measure in _AT_A_DATE and is_of_earlier_report(reading)):
        return
    if instrument is InstrumentId.EQUITY and any(_TRADES_WITH.search(t.name) for t in targets):
        return
    if amount is not None and instrument in _PAID_TOGETHER:
        sources = whole_list(reading, sources, targets)
    if instrument is InstrumentId.LOAN and all(s.is_unnamed for s in sources):
        targets = [t for t in targets if not is_bank(t)]
    fraction = reading.percents[int(share[2:-1])] if isinstance(share, str) else None
    shown = amount or undisclosed()
    joint = amount is not None and (is_joint or len(sources) > 1 or len(targets) > 1)
    joint = joint and not _EACH.search(reading.plain)
    sides: list[tuple[Mention, Mention, Amount]] = [
        (s, t, undisclosed(shown.currency) if joint else shown)
        for s in sources
        for t in targets
        if not (joint and s.is_unnamed)
    ]
    if joint and (is_joint or len(sources) > 1) and len(targets) == 1 and not targets[0].is_unnamed:
        sides.append((unnamed_mention("consortium"), targets[0], shown))
    if fraction is not None and amount is None:
        sides = [(s, t, share_amount(fraction.qualifier)) for s, t, _ in sides]
    for source, target, figure in sides:
        parties: list[PartyMention] = [source.as_party(Role.SOURCE), target.as_party(Role.TARGET)]
        if obligor:
            parties.append(obligor.as_party(Role.OBLIGOR))
        disclosed = figure.is_disclosed
        yield make_claim(
            reading.document,
            label,
            (reading.start, end or reading.end),
            instrument,
            tuple(parties),
            figure,
            measure_of(measure, figure) if disclosed or fraction else _bare(measure),
            status,
            share=fraction.fraction if fraction else None,
            confidence=confidence,
            agreed_on=event_date(reading),
            ends_on=_end_date(reading, mark or _mark_of(reading, amount)),
            is_increment=is_increment,
            entry=reading.entry,
        )


def retold(
    claim: Claim,
    told: Reading,
    start: int,
    amount: Amount,
    measure: Measure = Measure.HEADLINE,
    *,
    ends_on: PartialDate | None = None,
    agreed_on: PartialDate | None = None,
    note: str = "",
) -> Claim:
    """The claim again, with the amount that the sentence `told` gives, quoted from `start`."""
    return make_claim(
        told.document,
        claim.pattern,
        (start, told.end),
        claim.instrument,
        claim.parties,
        amount,
        measure,
        claim.status,
        confidence=claim.confidence,
        agreed_on=agreed_on or claim.agreed_on,
        ends_on=ends_on,
        entry=told.entry,
        note=note,
    )


def share_amount(qualifier: Qualifier) -> Amount:
    """No money, but "about", "at least" and "from 30% to 33%" are kept of the percentage."""
    if qualifier in {Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.RANGE}:
        return Amount(low=None, high=None, qualifier=qualifier)
    return undisclosed()


def _bare(measure: Measure) -> Measure:
    """Without a figure there is no ceiling or balance to speak of."""
    return measure if measure in {Measure.SHARE, Measure.VALUE} else Measure.HEADLINE
