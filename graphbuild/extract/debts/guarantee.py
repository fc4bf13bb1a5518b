"""Guarantees and backstops: who stands in for whom, toward whom.

Accepts: "Brightwater guaranteed up to $3 billion of Lumen Robotics' lease obligations."
Accepts: "The notes of Lumen Capital, Inc. are fully and unconditionally guaranteed by Lumen, Inc."
Refuses: "There is no guarantee that Lumen Robotics will pay its $3 billion of obligations."

Lives here: wording of `guarantee`. The obligor whose debt is guaranteed is a party of its own;
where no beneficiary is named it is the target too.
"""

from dataclasses import replace
from functools import partial

from graphbuild.extract.debts.guarantees_of_debt import (
    GUARANTEED_PAYMENTS,
    GUARANTEES_OF_DEBT,
    GUARANTEES_TOLD,
    ISSUED,
    LEASE_WITH,
)
from graphbuild.extract.sentences.rules import ANTECEDENT, FILER, OTHER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_GUARANTEE = InstrumentId.GUARANTEE
_IDIOM = (
    r"no guarantee|cannot guarantee|guaranteed minimum|guaranteed investment|not "
    r"guarantee|can be no|there is no|" + LEASE_WITH
)
_OWED = (
    r"(?:construction |term |bridge |mortgage |bank |lease |payment |debt |facility |operating |"
    r"data |center |rental |financial |certain |all |of |the |its |performance |contractual |"
    r"power |repayment )*(?:obligations?|leases?|debt|payments?|notes?|loans?|borrowings|"
    r"securities|rent|commitments?|indebtedness|performance)"
)
_TOWARD = (
    r"(?:(?: (?:owed |due |payable )?(?:to|towards?|with)(?! fund\b)|[^;]{0,110}?(?:(?:being )?"
    r"developed by|owned by|landlord,?|leased from|to the landlord,?|in favor of|for the benefit "
    r"of|owed to|lender,?|(?<=loan )from|(?<=borrowings )from|(?<=facility )with|(?<=loan )with)) "
    r"{b})?"
)
_G = (
    r"(?:[Gg]uarante(?:es?|ed|eing)|[Gg]uaranty|[Bb]ackstop(?:s|ped|ping)?|[Bb]acks|"
    r"[Bb]acked|[Bb]ack|[Ss]t(?:ands?|ood|anding) behind)"
)

_SUPPORT = (
    r"(?:credit (?:support|enhancements?)|(?:lease )?guarantees?|guarant(?:y|ies)|backstops?)"
)


def _toward_filer(rule: Rule) -> tuple[Rule, Rule]:
    """In a filing the landlord or lender who is not named is the one who tells of it."""
    elsewhere = rule if rule.target == "landlord" else replace(rule, where="news")
    return replace(rule, where="filing", target=FILER), elsewhere


_agreed = partial(
    Rule,
    instrument=_GUARANTEE,
    refuses=_IDIOM,
    status=Status.SIGNED,
    measure=Measure.CEILING,
    cue=r"guarant|backstop",
)
_as_told = partial(Rule, instrument=_GUARANTEE, refuses=_IDIOM, keep_status=True)

