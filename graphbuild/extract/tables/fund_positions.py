"""What registered funds hold, by Form N-PORT: shares, bonds, loans, notes of securitisations.

Lives here: what a position asserts. Not here: reading the form (`documents.portfolios`), Form 13F
(`ownership`).

Flow: Document.rows of kind "position" -> one claim a long position of a named issuer.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party
from graphbuild.records.claim import Claim, Role, Status, Terms
from graphbuild.records.document import Document, FormRow
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure, exact
from graphbuild.records.period import PartialDate, partial_date

_INSTRUMENTS = {
    "EC": InstrumentId.HOLDING,
    "EP": InstrumentId.HOLDING,
    "DBT": InstrumentId.BOND,
    "LON": InstrumentId.LOAN,
    "ABS-MBS": InstrumentId.ABS,
    "ABS-APCP": InstrumentId.ABS,
    "ABS-CBDO": InstrumentId.ABS,
    "ABS-O": InstrumentId.ABS,
    "SN": InstrumentId.BOND,
}
"""Item C.4.a of the form; derivatives, repurchase agreements, cash vehicles and real estate are
no capital that an issuer of the market receives from the fund."""


def find_fund_positions(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a long position.

    Takes "Lodestar Labs, PBC | Lodestar Labs PBC Series C PFD | EP | 1,200,000.00" and "Cinder
    Power LLC | Term Loan B | LON"; refuses short positions, derivatives, and a position without an
    issuer's name or a value.
    """
    if document.filer is None:
        return
    for row in document.rows:
        value = _number(row.get("valusd")) if row.kind == "position" else None
        instrument = _instrument(row)
        name = _issuer(row)
        if value is None or value <= 0 or instrument is None or not name:
            continue
        yield make_claim(
            document,
            FUND_POSITIONS.label,
            (row.start, row.end),
            instrument,
            (filer(document, Role.SOURCE, row.get("holder")), party(Role.TARGET, name)),
            exact(value),
            Measure.VALUE,
            Status.FUNDED,
            agreed_on=document.period_end,
            ends_on=_maturity(row),
            terms=Terms(facility=row.get("title"), rate=_rate(row)),
            note=_note(row),
        )


def _instrument(row: FormRow) -> InstrumentId | None:
    if row.get("payoffprofile").strip().lower() == "short":
        return None
    words = f"{row.get('title')} {row.get('assetdesc')}".lower()
    instrument = _INSTRUMENTS.get(row.get("assetcat").strip().upper())
    if "warrant" in words:
        return None  # an option on shares, of which the form tells no more than a price
    is_note = instrument is InstrumentId.BOND and "convertible" in words
    return InstrumentId.CONVERTIBLE if is_note else instrument


def _issuer(row: FormRow) -> str:
    """The name as the fund writes it: in full, unlike the abbreviations of Form 13F."""
    name = " ".join(row.get("name").split())
    return "" if name.upper() in {"", "N/A", "NA", "NONE"} else name


def _maturity(row: FormRow) -> PartialDate | None:
    try:
        return partial_date(row.get("maturitydt").strip()[:10] or None)
    except ValueError:
        return None


def _rate(row: FormRow) -> str:
    rate = row.get("annualizedrt").strip()
    return f"{rate}% {row.get('couponkind').lower()}".strip() if rate else ""


def _note(row: FormRow) -> str:
    """The size in its own units, and what a reader should know of the value."""
    units = {"PA": "principal", "NS": "shares", "NC": "contracts"}.get(row.get("units"), "units")
    parts = [
        f"fair value of {row.get('balance')} {units}",
        f"level {row.get('fairvallevel')}" if row.get("fairvallevel").isdigit() else "",
        "restricted" if row.get("isrestrictedsec").upper() == "Y" else "",
        "in default" if row.get("isdefault").upper() == "Y" else "",
    ]
    return "; ".join(part for part in parts if part)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


FUND_POSITIONS = Pattern("fund_positions", 1, find_fund_positions)
