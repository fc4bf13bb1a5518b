"""A buyer bound to take a company's shares whenever it asks, up to a sum.

Accepts: "Under the agreement we have the right to sell to Brightwater up to $22 million of our
ordinary shares."
Refuses: "Brightwater has an option to purchase up to $5 million of the products."

Lives here: the filer's right to sell, a ceiling from the named buyer; used by `equity`. Not here:
buyers who "agreed to purchase" (`equity`), sales agents, who buy nothing (`offerings`).
"""

from graphbuild.extract.sentences.rules import Rule
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Measure

_EQUITY = InstrumentId.EQUITY
_OF_SHARES = (
    r"(?:,? (?:at <P\d+>'s (?:sole )?(?:discretion|direction|request|option),?))?"
    r"[^<>;]{0,30}? (?:of|in|worth of) (?:[a-z-]+ ){0,4}?"
    r"(?:(?:<P\d+>'s|its|our|the|registered|newly|issued|<P\d+>) )*(?:[A-Za-z-]+ ){0,3}?"
    r"(?:[Ss]hares|[Ss]tock|ADSs|[Uu]nits)\b(?! (?:of|in|issued by) <P\d+>(?!'s))"
)
_NO_LINE = r"underwrit|sales agent|placement agent|repurchas|warrant|products|\bnotes\b|employee"


PURCHASE_RIGHT_RULES: tuple[Rule, ...] = (
    Rule(
        name="right_to_sell_shares_to",
        instrument=_EQUITY,
        where="filing",
        needs=r"shares|stock|\bads|units",
        refuses=_NO_LINE,
        keep_status=True,
        needs_amount=True,
        cue=r"\bsell\b|\brequire\b|\bdirect\b",
        template=(
            r"{t},? {aux}(?:(?:has|have|had|may|can|could|with|obtained|received|elect|is|are|"
            r"entitled|the|a|right|option|,|but|not|an|obligation|in|its|our|sole|discretion|from|"
            r"time|to|at|and|issue|subject|certain|conditions)\b,? ?){1,24}(?:sell "
            rf"to {{s}},? {{m}}{_OF_SHARES}|(?:require|direct|cause) (?P<source2><P\d+>) to "
            rf"(?:purchase|buy|subscribe for) {{m2}}{_OF_SHARES})"
        ),
        measure=Measure.CEILING,
    ),
)
