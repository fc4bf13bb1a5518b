"""Parts of one financing: its equity and its debt, who leads which, what one investor puts in.

Accepts: "Tidepool is raising $7.5 billion in equity and another $12.5 billion in debt."
Accepts: "Brightwater contributed $1.3 billion to Tidepool's funding round."
Refuses: "Tidepool has $7.5 billion in cash and another $12.5 billion in debt."

Lives here: wording of parts, in reports. Not here: whole rounds (`rounds`), loans and bonds of
their own (`lending`, `notes`).
"""

from functools import partial

from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import PARTS, ROUND, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY, _LOAN, _BOND = InstrumentId.EQUITY, InstrumentId.LOAN, InstrumentId.BOND
_OF = r"(?:through|in|of|via|from|as) (?:(?!debt|equity|bond|loan)[a-z-]+ ){0,3}?"
_SHARES = r"(?:equity(?: financing| funding| investors?| capital)?|(?:venture )?funding|stock)\b"
_DEBT = r"(?:debt(?: financing| capacity| funding| capital)?|loans?|borrowings?|credit|bonds?)\b"
_AND = (
    r"(?:,| and|, and| plus| along with| as well as| alongside)"
    r"(?: (?:another|an|additional|some))* "
)
_RAISES = (
    r"(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|obtain(?:s|ed)?|land(?:s|ed)|"
    r"seek(?:s|ing)?|arrang(?:e[sd]?|ing))"
)
_MADE_OF = (
    r"(?:compris\w+|consist\w+ of|made up of|split(?: between| into)?|compos\w+ of|combin\w+|"
    r"includ\w+|of which|divided (?:between|into))(?: about| roughly| approximately)?"
)
_PART = r"(?:side|portion|part|tranche|slice|piece|component|round|leg|half|segment|financing)s?\b"
_GIVES = (
    r"(?:(?:co-)?lead(?:s|ing)?|(?:co-)?led|back(?:s|ed|ing)?|support(?:s|ed|ing)?|fund(?:s|ed|"
    r"ing)?|anchor(?:s|ed|ing)?|arrang(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|join(?:s|ed|ing)?|"
    r"participat(?:e[sd]?|ing) in|tak(?:es?|ing) part in|invest(?:s|ed|ing)? in|fill(?:s|ed|ing)?)"
)
_ROUND_WORD = r"(?:round|financing|raise|funding|fundraising|fundraise|[Ss]eries [A-H])\b"
_BONDS_AROUND = r"form of [^.]{0,30}bonds|bonds backed by|debt portion[^.]{0,60}bonds"


_part = partial(Rule, where="news", needs_amount=True)


def _parts() -> tuple[Rule, ...]:
    """Equity and debt told in one breath, in both orders, of a company named or of the story's."""
    heads = (
        ("raises", rf"{{t}},? {{aux}}{_RAISES} (?:<[MV]\d+>[^<>;]{{0,40}}? )?", ""),
        ("its", rf"{{t}}'s [^<>;]{{0,60}}?(?:<[MV]\d+>[^<>;]{{0,30}}?)?{_MADE_OF} ", ""),
        ("made_of", rf"{_MADE_OF} ", PARTS),
    )
    shapes = (
        ("equity_first", _EQUITY, rf"{{m}} {_OF}{_SHARES}{_AND}<M\d+> {_OF}{_DEBT}"),
        ("debt_second", _LOAN, rf"<M\d+> {_OF}{_SHARES}{_AND}{{m}} {_OF}{_DEBT}"),
        ("debt_first", _LOAN, rf"{{m}} {_OF}{_DEBT}{_AND}<M\d+> {_OF}{_SHARES}"),
        ("equity_second", _EQUITY, rf"<M\d+> {_OF}{_DEBT}{_AND}{{m}} {_OF}{_SHARES}"),
    )
    return tuple(
        _part(
            name=f"{head}_{shape}",
            instrument=kind,
            instrument_of=debt_instrument if kind is _LOAN else None,
            cue=r"equity|funding|stock",
            needs=r"debt|loan|borrow|credit|bond",
            refuses=r"\bowes?\b|market cap|cash",
            template=start + words,
            source="investors" if kind is _EQUITY else "lenders",
            target=target,
            shares_words=True,
        )
        for head, start, target in heads
        for shape, kind, words in shapes
    )


_OF_NAMED = r"(?:to|for|in|into) (?:[a-z-]+ ){0,4}<P"
"""What is of a company the sentence names is not the story's."""


def _portions() -> tuple[Rule, ...]:
    """By "Corvid leads the equity side, while Northgate backs the debt portion"."""
    kinds = (
        ("equity", _EQUITY, r"(?:preferred |common )?equity", ""),
        ("bonds", _BOND, r"debt", _BONDS_AROUND),
        ("debt", _LOAN, r"(?:senior |term )?(?:debt|loan)", ""),
    )
    return tuple(
        rule
        for name, kind, noun, around in kinds
        for rule in (
            Rule(
                name=f"{name}_portion",
                instrument=kind,
                cue=r"equity" if kind is _EQUITY else r"debt|loan",
                where="news",
                around=around,
                template=(
                    rf"{{s}},? {{aux}}{_GIVES} (?:(?:the|an?|its) )?(?:{{m}} )?{noun} {_PART}"
                    rf"(?! {_OF_NAMED})"
                ),
                target=PARTS,
            ),
            _part(
                name=f"{name}_sum",
                instrument=kind,
                cue=r"equity" if kind is _EQUITY else r"debt|loan",
                around=around,
                refuses=r"\bshares of\b",
                template=(
                    rf"{{s}},? {{aux}}(?:arrang(?:e[sd]?|ing)|provid(?:e[sd]?|ing)|commit(?:s|ted|"
                    rf"ting)?|contribut(?:e[sd]?|ing)|lead(?:s|ing)?|led) {{m}} (?:in|of) "
                    rf"(?:new )?{noun}\b(?! {_OF_NAMED})"
                ),
                target=PARTS,
            ),
        )
    )


