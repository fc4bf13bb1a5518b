"""How filings go on about a loan: its balance, draws, size, increase and end.

Lives here: the wordings, one `Statement` each. Not here: which loan a sentence means
(`loan_deals`), the claims (`loan_followups`).
"""

import re
from dataclasses import dataclass

from graphbuild.extract.loan_deals import NOUN
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure

_WORD = r"(?:[A-Za-z0-9.&/'-]+|<[DSV]\d+>|<P\d+>(?:'s)?)"
_REF = (
    r"(?P<ref>(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|[Ii]ts|[Ee]ach|<P\d+>'s) )?"
    rf"(?:(?!and\b|or\b|with\b|of\b|under\b|on\b|to\b){_WORD} ){{0,6}}?{NOUN})"
)
_WAS = r"(?:was|were|is|are|totaled|totalled|amounted to|stood at|of)"
_ENDED = (
    r"(?:repaid|paid off|paid in full|prepaid|terminated|settled|cancell?ed|retired|extinguished|"
    r"satisfied|discharged)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One wording of what is said of a loan.

    Parameters
    ----------
    cue, needs, refuses : what the sentence, in small letters, must and must not hold.
    template : with the group "ref" for the words that mean the loan, "giver" and "taker" where the
        sentence names both sides, and ``{m}`` for the figure.
    measure, status : what the figure is.
    """

    cue: str
    template: str
    measure: Measure
    status: Status = Status.FUNDED
    refuses: str = ""
    needs: str = ""

    def applies(self, lowered: str) -> bool:
        """Whether the sentence, in small letters, holds the cue and nothing that is refused."""
        return bool(
            re.search(self.cue, lowered)
            and (not self.needs or re.search(self.needs, lowered))
            and not (self.refuses and re.search(self.refuses, lowered))
        )


OWED_TO_NAMED = (
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
            rf"borrowings|balance)(?: outstanding| owed| due)? (?:under|of) {_REF} with "
            r"<P(?P<owed_to>\d+)>"
        ),
        refuses=r"\bif\b|\bunless\b|portion|partial|\bwill\b|\bmay\b",
        measure=Measure.HEADLINE,
        status=Status.TERMINATED,
    ),
    Statement(
        cue=r"\bto\b",
        template=(
            r"[Aa]mounts? (?:due|owed|payable|outstanding) to <P(?P<owed_to>\d+)> (?:under|on) "
            rf"{_REF} {_WAS} {{m}}"
        ),
        measure=Measure.OUTSTANDING,
    ),
    Statement(
        cue=r"\bowed?s?\b",
        needs=r"financing|\bloan|\bnote\b|credit",
        template=(
            r"\b(?:owed|owes|owe) {m} (?:under|on|pursuant to) (?:(?!<M)[^;]){0,60}?(?:with|to|"
            r"from) <P(?P<owed_to>\d+)>"
        ),
        measure=Measure.OUTSTANDING,
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
            r"(?:through|with|by|via|in the form of) <P(?P<owed_to>\d+)> (?:promissory |financing )?"
            r"note"
        ),
        measure=Measure.HEADLINE,
    ),
)
"""Sentences that name the lender; who borrows is told before, or is the filer."""

STATEMENTS = (
    Statement(
        cue="outstanding|balance|owed",
        needs=r"outstanding|balance|owed",
        template=(
            r"(?:[Bb]alance|[Pp]rincipal(?: amount)?|[Bb]orrowings|[Aa]mounts?|[Ii]ndebtedness)"
            r"(?: (?:outstanding|owed|due|drawn|payable|remaining))? (?:of|on|under|for|from) "
            rf"{_REF}(?: [a-z]+){{0,4}}? {_WAS} {{m}}"
        ),
        refuses=r"\bduring\b|entire amount|available|current balance|long-term (?:balance|portion)",
        measure=Measure.OUTSTANDING,
    ),
    Statement(
        cue="balance",
        template=rf"{_REF} (?:had|has|have|with|carried) an? (?:[a-z]+ ){{0,3}}?balance of {{m}}",
        measure=Measure.OUTSTANDING,
    ),
    Statement(
        cue="balance",
        template=(
            r"(?:[Oo]utstanding|[Uu]npaid|[Pp]rincipal) (?:(?:[a-z]+ ){0,2}?(?P<ref>loan|note|"
            r"facility|mortgage) )?(?:[a-z]+ )?balance(?: outstanding)? (?:was|is|of) {m}|"
            r"[Bb]alance outstanding (?:was|is) {m2}"
        ),
        measure=Measure.OUTSTANDING,
    ),
    Statement(
        cue="outstanding",
        template=(
            rf"{{m}} (?:of (?:[a-z]+ ){{1,3}})?(?:(?:was|were|is|are|remained|had been) )?"
            rf"outstanding (?:[a-z]+ ){{0,2}}?(?:under|on|for|pursuant to|from) {_REF}"
        ),
        refuses=r"was converted|letters? of credit",
        measure=Measure.OUTSTANDING,
    ),
    Statement(
        cue=r"\badvance|\bdraw|\btranche|\bborrowing|\bfunding",
        template=(
            r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ii]nitial|[Ff]inal|[Ff]urther) "
            r"(?:[a-z]+ ){0,2}?(?:advance|draw|drawdown|tranche|borrowing|funding|loan) of {m} "
            r"(?:was|were|has been) (?:drawn|made|funded|received|advanced|borrowed)"
        ),
        measure=Measure.DRAWN,
    ),
    Statement(
        cue=r"\bexpired",
        template=(
            r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Rr]emaining) (?:[a-z]+ ){0,2}?"
            r"(?:advance|tranche|commitment) of {m} expired"
        ),
        measure=Measure.CEILING,
        status=Status.TERMINATED,
    ),
    Statement(
        cue=r"\bdr[ae]w|\bborrowed|\breceived|\badvanced|\bfunded",
        template=(
            r"(?:<P\d+>(?!'s),? )?(?:(?:has|have|had) )?(?:drew|drawn|borrowed|received|advanced|"
            r"funded)(?: down)? {m}(?:(?!<M)[^;]){0,40}? (?:under|on|from|pursuant to|against) "
            rf"{_REF}"
        ),
        refuses=r"proceeds from the sale|offering",
        measure=Measure.DRAWN,
    ),
    Statement(
        cue=r"\badvanced|\bfunded|\bloaned|\blent",
        template=(
            r"(?:<P(?P<giver>\d+)>(?!'s),? )(?:(?:has|have|had) )?(?:advanced|funded|loaned|lent) "
            r"{m} (?:to (?:the )?(?:<P(?P<taker>\d+)>(?!'s)|[Bb]orrower)|on (?:[a-z]+ ){1,3}"
            r"(?:[Pp]romissory )?[Nn]otes?)"
        ),
        measure=Measure.DRAWN,
    ),
    Statement(
        cue=r"advances of",
        template=(
            r"[Aa]dvances of {m} (?:have been|were|had been) (?:financed|made|funded|provided) by "
            r"<P(?P<giver>\d+)> to <P(?P<taker>\d+)>"
        ),
        measure=Measure.DRAWN,
    ),
    *OWED_TO_NAMED,
    Statement(
        cue=r"requested",
        template=(
            r"<P(?P<taker>\d+)>(?!'s),? (?:(?:has|have|had) )?requested (?:that )?"
            r"<P(?P<giver>\d+)>(?!'s) (?:to )?(?:extend|make|provide|lend|advance)"
            r"(?:(?!<M)[^;]){0,140}?loans?(?:(?!<M)[^;]){0,100}? {m}"
        ),
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"\b(?:was|were) (?:drawn|advanced|borrowed|funded)|been drawn",
        template=(
            r"{m} (?:(?:of|in) (?:[a-z]+ ){1,3})?(?:was|were|has been|had been) (?:drawn(?: down)?|"
            rf"borrowed|advanced|funded(?= (?:immediately|at|on|upon)))(?: by <P\d+>)?(?: (?:under|on|from) {_REF})?"
        ),
        measure=Measure.DRAWN,
    ),
    Statement(
        cue=r"borrowings|\bdraws|drawdowns",
        needs=r"\bduring\b|\bmonths ended\b|\bquarter\b|\byear ended\b",
        template=rf"(?:[Bb]orrowings|[Dd]raws|[Dd]rawdowns) (?:under|on|from) {_REF} {_WAS} {{m}}",
        measure=Measure.DRAWN,
    ),
    Statement(
        cue=r"\bterm\b|\bbears?\b|\bmatures?\b|\bis (?:secured|guaranteed|payable|available)",
        template=(
            rf"^(?:[Tt]he )?(?P<size>{{m}}) {_REF} (?:has a term|bears?|matures?|is (?:secured|"
            r"guaranteed|payable|available))"
        ),
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"limit|commitment|capacity|principal amount|borrow|availab",
        template=(
            rf"{_REF} (?:has|had|carries|carried|provides?(?: for)?|provided(?: for)?|allows for|"
            r"is for|consists of|makes available) (?:up to )?(?:an? )?(?:[a-z-]+ ){0,3}?"
            r"(?:(?:limit|commitments?|capacity|principal amount|availability|borrowings|amount|"
            r"advances|loans) (?:of|totaling|equal to) )?{m}"
        ),
        refuses=r"letters? of credit|interest of|fee",
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"\bmay (?:borrow|draw|request)|can (?:borrow|draw)|able to borrow|borrow up to",
        template=(
            rf"(?:[Uu]nder|[Pp]ursuant to) {_REF},? <P\d+> (?:may|can|could|is able to|was able "
            r"to) (?:borrow|draw|request)(?: down| loans of| advances of)? {m}"
        ),
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"amount of",
        template=(
            r"^[●•–-]? ?(?:An? |The |One )?(?P<ref>(?:[A-Za-z-]+ ){0,6}?(?:facility|loan|line of "
            r"credit|note)) in (?:the|an) (?:[a-z]+ ){0,3}?amount of {m}"
        ),
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"will be available",
        template=(
            rf"{_REF} (?:will be|is) available (?:(?!<M)[^;]){{0,60}}? in the (?:[a-z]+ ){{0,2}}"
            r"amount of {m}"
        ),
        measure=Measure.CEILING,
        status=Status.SIGNED,
    ),
    Statement(
        cue=r"amend|renew|extend",
        needs=r"facilit|line of credit|credit agreement",
        template=(
            r"(?:amended|renewed|extended|amended and restated) (?:both )?(?:the|its|our|<P\d+>'s) "
            rf"(?P<size>(?:(?!and\b)[A-Za-z0-9-]+ ){{0,4}}?{{m}}) {_REF}"
        ),
        refuses=r"letters? of credit|increas|purchase",
        measure=Measure.CEILING,
    ),
    Statement(
        cue=r"increas|upsiz|expand",
        template=(
            rf"{_REF}(?: size| amount| limit)? (?:was|were|has been) (?:increased|upsized|expanded|"
            r"amended to increase (?:the )?(?:[a-z]+ ){0,3})(?: (?:from |by )?<[VM]\d+>)? (?:to|by) {m}"
        ),
        measure=Measure.CEILING,
        status=Status.AMENDED,
    ),
    Statement(
        cue=r"increas|upsiz|expand",
        template=(
            rf"(?:increas(?:e[ds]?|ing)|upsized?|expand(?:s|ed|ing)?) (?:the )?(?:(?:[a-z]+ )"
            rf"{{0,4}}?(?:of|under|on|for|in) )?{_REF}(?: to <P\d+>)?(?: (?:from |by )?<[VM]\d+>)? "
            r"(?:to|by) {m}"
        ),
        refuses=r"option to|may increase|accordion|interest rate|right to",
        measure=Measure.CEILING,
        status=Status.AMENDED,
    ),
    Statement(
        cue=r"entire|in full|paid off|outstanding balance|remaining",
        template=(
            r"(?:entire|full|outstanding|remaining) (?:[a-z]+ ){0,2}?(?:amount|balance|principal)"
            rf"(?: outstanding)? (?:of|under|on) {_REF} (?:of|totaling) {{m}},? (?:was |were )?"
            rf"(?:converted|{_ENDED})|(?:repaid|paid off|prepaid) (?:in full )?the (?:entire|"
            r"outstanding|remaining) (?:[a-z]+ ){0,2}?(?:amount|balance|principal)(?: of| under| "
            rf"on)? (?P<ref2>(?:[Tt]he|[Ii]ts|<P\d+>'s) {_WORD} {NOUN}|[Tt]he {NOUN}) (?:of|"
            r"totaling) {m2}"
        ),
        measure=Measure.PAID,
        status=Status.TERMINATED,
    ),
    Statement(
        cue=_ENDED,
        template=(
            rf"{_REF} (?:was|were|has been|have been) (?:(?:fully|subsequently|also) )?{_ENDED}"
            r"(?! (?:of|with|by) )(?! (?:quarterly|monthly|annually|upon|at|if|when))"
        ),
        refuses=r"\bif\b|\bupon\b|\buntil\b|\bunless\b|portion|partial|\bwill\b|\bto be\b|\bmay\b",
        measure=Measure.HEADLINE,
        status=Status.TERMINATED,
    ),
    Statement(
        cue=rf"terminated|in full|paid off|{_ENDED}",
        template=(
            rf"<P\d+>(?!'s),? (?:(?:has|have|had) )?(?:terminated {_REF}|(?:repaid|prepaid|paid "
            rf"off|settled) (?P<ref2>(?:[Tt]he|[Ii]ts|<P\d+>'s) (?:{_WORD} ){{0,4}}?{NOUN}) in "
            rf"full|(?:repaid|paid|prepaid) (?:in full |all (?:amounts|borrowings) )"
            rf"(?:outstanding )?(?:under |of )?(?P<ref3>(?:[Tt]he|[Ii]ts|<P\d+>'s) "
            rf"(?:{_WORD} ){{0,4}}?{NOUN}))"
        ),
        refuses=r"\bif\b|\bupon\b|\buntil\b|\bunless\b|portion|partial|\bwill\b|\bto be\b|\bmay\b",
        measure=Measure.HEADLINE,
        status=Status.TERMINATED,
    ),
)
