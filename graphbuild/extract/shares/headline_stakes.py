"""Stakes in the short words of headlines: the company stands before "stake", or no size is told.

Accepts: "Corvid discloses 5% Tidepool stake."
Accepts: "Meridian ups Quillstone stake to 14%."
Refuses: "Corvid weighs sale of Quillstone unit."

Lives here: wording of `holding`, `ownership` and `equity` in headlines. Not here: stakes in
sentences (`stakes`, `stakes_told`), stakes that a sum is paid for (`equity`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_HOLDING = InstrumentId.HOLDING
_ITS = r"(?:(?:its|an?|the|entire|whole|remaining|full|minority|big|large) )*"
_NOT_SURE = r"\bno\b|\bnot\b|den(?:y|ies|ied)|rule[sd]? out|could|may\b|might"

_headline = partial(Rule, where="headline", refuses=_NOT_SURE, only_named=True)

_RULES = (
    _headline(
        name="moves_named_stake",
        instrument=_HOLDING,
        cue=r"stake|holding",
        template=(
            r"{s},? {aux}(?:up|rais|boost|lift|increas|hik|cut|trim|par|reduc|lower|rais|"
            rf"add)[a-z]* (?:to )?{_ITS}{{t}} (?:stake|holding|position)s?\b"
        ),
        measure=Measure.VALUE,
    ),
    _headline(
        name="has_named_share",
        instrument=InstrumentId.OWNERSHIP,
        cue=r"stake",
        needs=r"<s\d",
        template=(
            r"{s},? {aux}(?:holds?|owns?|has|disclos(?:es|ed)|reveals?|reveal(?:s|ed)|reports?|"
            r"reported|builds?|built|takes?|took|buys?|bought) (?:an? )?{share} {t} stake\b"
        ),
        measure=Measure.SHARE,
    ),
    _headline(
        name="holds_stake_of_no_size",
        instrument=_HOLDING,
        cue=r"stake",
        refuses=_NOT_SURE + r"|<s\d|<m\d",
        template=(
            r"{s},? (?:holds?|owns?|disclos(?:es|ed)|reveals?|revealed|reports?) (?:an? |its )?"
            r"(?:[a-z]+ )?(?:stake in {t}|(?P<target2><P\d+>) stake)(?!'s)"
        ),
        measure=Measure.VALUE,
        keep_status=True,
    ),
    _headline(
        name="seeks_investment_from",
        instrument=InstrumentId.EQUITY,
        cue=r"investment",
        refuses=_NOT_SURE + r"|<m\d",
        template=(
            r"{t},? {aux}(?:seek(?:s|ing)?|get(?:s|ting)?|secur(?:es|ed|ing)|win(?:s)?|won|"
            r"attract(?:s|ed|ing)?|land(?:s|ed)?|receiv(?:es|ed|ing)|court(?:s|ing)?) (?:an? |new |"
            r"strategic |equity |minority )*(?:investment from {s}|(?P<source2><P\d+>) "
            r"investment\b)"
        ),
    ),
)

PATTERN = rule_pattern("headline_stakes", 1, _RULES)
