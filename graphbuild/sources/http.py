"""A polite client: says who it is, keeps to the budget, asks again with patience, believes little.

Lives here: one request from permit to checked body, and asking again. Not here: which addresses
may be asked (`addresses`), bodies (`bodies`), what a status means (`statuses`), the budget
(`ratelimit`).
"""

import http.cookiejar
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import requests
import stamina

from graphbuild.sources.addresses import Resolve, origin, refusal, resolve_host
from graphbuild.sources.bodies import (
    Cause,
    Check,
    RequestError,
    check_any,
    read_body,
)
from graphbuild.sources.connecting import GuardedAdapter
from graphbuild.sources.fetched import (
    Fetched,
    Manners,
    Tally,
    kept_headers,
    swallow,
    unchanged,
    writing,
)
from graphbuild.sources.identity import parse_identity
from graphbuild.sources.ratelimit import Budget
from graphbuild.sources.statuses import cause_of_page, refuse_status

_LOG = logging.getLogger(__name__)
# stamina would tell every retry as a warning; `_LOG` does so, and the report has the causes.
stamina.instrumentation.set_on_retry_hooks([])
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 5


class _Session(requests.Session):
    """Follows no redirect: the library would read its body whole and build the next request."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:  # noqa: ARG002 - theirs
        return None


class Client:
    """Requests to one source, or to the sites that feeds link to.

    Parameters
    ----------
    identity : "Name e-mail"; sent with every request.
    budget : shared by all processes.
    trusted : origins that may be on this machine (`Doors.origins`).
    budgets : of sites that have one of their own, by origin.
    product : our name, for sites that go by it in robots.txt; the SEC wants name and address alone.

    Raises
    ------
    SettingsError
        an identity without name or address; nothing was requested.
    """

    def __init__(
        self,
        *,
        identity: str,
        budget: Budget,
        trusted: frozenset[str] = frozenset(),
        manners: Manners | None = None,
        resolve: Resolve = resolve_host,
        product: str = "",
        budgets: Mapping[str, Budget] | None = None,
    ) -> None:
        name, address = parse_identity(identity)
        agent = f"{product} ({name}; {address})" if product else f"{name} {address}"
        self.manners = manners or Manners()
        self.tally = Tally()
        self._budget = budget
        self._budgets = budgets or {}
        self._trusted = trusted
        self._resolve = resolve
        self._failures_in_a_row: dict[str, int] = {}
        self._session = _Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, GuardedAdapter(trusted))
        self._session.headers.update(
            {"User-Agent": agent, "Accept-Encoding": "gzip", "Accept": "*/*"}
        )
        # No cookie is kept, and no password is taken from ~/.netrc.
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._session.auth = _no_credentials

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close connections and the budget's file."""
        self._session.close()
        for budget in {id(b): b for b in (self._budget, *self._budgets.values())}.values():
            budget.close()

    def get(
        self,
        url: str,
        *,
        check: Check = check_any,
        headers: Mapping[str, str] | None = None,
        largest_bytes: int = 100_000_000,
    ) -> Fetched:
        """A body in memory.

        Raises
        ------
        RequestError
            nothing usable after all attempts.
        """
        return self._patiently(
            url, lambda: self._once(url, check, headers or {}, largest_bytes, None)
        )

    def download(self, url: str, path: Path, *, check: Check = check_any) -> Fetched:
        """A body of any size in a file; the file is there only if the body is whole.

        Raises
        ------
        RequestError
            nothing usable after all attempts.
        """
        return self._patiently(
            url, lambda: self._once(url, check, {}, self.manners.largest_bytes, path)
        )

    def _patiently(self, url: str, ask: Callable[[], Fetched]) -> Fetched:
        manners = self.manners
        site = _site(url)
        if self._failures_in_a_row.get(site, 0) >= manners.refusals_borne:
            raise RequestError(Cause.NOT_TRIED, url, "not asked: the source is down or refuses us")
        waits = stamina.retry_context(
            on=self._pause_after,
            attempts=manners.attempts,
            timeout=None,
            wait_initial=manners.wait_first,
            wait_max=manners.wait_most,
            wait_jitter=manners.wait_first / 2,
        )
        try:
            for attempt in waits:
                with attempt:
                    self.tally.retries += attempt.num > 1
                    fetched = ask()
        except RequestError as error:
            is_down = error.cause in (Cause.REFUSED, Cause.NETWORK, Cause.UNDECLARED)
            failures = self._failures_in_a_row.get(site, 0)
            self._failures_in_a_row[site] = failures + 1 if is_down else 0
            raise
        self._failures_in_a_row[site] = 0
        return fetched

    def _pause_after(self, error: Exception) -> bool | float:
        """Whether to ask again, or after how many seconds."""
        if not isinstance(error, RequestError) or error.is_lasting:
            return False
        _LOG.info("%s", error)
        asked = error.retry_after_s
        if asked is None and error.is_block:
            asked = self.manners.blocked_s
        if asked is None:
            return True
        if asked > self.manners.wait_asked:
            return False
        if asked > 30:
            _LOG.warning("%s: waiting %.0f s, as the server asks", error.url, asked)
        self._budget_of(error.url).pause(asked)
        return asked

    def _budget_of(self, url: str) -> Budget:
        return self._budgets.get(_site(url), self._budget)

    def _once(
        self,
        url: str,
        check: Check,
        headers: Mapping[str, str],
        largest_bytes: int,
        path: Path | None,
    ) -> Fetched:
        for _ in range(_MOST_REDIRECTS + 1):
            with self._ask(url, headers) as response:
                if response.status_code in _REDIRECTS:
                    url = redirect_target(url, response)
                    continue
                if response.status_code == 304 and headers:
                    return unchanged(response)
                refuse_status(response, self.manners.pace)
                return self._keep(response, check, largest_bytes, path)
        raise RequestError(Cause.FORBIDDEN, url, f"more than {_MOST_REDIRECTS} redirects")

    def _ask(self, url: str, headers: Mapping[str, str]) -> requests.Response:
        wrong = refusal(url, self._trusted, self._resolve)
        if wrong:
            raise RequestError(Cause.FORBIDDEN, url, wrong)
        self._budget_of(url).acquire()
        self.tally.requests += 1
        try:
            response = self._session.get(
                url,
                headers=dict(headers),
                stream=True,
                allow_redirects=False,
                timeout=(self.manners.connect_s, self.manners.read_s),
            )
        except (requests.RequestException, OSError, UnicodeError) as error:
            raise RequestError(Cause.NETWORK, url, f"no answer: {error}") from error
        return response

    def _keep(
        self, response: requests.Response, check: Check, largest_bytes: int, path: Path | None
    ) -> Fetched:
        pieces = read_body(response, largest_bytes, self.manners.pace)
        kept: list[bytes] = []
        if path is None:
            digest, glimpse = swallow(pieces, kept.append)
        else:
            with path.open("wb") as file:
                digest, glimpse = swallow(pieces, writing(file))
        self.tally.bytes += glimpse.size
        wrong = check(glimpse)
        if wrong:
            if path is not None:
                path.unlink(missing_ok=True)
            raise RequestError(cause_of_page(glimpse.head, wrong), response.url, wrong)
        return Fetched(
            url=response.url,
            content=b"".join(kept),
            sha256=digest,
            size=glimpse.size,
            headers=kept_headers(response),
            glimpse=glimpse,
        )


def redirect_target(url: str, response: requests.Response) -> str:
    """Where an answer sends us.

    Raises
    ------
    RequestError
        to no address, or from https to http.
    """
    try:
        target = urljoin(url, response.headers.get("Location", ""))
    except ValueError as error:
        raise RequestError(Cause.FORBIDDEN, url, f"redirect to no address: {error}") from error
    if url.lower().startswith("https:") and target.lower().startswith("http:"):
        raise RequestError(Cause.FORBIDDEN, url, f"redirect out of TLS to {target}")
    return target


def _no_credentials(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _site(url: str) -> str:
    """The origin, or nothing for what is no address; `refusal` says so later."""
    try:
        return origin(url)
    except ValueError:
        return ""
