"""Words that stand for a party or give it a role: pronouns, withheld names, agents.

Lives here: the expressions. Not here: what a sentence's parties are (`parties`), names (`names`).
"""

import re

from graphbuild.extract.grammar.gates import Sieve

FILER = re.compile(
    r"(?P<own>\b[Oo]ur\b(?! (?:Company|company)\b))"
    r"|\b(?:[Ww]e|us|ours|[Tt]he Group(?! of)|[Tt]he Company|[Oo]ur Company|[Tt]he Registrant|"
    r"[Tt]he registrant)\b(?P<tail>['’]s?(?![a-z]))?"
)
WORD = (
    r"(?:U\.S\.|(?!(?:with|to|from|of|by|for|and|in|on|at|is|are|was|were|be|has|"
    r"have|had|which|that|who|under|as"
    r"|or|the|a|an|our|its|their|will|may|not|this|these)\b)[A-Za-z][\w-]*)"
)
NOUN = (
    r"customers?|clients?|lenders?|banks?|investors?|suppliers?|vendors?|landlords?|"
    r"lessors?|tenants?"
    r"|lessees?|third[ -]part(?:y|ies)|purchasers?|buyers?|noteholders?|"
    r"bondholders?|holders?|underwriters?"
    r"|counterpart(?:y|ies)|hyperscalers?|financial institutions?|institutions?|"
    r"syndicate|consortium"
    r"|shareholders?|stockholders?|sellers?|manufacturers?|foundr(?:y|ies)|providers?|developers?"
    r"|partners?|operators?|utilit(?:y|ies)|lab|labs|startups?|firms?|compan(?:y|ies)|borrowers?"
    r"|insurers?|funds?|creditors?|private credit managers?|ventures?|JV"
)
PLURAL = (
    r"customers|clients|lenders|banks|investors|suppliers|vendors|landlords|lessors|tenants|third "
    r"parties|purchasers|noteholders|bondholders|holders|underwriters|counterparties|hyperscalers|"
    r"financial institutions|institutions|shareholders|stockholders|sellers|manufacturers|"
    r"foundries|providers|developers|utilities|borrowers|insurers|creditors"
)
UNNAMED = re.compile(
    r"\b(?:(?P<det>[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Cc]ertain|"
    r"[Ss]everal|[Vv]arious|[Ss]ome"
    r"|[Tt]he|[Oo]ther|[Bb]oth|[Ee]ach|existing|new|institutional|accredited|"
    r"outside|unnamed|its|their)"
    rf"\s+(?:{WORD}\s+){{0,4}}?(?:{NOUN})|(?:{PLURAL}))\b(?!-)"
    r"(?! (?:subsidiar(?:y|ies)|calls?|meetings?|letters?|votes?|days?|demand|confidence"
    r"|sentiment|relations)\b)"
    r"(?:\s+of\s+(?:lenders|banks|investors|institutions))?(?:\s+[A-E]\b)?"
)
REFERS_BACK = re.compile(
    r"(?:the|each|both|its|their|our|other|some) (?:[\w-]+ )*(?:company|companies|"
    r"firms?|startups?|operators?|partners?|developers?|labs?|funds?)$"
)
DEFINED_UNNAMED = Sieve(
    re.compile(
        r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?) (?:Initial |New |Second |Anchor |Existing |"
        r"Several |PIPE )?(?:Customer|Client|Tenant|Landlord|Lenders?|Underwriters?"
        r"|(?:Joint )?Venture|Investors?|Purchasers?|Sellers?|Supplier|Vendor|Buyer)\b(?! [A-Z])"
    )
)
PROJECT = Sieve(
    re.compile(
        rf"\b[Aa]n?\s+(?:{WORD}\s+){{0,4}}?(?:data[ -]cent(?:er|re)(?: (?:campus|"
        r"project|complex))?|campus|gigafactory)\b"
        r"(?! (?:leas|agreement|contract|deal|operator|compan|developer|provider|hosting|"
        r"partnership|business|plan|service|capacity|REIT|building|market|infrastructure))"
        r"(?:\s+(?:project\s+)?in\s+(?P<place>[A-Z]\w+(?: [A-Z]\w+)?))?"
    )
)
AGENT_AFTER = re.compile(
    r"^(?:\.(?=,|\s(?-i:as|in|acting)\s))?,?\s+"
    r"(?:(?:each|both)\s+)?(?:is\s+|was\s+|are\s+|were\s+)?"
    r"(?:as|acting as|serving as|serves as|acted as|act as|acts as|served as|(?:solely )?in "
    r"(?:its|their) capacit(?:y|ies) as)\s+"
    r"(?P<what>(?:[\w-]+,?\s+){0,7}?)(?:agents?|trustee|arrangers?|book-?runners?|"
    r"book-?running|underwriters?"
    r"|representatives?|managers?|depositary|custodian|advis[eo]rs?|counsel|registrar|servicers?|"
    r"service providers?)\b",
    re.IGNORECASE,
)
LENDER_TOO = re.compile(r",? and (?:as )?(?:an? |the )?(?:sole |initial |original )?lender\b")
AGENT_BEFORE = re.compile(
    r"(?:underwriters?(?:,)? (?:led by|including)|arranged by|underwritten by|"
    r"(?<!managed or )(?<!managed and )(?<!managed, )advised by|bookrunners?(?: are| were)?"
    r"|placement agents?|sales agents?|trustee,?|agent,)\s*$",
    re.IGNORECASE,
)
_AGENT_ENDS = (
    "including", "by", "bookrunner", "bookrunners", "are", "were", "agent", "agents", "agent,",
    "trustee", "trustee,",
)  # fmt: skip


