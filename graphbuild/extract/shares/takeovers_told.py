"""Companies bought and sold, as headlines and reports tell it: a sum, a noun, then the company.

Accepts: "Corvid Nears $4 Billion Takeover of Tidepool."
Accepts: "Northgate explores a sale of Quillstone Networks."
Refuses: "Corvid nears a $4 billion deal for Tidepool's chips."

Lives here: rules used by `acquisition`. Not here: "acquires", "buys" (`acquisition`), what a filer
sells (`disposals`).
"""

from functools import partial

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId

_ACQUISITION = InstrumentId.ACQUISITION
_NO_COMPANY = (
    r"shares\b|buyback|dividend|chips|gpus|bonds|\bnotes\b|\bloan|\bdebt\b|bitcoin|licen[cs]e|"
    r"lawsuit"
)
_ENDS = r"(?=$|[.,;:—–]|[ -](?:in|to|as|after|amid|by|from|with|and|at|over|—|–|-) ?)(?! and <P)"
"""After a company that is bought nothing of its own follows ("for Tidepool chips")."""
_NOUN = r"(?:acquisition|takeover|buyout|buy-out|purchase|merger)"
_SIZED = rf"(?:its |the |an? )?(?:[a-z-]+ )?{{m}}(?: |-)(?:[a-z-]+,? ){{0,3}}?{_NOUN} (?:of|with)"

_COMPLETES = (
    r"complet(?:e[sd]?|ing)|clos(?:e[sd]?|ing)|finali[sz](?:e[sd]?|ing)|wraps? up|"
    r"finish(?:es|ed)?"
)
_AGREES = (
    r"agree[sd]?(?: to| on)?|announc(?:e[sd]?|ing)|str(?:ikes?|uck)|seal(?:s|ed)?|"
    r"clinch(?:es|ed)?|sign(?:s|ed)?|ink(?:s|ed)?|reach(?:es|ed)?|unveil(?:s|ed)?|wins?|won"
)
_NEARS = (
    r"near(?:s|ed|ing)?|explor(?:e[sd]?|ing)|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|"
    r"discuss(?:es|ed|ing)?|plan(?:s|ned|ning)?|plot(?:s|ting)?|eye(?:s|ing)|pursu(?:e[sd]?|ing)|"
    r"mull(?:s|ed|ing)?|seek(?:s|ing)?|close to|(?:in |holds |held )?(?:advanced )?talks "
    r"(?:on|for|over|about)"
)
_STRIKES = (
    ("completes", Status.FUNDED, _COMPLETES),
    ("agrees", Status.SIGNED, _AGREES),
    ("nears", Status.RUMOURED, _NEARS),
)


_in_news = partial(Rule, instrument=_ACQUISITION, where="news")


def _deal_for(name: str, verbs: str, status: Status) -> Rule:
    """A headline's "deal for" a company, which is bought."""
    return Rule(
        name=f"{name}_deal_for",
        instrument=_ACQUISITION,
        where="headline",
        only_named=True,
        cue=r"deal for|deal to buy",
        refuses=_NO_COMPANY + r"|stake",
        template=(
            rf"{{s}},? {{aux}}(?:{verbs}) {{m}}(?: |-)(?:[a-z-]+ ){{0,2}}?deal for {{t}}{_ENDS}"
        ),
        status=status,
        needs_amount=True,
    )


