"""What a cell of a curated table may hold: the column types, and the base of every row.

Lives here: types and `Row`. Not here: which table has which columns (`schema`, `deal_row`).
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from graphbuild.records.identifiers import is_lei
from graphbuild.records.period import PartialDate

UNNAMED_PREFIX = "unnamed:"
"""Starts a party whose name no source gives: ``unnamed:direct-customer-a``."""


class Row(BaseModel):
    """One line of a table; `line` is its number as a spreadsheet shows it, the header being 1.

    `identity` names the columns that no two rows of the table may share; `may_be_absent` those that
    a table may do without.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    identity: ClassVar[tuple[str, ...]] = ()
    may_be_absent: ClassVar[frozenset[str]] = frozenset()

    line: int = 0

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Column names in the order they stand in the file."""
        return tuple(name for name in cls.model_fields if name != "line")


def fault(code: str, column: str, message: str, advice: str) -> PydanticCustomError:
    """An error of one row that names its column and what to do; `reading` makes it an Issue."""
    context = {"code": code, "column": column, "message": message, "advice": advice}
    return PydanticCustomError("fault", "{message}", context)


def whole_units(millions: Decimal) -> Decimal:
    """Millions as a table holds them -> whole units as records hold them, without rounding.

    >>> whole_units(Decimal("27293.8"))
    Decimal('27293800000')
    """
    units = millions * 1_000_000
    return units.quantize(Decimal(1)) if units == units.to_integral_value() else units


def is_unnamed(party: str) -> bool:
    """Whether a party column withholds the name."""
    return party.startswith(UNNAMED_PREFIX)


def _plus(value: Any) -> Any:
    return _parts(value, "+")


def _pipe(value: Any) -> Any:
    return _parts(value, "|")


def _parts(value: Any, separator: str) -> Any:
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(separator) if part.strip())


def _date(value: Any) -> Any:
    return PartialDate(value) if isinstance(value, str) else value


def _lei(value: str) -> str:
    if not is_lei(value):
        message = f"{value!r} is no legal entity identifier: 20 characters, the last two of check"
        raise fault("bad-lei", "", message, "copy it from the register, or leave the cell empty")
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("yes", "no"):
        return value == "yes"
    raise fault("unknown-value", "", f"{value!r} is not 'yes' or 'no'", "write yes or no")


def _maybe_flag(value: Any) -> Any:
    return None if value is None or value == "unknown" else _flag(value)


Date = Annotated[PartialDate, BeforeValidator(_date)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.:-]*$")]
Parties = Annotated[tuple[Slug, ...], BeforeValidator(_plus)]
Words = Annotated[tuple[str, ...], BeforeValidator(_pipe)]
Money = Annotated[Decimal, Field(ge=0, le=10**12, allow_inf_nan=False)]
SignedMoney = Annotated[Decimal, Field(allow_inf_nan=False)]
Fraction = Annotated[Decimal, Field(ge=0, le=1, allow_inf_nan=False)]
Accession = Annotated[str, Field(pattern=r"^\d{10}-\d{2}-\d{6}$")]
Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
Cik = Annotated[str, Field(pattern=r"^[1-9]\d{0,9}$")]
Lei = Annotated[str, AfterValidator(_lei)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Flag = Annotated[bool, BeforeValidator(_flag)]
MaybeFlag = Annotated[bool | None, BeforeValidator(_maybe_flag)]
Text = Annotated[str, Field(min_length=1)]
PaidIn = Literal[
    "cash",
    "stock",
    "compute",
    "credits",
    "assets",
    "none",
    "unknown",
    "cash and credits",
    "cash and compute",
    "contract consideration",
]
SourceType = Literal["sec_filing", "press_release", "news", "blog", "secondary"]