def acts_as_agent(before: str) -> bool:
    """Whether the words before a name make it an agent; how they end is looked at first."""
    may_be = before.rstrip().lower().endswith(_AGENT_ENDS)
    return may_be and bool(AGENT_BEFORE.search(before))


IN = re.compile(r"\b(?:in|near|outside|at) $")
STATE = re.compile(
    r"(?: (?:County|Parish|City))?, (?:Texas|Ohio|Virginia|Georgia|Louisiana|Arizona|Nevada|"
    r"Indiana|Iowa|Illinois|Michigan|Wisconsin|Wyoming|Tennessee|Mississippi|Alabama|Kentucky|"
    r"Pennsylvania|New \w+|North \w+|South \w+|Washington|Oregon|California|Utah|Oklahoma|Kansas|"
    r"Nebraska|Missouri|Minnesota|Florida|Maryland|Quebec|Québec|Ontario|Alberta|British Columbia|"
    r"Canada|Norway|Sweden|Finland|Iceland|France|Germany|Portugal|Spain|England|Scotland|Wales|UK|"
    r"Australia|India|Japan)\b"
)
BRACKETED = re.compile(r"\s?\([^()]*\)")
DEFINED_AS = re.compile(
    r"\s+(?:\((?:together|collectively)(?:,| referred to as)?\s(?:the\s)?[\"“'‘]?)?", re.IGNORECASE
)
"""Between a description and its name: "two joint ventures (collectively, the Delta JV)"."""
ASIDE = re.compile(r",\s(?:itself |once |formerly |now )?")
ASIDE_END = re.compile(
    r",| \([^()]*\),| that |(?: [a-z][^,;()$€£]{0,110}),|"
    r" (?:has |have |had )?(?:raise[sd]|secured|closed|landed|announced)\b"
)
ONE_OF_MANY = re.compile(r"(?:an?|the|one)\s", re.IGNORECASE)
TICKER = re.compile(r"(?:NASDAQ|Nasdaq|NYSE|LSE|TSX|ASX|TSE)[A-Za-z ]{0,6}:\s?$")
ORIGIN = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ese|ish|can|nch|ch|tch)")
TRADE_AHEAD = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:chip ?maker|start-?up|company|firm|giant|maker|developer|retailer|group|"
    r"bank|operator|provider|fund|conglomerate|utility|lender|insurer|carmaker|automaker|investor|"
    r"manufacturer|supplier|rival|miner|lab|platform|unicorn|specialist) (?=[A-Z])"
)
"""A trade between an adjective and a name."""
