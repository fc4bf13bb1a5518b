"""Series as their sources write them."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from graphbuild.errors import FetchError
from graphbuild.sources.series import MACRO, closes, parse_series, shares_outstanding

M2 = MACRO[0]


def test_days_without_a_value_are_left_out():
    text = b"observation_date,M2SL\n2025-02-01,21670.1\n2025-01-01,21561.4\n2025-03-01,.\n"
    told = [(str(o.day), o.value) for o in parse_series(text, M2)]
    assert told == [("2025-01-01", Decimal("21561.4")), ("2025-02-01", Decimal("21670.1"))]


def test_closes_are_taken_from_their_column():
    text = b"Date,Open,High,Low,Close,Volume\r\n2025-01-02,1,2,0.5,1.25,100\r\n"
    (one,) = parse_series(text, closes("northlake", "NLKC"))
    assert (one.day, one.value) == (dt.date(2025, 1, 2), Decimal("1.25"))


@pytest.mark.parametrize(
    "content",
    [b"", b"No data", b"<html>limit</html>", b"observation_date,M2SL\n2025-01-01,much\n",
     b"observation_date,M2SL\nsoon,1\n", b"\r\0",
     b"observation_date,M2SL\n2025-01-01,NaN\n", b"observation_date,M2SL\n", b"\xff\xfe\0"],
)  # fmt: skip
def test_what_is_no_table_is_refused(content):
    with pytest.raises(FetchError, match="fred"):
        parse_series(content, M2)


def _facts(*facts):
    concept = {"EntityCommonStockSharesOutstanding": {"units": {"shares": list(facts)}}}
    return json.dumps({"facts": {"dei": concept}}).encode()


def test_shares_count_as_first_reported():
    later = {"end": "2025-04-30", "val": 120, "filed": "2026-01-10"}
    first = {"end": "2025-04-30", "val": 100, "filed": "2025-05-10"}
    (one,) = shares_outstanding(_facts(later, first))
    assert (one.value, str(one.known_on)) == (Decimal(100), "2025-05-10")
    with pytest.raises(FetchError, match="number of shares"):
        shares_outstanding(_facts({"end": "2025", "val": 1, "filed": "2025-01-01"}))


@pytest.mark.corpus
def test_real_company_facts_hold_shares(corpus):
    (path,) = (corpus / "data-api").glob("companyfacts_CIK0001045810*.json")
    found = shares_outstanding(path.read_bytes())
    assert len(found) > 50
    assert all(o.known_on and o.known_on >= o.day for o in found)
