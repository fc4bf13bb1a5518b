"""Commitments that change, prepayments and payments to a seller, as reports tell them.

Accepts: "Tidepool raised its commitment to Quillstone to $6 billion."
Accepts: "Quillstone said Tidepool would pay it $2 billion over five years for capacity."
Refuses: "Tidepool raised its climate commitment to $6 billion."

Lives here: wordings whose seller is known to be of the trade. Not here: promises to buy
(`commitment`), contracts between two (`contracts`).
"""

from graphbuild.extract.grammar.goods import SELLERS, goods_instrument
from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_NO_TRADE = (
    r"\bleas|\brent\b|acqui|shares|\bstock\b|notes|equity|\bloan|\bdebt|\bstake|invest|climate|"
    r"dividend|\bfine\b|penalt|settle|lawsuit|\bcould\b|\bmay\b|\bmight\b"
)
_PREPAYMENT = r"(?:pre-?payment|up-?front payment|advance payment)"
_FOR_GOODS = r"(?=[^;]{0,60}(?:comput|cloud|capacity|GPU|servers|chips))"


def _rule(name: str, cue: str, template: str, measure: Measure, status: Status) -> Rule:
    return Rule(
        name=name,
        instrument=InstrumentId.PURCHASE_COMMITMENT,
        instrument_of=goods_instrument,
        cue=cue,
        where="news",
        refuses=_NO_TRADE,
        template=template,
        target_kinds=SELLERS,
        only_named=True,
        needs_amount=True,
        measure=measure,
        status=status,
        keep_status=status in {Status.AMENDED, Status.ANNOUNCED},
    )


_RULES = (
    _rule(
        "changes_commitment",
        r"commitment|spending",
        r"{s},? (?:has |have )?(?:increase[sd]?|raise[sd]?|expand(?:s|ed)|lift(?:s|ed)|"
        r"boost(?:s|ed)|double[sd]?|triple[sd]?) (?:its|their) (?:[A-Za-z-]+ "
        r"){0,3}?(?:commitment|spending) (?:to|with|on) {t},? (?:by <M\d+>,? )?to {m}",
        Measure.COMMITTED,
        Status.AMENDED,
    ),
    _rule(
        "commitment_totals",
        r"commitments?|spending",
        r"{s}'s (?:[a-z-]+ ){0,2}?(?:commitments?|spending) (?:to|with) {t},? (?:(?:now|has|have) "
        r")*(?:totals?|amounts? to|rose to|grew to|reached|is|are|stands at) {m}",
        Measure.COMMITTED,
        Status.SIGNED,
    ),
    _rule(
        "makes_commitment",
        r"commitment",
        r"{s},? {aux}(?:makes?|making|made|gave|gives?|signed|signs?) (?:an? |the )?(?:{m}[ -])?"
        r"(?:[a-z-]+ ){0,4}?commitment (?:(?:of|worth) {m2} )?(?:to|with) {t}(?!'s|-)",
        Measure.COMMITTED,
        Status.SIGNED,
    ),
    _rule(
        "prepays",
        r"prepa|pre-pay|up-?front|advance payment",
        r"(?:{s},? {aux}(?:(?:makes?|making|made|pay|pays|paid|sent) (?:(?:an? "
        rf")?{{m}}[ -]{_PREPAYMENT}|an? {_PREPAYMENT} of (?P<amount5><M\d+>)) to {{t}}|"
        r"prepa(?:ys?|id|ying) (?P<target2><P\d+>) {m2})|(?P<target3><P\d+>),? (?:has |also |had "
        rf")*(?:receive[sd]?|gets?|got) (?:an? )?(?:(?P<amount3><M\d+>)[ -](?:{_PREPAYMENT}|"
        rf"up-?front)|{_PREPAYMENT} of (?P<amount4><M\d+>)) from (?P<source2><P\d+>))",
        Measure.PAID,
        Status.FUNDED,
    ),
    _rule(
        "is_paid_for_goods",
        r"\bpay\b|receive|\bget\b|be paid",
        r"(?:{t},? (?:said|says|announced|disclosed)(?: that)?,? {s},? (?:would|will|is to|was to|"
        rf"ha[sd] agreed to|agreed to) pay (?:it|the company) {{m}}{_FOR_GOODS}|"
        r"(?P<target2><P\d+>),? (?:will|is to|stands to|is set to) (?:receive|get|be paid) "
        rf"(?P<amount2><M\d+>) (?:a year )?(?:from|by) (?P<source2><P\d+>)(?!'s){_FOR_GOODS})",
        Measure.COMMITTED,
        Status.ANNOUNCED,
    ),
)

PATTERN = rule_pattern("payments_told", 1, _RULES)
