"""Guarantees of loans, notes and of what affiliates owe, as notes to accounts tell them.

Lives here: one group of rules for `guarantee`, those whose obligor or beneficiary is often without
a name. Not here: guarantees of leases and backstops in reports (`guarantee`), to whom a guarantee
of a facility is owed (`consolidation.beneficiaries`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, HEADED, TOPIC, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_GUARANTEE = InstrumentId.GUARANTEE
_IDIOM = (
    r"no guarantee|cannot guarantee|guaranteed minimum|guaranteed investment|can be no|there is no|"
    r"product warrant|indemnif"
)
_DEBT = (
    r"(?:(?:the|all|certain|outstanding|of|payment|repayment|third[- ]party|bank|project|their|its|"
    r"financial|debt|loan|lease) )*(?:borrowings|indebtedness|debt|loans?|obligations|notes|"
    r"commitments|credit facilit(?:y|ies)|term loans?|leases?|payments)"
)
_AFFILIATE = (
    r"(?:(?:(?:certain|one|some) of )?(?:an?|the|our|its|their|certain|<P\d+>'s|several|various) "
    r"(?:[a-z-]+ ){0,3}?(?:joint ventures?|subsidiar(?:y|ies)|affiliates?|investees?|customers?|"
    r"third part(?:y|ies)|partners?|dealers?|tenants?))"
)

_in_filing = partial(Rule, instrument=_GUARANTEE, where="filing", refuses=_IDIOM)

GUARANTEES_OF_DEBT: tuple[Rule, ...] = (
    _in_filing(
        name="greatest_exposure",
        cue=r"guarant",
        refuses=_IDIOM + r"|insur|warranty|residual value of the leased assets is",
        template=(
            r"(?:[Mm]aximum|[Tt]otal|[Aa]ggregate) (?:[a-z-]+ ){0,3}?(?:exposure|amounts?|"
            r"liability|obligations?|payments?)[^<>;]{0,60}? (?:under|on|of|for|from|related to) "
            r"(?:the|these|this|such|our|its|all|<P\d+>'s) (?:[a-z-]+ ){0,3}?guarant(?:ees?|ies|y)"
            r"(?:(?!<M)[^;]){0,170}? (?:was|were|is|are|totaled|of) {m}"
        ),
        source=FILER,
        target="guaranteed-parties",
        keep_status=True,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    _in_filing(
        name="guarantees_affiliates_debt",
        cue=r"guarant|backstop",
        template=(
            rf"{{s}},? {{aux}}(?:[Gg]uarante(?:es?|ed|eing)|[Bb]ackstop(?:s|ped)?) {{m}} (?:of|in) "
            rf"{_DEBT} (?:of|owed by|incurred by) {_AFFILIATE}"
        ),
        target="obligor",
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    _in_filing(
        name="guarantees_debt_of_affiliate",
        cue=r"guarant",
        refuses=_IDIOM + r"|\bif\b|guaranteed by",
        template=(
            rf"{{s}},? {{aux}}(?:[a-z]+ly )?(?:[Gg]uarante(?:es?|ed|eing)) {_DEBT} (?:of|owed by|"
            rf"incurred by) (?:{_AFFILIATE}|an? (?:related part(?:y|ies)|[a-z -]{{0,20}}entity)|"
            r"related parties)\b(?!,? ?(?:[A-Z][\w.]+ )?<P)"
        ),
        target="affiliate",
        is_bare_fine=True,
    ),
    _in_filing(
        name="guarantees_subsidiary",
        cue=r"guarant",
        template=(
            r"{s},? {aux}(?:[Gg]uarante(?:es?|ed|eing)) (?:{m} of )?(?:the |all |certain |payment |"
            r"performance |of |prompt |full |and |punctual )*(?:obligations|performance|payment|"
            r"debt|indebtedness|borrowings|lease|loans?) of (?:(?:its|our|the|an?|<P\d+>'s|"
            r"indirect|direct|wholly[- ]owned|owned|majority-owned|consolidated|subsidiary|"
            r"subsidiaries|affiliate|joint venture),? )+{o}"
        ),
        measure=Measure.CEILING,
    ),
    Rule(
        name="guarantees_payment_on",
        instrument=_GUARANTEE,
        cue=r"guarantees the",
        where="filing",
        template=(
            r"{s},? (?:[a-z]+ly,? (?:and )?)*guarantees the (?:prompt |full |due |punctual |and )*"
            r"payment(?:(?!<P)[^;]){0,200}? (?:on|of) the (?:[A-Z][a-z]+ )*(?:Securities|Notes|"
            r"Debentures|Bonds)\b"
        ),
        target=HEADED,
        only_named=True,
    ),
    _in_filing(
        name="is_guaranteed_by",
        cue=r"guaranteed\b.* by ",
        refuses=_IDIOM + r"|\bnot\b|\bif\b|government|treasury|agenc|deposit|federal|sovereign",
        template=(
            r"(?:[Nn]otes|[Bb]onds|[Dd]ebentures|[Ll]ease|[Oo]bligations) (?:thereunder "
            r")?(?:is|are|was|were|has been|have been|will be) (?:[a-z]+,? "
            r"){0,8}?guaranteed(?:,? [a-z-]+){0,8}?,? by {s}(?<!'s)(?!'s)"
        ),
        target=FILER,
        only_named=True,
        only_organisations=True,
    ),
    _in_filing(
        name="issues_security_guaranty",
        cue=r"guarant",
        needs=r"facilit|loan|credit agreement",
        template=(
            r"issuance of (?:an? |the )?{s} (?:(?:[A-Z][A-Za-z]+|payment|performance) ){0,3}"
            r"(?:[Gg]uarant(?:y|ee)) in the (?:[a-z]+ ){0,2}amount of {m}"
        ),
        target="lenders",
        status=Status.ANNOUNCED,
        keep_status=True,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
)


ISSUED = (
    r"\A(?!(?=(?s:.*)\bwill be (?:[a-z]+,? ){0,4}guaranteed)(?s:.*)\b(?:may (?:issue|offer|sell|"
    r"rank)|may be (?:issued|offered)|one or more series|(?:each|any) series)\b)"
)
"""A prospectus of whatever may be issued tells of no guarantee yet."""
LEASE_WITH = r"<p\d+>'s (?:<m\d+> )?(?:[a-z-]+ )?leases? with <p"
"""The owner of a lease "with" another may be its landlord or its tenant."""
_DUE = (
    r"(?:(?:[a-z-]+ ){0,3}?(?:leases?|loans?|debt|obligations?|payments?|rent|borrowings|notes|"
    r"bonds|facility))"
)


def _told(
    name: str, cue: str, template: str, status: Status = Status.SIGNED, target: str = ""
) -> Rule:
    return Rule(
        name=name,
        instrument=_GUARANTEE,
        cue=cue,
        refuses=_IDIOM + r"|\bnot\b|" + LEASE_WITH,
        where="news",
        template=template,
        target=target,
        keep_status=True,
        status=status,
        measure=Measure.CEILING,
        needs_amount=True,
    )


GUARANTEES_TOLD: tuple[Rule, ...] = (
    _told(
        "what_is_owed_is_guaranteed",
        r"guaranteed|backstopped",
        rf"(?:(?P<obligor2><P\d+>)'s (?:{{m}}(?: |-))?{_DUE}(?: (?:to|with|from|owed to|provided "
        rf"by) {{b}})?|{{m2}}(?: |-){_DUE} (?:to|of) {{o}}(?: (?:from|by|provided by|"
        r"made by|to|with) (?P<beneficiary2><P\d+>))?),? (?:(?:which|that|is|was|are|were|"
        r"has|have|been|will|be|being) ){1,3}(?:[a-z]+ly )?(?:guaranteed|backstopped) by {s}(?!'s)",
        Status.FUNDED,
    ),
    _told(
        "its_sized_guarantee",
        r"guarant|backstop",
        r"{s}'s {m}(?: |-)(?:[a-z-]+ ){0,3}?(?:guarantee|guaranty|backstop) (?:of|for|covering) "
        rf"{{o}}(?:'s)?(?: {_DUE}(?: (?:to|with|from|owed to) {{b}})?)?",
    ),
    _told(
        "pays_on_default",
        r"\bif\b",
        r"{s},? {aux}(?:pay|cover|be liable for|be responsible for|on the hook for|liable for|"
        r"responsible for) {m}(?: of [^<>;]{0,40})? (?:if|should) {o} (?:defaults?|misses|"
        r"(?:fails to|does not|cannot|can['’]t|stops|is unable to) (?:pay|repay|"
        r"meet|honou?r))(?:[^<>;]{0,40}? (?:to|with) {b})?",
    ),
    _told(
        "backstops_the_lease_told",
        r"guarant|backstop",
        r"{s},? {aux}(?:guarantee[sd]?|backstop(?:s|ped|ping)?) {m} of (?:it|that|the (?:lease|"
        r"loan|deal|contract|total|rent|payments))\b(?! <P)",
        target=TOPIC,
    ),
)
"""Guarantees as reports tell them: passives, nouns with an owner, what is paid on a default."""


def _payments(name: str, template: str) -> Rule:
    return _in_filing(
        name=f"guarantees_payments_{name}",
        cue=r"guarante",
        refuses=_IDIOM + r"|\bif\b|residual|minimum|employee|warranty|revenue|\bnone\b",
        template=template,
        hidden_target=True,
        role=r"investor|lender|holder|bank|partner|member",
        is_bare_fine=True,
        measure=Measure.CEILING,
    )


GUARANTEED_PAYMENTS: tuple[Rule, ...] = (
    _payments(
        "to",
        r"{s},? {aux}guaranteed? (?:certain |minimum |the |all |specified )*(?:payments?|returns?|"
        r"distributions?) to (?:[a-z-]+ ){0,3}?(?=(?P<role><P\d+>))(?P<target><P\d+>)(?!'s)",
    ),
)
"""Guarantees for those whom the filing does not name: they count without a figure."""
