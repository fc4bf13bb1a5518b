"""Claims as flat rows, the form in which they are compared with hand-written ones and printed.

Lives here: `claim_row`. Not here: comparing (the tests), storing (`ledger`).

Flow: Claim -> dict of text, numbers and ``None``.
"""

import re
from decimal import Decimal

from graphbuild.extract.base import UNNAMED_PREFIX
from graphbuild.extract.grammar.names import without_legal_form
from graphbuild.records.claim import Claim, PartyMention, Role
from graphbuild.records.keys import slug
from graphbuild.records.money import Qualifier

Cell = str | int | float | None


_SARL = re.compile(r"\bS\.?\s?à\.?\s?r\.?\s?l\b\.?", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[A-Za-zÀ-ÿ]\.\s?){2,}(?:[A-Za-zÀ-ÿ]\b)?|(?<=\w)&(?=\w)")


def _party_id(party: PartyMention) -> str:
    if party.entity_id:
        return party.entity_id
    if party.is_unnamed:
        return f"{UNNAMED_PREFIX}{party.name}"
    return slug(without_legal_form(_INITIALS.sub(_joined, _SARL.sub("SARL", party.name))))


def _joined(match: re.Match[str]) -> str:
    """Initials and "&" between letters as people run them together: J.P. -> JP, S&P -> SP."""
    return re.sub(r"[^\w]", "", match[0]) + (" " if match[0].endswith((" ", ".")) else "")


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _note(claim: Claim) -> str | None:
    """What has no field of its own: the issuer of shares sold, the plan, the rate of a loan."""
    rate = f"rate {claim.terms.rate}" if claim.terms.rate else ""
    return "; ".join(filter(None, (claim.note, rate))) or None


def claim_row(claim: Claim) -> dict[str, Cell]:
    """One claim with the fields of a hand-written one, and where it stands.

    `amount` is the figure as written; for a range its low end, with `amount_high` the other. A
    share stated without reservation is "exact".
    """
    amount = claim.amount
    source, target = claim.with_role(Role.SOURCE)[0], claim.with_role(Role.TARGET)[0]
    obligors = claim.with_role(Role.OBLIGOR)
    is_range = amount.qualifier is Qualifier.RANGE
    qualifier = amount.qualifier
    if claim.share is not None and qualifier is Qualifier.UNDISCLOSED:
        qualifier = Qualifier.EXACT
    shown = amount.low if is_range and amount.point is None else amount.point
    return {
        "doc": claim.citation.path,
        "item": claim.citation.item,
        "source": _party_id(source),
        "source_name": source.name,
        "target": _party_id(target),
        "target_name": target.name,
        "instrument": str(claim.instrument),
        "amount": _number(shown),
        "amount_high": _number(amount.high) if is_range else None,
        "amount_low": _number(amount.low),
        "currency": amount.currency,
        "qualifier": str(qualifier),
        "measure": str(claim.measure),
        "share": _number(claim.share),
        "status": str(claim.status),
        "on_behalf_of": _party_id(obligors[0]) if obligors else None,
        "date": str(claim.agreed_on) if claim.agreed_on else None,
        "end": str(claim.ends_on) if claim.ends_on else None,
        "quote": claim.citation.quote,
        "start": claim.citation.start,
        "end_offset": claim.citation.end,
        "note": _note(claim),
        "pattern": claim.pattern,
        "confidence": str(claim.confidence),
    }
