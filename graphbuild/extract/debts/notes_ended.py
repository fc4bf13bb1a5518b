"""Notes that are redeemed, repurchased, repaid or converted, and what of an issue is still owed.

Lives here: one group of rules for `notes`. Not here: notes sold (`notes`), loans
(`loan_followups`), redemption rights, which are no events.
"""

from functools import partial

from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_BOND = InstrumentId.BOND
_ONLY_RIGHTS = (
    r"\bmay\b|\bif\b|\bwould\b|\bcould\b|\bmust\b|\bwill\b|intend|prior to|option to|right "
    r"to|at any time|holders of at least|commercial paper|authoriz|loss on|gain on"
)
_SIZE = r"(?:(?:in |of )?(?:aggregate |total |original )?(?:principal|face)(?: amount| value)? )?"
_PAPER = r"(?:[Nn]otes|[Bb]onds|[Dd]ebentures)"


def _notes(words: str) -> InstrumentId:
    if "converted" in words.lower():
        return InstrumentId.CONVERTIBLE
    kind = debt_instrument(words)
    return kind if kind in {InstrumentId.CONVERTIBLE, InstrumentId.ABS} else _BOND


_ended = partial(
    Rule,
    instrument=_BOND,
    instrument_of=_notes,
    where="filing",
    keep_status=True,
    source="noteholders",
    target=FILER,
    needs_amount=True,
)

NOTES_ENDED: tuple[Rule, ...] = (
    _ended(
        name="notes_were_redeemed",
        cue=r"(?:was|were) (?:redeem|repurchas|repaid|retire|converted|exchanged|extinguish)",
        needs=r"notes|bonds|debentures",
        refuses=_ONLY_RIGHTS,
        template=(
            rf"{{m}} {_SIZE}(?:of )(?:its |the |our |<P\d+>'s |outstanding "
            rf")*(?:<[SD]\d+> |[A-Za-z-]+ ){{0,5}}?{_PAPER}(?: [Dd]ue <D\d+>)? (?:was|were) "
            r"(?:redeemed|repurchased|repaid|retired|converted|exchanged|extinguished)"
        ),
        status=Status.TERMINATED,
        measure=Measure.PAID,
    ),
    _ended(
        name="notes_redeemed",
        cue=r"redeem|repurchas|repaid|retire|converted|extinguish|settled",
        needs=r"notes|bonds|debentures",
        refuses=_ONLY_RIGHTS,
        template=(
            r"(?:(?:<P\d+>(?!'s)|[Hh]olders),? (?:(?:has|have|had) )?|and )(?:fully |voluntarily "
            r")?(?:redeemed|repurchased|repaid|retired|converted|extinguished|settled) (?:in full "
            rf")?(?:all |(?:of )?the |(?:an )?aggregate (?:of )?)*{{m}} {_SIZE}(?:outstanding )?"
            rf"(?:of )?(?:its |the |our |<P\d+>'s |outstanding |all )*(?:<[SD]\d+> |[A-Za-z-]+ |"
            rf"\d[\w.]* ){{0,7}}?{_PAPER}"
        ),
        status=Status.TERMINATED,
        measure=Measure.PAID,
    ),
    _ended(
        name="issue_outstanding",
        cue=r"outstanding",
        needs=r"notes|bonds|debentures",
        refuses=_ONLY_RIGHTS + r"|fair value|interest expense|repurchas|redeem",
        template=(
            rf"(?:ha[sd]|have) (?:outstanding )?{{m}} {_SIZE}(?:outstanding )?(?:of |in )?(?:the |"
            rf"its |our |<P\d+>'s )?<S\d+> (?:[A-Za-z-]+ ){{0,4}}?{_PAPER} (?:[Dd]ue|maturing)"
        ),
        measure=Measure.OUTSTANDING,
    ),
    _ended(
        name="outstanding_net",
        cue=r"outstanding,? net of|net of",
        needs=r"notes",
        refuses=_ONLY_RIGHTS + r"|receivable|fair value|proceeds",
        template=(
            rf"(?:[Cc]onvertible )?{_PAPER} outstanding,? net of (?:unamortized )?(?:[a-z]+ )"
            r"{0,5}?(?:of )?<[MV]\d+>(?: and <[MV]\d+>)?,?(?: respectively,?)? (?:was|were|is|"
            r"are|totaled) {m}"
        ),
        measure=Measure.OUTSTANDING,
    ),
)
