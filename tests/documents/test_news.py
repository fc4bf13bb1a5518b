"""Feeds, news pages and saved texts."""

import pytest

from graphbuild.documents.feed import clean_body
from graphbuild.records.document import Filer, SourceTier
from tests.documents.papers import FIXTURES, assert_spans_hold, fixture, lines, read, reading


def test_each_item_is_an_entry_with_its_own_span():
    document = fixture("news/relay.xml", "rss", company="A pool of papers")
    assert_spans_hold(document)
    assert [entry.title for entry in document.entries] == [
        "Northlake to lease Fallow site for $2.5 billion",
        "Borealis borrows ¥50 billion",
        "Undated remark - not a paper's name, only a dash",
    ]
    for paragraph in document.paragraphs:
        assert any(e.start <= paragraph.start < paragraph.end <= e.end for e in document.entries)


def test_a_relay_names_the_paper_behind_the_headline():
    entry = fixture("news/relay.xml", "rss").entries[0]
    assert (entry.publisher, str(entry.published_on)) == ("The Daily Heron", "2026-08-18")
    assert entry.link.startswith("https://news.google.com/")
    assert entry.language == "en"


def test_a_feed_of_many_papers_names_the_paper_of_each_item():
    feed = (
        '<rss version="2.0"><channel><title>Relay of many papers</title><item>'
        "<title>Fallow borrows $40 million</title><link>https://relay.example/1</link>"
        "<pubDate>Tue, 18 Aug 2026 09:38:19 +0000</pubDate>"
        '<source url="https://heron.example/feed">The Daily Heron</source>'
        "</item><item><title>Borealis borrows</title><link>https://relay.example/2</link>"
        "<pubDate>Tue, 18 Aug 2026 09:38:19 +0000</pubDate></item></channel></rss>"
    )
    papers = [entry.publisher for entry in read(feed, "rss").entries]
    assert papers == ["The Daily Heron", "Relay of many papers"]


def test_a_summary_that_repeats_the_headline_is_left_out():
    document = fixture("news/relay.xml", "rss")
    assert lines(document)[:2] == [
        "Northlake to lease Fallow site for $2.5 billion",
        "Borealis borrows ¥50 billion",
    ]


def test_a_body_escaped_twice_is_text_without_chrome_and_wire_marks():
    document = fixture("news/relay.xml", "rss")
    entry = document.entries[1]
    assert document.text[entry.start : entry.end] == (
        "Borealis borrows ¥50 billion\nBorealis said it borrowed 50 billion yen. It named no bank."
    )


def test_an_undated_item_is_told():
    result = reading((FIXTURES / "news/relay.xml").read_bytes(), "rss")
    assert [issue.code for issue in result.issues] == ["undated-entry"]
    assert result.document is not None
    assert result.document.entries[2].published_on is None


def test_a_pool_is_news_and_a_partys_own_feed_a_release():
    pool = fixture("news/relay.xml", "rss", company="A pool of papers")
    own = fixture("news/northlake.xml", "rss", company="Northlake")
    assert (pool.tier, pool.filer) == (SourceTier.NEWS, None)
    assert (own.tier, own.filer) == (SourceTier.RELEASE, Filer(name="Northlake"))
    assert str(own.published_on) == "2026-08-02"


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Rowan Blog", SourceTier.RELEASE),
        ("The Rowan Blog", SourceTier.RELEASE),
        ("Rowan's Newsroom", SourceTier.RELEASE),
        ("Rowan News", SourceTier.NEWS),
        ("Markets Blog", SourceTier.NEWS),
    ],
)
def test_the_blog_of_a_product_is_its_makers(title, tier):
    feed = (
        f'<rss version="2.0"><channel><title>{title}</title><link>https://rowan.example</link>'
        "<item><title>We have raised $90 million</title><link>https://rowan.example/a</link>"
        "<pubDate>Mon, 04 May 2026 10:00:00 GMT</pubDate></item></channel></rss>"
    )
    document = read(feed, "rss", company="Northlake")
    assert document.tier is tier
    assert document.filer == (Filer(name="Northlake") if tier is SourceTier.RELEASE else None)


def test_edgars_list_of_filings_is_no_evidence():
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1" ?><feed xmlns="http://www.w3.org/2005/Atom">'
        "<title>Latest Filings - Fri, 12 Dec 2025</title><entry><title>4</title></entry></feed>"
    )
    result = reading(text, "atom")
    assert result.document is None
    assert [issue.code for issue in result.issues] == ["not-evidence"]


@pytest.mark.parametrize(
    ("body", "clean"),
    [
        ("Acme &amp;amp; Co.", ["Acme & Co."]),
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("a <b>bold</b> word<br>next", ["a bold word", "next"]),
        ("Read more", []),
        ("The post Deal done appeared first on Heron.", []),
        ("5 < 6 and 7 > 2", ["5 < 6 and 7 > 2"]),
        ("", []),
    ],
)
def test_bodies_are_cleaned(body, clean):
    assert clean_body(body) == clean


def test_a_news_page_gives_its_article_and_not_the_page():
    document = fixture("news/article.html", "article", url="https://heron.example/lease")
    assert_spans_hold(document)
    assert document.title == "Northlake signs lease"
    assert lines(document)[1].startswith("Northlake Compute has signed a lease")
    assert "Related story" not in document.text
    (entry,) = document.entries
    assert (str(entry.published_on), entry.publisher) == ("2026-03-04", "The Daily Heron")
    assert document.tier is SourceTier.NEWS


def test_a_page_without_an_article_gives_nothing():
    result = reading("<html><body><nav>Home</nav></body></html>", "article")
    assert result.document is None
    assert [issue.code for issue in result.issues] == ["unreadable"]


def test_an_article_saved_as_text_is_all_article():
    text = "Lumen Robotics borrowed $40 million from Harbor Bank.\n\nIt builds arms for cranes.\n"
    document = read(text, "article", filed="2026-05-04")
    assert lines(document) == [
        "Lumen Robotics borrowed $40 million from Harbor Bank.",
        "It builds arms for cranes.",
    ]
    assert document.tier is SourceTier.NEWS
    release = read(text, "release", company="Lumen Robotics, Inc.")
    assert release.filer == Filer(name="Lumen Robotics, Inc.")


def test_markdown_copies_have_headings_paragraphs_and_no_marks():
    text = (
        "# Northlake signs\n\nNorthlake **will pay** [Fallow](https://f.example) $2 billion.\n"
        "It said so.\n\n- first\n- second\n\n"
        "| Year | Paid |\n|---|---|\n| 2025 | 1,250 |\n| 2026 | 900 |\n"
    )
    document = read(text, "md")
    assert_spans_hold(document)
    assert lines(document) == [
        "Northlake signs",
        "Northlake will pay Fallow $2 billion. It said so.",
        "- first",
        "- second",
    ]
    assert document.paragraphs[1].heading == "Northlake signs"
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [
        ["Year", "Paid"],
        ["2025", "1,250"],
        ["2026", "900"],
    ]
    assert document.tier is SourceTier.UNNAMED
