"""Short names given after a trade name or a ticker; groups have no whole name."""

import pytest

from graphbuild.documents.terms import find_defined_terms


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        (
            "with Quillstone Green Devices, LLC (d/b/a “Quill Cooling”) (“Quillstone”) for racks",
            (("Quillstone", "Quillstone Green Devices, LLC"),),
        ),
        ("Ashgrove Corp. (NASDAQ: ASHG) (“Ashgrove”) said", (("Ashgrove", "Ashgrove Corp."),)),
        ("by Alder & Potter Capital, LLC, (“A&P”), who", (("A&P", "Alder & Potter Capital, LLC"),)),
        ("between Alder One, LLC and Alder Two, LLC (collectively, the “Lenders”)", ()),
        ("with Alder One, LLC and its affiliates (collectively, “Corvid”)", ()),
    ],
)
def test_the_whole_name_is_the_one_that_is_called_so(words, pairs):
    assert find_defined_terms(words) == pairs
