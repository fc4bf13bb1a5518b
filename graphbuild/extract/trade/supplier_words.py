"""How filings name those who make, sell or run things for them: the expressions.

Not here: who of the named is believed, the claims (`suppliers`).
"""

import re

MANY = (
    r"<P\d+>(?:(?:,? (?:and|or|and/or|as well as)|,)? (?:(?:certain|its|affiliates|subsidiaries|of"
    r"|the|other) )*<P\d+>)*"
)
"""One party, or several; nothing but a blank stands between two where a second name is left out."""

KIND = (
    r"(?:suppliers?|vendors?|manufacturers?|foundr(?:y|ies)|sub-?contractors?|fabs?|assemblers?|"
    r"OSATs?|(?:service|cloud|hosting|logistics|software|hardware|chip|memory|data center) "
    r"providers?|(?:foundry|manufacturing|supply|hosting|cloud|fabrication|assembly) partners?)"
)
SUPPLIER = re.compile(
    r"supplier|vendor|manufactur|foundr|contractor|provider|third[- ]part", re.IGNORECASE
)
_DEPENDS = (
    r"(?:utili[sz]e[sd]?|use[sd]?|contract(?:s|ed)? with|"
    r"rel(?:y|ies|ied) (?:[a-z]+ ){0,2}?(?:up)?on|"
    r"(?:depend(?:s|ed)?|(?:is|are) (?:[a-z]+ )?dependent) (?:[a-z]+ ){0,2}?(?:up)?on)"
)
_ENGAGES = (
    rf"(?:{_DEPENDS}|(?:employ(?:s|ed)?|engage[sd]?(?: with)?|work(?:s|ed)? with|"
    rf"partner(?:s|ed)? with|(?:outsource|subcontract)(?:s|d|ed)? (?:[^<>;]|<P\d+>'s){{0,80}}? to))"
)
_SUCH_AS = (
    r",? (?:such as|including(?:,? but not limited to,?|,? without limitation,?)?|namely|"
    r"(?:primarily|principally|mainly|particularly|most notably))"
)
_PURPOSE = (
    r"(?:to|for|in order to)(?: the)? (?:<P\d+>'s )?(?:[a-z,-]+ ){0,6}?(?:"
    r"circuits\b|chips\b|manufactur|produc|fabricat|assembl|packag|suppl|wafers?\b|foundry|fabs?\b|host|components?\b|servers?\b|substrates?\b|"
    r"memory\b|provision of|test(?:ing)?\b)"
)
_ADVERBS = r"(?:(?:[a-z]+ly|then|now|also|both|have|has|had|been|to date) ){0,3}"
_SUBJECT = r"(?P<who><P\d+>)(?!'s|-),? "

