"""Form N-PORT: the fund, its date, and one row a position with the attributes of the schema."""

from graphbuild.records.period import PartialDate
from tests.documents.papers import assert_spans_hold, fixture, read

NPORT = fixture("filings/nport.xml", "NPORT-P")


def test_the_series_is_the_holder_and_the_report_date_counts():
    assert NPORT.filer is not None
    assert NPORT.filer.name == "Heron Technology Fund"
    assert NPORT.period_end == PartialDate("2026-06-30")
    assert NPORT.form == "NPORT-P"
    assert_spans_hold(NPORT)


def test_each_investment_is_one_row_with_its_fields():
    rows = [row for row in NPORT.rows if row.kind == "position"]
    assert [row.get("assetcat") for row in rows] == ["EP", "LON", "DBT", "EC", "DE", "OTHER"]
    loan = rows[1]
    assert loan.get("curcd") == "USD"
    assert loan.get("isin") == "US0000000001"
    assert (loan.get("maturitydt"), loan.get("annualizedrt")) == ("2031-06-30", "8.07")
    assert rows[2].get("issuerdesc") == "PRIVATE ISSUER"
    assert rows[5].get("assetdesc") == "CASH"
    assert NPORT.text[loan.start : loan.end] == (
        "Cinder Power Holdings LLC CINDER POWER HLDGS TLB 1LN 06/30/2031 5000000.00000000 PA USD "
        "4912500.00 Long LON 2031-06-30 8.07"
    )


def test_what_counterparties_of_derivatives_are_called_is_no_field_of_the_position():
    option = [row for row in NPORT.rows if row.kind == "position"][4]
    assert option.get("counterpartyname") == ""


def test_a_fund_without_series_is_its_registrant():
    text = "<edgarSubmission><submissionType>NPORT-P</submissionType><genInfo><regName>Heron Income"
    text += " Fund</regName><regCik>0009990021</regCik><seriesName>N/A</seriesName><repPdDate>soon"
    document = read(text + "</repPdDate></genInfo></edgarSubmission>", "NPORT-P")
    assert document.filer is not None
    assert (document.filer.name, document.filer.cik) == ("Heron Income Fund", "9990021")
    assert document.rows == ()
    assert "as of no date" in document.text
