"""What concepts of US GAAP say of a contract: instrument, measure, who stands across.

A new concept is a new row. Not here: reading facts (`xbrl_facts`).
"""

import re
from dataclasses import dataclass

from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a concept says: instrument, measure and status, and who stands across from the filer.

    `needs` must stand in the sentence; `is_owed` is false where the filer pays or holds.
    """

    concept: re.Pattern[str]
    needs: re.Pattern[str]
    instrument: InstrumentId
    other_side: str
    measure: Measure
    status: Status
    is_owed: bool = True


def _meaning(
    concept: str,
    needs: str,
    instrument: InstrumentId,
    other_side: str,
    measure: Measure,
    status: Status = Status.FUNDED,
    *,
    is_owed: bool = True,
) -> Meaning:
    return Meaning(
        concept=re.compile(rf":(?:{concept})$"),
        needs=re.compile(needs, re.IGNORECASE),
        instrument=instrument,
        other_side=other_side,
        measure=measure,
        status=status,
        is_owed=is_owed,
    )


_FACILITY = "LineOfCreditFacilityMaximumBorrowingCapacity"
_PURCHASE = (
    "PurchaseObligation|UnrecordedUnconditionalPurchaseObligationBalanceSheetAmount"
    "|UnrecordedUnconditionalPurchaseObligation|PurchaseCommitmentRemainingMinimumAmountCommitted"
    "|LongTermPurchaseCommitmentAmount"
)
_COMMERCIAL_PAPER = "commercial-paper-holders"
MEANINGS: tuple[Meaning, ...] = (
    _meaning(_FACILITY, r"commercial paper", InstrumentId.BOND, _COMMERCIAL_PAPER, Measure.CEILING),
    _meaning(
        _FACILITY,
        r"revolv|line of credit|credit facilit",
        InstrumentId.REVOLVER,
        "lenders",
        Measure.CEILING,
    ),
    _meaning(
        "CommercialPaper",
        r"outstanding",
        InstrumentId.BOND,
        _COMMERCIAL_PAPER,
        Measure.OUTSTANDING,
    ),
    _meaning(
        "DebtInstrumentFaceAmount",
        r"(?:issu|sold|sale|offer).{0,160}convertible.{0,40}notes",
        InstrumentId.CONVERTIBLE,
        "noteholders",
        Measure.HEADLINE,
    ),
    _meaning(
        "DebtInstrumentFaceAmount",
        r"(?:issu|sold|sale|offer).{0,160}\bnotes\b",
        InstrumentId.BOND,
        "noteholders",
        Measure.HEADLINE,
    ),
    _meaning(
        _PURCHASE,
        r"^(?!.*\bleas(?:e|es|ing)\b).*(?:commitments?|obligat|committed)",
        InstrumentId.PURCHASE_COMMITMENT,
        "suppliers",
        Measure.COMMITTED,
        Status.SIGNED,
        is_owed=False,
    ),
    _meaning(
        r"Lessee\w*LeaseNotYetCommenced\w*",
        r"\blease",
        InstrumentId.LEASE,
        "landlords",
        Measure.COMMITTED,
        Status.SIGNED,
        is_owed=False,
    ),
)
