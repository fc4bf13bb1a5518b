"""What changed since the last snapshot, in words: new, changed and ended deals.

Compared by deal id and by what a reader would call the deal: amount, status, standing. A score that
moved is explained by the deals listed here.
"""

from collections.abc import Iterable

from graphbuild.records.claim import ENDED
from graphbuild.records.deal import Deal
from graphbuild.records.money import Amount


def describe_changes(
    before: Iterable[Deal] | None, after: Iterable[Deal], before_name: str | None
) -> str:
    """Markdown for ``changes.md``."""
    if before is None:
        count = len(list(after))
        return f"# Changes\n\nFirst snapshot of this workspace: {count} deals.\n"
    old = {deal.deal_id: deal for deal in before}
    new = {deal.deal_id: deal for deal in after}
    added = [new[key] for key in sorted(new.keys() - old.keys())]
    removed = [old[key] for key in sorted(old.keys() - new.keys())]
    both = [(old[key], new[key]) for key in sorted(old.keys() & new.keys())]
    ended = [b for a, b in both if b.status in ENDED and a.status not in ENDED]
    changed = [(b, words) for a, b in both if b not in ended and (words := _in_words(a, b))]
    lines = ["# Changes", "", f"Against snapshot {before_name}.", ""]
    lines += _section(
        "New deals", [f"{d.title}: {amount_words(d.amount)}, {d.status}" for d in added]
    )
    lines += _section("Changed deals", [f"{b.title}: {words}" for b, words in changed])
    lines += _section("Ended deals", [f"{d.title}: {d.status}" for d in ended])
    lines += _section("No longer there", [d.title for d in removed])
    return "\n".join(lines)


def differences(before: Deal, after: Deal) -> list[tuple[str, str]]:
    """What a reader would say of one deal has changed: words before and after."""
    pairs = [
        (amount_words(before.amount), amount_words(after.amount)),
        (str(before.status), str(after.status)),
        (str(before.standing), str(after.standing)),
    ]
    return [(was, now) for was, now in pairs if was != now]


def amount_words(amount: Amount) -> str:
    """An amount in words: "up to 6.5 bn USD", "undisclosed"."""
    if not amount.is_disclosed:
        return "undisclosed"
    words = {
        "exact": "",
        "range": "",
        "about": "about ",
        "up_to": "up to ",
        "at_least": "at least ",
    }
    if amount.qualifier == "range" and amount.low is not None and amount.high is not None:
        return f"{_short(float(amount.low))} to {_short(float(amount.high))} {amount.currency}"
    value = amount.central
    return f"{words[amount.qualifier]}{_short(float(value or 0))} {amount.currency}"


def _short(value: float) -> str:
    for size, unit in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:,.4g} {unit}"
    return f"{value:,.0f}"


def _in_words(before: Deal, after: Deal) -> str:
    return ", ".join(f"{was} -> {now}" for was, now in differences(before, after))


def _section(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return [f"## {title}", "", "None.", ""]
    return [f"## {title}", "", *(f"- {line}" for line in lines), ""]
