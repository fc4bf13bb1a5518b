"""Form N-PORT: what a registered fund holds, month by month. One "position" row an investment.

Attributes are fields too, since the schema puts currencies of other positions, identifiers and the
words for "other" kinds into them. `repPdDate` is the date of the positions; `repPdEnd` is the end
of the fiscal year and dates nothing.
"""

from lxml import etree

from graphbuild.documents.formrows import Fields, FormText, fields_of, first, first_text, named
from graphbuild.documents.formrows import plain_name as name_of
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.records.document import Filer
from graphbuild.records.period import PartialDate

_SHOWN = (
    "name", "title", "balance", "units", "curcd", "valusd", "payoffprofile", "assetcat",
    "maturitydt", "annualizedrt",
)  # fmt: skip
_WITHOUT = frozenset({"derivativeinfo", "securitylending", "repurchaseagrmt"})
_ATTRIBUTES = {
    ("currencyconditional", "curcd"): "curcd",
    ("assetconditional", "assetcat"): "assetcat",
    ("assetconditional", "desc"): "assetdesc",
    ("issuerconditional", "issuercat"): "issuercat",
    ("issuerconditional", "desc"): "issuerdesc",
    ("isin", "value"): "isin",
    ("ticker", "value"): "ticker",
}


def read_portfolio(root: etree._Element, text: FormText) -> Header:
    """An N-PORT: the series is the holder; positions in the form's order."""
    general = first(root, "geninfo")
    about = fields_of(general) if general is not None else {}
    form = first_text(root, "submissiontype")
    holder = _holder(about)
    period = _day(about.get("reppddate", ""))
    assets = first_text(root, "netassets")
    text.prose(f"Form {form} of {holder} as of {period or 'no date'}: net assets {assets or '?'}.")
    for investment in named(root, "invstorsec"):
        fields = _fields(investment)
        text.row("position", {**fields, "holder": holder}, _line(fields))
    return Header(
        form=form,
        filer=Filer(name=holder, cik=None if _is_series(about) else plain_cik(_cik(root, about)))
        if holder
        else None,
        period_end=period,
        title=f"Form {form}: {holder}",
    )


def _holder(about: Fields) -> str:
    """The series where there is one: it owns, not the trust that registered it."""
    return about.get("seriesname", "") if _is_series(about) else about.get("regname", "")


def _is_series(about: Fields) -> bool:
    name = about.get("seriesname", "")
    return bool(name) and name.upper() not in {
        "N/A",
        "NA",
        "NONE",
        about.get("regname", "").upper(),
    }


def _cik(root: etree._Element, about: Fields) -> str:
    return about.get("regcik") or first_text(root, "cik")


def _fields(investment: etree._Element) -> Fields:
    found = fields_of(investment, without=_WITHOUT)
    for element in investment.iter("{*}*"):
        for name, value in element.attrib.items():
            field = _ATTRIBUTES.get((name_of(element), str(name).lower()))
            if field and value:
                found.setdefault(field, str(value))
    return found


def _line(fields: Fields) -> str:
    return " ".join(fields[name] for name in _SHOWN if fields.get(name, "") not in {"", "N/A"})


def _day(text: str) -> PartialDate | None:
    try:
        return PartialDate(text.strip()[:10])
    except ValueError:
        return None
