"""Schedules of investments: positions by company, and the tables that are none."""

from decimal import Decimal

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.investment_schedules import find_investments
from graphbuild.records.claim import Role
from tests.documents.papers import read

HEAD = (
    "<tr><td>Portfolio Company (1)</td><td>Type of Investment</td><td>Interest Rate</td>"
    "<td>Maturity Date</td><td colspan=2>Principal</td><td colspan=2>Amortized Cost</td>"
    "<td colspan=2>Fair Value</td><td>% of Net Assets</td></tr>"
)


def line(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


ROWS = (
    line("Data Centers"),
    line("Cinder Power Holdings, LLC (4)(7)", "First lien senior secured term loan",
         "SOFR + 5.00%, 9.3%", "6/30/2031", "$", "12,000", "$", "11,820", "$", "11,760", "2.1%"),
    line("", "Revolver", "SOFR + 5.00%, 9.3%", "6/30/2030", "", "900", "", "893", "", "882",
         "0.2%"),
    line("", "Delayed draw term loan, unfunded", "", "6/30/2031", "", "4,000", "", "—", "", "(40)",
         "—%"),
    line("", "Total Cinder Power Holdings, LLC", "", "", "", "", "", "12,713", "", "12,602", ""),
    line("Lodestar Labs, Inc.", "Series C preferred stock", "", "", "", "41,000", "", "10,000", "",
         "12,300", "2.2%"),
    line("Total Data Centers", "", "", "", "", "", "", "22,713", "", "24,902", "4.5%"),
)  # fmt: skip


def filing(*rows: str, head: str = HEAD, above: str = "(in thousands)") -> str:
    return (
        "<html><body><p>UNITED STATES SECURITIES AND EXCHANGE COMMISSION</p><p><b>FORM 10-Q</b></p>"
        "<p>For the quarterly period ended June 30, 2026</p><p><b>Heron Lending Corp.</b></p>"
        f"<p><b>Consolidated Schedule of Investments</b></p><p>{above}</p>"
        f"<table>{head}{''.join(rows)}</table></body></html>"
    )


def claims(text: str):
    document = read(text, "10-Q", company="Heron Lending Corp.", cik="9990030", filed="2026-08-10")
    return list(find_investments(document, Context()))


def shown(text: str):
    return [
        (
            str(c.instrument),
            c.with_role(Role.TARGET)[0].name,
            c.amount.point,
            str(c.ends_on) if c.ends_on else "",
        )
        for c in claims(text)
    ]


def test_each_position_is_a_claim_of_the_company_it_stands_under():
    assert shown(filing(*ROWS)) == [
        ("loan", "Cinder Power Holdings, LLC", Decimal(11_760_000), "2031-06-30"),
        ("revolver", "Cinder Power Holdings, LLC", Decimal(882_000), "2030-06-30"),
        ("holding", "Lodestar Labs, Inc.", Decimal(12_300_000), ""),
    ]


def test_rate_kind_cost_and_principal_are_kept_and_the_row_is_quoted():
    first = claims(filing(*ROWS))[0]
    assert first.terms.facility == "First lien senior secured term loan"
    assert first.terms.rate.startswith("SOFR + 5.00%")
    assert first.note == "fair value; principal or shares 12,000 as written; cost 11,820,000"
    assert "11,760" in first.citation.quote
    assert str(first.measure) == "value"


@pytest.mark.parametrize(
    "text",
    [
        filing(*ROWS, head=HEAD.replace("Fair Value", "Par")),
        filing(*ROWS, head=HEAD.replace("Amortized Cost", "Yield")),
        filing(*ROWS, head=HEAD.replace("Portfolio Company (1)", "Industry")),
        filing(
            line("Corporate debt securities", "", "", "2031", "", "", "", "500", "", "510", ""),
            line("U.S. Treasury notes", "", "", "2027", "", "", "", "300", "", "301", ""),
        ),
        filing(line("Cinder Power Holdings, LLC", "Total return swap", "", "", "", "", "", "1", "",
                    "2", "")),
    ],
)  # fmt: skip
def test_what_names_no_position_of_a_company_is_no_claim(text):
    assert shown(text) == []


def test_a_company_on_a_line_of_its_own_heads_the_kinds_below_it():
    rows = (
        line("Cinder Power Holdings, LLC"),
        line("Term loan", "", "9.3%", "6/30/2031", "", "10", "", "9", "", "8", ""),
        line("Common units", "", "", "", "", "10", "", "9", "", "7", ""),
        line("Software"),
        line("Term loan", "", "9.3%", "6/30/2031", "", "10", "", "9", "", "6", ""),
    )
    assert [(kind, figure) for kind, _, figure, _ in shown(filing(*rows))] == [
        ("loan", Decimal(8000)),
        ("holding", Decimal(7000)),
    ]


def test_a_total_ends_what_a_blank_label_belongs_to():
    orphan = line("", "Term loan", "", "6/30/2031", "", "10", "", "9", "", "9", "")
    assert len(shown(filing(*ROWS, orphan))) == 3
