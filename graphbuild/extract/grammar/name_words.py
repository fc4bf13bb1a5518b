"""Words that help to tell where a name starts and ends: legal forms, words no name ends with.

Lives here: the lists. Not here: the scan that uses them (`names`). They are words of English and of
filings, not facts about anybody, so they carry no date and no source.
"""

import re

from graphbuild.extract.grammar.verb_forms import forms, told_forms


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how the lists below are written."""
    return frozenset(text.split())


LEGAL_FORMS = words(
    "inc incorporated corp corporation co company llc ltd limited plc lp l.p llp n.v nv s.a sa ag"
    " se pbc n.a na gmbh s.p.a spa ab asa oyj a.s bv b.v kk pte pty sarl s.à.r.l s.a.r.l berhad"
    " bhd fsb f.s.b kgaa l.l.c u.l.c ulc p.l.c jsc pjsc tbk ehf hf gk sas s.a.s sasu oy aps a/s srl"
    " s.r.l sro s.r.o d.o.o kft slu s.l.u bvba b.v.b.a sdn pvt ohg eurl uab lllp pllc k.k g.k s.l"
    " scsp ltda l.l.p"
)

NUMBERED = frozenset({"Fund", "FUND"})
"""What is counted by plain numbers: after other words they begin a sum or a date."""
SHORT_NUMBER = re.compile(r"\d{1,2}\b(?![.,]?\d| ?(?:%|percent|[mbt]n\b|(?:m|b|tr)illion|x\b))")
INITIALS = re.compile(r"(?!(?:U\.[SKN]|E\.U|D\.C|[AP]\.M)$)[A-Z](?:\.[A-Z])+")
"""What a name may begin with: "A.R. Quill Holdings"; a country's letters end before its dot."""
CAPITAL_FORMS = frozenset({"AS", "KG", "SL", "OÜ", "SCA", "SIA"})
"""Legal forms that in small letters are words or measures."""

LAST_FORMS = words("inc corp ltd")
"""Legal forms after whose dot a name goes on with no word but another legal form."""

WHOLE_FORMS = words("limited company corporation incorporated llc plc lp llp gmbh ag se pbc")
"""Legal forms that are no abbreviations: a dot after them ends the sentence."""

LOWER_FORMS = words("ehf hf plc llc inc ltd gmbh")
"""Legal forms that some write small: they belong to the name before them."""

ORGANISATION_WORDS = words(
    "group holdings holding bank capital partners ventures fund funds trust management advisors"
    " investments securities technologies technology systems energy infrastructure semiconductor"
    " semiconductors microelectronics electronics software labs laboratories networks industries"
    " international enterprises platforms insurance financial credit equity properties property"
    " realty pharmaceuticals motors motor airlines telecom communications computing platform"
    " semis power utilities resources digital media studios authority ministry government"
    " university foundation associates global worldwide services solutions data centers centres jv"
    " alternatives"
)

MANAGED = words("asset capital investment wealth fund credit global")
"""What a firm manages that ends in "Management"."""

AFTER_AND = ORGANISATION_WORDS | words("electric trade trading development finance investment sons")
"""What may follow "and" within a name: "Alder Trade and Investment Ltd."."""

TITLE_GOES_ON = re.compile(
    r" and (?:[A-Z][a-z]+ ){1,4}(?:Agreement|Arrangement|Amendment|Plan|Program|Facility)\b"
)
"""After the first half of a paper's title: "Reserved Capacity and Prepayment Agreement"."""

NEVER_LAST = words(
    "agreement agreements facility facilities loan loans note notes program programme plan act"
    " offering guarantee guaranty lease leases order orders indenture stock share shares warrant"
    " warrants date closing merger term amendment board directors director officer president"
    " chairman committee section item exhibit article schedule appendix annex report form series"
    " class quarter year revenue revenues income tranche tranches debentures bonds bond securities"
    " obligations commitment commitments payment payments project phase ipo ceo cfo coo cto"
    " ownership consolidation"
    " regulation rule law laws code standards topic gaap commission court states january february"
    " march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday chief executive vice secretary treasurer contract"
    " contracts announcement statement statements prospectus registration supplement event events"
    " rate sofr libor index interest document documents purchaser purchasers lender lenders agent"
    " hyperscaler hyperscalers tenant tenants customer customers counterparty counterparties"
    " parties party transaction transactions products product chips gpus gpu tpus tpu cpus ai"
    " line lines due guaranty advances liability derivative consideration assets plant plants"
    " portfolio"
    " network initiative corps academy week summit conference forum awards podcast show"
    " campus datacenter datacenters datacentre datacentres"
    " campus deal deals stake center centers site unit units rsu rsus psu adss ads ordinary common"
    " preferred convertible senior secured unsecured subordinated revolving delayed draw"
    " buyback buybacks round financing funding investment investments acquisition model models "
    "news journal times"
    " street reuters bloomberg nikkei nasdaq nyse dow s&p treasury treasuries"
)

