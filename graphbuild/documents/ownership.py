"""The structured forms EDGAR serves as XML: which root element means which form.

Not here: the forms themselves (`thirteenf`, `insiders`, `stakes`, `offerings`,
`portfolios`).
"""

from graphbuild.documents.formrows import XmlForm, read_form_with
from graphbuild.documents.identity import Header
from graphbuild.documents.insiders import read_notice, read_ownership
from graphbuild.documents.offerings import read_offering
from graphbuild.documents.portfolios import read_portfolio
from graphbuild.documents.rendering import Rendering
from graphbuild.documents.stakes import read_schedule
from graphbuild.documents.thirteenf import read_cover, read_table
from graphbuild.records.document import RawItem

XML_FORMS: tuple[XmlForm, ...] = (
    XmlForm(root="informationtable", read=read_table),
    XmlForm(root="ownershipdocument", read=read_ownership),
    XmlForm(root="edgarsubmission", types=("13F",), read=read_cover),
    XmlForm(root="edgarsubmission", types=("144",), read=read_notice),
    XmlForm(root="edgarsubmission", types=("SCHEDULE 13", "SC 13"), read=read_schedule),
    XmlForm(root="edgarsubmission", types=("D",), read=read_offering),
    XmlForm(root="edgarsubmission", types=("NPORT",), read=read_portfolio),
)


def read_form(
    item: RawItem, text: str, *, offset: int = 0, part: str = ""
) -> tuple[Rendering, Header] | None:
    """The structured form in an XML text; ``None`` where it is no form we know."""
    return read_form_with(XML_FORMS, item, text, offset=offset, part=part)
