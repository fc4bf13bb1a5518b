"""Options, clients and tender offers told in schedules of owners; all names are invented."""

import pytest

from graphbuild.extract.base import Context
from graphbuild.extract.forms.ownership import find_noted_sales
from graphbuild.extract.forms.schedule_items import find_schedule_items
from graphbuild.extract.forms.tender_offers import find_tenders
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def schedule(comments: str, *items: str) -> list[tuple[str, str, str, str]]:
    paper = Paper("Shoal Capital LP", kind="SCHEDULE 13G")
    paper.row(
        "beneficial_owner",
        owner_name="Shoal Capital LP",
        issuername="HALCYON COMPUTE, INC.",
        percent="22.2",
        comments=comments,
    )
    for item in items:
        paper.say(item)
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.instrument.value,
            str(c.share),
            c.note.partition(" shares")[0],
        )
        for c in find_schedule_items(paper.document(), Context())
    ]


@pytest.mark.parametrize(
    ("comments", "instrument", "size"),
    [
        ("Includes 775,800 shares of Common Stock issuable upon exercise of call options.",
         "option_position", "775,800"),
        ("Consists of 40,000 shares underlying listed put options.", "option_position", "40,000"),
        ("Includes 12,500 shares of Common Stock (as defined in Item 2(a)) issuable upon the"
         " exercise of warrants.", "warrant", "12,500"),
    ],
)  # fmt: skip
def test_options_counted_among_the_shares_are_told(
    comments: str, instrument: str, size: str
) -> None:
    assert schedule(comments) == [("Shoal Capital LP", instrument, "None", size)]


def test_options_that_pay_an_employee_are_left_out() -> None:
    words = "Includes 90,000 shares issuable upon exercise of stock options within 60 days."
    assert schedule(words) == []


def test_item_six_names_a_client_with_more_than_five_per_cent() -> None:
    item = (
        "Shoal Master Fund Ltd., a Shoal Fund, has the right to receive or the power to direct the"
        " receipt of dividends from, or the proceeds from the sale of, more than 5 percent of the"
        " outstanding Common Stock."
    )
    assert schedule("", item) == [
        ("Shoal Master Fund Ltd.", "holding", "0.05", "on whose behalf a reporting person holds")
    ]
    assert schedule("", "No other person has the right to receive dividends.") == []


def test_a_notice_lists_sales_of_the_past_months_one_by_one() -> None:
    paper = Paper("Halcyon Compute, Inc.", kind="144")
    for day, proceeds in (("04/06/2025", "32932"), ("04/09/2025", "1000.50"), ("04/10/2025", "")):
        paper.row(
            "transaction",
            proposed="0",
            rptownername="Ada Quill",
            issuername="Halcyon Compute, Inc.",
            saledate=day,
            amountofsecuritiessold="200",
            grossproceeds=proceeds,
        )
    found = [
        (c.with_role(Role.TARGET)[0].name, str(c.amount.point), str(c.agreed_on))
        for c in find_noted_sales(paper.document(), Context())
    ]
    assert found == [
        ("Ada Quill", "32932", "2025-04-06"),
        ("Ada Quill", "1000.50", "2025-04-09"),
    ]


def tender(*sentences: str, kind: str = "SC TO-T/A") -> list[tuple[str, str, str]]:
    paper = Paper("Scree Partners LLC", kind=kind)
    paper.say("HALCYON COMPUTE, INC.")
    paper.say("(Name of Subject Company (Issuer))")
    for sentence in sentences:
        paper.say(sentence)
    return [
        (
            c.with_role(Role.SOURCE)[0].name,
            c.with_role(Role.TARGET)[0].name,
            str(c.amount.point),
        )
        for c in find_tenders(paper.document(), Context())
    ]


def test_a_tender_offer_tells_what_was_paid_in_all() -> None:
    told = (
        "Scree Partners will accept for payment all shares properly tendered at a price of $18.25"
        " per share, for a total purchase price of approximately $16 million in the aggregate."
    )
    assert tender(told, told) == [("Scree Partners LLC", "Halcyon Compute, Inc.", "16000000")]
    assert tender(told, kind="SC TO-I") == []
    assert tender("We offer to purchase up to 400,000 shares at $18.25 per share.") == []
