import doctest
import importlib
import pkgutil

import pytest

import graphbuild.maps

MODULES = [found.name for found in pkgutil.iter_modules(graphbuild.maps.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(f"graphbuild.maps.{name}")).failed == 0


def test_wording_and_scales_have_examples():
    for name in ("words", "encoding"):
        assert doctest.testmod(importlib.import_module(f"graphbuild.maps.{name}")).attempted > 0
