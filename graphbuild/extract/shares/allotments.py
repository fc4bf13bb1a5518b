"""Options of underwriters and initial purchasers to take more of what is offered.

Lives here: the rules, used by `offerings`. Not here: the offering itself (`offerings`, `notes`).
"""

import re
from dataclasses import replace

from graphbuild.extract.sentences.rules import FILER, SUBJECT, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NOTES = re.compile(r"\bnotes?\b|\bbonds?\b|debentures?", re.IGNORECASE)


def _offered(words: str) -> InstrumentId:
    """What the option is for: shares, notes, or notes that convert."""
    if not _NOTES.search(words):
        return InstrumentId.EQUITY
    return InstrumentId.CONVERTIBLE if "convert" in words.lower() else InstrumentId.BOND


def _offered_convertible(words: str) -> InstrumentId:
    return InstrumentId.CONVERTIBLE if _NOTES.search(words) else InstrumentId.EQUITY


def _rules(
    name: str, template: str, status: Status, target: str, measure: Measure
) -> tuple[Rule, Rule]:
    """Plain "Notes" convert where their paragraph has called them convertible."""
    plain = _rule(name, template, status, target, measure)
    return replace(plain, around=r"convertible", instrument_of=_offered_convertible), plain


def _rule(name: str, template: str, status: Status, target: str, measure: Measure) -> Rule:
    return Rule(
        name=name,
        instrument=InstrumentId.EQUITY,
        instrument_of=_offered,
        cue=r"options?\b",
        hidden_source=True,
        refuses=r"stock option|warrant|employee|incentive",
        template=template
        + r"(?:[^;<>]|<S\d+>|<D\d+>){0,90}?(?:[Nn]otes|[Bb]onds|[Ss]hares|[Ss]tock)",
        status=status,
        source="underwriters",
        target=target,
        measure=measure,
        needs_amount=True,
    )


ALLOTMENT_RULES: tuple[Rule, ...] = (
    *_rules(
        "option_granted",
        r"{t},? {aux}(?:grant(?:s|ed|ing)?|giv(?:e|es|ing)|gave) (?:to )?(?:the |an )?(?:initial )?"
        r"(?P<source><P\d+>),? (?:(?:of|in) (?:the|such) (?:[a-z]+ ){0,3}?(?:notes|offering|"
        r"shares) )?(?:an? )?(?:[0-9a-z-]+ ){0,2}?options?,?"
        r"(?:[^;<>]|<D\d+>){0,160}? to "
        r"(?:purchase|buy)(?:, [^<>;]{3,120},)? {m}",
        Status.SIGNED,
        FILER,
        Measure.CEILING,
    ),
    *(
        replace(rule, keep_status=True)
        for rule in _rules(
            "option_to_be_granted",
            r"{t},? (?:(?:also|has|have|it|today) ){0,2}(?:intends?|expects?|plans?) to (?:also "
            r")?grant (?:to )?(?:the )?(?:initial )?(?P<source><P\d+>)(?:(?!<M|<P)[^;]){0,220}? "
            r"to (?:purchase|buy),?(?:(?!<M|<P)[^;]){0,160}? ?{m}",
            Status.ANNOUNCED,
            FILER,
            Measure.CEILING,
        )
    ),
    replace(
        _rule(
            "option_for_shares",
            r"(?:(?:{t},? {aux}grant(?:s|ed|ing)?|(?P<target2><P\d+>),? {aux2}grant(?:s|ed|ing)?) "
            r"(?:the |an )?(?P<source><P\d+>)(?:(?!<M|<P)[^;]){0,60}?|(?P<source2><P\d+>),? "
            r"(?:ha[sd]|have) an?) (?:[0-9a-z-]+ ){0,2}?options?(?: for [0-9a-z-]+ days)? to "
            r"(?:purchase|buy)(?:(?!<M|<P)[^;]){0,60}? [\d,.]+(?: million)? (?:additional |more )?",
            Status.SIGNED,
            FILER,
            Measure.CEILING,
        ),
        needs_amount=False,
        needs=r"underwrit|offering|additional|more shares",
        where="filing",
        is_bare_fine=True,
        keep_status=True,
    ),
    *_rules(
        "option_exercised_for",
        r"(?P<source><P\d+>),? exercised (?:in full |in part )?(?:its |their |the "
        r")?options?[^;<>]{0,60}? to "
        r"(?:purchase|buy) (?:an )?{m}",
        Status.FUNDED,
        FILER,
        Measure.PAID,
    ),
    *_rules(
        "option_for_more",
        r"options? for (?:the )?(?:initial )?(?P<source><P\d+>) to (?:purchase|buy) {m}",
        Status.ANNOUNCED,
        SUBJECT,
        Measure.CEILING,
    ),
    *_rules(
        "option_exercise_included",
        r"exercise(?: in full| in part)?(?: on <D\d+>)? by (?:the )?(?:initial )?(?P<source><P\d+>)"
        r"(?: in full| in part)? of (?:their|its|the|an) options? to (?:purchase|buy) (?:an )?{m}",
        Status.FUNDED,
        FILER,
        Measure.PAID,
    ),
)
