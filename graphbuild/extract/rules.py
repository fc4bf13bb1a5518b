"""Rules: a template of marked words in, claims out. The engine of every prose pattern.

Lives here: the template language, choosing parties, making claims of a match. Not here: any
instrument's wording (one module each), the marks themselves (`reading`).

A template is a regular expression with these names: ``{s}`` source, ``{t}`` target, ``{o}`` obligor (each a
party or a list "A, B and C"), ``{m}`` an amount with the small words before it, ``{m2}`` the same in
a second branch of a template, ``{share}`` a percentage, ``{aux}`` auxiliary words, ``{gap}`` up to 60 characters without a mark, ``{wide}`` up to 110 with
marks allowed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graphbuild.extract.base import Context, Pattern, make_claim
from graphbuild.extract.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.reading import Reading, readings
from graphbuild.extract.wording import AUXILIARY, is_conditional, measure_of, status_of
from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, undisclosed
from graphbuild.records.period import PartialDate

ANTECEDENT = "antecedent"
"""As a rule's `source` or `target`: the one other party the paragraph has named so far."""
ROUND = "round"
"""As a rule's `target`: the company whose funding round the item's headline tells of."""
FILER = "filer"
"""As a rule's `source` or `target`: the filer, where the sentence does not name that side."""

_PARTY = r"<P\d+>"
_MORE = rf"(?:(?:the|certain|its|also|existing|new|funds|managed|by|affiliates|of)\s)*{_PARTY}"
_LIST = (
    rf"{_PARTY}(?:'s)?(?:(?:, {_MORE})+(?:,? and |,? & ){_MORE}|(?: and | & | as "
    rf"well as ){_MORE})?"
)
_DESCRIBED = (
    r"(?:(?:the|an?|its|their|rival|fellow|fund|funds|startup|start-up|AI|"
    r"artificial|intelligence|chip|chips"
    r"|maker|makers|chipmaker|cloud|giant|company|companies|firm|developer|provider|"
    r"lab|operator|miner|bitcoin|"
    r"unit|affiliates?|subsidiary|subsidiaries|wholly|owned|of|neocloud|computing|"
    r"data|cent(?:er|re)|private|"
    r"investors?|including|special|purpose|vehicle|entity|newly|formed|several|"
    r"certain|group|investor|tech|"
    r"technology|software|parent|partner|space|robotics|model|new|joint|venture|"
    r"backers?|such|as)[ -])*"
)
_SMALL = (
    r"(?:(?:an?|the|its|their|total|totaling|totalling|aggregate|initial|cash|gross|"
    r"net|combined|proceeds|amount|amounts|sum"
    r"|investment|consideration|principal|purchase|price|of|in|for|new|planned|"
    r"proposed|further|first|second|third"
    r"|value|valued|at|worth|approximate|estimated|with|face|size|multi-year|record|"
    r"massive|strategic|equal|to|"
    r"upsized|maximum|overall|and|up|as|much|roughly|original|minimum|contract|"
    r"commitments?|borrowings?|capacity|"
    r"commitment|funding|financing|by|from|another|<P\d+>'s|multi-year|\w+-(?:year|"
    r"month|day)),?\s)*"
)
_NAMES = {
    "{s}": rf"{_DESCRIBED}(?P<source>{_LIST})",
    "{s1}": rf"{_DESCRIBED}(?P<first>{_PARTY})",
    "{t}": rf"{_DESCRIBED}(?P<target>{_LIST})",
    "{o}": rf"{_DESCRIBED}(?P<obligor>{_PARTY})",
    "{members}": rf"{_DESCRIBED}(?P<member>{_LIST})",
    "{b}": rf"{_DESCRIBED}(?P<beneficiary>{_PARTY})",
    "{m}": rf"{_SMALL}(?P<amount><M\d+>)",
    "{m2}": rf"{_SMALL}(?P<amount2><M\d+>)",
    "{share}": r"(?:an? |the )?(?:approximate |additional |remaining )?(?P<share><S\d+>)",
    "{aux}": rf"(?P<aux>{AUXILIARY}{{0,9}})",
    "{aux2}": rf"(?P<aux2>{AUXILIARY}{{0,9}})",
    "{gap}": r"(?:[^<>;]|<P\d+>'s){0,60}?",
    "{wide}": r"[^;]{0,160}?",
}


def expand(template: str) -> str:
    """The regular expression a template stands for."""
    for name, expression in _NAMES.items():
        if template.startswith(name):
            # A subject needs no words before it, and a literal first character makes search fast.
            expression = expression.removeprefix(_DESCRIBED)
        template = template.replace(name, expression)
    return template


