import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.maps.packing import compact, for_script, pack, plain

_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**40), 2**40), st.text(max_size=12),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
)  # fmt: skip


def unpack(packed):
    """What the page's script does."""
    count = packed["count"]
    rows = [{} for _ in range(count)]
    for name, form in packed["columns"].items():
        if "values" in form:
            values = form["values"]
        elif "codes" in form:
            values = [form["levels"][code] for code in form["codes"]]
        elif "tails" in form:
            parts = zip(form["of"], form["tails"], strict=True)
            values = [form["heads"][site] + tail for site, tail in parts]
        elif "all" in form:
            values = [form["all"]] * count
        else:
            values = [form["else"]] * count
            for row, value in form["at"].items():
                values[int(row)] = value
        for row, value in zip(rows, values, strict=True):
            row[name] = value
    return rows


@given(st.lists(st.fixed_dictionaries({"a": _VALUES, "b": st.sampled_from([None, True, 1, ""])})))
def test_what_is_packed_comes_back(rows):
    there = json.loads(compact(pack(rows)))
    back = unpack(there)
    expected = [{name: plain(value) for name, value in row.items()} for row in rows]
    assert back == expected
    for got, wanted in zip(back, expected, strict=True):
        assert {n: type(v) for n, v in got.items()} == {n: type(v) for n, v in wanted.items()}


def test_columns_take_the_shortest_form():
    rows = [{"same": "x" * 20, "few": "", "level": "abcdefgh" * (i % 2)} for i in range(50)]
    rows[7]["few"] = "one"
    columns = pack(rows)["columns"]
    assert columns["same"] == {"all": "x" * 20}
    assert columns["few"] == {"else": "", "at": {"7": "one"}}
    assert set(columns["level"]) == {"levels", "codes"}


def test_addresses_of_one_site_share_their_beginning():
    urls = [f"https://www.sec.gov/Archives/edgar/data/{i}" for i in range(9)] + [
        "https://a.example/b"
    ]
    packed = pack([{"url": url} for url in urls])
    assert packed["columns"]["url"]["heads"][0] == "https://www.sec.gov/Archives/edgar/data/"
    assert [row["url"] for row in unpack(packed)] == urls


def test_true_and_one_stay_apart():
    assert unpack(pack([{"v": True}, {"v": 1}, {"v": 1}])) == [{"v": True}, {"v": 1}, {"v": 1}]
    assert unpack(pack([{"v": True}, {"v": 1}, {"v": 1}]))[0]["v"] is True


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_a_number_is_refused(value):
    with pytest.raises(ValueError, match="finite"):
        pack([{"usd": value}])


def test_rows_must_have_the_same_columns():
    with pytest.raises(ValueError, match="differ"):
        pack([{"a": 1}, {"b": 1}])


@given(st.text())
def test_script_text_cannot_end_its_element(text):
    written = for_script([text, "</script><!--", "\u2028"])
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(written)
    assert json.loads(written)[0] == text
