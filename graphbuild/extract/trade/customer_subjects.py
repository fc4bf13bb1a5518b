"""Which customers some words mean: "Direct Customers A and B", "our two largest customers", a name.

Lives here: labels, counts and names of customers. Not here: their shares (`customer_sentences`).
"""

import re
from dataclasses import dataclass

from graphbuild.extract.grammar.name_scan import Gazetteer
from graphbuild.extract.grammar.names import find_names

_NUMBERS = {
    "one": 1, "a": 1, "an": 1, "single": 1, "another": 1, "largest": 1, "second": 1, "third": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_COUNTS = "|".join(_NUMBERS)
_EXACT_COUNTS = "|".join(word for word in _NUMBERS if word not in ("largest", "single"))
_NOUN = (
    r"(?:customers?|clients?|pool operators?|end[- ]users?|lessees?|tenants?"
    r"|distributors?|resellers?|partners?|cloud service providers?|CSPs?|hyperscalers?|licensees?"
    r"|OEMs?|original equipment manufacturers?|purchasers?|off-?takers?|payors?)"
)
_OF_OWN = re.compile(
    r"\b(?:subsidiar\w+|segments?|acqui\w+|brands?|business(?:es)?|divisions?|products?)\b"
)
"""Beside these words a company's part of revenue is the filer's own doing."""
_DESCRIBED = re.compile(r"providers?|csps?|hyperscalers?|licensees?|oems?|manufacturers?")
"""Nouns that tell what an unnamed customer is, so that two sentences on "one" are not one."""
_CUSTOMER_IS = re.compile(rf"\b(?:[Oo]ur|[Tt]he|[Oo]ne|[Aa]|its) (?:[\w-]+ ){{0,3}}{_NOUN}, $")
_IS_CUSTOMER = re.compile(rf"(?:our|the Company['’]s|its) (?:[\w-]+ ){{0,3}}{_NOUN}$")
"""A name beside these words, between commas, is the customer's own."""
_STATE = re.compile(
    r"\b(?:U\.S\.|US|United States|federal|U\.S\. federal) [Gg]overnment\b(?! (?:contractors?|"
    r"securities|shutdown|spending))"
)
_ID = r"(?:[A-Z]|\d{1,2}|One|Two|Three|Four|Five|Six|Seven|Eight|II|III|IV|VI)"
_LABELS = re.compile(
    rf"(?P<kind>(?:[Ii]ndirect|[Dd]irect|[Ee]nd)\s+)?(?:Customers?|Clients?|Tenants?"
    rf"|CUSTOMERS?)\s+(?P<ids>{_ID}\b"
    rf"(?:\s*(?:,\s*and|,|and|&)\s*(?:(?:(?:[Ii]n)?[Dd]irect\s+)?(?:Customers?"
    rf"|Clients?)\s+)?{_ID}\b)*)"
)
_COUNTED = re.compile(
    rf"\b(?P<top>(?:top|largest|biggest)\s+)?(?<![\d.,$])(?P<count>{_COUNTS}|\d{{1,2}})\b"
    rf"(?P<between>(?:\s+(?!(?:of|in|or|to|and|from|by|million|billion|months?|years?"
    rf"|quarters?|{_EXACT_COUNTS})\b)[\w’'-]+){{0,5}}?)"
    rf"\s+(?P<noun>{_NOUN})\b(?!\s+(?:types?|class|base|segment|categor|deposit))",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:together|collectively|combined|in (?:the )?aggregate|aggregate|in total|a total of)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:no|none|not|neither|nor|without|never|fewer|any|if|may|could|might"
    r"|would)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is meant by the words before a verb."""

    labels: tuple[str, ...]
    is_named: bool = False
    is_counted: bool = False
    is_group: bool = False


def read_labels(text: str) -> tuple[str, ...]:
    """Labels the filer gives customers it does not name; a direct customer is a customer.

    >>> read_labels("Direct Customers A and B"), read_labels("Indirect Customer 1")
    (('customer a', 'customer b'), ('indirect customer 1',))
    """
    labels = []
    for match in _LABELS.finditer(text):
        kind = "indirect " if (match["kind"] or "").lower().startswith(("indirect", "end")) else ""
        ids = re.findall(rf"\b(?!Customers?\b|Clients?\b){_ID}\b", match["ids"])
        labels += [f"{kind}customer {one.lower()}" for one in ids]
    return tuple(dict.fromkeys(labels))


def subject_of(text: str, clean: str, known: Gazetteer, own: str) -> Subject | None:
    """Labels, names or a count among the words before a verb; ``None`` for nobody in particular."""
    last = re.split(r"[;:]|\brespectively,?\s+and\b", clean)[-1]
    if _NEGATION.search(last):
        return None
    labels = read_labels(last)
    if labels:
        return Subject(labels)
    names = _named(text, last, known, own)
    if names:
        return Subject(names, is_named=True)
    if _STATE.search(last):
        return Subject(("U.S. Government",), is_named=True)
    return _counted(last)


def _counted(text: str) -> Subject | None:
    matches = list(_COUNTED.finditer(text))
    if not matches:
        return None
    match = matches[-1]
    count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
    words = f"{match['top'] or ''}{match['between']}".lower()
    kind = "indirect " if "indirect" in words else ""
    is_top = bool(re.search(r"\b(?:top|largest|biggest|significant|major)\b", words))
    if (count > 1 and _TOGETHER.search(text)) or (count > 3 and is_top):
        return Subject((f"top {count} customers",), is_group=True)
    if count == 1 and _DESCRIBED.search(match["noun"].lower()):
        return Subject((f"{match['between'].strip()} {match['noun']}".strip().lower(),))
    return Subject((f"{kind}customer",) * count, is_counted=True, is_group=False)


def _named(text: str, last: str, known: Gazetteer, own: str) -> tuple[str, ...]:
    """Names that close the words before the verb, or stand beside the word customer."""
    part = text[-len(last) :] if len(last) <= len(text) else text
    has_noun = bool(re.search(rf"\b{_NOUN}\b", last, re.IGNORECASE))
    names: list[str] = []
    for span in find_names(part, known):
        gap = part[span.end :].strip(" ,.()")
        is_one = _IS_CUSTOMER.match(gap) is not None or (
            not gap and _CUSTOMER_IS.search(part[: span.start]) is not None
        )
        is_last = (
            is_one
            or not gap
            or re.fullmatch(
                r"(?:and|,|&|each|which|who|that|also|Inc|Ltd|LLC|\W|[A-Z][\w.&’'-]*\s?)*", gap
            )
        )
        is_trusted = (
            span.is_known
            or is_one
            or (has_noun and (span.is_organisation or f"({span.name})" in part))
            or (span.is_organisation and not _OF_OWN.search(last))
        )
        if (
            is_last
            and is_trusted
            and not own.lower().startswith(span.name.lower())
            and span.name.lower() not in own.lower()
        ):
            names.append(span.name)
    return tuple(dict.fromkeys(names))
