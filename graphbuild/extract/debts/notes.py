"""Notes, bonds and commercial paper in sentences.

Accepts: "We have a $500 million commercial paper program."
Accepts: "Meridian sold $18 billion of bonds."
Refuses: "We may issue up to $2 billion of notes if market conditions are favorable."

Lives here: wording of `bond`, `abs` and of `convertible` notes sold. Holders are hardly ever named.
"""

from dataclasses import replace
from functools import partial

from graphbuild.extract.debts.borrowing_words import NOTES
from graphbuild.extract.debts.debts_announced import NOTES_ANNOUNCED
from graphbuild.extract.debts.note_purchases import NOTE_PURCHASES
from graphbuild.extract.debts.notes_ended import NOTES_ENDED
from graphbuild.extract.debts.offerings_upsized import OFFERINGS_UPSIZED
from graphbuild.extract.grammar.wording import BOTH_PAPERS, debt_instrument
from graphbuild.extract.sentences.rules import FILER, SUBJECT, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_BOND = InstrumentId.BOND


_NOT_ISSUED = (
    r"repurchas|redeem|redempt|exchang|interest expense|trading price|fair value|covenant|\bif\b|"
    r"\bmay\b|\bcould\b|\bwould\b|repa(?:y|id)|retire|tender|consent|capped call|hedg|swap|"
    r"conversion of|converted|outstanding|initial conversion|guarant|<p\d+>'s [^<>]{0,30}notes|"
    r"prior"
)


def _notes(words: str) -> InstrumentId:
    """Notes and bonds: convertible, asset-backed or plain."""
    kind = debt_instrument(words)
    return kind if kind in {InstrumentId.CONVERTIBLE, InstrumentId.ABS} else _BOND


_FACE = r"(?:(?:aggregate|total|principal|original|outstanding|combined) )*(?:amount )"
_PAPER = rf"(?:<[SD]\d+> )*(?:[A-Za-z-]+ ){{0,4}}?{NOTES}\b"


def _whoever_tells(rule: Rule) -> tuple[Rule, Rule]:
    """The filer's paper in a filing, that of whom a sentence is about in a report."""
    return rule, replace(rule, where="news", target=SUBJECT)


_notes_sold = partial(Rule, instrument=_BOND, source="noteholders", needs_amount=True)
_sold_in_filing = partial(_notes_sold, instrument_of=_notes, where="filing")
_commercial_paper = partial(
    _notes_sold,
    where="filing",
    keep_status=True,
    source="commercial-paper-holders",
    target=FILER,
)


def _total(name: str, template: str, measure: Measure) -> Rule:
    """Notes of the filer in sum, told without anybody who sells them."""
    return _sold_in_filing(
        name=name,
        cue=r"notes\b|debentures|bonds",
        needs=r"outstanding|sold|issued|offered|placed",
        refuses=r"repurchas|redeem|convert(?:ed|sion)|interest expense|fair value|receivable|"
        r"promissory|\bif\b|\bmay\b|exchang|held by|holders? of|per \$",
        template=template,
        keep_status=True,
        measure=measure,
        target=FILER,
    )


