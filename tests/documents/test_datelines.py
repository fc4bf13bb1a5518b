"""Stories and releases saved as text bear a date: a dateline, a line, front matter."""

import pytest

from graphbuild.documents.datelines import story_date
from tests.documents.papers import lines, read


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("SEATTLE, March 10, 2025 -- Harbor Compute today announced a loan.", "2025-03-10"),
        ("LIVINGSTON, N.J., July 22, 2025 – Harbor Compute announced", "2025-07-22"),
        ("LONDON, 5 May 2025 (GLOBE NEWSWIRE) -- Harbor said", "2025-05-05"),
        ("NEW YORK--(BUSINESS WIRE)--March 10, 2025--Harbor said", "2025-03-10"),
        ("DALLAS, Sept. 9, 2025 /PRNewswire/ -- Harbor said", "2025-09-09"),
        ("Oct. 2, 2025 9:30 am ET", "2025-10-02"),
        ("Published: 2 October 2025", "2025-10-02"),
        ("2025-10-02T08:00:00Z", "2025-10-02"),
        ("Thursday, October 2, 2025", "2025-10-02"),
        ("By Jo Writer | October 2, 2025", "2025-10-02"),
        ("*PR Newswire* — March 10, 2025", "2025-03-10"),
    ],
)
def test_a_story_bears_its_date(line, date):
    assert str(story_date(("Harbor borrows $2 billion", line))) == date


@pytest.mark.parametrize(
    "line",
    [
        "On March 10, 2025, Harbor Compute signed a loan of $2 billion.",
        "Updated: October 4, 2025",
        "Harbor Compute borrowed $2 billion on March 10, 2025 from Northgate Bank.",
        "The notes mature on February 30, 2031",
    ],
)
def test_a_date_inside_a_sentence_is_not_the_storys(line):
    assert story_date((line,)) is None


CLIPPED = """---
title: "Quillstone signs a lease"
source: "https://wire.example/2025/quillstone"
author:
  - "[[A. Writer]]"
published: 2025-09-30
created: 2025-10-04
---
Quillstone Cloud Corp. has signed a lease with Eldridge Forge LLC worth $2.1 billion.
"""


def test_front_matter_of_a_clipper_is_read_and_is_no_text():
    document = read(CLIPPED, "", path="clip.md")
    assert str(document.published_on) == "2025-09-30"
    assert document.url == "https://wire.example/2025/quillstone"
    assert document.title == "Quillstone signs a lease"
    assert document.tier.value == "named_news"
    assert lines(document)[0].startswith("Quillstone Cloud Corp. has signed")


def test_what_the_manifest_says_of_the_date_goes_before_the_text():
    assert str(read(CLIPPED, "txt", filed="2025-10-01").published_on) == "2025-10-01"
    story = "DALLAS, Sept. 9, 2025 -- Harbor Compute said today that it has a loan.\n"
    assert str(read(story, "article", filed="2025-09-10").published_on) == "2025-09-10"
    assert str(read(story, "article").published_on) == "2025-09-09"


def test_a_release_saved_alone_has_its_datelines_date():
    page = (
        "<html><body><p>Exhibit 99.1</p><p>Harbor Prices Notes</p><p>LIVINGSTON, N.J., July 22, "
        "2025 &#8211; Harbor Compute, Inc. announced the pricing of notes.</p></body></html>"
    )
    document = read(page, "", path="r.htm")
    assert (document.kind, str(document.published_on)) == ("EX-99.1", "2025-07-22")
