"""Suppliers named without a figure: who is believed, and what must stay without a claim."""

import pytest

from tests.extract.writing import filing, news, rows


def _sold(words):
    return [(row["target"], row["instrument"], row["amount"]) for row in rows(filing(words))]


def _goods(*names):
    return [(name, "supply_contract", None) for name in names]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "We depend on outside foundries, primarily Corvid Semiconductor Corp., to manufacture "
            "our wafers.",
            ("corvid-semiconductor",),
        ),
        (
            "We use contract manufacturers such as Quillstone Systems, Inc., or Quillstone, "
            "Ashgrove, and Lumen Robotics to assemble our racks, and Tilbury to make our cables.",
            ("quillstone-systems", "ashgrove", "lumen-robotics"),
        ),
        (
            "We purchase substrates from Ashgrove and Quillstone, and memory from Lumen Robotics.",
            ("ashgrove", "quillstone", "lumen-robotics"),
        ),
        (
            "The majority of our miners were purchased from Corvid and Quillstone Systems, Inc.",
            ("corvid", "quillstone-systems"),
        ),
        ("Our servers are manufactured by Quillstone Systems, Inc.", ("quillstone-systems",)),
        ("Corvid manufactures all of our processors.", ("corvid",)),
        ("Our key suppliers include Corvid and Quillstone.", ("corvid", "quillstone")),
        ("Quillstone is our sole supplier of immersion cooling systems.", ("quillstone",)),
        (
            "We outsource the manufacturing of our servers to Quillstone and Ashgrove.",
            ("quillstone", "ashgrove"),
        ),
        (
            "The Test JVs, Ashgrove Precision Ltd. (APL) and Corvid provide assembly services for"
            " our processors.",
            ("ashgrove-precision", "corvid"),
        ),
        ("Quillstone supplies us with racks and servers.", ("quillstone",)),
        ("Ashgrove and Corvid supply most of our components.", ("ashgrove", "corvid")),
        ("Export rules hit chips of Corvid, one of our suppliers.", ("corvid",)),
        ("The rules concern memory made by Corvid, a supplier of ours.", ("corvid",)),
        ("Our foundry partner, Corvid Semiconductor Corp., had a fire.", ("corvid-semiconductor",)),
        (
            "Corvid Semiconductor Corp. is the sole manufacturer of our chips.",
            ("corvid-semiconductor",),
        ),
        ("Wafers for our chips come from Corvid and Ashgrove.", ("corvid", "ashgrove")),
        (
            "We rely upon Fernhill Energy, LLC for the supply of natural gas at our site.",
            ("fernhill-energy",),
        ),
    ],
)
def test_named_suppliers_are_claims_without_an_amount(words, names):
    assert _sold(words) == _goods(*names)


def test_a_purchase_with_its_price_carries_the_price():
    words = "We purchased 1,200 B300 servers from Quillstone for a total price of $168 million."
    assert _sold(words) == [("quillstone", "supply_contract", 168_000_000)]


def test_who_runs_the_cloud_services_has_a_cloud_contract():
    words = "We use outside providers, such as Meridian, to run our cloud services."
    assert _sold(words) == [("meridian", "cloud_contract", None)]


def test_a_short_name_stands_for_the_whole_name_given_before_it():
    found = rows(
        filing(
            "We rely on Corvid Semiconductor Corp. (CSC) for the production of our wafers.",
            "We purchase substrates from Quillstone and CSC.",
        )
    )
    assert {row["target"] for row in found} == {"corvid-semiconductor", "quillstone"}


@pytest.mark.parametrize(
    "words",
    [
        "We may purchase wafers from Corvid.",
        "If we rely on Corvid to manufacture our wafers, prices could rise.",
        "We do not purchase wafers from Corvid.",
        "We compete with suppliers such as Corvid, from whom we purchase chips.",
        "Our customers purchase GPUs from Corvid.",
        "We use Corvid GPUs in our data centers.",
        "We purchased the land from Ashgrove.",
        "We work with partners such as Brightwater Capital to provide financing to our customers.",
        "We engaged Brightwater Capital to provide advisory services.",
        "We rely on data from Brightwater Capital to test our models.",
        "We sell our products to distributors such as Quillstone and Ashgrove.",
        "We purchase parts from DRAM Devices and other markets.",
        "Corvid is a key measure of our supply of chips and is one of our risks.",
        "Quillstone supplies our customers with servers.",
        "Quillstone Partners LLC provides consulting services to us.",
        "Corvid is the sole supplier of chips to our competitors.",
        "In May 2020, our hosting partner Quillstone told us of a fire.",
    ],
)
def test_fears_plans_rivals_and_other_services_make_no_claim(words):
    assert not [row for row in rows(filing(words)) if row["pattern"].startswith("suppliers")]


def test_a_report_of_others_is_not_the_filers_word():
    assert not rows(news("A story", "We purchase memory from Lumen Robotics."))
