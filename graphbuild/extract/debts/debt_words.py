"""What the words of a debt row mean: which instrument it is and who holds it.

Lives here: wording of labels in debt tables. Not here: finding the rows (`debt_tables`), sentences.
"""

import re

from graphbuild.records.instrument import InstrumentId

_WORDS: tuple[tuple[InstrumentId, re.Pattern[str]], ...] = tuple(
    (instrument, re.compile(pattern, re.IGNORECASE))
    for instrument, pattern in (
        (InstrumentId.BOND, r"\bcommercial paper\b"),
        (InstrumentId.CONVERTIBLE, r"\b(?:convertible|exchangeable)\b"),
        (InstrumentId.ABS, r"\basset[- ]backed\b|\bsecuriti[sz]|\bABS\b|\bwarehouse\b"),
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
            r"\bnotes?\b|\bdebentures?\b|\bbonds?\b|\b(?:19|20)\d{2} (?:debt )?issuances?\b",
        ),
        (InstrumentId.REVOLVER, r"\bcredit facilit"),
    )
)  # fmt: skip
_DUE = re.compile(r"\bdue (?:in )?(?:\w+ )?(?:\d{1,2}, )?(?:19|20)\d{2}\b", re.IGNORECASE)
_NOT_DEBT = re.compile(
    r"\breceivables?\b|\bsecurities\b(?!\s+sold)|\bdeposits?\b|\bpayable to\b"
    r"|\bloans? held\b|\binvestments?\b"
    r"|\bletters? of credit\b|\bguarantees?\b|\baccounts payable\b|\bdividends?\b",
    re.IGNORECASE,
)
_FACILITY_WORDS = re.compile(
    r"\s*\b(?:line of credit|(?:secured |unsecured |senior )*(?:revolving )?(?:credit"
    r"|loan|term loan|financing|note|"
    r"equipment financing|master equipment financing|working capital|delayed draw)\s*"
    r"(?:agreement|facility|arrangement|line|loan)?s?|term loan|loans?|mortgage|notes?)\b.*$",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:Bank|Capital|Partners|Funding|Trust|Finance|Financial|Credit|Leasing|Bancorp"
    r"|Savings|Insurance|Fund|"
    r"Inc|LLC|L\.?P|N\.?A|Corp|Corporation|Company|Co|Ltd|plc|AG|S\.?A)\b\.?"
)
_GENERIC = re.compile(
    r"^(?:the|our|a|an|total|other|senior|convertible|term|revolving|mortgage|auto"
    r"|equipment|secured|unsecured|"
    r"fixed|floating|master|bank|short|long|credit|working|construction|corporate|export"
    r"|first|second|u\.?s|"
    r"china|chinese|euro|european|japan|japanese|canadian|german|foreign|local|domestic"
    r"|capital|trust|finance)\b[-\w]*",
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
    return InstrumentId.BOND if _DUE.search(label) else None


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


def named_lender(label: str, names: frozenset[str]) -> str | None:
    """The lender whose name opens the label, or ``None`` where the row names none.

    A known name, or capitalised words that end in a firm's word ("Bank", "Partners"), before the
    words for the facility: "Western Alliance Bank Credit Agreement" -> "Western Alliance Bank".
    """
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if (
            len(name) > 3
            and re.match(rf"{re.escape(name)}\b", label)
            and len(label) > len(name) + 4
        ):
            return name
    head = _FACILITY_WORDS.sub("", label).strip(" ,-–")
    if not head or _GENERIC.match(head) or re.search(r"\d", head):
        return None
    if all(
        word[:1].isupper() or word in ("of", "and", "&") for word in head.split()
    ) and _FIRM.search(head):
        return head
    return None
