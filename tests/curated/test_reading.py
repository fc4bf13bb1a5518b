from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphbuild.curated.deal_row import DealRow
from graphbuild.curated.reading import nearest, read_table
from graphbuild.curated.schema import TABLES, EntityRow, FxRow
from graphbuild.records.issue import Severity
from tests.curated.cells import deal, table_text, write


def read_deals(tmp_path: Path, *rows: dict[str, str]):
    return read_table(write(tmp_path / "deals.csv", DealRow, list(rows)), DealRow)


def only(issues):
    assert len(issues) == 1, [str(issue) for issue in issues]
    return issues[0]


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path):
    plain = write(tmp_path / "a" / "deals.csv", DealRow, [deal(note="a, b")])
    excel = write(
        tmp_path / "b" / "deals.csv",
        DealRow,
        [deal(note="a, b")],
        lineterminator="\r\n",
        start="\ufeff",
    )
    assert excel.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_table(plain, DealRow) == read_table(excel, DealRow)
    assert read_table(excel, DealRow)[0][0].note == "a, b"


def test_columns_may_stand_in_any_order(tmp_path: Path):
    text = table_text(FxRow, []).replace("currency,usd_per_unit", "usd_per_unit,currency")
    path = tmp_path / "fx.csv"
    path.write_text(text + "1.1,EUR,2026-06-30,a bank,,\n")
    rows, issues = read_table(path, FxRow)
    assert issues == ()
    assert (rows[0].currency, str(rows[0].usd_per_unit)) == ("EUR", "1.1")


def test_missing_file_is_an_empty_table_and_a_notice(tmp_path: Path):
    rows, issues = read_table(tmp_path / "deals.csv", DealRow)
    assert rows == ()
    issue = only(issues)
    assert (issue.code, issue.severity, issue.where) == (
        "missing-table",
        Severity.NOTICE,
        "deals.csv",
    )


@pytest.mark.parametrize("lost", ["status", "superseded_by", "note"])
def test_missing_column_leaves_the_table_unread_and_names_it(tmp_path: Path, lost: str):
    header = [name for name in DealRow.columns() if name != lost]
    path = tmp_path / "deals.csv"
    path.write_text(",".join(header) + "\n" + ",".join(deal().get(c, "") for c in header) + "\n")
    rows, issues = read_table(path, DealRow)
    assert rows == ()
    issue = only(issues)
    assert issue.code == "missing-column"
    assert repr(lost) in issue.message


def test_misspelt_column_leaves_the_table_unread_and_names_the_nearest(tmp_path: Path):
    text = table_text(DealRow, [deal()]).replace("superseded_by", "superceded_by", 1)
    path = tmp_path / "deals.csv"
    path.write_text(text)
    rows, issues = read_table(path, DealRow)
    assert rows == ()
    assert [(issue.code, issue.advice) for issue in issues] == [
        ("unknown-column", "did you mean 'superseded_by'?"),
        ("missing-column", "did you mean 'superceded_by'?"),
    ]


