"""How filings go on about a loan: its balance, draws, size and increase.

Lives here: the wordings, one `Statement` each. Not here: how a loan ends (`loan_endings`), which
loan a sentence means (`loan_deals`), the claims (`loan_followups`).
"""

from functools import partial

from graphbuild.extract.debts.loan_endings import ENDINGS
from graphbuild.extract.debts.loan_guarantees import GUARANTEED
from graphbuild.extract.debts.loan_wording import REF, WAS, Statement
from graphbuild.extract.debts.loans_owed import OWED_TO_NAMED
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure

_size = partial(Statement, measure=Measure.CEILING)
_draw = partial(Statement, measure=Measure.DRAWN)
_balance = partial(Statement, measure=Measure.OUTSTANDING)

STATEMENTS = (
    *ENDINGS,
    _draw(
        cue=r"\bdrew\b",
        template=r"drew(?: down)? (?:the (?:remaining|full) )?{m}(?= at | in |\.|,|$)",
    ),
    _balance(
        cue=r"borrowings of",
        needs=r"facilit|credit|\bloan",
        template=(r"(?P<part>[Bb]orrowings) of {m} (?:were|was|are|remain\w*) outstanding"),
    ),
    _size(
        cue=r"increas\w+|reduc\w+|decreas\w+",
        needs=r"facilit|\bloan|credit agreement|line of credit|borrowing base",
        template=(
            r"(?:increas|reduc|decreas)(?:e[sd]?|ing) (?:the |its |<P\d+>'s )?(?:(?:total|"
            r"aggregate|maximum|revolving|borrowing|available|lenders'|elected|facility|overall) )?"
            r"(?:[a-z]+ ){0,5}?(?P<part>commitments?|capacity|amount|availability|base|size)"
            r"(?: [a-z ]{0,40}?)?(?: (?:from |by )?<[VM]\d+>)? to {m}"
        ),
        refuses=r"option to|right to|may increase|could|request",
        status=Status.AMENDED,
    ),
    _size(
        cue=r"reduc|decreas",
        template=(
            rf"(?:[Cc]ommitments?|[Ss]ize|[Aa]mount) (?:under|of) {REF} (?:was|were) (?:reduced|"
            r"decreased)(?: (?:from |by )?<[VM]\d+>)? to {m}"
        ),
        status=Status.AMENDED,
    ),
    _size(
        cue=r"facility|line of credit|revolver",
        template=(
            r"(?:ha[sd]|have|maintains?) (?:an? )?{m}(?: |-)(?P<part>(?:(?!sub)[A-Za-z0-9-]+ "
            r"){0,6}?(?:facility|line of credit|revolver))"
        ),
        needs=r"outstanding",
        refuses=r"\bif\b|availab|borrowings under|letters? of credit (?:facility|sub)|drawn on|"
        r"outstanding (?:under|on|borrowings)",
    ),
    _balance(
        cue=r"which",
        template=r"(?:under|of) which {m} (?:was|were|is|are|remained|remains) outstanding",
        needs=r"facilit|\bloan|line of credit|promissory",
    ),
    _draw(
        cue=r"borrowed",
        template=(
            r"(?:<P\d+>(?!'s),? (?:(?:has|have|had) )?|\bit )borrowed {m}(?!(?: of)? (?:shares|"
            r"bitcoin|digital))"
        ),
        refuses=r"\bfrom <P",
        in_note=True,
    ),
    _size(
        cue=r"commitments",
        template=(
            r"[Aa]ggregate (?:(?:principal )?amount of )?(?:the )?(?:<P\d+>(?:'s)? |Lenders' "
            r")?(?:[A-Z][\w-]+ ){0,3}(?P<part>Commitments)(?: [A-Za-z ]{0,40}?)? "
            r"(?:are|is|were|shall be|was) {m}"
        ),
        status=Status.SIGNED,
    ),
    _size(
        cue=r"provid\w+ for|consist\w+ of|compris\w+",
        needs=r"agreement|facilit",
        template=(
            r"(?:(?:provid(?:es|ed|ing) for|consist(?:s|ed|ing) of|compris(?:es|ed|ing)(?: of)?)"
            r"(?: [a-z:]+){0,5}?|and|,|\([ivx\d]+\)|:) (?:an? |\([ivx\d]+\) )*{m}(?: |-)(?P<part>"
            r"(?:(?!sub|letter|swing|uncommitted|accordion|increase)[A-Za-z0-9-]+ ){0,6}?"
            r"(?:facility|facilities|term loans?|loans?|line of credit|revolver))"
            r"(?! agreement| sublimit)"
        ),
        refuses=r"\bif\b|purchase agreement",
    ),
    _balance(
        cue="outstanding|balance|owed",
        needs=r"outstanding|balance|owed",
        template=(
            r"(?:[Bb]alance|[Pp]rincipal(?: amount)?|[Bb]orrowings|[Aa]mounts?|[Ii]ndebtedness)"
            r"(?: (?:outstanding|owed|due|drawn|payable|remaining))? (?:of|on|under|for|from) "
            rf"{REF}(?: payable to <P(?P<giver>\d+)>)?(?: [a-z]+){{0,4}}? {WAS} {{m}}"
        ),
        refuses=r"\bduring\b|entire amount|available|current balance|long-term (?:balance|portion)",
    ),
    _balance(
        cue=r"borrowings|indebtedness|amounts? drawn",
        template=(
            rf"(?:[Bb]orrowings|[Ii]ndebtedness|[Aa]mounts? drawn) (?:under|on) {REF} {WAS} {{m}}"
        ),
        refuses=(
            r"\bduring\b|ended|available|repa(?:id|y)|proceeds|average|limited to|capped|may be|"
            r"interest"
        ),
    ),
    _draw(
        cue=r"\bdr[ae]w|\bborrowed|\butilized",
        template=(
            r"(?:drew|drawn|borrowed|utilized)(?: down)? {m} (?:out )?of (?:the|its|<P\d+>'s) "
            rf"(?:available )?<M\d+>(?: available)?(?: under| of)? {REF}"
        ),
    ),
    _balance(
        cue="balance",
        template=rf"{REF} (?:had|has|have|with|carried) an? (?:[a-z]+ ){{0,3}}?balance of {{m}}",
        refuses=r"initial balance",
    ),
    _draw(
        cue="initial balance",
        template=rf"{REF} (?:had|has|carried|with) an initial (?:[a-z]+ )?balance of {{m}}",
    ),
    _balance(
        cue="balance",
        template=(
            r"(?:[Oo]utstanding|[Uu]npaid|[Pp]rincipal) (?:(?:[a-z]+ ){0,2}?(?P<ref>loan|note|"
            r"facility|mortgage) )?(?:[a-z]+ )?balance(?: outstanding)? (?:was|is|of) {m}|"
            r"[Bb]alance outstanding (?:was|is) {m2}"
        ),
    ),
    _balance(
        cue="outstanding",
        template=(
            r"{m} (?:(?:of|in) (?:(?!letter)[a-z]+ ){1,3})?(?:(?:was|were|is|are|remained|had "
            rf"been) )?outstanding (?:[a-z]+ ){{0,2}}?(?:under|on|for|pursuant to|from) {REF}"
        ),
        refuses=r"was converted|letters? of credit (?:were |was |are )?outstanding",
    ),
    _draw(
        cue=r"\badvance|\bdraw|\btranche|\bborrowing|\bfunding",
        template=(
            r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ii]nitial|[Ff]inal|[Ff]urther) "
            r"(?:[a-z]+ ){0,2}?(?:advance|draw|drawdown|tranche|borrowing|funding|loan) of {m} "
            r"(?:was|were|has been) (?:drawn|made|funded|received|advanced|borrowed)"
        ),
    ),
    _size(
        cue=r"\bexpired",
        template=(
            r"(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Rr]emaining) (?:[a-z]+ ){0,2}?"
            r"(?:advance|tranche|commitment) of {m} expired"
        ),
        status=Status.TERMINATED,
    ),
    _draw(
        cue=r"\bdr[ae]w|\bborrowed|\breceived|\badvanced|\bfunded",
        template=(
            r"(?:<P\d+>(?!'s),? )?(?:(?:has|have|had) )?(?:drew|drawn|borrowed|received|advanced|"
            r"funded)(?: down)? {m}(?! from <P)(?:(?!<M)[^;]){0,40}? (?:under|on|from|pursuant to|"
            rf"against) (?:{REF}|(?<=under )(?P<ref2>(?:the|this|such) [Aa]greement)(?! with| for))"
        ),
        refuses=r"proceeds from the sale|offering|received .{0,40}under the agreement",
    ),
    _draw(
        cue=r"\badvanced|\bfunded|\bloaned|\blent",
        template=(
            r"(?:<P(?P<giver>\d+)>(?!'s),? )(?:(?:has|have|had) )?(?:advanced|funded|loaned|lent) "
            r"{m} (?:to (?:the )?(?:<P(?P<taker>\d+)>(?!'s)|[Bb]orrower)|on (?:[a-z]+ ){1,3}"
            r"(?:[Pp]romissory )?[Nn]otes?)"
        ),
    ),
    _draw(
        cue=r"advances of",
        template=(
            r"[Aa]dvances of {m} (?:have been|were|had been) (?:financed|made|funded|provided) by "
            r"<P(?P<giver>\d+)> to <P(?P<taker>\d+)>"
        ),
    ),
    *OWED_TO_NAMED,
    *GUARANTEED,
    _size(
        cue=r"requested",
        template=(
            r"<P(?P<taker>\d+)>(?!'s),? (?:(?:has|have|had) )?requested (?:that )?"
            r"<P(?P<giver>\d+)>(?!'s) (?:to )?(?:extend|make|provide|lend|advance)"
            r"(?:(?!<M)[^;]){0,140}?loans?(?:(?!<M)[^;]){0,100}? {m}"
        ),
    ),
    _draw(
        cue=r"\b(?:was|were) (?:drawn|advanced|borrowed|funded)|been (?:drawn|funded|advanced)",
        template=(
            r"{m} (?:(?:of|in) (?:[a-z]+ ){1,3})?(?:was|were|has been|had been) (?:drawn(?: down)?|"
            r"borrowed|advanced|funded(?= (?:immediately|at|on|upon)))(?: by <P\d+>)?"
            rf"(?: (?:under|on|from) {REF})?|"
            r"of which {m2} (?:has been|had been|was|were) (?:funded|drawn|advanced|borrowed)"
        ),
    ),
    _draw(
        cue=r"borrowings|\bdraws|drawdowns",
        needs=r"\bduring\b|\bmonths ended\b|\bquarter\b|\byear ended\b",
        template=rf"(?:[Bb]orrowings|[Dd]raws|[Dd]rawdowns) (?:under|on|from) {REF} {WAS} {{m}}",
    ),
    _size(
        cue=r"\bterm\b|\bbears?\b|\bmatures?\b|\bis (?:secured|guaranteed|payable|available)",
        template=(
            rf"^(?:[Tt]he )?(?P<size>{{m}}) {REF} (?:has a term|bears?|matures?|is (?:secured|"
            r"guaranteed|payable|available))"
        ),
    ),
    _size(
        cue=r"limit|commitment|capacity|principal amount|borrow|availab",
        template=(
            rf"{REF} (?:contains (?:(?!<M)[^;]){{3,80}} and )?(?:has|had|carries|carried|provides?"
            r"(?: for)?|provided(?: for)?|allows for|is for|consists of|makes available|permits) "
            r"(?:up to )?(?:an? )?(?:[a-z-]+ ){0,3}?(?:(?:limit|commitments?|capacity|principal "
            r"amount|availability|borrowings|amount|advances|loans) (?:of|totaling|equal to) )?{m}"
        ),
        refuses=r"letters? of credit|interest of|fee",
    ),
    *(
        Statement(
            cue=r"additional (?:advances|loans|borrowings|draws)",
            needs=taken,
            template=(
                rf"{REF} (?:(?!<P)[^;]){{0,90}}? option to (?:request|draw|borrow|obtain) "
                r"additional (?:advances|loans|borrowings|draws)(?: of| for)? {m}"
            ),
            measure=measure,
        )
        for taken, measure in (("exercised", Measure.DRAWN), ("additional", Measure.CEILING))
    ),
    _size(
        cue=r"\bmay (?:borrow|draw|request)|can (?:borrow|draw)|able to borrow|borrow up to",
        template=(
            rf"(?:[Uu]nder|[Pp]ursuant to) {REF},? <P\d+> (?:may|can|could|is able to|was able "
            r"to) (?:borrow|draw|request)(?: down| loans of| advances of)? {m}"
        ),
    ),
    _size(
        cue=r"amount of",
        template=(
            r"^[●•–-]? ?(?:An? |The |One )?(?P<ref>(?:[A-Za-z-]+ ){0,6}?(?:facility|loan|line of "
            r"credit|note)) in (?:the|an) (?:[a-z]+ ){0,3}?amount of {m}"
        ),
    ),
    _size(
        cue=r"will be available",
        template=(
            rf"{REF} (?:will be|is) available (?:(?!<M)[^;]){{0,60}}? in the (?:[a-z]+ ){{0,2}}"
            r"amount of {m}"
        ),
        status=Status.SIGNED,
    ),
    _size(
        cue=r"amend|renew|extend",
        needs=r"facilit|line of credit|credit agreement",
        template=(
            r"(?:amended|renewed|extended|amended and restated) (?:both )?(?:the|its|our|<P\d+>'s) "
            rf"(?P<size>(?:(?!and\b)[A-Za-z0-9-]+ ){{0,4}}?{{m}}) {REF}"
        ),
        refuses=r"letters? of credit|increas|purchase",
    ),
    _size(
        cue=r"increas|upsiz|expand|reduced|decreased",
        template=(
            rf"{REF}(?: size| amount| limit)? (?:was|were|has been) (?:increased|upsized|expanded|"
            r"reduced|decreased|amended to increase(?: the)?(?: [a-z]+| <P\d+>(?:'s)?){0,4})(?: "
            r"(?:from |by )?<[VM]\d+>)? (?:to|by) {m}"
        ),
        status=Status.AMENDED,
    ),
    _size(
        cue=r"increas|upsiz|expand",
        template=(
            rf"(?:increas(?:e[ds]?|ing)|upsized?|expand(?:s|ed|ing)?) (?:the )?(?:(?:[a-z]+ )"
            rf"{{0,4}}?(?:of|under|on|for|in) )?{REF}(?: to <P\d+>)?(?: (?:from |by )?<[VM]\d+>)? "
            r"(?:to|by) {m}"
        ),
        refuses=r"option to|may increase|accordion|interest rate|right to|of equipment|square "
        r"feet|megawatt",
        status=Status.AMENDED,
    ),
)
