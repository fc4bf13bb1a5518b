"""Lenders named or not, lending to somebody: loans made, private credit, plans in the news.

Accepts: "Harborstone Credit LLC is providing a roughly $1.3 billion loan to Lumen Robotics."
Accepts: "Core Forty raised $550 million in debt from Northgate Bank."
Refuses: "Northgate Bank, as administrative agent, may extend the maturity of the loan."

Lives here: wording of `loan` told from the lender's side. Agents, arrangers and trustees are
never lenders.
"""

from functools import partial

from graphbuild.extract.debts.borrowing_words import ENTER, FACILITY, GETS_LOAN, RISK
from graphbuild.extract.debts.loans_between import LOANS_BETWEEN
from graphbuild.extract.debts.loans_told import LOANS_TOLD
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import ANTECEDENT, SUBJECT, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LOAN, _REVOLVER = InstrumentId.LOAN, InstrumentId.REVOLVER
_NEWS_LOANS = (
    r"(?:revolving credit facility|credit facility|credit line|revolver|term loan|bridge loan|"
    r"margin loan|green (?:loan|financing)|project financing|loan facility|private credit "
    r"(?:loan|facility)|debt financing|loan)\b"
)

_lent = partial(Rule, instrument=_LOAN, instrument_of=debt_instrument, needs_amount=True)
_lent_in_news = partial(_lent, where="news")
_by_note = partial(Rule, instrument=_LOAN, refuses=r"convertible", needs_amount=True)