FUNCTION_WORDS = words(
    "the a an in on at as of for from by with to and or but if when while after before since"
    " during under over upon following additionally also however therefore furthermore moreover"
    " although because subject pursuant total other certain each any all some such this that these"
    " those we our us it its they their he she his her i you your no not both either neither there"
    " here what how why who which where whether concurrently separately meanwhile earlier later"
    " subsequently previously currently today yesterday tomorrow including company"
    " registrant parent borrower borrowers issuer issuers guarantor guarantors lender seller"
    " sellers buyer buyers purchaser purchasers landlord tenant lessee lessor sponsor customer"
    " customers supplier suppliers investor investors shareholders stockholders holders management"
    " alongside analysts update exclusive breaking source sources mr ms mrs dr per using between"
    " among"
    " through until based instead once then thus finally prior combined "
    "underwriter underwriters liabilities"
    " additions additional accrued initial substantially recently other "
    "notwithstanding except unlike besides despite whereas"
)

SINGLE_NEVER = FUNCTION_WORDS | words(
    "talks negotiations discussions plans gulf "
    "receivables sales prepaid prepayments prepayment deposits advances "
    "chatgpt claude gemini grok copilot llama blackwell hopper rubin trainium instinct "
    "now so yet just well right less more forty private cnbc wsj nyt ft axios techcrunch semafor"
    " back politico nikkei reuters bloomberg cnn bbc information verge insider barrons "
    "abs ddtl talks venture jv investor subsequent recent commercial hardware several last next"
    " beyond entry bitcoin ethereum despite at-the-market atm safe safes pipe ipo eth btc espp"
    " joint hyperscaler"
    " banks investors lenders companies regulators traders hyperscalers startups firms spv analysts"
    " first second third fourth us u.s usa uk u.k eu china chinese japan japanese "
    "korea korean india indian america"
    " american europe european asia canada canadian australia australian germany german france"
    " french texas ohio california virginia wyoming nevada dakota norway iceland sweden taiwan"
    " israel israeli russia iran ukraine mexico brazil washington london tokyo beijing brussels"
    " abilene delaware york new jersey illinois georgia arizona tennessee louisiana indiana"
    " pennsylvania wisconsin north south west east midwest united states kingdom republic middle"
    " michigan iowa oregon utah oklahoma kansas nebraska missouri minnesota florida maryland"
    " alabama mississippi kentucky colorado idaho montana maine vermont connecticut"
    " massachusetts hawaii alaska quebec ontario alberta manitoba portugal malaysia indonesia"
    " thailand vietnam philippines turkey greece egypt kenya nigeria memphis dallas houston"
    " austin chicago atlanta amsterdam frankfurt dublin paris seoul mumbai sydney toronto"
    " montreal vancouver berlin munich madrid lisbon oslo stockholm copenhagen helsinki"
    " saudi arabia emirates dubai abu dhabi singapore hong kong switzerland swiss italy spain"
    " netherlands dutch finland denmark poland british irish ireland african africa latin pacific"
    " wall street fed federal reserve congress senate white house trump biden sec irs doj ftc"
    " big tech q1 q2 q3 q4 h1 h2 fy iii ii iv vi interest people report reports"
    " shares stock stocks bonds debt note notes llm llms agi hbm ssd ssds nand dram"
    " megawatts gigawatts mw gw kw usd eur gbp cad aud non covid internet web cloud data center"
    " centers centres level tier table nnn aaa aa bbb part net gross cash operating finance llcs"
    " ceo cfo"
    " rpo atm msa sow ppa ddtl rsu psu spac nav aum ldp hpc api saas gpu gpus cpu cpus tpu tpus it"
    " leading largest major global top strategic customer contracts developers"
    " purchase sale sales lease leases rent rents prepaid costs cost expenses income assets"
    " liabilities obligations payments payment commitments contributions distributions dividends"
    " loans warrants securities ownership outstanding"
    " one amended restated effective dated concurrent whereas future principal collateral exhibit"
    " exhibits proposed use vie spe builder owner dispositions divestitures acquisitions"
    " contingencies"
    " oem oems letters"
    " advances borrowings repayments purchases proceeds includes deferred gains losses loss changes"
    " security long-term short-term"
    " sales sale refer aggregate goodwill asc acquisitions four five six seven eight nine ten"
    " general ip ebitda roi esg diluted weighted unaudited consolidated fiscal annual"
    " nordic scandinavian mexican brazilian spanish italian swedish norwegian danish finnish"
    " taiwanese singaporean asian qatari emirati kuwaiti belgian austrian turkish"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
    " one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands"
    " days weeks months years summary commentary increases decreases same even without every"
    " another though valuation participants retail mou mous"
    " crypto stablecoin fintech biotech enterprise semiconductor robotics"
)

