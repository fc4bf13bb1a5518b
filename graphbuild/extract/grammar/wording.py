"""How far a deal has come, by the words around its verb; what a figure counts.

Lives here: modality ("in talks to", "may", "has agreed to"), status, measure. Not here: which
instrument it is (the patterns), the conventions' reasons (`records.claim`, `records.money`).

Flow: auxiliary words, sentence -> `Status` or ``None`` for "says nothing"; qualifier -> `Measure`.
"""

import re

from graphbuild.records.claim import Status
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.money import Amount, Measure, Qualifier

AUXILIARY = (
    r"(?:(?:has|have|had|is|are|was|were|be|been|being|will|would|shall|may|might|could|can|must"
    r"|to|in|for|its|their|an?|the|that|it|(?:it|they)['’](?:s|re)|talks?|discussions?|"
    r"negotiations?|negotiating|advanced|early"
    r"|late-stage|exclusive|final|preliminary|consider(?:ing|s|ed)?|weigh(?:ing|s|ed)?|"
    r"explor(?:ing|es?|ed)|hold(?:ing|s)?|held"
    r"|discuss(?:ing|es|ed)?|mull(?:ing|s|ed)?|eyeing|eyes|planning|plans?|planned|"
    r"seeking|seeks|looking"
    r"|looks|expects?|expected|anticipat\w+|intends?|intended|aims?|aiming|agreed|agrees|agree|"
    r"agreement|agreements"
    r"|set|nearing|nears|near|close|closing|closed|closes|deal|deals|committed|"
    r"commits|commit|committing"
    r"|contracted|entered|enters|enter|into|struck|strikes|inked|inks|sealed|seals|clinched|clinches|signed"
    r"|signs|definitive|binding|non-binding"
    r"|letter|intent|of"
    r"|announced|announces|announcing|disclosed|unveiled|about|preparing|prepares|proposed|"
    r"proposes|"
    r"offered|offers|option|right|continues?"
    r"|reached|reportedly|allegedly|not|never|yet|also|completed|completes|completing|finali[sz]ed|"
    r"previously|first|ready|said|poised"
    r"|which|who|promis(?:ed|es|ing)|pledged|pledges|pledging|vowed|vows|under|discussion|process|"
    r"no|longer|each|"
    r"both|approved|approves|and)\s+)"
)
"""One word that may stand between a party and the verb of its deal, blank included."""

_SAYS_IT_WOULD = re.compile(
    r"\b(?:said|announced|confirmed)(?: (?:on )?[A-Z]\w+)?(?: that)? (?:it|they|(?:the|his|her) "
    r"company) would\b"
)
"""What a company says it would do it has announced."""
_RUMOURED = re.compile(
    r"\b(?:talks?|discuss\w*|negotiat\w*|consider\w*|weigh\w*|explor\w*|mull\w*|"
    r"hop(?:es|ed|ing)|eye(?:s|ing)|plan\w*|seek\w*"
    r"|look(?:s|ing)|expect\w*|anticipat\w*|intend\w*|aim\w*|prepar\w*|near(?:s|ed|ing)?|close to|"
    r"about to|may|might|could"
    r"|would|reportedly|poised|letter of intent|non-binding)\b"
)
_RUMOUR_SENTENCE = re.compile(
    r"\bpeople familiar|\bthe people said\b|\bperson familiar|\bsources? (?:said|say|familiar|"
    r"told)|"
    r"\breportedly\b(?! valu)|\bis said to\b"
    r"|\bsources? say\b|\bin (?:advanced |early |preliminary )?talks\b|\bpeople "
    r"with knowledge|\baccording to (?:people|a person|sources)|\bsaid the (?:people|sources)"
    r"|\bciting (?:[a-z]+ ){0,2}?(?:sources|people)\b"
    r"|\bsounds? out\b|\brumou?r",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:agreed|agrees|agree|agreements?|signed|signs|entered|enters|enter|definitive|binding|"
    r"deals?|committed|commits|commit|reached|approved)\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:will|to|shall|announc\w+|propos\w+|offer\w*|pledg\w+|promis\w+|vow\w+|set)\b"
)
_DONE = re.compile(r"\b(?:has|have|had|completed|completes|finali[sz]ed|closed|closes)\b")
_DENIED = re.compile(
    r"\b(?:not|never|no|no longer|cannot|can't|neither|denied|denies|unable|(?:would|could|"
    r"should) have|fail(?:s|ed)? to|(?:refus|declin)(?:es?|ed) to|"
    r"(?:walk|pull|back)(?:s|ed) (?:away|out)|withdrew)\b"
)
_GIVEN_UP = re.compile(
    r"\b(?:drop(?:s|ped)|scrap(?:s|ped)|abandon(?:s|ed)|shelve[sd]|cancel(?:s|l?ed)|"
    r"ditch(?:es|ed)) .*\bplans?\b"
)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|whether|were to|no assurance|cannot assure|in the event|"
    r"(?:conditional|conditioned|contingent) (?:up)?on|"
    r"analysts?(?: (?:at|from|with) (?:the )?<P\d+>)? (?:say|see|expect|believe|think|forecast|"
    r"predict|estimate|reckon)s?|any "
    r"(?:future )?failure)\b[^;]*$",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|would|can|intend\w*|seek\w*)\b")
