"""Interests that change hands among owners, and capital an owner still owes a fund or venture.

Accepts: "We purchased the remaining 40% noncontrolling interest in Foxglove Partners LLC for $125
million in cash."
Accepts: "As of June 30, 2026, we had unfunded capital commitments of $45 million to Foxglove
Partners LLC."
Refuses: "We paid $10 million in connection with the remaining interest on our notes."

Lives here: the rest of a company bought, unfunded commitments. Not here: interests sold to a named
buyer (`disposals`), whole companies bought (`acquisition`), new money for a stake (`equity`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_KIND = (
    r"(?:(?:equity|ownership|membership|minority|non-?controlling|limited|general|partnership|"
    r"outstanding|common|voting|economic|joint|venture|capital|issued|and|of|the) )*"
)
_INTEREST = rf"{_KIND}(?:interests?|stake|shares|equity|units|ownership)"
_BUY = r"(?:acquir(?:ed|e|ing)|purchas(?:ed|e|ing)|bought|buy)"
_FUNDS = (
    r"(?:(?:our |certain |various |its )?(?:equity[- ]method investees|investment funds|private "
    r"(?:companies|funds)|limited partnerships?|venture funds|joint ventures|partnerships))"
)
_OTHER = r"\bnotes\b|\bdebt\b|interest (?:rate|on|expense)|in connection with|\bloans?\b|\bif\b"


_bought_out = partial(Rule, where="filing", refuses=_OTHER, needs_amount=True)


_RULES = (
    _bought_out(
        name="rest_bought",
        instrument=InstrumentId.ACQUISITION,
        cue=r"remaining|noncontrolling|non-controlling|minority",
        template=(
            rf"{{s}},? {{aux}}{_BUY} (?:all of |all )?(?:the |an? )?(?:remaining |additional "
            rf")?(?:<S\d+> )?(?:of (?:the )?)?{_INTEREST} (?:of|in) {{t}}(?: (?:that|which|not|it|"
            r"held|owned|from|previously|already|did|own|by|<P\d+>))* for (?:[a-z]+ ){0,4}?{m}"
        ),
        needs=r"remaining|noncontrolling|non-controlling",
    ),
    _bought_out(
        name="paid_for_rest",
        instrument=InstrumentId.ACQUISITION,
        cue=r"remaining|noncontrolling|non-controlling",
        template=(
            rf"{{s}},? {{aux}}(?:paid|pay) {{m}}(?: in cash)? (?:to {_BUY}|for) (?:the )?"
            rf"(?:remaining )?(?:<S\d+> )?(?:of (?:the )?)?{_INTEREST} (?:of|in) {{t}}"
        ),
    ),
    _bought_out(
        name="unfunded_commitment",
        instrument=InstrumentId.EQUITY,
        cue=r"unfunded|uncalled",
        template=(
            r"(?:unfunded|uncalled) (?:[a-z]+ )?commitments?,? (?:totaling|of|was|were|totaled)?"
            r"(?: of)? ?{m} (?:to|in|with|for)(?: funds?)? {t}"
            r"|(?:unfunded|uncalled) (?:[a-z]+ )?commitments? (?:to|in|with) (?P<target2><P\d+>) "
            r"(?:of|was|were|totaled|totaling) {m2}"
        ),
        source=FILER,
        refuses=r"\bloans?\b|credit|lend|borrow|\bdebt\b",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
    ),
    _bought_out(
        name="unfunded_commitments_to_many",
        instrument=InstrumentId.EQUITY,
        cue=r"unfunded|uncalled",
        on_full=True,
        template=(
            r"(?:unfunded|uncalled) (?:[a-z]+ )?commitments?[^<>;]{0,30} (?:to|in|with|for) "
            rf"(?:<P\d+>'s )?{_FUNDS} (?:of|was|were|totaled|totaling) {{m}}"
            r"|(?:unfunded|uncalled) (?:[a-z]+ )?commitments? (?:of|totaling) {m2} (?:to|in|with|"
            rf"for) (?:<P\d+>'s )?{_FUNDS}"
        ),
        source=FILER,
        target="investees",
        refuses=r"\bloans?\b|credit|lend|borrow|\bdebt\b",
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
    ),
)

PATTERN = rule_pattern("buyouts", 1, _RULES)
