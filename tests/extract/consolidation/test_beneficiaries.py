"""A guarantee of rent is owed to the landlord that the document names elsewhere."""

from tests.extract.writing import filing, short

BACKSTOP = "Brightwater has agreed to backstop $1.4 billion of Lumen Robotics' lease obligations."
LEASE = "Lumen Robotics leases a data center in Texas from Quillstone for $3 billion."


def _guarantees(*sentences):
    return [c[:2] for c in short(filing(*sentences)) if c[2] == "guarantee"]


def test_the_landlord_of_the_tenant_is_the_beneficiary():
    assert _guarantees(LEASE, BACKSTOP) == [("brightwater", "quillstone")]


def test_without_a_lease_the_obligor_stays_the_target():
    assert _guarantees(BACKSTOP) == [("brightwater", "lumen-robotics")]


def test_of_two_landlords_neither_is_chosen():
    other = "Lumen Robotics leases a data center in Ohio from Ashgrove for $2 billion."
    assert _guarantees(LEASE, other, BACKSTOP) == [("brightwater", "lumen-robotics")]
