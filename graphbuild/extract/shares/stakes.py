"""Stakes in sentences: shares of ownership, carrying and fair values, parts of revenue paid away.

Accepts: "The Company holds a 15% equity interest in Tidepool JV."
Accepts: "The fair value of our investment in Tidepool was $2.1 billion."
Refuses: "Holders of 15% of the notes may accelerate them."

Lives here: wording of `ownership`, `holding` and `revenue_share`. Not here: lists of subsidiaries
and 13F, 13D and 13G rows (`ownership`), tables of investments.
"""

from functools import partial

from graphbuild.extract.sentences.rules import ANTECEDENT, FILER, VENTURE, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_OWNERSHIP, _HOLDING = InstrumentId.OWNERSHIP, InstrumentId.HOLDING
_IN = (
    r"(?:(?:equity|ownership|economic|membership|voting|minority|majority|"
    r"controlling|beneficial|direct|limited partnership|indirect|interest|interests|"
    r"stake|stakes|share|shares|of|the|outstanding|issued|common|ordinary|capital|"
    r"stock|and|in|each) ?)*"
)
_HELD = (
    r"(?:hold(?:s|ing)?|held|own(?:s|ed|ing)?|ha(?:s|ve|d)|retain(?:s|ed)?|"
    r"control(?:s|led)?|maintain(?:s|ed)?|beneficially own(?:s|ed)?)"
)

_held = partial(Rule, instrument=_HOLDING, keep_status=True, measure=Measure.VALUE)
_worth_in_filing = partial(_held, where="filing", needs_amount=True)
_held_in_news = partial(_held, where="news")
_owned = partial(Rule, instrument=_OWNERSHIP, measure=Measure.SHARE)
_share_owned = partial(_owned, needs=r"<s\d")

