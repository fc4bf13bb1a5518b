"""Counted shares sold or issued by a company, and what the sale brought in.

Accepts: "In the second quarter we sold 1,250,000 shares under the programme for net proceeds of
$20.5 million."
Accepts: "Harbor issued an aggregate of 900,000 ordinary shares to Corvid for gross proceeds of
$12 million."
Accepts: "We received net proceeds of $20.5 million from the sale of 1,250,000 shares."
Refuses: "We issued 40,000 shares to our employees with a value of $2 million."

Lives here: rules of one sentence, used by `offerings`, and the expressions they are made of. Not
here: proceeds that the next sentence tells (`share_sale_followups`), the size of a programme
(`offerings`).
"""

import re
from functools import partial

from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
SMALLEST_SALE = 1_000_000
"""No sale of shares worth telling is below this; such figures leave out their scale."""

NO_SALE = (
    r"\bnotes?\b|debenture|\bbonds?\b|warrant|options?\b|employee|restricted|\brsus?\b|"
    r"vest(?:ed|ing)|repurchas|buyback|tender offer|intend|\bmay\b|\bcould\b|\bif\b|dividend|"
    r"distribut|conver|compensation|consult|director|settlement|for services|\bespp\b|purchase "
    r"plan|incentive|in connection with the acquisition|consideration for the|exercise|pro forma|"
    r"as adjusted|stock split|selling (?:stock|share)holder"
)
"""Shares given for something else than money, or money for something else than shares."""

COUNT = (
    r"(?:(?:an?|the|aggregate|total|additional|approximately|remaining|combined|of|up|to) )*"
    r"\d[\d,.]*(?: (?:million|billion|thousand))?"
    r"(?: and \d[\d,.]*(?: (?:million|billion|thousand))?)?"
)
STOCK = (
    r"(?:(?!<)[A-Za-z-]+ ){0,4}?(?:[Ss]hares?|ADSs?|[Uu]nits|[Ss]tock)\b"
    r"(?: of (?:<P\d+>'s |its |our |the )?(?:[A-Za-z0-9-]+ ){0,5}?(?:[Ss]tock|[Ss]hares|ADSs|"
    r"[Uu]nits))?(?! (?:of|in) <P)"
)
SELLS = (
    r"(?:issue[sd]? and s(?:old|ells?)|sold and issued|(?:offered and )?sold|issue[sd]?|"
    r"(?:completed|closed)(?: on)? the (?:sale|issuance|placement|issuance and sale) of)"
)
_BETWEEN = r"(?:(?!<M|\bto <P)[^;]){0,260}?"
_BRINGS = (
    r"(?:for|in exchange for|in consideration (?:of|for)|resulting in|result(?:ed|ing) in|which "
    r"(?:resulted in|generated|raised)|generating|raising|yielding|representing|providing|receiving"
    r"|and (?:received|raised|generated|realized)|with(?= [^<;]{0,40}proceeds)|"
    r"at(?= an? (?:aggregate|total))|having(?= an? aggregate))"
)
_PROCEEDS = (
    r"(?:[a-z]+ ){0,5}?(?:proceeds|consideration|price)(?:[^<>;.]|<P\d+>(?:'s)?){0,90}? "
    r"(?:of|were|was|totaling|totaled|totalling|equal to) "
)
BROUGHT = rf"{_BRINGS}(?![^<;]{{0,40}}\bvalue\b)(?: <P\d+>(?: with)?)? (?:{{m}}|{_PROCEEDS}{{m2}})"
OFFER = (
    r"(?:(?:an?|the|its|our|such|this|these|upsized|marketed|overnight|underwritten|registered|"
    r"public|primary|follow-on|secondary|[Ii]nitial|best|efforts|direct|concurrent|private|rights|"
    r"equity|common|preferred|stock|share|<P\d+>'s|(?!Notes?\b|Bonds?\b|Debt\b|Debentures?\b|"
    r"Convertible|Exchange|Tender|Resale|Secondary)[A-Z][a-z]+(?:-[A-Z][a-z]+)?|<D\d+>|\d{4}) "
    r")*(?:[Oo]ffering|IPO|initial public offering|(?:ATM|[Aa]t[- ][Tt]he[- ][Mm]arket)\b|"
    r"[Pp]rivate [Pp]lacement|[Rr]egistered [Dd]irect|PIPE\b|[Rr]ights [Oo]ffering)"
)

