"""Rules: a template of marked words in, claims out. What every prose pattern is made of.

Lives here: the template language, choosing parties, making claims of a match. Not here: any
instrument's wording (one module each), trying rules on a text (`ruling`), the marks themselves
(`reading`).

A template is a regular expression with these names: ``{s}`` source, ``{t}`` target, ``{o}``
obligor (each a party or a list "A, B and C"), ``{m}`` an amount with the small words before it,
``{m2}`` the same in a second branch of a template, ``{share}`` a percentage, ``{aux}`` auxiliary
words, ``{gap}`` up to 60 characters without a mark, ``{wide}`` up to 110 with marks allowed. A
group "again" names the source once more: another party there is no match.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphbuild.extract.grammar.goods import sold_by
from graphbuild.extract.grammar.instrument_sets import LENT
from graphbuild.extract.grammar.parties import Mention, filer_mention, unnamed_mention
from graphbuild.extract.grammar.wording import SAME_NOTES
from graphbuild.extract.sentences.claiming import (
    amount_of,
    build,
    is_added,
    mentions_in,
    shares_with_others,
)
from graphbuild.extract.sentences.contract_value import money_after
from graphbuild.extract.sentences.reading import Reading, tells_today
from graphbuild.extract.sentences.sides import (
    acting_subsidiary,
    fund_of,
    headed_of,
    is_leader,
    lender_first,
    of_new_clause,
    other_company,
    part_sold,
    speaks_of,
    subject_side,
    venture_of,
)
from graphbuild.extract.sentences.stages import measure_told, stage_of
from graphbuild.extract.sentences.templates import compiled
from graphbuild.records.claim import Claim, Confidence, Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, up_to

ANTECEDENT = "antecedent"
"""As a rule's `source` or `target`: the one other party the paragraph has named so far."""
FUND = "fund"
"""As a rule's `target`: the fund that the paragraph named last."""
OTHER = "other"
"""As a rule's `target`: the one other company that the sentence names."""
PARTS = "parts"
"""As a rule's `target`: the vehicle, or else the company, whose financing the story tells of."""
HEADED = "headed"
"""As a rule's `target`: the company whose papers the section's heading speaks of."""
ROUND = "round"
"""As a rule's `target`: the company whose funding round the item's headline tells of."""
SUBJECT = "subject"
"""As a rule's `source` or `target`: the filer; in a report the company the sentence is about."""
TOPIC = "topic"
"""As a rule's `target`: in a report, whom the sentence before was about."""
VENTURE = "venture"
"""As a rule's `target`: the joint venture or vehicle the story has told of, without a name."""
FILER = "filer"
"""As a rule's `source` or `target`: the filer, where the sentence does not name that side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One wording of one instrument.

    Rules of a module that share fields are made by a `partial` of this class, which states once
    what they share. A rule that gives no status tells of money that flowed or a thing that is.

    Parameters
    ----------
    cue : a cheap lower-case word or expression the sentence must hold before the template is
    tried.
    status : what the bare verb means; auxiliary words may change it.
    source, target : the label of a withheld party where the sentence names none, or `FILER`.
    instrument_of : chooses the instrument by the sentence's own words, else `instrument`.
    on_full : match the unsimplified text (for "X-owned Y").
    where : "news", "filing", "headline" or "" for everywhere.
    looks_ahead : take the contract's value from the words after the match (`money_after`).
    is_joint : the named sources are only some of those who share the amount ("led by").
    shares_words : other rules may read the same words for another amount.
    only_dated : in a filing, a claim without a figure must tell when it happened.
    hidden_source : the source must be one the words do not name ("the underwriters").
    hidden_target : the target must be one the words do not name ("a new company").
    is_bare_fine : in a filing, a withheld party and no figure together still make a claim.
    present : what the verb means in the present tense of headlines ("acquires" is signed).
    only_named : both sides must have a name.
    role : what a withheld party that the template calls "role" must be ("investors").
    only_organisations : in a filing, both sides must be organisations beyond doubt, not people.
    target_kinds : what the target must be known to be ("hyperscaler"); empty for anything.
    is_target_sure : the target must be an organisation beyond doubt, also in a report.
    needs, refuses : what the sentence must or must not say, in any place.
    says : what it must say as it stands, before marks take the place of words.
    around : what its paragraph must say.
    smallest : smaller figures are prices, or leave out "in thousands": no claim.
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
    says: str = ""
    around: str = ""
    smallest: int = 0
    keep_status: bool = False
    needs_amount: bool = False
    looks_ahead: bool = False
    is_joint: bool = False
    shares_words: bool = False
    only_dated: bool = False
    hidden_source: bool = False
    hidden_target: bool = False
    only_named: bool = False
    role: str = ""
    target_kinds: frozenset[str] = frozenset()
    is_target_sure: bool = False
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
        if not compiled(self.cue).search(lowered):
            return False
        if self.needs and not compiled(self.needs).search(lowered):
            return False
        if self.says and not compiled(self.says).search(reading.text.lower()):
            return False
        if self.around and not compiled(self.around).search(paragraph_of(reading)):
            return False
        return not (self.refuses and compiled(self.refuses).search(lowered))

    def is_of_others(self) -> bool:
        """Whether, in a filing, the words must mention somebody besides the filer.

        A withheld party, and one carried over from earlier sentences, need no mention.
        """
        may_be_borrower = self.target == FILER and self.instrument in LENT
        return {self.source, self.target} <= {"", FILER, SUBJECT, ROUND} and not may_be_borrower


def paragraph_of(reading: Reading) -> str:
    """The paragraph of a sentence, in small letters."""
    text = reading.document.text
    end = text.find("\n", reading.end)
    return text[reading.paragraph : end if end > 0 else len(text)].lower()


def named_groups(match: re.Match[str]) -> dict[str, str | None]:
    """The match's groups; a second branch's "amount2" counts as "amount"."""
    groups = match.groupdict()
    for name in [name for name in groups if name.endswith(("2", "3", "4", "5"))]:
        groups[name[:-1]] = groups.get(name[:-1]) or groups[name]
    return groups


def _side(
    reading: Reading,
    groups: dict[str, str | None],
    side: str,
    default: str,
    instrument: InstrumentId,
) -> list[Mention]:
    """The parties on one side: those matched, else the rule's default."""
    found = mentions_in(reading, groups.get(side))
    if len(found) > 1 and any(not mention.is_unnamed for mention in found):
        found = [mention for mention in found if not mention.is_unnamed]
    if default == "noteholders" and all(mention.is_unnamed for mention in found):
        found = []  # "sold notes to institutional investors" names nobody
    if found or not default:
        return found
    is_borrower = default == FILER and side == "target" and instrument in LENT
    if is_borrower and (acting := acting_subsidiary(reading) or reading.before.borrower):
        return [acting]
    if default == FILER:
        return [filer_mention(reading.filer)] if reading.filer else []
    if default == SUBJECT:
        return subject_side(reading)
    if default == OTHER:
        return other_company(reading, groups)
    if default in _OF_STORY:
        return [one] if (one := _OF_STORY[default](reading)) else []
    lender = reading.before.lender if default == "lenders" else None
    if lender and speaks_of(lender, reading):
        return [lender]
    return [unnamed_mention(default)]


