"""Who stands above whom in a column: as few crossings of lines as sweeping can find.

Weighted barycentre sweeps (Sugiyama, Tagawa and Toda 1981, doi:10.1109/TSMC.1981.4308636) followed
by swaps of neighbours; the best order met is kept. Nothing is random: ties go by id.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from itertools import combinations

SWEEPS = 16
Links = Sequence[tuple[str, str, float]]


def order_columns(columns: Mapping[int, Sequence[str]], links: Links) -> dict[int, list[str]]:
    """Each column's members from top to bottom.

    Parameters
    ----------
    columns : members by column index.
    links : (one end, other end, weight); direction plays no part.

    Notes
    -----
    Links within a column pull their ends together and are not counted as crossing.
    """
    order = {index: sorted(members) for index, members in sorted(columns.items())}
    column_of = {name: index for index, members in order.items() for name in members}
    links = [link for link in links if link[0] in column_of and link[1] in column_of]
    near: dict[str, list[tuple[str, float]]] = {name: [] for name in column_of}
    for one, other, weight in links:
        near[one].append((other, weight))
        near[other].append((one, weight))
    best, fewest = _copy(order), crossings(order, links)
    for sweep in range(SWEEPS):
        indices = list(order) if sweep % 2 == 0 else list(reversed(order))
        for index in indices:
            order[index] = _by_barycentre(order, index, near)
        count = crossings(order, links)
        if count < fewest:
            best, fewest = _copy(order), count
    return best


def crossings(order: Mapping[int, Sequence[str]], links: Links) -> int:
    """Pairs of links between the same two columns that cross when drawn straight."""
    place = {
        name: (index, rank) for index, members in order.items() for rank, name in enumerate(members)
    }
    between: dict[tuple[int, int], list[tuple[int, int]]] = {
        pair: [] for pair in combinations(sorted(order), 2)
    }
    for one, other, _ in links:
        ends = sorted((place[one], place[other]))
        if ends[0][0] != ends[1][0]:
            between[ends[0][0], ends[1][0]].append((ends[0][1], ends[1][1]))
    return sum(_inversions(pairs) for pairs in between.values())


def _inversions(pairs: list[tuple[int, int]]) -> int:
    """Pairs in strictly opposite order at the two ends."""
    seen: list[int] = []
    count = 0
    for _, right in sorted(pairs):
        count += len(seen) - bisect_right(seen, right)
        insort(seen, right)
    return count


def _by_barycentre(
    order: Mapping[int, Sequence[str]], index: int, near: Mapping[str, list[tuple[str, float]]]
) -> list[str]:
    height = {
        name: (rank + 0.5) / len(members)
        for members in order.values()
        for rank, name in enumerate(members)
    }

    def key(name: str) -> tuple[float, str]:
        total = sum(weight for _, weight in near[name])
        if not total:
            return height[name], name
        return sum(height[other] * weight for other, weight in near[name]) / total, name

    return sorted(order[index], key=key)


def _copy(order: Mapping[int, Sequence[str]]) -> dict[int, list[str]]:
    return {index: list(members) for index, members in order.items()}
