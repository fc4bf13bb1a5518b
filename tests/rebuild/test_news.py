"""Feeds to archive: pages where they may be read, the feed's own words where not."""

import pytest

from graphbuild.errors import SettingsError
from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.inputs import gather_inputs
from graphbuild.rebuild.news import fetch_news
from graphbuild.rebuild.reading import read_items
from graphbuild.sources import Archive
from tests.fixtures.edgar import Fault
from tests.fixtures.edgar.fetcher import PATIENT, settings
from tests.rebuild.worlds import small_world

STORY = (
    "<p>Harbor Compute has signed a lease with Quarry Data Centers for a site in the north of the"
    " country, the companies said on Tuesday.</p><p>The lease runs for fifteen years and is worth"
    " about $2.5 billion, according to people who have seen the contract and asked not to be"
    " named.</p><p>Quarry will build two halls, and Harbor will fill them with machines bought on"
    " credit from a supplier that it did not name in the contract.</p>"
)
PAGE = (
    "<!DOCTYPE html><html lang='en'><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily Heron</title>'
    "<language>en</language>{}</channel></rss>"
)
ITEM = (
    "<item><title>{1}</title><link>{0}</link><pubDate>Wed, 04 Mar 2026 08:00:00 -0500</pubDate>"
    "<description>Harbor Compute raised $400 million.</description></item>"
)


@pytest.fixture
def world(edgar, tmp_path):
    workspace = small_world(tmp_path / "w")
    table = workspace.curated / "feeds.csv"
    table.write_text(
        "feed_id,name,url,publisher,tier,language,verified_on,note\n"
        f"heron,The Daily Heron,{edgar.url}/heron.xml,,named_news,en,,\n"
        f"harbor-news,Harbor news,{edgar.url}/harbor.xml,harbor,party_release,en,,\n",
        encoding="utf-8",
    )
    _feed(edgar, "heron", ["open", "walled", "gone", "secret"])
    _feed(edgar, "harbor", ["release"])
    for name in ("open", "secret", "release"):
        page = PAGE.format(f"Story {name}", STORY + f"<p>Only in {name}.</p>")
        edgar.pages[f"/{name}"] = ("text/html", page.encode())
    edgar.pages["/walled"] = ("text/html", PAGE.format("Walled", "Subscribe to read").encode())
    edgar.pages["/robots.txt"] = ("text/plain", b"User-agent: *\nDisallow: /secret")
    return workspace


def _feed(edgar, name, stories):
    items = "".join(ITEM.format(f"{edgar.url}/{story}", f"Story {story}") for story in stories)
    edgar.pages[f"/{name}.xml"] = ("application/rss+xml", FEED.format(items).encode())


def _fetch(world, edgar):
    return fetch_news(world, settings(edgar.url, 8), manners=PATIENT, requests_per_second=500)


def test_every_story_is_kept_once_in_the_best_form_that_may_be_had(edgar, world):
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.is_complete) == (5, True)
    kept = {item.meta["headline"]: item for item in Archive(world.raw).items()}
    assert {name: (item.kind, item.meta["access"]) for name, item in kept.items()} == {
        "Story open": ("article", "open"),
        "Story walled": ("rss", "paywalled"),
        "Story gone": ("rss", "not-found"),
        "Story secret": ("rss", "robots"),
        "Story release": ("release", "open"),
    }
    assert edgar.paths("/secret") == []
    first = kept["Story open"]
    assert (str(first.published_on), first.url) == ("2026-03-04", f"{edgar.url}/open")
    assert first.meta["published_at"] == "2026-03-04T08:00:00-05:00"
    assert first.meta["language"] == "en"
    assert kept["Story release"].company == "Harbor Compute, Inc."
    assert kept["Story release"].meta["same_story_as"] == first.sha256
    assert edgar.agents == {"graphbuild (Northlake Research; research@northlake.example)"}


def test_a_second_run_asks_for_feeds_and_rules_only(edgar, world):
    _fetch(world, edgar)
    before = len(edgar.arrivals)
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.count(State.UNCHANGED)) == (0, 5)
    assert [path for _, path in edgar.arrivals[before:]] == [
        "/robots.txt",
        "/heron.xml",
        "/harbor.xml",
    ]
    _feed(edgar, "heron", ["later", "open"])
    edgar.pages["/later"] = ("text/html", PAGE.format("Later", STORY).encode())
    assert _fetch(world, edgar).count(State.NEW) == 1


