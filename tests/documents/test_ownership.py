"""Forms 13F, 3 to 5, 144, D and Schedules 13D and 13G."""

import pytest

from graphbuild.records.document import FormRow
from tests.documents.papers import assert_spans_hold, fixture, read, reading


def _holding(
    value: str, shares: str, *, more: str = "", name: str = "NORTHLAKE COMPUTE INC"
) -> str:
    return (
        f"<n1:infoTable><n1:nameOfIssuer>{name}</n1:nameOfIssuer><n1:titleOfClass>COM</n1:titleOfClass>"
        f"<n1:cusip>999001105</n1:cusip><n1:value>{value}</n1:value><n1:shrsOrPrnAmt>"
        f"<n1:sshPrnamt>{shares}</n1:sshPrnamt><n1:sshPrnamtType>SH</n1:sshPrnamtType></n1:shrsOrPrnAmt>"
        f"{more}<n1:votingAuthority><n1:Sole>{shares}</n1:Sole></n1:votingAuthority></n1:infoTable>"
    )


def _table(*holdings: str) -> str:
    return (
        '<?xml version="1.0"?><n1:informationTable xmlns:n1="http://www.sec.gov/edgar/document/'
        f'thirteenf/informationtable">{"".join(holdings)}</n1:informationTable>'
    )


def _usd(text: str, filed: str | None) -> tuple[list[str], list[str]]:
    result = reading(text, "13F", filed=filed)
    assert result.document is not None
    assert_spans_hold(result.document)
    return [r.get("value_usd") for r in result.document.rows], [i.code for i in result.issues]


def test_values_are_thousands_before_2023():
    assert _usd(_table(_holding("2500", "50000")), "2022-11-14") == (["2500000"], [])


def test_values_are_dollars_since_2023_whatever_the_period():
    assert _usd(_table(_holding("2500000", "50000")), "2023-01-03") == (["2500000"], [])


def test_a_late_filer_in_thousands_is_seen_by_its_prices_and_told():
    assert _usd(_table(_holding("2500", "50000")), "2023-02-28") == (["2500000"], ["value-unit"])


def test_an_early_filer_in_dollars_is_seen_by_its_prices_and_told():
    assert _usd(_table(_holding("2500000", "50000")), "2022-02-28") == (["2500000"], ["value-unit"])


def test_no_dollar_value_where_nothing_decides():
    penny = _table(_holding("400000000", "4000000000"))
    assert _usd(penny, "2024-02-14") == ([""], ["value-unit"])
    assert _usd(_table(_holding("2000", "1000")), None) == ([""], ["value-unit"])
    assert _usd(_table(_holding("2000", "1000")), "2024") == (["2000"], [])


def test_prices_decide_where_the_filing_date_is_unknown():
    assert _usd(_table(_holding("2500000", "50000")), None)[0] == ["2500000"]
    assert _usd(_table(_holding("2500", "50000")), None)[0] == ["2500000"]


def test_puts_keep_their_mark_and_do_not_vote_on_the_unit():
    put = _holding("9", "1000000", more="<n1:putCall>Put</n1:putCall>")
    document = read(_table(put, _holding("2500000", "50000")), "13F-HR", filed="2024-02-14")
    assert document.rows[0].get("putcall") == "Put"
    assert document.rows[0].get("value_usd") == "9"
    shown = document.text[document.rows[1].start : document.rows[1].end]
    assert shown == "NORTHLAKE COMPUTE INC COM 999001105 2500000 50000 SH 50000"


def test_the_rendered_table_says_its_unit_itself():
    page = (
        "<html><head><title>SEC FORM 13-F Information Table</title></head><body><table>"
        "<tr><td>NAME OF ISSUER</td><td>TITLE OF CLASS</td><td>CUSIP</td><td>{unit}</td></tr>"
        "<tr><td>NORTHLAKE COMPUTE INC</td><td>COM</td><td>999001105</td><td>6,248</td>"
        "<td>81,000</td><td>SH</td><td>Call</td><td>SOLE</td><td></td><td>0</td><td>0</td><td>81,000</td></tr>"
        "</table></body></html>"
    )
    thousands = read(page.format(unit="(x$1000)"), "13F", filed="2023-05-01")
    dollars = read(page.format(unit="(to the nearest dollar)"), "13F", filed="2019-05-01")
    assert [d.rows[0].get("value_usd") for d in (thousands, dollars)] == ["6248000", "6248"]
    assert thousands.rows[0].get("putcall") == "Call"


def test_the_cover_alone_has_no_rows():
    cover = (
        '<edgarSubmission xmlns="http://www.sec.gov/edgar/thirteenffiler"><headerData><submissionType>'
        "13F-NT</submissionType><cik>0009991009</cik></headerData><formData><coverPage>"
        "<reportCalendarOrQuarter>12-31-2024</reportCalendarOrQuarter><filingManager>"
        "<name>Tarn Partners LP</name></filingManager></coverPage></formData></edgarSubmission>"
    )
    document = read(cover, "13F")
    assert document.rows == ()
    assert (document.form, str(document.period_end)) == ("13F-NT", "2024-12-31")
    assert document.filer is not None
    assert (document.filer.name, document.filer.cik) == ("Tarn Partners LP", "9991009")


