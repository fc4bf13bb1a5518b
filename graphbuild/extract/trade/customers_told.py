"""Customers as reports tell them in passing, and the share of revenue each stands for.

Accepts: "Harbor Compute counts Tidepool and Lumen among its customers."
Accepts: "Tidepool accounted for 62% of Harbor Compute's revenue."
Refuses: "Harbor Compute counts Tidepool among its rivals."

A filer that says who its customers are is believed too.

Lives here: wording of reports. Not here: a filer's own customers (`customer_sentences`,
`customer_mentions`, `concentration`), contracts (`contracts`, `reported_contracts`).
"""

from functools import partial

from graphbuild.extract.grammar.goods import CLOUDS
from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_OTHERS = frozenset({"", "ai_lab", "chipmaker", "host", "supplier", "other"})
_CUSTOMERS = (
    r"(?:(?:[a-z-]+ ){0,3}(?P<role><P\d+>)|(?:[a-z-]+ ){0,3}(?:customers?|clients?|users?|"
    r"tenants?)\b(?: (?:base|roster|list))?)"
)
"""Said of somebody withheld: a mark of its own, or words."""
_SHARE_OF = (
    r"(?:account(?:s|ed|ing)? for|represent(?:s|ed|ing)?|made up|makes up|making up|"
    r"generat(?:es|ed|ing)|contribut(?:es|ed|ing)|was responsible for|is responsible for|"
    r"provid(?:es|ed)|brought in) {share} of"
)
_ALONE = r"(?<!and )(?!<P\d+>(?:, <P\d+>)*,? and <P\d+>,? (?!each\b))"
"""What two customers stand for together is the share of neither."""
_REVENUE = r"(?:<[DV]\d+> |[a-z0-9-]+ ){0,4}?(?:revenues?|sales|turnover)\b"
_COMES_FROM = (
    r"(?P<target3><P\d+>),? (?:which |who |that )?(?:[a-z]+ly )?(?:gets?|got|generat(?:es|ed)|"
    r"deriv(?:es|ed)|earn(?:s|ed)|dr(?:aws|ew)|mak(?:es|ing)|made|took in|received?s?|books?) "
    rf"(?P<share3><S\d+>) of (?:its|their) {_REVENUE} (?:last year |last quarter )?(?:came )?"
    r"from (?:(?:sales to|its|the|customer|customers|client|partner|rival) ){0,3}"
    r"(?P<source3><P\d+>(?:,? and <P\d+>)?)(?!'s|-)"
)
_OF_REVENUE = (
    rf"(?P<share4><S\d+>) of (?P<target4><P\d+>)'s {_REVENUE} (?:last year |last quarter "
    r")?(?:comes?|came|stem(?:s|med)|was|were|derived|is) from (?P<source4><P\d+>)(?!'s|-|,? and "
    r"<P)|(?P<target5><P\d+>),? (?:relie[sd]|depend(?:s|ed)) on (?P<source5><P\d+>)(?!'s|-|,? and "
    rf"<P) for (?:about |some |nearly )?(?P<share5><S\d+>) of its {_REVENUE}"
)
_DOUBTED = r"\b(?:could|would|may|might|potential|prospective|former|lost)\b"

_NAMED = {
    "counts": (
        rf"{{t}},? (?:which |whose |who )?{{aux}}(?:counts?|numbers?|lists?|names?|cites?|has|"
        rf"serves) (?:(?:[a-z-]+ ){{1,4}}(?:such as|like|including) )?{{s}} "
        rf"(?:[^<>;]{{0,30}} )?(?:among|as) (?:its |their )?{_CUSTOMERS}"
    ),
    "whose": (
        rf"{{t}}(?:,? whose|'s) {_CUSTOMERS} (?:now )?(?:also )?(?:include[sd]?|are|is|range from) "
        r"(?:[a-z-]+ ){0,6}?{s}"
    ),
    "is_one": (
        rf"{{s}},? (?:is|are|was|were|became|becomes|remains) (?:also )?(?:(?:an?|the|one of "
        rf"the|among the) )?{_CUSTOMERS} (?:of|at|for) {{t}}(?!'s)"
    ),
    "is_its": (
        r"{s},? (?:is |are |was |remains )?(?:also )?(?:among |one of )?{t}'s (?:(?:largest|"
        r"biggest|main|top|anchor|first|key|only|major|sole) ){1,2}(?:customer|client|tenant)\b|"
        r"(?P<source2><P\d+>),? (?:is |are |was )?(?:also )?(?:among|one of) (?P<target2><P\d+>)'s "
        r"(?:[a-z-]+ ){0,2}(?:(?P<role><P\d+>)|(?:customers|clients|tenants)\b)"
    ),
}


_SAYS = {
    **dict.fromkeys(_NAMED, r"customer|client|user|tenant"),
    "whose": (
        r"(?:customer|client|user|tenant)(?s:.*)(?:\b(?:include[sd]?|are|is|range)\b|['’]re\b)"
    ),
}
"""What a sentence says as it stands: a withheld role is one of these words as well."""


def _told(name: str, template: str, instrument: InstrumentId, kinds: frozenset[str]) -> Rule:
    return Rule(
        name=f"{name}_{instrument}",
        instrument=instrument,
        cue=r"customer|client|users?\b|tenant|among|includ|> (?:is|are|was|became)[a-z ]{0,20} <p",
        says=_SAYS[name],
        role=r"^(?!.*(?:former|potential|prospective)).*(?:customer|client|user|tenant)",
        refuses=_DOUBTED,
        where="" if name == "whose" else "news",
        on_full=True,
        template=template,
        target_kinds=kinds,
        only_named=True,
        keep_status=True,
    )


_customer = partial(Rule, instrument=InstrumentId.REVENUE, where="news", keep_status=True)

_RULES = (
    _customer(
        name="share_of_revenue",
        cue=r"revenue|sales|turnover",
        needs=r"<s\d+>",
        refuses=_DOUBTED,
        template=(
            rf"(?:{_ALONE}{{s}},? (?:which |who |each )?{_SHARE_OF} {{t}}'s {_REVENUE}|"
            r"(?P<target2><P\d+>)'s (?:[a-z-]+ ){0,2}(?:customer|client),? (?P<source2><P\d+>),? "
            rf"{_SHARE_OF.replace('{share}', '(?P<share2><S[0-9]+>)')} (?:its |the [a-z]+'s )?"
            rf"{_REVENUE}|{_COMES_FROM}|{_OF_REVENUE})"
        ),
        measure=Measure.SHARE,
    ),
    _customer(
        name="sum_of_revenue",
        cue=r"revenue|sales",
        refuses=_DOUBTED + r"|expect|forecast|contract|will\b|backlog",
        template=(
            r"{t},? (?:had |has )?(?:generated|earned|booked|recorded|recogni[sz]ed|reported|got|"
            r"made|took in) {m} (?:of|in) (?:[a-z]+ ){0,2}?(?:revenues?|sales) "
            r"from {s}(?!'s|-|,? and <P)"
        ),
        only_named=True,
        needs_amount=True,
        measure=Measure.RECOGNISED,
    ),
    *(_told(*told, InstrumentId.CLOUD_CONTRACT, CLOUDS) for told in _NAMED.items()),
    *(_told(*told, InstrumentId.REVENUE, _OTHERS) for told in _NAMED.items()),
)

PATTERN = rule_pattern("customers_told", 1, _RULES)
