from graphbuild.curated.expectations import Expectation, expectation
from graphbuild.curated.schema import ExpectationRow


def test_a_row_becomes_an_expectation():
    row = ExpectationRow.model_validate({"line": 2, "name": "deals", "minimum": "250"})
    assert expectation(row) == Expectation(name="deals", minimum=250, maximum=None, note="")
