"""Offerings of notes told by their total or by the agreement that sells them.

Lives here: "the offering was upsized to $800 million", "proposes to issue and sell to the several
Purchasers named in Schedule I $225 million of notes"; used by `notes`. Not here: offerings told by
who issues what (`notes`), options of those who buy (`allotments`).
"""

from dataclasses import replace
from functools import partial

from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_NOT_NEW = r"repurchas|redeem|exchange offer|tender|outstanding|net proceeds|shares of"

_offered = partial(
    Rule,
    instrument=InstrumentId.BOND,
    where="filing",
    keep_status=True,
    source="noteholders",
    needs_amount=True,
)

_UPSIZED = _offered(
    name="offering_upsized",
    cue=r"offering",
    needs=r"upsized|increased",
    around=r"\b(?:notes|bonds|debentures)\b",
    refuses=_NOT_NEW,
    template=(
        r"[Oo]ffering(?:(?!<M)[^;]){0,200}?\b(?:upsized|increased) (?:from <[MV]\d+> )?to "
        r"(?:an? )?{m} (?:in |of )?(?:aggregate )?principal amount"
    ),
    target=FILER,
)

OFFERING_LETTERS: tuple[Rule, ...] = (
    replace(
        _UPSIZED,
        name="convertible_offering_upsized",
        instrument=InstrumentId.CONVERTIBLE,
        around=r"\bconvertible\b",
    ),
    _UPSIZED,
    _offered(
        name="proposes_to_sell",
        instrument_of=debt_instrument,
        cue=r"proposes?",
        template=(
            r"{t},? (?:hereby )?proposes?,? (?:(?!<)[^;]){0,80}?to (?:issue and )?sell to (?:the )?"
            r"(?:several )?(?:<P\d+>|[A-Z][a-z]+ ?[A-Z]?[a-z]*)(?: (?:named|listed) in "
            r"(?:(?!<M)[^;]){0,40})?,? (?:severally )?{m} (?:in )?(?:aggregate )?principal amount "
            r"of (?:[^<>;]|<[SD]\d+>|<P\d+>'s){0,120}?(?:[Nn]otes|[Bb]onds|[Dd]ebentures)"
        ),
        is_target_sure=True,
        status=Status.SIGNED,
    ),
)