_RULES = (
    _lent(
        name="provides_loan",
        cue=r"loan|facilit|credit|financ|mortgage",
        template=(
            rf"{{s}},? {{aux}}(?:provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|grant(?:s|ed|ing)?|"
            r"ma(?:d|k)e|arranged and funded|lend(?:s|ing)?|lent|originat(?:e[sd]?|ing)|"
            rf"commit(?:s|ted)?) (?:to )?(?:<P\d+> )?{{m}}[^<>;]{{0,40}}{FACILITY}[^<>;]{{0,3"
            rf"0}}?(?<!tied)(?<!linked)(?<!related) (?:to|for) "
            rf"(?:(?!tied to|linked to|in <P|near <P|outside <P)[^<>;]){{0,60}}?{{t}}"
        ),
    ),
    _by_note(
        name="agreed_to_loan",
        cue=r"\bloan(?:ed)?\b|\blend|\blent|advance",
        needs=r"\bloan|\blend|\blent|advance",
        template=(
            r"{s},? {aux}(?:loan(?:ed|s)?|lend|lent|advance[sd]?) (?:(?:to )?{t} {m}|{m2} to "
            r"(?:(?:its|our|the|an?|<P\d+>'s) (?:[a-z-]+ ){0,4})?(?P<target2><P\d+>)(?! and <P))"
        ),
        refuses=RISK + r"|deposit|supplier advance",
    ),
    _lent(
        name="loan_of_to",
        cue=r"loan|credit|note",
        template=(
            r"{s},? {aux}(?:ma(?:d|k)e|provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|grant(?:s|"
            r"ed)?|issued) (?:an? )?(?:[a-z-]+ ){0,4}?(?:loans?|line of credit|credit "
            r"facility|financing) to {t}"
        ),
        looks_ahead=True,
        refuses=RISK,
    ),
    _lent_in_news(
        name="raised_debt_from",
        cue=r"\bdebt\b|loan|credit|financing",
        needs=r"\bfrom\b",
        template=(
            rf"{{t}},? {{aux}}{GETS_LOAN} {{m}} (?:in |of "
            r")?(?:[a-z-]+ ){0,3}?(?:debt|loans?|credit|financing)(?: financing)?[^<>;]{0,30"
            r"}? from {s}(?!'s)(?! (?:shares|stock|chips|GPUs|bonds|sales))"
        ),
        refuses=r"equity|venture capital|growth (?:financ|capital)|\bseed\b|series [a-h]\b|round\b",
    ),
    _lent_in_news(
        name="provides_debt",
        cue=r"\bdebt\b|financing|credit|loans",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|lend(?:s|ing)?|lent|extend(?:s|ed|ing)?|"
            r"commit(?:s|ted)?|arrang(?:e[sd]?|ing)) {m} (?:in |of )?(?:[a-z-]+ ){0,2}?(?:de"
            r"bt|financing|credit|loans)(?: financing)? (?:to|for) {t}"
        ),
        refuses=r"equity",
    ),
    _lent_in_news(
        name="provides_group_loan",
        cue=r"loan|mortgage|construction financing|debt (?:package|financing)|credit facilit",
        template=(
            rf"{{s}},? {{aux}}(?:provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|lend(?:s|ing)?|"
            rf"lent|originat(?:e[sd]?|ing)|suppl(?:y|ies|ied)) {{m}}[^<>;]{{0,40}}{FACILITY}"
        ),
        target="borrower",
    ),
    _by_note(
        name="note_in_favor_of",
        cue=r"promissory note|loan",
        template=(
            r"{t},? {aux}(?:execut(?:e[sd]?|ing)|issu(?:e[sd]?|ing)|deliver(?:s|ed)?|"
            r"enter(?:s|ed)? into|sign(?:s|ed)?) (?:(?:an?|the|secured|unsecured|certain|equipment|"
            r"loan|agreement|and|separate|master|financing|senior|subordinated) )*(?:[Pp]romissory "
            r"[Nn]otes?|[Nn]ote)[^<>;]{0,30}? (?:in favor of|to|with|payable to) {s}"
        ),
        looks_ahead=True,
    ),
    _lent(
        name="provided_financing",
        cue=r"financing|credit|loan",
        needs=r"loan|credit|facilit|lend",
        where="filing",
        refuses=RISK + r"|equity|seller financing",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|extended) {m} (?:of|in) (?:[a-z-]+ ){0,2}?"
            r"(?:financing|loans?) to {t}"
        ),
    ),
    _by_note(
        name="issued_sized_note",
        cue=r"\bnote\b",
        where="filing",
        refuses=r"convertible|warrant|receivable",
        template=(
            r"{t},? {aux}(?:issu(?:e[sd]?|ing)|execut(?:e[sd]?|ing)|deliver(?:s|ed)?|entered "
            r"into) {m}(?: |-)(?:[a-z-]+ ){0,4}?note (?:payable )?(?:to|in favor of|with) {s}"
        ),
    ),
    _by_note(
        name="issued_note_of",
        cue=r"promissory note",
        template=(
            r"{t},? {aux}(?:issu(?:e[sd]?|ing)|execut(?:e[sd]?|ing)|deliver(?:s|ed)?) (?:an? |the "
            r")?(?:[a-z-]+ ){0,3}?[Pp]romissory [Nn]ote (?:of|for|in (?:the|an) (?:[a-z]+ "
            r"){0,3}amount of) {m} (?:to|in favor of|with) {s}"
        ),
        measure=Measure.CEILING,
    ),
    _lent(
        name="shall_provide_facility",
        cue=r"provide|make available",
        where="filing",
        refuses=RISK,
        template=(
            rf"{{s}},? (?:shall|will|has agreed to|agreed to|agrees to) (?:provide|make "
            rf"available to|extend to) "
            rf"{{t}} (?:with )?an? (?:[a-z-]+ ){{0,5}}?{FACILITY}[^<>;]{{0,60}}? of {{m}}"
        ),
        keep_status=True,
        measure=Measure.CEILING,
    ),
    _lent(
        name="provided_loan_of",
        cue=r"loan|credit",
        template=(
            r"{s},? {aux}(?:provided?|made|extended|advanced) (?:an? )?(?:[a-z-]+ "
            r"){0,4}?(?:loan|line of credit)(?: facility)? of {m} to {t}"
        ),
        refuses=r"covenant|events? of default",
    ),
    _lent_in_news(
        name="facility_it_secured",
        cue=r"facilit|credit line|loan",
        template=(
            rf"{{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{FACILITY} (?:that )?(?:it|they|{{t}}|the "
            rf"(?:[A-Za-z-]+ ){{1,3}}) ?(?:had )?(?:secured|signed|obtained|got|took out|"
            r"agreed|arranged|closed)"
        ),
        keep_status=True,
        measure=Measure.CEILING,
        source="lenders",
        target=ANTECEDENT,
    ),
    _lent_in_news(
        name="facility_sought",
        cue=r"credit facilit|revolv|credit line|loan|private credit|financing",
        refuses=r"impairment|write-?(?:down|off)|\bcharge\b",
        template=(
            rf"{{t}},? {{aux}}(?:{ENTER}|{GETS_LOAN}|agree[sd]?(?: to)?|seek(?:s|ing)?|"
            r"negotiat(?:es|ed|ing)|expand(?:s|ing|ed)?|increas(?:e[sd]?|ing)|set to get) "
            rf"(?:{{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{_NEWS_LOANS}(?:[^<>;]{{0,30}} "
            r"(?:with|from|provided by) (?:[a-z]+ ){0,3}?(?:<P\d+>,? (?:including|led by|such as) "
            rf")?{{s}})?|an? (?:[a-z-]+ ){{0,3}}?{_NEWS_LOANS} of {{m2}})"
        ),
        status=Status.ANNOUNCED,
        source="lenders",
    ),
    _lent_in_news(
        name="loan_taken_on",
        cue=r"loan|credit line",
        template=(
            rf"{{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{_NEWS_LOANS},? (?:(?:that|which|was|it|had|"
            r"were|originally|first) )*(?:taken|took) (?:on|out|up)\b"
        ),
        keep_status=True,
        source="lenders",
        target=SUBJECT,
    ),
    Rule(
        name="took_out_loans",
        instrument=_LOAN,
        cue=r"\bloans?\b",
        where="news",
        refuses=r"student|mortgage|households|consumers",
        template=(
            r"{t},? (?:(?:has|have|had|also) )*(?:taken|took|taking) (?:out|on) (?:an? )?"
            r"(?:[a-z-]+ ){0,2}?loans?\b(?! (?:of|worth|from) )"
        ),
        is_target_sure=True,
        keep_status=True,
        source="lenders",
    ),
    Rule(
        name="announced_facility_with",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|facilit|credit",
        where="news",
        template=(
            r"{t},? {aux}(?:announc(?:e[sd]?|ing)|sign(?:s|ed)|clos(?:e[sd]?|ing)|"
            r"secur(?:e[sd]?|ing)|enter(?:s|ed) into|agree[sd]? on) (?:an? )?(?:[a-z-]+ "
            rf"){{0,4}}?{FACILITY}(?: agreement)? (?:with|from) {{s}}"
        ),
        looks_ahead=True,
        only_named=True,
        status=Status.SIGNED,
    ),
    _lent_in_news(
        name="commitment_under_facility",
        cue=r"commitment",
        needs=r"facilit|loan|lend",
        refuses=r"equity|invest|letter of credit|purchase",
        template=r"(?:an? |the )?(?:[a-z]+ ){0,3}?{m} commitment (?:(?:provided|made) by|from) {s}",
        target=SUBJECT,
    ),
    _lent_in_news(
        name="its_loan_of",
        cue=r"loan|credit line|revolv",
        refuses=r"\brepa(?:y|id)|lend(?:s|ing)? |student|mortgage",
        template=(
            r"(?:to |{aux})(?:seek(?:ing)?|rais(?:e[sd]?|ing)|obtain(?:ed|ing)?|"
            r"secur(?:e[sd]?|ing)|borrow(?:ed|ing)?|get(?:ting)?|arrang(?:e[sd]?|ing)|"
            rf"tak(?:e|en|ing)) an? (?:[A-Za-z0-9-]+ ){{0,4}}?{_NEWS_LOANS} of {{m}}"
        ),
        status=Status.ANNOUNCED,
        source="lenders",
        target=SUBJECT,
    ),
    _lent_in_news(
        name="talks_to_raise",
        cue=r"talks|discussions|negotiat",
        refuses=r"equity|stake|round|\binvest|shares|valuation",
        template=(
            r"{t},? (?P<aux>(?:is |are |was |were )?(?:in )?(?:(?:advanced|early|exclusive|"
            r"late-stage) )?(?:talks|discussions|negotiations|negotiating|discussing)) with {s} "
            r"(?:to|for|about|over|on) (?:rais(?:e|ing)|borrow(?:ing)?|secur(?:e|ing)|"
            r"obtain(?:ing)?) {m}"
        ),
        status=Status.RUMOURED,
        keep_status=True,
    ),
    _lent_in_news(
        name="loan_to_fund",
        cue=r"loan|facilit",
        needs=r"to (?:fund|finance|back)",
        template=(
            rf"{{s}},? {{aux}}{{m}} (?:[a-z-]+ ){{0,3}}?{FACILITY} to (?:fund|finance|back) {{t}}"
        ),
        status=Status.ANNOUNCED,
        is_joint=True,
    ),
    _lent_in_news(
        name="loan_arranged_for",
        cue=r"loan|facilit|debt",
        needs=r"underwr|arrang|\blead|syndicat",
        template=(
            r"<P\d+>,? {aux}(?:underwr(?:it(?:e|es|ing|ten)|ote)|syndicat(?:e[sd]?|ing)|"
            r"arrang(?:e|es|ed|ing)|lead(?:s|ing)?|led) {m}"
            rf"[^<>;]{{0,40}}{FACILITY}[^<>;]{{0,20}}? (?:to|for) {{t}}"
        ),
        status=Status.ANNOUNCED,
        source="lenders",
    ),
    Rule(
        name="facility_to_grow",
        instrument=_REVOLVER,
        instrument_of=debt_instrument,
        cue=r"credit facilit|revolv|credit line|term loan|bridge loan",
        where="news",
        template=(
            rf"{{t}}'s (?:[A-Za-z-]+ ){{0,3}}?{_NEWS_LOANS} {{aux}}(?:[a-z]+ ){{0,2}}?"
            rf"(?:of|to|above|beyond|at|rise|grow|increase|expand) {{m}}"
        ),
        status=Status.ANNOUNCED,
        source="lenders",
        needs_amount=True,
    ),
    *LOANS_TOLD,
    *LOANS_BETWEEN,
)

PATTERN = rule_pattern("lending", 1, _RULES)
