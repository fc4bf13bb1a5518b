"""Words beside a name that end an aside, mean somebody else, or are no part of a name."""

import pytest

from tests.extract.reports import report
from tests.extract.writing import filing, news, rows


def test_a_founding_year_does_not_swallow_the_verb_after_it() -> None:
    told = report(
        "Quillstone raised $90 million last month.",
        "In Spain, Tidepool, a Madrid-based startup founded in 2022, secured a $14 million Series "
        "A round led by Brightwater, with participation from Foxglove Partners.",
    )
    assert ("brightwater", "tidepool", "equity", None) in told
    assert ("foxglove-partners", "tidepool", "equity", None) in told
    assert not any(target == "quillstone" and source != "unnamed" for source, target, *_ in told)


@pytest.mark.parametrize(
    ("words", "investors"),
    [
        (
            "Tidepool said Tuesday it raised about $93 million from investors including Corvid "
            "supplier Foxglove Partners.",
            {"foxglove-partners"},
        ),
        (
            "Tidepool has raised $8 million in a round led by Brightwater. The company's "
            "investors also include Corvid co-founder and CEO Ada Quill.",
            {"brightwater"},
        ),
        (
            "Tidepool has raised $8 million in seed funding. The round was led by Brightwater, "
            "with participation from Foxglove Partners, Fable N...",
            {"brightwater", "foxglove-partners"},
        ),
    ],
)
def test_staff_suppliers_and_broken_names_invest_nothing(words: str, investors: set[str]) -> None:
    told = report(words)
    assert {source for source, *_ in told if source != "unnamed"} == investors


def test_ratings_and_kinds_of_lease_are_nobody() -> None:
    assert (
        report(
            "A 16-year NNN lease to an AA-rated mega-cap converts a build into a bond-like cash "
            "flow, which is why $4.6 billion clears at 6.5%."
        )
        == set()
    )


@pytest.mark.parametrize(
    "words",
    [
        "Alderfuel announced a supply agreement with Lumen Robotics for 100 MW of fuel cells.",
        "Alderfuel announced a supply agreement with Quillstone for cooling systems.",
    ],
)
def test_who_computes_is_supplied_by_whom_nobody_knows(words: str) -> None:
    ((source, target, instrument, _),) = report(words)
    assert (target, instrument) == ("alderfuel", "supply_contract")
    assert source in {"lumen-robotics", "quillstone"}


def test_a_utility_buys_what_makes_power() -> None:
    told = report("Corvid signed a supply agreement with utility Brightwater for fuel cells.")
    assert {(source, target) for source, target, *_ in told} == {("brightwater", "corvid")}


@pytest.mark.parametrize(
    ("words", "name", "amount"),
    [
        (
            "On August 9, 2025, the Company completed the acquisition of Alder AI Oy (Alder AI), "
            "an AI lab based in Norway in an all-cash transaction of $465 million.",
            "Alder AI Oy",
            465_000_000,
        ),
        (
            "On August 17, 2025, the Company entered into an agreement to acquire Alder Group "
            "Int’l, Inc. (Alder Systems), in a transaction valued at $3.2 billion.",
            "Alder Group Int’l, Inc.",
            3_200_000_000,
        ),
    ],
)
def test_a_company_bought_keeps_its_name_and_price(words: str, name: str, amount: int) -> None:
    (row,) = rows(filing(words))
    assert (row["target_name"], row["amount"]) == (name, amount)


def test_shares_sold_count_and_shares_left_do_not() -> None:
    (row,) = rows(
        filing(
            "Until today we have offered and sold 41,200,000 shares of common stock having an "
            "aggregate price of approximately $202.1 million under the Sales Agreement, and "
            "shares having an aggregate price of up to $297.9 million remain available."
        )
    )
    assert (row["instrument"], row["amount"], row["measure"]) == ("equity", 202_100_000, "paid")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Corvid paid $2 billion to acquire Tidepool.", "funded"),
        ("Corvid spent $2 billion on acquiring Tidepool.", "funded"),
        ("Corvid will pay $2 billion to acquire Tidepool.", "announced"),
        ("Corvid is paying $2 billion to acquire Tidepool.", "signed"),
    ],
)
def test_a_price_paid_is_a_purchase_done(words: str, status: str) -> None:
    (row,) = rows(news("A story", words))
    assert (row["source"], row["target"], row["status"]) == ("corvid", "tidepool", status)


@pytest.mark.parametrize(
    ("to", "sides"),
    [
        ("", ("tidepool-ai", "harbor-compute")),
        (" to us", ("harbor-compute", "tidepool-ai")),
    ],
)
def test_who_has_an_agreement_for_the_provision_of_services_provides_them(
    to: str, sides: tuple[str, str]
) -> None:
    words = (
        f"We have a commercial agreement with Tidepool AI for the provision of cloud services{to}."
    )
    (row,) = rows(filing(words))
    assert (row["source"], row["target"]) == sides


@pytest.mark.parametrize(
    ("words", "date", "status"),
    [
        (
            "Tidepool, formed in 2018 to mine bitcoin, said on Tuesday that it had raised $1.3 "
            "billion from Brightwater.",
            "2026",
            "funded",
        ),
        (
            "Tidepool sold $18 billion of bonds and is in talks to borrow $38 billion more.",
            "2026",
            "funded",
        ),
    ],
)
def test_asides_and_next_plans_are_not_of_the_deal(words: str, date: str, status: str) -> None:
    found = rows(news("A story", words))
    assert {(str(row["date"])[:4], row["status"]) for row in found} == {(date, status)}


def test_a_sum_of_notes_and_shares_is_neither() -> None:
    assert report("Tidepool raised $3.7 billion by selling convertible notes and shares.") == set()
    assert report("Tidepool raised $3.7 billion by selling convertible notes.") == {
        ("unnamed", "tidepool", "convertible", 3_700_000_000)
    }
