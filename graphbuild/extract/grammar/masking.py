"""A sentence with its parties, money and dates replaced by marks, and without what only decorates
it.

Lives here: marks, brackets, appositions, adverbs. Not here: finding what is marked (`amounts`,
`dates`, `parties`), what
the marks are used for (`rules`).

Flow: text and what was found in it -> "<P0> agreed to lend <P1> <M0>".
"""

import re

from graphbuild.extract.grammar.amounts import MoneySpan
from graphbuild.extract.grammar.brackets import dropped_brackets
from graphbuild.extract.grammar.dates import DateSpan
from graphbuild.extract.grammar.descriptions import DESCRIPTIONS
from graphbuild.extract.grammar.gates import Gates, Sieve
from graphbuild.extract.grammar.name_words import SHARE_CODE
from graphbuild.extract.grammar.names import is_title_case
from graphbuild.extract.grammar.parties import Mention
from graphbuild.extract.grammar.percents import PercentSpan
from graphbuild.extract.grammar.told_as_nouns import TOLD_AS_NOUNS

_DROPPED_WORDS = re.compile(
    r"\b(?:also|today|recently|separately|concurrently|already|currently|newly|"
    r"further|again|simultaneously"
    r"|successfully|subsequently|initially|originally|jointly|together|just|now|indirectly|"
    r"directly|collectively"
    r"|publicly|privately|mutually|effectively|formally|officially|finally|(?:late |"
    r"early )?(?:[Oo]n |[Tt]his )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night|afternoon))?"
    r"|[Ii]n (?:early |late |mid-)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)"
    r"|[Oo]n (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? "
    r"\d{1,2}(?:st|nd|rd|th)?(?!,? \d)"
    r"|(?:earlier |later )?(?:this|last) (?:week|month|year|quarter))\b"
    r"(?:,(?! (?:is|was|has|had|will)\b))?\s?",
)

_DATE_PHRASE = Sieve(
    re.compile(
        r",?\s?\b(?:[Oo]n|[Ii]n|[Dd]ated(?: as of)?|[Ee]ffective(?: as of)?|[Dd]uring|"
        r"[Ss]ince|[Aa]s of|[Aa]s at|[Aa]t|[Ss]ubsequent to)\s+"
        r"(?:the\s+)?(?:(?:three|six|nine|twelve) months ended\s+|(?:fiscal "
        r")?(?:quarter|years?|period) ended\s+|early |late |mid-)?"
        r"<D\d+>(?:(?:,| and|, and| or|-| –)? <D\d+>)*,?"
    )
)

_FOUNDED = Sieve(
    re.compile(
        r"\b(founded|formed|established|launched|created|started|incorporated|set up)"
        r"(?: (?:in|on) (?:early |late |mid-)?<D\d+>)(?=,)"
    )
)
"""The comma behind the date ends what is said of a company: ", a start-up founded in 2022, ..."."""

