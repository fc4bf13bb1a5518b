"""How much of a vendor's money comes back to it through others: least, in proportion, most.

Lives here: arithmetic on plain amounts. Which contracts they are: `roundtrip`.
"""

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import scipy  # loads its parts when they are first named, so most commands wait for none

_SOURCE = ("capital", "")
_EXIT = ("exit", "")
"""Where capital starts and what does not come back ends; pairs, so that no party is meant."""

_DIGITS = 1e-7
"""Part of the capital below which a difference of two largest flows is their rounding."""


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """What returns of a vendor's capital, in its unit.

    `proportional` is ``None`` where some of the money runs in a circle without a way out, so that
    mixing has no steady state. `shares` says which part of each party's money is the vendor's,
    `worth` which part of a dollar more at a party would come back to the vendor.
    """

    lower: float
    proportional: float | None
    upper: float
    shares: Mapping[str, float]
    worth: Mapping[str, float]


def round_trip(
    vendor: str,
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    resources: Mapping[str, float],
    unknown: Collection[str] = (),
) -> RoundTrip:
    """Part of a vendor's capital that comes back to it as revenue. Money is fungible.

    Parameters
    ----------
    capital : party -> money the vendor gave it.
    hops : (payer, payee) -> money, the vendor only as payee; a hop's payer is never the vendor.
    resources : party -> all the money it had; what its hops do not spend went elsewhere. A party
        without an entry had what it received or spent here, whichever is more.
    unknown : parties that may have spent any amount elsewhere (matters for the lower figure only).

    Returns
    -------
    Upper: largest flow from `capital` to the hops into the vendor. Lower: the capital less the
    largest flow of it to other uses. Proportional: every party pays out each dollar in the
    proportion in which it came in.

    Notes
    -----
    V_c = capital_c + sum_b (V_b / T_b) w_bc with T the resources and w the hops; the sum of
    (V_c / T_c) w_cv over customers c returns.
    Upper grows with every hop and with capital. All three are at most the capital and, the lower
    one apart, at most the hops into the vendor.

    Examples
    --------
    >>> hops = {("lab", "cloud"): 8.0, ("cloud", "vendor"): 5.0}
    >>> found = round_trip("vendor", {"lab": 6.0}, hops, {"lab": 20.0, "cloud": 18.0})
    >>> found.lower, round(found.proportional, 4), found.upper
    (0.0, 0.6667, 5.0)
    """
    reached = reached_parties(capital, hops, vendor)
    known = set(reached)
    inside = {pair: w for pair, w in hops.items() if pair[0] in known and w > 0}
    mixed = _mix(capital, inside, _had(capital, hops, resources, reached)[0], vendor)
    proportional = None
    if mixed is not None:
        returned = (mixed[0][b] * w for (b, c), w in inside.items() if c == vendor)
        proportional = min(sum(returned), sum(capital.values()))
    upper = largest_return(vendor, capital, inside)
    lower = least_return(vendor, capital, hops, resources, unknown)
    shares, worth = mixed or ({}, {})
    return RoundTrip(min(lower, upper), proportional, upper, shares, worth)


def in_proportion(
    vendor: str,
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    resources: Mapping[str, float],
) -> float | None:
    """The proportional figure of `round_trip` alone, without the two largest flows."""
    reached = set(reached_parties(capital, hops, vendor))
    inside = {pair: w for pair, w in hops.items() if pair[0] in reached and w > 0}
    had = _had(capital, hops, resources, sorted(reached))[0]
    mixed = _mix(capital, inside, had, vendor, is_valued=False)
    if mixed is None:
        return None
    returned = sum(mixed[0][b] * w for (b, c), w in inside.items() if c == vendor)
    return float(min(returned, sum(capital.values())))


def least_return(
    vendor: str,
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    resources: Mapping[str, float],
    unknown: Collection[str] = (),
) -> float:
    """The lower figure of `round_trip` alone."""
    if all(party in unknown for party, amount in capital.items() if amount > 0):
        return 0.0
    reached = reached_parties(capital, hops, vendor)
    known = set(reached)
    inside = {pair: w for pair, w in hops.items() if pair[0] in known and w > 0}
    had, spent = _had(capital, hops, resources, reached)
    exits = {p: float("inf") if p in unknown else had[p] - spent[p] for p in reached}
    total = sum(capital.values())
    kept = total - _most(capital, inside, exits, vendor)
    return kept if kept > _DIGITS * total else 0.0


def largest_return(
    vendor: str, capital: Mapping[str, float], hops: Mapping[tuple[str, str], float]
) -> float:
    """Largest flow from a vendor's capital to the hops into it; hops may be unlimited (inf)."""
    return _most(capital, hops, {}, vendor)


def _had(
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    resources: Mapping[str, float],
    parties: Sequence[str],
) -> tuple[dict[str, float], dict[str, float]]:
    """What each party had, and what it spends on its hops."""
    spent = dict.fromkeys(parties, 0.0)
    received = {party: capital.get(party, 0.0) for party in parties}
    for (payer, payee), amount in hops.items():
        if payer in spent:
            spent[payer] += amount
        if payee in received:
            received[payee] += amount
    had = {p: max(resources.get(p, 0.0), spent[p], received[p]) for p in parties}
    return had, spent


