"""Ownership told in notes, insiders' classes of shares, and subsidiaries wholly owned."""

import pytest

from tests.extract.writing import filing
from tests.extract.writing import rows as claim_rows

FILER = "harbor-compute"


def told(*sentences: str) -> list[tuple[object, ...]]:
    rows = claim_rows(filing(*sentences))
    kinds = {"ownership", "holding"}
    return [(r["source"], r["target"], r["share"]) for r in rows if r["instrument"] in kinds]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Our ownership interest in Foxglove Fab LLC was 20% as of June 30, 2026.",
            [(FILER, "foxglove-fab", 0.2)],
        ),
        (
            "The sale diluted us, reducing our interest in Foxglove Fab LLC to 19.9%.",
            [(FILER, "foxglove-fab", 0.199)],
        ),
        (
            "Our equity investments in Foxglove Fab LLC represent an ownership interest of about"
            " 29%.",
            [(FILER, "foxglove-fab", 0.29)],
        ),
        (
            "Foxglove Fab LLC, in which the Company holds a 45% interest, is accounted for under"
            " the equity method.",
            [(FILER, "foxglove-fab", 0.45)],
        ),
        (
            "Foxglove Fab LLC is 60% owned by Brightwater Capital, which is 100% owned by"
            " Quillstone Holdings, Inc.",
            [
                ("brightwater-capital", "foxglove-fab", 0.6),
                ("quillstone-holdings", "brightwater-capital", 1),
            ],
        ),
        (
            "Foxglove Fab LLC is owned 80% by Brightwater Capital and 20% by the Company.",
            [("brightwater-capital", "foxglove-fab", 0.8), (FILER, "foxglove-fab", 0.2)],
        ),
        (
            "The remaining 20% of Foxglove Fab LLC is held by Brightwater Capital.",
            [("brightwater-capital", "foxglove-fab", 0.2)],
        ),
        (
            "The initial equity ownership in Foxglove Fab LLC shall be 80% Brightwater Capital and"
            " 20% the Company.",
            [("brightwater-capital", "foxglove-fab", 0.8), (FILER, "foxglove-fab", 0.2)],
        ),
        (
            "At year end we held 4 million shares of Foxglove Fab, Inc.'s common stock,"
            " representing an approximate 23% ownership interest, and an 11% voting interest.",
            [(FILER, "foxglove-fab", 0.23)],
        ),
        (
            "Noncontrolling interests represent the 30% interest in Foxglove Fab LLC held by"
            " Brightwater Capital.",
            [("brightwater-capital", "foxglove-fab", 0.3)],
        ),
        (
            "Ada Quill, a director of ours, currently owns approximately 8% of the outstanding"
            " shares of Foxglove Fab, Inc.",
            [("ada-quill", "foxglove-fab", 0.08)],
        ),
        (
            "Ada Quill, our Chief Financial Officer, is the President of Foxglove Fab Ltd. and the"
            " beneficial owner of 30% of the equity of Foxglove Fab Ltd., with the remaining 70%"
            " held by Tove Marsh, our Chairman.",
            [("ada-quill", "foxglove-fab", 0.3), ("tove-marsh", "foxglove-fab", 0.7)],
        ),
        (
            "Foxglove Fab LLC, which is 51%-owned by the Company, signed a lease for its plant.",
            [(FILER, "foxglove-fab", 0.51)],
        ),
        (
            "Foxglove Fab LLC is a 50/50 joint venture between us and Brightwater Capital.",
            [(FILER, "foxglove-fab", 0.5), ("brightwater-capital", "foxglove-fab", 0.5)],
        ),
        (
            "We have a 50-50 joint venture with Brightwater Capital named Foxglove Fab LLC.",
            [(FILER, "foxglove-fab", 0.5), ("brightwater-capital", "foxglove-fab", 0.5)],
        ),
        (
            "Brightwater Capital beneficially owns 1,234,567 shares, representing 7.1% of the"
            " outstanding common stock of Foxglove Fab, Inc.",
            [("brightwater-capital", "foxglove-fab", 0.071)],
        ),
        (
            "Foxglove Fab LLC, a joint venture 50% owned by the Company, began operations.",
            [(FILER, "foxglove-fab", 0.5)],
        ),
    ],
)
def test_a_note_tells_a_stake_from_either_end(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "An interested stockholder is a person who owned 15% of the outstanding shares of Foxglove"
        " Fab, Inc.",
        "Holders of at least 25% of the notes of Foxglove Fab LLC may accelerate them.",
        "If Brightwater Capital owned 20% of the shares of Foxglove Fab, Inc., it would consent.",
        "We own 30% of the capacity in Foxglove Fab LLC.",
        "Brightwater Capital and the Company bear the costs of the 50/50 joint venture.",
    ],
)
def test_suppositions_and_shares_of_several_owners_are_refused(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "With Corvid Semiconductor Corp., we hold a 35% interest in four joint ventures"
        " (collectively, the Foxglove JV).",
        "We hold a 35% interest in three joint ventures (together, the “Foxglove JV”).",
    ],
)
def test_ventures_counted_and_then_named_go_by_their_name(sentence: str) -> None:
    assert told(sentence) == [(FILER, "foxglove-jv", 0.35)]


def test_ventures_only_counted_have_no_name() -> None:
    (stake,) = told("The Company holds a 35% equity interest in four joint ventures (see Note 4).")
    assert stake[1].startswith("unnamed:")


def test_an_insider_owns_parts_of_classes_under_the_full_name() -> None:
    rows = told(
        "Ada M. Quill is our Chief Executive Officer.",
        "In May 2026, Ms. Quill and related trusts beneficially owned approximately 73.4% of our"
        " Class B common stock and about 12.9% of our Class A common stock, or 48.2% of all votes.",
    )
    assert rows == [("ada-quill", FILER, 0.734), ("ada-quill", FILER, 0.129)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Quill and Tove Marsh beneficially owned about 86% of our Class B common stock.",
        "Any person beneficially owning 20% of our common stock must notify us.",
        "Our directors beneficially owned 12% of our common stock.",
    ],
)
def test_a_share_of_several_insiders_is_nobodys_own(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Foxglove Fab LLC, a direct wholly-owned subsidiary of the Company, signed a lease.",
            [(FILER, "foxglove-fab", 1)],
        ),
        (
            "The agreement was assigned to the Company's wholly owned subsidiary, Foxglove Fab LLC,"
            " from Brightwater Capital.",
            [(FILER, "foxglove-fab", 1)],
        ),
        ("The accounts of our wholly-owned subsidiaries are included.", []),
        (
            "The parties are the Company, Spring Merger Sub Inc., an Ohio corporation and a "
            "wholly owned subsidiary of the Company, and Foxglove Fab LLC.",
            [(FILER, "spring-merger-sub", 1)],
        ),
        (
            "On May 4, 2026, the Company acquired (i) 51% of the outstanding units of Foxglove Fab "
            "LLC and (ii) its notes.",
            [(FILER, "foxglove-fab", 0.51)],
        ),
        (
            "In May the Company completed its acquisition of 51% of Foxglove Fab LLC.",
            [(FILER, "foxglove-fab", 0.51)],
        ),
        ("We bought a majority stake of 60% in Foxglove Fab LLC.", [(FILER, "foxglove-fab", 0.6)]),
        ("In May we acquired 20% of the shares of Foxglove Fab LLC for cash.", []),
    ],
)
def test_a_wholly_owned_subsidiary_is_owned_whole(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    assert told(sentence) == expected
