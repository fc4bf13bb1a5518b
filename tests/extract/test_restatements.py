"""Each statement once: within a filing, and between a headline and its text."""

from tests.extract.writing import filing, news, rows, short


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
