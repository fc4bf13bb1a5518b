"""Borrowed money in sentences: facilities, loans, note issues, commercial paper.

Accepts: "We have a $500 million commercial paper program."
Accepts: "Harborstone Credit LLC is providing a roughly $1.3 billion loan to Lumen Robotics."
Refuses: "We may incur up to $2 billion of additional debt under the indenture."

Lives here: wording of `loan`, `revolver`, `bond`, `abs` and of `convertible` notes sold. Not here: rows of debt notes
(`debt_tables`). Agents, arrangers and trustees are never lenders: see `parties`.
"""

from graphbuild.extract.rules import ANTECEDENT, FILER, Rule, rule_pattern
from graphbuild.extract.wording import debt_instrument
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LOAN, _REVOLVER, _BOND = InstrumentId.LOAN, InstrumentId.REVOLVER, InstrumentId.BOND
FACILITY = (
    r"(?:(?:term |bridge |secured |unsecured |senior |private |private credit |"
    r"construction |delayed[- ]draw |mortgage |GPU-backed |asset-based |equipment |"
    r"real estate )*"
    r"(?:(?:[Cc]redit|[Ll]oan|[Ff]inancing|[Ee]quipment [Ff]inance|[Mm]aster "
    r"[Ll]oan)(?:,? [Aa]nd [Ss]ecurity|, [Ss]ecurity and [Gg]uaranty)? [Aa]greement|"
    r"[Ll]oans?|[Cc]redit [Ff]acilit(?:y|ies)|[Ff]acilit(?:y|ies)|[Ll]ine of "
    r"[Cc]redit|[Cc]redit [Ll]ine|[Rr]evolver|DDTL|"
    r"[Dd]ebt [Ff]inancing|[Mm]ortgage|[Tt]erm [Ll]oan))"
)
NOTES = r"(?:[Nn]otes?|[Bb]onds?|[Dd]ebentures?)"
_ENTER = (
    r"(?:enter(?:s|ed|ing)? into|sign(?:s|ed|ing)?|secur(?:e[sd]?|ing)|obtain(?:s|"
    r"ed|ing)?|clos(?:e[sd]?|ing)(?: on)?|arrang(?:e[sd]?|ing)"
    r"|execut(?:e[sd]?|ing)|establish(?:es|ed|ing)?|land(?:s|ed)|get(?:s|ting)?|got|"
    r"rais(?:e[sd]?|ing)|receiv(?:e[sd]?|ing)|amend(?:s|ed|ing)?|announc(?:e[sd]?|"
    r"ing))"
)
_HAVE = r"(?:ha(?:ve|s|d)|maintain(?:s|ed)?)"
_RISK = (
    r"\bmay (?:incur|issue|borrow)|covenant|events? of default|\bif we\b|interest "
    r"expense|repurchase price|fair value of"
)


def _notes(words: str) -> InstrumentId:
    """Notes and bonds: convertible, asset-backed or plain."""
    kind = debt_instrument(words)
    return kind if kind in {InstrumentId.CONVERTIBLE, InstrumentId.ABS} else _BOND