KINDS_OF_SECURITY = words(
    "revolving unregistered registered convertible senior series class restricted pre-funded"
    " unsecured"
)

PHRASES = frozenset({
    "future equity", "private equity", "private credit", "venture capital", "data centers",
    "data centres", "data center", "artificial intelligence", "working capital",
    "chief financial", "open market",
    "cloud infrastructure", "digital infrastructure", "ai infrastructure", "cloud services",
})  # fmt: skip

TRIMMED = (
    FUNCTION_WORDS
    | {".", ","}
    | words(
        "ceo cfo coo cto chief executive officer chairman chairwoman president founder chipmaker"
    )
)

OFFICES = frozenset({"CEO", "CFO", "COO", "CTO", "Chief", "Chairman", "Chairwoman", "President"})
"""Where the name of a company ends before that of its officer."""

OF_HEADS = words(
    "bank university government ministry department republic kingdom county city state"
)

_HEADLINE_STEMS = words(
    "abandon accelerate accept accuse acquihire acquire add advance agree aim anchor announce "
    "appoint approach approve arrange ask award back backstop bag bankroll beat begin bet "
    "block bolster boost borrow bring build buy call cancel cement challenge "
    "choose clear climb clinch close "
    "co-lead combine commercialize commit complete conclude confirm consider construct "
    "control cross cut decline deepen delay deliver deny deploy detail develop disclose "
    "dethrone discuss ditch divest donate double draw drive drop dump dwarf earn edge end enter "
    "exceed "
    "exit expand expect explore extend eye face fail fall file finalize finance finish fire "
    "form freeze fuel fund gain generate get give grab grant guarantee halt help hike hire "
    "hit hold hope hover inject ink insure introduce invest issue join jump keep kick land "
    "launch lead leap lease lend leverage lift list lower make merge miss move mull nab name "
    "narrow near need offer offload order oust outbid outline overtake own partner pass "
    "pause pay pick plan "
    "pledge plot plow plunge pop post postpone pour prepare price probe promise provide pull "
    "pump push raise rally reach receive refinance refuse reject release rely renew rent "
    "repay report rescue reshape resume retain reveal reverse rise roll rush say score scrap "
    "seal secure see seek select sell set shelve shift ship show shrink shun sign sink slash "
    "slide slip slump snag snap snub soar solidify spark spend spin split spur strengthen strike "
    "study submit sue supply surge surpass suspend swing take tap target team terminate test "
    "threaten tie top topple tout trade trim triple try tumble turn undercut "
    "underwrite unload unveil up "
    "upsize urge use value vow wait warn weigh widen win withdraw work wrap"
)
HEADLINE_VERBS = told_forms(_HEADLINE_STEMS)
"""What a headline's verb looks like: a name ends before it."""

_HEADLINE_NOUNS = words(
    "invest raise acquire buy secure close sign win get launch announce unveil plan seek lead back"
    " lend loans borrow sell issue price offer file submit complete expand partners partner teams"
    " join make take to"
    " will may could is are was were be been has have had in for of on at by with from as and or"
    " its the a an over after amid near near-final set new partnership investment stake stakes"
    " deal deals contract contracts agreement agreements pact order orders"
    " funding round rounds series bond bonds notes debt loan facility billion million trillion"
    " billions millions tens hundreds worth"
    " capital data center centers centre ai chip chips cloud compute infrastructure startup"
    " startups maker makers"
    " giant company firm firms says said report reports reportedly talks weigh explore agree"
    " commit pay spend purchase purchases more than up about just another its first second third"
    " fourth largest record valued valuation value ipo ipos public debut offering market provide"
    " provides support supports backing margin big mega tech pledges build lease leases"
    " guarantee guarantees use acquisition takeover merger bid team demand multi-year"
    " multibillion-dollar multi-billion-dollar into against out off listing trading"
    " ahead despite how why what when who where this that not no us now still why"
    " refinancing renewal options sale sales pricing sources through toward towards under until"
    " megadeal buyout leveraged consortium seed extension portfolio across milestone significant"
    " repurchase redeem repay refinance reprice deploy deliver combine"
    " fully financial concessions definitive exclusive upsized amended completion"
    " business pursuit backup servers shares stock investors"
    " shareholders backers directors month week year next last quarter raising profit profits"
    " revenue run rate total contracted leading landmark strategic tap supply"
    " rival issuer developer operator provider designer builder chipmaker automaker neocloud"
    " lender specialist manufacturer supplier producer landlord retailer miner"
)
HEADLINE_WORDS = HEADLINE_VERBS | {forms(stem)[-1] for stem in _HEADLINE_STEMS} | _HEADLINE_NOUNS
"""Where a headline capitalises every word, a name ends at these as well."""

