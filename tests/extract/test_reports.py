"""What reports say in several sentences or in words of their own; see also each module's tests."""

import pytest

from tests.extract.reports import report

STORIES = [
    # Whom "the company", "it" and "they" mean.
    (
        [
            "Tidepool raised a $2 billion funding round. Equipment maker Ashgrove sells tools.",
            "The company signed a $3 billion cloud contract with Quillstone.",
        ],
        {("tidepool", "quillstone", "cloud_contract", 3_000_000_000)},
    ),
    (
        [
            "Tidepool has outgrown its office.",
            "They signed a $3 billion cloud contract with Quillstone.",
        ],
        {("tidepool", "quillstone", "cloud_contract", 3_000_000_000)},
    ),
    (
        [
            "Brightwater dropped a bombshell.",
            "The infrastructure giant is in talks to acquire Lumen Robotics in a deal worth "
            "$40 billion.",
        ],
        {("brightwater", "lumen-robotics", "acquisition", 40_000_000_000)},
    ),
    (
        [
            "Corvid went all-in on one lab. The chipmaker invested $2 billion in Tidepool.",
        ],
        {("corvid", "tidepool", "equity", 2_000_000_000)},
    ),
    (
        ["Ashgrove disclosed that Corvid will buy a 3% stake in the company."],
        {("corvid", "ashgrove", "equity", 0.03)},
    ),
    # Several parties of one contract.
    (
        [
            "Tidepool has signed $140 billion in supply agreements with multiple chipmakers "
            "including Corvid, Ashgrove, and Quillstone."
        ],
        {
            ("tidepool", "corvid", "supply_contract", None),
            ("tidepool", "ashgrove", "supply_contract", None),
            ("tidepool", "quillstone", "supply_contract", None),
        },
    ),
    (
        ["Tidepool signed a computing agreement with Meridian and chip architect Corvid."],
        {
            ("tidepool", "meridian", "cloud_contract", None),
            ("tidepool", "corvid", "cloud_contract", None),
        },
    ),
    (
        [
            "Tidepool made waves with a $38 billion contract to buy compute from Meridian, and "
            "reports suggest it's also inked a $300 billion agreement with Quillstone for cloud "
            "capacity."
        ],
        {
            ("tidepool", "meridian", "cloud_contract", 38_000_000_000),
            ("tidepool", "quillstone", "cloud_contract", 300_000_000_000),
        },
    ),
    (
        ["Quillstone—a startup once known for chips—announced a cloud deal with Meridian."],
        {("meridian", "quillstone", "cloud_contract", None)},
    ),
    (
        ["Tidepool announced a staggering $1.5 billion funding round."],
        {("unnamed", "tidepool", "equity", 1_500_000_000)},
    ),
    (
        ["Lumen Robotics unit Ashgrove raises $220 million."],
        {("unnamed", "ashgrove", "equity", 220_000_000)},
    ),
    (
        [
            "Tidepool raised a funding round.",
            "The round was led by Brightwater with support from Corvid.",
        ],
        {
            ("brightwater", "tidepool", "equity", None),
            ("corvid", "tidepool", "equity", None),
        },
    ),
    (
        [
            (
                "The rise of clouds goes on after Meridian's separate multiyear Quillstone "
                "deal worth $17 billion."
            )
        ],
        {("meridian", "quillstone", "cloud_contract", 17_000_000_000)},
    ),
    (
        ["Quillstone secured $22 billion in Tidepool contracts for cloud capacity."],
        {("tidepool", "quillstone", "cloud_contract", 22_000_000_000)},
    ),
    (
        [
            "Shares of Quillstone rose, with the company entering into an agreement with Corvid "
            "to purchase chips for about $5.8 billion."
        ],
        {("quillstone", "corvid", "supply_contract", 5_800_000_000)},
    ),
    (
        ["Corvid will supply custom chips to Meridian."],
        {("meridian", "corvid", "supply_contract", None)},
    ),
    (
        [
            (
                "Brightwater is in talks to acquire Lumen Robotics in a deal that could value"
                " it at $40 billion."
            )
        ],
        {("brightwater", "lumen-robotics", "acquisition", None)},
    ),
    (
        ["Ashgrove, established by fund Brightwater and Corvid, may invest in Tidepool."],
        {("ashgrove", "tidepool", "equity", None)},
    ),
    (
        ["Corvid issued warrants for Tidepool to buy as much as 10% of Corvid at a penny a share."],
        {("tidepool", "corvid", "warrant", None)},
    ),
    # Warrants for those who buy.
    (
        ["The deal includes a warrant for Meridian to acquire 160 million Corvid shares."],
        {("meridian", "corvid", "warrant", None)},
    ),
    (
        ["That agreement gave Tidepool warrants to buy 160 million shares of Corvid."],
        {("tidepool", "corvid", "warrant", None)},
    ),
    (
        [
            "Meridian will guarantee Tidepool's lease commitments and obtain warrants for about "
            "41 million Lumen Robotics shares."
        ],
        {
            ("meridian", "tidepool", "guarantee", None),
            ("meridian", "lumen-robotics", "warrant", None),
        },
    ),
    # Backstops and what they back.
    (
        [
            (
                "Lumen Robotics has signed an agreement for a data center lease that is "
                "backed by Meridian."
            )
        ],
        {("meridian", "lumen-robotics", "guarantee", None)},
    ),
    (
        ["Lumen Robotics said that Meridian has increased its financial backstop to $3.2 billion."],
        {("meridian", "lumen-robotics", "guarantee", 3_200_000_000)},
    ),
    (
        ["Meridian has become the largest shareholder of Lumen Robotics, holding 14% of shares."],
        {("meridian", "lumen-robotics", "ownership", 0.14)},
    ),
]
NOTHING = [
    ["Tidepool and Quillstone are rivals.", "They signed autographs."],
    ["The deal includes a warrant for the arrest of a Corvid manager."],
    ["Corvid announced a $5 billion plan for its joint venture with the state."],
    ["Tidepool, which is backed by Brightwater and Corvid, raised its forecast to $600 million."],
]


@pytest.mark.parametrize(("story", "claims"), STORIES, ids=[s[-1][:50] for s, _ in STORIES])
def test_a_story_in_these_words_tells_these_claims(story, claims):
    assert claims <= report(*story)


@pytest.mark.parametrize("story", NOTHING, ids=[s[-1][:50] for s in NOTHING])
def test_a_story_in_these_words_tells_no_sum_and_no_contract(story):
    assert not {claim for claim in report(*story) if claim[3] or claim[2] != "equity"}


def test_who_raises_money_is_not_the_last_of_its_backers():
    words = "Tidepool, which is backed by Brightwater and Corvid, raised $600 million."
    assert ("unnamed", "tidepool", "equity", 600_000_000) in report(words)
    assert not any(target == "corvid" for _, target, *_ in report(words))
