"""What companies under a head are to the filer: "Landlord", "Supplier", "Tenant", "Investor".

Lives here: the heads and, for each, the contract, who pays, and which figures are its sum. Not
here: reading tables that have such a head (`role_tables`).
"""

import re
from dataclasses import dataclass

from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleColumn:
    """One kind of column.

    Parameters
    ----------
    head : all words over the column.
    instrument : what the contract is; ``None`` where the words around tell what is sold.
    is_payer : those named pay the filer; else the filer pays them.
    sums : heads of figures that are the contract's sum, the best first.
    about : what heading, caption or heads must say besides.
    needs_sum : without a figure under such a head there is no claim.
    """

    head: re.Pattern[str]
    instrument: InstrumentId | None
    is_payer: bool
    measure: Measure
    status: Status
    sums: tuple[re.Pattern[str], ...] = ()
    about: re.Pattern[str] | None = None
    needs_sum: bool = True


def head_of(words: str) -> re.Pattern[str]:
    """A head that says these words and nothing else: "Supplier", "Name of supplier"."""
    return re.compile(rf"^(?:names? of (?:the )?)?(?:{words})(?: names?)?$", re.IGNORECASE)


def _any(*heads: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(head, re.IGNORECASE) for head in heads)


_RENT = _any(
    r"\bundiscounted\b|\b(?:total|aggregate) (?:[a-z]+ ){0,2}(?:payments?|rent|value)\b",
    r"\bcontract(?:ed)? (?:value|revenue)\b|\blease (?:value|commitment|obligation)s?\b",
)
_CONTRACT = _any(
    r"\b(?:total|aggregate) (?:[a-z]+ ){0,2}(?:value|revenue|commitments?|price|amount)\b",
    r"\bcontract(?:ed)? (?:value|revenue|price|amount)\b|\border value\b",
    r"\bcommitments?\b|\bpurchase (?:price|obligations?)\b|\bminimum (?:revenue|payments)\b",
)
_PAID_IN = _any(
    r"\b(?:subscription|investment|purchase) (?:amount|price)\b|\bamount invested\b|\bproceeds\b"
)
_STOCK = re.compile(
    r"\b(?:common|preferred|ordinary|capital) (?:stock|shares)\b"
    r"|\b(?:sold|number of|sale of) shares\b",
    re.IGNORECASE,
)
_LENT = re.compile(
    r"\b(?:notes?|loans?) receivables?\b|\breceivables? from (?:notes|loans)\b"
    r"|\bloans? (?:made|granted|extended|to)\b",
    re.IGNORECASE,
)
_WARRANTS = re.compile(
    r"\bwarrants? (?:outstanding|issued|held)\b|\boutstanding warrants\b", re.IGNORECASE
)
_ACQUIRED = re.compile(r"\bacquisitions?\b|\bacquired\b|\bbusiness combinations?\b", re.IGNORECASE)

COLUMNS = (
    RoleColumn(
        head=head_of(r"suppliers?|vendors?|manufacturers?|equipment suppliers?"),
        instrument=None,
        is_payer=False,
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        sums=_CONTRACT,
        needs_sum=False,
    ),
    RoleColumn(
        head=head_of(r"landlords?|lessors?|sublandlords?"),
        instrument=InstrumentId.LEASE,
        is_payer=False,
        measure=Measure.COMMITTED,
        status=Status.FUNDED,
        sums=_RENT,
        needs_sum=False,
    ),
    RoleColumn(
        head=head_of(r"(?:sub)?tenants?|lessees?"),
        instrument=InstrumentId.LEASE,
        is_payer=True,
        measure=Measure.COMMITTED,
        status=Status.FUNDED,
        sums=_RENT,
        needs_sum=False,
    ),
    RoleColumn(
        head=head_of(r"customers?|clients?|off-?takers?"),
        instrument=None,
        is_payer=True,
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
        sums=_CONTRACT,
    ),
    RoleColumn(
        head=head_of(r"(?:equity |institutional )?(?:investors?|purchasers?|subscribers?)"),
        instrument=InstrumentId.EQUITY,
        is_payer=True,
        measure=Measure.HEADLINE,
        status=Status.SIGNED,
        sums=_PAID_IN,
        about=_STOCK,
    ),
    RoleColumn(
        head=head_of(r"(?:warrant ?)?holders?"),
        instrument=InstrumentId.WARRANT,
        is_payer=True,
        measure=Measure.OUTSTANDING,
        status=Status.FUNDED,
        about=_WARRANTS,
        needs_sum=False,
    ),
    RoleColumn(
        head=head_of(r"borrowers?|debtors?"),
        instrument=InstrumentId.LOAN,
        is_payer=False,
        measure=Measure.OUTSTANDING,
        status=Status.FUNDED,
        sums=_any(r"\b(?:principal|outstanding|balance|carrying)\b|\b20\d\d\b"),
        about=_LENT,
    ),
    RoleColumn(
        head=head_of(
            r"(?:acquired )?(?:compan(?:y|ies)|business(?:es)?)(?: acquired)?|targets?|acquirees?|"
            r"acquisitions?"
        ),
        instrument=InstrumentId.ACQUISITION,
        is_payer=False,
        measure=Measure.HEADLINE,
        status=Status.FUNDED,
        sums=_any(r"\b(?:purchase|transaction|acquisition) (?:price|value)\b|\bconsideration\b"),
        about=_ACQUIRED,
    ),
)
"""The kinds, each tried in turn."""

GUARANTEED = head_of(r"obligors?|guaranteed part(?:y|ies)|primary obligors?|debtors?|on behalf of")
BENEFICIARY = head_of(r"beneficiar(?:y|ies)|creditors?|guaranteed (?:creditor|lender)s?")
MAXIMUM = _any(
    r"\bmaximum\b|\bexposure\b|\bguaranteed (?:amount|debt|principal)\b|\bamount guaranteed\b"
)
"""Heads of tables of guarantees: for whom, toward whom, up to what."""
