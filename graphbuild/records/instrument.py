"""The instrument table: what each kind of contract means, declared once for all later stages.

`source` and `target` are the two ends of a claim as `source_is` and `target_is` say. The columns answer, for each instrument: who pays cash, who is owed, whether money that flows this
way can be part of a loop, where the claim ranks, and how it is drawn.

Recovery and loss-given-failure ranges are facts with a date and a source, so they are rows of the
curated table ``assumptions.csv``; `recovery_key` names the row.
"""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """One end of a claim, or neither."""

    SOURCE = "source"
    TARGET = "target"
    NONE = "none"


class Family(StrEnum):
    """Instruments that mean the same to a reader of a map; one colour each."""

    EQUITY = "equity"
    DEBT = "debt"
    COMMITMENT = "commitment"
    CONTINGENT = "contingent"
    REVENUE = "revenue"
    OWNERSHIP = "ownership"
    POSITION = "position"


class Rank(StrEnum):
    """Place in the queue of creditors, first paid first; the order of the members is the order."""

    SECURED = "secured"
    SENIOR = "senior"
    TRADE = "trade"
    CONTINGENT = "contingent"
    EQUITY = "equity"
    NONE = "none"


class InstrumentId(StrEnum):
    """Names as they stand in claims, tables and on the command line."""

    EQUITY = "equity"
    CONVERTIBLE = "convertible"
    WARRANT = "warrant"
    ACQUISITION = "acquisition"
    LOAN = "loan"
    REVOLVER = "revolver"
    BOND = "bond"
    ABS = "abs"
    VENDOR_FINANCING = "vendor_financing"
    CLOUD_CONTRACT = "cloud_contract"
    SUPPLY_CONTRACT = "supply_contract"
    PURCHASE_COMMITMENT = "purchase_commitment"
    LEASE = "lease"
    GUARANTEE = "guarantee"
    REVENUE = "revenue"
    REVENUE_SHARE = "revenue_share"
    OWNERSHIP = "ownership"
    HOLDING = "holding"
    OPTION_POSITION = "option_position"
    INSIDER_SALE = "insider_sale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One row of the table.

    Parameters
    ----------
    source_is, target_is : words for the two ends.
    payer_is : which end pays cash when the contract performs at its start (equity: the investor).
    obligor_is : which end owes performance afterwards; the other end is exposed to it.
    exposed_is : which end loses if the other fails.
    is_forward : the amount is still to come or at risk; recognised revenue is not.
    closes_loop : money sent this way can be part of a circle of financing.
    is_always_contingent : a promise that only pays on an event, whatever its status.
    recovery_key : row of ``assumptions.csv`` with the share recovered when the obligor fails.
    """

    instrument_id: InstrumentId
    family: Family
    label: str
    source_is: str
    target_is: str
    payer_is: Side
    obligor_is: Side
    exposed_is: Side
    is_forward: bool
    closes_loop: bool
    is_always_contingent: bool
    rank: Rank
    recovery_key: str


FAMILY_COLOUR: dict[Family, str] = {
    Family.EQUITY: "#0072B2",
    Family.DEBT: "#D55E00",
    Family.COMMITMENT: "#009E73",
    Family.CONTINGENT: "#CC79A7",
    Family.REVENUE: "#B8860B",
    Family.OWNERSHIP: "#7F7F7F",
    Family.POSITION: "#56B4E9",
}
"""Okabe-Ito hues (Okabe and Ito 2008, Color Universal Design); yellow darkened to be legible."""

_S, _T, _N = Side.SOURCE, Side.TARGET, Side.NONE
_I, _F, _R = InstrumentId, Family, Rank


def _row(
    instrument_id: InstrumentId,
    family: Family,
    label: str,
    ends: str,
    sides: tuple[Side, Side, Side],
    rank: Rank,
    recovery_key: str,
    *,
    forward: bool = True,
    loop: bool = True,
    contingent: bool = False,
) -> Instrument:
    source_is, target_is = ends.split(" -> ")
    payer_is, obligor_is, exposed_is = sides
    return Instrument(
        instrument_id=instrument_id,
        family=family,
        label=label,
        source_is=source_is,
        target_is=target_is,
        payer_is=payer_is,
        obligor_is=obligor_is,
        exposed_is=exposed_is,
        is_forward=forward,
        closes_loop=loop,
        is_always_contingent=contingent,
        rank=rank,
        recovery_key=recovery_key,
    )


# Sides: (who pays cash first, who then owes, who is exposed to the other).
_FUNDING = (_S, _T, _S)
_PURCHASE = (_S, _S, _T)

INSTRUMENTS: tuple[Instrument, ...] = (
    _row(_I.EQUITY, _F.EQUITY, "equity", "investor -> issuer", _FUNDING, _R.EQUITY, "recovery.equity"),
    _row(_I.CONVERTIBLE, _F.EQUITY, "convertible", "holder -> issuer", _FUNDING, _R.SENIOR, "recovery.senior"),
    _row(_I.WARRANT, _F.EQUITY, "warrant", "holder -> issuer", (_N, _T, _S), _R.EQUITY, "recovery.equity", loop=False, contingent=True),
    _row(_I.ACQUISITION, _F.EQUITY, "acquisition", "acquirer -> acquired", _FUNDING, _R.EQUITY, "recovery.equity"),
    _row(_I.LOAN, _F.DEBT, "loan", "lender -> borrower", _FUNDING, _R.SECURED, "recovery.secured"),
    _row(_I.REVOLVER, _F.DEBT, "revolving credit", "lender -> borrower", _FUNDING, _R.SENIOR, "recovery.senior"),
    _row(_I.BOND, _F.DEBT, "bond", "holder -> issuer", _FUNDING, _R.SENIOR, "recovery.senior"),
    _row(_I.ABS, _F.DEBT, "asset-backed notes", "holder -> issuer", _FUNDING, _R.SECURED, "recovery.secured"),
    _row(_I.VENDOR_FINANCING, _F.DEBT, "vendor financing", "vendor or lender -> buyer", _FUNDING, _R.SECURED, "recovery.secured"),
    _row(_I.CLOUD_CONTRACT, _F.COMMITMENT, "cloud contract", "customer -> provider", _PURCHASE, _R.TRADE, "relet.cloud"),
    _row(_I.SUPPLY_CONTRACT, _F.COMMITMENT, "supply contract", "customer -> supplier", _PURCHASE, _R.TRADE, "relet.supply"),
    _row(_I.PURCHASE_COMMITMENT, _F.COMMITMENT, "purchase commitment", "buyer -> seller", _PURCHASE, _R.TRADE, "relet.supply"),
    _row(_I.LEASE, _F.COMMITMENT, "lease", "tenant -> landlord", _PURCHASE, _R.TRADE, "relet.lease"),
    _row(_I.GUARANTEE, _F.CONTINGENT, "guarantee", "guarantor -> beneficiary", (_N, _S, _T), _R.CONTINGENT, "recovery.senior", loop=False, contingent=True),
    _row(_I.REVENUE, _F.REVENUE, "revenue", "customer -> vendor", (_S, _N, _T), _R.NONE, "none", forward=False),
    _row(_I.REVENUE_SHARE, _F.REVENUE, "revenue share", "payer -> receiver", _PURCHASE, _R.TRADE, "relet.supply"),
    _row(_I.OWNERSHIP, _F.OWNERSHIP, "ownership", "parent -> subsidiary", (_N, _N, _S), _R.NONE, "none", forward=False, loop=False),
    _row(_I.HOLDING, _F.POSITION, "holding", "holder -> issuer", (_N, _T, _S), _R.EQUITY, "recovery.equity", loop=False),
    _row(_I.OPTION_POSITION, _F.POSITION, "option position", "holder -> issuer", (_N, _N, _N), _R.NONE, "none", forward=False, loop=False, contingent=True),
    _row(_I.INSIDER_SALE, _F.POSITION, "insider sale", "market -> insider", (_S, _N, _N), _R.NONE, "none", forward=False, loop=False),
)  # fmt: skip

_BY_ID = {row.instrument_id: row for row in INSTRUMENTS}


def instrument(instrument_id: InstrumentId | str) -> Instrument:
    """The table's row for an instrument.

    Raises
    ------
    ValueError
        an instrument the table does not have; the message lists those it has.
    """
    try:
        return _BY_ID[InstrumentId(instrument_id)]
    except ValueError as error:
        known = ", ".join(row.instrument_id for row in INSTRUMENTS)
        raise ValueError(f"unknown instrument {instrument_id!r}; use one of: {known}") from error