OF_TRADES = words(
    "startup startups start-up firm maker makers company giant developer operator provider issuer"
    " exchange designer builder lab rival miner unit chipmaker automaker neocloud lender fund"
    " specialist group platform manufacturer supplier producer owner landlord investor bank"
    " retailer"
)
"""Words that tell a company's trade: what stands before them is one ("chip startup Tidepool")."""

BEFORE_NAMES = OF_TRADES | words(
    "acquires acquire acquired acquiring buys buy buying bought with from by in into and or , &"
    " lends lend lending backs back backing invests for funds fund between of s up taps tap picks"
    " joins sues awards owns eyes gives supply supplies supplying rejects pays pay merge targets"
)

KINDS_OF_AI = words(
    "mw gw kw megawatt gigawatt new generative enterprise sovereign agentic physical"
    " responsible applied embodied conversational open cloud edge safe trusted ethical"
    " mobile modern scaling building using training powering industrial medical legal"
    " vertical private public national global european american chinese us chief big good"
    " frontier multimodal consumer personal french german british uk israeli japanese korean"
    " indian canadian swiss swedish dutch australian spanish italian taiwanese singaporean"
)
"""Words before "AI" that make no name: "Reflection AI" is a company, "Generative AI" none."""

NO_FIRMS = frozenset({
    "senior", "executive", "risk", "key", "top", "project", "program", "portfolio", "cash", "data",
    "treasury", "supply", "energy", "power", "company", "crisis", "change", "customer", "property",
    "inventory", "facility", "identity", "access", "traffic", "workforce", "product", "network",
    "information", "device", "content", "line", "middle", "new", "current", "former",
})  # fmt: skip
"""What is managed, or who manages: "Risk Management" is no firm, "Harrow Management" is one."""

TOKEN = re.compile(
    r"A/S\b|[A-Z]\.[A-Z]{2,}\b|Int[’']l\b|[A-Za-z]+\*[A-Za-z]+|[A-Za-zÀ-ÿ0-9]+(?:-(?!(?:owned|"
    r"backed|led|based|tied|controlled|linked|funded|run|made|managed|rated|makers?)\b)"
    r"[A-Za-zÀ-ÿ0-9]+)*(?:\.(?:com|ai|io|org|net)\b)?(?:\.[A-Za-z](?![A-Za-z]))*|[&,.(]"
)

NUMBERED_PAPER = re.compile(
    r"(?:Rule|Regulation|Section|Item|Note|Schedule|Form|Exhibit|Appendix|Annex|Tranche|Phase) "
    r"(?:[A-Z]{1,2}|[IVX]+|[A-Z]?-?\d+\w?|[A-Z]{1,2}-\d\w?)"
)
"""Papers and their parts: "Rule 144A", "Form S-3", "Note L"."""

NO_NAME = re.compile(
    r"\d[\d.]*(?:[kKMGT]Wh?|[GT]B|[A-Z])$|(?:AI|GPU|HPC|IT|US|UK|EU)-[a-z]+$"
    r"|[A-Z][a-z]{2,}(?:-[a-z]{2,})+$|[A-Z]{2,5}\.(?:N|O|OQ|L|T|TO|DE|PA|AS|HK|KS|SS|SZ|TW)$"
)
"""Measures ("400MW"), descriptions ("AI-cloud", "Personal-agent") and codes of shares ("LMN.O")
look like names."""
SHARE_CODE = re.compile(r" [A-Z]{2,5}\.(?:N|O|OQ|L|T|TO|DE|PA|AS|HK|KS|SS|SZ|TW)(?=[ ,.;:]|$)")
"""Behind a company's name: "Lumen LMN.O will invest"."""
ACTS = re.compile(
    r"['’]s\b|, (?:which|founded)\b| is (?:in talks|raising|backed)\b|"
    r",? (?:has |have )?(?:raise[sd]?|closed|secure[sd]|said|says|announce[sd]|signed|acquire[sd]|"
    r"unveiled|emerged|landed)\b"
)
"""Who does these is somebody, though its name ends as adverbs and participles do: "Voltly"."""


def is_plain_word(word: str, *, at_start: bool) -> bool:
    """A single capitalised word that names nobody: "Services", "S-1", "Expanding" at the start."""
    lowered = word.lower()
    if len(word) < 3 or lowered in ORGANISATION_WORDS or re.fullmatch(r"[A-Z]{1,2}-\d\w?", word):
        return True
    return at_start and lowered.endswith(("ing", "ed", "ly")) and not word.isupper()


def is_legal_form(word: str) -> bool:
    """Whether the word is a legal form, with or without dots: "Inc.", "L.P.", "PBC"."""
    return word.lower().rstrip(".") in LEGAL_FORMS or word in CAPITAL_FORMS