_RULES = (
    Rule(
        name="commercial_paper_outstanding",
        instrument=_BOND,
        cue=r"commercial paper",
        template=(
            r"(?:{m} of (?:borrowings |commercial paper )?[^<>;]{0,40}outstanding|"
            r"outstanding[^<>;]{0,40}commercial paper[^<>;]{0,30} {m2})"
        ),
        refuses=r"program.{0,40}(?:of|up to) <m\d+>.{0,30}$|no (?:borrowings|commercial paper|"
        r"amounts)",
        measure=Measure.OUTSTANDING,
        source="commercial-paper-holders",
        target=FILER,
        where="filing",
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="commercial_paper_programme",
        instrument=_BOND,
        cue=r"commercial paper|debt financing program",
        template=(
            r"(?:{m}(?: |-)(?:[a-z-]+ ){0,3}(?:commercial paper|debt financing) program|"
            r"(?:[Cc]ommercial paper|[Dd]ebt financing) program{wide}(?:up to|of|issue|"
            r"amount|for|size|to)[^<>;]{0,40}{m2})"
        ),
        refuses=r"outstanding under|terminat",
        measure=Measure.CEILING,
        source="commercial-paper-holders",
        target=FILER,
        where="filing",
        keep_status=True,
        needs_amount=True,
    ),
    Rule(
        name="provides_loan",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|facilit|credit|financ|mortgage",
        template=(
            rf"{{s}},? {{aux}}(?:provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|grant(?:s|ed|ing)?|"
            r"ma(?:d|k)e|arranged and funded|lend(?:s|ing)?|lent|originat(?:e[sd]?|ing)|"
            rf"commit(?:s|ted)?) (?:to )?(?:<P\d+> )?{{m}}[^<>;]{{0,40}}{FACILITY}[^<>;]{{0,3"
            rf"0}}? (?:to|for) (?:(?!tied to)[^<>;]){{0,60}}?{{t}}"
        ),
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="agreed_to_loan",
        instrument=_LOAN,
        cue=r"\bloan(?:ed)?\b|\blend|\blent|advance",
        needs=r"\bloan|\blend|\blent|advance",
        template=(
            r"{s},? {aux}(?:loan(?:ed|s)?|lend|lent|advance[sd]?) (?:{t} {m}|{m2} to "
            r"(?P<target2><P\d+>))"
        ),
        refuses=_RISK + r"|deposit|supplier advance",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="loan_of_to",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|credit|note",
        template=(
            r"{s},? {aux}(?:ma(?:d|k)e|provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|grant(?:s|"
            r"ed)?|issued) (?:an? )?(?:[a-z-]+ ){0,4}?(?:loans?|line of credit|credit "
            r"facility|financing) to {t}"
        ),
        looks_ahead=True,
        refuses=_RISK,
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="enlarged",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"increas|upsiz|expand|amend",
        needs=r"facilit|credit|loan",
        template=(
            rf"(?:{{t}},? )?{{aux}}(?:increas(?:e[sd]?|ing)|upsiz(?:e[sd]?|ing)|expand(?:s|"
            rf"ed|ing)?)(?:(?!<M)[^;]){{0,60}}?(?:{FACILITY}|commitments|capacity|borrowing|"
            rf"size)(?:(?!<M)[^;]){{0,60}}? (?:to|from <V\d+> to|by) {{m}}"
        ),
        refuses=_RISK + r"|purchase|revenue|option to increase|may increase|accordion",
        status=Status.AMENDED,
        keep_status=True,
        measure=Measure.CEILING,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="facility_parts",
        instrument=_REVOLVER,
        instrument_of=debt_instrument,
        cue=r"expir|matur",
        needs=r"facilities",
        refuses=r"letters? of credit|notes\b",
        template=(
            r"{m} (?:of which )?(?:expir(?:es|ing|e)|matur(?:es|ing|e)|(?:with|having) (?:a "
            r")?(?:maturity|expiration))"
        ),
        measure=Measure.CEILING,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="lends",
        instrument=_LOAN,
        cue=r"\blend|\blent\b",
        template=r"{s},? {aux}(?:[Ll]ends?|[Ll]ent|[Ll]ending) {m} (?:to|for) {t}",
        status=Status.FUNDED,
    ),
    Rule(
        name="raised_debt_from",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"\bdebt\b|loan|credit|financing",
        needs=r"\bfrom\b",
        where="news",
        template=(
            r"{t},? {aux}(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|obtain(?:s|ed)?|"
            r"borrow(?:s|ed|ing)?|get(?:s|ting)?|receiv(?:e[sd]?|ing)) {m} (?:in |of "
            r")?(?:[a-z-]+ ){0,3}?(?:debt|loans?|credit|financing)(?: financing)?[^<>;]{0,30"
            r"}? from {s}"
        ),
        refuses=r"equity",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="provides_debt",
        instrument=_LOAN,
        cue=r"\bdebt\b|financing",
        where="news",
        template=(
            r"{s},? {aux}(?:provid(?:e[sd]?|ing)|lend(?:s|ing)?|lent|extend(?:s|ed|ing)?|"
            r"commit(?:s|ted)?|arrang(?:e[sd]?|ing)) {m} (?:in |of )?(?:[a-z-]+ ){0,2}?(?:de"
            r"bt|financing|credit|loans)(?: financing)? (?:to|for) {t}"
        ),
        refuses=r"equity",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="provides_group_loan",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|mortgage",
        where="news",
        template=(
            rf"{{s}},? {{aux}}(?:provid(?:e[sd]?|ing)|extend(?:s|ed|ing)?|lend(?:s|ing)?|"
            rf"lent|originat(?:e[sd]?|ing)) {{m}}[^<>;]{{0,40}}{FACILITY}"
        ),
        target="borrower",
        status=Status.FUNDED,
        needs_amount=True,
    ),
    Rule(
        name="note_in_favor_of",
        instrument=_LOAN,
        cue=r"promissory note|loan",
        template=(
            r"{t},? {aux}(?:execut(?:e[sd]?|ing)|issu(?:e[sd]?|ing)|deliver(?:s|ed)?|"
            r"enter(?:s|ed)? into|sign(?:s|ed)?) (?:(?:an?|the|secured|unsecured|certain|"
            r"equipment|loan|agreement|and|separate|master|financing|senior|subordinated) "
            r")*(?:[Pp]romissory [Nn]otes?|[Nn]ote)[^<>;]{0,30}? (?:in favor of|to|with|"
            r"payable to) {s}"
        ),
        looks_ahead=True,
        needs_amount=True,
        refuses=r"convertible",
    ),
    Rule(
        name="borrowed_from",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"borrow|loan|credit|facilit",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} {{wide}}{FACILITY}{{gap}}(?:of|for|in|totaling|up to|"
            rf"amount){{gap}}{{m}}{{wide}}(?:from|with) {{s}}"
        ),
        refuses=_RISK,
        status=Status.FUNDED,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    Rule(
        name="entered_facility_with",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|credit|facilit|mortgage",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} {{gap}}{FACILITY}(?: [Aa]greement)?[^<>;]{{0,60}}? "
            rf"with (?:an agent,? )?{{s}}{{wide}}(?:of|for|in|totaling|up to|amount|borrow|"
            rf"provid\w+){{gap}}{{m}}"
        ),
        refuses=_RISK,
        status=Status.FUNDED,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    Rule(
        name="facility_led_by",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"led by|co-led",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} {{m}}(?: |-)(?:in )?(?:[A-Za-z0-9-]+ ){{0,5}}?"
            rf"{FACILITY}[^<>;]{{0,60}}? (?:co-)?led by {{s}}"
        ),
        refuses=_RISK,
        measure=Measure.CEILING,
        needs_amount=True,
        is_joint=True,
    ),
    Rule(
        name="entered_sized_facility_with",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"loan|credit|facilit|mortgage|financing",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} {{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{FACILITY}[^<>;]"
            rf"{{0,60}}?(?: with| from| provided by| arranged with) (?:an agent,? "
            rf")?(?:lenders including |a group led by )?{{s}}"
        ),
        refuses=_RISK,
        status=Status.FUNDED,
        measure=Measure.CEILING,
        needs_amount=True,
    ),
    Rule(
        name="drew",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"borrow|drew|drawn|draw",
        template=(
            rf"(?:{{t}},? )?{{aux}}(?:borrow(?:ed|s)|drew(?: down)?|drawn(?: down)?|had "
            rf"borrowings of) (?:down )?{{m}}{{gap}}(?:under|on|from|pursuant to|against|"
            rf"available){{wide}}{FACILITY}"
        ),
        refuses=r"may borrow|ability to borrow|can borrow|not drawn|undrawn",
        status=Status.FUNDED,
        measure=Measure.DRAWN,
        source="lenders",
        target=FILER,
        needs_amount=True,
    ),
    Rule(
        name="terminated",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"terminat|repaid|replac|cancel|redeem|prepaid|retired",
        template=(
            rf"(?:{{t}},? )?{{aux}}(?:fully |voluntarily )?(?:terminated|repaid|cancelled|"
            r"canceled|redeemed|prepaid|retired|replaced) (?:in full )?(?:(?:the|our|its|"
            r"all|outstanding|existing|prior|balance|of|remaining|entire|borrowings|under|"
            rf"<P\d+>'s) )*(?:{{m}}(?: |-)?(?:[A-Za-z0-9-]+ ){{0,5}}?)(?:{FACILITY}|{NOTES}|"
            r"borrowings)"
        ),
        status=Status.TERMINATED,
        measure=Measure.HEADLINE,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="outstanding",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"outstanding",
        template=(
            rf"(?:{{m}} (?:of |in )?(?:[A-Za-z-]+ ){{0,4}}?(?:was|were|is|are|remained|"
            rf"borrowings|loans|had been)? ?outstanding (?:[a-z-]+ ){{0,3}}?(?:under|on|"
            rf"pursuant to) (?:[A-Za-z0-9-]+ ){{0,6}}?{FACILITY}|(?:outstanding (?:[a-z-]+ "
            rf"){{0,3}}?(?:under|on|of) (?:[A-Za-z0-9-]+ ){{0,6}}?{FACILITY}|borrowings "
            rf"outstanding)[^<>;]{{0,60}}(?:was|were|of|totaled|totaling) {{m2}})"
        ),
        refuses=r"letters of credit|no (?:borrowings|amounts|loans)|customer|converted",
        status=Status.FUNDED,
        measure=Measure.OUTSTANDING,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
    ),
    Rule(
        name="borrowings_outstanding",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"outstanding",
        template=(
            rf"(?:{{t}} )?{{aux}}{_HAVE} {{m}} (?:of |in )?(?:[A-Za-z-]+ ){{0,3}}?outstanding"
            rf" (?:[a-z-]+ ){{0,3}}?(?:under|on|pursuant to)? ?(?:[A-Za-z0-9-]+ ){{0,6}}?(?:"
            rf"{FACILITY}|{NOTES})"
        ),
        refuses=r"letters of credit|commercial paper",
        measure=Measure.OUTSTANDING,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="has_facility",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"facilit|credit|loan|revolv",
        template=(
            rf"(?:{{t}} )?{_HAVE} (?:access to )?{{m}}(?: available| of capacity| of "
            rf"availability)?(?: under)?(?: |-)(?:[A-Za-z0-9,-]+ ){{0,6}}?{FACILITY}"
        ),
        refuses=_RISK
        + r"|letters? of credit|outstanding|<m\d+> (?:expir|matur)\w+.*<m\d+> (?:expir|"
        r"matur)",
        measure=Measure.CEILING,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="potential_facility",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"potential|proposed|negotiat",
        needs=r"facilit|loan",
        where="filing",
        template=rf"(?:potential|proposed) (?:[A-Za-z-]+ ){{0,4}}?{FACILITY} of {{m}}",
        status=Status.RUMOURED,
        keep_status=True,
        measure=Measure.CEILING,
        source="lenders",
        target=FILER,
        needs_amount=True,
    ),
    Rule(
        name="entered_facility",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"facilit|credit|loan|revolv",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} (?:(?!<M|{NOTES}\b)[^;]){{0,110}}?{FACILITY}(?:(?!<M)["
            rf"^;]){{0,110}}?(?:of|for|in|totaling|up to|amount|borrow|provid\w+|"
            rf"with)[^<>;]{{0,60}}?{{m}}"
        ),
        refuses=_RISK + r"|purchase agreement",
        status=Status.FUNDED,
        measure=Measure.CEILING,
        source="lenders",
        needs_amount=True,
    ),
    Rule(
        name="entered_sized_facility",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"facilit|credit|loan|revolv|debt financing",
        template=(
            rf"{{t}},? {{aux}}{_ENTER} {{m}}(?: |-)(?:in )?(?:[A-Za-z0-9,-]+ ){{0,6}}?"
            rf"{FACILITY}"
        ),
        refuses=_RISK,
        status=Status.FUNDED,
        measure=Measure.CEILING,
        source="lenders",
        needs_amount=True,
    ),
    Rule(
        name="facility_provides",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"facilit|credit agreement|loan agreement",
        template=(
            rf"(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his|<P\d+>'s)? ?(?:[A-Za-z0-9,-]+ ){{0,5}}?(?:[Cc]"
            r"redit [Aa]greement|[Ff]acilit(?:y|ies)|[Ll]oan [Aa]greement) (?:provides|"
            rf"allows|permits|consists?)(?: <P\d+>)? (?:for|to|of)[^;<>]{{0,90}}?{{m}}"
        ),
        refuses=_RISK + r"|letters? of credit|accordion|increase|swing",
        measure=Measure.CEILING,
        keep_status=True,
        source="lenders",
        target=FILER,
        where="filing",
        needs_amount=True,
    ),
    Rule(
        name="issued_notes",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"notes|bonds|debenture",
        template=(
            rf"{{t}},? {{aux}}(?:issu(?:e[sd]?|ing|ance of)|sell(?:s|ing)?|sold|"
            r"pric(?:e[sd]?|ing)(?: of)?|complet(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|offer(?:s|"
            r"ed|ing)?|rais(?:e[sd]?|ing)|launch(?:e[sd]|ing)?)(?: and sold)? (?:(?:an? |"
            r"the |its |our |previously |announced |private |public |offering |sale |"
            rf"issuance |of |upsized |and |registered |unregistered )*){{m}}[^<>;]{{0,50}}(?:"
            rf"(?:<S\d+>|<M\d+>)[^<>;]{{0,40}})?(?:{NOTES}|[Dd]ebt\b(?! financing))"
        ),
        refuses=r"principal amount of outstanding|repurchase|redeem|per \$1,000|exchange(?:d)? "
        r"for|note payable to",
        status=Status.FUNDED,
        source="noteholders",
        needs_amount=True,
    ),
    Rule(
        name="notes_offering",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"notes|bonds",
        template=(
            rf"{{t}},? {{aux}}(?:announc\w+|complet\w+|clos\w+|pric\w+|launch\w+|issu\w+|"
            rf"sold|commenc\w+) (?:(?!<M)[^;]){{0,90}}?{NOTES}[^<>;]{{0,60}}? (?:in (?:an |"
            rf"the )?aggregate|of|for|totaling|raising|with|worth){{m}}"
        ),
        refuses=r"proceeds|repurchase|redeem|conversion",
        status=Status.FUNDED,
        source="noteholders",
        needs_amount=True,
    ),
    Rule(
        name="bond_plans",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"\bbonds?\b|\bnotes\b|\bdebt\b",
        where="news",
        refuses=r"treasur|yield (?:rises|climb)|bond market angst|stocks?\b.{0,20}bonds|own "
        r"debt|debt ceiling|national debt",
        template=(
            rf"{{t}}(?:'s)?,? {{aux}}(?:issue|issuing|sell(?:s|ing)?|sold|[Tt]ap(?:s|ping|"
            r"ped)?|[Oo]ffer(?:s|ing|ed)?|market(?:s|ing|ed)?|launch(?:es|ed|ing)?|"
            r"rais(?:e[sd]?|ing)|pric(?:e[sd]?|ing)|start(?:s|ed) marketing|plan(?:s|ning)?|"
            rf"[Ss]ells) (?:(?!<M|<P)[^;]){{0,50}}?(?:\b[Bb]onds?\b(?! [Mm]arket "
            rf"[A-Za-z]*(?:angst|anxiety))|\b[Nn]otes\b|\b[Dd]ebt\b)(?:[^<>;]{{0,50}}?(?:rais"
            rf"(?:e|ing)|of|worth|totaling) {{m}})?"
        ),
        status=Status.ANNOUNCED,
        source="noteholders",
    ),
    Rule(
        name="bond_plans_sized",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"\bbonds?\b|\bnotes\b",
        where="news",
        template=(
            r"{t}(?:'s)?,? {aux}(?:(?:issue|issuing|sell(?:s|ing)?|sold|[Pp]lan(?:s|ning)?|"
            r"[Ss]eek(?:s|ing)?|rais(?:e[sd]?|ing)|pric(?:e[sd]?|ing)) )?{m}(?: |"
            r"-)(?:[A-Za-z-]+ ){0,4}?(?:[Bb]onds?|[Nn]otes|[Dd]ebt)(?: (?:issue|sale|"
            r"offering|deal))?"
        ),
        status=Status.ANNOUNCED,
        source="noteholders",
        needs_amount=True,
    ),
    Rule(
        name="tapped_bond_market",
        instrument=_BOND,
        instrument_of=_notes,
        cue=r"rais|sold|sell",
        needs=r"\bbonds?\b|investment-grade|\bnotes\b|\bdebt\b",
        refuses=r"debt and equity|equity and debt|equity-and-debt",
        where="news",
        template=r"{t},? {aux}(?:rais(?:e[sd]?|ing)|sold|sells?|selling|borrow(?:s|ed|ing)?) {m}",
        status=Status.FUNDED,
        source="noteholders",
        needs_amount=True,
    ),
    Rule(
        name="facility_it_secured",
        instrument=_LOAN,
        instrument_of=debt_instrument,
        cue=r"facilit|credit line|loan",
        where="news",
        template=(
            rf"{{m}}(?: |-)(?:[A-Za-z0-9-]+ ){{0,5}}?{FACILITY} (?:that )?(?:it|they|the "
            rf"(?:[A-Za-z-]+ ){{1,3}}) ?(?:had )?(?:secured|signed|obtained|got|took out|"
            r"agreed|arranged|closed)"
        ),
        status=Status.FUNDED,
        keep_status=True,
        measure=Measure.CEILING,
        source="lenders",
        target=ANTECEDENT,
        needs_amount=True,
    ),
    Rule(
        name="facility_news",
        instrument=_REVOLVER,
        instrument_of=debt_instrument,
        cue=(
            r"credit facilit|revolv|credit line|term loan|bridge loan|margin loan|private "
            r"credit|debt financing"
        ),
        where="news",
        template=(
            rf"{{t}}(?:'s)?,? {{aux}}(?:(?:{_ENTER}|seek(?:s|ing)?|expand(?:s|ing|ed)?|"
            rf"increas(?:e[sd]?|ing)|borrow(?:s|ing)?) )?(?:{{m}}(?: |-))?(?:[A-Za-z0-9-]+ "
            rf"){{0,5}}?(?:revolving credit facility|credit facility|credit line|revolver|"
            r"term loan|bridge loan|margin loan|private credit (?:loan|facility)|debt "
            rf"financing)(?:[^<>;]{{0,70}}(?:of|to|above|for|totaling) {{m2}})?"
        ),
        status=Status.ANNOUNCED,
        source="lenders",
    ),
)

PATTERN = rule_pattern("debt", 1, _RULES)