_BY_CONTRACT = (
    r"(?:(?:an? )?(?:subscription|securities purchase|stock purchase|share purchase|investment) "
    r"agreements?(?: with <P\d+>)? (?:to|pursuant to which it (?:agreed to|will)) )?"
)


_sold = partial(Rule, instrument=_EQUITY, where="filing", refuses=NO_SALE, needs_amount=True)
_paid_in = partial(_sold, measure=Measure.PAID, smallest=SMALLEST_SALE)
_paid_by_public = partial(_paid_in, source="public-investors", keep_status=True)


def _bought_by(*, hidden_source: bool = False, only_organisations: bool = False) -> Rule:
    """Investors without a name, or organisations: a person may have bought in the market."""
    return _paid_in(
        name="investors_bought_counted_shares",
        cue=r"shares|stock|\bads|units",
        refuses=NO_SALE + r"|open market|from (?:the )?(?:selling|existing)",
        template=(
            rf"{{s}},? {{aux}}{_BY_CONTRACT}(?:purchased?|acquired?|subscribed? for|bought|buy) "
            rf"{COUNT} {STOCK}{_BETWEEN} {BROUGHT}"
        ),
        target=FILER,
        hidden_source=hidden_source,
        only_organisations=only_organisations,
    )


_TENSES = (
    ("were", r"(?:were|was|totaled|totalled|amounted to|are|is|of)", Status.FUNDED, Measure.PAID),
    (
        "will_be",
        r"(?:will be|(?:are|is) (?:expected|estimated|anticipated) to be)",
        Status.SIGNED,
        Measure.HEADLINE,
    ),
)


_MAY_SALE = r"\bmay\b(?! (?:\d|<d|registered|public|private|offering|underwritten|direct))"
_NO_OFFERING = re.sub(r"\|warrant|\|options\?\\b|\|exercise", "", NO_SALE).replace(
    r"\bmay\b", _MAY_SALE
) + (r"|exercise of (?:the |our |such |all |certain |outstanding |[a-z-]+ )*warrants|stock options")
"""An offering may be one of warrants too, or count the option that underwriters exercised."""
_AROUND = r"^(?!.*(?:\bnotes\b|debenture|\bbonds\b)).*(?:shares|stock|\bipo\b)"


def _proceeds_of_offering(name: str, verb: str, status: Status, measure: Measure) -> Rule:
    """What an offering brought in or will; shares alone, for the proceeds of notes are a debt."""
    return _sold(
        name=f"proceeds_of_offering_{name}",
        cue=r"proceeds",
        around=_AROUND,
        refuses=_NO_OFFERING,
        template=(
            r"(?:[Gg]ross|[Nn]et|[Aa]ggregate|[Tt]otal|[Cc]ash|[Oo]ffering|[Tt]he) "
            r"proceeds(?: (?:received|raised|realized))?(?: (?:to|by) {t})? (?:from|of|in) "
            rf"(?:{OFFER}|(?:the )?(?:sale|issuance)s? of (?:(?:the|our|such|these) )*(?:[A-Za-z]+ "
            rf"){{0,3}}?(?:shares|stock|ADSs|units))(?:(?!<M)[^;]){{0,120}}? {verb} {{m}}"
        ),
        status=status,
        measure=measure,
        source="public-investors",
        target=FILER,
        keep_status=True,
        smallest=SMALLEST_SALE,
    )