SUCH_AS = re.compile(
    rf"{_SUBJECT}{_ADVERBS}{_ENGAGES} (?P<middle>(?:(?!<M)[^;.]){{0,110}}?){_SUCH_AS} "
    rf"(?P<list>{MANY})"
)
""" "We rely on foundries such as Corvid and Ashgrove to make our chips"."""
DEPENDS_ON = re.compile(
    rf"{_SUBJECT}{_ADVERBS}{_DEPENDS} (?P<list>{MANY}),?(?: and (?:other|<P\d+>)[^<>;.]{{0,40}})? "
    rf"(?P<purpose>{_PURPOSE})"
)
"""The same without the kind; the purpose tells what they do."""
OUTSOURCES = re.compile(
    rf"{_SUBJECT}{_ADVERBS}(?:outsource|subcontract)(?:s|d|ed)? "
    rf"(?P<goods>(?:[^<>;]|<P\d+>'s){{3,90}}?) to (?P<list>{MANY})"
)
GOES_ON = re.compile(
    rf"[^<>;.]{{0,60}}(?:<P\d+>(?:'s)?)?[^<>;.]{{0,90}}?,? and (?P<list>{MANY}) "
    rf"{_PURPOSE}"
)
"""After such a list, one more: "..., and Fabrinet to manufacture our cables"."""
BUYS_FROM = re.compile(
    rf"{_SUBJECT}{_ADVERBS}(?:purchas(?:e|es|ed)|procure[sd]?|source[sd]?|obtain(?:s|ed)?|"
    rf"buys?|bought|acquire[sd]?|receive[sd]?|order(?:s|ed)?|lease[sd]?|licen[sc]e[sd]?) "
    rf"(?P<goods>(?:(?!<M|from\b)[^;.]){{1,110}}?) ?(?:(?:primarily|principally|directly|"
    rf"exclusively|solely|mainly|only) )?from "
    rf"(?:[a-z, -]{{0,50}}?(?:<P\d+> )?(?:such as|including) )?(?P<list>{MANY})"
)
"""The present tense of trade: "We purchase memory from ...", "... and substrates from ..."."""
AND_FROM = re.compile(rf",? and (?P<goods>[^<>;.]{{1,60}}?) from (?P<list>{MANY})")
MADE_BY = re.compile(
    r"\b(?:(?:that|which) )?(?:(?:is|are|were|was|have been|currently|primarily|all|now|being) "
    r"){0,3}(?:purchased|sourced|obtained|procured|supplied|manufactured|fabricated|produced|"
    r"assembled|made|packaged|provided|hosted|tested|comes?|came)(?: (?:for <P\d+>|primarily|"
    r"principally|exclusively|solely|mainly|and [a-z]+ed)){0,2} (?:from|by|at|with|on) "
    rf"(?:[a-z, -]{{0,50}}?(?:<P\d+> )?(?:such as|including) )?(?P<list>{MANY})"
)
""" "Our wafers are fabricated by Corvid", "test equipment purchased from suppliers such as ..."."""
OURS_ARE = re.compile(
    rf"(?P<kind><P\d+>|<P\d+>'s (?:[a-z-]+ ){{0,4}}?{KIND})(?: (?:for|of) [^<>;.]{{0,60}})?,? "
    rf"(?:currently |presently )?(?:include[sd]?|are|is|were) (?:currently )?(?P<list>{MANY})"
)
""" "Our contract manufacturers include Corvid and Ashgrove"."""
IS_OURS = re.compile(
    rf"(?P<list>{MANY}),? (?:is|are|serves? as|acts? as|remains?) "
    rf"(?:(?:currently|an?|one of|among|both|each|the) ){{0,3}}"
    rf"(?P<kind><P\d+>'s (?:[a-z-]+ ){{0,4}}?{KIND}|<P\d+>)"
)
MAKES_OURS = re.compile(
    rf"(?P<list>{MANY}),? (?:currently |now )?(?:manufactures?|fabricates?|produces?|assembles?|"
    r"packages?|hosts?) (?:[a-z-]+ ){0,4}?(?:of )?(?P<who><P\d+>)'s"
)
""" "Corvid manufactures all of our processors"."""

