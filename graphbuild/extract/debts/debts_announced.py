"""Debt that releases tell in passing: lenders in bullets, lines paid down, notes of no size yet.

Accepts: "Financing: $57 million interim facility provided by Northgate Bank, N.A."
Accepts: "We intend to use the proceeds to repay borrowings under our revolving credit facility."
Accepts: "Harbor Compute announced that it intends to offer senior unsecured notes."
Refuses: "The $57 million lease was provided by Northgate Bank, N.A."

Lives here: rules for `debt` and `notes`. Not here: facilities agreed in so many words
(`facilities_agreed`), notes with a size (`notes`), what is repaid with its figure (`debt`).
"""

from functools import partial

from graphbuild.extract.debts.borrowing_words import FACILITY, NOTES, RISK
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LOAN = InstrumentId.LOAN

_announced = partial(
    Rule, instrument_of=debt_instrument, where="filing", keep_status=True, is_bare_fine=True
)

LOANS_ANNOUNCED: tuple[Rule, ...] = (
    Rule(
        name="facility_provided_by",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"provid|extended|funded|made|from|lender",
        needs=r"loan|facilit|financ|commitment",
        where="filing",
        template=(
            rf"(?:{{m}}(?: |-)(?:[A-Za-z0-9,-]+ ){{0,6}}?(?:(?:{FACILITY}|commitments?),? (?:that |"
            rf"which |was |is |has been |being |to be )*(?:provided|extended|funded|made(?: "
            rf"available)?) by|commitments? from) {{s}}(?: to {{t}})?|(?:backstopped|supported|"
            rf"funded|financed|backed) (?:by|with|through|via) an? (?:{{m2}} )?(?:[a-z-]+ )"
            rf"{{0,3}}?{FACILITY} (?:from|provided by|with) (?P<source2><P\d+>)|"
            r"(?P<source3><P\d+>(?: and <P\d+>)?),? (?:has |have )?(?:provid(?:ed|es)|extended) "
            r"(?P<target3><P\d+>)(?!'s) with (?:(?:an?|the|underwritten|new|committed) )*(?:"
            r"(?P<amount3><M\d+>)(?: |-)(?:in |of )?)?(?:(?!(?:on|of|in|for|under|about|as|to)\b)"
            rf"[a-z-]+ ){{0,4}}?(?:{FACILITY}|[Dd]ebt [Ff]inancing)|"
            r"(?P<source4><P\d+>),? (?:has )?(?:acted|served) as (?:the |sole )*lender\b)"
        ),
        refuses=rf"{RISK}|guarant|\blease|purchase (?:agreement|commitment)|letters? of credit|"
        r"equity|\bshares|customer|<p\d+>'s (?:[a-z-]+ ){0,3}(?:loan|facilit)",
        keep_status=True,
        measure=Measure.CEILING,
        target=FILER,
        only_named=True,
    ),
    _announced(
        name="line_to_be_paid_down",
        instrument=_LOAN,
        cue=r"repay|reduce|pay down",
        needs=r"proceeds",
        refuses=RISK + r"|may use|\bcould\b|(?<!be )used\b",
        template=(
            r"(?:{t}(?!'s) (?:intends?|expects?|plans?|will) [^;]{0,260}?)?\b(?:to (?:repay|reduce|"
            r"pay down)|repayment)(?: (?:a|portion|all|part|or|of|in|full|certain|the|its|existing|"
            r"outstanding|amounts?|borrowings?|indebtedness)){1,8} under (?:its|the|<P\d+>'s|the "
            r"<P\d+>) (?:(?!proposed|new)[a-z-]+ ){0,4}?(?:credit (?:facilit(?:y|ies)|agreement)|"
            r"term loan)\b"
        ),
        source="lenders",
        target=FILER,
        shares_words=True,
    ),
)
NOTES_ANNOUNCED: tuple[Rule, ...] = (
    _announced(
        name="proposes_notes_of_no_size",
        instrument=InstrumentId.BOND,
        cue=r"inten[dt]|propos|plan|commenc|launch",
        needs=r"\bnotes\b|\bbonds\b|debentures",
        says=r"today|announce",
        template=(
            r"^{t},? (?:also |has |have )*(?:(?:intends?|plans?|proposes?) to (?:offer|issue|sell)|"
            r"(?:commenc|launch)ed (?:an? |its )?(?:[a-z-]+ ){0,4}?offering of) "
            rf"(?:(?!<M|<P|\bto\b)[^;]){{0,80}}?{NOTES}"
        ),
        refuses=r"repurchase|redeem|exchange|\bif\b|tender|outstanding|<m\d+>",
        status=Status.ANNOUNCED,
        source="noteholders",
        only_dated=True,
    ),
    _announced(
        name="notes_to_be_paid_off",
        instrument=InstrumentId.BOND,
        cue=r"outstanding|existing",
        needs=r"proceeds",
        refuses=r"\bif\b(?! any)|may use|(?<!be )used\b|convert|exchange",
        template=(
            r"(?:to (?:redeem|repay|repurchase|refinance|retire)|[Rr]edemption|[Rr]epayment|tender "
            r"offer)\b(?:(?!<M|'s\b)[^;]){0,80}? (?:{t}'s|its) (?:outstanding |existing )+<S\d+> "
            rf"(?:[A-Za-z-]+ ){{0,4}}?{NOTES} due <D\d+>"
        ),
        source="noteholders",
        target=FILER,
    ),
)
