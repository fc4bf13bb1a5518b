"""HTML and inline XBRL to text, on a quarterly report of a company that does not exist."""

from decimal import Decimal

import pytest

from graphbuild.records.document import Document, Table
from tests.documents.papers import FIXTURES, assert_spans_hold, fixture, lines, read, sentences


@pytest.fixture(scope="module")
def report() -> Document:
    return fixture("filings/northlake-10q.htm", "10-Q")


@pytest.fixture(scope="module")
def debt(report: Document) -> Table:
    return next(t for t in report.tables if "Debt" in t.heading)


def test_every_span_says_what_the_text_says(report):
    assert_spans_hold(report)


def test_a_number_split_by_tags_stays_whole(report):
    assert any("for up to $1.25 billion." in sentence for sentence in sentences(report))


def test_a_hard_space_is_a_space(report):
    assert any("As of July 26, 2025, an amount of $310 million" in s for s in sentences(report))


def test_a_sentence_goes_on_behind_a_page_break(report):
    assert any(
        "the rest of the commitment is attributable to the\nDelayed Draw Lenders." in s
        for s in sentences(report)
    )


def test_page_numbers_and_running_heads_are_left_out(report):
    assert "Table of Contents" not in report.text
    assert "\n12\n" not in report.text


def test_a_raised_mark_is_no_digit_of_the_number_before(report):
    assert "accrues at 10 2 basis points" in report.text


def test_a_note_and_its_subheading_stand_over_a_paragraph(report):
    paragraph = next(p for p in report.paragraphs if "NCH II" in report.text[p.start : p.end])
    assert paragraph.heading == "Note 7 - Debt / Term Loan Facility"


def test_hidden_text_is_not_text(report):
    assert "never shown" not in report.text
    assert "0009990001" not in report.text


def test_bullets_become_lines_with_their_mark(report):
    assert "• The facility matures in 2031." in lines(report)


def test_cells_hold_whole_numbers(debt):
    cells = [[cell.text for cell in row.cells] for row in debt.rows]
    assert cells == [
        ["Jul 26, 2025", "Jan 26, 2025"],
        ["5.10% Notes Due 2031", "$ 1,250", "$ 900"],
        ["Unamortized discount", "(14)", "—"],
        ["Share of secured debt", "16 %", "12 %"],
    ]


def test_figures_below_each_other_share_a_column(debt):
    columns = [[cell.column for cell in row.cells[1:]] for row in debt.rows[1:]]
    assert columns == [[3, 6], [3, 6], [3, 6]]
    assert [cell.column for cell in debt.rows[0].cells] == [3, 6]


def test_scale_comes_from_facts_and_caption(debt):
    assert debt.scale == 1_000_000
    assert debt.caption.endswith("(In millions, except per share data)")


def test_facts_have_scaled_value_unit_period_and_place(report):
    fact = next(f for f in report.facts if f.concept.endswith("MaximumBorrowingCapacity"))
    assert fact.value == Decimal(1250000000)
    assert fact.unit == "USD"
    assert fact.period_end is not None
    assert fact.period_end.isoformat() == "2025-07-26"
    assert fact.members == (("us-gaap:DebtInstrumentAxis", "nlci:Notes2031Member"),)
    assert report.text[fact.start - 1 : fact.end] == "$1.25"


def test_a_negative_fact_is_negative(report):
    assert next(f.value for f in report.facts if f.concept == "nlci:Discount") == Decimal(-14000000)


def test_an_amount_a_share_has_its_own_unit(report):
    fact = next(f for f in report.facts if f.concept == "us-gaap:EarningsPerShareDiluted")
    assert (fact.value, fact.unit) == (Decimal("1.05"), "USD/shares")


def test_hidden_facts_have_no_place(report):
    fact = next(f for f in report.facts if f.concept == "dei:EntityCentralIndexKey")
    assert (fact.text, fact.start, fact.end) == ("0009990001", -1, -1)


def test_a_continued_fact_reaches_to_its_end(report, debt):
    fact = next(f for f in report.facts if f.concept == "us-gaap:DebtDisclosureTextBlock")
    assert report.text[fact.start : fact.start + 4] == "Debt"
    assert fact.end >= debt.end


