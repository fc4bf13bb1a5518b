"""What a site's robots.txt lets us read (RFC 9309).

The longest rule that fits decides; ``*`` and ``$`` are understood; a site whose rules cannot be had
because it is down is not read, one that has none is. Not here: pages (`articles`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from graphbuild.sources.addresses import origin
from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.http import Client

PRODUCT = "graphbuild"
"""Our name in robots.txt."""

_LARGEST = 512 * 1024
"""Rules beyond this are not read; RFC 9309 section 2.5 asks for at least 500 kibibytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a group."""

    path: str
    is_allowed: bool

    def fits(self, path: str) -> bool:
        """Whether the rule speaks of a path."""
        is_whole = self.path.endswith("$")
        first, *parts = self.path.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        # Part after part, each as early as it can be: no backtracking on a hostile file.
        place = len(first)
        for part in parts[:-1]:
            found = path.find(part, place)
            if found < 0:
                return False
            place = found + len(part)
        last = parts[-1] if parts else ""
        if is_whole:
            room = len(path) - len(last) >= place
            return path.endswith(last) and room if parts else path == first
        return path.find(last, place) >= 0


def parse_robots(text: str, product: str = PRODUCT) -> tuple[Rule, ...]:
    r"""The rules for us: those of groups that name us, else those for everybody.

    >>> parse_robots("User-agent: *\nDisallow: /private")
    (Rule(path='/private', is_allowed=False),)
    """
    ours: list[Rule] = []
    everybodys: list[Rule] = []
    is_ours_named = is_ours = is_everybodys = is_heading = False
    for line in text.lstrip("\ufeff").splitlines():
        key, separator, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not separator:
            continue
        if key == "user-agent":
            if not is_heading:
                is_ours = is_everybodys = False
            is_heading = True
            is_ours |= value.partition("/")[0].strip().lower() == product
            is_everybodys |= value == "*"
            is_ours_named |= is_ours
        elif key in ("allow", "disallow"):
            is_heading = False
            if value:
                rule = Rule(path=_encoded(value), is_allowed=key == "allow")
                ours += [rule] if is_ours else []
                everybodys += [rule] if is_everybodys else []
    return tuple(ours if is_ours_named else everybodys)


def is_allowed(rules: Iterable[Rule], path: str) -> bool:
    r"""Whether a path may be read: the longest rule decides, a tie allows.

    >>> rules = parse_robots("User-agent: *\nDisallow: /news\nAllow: /news/2026")
    >>> is_allowed(rules, "/news/2026/a"), is_allowed(rules, "/news/2025/a")
    (True, False)
    """
    fitting = [rule for rule in rules if rule.fits(_encoded(path))]
    best = max(fitting, key=lambda rule: (len(rule.path), rule.is_allowed), default=None)
    return best is None or best.is_allowed


def _encoded(path: str) -> str:
    """Percent-encoding made uniform, so that "/a%3cd" and "/a<d" are the same."""
    return quote(unquote(path), safe="/*$?=&;:@+,!'()~-._%")


class Robots:
    """Rules of the sites of one run, asked for once each."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[str, tuple[Rule, ...] | None] = {}

    def refusal(self, url: str) -> str:
        """Why a page is not read, or an empty string.

        Raises
        ------
        RequestError
            the site is an address that may not be asked at all, or its rules cannot be had now.
        """
        try:
            parts, site = urlsplit(url), origin(url)
        except ValueError as error:
            raise RequestError(Cause.FORBIDDEN, url, f"not an address: {error}") from error
        if site not in self._rules:
            self._rules[site] = self._ask(f"{parts.scheme}://{parts.netloc}/robots.txt")
        rules = self._rules[site]
        if rules is None:
            message = "the site's robots.txt cannot be had now, so nothing of it is read"
            raise RequestError(Cause.SERVER, url, message)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return "" if is_allowed(rules, path) else "the site's robots.txt does not allow it"

    def _ask(self, url: str) -> tuple[Rule, ...] | None:
        """Rules; none where the site has none; ``None`` where the site is down."""
        try:
            fetched = self._client.get(url, check=_anything, largest_bytes=_LARGEST)
        except RequestError as error:
            if error.cause is Cause.FORBIDDEN:
                raise
            # RFC 9309, 2.3.1.3: a 4xx answer means that there are no rules; one that says "too
            # many requests" means that they cannot be had now.
            is_busy = "status 429" in error.message
            has_none = error.cause in (Cause.NOT_FOUND, Cause.REFUSED, Cause.UNDECLARED)
            has_none = has_none and not is_busy
            return () if has_none else None
        return parse_robots(fetched.content.decode("utf-8", errors="replace"))


def _anything(glimpse: object) -> str:  # noqa: ARG001 - a Check; an empty robots.txt is one
    return ""
