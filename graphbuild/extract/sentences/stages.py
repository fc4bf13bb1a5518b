"""How far the deal of one match has come: planned, priced, agreed, closed.

Accepts: "Lumen priced $2 billion of notes" as signed, "completed our acquisition of Lumen" as done.
Refuses: "If Corvid acquired Lumen, ..." has no stage.

Lives here: the verb of the match and the words before it. Not here: auxiliary words alone
(`grammar.wording`), what later sentences say became of it (`consolidation.outcomes`).
"""

import re

from graphbuild.extract.grammar.instrument_sets import LENT, SOLD, TRADED
from graphbuild.extract.grammar.wording import is_conditional, measure_by, status_of
from graphbuild.extract.sentences.reading import Reading
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_PLANS = re.compile(
    r"\b(?:plans?|planning|readies|readying|negotiating|arranging|seeks?|seeking|considers?|"
    r"considering|talks|weighs?)\b"
)
_SET_TO = re.compile(r"\b[Ss]et to (?:[Rr]aise|[Bb]orrow|[Cc]lose|[Ff]inali[sz]e|[Ss]ecure)\b")
_CLOSE_OF = re.compile(r"\bthe (?:final )?(?:close|closing|completion) of\b")
_RAISED = re.compile(r"\b(?:[Rr]aise[sd]|[Ss]ells|[Ss]old)\b")
_UNDERWAY = re.compile(
    r"\b(?:is|are) (?:raising|leading|investing|backing|contributing|buying|purchasing)\b"
)
_LENT = re.compile(
    r"\b(?:clos(?:ed|es)|completed|established|secure[sd]|obtained|landed|borrowed|took|"
    r"raised|drew|received|led|locked in|got|won|lined up|nabbed|snagged|bagged|clinched|tapped)\b"
)
_PRESENT = re.compile(r"\b(?:acquires|acqui-?hires|buys|takes|invests|purchases|makes)\b")
_FORESEEN = re.compile(r"\b(?:expectation|expects?|expected|anticipates?|hopes?|proposed) that $")
_TALKED_OF = re.compile(
    r"\b(?:[Tt]alks|[Nn]egotiations|[Dd]iscussions|[Pp]lans?|[Pp]roposals?) "
    r"(?:about|on|over|for|of|regarding) (?:(?:an?|the|its|possible|potential|planned) )*$"
)
"""In "talks about a <M0> investment by <P0> in <P1>" nothing is paid yet."""
_IS_OVER = re.compile(
    r",? (?:[a-z-]+ ){0,4}?(?:ended|collapsed|failed|fallen through|fell through|broke(?:n)? "
    r"(?:down|off)|called off|scrapped|dropped|abandoned)\b"
)
_WISHED = re.compile(
    r"\b(?:urge[sd]?|ask(?:s|ed)?|press(?:es|ed)|push(?:es|ed)?|advise[sd]?|pressur(?:es|ed)|"
    r"encourage[sd]?|wants?|wanted|expects?|allow(?:s|ed)?|invited?|call(?:s|ed) on) $"
)
"""In "shareholders urged Corvid to buy Lumen" Corvid does nothing."""
_IS_OPINION = re.compile(r"\banalysts? (?:said|says?|wrote|noted|argued?|speculate[sd]?)\b")
_OPEN = re.compile(r"\b(?:could|may|might|should)\b")
_ALLOCATED = re.compile(r"\breceived (?:[a-z]+ )?allocations\b")
_PROMISED = re.compile(r"\b(?:has|have|had) (?:already |also )?(?:committed|pledged|agreed)\b")
_COMPLETED = re.compile(r"\b(?:completed|closed|consummated) (?:<P\d+>'s |its |our |the )?$")
_WAS_ABLE = re.compile(r"\b(?:completed|able to complete) (?:the|its|our) (?:acquisition|merger)\b")
_BOUGHT = re.compile(r"\bbought\b(?! back)")
_HAD_EFFECT = re.compile(
    r" (?:has |have )?(?:expanded|added|enabled|strengthened|broadened|extended|brought|gave|"
    r"doubled|increased|contributed|resulted in|accelerated)\b"
)
_UNDER_WAY = re.compile(
    r"\b(?:is|are) (?:being|acquiring|buying|taking|purchasing|selling|paying)\b"
)
_TO_BE_BOUGHT = re.compile(r"\bbe(?:ing)? bought\b")
_CLOSED_NEXT = re.compile(
    r"(?: for <M\d+>)?,? (?:(?:has|have|was|were|been) )*(?:closed|completed|finali[sz]ed|"
    r"consummated)\b"
)
_FAILED_NEXT = re.compile(
    r"(?: for <M\d+>)?,? (?:(?:has|have|had|was|were|been|later|then) )*(?:fell (?:through|apart)|"
    r"collapsed|(?:was|were|been) (?:scrapped|abandoned|called off|blocked|terminated))\b"
)
_TO_BUY = re.compile(r"(?:<P\d+>|\)),? to (?:buy|acquire|purchase|take over)\b")


