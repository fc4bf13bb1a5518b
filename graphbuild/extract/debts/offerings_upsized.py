"""Offerings of notes told by what they grew to: "the offering was upsized to $800 million".

Lives here: rules used by `notes`. Not here: offerings told by who issues what (`notes`), options of
those who buy (`allotments`).
"""

from dataclasses import replace

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.instrument import InstrumentId

_NOT_NEW = r"repurchas|redeem|exchange offer|tender|outstanding|net proceeds|shares of"


_UPSIZED = Rule(
    name="offering_upsized",
    instrument=InstrumentId.BOND,
    where="filing",
    keep_status=True,
    source="noteholders",
    needs_amount=True,
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

OFFERINGS_UPSIZED: tuple[Rule, ...] = (
    replace(
        _UPSIZED,
        name="convertible_offering_upsized",
        instrument=InstrumentId.CONVERTIBLE,
        around=r"\bconvertible\b",
    ),
    _UPSIZED,
)
