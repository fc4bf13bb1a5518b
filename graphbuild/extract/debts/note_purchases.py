"""Notes that named purchasers take from the filer under a purchase agreement.

Lives here: one group of rules for `notes`. Not here: notes sold to holders nobody names (`notes`).
"""

from graphbuild.extract.grammar.wording import debt_instrument
from graphbuild.extract.sentences.rules import FILER, Rule
from graphbuild.records.instrument import InstrumentId

NOTE_PURCHASES: tuple[Rule, ...] = (
    Rule(
        name="purchaser_took_notes",
        instrument=InstrumentId.BOND,
        instrument_of=debt_instrument,
        cue=r"purchase|bought|acquire",
        needs=r"notes|debentures",
        around=r"(?:note|securities|debenture)s? purchase agreement|private placement",
        refuses=r"repurchas|redeem|treasury|\bmay\b|option to|right to|warrants?\b",
        where="filing",
        template=(
            r"{s},? {aux}(?:purchase[sd]?|bought|acquire[sd]?) {m} (?:(?:aggregate|in|of|principal|"
            r"amount|the|our|its|additional|<P\d+>'s) )*(?:<[SD]\d+> |[A-Za-z-]+ ){0,5}?"
            r"(?:[Nn]otes|[Dd]ebentures)\b"
        ),
        target=FILER,
        needs_amount=True,
    ),
)
