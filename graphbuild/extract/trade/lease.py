"""Leases in sentences: data centres leased, leases signed and not begun, hosting by the month.

Accepts: "We have additional leases that have not yet commenced with payments of about $7 billion."
Accepts: "Tidepool leases a data center in Texas from Harbor Compute."
Refuses: "Operating lease expense was $109 million in fiscal year 2025."

Lives here: wording of `lease`. Not here: maturity tables of leases (`commitment_tables`).
"""

import re
from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.trade.rents import with_rents
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LEASE = InstrumentId.LEASE
_EXPENSE = r"lease (?:expense|cost)|right-of-use|rental expense|tax|impairment|sublease income"

_SPACE = re.compile(
    r"data cent|building|space|land\b|facility|campus|warehouse|office|site\b", re.IGNORECASE
)
_CAPACITY = re.compile(r"capacity|comput|chips?\b|[gt]pus?\b|cloud", re.IGNORECASE)


def _rented(words: str) -> InstrumentId:
    """Rented computing is a cloud contract; space and machines are leased."""
    is_service = _CAPACITY.search(words) and not _SPACE.search(words)
    return InstrumentId.CLOUD_CONTRACT if is_service else _LEASE


_in_filing = partial(
    Rule, instrument=_LEASE, where="filing", status=Status.SIGNED, keep_status=True
)
_lease = partial(Rule, instrument=_LEASE, status=Status.SIGNED)
_announced = partial(Rule, instrument=_LEASE, status=Status.ANNOUNCED)