_RULES = (
    *GUARANTEES_TOLD,
    _agreed(
        name="guarantee_for_lease",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|giv(?:e|es|ing)|gave|issu(?:e[sd]?|ing)|"
            r"extend(?:s|ed)?|offer(?:s|ed)?|sign(?:s|ed)?|enter(?:s|ed)? into) (?:{m} "
            r")?(?:(?:an?|the|lease|payment|credit|financial|residual|value|parent|limited|its) "
            r")*(?:[Gg]uarantees?|[Gg]uaranty|[Bb]ackstop)(?:(?: of| for| worth| "
            r"covering)? {m2})?(?: (?:to|in favor of) (?P<beneficiary2><P\d+>))?[^<>;]{0,60}?(?:to "
            r"help|helping|for|of|on behalf of|to support|supporting|covering|"
            rf"backing)[^<>;]{{0,40}}? {{o}}(?:'s {_OWED})?"
        )
        + _TOWARD
        + r"(?: of (?P<amount4><M\d+>))?",
    ),
    _agreed(
        name="guarantees_obligations",
        cue=r"guarant|backstop|behind",
        template=(
            r"{s},? {aux}(?:absolutely |irrevocably |and |, |fully |unconditionally |severally "
            rf")*{_G} (?:{{m}} (?:of|in) |(?:the |certain |all |of |prompt |payment |full "
            rf")*)?(?:{{o}}(?:'s?)? (?:(?P<amount3><M\d+>)(?: |-)(?:of )?)?{_OWED}|{_OWED}(?:,? "
            r"(?!by\b)[A-Za-z-]+){0,16}? (?:of|by|owed by|issued by|under [^<>;]{0,60} (?:of|by)) "
            r"(?P<obligor2><P\d+>))(?:(?: (?!and\b|while\b|to\b)[A-Za-z-]+,?){0,8} {m2})?"
        )
        + _TOWARD,
    ),
    _agreed(
        name="guarantees_what_is_owed",
        needs=r"\bow(?:es?|ed|ing)\b|\bmust pay\b|\bwill pay\b|\bis to pay\b",
        template=(
            rf"{{s}},? {{aux}}{_G} {{m}} (?:of|in) (?:the )?(?:[a-z-]+ ){{0,3}}?{_OWED},? (?:that "
            r"|which )?{o},? (?:owes?|owed|must pay|will pay|is to pay)(?: to)?(?: {b})?"
        ),
    ),
    _as_told(
        name="guarantee_of_securities",
        cue=r"guarantees? of",
        where="filing",
        needs=r"notes|securities|debentures",
        template=(
            r"^(?:[Tt]he )?[Gg]uarantees? of (?:[^<>;]|<S\d+>|<D\d+>){3,120}?(?:[Nn]otes|"
            r"[Ss]ecurities|[Dd]ebentures)(?:[^<>;]|<D\d+>){0,60}? of {o}"
        ),
        source=FILER,
    ),
    Rule(
        name="guaranteed_by",
        instrument=_GUARANTEE,
        cue=r"guaranteed\b.* by |backstopped by|guaranty by|guarantee (?:by|from|of)",
        refuses=_IDIOM + r"|\b(?:not|nor) (?:[a-z]+,? ){0,4}(?:guaranteed|backstopped)",
        around=ISSUED,
        template=(
            rf"(?:{_OWED}(?: [a-z-]+){{0,3}}? (?:of|issued by|by) )?{{o}}(?:(?!<P)[^;]){{0,100}}?"
            r"(?:guaranteed|backstopped)(?:,? [a-z-]+){0,8}?,? by {s}(?<!'s)(?!'s)(?:[^<>;]{0,40}?"
            r"(?:up to|of) {m})?"
        ),
        measure=Measure.CEILING,
    ),
    _agreed(
        name="lease_backed_by",
        cue=r"guarant|backstop|credit support",
        needs=r"\bleases?\b|tenant",
        where="filing",
        template=(
            r"(?:[Ll]eases?|<P\d+>'s)(?:(?!<P|<M)[^;]){0,70}? (?:is|are|was|were|be|been) "
            r"(?:[a-z]+ly |also |further )?(?:backed|supported|guaranteed|backstopped|secured|"
            r"enhanced) (?:(?:(?!<P|<M|by <)[^;]){0,50}?(?:[Gg]uarante\w+|[Gg]uaranty|[Bb]ackstop|"
            r"[Cc]redit support)(?: (?:of|for) (?:up to )?{m})?(?:(?!<P|<M)[^;]){0,30}? "
            r"(?:from|by|of)|by) {s}(?!'s)"
        ),
        target=FILER,
        only_named=True,
    ),
    _agreed(
        name="guarantees_loan",
        template=(
            rf"{{s}},? {{aux}}{_G} {{m}}[^<>;]{{0,20}}? (?:(?P<beneficiary2><P\d+>) )?(?:loan|"
            rf"debt|credit facility|lease|"
            rf"notes|bonds) (?:to|of|for|by) {{o}}(?: (?:from|by|with|provided by) {{b}})?"
        ),
        needs_amount=True,
    ),
    _agreed(
        name="guarantees_loan_taken",
        needs=r"\bloan|facilit|\bdebt\b|\bnotes\b|bonds",
        where="news",
        template=(
            r"{s},? {aux}(?:guarantee[sd]?|guaranteeing|backstop(?:s|ped|ping)?) {m} (?:(?:of|in) "
            r")?(?:[a-z-]+ ){0,3}?(?:loans?|facilit(?:y|ies)|debt|notes|bonds),? (?:that |which "
            r")?{t} (?:has |had )?(?:took|taken|raised|obtained|received|got|secured|borrowed|"
            r"issued|sold)"
        ),
        needs_amount=True,
    ),
    _agreed(
        name="guarantee_to",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|giv(?:e|es|ing)|gave|issu(?:e[sd]?|ing)|"
            r"grant(?:s|ed)?) (?:(?:an?|the|lease|payment|capped|residual|value|parent|"
            r"limited|its) )*(?:[Gg]uarantees?|[Gg]uaranty|[Bb]ackstop)[^<>;]{0,40}? (?:to|"
            r"in favor of|for the benefit of) (?:the )?{t}"
        ),
        looks_ahead=True,
    ),
    _agreed(
        name="guarantee_paid_to",
        cue=r"guarant",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|g[ai]ve[sn]?|grant(?:s|ed)?) an? (?:[a-z-]+ "
            r"){0,3}?(?:guarantee|guaranty)(?:(?!<P|<M)[^;]){0,90}? (?:whereby|under which) <P\d+> "
            r"(?:would|will|may be required to|must) (?:make|pay)[^<>;]{0,40}? to (?:the )?{t}"
        ),
    ),
    _agreed(
        name="receives_backstop",
        template=(
            r"{t},? {aux}(?:secur(?:e[sd]?|ing)|receiv(?:e[sd]?|ing)|obtain(?:s|ed)?|gets?|got|"
            r"w[io]ns?|lands?|landed) "
            r"{m} (?:[a-z-]+ ){0,3}?(?:backstop|guarantee|guaranty) from {s}"
        ),
        needs_amount=True,
    ),
    _agreed(
        name="grants_it_a_guarantee",
        template=(
            r"{s},? {aux}(?:grant(?:s|ed)?|giv(?:e[sn]?|ing)|gave|provid(?:e[sd]?|ing)) {t} (?:"
            r"an? |with (?:an? |the )?)(?:[a-z-]+ ){0,4}?(?:guarantees?|guaranty|backstop)"
        ),
        looks_ahead=True,
    ),
    *GUARANTEES_OF_DEBT,
    *GUARANTEED_PAYMENTS,
    *_toward_filer(
        _agreed(
            name="guarantees_rent",
            template=(
                rf"{{s}},? {{aux}}{_G} {{m}} (?:of|in) (?:the )?lease (?:obligations|payments|"
                r"commitments)"
            ),
            target="landlord",
            needs_amount=True,
        ),
    ),
    *(
        Rule(
            name="backstops_rent",
            instrument=_GUARANTEE,
            cue=r"guarant|backstop",
            refuses=_IDIOM,
            template=(
                r"{s},? {aux}(?:provid(?:es|ed|ing)|extend(?:s|ed|ing)) (?:an? |the )?"
                r"(?:[a-z-]+ ){0,3}(?:backstop|guarantee|guaranty) (?:covering|for|of) "
                r"(?:[\w-]+ ){0,8}?(?:lease|rent)"
            ),
            target=landlord,
            where=where,
            status=Status.SIGNED,
        )
        for landlord, where in ((FILER, "filing"), ("landlord", "news"))
    ),
    *_toward_filer(
        _agreed(
            name="sized_support_from",
            cue=r"guarant|backstop|credit (?:support|enhancement)",
            template=(
                r"(?:[Ss]upported|[Bb]acked|[Ss]ecured|[Cc]overed|[Ee]nhanced) by (?:an? |the "
                rf")?{{m}} (?:of |in )?(?:[a-z-]+ ){{0,3}}?{_SUPPORT} (?:from|by|provided "
                r"by) {s}|(?P<source2><P\d+>)(?!'s),? {aux}(?:provid(?:e[sd]?|ing)|"
                rf"extend(?:s|ed|ing)?) {{m2}} (?:of|in) (?:[a-z-]+ ){{0,3}}?{_SUPPORT}"
            ),
            target="landlord",
            needs=r"lease|tenant|financ|debt|obligation|credit",
            needs_amount=True,
        ),
    ),
    *_toward_filer(
        _agreed(
            name="provides_sized_backstop",
            template=(
                r"{s},? {aux}[^<>;]{0,60}?provid(?:e[sd]?|ing) (?:an? |the )?(?:[a-z-]+ "
                r"){0,2}(?:backstop|guarantee|guaranty) (?:totaling|totalling|of|worth|for) {m}"
            ),
            target="landlord",
            needs_amount=True,
        ),
    ),
    *_toward_filer(
        _as_told(
            name="raised_its_backstop",
            cue=r"guarant|backstop",
            template=(
                r"{s},? {aux}(?:increas|rais|boost|expand|lift|upsiz)(?:e[sd]?|es|s|ed|ing)? "
                r"(?:its|the) (?:[a-z-]+ ){0,3}?(?:backstop|guarantee|guaranty|credit support)(?: "
                r"(?:for|of) {o})?(?:(?!<P)[^<>;]){0,30}? (?:to|by) {m}"
            ),
            target=OTHER,
            status=Status.AMENDED,
            measure=Measure.CEILING,
            needs_amount=True,
        ),
    ),
    *_toward_filer(
        _as_told(
            name="total_raised",
            cue=r"guarant|backstop",
            template=(
                r"(?:[Bb]r(?:ings?|inging|ought)|[Rr]ais(?:es|ed|ing)|[Tt]ak(?:es|ing)|"
                r"[Ii]ncreas(?:es|ed|ing)) {s}'s (?:[a-z-]+ ){0,2}(?:backstop|guarantee|guaranty|"
                r"credit support)[^<>;]{0,40}(?:{o}[^;]{0,60})? to {m}"
            ),
            target=ANTECEDENT,
            status=Status.AMENDED,
            measure=Measure.CEILING,
            needs_amount=True,
        ),
    ),
    _as_told(
        name="backed_lease",
        cue=r"\blease",
        needs=r"backed|backstopped|guaranteed",
        where="news",
        on_full=True,
        target_kinds=frozenset({"host", "neocloud"}),
        template=(
            r"{t},? {aux}(?:lands?|landed|signs?|signed|secures?|secured|wins?|won|inks?|inked|"
            r"announces?|announced|entered|enters) (?:(?!<P\d+>(?!-))[^;]){0,110}?(?:"
            r"(?P<source2><P\d+>)-(?:backed|backstopped|guaranteed) (?:[A-Za-z0-9-]+ ){0,6}?"
            r"[Ll]ease|[Ll]ease(?: [a-z]+)?,? (?:that is |which is )?(?:backed|backstopped|"
            r"guaranteed) by {s})"
        ),
        status=Status.SIGNED,
    ),
    Rule(
        name="backs_project",
        instrument=_GUARANTEE,
        cue=r"\bback|support",
        needs=r"lease",
        where="news",
        template=(
            r"{s},? {aux}(?:spend|provide|back|commit|pledge) {m} (?:to|in) (?:back|support|"
            r"guarantee|backstop) {b}[^;]{0,60}?(?:leased by|leased to|lease by|tenant) {o}"
        ),
        status=Status.SIGNED,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
)

PATTERN = rule_pattern("guarantee", 1, _RULES)
