"""Instruments that readers treat alike, by what the contract is.

Lives here: sets that more than one module asks for. Not here: how a map groups instruments
(`graphbuild.records.instrument.Family`), sets with one user (beside it).
"""

from graphbuild.records.instrument import InstrumentId

LENT = frozenset({InstrumentId.LOAN, InstrumentId.REVOLVER})
LOANS = LENT | {InstrumentId.VENDOR_FINANCING}
NOTES = frozenset({InstrumentId.BOND, InstrumentId.CONVERTIBLE, InstrumentId.ABS})
"""Debt that is sold to many holders."""
SOLD = NOTES | {InstrumentId.EQUITY}
TRADED = frozenset({
    InstrumentId.CLOUD_CONTRACT, InstrumentId.SUPPLY_CONTRACT, InstrumentId.PURCHASE_COMMITMENT,
})  # fmt: skip
"""Promises between a customer and who supplies it; a lease is none."""