SHARE_SALE_RULES: tuple[Rule, ...] = (
    _sold(
        name="sold_counted_shares_to",
        cue=r"shares|stock|\bads|units",
        template=(
            rf"{{t}},? {{aux}}{SELLS} {COUNT} {STOCK}(?:(?!<M|<P)[^;]){{0,120}}? to {{s}}"
            rf"(?!'s){_BETWEEN} {BROUGHT}"
        ),
        measure=Measure.PAID,
    ),
    _paid_by_public(
        name="sold_counted_shares",
        cue=r"shares|stock|\bads|units",
        template=rf"{{t}},? {{aux}}{SELLS} {COUNT} {STOCK}{_BETWEEN} {BROUGHT}",
    ),
    _sold(
        name="gave_counted_shares_to",
        cue=r"issued",
        needs=r"value",
        refuses=NO_SALE + r"|acqui|merger|business combination|net of",
        template=(
            rf"{{t}},? {{aux}}issued {COUNT} {STOCK},? (?:with|having|valued at|at) (?:[a-z]+ )"
            r"{0,3}?(?:value of )?{m}(?:(?!<P)[^;]){0,80}? to (?:the parent (?:company )?of )?{s}"
        ),
    ),
    *(_bought_by(**who) for who in ({"hidden_source": True}, {"only_organisations": True})),
    _paid_by_public(
        name="shares_were_sold",
        cue=r"shares|stock|\bads|units",
        template=(
            rf"{COUNT} {STOCK} (?:were|was|had been|have been) (?:issued and sold|sold|issued)"
            rf"{_BETWEEN} {BROUGHT}"
        ),
        target=FILER,
    ),
    _paid_by_public(
        name="received_for_shares",
        cue=r"receiv|rais|generat|reali[sz]ed|obtain",
        needs=r"shares|stock|\bads|offering|placement|\bipo\b|at-the-market|\batm\b",
        template=(
            r"{t},? {aux}(?:receiv(?:ed|es)|rais(?:ed|es)|generated|reali[sz]ed|obtained) "
            rf"(?:{{m}}|{_PROCEEDS}{{m2}})(?:(?!<M)[^;]){{0,120}}? (?:from|through|under|via|in|by|"
            r"pursuant to) (?:(?:the|its|our|such|this|these) )*(?:(?:sales?|issuances?|issuance "
            rf"and sale|issuing|selling) of (?:(?:{COUNT}|our|its|<P\d+>'s) )?{STOCK}|{OFFER})"
        ),
    ),
    _sold(
        name="received_from_buyer_for_shares",
        cue=r"receiv",
        needs=r"shares|stock|\bads|units",
        template=(
            r"{t},? {aux}received {m}(?: in cash)? from {s}(?!'s)(?:[^<>;]|<P\d+>'s){0,40}? (?:in "
            rf"(?:exchange|return|consideration) for|to purchase|for) (?:the issuance of )?{COUNT} "
            rf"{STOCK}"
        ),
        measure=Measure.PAID,
    ),
    _paid_by_public(
        name="offering_closed_and_received",
        cue=r"clos|complet|consummat",
        needs=r"proceeds",
        template=(
            rf"{OFFER}(?:[^<>;]|<D\d+>){{0,60}}? (?:closed|was completed|was consummated)"
            r"(?:(?!<M)[^;]){0,80}? and {t},? {aux}(?:received|raised) "
            rf"(?:{{m}}|{_PROCEEDS}{{m2}})"
        ),
    ),
    _paid_by_public(
        name="offering_generated",
        cue=r"offering|placement|registered direct",
        needs=r"proceeds",
        around=_AROUND,
        refuses=_NO_OFFERING + r"|\bipo\b|initial public",  # whose? of a subsidiary, often
        template=(
            rf"{OFFER}(?:[^<>;]|<D\d+>){{0,40}}? (?:generated|yielded|raised|produced|provided|"
            r"resulted in|brought in) (?:{m} (?:of|in) (?:[a-z]+ ){0,4}?proceeds|"
            r"(?:[a-z]+ ){0,5}?proceeds(?: to {t})?[^<>;]{0,40}? of {m2})"
        ),
        target=FILER,
    ),
    *(_proceeds_of_offering(*tense) for tense in _TENSES),
)
