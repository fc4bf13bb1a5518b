"""Deals told in a roundabout way, and the verbs that say the same.

Accepts: "confirmed the acquisition of <P1>" -> "agreed to acquire <P1>".
Accepts: "inked a <M0> deal to buy <P1>" -> "inked a deal to buy <P1> for <M0>".
Accepts: "<P0>'s chief executive, <P1>, said her company" -> "<P0>".
Refuses: "announced the acquisition of chips".

Lives here: the expressions and what stands for them. Not here: when they are tried (`masking`).
"""

import re

_BUY = r"(?:buy|acquire|purchase|take over)"
_COMPANY = r"(?P<whom><P\d+>)(?!'s|-| (?:shares|stock|chips|GPUs|notes|bonds|products|power))"
_OFFICER = (
    r"(?:CEO|CFO|COO|[Cc]hief [A-Z]?[a-z]+(?: [Oo]fficer)?|[Pp]resident|[Cc]hair(?:wo)?man|"
    r"(?:co-)?founder)"
)
_ENDS = r"(?=[.,;]|$| (?:in|but|last|that|and|as|after|by|with)\b)"

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
    (
        re.compile(
            rf"(?P<who><P\d+>)(?:'s?)?,? (?:[a-z]+ )?{_OFFICER},? (?:(?:<P\d+>|[A-Z][\w.'-]+(?: "
            r"[A-Z][\w.'-]+){1,2}),? )?(?:(?P<tells>announced|confirmed|unveiled)|said(?: (?:that "
            r")?(?:his|her|the|their) (?:company|firm))?)(?= (?:the|an?|had|has|would|will|was)\b)"
        ),
        r"\g<who> \g<tells>",
    ),
    (re.compile(r"\b(?:outbid|outbids|beat|beats|trumped) <P\d+> to(?= [a-z])"), "agreed to"),
    (re.compile(r"\b(?:to )?sell(?:ing)? itself to(?= <P)"), "to be acquired by"),
    (
        re.compile(
            r"(?P<who><P\d+>)(?!'s),? (?:has |have )?(?:entered into|signed|reached|struck|"
            r"announced) an? (?:[a-z-]+ ){0,3}agreement,? (?:under|by|in|pursuant to) which (?:it|"
            rf"the company|(?P=who)) (?:will|would|has agreed to|agreed to|is to) (?={_BUY} )"
        ),
        r"\g<who> agreed to ",
    ),
    (
        re.compile(
            r"(?<!'s )(?:(?<=> )in )?(?P<art>(?:an?|its|the) )?(?P<sum><M\d+>)(?: |-)(?:[a-z-]+,? "
            r"){0,3}?(?P<noun>deal|agreement|bid|offer|proposal|attempt|plan|talks) to "
            rf"(?P<buy>{_BUY}) {_COMPANY}"
        ),
        r"\g<art>\g<noun> to \g<buy> \g<whom> for \g<sum>",
    ),
    (
        re.compile(
            r"\b(?:made|makes|submitted|launched) an? (?:[a-z-]+ ){0,3}?(?:bid|offer|proposal) to "
            rf"(?={_BUY} )"
        ),
        "offered to ",
    ),
    (
        re.compile(
            r"\b(?:offered|offers|(?:raise|increase|sweeten)[sd]? its (?:[a-z-]+ )?(?:bid|offer) "
            r"to) (?P<sum><M\d+>)(?: in (?:cash|stock|cash and stock))? for "
            rf"{_COMPANY}{_ENDS}"
        ),
        r"offered to buy \g<whom> for \g<sum>",
    ),
    (
        re.compile(
            r"\b(?:raise|increase|sweeten)[sd]? its (?:[a-z-]+ ){0,2}(?:bid|offer) for "
            rf"{_COMPANY} (?:from <M\d+> )?to (?P<sum><M\d+>)"
        ),
        r"offered to buy \g<whom> for \g<sum>",
    ),
)
"""Expressions and what stands for what they find."""
