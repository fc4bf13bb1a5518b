"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import graphbuild.contagion

MODULES = sorted(m.name for m in pkgutil.iter_modules(graphbuild.contagion.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(f"graphbuild.contagion.{name}")
    assert doctest.testmod(module).failed == 0
