"""Full submissions in both dialects."""

import pytest

from graphbuild.documents.sgml import is_submission, read_envelope, split_enclosures
from graphbuild.records.document import Filer, SourceTier
from tests.documents.papers import FIXTURES, assert_spans_hold, fixture, lines, read, reading

EIGHT_K = (FIXTURES / "filings/northlake-8k.txt").read_text()


def test_the_header_says_who_filed_what_and_when():
    document = fixture("filings/northlake-8k.txt", "8-K")
    assert document.filer == Filer(name="NORTHLAKE COMPUTE, INC.", cik="9990001")
    assert document.document_id == document.accession == "0009990001-25-000031"
    assert (document.form, document.tier) == ("8-K", SourceTier.FILING)
    assert (str(document.published_on), str(document.period_end)) == ("2025-06-12", "2025-06-09")
    assert "Entry into a Material Definitive Agreement" in document.title


def test_main_document_and_contract_exhibits_share_one_text():
    document = fixture("filings/northlake-8k.txt", "8-K")
    assert document.parts == ("8-K", "EX-10.1", "EX-21.1")
    assert_spans_hold(document)
    by_part = {p.part: document.text[p.start : p.end] for p in document.paragraphs}
    assert by_part["EX-10.1"] == "The Tenant shall pay $12 million a year."
    assert "" in by_part


def test_subsidiaries_inside_a_submission_are_rows():
    document = fixture("filings/northlake-8k.txt", "8-K")
    assert [row.fields for row in document.rows] == [
        (("name", "Northlake Compute Holdings II, LLC"), ("jurisdiction", "Delaware")),
        (("name", "Northlake Norway AS"), ("jurisdiction", "Norway"), ("notes", "(1)")),
    ]
    shown = document.rows[0]
    assert document.text[shown.start : shown.end] == "Northlake Compute Holdings II, LLC Delaware"


def test_viewer_pages_pictures_and_pdfs_are_not_text_and_pdfs_are_told():
    result = reading(EIGHT_K, "8-K")
    assert result.document is not None
    assert "viewer" not in result.document.text
    assert "begin 644" not in result.document.text
    assert [(i.code, "deck.pdf" in i.where) for i in result.issues] == [("skipped-part", True)]


def test_the_one_line_dialect_reads_the_same():
    document = fixture("filings/tender.nc", "SC TO-T/A")
    assert document.filer == Filer(name="HOLLOW HOLDINGS L.P.", cik="9990006")
    assert (document.form, document.accession) == ("SC TO-T/A", "0009990007-25-000002")
    assert lines(document) == [
        "Subject: BOREALIS ENERGY INC (CIK 9990005).",
        "Filed by: HOLLOW HOLDINGS L.P. (CIK 9990006).",
        "The offer is for 5,000,000 shares.",
    ]


@pytest.mark.parametrize("cut_before", ["<DOCUMENT>\n<TYPE>EX-21", "pay $12 million", "</SEC-DOC"])
def test_a_cut_submission_is_told_and_read_as_far_as_it_goes(cut_before):
    result = reading(EIGHT_K[: EIGHT_K.index(cut_before)], "8-K")
    assert result.document is not None
    assert "truncated-submission" in {issue.code for issue in result.issues}
    assert "entered into a lease with Fallow Sites LLC." in result.document.text
    assert_spans_hold(result.document)


def test_a_header_without_documents_gives_no_document():
    result = reading(EIGHT_K[: EIGHT_K.index("<DOCUMENT>")], "8-K")
    assert result.document is None
    assert [issue.code for issue in result.issues] == ["unreadable"]


def test_a_single_document_block_is_whole():
    page = "<html><body><p>News.</p></body></html>"
    text = f"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n"
    result = reading(text, "EX-99")
    assert result.document is not None
    assert (result.issues, result.document.tier) == ((), SourceTier.RELEASE)


def test_a_filing_listed_under_another_company_is_told():
    result = reading(EIGHT_K, "8-K", cik="1", accession="0000000001-25-000001", company="Other")
    assert result.document is not None
    assert result.document.filer == Filer(name="NORTHLAKE COMPUTE, INC.", cik="9990001")
    assert {"other-filer", "other-accession"} <= {issue.code for issue in result.issues}


def test_old_text_filings_have_paragraphs_and_tables():
    text = (
        "<SEC-DOCUMENT>0009990001-99-000001.txt : 19990301\nCONFORMED SUBMISSION TYPE:\t10-K\n"
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n"
        "The Company borrowed from\nFallow Bank. It repaid\nhalf.\n\n<PAGE>  2\n\n"
        "(in thousands)\n\n"
        "                    1998      1997\nLong-term debt     1,250       900\n"
        "Cash                 310       120\n"
        "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    )
    document = read(text, "10-K")
    assert_spans_hold(document)
    assert lines(document)[0] == "The Company borrowed from Fallow Bank. It repaid half."
    (table,) = document.tables
    assert [[c.text for c in row.cells] for row in table.rows][1] == [
        "Long-term debt",
        "1,250",
        "900",
    ]
    assert (table.scale, document.tier) == (1000, SourceTier.AUDITED_FILING)


def test_envelope_and_enclosures_of_an_unfinished_text():
    assert is_submission("  <SUBMISSION>\n<TYPE>8-K")
    assert not is_submission("<html><body>A <SUBMISSION> is a file</body></html>")
    assert read_envelope("<SEC-HEADER>FILED AS OF DATE:\t20259999").filed_on is None
    assert [
        e.is_whole for e in split_enclosures("<DOCUMENT><TEXT>a</TEXT></DOCUMENT><DOCUMENT>")
    ] == [
        True,
        False,
    ]
