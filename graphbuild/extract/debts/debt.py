"""Facilities of a borrower: agreed, enlarged, drawn, outstanding, ended.

Accepts: "We entered into a credit agreement with Northgate Bank, N.A. for a $60 million revolving
facility."
Accepts: "We have a $3 billion unsecured revolving credit facility."
Refuses: "We may incur up to $2 billion of additional debt under the credit agreement."

Lives here: wording of `loan` and `revolver` told from the borrower's side. Not here: lenders as
subject (`lending`), notes and bonds (`notes`), rows of debt notes (`debt_tables`).
"""

from functools import partial

from graphbuild.extract.debts.borrowing_words import FACILITY, HAVE, NOTES, RISK
from graphbuild.extract.debts.debts_announced import LOANS_ANNOUNCED
from graphbuild.extract.debts.facilities_agreed import AGREED, AGREED_WITH_LENDERS
from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, SUBJECT, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_LOAN, _REVOLVER = InstrumentId.LOAN, InstrumentId.REVOLVER

_borrowed = partial(
    Rule,
    instrument=_LOAN,
    instrument_of=debt_instrument,
    where="filing",
    keep_status=True,
    source="lenders",
    target=FILER,
    needs_amount=True,
)
_sized = partial(
    Rule,
    instrument_of=debt_instrument,
    measure=Measure.CEILING,
    source="lenders",
    needs_amount=True,
)
_ended = partial(Rule, instrument=_LOAN, status=Status.TERMINATED, keep_status=True)