_ELSEWHEN = (
    r"analyst|expect|forecast|project|estimat|\bif\b|\bwould\b|\bcould\b|\bmight\b|a year (?:ago|"
    r"earlier|before)|bankrupt|\bnet debt|\buntil\b|\bonce\b|\bwhen\b"
)
"""A debt supposed, foreseen or of another time is none that a company owes now."""

_RULES = (
    *_parts(),
    *_portions(),
    _part(
        name="invests_in_equity_portion",
        instrument=_EQUITY,
        cue=r"invest|contribut|commit",
        template=(
            r"{s},? {aux}(?:invest(?:s|ed|ing)?|contribut(?:e[sd]?|ing)|commit(?:s|ted|ting)?) {m} "
            rf"(?:in|to|into) (?:the |its )?(?:equity|stock) {_PART}"
        ),
        target=ROUND,
    ),
    _part(
        name="puts_sum_into_round",
        instrument=_EQUITY,
        cue=r"contribut|invest|\bput|commit|pledg|chipp|kick|pour|add",
        needs=r"round|financing|raise|funding|series [a-h]",
        refuses=r"\bdebt\b|\bloan",
        template=(
            r"{s},? {aux}(?:contribut(?:e[sd]?|ing)|invest(?:s|ed|ing)?|put(?:s|ting)?(?: in)?|"
            r"commit(?:s|ted|ting)?|pledg(?:e[sd]?|ing)|chipp(?:ed|ing) in|kick(?:ed|ing) in|"
            r"pour(?:s|ed|ing)?|add(?:s|ed|ing)?) {m} (?:to|into|in|of|as part of|for|toward) "
            rf"(?:(?:the|this|that|its) |{{t}}'s )(?:[A-Za-z-]+ ){{0,3}}?{_ROUND_WORD}"
        ),
        target=ROUND,
    ),
    _part(
        name="led_round_with_sum",
        instrument=_EQUITY,
        cue=r"\bled\b|\bleads?\b|leading",
        needs=r"round|financing|series [a-h]",
        refuses=r"\bdebt\b|\bloan",
        template=(
            r"{s},? {aux}(?:led|leads?|leading|anchor(?:s|ed)) (?:the|this|that) (?:[A-Za-z-]+ "
            rf"){{0,3}}?{_ROUND_WORD},? (?:with|by (?:investing|contributing|putting in)) {{m}}"
        ),
        target=ROUND,
    ),
    _part(
        name="leads_investment_within_round",
        instrument=_EQUITY,
        cue=r"\blead|\bled\b|making|makes|made",
        needs=r"as part of|round",
        template=(
            r"{s},? {aux}(?:lead(?:s|ing)?|led|mak(?:es|ing)|made) {m} (?:equity |strategic )?"
            r"investment in(?:to)? {t} as part of"
        ),
    ),
    _part(
        name="debt_stands_at",
        instrument=_LOAN,
        cue=r"debt",
        refuses=r"national|government|federal|sovereign|household|public debt|country|" + _ELSEWHEN,
        template=(
            r"{t}'s (?:(?:total|long-term|gross|outstanding|overall|own) )*debt(?: load| pile| "
            r"burden| balance)?,? (?:(?:has|had|now|already|which) )*(?:grown|grew|swelled|swollen|"
            r"balloon(?:ed|s)|risen|rose|climb(?:ed|s)|surged|increased|jumped|stands|stood|totals|"
            r"totall?ed|reached|hit|topped|exceed(?:s|ed))(?: (?:to|at|past|above))? {m}"
        ),
        source="lenders",
        measure=Measure.OUTSTANDING,
        keep_status=True,
    ),
    _part(
        name="carries_debt",
        instrument=_LOAN,
        cue=r"debt",
        refuses=r"national|government|federal|sovereign|household|\bequity\b|\brais|issu|\bsold\b|"
        + _ELSEWHEN,
        template=(
            r"{t},? {aux}(?:carr(?:ies|ied|ying)|holds?|has|had|owes?|sits on|sitting on|"
            r"report(?:s|ed)|disclosed|saddled with|shoulders|racked up|amassed|accumulated) {m} "
            r"(?:in|of|worth of) (?:(?:total|long-term|outstanding|gross|existing|overall) "
            r")*debt\b(?! (?:to|for|financ|deal|sale|offering|package|capacity))"
        ),
        is_target_sure=True,
        source="lenders",
        measure=Measure.OUTSTANDING,
        keep_status=True,
    ),
)

PATTERN = rule_pattern("round_parts", 1, _RULES)
