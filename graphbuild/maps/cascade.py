"""A stress scenario as a map shows it: who falls short and what goes unpaid, by size and quarter.

Plain records: whoever runs the loss model (`rebuild.cascading`) fills them, the view draws them.
Money is in US dollars and always two ends: the better and the worse one of every range.
"""

from dataclasses import dataclass

Course = tuple[float, ...]
"""US dollars so far at the end of each quarter; never falls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """One party that runs short of cash in some run.

    Parameters
    ----------
    better, worse, missing : number of the quarter in which it first falls short at the better end,
        at the worse end, and where parties without a figure for cash have none; ``None``: never.
    low, high : dues left unpaid so far, at the better end and in the worst run it falls short in.
    through : the deal by which the shock came; empty where it is hit itself.
    """

    entity_id: str
    better: int | None
    worse: int | None
    missing: int | None
    low: Course
    high: Course
    through: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaid:
    """What the payee of one deal lacks for good so far: the price less what it earns again."""

    deal_id: str
    low: Course
    high: Course


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """One holder's losses over all quarters, from the better to the worse end.

    Parameters
    ----------
    holder : names of the holder, or of a consortium's members; `entity_id` is empty for those.
    missing : at the worse end if payers without a figure for cash have none.
    largest : the deal with most of it.
    """

    holder: str
    entity_id: str
    firm: tuple[float, float]
    contingent: tuple[float, float]
    missing: float
    kinds: str
    largest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The scenario with its shocks at one size.

    `label` is the size as the slider says it, `words` what happens at that size.
    """

    label: str
    words: str
    is_story: bool
    shortfalls: tuple[Shortfall, ...]
    unpaid: tuple[Unpaid, ...]
    bearers: tuple[Bearer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cascade:
    """One scenario at every size of its shock, the smallest first.

    Parameters
    ----------
    shocked : parties the shocks are on.
    notes : what the numbers rest on, one sentence each.
    """

    name: str
    title: str
    story: str
    sources: tuple[str, ...]
    shocked: tuple[str, ...]
    quarters: tuple[str, ...]
    steps: tuple[Step, ...]
    notes: tuple[str, ...]

    @property
    def opening(self) -> int:
        """Number of the step with the story's own size."""
        return next((n for n, step in enumerate(self.steps) if step.is_story), 0)
