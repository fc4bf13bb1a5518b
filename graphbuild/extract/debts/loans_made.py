"""Loans the filer has made to many: financing receivables, notes and loans receivable.

Accepts: "As of June 30, 2026, loans receivable from dealers were $14.2 million."
Accepts: "We had current net financing receivables of $236 million in accounts receivable."
Refuses: "The allowance for credit losses on notes receivable was $2 million."

Lives here: balances toward borrowers who are not named. Not here: loans to a named borrower
(`lending`, `loan_followups`), what is owed for goods (accounts receivable), loans held for sale by
banks.
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_ASSET = (
    r"(?:(?:[Ff]inancing|[Ll]oans?|[Nn]otes?|[Ll]ease financing) receivables?|[Ff]inance "
    r"receivables|(?:[Cc]ustomer|[Dd]ealer|[Pp]romissory) (?:notes?|loans) receivable)"
)
_NOT_OWED = (
    r"allowance for|interest income|past due|write-?off|impair|sold|transferr|securitiz|pledged|"
    r"collateral|decrease|increase[sd]? |proceeds|collected|fair value|accounts receivable,? of|"
    r"held for sale|repaid|maturit"
)
_BALANCE = (
    r"(?:[Tt]otal |[Oo]utstanding |[Aa]ggregate |[Nn]et |[Cc]arrying |[Pp]rincipal )*"
    r"(?:balances?|amounts?) of (?:the |its |<P\d+>'s )?"
)

_lent = partial(
    Rule,
    instrument=InstrumentId.LOAN,
    where="filing",
    keep_status=True,
    measure=Measure.OUTSTANDING,
    source=FILER,
    needs_amount=True,
)

_RULES = (
    _lent(
        name="loan_to_affiliate",
        cue=r"\bto\b",
        needs=r"loan|line of credit|credit facility|advance",
        refuses=r"covenant|event of default|\bmay\b|subject to",
        template=(
            r"<P\d+>(?!'s),? (?:(?:has|have|had) )?(?:ha[sd]|have|made|extended|provided|funded|"
            r"advanced) (?:an? )?{m} (?:[a-z-]+ ){0,3}?(?:loan|line of credit|credit facility)s? "
            r"to (?:an?|our|its|the|certain|<P\d+>'s) (?!<P)(?:[a-z-]+ ){0,3}?(?:affiliates?|"
            r"joint ventures?|ventures?|suppliers?|customers?|investees?|developers?|partners?|"
            r"part(?:y|ies))"
        ),
        measure=Measure.CEILING,
        target="borrower",
    ),
    _lent(
        name="has_receivables",
        cue=r"receivable",
        refuses=_NOT_OWED,
        template=(
            rf"<P\d+>(?!'s),? (?:had|has|have|held) (?:(?!<M)[a-z-]+ ){{0,4}}?{_ASSET}"
            r"(?:, net)?,? (?:of|totaling) {m}(?:(?!;)[^;]){0,80}?"
        ),
        target="borrowers",
        shares_words=True,
    ),
    _lent(
        name="long_term_receivables",
        cue=r"receivable",
        needs=r"financing receivables|notes receivable|loans receivable",
        refuses=_NOT_OWED,
        template=(
            rf"{_ASSET}[^;]{{0,20}} of <M\d+>(?:(?!<M)[^;]){{0,80}}?(?:, and|and) {{m}}(?: and "
            r"<M\d+>)?(?:, respectively)?,? in (?:[Oo]ther )?(?:[Nn]on-current|[Ll]ong-term)"
        ),
        target="borrowers",
        shares_words=True,
    ),
    _lent(
        name="balance_of_receivables",
        cue=r"receivable",
        refuses=_NOT_OWED.replace("allowance for|", r"^(?:the )?allowance for|"),
        template=(
            rf"(?:{_BALANCE}|^(?:<P\d+>'s |[Tt]he |[Tt]otal |[Oo]utstanding )*)"
            rf"(?:<P\d+>(?:'s)? )?(?:customer |dealer |employee |related party )?{_ASSET}"
            r"(?: (?:from|due from) (?:customers|dealers|third parties|borrowers|<P\d+>))?"
            r"(?:, net(?: of [^<>;,]{3,60})?)?,? (?:was|were|totaled|amounted to|is|are) {m}"
        ),
        target="borrowers",
    ),
)

PATTERN = rule_pattern("loans_made", 1, _RULES)