_RULES = (
    _borrowed(
        name="enlarged",
        cue=r"increas|upsiz|expand|amend",
        needs=r"facilit|credit|loan",
        template=(
            r"(?:{t},? )?{aux}(?:increas(?:e[sd]?|ing)|upsiz(?:e[sd]?|ing)|"
            rf"expand(?:s|ed|ing)?)(?:(?!<M)[^;]){{0,60}}?(?:{FACILITY}|commitments|capacity|"
            r"borrowing|size)(?:(?!<M)[^;]){0,60}? (?:to|from <V\d+> to|by) {m}(?! to <[MV])"
        ),
        refuses=RISK + r"|purchase|revenue|option to increase|may increase|accordion|"
        r"of equipment|square feet|megawatt",
        status=Status.AMENDED,
        measure=Measure.CEILING,
    ),
    _sized(
        name="upsizes",
        instrument=_LOAN,
        cue=r"upsiz|increas|expand",
        where="news",
        template=(
            r"{t},? {aux}(?:upsiz(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|expand(?:s|ed|ing)?) "
            r"(?:its |the )?(?:existing |current )?(?:<[MV]\d+> )?(?:[a-zA-Z-]+ "
            rf"){{0,4}}?{FACILITY} (?:to|by) {{m}}"
        ),
        status=Status.AMENDED,
        keep_status=True,
    ),
    _sized(
        name="total_of_facility",
        instrument=_LOAN,
        cue=r"increasing|bringing|taking",
        needs=r"facilit|loan|credit",
        where="news",
        template=(
            r"(?:increasing|bringing|taking) (?:the |its )?(?:total|facility|size|commitments)"
            r"[^<>;]{0,30}? to {m}"
        ),
        status=Status.AMENDED,
        keep_status=True,
        target=SUBJECT,
        shares_words=True,
    ),
    _borrowed(
        name="repriced",
        cue=r"repric|amend|extend",
        template=(
            r"(?:(?P<target2><P\d+>)(?!'s),? {aux})?(?:[Rr]epric(?:e[sd]?|ing)|[Aa]mend(?:ed|ing) "
            r"and extend(?:ed|ing)|[Ee]xtend(?:ed|ing) the maturity)(?: of)? "
            r"(?:(?:{t}'s|its|the|our|existing|outstanding|all|of) )*{m}(?: |-)(?:in |of "
            rf")?(?:[A-Za-z0-9-]+ ){{0,6}}?{FACILITY}"
        ),
        refuses=RISK,
        status=Status.AMENDED,
        measure=Measure.CEILING,
    ),
    _borrowed(
        name="amendment_adds",
        cue=r"amendment|incremental|accordion",
        template=(
            r"[Aa]mendment(?: No\. \d+)? (?:adds|added|provides for|provided for|establishes|"
            r"established) {m}[^<>;]{0,40}?(?:loans?|facilit(?:y|ies)|commitments?)"
        ),
        refuses=RISK + r"|purchase|lease",
        status=Status.AMENDED,
        measure=Measure.CEILING,
    ),
    _sized(
        name="facility_parts",
        instrument=_REVOLVER,
        cue=r"expir|matur",
        needs=r"facilities",
        refuses=r"letters? of credit|notes\b",
        template=(
            r"{m} (?:of which )?(?:expir(?:es|ing|e)|matur(?:es|ing|e)|(?:with|having) (?:a "
            r")?(?:maturity|expiration))"
        ),
        keep_status=True,
        target=FILER,
        where="filing",
    ),
    *AGREED_WITH_LENDERS,
    *LOANS_ANNOUNCED,
    Rule(
        name="vendor_financed",
        instrument=InstrumentId.VENDOR_FINANCING,
        cue=r"to finance",
        hidden_source=True,
        where="filing",
        template=(
            r"{t},? {aux}(?:entered into|signed|executed) (?:[a-z]+ ){0,3}?(?:agreements?|"
            r"arrangements?|financings?) with {s} to finance {m} of (?:[a-z]+ "
            r"){0,2}?(?:equipment|hardware|servers?|GPUs?|purchases)"
        ),
        refuses=RISK,
        needs_amount=True,
    ),
    _sized(
        name="drew",
        instrument=_LOAN,
        cue=r"borrow|drew|drawn|draw",
        template=(
            rf"(?:{{t}},? )?{{aux}}(?:borrow(?:ed|s)|drew(?: down)?|drawn(?: down)?|had "
            rf"borrowings of) (?:down )?{{m}}(?:,? and had <[MV]\d+> (?:of |in )?(?:remaining|"
            rf"available|unused|undrawn) [a-z]+)?{{gap}}(?:under|on|from|pursuant to|against|"
            rf"available){{wide}}{FACILITY}(?: (?:with|from|provided by) {{s}})?"
        ),
        refuses=r"may borrow|ability to borrow|can borrow|not drawn|undrawn",
        measure=Measure.DRAWN,
        target=FILER,
    ),
    _ended(
        name="paid_lender_and_ended",
        instrument_of=debt_instrument,
        cue=r"terminat|cancel|retire|extinguish|closed",
        where="filing",
        refuses=RISK,
        template=(
            r"{t},? {aux}(?:re)?paid {m} to {s},? and (?:thereby )?(?:terminated|cancell?ed|"
            rf"retired|extinguished|closed) (?:<P\d+>'s |the |its )(?:[a-z]+ ){{0,3}}?{FACILITY}"
        ),
        only_named=True,
        needs_amount=True,
        smallest=1_000_000,
    ),
    _ended(
        name="repaid_its_lender",
        instrument_of=debt_instrument,
        cue=r"repa(?:id|ys?)\b|paid off|pay off|retire|prepa|terminat|cancel|satisf|extinguish|"
        r"discharg|replac",
        refuses=RISK + r"|will use|intends?\b",
        template=(
            r"(?:{t}(?!,? which),? |(?<=which )|^This [a-z]+ ){aux}(?:(?!<P|<M)[^;]){0,60}?"
            r"(?<![a-z])(?:repaid|repays?|paid off|pay off|retired?|(?:refinanced and )?replaced|"
            r"prepaid|prepay|terminate[ds]?|cancell?ed|satisf(?:y|ied)|extinguish(?:ed)?|"
            r"discharged?) (?:in full )?(?:(?:all|of|its|the|an|our|outstanding|remaining|existing|"
            r"obligations|borrowings|indebtedness|amounts|balance|under|in|full|separate|prior|"
            rf"<P\d+>'s) )*(?:{{m}} )?(?:[A-Za-z-]+ ){{0,3}}?{FACILITY},? (?:with|from|"
            r"(?:(?:originally|previously) )?(?:provided|extended|made|held|issued|granted) "
            r"(?:by|to)|owed to|due to|outstanding with|<P\d+> had(?: in place)? with) {s}"
        ),
        target=FILER,
        only_named=True,
    ),
    _borrowed(
        name="terminated",
        cue=r"terminat|repaid|replac|cancel|redeem|prepaid|retired",
        template=(
            r"(?:{t}(?!,? which),? )?{aux}(?:fully |voluntarily )?(?:terminated|repaid|cancelled|"
            r"canceled|redeemed|prepaid|retired|replaced) (?:in full )?(?:(?:the|our|its|all|an|"
            r"outstanding|existing|prior|balance|of|remaining|entire|borrowings|under|<P\d+>'s) "
            rf")*(?:{{m}}(?: |-)?(?:[A-Za-z0-9-]+ ){{0,5}}?)(?:{FACILITY}|{NOTES}|borrowings)"
        ),
        status=Status.TERMINATED,
    ),
    _ended(
        name="proceeds_repaid",
        cue=r"repay|repaid",
        where="filing",
        template=(
            r"(?:(?:was|were|been) used to (?:fully )?repay|repaid) (?:in full "
            rf")?(?:(?:the|its|our|all|outstanding) )*{{m}} (?:[A-Za-z-]+ ){{0,3}}?(?:{FACILITY}|"
            r"[Nn]ote) (?:held by|owed to|with|from|due to) {s}"
        ),
        target=FILER,
        needs_amount=True,
    ),
    _borrowed(
        name="outstanding",
        cue=r"outstanding",
        template=(
            rf"(?:{{m}} (?:of |in )?(?:[A-Za-z-]+ ){{0,4}}?(?:was|were|is|are|remained|"
            rf"borrowings|loans|had been)? ?outstanding (?:[a-z-]+ ){{0,3}}?(?:under|on|"
            rf"pursuant to) (?:[A-Za-z0-9-]+ ){{0,6}}?{FACILITY}|(?:outstanding (?:[a-z-]+ "
            rf"){{0,3}}?(?:under|on|of) (?:[A-Za-z0-9-]+ ){{0,6}}?{FACILITY}|borrowings "
            rf"outstanding)[^<>;]{{0,60}}(?:was|were|of|totaled|totaling) {{m2}})"
        ),
        refuses=r"letters of credit|no (?:borrowings|amounts|loans)|customer|converted|held for|"
        r"receivable(?!s? (?:securiti|facilit|financing fac|loan))|portfolio|originat",
        measure=Measure.OUTSTANDING,
        needs_amount=False,
    ),
    _borrowed(
        name="borrowings_outstanding",
        cue=r"outstanding",
        template=(
            rf"(?:{{t}} )?{{aux}}{HAVE} {{m}} (?:of |in )?(?:[A-Za-z-]+ ){{0,3}}?outstanding "
            r"(?:[a-z-]+ ){0,3}?(?:under|on|pursuant to)? ?(?:<P\d+>'s )?(?:[A-Za-z0-9-]+ "
            rf"){{0,6}}?(?:{FACILITY}|{NOTES})"
        ),
        refuses=r"letters of credit|commercial paper",
        measure=Measure.OUTSTANDING,
    ),
    _borrowed(
        name="has_facility",
        cue=r"facilit|credit|loan|revolv",
        template=(
            rf"(?:{{t}} )?{HAVE} (?:access to )?{{m}}(?: available| of capacity| of "
            rf"availability)?(?: under)?(?: |-)(?:[A-Za-z0-9,-]+ ){{0,6}}?{FACILITY}"
        ),
        refuses=RISK
        + r"|letters? of credit(?! issuer)|outstanding|loans? to (?:an?|our|its|the|<p)|<m\d+> "
        r"(?:of |in )?(?:remaining|unused|undrawn|(?:[a-z]+ )?left)\b|<m\d+> "
        r"(?:expir|matur)\w+.*<m\d+> (?:expir|matur)",
        measure=Measure.CEILING,
    ),
    _borrowed(
        name="potential_facility",
        cue=r"potential|proposed|negotiat",
        needs=r"facilit|loan",
        template=(
            rf"(?:potential|proposed) (?:[A-Za-z-]+ ){{0,4}}?{FACILITY}(?: [A-C])? (?:of|in (?:an? "
            rf")?(?:[a-z]+ )*amount of) {{m}}"
        ),
        status=Status.RUMOURED,
        measure=Measure.CEILING,
    ),
    *AGREED,
    _borrowed(
        name="facility_provides",
        cue=r"facilit|credit agreement|loan agreement",
        template=(
            r"(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]his|<P\d+>'s)? ?(?:[A-Za-z0-9,-]+ "
            r"){0,5}?(?:[Cc]redit [Aa]greement|[Ff]acilit(?:y|ies)|[Ll]oan [Aa]greement)(?:,? "
            r"(?:which )?(?:was|is|were) [a-z]+ by (?:<P\d+>|an agent)(?:(?:,|,? and) "
            r"(?:<P\d+>|an agent))*,? and|, which [^<>;]{3,70},)? (?:provides|allows|permits|"
            r"consists?|includes)(?: <P\d+>)? (?:(?:with|for|to|of)\b)?(?:(?!accordion|increas|"
            r"incremental|option|swing|letters?)[^;<>]){0,90}?{m}(?!(?: (?!and\b|with\b|"
            r"plus\b)[a-z]+){0,2} (?:accordion|incremental|option|sub-?limit|swing|letters?))"
        ),
        refuses=RISK,
        measure=Measure.CEILING,
    ),
)

PATTERN = rule_pattern("debt", 1, _RULES)
