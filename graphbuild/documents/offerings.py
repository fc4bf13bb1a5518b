"""Form D: money raised privately. One row an offering, under its first issuer's name."""

from lxml import etree

from graphbuild.documents.formrows import (
    Fields,
    FormText,
    fields_of,
    first,
    first_text,
    named,
)
from graphbuild.documents.identity import Header, plain_cik
from graphbuild.records.document import Filer

_OF_ISSUER = ("entityname", "cik", "jurisdictionofinc", "entitytype")
_SHOWN = (
    "totalOfferingAmount",
    "totalAmountSold",
    "totalRemaining",
    "dateOfFirstSale",
    "totalNumberAlreadyInvested",
    "industryGroupType",
)
_LEFT_OUT = frozenset({"signatureblock"})


def read_offering(root: etree._Element, text: FormText) -> Header:
    """A Form D: an "offering" row with amounts, co-issuers (`coissuers`) and related persons."""
    issuer = first(root, "primaryissuer")
    offering = first(root, "offeringdata")
    own = fields_of(issuer) if issuer is not None else {}
    terms = fields_of(offering, without=_LEFT_OUT) if offering is not None else {}
    name = own.get("entityname", "")
    others = [first_text(other, "entityname") for other in named(root, "issuer")]
    persons = [_person(info) for info in named(root, "relatedpersoninfo")]
    form = first_text(root, "submissiontype")
    fields = {
        **terms,
        **{key: own.get(key, "") for key in _OF_ISSUER},
        "coissuers": "; ".join(filter(None, others)),
        "relatedpersons": "; ".join(persons),
        "submissiontype": form,
    }
    text.row("offering", fields, f"{name}: {_shown_terms(fields)}")
    for other in filter(None, others):
        text.prose(f"Co-issuer: {other}.")
    for person in persons:
        text.prose(f"Related person: {person}.")
    text.prose(fields.get("clarificationofresponse", ""))
    return Header(
        form=form,
        filer=Filer(name=name, cik=plain_cik(own.get("cik"))) if name else None,
        title=f"Form {form}: {name}",
    )


def _person(info: etree._Element) -> str:
    names = [first_text(info, key) for key in ("firstname", "middlename", "lastname")]
    roles = [first_text(role) or (role.text or "").strip() for role in named(info, "relationship")]
    return f"{' '.join(filter(None, names))} ({', '.join(filter(None, roles))})"


def _shown_terms(fields: Fields) -> str:
    """Amounts, first sale and investors, each under the form's own name for it."""
    shown = ((label, fields.get(label.lower(), "")) for label in _SHOWN)
    return ", ".join(f"{label} {value}" for label, value in shown if value)
