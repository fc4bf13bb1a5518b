"""How filings tell that a loan was repaid, ended or replaced.

Lives here: the wordings, one `Statement` each. Not here: other news of a loan (`loan_statements`).
"""

from functools import partial

from graphbuild.extract.debts.loan_deals import NOUN
from graphbuild.extract.debts.loan_wording import ENDED, REF, WORD, Statement
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure

_ending = partial(Statement, status=Status.TERMINATED)

ENDINGS = (
    _ending(
        cue=r"outstanding under",
        template=(
            r"(?:repaid|repay|prepaid|paid off) (?:in full )?(?:all of )?the {m} (?:[a-z]+ ){0,3}?"
            rf"outstanding (?:under|on) {REF}(?: (?:with|from) <P(?P<owed_to>\d+)>)?"
        ),
        refuses=r"\bmay\b(?! \d)|\bwill\b|intend|expect",
        measure=Measure.PAID,
    ),
    _ending(
        cue=r"terminat|cancel|expired",
        template=(
            rf"{REF}(?: commitments)? (?:of|totaling) {{m}} (?:was|were|has been|have been) "
            rf"(?:[a-z]+ )?(?:expired|{ENDED})"
        ),
        refuses=r"\bmay\b(?! \d)|\bwill\b|\bif\b",
        measure=Measure.CEILING,
    ),
    _ending(
        cue=r"terminat|cancel",
        template=(
            r"(?:terminat(?:ed|ion of)|cancell?(?:ed|ation of)) (?:the|its|our|<P\d+>'s) "
            rf"(?:existing |prior )?{{m}}(?: |-)(?P<ref>(?:[A-Za-z0-9-]+ ){{0,5}}?{NOUN}"
            r"(?: (?:credit |loan )?agreement)?)(?: with <P(?P<owed_to>\d+)>(?!'s))?"
        ),
        refuses=r"\bmay\b(?! \d)|\bwill\b|\bif\b|\bupon\b",
        measure=Measure.CEILING,
    ),
    _ending(
        cue=r"entire|in full|paid off|outstanding balance|remaining",
        template=(
            r"(?:entire|full|outstanding|remaining) (?:[a-z]+ ){0,2}?(?:amount|balance|principal)"
            rf"(?: outstanding)? (?:of|under|on) {REF} (?:of|totaling) {{m}},? (?:was |were )?"
            rf"(?:converted|{ENDED})|(?:repaid|paid off|prepaid) (?:in full )?the (?:entire|"
            r"outstanding|remaining) (?:[a-z]+ ){0,2}?(?:amount|balance|principal)(?: of| under| "
            rf"on)? (?P<ref2>(?:[Tt]he|[Ii]ts|<P\d+>'s) {WORD} {NOUN}|[Tt]he {NOUN}) (?:of|"
            r"totaling) {m2}"
        ),
        measure=Measure.PAID,
    ),
    _ending(
        cue=ENDED,
        template=(
            rf"{REF} (?:was|were|has been|have been) (?:(?:fully|subsequently|also) )?{ENDED}"
            r"(?! (?:of|with|by) )(?! (?:quarterly|monthly|annually|upon|at|if|when))"
        ),
        refuses=r"\bif\b|\bupon\b|\buntil\b|\bunless\b|portion|partial|\bwill\b|\bto be\b|"
        r"\bmay\b(?! \d)",
        measure=Measure.HEADLINE,
    ),
    _ending(
        cue=rf"terminated|in full|paid off|{ENDED}",
        template=(
            rf"<P\d+>(?!'s),? (?:(?:has|have|had) )?(?:terminated {REF}|(?:repaid|prepaid|paid off|"
            rf"settled) (?P<ref2>(?:[Tt]he|[Ii]ts|<P\d+>'s) (?:{WORD} ){{0,4}}?{NOUN}) in full|"
            r"(?:repaid|paid|prepaid) (?:in full |all (?:amounts|borrowings) )(?:outstanding "
            rf")?(?:under |of )?(?P<ref3>(?:[Tt]he|[Ii]ts|<P\d+>'s) (?:{WORD} ){{0,4}}?{NOUN}))"
        ),
        refuses=r"\bif\b|\bupon\b|\buntil\b|\bunless\b|portion|partial|\bwill\b|\bto be\b|"
        r"\bmay\b(?! \d)",
        measure=Measure.HEADLINE,
    ),
)
