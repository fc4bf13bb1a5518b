"""Scenarios: what is read, what is refused, and that the bundled ones are whole."""

import pytest

from graphbuild.contagion.scenario import (
    KINDS,
    Shock,
    bundled_scenarios,
    find_scenario,
    parse_shock,
    read_scenario,
)
from graphbuild.errors import NotFoundError, SettingsError

GOOD = """
title = "A lab earns less"
story = "Why."
sources = ["https://example.org/a"]
[[shock]]
kind = "revenue"
on = "lab"
by = -0.3
from = "2027-Q1"
until = "2027-Q4"
"""


def test_shocks_are_typed_with_percent_or_without():
    assert parse_shock("lab.revenue=-30%") == parse_shock("lab.revenue=-0.3")
    assert parse_shock("chip_price=-50%") == Shock(kind="chip_price", by=-0.5)
    assert parse_shock("lab.default") == Shock(kind="default", on="lab")
    assert parse_shock("lab-cloud-2025.terminate=-1").on == "lab-cloud-2025"
    assert parse_shock("power_price=50%") == Shock(kind="power_price", by=0.5)
    assert parse_shock("refinance=-50%").on == ""


def test_quarters_may_be_typed_and_come_back_as_typed():
    shock = parse_shock("lab.funding=-1@2027-Q1..2027-Q4")
    assert (shock.since, shock.until) == ("2027-Q1", "2027-Q4")
    assert shock.words == "lab.funding=-1@2027-Q1..2027-Q4"
    assert parse_shock("lab.funding=-1@..2027-Q4").since == ""
    assert parse_shock(parse_shock("lab.default@2028-Q2").words).since == "2028-Q2"


def test_scenarios_together_keep_both_stories_and_count_a_common_shock_once():
    one, two = find_scenario("openai-revenue-30"), find_scenario("nvidia-stops-backstopping")
    both = one.together(two)
    assert set(both.shocks) == set(one.shocks) | set(two.shocks)
    assert len(both.shocks) == len(set(both.shocks))
    assert one.story in both.story
    assert two.story in both.story
    assert set(both.sources) == set(one.sources) | set(two.sources)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lab revenue -30", "is no shock"),
        ("lab.revenue", "is no shock"),
        ("lab.revenue=-10%@2027", "no quarter"),
        ("chip_price=-10%@2027-Q1", "whole run"),
        ("lab.revenue=1.2.3", "is no shock"),
        ("lab.revenu=-30%", "did you mean revenue"),
        ("lab.revenue=30%", "takes 30 % of it away"),
        ("lab.revenue=-130%", "fraction of planned revenue"),
        ("lab.chip_price=-50%", "on nobody"),
        ("revenue=-50%", "on somebody"),
        ("lab.rates=-0.02", "200 basis points"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_way_out(text, words):
    with pytest.raises(SettingsError, match=words):
        parse_shock(text)


def test_a_file_is_read_with_its_quarters(tmp_path):
    path = tmp_path / "less.toml"
    path.write_text(GOOD, encoding="utf-8")
    scenario = read_scenario(path)
    (shock,) = scenario.shocks
    held = [q for q in ("2026-Q4", "2027-Q1", "2027-Q4", "2028-Q1") if shock.holds_in(q)]
    assert held == ["2027-Q1", "2027-Q4"]
    assert scenario.name == "less"
    assert find_scenario(str(path)) == scenario
    assert len(scenario.joined((Shock(kind="default", on="lab"),)).shocks) == 2


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("title", "titel", "lacks title"),
        ('kind = "revenue"', 'kind = "revenues"', "unknown kind"),
        ("by = -0.3", "by = -0.3\nsize = 1", "size"),
        ("2027-Q1", "2027", "no quarter"),
        ("[[shock]]", "[[shock", "not readable"),
    ],
)
def test_a_broken_file_is_refused_by_name(tmp_path, old, new, words):
    path = tmp_path / "less.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError, match=words) as caught:
        read_scenario(path)
    assert "less.toml" in str(caught.value)


def test_unknown_scenarios_are_answered_with_the_known_ones():
    with pytest.raises(NotFoundError, match="openai-revenue-30"):
        find_scenario("nothing")


def test_bundled_scenarios_have_story_sources_and_known_kinds():
    found = bundled_scenarios()
    assert len(found) >= 7
    for scenario in found.values():
        assert len(scenario.story) > 80
        assert scenario.sources
        assert all(url.startswith("https://") for url in scenario.sources)
        assert all(shock.kind in KINDS for shock in scenario.shocks)
