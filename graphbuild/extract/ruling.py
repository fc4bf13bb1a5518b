"""Rules tried on every reading of a document: the engine of every prose pattern.

Rules are asked only where the words of their cue stand (`gates`). Not here: what a rule is and what
claims a match gives (`rules`).
"""

import functools
import operator
import re
from collections.abc import Iterator

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.contract_value import money_after
from graphbuild.extract.gates import Gates
from graphbuild.extract.reading import Reading, readings
from graphbuild.extract.rules import Rule, claims_of, named_groups
from graphbuild.extract.templates import compiled, outline
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document


def rule_pattern(name: str, version: int, rules: tuple[Rule, ...]) -> Pattern:
    """A pattern that tries its rules on every reading; the first rule that takes an amount has
    it.
    """
    label = f"{name}/{version}"
    gated = tuple((rule, _need(rule)) for rule in rules)

    def find(document: Document, context: Context) -> Iterator[Claim]:
        told = readings(document, context)
        for reading, (plain, full) in zip(told, _words_of(told), strict=True):
            hopeful = tuple(
                rule for rule, need in gated if need & (full if rule.on_full else plain) == need
            )
            if hopeful:
                yield from apply_rules(hopeful, reading, label)

    return Pattern(name=name, version=version, find=find)


_WORDS = Gates()
_latest_words: list[tuple[tuple[Reading, ...], int, tuple[tuple[int, int], ...]]] = []


def _need(rule: Rule) -> int:
    """The bits of words without which the rule has no cue, lacks what it needs or cannot match."""
    expressions = (rule.cue, rule.needs, rule.template)
    return functools.reduce(operator.or_, (_WORDS.need(outline(e)) for e in expressions if e))


def _words_of(told: tuple[Reading, ...]) -> tuple[tuple[int, int], ...]:
    """The bits of each reading's simplified and full text; kept for the patterns that follow."""
    if _latest_words and _latest_words[0][0] is told and _latest_words[0][1] == len(_WORDS):
        return _latest_words[0][2]
    made = tuple(
        (0, 0) if has_no_statement(r) else (_WORDS.bits(r.plain), _WORDS.bits(r.full)) for r in told
    )
    _latest_words[:] = [(told, len(_WORDS), made)]
    return made


_NO_STATEMENT = re.compile(
    r"\b(?:hypothetical|[Ff]or example|[Ff]or instance|would (?:increase|decrease|"
    r"reduce)|assumes? that|sensitivity|[Pp]laintiffs?|[Cc]lass [Aa]ction|alleg(?:es?|ed|ing|"
    r"ations?))\b"
)


def has_no_statement(reading: Reading) -> bool:
    """Whether a filing's sentence only supposes: examples, sensitivities, hypothetical changes."""
    return not reading.is_news and bool(_NO_STATEMENT.search(reading.text))


def apply_rules(rules: tuple[Rule, ...], reading: Reading, label: str) -> Iterator[Claim]:
    """Claims of one reading, in the order of the rules; overlapping matches give way."""
    lowered, lowered_full = reading.plain.lower(), reading.full.lower()
    taken: list[tuple[int, int]] = []
    amounts: set[str] = set()
    shares: set[str] = set()
    for rule in rules:
        if not rule.applies(reading, lowered_full if rule.on_full else lowered):
            continue
        text = reading.full if rule.on_full else reading.plain
        for match in compiled(rule.template).finditer(text):
            mark, share = (named_groups(match).get(name) or "" for name in ("amount", "share"))
            if (
                mark in amounts
                or (rule.target and share in shares)
                or (
                    not rule.on_full
                    and any(a < match.end() and match.start() < b for a, b in taken)
                )
            ):
                continue
            claims = tuple(claims_of(rule, match, reading, label))
            if claims:
                ahead = money_after(text, match.end()) if rule.looks_ahead and not mark else mark
                if not rule.shares_words:
                    taken.append(match.span())
                amounts |= {ahead} - {""}
                shares |= {share} - {""}
                yield from claims
