"""Tables of a snapshot: what stands in a row."""

import csv
import io

from graphbuild.rebuild.tables import uncovered_csv
from graphbuild.records.document import SourceTier
from graphbuild.records.period import PartialDate
from graphbuild.records.review import Missed
from tests.factories import claim, usd


def test_a_sentence_without_a_claim_is_a_row_with_its_place_and_figure():
    quote = "Lumen borrowed $250 from the bank."
    missed = Missed(
        citation=claim("a", "b", quote=quote).citation,
        names=("Lumen", "the bank"),
        amount=usd(250),
        tier=SourceTier.FILING,
        known_on=PartialDate("2026-05-04"),
    )
    (row,) = csv.DictReader(io.StringIO(uncovered_csv([missed])))
    assert (row["start"], row["end_offset"]) == ("0", str(len(quote)))
    assert (row["document_id"], row["quote"]) == ("doc-1", quote)
    assert (row["names"], row["figure"], row["currency"]) == ("Lumen|the bank", "250", "USD")
    assert row["known_on"] == "2026-05-04"
