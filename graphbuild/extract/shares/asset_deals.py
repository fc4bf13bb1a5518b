"""Purchases of properties, assets and businesses that the words describe instead of naming.

Accepts: "We agreed to purchase from Ashgrove Properties LLC a building with its land for a cash
price of $53.2 million."
Accepts: "During the year we completed three business acquisitions for total consideration of $467
million."
Refuses: "We purchased from Corvid Systems Inc. network equipment for $12 million."

Lives here: rules used by `acquisition`; the seller of a property stands for what was bought. Not
here: companies bought by name (`acquisition`), what the filer sells (`disposals`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_ACQUISITION = InstrumentId.ACQUISITION
PLACE = (
    r"(?:land\b|buildings?\b|propert(?:y|ies)\b|facilit(?:y|ies)\b|campus|sites?\b|real estate|"
    r"parcels?\b|data cent(?:er|re)s?\b|acres\b|power plant|warehouse)"
)
_NO_PLACE = r"\bleas(?:e|ed|ing)\b|credit|equipment from|loan|impair|depreciat|miners|servers|gpus"
_KIND = (
    r"(?:[Aa]sset|[Ee]quity|[Ss]tock|[Ss]hare|[Mm]embership [Ii]nterests?|[Uu]nit|[Rr]eal "
    r"[Ee]state|[Bb]usiness|[Pp]urchase [Aa]nd [Ss]ale)"
)
_COUNTED = (
    r"(?:(?:an?|the|our|its|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several"
    r"|various|certain|other|immaterial|individually|business|strategic|additional|tuck-in|smaller"
    r"|-held|private|companies|and|of|\d+) )*"
)

_bought = partial(
    Rule, instrument=_ACQUISITION, where="filing", refuses=_NO_PLACE, needs_amount=True
)
_place_bought = partial(Rule, instrument=_ACQUISITION, where="filing", needs=PLACE, only_dated=True)

ASSET_RULES: tuple[Rule, ...] = (
    _bought(
        name="agreed_to_buy_assets_of",
        cue=r"agreement",
        needs=r"assets|business",
        refuses=r"\blease|credit agreement|equipment",
        template=(
            r"{s},? {aux}(?:entered into|executed|signed) (?:an? |the )?(?:[Aa]sset|[Bb]usiness|"
            r"[Pp]urchase [Aa]nd [Ss]ale|[Aa]cquisition)[A-Za-z ]{0,24}? ?[Aa]greement(?:[^<>;]|"
            r"<D\d+>){0,40}? with <P\d+>(?:(?!<M)[^;]){0,120}? to (?:purchase|acquire) (?:(?!<M|"
            r"<P)[^;]){0,80}?(?:assets|business|operations) (?:of|from) {t}(?:(?!<M)[^;]){0,60}? "
            r"for (?:(?:an?|aggregate|total|purchase|price|consideration|of|cash) )*{m}"
        ),
        status=Status.SIGNED,
        keep_status=True,
    ),
    _bought(
        name="agreed_to_buy_place_from",
        on_full=True,  # what is bought reads like an apposition of the seller
        cue=r"from",
        needs=PLACE,
        template=(
            r"{s},? {aux}(?:purchased?|acquired?|buy|bought) from {t},? "
            rf"(?=[^;]{{0,160}}?{PLACE})(?:(?!<M)[^;]){{0,320}}? (?:for|at) {{m}}"
        ),
    ),
    _bought(
        name="completed_purchase_of_place_from",
        cue=r"acquisition of|purchase of",
        needs=PLACE,
        template=(
            r"{s},? {aux}(?:complet(?:ed|es)|clos(?:ed|es)|consummated)(?: on)? (?:its|the|our) "
            rf"(?:acquisition|purchase) of (?=[^;<]{{0,160}}?{PLACE})(?:(?!<M|<P)[^;]){{0,160}}? "
            r"from {t}(?:(?!<M)[^;]){0,60}? (?:for|at) {m}"
        ),
        keep_status=True,
    ),
    _place_bought(
        name="place_to_be_bought_from",
        cue=r"acquisition of|purchase of|to (?:acquire|purchase|buy)",
        refuses=_NO_PLACE + r"|completed|closed|consummated",
        template=(
            r"{s}(?:'s (?:proposed |planned |pending )?(?:acquisition|purchase) of|,? {aux}(?:"
            r"(?:definitive|agreement|agreed|approval) )*to (?:acquire|purchase|buy)) "
            rf"(?=[^;]{{0,120}}?{PLACE})(?:(?!<M)[^;]){{0,140}}?{PLACE}(?:(?!<M|<P)[^;]){{0,60}}? "
            r"from {t}(?!'s)(?:,? for (?:[a-z]+ ){0,4}?{m})?"
        ),
        only_named=True,
        status=Status.SIGNED,
        keep_status=True,
    ),
    _place_bought(
        name="acquisition_from_of_place",
        cue=r"acquisition from|purchase from",
        refuses=_NO_PLACE,
        template=(
            r"{s}(?: an? [^<>;]{0,60}?)?,? {aux}(?:complet(?:ed|es)|clos(?:ed|es)|consummated)"
            r"(?: on)? (?:an?|its|the|our) (?:acquisition|purchase) from {t},?"
            rf"(?: an? [^<>;]{{0,60}}?)? of (?=[^;]{{0,80}}?{PLACE})"
        ),
        keep_status=True,
    ),
    _bought(
        name="completed_purchase_of_place",
        cue=r"acquisition of|purchase of|option to (?:purchase|acquire)",
        needs=PLACE,
        template=(
            r"{s},? {aux}(?:(?:complet(?:ed|es)|clos(?:ed|es)|consummated)(?: on)? (?:its|the|our) "
            r"(?:acquisition|purchase) of|exercised (?:its|the|our|<P\d+>'s) (?:purchase )?option "
            rf"to (?:purchase|acquire)) (?=[^;<]{{0,120}}?{PLACE})(?:(?!<M|<P|"
            r"\bfrom\b)[^;]){0,120}?(?: in (?:<P\d+>(?:, [A-Z]\w+)?))? (?:for|at) {m}"
        ),
        target="seller",
        keep_status=True,
    ),
    _bought(
        name="assets_bought_by_agreement",
        cue=r"agreement",
        needs=r"acquire|purchase",
        refuses=r"\bleas(?:e|ed|ing)\b|credit|loan|shares of (?:common|preferred|our)|miners|gpus|"
        r"servers|notes\b|bitcoin|power purchase|energy",
        template=(
            rf"{{s}},? {{aux}}(?:an? )?(?:[A-Za-z-]+ ){{0,3}}?{_KIND}(?: [Pp]urchase)? "
            r"[Aa]greements?,? with {t},? (?:pursuant to which|under which|whereby|to) "
            r"(?:<P\d+>,? )?(?:(?:will|has|have|had|agreed|is|to|would|shall) )*"
            r"(?:acquired?|purchased?|buy) (?:(?!<M|<P)[^;]){0,160}?(?:from <P\d+>)?,? ?"
            r"(?:(?!<M|<P)[^;]){0,60}?(?:for|in exchange for) {m}"
        ),
        status=Status.SIGNED,
    ),
    _bought(
        name="acquired_businesses",
        cue=r"acqui|business combination",
        refuses=r"costs|expenses?\b|bitcoin|equity method|liabilit|amortiz|if ",
        template=(
            rf"{{s}},? {{aux}}(?:(?:completed|closed|made|consummated) {_COUNTED}(?:acquisitions?"
            r"(?: activity)?|business combinations?|purchases? of businesses)|"
            rf"acquired {_COUNTED}(?:companies|businesses))\b(?! of <P)(?:(?!<M|<P)[^;]){{0,100}}? "
            r"(?:for|with|totaling|at) {m}"
        ),
        target="acquired-businesses",
        keep_status=True,
    ),
    _bought(
        name="paid_for_land",
        cue=r"\bland\b",
        refuses=r"\bleas(?:e|ed|ing)\b|if |may |would ",
        template=(
            r"{m},? (?:(?:was|were|has|been|had) )*(?:paid|spent|used) (?:to (?:acquire|purchase|"
            r"buy)|for) (?:the |approximately |an? )?(?:[\d,.]+ acres of |parcel of )?land\b|"
            r"(?:paid|spent) {m2} (?:to (?:acquire|purchase|buy)|for) (?:the |approximately |an? )?"
            r"(?:[\d,.]+ acres of |parcel of )?land\b"
        ),
        source=FILER,
        target="seller",
        keep_status=True,
    ),
    _bought(
        name="price_of_purchase",
        cue=r"purchase price|consideration|cash paid",
        refuses=r"contingent|earn-?out|escrow|hold-?back|deferred|excess|allocat|adjust|\bif\b|"
        r"\bmay\b|notes\b|shares of common",
        only_organisations=True,
        template=(
            r"(?:(?:[Tt]he|[Oo]ur|[Tt]otal|[Aa]ggregate) (?:[a-z]+ ){0,3}?(?:purchase price|"
            r"(?:purchase )?consideration)|[Cc]ash)(?: paid| transferred)? (?:for|of) "
            r"(?:(?:the|our) )?(?:(?:acquisition|purchase) of )?{t}(?!'s)(?:[^<>;]|<D\d+>){0,50}? "
            r"(?:was|is|totaled|totalled|amounted to|consisted of) {m}"
        ),
        source=FILER,
        keep_status=True,
    ),
    _bought(
        name="paid_to_acquire_company",
        cue=r"to (?:acquire|purchase|buy)",
        refuses=r"shares|stock|stake|miners|equipment|licen[sc]e|interest",
        only_organisations=True,
        template=(
            r"{s},? {aux}(?:paid|spent|transferred) {m}(?:[^<>;]){0,40}? to "
            r"(?:acquire|purchase|buy) (?:all of |100% of )?{t}(?!'s| [a-z])"
        ),
    ),
)
