"""Positions and stakes from structured forms: 13F rows, insider sales, offerings, 13D/G owners.

Lives here: what a row of such a form asserts. Not here: reading the forms and their scale
(`documents`), lists of subsidiaries (`subsidiaries`), names written out (`issuer_names`).

Flow: Document.rows (`FormRow`) -> Claim*.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from graphbuild.extract.base import Context, Pattern, filer, make_claim, party, unnamed
from graphbuild.extract.grammar.issuer_names import is_reversed, issuer_name, person_name
from graphbuild.extract.tables.columns import find_date
from graphbuild.extract.tables.concentration import no_money
from graphbuild.records.claim import Claim, PartyMention, Role, Status, Terms
from graphbuild.records.document import Document, FormRow
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier, about, exact, undisclosed, up_to
from graphbuild.records.period import PartialDate

_TRUE = frozenset({"1", "true", "y", "yes", "x"})


def find_positions(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a row of Form 13F.

    Takes every row; a row with Put or Call is an option position whose value is that of the shares
    underneath, and says so. A row whose value the reader could not decide gives no claim.
    """
    if document.filer is None:
        return
    for row in document.rows:
        value = _number(row.get("value_usd")) if row.kind == "holding" else None
        name = row.get("nameofissuer")
        if value is None or not name:
            continue
        side = row.get("putcall").strip().title()
        unit = "principal" if row.get("sshprnamttype").upper() == "PRN" else "shares"
        shares = f"{row.get('sshprnamt')} {unit}"
        note = (
            f"{side}: the value is that of the {shares} underneath"
            if side
            else f"{row.get('titleofclass')}; {shares}"
        )
        yield make_claim(
            document,
            POSITIONS.label,
            (row.start, row.end),
            InstrumentId.OPTION_POSITION if side else InstrumentId.HOLDING,
            (filer(document, Role.SOURCE), party(Role.TARGET, issuer_name(name), name)),
            exact(value),
            Measure.VALUE,
            Status.FUNDED,
            terms=Terms(facility=row.get("titleofclass")),
            note=note,
        )


