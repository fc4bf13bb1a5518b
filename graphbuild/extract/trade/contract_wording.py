"""How sentences name a contract between two parties: templates, and contracts of other kinds.

Lives here: the expressions. Not here: who of the two buys (`buying`), the claims (`contracts`), the
values that later sentences give (`contract_followups`).
"""

import re

from graphbuild.extract.sentences.templates import expand

NOUN = (
    r"(?:[Cc]ontracts?|[Aa]greements?|[Dd]eals?|[Oo]rder [Ff]orms?|[Pp]act|"
    r"[Ss]tatements? of [Ww]ork|[Ll]eases?|MSA|SOW|PPA"
    r"|[Aa]rrangements?|[Ww]ork orders?|[Ss]ervice [Oo]rders?|[Tt]erm [Ss]heet|"
    r"[Pp]urchase [Oo]rders?|[Oo]rders?)"
)
VERB = (
    r"(?:[Ss]ign(?:s|ed|ing)?|[Ee]nter(?:s|ed|ing)?(?: into)?|[Ee]xecut(?:e[sd]?|ing)|"
    r"[Aa]nnounc(?:e[sd]?|ing)|[Ii]nk(?:s|ed)?|[Ss]tr(?:uck|ikes?)|[Rr]each(?:es|"
    r"ed)?"
    r"|[Ff]orm(?:s|ed)|[Rr]eveal(?:s|ed|ing)|[Hh]a(?:s|ve|d)|[Pp]lac(?:e[sd]?|ing)|[Aa]ward(?:s|"
    r"ed)?|[Ww][oi]ns?|"
    r"[Ll]and(?:s|ed)?|[Ss]ecur(?:e[sd]?|ing)|[Ss]eal(?:s|ed)?|[Ff]inali[sz]e[sd]?|"
    r"[Aa]mend(?:s|ed)?|[Ee]xtend(?:s|ed)?|[Ee]xpand(?:s|ed)?|[Rr]enew(?:s|ed)?|"
    r"[Cc]ommenc(?:e[sd]?|"
    r"ing)|[Ee]stablish(?:es|ed)|(?:[Rr]eceiv(?:e[sd]?|ing)|"
    r"[Gg](?:ot|ets?)|[Cc]linch(?:es|ed)?|[Bb]ag(?:s|ged)|[Ii]ncreas(?:e[sd]?|ing)|"
    r"[Rr]ais(?:e[sd]?|ing)|[Ee]nlarge[sd]?|[Dd]oubl(?:e[sd]?|ing)|[Tt]ripl(?:e[sd]?|ing)|"
    r"[Cc]ancel(?:s|l?ed|l?ing)?|[Tt]erminat(?:e[sd]?|ing)|[Ll](?:ost|oses?|osing)|"
    r"[Ss]crap(?:s|ped)?|[Ee]nd(?:s|ed|ing)?)(?= (?:an?|its|the|their) "
    r"(?:(?!bid|notice)[a-z-]+,? |<M\d+>[ -]){0,4}(?:contract|agreement|deal|order|pact|lease)))"
)
TEXT = r"(?:(?!<P\d+>(?!'s)|<M)[^;]){0,110}?"
WITH = re.compile(
    expand(
        rf"{{s}},? {{aux}}(?:{VERB} |(?<=nears )|(?<=nearing )|(?<=near ))(?:(?:[a-z-]+ "
        rf"){{0,2}}{{m}}(?:, | |-))?{TEXT}{NOUN}\b(?! (?:of|and plan))(?:[^<>;]{{0,30}}?(?:worth|"
        r"valued at|of|for|totaling) {m2})?(?:(?!<P\d+>(?!'s)|<M)[^;.]){0,90}? (?:with|from) "
        r"(?:[A-Za-z-]+ ){0,5}?(?:(?:customers|companies|clients|tenants|labs|firms|<P\d+>),? "
        r"(?:including|such as|like) )?{t}(?! (?:chips?|GPUs?|processors?|accelerators?|systems|"
        r"servers)\b)"
    )
)
PAIRED_IN_HEADLINE = re.compile(
    expand(
        r"^{s1}, {t},? (?P<aux>(?:to |near |nearing |agree to |agree on |close to |in talks "
        r"(?:(?:over|on|for|about) )?)*)(?:(?:sign|ink|strike|reach|announce|expand|extend|seal|"
        rf"land|unveil|forge|finali[sz]e) )?(?:an? )?(?:{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,4}}?{NOUN}|"
        r"(?:[A-Za-z-]+ ){0,3}?(?:cloud|chip|comput(?:e|ing)|power|capacity|supply|hosting) "
        rf"{NOUN}(?: (?:worth|valued at) {{m2}})?)\b"
    )
)
BY_AND_BETWEEN = re.compile(
    expand(rf"{{s}},? {{aux}}{VERB} {TEXT}{NOUN}\b[^<>;]{{0,40}}? by and between <P\d+> and {{t}}")
)
THROUGH = re.compile(
    expand(
        r"{s1}(?!'s)(?:(?!<P|<M)[^;]){0,90}? (?:(?:through|via|under|after|following|with) an?|"
        r"(?:securing|signing|inking|landing|striking|winning|announcing|sealing)(?: an?)?|"
        r"(?:fulfil|deliver|serve|honou?r|execut)[a-z]* (?:on )?(?:its|an?|the)) (?:[a-z0-9-]+,? "
        rf"){{0,5}}?(?:{{m}} )?(?:[A-Za-z-]+ ){{0,4}}?{NOUN} with (?:[A-Za-z–-]+ ){{0,4}}?{{t}}"
    )
)
TO_BUY = re.compile(
    expand(
        rf"{{s}},? {{aux}}{VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |-))?{TEXT}{NOUN}\b"
        rf"(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2}})?"
        r" (?:to|for) (?:buy|purchase|rent|use|secure|obtain|procure|access|the "
        r"purchase of)(?:(?!<P)[^;]){0,80}? from {t}"
    )
)
WITH_TO_BUY = re.compile(
    expand(
        r"{s}(?!'s)[^<>;]{0,40}? (?:an?|its|the) (?:[a-z-]+ ){0,2}?{m}(?: |-)(?:[A-Za-z-]+ "
        rf"){{0,3}}?{NOUN} (?:to|for) (?:buy|purchase|rent|use|secure|procure|"
        r"access)(?:(?!<P)[^;]){0,80}? from {t}"
    )
)
TO_SUPPLY = re.compile(
    expand(
        rf"{{t}},? {{aux}}(?:{VERB} |(?<=nears )|(?<=nearing )|(?<=near )|(?<=close to ))"
        rf"(?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |-))?{TEXT}{NOUN}\b"
        rf"(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2}})?"
        r" to (?:supply|provide|host|deliver(?: to)?|furnish)(?: {s}|(?:(?!<P|<M)[^;]){0,90}? "
        r"(?:to|for) (?P<source2><P\d+>))"
    )
)
TO_SELL = re.compile(
    expand(
        rf"{{t}},? {{aux}}(?:{VERB} )?(?:an? )?{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,3}}?{NOUN} to "
        r"(?:sell|supply|provide|deliver) [^<>;]{0,60}? to {s}"
    )
)
SUPPLY_NOUN = re.compile(
    expand(
        rf"{{t}}'s (?:[a-z-]+ ){{0,3}}?{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,3}}?{NOUN} to (?:supply|"
        r"provide|host|deliver|furnish)(?: {s}|[^<>;]{0,80}? (?:to|for) (?P<source2><P\d+>))"
    )
)
EXPANDED = re.compile(
    expand(
        r"{s},? {aux}(?:[Ee]xpand|[Ee]xtend|[Dd]eepen|[Ww]iden|[Bb]roaden|[Rr]enew)(?:s|ed|ing)? "
        r"(?:its|their|the|an?) (?:[a-zA-Z-]+ ){0,3}?(?:partnership|relationship|tie-up|"
        r"collaboration|alliance|agreement|contract|deal|pact) with {t},? "
        r"(?:in|with|through|under|via|by) (?:an? )?(?:[a-z-]+ ){0,3}?(?:{m}(?: |-)(?:[A-Za-z-]+ "
        rf"){{0,3}}?{NOUN}|{NOUN} (?:worth|valued at|for|of|totaling) {{m2}})"
    )
)
PARTNER = re.compile(
    expand(
        r"{s},? {aux}(?:[Pp]artner(?:s|ed|ing)?|[Tt]eam(?:s|ed|ing)? up|[Cc]ontract(?:s|"
        r"ed|ing)|[Ww]ork(?:s|ed|ing)) with {t}(?= to (?:buy|purchase|procure|supply|"
        r"provide|deliver|rent|lease|secure))"
    )
)
DEPLOY_OF = re.compile(
    r"(?P<first><P\d+>) and (?P<second><P\d+>),? (?:[a-z]+ ){0,2}?(?:partner|team up|partnership|"
    r"collaborat\w+|sign|strike|announce)[^<>;]{0,60}?(?:to|for)[^<>;]{0,40}?(?:gigawatts?|"
    r"megawatts?|GW|"
    r"MW|gw|mw)\b[^<>;]{0,40}?(?:chips?|accelerators?|GPUs?|gpus?|processors|systems)\b"
)
DEPLOY = re.compile(
    r"(?P<first><P\d+>) and (?P<second><P\d+>)(?:'s)? [^<>;]{0,60}?(?:partnership|"
    r"collaboration|agreement|deal|pact) (?:to|for|that will|which will)[^<>;]{0,60}?"
    r"(?:gigawatts?|megawatts?|GW|MW|gw|mw)\b[^<>;]{0,30}? "
    r"(?P<maker><P\d+>)(?!-)(?:'s)? [^<>;]{0,40}?(?:systems|GPUs?|chips?|"
    r"accelerators?|processors|TPUs?|gpus?|tpus?)"
)
TALKS = re.compile(
    expand(
        r"{s},? {aux}with {t} (?:on|about|for|regarding|over) (?:an? )?(?:[a-z-]+,? ){0,2}?"
        rf"(?:{{m}}(?: |-))?(?:[A-Za-z-]+ ){{0,4}}?{NOUN}\b"
    )
)
PAIR = re.compile(
    expand(
        r"{s1} and {t},? (?P<aux>(?:(?:are|in|near|nearing|close|to|discuss|eye|weigh|talks|"
        r"advanced|on|about|for|said) )+)"
        rf"(?:an? )?{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,4}}?{NOUN}\b"
    )
)
BETWEEN = re.compile(
    expand(
        rf"{{s1}} and {{t}},? {{aux}}{VERB} (?:(?:[a-z-]+ ){{0,2}}{{m}}(?:, | |"
        rf"-))?{TEXT}{NOUN}\b(?:[^<>;]{{0,30}}?(?:worth|valued at|of|for|totaling) {{m2"
        rf"}})?"
    )
)
VALUED = re.compile(
    expand(
        rf"(?:{{m2}}[ -](?:[a-z-]+ ){{0,3}}?)?(?:[Ll]ease |[Cc]olocation "
        rf"|[Hh]osting )?{NOUN} between {{s1}} and {{t}}(?:[^<>;]{{0,40}}?(?:worth|valued at"
        rf"|totaling|for) "
        rf"{{m}})?"
    )
)
NOMINAL = re.compile(
    expand(
        r"{s1}'s (?:(?!revenue|sales|profit)[a-z-]+ ){0,3}?(?:(?:securing|signing|winning|landing|"
        rf"announcement|award) of )?{{m}}(?: |-)(?:[A-Za-z-]+ ){{0,4}}?{NOUN}(?! to "
        r"acquire)(?:[^<>;]{0,20})? with {t}"
    )
)
NAMED_WITH_SUM = re.compile(
    expand(
        rf"{{s1}}'s (?:[a-z-]+ ){{0,4}}?{{t}} (?:[a-z-]+ ){{0,2}}?{NOUN},? (?:which is |is "
        r")?(?:worth|valued at) {m}"
    )
)
NOMINAL_WORTH = re.compile(
    expand(
        rf"{{s1}}'s (?:[a-z-]+ ){{0,4}}?{NOUN} with {{t}},? (?:which )?(?:(?:now|is|was|are) "
        r")*(?:worth|totals?|valued at) {m}"
    )
)
GROWN = re.compile(
    r",? (?:(?:was|were|has been|have been|will be) [a-z]+ed )?(?:by (?:[a-z]+ ){0,2}<M\d+>,? )?"
    r"to (?:(?:as much as|up to|about|more than|at least|a total of|nearly) )?(?P<sum><M\d+>)"
)
"""After a contract that somebody expands: "by <M0> to <M1>"."""
GROWS = re.compile(
    r"\b(?:[Ee]xpand|[Ii]ncreas|[Rr]ais|[Dd]oubl|[Tt]ripl|[Ee]nlarg|[Ee]xten|[Bb]oost|[Uu]psiz)[a-z]*"
)
ENDS = re.compile(
    r"<P\d+>(?:'s)?,? (?:[a-z]+ ){0,6}?(?:terminat|cancel|scrap|lost|loses?|drop|abandon|"
    r"end(?:s|ed|ing)|walk(?:s|ed) away|pull(?:s|ed) out|back(?:s|ed) out)[a-z]* "
)
NONE = re.compile(rf"\bno (?:[a-z-]+ ){{0,3}}{NOUN}\b")
SUM_IN_NAMED = re.compile(
    expand(
        rf"{{s}},? {{aux}}{VERB} {{m}} (?:in|of|worth of) (?:[a-z-]+ ){{0,2}}?(?P<target><P\d+>) "
        rf"(?:[a-z-]+ ){{0,2}}?{NOUN}"
    )
)
NAMED_AFTER = re.compile(
    expand(
        rf"{{s1}}(?!'s|-),? {{aux}}(?:{VERB}|soars? on|jumps? on|surges? on|rises? on|"
        r"rall(?:y|ies) on) (?:(?:its|an?|the) )?(?:{m2}(?: |-))?(?:multi-?(?:b|m)illion-dollar |"
        rf"[a-z-]+ ){{0,2}}?{{t}} (?:[A-Za-z-]+ ){{0,3}}?{NOUN}(?: (?:by|worth|for) {{m}})?"
    )
)
FINANCED = re.compile(
    expand(
        r"{s1}(?!'s|-)[^<>;]{0,60}?(?:(?:from|with) <P\d+>)?[^<>;]{0,40}?(?:fund|finance|pay for) "
        rf"(?:its|an?|the) (?:separate |planned |recent )?{{m}}[^<>;]{{0,40}}?{NOUN} with {{t}}"
    )
)
WORTH = re.compile(NOUN + r"|[Pp]artner|[Tt]eam|[Cc]ontract|[Ww]ork")
OTHER_CONTRACTS = re.compile(
    r"credit (?:agreement|facilit)|loan|underwriting|indenture|\bnotes?\b|merger|"
    r"repurchase|buy-?back|"
    r"share purchase|stock purchase|securities purchase|unit purchase|equity|employment"
    r"|settlement|lawsuit|acqui|shares|stake|licen[cs]e|warrant|registration rights|"
    r"indemnif|consulting|separation|voting|escrow"
    r"|\bto share\b|(?:revenue|profit)[- ]shar"
    r"|\bfinancing\b|funding (?:round|deal|agreement)|\bround\b|offering|\bipo\b|"
    r"confidentiality|non-disclosure|"
    r"guarant|"
    r"backstop|"
    r"placement|sales agent|sales "
    r"agreement|subscription|investment|joint venture"
    r"|interest purchase|purchase and sale|real estate|memorandum|collective bargaining|rights "
    r"agreement|forbearance|amendment to the|partnership agreement"
    r"|distribution agreement|limited liability company|operating agreement|pledge|exchange "
    r"agreement|contribution agreement|transition|"
    r"tax|services agreement with (?:its|our) (?:chief|former)",
    re.IGNORECASE,
)
NO_TRADE = re.compile(
    r"\bto (?:sell|acquire|purchase|buy|merge)\b[^;]{0,80}\b(?:stake|interests?|business|shares|"
    r"stock|units|subsidiary|notes|outstanding|land|building|property|real estate)\b|"
    r"\b(?:whereby|under which|pursuant to which) <P\d+> (?:ha(?:s|ve|d) )?(?:obtain|receiv)\w+ "
    r"(?:[a-z]+ )?financing\b"
)
"""What follows an agreement that sells a part of somebody, or lends."""
