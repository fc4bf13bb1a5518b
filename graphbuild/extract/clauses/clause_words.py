"""Words of the clause reader: verbs by what they do with money, nouns by what the money is.

Lives here: the lists and how a noun phrase's kind is found in them. Not here: the grammar of a
clause (`clauses`), the forms of a verb (`verb_forms`), who pays whom (`clause_roles`).
"""

import re
from enum import StrEnum

from graphbuild.extract.grammar.verb_forms import forms


class Act(StrEnum):
    """What a verb's subject does with the money of its object."""

    GET = "get"
    GIVE = "give"
    INVEST = "invest"
    BUY = "buy"
    SIGN = "sign"
    SPEND = "spend"
    LEAD = "lead"
    ARRANGE = "arrange"


class Thing(StrEnum):
    """What an amount of money is, by the noun phrase around it."""

    LOAN = "loan"
    NOTES = "notes"
    DEBT = "debt"
    EQUITY = "equity"
    STAKE = "stake"
    CONTRACT = "contract"
    LEASE = "lease"
    GOODS = "goods"
    BARE = "bare"


_BY_ACT = {
    Act.GET: (
        "raise secure obtain receive borrow get gather garner attract amass nab net collect tap"
        " close complete finalize finalise conclude issue sell price place float launch offer"
        " upsize seek draw score grab clinch pull bag plan eye weigh lock line haul reel rake"
        " snag kick increase boost obtain snare"
    ),
    Act.GIVE: "provide lend extend grant advance supply commit contribute fund give furnish",
    Act.INVEST: (
        "invest put pour pump inject plow plough sink commit pledge contribute funnel"
        " channel bet stake make"
    ),
    Act.BUY: "buy acquire purchase take snap hoover scoop own hold",
    Act.SIGN: (
        "sign ink strike enter reach announce win land secure award place expand extend"
        " seal finalize finalise close unveil disclose reveal drop cancel scrap abandon end"
        " terminate"
    ),
    Act.SPEND: "buy purchase rent lease order procure use spend commit pay contract",
    Act.LEAD: "lead co-lead anchor",
    Act.ARRANGE: "arrange underwrite syndicate",
}  # fmt: skip

ACTS: dict[str, frozenset[Act]] = {}
"""What each form of a verb may do with money."""
for _act, _verbs in _BY_ACT.items():
    for _verb in _verbs.split():
        for _form in forms(_verb):
            ACTS[_form] = ACTS.get(_form, frozenset()) | {_act}

LEMMAS = {
    form: verb for verbs in _BY_ACT.values() for verb in verbs.split() for form in forms(verb)
}

NO_CAPITAL = re.compile(
    r"\b(?:revenues?|sales|profits?|income|loss(?:es)?|ebitda|earnings|fees?|expenses?|tax(?:es)?|"
    r"costs?|cap(?:ital )?ex\w*|spending|valuation|market cap\w*|backlog|impairment|"
    r"dividends?|buyback|repurchases?|penalt\w+|fines?|settlement|escrow|collateral|liquidity|"
    r"goodwill|depreciation|amortization|compensation|savings|budget|cash flows?|bonus(?:es)?|"
    r"salar\w+|damages|claims?|inventory|accretion|write-?\w+|grants?|donations?|subsid\w+|"
    r"assets under|aum|receivables?|repayments?|available-for-sale|marketable|treasury|"
    r"interest(?! in)|premium|hedge|swap|derivative|deposits?|tariffs?|"
    r"prize|aid|stimulus|mandates?|guarantees?|guarant(?:y|ies)|backstops?|"
    r"letters? of credit(?! facilit)|"
    r"(?<!private )(?<!of )credits?(?! (?:facilit|line|agreement|deal|package))|"
    r"tokens?|bitcoin|ether)\b",
    re.IGNORECASE,
)
"""Money that is nobody's claim on anybody, or is told elsewhere (`concentration`)."""