_RULES = (
    _in_filing(
        name="let_to",
        cue=r"leas(?:es|ed) ",
        template=(
            r"{t},? (?:currently |hereby |has )?(?:sub-?)*leas(?:es|ed) (?:(?!\bfrom\b)[^<>;]|"
            r"<P\d+> (?=[a-z])){0,90}?to {s}(?!'s)"
            r"(?=,| a | certain | the | for | per | under | pursuant|\.|$)"
        ),
        refuses=r"terminat|assign|compute|gpu|option|\bif\b|expense",
        looks_ahead=True,
        only_named=True,
    ),
    _in_filing(
        name="not_commenced",
        cue=(
            r"not (?:yet )?commence|yet to commence|expect(?:ed)? to commence|will commence|"
            r"commence between|not yet begun"
        ),
        needs=r"\blease",
        refuses=r"expenses? of|recorded|terminat|impair|paid\b",
        template=(
            r"(?:[^;]{0,220}?(?:leases?|lease (?:payments|obligations|commitments|"
            r"arrangements))[^;]{0,220}?{m}|{m2}[^;]{0,200}leases?[^;]{0,120}commence)"
        ),
        source=FILER,
        target="landlords",
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    _in_filing(
        name="not_commenced_second",
        cue=r"not (?:yet )?commence|yet to commence",
        needs=r"\blease",
        template=r"<M\d+> (?:and|for [^<>;]{0,60} and) {m}[^;]{0,80}(?:respectively|for)",
        source=FILER,
        target="landlords",
        measure=Measure.COMMITTED,
        needs_amount=True,
    ),
    _lease(
        name="leases_from",
        instrument_of=_rented,
        cue=r"\bleas|\brent",
        template=(
            r"{s},? {aux}(?:leas(?:e[sd]?|ing)|rent(?:s|ed|ing)?) (?:{m} (?:worth )?of "
            r")?(?:<P\d+>)?(?:(?!<P\d+>(?!'s| (?:[A-Z0-9]+ )?(?:GPUs?|chips?|processors|servers|"
            r"campus|site|facility|data)))[^;]){0,90}? from {t}"
        ),
        looks_ahead=True,
        refuses=_EXPENSE,
    ),
    Rule(
        name="entered_lease",
        instrument=_LEASE,
        cue=r"\blease",
        where="filing",
        needs=r"data cent|server|gpu|colocation|hosting|mining|power",
        refuses=_EXPENSE + r"|sublease|as tenant|lessor|credit|contracted revenue",
        template=(
            r"{s}(?:, through <P\d+>)?,? {aux}(?:entered into|signed|executed) (?:an? |the |"
            r"new |<P\d+> )+(?:(?!<P|<M|with\b)[^;]){0,40}?[Ll]ease(?: [Aa]greement)?(?! "
            r"[Aa]greements? with| with)(?= (?:in|for|at|effective|of|on)\b)"
        ),
        looks_ahead=True,
        target="landlord",
        only_dated=True,
        is_bare_fine=True,
    ),
    _in_filing(
        name="entered_lease_recognised",
        cue=r"right[- ]of[- ]use",
        refuses=r"impair|amorti[sz]|reduc|remeasure|sublease|\brespectively\b",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed|commenced) (?:an? |the |its |new |two |"
            r"certain )*(?:[^<>;]|<D\d+>){0,60}?[Ll]eases?\b(?:[^<>;]|<D\d+>){0,100}?(?:result\w*"
            r"|recogni\w+|record\w*)(?: (?:in|the|of|recognition|an?|initial|operating|finance"
            r"|lease|additional|approximately))* (?:{m} (?=[^<>;]{0,60}right[- ]of[- ]use)|"
            r"right[- ]of[- ]use(?: lease)? assets?(?: and [^<>;]{0,60}?)?(?: (?:of|for|totaling|"
            r"totalling|in the amount of|amounting to)) {m2})"
        ),
        target="landlord",
        needs_amount=True,
    ),
    _lease(
        name="sale_leaseback",
        cue=r"sale[- ]leaseback|sale and leaseback",
        where="filing",
        template=(
            r"{s},? {aux}(?:entered into|enter(?:s|ing)? into|signed|executed|completed) "
            r"(?:an?|the|certain|second|another) [^<>;]{0,20}[Ss]ale[- ](?:and[- "
            r"])?[Ll]easeback[^<>;]{0,40}? with {t}"
        ),
        looks_ahead=True,
        is_bare_fine=True,
    ),
    _announced(
        name="built_to_be_leased",
        cue=r"leased to|rented to",
        where="news",
        template=(
            r"^{t},? .{10,260}? to (?:build|construct|develop|finance|fund) [^<>;]{0,80}?"
            r"(?:data cent(?:er|re)s?|campus(?:es)?|facility|facilities)[^<>;]{0,60}? "
            r"(?:leased|rented) to {s}"
        ),
        keep_status=True,
        shares_words=True,
    ),
    _in_filing(
        name="signed_lease_with_filer",
        cue=r"\blease",
        needs=r"\bmw\b|megawatt|gigawatt|critical it",
        refuses=_EXPENSE,
        template=(
            r"{s},? {aux}(?:expanded its commitment by )?(?:execut(?:ed|ing)|sign(?:ed|ing)) "
            r"(?:an?|its|the) (?:[a-z-]+ ){0,3}lease(?: agreement)? for (?!<P)"
        ),
        target=FILER,
    ),
    _in_filing(
        name="exercised_option_for_more",
        cue=r"option",
        needs=r"\bmw\b|megawatt|gigawatt|critical it",
        template=(
            r"{s},? {aux}exercis(?:ed|es|ing) (?:its|an|the) (?:[a-z]+ )?(?:lease )?option "
            r"(?:to lease |to contract (?:for )?|for |to expand (?:(?!<P|<M)[^;]){0,40}?(?:adding|"
            r"by) )(?:an? )?(?:additional |further |remaining )*[\d,.]+"
        ),
        target=FILER,
    ),
    Rule(
        name="tenant_of",
        instrument=_LEASE,
        cue=r"tenant",
        template=(
            r"{s},? {aux}(?:(?:the|an?|sole|anchor|only|main|primary|first|AI/HPC|AI|HPC) )*"
            r"tenant (?:for|at|of|in) {t}"
        ),
    ),
    _announced(
        name="will_lease_site",
        cue=r"\bleas",
        where="news",
        template=(
            r"{s},? {aux}(?:leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?|pre-?leased|committed to|taken|"
            r"took) (?:all |the |of |its |entire |whole |full )+(?:facilities|facility|campus|site|"
            r"complex|data cent(?:er|re)|building)\b(?![^<>;]{0,40} (?:to|from|for) )"
        ),
        target="landlord",
    ),
    _announced(
        name="leased_by",
        cue=(
            r"leased by|leased to|leases? to|lease [a-z ]*with|leas(?:ed|es|ing) (?:the|its|all) |"
            r"leas(?:ed|es|ing) [\d.,]+ ?(?:mw|megawatts?|gw) "
        ),
        says=r"leas(?:es?|ed|ing)\b(?s:.*)\bto\b|leased\b(?s:.*)\bby\b",
        template=(
            r"{t}(?!(?:'s?)? (?:[A-Za-z0-9-]+ ){0,3}(?:GPUs?|chips?|processors?))"
            r"[^<>;.]{0,60}?(?:,? (?:which|that))?,? {aux}(?:set to be |to be "
            r")?(?:leased (?:by|to)|leas(?:e|es|ed|ing) (?:(?:(?!<P|<M)[^;]){0,90} )?to) {s}"
        ),
        looks_ahead=True,
        refuses=_EXPENSE
        + r"|guarant|led by|loans? from|financ\w+ (?:from|by)|purchase and sale|to purchase real",
    ),
    _lease(
        name="site_leased_to",
        cue=r"leased (?:to|by)",
        where="news",
        refuses=_EXPENSE,
        template=(
            r"(?:[Dd]ata cent(?:er|re)|[Cc]ampus|[Ss]ite|[Ff]acility|[Bb]uilding|"
            r"[Dd]evelopment)s?\b[^<>;.]{0,40}? (?:(?:already|fully|100%|pre-?|that is|which is|"
            r"set to be) ?)?leased (?:to|by) {s}"
        ),
        target="landlord",
        keep_status=True,
    ),
    _announced(
        name="helps_lease",
        cue=r"\blease",
        where="news",
        template=(
            r"(?:help|helping|enable|allow|allowing|for) {s} (?:to )?lease [^;]{0,90}?(?:dev"
            r"eloped|being developed|owned|built|being built|operated) by {t}"
        ),
        keep_status=True,
    ),
)

PATTERN = with_rents(rule_pattern("lease", 1, _RULES))