_RULES = (
    Rule(
        name="revenue_share",
        instrument=InstrumentId.REVENUE_SHARE,
        cue=r"revenue|sales|profit|top line",
        needs=r"<s\d",
        template=(
            r"(?:{s},? {aux}(?:pay|pays|share|shares|give|gives|remit)[^<>;]{0,30}? {share} of "
            r"[^;]{0,60}?(?:revenues?|sales|profits?|proceeds|top line)[^;]{0,60}? (?:to|with) {t}|"
            r"(?P<source4><P\d+>(?:(?:,|,? and)(?: its)?(?: rival)? <P\d+>)*),? "
            r"(?P<aux4>(?:(?:has|have|will|must|also|agreed|to) )*)(?:pay|pays|paid|owes?|gives?|"
            r"hands?) (?P<target4><P\d+>)(?!'s) (?:a )?(?P<share4><S\d+>)(?: cut| share)? of "
            r"(?:(?:its|their|all) )?(?:[A-Za-z]+ ){0,3}?(?:revenues?|sales|profits?|top line)\b|"
            r"(?P<target2><P\d+>),? {aux2}(?:receive|receives|receiving|get|gets|collect|take|"
            r"takes|entitled to(?= <S\d+> of <P)) (?P<share2><S\d+>)(?: or more)? of (?!its |their "
            r")(?:the )?(?:(?P<source3><P\d+>)(?:'s)? )?[^;]{0,30}?(?:revenues?|sales|"
            r"profits?)(?:[^;]{0,60}? (?:from|by) (?P<source2><P\d+>))?)"
        ),
        source=FILER,
        measure=Measure.SHARE,
        refuses=r"accounted for|customers? represent|tax",
    ),
    _owned(
        name="owned",
        cue=r"-owned|- owned|–owned",
        on_full=True,
        template=r"{s}[-–]owned (?:[a-z]+ ){0,3}{t}",
        only_organisations=True,
        keep_status=True,
    ),
    _owned(
        name="holds_the_rest",
        cue=r"remaining|while|\band\b",
        needs=r"<s\d+>.*<s\d+>",
        template=(
            rf"(?:(?P<aux2>will )(?:own|hold|have) )?<S\d+> {_IN}(?:of|in) {{t}},? (?:while|and|"
            rf"with) {{s}}(?:,? {{aux}}{_HELD})? "
            r"(?:the |an? )?(?:remaining |other )?{share}(?! of (?!the (?!market|industry)))"
        ),
        refuses=r"notes outstanding|holders of|voting agreement|13d|quorum|voting power",
        only_organisations=True,
        shares_words=True,
    ),
    _share_owned(
        name="owns_share_of_project",
        cue=r"project|campus|venture",
        where="news",
        template=(
            rf"{{s}},? {{aux}}{_HELD} {{share}} {_IN}(?:of|in) the (?:project|campus|venture|"
            rf"site)\b"
        ),
        target="project",
    ),
    _share_owned(
        name="investment_of_share",
        cue=r"investment in|interest in|stake in",
        template=(
            r"{s},? {aux}(?:ha(?:s|ve)|holds?) an? (?:equity |minority )?(?:investment|interest|"
            r"stake) in {t} of {share}"
        ),
    ),
    _share_owned(
        name="becomes_holder",
        cue=r"becom|became",
        template=(
            r"{s},? {aux}(?:becom(?:e|es|ing)|became) an? {share} (?:shareholder|stockholder|owner|"
            r"holder|investor) (?:of|in) {t}"
        ),
        status=Status.ANNOUNCED,
    ),
    _held_in_news(
        name="holds_sized_securities",
        cue=r"\bhold|\bheld",
        template=(
            r"{s},? {aux}(?:hold(?:s|ing)?|held) (?:<M\d+> [^<>;]{0,50} and )?{m} (?:in|of|worth "
            r"of) (?:[a-z-]+ ){0,4}(?:notes|stock|shares|equity)[^;]{0,90}? (?:in|of|issued by) {t}"
        ),
        shares_words=True,
        needs_amount=True,
    ),
    _held_in_news(
        name="stake_is_worth",
        cue=r"stake",
        on_full=True,
        template=(
            r"{s}'s {t} (?:stake|holding|investment) (?:is|was) (?:now |currently )?(?:worth|"
            r"valued at) {m}"
        ),
        needs_amount=True,
    ),
    _share_owned(
        name="venture_of_which",
        cue=r"owning|holding|retaining",
        template=(r"(?:{t},? |,? )with (?P<source><P\d+>) (?:owning|holding|retaining) {share}"),
        target=VENTURE,
        refuses=r"notes outstanding|voting",
        only_organisations=True,
    ),
    _share_owned(
        name="holds_share_in",
        cue=r"interest|stake|\bown|hold|held",
        template=(
            rf"{{s}},? {{aux}}(?:(?:\w+ )?{_HELD}|obtained) (?:an? (?:equity )?(?:stake|interest) "
            rf"of |[\d.,]+(?: million)? (?:[a-z]+ ){{0,2}}(?:shares|units),? (?:which )?"
            rf"represent(?:s|ed|ing) )?{{share}} {_IN}(?:of|in) (?:(?:two|three|"
            rf"four|several|its|certain|joint|ventures?|entity|entities) )*{{t}}"
        ),
        refuses=r"notes outstanding|holders of|voting agreement|if any person|13d|quorum|following "
        r"the (?:[a-z]+ )?(?:purchases?|sales?)|beneficially own|voting power",
        only_organisations=True,
    ),
    _owned(
        name="holds_interest_in_venture",
        cue=r"equity interests? in|joint venture",
        where="filing",
        template=(
            r"{s},? {aux}(?:hold(?:s)?|owns?|ha(?:s|ve)) (?:an? )?equity interests? in "
            r"(?:(?:two|three|a|certain) )?(?:joint ventures? )?{t}"
        ),
    ),
    _share_owned(
        name="stake_of",
        cue=r"stake|interest",
        template=(
            rf"{{s}}(?:'s)?(?: [^<>;]{{0,40}}? its(?: existing| current)?)? {{share}} "
            rf"{_IN}(?:stake|interest) in {{t}}"
        ),
        refuses=r"acquir|buy|bought|sell|sold|purchas|interest rate",
        keep_status=True,
    ),
    _share_owned(
        name="holds_share_of_it",
        cue=r"own|hold|retain|keep",
        where="news",
        template=(
            rf"{{s}}(?: funds| managed funds)?,? {{aux}}(?:{_HELD}|keep(?:s|ing)?|"
            r"kept) {share}(?: slice| stake| share| interest)?(?=,|;|\.|$| and | while | through | "
            r"via | of the equity)"
        ),
        target=VENTURE,
    ),
    _held(
        name="held_shares_worth",
        cue=r"shares|stock|stake|holding",
        needs=r"fair value|carrying value|market value|worth|valued",
        template=(
            r"{s},? {aux}(?:held|hold|holds|own|owns|owned) [^<>;]{0,60}?(?:shares|stock|"
            r"stake)[^<>;]{0,20} (?:of|in) {t}[^;]{0,160}?(?:fair value|carrying value|"
            r"market value|worth|valued)[^<>;]{0,40}{m}"
        ),
        needs_amount=True,
    ),
    _worth_in_filing(
        name="value_of_investment",
        cue=r"fair value|carrying value|carrying amount",
        template=(
            r"(?:fair value|carrying value|carrying amount) of (?:{s}(?:'s)? )?(?:[a-z-]+ ){"
            r"0,3}?(?:investments?|interests?|shares|stake|notes|stock|holding|it)[^<>;]{0,5"
            r"0} (?:in|from|of) {t}(?:(?!<P)[^;]){0,100}?(?:was|were|is|of|totaled){gap} {m}"
        ),
        source=FILER,
        refuses=r"impair|debt|goodwill|consideration",
    ),
    _worth_in_filing(
        name="investment_had_value",
        cue=r"fair value|carrying value|market value",
        needs=r"investment in",
        template=(
            r"{s}'s (?:equity |preferred |strategic )?(?:investment|interest|stake) in {t},?"
            r"(?:(?!<M)[^;]){0,160}? (?:had|has|with) an? (?:estimated )?(?:fair|"
            r"carrying|market) value of {m}"
        ),
        refuses=r"impair|goodwill|consideration|consists?\b|total non|represent",
    ),
    _worth_in_filing(
        name="value_of_the_notes",
        cue=r"fair value|carrying value",
        template=(
            r"(?:[Tt]he|[Tt]hese|[Oo]ur) (?:convertible )?(?:notes|investment|shares|"
            r"warrants)(?:(?!<P|<M)[^;]){0,160}?(?:fair value|carrying value) of {m}"
        ),
        source=FILER,
        target=ANTECEDENT,
        refuses=r"impair|debt\b|goodwill|consideration|outstanding notes|notes payable",
    ),
    _worth_in_filing(
        name="values_of_kinds",
        cue=r"carrying (?:value|amount)|fair value",
        needs=r"equity (?:investments|securities)|private(?:ly)?|equity[- ]method|non-?marketable",
        template=(
            r"(?:equity (?:investments|securities)|non-?marketable (?:equity )?(?:investments|"
            r"securities)|equity[- ]method investments)(?:(?!<M)[^;]){0,200}?(?:carrying "
            r"(?:value|amount)|fair value)[^;]{0,60}?(?:was|were|of|is|totaled){gap} {m}"
        ),
        source=FILER,
        target="private-companies",
        refuses=r"impair|gains?\b|loss|goodwill|debt|decrease|increase",
    ),
    _held_in_news(
        name="moved_on_stake",
        cue=r"stake|holding|position",
        template=(
            r"{t} (?:fell|rose|dipped|gained|slid|jumped|dropped|climbed|surged|lost|added|"
            r"advanced|declined|sank|rallied|slipped)[^;]{0,40}? (?:after|as|when|even "
            r"though|although|on news that) {s} (?:said |disclosed |revealed )?(?:it |that "
            r"it )?(?:(?:has|had) )?(?:increas\w+|boost\w+|rais\w+|trimmed|cut|reduc\w+|"
            r"built|bought) [^<>;]{0,25}(?:stake|holdings?|position) in (?:it|the )"
        ),
    ),
    _held_in_news(
        name="moved_on_sale",
        cue=r"stake|holding|position",
        template=(
            r"{t} (?:fell|rose|dipped|gained|slid|jumped|dropped|climbed|surged|lost|added|"
            r"advanced|declined|sank|rallied|slipped)[^;]{0,40}? (?:after|as|when|even though|"
            r"although|on news that) {s} (?:said |disclosed |revealed )?(?:it |that it "
            r")?(?:(?:has|had) )?(?:sold|exited|dumped) (?:all |its |of |entire "
            r")*(?:stake|holdings?|position|shares) in (?:it\b|the |<P\d+> (?:of|behind|that))"
        ),
        status=Status.TERMINATED,
    ),
    _held_in_news(
        name="sold_sized",
        cue=r"stake|shares|holding",
        needs=r"\ball\b|entire|whole|remaining",
        template=(
            r"{s} (?:[a-z]+ ){0,2}(?:sells?|sold|exits?|exited|dumps?|offloads?|selling) "
            r"(?:all |its |of |the |entire |whole |remaining |[\d.,]+ |million )*{t}(?:'s)? "
            r"(?:stake|shares|holdings?|position)(?: for {m})?"
        ),
        looks_ahead=True,
        status=Status.TERMINATED,
    ),
    _held_in_news(
        name="sold_all",
        cue=r"holding|stake|position|shares",
        template=(
            r"{s} (?:[a-z]+ ){0,3}(?:sold|dumped|exited|unloaded|sells|exits|liquidated|divested|"
            r"offloaded) (?:all |its |of |the |entire |whole |holdings? |stake |position |shares "
            r"|remaining )*(?:in|of) {t}(?:[^<>;]{0,30}? for {m})?"
        ),
        status=Status.TERMINATED,
        only_named=True,
        needs=r"\ball\b|entire|whole|exit|liquidat| for <m",
    ),
    _held_in_news(
        name="raised_stake",
        cue=r"stake|holding|position|investment",
        template=(
            r"{s} (?:(?!to )[a-z]+ ){0,3}(?:increas\w+|boost\w+|rais\w+|trim\w+|cut|cuts|reduc\w+|"
            r"add\w+ to|disclos\w+|reveal\w+|build\w*|built) (?:its |a |an |their |the |"
            r"new )*(?:stakes?|holdings?|positions?|investments?)(?: in)? {t}"
            r"(?!,? (?:(?:up )?(?:to )?<M|(?:from <S\d+> )?to (?:about |over |nearly )?<S))"
        ),
        only_named=True,
    ),
)

PATTERN = rule_pattern("stakes", 1, _RULES)
