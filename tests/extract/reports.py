"""Reports of fictional companies of known trades, for tests of what reports say."""

from graphbuild.extract.base import Context
from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import Cell, claim_row
from graphbuild.records.document import Document
from tests.extract.writing import KINDS, NAMES, news

Told = set[tuple[Cell, Cell, Cell, Cell]]


def told(document: Document) -> Told:
    """Each claim of a document as (source, target, instrument, amount or share)."""
    claims = extract_claims(document, Context(NAMES, KINDS), PROSE_PATTERNS).claims
    rows = [claim_row(claim) for claim in claims]
    return {
        (
            str(row["source"]).split(":")[0],
            str(row["target"]).split(":")[0],
            row["instrument"],
            row["amount"] or row["share"],
        )
        for row in rows
    }


def report(*paragraphs: str) -> Told:
    """What a story of these paragraphs tells."""
    return told(news("A story", *paragraphs))
