"""Structured forms as EDGAR's viewer shows them: 13F tables and Forms 3 and 4 in HTML.

A browser saves these pages in place of the XML. The columns are the form's, so each cell gets the
name of the XML element it was made from.
"""

import re
from collections.abc import Iterator

from lxml import etree

from graphbuild.documents.formrows import Fields, FormText, own_text
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.documents.markup import parse_markup
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.thirteenf import american_date, write_holdings
from graphbuild.records.document import Filer, RawItem
from graphbuild.records.period import PartialDate

_CUSIP = re.compile(r"^[0-9A-Z]{9}$")


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_HOLDING = _names(
    "nameofissuer titleofclass cusip figi value sshprnamt sshprnamttype putcall"
    " investmentdiscretion othermanager sole shared none"
)
_SHARES = _names(
    "securitytitle transactiondate deemedexecutiondate transactioncode v transactionshares"
    " transactionacquireddisposedcode transactionpricepershare sharesownedfollowingtransaction"
    " directorindirectownership natureofownership"
)
_DERIVATIVES = _names(
    "securitytitle conversionorexerciseprice transactiondate deemedexecutiondate transactioncode v"
    " acquired disposed exercisedate expirationdate underlyingsecuritytitle"
    " underlyingsecurityshares transactionpricepershare sharesownedfollowingtransaction"
    " directorindirectownership natureofownership"
)
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_NOTE = re.compile(r"\(\d{1,2}\)")
_COMPANY = re.compile(r"action=getcompany&CIK=(\d+)", re.IGNORECASE)


def is_viewed_form(text: str) -> bool:
    """Whether an HTML page is the viewer's rendering of a 13F table or an insider's form."""
    head = text[:20_000]
    return "<" in head and (
        "FORM 13F INFORMATION TABLE" in head.upper()
        or "SEC FORM 13-F INFORMATION TABLE" in head.upper()
        or bool(re.search(r'class="FormName">FORM [345]\b', head))
    )


def read_viewed_form(item: RawItem, text: str) -> tuple[Rendering, Header]:
    """The form's rows.

    Raises
    ------
    ParseError
        no markup, or declared entities.
    """
    root = parse_markup(text, is_xml=False)
    written = FormText(item)
    if "13" in text[:20_000].partition("<title>")[2][:40]:
        header = _read_holdings(root, written)
    else:
        header = _read_insider(root, written)
    return written.rendering(title=header.title), header


def _cells(root: etree._Element) -> Iterator[list[str]]:
    for row in root.iter("tr"):
        yield [own_text(cell) for cell in row if cell.tag in {"td", "th"}]


def _read_holdings(root: etree._Element, text: FormText) -> Header:
    names = _HOLDING
    stated: int | None = None
    holdings: list[Fields] = []
    lines: list[str] = []
    for cells in _cells(root):
        head = " ".join(cells).lower()
        if "name of issuer" in head:
            names = _HOLDING if "figi" in head else tuple(n for n in _HOLDING if n != "figi")
        if "name of issuer" in head or "column 1" in head or head.strip().startswith("value"):
            stated = _stated_unit(head) or stated
        if len(cells) >= 11 and _CUSIP.match(cells[2].upper()):
            found = dict(zip(names, cells, strict=False))
            holdings.append({key: value for key, value in found.items() if value})
            lines.append(" ".join(filter(None, cells)))
    write_holdings(holdings, lines, text, filed_on=text.item.published_on, stated=stated)
    if not holdings:
        text.warn("no-rows", "the 13F table has no positions", "fetch the XML of the table")
    return Header(form="13F-HR", title="Form 13F information table")


def _stated_unit(head: str) -> int | None:
    if "nearest dollar" in head:
        return 1
    return 1000 if re.search(r"x\s*\$?\s*1,?000", head) else None


def _read_insider(root: etree._Element, text: FormText) -> Header:
    people, issuer = _parties(root)
    text.prose("; ".join(filter(None, (people["rptownername"], issuer["issuername"]))))
    form = next((own_text(c) for c in root.iter("td") if c.get("class") == "FormName"), "FORM 4")
    for cells in _cells(root):
        names = {len(_SHARES): _SHARES, len(_DERIVATIVES): _DERIVATIVES}.get(len(cells))
        if names and cells[0] and not cells[0][0].isdigit() and any(cells[1:]):
            _write_row(text, dict(zip(names, cells, strict=True)), {**people, **issuer}, names)
    for cell in root.iter("td"):
        if cell.get("class") == "FootnoteData":
            text.prose(own_text(cell), heading="Explanation of Responses")
    return Header(
        form=form.removeprefix("FORM ").strip(),
        filer=Filer(name=issuer["issuername"], cik=plain_cik(issuer["issuercik"]))
        if issuer["issuername"]
        else None,
        period_end=_event_date(root),
        title=f"{form}: {people['rptownername']}, {issuer['issuername']}",
    )


def _write_row(text: FormText, cells: Fields, shared: Fields, names: tuple[str, ...]) -> None:
    fields = {key: _NOTE.sub("", cell).strip() for key, cell in cells.items()}
    for key in ("transactionshares", "sharesownedfollowingtransaction", "acquired", "disposed"):
        fields[key] = fields.get(key, "").replace(",", "")
    if names is _DERIVATIVES:
        side = "A" if fields["acquired"] else "D"
        fields["transactionshares"] = fields["acquired"] or fields["disposed"]
        fields["transactionacquireddisposedcode"] = side if fields["transactionshares"] else ""
    fields["transactionpricepershare"] = fields["transactionpricepershare"].lstrip("$")
    if traded_on := american_date(fields["transactiondate"]):
        fields["transactiondate"] = str(traded_on)
    fields["table"] = "derivative" if names is _DERIVATIVES else "non-derivative"
    kind = "transaction" if fields["transactioncode"] else "holding"
    text.row(kind, {**fields, **shared}, " ".join(filter(None, cells.values())))


def _parties(root: etree._Element) -> tuple[Fields, Fields]:
    """Reporting persons and issuer, from the links the viewer puts on their names."""
    links = [
        (own_text(link), match[1])
        for link in root.iter("a")
        if (match := _COMPANY.search(link.get("href") or ""))
    ]
    owners, issuer = links[:-1], links[-1] if links else ("", "")
    people = {
        "rptownername": "; ".join(name for name, _ in owners),
        "rptownercik": "; ".join(cik for _, cik in owners),
    }
    return people, {"issuername": issuer[0], "issuercik": issuer[1]}


def _event_date(root: etree._Element) -> PartialDate | None:
    for cell in root.iter("td"):
        text = own_text(cell)
        if text.startswith(("3. Date of Earliest Transaction", "2. Date of Event")):
            dates = _DATE.findall(text)
            return american_date(dates[-1]) if dates else None
    return None
