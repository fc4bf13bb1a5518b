"""Records <-> JSON text, exact: decimals stay decimal, dates stay partial, unknown stays null.

One `TypeAdapter` a record type, made when first needed, since making one costs milliseconds.
"""

from typing import Any, TypeVar

from pydantic import TypeAdapter

Record = TypeVar("Record")


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def encode(record: object) -> str:
    """The record as JSON text; equal records give equal text."""
    return _adapter(type(record)).dump_json(record).decode()


def decode(kind: type[Record], text: str | bytes) -> Record:
    """The record that `encode` wrote.

    Raises
    ------
    pydantic.ValidationError
        the text is not a record of this kind.
    """
    record: Record = _adapter(kind).validate_json(text)
    return record
