"""New stories of the curated feeds into the archive: their pages, or what the feed says of them.

A page that may be read and has a body is kept as an article (or a release, on its party's own
feed). Where robots.txt, a paywall or an empty page stands before it, the feed with that one item is
kept, and why. Of feeds that tell of everybody only stories that name a party are taken
(`subjects`). Not here: feeds, pages and rules (`sources`), the list of feeds (``feeds.csv``).
"""

import hashlib
import time
from collections.abc import Sequence

from graphbuild.curated.loading import load_curated
from graphbuild.curated.schema import FeedRow
from graphbuild.errors import FetchError
from graphbuild.rebuild.fetch_report import FetchReport, Observe, Outcome, State, unseen
from graphbuild.rebuild.outcomes import missed_outcome
from graphbuild.rebuild.sessions import REQUESTS_PER_SECOND, open_web
from graphbuild.rebuild.subjects import Subjects
from graphbuild.records.document import RawItem, SourceTier
from graphbuild.records.entity import Entity
from graphbuild.records.period import partial_date
from graphbuild.settings import Settings
from graphbuild.sources import Archive, Client, KeptAnswers, Manners
from graphbuild.sources.articles import Access, Page, read_page
from graphbuild.sources.bodies import Cause, RequestError, check_any, is_page
from graphbuild.sources.likeness import Stories, read_signature, signature, written
from graphbuild.sources.newsfeed import Story, declared_feed, one_story, parse_stories
from graphbuild.sources.robots import Robots
from graphbuild.workspace import Workspace

_LARGEST_FEED = 20_000_000
_LARGEST_PAGE = 10_000_000
_STORIES_A_FEED = 100


def fetch_news(
    workspace: Workspace,
    settings: Settings,
    *,
    is_dry: bool = False,
    observe: Observe | None = None,
    manners: Manners | None = None,
    requests_per_second: float = REQUESTS_PER_SECOND,
) -> FetchReport:
    """Fetch the stories of ``feeds.csv`` that the archive lacks and that name a party we know.

    Parameters
    ----------
    is_dry : ask for feeds only, and tell what would be fetched.

    Raises
    ------
    SettingsError
        no identity is set; nothing was requested.
    """
    started = time.perf_counter()
    curated = load_curated(workspace)
    with open_web(settings, manners, requests_per_second) as client:
        reader = _Newsreader(client, workspace, curated.entities, observe or unseen, is_dry)
        reader.read(curated.feeds)
        tally = client.tally
    return FetchReport(
        outcomes=tuple(reader.outcomes),
        requests=tally.requests,
        retries=tally.retries,
        size_bytes=tally.bytes,
        seconds=time.perf_counter() - started,
    )


