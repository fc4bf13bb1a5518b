"""Space let, chips made, power sold and loans guaranteed, in the running text of reports."""

import pytest

from tests.extract.writing import news, rows_of_known


def _found(body):
    return [
        (r["source"], r["target"], r["instrument"], r["amount"], r["status"])
        for r in rows_of_known(news("A story", body))
    ]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Lumen Robotics has leased 90 megawatts of space to Quillstone under contracts worth $2 "
         "billion.", ("quillstone", "lumen-robotics", "lease", 2_000_000_000, "funded")),
        ("Tidepool has signed a six-year contract worth $3 billion to use Meridian's cloud "
         "servers.", ("tidepool", "meridian", "cloud_contract", 3_000_000_000, "signed")),
        ("Tidepool has promised to spend $30 billion with Meridian over five years.",
         ("tidepool", "meridian", "cloud_contract", 30_000_000_000, "signed")),
        ("Corvid makes chips for Meridian and Tidepool.",
         ("meridian", "corvid", "supply_contract", None, "funded")),
        ("Ashgrove will sell power from its river plant to Meridian for 20 years.",
         ("meridian", "ashgrove", "supply_contract", None, "announced")),
        ("Corvid guaranteed a $300 million loan that Quillstone took from Northgate Bank, N.A.",
         ("corvid", "quillstone", "guarantee", 300_000_000, "signed")),
        ("The bond sale raised $4 billion for Meridian.",
         ("unnamed:noteholders", "meridian", "bond", 4_000_000_000, "funded")),
        ("Meridian raised $830 million in debt for a data center.",
         ("unnamed:lenders", "meridian", "loan", 830_000_000, "funded")),
    ],
)  # fmt: skip
def test_a_report_tells_who_pays_whom(sentence, claim):
    assert claim in _found(sentence)


def test_a_loan_from_a_group_of_banks_is_told_once():
    found = _found("Quillstone borrowed $2.6 billion from banks led by Northgate Bank, N.A.")
    assert [claim[3] for claim in found].count(2_600_000_000) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Corvid could make chips for Meridian one day.",
        "Ashgrove may sell power from its river plant to Meridian.",
        "An option could take the total contract value to $16 billion for Meridian.",
    ],
)
def test_what_only_may_be_is_no_deal(sentence):
    assert _found(sentence) == []
