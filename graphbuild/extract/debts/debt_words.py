"""What the words of a debt row mean: which instrument it is and who holds it.

Lives here: wording of labels in debt tables. Not here: finding the rows (`debt_tables`), sentences.
"""

import re
from collections.abc import Iterable, Mapping

from graphbuild.extract.grammar.lenders import LENDERS
from graphbuild.records.instrument import InstrumentId

_WORDS: tuple[tuple[InstrumentId, re.Pattern[str]], ...] = tuple(
    (instrument, re.compile(pattern, re.IGNORECASE))
    for instrument, pattern in (
        (InstrumentId.BOND, r"\bcommercial paper\b"),
        (InstrumentId.CONVERTIBLE, r"\b(?:convertible|exchangeable)\b"),
        (InstrumentId.ABS, r"\basset[- ]backed\b|\bsecuriti[sz]|\b(?:ABS|CLO)\b|\bwarehouse\b"),
        (
            InstrumentId.REVOLVER,
            r"\brevolv|\bline of credit\b|\bcredit line\b|\b(?:RCF|overdraft|ABL)\b",
        ),
        (InstrumentId.VENDOR_FINANCING, r"\b(?:vendor|supplier|OEM|manufacturer)\b.{0,40}\bfinanc"),
        (
            InstrumentId.LOAN,
            (
            r"\bterm (?:loan|facilit)|\bloans?\b|\bmortgages?\b|\bDDTL\b|\bdelayed[- ]draw\b"
        r"|\bcredit agreement\b"
            r"|\b(?:loan|working capital|construction|term) facilit|\bequipment (?:financ|not)"
        r"|\bpromissory\b"
            r"|\bfinancing (?:arrangement|agreement|facilit)|\bnotes? payable\b(?! due)"
        r"|\bbank borrowings?\b"
            ),
        ),
        (
            InstrumentId.BOND,
            r"\b(?:notes?|debentures?|(?:euro)?bonds?)\b|\b(?:19|20)\d{2} (?:debt )?issuances?\b",
        ),
        (InstrumentId.REVOLVER, r"\bcredit facilit"),
    )
)  # fmt: skip
_DUE = re.compile(r"\bdue (?:in )?(?:\w+ )?(?:\d{1,2}, )?(?:19|20)\d{2}\b", re.IGNORECASE)
_PRICED = re.compile(r"\$[\d,.]+(?: million| billion)?,? \d+(?:\.\d+)?\s?%")
"""How a row of notes may be called: "$1,250, 2.95%, issued March 2020"."""
_NOT_DEBT = re.compile(
    r"\breceivables?\b|\bsecurities\b(?!\s+sold)|\bdeposits?\b|\bpayable to\b"
    r"|\bloans? held\b|\binvestments?\b"
    r"|\bletters? of credit\b|\bguarantees?\b|\baccounts payable\b|\bdividends?\b",
    re.IGNORECASE,
)
_FACILITY_WORDS = re.compile(
    r"\s*\b(?:line of credit|(?:secured |unsecured |senior )*(?:revolving )?(?:credit"
    r"|loan|term loan|financing|note|promissory note|"
    r"equipment financing|master equipment financing|working capital|delayed draw)\s*"
    r"(?:agreement|facility|arrangement|line|loan)?s?|term loan|loans?|mortgage|notes?)\b.*$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:Bank|Capital|Partners|Funding|Trust|Finance|Financial|Credit|Leasing|Bancorp|Savings|"
    r"Insurance|Fund|Inc|LLC|L\.?P|N\.?A|Corp|Corporation|Company|Co|Ltd|plc|AG|S\.?A)\b\.?"
)
_GENERIC = re.compile(
    r"^(?:the|our|a|an|total|other|senior|convertible|term|revolving|mortgage|auto"
    r"|equipment|secured|unsecured|"
    r"fixed|floating|master|bank|short|long|credit|working|construction|corporate|export"
    r"|first|second|u\.?s|"
    r"china|chinese|euro|european|japan|japanese|canadian|german|foreign|local|domestic"
    r"|capital|trust|finance|project|stockholders?|shareholders?|related|director|officer|member"
    r"|bridge|tranche|series|class|building|land|property|aircraft|vessel|vehicle|government|state"
    r"|new|old|green|exit|replacement|mezzanine|subordinated|junior|promissory|DIP|PPP|EIDL|SBA)"
    r"\b[-\w]*",
    re.IGNORECASE,
)


def debt_instrument(label: str, section: str = "") -> InstrumentId | None:
    """The instrument of a row by its own words, else by those of its section; ``None`` if neither.

    >>> debt_instrument("2.125% Convertible Senior Notes Due 2026").value
    'convertible'
    >>> debt_instrument("$3,000, 2.95%, due November 2024", "Fixed-rate senior notes").value
    'bond'
    """
    for text in (label, section):
        for instrument, pattern in _WORDS:
            if pattern.search(text):
                return instrument
    if re.search(r"\bfacilit(?:y|ies)\b", section, re.IGNORECASE):
        return InstrumentId.LOAN
    return InstrumentId.BOND if _DUE.search(label) or _PRICED.match(label) else None


def is_not_debt(label: str) -> bool:
    """Whether a label speaks of an asset, a deposit or a guarantee instead of money owed."""
    return bool(_NOT_DEBT.search(label))


def holder_label(instrument: InstrumentId | None, label: str) -> str:
    """The label of the unnamed other side."""
    if re.search(r"\bcommercial paper\b", label, re.IGNORECASE):
        return "commercial-paper-holders"
    if instrument in (InstrumentId.BOND, InstrumentId.CONVERTIBLE, InstrumentId.ABS):
        return "noteholders"
    return "vendors" if instrument is InstrumentId.VENDOR_FINANCING else "lenders"