def find_insider_sales(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a Form 4 or 5: the sum of its open-market sales.

    Takes rows of code S; refuses exercises (M), grants (A), gifts (G) and tax withholding (F).
    """
    by_owner: dict[tuple[str, str], list[FormRow]] = {}
    for row in document.rows:
        if row.kind == "transaction" and row.get("transactioncode").strip().upper() == "S":
            by_owner.setdefault((row.get("rptownername"), row.get("issuername")), []).append(row)
    for (owner, issuer), rows in by_owner.items():
        sold = [
            (_number(r.get("transactionshares")), _number(r.get("transactionpricepershare")))
            for r in rows
        ]
        total = sum((shares * price for shares, price in sold if shares and price), Decimal(0))
        is_open = any(price is None for _, price in sold)
        if owner and (total > 0 or is_open):
            yield _sale(document, owner, issuer, rows, None if is_open else total)


def _sale(
    document: Document, owner: str, issuer: str, rows: list[FormRow], total: Decimal | None
) -> Claim:
    """The claim of one owner's sales; without a sum where a row leaves its price to a footnote."""
    # Prices of sales in several trades are weighted averages, told in a footnote.
    notes = " ".join(row.get("footnotes") for row in rows)
    is_average = len(rows) > 1 or bool(
        re.search(r"\b(?:weighted[- ])?average\b|\bmultiple\b", notes, re.IGNORECASE)
    )
    shares = sum((_number(row.get("transactionshares")) or Decimal(0) for row in rows), Decimal(0))
    plan = (
        any(row.get("aff10b5one").strip().lower() in _TRUE for row in rows)
        or "10b5-1" in document.text
    )
    owner, _, others = owner.partition("; ")
    return make_claim(
        document,
        INSIDER_SALES.label,
        (min(row.start for row in rows), max(row.end for row in rows)),
        InstrumentId.INSIDER_SALE,
        (unnamed(Role.SOURCE, "market"), party(Role.TARGET, person_name(owner), owner)),
        undisclosed() if total is None else _averaged(total) if is_average else exact(total),
        Measure.PAID,
        Status.FUNDED,
        agreed_on=find_date_of(rows[0].get("transactiondate")),
        note="; ".join(
            part
            for part in (
                f"issuer {issuer}; {len(rows)} sale rows, {shares:f} shares",
                _price(rows, total, shares),
                "Rule 10b5-1 plan" if plan else "",
                f"reported jointly with {others}" if others else "",
            )
            if part
        ),
    )


def _price(rows: list[FormRow], total: Decimal | None, shares: Decimal) -> str:
    if total is None:
        return "a price stands in no row"
    prices = {row.get("transactionpricepershare") for row in rows}
    if len(prices) == 1:
        return f"at {prices.pop()} a share"
    return f"at {(total / shares).quantize(Decimal('0.01'))} a share on average" if shares else ""


def find_initial_holdings(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a class of shares that an insider holds by a Form 3; its value is not told.

    Refuses options and units, which are pay, and what trusts and relatives hold.
    """
    if (document.form or document.kind).strip().upper() not in {"3", "3/A"}:
        return
    seen: set[tuple[str, str]] = set()
    for row in document.rows:
        owner, issuer = row.get("rptownername").partition("; ")[0], row.get("issuername")
        title = row.get("securitytitle")
        key = (owner, title.lower())
        if row.kind != "holding" or not owner or not issuer or key in seen:
            continue
        if _PAY.search(title) or _NOT_OWN.search(row.get("natureofownership")):
            continue
        seen.add(key)
        size = first_of(row, "sharesownedfollowingtransaction", "underlyingsecurityshares")
        yield make_claim(
            document,
            INITIAL_HOLDINGS.label,
            (row.start, row.end),
            InstrumentId.HOLDING,
            (
                party(Role.SOURCE, person_name(owner), owner, cik=row.get("rptownercik") or None),
                party(Role.TARGET, issuer, cik=row.get("issuercik") or None),
            ),
            no_money(Qualifier.UNDISCLOSED),
            Measure.VALUE,
            Status.FUNDED,
            terms=Terms(facility=title),
            note=f"{title}; {size} shares" if size else title,
        )


_PAY = re.compile(r"\b(?:options?|units?|rights?|awards?|rsus?|psus?)\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    r"\b(?:trusts?|spouse|wife|husband|child|son|daughter|family|IRA|401)\b", re.IGNORECASE
)


def find_sale_notices(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a Form 144: what an insider gives notice to sell, at its market value.

    Takes rows of proposed sales; refuses the sales of the past three months (`find_noted_sales`).
    """
    by_seller: dict[tuple[str, str], list[FormRow]] = {}
    for row in document.rows:
        if row.kind == "transaction" and row.get("proposed") == "1":
            by_seller.setdefault((row.get("rptownername"), row.get("issuername")), []).append(row)
    for (seller, issuer), rows in by_seller.items():
        values = [_number(row.get("aggregatemarketvalue")) for row in rows]
        total = sum((value for value in values if value), Decimal(0))
        if not seller or total <= 0 or None in values:
            continue
        plan = rows[0].get("planadoptiondate")
        yield make_claim(
            document,
            SALE_NOTICES.label,
            (min(row.start for row in rows), max(row.end for row in rows)),
            InstrumentId.INSIDER_SALE,
            (unnamed(Role.SOURCE, "market"), party(Role.TARGET, " ".join(seller.split()))),
            exact(total),
            Measure.HEADLINE,
            Status.ANNOUNCED,
            agreed_on=find_date_of(rows[0].get("approxsaledate")),
            note=f"issuer {issuer}; notice of a proposed sale, aggregate market value"
            + (
                f"; Rule 10b5-1 plan of {plan}" if (plan := rows[0].get("planadoptiondate")) else ""
            ),
        )


def find_noted_sales(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a sale of the past three months that a Form 144 lists, at its gross proceeds.

    Takes "Ada Quill | Common | 04/06/2025 | 200 | 32932"; refuses a row without proceeds.
    """
    for row in document.rows:
        if row.kind != "transaction" or row.get("proposed") != "0":
            continue
        proceeds = _number(row.get("grossproceeds"))
        seller = first_of(row, "sellername", "name", "rptownername")
        if not proceeds or not seller:
            continue
        yield make_claim(
            document,
            NOTED_SALES.label,
            (row.start, row.end),
            InstrumentId.INSIDER_SALE,
            (unnamed(Role.SOURCE, "market"), party(Role.TARGET, " ".join(seller.split()))),
            exact(proceeds),
            Measure.PAID,
            Status.FUNDED,
            agreed_on=find_date_of(row.get("saledate")),
            note=f"issuer {row.get('issuername')}; {row.get('amountofsecuritiessold')} units sold, "
            "listed in a later notice of sale",
        )


def _averaged(total: Decimal) -> Amount:
    return about(total.quantize(Decimal("0.01")))


def find_offerings(document: Document, _context: Context) -> Iterator[Claim]:
    """Claims of a Form D: what was sold, and the size offered where it is more.

    Takes "totalAmountSold 659752"; refuses an offering with neither a sum sold nor a size.
    """
    for row in document.rows:
        name = row.get("entityname") or (document.filer.name if document.filer else "")
        if row.kind != "offering" or not name:
            continue
        sold, size = _number(row.get("totalamountsold")), _number(row.get("totalofferingamount"))
        if sold:
            yield _offering(document, row, name, exact(sold), Measure.PAID)
        if size and size > (sold or 0):
            yield _offering(document, row, name, up_to(size), Measure.CEILING)


def _offering(
    document: Document, row: FormRow, name: str, amount: Amount, measure: Measure
) -> Claim:
    is_debt = row.get("isdebttype").strip().lower() in _TRUE
    is_equity = row.get("isequitytype").strip().lower() in _TRUE
    return make_claim(
        document,
        OFFERINGS.label,
        (row.start, row.end),
        InstrumentId.BOND if is_debt and not is_equity else InstrumentId.EQUITY,
        (unnamed(Role.SOURCE, "investors"), party(Role.TARGET, name, cik=row.get("cik") or None)),
        amount,
        measure,
        Status.FUNDED,
        agreed_on=find_date_of(row.get("dateoffirstsale")),
        note="Regulation D offering",
    )


def find_owners(document: Document, _context: Context) -> Iterator[Claim]:
    """One claim a reporting person of a Schedule 13D or 13G: its share of the class.

    Takes "BML Investment Partners, L.P. | 8.5"; refuses a person with no percentage.
    """
    for row in document.rows:
        if row.kind != "beneficial_owner":
            continue
        percent = _number(first_of(row, "percent", "percentofclass", "classpercent"))
        owner = first_of(row, "owner_name", "reportingpersonname")
        issuer = row.get("issuername")
        if percent is None or not 0 < percent <= 100 or not owner or not issuer:
            continue
        yield make_claim(
            document,
            OWNERS.label,
            (row.start, row.end),
            InstrumentId.HOLDING,
            (
                _owner(document, row, owner),
                party(Role.TARGET, issuer, cik=row.get("issuercik") or None),
            ),
            no_money(Qualifier.UNDISCLOSED),
            Measure.SHARE,
            Status.FUNDED,
            share=percent / 100,
            agreed_on=find_date_of(
                first_of(row, "event_date", "dateofevent", "eventdaterequiresfilingthisstatement")
            ),
            note=_owned(row),
        )


def _owner(document: Document, row: FormRow, owner: str) -> PartyMention:
    name = person_name(owner) if is_reversed(owner, document.text) else " ".join(owner.split())
    return party(
        Role.SOURCE, name, owner, cik=first_of(row, "reportingpersoncik", "rptownercik") or None
    )


def _owned(row: FormRow) -> str:
    shares = first_of(
        row,
        "shares",
        "aggregateamountowned",
        "reportingpersonbeneficiallyownedaggregatenumberofshares",
    )
    return f"{shares} shares" if shares else ""


def first_of(row: FormRow, *names: str) -> str:
    """The first of several fields that has text."""
    return next((text for name in names if (text := row.get(name).strip())), "")


def find_date_of(text: str) -> PartialDate | None:
    """The date of a form's field: "2022-12-13", "12/31/2024", "12312024" or in words."""
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", text):
        text = text[:10]
        try:
            return PartialDate(text)
        except ValueError:
            return None
    return find_date(text)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "").replace("$", "").replace("%", "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


POSITIONS = Pattern("positions", 1, find_positions)
INSIDER_SALES = Pattern("insider_sales", 1, find_insider_sales)
SALE_NOTICES = Pattern("sale_notices", 1, find_sale_notices)
INITIAL_HOLDINGS = Pattern("initial_holdings", 1, find_initial_holdings)
NOTED_SALES = Pattern("noted_sales", 1, find_noted_sales)
OFFERINGS = Pattern("regulation_d", 1, find_offerings)
OWNERS = Pattern("owners", 1, find_owners)
