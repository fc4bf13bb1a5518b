"""What customers have contracted and not yet received: remaining performance obligations.

Accepts: "We had $74.1 billion of remaining performance obligations, primarily related to cloud."
Accepts: "Revenue expected to be recognized from remaining performance obligations was $191 million,
of which $120 million is expected over the next 12 months."
Refuses: "The decrease in remaining performance obligations of $5 million was due to churn."

Lives here: rules used by `obligations`, one sum of all customers. Not here: what one customer
agreed to pay (`contracts`), backlog in reports (`reported_contracts`).
"""

from graphbuild.extract.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LEFT = (
    r"(?:[Rr]emaining|[Uu]nsatisfied) (?:unsatisfied |unfulfilled )?[Pp]erformance [Oo]bligations"
)
_CLOUD_WORDS = r"performance obligations[^.]{0,100}?\b(?:cloud|aws|compute|computing|gpus?)\b"


def _rule(name: str, instrument: InstrumentId, around: str) -> Rule:
    return Rule(
        name=name,
        instrument=instrument,
        around=around,
        cue=r"performance obligations",
        where="filing",
        refuses=r"decrease|increase|compared|\bif\b|\bmay\b|exclud|acquired|satisfied in previous",
        template=(
            rf"(?:{{t}} (?:had|has|have) (?:an? )?(?:total |aggregate )?{{m}} (?:of|in) {_LEFT}|"
            rf"(?:{{t2}}'s )?(?:(?:[Tt]he|[Oo]ur|[Tt]otal|[Aa]ggregate|[Tt]ransaction|[Pp]rice|"
            r"[Rr]evenues?|amount|allocated|expected|related|recognized|to|be|from|of|in|the|future|"
            rf"estimated|contracted) )*{_LEFT}"
            r"(?:(?!<M)[^;]){0,120}? (?:was|were|is|are|totaled|totalled|amounted to) {m2})"
        ),
        source="customers",
        target=FILER,
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    )


REVENUE_TO_COME_RULES: tuple[Rule, ...] = (
    _rule("remaining_cloud_obligations", InstrumentId.CLOUD_CONTRACT, _CLOUD_WORDS),
    _rule("remaining_performance_obligations", InstrumentId.SUPPLY_CONTRACT, ""),
)
