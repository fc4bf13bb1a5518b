"""Ownership in the wordings of notes: who owns which part of whom, told from either end.

Accepts: "Foxglove Partners LLC is owned 80% by Brightwater and 20% by the Company."
Accepts: "Our ownership interest in Lumen Robotics was 20%."
Refuses: "An interested stockholder is one who owned 15% of the outstanding shares."

Lives here: those wordings, and the test that a bare name is one. Not here: the plain "holds a 15%
interest in" (`stakes`), what insiders own of the filer (`insider_stakes`), tables of investees.
"""

from collections.abc import Iterator
from functools import partial

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.sure_names import is_sure
from graphbuild.extract.sentences.reading import is_news
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Claim, Status
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_KIND = (
    r"(?:(?:equity|ownership|economic|membership|voting|minority|majority|controlling|"
    r"non-?controlling|beneficial|direct|indirect|limited|general|partner|partnership|capital|"
    r"joint|venture|effective|common|initial|current|aggregate|total|remaining) )*"
)
_STAKE = rf"{_KIND}(?:interests?|stakes?|ownership|shareholding|position|investment)"
_CLASS = (
    r"(?:(?:the|its|total|issued|and|outstanding|then|fully|diluted|class|series|[A-H]|common|"
    r"ordinary|voting|capital|equity|share|membership|economic|limited|partnership|partner|"
    r"non-?controlling|minority|majority|ownership|beneficial) )*"
    r"(?:shares?|stock|equity|units|interests?|stake|ownership|securities|capital)"
)
_HOLD = (
    r"(?:own(?:s|ed)?|hold(?:s)?|held|retain(?:s|ed)?|control(?:s|led)?|"
    r"continue[sd]? to (?:own|hold))"
)
_WAS = r"(?:is|was|are|were|being)"
_NOW = (
    r"(?:is|was|are|were|of|stood at|remain(?:s|ed)(?: at)?|amounted to|represent(?:s|ed)|"
    r"total(?:s|ed)|(?:decreas|increas|declin|reduc|dilut|chang)\w*(?: from <S\d+>)? to|"
    r"(?:was|were|is) (?:reduced|diluted|increased|decreased)(?: from <S\d+>)? to|to)"
)
_ONE = r"(?P<source><P\d+>)(?!(?:'s)?(?:,| and| &|, and) <P)"
"""One owner: a share told of two together is neither's own."""
_SUPPOSED = (
    r"notes outstanding|outstanding notes|holders? of|interested (?:stock|share)holder|quorum|"
    r"if any person|\bwould\b|\bmay\b|affirmative vote|deemed to|generally|at least <s|"
    r"<s\d+> or more|interest rate|per annum|<s\d+> owner\b|\brevenues?\b|\bsales\b"
)

_owned = partial(
    Rule, instrument=InstrumentId.OWNERSHIP, needs=r"<s\d", refuses=_SUPPOSED, measure=Measure.SHARE
)
_share = partial(Rule, instrument=InstrumentId.OWNERSHIP, measure=Measure.SHARE)

