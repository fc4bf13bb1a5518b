"""What people decided: two names are one party or not; a claim is right, wrong or corrected."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """A human answer to "are these two the same?"."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One row of ``judgements.csv``; never overwritten by a machine."""

    left: str
    right: str
    verdict: Verdict
    decided_on: str
    reason: str = ""
