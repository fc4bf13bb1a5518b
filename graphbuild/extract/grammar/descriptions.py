"""What a report says of a company beside its name: its trade before it, its founding behind it.

Accepts: "agreed to buy AI-assisted design tool <P1>" -> "agreed to buy <P1>".
Accepts: "<P0>, founded in a garage, raised <M0>" -> "<P0> raised <M0>".
Accepts: "lent <M0> to <P0> supplier <P1>" -> "lent <M0> to <P1>".
Accepts: "<P0> owned <S0> by <P1> and <S1> by <P2> lent <M0>" -> "<P0> lent <M0>".
Accepts: "sold to funds or accounts managed or advised by <P0>" -> "sold to <P0>".
Refuses: "a deal with <P0>'s supplier <P1>", which a filing may tell of itself.

Lives here: those. Not here: other asides, dates and adverbs (`masking`), who is meant by
a trade alone (`called`), rivals and others who have no part in the deal (`bystanders`).
"""

import re

_TRADES = (
    r"(?:[Ss]tart-?up|tool|platform|app|company|firm|giant|maker|chip ?maker|developer|lab|unicorn|"
    r"specialist|builder|spin-?out|scale-?up|outfit)"
)
_TAKES = r"buy(?:s|ing)?|bought|acquir(?:e[sd]?|ing)|back(?:s|ed|ing)?|join(?:s|ed|ing)?"
_NO_ADJECTIVE = (
    r"(?:the|an?|of|and|or|in|on|at|to|for|from|by|with|as|its|that|which|who|whose|is|are|was|"
    r"were|has|have|had|will|would|may|could|not|it|they|any|other|including|such|like|than|rival|"
    r"joint|parent|\w+s|make|build|help|become|lend|fund|invest|sell|pay|lease|rent|suppl(?:y|ies)|"
    r"provide|merge|take|own|launch|create|form|found|start|power|serve|be|use|owned|led|backed|"
    r"controlled|wholly-owned|said|raised?|cloud|chip|data|cent(?:er|re)|comput\w+|energy|GPU|"
    rf"hosting|infrastructure|{_TAKES})"
)
"""What ends a description; also words that tell what a contract is about."""

_DOES = (
    r"(?:is|was|has|had|have|will|would|may|could|raise[sd]|closed|secured?|secures|announce[sd]|"
    r"agreed|said|says|plans|aims|seeks|wants|sold|bought|won|took|got|struck|signed|borrowed|"
    r"acquired|invested|completed|received|obtained|landed|issued|priced|filed|emerged)\b"
)

DESCRIPTIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(<P\d+>) (?:between|owned <S\d+> by) (?:the )?<P\d+>,? and (?:<S\d+> by )?(?:the )?"
            r"<P\d+> (?=(?:made|acquired|purchased|funded|entered into|sold)\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"\b(?:(?:certain|investment|private|credit|of its|its) )*(?:funds|accounts|entities)"
            r"(?:,? (?:and|or|and/or) (?:funds|accounts|entities|affiliates))* (?:managed|advised)"
            r"(?:,? (?:and|or|and/or) (?:managed|advised|controlled))? by (?:affiliates of )?"
            r"(?=<P\d+>(?!'s))"
        ),
        "",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:<P\d+>['’]s|its|their) (?:[A-Za-z-]+ ){0,5}(?:shareholder|stockholder|"
            r"investor|lender|sponsor|backer|creditor)s?, (?=[a-z])"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"<P\d+> (?:[a-z]+ )?(?:backer|investor|shareholder|supplier|vendor|customer|client|"
            r"tenant|landlord|partner|lender|creditor|licensee|contractor|user) (?=<P\d+>)"
        ),
        "",
    ),
    (
        re.compile(
            r"(<P\d+>|[Tt]he [a-z-]+), (?:(?:already|now|best|also|once|currently|previously) "
            r")?(?:(?:co-)?founded|formed|launched|started|based|spun out|headquartered|set up|led|"
            r"run|headed|created|specializing|backed|controlled|owned|chaired|managed|known|valued|"
            rf"listed|worth|operated|established)\b[^;]{{3,140}}?, (?={_DOES})"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>) ?[—–] ?(?:backed|owned|led|founded|formerly|known|based)\b"
            r"[^—–;]{3,100}[—–] ?"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>), an? (?:[A-Za-z-]+ ){0,5}(?:start-?up|firm|company|platform|maker|developer|"
            r"provider|unicorn|brand|marketplace) "
            r"(?=(?:has |have |had )?(?:raise[sd]|secured|closed|landed|announced)\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:an?|the|one of) (?:[^;<>]|<[SDV]\d+>|by <P\d+>){5,200}?, "
            r"(?=(?:(?:which|has|have|had|today|also) )*(?:raise[sd]|secured|closed|landed|"
            r"announced)\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(^|[,;:(] |\b(?:by|with|from|in|into|to|of|for|and|or|like|such as|that|up|"
            rf"{_TAKES}) (?:(?:an?|the) )?)(?:(?!{_NO_ADJECTIVE}\b)[A-Za-z][A-Za-z.'-]* "
            rf"){{0,6}}?{_TRADES} (?=<P\d+>(?!-))"
        ),
        r"\1",
    ),
)
"""Expressions and what stands for what they find."""
