import pytest

from graphbuild.extract.consolidation.retiring import retired_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The proceeds were used to repay in full the DDTL 1.0 Facility.", ("DDTL 1.0 Facility",)),
        ("It used the loan to refinance its existing 2028 Term Loan.", ("2028 Term Loan",)),
        (
            "Proceeds will be used to repay all amounts outstanding under the Pine Credit "
            "Agreement and to redeem the 9.25% Senior Notes.",
            ("Pine Credit Agreement", "9.25% Senior Notes"),
        ),
        (
            "The proceeds were used to repay and terminate in full the Cedar Facility.",
            ("Cedar Facility",),
        ),
        ("The proceeds were used to repay a portion of the DDTL 1.0 Facility.", ()),
        ("Borrowings under the DDTL 1.0 Facility must be repaid by 2030.", ()),
        ("We may repay the notes at any time.", ()),
        ("The Company drew $1 billion under the DDTL 2.0 Facility.", ()),
    ],
)
def test_only_debt_that_is_repaid_in_full_is_retired(words, names):
    assert retired_in(words) == names
