"""What investments are carried at, told in sentences: by the company held, or by kind of equity.

Accepts: "At June 30, 2026, we held non-marketable securities in privately held companies of $57
million."
Accepts: "The Company's equity investment balance in Foxglove Partners LLC was $21.5 million at
June 30, 2026."
Refuses: "We recorded an impairment of our non-marketable equity securities of $9 million."

Lives here: those wordings. Not here: fair values with the company named in the plain order
(`stakes`), tables (`holdings_tables`, `investment_rows`), money paid for a stake (`equity`).
"""

from collections.abc import Iterator
from functools import partial

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.reading import is_news
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Claim
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_HOLDING = InstrumentId.HOLDING
_PRIVATE = (
    r"(?:non-?marketable (?:equity )?(?:securities|investments)|(?:equity )?(?:securities|"
    r"investments|interests) (?:in|of) (?:private|privately[- ]held) companies|privately[- ]held "
    r"(?:equity )?(?:securities|investments)|(?:equity )?(?:securities|investments) without "
    r"(?:a )?readily determinable fair values?)"
)
_PUBLIC = (
    r"(?:(?<!non-)(?<!non)marketable equity (?:securities|investments)|publicly[- ](?:held|traded) "
    r"(?:equity )?(?:securities|investments)|(?:securities|investments) in (?:public|publicly[- ]"
    r"(?:held|traded)) companies|equity securities with readily determinable fair "
    r"values?)"
)
_METHOD = (
    r"(?:equity[- ]method investments|investments in (?:unconsolidated|equity[- ]method) "
    r"(?:affiliates|entities|investees|joint ventures|companies)|investments accounted for under "
    r"the equity method|unconsolidated vies|unconsolidated variable interest entities)"
)
_BOTH = (
    r"(?:equity|warrant|debt|strategic) investments in (?:both )?(?:public and private|private and "
    r"public|publicly[- ](?:held|traded) and private(?:ly[- ]held)?|private(?:ly[- ]held)? and "
    r"publicly[- ](?:held|traded)) companies"
)
_VALUED = (
    r"(?:(?!<M)[^;]){0,160}?(?:was|were|is|are|of|at|totaled|totalled|totaling|amounted to|"
    r"represent(?:s|ed)?) (?:<[MV]\d+> and )?{m}"
)
_CHANGE = (
    r"impair|\bgains?\b|\bloss(?:es)?\b|goodwill|\bincreas|\bdecreas|\bpurchase[sd]?\b|\bsold\b|"
    r"\bsales? of\b|proceeds|adjustments?|hypothetical|\bdebt\b|dividends?|\bincome\b|distribut|"
    r"cash equivalents|adverse|consideration|<p\d+>'s debt|\bcost\b|recogni[sz]ed|upward|downward|"
    r"portion of|commitments? (?:of|to)|unfunded|contributed|liabilit|transferred"
)


_held = partial(
    Rule,
    instrument=_HOLDING,
    where="filing",
    keep_status=True,
    measure=Measure.VALUE,
    needs_amount=True,
)


def _kind(name: str, words: str, label: str, refuses: str = _CHANGE) -> tuple[Rule, Rule]:
    """A kind of equity with its value behind it, and before it."""
    behind = _held(
        name=f"{name}_valued",
        cue=words.lower(),
        on_full=True,
        template=rf"(?i:{words}){_VALUED}",
        source=FILER,
        target=label,
        needs=r"as of|\bat (?:[a-z]+ \d|<d|fiscal)|\bhad\b|\bheld\b|\bhold\b",
        refuses=refuses,
    )
    before = _held(
        name=f"{name}_held",
        cue=words.lower(),
        on_full=True,
        template=rf"<P\d+> (?:ha[sd]|have|held|holds?|owned|owns?) {{m}} (?:of|in) (?i:{words})",
        source=FILER,
        target=label,
        refuses=refuses,
    )
    return behind, before


_RULES = (
    _held(
        name="carrying_value_of_share",
        cue=r"carrying (?:value|amount)|fair value|book value",
        needs=r"<s\d",
        template=(
            r"(?:carrying|fair|book) (?:value|amount) of {s}'s (?:remaining )?<S\d+> "
            r"(?:[a-z-]+ ){0,3}?(?:ownership|interests?|stake|investment) in {t}"
            r"(?:(?!<M)[^;]){0,60}? (?:was|is|of|totaled) {m}"
        ),
        refuses=_CHANGE,
    ),
    _held(
        name="investment_balance",
        cue=r"investments?\b|interest",
        on_full=True,
        template=(
            r"{s}(?:'s)? (?:equity |preferred |equity[- ]method |minority |strategic )*"
            r"(?:investment|investment balance) in {t}(?:(?!<M|<P)[^;,]){0,50}?,? "
            r"(?:(?:had|has|with) a (?:carrying |book )?(?:value|amount|balance) of|was|is|"
            r"totaled|totalled|amounted to) {m}"
        ),
        needs=r"as of|\bat (?:[a-z]+ \d|<d|fiscal)|included in|balance|carrying",
        refuses=_CHANGE,
    ),
    Rule(
        name="holds_after_trades",
        instrument=_HOLDING,
        cue=r"following the|after the",
        needs=r"purchase|sale|transaction",
        where="news",
        template=(
            r"(?:Following|After) (?:the|its|his|her|their|these|those) (?:[a-z]+ )?(?:purchases?|"
            r"sales?|transactions?|trades?), (?:the )?{s},? (?:(?:now|still|continues to) )?"
            r"(?:owns?|holds?) {share} of {t}(?:'s)? (?:[a-z]+ )*?(?:stock|shares)\b"
        ),
        on_full=True,
        measure=Measure.SHARE,
        keep_status=True,
    ),
    *_kind("both", _BOTH, "investees", _CHANGE.replace(r"\bdebt\b|", "")),
    *_kind("private", _PRIVATE, "private-companies"),
    *_kind("public", _PUBLIC, "public-companies"),
    *_kind("method", _METHOD, "equity-method-investees"),
)

_BY_RULE = rule_pattern("holdings_told", 1, _RULES)


def find_holdings_told(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of the rules; in a filing, of those whose named parties are surely companies."""
    for claim in _BY_RULE.find(document, context):
        if is_news(document) or all(
            p.is_unnamed or is_sure(p, document, context) for p in claim.parties
        ):
            yield claim


PATTERN = Pattern("holdings_told", 1, find_holdings_told)
