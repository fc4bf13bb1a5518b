import subprocess
import sys

import pytest

from graphbuild.curated.loading import load_curated
from tests.rebuild.worlds import small_world

ROW = {
    "--id": "cinder-harbor-loan-2026-09",
    "--source": "cinder",
    "--target": "harbor",
    "--instrument": "loan",
    "--amount": "250.5",
    "--qualifier": "exact",
    "--measure": "committed",
    "--status": "signed",
    "--announced": "2026-09-01",
    "--url": "https://example.com/loan",
    "--source-date": "2026-09-01",
    "--source-type": "press_release",
    "--verification": "opened",
}


def add(workspace, *more: str, **changes: str):
    options = {**ROW, **{f"--{name}": value for name, value in changes.items()}}
    arguments = [part for pair in options.items() for part in pair]
    return subprocess.run(
        [sys.executable, "-m", "graphbuild", "deal", "add", *arguments, *more,
         "--workspace", str(workspace.root)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_sound_row_is_appended_and_read_back(tmp_path):
    workspace = small_world(tmp_path / "w")
    before = (workspace.curated / "deals.csv").read_text("utf-8")
    done = add(workspace, "--set", "rate=9%")
    assert done.returncode == 0, done.stderr
    after = (workspace.curated / "deals.csv").read_text("utf-8")
    assert after.startswith(before)
    claim = next(c for c in load_curated(workspace).claims if c.terms.deal_key == ROW["--id"])
    assert claim.amount.point == 250_500_000
    assert claim.terms.rate == "9%"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": "harbor-notes-2025"}, "harbor-notes-2025"),
        ({"target": "harbour"}, "harbor"),
        ({"status": "promised"}, "promised"),
        ({"announced": "May"}, "May"),
        ({"amount": "-3"}, "amount_usd_m"),
        ({"amount": "1e999"}, "amount_usd_m"),
        ({"source-date": "2130-05-01"}, "after today"),
    ],
)
def test_a_faulty_row_is_refused_and_the_table_left_alone(tmp_path, changes, words):
    workspace = small_world(tmp_path / "w")
    before = (workspace.curated / "deals.csv").read_bytes()
    done = add(workspace, **changes)
    assert done.returncode == 1
    assert words in done.stderr
    assert (workspace.curated / "deals.csv").read_bytes() == before


def test_an_unknown_column_is_wrong_usage(tmp_path):
    done = add(small_world(tmp_path / "w"), "--set", "colour=red")
    assert done.returncode == 2
