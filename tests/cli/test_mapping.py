import xml.etree.ElementTree as ET

import pytest
from click.testing import CliRunner

from graphbuild.cli import group
from tests.rebuild.worlds import build, small_world


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    workspace = small_world(tmp_path_factory.mktemp("world") / "w")
    build(workspace)
    return str(workspace.root)


def draw(root, view, output, *more):
    return CliRunner().invoke(group, ["map", view, "-o", str(output), "--workspace", root, *more])


@pytest.mark.parametrize("view", ["exposure", "sankey", "changes"])
def test_a_view_is_written_as_one_page(root, tmp_path, view):
    result = draw(root, view, tmp_path / "map.html")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "map.html").read_text("utf-8").startswith("<!doctype html>")
    assert "as of 2026-08-10" in result.output


def test_a_name_in_svg_gives_a_still_picture(root, tmp_path):
    result = draw(root, "debt", tmp_path / "map.svg", "--entity", "harbor")
    assert result.exit_code == 0, result.output
    assert ET.parse(tmp_path / "map.svg").getroot().tag.endswith("svg")


def test_a_picture_of_nothing_is_an_error_with_words(root, tmp_path):
    result = draw(root, "changes", tmp_path / "map.svg")
    assert result.exit_code != 0
    assert "first snapshot" in str(result.exception)
    assert not (tmp_path / "map.svg").exists()


def test_a_name_in_png_gives_the_same_picture_in_pixels(root, tmp_path):
    pytest.importorskip("resvg_py", reason="the extra png is not installed")
    result = draw(root, "debt", tmp_path / "map.png", "--entity", "harbor")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "map.png").read_bytes()[:4] == b"\x89PNG"


def test_timeline_and_stress_are_written_too(root, tmp_path):
    assert draw(root, "timeline", tmp_path / "map.html").exit_code == 0
    assert '"chronicle":{' in (tmp_path / "map.html").read_text("utf-8")
    assert draw(root, "stress", tmp_path / "map.html").exit_code == 0
    assert "No bundled scenario can be run" in (tmp_path / "map.html").read_text("utf-8")
