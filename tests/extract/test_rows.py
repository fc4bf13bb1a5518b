"""Flat rows hold what a hand-written claim holds."""

from dataclasses import replace

from graphbuild.extract.extraction import extract_claims
from graphbuild.extract.prose import PROSE_PATTERNS
from graphbuild.extract.rows import claim_row
from graphbuild.records.claim import Terms
from tests.extract.writing import CONTEXT, filing, news, rows


def test_a_row_has_ids_figure_and_place():
    (row,) = rows(filing("On May 4, 2026, Brightwater lent up to $250 million to Lumen Robotics."))
    assert row["source"] == "brightwater"
    assert row["source_name"] == "Brightwater"
    assert row["amount"] == 250_000_000
    assert row["amount_low"] == 0
    assert row["amount_high"] is None
    assert row["qualifier"] == "up_to"
    assert row["measure"] == "ceiling"
    assert row["date"] == "2026-05-04"
    assert row["doc"] == "filings/one.htm"
    assert row["item"] is None


def test_withheld_parties_are_marked_and_feed_items_linked():
    (row,) = rows(news("Tidepool raises $4 billion to $5 billion in Series C funding"))
    assert row["source"] == "unnamed:investors"
    assert row["item"] == "https://news.example/1"
    assert (row["amount"], row["amount_high"]) == (4_000_000_000, 5_000_000_000)
    assert row["qualifier"] == "range"


def test_a_share_is_exact_unless_the_words_say_otherwise():
    sentence = "The Company holds a 15% equity interest in Quillstone Data Ltd."
    (row,) = rows(filing(sentence))
    assert (row["share"], row["amount"], row["qualifier"]) == (0.15, None, "exact")
    (row,) = rows(filing(sentence.replace("a 15%", "an approximate 15%")))
    assert row["share"] == 0.15


def test_a_guarantee_names_the_obligor():
    (row,) = rows(news("Corvid guarantees $300 million loan to Tidepool from Brightwater"))
    assert (row["source"], row["target"], row["on_behalf_of"]) == (
        "corvid",
        "brightwater",
        "tidepool",
    )


def test_what_has_no_field_of_its_own_is_the_note():
    document = filing("We issued $500 million of 6.50% Senior Notes due 2031 on May 4, 2026.")
    (row,) = rows(document)
    assert row["note"] is None
    (claim,) = extract_claims(document, CONTEXT, PROSE_PATTERNS).claims
    noted = replace(claim, note="issuer Harbor", terms=Terms(rate="SOFR + 4.00%"))
    assert claim_row(noted)["note"] == "issuer Harbor; rate SOFR + 4.00%"
