"""Progress: a bar on a terminal, plain lines elsewhere, never on standard output."""

import sys

from graphbuild.cli import progress
from graphbuild.cli.progress import watching


def test_elsewhere_trouble_is_told_at_once_and_the_rest_now_and_then(capsys, monkeypatch):
    monkeypatch.setattr(progress, "_PAUSE_S", 0.0)
    with watching("fetch") as observe:
        observe(1, 4, "new: northlake 8-K")
    monkeypatch.setattr(progress, "_PAUSE_S", 60.0)
    with watching("fetch") as observe:
        observe(2, 4, "new: northlake 10-K")
        observe(3, 4, "failed: northlake 10-Q (network: no answer)")
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert [line.rpartition("; ")[2] for line in lines] == [
        "new: northlake 8-K",
        "failed: northlake 10-Q (network: no answer)",
    ]
    assert lines[1].startswith("fetch: 3 of 4, ")
    assert "s left" in lines[1]


def test_on_a_terminal_there_is_a_bar(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with watching("fetch") as observe:
        observe(3, 4, "new: [bold]northlake")
    told = capsys.readouterr()
    assert told.out == ""
    assert "3/4" in told.err
    assert "[bold]northlake" in told.err
