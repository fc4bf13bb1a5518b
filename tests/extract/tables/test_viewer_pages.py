"""Pages of the XBRL viewer: whose figure it is stands on the line above."""

from decimal import Decimal

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.viewer_pages import find_viewer_claims
from graphbuild.records.claim import Role
from tests.documents.papers import read, reading

TITLE = "Debt - Schedule of Long-Term Debt (Details) - USD ($)<br> $ in Millions"


def page(*lines: tuple[str, ...], title: str = TITLE) -> str:
    """A page as the viewer serves it, with the definitions it hides."""
    rows = "".join(
        '<tr class="re"><td class="pl"><a class="a" href="javascript:void(0);">'
        f"{label}</a></td>"
        + "".join(f'<td class="nump">{cell or "&#160;"}<span></span></td>' for cell in cells)
        + "</tr>"
        for label, *cells in lines
    )
    return (
        '<html><head><title></title><script src="Show.js"></script></head><body>'
        '<span style="display: none;">v3.25.1</span><table class="report" border="0" id="id1">'
        f'<tr><th class="tl"><div><strong>{title}</strong></div></th>'
        '<th class="th"><div>Jun. 30, 2026</div></th><th class="th"><div>Dec. 31, 2025</div></th>'
        f"</tr>{rows}</table><div style='display: none;'><table class='authRefData'><tr><td>"
        "- Definition Amount of long-term debt. Acme lent $7 billion.</td></tr></table></div>"
        "</body></html>"
    )


def claims(text: str):
    document = read(
        text, "R4.htm", company="Harbor Compute, Inc.", cik="9000002", filed="2026-08-10"
    )
    return list(find_viewer_claims(document, Context(frozenset({"Summit Bank"}))))


DEBT = (
    ("Debt Instrument [Line Items]", "", ""),
    ("Total debt", "$ 1,450", "$ 1,400"),
    ("8.25% Senior Notes due 2030 | Senior Notes", "", ""),
    ("Debt Instrument [Line Items]", "", ""),
)
NOTES = (
    ("8.25% Senior Notes due 2030 | Senior Notes", "", ""),
    ("Long-term debt, gross", "$ 1,000", "$ 900"),
    ("Interest rate", "8.25%", "8.25%"),
    ("Unamortized discount", "12", "14"),
    ("Summit Bank Credit Facility | Revolving Credit Facility | Line of Credit", "", ""),
    ("Maximum borrowing capacity", "$ 450", "$ 450"),
    ("Outstanding borrowings", "50", "0"),
)


def test_debt_is_the_members_and_of_the_newest_date():
    found = claims(page(*NOTES))
    assert [
        (str(c.instrument), c.with_role(Role.SOURCE)[0].name, c.amount.point, str(c.measure))
        for c in found
    ] == [
        ("bond", "noteholders", Decimal(1_000_000_000), "outstanding"),
        ("revolver", "Summit Bank", Decimal(450_000_000), "ceiling"),
        ("revolver", "Summit Bank", Decimal(50_000_000), "outstanding"),
    ]
    assert (str(found[0].agreed_on), str(found[0].ends_on)) == ("2026-06-30", "2030")
    assert found[0].citation.quote.startswith("8.25% Senior Notes due 2030")
    assert "1,000" in found[0].citation.quote


def test_a_total_and_a_line_without_members_are_no_claim():
    assert claims(page(*DEBT)) == []


@pytest.mark.parametrize(
    ("title", "members", "shares"),
    [
        ("Concentration (Details)", "Customer A | Revenue Benchmark | Customer Concentration Risk",
         [("customer-a", Decimal("0.61"))]),
        ("Concentration (Details)", "Lodestar | Total revenue | Customer Concentration Risk",
         [("Lodestar", Decimal("0.61"))]),
        ("Concentration (Details)", "Customer A | Receivables | Customer Concentration Risk",
         []),
        ("Concentration (Tables)", "Customer A | Revenue Benchmark | Customer Concentration Risk",
         []),
    ],
)  # fmt: skip
def test_customers_are_shares_of_revenue_and_of_nothing_else(title, members, shares):
    text = page((members, "", ""), ("Concentration risk, percentage", "61%", "58%"), title=title)
    assert [(c.with_role(Role.SOURCE)[0].name, c.share) for c in claims(text)] == shares


def test_what_a_page_hides_is_not_read_and_a_page_without_kind_is_known():
    document = reading(page(*NOTES), "", path="R4.htm").document
    assert document is not None
    assert document.kind == "filing"
    assert "Acme" not in document.text
    assert document.tables[0].scale == 10**6
