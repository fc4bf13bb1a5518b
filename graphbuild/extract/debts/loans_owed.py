"""Sentences that name one side of a loan only; the other was told before, or is the filer.

Lives here: the wordings, one `Statement` each: "owed_to" is a lender, "taker" a borrower, "giver"
a lender to that borrower. Not here: sentences without a name (`loan_statements`).
"""

from functools import partial

from graphbuild.extract.debts.loan_wording import REF, WAS, Statement
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure

_balance = partial(Statement, measure=Measure.OUTSTANDING)

OWED_TO_NAMED = (
    Statement(
        cue=r"provide|make available|made available",
        template=(
            r"<P(?P<owed_to>\d+)>(?!'s),? (?:has |had )?(?:provides|provided|agreed to provide|"
            r"made available)(?: to <P\d+>| <P\d+> with)? (?:an? )?(?:[A-Za-z-]+ "
            r"){0,5}?(?:facility|loan|line of credit)(?: of| in the amount of| for) {m}"
        ),
        refuses=r"letters? of credit|commitment letter|\bmay\b(?! \d)",
        measure=Measure.CEILING,
    ),
    _balance(
        cue=r"outstanding under",
        template=(
            rf"(?:amounts?|balance|principal) outstanding under {REF} (?:from|with) "
            rf"<P(?P<owed_to>\d+)> {WAS} {{m}}"
        ),
    ),
    _balance(
        cue=r"receivable",
        template=(
            r"(?:[Nn]otes?|[Ll]oans?) receivable (?:due )?from <P(?P<taker>\d+)>(?: [a-z]+){0,3}? "
            r"(?:ha[ds] an? (?:[a-z]+ ){0,2}balance of|was|were|totaled|is) {m}"
        ),
        refuses=r"fair value|impair|write-?off|allowance",
    ),
    Statement(
        cue=r"repaid|paid off",
        template=(
            r"<P(?P<taker>\d+)>(?!'s),? (?:(?:has|have|had) )?(?:[a-z]+ )?(?:repaid|paid off|"
            r"prepaid) (?:in full )?(?:the|its) {m} (?:[a-z]+ ){0,3}?(?:loan|note|advance|credit "
            r"facility|line of credit) (?:from|to|made by|owed to|held by|with) <P(?P<giver>\d+)>"
        ),
        measure=Measure.PAID,
        status=Status.TERMINATED,
    ),
    Statement(
        cue=r"repaid|paid off|satisfied|terminated",
        template=(
            r"(?:repaid|paid off|satisfied|terminated) (?:in full )?(?:all |its |the |their |"
            r"<P\d+>'s )*(?:outstanding |remaining )?(?:obligations|indebtedness|amounts|"
            rf"borrowings|balance)(?: outstanding| owed| due)? (?:under|of) {REF} with "
            r"<P(?P<owed_to>\d+)>"
        ),
        refuses=r"\bif\b|\bunless\b|portion|partial|\bwill\b|\bmay\b(?! \d)",
        measure=Measure.HEADLINE,
        status=Status.TERMINATED,
    ),
    _balance(
        cue=r"\bto\b",
        template=(
            r"[Aa]mounts? (?:due|owed|payable|outstanding) to <P(?P<owed_to>\d+)> (?:under|on) "
            rf"{REF} {WAS} {{m}}"
        ),
    ),
    _balance(
        cue=r"\bowed?s?\b",
        needs=r"financing|\bloan|\bnote\b|credit",
        template=(
            r"\b(?:owed|owes|owe) {m} (?:under|on|pursuant to) (?:(?!<M)[^;]){0,60}?(?:with|to|"
            r"from) <P(?P<owed_to>\d+)>"
        ),
    ),
    Statement(
        cue=r"loan|mortgage|note",
        template=(
            r"(?:^|[Tt]he |an? |its |<P\d+>'s )(?:[a-z-]+ ){0,3}?(?:[Ll]oan|[Mm]ortgage|"
            r"[Pp]romissory [Nn]ote)(?: loan)? (?:from|with|held by|payable to) "
            r"<P(?P<owed_to>\d+)> (?:of|in the (?:[a-z]+ ){0,3}amount of) {m}"
        ),
        measure=Measure.HEADLINE,
    ),
    Statement(
        cue=r"assumed",
        template=(
            r"assumed (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:loan|mortgage|note)s? (?:[a-z]+ ){0,2}?of "
            r"{m} (?:held by|from|with|owed to|payable to|due to) <P(?P<owed_to>\d+)>"
        ),
        measure=Measure.HEADLINE,
    ),
    Statement(
        cue=r"seller|vendor",
        template=(
            r"{m}(?: of (?:the|which)[^<>;]{0,30})? (?:was|is|were) (?:financed|paid|funded) "
            r"(?:through|with|by|via|in the form of) <P(?P<owed_to>\d+)> (?:promissory |financing "
            r")?note"
        ),
        measure=Measure.HEADLINE,
    ),
)
"""Sentences that name the lender; who borrows is told before, or is the filer."""
