"""How money, dates, names and states are written on a map: numbers and codes -> short words.

Not here: sentences about a whole deal (`panel`), sums (`sums`).
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from graphbuild.records.dollars import in_short

NAME_LIMIT = 200
TEXT_LIMIT = 1500
CUT = " [cut here; the rest is in the source]"

_LEGAL_FORM = re.compile(
    r"[,\s]+(?:inc|incorporated|corp|corporation|co|company|llc|l\.l\.c|ltd|limited|plc|pbc|"
    r"l\.?p|llp|n\.?v|s\.?a|s\.?e|ag|gmbh|holdings?|group|national association|n\.?a)\.?$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\((?:group|not named|members not listed)\)\s*$", re.IGNORECASE)

KIND_WORD: dict[str, str] = {
    "ai_lab": "AI lab", "chipmaker": "chipmaker", "supplier": "supplier",
    "hyperscaler": "cloud company", "neocloud": "neocloud", "host": "data centre host",
    "spv": "vehicle", "bank": "bank", "agent_bank": "agent bank", "lender": "lender",
    "asset_manager": "asset manager", "vc": "venture investor", "sovereign": "sovereign investor",
    "person": "person", "other": "other company", "unnamed": "unnamed party",
    "unknown": "party of unknown kind",
}  # fmt: skip

TIER_WORD: dict[str, str] = {
    "audited_filing": "audited filing", "filing": "filing", "contract_exhibit": "contract exhibit",
    "party_release": "a party's release", "named_news": "news with a named source",
    "unnamed": "unnamed source or blog",
}  # fmt: skip

VERIFICATION_WORD: dict[str, str] = {
    "opened": "the source was opened and read",
    "relayed": "the source's address was taken from a document that was read",
    "secondary": "unverified: no public source yet",
    "": "read in the document itself",
}

FIRMNESS_WORD: dict[str, str] = {
    "firm": "firm", "contingent": "contingent", "headline": "headline", "past": "past or position",
}  # fmt: skip

RECOURSE_WORD: dict[str, str] = {
    "guaranteed": "guaranteed by the sponsor", "recourse": "with recourse to the sponsor",
    "non_recourse": "without recourse to the sponsor", "unknown": "",
}  # fmt: skip

RELATION_WORD: dict[str, str] = {
    "owner": "owned by", "joint_venture": "joint venture of", "sponsor": "sponsored by",
    "arranger": "arranged by", "group": "group around",
}  # fmt: skip


def usd(value: float) -> str:
    """US dollars at three significant digits: ``$6.5bn``, ``$750m``, ``$1.05tn``.

    >>> usd(6.5e9), usd(999.96e6), usd(0), usd(130e9)
    ('$6.5bn', '$1bn', '$0', '$130bn')
    """
    return "$" + "".join(in_short(value))


def interval(low: float | None, high: float | None) -> str:
    """Bounds in words; empty where there is nothing.

    >>> interval(0, 5e9), interval(2e9, None), interval(1e9, 2e9), interval(0, 0)
    ('up to $5bn', 'at least $2bn', '$1bn to $2bn', '')
    """
    if high is None:
        return f"at least {usd(low)}" if low else "no upper bound stated"
    if not low:
        return f"up to {usd(high)}" if high else ""
    return usd(low) if usd(low) == usd(high) else f"{usd(low)} to {usd(high)}"


def amount(flow: Mapping[str, Any]) -> str:
    """The figure that stands for a flow, with its qualifier: "up to $7.6bn", "about $38bn".

    A consortium member's flow says that only the total is known.
    """
    if flow["is_joint"]:
        joint = flow["joint_usd"]
        return f"part of {usd(joint)}" if joint is not None else "no figure"
    point, low, high = flow["usd_point"], flow["usd_low"], flow["usd_high"]
    before = {"about": "about ", "up_to": "up to ", "at_least": "at least "}
    figure = point
    if figure is None:
        figure = low if flow["qualifier"] == "at_least" else high
    if flow["qualifier"] in before and figure is not None:
        return before[flow["qualifier"]] + usd(figure)
    if flow["qualifier"] == "exact" and figure is not None:
        return usd(figure)
    if low is not None or high is not None:
        return interval(low, high) or "$0"
    share = flow["share"]
    return percent(share) if share is not None else "no figure"


def percent(share: float) -> str:
    """A fraction as per cent, one decimal at most.

    >>> percent(0.265), percent(0.67)
    ('26.5%', '67%')
    """
    return f"{share * 100:.1f}".rstrip("0").rstrip(".") + "%"


def short_name(name: str, limit: int = 27) -> str:
    """A name for a label: legal form and remarks dropped, cut at a word when it is too long.

    A short last word (a number, "JV") tells vehicles apart and stays.

    >>> short_name("CoreWeave, Inc."), short_name("SoftBank Group Corp.")
    ('CoreWeave', 'SoftBank')
    >>> short_name("CoreWeave Compute Acquisition Co. VII, LLC")
    'CoreWeave Compute… VII'
    """
    text = _bare(" ".join(name.split())) or name[:limit]
    if len(text) <= limit:
        return text
    last = text.rsplit(" ", 1)[-1]
    tail = f" {last}" if len(last) <= 5 else ""
    head = text[: limit - 1 - len(tail)]
    if " " in head:
        head = head.rsplit(" ", 1)[0]
    return f"{head.rstrip(' ,(&')}…{tail}"


def _bare(text: str) -> str:
    """The name without remark and legal forms, or as it was if nothing would be left."""
    while True:
        shorter = _LEGAL_FORM.sub("", _REMARK.sub("", text)).rstrip(" ,&")
        if shorter in {text, ""}:
            return text
        text = shorter


def clipped(text: str, limit: int = TEXT_LIMIT) -> str:
    """The text, cut and marked as cut where it is longer than a panel can hold."""
    return text if len(text) <= limit else text[:limit] + CUT


def safe_url(url: str) -> str:
    """The address if it is a plain web link, else nothing: no ``javascript:``, no ``file:``."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else ""


def plural(count: int, one: str, many: str) -> str:
    """``1 flow``, ``2 flows``, ``1,200 flows``."""
    return f"{count:,} {one if count == 1 else many}"


def cut_at_word(text: str, limit: int) -> str:
    """The text on one line, cut at a word and marked with dots where it is longer.

    >>> cut_at_word("Delayed draw term loan", 16), cut_at_word("Notes", 16)
    ('Delayed draw…', 'Notes')
    """
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return f"{(head.rsplit(' ', 1)[0] if ' ' in head else head).rstrip(' ,;(&…')}…"
