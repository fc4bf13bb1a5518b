"""Form 13F: what an institutional manager holds. One row a position.

The unit of `value` changed: thousands of dollars in filings before 3 January 2023, dollars since
(SEC Release 34-95148; it goes by the filing date, not by the period). Some filers were late, so the
rule is checked against value per share, and where nothing decides no dollar value is given.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from statistics import median

from lxml import etree

from graphbuild.documents.formrows import (
    Fields,
    FormText,
    fields_of,
    first,
    first_text,
    named,
    values_of,
)
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.records.document import Filer
from graphbuild.records.period import PartialDate

DOLLARS_SINCE = PartialDate("2023-01-03")
"""First filing date on which `value` is in dollars (SEC Release 34-95148, effective date)."""

# The median share of a portfolio costs between a few and a few hundred dollars.
_LEAST_PRICE = Decimal("0.5")
_SURE_PRICE = Decimal(3)
_HIGHEST_IN_THOUSANDS = Decimal(15)
_SMALLEST_FILER_USD = Decimal(100_000_000)
"""Managers of less than this do not file (Exchange Act rule 13f-1)."""

_AMERICAN_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")


def read_table(root: etree._Element, text: FormText) -> Header:
    """An informationTable: one "holding" row an entry, with `value_usd` where the unit is sure."""
    entries = list(named(root, "infotable"))
    holdings = [fields_of(entry) for entry in entries]
    shown = [values_of(entry) for entry in entries]
    write_holdings(holdings, shown, text, filed_on=text.item.published_on)
    return Header(form="13F-HR")


def read_cover(root: etree._Element, text: FormText) -> Header:
    """The primary document: manager, quarter and totals; no positions."""
    manager = first(root, "filingmanager")
    name = first_text(manager, "name") if manager is not None else ""
    form = first_text(root, "submissiontype")
    period = american_date(first_text(root, "reportcalendarorquarter", "periodofreport"))
    totals = ", ".join(
        f"{label} {value}"
        for label, tag in (("entries", "tableentrytotal"), ("value", "tablevaluetotal"))
        if (value := first_text(root, tag))
    )
    text.prose(f"Form {form} of {name} for the period ended {period}: {totals or 'no totals'}.")
    text.prose(first_text(root, "additionalinformation"))
    for other in named(root, "othermanager", "othermanager2"):
        if found := first_text(other, "name"):
            text.prose(f"Other manager: {found}.")
    if form.startswith("13F-NT"):
        text.prose("All holdings are reported by other managers.")
    return Header(
        form=form,
        filer=Filer(name=name, cik=plain_cik(first_text(root, "cik"))) if name else None,
        period_end=period,
    )


def american_date(text: str) -> PartialDate | None:
    """12-31-2021 or 12/31/2021 as a date."""
    match = _AMERICAN_DATE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return PartialDate(f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}")
    except ValueError:
        return None


def write_holdings(
    holdings: Sequence[Fields],
    lines: Sequence[str],
    text: FormText,
    *,
    filed_on: PartialDate | None,
    stated: int | None = None,
) -> None:
    """Write positions as rows, with the dollar value where unit rule and prices agree.

    Parameters
    ----------
    lines : the text of each position.
    filed_on : filing date, which decides the unit.
    stated : the unit a rendered table states in its header.
    """
    unit, doubt = value_unit(holdings, filed_on, stated)
    if doubt and holdings:
        text.warn("value-unit", doubt, "compare the values with market prices of the period")
    for holding, line in zip(holdings, lines, strict=True):
        value = _number(holding.get("value", ""))
        if unit is not None and value is not None:
            holding["value_usd"] = f"{(value * unit).normalize():f}"
        text.row("holding", holding, line)


def value_unit(
    holdings: Sequence[Fields], filed_on: PartialDate | None, stated: int | None = None
) -> tuple[int | None, str]:
    """Dollars in one unit of `value`, 1 or 1,000, and the doubt about it; ``None`` if undecided."""
    rule = stated
    if rule is None and filed_on is not None:
        rule = _by_date(filed_on)
    price = _median_price(holdings)
    if price is None:
        return rule, "" if rule else "no filing date and no share counts to tell the unit of value"
    if rule == 1 and price < _LEAST_PRICE:
        return _late_filer(holdings, price)
    if rule == 1000 and price > _HIGHEST_IN_THOUSANDS:
        return 1, f"thousands by its filing date, but {price:.0f} a share: read as dollars"
    if rule is not None:
        return rule, ""
    if price < _LEAST_PRICE:
        return 1000, ""
    return (1, "") if price > _SURE_PRICE else (None, f"{price:.2f} a share leaves the unit open")


def _late_filer(holdings: Sequence[Fields], price: Decimal) -> tuple[int | None, str]:
    """A filing that by its date is in dollars and by its prices in thousands."""
    total = sum(_number(holding.get("value", "")) or Decimal(0) for holding in holdings)
    doubt = f"dollars by its filing date, but {price:.4f} a share"
    if total < _SMALLEST_FILER_USD:
        return 1000, f"{doubt}: read as thousands"
    return None, f"{doubt}: unit of value open"


def _by_date(filed_on: PartialDate) -> int | None:
    if filed_on.first_day() >= DOLLARS_SINCE.first_day():
        return 1
    return 1000 if filed_on.last_day() < DOLLARS_SINCE.first_day() else None


def _median_price(holdings: Sequence[Fields]) -> Decimal | None:
    prices = []
    for holding in holdings:
        value, shares = _number(holding.get("value", "")), _number(holding.get("sshprnamt", ""))
        is_plain = holding.get("sshprnamttype", "SH") == "SH" and not holding.get("putcall")
        if is_plain and value and shares:
            prices.append(value / shares)
    return median(prices) if prices else None


def _number(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() and value >= 0 else None
