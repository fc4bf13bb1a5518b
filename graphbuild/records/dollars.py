"""How many digits a figure of money has for people: three, and a unit. Nothing else about wording.

Tables write "6.5 bn", maps write "$6.5bn"; both take number and unit from here, so that the same
amount is never rounded in two ways.
"""

UNITS = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k"), (1.0, ""))


def in_short(value: float, largest: str = "tn") -> tuple[str, str]:
    """The number at three significant digits, and its unit.

    Parameters
    ----------
    largest : unit above which numbers keep their digits: "bn" writes 1,050 bn.

    >>> in_short(6.5e9), in_short(999.96e6), in_short(1.05e12, "bn"), in_short(0)
    (('6.5', 'bn'), ('1', 'bn'), ('1,050', 'bn'), ('0', ''))
    """
    names = [unit for _, unit in UNITS]
    for size, unit in UNITS[names.index(largest) :]:
        # 999.96 million rounds to 1,000 million, which is a billion: take the larger unit early
        if abs(value) >= size * 0.9995:
            return _three_digits(value / size), unit
    return _three_digits(value), ""


def _three_digits(number: float) -> str:
    decimals = 0 if abs(number) >= 99.95 else 1 if abs(number) >= 9.995 else 2
    text = f"{number:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