_OF_STORY: dict[str, Callable[[Reading], Mention | None]] = {
    TOPIC: lambda reading: reading.before.subject,
    VENTURE: venture_of,
    ROUND: lambda reading: reading.before.raiser,
    PARTS: lambda reading: reading.before.venture or reading.before.raiser,
    FUND: fund_of,
    HEADED: headed_of,
    ANTECEDENT: lambda reading: reading.before.antecedent,
}


_TERM_DEBT = re.compile(r"term loan|delayed[- ]draw|\bddtl\b|bridge", re.IGNORECASE)


def _instrument(rule: Rule, match: re.Match[str]) -> InstrumentId:
    """By the matched words; where these leave it open, by the whole sentence."""
    if rule.instrument_of is None:
        return rule.instrument
    found = rule.instrument_of(match.group())
    if found is InstrumentId.PURCHASE_COMMITMENT:
        return rule.instrument_of(match.string)
    if found is InstrumentId.BOND and SAME_NOTES.search(match.string, 0, match.start()):
        return InstrumentId.CONVERTIBLE
    if found is InstrumentId.LOAN and not _TERM_DEBT.search(match.string):
        whole = rule.instrument_of(match.string)
        return whole if whole is InstrumentId.REVOLVER else found
    return found


_MUTUAL = re.compile(
    r"(?<=> )(?:ha[sd] )?(?:sign|ink|agree|enter|clos|finali|negotiat|reach)\w* (?:[^;]*?) with <P"
)
"""Words of which lender and borrower may be the subject."""