_RULES = (
    *_whoever_tells(
        _commercial_paper(
            name="commercial_paper_outstanding",
            cue=r"commercial paper",
            template=(
                r"(?:{m} (?:of |in )?(?:borrowings |commercial paper )?[^<>;]{0,40}outstanding(?! "
                r"letters? of credit)|outstanding[^<>;]{0,40}commercial paper[^<>;]{0,30} {m2})"
            ),
            refuses=r"program.{0,40}(?:of|up to) <m\d+>.{0,30}$|no (?:borrowings|commercial paper|"
            r"amounts)",
            measure=Measure.OUTSTANDING,
        ),
    ),
    *NOTES_ENDED,
    *NOTE_PURCHASES,
    *OFFERINGS_UPSIZED,
    *NOTES_ANNOUNCED,
    _commercial_paper(
        name="commercial_paper_settled",
        cue=r"commercial paper",
        template=(
            r"<P\d+>(?!'s),? (?:(?:has|have|had) )?(?:settled(?: in cash)?|repaid|retired|"
            r"redeemed) {m} of (?:the |its |our |outstanding |<P\d+>'s )*commercial paper"
        ),
        status=Status.TERMINATED,
        measure=Measure.PAID,
    ),
    *_whoever_tells(
        _commercial_paper(
            name="commercial_paper_programme",
            cue=r"commercial paper|debt financing program",
            template=(
                r"(?:{m}(?: |-)(?:[a-z-]+ ){0,3}(?:commercial paper|debt financing) program|"
                r"(?:[Cc]ommercial paper|[Dd]ebt financing) program{wide}(?:up to|of|issue|"
                r"amount|for|size|to|(?:was|is))[^<>;]{0,40}{m2})"
            ),
            refuses=r"outstanding under|terminat",
            measure=Measure.CEILING,
        ),
    ),
    _sold_in_filing(
        name="proposes_notes",
        cue=r"inten[dt]|propos|plan",
        needs=r"\bnotes\b|\bbonds\b|debentures",
        template=(
            r"{t},? (?:(?:also|today|has|have|announce[sd]|that|it|its|<P\d+>),? "
            r"){0,5}(?:(?:intends?|proposes?|plans?|(?:issued a press release announcing "
            r"(?:its |<P\d+>'s |the )?)?intention) to (?:offer|issue|sell|commence|launch)|"
            r"(?:an? |the )?(?:proposed|planned)(?: [a-z]+){0,3}? (?:offering|issuance|sale|"
            rf"placement))(?:(?!<M|<P)[^;]){{0,120}}? ?(?:{NOTES}(?:(?!<M|<P)[^;]){{0,120}}? "
            rf"(?:of|up to|totaling) {{m}}|{{m2}}(?:(?!<M|<P)[^;]){{0,80}}?{NOTES})"
        ),
        refuses=r"repurchase|redeem|exchange offer|\bif\b|tender",
        status=Status.ANNOUNCED,
        keep_status=True,
    ),
    _notes_sold(
        name="issued_notes",
        instrument_of=_notes,
        cue=r"notes?\b|bonds|debenture",
        template=(
            r"{t},? {aux}(?:issu(?:e[sd]?|ing|ance of)|sell(?:s|ing)?|sold|pric(?:e[sd]?|ing)(?: "
            r"of)?|complet(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|offer(?:s|ed|ing)?|rais(?:e[sd]?|ing)|"
            r"launch(?:e[sd]|ing)?|announc(?:e[sd]|ing)|place[sd]?)(?: and sold)? "
            r"(?:(?:an? |the |its |our |previously |announced |private |public |placement |"
            r"offering |sale |issuances? |of |upsized |and |registered |unregistered |debt |"
            r"underwritten |for |Rule 144A |concurrent )*){m}(?:(?!including\b)[^<>;]|"
            rf"<P\d+>'s){{0,80}}(?:(?:<S\d+>|<M\d+>)[^<>;]{{0,40}})?(?:{NOTES}|[Dd]ebt "
            r"(?:sales?|offerings?|securities|issu\w+|deals?)\b)(?:(?: due <[SD]\d+>)? "
            r"(?:to|with) {s}(?!'s)(?![^;]{0,60}(?:purchaser|underwrit|manager|bookrunner|agent)))?"
        ),
        refuses=BOTH_PAPERS + r"|principal amount of outstanding|repurchase|"
        r"promissory note (?:payable )?to|redeem|per \$1,000|exchange(?:d)? for|note payable to|"
        r"notes receivable",
    ),
    _notes_sold(
        name="sale_raised_for",
        instrument_of=_notes,
        cue=r"rais|brought in|fetch",
        needs=r"bond|note|debt",
        where="news",
        template=(
            r"(?:bonds?|notes?|debt) (?:sales?|offering|deal|issue),? (?:which |that |has |had |"
            r"will )*(?:raise[sd]?|brought in|brings in|fetched) {m} for {t}"
        ),
    ),
    _notes_sold(
        name="sold_debt",
        cue=r"\bdebt\b",
        where="news",
        refuses=BOTH_PAPERS + r"|national|collector|distressed|portfolio",
        template=(
            r"{t},? {aux}(?:issu(?:e[sd]?|ing)|sell(?:s|ing)?|sold|pric(?:e[sd]?|ing)|offer(?:s|ed|"
            r"ing)?|plac(?:e[sd]?|ing)) {m} (?:worth )?(?:of|in) (?:[a-z-]+ ){0,2}?debt\b"
        ),
    ),
    _sold_in_filing(
        name="agreed_to_issue_notes",
        cue=r"notes|debentures",
        template=(
            rf"{{t}},? {{aux}}(?:sell and issue|issue and sell|issued? and sold|sold and issued|"
            rf"sell|issued?|sold) (?:to (?:the )?(?P<source><P\d+>),? )?(?:(?!<M|<P)[^;]){{0,70}}?"
            rf"{NOTES}(?: [a-z]+){{0,3}}? (?:in|for|with) (?:an? |the )?(?:[a-z]+ ){{0,3}}"
            r"(?:amount|value) of {m}"
        ),
        refuses=r"repurchase|redeem|conversion of|upon conversion|exchanged|exchange offer|\bmay\b",
    ),
    Rule(
        name="bond_plans",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"\bbonds?\b|\bnotes\b|\bdebt\b",
        where="news",
        refuses=BOTH_PAPERS + r"|treasur|yield (?:rises|climb)|bond market angst|"
        r"(?:a lot|lots|loads|tons) of|so much|too much|stocks?\b.{0,20}bonds|own debt|debt "
        r"ceiling|national debt",
        template=(
            r"{t}(?:'s)?,? {aux}(?:issue|issuing|sell(?:s|ing)?|sold|[Tt]ap(?:s|ping|ped)?|"
            r"[Oo]ffer(?:s|ing|ed)?|market(?:s|ing|ed)?|launch(?:es|ed|ing)?|rais(?:e[sd]?|ing)|"
            r"pric(?:e[sd]?|ing)|start(?:s|ed) marketing|plan(?:s|ning)?|[Ss]ells) "
            r"(?:(?!<M|<P)[^;]){0,50}?(?:\b[Bb]onds?\b(?! [Mm]arket [A-Za-z]*(?:angst|anxiety))|"
            r"\b[Nn]otes\b|\b[Dd]ebt\b)(?:[^<>;]{0,50}?(?:rais(?:e|ing)|of|worth|totaling) {m})?"
        ),
        status=Status.ANNOUNCED,
        source="noteholders",
    ),
    _notes_sold(
        name="bond_plans_sized",
        instrument_of=_notes,
        cue=r"\bbonds?\b|\bnotes\b",
        where="news",
        refuses=BOTH_PAPERS + r"|\b(?:holds?|held|owns?|owned) <m",
        template=(
            r"{t}(?:'s)?,? (?!for (?:its|their) ){aux}(?:(?:issue|issuing|sell(?:s|ing)?|sold|"
            r"[Pp]lan(?:s|ning)?|[Rr]ead(?:ies|ying)|[Ss]eek(?:s|ing)?|rais(?:e[sd]?|ing)|"
            r"pric(?:e[sd]?|ing)) )?(?!with ){m}(?: |-)(?:[A-Za-z-]+ ){0,4}?(?:[Bb]onds?|[Nn]otes|"
            r"[Dd]ebt)(?: (?:issue|sale|offering|deal))?"
        ),
        status=Status.ANNOUNCED,
    ),
    Rule(
        name="bought_the_bonds",
        instrument=_BOND,
        cue=r"bonds|notes|\bdebt\b",
        where="news",
        refuses=r"treasur|convertible|repurchas|buyback|tender",
        template=(
            r"{s},? {aux}(?:bought|purchased|took|snapped up|acquired|buying|buys|subscribed "
            r"(?:to|for)|stumped up|(?:scooped|hoovered|picked) up) {m} (?:worth )?(?:of|in) "
            r"(?:(?:the )?(?:[a-z-]+ ){0,3}(?:(?:bonds|notes|debt) (?:issued by|sold by|of|"
            r"from) {t}|(?:bonds|notes)\b)|(?P<target2><P\d+>)(?:'s)? (?:[a-z-]+ "
            r"){0,3}(?:bonds|notes|debt)\b)"
        ),
        target="issuer",
        needs_amount=True,
    ),
    _sold_in_filing(
        name="notes_outstanding",
        cue=r"outstanding",
        needs=r"\bnotes\b|debentures",
        refuses=r"repurchas|redeem|convert(?:ed|sion)|interest expense|fair value|commercial paper|"
        r"if |may ",
        template=(
            rf"(?:[Cc]onvertible (?:[A-Z]\w+ )?)?{NOTES}[^;]{{0,90}}? of which {{m}} "
            r"(?:aggregate |principal |amount |in |of )*(?:was|were|is|are|remain\w*) "
            r"outstanding|{m2} (?:aggregate |in |principal |amount )*of (?:the |its |"
            rf"(?P<target2><P\d+>)'s )?(?:<[SD]\d+> )?(?:[A-Za-z-]+ ){{0,4}}{NOTES} (?:due <D\d+> "
            r")?(?:was|were|remain\w*|are|is) outstanding"
        ),
        keep_status=True,
        measure=Measure.OUTSTANDING,
        target=FILER,
    ),
    _total(
        "in_the_amount_of",
        (
            rf"<P\d+>,? ha[sd] (?:an? |the )?outstanding {_PAPER}(?:(?!<M)[^;]){{0,90}}? (?:in|for|"
            rf"with) (?:an? |the )?{_FACE}of {{m}}"
        ),
        Measure.OUTSTANDING,
    ),
    _total(
        "amount_sold",
        (
            rf"{_FACE}of (?:the )?{_PAPER}(?:(?!<M)[^;]){{0,30}}? (?:sold|issued|offered|placed)"
            rf"(?:(?!<M)[^;]){{0,60}}? (?:was|is|were|totaled) {{m}}|"
            rf"{{m2}} {_FACE}of (?:the )?{_PAPER}(?: due <D\d+>)? (?:was|were|has been|have been) "
            r"(?:issued|sold|placed)\b(?! upon| in exchange)"
        ),
        Measure.HEADLINE,
    ),
    _notes_sold(
        name="sized_notes",
        instrument_of=_notes,
        cue=r"\bnotes\b|\bbonds\b|debentures",
        needs=r"issu|sell|sold|sale|offer|plac|pric|tranche|series|compris|consist|rais",
        refuses=_NOT_ISSUED,
        template=(
            r"{m} (?:in |of )?(?:(?:aggregate|original|total|principal|amount|of|in|its|our|the) "
            rf")*(?:<S\d+> )?(?:(?!and )[A-Za-z-]+ ){{0,5}}?{NOTES} (?:due|maturing)\b"
        ),
        target=SUBJECT,
    ),
    _notes_sold(
        name="tapped_bond_market",
        instrument_of=_notes,
        cue=r"rais|sold|sell|borrow",
        needs=r"\bbonds?\b|investment-grade|\bnotes\b|\bdebt (?:sale|offering|deal|issu)",
        refuses=BOTH_PAPERS + r"|equity-and-debt|debt (?:package|facilit)|"
        r"includ\w+ <m\d+> (?:in|of) [a-z ]{0,30}(?:notes|bonds)|\bwhile\b.*\bbonds",
        where="news",
        template=r"{t},? {aux}(?:rais(?:e[sd]?|ing)|sold|sells?|selling|borrow(?:s|ed|ing)?) {m}",
    ),
)

PATTERN = rule_pattern("notes", 1, _RULES)
