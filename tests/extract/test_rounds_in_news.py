"""Rounds as reports tell them: companies and members that stand on no list of names."""

import pytest

from tests.extract.writing import news, rows_of_known


def _told(*paragraphs):
    return {
        (r["source"], r["target"], r["instrument"], r["amount"])
        for r in rows_of_known(news("A story", *paragraphs))
    }


def _shared(company, amount):
    return ("unnamed:consortium", company, "equity", amount)


def _members(target, *sources):
    return {(source, target, "equity", None) for source in sources}


def _raised(target, amount):
    return ("unnamed:investors", target, "equity", amount)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Voltly raised $80 million at a $1 billion valuation. The round was led by Redfern, "
            "Wellbrook Management and Cobalt Alternatives.",
            {
                _shared("voltly", 80_000_000),
                *_members("voltly", "redfern", "wellbrook-management", "cobalt-alternatives"),
            },
        ),
        (
            "Voltly, which makes battery software, raised $90 million last week. Its backers "
            "include Brightwater, Quillmark Ventures and Tarn.",
            {
                _raised("voltly", 90_000_000),
                *_members("voltly", "brightwater", "quillmark-ventures", "tarn"),
            },
        ),
        (
            "Voltly closed a $60 million Series A. Participants include Ferrow, Index and Ostler "
            "Ventures.",
            {
                _shared("voltly", 60_000_000),
                *_members("voltly", "ferrow", "index", "ostler-ventures"),
            },
        ),
        (
            "Voltly raised $2 billion. The round (Redfern, Corvid and Ostler Bay) brings its "
            "total funding to $3 billion.",
            {
                _shared("voltly", 2_000_000_000),
                *_members("voltly", "redfern", "corvid", "ostler-bay"),
            },
        ),
        (
            "Led by Redfern with planned Corvid participation, the round values Voltly at $3 "
            "billion.",
            _members("voltly", "redfern", "corvid"),
        ),
        (
            "Denver startup Voltly came out of stealth on Tuesday with about $50 million in "
            "funding, including a Series A led by Redfern with Cray and Merlin participating.",
            {_raised("voltly", 50_000_000), *_members("voltly", "redfern", "cray", "merlin")},
        ),
        (
            "Voltly, founded earlier this year, is backed by Corvid and Ostler and recently "
            "emerged from stealth mode.",
            _members("voltly", "corvid", "ostler"),
        ),
        (
            "Voltly raised a $150 million Series C. The round came after an $85 million Series B.",
            {_raised("voltly", 150_000_000), _raised("voltly", 85_000_000)},
        ),
        (
            "Mirrel, a battery platform for cars, ships, and trains, has raised $87M in Series B "
            "funding led by Redfern.",
            {
                ("unnamed:consortium", "mirrel", "equity", 87_000_000),
                *_members("mirrel", "redfern"),
            },
        ),
        (
            "The week ended with Voltly locking up a $400 million Series D led by new investor "
            "Redfern.",
            {
                ("unnamed:consortium", "voltly", "equity", 400_000_000),
                *_members("voltly", "redfern"),
            },
        ),
        (
            "Voltly, founded by former Corvid head Ann Lee, secured $47 million in seed funding.",
            {_raised("voltly", 47_000_000)},
        ),
        (
            "Voltly raised $20 million. The round was led by Redfern. Other investors included "
            "Ostler and Tarn. Past backers of the startup include Corvid.",
            {
                _shared("voltly", 20_000_000),
                *_members("voltly", "redfern", "ostler", "tarn", "corvid"),
            },
        ),
        (
            "Mirrel filed for bankruptcy after raising nearly $1 billion in funding from "
            "investors, including Redfern, Ostler and Ann Lee.",
            {
                _shared("mirrel", 1_000_000_000),
                *_members("mirrel", "redfern", "ostler", "ann-lee"),
            },
        ),
        (
            "This week brought a $100 million seed round for Voltly, focused on batteries.",
            {_raised("voltly", 100_000_000)},
        ),
        (
            "Voltly announced its long-awaited raise of $66 million at a $1 billion valuation.",
            {_raised("voltly", 66_000_000)},
        ),
        (
            "SoftBound is in talks to raise $500 million, two people said. Redfern is leading the "
            "round, with participating investments from Ostler and Tarn, the people said.",
            {
                _shared("softbound", 500_000_000),
                *_members("softbound", "redfern", "ostler", "tarn"),
            },
        ),
        (
            "Voltly is in talks with Corvid for a potential $100 million investment.",
            {("corvid", "voltly", "equity", 100_000_000)},
        ),
        (
            "Voltly is in talks to raise $500 million, with Redfern and Ostler expected to lead "
            "the round.",
            {_shared("voltly", 500_000_000), *_members("voltly", "redfern", "ostler")},
        ),
    ],
)
def test_members_without_a_known_name_are_found_by_the_list_they_stand_in(words, expected):
    assert _told(words) == expected


def test_each_company_of_a_story_keeps_its_own_round():
    assert _told(
        "Mirrelworks raised $50 million at a $1 billion valuation. Tarnwell raised $20 million at "
        "a $90 million valuation.",
        "Mirrelworks writes software for batteries. The round was led by Redfern and Ostler "
        "Ventures.",
    ) == {
        _shared("mirrelworks", 50_000_000),
        _raised("tarnwell", 20_000_000),
        *_members("mirrelworks", "redfern", "ostler-ventures"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "Voltly is valued at $9 billion, ahead of rivals Tarn and Brindle.",
        "The bill was backed by Corvid, Meridian and Lumen Robotics after a round of talks.",
        "Meridian backs Tidepool's push for new power lines as funding for grids dries up.",
        "The talks were led by Ann Lee and joined by Sam Voss as the funding debate went on.",
        "Voltly competes with startups led by Tarn, Brindle and Ostler, who raised prices.",
        "Corvid and an adviser to investors in Tidepool said funding may slow.",
        "The Open Battery Coalition is funded by Corvid and backed by Meridian.",
        "If Voltly raised $100 million from Redfern, it could hire 200 people.",
        "Voltly denied reports that it raised $100 million from Redfern and Tarn.",
    ],
)
def test_rivals_allies_and_suppositions_finance_nobody(words):
    assert _told(words) == set()


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        (
            "The plant belongs to Marrow Semi, the joint venture of Brightwater and Corvid.",
            {"brightwater", "corvid"},
        ),
        (
            "Brightwater and Corvid formed a chip joint venture called Marrow Semi.",
            {"brightwater", "corvid"},
        ),
        (
            "Marrow Semi signed an agreement with the joint venture of Brightwater and Corvid.",
            set(),
        ),
    ],
)
def test_owners_of_a_named_venture(words, owners):
    assert {row[:3] for row in _told(words)} == {
        (owner, "marrow-semi", "ownership") for owner in owners
    }