def claims_of(rule: Rule, match: re.Match[str], reading: Reading, label: str) -> Iterator[Claim]:
    """The claims one match of one rule makes."""
    groups = named_groups(match)
    status = stage_of(
        match,
        reading,
        instrument=rule.instrument,
        bare=rule.status,
        present=rule.present,
        keeps=rule.keep_status,
        is_size=rule.measure is Measure.CEILING,
    )
    if rule.looks_ahead and not groups.get("amount"):
        groups["amount"] = money_after(match.string, match.end()) or None
    amount = _under_ceiling(amount_of(reading, groups.get("amount")), match)
    if status is None or (rule.needs_amount and amount is None):
        return
    if amount is not None and (amount.central or 0) < rule.smallest:
        return
    sources = _side(reading, groups, "source", rule.source, rule.instrument)
    sources = of_new_clause(match, "source", sources, reading)
    sources += mentions_in(reading, groups.get("member"))
    targets = _side(reading, groups, "target", rule.target, rule.instrument)
    targets = of_new_clause(match, "target", targets, reading)
    if _MUTUAL.search(match.group()):
        sources, targets = lender_first(sources, targets, rule.instrument)
    if rule.instrument is InstrumentId.ACQUISITION:
        targets = part_sold(match, targets)
    obligors = mentions_in(reading, groups.get("obligor"))
    beneficiaries = mentions_in(reading, groups.get("beneficiary"))
    if obligors:
        targets = beneficiaries or obligors
    roles = mentions_in(reading, groups.get("role"))
    again = {mention.name for mention in mentions_in(reading, groups.get("again"))}
    if not _may_stand(rule, sources, targets, roles) or again - {m.name for m in sources}:
        return
    if not reading.is_news and not _fits_filing(rule, reading, sources + targets, amount):
        return
    sellers = {target.kind for target in targets}
    instrument = sold_by(sellers, _instrument(rule, match), match.group())
    mark = groups.get("amount")
    is_more = rule.measure is Measure.CEILING and is_added(reading, mark)
    yield from build(
        reading,
        label,
        instrument=instrument,
        sources=sources,
        targets=targets,
        status=status,
        amount=amount,
        measure=Measure.COMMITTED if is_more else measure_told(match, status, rule.measure),
        share=groups.get("share"),
        obligor=obligors[0] if obligors else None,
        confidence=rule.confidence,
        is_increment=is_more or bool(mark and reading.money[int(mark[2:-1])].is_additional),
        is_joint=rule.is_joint
        or shares_with_others(reading, groups.get("source"))
        or is_leader(match),
        is_bare_fine=rule.is_bare_fine,
        mark=mark or "",
    )


def _may_stand(
    rule: Rule, sources: list[Mention], targets: list[Mention], roles: list[Mention]
) -> bool:
    """Whether the parties found are such as the rule wants on each side."""
    wrong = (
        any(not re.search(rule.role, mention.name) for mention in roles),
        rule.hidden_source and not all(mention.is_unnamed for mention in sources),
        rule.hidden_target and not all(mention.is_unnamed for mention in targets),
        rule.target_kinds and any(mention.kind not in rule.target_kinds for mention in targets),
        rule.is_target_sure and any(mention.is_weak for mention in targets),
        rule.only_named and any(mention.is_unnamed for mention in sources + targets),
    )
    return not any(wrong)


_CEILING_BEFORE = re.compile(r"\bup to (?:an? |the )[^<>;]{0,70}$")


def _under_ceiling(amount: Amount | None, match: re.Match[str]) -> Amount | None:
    """For "up to a maximum principal amount of $3 billion": the words stand far before it."""
    name = next((n for n in ("amount", "amount2") if match.groupdict().get(n)), None)
    if amount is None or name is None or amount.qualifier is not Qualifier.EXACT:
        return amount
    before = match.string[: match.start(name)]
    is_ceiling = _CEILING_BEFORE.search(before) and amount.point is not None
    return up_to(amount.point, amount.currency) if is_ceiling and amount.point else amount


def _fits_filing(
    rule: Rule, reading: Reading, mentions: list[Mention], amount: Amount | None
) -> bool:
    """Stricter tests for filings, which name many deals only to explain something else."""
    is_dated = any(d.cue == "event" for d in reading.dates) or tells_today(reading)
    if rule.only_dated and amount is None and not is_dated:
        return False
    return not (rule.only_organisations and any(_is_doubtful(m) for m in mentions))


def _is_doubtful(mention: Mention) -> bool:
    """Not surely an organisation; a joint venture is one, named or not."""
    return mention.is_weak or (mention.is_unnamed and "venture" not in mention.name.lower())
