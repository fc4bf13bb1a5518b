"""Each statement once: within a filing, and between a headline and its text."""

import pytest

from tests.extract.writing import filing, news, release, rows, short


def test_the_same_figure_told_twice_is_one_claim():
    sentence = "In June 2026, we issued $600 million of 7.25% senior notes due 2031."
    again = "We issued $600 million of senior notes in June 2026."
    assert len(rows(filing(sentence, again))) == 1


def test_a_figure_rounded_in_prose_is_the_same_figure():
    document = filing(
        "As of June 30, 2026, we had purchase commitments of $45.77 billion.",
        "Our purchase commitments totaled approximately $45.8 billion.",
    )
    assert [row["amount"] for row in rows(document)] == [45_770_000_000]


def test_size_and_balance_of_one_facility_are_two_claims():
    document = filing(
        "We have a $200 million revolving credit facility with a syndicate of banks.",
        "As of June 30, 2026, $200 million was outstanding under the revolving credit facility.",
    )
    assert [row["measure"] for row in rows(document)] == ["ceiling", "outstanding"]


def test_two_programmes_of_the_same_size_are_two_claims():
    document = filing(
        "We have a $3.0 billion revolving credit facility with a syndicate of banks.",
        "We have a $3.0 billion commercial paper program.",
    )
    assert [row["instrument"] for row in rows(document)] == ["revolver", "bond"]


def test_a_contract_named_again_without_its_value_says_nothing_new():
    document = filing(
        "In May 2026, we signed a cloud contract with Meridian Cloud Corporation, under which we"
        " will provide GPU capacity for $9.7 billion.",
        "In May 2026, we signed a cloud contract with Meridian Cloud Corporation to provide GPU"
        " capacity.",
    )
    assert [row["amount"] for row in rows(document)] == [9_700_000_000]


def test_a_headline_gives_way_to_its_text():
    document = news(
        "Corvid to provide up to $105bln guarantee for Tidepool's Ohio data center",
        "Corvid has agreed to provide a guarantee of up to $105 billion to help Tidepool lease a"
        " data center in Ohio being developed by Quillstone.",
    )
    guarantees = [row for row in rows(document) if row["instrument"] == "guarantee"]
    assert [(g["source"], g["target"], g["on_behalf_of"]) for g in guarantees] == [
        ("corvid", "quillstone", "tidepool")
    ]


def test_a_headline_keeps_a_total_its_text_leaves_out():
    document = news(
        "Tidepool raises $6B Series C",
        "Investors in the round include Corvid, Brightwater and Foxglove Partners.",
    )
    found = short(document)
    assert ("unnamed:consortium", "tidepool", "equity", 6_000_000_000, "funded") in found
    assert [claim[0] for claim in found if claim[3] is None] == [
        "corvid",
        "brightwater",
        "foxglove-partners",
    ]


def test_the_text_of_an_item_has_the_claim_its_headline_tells_rounded():
    document = news(
        "Tidepool raises $12 billion from Corvid",
        "Corvid invested $12.04 billion in Tidepool.",
    )
    assert [row["amount"] for row in rows(document)] == [12_040_000_000]


def test_a_telling_that_names_the_lender_has_the_claim():
    document = filing(
        "In June 2026, we entered into a $55 million term loan facility with a lender.",
        "In June 2026, we entered into a $55 million term loan facility with Northgate Bank, N.A.",
    )
    assert [row["source"] for row in rows(document)] == ["northgate-bank"]


def test_control_without_a_share_says_nothing_beside_the_share():
    document = filing(
        "Ferrow Works, Inc. is 70.7% owned by Harbor Compute, Inc.",
        "While Ferrow Works, Inc. is controlled by Harbor Compute, Inc., it may get bad terms.",
    )
    assert [row["share"] for row in rows(document)] == [0.707]


@pytest.mark.parametrize(
    "words", ["Corvid is investing up to $2 billion in Tidepool.", "Corvid put in $2 billion."]
)
def test_one_investment_told_with_and_without_up_to_is_one_claim(words):
    document = news("H", "Corvid is investing $2 billion in Tidepool.", words)
    assert len(rows(document)) == 1


def test_the_less_rounded_of_two_abouts_has_the_claim():
    told = (
        "In May 2026, we signed a cloud contract with Meridian Cloud Corporation, under which we"
        " will provide GPU capacity for {} $2.9 billion."
    )
    about, exact = told.format("approximately"), told.format("exactly")
    rounder = about.replace("$2.9", "$3")
    assert [row["amount"] for row in rows(filing(rounder, about))] == [2_900_000_000]
    assert len(rows(filing(rounder.replace("approximately", "exactly"), exact))) == 2


def test_notes_of_one_size_and_two_years_are_two():
    document = filing(
        "In March 2024, we issued $500 million of senior notes.",
        "In March 2022, we issued $500 million of senior notes.",
        "In March 2024, we issued $500 million of our senior notes.",
    )
    assert [row["date"] for row in rows(document)] == ["2024-03", "2022-03"]


def test_one_size_of_two_lenders_is_two_loans():
    document = filing(
        "In June 2026, we entered into a $55 million term loan with Northgate Bank, N.A.",
        "In June 2026, we entered into a $55 million term loan with Ostler Bank, N.A.",
    )
    assert [row["source"] for row in rows(document)] == ["northgate-bank", "ostler-bank"]


def test_notes_of_a_subsidiary_are_not_its_parents_too():
    document = release(
        "Harbor Compute announces pricing of $810 million of senior secured notes",
        "Harbor Compute, Inc. today announced that its wholly-owned subsidiary, Ferrow Works LLC,"
        " has priced $810 million of 6.000% senior secured notes due 2031.",
    )
    found = [(r["target"], r["amount"]) for r in rows(document) if r["amount"]]
    assert found == [("ferrow-works", 810_000_000)]


def test_a_lease_announced_and_then_sized_is_one_in_a_release():
    document = release(
        "Harbor Compute today announced it has entered into a new data center lease.",
        "The lease represents approximately $5.2 billion of contracted revenue over its base term.",
    )
    assert [row["amount"] for row in rows(document)] == [5_200_000_000]


def test_an_option_of_underwriters_stays_beside_the_offering():
    document = release(
        "Harbor Compute is offering $400 million of its common stock.",
        "Harbor Compute has granted the underwriters a 30-day option to purchase up to an"
        " additional 7,000,000 shares of common stock.",
    )
    assert len(rows(document)) == 2