def test_an_id_is_one_feeds_own(edgar, world):
    for name, story in (("heron", "open"), ("harbor", "release")):
        item = ITEM.format(f"{edgar.url}/{story}", f"Story {story}")
        item = item.replace("<title>", "<guid isPermaLink='false'>1</guid><title>")
        edgar.pages[f"/{name}.xml"] = ("application/rss+xml", FEED.format(item).encode())
    assert _fetch(world, edgar).count(State.NEW) == 2
    assert _fetch(world, edgar).count(State.UNCHANGED) == 2


def test_rules_that_cannot_be_had_now_lose_no_story(edgar, world):
    edgar.faults.append(Fault(kind="status", path="/robots.txt", value="503"))
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.count(State.FAILED)) == (0, 2)
    assert not list(Archive(world.raw).items())
    edgar.faults.clear()
    assert _fetch(world, edgar).count(State.NEW) == 5


def test_what_one_feed_says_of_its_links_stops_no_other(edgar, world):
    items = ITEM.format("http://h:port/x", "Harbor Compute one")
    items += ITEM.format("http://[::1", "Harbor Compute two")
    items += ITEM.format(f"{edgar.url}/open", "Story open").replace("-0500", "+99999999999999")
    edgar.pages["/heron.xml"] = ("application/rss+xml", FEED.format(items).encode())
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.count(State.FAILED)) == (4, 0)
    kept = {item.meta["headline"]: item.meta["access"] for item in Archive(world.raw).items()}
    assert kept["Harbor Compute one"] == kept["Harbor Compute two"] == "forbidden-address"


def test_a_story_that_names_nobody_we_know_is_passed_over_and_its_page_not_asked_for(edgar, world):
    item = ITEM.replace("Harbor Compute raised", "The harbor raised")
    items = item.format(f"{edgar.url}/open", "A storm is coming")
    items += item.format(f"{edgar.url}/walled", "OAKLINE buys bonds")
    edgar.pages["/heron.xml"] = ("application/rss+xml", FEED.format(items).encode())
    report = _fetch(world, edgar)
    assert (report.count(State.PASSED_OVER), report.count(State.NEW)) == (1, 2)
    assert edgar.paths("/open") == []
    assert report.is_complete


def test_a_feed_that_is_broken_stops_no_other(edgar, world):
    edgar.pages["/heron.xml"] = ("text/html", b"<html>moved</html>")
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.count(State.FAILED)) == (1, 1)
    edgar.faults.append(Fault(kind="status", path="/open", value="500"))
    _feed(edgar, "heron", ["open"])
    assert _fetch(world, edgar).causes() == {"server-error": 1}
    edgar.faults.clear()
    assert _fetch(world, edgar).count(State.NEW) == 1


def test_a_newsroom_leads_to_the_feed_it_declares(edgar, world):
    head = '<link rel="alternate" type="application/rss+xml" href="/declared.xml">'
    page = f"<!DOCTYPE html><html><head>{head}</head><body>Our news</body></html>"
    edgar.pages["/declared.xml"] = edgar.pages["/heron.xml"]
    edgar.pages["/heron.xml"] = ("text/html", page.encode())
    assert _fetch(world, edgar).count(State.NEW) == 5
    edgar.pages["/heron.xml"] = (
        "text/html",
        page.replace("/declared", "http://10.0.0.1/").encode(),
    )
    assert _fetch(world, edgar).causes() == {"forbidden-address": 1}


def test_links_into_the_house_are_not_followed(edgar, world):
    items = ITEM.format("http://169.254.169.254/latest", "Metadata")
    items += ITEM.format("file:///etc/passwd", "Passwords")
    edgar.pages["/heron.xml"] = ("application/rss+xml", FEED.format(items).encode())
    report = _fetch(world, edgar)
    assert (report.count(State.NEW), report.count(State.FAILED)) == (3, 0)
    kept = {item.meta["headline"]: item.meta["access"] for item in Archive(world.raw).items()}
    assert {kept["Metadata"], kept["Passwords"]} == {"forbidden-address"}


def test_what_is_kept_can_be_read(edgar, world):
    _fetch(world, edgar)
    readings = read_items(gather_inputs(world, settings(edgar.url, 8)))
    documents = [reading.document for reading in readings if reading.document]
    assert len(documents) == 5


def test_a_dry_run_asks_for_feeds_and_no_page(edgar, world):
    options = {"manners": PATIENT, "requests_per_second": 500, "is_dry": True}
    report = fetch_news(world, settings(edgar.url, 8), **options)
    assert report.count(State.PLANNED) == 5
    assert len(edgar.arrivals) == 3
    assert not list(Archive(world.raw).items())


def test_no_identity_no_request(edgar, world):
    nobody = settings(edgar.url, 8).model_copy(update={"sec_identity": ""})
    with pytest.raises(SettingsError, match="GRAPHBUILD_SEC_IDENTITY"):
        fetch_news(world, nobody)
    assert edgar.arrivals == []
