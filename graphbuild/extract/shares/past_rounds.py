"""Sums of a company's rounds told beside today's: earlier ones, and rounds as nouns.

Accepts: "The round came after an $85 million Series B."
Refuses: "The round brings its total funding to $3 billion.", which holds rounds told elsewhere.

Lives here: rules that `rounds` asks first. Not here: the round a report is about (`rounds`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import ROUND, Rule
from graphbuild.extract.shares.share_words import DEBT_WORDS, NOT_MONEY_RAISED
from graphbuild.records.instrument import InstrumentId

_EQUITY = InstrumentId.EQUITY

_raised = partial(Rule, instrument=_EQUITY, where="news", source="investors", needs_amount=True)

PAST_ROUNDS: tuple[Rule, ...] = (
    _raised(
        name="earlier_round",
        cue=r"after|follow|since|with|on top of",
        needs=r"series [a-h]|round|raise\b|seed",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED,
        template=(
            r"(?:{t},? {aux}(?:rais|clos|secur|land|announc|complet)[a-z]* [^;]{0,200}?[ —–-]|"
            r"^(?:(?!<P)[^;]){0,160}?|^[Tt]h(?:e|is) (?:round|raise|financing|funding)[^;]{0,200}?|"
            r"(?:months?|weeks?|years?|valuation|<V\d+>))[^<>;]{0,40}?(?:^| )(?:after|follow(?:s|"
            r"ed|ing)|since|[Cc]ombined with|on top of) (?:an?|its|the) (?:(?:prior|previous|"
            r"earlier|last) )?{m} (?:[a-z-]+ ){0,2}?(?:[Ss]eries [A-H]|round|raise|seed)\b(?! of\b)"
        ),
        target=ROUND,
        keep_status=True,
        shares_words=True,
    ),
    _raised(
        name="sized_round_for",
        cue=r"round|series [a-h]|financing|funding|raise",
        needs=r"\bfor\b",
        refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED + "|planned|proposed|potential|possible",
        template=(
            r"\b(?:an?|its|the|another) (?:[a-z-]+ )?{m}(?: |-)(?:[A-Za-z-]+ ){0,3}?(?:[Rr]ound|"
            r"[Ss]eries [A-H]|equity financing|seed funding|raise) for "
            r"(?:(?!alongside\b|with\b|by\b|from\b)[a-z-]+ ){0,3}?{t}(?!'s)"
        ),
    ),
    *(
        _raised(
            name=name,
            cue=r"round|series [a-h]|raise\b|fundrais",
            refuses=DEBT_WORDS + "|" + NOT_MONEY_RAISED + "|planned|proposed|potential|possible",
            template=(
                r"{t}'s (?:(?:latest|recent|most|last|first|own|new|record|huge|\w+-breaking) )*"
                r"{m}(?: |-)(?:[A-Za-z-]+ ){0,3}?(?:[Rr]ound|[Ss]eries [A-H]|raise|fundrais\w+)\b"
                + behind
            ),
            is_joint=name == "its_sized_round_led_by",
        )
        for name, behind in (
            ("its_sized_round_led_by", r",? (?:which )?(?:was |is )?(?:co-)?(?:led|backed) by {s}"),
            ("its_sized_round", r"(?! (?:by|of)\b)"),
        )
    ),
)
