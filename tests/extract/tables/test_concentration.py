"""Customers' shares of revenue from sentences, tables and facts of fictional filers."""
# ruff: noqa: E501 - a row of a table and a quoted sentence stand on one line, as in the filing

from dataclasses import replace
from decimal import Decimal

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.tables.concentration import find_concentration
from graphbuild.records.claim import Role
from tests.extract.papers import Paper
from tests.extract.writing import filing

NAMES = frozenset({"Northwind AI", "Quill", "Halcyon Compute"})
AXES = {"ConcentrationRiskByBenchmarkAxis": "SalesRevenueNetMember"}


def told(paper: Paper) -> list[tuple[str, str, str]]:
    return [
        (c.with_role(Role.SOURCE)[0].name, str(c.share), c.amount.qualifier.value)
        for c in find_concentration(paper.document(), Context(names=NAMES))
    ]


def said(
    *sentences: str, kind: str = "10-K", period_end: str = "2025-12-31"
) -> list[tuple[str, str, str]]:
    paper = Paper(kind=kind, period_end=period_end)
    paper.say(*sentences)
    return told(paper)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A large cloud service provider, which primarily purchases through distributors, is estimated to represent approximately 22% of total revenue.",
            [("large-cloud-service-provider", "0.22", "about")],
        ),
        (
            "A significant portion of our revenue, approximately 30%, came from Northwind AI.",
            [("Northwind AI", "0.3", "about")],
        ),
        (
            "The U.S. federal government and its agencies accounted for 55% of total revenue.",
            [("U.S. Government", "0.55", "undisclosed")],
        ),
        ("U.S. government contractors may account for 55% of total revenue.", []),
        (
            "One customer represented 16% of our total revenue.",
            [("customer-1", "0.16", "undisclosed")],
        ),
        (
            "Customer A and Customer B accounted for 23% and 16% of revenue, respectively, in 2025.",
            [("customer-a", "0.23", "undisclosed"), ("customer-b", "0.16", "undisclosed")],
        ),
        (
            (
                "Sales to a distributor, Customer A, represented 31% of total revenue; and sales to a second"
                " distributor, Customer B, represented 12% of total revenue, respectively."
            ),
            [("customer-a", "0.31", "undisclosed"), ("customer-b", "0.12", "undisclosed")],
        ),
        (
            (
                "In 2025 we earned revenue of $14.9 million and $6.2 million from two customers, representing 48.3% and 20.1% of"
                " our revenue, respectively."
            ),
            [("customer-1", "0.483", "exact"), ("customer-2", "0.201", "exact")],
        ),
        (
            (
                "Two indirect customers\u2014supplied for the most part by Direct Customers A and B\u2014are"
                " each thought to represent 10% or more of our sales."
            ),
            [
                ("indirect-customer-1", "0.1", "at_least"),
                ("indirect-customer-2", "0.1", "at_least"),
            ],
        ),
        (
            (
                "An indirect customer, which buys through resellers (among them through Customer B), is"
                " estimated to account for 10% or more of our sales."
            ),
            [("indirect-customer-1", "0.1", "at_least")],
        ),
        (
            "Northwind AI accounted for approximately 62% of our revenue for the year ended December 31, 2025.",
            [("Northwind AI", "0.62", "about")],
        ),
        (
            "The Company has one pool operator (Foundry Ridge) that represented 100% of revenue.",
            [("Foundry Ridge", "1", "undisclosed")],
        ),
        (
            "Our largest customer accounted for 40% and 35% of revenue for the years ended December 31, 2025 and 2024.",
            [("customer-1", "0.4", "undisclosed")],
        ),
        (
            "For the years ended December 31, 2024 and 2025, our largest customer accounted for 35% and 40% of revenue.",
            [("customer-1", "0.4", "undisclosed")],
        ),
        (
            "Our top three customers together accounted for 77% of our revenue.",
            [("top-3-customers", "0.77", "undisclosed")],
        ),
        (
            "Approximately 62% of our revenue was derived from Northwind AI for the year ended December 31, 2025.",
            [("Northwind AI", "0.62", "about")],
        ),
        (
            "Two customers each accounted for more than 10% of net sales.",
            [("customer-1", "0.1", "at_least"), ("customer-2", "0.1", "at_least")],
        ),
        (
            "Sales to our largest customer, Tidewater Corp., accounted for 62% of our revenue for the year ended December 31, 2025.",
            [("Tidewater Corp.", "0.62", "undisclosed")],
        ),
        (
            "We generated 62% and 35% of our revenue from our largest customer for the years ended December 31, 2025 and 2024, respectively.",
            [("customer-1", "0.62", "undisclosed")],
        ),
        (
            "Customer A accounted for 45% of our total revenue, Customer B accounted for 20% of our total revenue and Customer C accounted for 11% of our total revenue.",
            [
                ("customer-a", "0.45", "undisclosed"),
                ("customer-b", "0.2", "undisclosed"),
                ("customer-c", "0.11", "undisclosed"),
            ],
        ),
        (
            "Two customers accounted for approximately 45% and 20%, respectively, of the Company's total revenue.",
            [("customer-1", "0.45", "about"), ("customer-2", "0.2", "about")],
        ),
        (
            "The Company had three customers that each accounted for 10% or more of total revenue.",
            [
                ("customer-1", "0.1", "at_least"),
                ("customer-2", "0.1", "at_least"),
                ("customer-3", "0.1", "at_least"),
            ],
        ),
        (
            "Customers A, B, and C represented 20%, 15% and 11% of net sales, respectively.",
            [
                ("customer-a", "0.2", "undisclosed"),
                ("customer-b", "0.15", "undisclosed"),
                ("customer-c", "0.11", "undisclosed"),
            ],
        ),
        (
            "Our two largest customers accounted for 33% of revenue.",
            [("top-2-customers", "0.33", "undisclosed")],
        ),
        (
            "Sales to Northwind AI and Quill represented 30% and 12% of revenue, respectively.",
            [("Northwind AI", "0.3", "undisclosed"), ("Quill", "0.12", "undisclosed")],
        ),
        (
            "One customer accounted for 16% of revenue and 40% of accounts receivable.",
            [("customer-1", "0.16", "undisclosed")],
        ),
        (
            "In 2025 we recognized, in aggregate, approximately 68% of revenue from our top two customers.",
            [("top-2-customers", "0.68", "about")],
        ),
        (
            "Northwind AI, which accounted for 62% of our revenue, may not renew.",
            [("Northwind AI", "0.62", "undisclosed")],
        ),
        (
            "Revenue from one customer was $5.2 million, representing 35% of total revenue.",
            [("customer-1", "0.35", "undisclosed")],
        ),
        (
            "Our top five customers together contributed 58.3% of our net revenues in 2025.",
            [("top-5-customers", "0.583", "undisclosed")],
        ),
        (
            "Quill Drives Inc. and Lumen Robotics, LLC represented 34% and 21% of our revenue.",
            [
                ("Quill Drives Inc.", "0.34", "undisclosed"),
                ("Lumen Robotics, LLC", "0.21", "undisclosed"),
            ],
        ),
        (
            "Sales to our largest purchaser accounted for about 82% of revenues in 2025.",
            [("customer-1", "0.82", "about")],
        ),
        (
            "Tenant A accounted for 22% of rental revenue.",
            [("customer-a", "0.22", "undisclosed")],
        ),
    ],
)
def test_sentences_that_give_a_share(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "No customer represented 10% or more of total revenue.",
        "There were no customers with 10% or more of total revenue.",
        "Customer A accounted for 22% of accounts receivable.",
        "One customer accounted for 31% of revenue for the year ended December 31, 2023.",
        "Sales to customers outside of the United States accounted for 47% of our revenue in 2025.",
        "Direct customers that each stood for 10% or more of our sales are listed below:",
        "Three suppliers accounted for 40% of purchases.",
        "Segment revenue saw a 17% increase, with revenue from Quill Drives Inc. for a full year.",
        "Our subsidiary Quill Drives Inc. accounted for 34% of our revenue.",
        "Halcyon Compute Cloud accounted for 80% of revenue.",
        "In 2025, 55% of our revenue came from government customers.",
        "Revenue from customers grew 20% because one customer expanded its sales.",
        "If one customer that accounted for 30% of sales left, revenue could fall.",
        "Customer deposits represented 12% of total revenue.",
        "Our gross margin was 54% of revenue as one customer paid early.",
        "The top ten customers in our portfolio renewed at 120% net revenue retention.",
        "Subscription revenue accounted for 84% of total revenue, and one customer renewed.",
        "Sales in the United States accounted for 45% of our revenue.",
        "Revenue from our Tidewater segment, which serves one customer type, accounted for 45% of revenue.",
    ],
)
def test_sentences_that_give_none(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "In 2025 we earned revenue of about $9.4 million and $3.6 million from two customers,"
            " representing 42.7% and 16.4% of our revenue, respectively.",
            [("9400000", "0.427"), ("3600000", "0.164")],
        ),
        (
            "We earned revenue of $5.2 million from Customer A, representing 35% of total revenue.",
            [("5200000", "0.35")],
        ),
        (
            "In 2025 we earned revenue of $13.0 million from two customers, representing 43% and 16% of"
            " our revenue, respectively.",
            [("None", "0.43"), ("None", "0.16")],
        ),
    ],
)
def test_a_customer_told_in_money_too_keeps_both(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    paper = Paper()
    paper.say(sentence)
    claims = list(find_concentration(paper.document(), Context()))
    points = [c.amount.point for c in claims]
    assert [
        ("None" if p is None else str(int(p)), str(c.share))
        for p, c in zip(points, claims, strict=True)
    ] == expected


def test_a_quarterly_report_prefers_its_quarter_to_the_year_to_date() -> None:
    assert said(
        "For the first half of fiscal year 2025, Customer A represented 20% of revenue.",
        "For the second quarter of fiscal year 2025, Customer A represented 23% of revenue.",
        kind="10-Q",
        period_end="2025-07-27",
    ) == [("customer-a", "0.23", "undisclosed")]


def test_the_year_to_date_stands_where_the_quarter_is_not_told() -> None:
    assert said(
        "One customer represented 95% of revenue for the nine months ended June 30, 2025.",
        kind="10-Q",
        period_end="2025-06-30",
    ) == [("customer-1", "0.95", "undisclosed")]


def test_without_a_period_the_latest_that_is_told_is_the_documents_own() -> None:
    document = filing(
        "In all, one buyer, Quill, accounted for 12% of revenue in the quarter ended May 31, 2025.",
        "Quill and two others accounted for 55% of revenue in the quarter ended May 31, 2024.",
    )
    claims = find_concentration(replace(document, period_end=None), Context(names=NAMES))
    assert [str(claim.share) for claim in claims] == ["0.12"]


def test_table_rows_take_the_latest_column_and_a_star_is_no_claim() -> None:
    paper = Paper()
    paper.table(
        """
        | Segment | December 31, 2025 | December 31, 2024
        Customer A | Gaming | 18 % | 16 %
        Customer B | Client | * | 11 %
        """,
        caption="Sales to major customers that accounted for at least 10% of net revenue:",
    )
    assert told(paper) == [("customer-a", "0.18", "undisclosed")]


def test_columns_of_receivables_are_no_shares_of_revenue() -> None:
    paper = Paper()
    paper.table(
        """
        | Revenue | Accounts Receivable
        Customer A | 18 % | 40 %
        Customer B | 12 % | 30 %
        """,
        caption="Concentration of customers:",
    )
    assert told(paper) == [
        ("customer-a", "0.18", "undisclosed"),
        ("customer-b", "0.12", "undisclosed"),
    ]


def test_one_customer_told_three_times_is_one_claim() -> None:
    paper = Paper()
    paper.say("One customer accounted for 18% of our consolidated net revenue in 2025.")
    paper.table(
        "| December 31, 2025\nCustomer A | 18 %",
        caption="Customers of at least 10% of net revenue:",
    )
    paper.fact("18 %", "us-gaap:ConcentrationRiskPercentage", "0.18", ("2025-01-01", "2025-12-31"),
               MajorCustomersAxis="CustomerAMember", **AXES)  # fmt: skip
    assert told(paper) == [("customer-a", "0.18", "undisclosed")]


def test_a_fact_adds_a_customer_no_pattern_reads_and_quotes_its_sentence() -> None:
    paper = Paper()
    paper.say("Of revenue, the shares of buyers were 31% and less.")
    paper.fact("31", "us-gaap:ConcentrationRiskPercentage", "0.31", ("2025-01-01", "2025-12-31"),
               MajorCustomersAxis="CustomerOneMember", **AXES)  # fmt: skip
    claims = list(find_concentration(paper.document(), Context()))
    assert [c.share for c in claims] == [Decimal("0.31")]
    assert claims[0].citation.quote == "Of revenue, the shares of buyers were 31% and less."


@pytest.mark.parametrize(
    ("days", "members"),
    [
        (("2024-01-01", "2024-12-31"), AXES),
        (("2025-10-01", "2025-12-31"), AXES),
        (
            ("2025-01-01", "2025-12-31"),
            {"ConcentrationRiskByBenchmarkAxis": "AccountsReceivableMember"},
        ),
    ],
)
def test_facts_of_other_periods_or_bases_give_nothing(
    days: tuple[str, str], members: dict[str, str]
) -> None:
    paper = Paper()
    paper.say("The shares of buyers were 31% and less.")
    paper.fact(
        "31",
        "us-gaap:ConcentrationRiskPercentage",
        "0.31",
        days,
        MajorCustomersAxis="CustomerOneMember",
        **members,
    )
    assert told(paper) == []


def test_an_uncounted_customer_of_the_year_before_is_no_second_customer() -> None:
    assert said(
        "One customer represented 16% of our total revenue in 2025.",
        "One customer represented 30% of our total revenue in 2024.",
    ) == [("customer-1", "0.16", "undisclosed")]


@pytest.mark.parametrize(
    ("head", "shares"), [("Revenue", ["0.55", "0.12"]), ("Accounts receivable", [])]
)
def test_a_column_s_own_head_says_of_what_its_shares_are(head: str, shares: list[str]) -> None:
    paper = Paper()
    paper.table(
        f"| {head}\n| December 31, 2025\nCustomer A | 55 %\nCustomer B | 12 %",
        caption="Customers of more than 10% of total revenue or of receivables:",
    )
    assert [share for _, share, _ in told(paper)] == shares


@pytest.mark.parametrize(("focus", "shares"), [("2025", ["0.23"]), ("2026", [])])
def test_a_fiscal_year_is_the_one_its_filer_calls_so(focus: str, shares: list[str]) -> None:
    paper = Paper(period_end="2026-01-25")
    paper.say("In fiscal year 2025, one customer represented 23% of our total revenue.")
    day = "2026-01-25"
    paper.fact("2025", "dei:DocumentFiscalYearFocus", focus, (day, day))
    assert [share for _, share, _ in told(paper)] == shares


@pytest.mark.parametrize("turn", [1, -1])
def test_one_customer_of_the_quarter_and_of_the_half_year_is_told_for_the_quarter(
    turn: int,
) -> None:
    told_both = (
        "For the three months ended June 30, 2026, one customer represented 16% of our revenue.",
        "For the six months ended June 30, 2026, one customer represented 25% of our revenue.",
    )
    found = said(*told_both[::turn], kind="10-Q", period_end="2026-06-30")
    assert found == [("customer-1", "0.16", "undisclosed")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Our largest customer, Tidepool AI, represented 48% of revenue in fiscal 2025.",
            [("Tidepool AI", "0.48", "undisclosed")],
        ),
        (
            "Quill, our largest customer, represented 48% of revenue in 2025.",
            [("Quill", "0.48", "undisclosed")],
        ),
        (
            "Our largest customer, a hyperscaler, accounted for 20% of revenue in 2025.",
            [("hyperscaler", "0.2", "undisclosed")],
        ),
        (
            "Our largest customer, which is based in Europe, represented 48% of revenue.",
            [("customer-1", "0.48", "undisclosed")],
        ),
    ],
)
def test_a_name_beside_the_customer_is_the_customers(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert said(sentence) == expected


def test_a_marked_share_has_the_label_of_its_words_or_of_its_member() -> None:
    for words, member in (
        (
            "One customer, Customer A, accounted for 62% of revenue for the year ended December 31, 2025.",
            "XMember",
        ),
        ("It was 62% for one of them.", "CustomerAMember"),
    ):
        paper = Paper(kind="10-K", period_end="2025-12-31")
        paper.say(words)
        paper.fact("62", "us-gaap:ConcentrationRiskPercentage", "0.62", ("2025-01-01", "2025-12-31"),
                   MajorCustomersAxis=member, **AXES)  # fmt: skip
        assert [(name, share) for name, share, _ in told(paper)] == [("customer-a", "0.62")]
