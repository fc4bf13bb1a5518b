"""Trouble with one record, as a value: what, where, what to do. It stops nothing else."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad: an error loses a record, a warning keeps it, a notice only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One finding of one stage.

    Parameters
    ----------
    stage : the room that found it: import, curated, parse, extract, resolve, build, score.
    severity : see `Severity`.
    code : a short stable word to count by, such as "truncated-submission".
    where : file, and row, field or offset where they apply: "deals.csv row 14, amount_low_usd_m".
    message : what is wrong.
    advice : what the reader can do.
    """

    stage: str
    severity: Severity
    code: str
    where: str
    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.message} ({self.advice})"