_NOUNS = {
    Thing.LEASE: r"leases?|subleases?|colocation|co-location",
    Thing.NOTES: (
        r"(?:senior |secured |unsecured |convertible |exchangeable )*"
        r"(?:notes?|bonds?|debentures?)|bond (?:sale|deal|offering)|commercial paper|"
        r"asset-backed securities|ABS|securiti[sz]ations?|convertibles?"
    ),
    Thing.LOAN: (
        r"loans?|(?:credit|loan|debt|lending|borrowing|warehouse|bank|term|bridge|revolving|"
        r"financing|equipment|construction) facilit(?:y|ies)|facilit(?:y|ies)|revolvers?|"
        r"credit lines?|lines? of credit|mortgages?|ddtls?|credit agreement|loan package|"
        r"term debt|project financ(?:e|ing)|construction financ(?:e|ing)|loan financ\w+|"
        r"(?:gpus?|chips?|asset|data[- ]cent(?:er|re)s?|equipment|vendor)(?:-backed)? financing|"
        r"(?:bridge|secured|mezzanine|investment-grade|bank)(?: [a-z-]+)? financing"
    ),
    Thing.DEBT: (
        r"debt(?: financing| package| funding| raise| deal| capital| offerings?| sales?)?|"
        r"private credit|of credit|borrowings?"
    ),
    Thing.STAKE: r"stakes?|shares?|stock|equity interests?|interests? in",
    Thing.EQUITY: (
        r"equity(?: financing| investment| funding| capital| raise)?|preferred (?:stock|equity|"
        r"shares|units)|(?:funding|financing|investment|seed|venture|fundraising) round|rounds?|"
        r"series [a-h]\d?|private placement|pipe|ipo|initial public offering|"
        r"(?:stock|share|equity|public|registered direct) (?:offering|sale|placement)|"
        r"common stock|ordinary shares|growth (?:funding|capital)|venture (?:funding|capital)|"
        r"investments?"
    ),
    Thing.CONTRACT: (
        r"contracts?|agreements?|deals?|orders?|pacts?|purchase orders?|partnership|"
        r"arrangements?|commitments?|msa"
    ),
    Thing.GOODS: (
        r"compute|computing|cloud|capacity|chips?|gpus?|tpus?|accelerators?|servers?|"
        r"semiconductors?|processors?|electricity|hardware|equipment|systems|services"
    ),
}
_KINDS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _NOUNS.items()}


def thing_of(words: str) -> Thing | None:
    """What a noun phrase is: its last telling word decides, earlier kinds win a tie.

    >>> thing_of("senior secured notes offering"), thing_of("impairment of equity"), thing_of("x")
    (<Thing.NOTES: 'notes'>, None, None)
    """
    if NO_CAPITAL.search(words):
        return None
    if re.search(r"\b(?:debt|loans?) and equity\b|\bequity and (?:debt|loans?)\b", words.lower()):
        return None
    found = [
        (match.end(), -rank, kind)
        for rank, (kind, pattern) in enumerate(_KINDS.items())
        for match in pattern.finditer(words)
    ]
    kinds = {kind for _, _, kind in found}
    if re.search(r"\bpreferred (?:stock|equity|shares|units)", words, re.IGNORECASE):
        return Thing.EQUITY
    if re.search(r"\bat[- ]the[- ]market\b", words, re.IGNORECASE):
        return Thing.EQUITY
    if "promissory" in words.lower() or "lease financing" in words.lower():
        return Thing.LOAN
    for sure in (Thing.LEASE, Thing.NOTES, Thing.LOAN, Thing.DEBT):
        if sure in kinds:  # "notes offering", "loan agreement": the last word is only the paper
            return sure
    if kinds & {Thing.EQUITY, Thing.STAKE}:
        return Thing.STAKE if kinds & {Thing.STAKE} and Thing.EQUITY not in kinds else Thing.EQUITY
    return max(found)[2] if found else None
