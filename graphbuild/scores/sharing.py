"""Work that several scores need, done once while all of them run over one graph.

Lives here: `sharing`, inside which functions marked `shared` remember what they returned, and
nothing else: outside it every call computes anew, so that a graph may change between calls.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

_REMEMBERED: ContextVar[dict[Any, Any] | None] = ContextVar("remembered", default=None)


@contextmanager
def sharing() -> Iterator[None]:
    """While this is open nobody may change graph, anchors or what shared functions return."""
    token = _REMEMBERED.set({})
    try:
        yield
    finally:
        _REMEMBERED.reset(token)


def shared(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Mark a pure function whose result is remembered while `sharing` is open.

    Words and numbers are told apart by value, all else by identity; arguments are kept alive with
    the result, so that an identity is not given to another object meanwhile.

    Examples
    --------
    >>> calls = []
    >>> @shared
    ... def length(text):
    ...     calls.append(text)
    ...     return len(text)
    >>> word = "loop"
    >>> with sharing():
    ...     length(word), length(word)
    (4, 4)
    >>> length(word), len(calls)
    (4, 2)
    """

    @wraps(function)
    def remembering(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        memory = _REMEMBERED.get()
        if memory is None:
            return function(*args, **kwargs)
        named = tuple(sorted((name, _identity(value)) for name, value in kwargs.items()))
        key = (function, tuple(map(_identity, args)), named)
        if key not in memory:
            memory[key] = (function(*args, **kwargs), args, kwargs)
        found: Result = memory[key][0]
        return found

    return remembering


def _identity(value: object) -> object:
    return value if isinstance(value, (str, int)) else id(value)
