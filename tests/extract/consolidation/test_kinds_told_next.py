"""What money was, where the words after its sentence say so."""

import pytest

from tests.extract.writing import filing, news, release, rows


def _told(*words: str) -> list[tuple[object, ...]]:
    found = rows(news("A story", *words))
    return [(r["source"], r["target"], r["instrument"], r["amount"]) for r in found]


@pytest.mark.parametrize(
    "told_next",
    [
        "This is in the form of convertible notes.",
        "The investment will be made through convertible notes.",
        "It takes the form of a convertible senior note.",
        "The money is in the form of convertible debt, some of which has become stock.",
    ],
)
def test_an_investment_called_convertible_notes_next_is_convertible(told_next):
    first = "Meridian intends to put another $1.5 billion into Tidepool."
    assert _told(f"{first} {told_next}") == [("meridian", "tidepool", "convertible", 1_500_000_000)]


@pytest.mark.parametrize(
    "told_next",
    [
        "Tidepool also has convertible notes outstanding.",
        "This is a vote of confidence, after the convertible notes of last year.",
    ],
)
def test_convertible_notes_of_another_deal_change_nothing(told_next):
    first = "Meridian intends to put another $1.5 billion into Tidepool."
    assert ("meridian", "tidepool", "equity", 1_500_000_000) in _told(f"{first} {told_next}")


@pytest.mark.parametrize(
    "told_next",
    [
        "Ten banks provided this loan.",
        "This facility matures in 2030.",
        "Northgate arranged the bonds.",
    ],
)
def test_funding_that_turns_out_to_be_lent_is_no_equity(told_next):
    first = "Tidepool had locked in about $8 billion in funding through similar means."
    assert not [r for r in _told(f"{first} {told_next}") if r[2] == "equity"]


def test_a_round_stays_equity_beside_a_loan():
    told = "Tidepool raised a $2 billion Series B. Banks also provided the loan of last year."
    assert ("unnamed:investors", "tidepool", "equity", 2_000_000_000) in _told(told)


def test_a_headline_whose_story_tells_of_notes_is_no_equity():
    found = rows(
        news(
            "Data centre operator Tidepool to raise $795 million for expansion",
            "Tidepool said it seeks to raise A$1.1 billion ($795.4 million) through convertible "
            "notes.",
        )
    )
    assert [(r["instrument"], r["currency"]) for r in found] == [("convertible", "AUD")]


@pytest.mark.parametrize(
    ("headline", "body", "kinds"),
    [
        (
            "raises $2 billion",
            "Tidepool took a $2 billion loan from Northgate Bank, N.A.",
            {"loan"},
        ),
        ("raises $2 billion", "The $2 billion term loan matures in 2031.", set()),
        ("raises $2 billion", "Tidepool sold $2 billion of senior notes due 2031.", {"bond"}),
        ("raises $2 billion from investors", "It has a $3 billion loan.", {"equity"}),
        ("raises $2 billion Series C", "It has a $2 billion loan too.", {"equity"}),
    ],
)
def test_a_raise_is_what_the_story_calls_it(headline, body, kinds):
    found = {r["instrument"] for r in rows(news(f"Tidepool {headline}", body))}
    assert found - {"loan"} == kinds - {"loan"}
    assert kinds <= found


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool has now raised a total of $200 million.",
        "Over the last six months, Tidepool has raised $200 million.",
        "Tidepool has raised $200 million to date.",
        "Tidepool has raised $200 million in total.",
        "To date, Tidepool has raised $200 million.",
        "Since 2021 Tidepool has raised $200 million across four rounds.",
        "Tidepool has secured a cumulative total of $200 million since its founding.",
        "The round brings its total funding to $200 million.",
        "Its backers include Brightwater, and its total funding now exceeds $200 million.",
    ],
)
def test_all_a_company_ever_raised_is_no_round(words):
    assert not [r for r in _told("Tidepool makes chips.", words) if r[3] == 200_000_000]


def test_a_round_beside_the_total_is_kept():
    told = "Tidepool raised a $50 million Series A and has now raised a total of $200 million."
    assert [r[3] for r in _told(told) if r[0] == "unnamed:investors"] == [50_000_000]


@pytest.mark.parametrize(
    "words",
    [
        "Tidepool raised $2 billion in its IPO, of which a third went to selling shareholders.",
        "Tidepool and its shareholders raised $2 billion in an IPO.",
    ],
)
def test_what_selling_holders_got_is_not_raised_by_the_company(words):
    assert _told(words) == []


def test_money_from_existing_holders_is_a_round():
    told = "Tidepool raised $2 billion in a round with participation from existing shareholders."
    assert [r[3] for r in _told(told)] == [2_000_000_000]


def test_an_example_of_another_time_is_no_claim():
    lead = "The pattern is old. In the telecom boom of the 1990s:"
    bullet = "- Ashgrove committed $8 billion in vendor financing to Corvid."
    assert _told(lead, bullet) == []
    assert _told("Deals of the week:", bullet) == [
        ("ashgrove", "corvid", "vendor_financing", 8_000_000_000)
    ]


def test_a_facility_of_a_loan_and_notes_is_not_one_loan():
    head = "Harbor Compute announced it has closed a $3.6 billion GPU financing facility."
    parts = "It issued $2.1 billion of senior notes due 2031 and took a $1.5 billion term loan."
    whole = 3_600_000_000
    assert whole in [r["amount"] for r in rows(release(head))]
    assert [r["amount"] for r in rows(release(head, f"Harbor Compute closed it. {parts}"))] == [
        2_100_000_000
    ]


def test_an_increase_gives_way_to_the_size_it_reaches():
    told = (
        "Tidepool upsized its existing $3 billion credit facility by an additional $2.7 billion, "
        "increasing the total to $5.7 billion."
    )
    amended = [r for r in rows(news("A story", told)) if r["status"] == "amended"]
    assert [r["amount"] for r in amended] == [5_700_000_000]


def test_an_increase_alone_is_committed_and_no_ceiling():
    told = (
        "In June 2026, the revolving credit facility was amended to increase the lenders' "
        "aggregate commitment by $200 million."
    )
    (row,) = rows(filing(told))
    assert (row["amount"], row["measure"], row["status"]) == (200_000_000, "committed", "amended")


@pytest.mark.parametrize(
    ("told_later", "is_equity"),
    [
        ("Northgate Bank gave Tidepool a loan of $8 billion in May.", False),
        ("In May, Tidepool borrowed $8 billion from Northgate Bank.", False),
        ("In May, Meridian borrowed $8 billion from Northgate Bank.", True),
        ("In May, Tidepool borrowed $3 billion from Northgate Bank.", True),
    ],
)
def test_funding_of_the_same_figure_as_a_debt_of_the_same_company_is_that_debt(
    told_later, is_equity
):
    first = "Tidepool had locked in about $8 billion in funding through similar means."
    told = _told(f"{first} {told_later}")
    assert ("unnamed:investors", "tidepool", "equity", 8_000_000_000) in told or not is_equity
    assert len([row for row in told if row[2] == "equity"]) == int(is_equity)
    assert len([row for row in told if row[2] == "loan"]) == 1
