"""Who backs a company, told without a sum: lists of investors, "Corvid-backed Tidepool".

Accepts: "Tidepool counts Corvid and Brightwater as investors, alongside Foxglove Partners."
Accepts: "Corvid-backed Tidepool is hiring for its first data center."
Refuses: "Tidepool counts Meridian as a customer."

Lives here: investors named as such, in reports. Not here: rounds and their sums (`rounds`), stakes
by percentage (`stakes`), guarantees of leases and debt (`guarantee`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from graphbuild.extract.base import Context, Pattern
from graphbuild.extract.grammar.amounts import find_amounts
from graphbuild.extract.sentences.rules import ROUND, TOPIC, Rule
from graphbuild.extract.sentences.ruling import rule_pattern
from graphbuild.extract.shares.share_words import DEBT_WORDS
from graphbuild.records.claim import Claim, Confidence, Role
from graphbuild.records.document import Document
from graphbuild.records.instrument import InstrumentId

_EQUITY = InstrumentId.EQUITY
_ROLE = r"investor|backer|shareholder|stakeholder"
_ROLES = rf"(?:{_ROLE})s?"
_KIND = (
    r"(?:(?!(?:for|to|as|on|over|about|by|with|of|that|and|push|plan|bid|call|effort|talks|project"
    r"|drive|debate)\b)[A-Za-z][A-Za-z-]* ){0,4}?"
)
"""What kind of round: no word that would lead away from it."""
_CAUSE = (
    r"law ?suits?|\bsuit\b|\bbills?\b|legislation|complaint|petition|campaign|proposal|guarant|"
    r"coalition|lobby|\balliance\b|association|think tank|non-?profit|\bstudy\b"
)
_MANY = r"(?:(?:investors|backers|firms|funds|companies|groups) )?(?:(?:including|such as|like) )?"
_TRADE = (
    r"(?:(?:AI|artificial|intelligence|cloud|computing|compute|chip|data|cent(?:er|re)|software|"
    r"bitcoin|crypto|mining|infrastructure|robotics|quantum|model|nuclear|fusion|energy|private|"
    r"U\.S\.|startup|start-up|company|firm|developer|operator|provider|miner|lab|neocloud|maker|"
    r"unicorn|group|builder|<P\d+> (?:rival|competitor|challenger))[ ,]+)*"
)
_ENDS = (
    r"(?=[,.;:)—–]| [—–]|$| (?:said|says|has|have|had|announced|raised|and|is|was|are|were|to|in|"
    r"will|plans|signed|which|that|when|after|as|on|at|this|last|but|while)\b)"
)


def _rule(
    name: str, cue: str, template: str, *, target: str = "", needs: str = "", refuses: str = ""
) -> Rule:
    """A rule of this module: equity without a sum, both sides named."""
    return Rule(
        name=name,
        instrument=_EQUITY,
        cue=cue,
        template=template,
        target=target,
        needs=needs,
        refuses=refuses,
        is_target_sure=name == "investor_apposition",
        where="news",
        on_full=True,
        role=_ROLE,
        only_named=True,
        keep_status=True,
        confidence=Confidence.LIKELY,
    )


_backed = partial(Rule, instrument=_EQUITY, where="news", refuses=DEBT_WORDS, only_named=True)

_RULES = (
    _rule(
        "backed_adjective",
        r"[-–]backed ",
        r"(?P<source>(?:<P\d+>[-–],? (?:and )?)*<P\d+>)[-–]backed (?:[A-Z][\w.]+(?:-based)? )?"
        + _TRADE
        + r"{t}(?![-–])(?!'s? (?:rival|competitor))(?! (?:rival|competitor|challenger|bonds?|notes|"
        r"debt|loan)s?\b)",
    ),
    _rule(
        "backed_by",
        r"backed by|funded by",
        r"{t},?(?: [—–-])? \(?(?:(?:which |who )?(?:was |is |were )?(?:founded|formed|launched|"
        r"started|created|established|based|set up)(?:[^;<>]|<[PD]\d+>){3,140}?(?:,? and |, "
        r")(?=is |was |has ))?(?:(?:an?|the|one of) [^,<>;()]{3,80}? |(?:which|who|that) "
        r"(?:is|was|has been) |is |was |are )?(?:also |partly |now |privately |heavily |already "
        r")*(?:backed|funded) by " + _MANY + r"{s}" + _ENDS,
        refuses=_CAUSE + r"|(?:lease|agreement|contract|deal|loan|guarantee)s? (?:with|to|for) "
        r"[^;(]{0,60}backed by",
    ),
    _rule(
        "round_led_adjective",
        r"[-–]led ",
        r"(?:{t},? {aux}(?:[Rr]ais|[Cc]los|[Ss]ecur|[Ll]and|[Gg]et|[Bb]ag|[Nn]ab|[Ww]in)[a-z]* "
        r"(?:(?!<P)[^;]){0,60}? (?:in|via|from|through|with) (?:an? |the )?{s}[-–]led (?:[a-z]+ "
        r"){0,2}(?:round|funding|financing|raise)|(?P<source2><P\d+>)[-–]led (?:[a-z]+ "
        r"){0,2}(?:round|funding|financing|raise) (?:in|for|of|by|at) (?P<target2><P\d+>))",
    ),
    _rule(
        "counts_as_investors",
        r"\bcounts?\b|\bnames?\b|\blists?\b|\bboasts?\b",
        r"{t},? {aux}(?:[a-z]+ly )?(?:counts?|names?|lists?|boasts?) (?:[a-z-]+ ){0,4}?{s} "
        r"(?:as|among) (?:(?:its|an?|the) )?(?:[a-z-]+ ){0,3}?(?:(?P<role><P\d+>)|"
        rf"{_ROLES}\b)(?:,? (?:alongside|along with|as well as|together with|in addition to) "
        r"(?:(?:venture|capital|firms|funds|investors|such|as|including) )*{members})?",
    ),
    _rule(
        "its_investors_include",
        r"includ|\bare\b|\brange\b|\bis\b|remains",
        r"(?:{t}'s |(?P<target2><P\d+>),? whose |(?P<target3><P\d+>)(?!'s),? [^<;]{3,120}? "
        r"(?:but|and|while) its |^(?:[Ii]ts |[Tt]heir ))(?:[a-z-]+ ){0,3}?(?:(?P<role><P\d+>)|"
        rf"{_ROLES}),? (?:(?:also|now|currently) )*(?:(?:includ(?:e[sd]?|ing)|are|range from) "
        r"(?:[a-z-]+ ){0,4}?|(?:is|remains) (?=<P)){s}(?:, (?:which|who) [^;]{3,140}?,? "
        r"(?:as well as|and|alongside) {members}(?=, (?:which|who)|[.;]|$))?",
        target=TOPIC,
        refuses=r"participat|took part|\bround\b|(?<!total )(?:funding|financing)",  # see `rounds`
    ),
    _rule(
        "investors_in_it_include",
        r"includ|\bare\b|\bwere\b",
        r"(?:(?P<role><P\d+>)|[Ii]nvestors|[Bb]ackers|[Ff]unders|[Ss]hareholders) (?:in|of) {t} "
        r"(?:(?:also|now|already) )*(?:include[ds]?|are|were) (?:[a-z-]+ ){0,4}?{s}",
    ),
    _rule(
        "among_its_investors",
        r" in | of ",
        r"{s}(?:,? (?:(?:who|which) )?(?:is|are|was|were|being|as|(?:has|have) been|remains?|"
        r"became|becomes?)|,)(?:,? (?:also|already|now|both|itself|still|reportedly))*,? "
        r"(?:(?:<P\d+>|[a-z]+(?: [a-z]+)?) and )?(?:(?:among|one of) )?(?:the |its )?(?:{t}'s "
        rf")?(?:an? |the )?(?:[a-z-]+ ){{0,4}}?(?:(?P<role><P\d+>)|{_ROLES}) (?:in|of) "
        r"(?:startups? |companies |such as |including )*(?P<target2><P\d+>)(?!'s)",
        needs=r"<p\d+>.*<p\d+>",
    ),
    _rule(
        "is_its_investor",
        r"'s ",
        r"{s}(?:,| is| are| was| remains?| became| becomes?|, which is)(?: also| already| now)? "
        rf"(?:(?:among|one of) )?{{t}}'s (?:[a-z-]+ ){{0,3}}?(?:(?P<role><P\d+>)|{_ROLES})\b",
        needs=r"<p\d+>.*<p\d+>'s",
    ),
    _rule(
        "investor_apposition",
        _ROLE,
        rf"{{t}}(?:'s (?:[a-z-]+ ){{0,3}}| (?:early |major |longtime |key |existing )?){_ROLES},? "
        r"{s}(?!'s|-)",
    ),
    _rule(
        "backs_company",
        r"\bback(?:s|ed)\b|\bbacking\b",
        r"{s},? {aux}(?:first )?back(?:s|ed|ing) {t}(?!'s)(?=[.;]|$|, (?:the|an?|which|alongside|"
        r"along)\b| with <M| at an? <V| as an? (?:[a-z]+ ){0,2}investor| (?:in|since) "
        r"(?:[A-Za-z]+ )?<D| (?:alongside|along with|together with) <P| in (?:its|an?|the|last|"
        r"this|\w+) (?:[A-Za-z-]+ ){0,4}?(?:round|[Ss]eries|seed|funding|financing|raise)\b)",
        needs=r"round|funding|invest|startup|start-up|valu|stake|series [a-h]",
        refuses=_CAUSE + r"|\bideas?\b|\bcalls?\b|regulat|\bvote|\bboard\b",
    ),
    _backed(
        name="among_round_investors",
        cue=r"round|financing|fundrais|raise|among|one of",
        role=_ROLE,
        refuses=r"\bdebt round|loan",
        template=(
            r"{s},? (?:are|is|were|was) (?:also )?(?:among|one of) (?:the )?(?:[a-z-]+ ){0,2}"
            rf"(?:(?P<role><P\d+>)|{_ROLES})(?: (?:in|of) (?:the|this|that|its) "
            r"(?:[A-Za-z-]+ ){0,3}?(?:round|financing|funding|raise|fundraising)|(?=[.;,]|$))"
        ),
        target=ROUND,
        keep_status=True,
    ),
    _rule(
        "investors_who_took_part",
        r"participat|joined|took part",
        rf"(?:(?P<role><P\d+>)|[Ii]nvestors|{_ROLES}) (?:who|that) (?:participated|took part|"
        r"invested|joined) (?:in )?[^<>;]{0,50}?(?:round|funding|financing)[^<>;]{0,20}? "
        r"(?:for|of|in) {t} (?:include[ds]?|were|are) (?:[a-z-]+ ){0,3}?{s}",
    ),
    _backed(
        name="led_the_round",
        cue=r"\bled\b|\blead|co-led",
        template=(
            r"^(?:[^<>;]{0,40} )?(?P<source><P\d+>(?:(?:,|,? and) <P\d+>)*),? "
            r"(?P<aux>(?:(?:is|are|will|to|set|expected|also) )*)(?:co-)?(?:lead(?:s|ing)?|led)(?: "
            r"the (?:[A-Za-z-]+ ){0,2}(?:round|financing|funding|raise)\b|(?=,? and (?:was|were) "
            r"joined by))(?:[^<>;]{0,40}? (?:(?:and|who|which) (?:was|were) joined by|along with|"
            r"alongside|together with) (?:[a-z-]+ ){0,4}?{members})?"
        ),
        target=ROUND,
    ),
    _backed(
        name="took_part_in_its_round",
        cue=r"round|funding|financing|raise|series [a-h]",
        template=(
            r"{s},? {aux}(?:participat(?:e[sd]?|ing) in|took part in|tak(?:es?|ing) part in|"
            r"join(?:s|ed|ing)?|back(?:s|ed|ing)?|(?:co-)?le(?:ads?|d|ading)|invest(?:s|ed|ing)? "
            rf"in|contribut(?:e[sd]?|ing) to) {{t}} {_KIND}(?:{{m}}(?: |-))?{_KIND}(?:round|"
            r"funding|financing|raise|fundraising|[Ss]eries [A-H])\b"
        ),
        is_joint=True,
    ),
    _backed(
        name="took_part_in_round_of",
        cue=r"round|funding|financing",
        template=(
            r"{s},? {aux}(?:participat(?:e[sd]?|ing) in|took part in|tak(?:es?|ing) part in|"
            r"join(?:s|ed|ing)?|back(?:s|ed|ing)?) (?:an? |the )?"
            rf"{_KIND}(?:{{m}}(?: |-))?{_KIND}(?:round|funding|financing)(?: round)? "
            r"(?:for|of|in|at|by) (?:the |an? )?(?:[a-z-]+ ){0,4}?{t}(?!'s)"
        ),
        is_joint=True,
    ),
)

_BY_RULE = rule_pattern("backers", 1, _RULES)
_NO_ISSUER = re.compile(
    r"\b(?:Coalition|Alliance|Association|Forum|Institute|Foundation|University|Council|Act|Bill)$"
)
"""Who backs one of these holds no shares of it."""
_NO_HOLDER = re.compile(r"\b(?:Union|Commission|[Gg]overnment|Ministry|NATO|State)$")
"""Whose backing is a grant more often than shares."""


def find_backers(document: Document, context: Context) -> Iterator[Claim]:
    """Claims of the rules about those who can have investors."""
    for claim in _BY_RULE.find(document, context):
        named = (*claim.with_role(Role.SOURCE), *claim.with_role(Role.TARGET))
        if not any(_NO_ISSUER.search(p.name) or _NO_HOLDER.search(p.name) for p in named):
            yield _with_sum(claim)


_PUT_IN = re.compile(
    r",? (?:\([^()]*\),? )?(?:which|who) (?:has |have |had )?(?:also |already )?(?:invested|put in|"
    r"committed|contributed|poured in|injected) "
)


def _with_sum(claim: Claim) -> Claim:
    """The claim, with the sum of a clause on its investor: "Corvid, which invested $8bn"."""
    (investor, *_), quote = claim.with_role(Role.SOURCE), claim.citation.quote
    at = quote.find(investor.as_written)
    invested = _PUT_IN.match(quote, at + len(investor.as_written)) if at >= 0 else None
    if invested is None or claim.amount.central is not None:
        return claim
    after = invested.end()
    sums = [m for m in find_amounts(quote) if m.start >= after]
    is_next = sums and _SMALL.fullmatch(quote, after, sums[0].start)
    return replace(claim, amount=sums[0].amount) if is_next else claim


_SMALL = re.compile(r"(?:(?:about|nearly|over|more than|up to|at least|some|an?|another) )*")


PATTERN = Pattern("backers", 1, find_backers)
