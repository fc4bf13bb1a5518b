"""``companyfacts`` of data.sec.gov: every figure of a company, one by one.

Not here: asking (`edgar_api`), what a figure means (`series`).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graphbuild.sources.edgar_json import MISSHAPEN, misshapen, read_object


def iter_facts(content: bytes) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """Facts of ``companyfacts``: (taxonomy, concept, unit, fact), every one, in file order.

    Raises
    ------
    FetchError
        the bytes have not that shape.
    """
    whole = read_object(content, "company facts")
    try:
        for taxonomy, concepts in whole["facts"].items():
            for concept, told in concepts.items():
                for unit, facts in told["units"].items():
                    for fact in facts:
                        yield taxonomy, concept, unit, fact
    except MISSHAPEN as error:
        raise misshapen("company facts", error) from error