_AMENDS = re.compile(
    r"\b(?:increased?|upsized?|expand(?:ed)?|reduced?) (?:the|its|our|<P\d+>'s) (?:[a-z-]+ ){0,3}?"
    r"(?:size|amount|number|limit|commitments?|capacity|facility|program)|"
    r"\bamended (?:the|its|our|<P\d+>'s) [^;]{1,80}? to (?:provide|increase|reduce|raise)\b|"
    r"\bas amended by this amendment\b"
)
_MEASURES = (
    (
        re.compile(r"\b(?:repurchased|redeemed|retired) <M\d+> (?:in )?(?:aggregate )?principal\b"),
        Measure.PAID,
        Measure.OUTSTANDING,
    ),
    (
        re.compile(r"\bof (?:their|its|the|an) options? to (?:purchase|buy) (?:an )?<M"),
        Measure.PAID,
        Measure.HEADLINE,
    ),
    (re.compile(r"\bagreed to (?:issue and )?sell \d[\d,]* "), Measure.CEILING, Measure.HEADLINE),
    (re.compile(r"\breceived a loan of\b"), Measure.CEILING, Measure.DRAWN),
    (re.compile(r"\b(?:commit\w+|obligat\w+) to spend\b"), Measure.HEADLINE, Measure.COMMITTED),
)


def measure_told(match: re.Match[str], status: Status, measure: Measure) -> Measure:
    """What the figure of a match counts, by its verb: a loan received is drawn, no ceiling."""
    for words, was, told in _MEASURES:
        if measure is was and words.search(match.group()):
            return told
    is_cash = status is Status.FUNDED and measure is Measure.HEADLINE
    if is_cash and _IN_CASH.search(match.group() + match.string[match.end() :][:9]):
        return Measure.PAID
    return measure_by(status, measure)


_IN_CASH = re.compile(r"\b(?:contribut|provid|invest)(?:ed|ing) <M\d+> in cash\b")


def stage_of(
    match: re.Match[str],
    reading: Reading,
    *,
    instrument: InstrumentId,
    bare: Status,
    present: Status | None,
    keeps: bool,
    is_size: bool,
) -> Status | None:
    """The status of a match, or ``None`` where it asserts nothing.

    Parameters
    ----------
    bare : what the rule's bare verb means; `present` the same in the present tense.
    keeps : the rule's words settle it: nothing but a condition or an amendment changes it.
    is_size : the figure is the size of a facility or programme, which may be amended.
    """
    before, words = match.string[: match.start()], match.group()
    if is_conditional(before):
        return None
    if is_size and _AMENDS.search(before[-60:] + words):
        return Status.AMENDED
    if reading.is_news and _TALKED_OF.search(before + ("for " if words.startswith("for ") else "")):
        is_over = _IS_OVER.match(match.string, match.end())
        return Status.TERMINATED if is_over else Status.RUMOURED
    if keeps:
        return bare
    if _FORESEEN.search(before):
        return Status.RUMOURED
    if instrument in LENT and _ALLOCATED.search(words):
        return Status.ANNOUNCED
    default = present if present and _PRESENT.search(words) else bare
    if reading.is_news:
        default = _reported(words, default, instrument)
    found = _by_auxiliary(match, reading, default)
    if found is None:
        return None
    if reading.is_news and _SET_TO.search(words):
        return Status.RUMOURED
    return _of_kind(match, reading, found, instrument=instrument, bare=bare)


def _by_auxiliary(match: re.Match[str], reading: Reading, default: Status) -> Status | None:
    """By the words around the verb; ``None`` for what others wish for or think possible."""
    auxiliary = match.groupdict().get("aux") or match.groupdict().get("aux2") or ""
    is_wish = auxiliary.startswith("to ") and _WISHED.search(match.string[: match.start()])
    if is_wish or (_OPEN.search(auxiliary) and _IS_OPINION.search(reading.text)):
        return None
    return status_of(auxiliary, reading.text, default, is_news=reading.is_news)


def _of_kind(
    match: re.Match[str],
    reading: Reading,
    found: Status,
    *,
    instrument: InstrumentId,
    bare: Status,
) -> Status:
    """What the status found comes to for a deal of this kind."""
    is_promise = bare is Status.SIGNED and instrument in TRADED
    if found is Status.FUNDED and (is_promise or _PROMISED.search(match.group())):
        return Status.SIGNED
    if instrument in _WILL_BE:
        return _of_terms(match, reading, found, bare)
    if instrument is InstrumentId.ACQUISITION:
        return _of_purchase(match, reading, found)
    if found not in {Status.FUNDED, Status.ANNOUNCED} or instrument not in SOLD:
        return found
    return _of_sale(match, reading, found)


