"""The credit report: a page that stands alone, whose figures lead to their deals."""

import json
import re

import pytest

from graphbuild.cli import group
from graphbuild.cli.credit_bars import Bar, bar_chart, line_chart


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    group.main(["rebuild", "--offline", "--workspace", str(folder)], standalone_mode=False)
    return folder


@pytest.fixture(scope="module")
def page(workspace):
    path = workspace / "coreweave.html"
    words = ["report", "coreweave", "-o", str(path), "--workspace", str(workspace)]
    group.main(words, standalone_mode=False)
    return path.read_text(encoding="utf-8")


def test_the_page_asks_nothing_of_the_network(page):
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:script|link|img|iframe|object|form)\b", page)
    assert not re.findall(r"(?:src|action)=|@import|url\(", page)
    assert all(url.startswith(("https://", "#")) for url in _targets(page))


def _targets(page):
    return re.findall(r'href="([^"]*)"', page)


def test_every_number_of_a_receipt_is_in_the_list(page):
    named = {int(n) for n in re.findall(r'href="#r(\d+)"', page)}
    listed = [int(n) for n in re.findall(r'id="r(\d+)"', page)]
    assert listed == list(range(1, len(listed) + 1))
    assert named <= set(listed)
    assert len(listed) > 20


def test_all_that_a_committee_asks_is_on_the_page(page):
    for title in (
        "What it owes, by calendar year", "Until when its money reaches", "Debt and what it costs",
        "Exposure to OpenAI Group PBC", "On whom it depends", "Vehicles, guarantees, leases",
        "What happened, what is disputed", "Receipts",
    ):  # fmt: skip
        assert f">{title}</h2>" in page
    for words in (
        "Minsky class",
        "waiver",
        "insider sale",
        "days after the listing",
        "Exposure is not loss",
    ):
        assert words in page
    assert page.count("<svg") == 3
    assert "Moved most by" in page


def test_the_same_snapshot_gives_the_same_bytes(workspace, page):
    path = workspace / "again.html"
    words = ["report", "CoreWeave", "-o", str(path), "--workspace", str(workspace)]
    group.main(words, standalone_mode=False)
    assert path.read_text(encoding="utf-8") == page


def test_the_anchor_s_own_page_says_who_is_exposed_to_it(workspace):
    path = workspace / "openai.html"
    words = ["report", "openai", "-o", str(path), "--workspace", str(workspace)]
    group.main(words, standalone_mode=False)
    page = path.read_text(encoding="utf-8")
    assert ">Who is exposed to it</h2>" in page
    assert "Oracle" in page


def test_a_party_of_which_little_is_known_gets_a_page_that_says_so(workspace):
    path = workspace / "small.html"
    words = ["report", "eldridge", "-o", str(path), "--workspace", str(workspace)]
    group.main(words, standalone_mode=False)
    page = path.read_text(encoding="utf-8")
    assert "What it owes" not in page
    assert "No default, waiver, amendment or insider sale" in page or "amended" in page


def test_events_of_a_debtor_and_its_vehicles_are_dated_and_sourced(workspace, capsys):
    words = ["events", "coreweave", "--format", "json", "--workspace", str(workspace)]
    group.main(words, standalone_mode=False)
    rows = json.loads(capsys.readouterr().out.split("\n", 0)[0])["rows"]
    kinds = {row["what"] for row in rows}
    assert {"waiver", "amended", "terminated", "listing", "lock up end", "insider sale"} <= kinds
    assert all(row["source"] for row in rows)
    assert [row["date"] for row in rows] == sorted((row["date"] for row in rows), reverse=True)
    sale = next(
        row
        for row in rows
        if row["deal_id"] == "coreweave-insiders-sale-2025-08" and row["what"] == "insider sale"
    )
    assert "139 days after the listing" in sale["words"]
    assert not [row["words"] for row in rows if row["words"].startswith(";")]
    assert not [row["words"] for row in rows if "; ;" in row["words"]]
    assert "on the day of the end of the lock-up" in sale["words"]


def test_events_of_an_earlier_day_know_nothing_later(workspace, capsys):
    words = ["events", "coreweave", "--as-of", "2025-04-30", "--format", "json"]
    group.main([*words, "--workspace", str(workspace)], standalone_mode=False)
    dates = [row["date"] for row in json.loads(capsys.readouterr().out)["rows"]]
    assert dates
    assert max(dates) <= "2025-04-30"


def test_bars_are_as_high_as_their_money_and_open_ones_have_an_arrow():
    bars = [
        Bar(kind="firm", low=0.0, stated=5e9, high=5e9, words="five"),
        Bar(kind="headline", low=0.0, stated=10e9, high=None, words="<ten>"),
    ]
    drawn = bar_chart("dues", [("2026", bars)])
    heights = [float(h) for h in re.findall(r"height='([\d.]+)'", drawn)]
    assert heights[1] == pytest.approx(2 * heights[0], abs=0.2)
    assert drawn.count("class='open'") == 1
    assert drawn.count("class='range'") == 1
    assert "&lt;ten&gt;" in drawn


def test_lines_cross_the_zero_line_where_the_money_does():
    drawn = line_chart("left", ["a", "b"], [("central", [4e9, -4e9])])
    zero = float(re.search(r"class='zero' d='M44 ([\d.]+)H", drawn).group(1))
    first, last = (
        float(y)
        for y in re.findall(
            r" ([\d.]+)(?=L|')", re.search(r"path central' d='([^']*)'", drawn).group(0)
        )
    )
    assert first < zero < last
    assert zero - first == pytest.approx(last - zero, abs=0.2)
