"""Forms 3, 4, 5 and 144: what insiders hold, trade and mean to sell. One row a line of the form."""

from lxml import etree

from graphbuild.documents.formrows import (
    Fields,
    FormText,
    fields_of,
    first,
    first_text,
    named,
    own_text,
    values_of,
)
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.documents.thirteenf import american_date
from graphbuild.records.document import Filer
from graphbuild.records.period import PartialDate

_TRANSACTIONS = ("nonderivativetransaction", "derivativetransaction")
_HOLDINGS = ("nonderivativeholding", "derivativeholding")


def read_ownership(root: etree._Element, text: FormText) -> Header:
    """An ownershipDocument: "transaction" and "holding" rows, each with issuer and owner."""
    notes = {note.get("id") or "": own_text(note) for note in named(root, "footnote")}
    shared = _parties(root)
    text.prose(f"{shared['rptownername']}; {shared['issuername']}")
    for entry in named(root, *_TRANSACTIONS, *_HOLDINGS):
        fields = {**fields_of(entry), **shared, "table": _table(entry)}
        fields["footnotes"] = " ".join(
            notes.get(key, "") for key in dict.fromkeys(_note_ids(entry))
        ).strip()
        is_trade = str(entry.tag).lower().endswith("transaction")
        text.row("transaction" if is_trade else "holding", fields, values_of(entry))
    for key, note in notes.items():
        text.prose(note, heading=f"Footnote {key}")
    text.prose(first_text(root, "remarks"), heading="Remarks")
    form = first_text(root, "documenttype")
    return Header(
        form=form,
        filer=Filer(name=shared["issuername"], cik=plain_cik(shared["issuercik"])),
        period_end=_iso(first_text(root, "periodofreport")),
        title=f"Form {form}: {shared['rptownername']}, {shared['issuername']}",
    )


def _table(entry: etree._Element) -> str:
    return "non-derivative" if "nonderivative" in str(entry.tag).lower() else "derivative"


def _note_ids(entry: etree._Element) -> list[str]:
    return [note.get("id") or "" for note in named(entry, "footnoteid")]


def _parties(root: etree._Element) -> Fields:
    """Issuer and reporting owners, repeated on every row; several owners are joined by "; "."""
    issuer = first(root, "issuer")
    shared = dict.fromkeys(
        ("issuername", "issuercik", "issuertradingsymbol", "rptownername", "rptownercik"), ""
    )
    if issuer is not None:
        shared.update({key: text for key, text in fields_of(issuer).items() if key in shared})
    shared["aff10b5one"] = first_text(root, "aff10b5one")
    for owner in named(root, "reportingowner"):
        found = fields_of(owner)
        for key in ("rptownername", "rptownercik"):
            shared[key] = "; ".join(filter(None, (shared[key], found.get(key, ""))))
        for key in ("isdirector", "isofficer", "istenpercentowner", "officertitle"):
            shared.setdefault(key, found.get(key, ""))
    return shared


def _iso(text: str) -> PartialDate | None:
    try:
        return PartialDate(text[:10]) if text else None
    except ValueError:
        return None


def read_notice(root: etree._Element, text: FormText) -> Header:
    """Form 144: a proposed sale (`proposed` = 1) and the sales of the past three months."""
    issuer = first_text(root, "issuername")
    seller = first_text(root, "nameofpersonforwhoseaccountthesecuritiesaretobesold")
    shared = {
        "issuername": issuer,
        "issuercik": first_text(root, "issuercik"),
        "rptownername": seller,
        "planadoptiondate": first_text(root, "planadoptiondate"),
    }
    text.prose(f"{seller}; {issuer}")
    for name, proposed in (("securitiesinformation", "1"), ("securitiessoldinpast3months", "0")):
        for entry in named(root, name):
            fields = {**fields_of(entry), **shared, "proposed": proposed}
            text.row("transaction", fields, values_of(entry))
    text.prose(first_text(root, "remarks"), heading="Remarks")
    return Header(
        form="144",
        filer=Filer(name=issuer, cik=plain_cik(shared["issuercik"])) if issuer else None,
        period_end=american_date(first_text(root, "approxsaledate")),
        title=f"Form 144: {seller}, {issuer}",
    )