_LENDS = re.compile(
    r"\b(?:Bank|Bancorp|Capital|Credit|Lending|Financ\w+|Funding|Funds?|Trust|Leasing|Savings|"
    r"Insurance|Partners|N\.A)\b"
)


def named_lender(label: str, names: Mapping[str, str], text: str = "", own: str = "") -> str | None:
    """The lender whose name opens the label, or ``None`` where the row names none.

    A known name, or capitalised words that end in a firm's word ("Bank", "Partners"), before the
    words for the facility: "Western Alliance Bank Credit Agreement" -> "Western Alliance Bank". A
    word that begins the name of one lender of the document, or of a known one, is that lender's.

    Parameters
    ----------
    names : what each known name is.
    text : the document's, where it may say in full who "Alder" in "Alder Loan" is.
    own : the filer's name; what is called after the filer is no lender.
    """
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if label.startswith(name) and 3 < len(name) < len(label) - 4 and _ends_word(name, label):
            return name
    head = _FACILITY_WORDS.sub("", label).strip(" ,-–")
    if not head or _GENERIC.match(head) or re.search(r"\d|\bFacility\b", head):
        return None
    if not all(word[:1].isupper() or word in ("of", "and", "&") for word in head.split()):
        return None
    if _FIRM.search(head) or head == label:
        return head if _FIRM.search(head) else None
    return _begun(head, names, text, own)


_OF_LENDER = re.compile(
    r"^(?P<name>[A-Z][\w.&/’'-]*(?: [A-Z][\w.&/’'-]*){0,3}?) (?:(?:[Tt]ake-?back|[Bb]ridge|[Ee]xit"
    r"|[Ss]ecured|[Uu]nsecured|[Ee]quipment|[Pp]romissory|[Tt]erm) )*"
    r"(?:[Nn]otes?|[Ll]oans?|[Ff]inancing)$"
)
LENDER_HEAD = re.compile(
    r"^(?:name of )?(?:(?:initial|existing|new|revolving|term|bridge|continuing|increasing) )*"
    r"(?:lenders?|banks?|creditors?|financial institutions?)(?: ?/ ?vendors?)?(?: name)?$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r",? (?:and|&) (?:(?:certain |various )?(?:others?|other lenders|other banks)|"
    r"(?:a )?syndicate.*)$"
)
_MANAGED_BY = re.compile(
    r"^(?:(?:certain|private|credit) )*(?:[Ff]unds?|[Aa]ffiliates|[Aa]ccounts|[Ee]ntities)"
    r"(?: and accounts)?(?: (?:managed|advised) by| of| affiliated with) "
)


def lender_in(cell: str) -> str:
    """The one lender that a cell under "Lender" names; empty text for a kind or several."""
    name = _MANAGED_BY.sub("", _AND_OTHERS.sub("", cell)).strip(" ,")
    words = [word for word in re.split(r"[\s,]+", name) if word]
    if (
        not words
        or _GENERIC.match(name)
        or re.match(r"(?:various|syndicate|multiple|several|n/?a)\b", name, re.IGNORECASE)
    ):
        return ""
    is_named = all(word[0].isupper() or word in ("of", "and", "&") for word in words)
    return (
        name
        if is_named and (_FIRM.search(name) or len(words) > 1) and not re.search(r"\d|;", name)
        else ""
    )


_LENDERS_LEAST = 3
"""So many rows named alike, and each after somebody else, are named after their lenders."""


def lenders_of_rows(labels: Iterable[str]) -> dict[str, str]:
    """The lender each row of a table is named after: "Alder note", "Corvid loan", "Harrow loan".

    One such row alone may be called after a place or a project; a list of them has one a lender.
    """
    found = {}
    for label in labels:
        match = _OF_LENDER.match(label)
        words = match["name"].split() if match else []
        is_firm = len(words) > 1 and bool(_FIRM.search(words[-1]))
        named = [word for word in words if word != "Green"] or words
        if words and (is_firm or not any(_GENERIC.match(word) for word in named)):
            found[label] = " ".join(words)
    lenders = set(found.values())
    if len(lenders) < _LENDERS_LEAST:
        return {}
    # "Corvid loan" above "Corvid Ellenfield loan": the second word of that one is a place.
    return {
        row: min((n for n in lenders if f"{name} ".startswith(f"{n} ")), key=len)
        for row, name in found.items()
    }


def _ends_word(name: str, label: str) -> bool:
    """Whether a word of the label ends where the name does that opens it."""
    return bool(_EDGE.match(label, len(name)))


_EDGE = re.compile(r"\b")


def _begun(head: str, names: Mapping[str, str], text: str, own: str) -> str | None:
    """The one lender whose name begins with the words that open a row."""
    if len(head) < _SHORTEST_HEAD or head.lower() == own.lower().split(" ")[0]:
        return None
    full = rf"\b{re.escape(head)}(?: [A-Z][\w&’'-]*){{1,4}}(?:,? {_LEGAL}\b\.?)?"
    found = {m.group() for m in re.finditer(full, text) if _LENDS.search(m.group())}
    firms = {name for name in found if _LEGAL_END.search(name)}
    if len(firms) == 1:
        return firms.pop()
    is_known = any(name.startswith(f"{head} ") and kind in LENDERS for name, kind in names.items())
    return head if is_known else None


_SHORTEST_HEAD = 5
_LEGAL = r"(?:Inc|LLC|L\.P|N\.A|Ltd|Corp)"
_LEGAL_END = re.compile(rf"\b(?:{_LEGAL}|Bank)\b\.?$")
