"""The README tells the truth: its commands exist, and none is left out."""

import re
from pathlib import Path

import pytest

from graphbuild.cli import COMMANDS
from tests import readme_samples

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def _first_block(heading: str) -> list[str]:
    section = README.split(f"## {heading}\n", 1)[1]
    return section.split("```sh\n", 1)[1].split("```", 1)[0].strip().splitlines()


def test_quick_start_and_tests_are_one_command_line_each():
    assert len(_first_block("Quick start")) == 1
    assert len(_first_block("Tests")) == 1


def test_every_command_is_documented():
    told = set(re.findall(r"`graphbuild ([\w-]+)", README))
    assert told == set(COMMANDS)


def test_picture_of_the_map_is_there():
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert (Path(__file__).resolve().parent.parent / picture).is_file()


def test_answers_were_filled_in():
    assert "@@" not in README


@pytest.mark.slow
def test_answers_are_what_the_bundled_tables_give_today(tmp_path):
    root = readme_samples.built(tmp_path)
    assert readme_samples.filled(README, root) == README, "run python -m tests.readme_samples"
