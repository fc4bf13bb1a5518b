"""One budget for all: counted by a clock of ours, and measured at the server."""

import multiprocessing
import threading

import pytest

from graphbuild.errors import SettingsError
from graphbuild.sources import Budget, Client, budget_file
from tests.sources.conftest import IDENTITY


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self, now: float = 1_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


def _budget(path, clock, rate=8.0):
    return Budget(path, rate, clock=clock, sleep=clock.sleep)


def _busiest(moments, span=1.0):
    return max(sum(first <= m < first + span for m in moments) for first in moments)


@pytest.mark.parametrize("rate", [0.5, 1.0, 2.5, 8.0, 10.0])
def test_no_second_holds_more_than_the_budget(tmp_path, rate):
    clock = Clock()
    budget = _budget(tmp_path / "b.sqlite", clock, rate)
    moments = []
    for _ in range(40):
        budget.acquire()
        moments.append(clock.now)
        clock.now += 0.003
    assert _busiest(moments) <= max(1, rate)
    assert 39 / (moments[-1] - moments[0]) > (int(rate) or rate) * 0.8
    budget.close()


def test_two_processes_share_what_one_file_allows(tmp_path):
    clock = Clock()
    one, two = (_budget(tmp_path / "b.sqlite", clock) for _ in range(2))
    moments = []
    for n in range(40):
        (one, two)[n % 2].acquire()
        moments.append(clock.now)
    assert _busiest(moments) <= 8
    one.close()
    two.close()


def test_a_clock_set_back_does_not_stop_everything(tmp_path):
    clock = Clock(100_000.0)
    budget = _budget(tmp_path / "b.sqlite", clock)
    for _ in range(8):
        budget.acquire()
    budget.pause(30)
    clock.now = 5_000.0
    budget.acquire()
    assert clock.now < 5_003
    budget.close()


def test_a_pause_is_kept_and_is_bounded(tmp_path):
    clock = Clock()
    budget, other = (_budget(tmp_path / "b.sqlite", clock) for _ in range(2))
    budget.pause(20)
    other.acquire()
    assert clock.now == pytest.approx(1_020, abs=0.01)
    budget.pause(86_400)
    other.acquire()
    assert clock.now < 1_020 + 661
    budget.close()
    other.close()


def test_a_damaged_pause_is_no_pause(tmp_path):
    clock = Clock()
    budget = _budget(tmp_path / "b.sqlite", clock)
    (tmp_path / "b.pause").write_text("soon")
    budget.acquire()
    assert clock.now == 1_000
    budget.close()


def test_a_damaged_file_is_made_anew(tmp_path):
    clock = Clock()
    (tmp_path / "b.sqlite").write_bytes(b"no database at all" * 100)
    budget = _budget(tmp_path / "b.sqlite", clock)
    for _ in range(9):
        budget.acquire()
    assert clock.now > 1_001
    budget.close()


def test_a_file_that_cannot_be_made_is_one_clear_error(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="XDG_CACHE_HOME"):
        Budget(tmp_path / "file" / "b.sqlite", 8)


def test_every_host_has_a_file_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert budget_file("sec.gov") != budget_file("fred.example")
    assert "/" not in budget_file("../../x").name


def _ask(url, path, count):
    client = Client(identity=IDENTITY, budget=Budget(path, 8), trusted=frozenset({url}))
    for _ in range(count):
        client.get(f"{url}/page")
    client.close()


def test_threads_of_one_process_keep_the_budget_at_the_server(edgar, tmp_path):
    edgar.pages["/page"] = ("text/plain", b"here")
    threads = [
        threading.Thread(target=_ask, args=(edgar.url, tmp_path / "b.sqlite", 6)) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(edgar.arrivals) == 12
    assert edgar.busiest_second() <= 8


@pytest.mark.slow
def test_three_processes_keep_the_budget_at_the_server(edgar, tmp_path):
    edgar.pages["/page"] = ("text/plain", b"here")
    start = multiprocessing.get_context("spawn")
    workers = [
        start.Process(target=_ask, args=(edgar.url, tmp_path / "b.sqlite", 60)) for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert len(edgar.arrivals) == 180
    assert edgar.busiest_second() <= 8
    times = [moment for moment, _ in edgar.arrivals]
    assert 180 / (times[-1] - times[0]) > 6


def test_a_shorter_pause_does_not_end_a_longer_one(tmp_path):
    clock = Clock()
    first, second = (_budget(tmp_path / "b.sqlite", clock) for _ in range(2))
    first.pause(600)
    second.pause(1)
    second.acquire()
    assert clock.now >= 1_600
    for budget in (first, second):
        budget.close()