@lru_cache(maxsize=512)
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(expand(template))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One wording of one instrument.

    Parameters
    ----------
    cue : a cheap lower-case word or expression the sentence must hold before the template is tried.
    status : what the bare verb means; auxiliary words may change it.
    source, target : the label of a withheld party where the sentence names none, or `FILER`.
    instrument_of : chooses the instrument by the sentence's own words, else `instrument`.
    on_full : match the unsimplified text (for "X-owned Y").
    where : "news", "filing", "headline" or "" for everywhere.
    looks_ahead : take the contract's value from the words after the match (`money_after`).
    is_joint : the named sources are only some of those who share the amount ("led by").
    shares_words : other rules may read the same words for another amount.
    only_dated : in a filing, a claim without a figure must tell when it happened.
    hidden_target : the target must be one the words do not name ("a new company").
    is_bare_fine : in a filing, a withheld party and no figure together still make a claim.
    present : what the verb means in the present tense of headlines ("acquires" is signed).
    only_named : both sides must have a name.
    only_organisations : in a filing, both sides must be organisations beyond doubt, not people.
    needs, refuses : what the sentence must or must not say, in any place.
    """

    name: str
    instrument: InstrumentId
    cue: str
    template: str
    measure: Measure = Measure.HEADLINE
    status: Status = Status.FUNDED
    source: str = ""
    target: str = ""
    instrument_of: Callable[[str], InstrumentId] | None = None
    on_full: bool = False
    where: str = ""
    needs: str = ""
    refuses: str = ""
    keep_status: bool = False
    needs_amount: bool = False
    looks_ahead: bool = False
    is_joint: bool = False
    shares_words: bool = False
    only_dated: bool = False
    hidden_target: bool = False
    only_named: bool = False
    is_bare_fine: bool = False
    present: Status | None = None
    only_organisations: bool = False
    confidence: Confidence = Confidence.LIKELY

    def applies(self, reading: Reading, lowered: str) -> bool:
        """The cheap tests."""
        if self.where == "news" and not reading.is_news:
            return False
        if self.where == "filing" and reading.is_news:
            return False
        if self.where == "headline" and not reading.is_headline:
            return False
        if not _compiled(self.cue).search(lowered):
            return False
        if self.needs and not _compiled(self.needs).search(lowered):
            return False
        return not (self.refuses and _compiled(self.refuses).search(lowered))


def _groups(match: re.Match[str]) -> dict[str, str | None]:
    """The match's groups; a second branch's "amount2" counts as "amount"."""
    groups = match.groupdict()
    for name in [name for name in groups if name.endswith(("2", "3"))]:
        groups[name[:-1]] = groups.get(name[:-1]) or groups[name]
    return groups


def mentions_in(reading: Reading, text: str | None) -> list[Mention]:
    """The parties whose marks the text holds, in order."""
    if not text:
        return []
    return [reading.parties[int(i)] for i in re.findall(r"<P(\d+)>", text)]


def _side(
    reading: Reading, groups: dict[str, str | None], side: str, default: str
) -> list[Mention]:
    """The parties on one side: those matched, else the rule's default."""
    found = mentions_in(reading, groups.get(side))
    if len(found) > 1 and any(not mention.is_unnamed for mention in found):
        found = [mention for mention in found if not mention.is_unnamed]
    if found or not default:
        return found
    if default == FILER:
        return [filer_mention(reading.filer)] if reading.filer else []
    if default == ROUND:
        return [reading.raiser] if reading.raiser else []
    if default == ANTECEDENT:
        return [reading.antecedent] if reading.antecedent else []
    if default == "lenders" and reading.lender and _speaks_of(reading.lender, reading):
        return [reading.lender]
    return [unnamed_mention(default)]


def _speaks_of(lender: Mention, reading: Reading) -> bool:
    """Whether the sentence refers back to the lender's facility, or stands under its name."""
    return bool(_REFERS_BACK.search(reading.text)) or lender.name in reading.heading


_REFERS_BACK = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|under our) (?:[A-Z][\w ]{0,30})?(?:Facility|"
    r"Credit Agreement|Loan Agreement|Term Loan|Line of Credit|Credit Line|facility|"
    r"loan)\b"
)


def amount_of(reading: Reading, mark: str | None) -> Amount | None:
    """The amount behind a mark such as "<M0>"."""
    return reading.money[int(mark[2:-1])].amount if mark else None


def _event_date(reading: Reading) -> PartialDate | None:
    """The first date told as the time of an event, or of a balance."""
    return next((d.date for d in reading.dates if d.cue in {"event", "as_of"}), None)


def _end_date(reading: Reading) -> PartialDate | None:
    ends = [d.date for d in reading.dates if d.cue == "end"]
    return ends[-1] if ends else None