def reached_parties(
    capital: Mapping[str, float], hops: Mapping[tuple[str, str], float], vendor: str
) -> list[str]:
    """Parties the vendor's money can reach, in sorted order."""
    following: dict[str, list[str]] = {}
    for (payer, payee), amount in hops.items():
        if amount > 0 and payee != vendor:
            following.setdefault(payer, []).append(payee)
    found = {party for party, amount in capital.items() if amount > 0 and party != vendor}
    stack = sorted(found)
    while stack:
        for party in following.get(stack.pop(), ()):
            if party not in found:
                found.add(party)
                stack.append(party)
    return sorted(found)


def _most(
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    exits: Mapping[str, float],
    vendor: str,
) -> float:
    """Largest flow from the capital to the vendor, or to the exits where there are any.

    In whole units of a power of ten, so small that the capital has nine digits: Dinic's method.
    """
    total = sum(capital.values())
    if total <= 0:
        return 0.0
    sink = _EXIT if exits else (vendor,)
    edges: dict[tuple[tuple[str, ...], tuple[str, ...]], float] = {}
    for party, amount in capital.items():
        edges[_SOURCE, (party,)] = amount
    for (payer, payee), amount in hops.items():
        if not exits or payee != vendor:
            edges[(payer,), (payee,)] = amount
    for party, amount in exits.items():
        edges[(party,), _EXIT] = amount
    places = {node: number for number, node in enumerate(dict.fromkeys(itertools.chain(*edges)))}
    if sink not in places or _SOURCE not in places:
        return 0.0
    unit = 10.0 ** (math.floor(math.log10(total)) - 8)
    amounts = np.rint(np.minimum(list(edges.values()), total) / unit).astype(np.int32)
    rows = [places[a] for a, _ in edges]
    columns = [places[b] for _, b in edges]
    shape = (len(places), len(places))
    matrix = scipy.sparse.coo_array((amounts, (rows, columns)), shape=shape).tocsr()
    found = scipy.sparse.csgraph.maximum_flow(matrix, places[_SOURCE], places[sink], method="dinic")
    return min(float(round(found.flow_value * unit, 9)), total)


def _mix(
    capital: Mapping[str, float],
    hops: Mapping[tuple[str, str], float],
    had: Mapping[str, float],
    vendor: str,
    *,
    is_valued: bool = True,
) -> tuple[dict[str, float], dict[str, float]] | None:
    """Part of each party's money that is the vendor's, and what a dollar more there would return.

    ``None`` where there is no steady state.
    """
    places = {party: row for row, party in enumerate(had)}
    if not places:
        return {}, {}
    rows, columns = list(range(len(places))), list(range(len(places)))
    passed_on = [1.0] * len(places)
    given = np.zeros(len(places))
    for party, row in places.items():
        given[row] = capital.get(party, 0.0)
    sold = np.zeros(len(places))
    for (payer, payee), amount in hops.items():
        if payee == vendor:
            sold[places[payer]] += amount / had[payer]
        else:
            rows.append(places[payee])
            columns.append(places[payer])
            passed_on.append(-amount / had[payer])
    if not _has_way_out(hops, had, vendor):
        return None
    keep = scipy.sparse.csc_array((passed_on, (rows, columns)), shape=(len(places), len(places)))
    mixed = scipy.sparse.linalg.splu(keep).solve(given)
    valued = (
        scipy.sparse.linalg.splu(keep.T.tocsc()).solve(sold) if is_valued else np.zeros(len(places))
    )
    parts = {party: float(mixed[row]) / had[party] for party, row in places.items() if had[party]}
    shares = {party: min(max(part, 0.0), 1.0) for party, part in parts.items()}
    return shares, {party: min(max(float(valued[row]), 0.0), 1.0) for party, row in places.items()}


def _has_way_out(
    hops: Mapping[tuple[str, str], float], had: Mapping[str, float], vendor: str
) -> bool:
    """Whether from every party some money ends at the vendor or elsewhere."""
    spent = dict.fromkeys(had, 0.0)
    before: dict[str, list[str]] = {}
    for (payer, payee), amount in hops.items():
        spent[payer] += amount
        before.setdefault(payee, []).append(payer)
    ending = {p for p in had if had[p] - spent[p] > 1e-9 * had[p]} | set(before.get(vendor, ()))
    stack = list(ending)
    while stack:
        for party in before.get(stack.pop(), ()):
            if party not in ending:
                ending.add(party)
                stack.append(party)
    return ending >= set(had)


def direct_round_trip(capital: Mapping[str, float], bought: Mapping[str, float]) -> float:
    """Sum over customers of the smaller of what the vendor gave and what it was paid.

    Examples
    --------
    >>> direct_round_trip({"lab": 6.0, "cloud": 2.0}, {"lab": 5.0})
    5.0
    """
    return sum(min(amount, bought.get(party, 0.0)) for party, amount in capital.items())
