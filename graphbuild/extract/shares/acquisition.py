"""Purchases of whole companies and of properties from a named seller.

Accepts: "Lumen Robotics acquires Tidepool to speed up its models".
Accepts: "In May we completed the acquisition of Quillstone Data Ltd. for $120 million in cash."
Refuses: "We issued the notes in connection with the acquisition of Harbor Compute, Inc."

Lives here: wording of `acquisition`. Not here: stakes in companies (`equity`, `stakes`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.asset_deals import ASSET_RULES
from graphbuild.extract.shares.disposals import DISPOSAL_RULES
from graphbuild.extract.shares.failed_takeovers import FAILED_TAKEOVERS
from graphbuild.extract.shares.takeovers_told import TAKEOVERS_TOLD
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_ACQUISITION = InstrumentId.ACQUISITION
_ASIDE = (
    r"in connection with (?:the|our|its)|prior to (?:the|our)|related to the|"
    r"following the|as a result of"
)
_THINGS = (
    r"(?!'s)(?:(?<!'s)|(?= (?:(?!intellectual)[A-Za-z-]+,? ){0,4}?(?:business|division|unit|arm|"
    r"operations|campus|sites?|assets|propert|data cent|facilit|building|plant|subsidiary)))(?! "
    r"[\d,.]+[ -](?:[MG]W|megawatt|gigawatt|acre|square))(?! (?:shares|stock|notes|bonds|chips|"
    r"GPUs|power|servers|common|preferred|Class|products|programs?|technolog|platform|patents?|"
    r"rights|licen[sc]es?|trademarks?|services|ordinary|capacity|equipment|wafers|tokens|stake|"
    r"securities))(?!(?:,? (?:and )?<P\d+>)+ (?:programs?|products|technolog|patents?|licen[sc]es?|"
    r"assets)\b)"
)
_MERGER_SUB = (
    r"(?:<P\d+>,? )?(?:and )?<P\d+>,? (?:an? [A-Z][a-z]+ (?:[a-z]+ ){1,4}and )?an? "
    r"(?:(?:newly|formed|direct|indirect|and|,) )*wholly[- ]owned (?:[a-z]+ )?subsidiary of "
    r"(?:the )?(?P<again><P\d+>)"
)
"""The company that the buyer formed to be merged: "Merger Sub, a wholly owned subsidiary of"."""
_DESCRIBED = (
    r"(?:(?:[a-z-]+ ){1,4}(?:startup|start-up|firm|company|maker|developer|provider|group|operator|"
    r"business|platform|specialist|lab|tool|app|designer|builder|manufacturer) (?=<P))?"
)
_NOT_DONE = (
    r"\b(?:proposed|pending|planned|potential|possible|anticipated|expected|abandon\w*|terminat\w*|"
    r"could|would|may|might|will|expects?|intends?|plans?|notes|borrow\w*|issued)\b"
)
_NO_SHARES = r"shares|(?<!all-)(?<!> in )(?<! and )stock\b(?! (?:deal|transaction|swap|merger))"
_GROUP = r"(?:investor group|group|consortium|team|vehicle)"
_agreed = partial(Rule, instrument=_ACQUISITION, status=Status.SIGNED)
_agreed_for = partial(_agreed, looks_ahead=True)
_bought = partial(Rule, instrument=_ACQUISITION, looks_ahead=True)
_surely_bought = partial(
    Rule,
    instrument=_ACQUISITION,
    where="filing",
    refuses=_NOT_DONE,
    only_organisations=True,
    only_dated=True,
)

ACQUISITION_RULES: tuple[Rule, ...] = (
    *FAILED_TAKEOVERS,
    _bought(
        name="acquired_by",
        cue=r"(?:acquired|bought|purchased|taken over) (?:for <v\d+> [a-z ]{2,30})?by",
        template=(
            r"{t},? {aux}(?:merger agreement to be )?(?:acquired|bought|purchased|taken over)"
            r"(?: for <[MV]\d+>(?: per share)?(?: in (?:cash|stock))?)? by {s}"
        ),
        only_dated=True,
        refuses=rf"{_NO_SHARES}|common|(?:interest|stake) (?:in|of)|notes",
    ),
    _agreed(
        name="group_acquires",
        cue=r"-led |-backed |(?:led|backed|formed) by",
        needs=r"acquir|\bbuy|takeover|purchase",
        where="news",
        on_full=True,
        template=(
            r"(?:(?P<source>(?:<P\d+>[-–],? and )?<P\d+>)[-–](?:led|backed) "
            rf"{_GROUP}(?: of investors)?|(?:{_GROUP}|(?P<role><P\d+>)) (?:led|backed|formed) by "
            r"(?P<source2><P\d+>(?:(?:,|,? and) <P\d+>)*)),? {aux}(?:[Aa]cquir(?:e[sd]?|ing)|"
            r"[Bb]uy(?:s|ing)?|[Bb]ought|[Pp]urchas(?:e[sd]?|ing)) {t}(?:[^<>;]{0,40}? "
            r"(?:for|in|at|worth) {m})?"
        )
        + _THINGS,
        present=Status.SIGNED,
        role=_GROUP,
        is_joint=True,
    ),
    Rule(
        name="weighs_bid",
        instrument=_ACQUISITION,
        cue=r"\bbid\b|takeover|buyout|\boffer\b",
        where="news",
        refuses=r"shares|notes|bonds|debt|stake|ipo|\breject",
        template=(
            r"{s},? {aux}(?:weigh(?:s|ing)?|consider(?:s|ing)?|prepar(?:e[sd]?|ing)|mull(?:s|ing)?|"
            r"explor(?:e[sd]?|ing)|mak(?:e|es|ing)|made|submit(?:s|ted)?|launch(?:es|ed)?) (?:an? "
            r")?(?:{m} )?(?:(?:joint|takeover|buyout|hostile|cash) )*(?:bid|offer|takeover|buyout) "
            r"(?:for|of) {t}"
        ),
        status=Status.RUMOURED,
        keep_status=True,
    ),
    _agreed(
        name="sells_business_to",
        cue=r"divest|sell|sale of",
        needs=r"business|division|unit\b|operations",
        where="filing",
        refuses=r"shares|notes",
        template=(
            r"[Aa]greement with {s} to (?:divest|sell) (?:<P\d+>'s |our |its "
            r")?(?:[^<>;]|<P\d+>){0,60}?(?:business|division|unit|operations) for {m}"
        ),
        target=FILER,
        keep_status=True,
        needs_amount=True,
    ),
    _bought(
        name="acquires",
        cue=r"acquir|acqui-?hir|t(?:akes?|ook) over",
        refuses=r"(?:right|option) to acquire (?:up to|shares)|ability to acquire|acquired? "
        r"(?:intangible|assets and)",
        template=(
            r"{s},? {aux}(?<!was )(?<!were )(?<!been )(?:[Aa]cqui(?:r|-?hir)(?:es?|ed|ing)|takes? "
            r"over|took over|taking over) (?:all |full |ownership |substantially all |the |of |"
            r"remaining |entire |outstanding |issued |and |shares |equity |interests? |capital |"
            r"stock |100% |<S\d+> |assets |share capital |membership |common |ordinary |voting |"
            rf"partnership |units |in )*{_DESCRIBED}{{t}}"
        )
        + _THINGS,
        present=Status.SIGNED,
        only_dated=True,
    ),
    _agreed(
        name="pays_to_acquire",
        cue=r"to (?:acquire|buy)|(?:on|for) (?:acquir|buy)ing",
        where="news",
        refuses=r"shares|stock|stake|chips|gpus",
        template=(
            r"{s},? {aux}(?:spent|spends?|paid|pays?|paying|spending) {m} (?:to (?:acquire|buy)|"
            r"(?:on|for) (?:acquiring|buying)) {t}"
        )
        + _THINGS,
        status=Status.FUNDED,
        present=Status.SIGNED,
        needs_amount=True,
    ),
    _agreed_for(
        name="buys",
        cue=r"\bbuys?\b|\bbuying\b|\bbought\b|purchas|(?:snap|scoop|gobbl)[a-z]* up|swallow",
        where="news",
        refuses=rf"{_NO_SHARES}|stake|buyback|notes|bonds|chips|gpus|warrant",
        template=(
            r"{s},? {aux}(?:buys?|buying|bought|purchas(?:e[sd]?|ing)|snap(?:s|ped|ping)? up|"
            r"scoop(?:s|ed|ing)? up|gobbl(?:es?|ed|ing) up|swallow(?:s|ed|ing)?) (?:out )?"
            rf"{_DESCRIBED}{{t}}"
        )
        + _THINGS,
    ),
    _agreed_for(
        name="purchases_company",
        cue=r"purchase agreement|merger agreement|to acquire",
        template=(
            r"{s},? {aux}(?:an? |the )?(?:share|stock|asset|equity|membership interest|real "
            r"estate) purchase agreements? (?:with <P\d+> )?(?:to acquire|to purchase|for the "
            r"(?:acquisition|purchase) of) (?:all |of |the |outstanding |shares |equity |its "
            r"|their |"
            r"<S\d+> |remaining |ownership |membership |interests? |stake |in )*{t}(?!'s)(?<!'s)"
        ),
        only_dated=True,
    ),
    _agreed(
        name="acquisition_by",
        cue=r"acquisition of|takeover of|purchase of|buyout of",
        refuses=_ASIDE,
        template=r"(?:{m} )?(?:[a-z-]+ )?(?:acquisition|takeover|buyout|purchase) of {t}"
        + _THINGS
        + r" by (?:<P\d+> (?:including|of|led by|that includes) )?(?:an? )?(?:(?:consortium|group|"
        r"team|investor|of|led|by|including|investors|that|includes) )*{s}",
        only_dated=True,
    ),
    _agreed(
        name="merger_into",
        cue=r"merge",
        needs=r"wholly[- ]owned",
        template=(
            r"merge with and into {t}(?:(?!terminat).){0,160}? wholly[- ]owned (?:\w+ "
            r")?subsidiary of {s}"
        ),
        keep_status=True,
        only_named=True,
    ),
    *(
        _agreed(
            name=f"merger_agreement_{name}",
            cue=r"plan of merger|merger agreement|business combination agreement",
            needs=r"wholly[- ]owned",
            where="filing",
            refuses=r"terminat|amendment",
            template=(
                r"{s},? {aux}(?:entered into|executed|signed) (?:an? |the |that )*(?:[A-Za-z-]+ )"
                r"{0,3}?(?:Agreement and Plan of Merger|[Mm]erger [Aa]greement)(?:[^<>;]|<D\d+>)"
                rf"{{0,30}}? (?:with|among|between) {parties}"
            ),
            only_named=True,
            is_target_sure=True,
        )
        for name, parties in (
            ("sub_first", _MERGER_SUB + r",?(?: <P\d+>,)? (?:and )?{t}"),
            ("sub_last", r"(?:<P\d+>, )?{t},? (?:an? [^<>;,]{5,50}, )?(?:and )?" + _MERGER_SUB),
        )
    ),
    _agreed_for(
        name="agreement_provides",
        cue=r"agreement",
        needs=r"provide|pursuant|under",
        where="filing",
        refuses=r"\bif\b|option|right to|terminat",
        template=(
            r"(?:provid(?:es|ed|ing) that|[Pp]ursuant to|[Uu]nder) [^;]{0,160}?{s},? (?:will|shall|"
            r"has agreed to|agreed to|is to) (?:acquire|purchase) (?:<S\d+>|all) of (?:the )?"
            r"(?:issued|and|outstanding|share|capital|equity|interests|membership|shares|stock|of|"
            r"common| )+{t}(?!'s)"
        ),
        only_named=True,
        is_target_sure=True,
    ),
    Rule(
        name="licensed_and_hired",
        instrument=_ACQUISITION,
        cue=r"licen[sc]",
        needs=r"\bhir(?:ed|ing)|employees|team",
        around=r"goodwill|business combination",
        where="filing",
        template=(
            r"{s},? {aux}(?:entered into|signed|executed) (?:an? |the )?(?:[a-z‑-]+ ){0,3}?"
            r"licen[sc](?:e|ing) agreement with {t}(?!'s)[^;]{0,120}? (?:and|,) (?:also )?"
            r"(?:hired|hiring|employ(?:ed|ing)|onboarded) (?:(?:certain|some|many|most|key|all|of|"
            r"the|substantially|several) )*(?:<P\d+>(?:'s)? |its |their )"
        ),
        only_named=True,
        is_target_sure=True,
    ),
    _agreed_for(
        name="tender_offer",
        cue=r"tender offer",
        template=(
            r"{s}(?:'s)?,? {aux}(?:(?:commenced|launched|completed|announced|made|extended|"
            r"cash|an?|its|the) )*tender offer (?:to (?:acquire|purchase)|for) "
            r"(?:(?!<P)[^;]){0,60}?(?:shares|stock|units) of {t}"
        ),
        refuses=r"own shares|notes",
    ),
    _bought(
        name="funded_acquisitions",
        cue=r"acquisitions? of",
        where="filing",
        template=(
            r"{s},? {aux}(?:funded|financed|paid for|completed|closed|consummated) (?:the|its|our) "
            r"acquisitions? of {t}"
        )
        + _THINGS,
        only_dated=True,
        only_organisations=True,
    ),
    _surely_bought(
        name="grew_with_the_acquisition",
        cue=r"acquisitions? of",
        template=(
            r"{s}(?!'s),? (?:(?!<P\d+>(?!'s)|<M)[^;.]){0,120}? (?:with|through|by|following|after|"
            r"via) (?:the|<P\d+>'s|our|its) (?:[a-z0-9-]+ )?acquisitions? of {t}(?! by <P)"
        )
        + _THINGS,
    ),
    _surely_bought(
        name="with_the_acquisition_grew",
        cue=r"acquisitions? of",
        template=(
            r"(?:^|, )(?:[Ww]ith|[Tt]hrough|[Ff]ollowing|[Aa]fter|[Uu]pon) (?:the|<P\d+>'s|its) "
            r"(?:[a-z0-9-]+ )?(?:(?:completion|closing) of the )?acquisitions? of {t}(?! by <P)"
            r"(?:(?!<P|<M)[^;]){0,60}?,? {s}(?!'s)"
        ),
    ),
    *ASSET_RULES,
    *DISPOSAL_RULES,
    *TAKEOVERS_TOLD,
    _bought(
        name="property_from",
        cue=r"purchase and sale agreement|real estate|land|building|property|facilit|site|data c",
        needs=r"land\b|building|propert|facilit(?:y|ies)|sites?\b|real estate|parcel|campus|data c",
        refuses=r"lease|credit|equipment|loan",
        template=(
            r"{s},? {aux}(?:(?:[a-z]+ )?(?:purchase and sale|(?:[Rr]eal [Ee]state |[Mm]embership "
            r"[Ii]nterest |[Aa]sset |[Ee]quity |[Ss]tock )?[Pp]urchase) [Aa]greements? "
            r"with {t}[^<>;]{0,30}? (?:to (?:acquire|purchase|buy)|for the (?:purchase|"
            r"acquisition) of)|(?:purchased|acquired|bought|buy|acquire|purchase) "
            r"(?:(?!<P\d+>(?!'s)|<M)[^;]){0,80}? ?from (?P<target2><P\d+>))"
        ),
        needs_amount=True,
    ),
    _bought(
        name="property",
        cue=r"real estate|land\b|building|\bproperty|campus|\bsite\b",
        where="filing",
        template=(
            r"{s},? {aux}(?:purchased|acquired|bought|acquire|purchase|acquiring) (?:(?:an?|the|"
            r"certain|its|industrial|former|existing|approximately|[\d,.]+(?:-acre)?|acres?|"
            r"parcels?|square|foot|feet|of|real|estate|and|adjacent|office) )*(?:real estate|land|"
            r"building|property|campus|site)\b(?:(?!<P)[^;]){0,90}?(?= (?:for|at)\b)"
        ),
        needs_amount=True,
        target="seller",
        refuses=r"lease|impair|depreciat|property and equipment|property, plant|intellectual|"
        r"expenditures",
    ),
    _agreed_for(
        name="acquisition_of",
        cue=r"acquisition of|takeover of|purchase of",
        refuses=_ASIDE
        + r"|\bfail|collaps|called off|scrapped|fell (?:apart|through)|\bblock|\blapse|^why |^how ",
        template=(
            r"{s}(?:'s)?,? {aux}(?:complet\w+ |clos\w+ |consummat\w+ |announc\w+ |agree\w+ |"
            r"plann?\w* |propos\w+ )?(?:(?:of|its|the|our|their|planned|proposed|pending) "
            r")*(?:(?:[Aa]cquisition|[Tt]akeover) of|(?<=completed the )purchase of(?= [^;]{3,60}?"
            r",? for )) (?:<S\d+> of )?(?:all |the |outstanding |issued |and |capital |stock |"
            r"share |membership |shares |equity |interests |of |in )*{t}"
        )
        + _THINGS,
        only_dated=True,
    ),
)

PATTERN = rule_pattern("acquisition", 1, ACQUISITION_RULES)
