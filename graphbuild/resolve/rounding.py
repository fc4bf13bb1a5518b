"""How two written figures relate: one the other rounded, or a slip of the unit.

Lives here: digits, roundings, thousandfolds. Not here: figures within 2 % (`matching`), what a
relation is worth as evidence (`agreement`).
"""

from decimal import Decimal
from enum import IntEnum

from graphbuild.records.money import Amount

_CLOSE = Decimal("0.05")
"""Rounding to one digit may hide another figure; up to this share it is taken for one."""
_UNITS = (1000, 1_000_000)


class Rounding(IntEnum):
    """How near a rounded figure is to the finer one."""

    NONE = 0
    WIDE = 1
    CLOSE = 2


def rounding(left: Amount, right: Amount) -> Rounding:
    """Whether one figure is the other rounded to the digits it is written with.

    WIDE: by rule of rounding, but further off than a reader would call the same figure: 40 for
    36.7. That alone says little.
    """
    if left.point is None or right.point is None or left.currency != right.currency:
        return Rounding.NONE
    rough, fine = sorted((left.point, right.point), key=digits)
    count = digits(rough)
    if not 0 < count < digits(fine):
        return Rounding.NONE
    step = Decimal(10) ** (rough.adjusted() - count + 1)
    off = abs(rough - fine)
    if off > step / 2:
        return Rounding.NONE
    return Rounding.CLOSE if off <= _CLOSE * rough else Rounding.WIDE


def digits(point: Decimal | None) -> int:
    """Significant digits of the figure as written, without zeros at its end.

    >>> digits(Decimal("2600000")), digits(Decimal("0"))
    (2, 0)
    """
    if not point:
        return 0
    return len(str(int("".join(map(str, point.as_tuple().digits)))).rstrip("0"))


def is_thousandfold(left: Amount, right: Amount) -> bool:
    """Whether one figure is a thousand or a million times the other: a slip of the unit.

    A slip keeps the digits: 2.6 million and 2.65 billion may be one, 2.6 million and 2.7 billion
    are two.
    """
    small, large = sorted((left.central or Decimal(0), right.central or Decimal(0)))
    if small <= 0 or left.currency != right.currency or large < 600 * small:
        return False
    return any(_is_alike(small, large / unit) for unit in _UNITS)


def _is_alike(left: Decimal, right: Decimal) -> bool:
    """Whether two figures are equal when both are rounded to the digits of the rougher one."""
    rough, fine = sorted((left, right), key=digits)
    step = Decimal(10) ** (rough.adjusted() - digits(rough) + 1)
    return abs(rough - fine) <= step / 2 if digits(rough) < digits(fine) else rough == fine