_AT_A_DATE = frozenset({
    Measure.VALUE, Measure.RECOGNISED, Measure.COMMITTED, Measure.SHARE,
})  # fmt: skip
_EARLIER_DAYS = 300


def _is_of_earlier_report(reading: Reading) -> bool:
    """Whether a filing's sentence only gives a balance of an earlier year, shown to compare."""
    close = reading.document.period_end
    ends = [d.date.last_day() for d in reading.dates if d.cue in {"as_of", "end", "event", ""}]
    if reading.is_news or close is None or not ends or "as of" not in reading.text.lower():
        return False
    return (close.first_day() - max(ends)).days > _EARLIER_DAYS


def _is_usable(
    reading: Reading, sources: list[Mention], targets: list[Mention], *, has_figure: bool
) -> bool:
    """Two different sides, at least one with a name; without a figure, in a filing, both."""
    if not sources or not targets:
        return False
    if not has_figure and not reading.is_news and any(m.is_unnamed for m in sources + targets):
        return False
    names = {m.name.lower() for m in sources} & {m.name.lower() for m in targets}
    both_hidden = all(m.is_unnamed for m in sources) and all(m.is_unnamed for m in targets)
    return not names and not both_hidden


_PRESENT = re.compile(r"\b(?:acquires|buys|takes|invests|purchases|makes)\b")


def _shown_status(rule: Rule, match: re.Match[str], reading: Reading) -> Status | None:
    groups = _groups(match)
    before = match.string[: match.start()]
    if is_conditional(before):
        return None
    if rule.keep_status:
        return rule.status
    default = rule.status
    if rule.present and _PRESENT.search(match.group()):
        default = rule.present
    return status_of(groups.get("aux") or "", reading.text, default, is_news=reading.is_news)


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
) -> Iterator[Claim]:
    """Claims for two sides of a sentence; a group with one total gives each member and the group.

    `is_bare_fine` lets a dated contract with a withheld customer pass without a figure. The members' own parts are not stated, so they carry no amount; the total stands with an unnamed
    consortium.
    """
    if not _is_usable(reading, sources, targets, has_figure=bool(amount or share or is_bare_fine)):
        return
    if measure in _AT_A_DATE and _is_of_earlier_report(reading):
        return
    fraction = reading.percents[int(share[2:-1])] if isinstance(share, str) else None
    shown = amount or undisclosed()
    joint = amount is not None and (is_joint or len(sources) > 1 or len(targets) > 1)
    sides: list[tuple[Mention, Mention, Amount]] = [
        (s, t, undisclosed(shown.currency) if joint else shown)
        for s in sources
        for t in targets
        if not (joint and s.is_unnamed)
    ]
    if joint and (is_joint or len(sources) > 1) and len(targets) == 1:
        sides.append((unnamed_mention("consortium"), targets[0], shown))
    if fraction is not None and amount is None:
        sides = [(s, t, _share_amount(fraction.qualifier)) for s, t, _ in sides]
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
            agreed_on=_event_date(reading),
            ends_on=_end_date(reading),
            is_increment=is_increment,
            entry=reading.entry,
        )


def _share_amount(qualifier: Qualifier) -> Amount:
    """No money, but "about" and "at least" before the percentage are kept."""
    if qualifier in {Qualifier.ABOUT, Qualifier.AT_LEAST}:
        return Amount(low=None, high=None, qualifier=qualifier)
    return undisclosed()


def _bare(measure: Measure) -> Measure:
    """Without a figure there is no ceiling or balance to speak of."""
    return measure if measure in {Measure.SHARE, Measure.VALUE} else Measure.HEADLINE


def claims_of(rule: Rule, match: re.Match[str], reading: Reading, label: str) -> Iterator[Claim]:
    """The claims one match of one rule makes."""
    groups = _groups(match)
    status = _shown_status(rule, match, reading)
    if rule.looks_ahead and not groups.get("amount"):
        groups["amount"] = money_after(match.string, match.end()) or None
    amount = amount_of(reading, groups.get("amount"))
    if status is None or (rule.needs_amount and amount is None):
        return
    sources = _side(reading, groups, "source", rule.source)
    sources += mentions_in(reading, groups.get("member"))
    targets = _side(reading, groups, "target", rule.target)
    obligors = mentions_in(reading, groups.get("obligor"))
    beneficiaries = mentions_in(reading, groups.get("beneficiary"))
    if obligors:
        targets = beneficiaries or obligors
    if rule.hidden_target and not all(mention.is_unnamed for mention in targets):
        return
    if rule.only_named and any(mention.is_unnamed for mention in sources + targets):
        return
    if not reading.is_news and not _fits_filing(rule, reading, sources + targets, amount):
        return
    instrument = rule.instrument
    if rule.instrument_of:
        instrument = rule.instrument_of(match.group())
        if instrument is InstrumentId.PURCHASE_COMMITMENT:
            instrument = rule.instrument_of(match.string)
    mark = groups.get("amount")
    yield from build(
        reading,
        label,
        instrument=instrument,
        sources=sources,
        targets=targets,
        status=status,
        amount=amount,
        measure=rule.measure,
        share=groups.get("share"),
        obligor=obligors[0] if obligors else None,
        confidence=rule.confidence,
        is_increment=bool(mark and reading.money[int(mark[2:-1])].is_additional),
        is_joint=rule.is_joint,
        is_bare_fine=rule.is_bare_fine,
    )


