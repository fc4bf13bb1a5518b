"""One budget of requests for all processes of a user on this machine.

Lives here: waiting for one's turn, and a pause that all processes keep once a server has asked for
one. Not here: requests (`http`). Guarded state: a small SQLite file and a text file beside it; both
survive a kill, and both may be deleted at any time.
"""

import math
import re
import time
from collections.abc import Callable
from pathlib import Path

import platformdirs
from pyrate_limiter import Rate, RateItem, SQLiteBucket

from graphbuild.errors import SettingsError

# A permit is given before the request travels. Requests that waited a little longer on their way
# than those behind them arrive closer together than they left, so the window is wider than the
# second in which the server counts.
_TRAVEL_MS = 150
_DAMAGED = re.compile("not a database|malformed|disk image")
_LONGEST_PAUSE_S = 660.0
"""The SEC lifts its block after ten minutes (sec.gov/developer); nobody is asked to wait longer."""


def budget_file(host: str) -> Path:
    """The file that all processes of this user share for one host."""
    safe = "".join(sign if sign.isalnum() else "-" for sign in host)
    return platformdirs.user_cache_path("graphbuild") / f"requests-{safe}.sqlite"


class Budget:
    """So many requests a second, counted over all processes that name the same file.

    Parameters
    ----------
    path : of the shared file; its folder is made.
    requests_per_second : ceiling in any one-second window at the server.
    clock : seconds, the same for all processes, and not moved when the machine's time is set:
        since the machine started, as `time.monotonic` counts on Linux, macOS and Windows.
    sleep : replaced in tests; seconds.

    Raises
    ------
    SettingsError
        the file cannot be made, so nothing can be promised to the server.
    """

    def __init__(
        self,
        path: Path,
        requests_per_second: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        limit = max(1, math.floor(requests_per_second))
        interval_ms = math.ceil(1000 / min(requests_per_second, 1.0)) + _TRAVEL_MS
        self._bucket = _open(path, Rate(limit, interval_ms))
        self._interval_ms = interval_ms
        self._pause = path.with_suffix(".pause")
        self._clock = clock
        self._sleep = sleep

    def acquire(self) -> None:
        """Wait for a turn and take it."""
        while wait := self._paused() or self._try():
            self._sleep(wait)

    def pause(self, seconds: float) -> None:
        """Let every process wait so long before its next request."""
        wait = min(seconds, _LONGEST_PAUSE_S)
        with self._bucket.lock:
            if wait <= self._paused():
                return  # another process was asked to wait longer
            whole = self._pause.with_suffix(".pause.part")
            whole.write_text(f"{self._clock() + wait:.3f}", encoding="ascii")
            whole.replace(self._pause)

    def close(self) -> None:
        """Give the file back."""
        self._bucket.close()  # type: ignore[no-untyped-call]  # pyrate-limiter's own lack

    def _paused(self) -> float:
        try:
            left = float(self._pause.read_text(encoding="ascii")) - self._clock()
        except (OSError, ValueError):
            return 0.0
        # A machine that was started anew must not turn a pause into hours.
        return left if 0 < left <= _LONGEST_PAUSE_S else 0.0

    def _try(self) -> float:
        """Take a turn, or the seconds until one may be free.

        pyrate-limiter's own waiting adds the planned sleep to the old time stamp and so counts
        requests earlier than they leave; here the time is read under the lock, each time anew.
        """
        with self._bucket.lock:
            now_ms = int(self._clock() * 1000)
            newest = self._bucket.peek(0)
            if newest is not None and newest.timestamp > now_ms + self._interval_ms:
                self._bucket.flush()  # the machine was started anew
            self._bucket.leak(now_ms)
            item = RateItem("request", now_ms)
            if self._bucket.put(item):
                return 0.0
            waiting_ms = self._bucket.waiting(item)
        assert isinstance(waiting_ms, int)  # this bucket waits for nothing
        return max(waiting_ms, 1) / 1000


def _open(path: Path, rate: Rate) -> SQLiteBucket:
    """The shared file; one that is damaged is made anew, since all it holds is the last second."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _bucket(path, rate)
        except Exception as error:
            # sqlite3's own errors, which only ledger/ may name. A file that is merely busy is not
            # removed: whoever uses it would go on counting by themselves.
            if not _DAMAGED.search(str(error)):
                raise
            for part in path.parent.glob(f"{path.name}*"):
                part.unlink()
            return _bucket(path, rate)
    except Exception as error:
        raise SettingsError(
            f"{path}, which counts requests for all processes, cannot be used: {error}; correct"
            " its permissions, or name another cache folder (XDG_CACHE_HOME)"
        ) from error


def _bucket(path: Path, rate: Rate) -> SQLiteBucket:
    bucket = SQLiteBucket.init_from_file([rate], db_path=str(path), use_file_lock=True)
    bucket.peek(0)
    return bucket