def test_column_given_twice_leaves_the_table_unread(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text("currency,currency,usd_per_unit,as_of,source,url,note\n")
    issue = only(read_table(path, FxRow)[1])
    assert (issue.code, issue.message) == ("unknown-column", "column 'currency' stands there twice")


def test_the_line_column_of_the_model_is_no_column_of_the_file(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text("line,currency,usd_per_unit,as_of,source,url,note\n")
    assert only(read_table(path, FxRow)[1]).code == "unknown-column"


def test_semicolons_are_named_as_such(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text("currency;usd_per_unit;as_of;source;url;note\nEUR;1,1;2026;a;;\n")
    issue = only(read_table(path, FxRow)[1])
    assert (issue.code, issue.advice) == ("wrong-separator", "save the file with commas")


def test_empty_file_lacks_all_its_columns(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_bytes(b"")
    assert [issue.code for issue in read_table(path, FxRow)[1]] == ["missing-column"] * 6


def test_latin_1_bytes_are_refused_with_the_remedy(tmp_path: Path):
    path = tmp_path / "entities.csv"
    path.write_bytes(table_text(EntityRow, []).encode() + "cdpq,Caisse de dépôt".encode("latin-1"))
    issue = only(read_table(path, EntityRow)[1])
    assert (issue.code, issue.advice) == ("not-utf8", "save the file as CSV UTF-8")


def test_open_quotation_mark_is_refused(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text(table_text(FxRow, []) + 'EUR,1.1,2026,"a bank,,\n')
    assert only(read_table(path, FxRow)[1]).code == "bad-csv"


def test_wrong_number_of_cells_loses_that_row_only(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text(
        table_text(FxRow, []) + "EUR,1.1,2026-06-30,a, bank,,\n\nGBP,1.3,2026-06-30,bank,,\n"
    )
    rows, issues = read_table(path, FxRow)
    assert [row.currency for row in rows] == ["GBP"]
    issue = only(issues)
    assert (issue.code, issue.where) == ("wrong-cell-count", "fx.csv row 2")
    assert issue.message == "7 cells under 6 columns"


def test_row_numbers_are_those_of_a_spreadsheet(tmp_path: Path):
    path = tmp_path / "fx.csv"
    path.write_text(
        table_text(FxRow, [])
        + 'EUR,1.1,2026-06-30,"a\nbank",,\n\n,,,,,\nGBP,1.3,2026-06-30,bank,,\n'
    )
    rows, issues = read_table(path, FxRow)
    assert issues == ()
    assert [(row.currency, row.line) for row in rows] == [("EUR", 2), ("GBP", 5)]


@pytest.mark.parametrize(
    ("column", "cell", "code", "advice"),
    [
        ("instrument", "lone", "unknown-instrument", "did you mean 'loan'?"),
        ("instrument", "zzz", "unknown-instrument", "use one of: equity, convertible"),
        ("status", "singed", "unknown-value", "did you mean 'signed'?"),
        ("qualifier", "upto", "unknown-value", "did you mean 'up_to'?"),
        ("measure", "comitted", "unknown-value", "did you mean 'committed'?"),
        ("verification", "checked", "unknown-value", "use one of: opened, relayed, secondary"),
        ("paid_in", "chips", "unknown-value", "use one of: cash, stock"),
        ("source_type", "filing", "unknown-value", "did you mean 'sec_filing'?"),
        ("is_aggregate", "maybe", "unknown-value", "write yes or no"),
        ("amount_usd_m", "12,5", "bad-number", "write plain digits"),
        ("amount_usd_m", "$12", "bad-number", "write plain digits"),
        ("amount_usd_m", "NaN", "bad-number", "write plain digits"),
        ("amount_usd_m", "-3", "bad-number", "write plain digits"),
        ("confidence", "90", "bad-number", "write plain digits"),
        ("announced_date", "2025-02-30", "bad-date", "write 2026, 2026-06 or 2026-06-30"),
        ("announced_date", "03/01/2025", "bad-date", "write 2026, 2026-06 or 2026-06-30"),
        ("end", "soon", "bad-date", "write 2026, 2026-06 or 2026-06-30"),
        ("accession", "1045810-26-1", "bad-value", "see data/README.md"),
        ("source_url", "example.com", "bad-value", "see data/README.md"),
        ("deal_id", "Mill Loan", "bad-value", "see data/README.md"),
        ("deal_id", "", "empty-field", "fill the field"),
        ("source", "", "empty-field", "fill the field"),
        ("source", " + ", "empty-field", "fill the field"),
        ("status", "", "empty-field", "fill the field"),
    ],
)
def test_bad_cell_loses_its_row_and_says_where_and_what_to_do(
    tmp_path: Path, column: str, cell: str, code: str, advice: str
):
    bad = deal(**{"deal_id": "bad", column: cell})
    rows, issues = read_deals(tmp_path, deal(deal_id="one"), bad, deal(deal_id="three"))
    assert [row.deal_id for row in rows] == ["one", "three"]
    issue = only(issues)
    assert (issue.code, issue.severity, issue.stage) == (code, Severity.ERROR, "curated")
    assert issue.where == f"deals.csv row 3, {column}"
    assert issue.advice.startswith(advice)
    if cell.strip(" +"):
        assert cell in issue.message


def test_all_bad_cells_of_a_row_are_told_at_once(tmp_path: Path):
    _, issues = read_deals(tmp_path, deal(status="singed", end="soon", amount_usd_m="x"))
    assert {issue.where.split(", ")[1] for issue in issues} == {"status", "end", "amount_usd_m"}


def test_duplicate_id_keeps_the_first_row(tmp_path: Path):
    rows, issues = read_deals(tmp_path, deal(note="first"), deal(note="second"))
    assert [row.note for row in rows] == ["first"]
    issue = only(issues)
    assert (issue.code, issue.where) == ("duplicate-id", "deals.csv row 3, deal_id")
    assert issue.message == "mill-loan-2025 already stands in row 2"


def test_nearest_says_nothing_rather_than_something_far_off():
    assert nearest("openia", ["openai", "oracle"]) == "did you mean 'openai'?"
    assert nearest("zebra", ["openai", "oracle"]) == ""


CELL = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(table=st.sampled_from(TABLES), rows=st.lists(st.lists(CELL, max_size=8), max_size=4))
def test_any_cells_give_rows_and_issues_and_never_an_exception(tmp_path: Path, table, rows):
    name, model = table
    columns = model.columns()
    rows = [row[: len(columns)] for row in rows]
    given_rows = [dict(zip(columns, row, strict=False)) for row in rows]
    read, issues = read_table(write(tmp_path / name, model, given_rows), model)
    blank = sum(not any(cell.strip() for cell in row) for row in rows)
    assert len(read) <= len(rows) - blank
    assert len(read) == len(rows) - blank or issues
    for issue in issues:
        assert issue.where.startswith(name)
        assert issue.message
        assert issue.advice


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(max_size=200))
def test_any_bytes_give_issues_and_never_an_exception(tmp_path: Path, content: bytes):
    path = tmp_path / "fx.csv"
    path.write_bytes(content)
    rows, issues = read_table(path, FxRow)
    assert rows == ()
    assert issues


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kept=st.lists(st.booleans(), min_size=1, max_size=6),
    amount=st.decimals(min_value=0, max_value=10**7, places=3, allow_nan=False),
)
def test_bad_rows_never_touch_good_ones(tmp_path: Path, kept: list[bool], amount):
    rows = [
        deal(deal_id=f"d{n}", amount_usd_m=str(amount), status="signed" if good else "bad")
        for n, good in enumerate(kept)
    ]
    read, issues = read_table(write(tmp_path / "deals.csv", DealRow, rows), DealRow)
    assert [row.deal_id for row in read] == [f"d{n}" for n, good in enumerate(kept) if good]
    assert all(row.amount_usd_m == amount for row in read)
    assert len(issues) == kept.count(False)


def test_a_column_that_may_be_absent_is_read_where_it_stands(tmp_path: Path):
    path = tmp_path / "entities.csv"
    columns = [name for name in EntityRow.columns() if name != "lei"]
    for header, lei in ((columns, None), ([*columns, "lei"], "GRAPHBUILD0000000153")):
        cells = {"entity_id": "mill", "name": "Mill", "kind": "other", "lei": lei or ""}
        line = ",".join(cells.get(name, "") for name in header)
        path.write_text(",".join(header) + "\n" + line + "\n")
        rows, issues = read_table(path, EntityRow)
        assert issues == ()
        assert [row.lei for row in rows] == [lei]
