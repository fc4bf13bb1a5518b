"""What a document's definitions say of names: where one begins, whom "the Company" means.

Lives here: names with a number, an apostrophe or an "and" inside, roles that are no second party.
Not here: definitions in brackets (`graphbuild.documents.terms`), which terms stand for parties
(`parties`), "the Company" of a press release (`releases`).
"""

import re
from collections.abc import Iterator

from graphbuild.extract.grammar.name_scan import NameSpan
from graphbuild.extract.grammar.name_words import is_legal_form
from graphbuild.extract.grammar.names import find_names, gazetteer, plain_name
from graphbuild.records.document import Document, is_contract

_ROLE = re.compile(
    r"(?:Lend|Borrow|Own|Purchas|Buy|Sell)er|(?:Sub-?)?(?:[Ll]andlord|[Tt]enant|[Ll]essor|[Ll]essee)"
    r"|Guarantor|Pledgor|Issuer"
)
_ODD = re.compile(r"(?:[A-Z][\w.&’'-]*,? )*(?:\d+ [A-Z]|[A-Z][’'][A-Z]|(?:\w+ (?:and|AND) [A-Z]))")
_ALONE = re.compile(r"(?:\b(?:by|of|from|to|with|and)\s+|[,;:(\n]\s*|\A)\Z", re.IGNORECASE)


def whole_name(short: str, full: str, found: NameSpan) -> str:
    """The name that a definition gives, or empty text where it cannot be told from its neighbour.

    Of "between ALDER LIFE AND CORVID COMPANY (“Lender”)" nobody can tell.
    """
    if found.end < len(full.rstrip(" .")):
        return found.name
    rest = full[: found.start]
    is_second = rest.lower().endswith(" and ") and _ROLE.fullmatch(short.split()[-1])
    return "" if is_second else found.name


def whole_names(document: Document) -> Iterator[tuple[str, str]]:
    """Defined terms with the whole name before the bracket: "Financing Co., IV, LLC ("FC IV")"."""
    for short, full in document.defined_terms:
        at = document.text.find(full)
        following = document.text[at + len(full) : at + len(full) + 40]
        if short not in full and MANAGED.search(document.text[max(0, at - 24) : max(0, at)]):
            full = short.strip("“”\"' ")  # the fund's name, not its manager's
        if not full or at < 0 or short not in following or not _ROMAN_FIRST.match(full):
            yield short, full
            continue
        before = document.text[max(0, at - 120) : at + len(full)]
        names = find_names(before, gazetteer(frozenset()))
        whole = [name.name for name in names if name.end == len(before) and name.is_organisation]
        yield short, whole[-1] if whole else full


MANAGED = re.compile(r"\b(?:managed|advised|operated|sponsored) by $")
_ROMAN_FIRST = re.compile(r"[IVX]{1,5},")


def odd_names(document: Document) -> frozenset[str]:
    """Defined names that read as words alone would fall into two: "Alder 3 East, LLC".

    One with "and" inside only where it surely begins there: behind "of", not behind "between".
    """
    return frozenset(
        full
        for _, full in document.defined_terms
        if _ODD.match(full) and is_legal_form(full.split()[-1]) and _is_one(document.text, full)
    )


def _is_one(text: str, full: str) -> bool:
    at = text.find(full)
    return bool(" and " not in full.lower() or _ALONE.search(text[max(0, at - 12) : at]))


def contract_company(document: Document) -> tuple[tuple[str, str], ...]:
    """Whom a filed contract calls "the Company", where that is not the one who filed it."""
    if document.filer is None or not is_contract(document.kind):
        return ()
    named = {full for short, full in document.defined_terms if short == "Company"}
    own = plain_name(document.filer.name)
    if len(named) != 1 or any(plain_name(full) == own for full in named):
        return ()
    return tuple((words, full) for full in named for words in ("the Company", "The Company"))


def before_term(short: str) -> str:
    """What must not stand before a term that is a role: "X, as Landlord" names nobody again."""
    return r"(?<!\bas )(?<!\bas the )(?<!\bas [“\"])" if _ROLE.fullmatch(short) else ""
