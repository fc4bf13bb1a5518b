"""The first example in docs/contagion.md runs and gives what the text says."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "contagion.md"


def example(number: int) -> str:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[number]


def test_first_example_runs():
    names: dict[str, object] = {}
    exec(compile(example(0), str(PAGE), "exec"), names)
    assert names["found"].assets[1] == pytest.approx(4 + 8 * 6 / 11)


def test_every_module_of_the_table_exists():
    rows = re.findall(r"^\| `(\w+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    folder = PAGE.parents[1] / "graphbuild" / "contagion"
    assert rows
    assert all((folder / f"{name}.py").is_file() for name in rows)