def _reported(words: str, default: Status, instrument: InstrumentId) -> Status:
    """What a report's verb means where no auxiliary word stands before it."""
    if instrument in LENT and _LENT.search(words):
        return Status.FUNDED
    if _PLANS.search(words):
        return Status.RUMOURED
    is_underway = default is Status.FUNDED and _UNDERWAY.search(words)
    return Status.ANNOUNCED if is_underway else default


_WILL_BE = frozenset({
    InstrumentId.GUARANTEE, InstrumentId.WARRANT, InstrumentId.OWNERSHIP,
})  # fmt: skip
_IN_RETURN = re.compile(
    r"\b(?:[Ii]n (?:return|exchange)|[Aa]s part of (?:the|this|its) (?:[a-z]+ ){0,2}?(?:agreement|"
    r"deal|amendment|transaction|pact|contract))\b"
)
_WILL_HOLD = re.compile(r"\bwill (?:own|hold|retain|keep)\b")
_WILL_GUARANTEE = re.compile(r"\bwill be (?:[a-z]+ ){0,4}?guaranteed\b")
_GUARANTEES = re.compile(r"^(?:[Tt]he )?<P\d+>,? (?:[a-z]+ly,? (?:and )?)*guarantees\b")


def _of_terms(match: re.Match[str], reading: Reading, found: Status, bare: Status) -> Status:
    """Terms of an agreement made are agreed with it; a guarantee given is in force."""
    before, words = match.string[: match.start()], match.group()
    if found is Status.ANNOUNCED and (_IN_RETURN.search(before) or _WILL_HOLD.search(words)):
        return Status.SIGNED
    if found is Status.FUNDED and _WILL_GUARANTEE.search(words):
        return Status.SIGNED
    is_given = found is bare is Status.SIGNED and _GUARANTEES.search(words) and not reading.is_news
    return Status.FUNDED if is_given else found


def _of_purchase(match: re.Match[str], reading: Reading, found: Status) -> Status:
    """A purchase told as completed, or of the past, is done; one headlined is agreed."""
    before, words, after = match.string[: match.start()], match.group(), match.string[match.end() :]
    if _FAILED_NEXT.match(after):
        return Status.TERMINATED
    if found is Status.FUNDED and reading.is_news and _UNDER_WAY.search(words):
        return Status.SIGNED
    if found is Status.SIGNED and (
        _COMPLETED.search(before)
        or _WAS_ABLE.search(before)
        or _CLOSED_NEXT.match(after)
        or (_BOUGHT.search(words) and not reading.is_headline and not _TO_BE_BOUGHT.search(words))
        or ("'s acquisition of" in words and _HAD_EFFECT.match(after))
    ):
        return Status.FUNDED
    is_headlined = reading.is_headline and _TO_BUY.search(words)
    return Status.SIGNED if found is Status.ANNOUNCED and is_headlined else found


_IS_SOLD = re.compile(
    r"\b(?:sold|issued(?! a press)|closed|closes|completed|completes|rais(?:ed|es|ing)|placed)\b"
)
_IS_PLANNED = re.compile(
    r"\b(?:inten(?:ds?|tion) to|plans? to|proposes? to) (?:offer|issue|sell)\b|\b[Pp]roposed\b"
)
_IS_AGREED = re.compile(
    r"\bpric(?:e[sd]|ing)\b|\bdefinitive agreements?\b|\bagreed to (?:sell|issue)\b"
)
_IS_OFFERING = re.compile(r"\b(?:is|are) (?:concurrently )?offering\b")
_GRANTS = re.compile(r"\bgrant(?:s|ed|ing)?\b.*\boptions?\b")
_PRELIMINARY = re.compile(r"subject to completion|preliminary prospectus", re.IGNORECASE)


def _of_sale(match: re.Match[str], reading: Reading, found: Status) -> Status:
    """Securities are sold, priced, offered or only planned; without a verb, as told before."""
    words, is_bare = match.group(), not match.groupdict().get("aux")
    is_done = _CLOSE_OF.search(words) or (is_bare and _RAISED.search(words))
    if found is Status.ANNOUNCED and is_done:
        return Status.FUNDED
    if "aux" not in match.re.groupindex:
        words = match.string[max(0, match.start() - 300) : match.end()]
    has_rate = "<S" in words + match.string[match.end() :][:60]
    return _of_offering(words, reading, has_rate=has_rate) or found


def _of_offering(words: str, reading: Reading, *, has_rate: bool) -> Status | None:
    """How far an offering is, by its verb; nothing where the verb tells of money received."""
    agreed = Status.SIGNED
    if _PRELIMINARY.search(reading.document.text, 0, 600):
        agreed = Status.ANNOUNCED
    if _GRANTS.search(words):
        return agreed
    if _IS_SOLD.search(words):
        return None
    if _IS_AGREED.search(words):
        return Status.SIGNED
    if _IS_PLANNED.search(words):
        return Status.ANNOUNCED
    if _IS_OFFERING.search(words):
        return agreed if has_rate and not reading.is_news else Status.ANNOUNCED
    return None
