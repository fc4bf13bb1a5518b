"""What wordings about a loan are made of: a statement, the words that mean a loan, verbs.

Lives here: `Statement` and shared expressions. Not here: the wordings themselves
(`loan_statements`, `loan_endings`, `loans_owed`).
"""

import re
from dataclasses import dataclass

from graphbuild.extract.debts.loan_deals import NOUN
from graphbuild.records.claim import Status
from graphbuild.records.money import Measure

WORD = r"(?:[A-Za-z0-9.&/'-]+|<[DSV]\d+>|<P\d+>(?:'s)?)"
REF = (
    r"(?P<ref>(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ss]uch|[Ii]ts|[Ee]ach|<P\d+>'s) )?"
    rf"(?:(?!and\b|or\b|with\b|of\b|under\b|on\b|to\b){WORD} ){{0,6}}?{NOUN})"
)
WAS = r"(?:was|were|is|are|totaled|totalled|amounted to|stood at|of)"
ENDED = (
    r"(?:repaid|paid off|paid in full|prepaid|terminated|settled|cancell?ed|retired|extinguished|"
    r"satisfied|discharged)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One wording of what is said of a loan.

    Parameters
    ----------
    cue, needs, refuses : what the sentence, in small letters, must and must not hold.
    template : with the group "ref" for the words that mean the loan, "giver" and "taker" where the
        sentence names both sides, and ``{m}`` for the figure.
    measure, status : what the figure is.
    in_note : under a heading of debts it is the filer's own, also where no loan was told before.
    """

    cue: str
    template: str
    measure: Measure
    status: Status = Status.FUNDED
    refuses: str = ""
    needs: str = ""
    in_note: bool = False

    def applies(self, lowered: str) -> bool:
        """Whether the sentence, in small letters, holds the cue and nothing that is refused."""
        return bool(
            re.search(self.cue, lowered)
            and (not self.needs or re.search(self.needs, lowered))
            and not (self.refuses and re.search(self.refuses, lowered))
        )
