"""Contracts of plain clauses: who buys is told by the words around the two parties.

Accepts: "Tidepool allegedly inked a $300 billion deal with Harbor Compute for cloud capacity."
Accepts: "Tidepool's five-year, $38 billion contract with Harbor Compute ..."
Refuses: "Tidepool struck a $5 billion deal with Harbor Bank." (a bank hosts and supplies nothing)

Lives here: the claim of such a clause. Not here: its grammar (`clauses`), the direction (`buying`),
what is bought (`contract_kind`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.buying import subject_buys
from graphbuild.extract.claiming import amount_of, build, mentions_in
from graphbuild.extract.clause_words import Thing
from graphbuild.extract.clauses import Clause
from graphbuild.extract.contract_kind import contract_instrument
from graphbuild.extract.contract_wording import OTHER_CONTRACTS, SALE_OF_STAKE
from graphbuild.extract.reading import Reading
from graphbuild.extract.wording import status_of
from graphbuild.records.claim import Claim, Status
from graphbuild.records.instrument import InstrumentId

CONTRACTS = frozenset({Thing.CONTRACT, Thing.LEASE, Thing.GOODS})

_NO_TRADER = frozenset({"bank", "agent_bank", "asset_manager", "investor", "sovereign_fund"})


def contract_claims(reading: Reading, clause: Clause, label: str) -> Iterator[Claim]:
    """The claim of a clause whose money is a contract's value, if its direction is told."""
    said = clause.arguments
    other = (
        said.get("with") or said.get("from") or (said.get("to") if clause.verb == "place" else "")
    )
    if not other or OTHER_CONTRACTS.search(clause.words):
        return
    match = re.search(
        rf"(?P<source>{re.escape(clause.subject)})(?s:.*?){re.escape(clause.money)}"
        rf"(?s:.*?)(?P<target>{re.escape(other)})",
        reading.plain,
    )
    if match is None or SALE_OF_STAKE.search(reading.plain, match.end(), match.end() + 110):
        return
    left, right = mentions_in(reading, clause.subject), mentions_in(reading, other)
    if len(left) != 1 or len(right) != 1 or {left[0].kind, right[0].kind} & _NO_TRADER:
        return
    buys = subject_buys(reading, match)
    status = status_of(clause.auxiliary, reading.text, Status.SIGNED, is_news=reading.is_news)
    if buys is None or status is None:
        return
    customers, providers = (left, right) if buys else (right, left)
    instrument = contract_instrument(reading, match, reading.text, providers)
    if instrument is InstrumentId.PURCHASE_COMMITMENT and clause.thing is Thing.CONTRACT:
        return  # nothing says what is bought
    yield from build(
        reading,
        label,
        instrument=instrument,
        sources=customers,
        targets=providers,
        status=Status.SIGNED if status is Status.FUNDED else status,
        amount=amount_of(reading, clause.money),
    )