_IN_FORCE = re.compile(r"\b(?:currently|already) ha(?:s|ve) an? (?:agreement|deal|contract)\b")
_HAS_ONE = re.compile(r"^ha(?:s|ve) an? (?:agreement|deal|contract)\b")
_AT_CHOICE = re.compile(
    r"\b(?:has|have|had|holds?|with|got|received) (?:an?|the) (?:option|right)\b"
)
"""Who has the option to invest has not invested yet."""
_ENDED = re.compile(
    r"\b(?:terminat(?:ed|es|ion of)|repaid(?: in full)?|cancell?ed|expired|was replaced|were "
    r"replaced|called off|scrapped|abandoned|redeemed|extinguished|retired)\b",
    re.IGNORECASE,
)


def is_conditional(before: str) -> bool:
    """Whether the words before a match make it a condition or a fear, not a statement."""
    return bool(_CONDITIONAL.search(before[-90:]))


def is_rumour(sentence: str) -> bool:
    """Whether the sentence gives unnamed people or talks as its source."""
    return bool(_RUMOUR_SENTENCE.search(sentence))


BOTH_PAPERS = (
    r"debt and equity|equity and debt|(?:notes|bonds) and (?:[a-z]+ )?(?:equity|shares|stock)\b|"
    r"(?:equity|shares|stock) and (?:[a-z-]+ )*(?:notes|bonds)\b"
)
"""A sum of two kinds of paper is not one of either."""
_NEXT_TALKS = re.compile(
    r",? (?:and|but|while it) (?:is|are|was|were|has been|have been) (?:(?:also|now|already|still|"
    r"reportedly|separately) )*(?:in (?:talks|discussions|negotiations)|negotiating|considering|"
    r"weighing|seeking|looking|exploring)\b[^;]*$"
)
"""What somebody is doing next: talks about another deal make no rumour of the one told before."""


def is_ended(words: str) -> bool:
    """Whether the words tell that a contract was ended, repaid or replaced."""
    return bool(_ENDED.search(words))


def status_of(auxiliary: str, sentence: str, default: Status, *, is_news: bool) -> Status | None:
    """How far the deal has come, or ``None`` where the words assert nothing.

    Parameters
    ----------
    auxiliary : what stands between the party and the verb ("has agreed to", "is in talks to").
    default : what the bare verb means: "invested" is funded, "acquires" signed.
    is_news : a report may tell of plans; in a filing "may" and "could" are risk language.

    >>> status_of("is in talks to ", "", Status.FUNDED, is_news=True)
    <Status.RUMOURED: 'rumoured'>
    """
    words = _own_words(auxiliary, sentence)
    if _DENIED.search(words):
        return None
    if _GIVEN_UP.search(words):
        return Status.TERMINATED
    if not is_news and _POSSIBLE.search(words):
        return None
    if _RUMOURED.search(words):
        return Status.RUMOURED
    if _HAS_ONE.search(words) and _IN_FORCE.search(sentence):
        return Status.FUNDED
    if _SIGNED.search(words) or _AT_CHOICE.search(words):
        return Status.SIGNED
    if _DONE.search(words):
        return Status.FUNDED
    if is_news and is_rumour(_NEXT_TALKS.sub("", sentence)):
        return Status.RUMOURED
    if _ANNOUNCED.search(words):
        return Status.ANNOUNCED if is_news else Status.SIGNED
    return default


def _own_words(auxiliary: str, sentence: str) -> str:
    """The words that belong to the verb; "said it would" is "will"."""
    words = f" {' '.join(auxiliary.split())} ".rpartition(" and ")[2].strip()
    is_said = _SAYS_IT_WOULD.search(sentence) and not is_rumour(sentence)
    return words.replace("would", "will") if is_said else words


def measure_of(measure: Measure, amount: Amount) -> Measure:
    """The rule's measure, but a figure "up to" is a ceiling unless it is money already moved."""
    moved = {Measure.DRAWN, Measure.PAID, Measure.OUTSTANDING, Measure.RECOGNISED, Measure.VALUE}
    if amount.qualifier is Qualifier.UP_TO and measure not in moved:
        return Measure.CEILING
    return measure


_UNPAID = frozenset({Status.RUMOURED, Status.ANNOUNCED, Status.SIGNED})


def measure_by(status: Status, measure: Measure) -> Measure:
    """What a figure counts: nothing is paid yet under a contract that is only signed."""
    return Measure.HEADLINE if measure is Measure.PAID and status in _UNPAID else measure


SAME_NOTES = re.compile(
    r"\b[Tt]he (?:<P\d+>'s )?convertible (?:senior )?notes in (?:two|three)|"
    r"\b[Cc]onvertible[- ](?:senior[- ])?(?:notes?|bonds?|debt) (?:raise|offering|sale|deal|issue|"
    r"placement)(?![^;]*\b(?:secured|senior) notes)"
)
"""For "the convertible notes in two series: $1 billion of notes due 2030 and ..."."""


def debt_instrument(words: str) -> InstrumentId:
    """Which debt it is, by the contract's own name; a facility of no stated kind is a loan."""
    text = words.lower()
    if re.search(r"convertible|exchangeable (?:senior )?note", text):
        return InstrumentId.CONVERTIBLE
    if re.search(r"asset[- ]backed|securitis|securitiz|\babs\b", text):
        return InstrumentId.ABS
    if re.search(r"(?<!non-)revolv|line of credit|credit line", text):
        return InstrumentId.REVOLVER
    if re.search(r"vendor financing|equipment financing from", text):
        return InstrumentId.VENDOR_FINANCING
    if re.search(
        r"\bbonds?\b|debenture|senior notes|senior secured notes|notes due|commercial "
        r"paper",
        text,
    ):
        return InstrumentId.BOND
    if re.search(r"loan|facilit|credit|mortgage|borrow|lend|lent", text):
        return InstrumentId.LOAN
    return InstrumentId.BOND if re.search(r"\bnotes?\b", text) else InstrumentId.LOAN
