"""Deals told as nouns, and the verbs that say the same.

Accepts: "confirmed the acquisition of <P1>" -> "agreed to acquire <P1>".
Refuses: "announced the acquisition of chips".

Lives here: the expressions and what stands for them. Not here: when they are tried (`masking`).
"""

import re

TOLD_AS_NOUNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\bannounc(?:ed|es) the (?:signing|execution) of\b"), "signed"),
    (
        re.compile(
            r"\b(?:(?:has|have|had) )?(?:announc(?:ed|es)|confirm(?:ed|s)|unveil(?:ed|s)) "
            r"(?:the|its|an?|plans for the) (?:planned |proposed )?(?:acquisition|purchase|"
            r"takeover|buyout) of(?= <P\d+>)"
        ),
        "agreed to acquire",
    ),
    (re.compile(r"\bannounc(?:ed|es) the (?:closing|closure|completion) of\b"), "completed"),
)
"""Expressions and what stands for what they find."""
