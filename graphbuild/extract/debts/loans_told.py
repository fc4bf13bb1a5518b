"""Loans as reports tell them in passing: goods financed, a lender turned to, a loan repaid.

Accepts: "Northgate Bank agreed to finance $2 billion of Quillstone's chips."
Accepts: "Quillstone turned to Northgate Bank for a $2 billion loan."
Refuses: "Northgate Bank financed a campaign of Quillstone's founder."

Lives here: one group of rules for `lending`, reports only, both sides named. Not here: loans made,
taken or sought (`lending`), who owes whom (`loans_between`).
"""

from graphbuild.extract.debts.borrowing_words import FACILITY, GETS_LOAN
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SIZED = (
    rf"{{m}}(?: |-)(?:(?:in|of) )?(?:[A-Za-z-]+ ){{0,4}}?(?:{FACILITY}|debt|financing|credit)\b"
)
_GOODS = (
    r"(?:purchases?|acquisition|order|chips?|GPUs?|servers?|equipment|hardware|"
    r"data cent(?:er|re)s?|campus(?:es)?|projects?|build-?out|expansion|sites?|facilit(?:y|ies))"
)


def _told(
    name: str, cue: str, template: str, status: Status = Status.FUNDED, refuses: str = ""
) -> Rule:
    return Rule(
        name=name,
        instrument=InstrumentId.LOAN,
        instrument_of=debt_instrument,
        cue=cue,
        where="news",
        refuses=r"equity|\bstake\b|\bshares\b|lease(?:d|s)? (?:to|from)" + refuses,
        template=template,
        status=status,
        measure=Measure.PAID if status is Status.TERMINATED else Measure.HEADLINE,
        keep_status=status is Status.TERMINATED,
        needs_amount=True,
        only_named=True,
    )


LOANS_TOLD: tuple[Rule, ...] = (
    _told(
        "turned_to_lender",
        r"\bfor\b",
        rf"{{t}},? {{aux}}(?:turn(?:s|ed|ing)? to|tap(?:s|ped|ping)?|went to|go(?:es|ing)? to) "
        rf"{{s}} for {_SIZED}",
    ),
    _told(
        "offers_loan",
        r"offer|approv|\bback",
        rf"{{s}},? {{aux}}(?:offer(?:s|ed|ing)?|approv(?:e[sd]?|ing)|back(?:s|ed|ing)?) (?:"
        rf"(?P<target><P\d+>) (?:with )?{_SIZED}|"
        rf"{_SIZED.replace('{m}', '{m2}')} (?:to|for) (?P<target2><P\d+>))",
        Status.ANNOUNCED,
    ),
    _told(
        "got_sum_as_loan",
        r"loan|debt|credit|facilit",
        rf"{{t}},? {{aux}}{GETS_LOAN} {{m}} (?:in funding |in financing )?from {{s}}(?!'s) (?:in|"
        rf"via|through|as|under) (?:an? )?(?:[A-Za-z-]+ ){{0,5}}?(?:{FACILITY}|debt)\b",
    ),
    _told(
        "finances_goods",
        r"financ",
        rf"{{s}},? {{aux}}financ(?:e[sd]?|ing) (?:{{m}} (?:worth )?(?:of|in) (?P<target2><P\d+>)'s "
        rf"(?:[A-Za-z-]+ ){{0,3}}?{_GOODS}|(?P<target3><P\d+>)'s (?:[A-Za-z-]+ ){{0,4}}?(?:{{m2}} "
        rf"(?:[A-Za-z-]+ ){{0,3}}?{_GOODS}|{_GOODS}[^<>;]{{0,30}}? (?:of|with) (?:an? )?"
        r"(?P<amount3><M\d+>)))",
    ),
    _told(
        "goods_were_financed_by",
        r"financed",
        rf"{{t}}'s {{m}} (?:[A-Za-z-]+ ){{0,3}}?{_GOODS},? (?:[A-Za-z-]+ ){{0,4}}?"
        r"(?:is|was|were|be|being|been) (?:[a-z]+ly )?financed by {s}",
    ),
    _told(
        "goods_financed_by",
        r"financ|paid for|bought|buil",
        rf"{{t}},? {{aux}}(?:financ(?:e[sd]?|ing)|fund(?:s|ed|ing)?|pa(?:id|ys?|ying) for|bought|"
        rf"buy(?:s|ing)?|buil(?:t|d|ds|ding)) (?:(?:(?!<M|<P)[^;]){{0,60}}? (?:with|using|through|"
        rf"via) {_SIZED} (?:from|provided by) {{s}}(?!'s)|"
        rf"{{m2}} (?:worth )?(?:of|in) (?:[A-Za-z-]+ ){{0,3}}?{_GOODS} "
        r"(?:through|with a loan from|with financing from) (?P<source2><P\d+>))",
    ),
    _told(
        "refinanced_with",
        r"refinanc",
        rf"{{t}},? {{aux}}(?:refinanc(?:e[sd]?|ing) (?!its|their){_SIZED[:-2]}s? with {{s}}(?!'s)"
        rf"(?! with)|{GETS_LOAN} {{m2}}(?: |-)(?:[a-z-]+ ){{0,3}}?refinancing (?:from|with|led by) "
        r"(?P<source2><P\d+>))",
    ),
    _told(
        "paid_lender_back",
        r"repa(?:id|ys?)|paid back|pays back",
        r"{t},? {aux}(?:repa(?:id|ys?|ying)|paid back|pays back) (?:{s}(?!'s) {m}(?! for\b)|"
        r"{m2} (?:that )?(?:it (?:had )?(?:borrowed from|owed(?: to)?)|to) "
        r"(?P<source2><P\d+>)(?!'s))",
        Status.TERMINATED,
        r"|\binterest\b|dividend|refund",
    ),
)
