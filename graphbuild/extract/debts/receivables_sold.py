"""Receivables that a filer sells or factors: money now for what its customers owe.

Accepts: "We sold $300 million of trade receivables to financial institutions in the quarter."
Accepts: "Trade receivables sold to banks were $61 million in the quarter."
Refuses: "We may sell up to $500 million of receivables under the program."

Not here: loans the filer has made (`loans_made`), securities backed by receivables
(`securitisations`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SOLD = InstrumentId.VENDOR_FINANCING
_RECEIVABLES = (
    r"(?:(?:<P\d+>'s|its|certain|eligible|outstanding|trade|accounts?|customer|lease|financing|"
    r"finance|loan|qualifying|of|the|such) )*receivables?"
)
_BUYERS = "financial-institutions"
_OTHER = (
    r"\bloss(?:es)?\b|\bfees?\b|\bcosts? of\b|\ballowance\b|\bwrit(?:e|ten)[- ]?off|\bmaximum\b|"
    r"\bup to\b|\bcapacity\b|\blimit\b|\bretained\b|\brepurchase|\bwould\b|\bif\b|\bnotes\b|"
    r"\bshares\b"
)

_sold = partial(
    Rule,
    instrument=_SOLD,
    where="filing",
    refuses=_OTHER,
    keep_status=True,
    measure=Measure.PAID,
    source=_BUYERS,
    needs_amount=True,
)

_RULES = (
    _sold(
        name="sold_sum_of_receivables",
        cue=r"receivable",
        template=(
            r"{t},? {aux}(?:sold|transferred|factored|assigned|sells) {m} (?:worth )?(?:of|in) "
            rf"{_RECEIVABLES}\b(?:(?:[^<>;]|<P\d+>'s){{0,60}}? (?:to|with) {{s}})?"
        ),
    ),
    _sold(
        name="sold_receivables_of",
        cue=r"receivable",
        template=(
            rf"{{t}},? {{aux}}(?:sold|transferred|factored|assigned) {_RECEIVABLES} "
            r"(?:(?:totaling|totalling|amounting to|of|worth|in the amount of) {m})"
            r"(?:(?:[^<>;]|<P\d+>'s){0,80}? (?:to|with) {s})?"
        ),
    ),
    _sold(
        name="receivables_sold_were",
        cue=r"receivables? (?:sold|transferred|factored)",
        template=(
            r"[Rr]eceivables? (?:sold|transferred|factored)(?: (?:to|with) {s})?[^<>;]{0,90}? "
            r"(?:was|were|totaled|totalled|amounted to|of) {m}"
        ),
        target=FILER,
    ),
    _sold(
        name="sales_of_receivables_were",
        cue=r"sales? of|factoring",
        needs=r"receivable",
        template=(
            rf"(?:[Ss]ales? of|[Ff]actoring of) {_RECEIVABLES}(?: (?:to|with) {{s}})?"
            r"[^<>;]{0,60}? (?:was|were|totaled|totalled|amounted to) {m}"
        ),
        target=FILER,
    ),
)

PATTERN = rule_pattern("receivables_sold", 1, _RULES)