SUPPLIES = re.compile(
    rf"(?P<list>{MANY}),? {_ADVERBS}(?:provides?|suppl(?:y|ies)|performs?|delivers?|sells?|makes?|"
    r"handles?|furnish(?:es)?) (?:(?P<goods>(?:[^<>;.]|<P\d+>(?!'s)){2,90}?) (?:for|to|of) "
    r"(?P<who><P\d+>)(?:'s (?P<ours>[a-z-]+(?: [a-z-]+)?)|(?!'s|-))|(?P<who2><P\d+>)(?!'s|-) with "
    r"(?P<goods2>[^<>;.]{3,60}))"
)
""" "Corvid provides assembly services for our products", "Ashgrove supplies us with wafers"."""
_ONE = (
    r"(?:[a-z-]+ ){0,4}?(?:supplier|vendor|manufacturer|foundry|sub-?contractor|assembler|OSAT|"
    r"(?:foundry|manufacturing|supply|hosting|cloud|fabrication|assembly) partner|"
    r"(?:cloud|hosting|chip|memory|data center) provider)"
)
APPOSED = re.compile(
    rf"(?P<list><P\d+>), (?:one of (?P<kind><P\d+>'s (?:[a-z-]+ ){{0,4}}?{KIND}|<P\d+>)|"
    rf"(?P<kind2><P\d+>'s {_ONE})\b)|(?P<kind3><P\d+>'s {_ONE}),? (?P<list2>{MANY})"
)
""" "Quillstone, our sole supplier of miners", "our foundry partner, Corvid"."""
OF_OURS = re.compile(
    rf"(?P<list>{MANY}),? (?:(?:is|are) )?(?P<kind><P\d+>) (?:of ours\b|(?:of|for|to) "
    r"(?:[a-z-]+ ){0,3}(?P<who><P\d+>)(?:'s (?P<ours>[a-z-]+))?)"
)
""" "Corvid is the sole manufacturer of our chips", "Corvid, a supplier of ours"."""
NOT_OURS = re.compile(
    r"\b(?:customers?|clients?|tenants?|competitors?|lenders?|employees|(?:share|stock)holders|"
    r"directors|board|officers|investors)\b"
)

HOSTING = re.compile(
    r"\b(?:cloud|host(?:s|ed|ing)?|compute|computing|infrastructure|platform|software-as-a-service"
    r"|data cent(?:er|re)s?)\b",
    re.IGNORECASE,
)
CLOUD = re.compile(r"\bcloud\b|\bhost(?:s|ed|ing)?\b|\bcompute\b", re.IGNORECASE)
HARDWARE = re.compile(
    r"\b(?:wafers?|chips?|semiconductors?|substrates?|memory|components?|servers?|gpus?|processors?"
    r"|miners?|equipment|hardware|manufactur\w+|assembl\w+)\b",
    re.IGNORECASE,
)
THINGS = re.compile(
    r"\b(?:wafers?|chips?|semiconductors?|substrates?|memory|components?|servers?|gpus?|cpus?|"
    r"processors?|accelerators?|miners?|equipment|hardware|circuits?|boards?|cards?|cables?|"
    r"racks?|transformers?|batter(?:y|ies)|cells?|cameras?|displays?|sensors?|panels?|"
    r"turbines?|generators?|switch(?:es)?|optics|transceivers?|materials?|parts|packages|"
    r"packaging|assembly|silicon|dies?|dram|nand|hbm|electricity|power|energy|gas|cooling|"
    r"bandwidth|connectivity|hosting|cloud|colocation|capacity|services|products|systems|"
    r"containers?|machines?|tools?|vehicles?|engines?|devices?|lithium|steel|aluminum)\b",
    re.IGNORECASE,
)
NOT_TRADE = re.compile(
    r"\b(?:shares?|stock|notes?|business|interest|interests|land|real estate|property|building|"
    r"loans?|patents?|bitcoin|revenue|approvals?|consents?|clearances?|funds|financing|capital|"
    r"insurance|data|ratings?|valuations?|reports?|quotes?|prices?|warrants?|"
    r"opinions?|advice|customers|employees)\b",
    re.IGNORECASE,
)
HYPOTHETICAL = re.compile(
    r"\b(?:may|might|could|would|will|cannot|not|intends?|plans?|expects?|if|unless|whether|never"
    r"|formerly|previously|no longer|able to|unable|should)\b"
)
RIVALS = re.compile(r"\bcompet(?:e|es|itors?|ition|ing)\b", re.IGNORECASE)
MORE_NAME = re.compile(
    r"(?!<)(?:'s| (?!(?:to|for|in|as|and|or|which|who|that|on|under|with|"
    r"pursuant|at|by|through|from|is|are|because|while|where|when|via|but|each|both|due|of)\b)[a-z]|"
    r" [A-Z0-9]|-)"
)
"""What makes of a name the description of a thing: "Corvid's tools", "Meridian GPUs"."""
