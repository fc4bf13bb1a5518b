"""Schedules 13D and 13G in XML: who owns more than five per cent. One row a reporting person.

The two schedules name the same things differently; every row also has `owner_name`, `issuer_name`,
`shares` and `percent`. Older schedules are prose and are read as such.
"""

import re

from lxml import etree

from graphbuild.documents.formrows import Fields, FormText, fields_of, first_text, named, values_of
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.documents.thirteenf import american_date
from graphbuild.records.document import Filer

_PERSONS = ("reportingpersoninfo", "coverpageheaderreportingpersondetails")
_SHARES = ("aggregateamountowned", "reportingpersonbeneficiallyownedaggregatenumberofshares")
_PERCENT = ("percentofclass", "classpercent")
_PROSE_LENGTH = 40


def read_schedule(root: etree._Element, text: FormText) -> Header:
    """A Schedule 13D or 13G: "beneficial_owner" rows and the text of its items."""
    form = first_text(root, "submissiontype")
    issuer = first_text(root, "issuername")
    shared = {
        "issuer_name": issuer,
        "issuername": issuer,
        "issuercik": first_text(root, "issuercik"),
        "cusip": first_text(root, "issuercusipnumber", "issuercusip"),
        "securitiesclasstitle": first_text(root, "securitiesclasstitle"),
    }
    event = first_text(root, "dateofevent", "eventdaterequiresfilingthisstatement", "eventdate")
    event_date = american_date(event)
    shared["event_date"] = str(event_date) if event_date else event
    text.prose(f"{issuer}; {shared['securitiesclasstitle']}")
    names = []
    for person in named(root, *_PERSONS):
        fields = _with_plain_names({**fields_of(person), **shared})
        names.append(fields["owner_name"])
        text.row("beneficial_owner", fields, values_of(person))
    _write_items(root, text)
    return Header(
        form=form,
        filer=Filer(name=names[0], cik=plain_cik(first_text(root, "cik"))) if names else None,
        period_end=event_date,
        title=f"{form}: {issuer}",
    )


def _with_plain_names(fields: Fields) -> Fields:
    """The fields with the names both schedules share."""
    return {
        **fields,
        "owner_name": fields.get("reportingpersonname", ""),
        "shares": next((fields[key] for key in _SHARES if key in fields), ""),
        "percent": next((fields[key] for key in _PERCENT if key in fields), ""),
    }


def _write_items(root: etree._Element, text: FormText) -> None:
    """The items' free text, each under its element's name."""
    for items in named(root, "items", "items1to7"):
        for item in items:
            for leaf in item.iter("{*}*"):
                for line in _paragraphs(leaf):
                    text.prose(line, heading=_label(item))


def _paragraphs(leaf: etree._Element) -> list[str]:
    """The paragraphs of a leaf; labels and single words are left out."""
    if len(leaf):
        return []
    lines = re.split(r"\r?\n\s*\r?\n", leaf.text or "")
    return [line for line in lines if len(line.strip()) >= _PROSE_LENGTH]


def _label(item: etree._Element) -> str:
    name = str(item.tag).rpartition("}")[2]
    return f"Item {name[4:]}" if name.lower().startswith("item") else name
