"""What was paid in a period to one party, or earned from it: expenses, rents, goods sold back.

Lives here: one group of rules for `obligations`, sums recognised or committed with a named party.
Not here: contracts when they are signed (`contracts`, `commitment`), totals (`obligations`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import goods_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_SERVICES = (
    r"(?:[a-z]+,? (?:and )?){0,4}?(?:services|goods|equipment|products|supplies|materials|power|"
    r"electricity|energy|components|fuel|hosting|software)"
)
_NO_TRADE = (
    r"legal|audit|underwrit|placement agent|commission|salar|bonus|severance|interest|dividend|"
    r"settle|penalt|\bfine\b|tax\b|shares|stock\b|impair|\bmay\b|\bif\b|repurchas|acqui"
)


def _bought(words: str) -> InstrumentId:
    """What a period's expense bought; without a better word it is a supply of services."""
    found = goods_instrument(words)
    return InstrumentId.SUPPLY_CONTRACT if found is InstrumentId.PURCHASE_COMMITMENT else found


_dealing = partial(
    Rule, where="filing", keep_status=True, needs_amount=True, only_organisations=True
)


def _recognised(
    name: str, instrument: InstrumentId, cue: str, template: str, target: str = ""
) -> Rule:
    return _dealing(
        name=name,
        instrument=instrument,
        instrument_of=_bought if instrument is InstrumentId.SUPPLY_CONTRACT else None,
        cue=cue,
        refuses=_NO_TRADE,
        template=template,
        measure=Measure.RECOGNISED,
        target=target,
    )


DEALINGS: tuple[Rule, ...] = (
    _recognised(
        "rent_paid_to",
        InstrumentId.LEASE,
        r"\brent|\blease",
        r"{s},? {aux}(?:incurred|recogni[sz]ed|recorded|paid) {m} (?:of|in|for) (?:[a-z-]+ ){0,3}?"
        r"(?:rent(?:al)?|lease)(?: expenses?| costs?| payments?)? (?:[a-z ]{0,30}? )?(?:to|with|"
        r"from|payable to) {t}",
    ),
    _recognised(
        "paid_for_services",
        InstrumentId.SUPPLY_CONTRACT,
        r"\bpaid\b",
        rf"{{s}},? {{aux}}paid {{t}} {{m}} (?:for|in respect of) {_SERVICES}",
    ),
    _recognised(
        "paid_sum_for_services",
        InstrumentId.SUPPLY_CONTRACT,
        r"\bpaid\b|incurred",
        rf"{{s}},? {{aux}}(?:paid {{m}} to {{t}} for {_SERVICES}|incurred "
        rf"(?:expenses|costs|charges) of {{m2}} (?:for|related to) {_SERVICES} "
        r"(?:provided |performed |supplied )?(?:by|from) (?P<target2><P\d+>))",
    ),
    _recognised(
        "purchased_sum_from",
        InstrumentId.SUPPLY_CONTRACT,
        r"purchased|bought",
        rf"{{s}},? {{aux}}(?:purchased|bought) {{m}} (?:of|in|worth of) (?:{_SERVICES}|(?:[a-z]+ )"
        r"{0,2}(?:inventory|inventories|parts|servers|chips)) from {t}",
    ),
    _recognised(
        "sold_goods_to",
        InstrumentId.REVENUE,
        r"\bsold\b",
        rf"<P\d+>,? {{aux}}sold {{m}} (?:in|of|worth of) {_SERVICES} (?:back )?to {{s}}",
        target=FILER,
    ),
    _dealing(
        name="must_buy_under_agreement",
        instrument=InstrumentId.SUPPLY_CONTRACT,
        instrument_of=_bought,
        cue=r"agreement|contract",
        needs=r"required|obligated|committed|must",
        refuses=_NO_TRADE + r"|\blease|loan|credit|guarant|invest|terminat",
        template=(
            r"(?:agreement|contract|arrangement) with {t},? (?:(?:under|pursuant to) which )?"
            r"<P\d+> (?:is|are|was|were) (?:required|obligated|committed) to (?:purchase|buy|take|"
            r"spend|pay)(?:(?!<P|<M)[^;]){0,30}? {m} (?:of|in|for|on) "
        ),
        source=FILER,
        measure=Measure.COMMITTED,
        status=Status.SIGNED,
    ),
)
