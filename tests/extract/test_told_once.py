"""A whole document through every pattern: what two patterns could read is told once."""

from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.rows import claim_row
from tests.documents.papers import read
from tests.extract.writing import CONTEXT

COVER = (
    "<p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 10-Q</p><p>For the quarterly "
    "period ended September 30, 2025</p><p>Ashgrove Lending Corp.</p><p>(Exact name of registrant "
    "as specified in its charter)</p>"
)
SCHEDULE = (
    "<p>Consolidated Schedule of Investments (in thousands)</p><table><tr><td>Company</td>"
    "<td>Investment</td><td>Interest Rate</td><td>Maturity Date</td><td>Principal</td>"
    "<td>Amortized Cost</td><td>Fair Value</td></tr><tr><td>Quill Lending II, LLC</td>"
    "<td>First lien senior secured term loan</td><td>SOFR + 6.00%</td><td>5/16/2030</td>"
    "<td>$ 45,000</td><td>$ 44,200</td><td>$ 44,550</td></tr><tr><td>Lodestar Labs Corp.</td>"
    "<td>First lien term loan</td><td>SOFR + 5.25%</td><td>6/30/2029</td><td>20,000</td>"
    "<td>19,700</td><td>19,800</td></tr></table>"
)


def told(page: str, path: str = "page.htm") -> list[tuple[object, ...]]:
    document = read(page, "", path=path)
    rows = [claim_row(c) for c in extract_claims(document, CONTEXT).claims]
    return [(r["source"], r["target"], r["instrument"], r["amount"], r["share"]) for r in rows]


def test_a_position_of_a_schedule_is_one_claim():
    assert told(f"<html><body>{COVER}{SCHEDULE}</body></html>") == [
        ("ashgrove-lending", "quill-lending-ii", "loan", 44_550_000, None),
        ("ashgrove-lending", "lodestar-labs", "loan", 19_800_000, None),
    ]


def test_a_row_of_exhibit_21_with_a_percentage_is_one_claim():
    text = (
        "EXHIBIT 21.1\n\nSUBSIDIARIES OF HARBOR COMPUTE, INC.\n\n"
        "Name                     Jurisdiction     Ownership\n"
        "Harbor Lending I, LLC    Delaware         100%\n"
        "Quarry Land LLC          Texas            51%\n"
    )
    assert told(text, "ex21.txt") == [
        ("harbor-compute", "harbor-lending-i", "ownership", None, 1),
        ("harbor-compute", "quarry-land", "ownership", None, 0.51),
    ]
