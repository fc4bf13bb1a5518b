"""Who is known to lend: banks, and others whose trade it is.

Lives here: the kinds and the two questions asked of a party. Not here: which side of a loan a party
stands on (`sides`), words that call somebody a lender (`called`).
"""

import re

from graphbuild.extract.grammar.parties import Mention

BANKS = frozenset({"bank", "agent_bank"})
LENDERS = BANKS | {"asset_manager", "lender"}
_CALLED_BANK = re.compile(r"\bBank\b")


def is_bank(party: Mention) -> bool:
    """Whether a party is known as a bank or calls itself one: tapped for a loan it borrows none."""
    return party.kind in BANKS or bool(_CALLED_BANK.search(party.name))


def is_lender(party: Mention) -> bool:
    """Whether a party is a bank, or lends by trade."""
    return party.kind in LENDERS or is_bank(party)