_TIDY = (
    *DESCRIPTIONS,
    (
        re.compile(
            r"(<P\d+>), (?:an?|the|one of|whose|which|who) "
            r"(?:[^;,<]|<[PS]\d+>|,(?= (?:and )?<P)){3,160}?"
            r"<P\d+>(?: [a-z-]+){0,4}, (?=(?:has|had|is|was|will|said|says|raise[sd]|"
            r"secured?|closed|signed|announced|borrowed|agreed|plans|sold|bought|completed|landed"
            r"|won|received|"
            r"acquired|invested|issued|entered|took|struck|priced|wants|expects|aims|seeks)\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>),? (?:(?:which|who|that) (?:is|was|are|were) )?(?:also )?"
            r"(?:backed|funded|supported|controlled|co-founded|founded|established|formed|created|"
            r"owned|advised|set up) by (?:[a-z-]+ ){0,3}?"
            r"<P\d+>(?:,? and <P\d+>|(?:, <P\d+>)+,? and (?:[a-z-]+ )?<P\d+>)?,"
            r"(?= (?!and\b|<P)[a-z])"
        ),
        r"\1",
    ),
    (re.compile(r" ?\((?:(?:which|who) is |also )?backed by [^()]*\)"), ""),
    (
        re.compile(r"^(?:[^<;a-z]{0,40}<[PD]\d+>){0,3}[^<;a-z]{0,40}(?:--|–|—) (?=<P\d+>)"),
        "",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:an?|the) (?:[a-z-]+ ){0,3}?(?:provider|operator|developer|designer|"
            r"builder|"
            r"maker|manufacturer|owner)s? of [^<>;]{3,160}?, (?=(?:has|had|have|is|was|will|"
            r"today|said|"
            r"announced|established|closed|secured|raised|signed|completed|entered|received|"
            r"priced)\b)"
        ),
        r"\1 ",
    ),
    (re.compile(r"\blast (?=raised\b)"), ""),
    (
        re.compile(r"(<P\d+>), as (?:the |an? )?(?:\w+ )?(?:[Bb]orrower|[Ii]ssuer|partners?),? "),
        r"\1 ",
    ),
    (re.compile(r"~(?=<M)"), ""),
    (
        re.compile(r"\b(?:is|are|am) (?:pleased|proud|delighted|thrilled|excited) to have "),
        "has ",
    ),
    (
        re.compile(r"^(?:<P\d+>|[A-Z][A-Za-z .]{2,25}),(?: [A-Z][a-z.]+,?)? ?<D\d+>[ –—-]+"),
        "",
    ),
    *TOLD_AS_NOUNS,
    (
        re.compile(
            r"(<P\d+>), (?:an?|the|one of) (?:[^;<>]|<[MVSD]\d+>|<P\d+>){5,260}?, (?:today "
            r")?announced"
            r"(?: today)?,? that (?:it|the company|<P\d+>)(?= (?:has|will|is|had|and)\b)"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:an?|the|one of) (?:[^;<>]|<[MVSD]\d+>){5,260}?, (?:today "
            r")?(?=announce[sd]\b)"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>),? (?:or|also known as|doing business as) <P\d+>(?:,|(?= (?:will|has|"
            r"have|to|is|was)\b))"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"\b(from|to) (<P\d+>)['’]s? (?:[A-Za-z0-9-]+ |<P\d+> ){0,6}?"
            r"(?:plants?|stations?|reactors?|(?:wind|solar) (?:farm|project)s?|campus|data "
            r"cent(?:er|re)s?)\b(?=[.,;]| (?:for|in|near|over|under|through|to|at|as)\b|$)"
        ),
        r"\1 \2",
    ),
    (re.compile(r"(<P\d+>) (?:has )?(?:said|says) (?:that )?its (?=[a-z<])"), r"\1's "),
    (
        re.compile(
            r"(<P\d+>)['’]s? <P\d+> (?=platform|comput|cloud|capacity|infrastructure|facility|"
            r"campus|data cent)"
        ),
        r"\1's ",
    ),
    (
        re.compile(r"(<P\d+>) <P\d+> (?=platform|comput|cloud|capacity|GPUs?\b|chips|systems)"),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:<P\d+>['’]s (?:[a-z]+ )?(?:parent|owner|maker|customer|rival)"
            r"(?: company)?|the (?:parent(?: company)?|"
            r"owner|maker) of <P\d+>),? (?=[a-z])"
        ),
        r"\1 ",
    ),
    (re.compile(r"(<P\d+>)(?:[-–]managed|['’]s? managed) (?:funds|entities|vehicles)"), r"\1"),
    (re.compile(r"<P\d+>[-–]makers? (?=<P\d+>)"), ""),
    (
        re.compile(
            r" (?:at|near|on) (?:its|the|our|<P\d+>'s)(?: proposed| planned| new)? <P\d+>(?: \w+)?"
            r" (?:campus|site|facility|data cent(?:er|re)(?: campus)?)\b(?: in [A-Z]\w+)?"
        ),
        "",
    ),
    (re.compile(r"(?<=\b[io][nf] )<P\d+>,? (?:to be )?(?:called|named|dubbed) (?=<P\d+>)"), ""),
    (
        re.compile(r"<P\d+>'s (<P\d+>) (?:unit|arm),? (?=(?:has|had|is|will|[a-z]+ed|bought) )"),
        r"\1 ",
    ),
    (re.compile(r"<P\d+>['’]s? (?=<P\d+>)"), ""),
    (re.compile(r"(?:\bAbu )?\b[A-Z]\w+['’]s (?:\w+ )?(?=<P\d+>)"), ""),
    (
        re.compile(r"<P\d+>[-–](?:owned|backed|led|controlled|based|linked|tied) (?=<P\d+>|[a-z])"),
        "",
    ),
    (
        re.compile(
            r"(<P\d+>)(?:, (?:an?|another|the|its|our|one of|part of|itself)|"
            r",? an?(?= [a-z ,]{0,20}owned)|,? (?:which|whose|who|formerly|through|via|"
            r"together with|along with))"
            r" (?!Company\b)(?:[^,<>]|<[MVS]\d+>){0,100}(?:<P\d+>[^,<>]{0,40})?,(?! (?:<P"
            r"|and <P)|\d)"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(<P\d+>),? (?:(?:has|have|had) )?(?:said|announced|disclosed|confirmed|"
            r"revealed|says|announces|reported|told (?:<P\d+>|[A-Z][a-z]+|investors|analysts))"
            r"(?: (?:it|they|<P\d+>))?(?: [^<>,]{0,40})?,? (?:that )?(?:it|they|\1|the "
            r"(?:company|chipmaker|startup|group|firm))"
            r"(?= (?:has|had|have|is|was|will|would|plans|intends|agreed|entered|signed|inked|"
            r"struck|reached|secured|expects|completed|closed|raised|acquired|sold|bought|issued))"
        ),
        r"\1",
    ),
    (
        re.compile(
            r"(<P\d+>)(?:'s)? (?:shares?|stock)\b(?:[^<>;]|<S\d+>){0,80}? (?:after|as)"
            r"(?: (?:Bloomberg|Reuters|it was|the [A-Z][a-z]+) reported(?: that)?)? (?:(?:it|\1|"
            r"the "
            r"company|the (?:[A-Za-z-]+ ){1,3}?(?:company|maker|firm|operator|miner|provider|"
            r"startup|"
            r"developer)) |(?=(?:announcing|signing|"
            r"securing|landing|inking|striking|reaching|closing) ))"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"^(?:[Ss]hares|[Ss]tock) (?:of|in) (<P\d+>)(?: (?:[^<>;]|<S\d+>){0,70}?)? (?:after|"
            r"as) "
            r"(?:it|the company|<P\d+> of [^;]{3,90}? (?=said it))(?: ?(?:said|announced|"
            r"disclosed|revealed)(?! an? | its )(?: that)?(?: it)?)? "
        ),
        r"\1 ",
    ),
    (re.compile(r"(<P\d+>) ?—(?:<P\d+>|an?|the|one of|once|formerly) [^—<>;]{2,140}— ?"), r"\1 "),
    (
        re.compile(
            r"(<P\d+>), an? (?:[a-z]+ )?<P\d+>(?:, <P\d+>)?\.?[- ]based [^<>;,]{3,80}, (?=[a-z])"
        ),
        r"\1 ",
    ),
    (
        re.compile(
            r"(<P\d+>), (?:maker|creator|developer|owner|operator|builder|provider)s? of "
            r"[^<>;,]{0,60}(?:<P\d+>)?[^<>;,]{0,40}, (?=(?:has |have )?(?:raised|raises|closed"
            r"|secured|"
            r"landed))"
        ),
        r"\1 ",
    ),
    (re.compile(r"<P\d+> (?:unit|subsidiary|affiliate|arm) (?=<P\d+>)"), ""),
    (
        re.compile(
            r"^((?:(?!<P)[^;])*)(<P\d+>)(?!['’]s)(.{5,300}?), (?:and|but|while) (?:reports "
            r"(?:suggest|say|indicate)|it is (?:reported|said)) (?:that )?(?:it"
            r"|the company)(?:['’]s|"
            r" has| had)? (?:also )?(?=signed |inked |struck |raised |agreed |secured )"
        ),
        r"\1\2\3; \2 has ",
    ),
    (
        re.compile(
            r"\b(has|have|had|will|would) (?!only|reportedly|allegedly|supply|apply|rely|comply"
            r"|multiply)[a-z]+ly (?=[a-z])"
        ),
        r"\1 ",
    ),
    (re.compile(r"\b(it|he|she)['’]s (?=[a-z]+ed\b)"), r"\1 has "),
    (re.compile(r"(?<= )[“\"]([a-z]+)[”\"](?= )"), r"\1"),
    (re.compile(r", (?:subject to|in accordance with|pursuant to(?! which)) [^,;]{3,110}, "), " "),
    (
        re.compile(
            r"^(<P\d+>)(?!['’]s)(.{20,400}?), and (?:(?:has|have) )?(?=(?:agreed|signed|entered "
            r"into|"
            r"committed|raised|secured|bought|issued|received|closed|borrowed|acquired|received) )"
        ),
        r"\1\2; \1 has ",
    ),
    *(
        (
            re.compile(
                r"^(<P\d+>)(?!['’]s)(.{10,400}?(?:(?<!>)|\b(?:to|with|from|in|into|of|for) "
                r"<P\d+>)), "
                r"(?=(?:purchased|acquired|bought|pledged|invested|raised|signed|agreed to|secured|"
                r"took over|sold|closed) (?:<|an? |the |all |up to ))"
            ),
            r"\1\2; \1 ",
        )
        for _ in range(3)
    ),
    (re.compile(r" ?, ?,"), ","),
    (re.compile(r"^(?:[,\s]+|[-–—•·▪●*] )"), ""),
)


_WORDS = Gates()
_DROPPING = _WORDS.need(_DROPPED_WORDS.pattern)
_TIDYING = tuple((_WORDS.need(pattern.pattern), pattern, words) for pattern, words in _TIDY)
"""The same, each with the bits of the words without which it finds nothing."""


_SMALLEST = 10_000
"""No contract worth telling is below this; smaller sums are prices, face values and examples."""

_PART_BEFORE = re.compile(r"\b(?:net of|less|excluding|after deducting)\s+(?:\w+ ){0,4}$")


def _mark(text: str, money: MoneySpan) -> str:
    size = money.amount.central
    is_small = size is not None and size < _SMALLEST
    is_small = is_small or bool(_PART_BEFORE.search(text, max(0, money.start - 50), money.start))
    return "V" if is_small or money.is_price or money.is_valuation or money.is_old else "M"


def _first_mention(parties: tuple[Mention, ...], index: int) -> int:
    """An epithet has the mark of the party it stands for: a template can see they are one."""
    name = parties[index].name
    return next(i for i, party in enumerate(parties) if party.name == name)


def masked(
    text: str,
    parties: tuple[Mention, ...],
    money: tuple[MoneySpan, ...],
    percents: tuple[PercentSpan, ...],
    dates: tuple[DateSpan, ...],
) -> str:
    """The text with marks; agents are masked as "agent" so that no rule takes them."""
    marks: list[tuple[int, int, str]] = [
        (m.start, m.end, f"<{_mark(text, m)}{i}>") for i, m in enumerate(money)
    ]
    marks += [(p.start, p.end, f"<S{i}>") for i, p in enumerate(percents)]
    marks += [(d.start, d.end, f"<D{i}>") for i, d in enumerate(dates)]
    for i, party in enumerate(parties):
        first = _first_mention(parties, i) if party.is_again else i
        mark = f"<P{first}>'s" if party.is_possessive else f"<P{first}>"
        marks.append((party.start, party.end, "an agent" if party.is_agent else mark))
    marks += [(start, end, "") for start, end in dropped_brackets(text, money)]
    marks += [(*code.span(), "") for code in SHARE_CODE.finditer(text)]
    pieces, position = [], 0
    for start, end, mark in sorted(marks, key=lambda m: (m[0], bool(m[2]), -m[1])):
        if start >= position:
            pieces += [text[position:start], mark]
            position = end
    masked = "".join([*pieces, text[position:]]).replace("’", "'")
    masked = re.sub(r"(<P\d+>)'(?=\s)", r"\1's", masked)
    masked = _CONTRACTED.sub(lambda match: _WHOLE[match.group()], masked)
    return " ".join(masked.split())


_WHOLE = {"'ve": " have", "'re": " are", "'ll": " will"}
_CONTRACTED = re.compile(r"(?<=>)'(?:ve|re|ll)\b")
"""What follows a mark: "we've raised" is "<P0> have raised"."""


def as_sentence(full: str, text: str) -> str:
    """A headline as a sentence: verbs in small letters, and the "and" headlines save.

    "Meridian, Corvid to Invest" is both of them. Names are marks already, so nothing is lost.
    """
    if is_title_case(text):
        full = re.sub(r"\b[A-Z][a-z]+\b", lambda word: word.group().lower(), full)
    full = re.sub(r"\b(by|from|with) (<P\d+>), (<P\d+>)(?!,)", r"\1 \2 and \3", full)
    return re.sub(r"^(<P\d+>), (<P\d+>) (?=[a-z]|[A-Z][a-z]+s? )", r"\1 and \2 ", full)


def simplified(full: str) -> str:
    """The marked text without dates of events, adverbs, appositions and repeated subjects."""
    bits = _WORDS.bits(full)
    plain = _DATE_PHRASE.sub("", _FOUNDED.sub(r"\1", full))
    if _DROPPING & bits == _DROPPING:
        plain = _DROPPED_WORDS.sub("", plain)
    for need, pattern, replacement in _TIDYING:
        if need & bits == need and (tidied := pattern.sub(replacement, plain)) != plain:
            plain, bits = tidied, _WORDS.bits(tidied)
    return " ".join(plain.split())
