"""Who rests on the anchor through whom: the scores' paths as one tree, each state by itself."""

from dataclasses import dataclass, field

import pandas as pd

from graphbuild.maps.bars import STATES
from graphbuild.maps.cells import money

ARROW = " -> "


@dataclass(slots=True)
class Branch:
    """One party on one way to the anchor, with the dollars of each state that rest that way."""

    entity_id: str
    parts: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STATES, 0.0))
    children: dict[str, "Branch"] = field(default_factory=dict)
    is_open: bool = False

    @property
    def total(self) -> float:
        """All states; for the length of a bar and for the order, never for words."""
        return sum(self.parts.values())

    @property
    def weight(self) -> float:
        """For the order: agreed money, or what stands on the branch where that is more."""
        agreed = self.total - self.parts["headline"]
        return max(agreed, sum(child.weight for child in self.children.values()))

    def ranked(self) -> list["Branch"]:
        """Children with a figure, on themselves or below; headlines come after agreed money."""
        found = [b for b in self.children.values() if b.weight or b.total]
        return sorted(found, key=lambda b: (-b.weight, -b.total, b.entity_id))


def grow_tree(table: pd.DataFrame, paths: pd.DataFrame, anchor: str) -> Branch:
    """The anchor with its holders below it, and below each who reaches it through them.

    Parameters
    ----------
    table, paths : "exposure" and "exposure_paths" of the scores.
    """
    root = Branch(anchor)
    for row in paths.to_dict("records"):
        names = str(row["path"]).split(ARROW)
        if len(names) < 3 or names[-1] != anchor:
            continue
        branch = root
        for name in reversed(names[:-1]):
            branch = branch.children.setdefault(name, Branch(name))
        state = str(row["firmness"])
        if state in STATES:
            branch.parts[state] += money(row["attributed_stated"]) or 0.0
    for row in table.to_dict("records"):
        parts = {state: money(row[f"{state}_stated"]) or 0.0 for state in STATES}
        if sum(parts.values()) or money(row["open_deals"]):
            branch = root.children.setdefault(str(row["holder"]), Branch(str(row["holder"])))
            branch.parts = parts
            branch.is_open = bool(money(row["open_deals"]))
    return root


def through_others(root: Branch) -> dict[str, dict[str, float]]:
    """Dollars of each state by holder, over all its ways that are not its own contracts."""
    found: dict[str, dict[str, float]] = {}
    waiting = [child for first in root.children.values() for child in first.children.values()]
    while waiting:
        branch = waiting.pop()
        sums = found.setdefault(branch.entity_id, dict.fromkeys(STATES, 0.0))
        for state, usd in branch.parts.items():
            sums[state] += usd
        waiting += branch.children.values()
    return found