def test_cover_facts_say_who_filed_what(report):
    assert report.filer is not None
    assert (report.filer.name, report.filer.cik) == ("NORTHLAKE COMPUTE, INC.", "9990001")
    assert report.form == "10-Q"


@pytest.mark.parametrize("is_first", [True, False])
def test_a_co_registrant_on_the_cover_is_not_the_filer(is_first):
    page = (FIXTURES / "filings/northlake-10q.htm").read_text(encoding="utf-8")
    own = '<ix:nonNumeric contextRef="c-1" name="dei:EntityCentralIndexKey"'
    assert page.count(own) == 1
    other = (
        '<ix:nonNumeric contextRef="c-2" name="dei:EntityRegistrantName" id="o-1">'
        "Northlake Finance LLC</ix:nonNumeric>"
        '<ix:nonNumeric contextRef="c-1" name="nlci:EntityRegistrantName" id="o-2">'
        "The guarantor</ix:nonNumeric>"
        '<ix:nonNumeric contextRef="c-1" name="dei:EntityRegistrantName" id="o-3"></ix:nonNumeric>'
    )
    place = own if is_first else "</body>"
    report = read(page.replace(place, other + place), "10-Q", path="northlake.htm")
    assert report.filer is not None
    assert (report.filer.name, report.filer.cik) == ("NORTHLAKE COMPUTE, INC.", "9990001")


def test_a_cover_date_without_its_year_takes_the_year_of_its_context(report):
    assert str(report.period_end) == "2025-07-26"


def test_defined_terms_pair_short_and_full_names(report):
    assert ("NCH II", "Northlake Compute Holdings II, LLC") in report.defined_terms


def test_html_with_names_for_entities_reads_like_the_same_with_numbers():
    names = read(
        "<html><body><p>Acme &amp; Co.&nbsp;paid &ldquo;$5&rdquo;</p></body></html>", "8-K"
    )
    numbers = read(
        "<html><body><p>Acme &#38; Co.&#160;paid &#8220;$5&#8221;</p></body></html>", "8-K"
    )
    assert names.text == numbers.text == "Acme & Co. paid “$5”"


def test_windows_quotes_are_quotes():
    assert (
        read(b"<html><body><p>\x93Acme\x94 it\x92s</p></body></html>", "8-K").text == "“Acme” it’s"
    )
    assert read("<html><body><p>&#147;Acme&#148;</p></body></html>", "8-K").text == "“Acme”"


def test_broken_xhtml_is_read_as_html():
    text = (
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>one<p>two</body>"
    )
    assert read(text, "8-K").text == "one\ntwo"


def test_inline_facts_survive_the_html_parser():
    text = (
        "<html><body><div style='display:none'><ix:header><ix:resources>"
        "<xbrli:context id='c'><xbrli:period><xbrli:instant>2025-06-30</xbrli:instant>"
        "</xbrli:period></xbrli:context><xbrli:unit id='u'><xbrli:measure>iso4217:USD"
        "</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>"
        "<p>owes $<ix:nonFraction name='us-gaap:Debt' contextRef='c' unitRef='u' scale='6'>7.5"
        "</ix:nonFraction> million &nbsp;<p>open"
    )
    (fact,) = read(text, "10-Q").facts
    assert (fact.value, fact.unit, str(fact.period_end)) == (Decimal(7500000), "USD", "2025-06-30")


def test_nested_layout_tables_become_paragraphs():
    text = (
        "<html><body><table><tr><td><table><tr><td>First block of prose.</td></tr></table></td>"
        "<td><p>Second block.</p></td></tr></table></body></html>"
    )
    document = read(text, "8-K")
    assert lines(document) == ["First block of prose.", "Second block."]
    assert document.tables == ()


def test_an_item_in_two_cells_is_one_heading():
    text = (
        "<html><body><table><tr><td>Item 1.01</td><td>Entry into a Material Definitive Agreement."
        "</td></tr></table><p>Acme signed.</p></body></html>"
    )
    assert read(text, "8-K").paragraphs[-1].heading == (
        "Item 1.01 Entry into a Material Definitive Agreement."
    )


def test_two_line_breaks_part_paragraphs_and_one_does_not():
    assert read("<html><body><p>a<br>b<br><br>c</p></body></html>", "8-K").text == "a b\nc"