def _fits_filing(
    rule: Rule, reading: Reading, mentions: list[Mention], amount: Amount | None
) -> bool:
    """Stricter tests for filings, which name many deals only to explain something else."""
    if rule.only_dated and amount is None and not any(d.cue == "event" for d in reading.dates):
        return False
    return not (rule.only_organisations and any(m.is_weak or m.is_unnamed for m in mentions))


def rule_pattern(name: str, version: int, rules: tuple[Rule, ...]) -> Pattern:
    """A pattern that tries its rules on every reading; the first rule that takes an amount has it."""
    label = f"{name}/{version}"

    def find(document: Document, context: Context) -> Iterator[Claim]:
        for reading in readings(document, context):
            yield from apply_rules(rules, reading, label)

    return Pattern(name=name, version=version, find=find)


_NO_STATEMENT = re.compile(
    r"\b(?:hypothetical|[Ff]or example|[Ff]or instance|would (?:increase|decrease|"
    r"reduce)|assumes? that|sensitivity)\b"
)


def has_no_statement(reading: Reading) -> bool:
    """Whether a filing's sentence only supposes: examples, sensitivities, hypothetical changes."""
    return not reading.is_news and bool(_NO_STATEMENT.search(reading.text))


_VALUE_CUE = re.compile(
    r"(?:\b(?:for|of|at|totaling|totalling|worth|value|valued at|valuing it at|"
    r"consideration|price|payments?|revenues?|amount|proceeds|rent|cost|maximum|cap|"
    r"capped at|with|"
    r"pay|paying|paid|invest|invested|by|approximately|aggregate|exceeding|"
    r"represents|representing|is)\b)(?:[^<>;]|<P\d+>(?:'s)?){0,45}?(?P<mark><M\d+>)("
    r"?! (?:prepayment|deposit|down))"
)
_DEAL_AFTER = re.compile(
    r"\bin (?:an? |the )?(?P<mark><M\d+>) (?:[a-z-]+ ){0,2}(?:deal|bet|transaction|"
    r"buyout|takeover|acquisition)"
)
_REVENUE_AFTER = re.compile(
    r"(?P<mark><M\d+>) (?:in|of) (?:total |aggregate |expected |anticipated "
    r")?contract(?:ed)? (?:lease )?(?:revenue|value)"
)
_PART_CUE = re.compile(
    r"(?:includ\w+|of which|prepay\w*|deposit\w*|net of|plus|bonus|fee)\b[^<>]{0,30}"
    r"$"
)


def money_after(text: str, position: int, reach: int = 220) -> str:
    """The mark of the first amount after a place that the words make the contract's value, or ""."""
    told = _REVENUE_AFTER.search(text, position, position + reach) or _DEAL_AFTER.search(
        text, position, position + reach
    )
    if told:
        return told.group("mark")
    for match in _VALUE_CUE.finditer(text, position, position + reach):
        if not _PART_CUE.search(text[position : match.start("mark")]):
            return match.group("mark")
    return ""


def apply_rules(rules: tuple[Rule, ...], reading: Reading, label: str) -> Iterator[Claim]:
    """Claims of one reading, in the order of the rules; overlapping matches give way."""
    if has_no_statement(reading):
        return
    lowered, lowered_full = reading.plain.lower(), reading.full.lower()
    taken: list[tuple[int, int]] = []
    amounts: set[str] = set()
    for rule in rules:
        if not rule.applies(reading, lowered_full if rule.on_full else lowered):
            continue
        text = reading.full if rule.on_full else reading.plain
        for match in _compiled(rule.template).finditer(text):
            mark = _groups(match).get("amount") or ""
            if mark in amounts or (
                not rule.on_full and any(a < match.end() and match.start() < b for a, b in taken)
            ):
                continue
            claims = tuple(claims_of(rule, match, reading, label))
            if claims:
                ahead = money_after(text, match.end()) if rule.looks_ahead and not mark else mark
                if not rule.shares_words:
                    taken.append(match.span())
                amounts |= {ahead} - {""}
                yield from claims
