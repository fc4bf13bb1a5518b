"""Dates and sums told in turn: of "2025 and 2026 were $2 and $3" the latest one counts.

Not here: the marks themselves (`masking`).
"""

import re

from graphbuild.extract.grammar.dates import DateSpan

_DATES_IN_TURN = re.compile(r"<D(\d+)>(?:, <D(\d+)>,?)? and (?:[A-Z]\w+ )?<D(\d+)>")
_SUMS_IN_TURN = re.compile(r"<M(\d+)>(?:, <M(\d+)>,?)? and <M(\d+)>")


def latest_in_turn(full: str, dates: tuple[DateSpan, ...]) -> str:
    """Of "2023 and 2024 were $2 and $3" the sum of the latest date: earlier ones are restated."""
    days, sums = _DATES_IN_TURN.search(full), _SUMS_IN_TURN.search(full)
    if not days or not sums:
        return full
    days_in_turn = [dates[int(i)].date for i in days.groups() if i]
    sums_in_turn = [i for i in sums.groups() if i]
    if len(days_in_turn) != len(sums_in_turn):
        return full
    latest = max(range(len(days_in_turn)), key=lambda i: days_in_turn[i].last_day())
    return f"{full[: sums.start()]}<M{sums_in_turn[latest]}>{full[sums.end() :]}"


_PARTY_LIST = r"<P\d+>(?:(?:, <P\d+>)*,? and <P\d+>)"
_SUMS = r"<[MV]\d+>(?:, <[MV]\d+>)*,? and <[MV]\d+>"
_SHARES = r"<S\d+>(?:, <S\d+>)*,? and <S\d+>"
_TAIL = (
    r"(?P<tail>,? (?:of|in|to|from|for|by|on|under|at|into|with|as)\b(?:(?!<[MVS])[^;,.]){0,120})?"
)
_PARTIES_FIRST = re.compile(
    rf"(?P<parties>{_PARTY_LIST})(?P<verb>(?!'s)(?:[^<>;]"
    rf"|<P\d+>(?:'s)?){{1,60}}? )(?P<values>{_SUMS}|{_SHARES})"
    r"(?P<rest>(?:(?!<[MVS])[^;]){0,120}?),? respectively"
    rf"{_TAIL}"
)
_VALUES_FIRST = re.compile(
    rf"(?P<values>{_SUMS}|{_SHARES})(?P<verb>(?:(?!<[MVS])[^;]){{1,120}}? )"
    rf"(?P<parties>{_PARTY_LIST})(?P<rest>[^<>;]{{0,40}}?),? respectively{_TAIL}"
)
_OF_WHICH = re.compile(
    r"(?P<whole><P\d+>)(?!'s)(?: (?:together |jointly )?with (?:[a-z]+ ){0,3}<P\d+>)?[^<>;]{0,60}?"
    r"(?P<which>,? (?:of|in|for) which) $"
)
_CLAUSE = re.compile(r"(?:^|; |\. |, (?=(?:and|while|but|which) ))(?P<tail>(?:(?!<[MVS])[^;])*)$")
_MERGED = re.compile(r"(<S\d+>)(?:, <S\d+>)*,? and <S\d+>(?=[^;]*\brespectively)")


def each_in_turn(full: str) -> str:
    """The marked text; where "respectively" gives each party its own value, a clause for each.

    "<P0> and <P1> own <S0> and <S1> of <P2>, respectively" becomes "<P0> own <S0> of <P2>; <P1> own
    <S1> of <P2>". Shares in turn of anything else (years) are told by the first alone.
    """
    if "respectively" not in full:
        return full
    for pattern, head in ((_PARTIES_FIRST, _head_of_parties), (_VALUES_FIRST, _head_of_values)):
        for match in pattern.finditer(full):
            parties = re.findall(r"<P\d+>", match["parties"])
            values = re.findall(r"<[MVS]\d+>", match["values"])
            if len(parties) == len(values) == len(set(parties)):
                before, again = head(full[: match.start()])
                clauses = [
                    f"{again if number else ''}{_clause(match, party, value)}"
                    for number, (party, value) in enumerate(zip(parties, values, strict=True))
                ]
                return _MERGED.sub(r"\1", before + "; ".join(clauses) + full[match.end() :])
    return _MERGED.sub(r"\1", full)


def _clause(match: re.Match[str], party: str, value: str) -> str:
    left, right = (party, value) if match.start("parties") == match.start() else (value, party)
    return f"{left}{match['verb']}{right}{match['rest']}{(match['tail'] or '').lstrip(',')}"


def _head_of_parties(before: str) -> tuple[str, str]:
    """What stands before a list of parties, and what of it each clause repeats."""
    whole = _OF_WHICH.search(before)
    if whole:
        again = f"{whole['whole']}{whole['which']} "
        return f"{before[: whole.start('which')]}; {again}", again
    return _head_of_values(before)


def _head_of_values(before: str) -> tuple[str, str]:
    """What stands before a list; the verb and subject of its clause belong to each of the list."""
    clause = _CLAUSE.search(before)
    return before, clause["tail"] if clause else ""