def test_a_form_4_row_names_issuer_owners_price_and_note():
    document = fixture("filings/form4.xml", "4")
    assert_spans_hold(document)
    sale, holding = document.rows
    assert (sale.kind, holding.kind) == ("transaction", "holding")
    assert sale.get("rptownername") == "Harrow Trust; Harrow Trustees LLC"
    assert sale.get("transactionshares") == "41500"
    assert sale.get("transactionpricepershare") == "66.903"
    assert sale.get("footnotes").startswith("Sold under a plan")
    assert sale.get("aff10b5one") == "1"
    assert document.text[sale.start : sale.end] == (
        "Class A Common Stock 2025-02-03 4 S 41500 66.903 D 137565"
    )
    assert (document.form, str(document.period_end)) == ("4", "2025-02-03")
    assert document.filer is not None
    assert document.filer.name == "Northlake Compute, Inc."


def test_a_form_4_saved_from_the_viewer_has_the_same_fields():
    document = fixture("filings/form4-viewer.html", "4")
    sale, award = document.rows
    assert sale.get("transactionshares") == "1500"
    assert (sale.get("transactiondate"), sale.get("transactioncode")) == ("2025-06-02", "S")
    assert (sale.get("rptownername"), sale.get("issuercik")) == ("Birch Dana", "0009990001")
    assert award.get("transactionacquireddisposedcode") == "A"
    assert (award.get("transactionshares"), award.get("transactionpricepershare")) == ("1619", "0")
    assert str(document.period_end) == "2025-06-02"


@pytest.mark.parametrize(
    ("name", "owners", "percents", "event"),
    [
        (
            "schedule13d.xml",
            ["Hollow Holdings L.P.", "Hollow GP LLC"],
            ["8.5", "9.9"],
            "2024-12-31",
        ),
        ("schedule13g.xml", ["Tarn Asset Management LP"], ["22.2"], "2026-03-31"),
    ],
)
def test_schedules_have_a_row_for_each_person(name, owners, percents, event):
    document = fixture(f"filings/{name}", "SC 13D" if "13d" in name else "SC 13G")
    assert_spans_hold(document)
    assert [row.get("owner_name") for row in document.rows] == owners
    assert [row.get("percent") for row in document.rows] == percents
    assert {row.get("issuer_name") for row in document.rows} == {"Northlake Compute, Inc."}
    assert document.rows[0].get("cusip") == "999001105"
    assert document.rows[0].get("event_date") == str(document.period_end) == event


def test_a_schedules_free_text_is_prose_under_its_item():
    document = fixture("filings/schedule13d.xml", "SC 13D")
    assert [(p.heading, document.text[p.start : p.end]) for p in document.paragraphs[1:]] == [
        ("Item 3", "Hollow Holdings L.P. bought the shares with working capital of $31 million."),
        ("Item 3", "No part of the price was borrowed from any bank."),
    ]


def test_form_144_tells_proposed_from_done():
    proposed, done = fixture("filings/form144.xml", "144").rows
    assert (proposed.get("proposed"), proposed.get("aggregatemarketvalue")) == ("1", "1158853.76")
    assert (done.get("proposed"), done.get("grossproceeds")) == ("0", "32932")
    assert proposed.get("rptownername") == "Dana Birch"


def test_form_d_is_one_offering_with_its_co_issuers():
    document = fixture("filings/formd.xml", "D")
    (row,) = document.rows
    assert row.kind == "offering"
    assert row.get("entityname") == "Heron Fund IV, a series of Heron Ventures, LP"
    assert row.get("coissuers") == "Heron Fund IV AL, a series of Heron Ventures, LP"
    assert (row.get("totalamountsold"), row.get("totalofferingamount")) == ("659752", "Indefinite")
    assert (row.get("dateoffirstsale"), row.get("relatedpersons")) == (
        "2025-01-20",
        "Ltd. Heron Group (Director)",
    )
    assert "totalAmountSold 659752, totalRemaining Indefinite" in document.text


def _subsidiaries(body: str) -> tuple[FormRow, ...]:
    return read(f"<html><body>{body}</body></html>", "EX-21.1").rows


def test_subsidiary_lists_with_percentages():
    rows = _subsidiaries(
        "<p>Subsidiaries as of December 31, 2025</p><table><tr><td>Name</td><td>Percentage of"
        " Voting Securities</td><td>State or Country of Organization</td></tr>"
        "<tr><td>Fallow Sites LLC</td><td>87.5</td><td>Delaware</td></tr>"
        "<tr><td>Fallow Oy (2) (3)</td><td>100</td><td>Finland</td></tr></table>"
    )
    assert [(r.get("name"), r.get("percentage"), r.get("jurisdiction")) for r in rows] == [
        ("Fallow Sites LLC", "87.5", "Delaware"),
        ("Fallow Oy", "100", "Finland"),
    ]


def test_subsidiary_lists_without_a_table():
    rows = _subsidiaries(
        "<p>Exhibit 21</p><p>Fallow Sites LLC (Delaware)</p><p>Fallow Oy – Finland</p>"
    )
    assert [(r.get("name"), r.get("jurisdiction")) for r in rows] == [
        ("Fallow Sites LLC", "Delaware"),
        ("Fallow Oy", "Finland"),
    ]
