"""Filings saved by themselves: the first page says which form it is, who files it and for when."""

import gzip

import pytest

from tests.documents.papers import read, reading

COVER = """<html><body><p>UNITED STATES<br>SECURITIES AND EXCHANGE COMMISSION</p>
<p>FORM {form}</p><p>{period}</p><p>Commission file number 001-98765</p>
<p><b>HALVERSEN COMPUTE, INC.</b></p>
<p>(Exact name of registrant as specified in its charter)</p>{body}</body></html>"""


def cover(form: str, period: str, body: str = "") -> str:
    return COVER.format(form=form, period=period, body=body)


@pytest.mark.parametrize(
    ("form", "period", "kind", "end"),
    [
        ("10-K", "For the fiscal year ended December 31, 2025", "10-K", "2025-12-31"),
        ("10-Q", "For the quarterly period ended September&#160;30, 2025", "10-Q", "2025-09-30"),
        ("10–Q/A", "For the quarterly period ended June 30, 2025", "10-Q/A", "2025-06-30"),
        (
            "8-K",
            "Date of Report (Date of earliest event reported): September 10, 2025",
            "8-K",
            "2025-09-10",
        ),
        ("8-K", "September 9, 2025</p><p>Date of Report", "8-K", "2025-09-09"),
        ("20-F", "For the fiscal year ended March 31, 2025", "20-F", "2025-03-31"),
    ],
)
def test_a_page_without_marks_says_its_form_registrant_and_date(form, period, kind, end):
    document = read(cover(form, period), "", path="page.htm")
    assert (document.kind, document.form) == (kind, kind)
    assert document.filer is not None
    assert document.filer.name == "HALVERSEN COMPUTE, INC."
    assert str(document.period_end) == end


def test_what_the_manifest_says_of_the_filer_goes_before_the_page():
    page = cover("10-Q", "For the quarterly period ended June 30, 2025")
    document = read(page, "10-Q", company="Halversen Compute, Inc.", cik="1999001")
    assert document.filer is not None
    assert document.filer.cik == "1999001"


TYPED = """
                       UNITED STATES
             SECURITIES AND EXCHANGE COMMISSION

                         FORM 6-K

For the month of November 2025

NORDVIK COMPUTE N.V.
(Translation of registrant's name into English)

Form 20-F [X]   Form 40-F [ ]

The Company agreed to deliver capacity.
"""


@pytest.mark.parametrize("kind", ["", "txt"])
def test_a_typed_copy_of_a_filing_is_that_filing(kind):
    document = read(TYPED, kind, path="nordvik.txt")
    assert document.kind == "6-K"
    assert document.filer is not None
    assert document.filer.name == "NORDVIK COMPUTE N.V."
    assert str(document.published_on) == "2025-11"
    assert document.tier.value == "filing"


def test_a_text_that_only_speaks_of_a_form_is_no_filing():
    words = "Halversen said in a Form 8-K filed with the Securities and Exchange Commission ...\n"
    document = read(words, "", path="story.txt")
    assert (document.kind, document.filer, document.tier.value) == ("txt", None, "unnamed")


def test_a_name_that_wraps_is_whole_and_a_label_without_a_name_gives_none():
    wrapped = TYPED.replace("NORDVIK COMPUTE N.V.", "NORDVIK COMPUTE\nHOLDINGS, INC.")
    document = read(wrapped, "", path="a.txt")
    assert document.filer is not None
    assert document.filer.name == "NORDVIK COMPUTE HOLDINGS, INC."
    nameless = TYPED.replace("NORDVIK COMPUTE N.V.", "Commission file number 001-2")
    assert read(nameless, "", path="b.txt").filer is None


@pytest.mark.parametrize(
    ("text", "path", "kind"),
    [
        ("<html><p>Exhibit 10.14</p><p>CREDIT AGREEMENT</p></html>", "a.htm", "EX-10.14"),
        ("<html><body><p>LEASE</p><p>between A and B</p></body></html>", "d9dex101.htm", "EX-10"),
        ("                    EXHIBIT 21.1\n\nSubsidiaries of Harbor, Inc.\n", "x.txt", "EX-21.1"),
        (
            "<html><body><p>Filed Pursuant to Rule 424(b)(5)</p><p>PROSPECTUS</p></body></html>",
            "p.htm",
            "424B5",
        ),
    ],
)  # fmt: skip
def test_exhibits_and_prospectuses_say_what_they_are(text, path, kind):
    assert read(text, "", path=path).kind == kind


def test_an_exhibit_21_names_its_parent_in_its_title():
    text = (
        "EXHIBIT 21.1\n\nSUBSIDIARIES OF HALVERSEN COMPUTE, INC.\n(as of December 31, 2025)\n\n"
        "Name                     Jurisdiction     Ownership\n"
        "HLVC Lending I, LLC      Delaware         100%\n"
        "Poolside Land LLC        Texas            51%\n"
    )
    document = read(text, "", path="ex21.txt")
    assert document.filer is not None
    assert document.filer.name == "HALVERSEN COMPUTE, INC."
    assert [row.get("percentage") for row in document.rows] == ["100", "51"]


def test_a_prospectus_has_its_issuer_and_the_date_it_bears():
    text = (
        "<html><body><p>Filed Pursuant to Rule 424(b)(5)</p><p>PROSPECTUS SUPPLEMENT</p>"
        "<p>$1,000,000,000</p><p>Harbor Compute, Inc.</p><p>Common Stock</p><p>Northgate LLC</p>"
        "<p>The date of this prospectus supplement is August 15, 2025.</p></body></html>"
    )
    document = read(text, "", path="p.htm")
    assert document.filer is not None
    assert (document.filer.name, str(document.published_on)) == (
        "Harbor Compute, Inc.",
        "2025-08-15",
    )


def test_a_filing_of_nobody_says_so():
    page = (
        '<html><body><table class="report"><tr><th>Debt (Details) - USD ($)</th><th>2025</th></tr>'
        "<tr><td>Long-term debt</td><td>$ 1,915</td></tr></table></body></html>"
    )
    result = reading(page, "", path="R9.htm")
    assert [issue.code for issue in result.issues] == ["unknown-filer"]
    assert "manifest.csv" in result.issues[0].advice


def test_unclosed_marks_on_a_first_page_take_no_time():
    page = "<html><body><p>FORM 10-K</p>" + "<script <!-- <style " * 20_000
    assert reading(page, "", path="x.htm").issues
    packed = gzip.compress(cover("10-Q", "For the quarterly period ended June 30, 2025").encode())
    assert read(packed, "", path="x.htm.gz").kind == "10-Q"
