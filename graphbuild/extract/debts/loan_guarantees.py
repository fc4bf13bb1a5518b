"""Guarantees of a loan the document told of before: "The mortgage is guaranteed by the Company."

Lives here: the wordings, one `Statement` each, with the group "guarantor". Not here: guarantees
that name whose debt it is (`guarantee`, `guarantees_of_debt`).
"""

from graphbuild.extract.debts.loan_wording import REF, Statement
from graphbuild.records.money import Measure

GUARANTEED = (
    Statement(
        cue="guaranteed",
        template=(
            rf"{REF} (?:is|are|was|were|has been) (?:[a-z]+,? ){{0,5}}?guaranteed,? (?:[a-z-]+,? )"
            r"{0,8}?by <P(?P<guarantor>\d+)>(?!'s)"
        ),
        refuses=r"\bif\b|government|agency|treasury",
        measure=Measure.HEADLINE,
    ),
    Statement(
        cue="guarante",
        template=(
            r"<P(?P<guarantor>\d+)>(?!'s),? (?:(?:has|have|also|fully|unconditionally|irrevocably|"
            r"and|absolutely) )*guarante(?:es|ed) (?:(?:the|all|of|payment|repayment|prompt|full|"
            r"performance) )*(?:(?:obligations|payment|repayment|amounts|borrowings|indebtedness)"
            rf"[^<>;]{{0,30}}? (?:under|of|on) )?{REF}"
        ),
        refuses=r"\bif\b|\bnot\b",
        measure=Measure.HEADLINE,
    ),
)
