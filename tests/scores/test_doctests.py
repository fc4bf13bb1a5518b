import doctest
import importlib
import pkgutil

import pytest

import graphbuild.scores

MODULES = [
    f"graphbuild.scores.{found.name}" for found in pkgutil.iter_modules(graphbuild.scores.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize(
    "name",
    ["shares", "herfindahl", "ratios", "loops", "circulation", "schedule", "bounds", "nearest"],
)
def test_modules_with_a_formula_have_an_example(name):
    found = doctest.testmod(importlib.import_module(f"graphbuild.scores.{name}"))
    assert found.attempted > 0