class _Newsreader:
    """One run over the feeds; knows which stories are in the archive."""

    def __init__(
        self,
        client: Client,
        workspace: Workspace,
        entities: Sequence[Entity],
        observe: Observe,
        is_dry: bool,
    ) -> None:
        self._is_dry = is_dry
        self._client = client
        self._archive = Archive(workspace.raw)
        self._kept = KeptAnswers(workspace.answers)
        self._robots = Robots(client)
        self._names = {entity.entity_id: entity.name for entity in entities}
        self._subjects = Subjects(entities)
        self._observe = observe
        self._known: set[str] = set()
        self._told_before = Stories()
        for note in self._archive.notes():
            self._known |= {note.get("story_key", ""), note.get("link", ""), note["url"]}
            if note.get("signature"):
                self._told_before.add(note["sha256"], read_signature(note["signature"]))
        self.outcomes: list[Outcome] = []

    def read(self, feeds: Sequence[FeedRow]) -> None:
        for number, feed in enumerate(feeds, start=1):
            try:
                content, stories = self._stories(feed)
            except FetchError as error:
                self._tell(
                    number, len(feeds), missed_outcome(feed.feed_id, "feed", feed.url, error)
                )
                continue
            for story in stories:
                self._tell(number, len(feeds), self._take(feed, story, content))

    def _stories(self, feed: FeedRow) -> tuple[bytes, tuple[Story, ...]]:
        """The feed and its stories; a newsroom's page leads to the feed that it declares.

        Raises
        ------
        FetchError
            no feed there, or none that may be read.
        """
        content = self._ask(feed.url)
        declared = declared_feed(content, feed.url) if is_page(content) else ""
        if declared:
            content = self._ask(declared)
        return content, parse_stories(content)[:_STORIES_A_FEED]

    def _ask(self, url: str) -> bytes:
        wrong = self._robots.refusal(url)
        if wrong:
            raise RequestError(Cause.ROBOTS, url, wrong)
        kept = self._kept.get(self._client, url, check=check_any, largest_bytes=_LARGEST_FEED)
        return kept[0]

    def _take(self, feed: FeedRow, story: Story, content: bytes) -> Outcome:
        if story.key in self._known or story.link in self._known:
            return _outcome(feed, story, State.UNCHANGED)
        if not feed.publisher and not self._subjects.named_in(story):
            return _outcome(feed, story, State.PASSED_OVER)
        if self._is_dry:
            return _outcome(feed, story, State.PLANNED)
        try:
            item, message = self._item(feed, story, content)
        except FetchError as error:
            return missed_outcome(feed.feed_id, "article", story.link, error)
        self._known |= {story.key, story.link, item.url or ""}
        state = State.NEW if self._archive.store(item) else State.UNCHANGED
        return _outcome(feed, story, state, message, len(item.content))

    def _item(self, feed: FeedRow, story: Story, content: bytes) -> tuple[RawItem, str]:
        """The story's page, or the feed with this one item and why.

        Raises
        ------
        FetchError
            neither can be had now.
        """
        try:
            wrong = self._robots.refusal(story.link)
            if wrong:
                return self._headline(feed, story, content, "robots", wrong)
            fetched = self._client.get(story.link, check=check_any, largest_bytes=_LARGEST_PAGE)
        except RequestError as error:
            if not error.is_lasting:
                raise
            return self._headline(feed, story, content, str(error.cause), error.message)
        page = read_page(fetched.content, fetched.url)
        if page.access is not Access.OPEN:
            words = f"{page.access} page: the feed's own words are kept"
            return self._headline(feed, story, content, str(page.access), words)
        return self._article(feed, story, fetched.content, page), ""

    def _article(self, feed: FeedRow, story: Story, content: bytes, page: Page) -> RawItem:
        marks = signature(page.body)
        same = self._told_before.find_same(marks)
        digest = hashlib.sha256(content).hexdigest()
        self._told_before.add(digest, marks)
        is_release = feed.tier is SourceTier.RELEASE and feed.publisher
        told = {
            **_told(feed, story),
            "access": page.access,
            "published_at": story.published_at or page.published_at,
            "language": story.language or page.language or feed.language,
            "signature": written(marks),
            "same_story_as": same or "",
        }
        return RawItem(
            path=f"news/{feed.feed_id}.html",
            kind="release" if is_release else "article",
            content=content,
            sha256=digest,
            url=page.canonical,
            company=self._names.get(feed.publisher) if feed.publisher else None,
            published_on=partial_date((story.published_at or page.published_at)[:10]),
            meta={name: text for name, text in told.items() if text},
        )

    def _headline(
        self, feed: FeedRow, story: Story, content: bytes, access: str, words: str
    ) -> tuple[RawItem, str]:
        alone = one_story(content, story)
        told = {**_told(feed, story), "access": access, "published_at": story.published_at}
        item = RawItem(
            path=f"news/{feed.feed_id}.xml",
            kind="rss",
            content=alone,
            sha256=hashlib.sha256(alone).hexdigest(),
            url=story.link,
            company=self._names.get(feed.publisher) if feed.publisher else None,
            published_on=partial_date(story.published_on),
            meta={name: text for name, text in told.items() if text},
        )
        return item, words

    def _tell(self, done: int, total: int, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self._observe(done, total, str(outcome))


def _told(feed: FeedRow, story: Story) -> dict[str, str]:
    return {
        "story_key": story.key,
        "link": story.link,
        "headline": story.title,
        "feed_id": feed.feed_id,
        "tier": feed.tier,
        "language": story.language or feed.language,
    }


def _outcome(
    feed: FeedRow, story: Story, state: State, message: str = "", size: int = 0
) -> Outcome:
    return Outcome(
        entity_id=feed.feed_id,
        kind="article",
        name=story.link,
        published_on=story.published_on,
        state=state,
        message=message,
        size_bytes=size,
    )