TAKEOVERS_TOLD: tuple[Rule, ...] = (
    _in_news(
        name="nears_sized_takeover",
        cue=_NOUN,
        refuses=r"stake in|shares of|financ|loan",
        template=rf"{{s}},? {{aux}}(?:{_NEARS}) {_SIZED} {{t}}(?!'s)",
        status=Status.RUMOURED,
        needs_amount=True,
    ),
    *(_deal_for(name, verbs, status) for name, status, verbs in _STRIKES),
    _in_news(
        name="merges",
        cue=r"merg",
        refuses=r"antitrust|lawsuit|stake|shares of|\bif\b|\bafter\b|\bsince\b",
        template=(
            r"{s},? {aux}(?:merg(?:e[sd]?|ing) with|(?:(?:an?|its|the|potential|possible) )*merger "
            r"(?:talks )?with|(?:(?:agree[sd]?|complet(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|"
            r"discuss(?:es|ed|ing)?|consider(?:s|ed|ing)?|explor(?:e[sd]?|ing)|weigh(?:s|ed|ing)?) "
            r"(?:on )?(?:an? |its |the )?)merger with) (?P<target><P\d+>(?: or <P\d+>)?)(?!'s)"
        ),
        only_named=True,
        looks_ahead=True,
        status=Status.SIGNED,
    ),
    _in_news(
        name="agree_to_merge",
        cue=r"merg",
        template=(
            r"(?<!of )(?<!by )(?<!, ){s1} and {t},? (?P<aux>(?:to|are|have|had|agree|agreed|in|"
            r"talks|set|plan|will|discuss|near|consider|could|may| )*)merge\b(?! with)"
        ).replace("{s1}", r"(?P<source><P\d+>)"),
        only_named=True,
        looks_ahead=True,
        status=Status.SIGNED,
    ),
    _in_news(
        name="agrees_to_sale",
        cue=r"sale|buyout|takeover",
        refuses=_NO_COMPANY + r"|stake|share sale|unit\b|assets|property",
        template=(
            r"{t}(?: <P\d+>)?,? {aux}(?:agree[sd]? (?:to|on)|accept(?:s|ed)?|approve[sd]?) "
            r"(?:an? |its )?{m}(?: |-)(?:[a-z-]+ ){0,2}?(?:sale|buyout|buy-out|takeover|"
            r"take-private)(?: deal| offer| bid)?(?: (?:to|by|from) (?:<P\d+>-led group|{s}))?"
        ),
        source="buyers",
        status=Status.SIGNED,
        keep_status=True,
        needs_amount=True,
    ),
    _in_news(
        name="rejects_offer",
        cue=r"reject|rebuff|spurn|turn(?:s|ed) down|declin|walk(?:s|ed)? away|snub|\bfend",
        refuses=_NO_COMPANY + r"|stake|invest",
        template=(
            r"{t}(?:'s board)?,? (?:has |had )?(?:to )?(?:fend(?:s|ed) off|reject(?:s|ed)?|"
            r"rebuff(?:s|ed)?|spurn(?:s|ed)?|turn(?:s|ed) down|declin(?:es|ed)|snub(?:s|bed)?|"
            r"walk(?:s|ed)? away from) (?:(?:an?|the) )?(?:{s}'s {m} (?:[a-z-]+ "
            r"){0,2}?(?:offer|bid|proposal)|{m2} (?:[a-z-]+ ){0,2}?(?:offer|bid|proposal) "
            r"(?:from|by) (?P<source2><P\d+>))"
        ),
        only_named=True,
        status=Status.TERMINATED,
        keep_status=True,
        needs_amount=True,
    ),
    _in_news(
        name="sells_company_to",
        cue=r"\bsell|\bsold\b|sale of|unload|offload|divest",
        refuses=_NO_COMPANY + r"|\bpower\b|compute|capacity|electricity|energy to",
        template=(
            r"(?:<P\d+>,? {aux}(?:sell(?:s|ing)?|sold|unload(?:s|ed)?|offload(?:s|ed)?|"
            r"divest(?:s|ed)?)|<P\d+> on (?:its|the) sale of|<P\d+>'s sale of) (?:(?:{share} "
            r"(?:stake )?|majority (?:stake |control )?|control )(?:of|in) )?"
            r"{t}(?!'s)(?: (?:unit|business|division))? to {s}(?:,? for (?:about )?{m})?"
        ),
        only_named=True,
        is_target_sure=False,
        status=Status.SIGNED,
    ),
    _in_news(
        name="was_sold_to",
        cue=r"\bsold to",
        refuses=_NO_COMPANY + r"|stake|building|campus|property",
        template=r"{t},? (?:(?:was|is|were|being|got|has been) )*sold to {s} for {m}",
        only_named=True,
        keep_status=True,
    ),
    _in_news(
        name="sells_share_to_group",
        cue=r"led by",
        needs=r"interest|stake",
        template=(
            r"<P\d+>,? {aux}(?:sell(?:s|ing)?|sold) (?:its |the |an? )?(?:entire |remaining "
            r")?{share} (?:[a-z]+ )?(?:interest|stake) in (?:the )?{t}(?!'s) to (?:an? |the "
            r")?(?:[a-z-]+ |<P\d+> )?(?:group|consortium)(?: of investors)?,? led by (?:[a-z]+ "
            r"){0,4}?(?:<P\d+>(?:'s)? (?:[a-z]+ )?partner,? ?)?{s}"
        ),
        is_joint=True,
        status=Status.SIGNED,
    ),
    _in_news(
        name="explores_sale_of",
        cue=r"\bsale of",
        refuses=_NO_COMPANY + r"|stake|assets|property|building|campus|products|business|unit\b",
        template=(
            r"<P\d+>,? {aux}(?:explor(?:e[sd]?|ing)|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|"
            r"prepar(?:e[sd]?|ing)|seek(?:s|ing)?|plan(?:s|ned|ning)?|mull(?:s|ed|ing)?|"
            r"launch(?:es|ed)?|near(?:s|ing)?) (?:an? |the )?(?:possible |potential |{m} )?sale of "
            rf"{{t}}{_ENDS}(?:(?: at| for| worth) {{m2}})?(?! to <P)"
        ),
        source="buyer",
        is_target_sure=False,
        status=Status.RUMOURED,
        keep_status=True,
    ),
)
