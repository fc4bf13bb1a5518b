"""Shares paid for by exercising warrants: money that reaches the issuer.

Accepts: "During the quarter, warrants to purchase 2,000,000 shares were exercised for cash proceeds
of $23 million."
Accepts: "We received $14.2 million from the exercise of public warrants."
Refuses: "If all warrants were exercised for cash, we would receive proceeds of $90 million."

Lives here: rules used by `offerings`; the holders stay unnamed unless the words name them. Not
here: warrants given (`warrant`), options of employees, which are pay.
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.shares.share_sales import SMALLEST_SALE
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NOT_PAID = (
    r"\bif\b|\bmay\b|\bcould\b|\bwould\b|options?\b(?! to purchase)|employee|cashless|fair value|"
    r"liabilit|expense|\bespp\b|assum|not include|potential"
)
_KINDS = (
    r"(?:(?:the|certain|our|its|all|some|of|these|such|public|private|placement|outstanding|"
    r"common|stock|pre-funded|existing|ordinary|Series|[A-Z]|[A-Z]-\d|[\d,]+|<P\d+>'s|<D\d+>) )*"
)
_PROCEEDS = r"(?:[a-z]+ ){0,5}?proceeds(?:[^<>;.]|<P\d+>){0,50}? (?:of|were|was|totaling) "

_SHAPES = (
    (
        "were_exercised",
        (
            r"[Ww]arrants?(?:(?!<M|<P)[^;]){0,120}? (?:were|was|been) exercised(?:(?!<M|"
            r"<P)[^;]){0,140}? (?:for|resulting in|generating|and|with|raising)(?: <P\d+> "
            rf"received)? (?:{{m}}|{_PROCEEDS}{{m2}})"
        ),
    ),
    (
        "from_exercise",
        (
            rf"(?:{{m}}|{_PROCEEDS}{{m2}})(?:(?!<M)[^;]){{0,60}}? (?:from|through|upon|for|by) the "
            rf"(?:cash )?exercises? of {_KINDS}[Ww]arrants"
        ),
    ),
    (
        "proceeds_of_exercise",
        (
            r"proceeds (?:received )?(?:from|of) (?:the )?(?:cash )?(?:exercises? of "
            rf"{_KINDS}[Ww]arrants|[Ww]arrant exercises?)(?:(?!<M|\band\b)[^;]){{0,60}}? "
            r"(?:of|were|was|totaled|totaling) {m}"
        ),
    ),
)

_exercised = partial(
    Rule,
    instrument=InstrumentId.EQUITY,
    where="filing",
    refuses=_NOT_PAID,
    smallest=SMALLEST_SALE,
    needs_amount=True,
)

EXERCISE_RULES: tuple[Rule, ...] = (
    *(
        _exercised(
            name=f"warrants_{name}",
            cue=r"warrants?",
            needs=r"exercis",
            template=template,
            source="warrant-holders",
            target=FILER,
            measure=Measure.PAID,
            keep_status=True,
        )
        for name, template in _SHAPES
    ),
    _exercised(
        name="received_on_inducement",
        cue=r"proceeds",
        needs=r"inducement|exercise of",
        around=r"warrants",
        template=rf"{{t}},? {{aux}}received (?:{{m}}|{_PROCEEDS}{{m2}})",
        source="warrant-holders",
        measure=Measure.PAID,
        keep_status=True,
    ),
    _exercised(
        name="induced_to_exercise",
        cue=r"induce",
        needs=r"warrant",
        template=(
            r"{t},? {aux}(?:(?:an?|the|warrant|inducement|offer|letter|exercise) )*"
            r"[Aa]greements? with {s}(?:(?!<M)[^;]){0,300}? (?:for|resulting in|of) "
            rf"(?:{{m}}|{_PROCEEDS}{{m2}})"
        ),
        status=Status.SIGNED,
    ),
)