_RULES = (
    _owned(
        name="stake_amounts_to",
        cue=r"interest|stake|ownership|shareholding",
        template=(
            rf"{{s}}'s {_STAKE}(?: percentage)? in {{t}}(?:'s [a-z ]{{0,30}})?,?"
            rf"(?: [^<>;,]{{0,40}},)? {_NOW} {{share}}"
        ),
    ),
    _owned(
        name="investment_amounts_to_stake",
        cue=r"investments?\b",
        template=(
            rf"{{s}}'s (?:equity |preferred )?investments? in {{t}},? (?:[^<>;]{{0,40}} )?"
            rf"represent(?:s|ed|ing)? (?:an? )?{_STAKE} of {{share}}"
        ),
    ),
    _owned(
        name="in_which_holds",
        cue=r"\b(?:in|of|for) which\b",
        template=(
            rf"{{t}},? (?:(?:in|of|for) which) {{s}} {{aux}}(?:indirectly |directly |currently )?"
            rf"(?:{_HOLD}|ha(?:s|ve|d)) {{share}}"
        ),
        refuses=rf"{_SUPPOSED}|\bwith <p\d+>,? (?:in|of|for) which",
    ),
    _owned(
        name="share_owned_by",
        cue=r"\bowned\b|\bheld\b",
        template=(
            rf"{{t}},? (?:(?:which )?{_WAS} |<P\d+>,? |an? [^<>;,]{{0,40}} )(?:(?:\w+ly|then) )*"
            rf"(?P<share><S\d+>)[- ](?:\w+ly )?(?:owned|held) by {_ONE}"
        ),
        refuses=_SUPPOSED + r"|\buntil\b|respectively",
        shares_words=True,
    ),
    _share(
        name="which_is_owned_by",
        cue=r"<s\d+>[- ]owned by|<s\d+> of which",
        on_full=True,
        template=(
            r"(?P<target><P\d+>), (?:(?:which (?:is|was) )?(?P<share><S\d+>)[- ]|"
            rf"(?P<share2><S\d+>) of which (?:is|was) )(?:owned|held) by {_ONE}"
        ),
        refuses=_SUPPOSED + r"|\buntil\b|respectively",
        shares_words=True,
    ),
    _owned(
        name="owned_in_turn",
        cue=r"\bowned\b",
        template=(
            rf"by (?P<target><P\d+>),? which {_WAS} (?:in turn )?(?P<share><S\d+>)[- ]"
            r"(?:\w+ly )?owned by {s}"
        ),
        refuses=_SUPPOSED + r"|\buntil\b",
        shares_words=True,
    ),
    _owned(
        name="owned_share_by",
        cue=r"\bowned\b|\bheld\b|ownership",
        template=(
            rf"(?P<target><P\d+>),? (?:(?:which )?{_WAS} )?(?:\w+ly )?(?:owned|held) "
            rf"(?P<share><S\d+>) by {_ONE}"
        ),
        refuses=_SUPPOSED + r"|respectively",
        shares_words=True,
    ),
    _share(
        name="owned_rest_by",
        cue=r"\bowned\b|\bheld\b",
        needs=r"<s\d+>.*<s\d+>",
        template=(
            rf"(?P<target><P\d+>),? (?:(?:which )?{_WAS} )?(?:\w+ly )?(?:owned|held) <S\d+> by "
            rf"<P\d+>,? and (?P<share><S\d+>) by {_ONE}|(?P<target2><P\d+>),? (?:which )?{_WAS} "
            r"<S\d+>[- ](?:owned|held) by <P\d+>,? and (?P<share2><S\d+>) by (?P<source2><P\d+>)"
        ),
        refuses=_SUPPOSED + r"|respectively",
        shares_words=True,
    ),
    _owned(
        name="remaining_share_held_by",
        cue=r"remaining",
        template=(
            rf"(?:[Tt]he )?remaining (?P<share><S\d+>) (?:(?:{_CLASS}) )?(?:of|in) {{t}} {_WAS} "
            r"(?:\w+ly )?(?:owned|held) by {s}"
        ),
    ),
    _share(
        name="shared_ownership",
        cue=r"ownership",
        needs=r"<s\d+>.*<s\d+>",
        template=(
            rf"{_KIND}ownership (?:interests? )?(?:of|in) {{t}} (?:is|are|was|shall be|will be) "
            r"(?P<share><S\d+>) (?:by |to |for )?(?P<source><P\d+>),? and "
            r"<S\d+> (?:by |to |for )?<P\d+>"
        ),
        refuses=r"\bif\b|voting",
        status=Status.SIGNED,
        shares_words=True,
    ),
    _share(
        name="shared_ownership_rest",
        cue=r"ownership",
        needs=r"<s\d+>.*<s\d+>",
        template=(
            rf"{_KIND}ownership (?:interests? )?(?:of|in) {{t}} (?:is|are|was|shall be|will be) "
            r"<S\d+> (?:by |to |for )?<P\d+>,? and (?P<share><S\d+>) (?:by |to |for )?"
            r"(?P<source><P\d+>)"
        ),
        refuses=r"\bif\b|voting",
        status=Status.SIGNED,
        shares_words=True,
    ),
    _owned(
        name="share_owned_company",
        cue=r"[- ]owned",
        template=(
            r"{s}'s (?P<share><S\d+>)[- ]owned (?:\w+ ){0,3}?(?:joint venture|subsidiary|affiliate|"
            r"investee|entity|company)?,? {t}|(?P<target2><P\d+>),? (?:(?P<source2><P\d+>)'s|an?) "
            r"(?P<share2><S\d+>)[- ]owned (?:\w+ ){0,3}?(?:joint venture|subsidiary|affiliate|"
            r"investee|entity|company)(?: of (?P<source3><P\d+>))?"
        ),
        source=FILER,
    ),
    _owned(
        name="shares_make_stake",
        cue=r"represent",
        template=(
            rf"{{s}},? {{aux}}(?:{_HOLD}|receiv(?:e|es|ed)|acquired|purchased) (?:[^<>;]{{0,70}}"
            rf"(?:shares|units|stock|interests?)[^<>;]{{0,40}} )(?:of|in) {{t}}[^<>;]{{0,60}}?,? "
            rf"(?:which )?represent(?:s|ed|ing) (?:an? )?(?:approximate )?{{share}} "
            rf"(?:of (?:the |its )?)?{_CLASS}"
        ),
    ),
    _owned(
        name="received_share_of",
        cue=r"represent",
        template=(
            rf"{{s}},? {{aux}}(?:{_HOLD}|receiv(?:e|es|ed)|acquired) (?:[^<>;]{{0,50}} )?"
            rf"(?:shares|units|stock|interests) representing {{share}} (?:of (?:the )?)?{_CLASS} "
            r"(?:of|in) {t}"
        ),
    ),
    _owned(
        name="largest_holder",
        cue=r"holder",
        template=(
            r"{s},? (?:is|was|remains?)? ?(?P<target><P\d+>)'s (?:largest|majority|controlling|"
            r"principal|single largest) (?:share|stock|unit)holder,? (?:with|holding|owning|and "
            rf"{_HOLD}) (?:a total of |an aggregate of )?{{share}}"
        ),
    ),
    _owned(
        name="owner_of_equity",
        cue=r"\bowner\b",
        template=(
            r"{s}(?:,? [^;]{0,60}?)? (?:is|was) (?:[^;<>]{0,40}(?:<P\d+> )?and )?the (?:beneficial "
            rf"|indirect |sole )?owner of {{share}} of (?:the )?{_CLASS} (?:of|in) {{t}}"
        ),
        shares_words=True,
    ),
    _owned(
        name="rest_held_by",
        cue=r"remaining",
        needs=r"<s\d+>.*<s\d+>",
        template=(
            rf"<S\d+> (?:of (?:the )?)?{_CLASS} (?:of|in) {{t}},? (?:with|and|while) the remaining "
            r"(?P<share><S\d+>) (?:[a-z]+ ){0,2}?(?:being )?(?:held|owned) by {s}"
        ),
        shares_words=True,
    ),
    _owned(
        name="share_in_held_by",
        cue=r"held by|owned by",
        template=(
            rf"(?P<share><S\d+>) (?:{_STAKE} in|of (?:the )?{_CLASS} (?:of|in)) {{t}},? (?:(?:that|"
            rf"which) )?(?:{_WAS} )?(?:indirectly )?(?:held|owned) by {_ONE}"
        ),
        refuses=_SUPPOSED + r"|respectively",
    ),
    _share(
        name="moved_stake_to",
        cue=r"stake|holding|interest|position|ownership",
        needs=r"<s\d",
        where="news",
        template=(
            r"{s},? {aux}(?:increas|rais|boost|lift|hik|cut|trim|reduc|lower|par|grow|grew|build|"
            r"built|up|tak|took|bring|brought|doubl|tripl)[a-z]* "
            rf"(?:its|their|his|her|an?) (?:(?:{_STAKE}|holding) in {{t}}|(?P<target2><P\d+>) "
            rf"(?:{_STAKE}|holding))(?: from <S\d+>)? to (?:about |over |nearly |just )*{{share}}"
        ),
    ),
    _owned(
        name="has_stake_in",
        cue=r"interest|stake|ownership|investment",
        template=(
            rf"{{s}},? (?:which |who )?{{aux}}(?:currently |indirectly |directly )*(?:{_HOLD}|"
            rf"ha(?:s|ve|d)|maintains?|received|disclos(?:es|ed)|reveal(?:s|ed)|buil(?:ds|t)|"
            rf"amass(?:es|ed)) (?:an? )?{{share}} {_STAKE} in {{t}}"
        ),
        refuses=_SUPPOSED + r"|beneficially|voting power|\bif\b",
    ),
    _owned(
        name="owns_share_of_shares",
        cue=r"\bown|\bhold|\bheld|retain|control",
        template=(
            rf"{{s}},? (?:which |who )?{{aux}}(?:currently |indirectly |directly )*{_HOLD} "
            rf"(?:an? )?{{share}} (?:of (?:the )?)?(?:{_CLASS} )?(?:of|in) {{t}}"
        ),
        refuses=_SUPPOSED + r"|beneficially|voting power|\bif\b|following the",
    ),
)

_BY_RULE = rule_pattern("stakes_told", 1, _RULES)


def find_stakes_told(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of the rules whose parties are surely companies, or people who own one."""
    for claim in _BY_RULE.find(document, context):
        if is_news(document) or all(is_sure(p, document, context) for p in claim.parties):
            yield claim


STAKES_TOLD = Pattern("stakes_told", 1, find_stakes_told)
