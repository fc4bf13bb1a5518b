"""Words that help to tell where a name starts and ends: legal forms, words no name ends with.

Lives here: the lists. Not here: the scan that uses them (`names`). They are words of English and
of filings, not
facts about anybody, so they carry no date and no source.
"""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how the lists below are written."""
    return frozenset(text.split())


LEGAL_FORMS = words(
    "inc incorporated corp corporation co company llc ltd limited plc lp l.p llp n.v nv s.a sa ag"
    " se pbc n.a na gmbh s.p.a spa ab asa oyj a.s bv b.v kk pte pty sarl s.à.r.l s.a.r.l berhad"
    " bhd fsb f.s.b kgaa l.l.c u.l.c ulc p.l.c jsc pjsc tbk ehf hf gk"
)

LOWER_FORMS = words("ehf hf plc llc inc ltd gmbh")
"""Legal forms that some write small: they belong to the name before them."""

ORGANISATION_WORDS = words(
    "group holdings holding bank capital partners ventures fund funds trust management advisors"
    " investments securities technologies technology systems energy infrastructure semiconductor"
    " semiconductors microelectronics electronics software labs laboratories networks industries"
    " international enterprises platforms insurance financial credit equity properties property"
    " realty pharmaceuticals motors motor airlines telecom communications computing platform"
    " semis power utilities resources digital media studios authority ministry government"
    " university foundation associates global worldwide services solutions data centers jv"
)

NEVER_LAST = words(
    "agreement agreements facility facilities loan loans note notes program programme plan act"
    " offering guarantee guaranty lease leases order orders indenture stock share shares warrant"
    " warrants date closing merger term amendment board directors director officer president"
    " chairman committee section item exhibit article schedule appendix annex report form series"
    " class quarter year revenue revenues income tranche tranches debentures bonds bond securities"
    " obligations commitment commitments payment payments project phase ipo ceo cfo coo cto"
    " regulation rule law laws code standards topic gaap commission court states january february"
    " march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday chief executive vice secretary treasurer contract"
    " contracts announcement statement statements prospectus registration supplement event events"
    " rate sofr libor index interest document documents purchaser purchasers lender lenders agent"
    " parties party transaction transactions products product chips gpus gpu tpus tpu cpus ai"
    " line lines due guaranty advances consideration"
    " network initiative corps academy week summit conference forum awards podcast show"
    " campus deal deals stake center centers site unit units rsu rsus psu adss ads ordinary common"
    " preferred convertible senior secured unsecured subordinated revolving delayed draw"
    " round financing funding investment investments acquisition model models news journal times"
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
    "notwithstanding except"
)

SINGLE_NEVER = FUNCTION_WORDS | words(
    "chatgpt claude gemini grok copilot llama blackwell hopper rubin trainium instinct "
    "now so yet just well right less more forty private cnbc wsj nyt ft axios techcrunch semafor"
    " politico nikkei reuters bloomberg cnn bbc information verge insider barrons "
    "venture jv investor subsequent recent commercial hardware several last next beyond entry"
    " bitcoin ethereum despite at-the-market atm safe safes pipe ipo eth btc espp joint"
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
    " shares stock stocks bonds debt note notes llm llms agi hbm"
    " megawatts gigawatts mw gw kw usd eur gbp cad aud non covid internet web cloud data center"
    " centers level tier table part net gross cash operating finance llcs ceo cfo"
    " rpo atm msa sow ppa ddtl rsu psu spac nav aum ldp hpc api saas gpu gpus cpu cpus tpu tpus it"
    " leading largest major global top strategic customer contracts developers"
    " oem oems letters"
    " advances borrowings repayments purchases proceeds includes deferred gains losses loss changes"
    " security long-term short-term"
    " sales sale refer aggregate goodwill asc acquisitions four five six seven eight nine ten"
    " general ip ebitda roi esg diluted weighted unaudited consolidated fiscal annual"
)

KINDS_OF_SECURITY = words(
    "revolving unregistered registered convertible senior series class restricted pre-funded"
    " unsecured"
)

PHRASES = frozenset({
    "future equity", "private equity", "private credit", "venture capital", "data centers",
    "data center", "artificial intelligence", "working capital", "chief financial", "open market",
    "cloud infrastructure", "digital infrastructure", "ai infrastructure", "cloud services",
})  # fmt: skip

TRIMMED = FUNCTION_WORDS | {".", ","}

OF_HEADS = words("bank university government ministry republic kingdom county city state")

HEADLINE_VERBS = words(
    "raises raised acquires acquired buys bought invests invested secures secured "
    "closes closed signs"
    " signed lands wins gets launches launched announces announced unveils plans "
    "seeks eyes leads backs"
    " backed lends borrows sells sold issues issued prices priced offers files "
    "filed submits completes"
    " completed expands expanded extends partners teams joins makes takes nears says said reports"
    " considers weighs explores agrees agreed commits committed pays spends taps provides supplies"
    " builds leases guarantees donates tops falls rises jumps gains forms names appoints"
)

HEADLINE_WORDS = words(
    "raises raise raised raising acquires acquire acquired acquiring buys buy "
    "bought invests invest"
    " invested secures secure secured closes close closed signs sign signed lands wins win gets"
    " launches launch launched announces announce announced unveils plans plan seeks seek eyes"
    " leads lead led backs back backed lends lend loans borrows sells sell sold issues issue"
    " prices price priced offers offer files file filed submits completes complete completed"
    " expands expand expanded extends partners partner teams joins join makes make takes take to"
    " will may could is are was in for of on at by with from as and or its the a an over after"
    " amid near nears near-final set new partnership investment stake deal contract agreement"
    " funding round series bond bonds notes debt loan facility billion million trillion worth"
    " capital data center centers centre ai chip chips cloud compute infrastructure startup maker"
    " giant company firm says said report reports reportedly talks considers weighs weighing"
    " considering exploring explores agrees agree agreed commits commit committed pays pay spend"
    " spends purchase purchases more than up about just another its first largest record valued"
    " valuation value ipo public debut offering market tap taps provide provides supply supplies"
    " upsized backing margin gets selling raising buying lending backed big mega "
    "giant tech pledges"
    " build builds building lease leases leasing guarantee guarantees support supports use uses"
    " acquisition takeover merger bid team demand surges strategic multi-year into against out off"
    " ahead despite how why what when who where this that not no us"
)

BEFORE_NAMES = words(
    "acquires acquire acquired buys buy bought with from by in into and , & lends backs invests for"
    " between of s"
)

KINDS_OF_AI = words(
    "mw gw kw megawatt gigawatt new generative enterprise sovereign agentic physical"
    " responsible applied embodied conversational open cloud edge safe trusted ethical"
    " mobile modern scaling building using training powering industrial medical legal"
    " vertical private public national global european american chinese us chief big good"
    " frontier multimodal consumer personal"
)
"""Words before "AI" that make no name: "Reflection AI" is a company, "Generative AI" none."""
