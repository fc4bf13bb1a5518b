"""Words of borrowing that more than one pattern needs: names of facilities and notes, verbs.

Not here: any rule (`lending`, `debt`, `notes`), labels in tables (`debt_words`).
"""

FACILITY = (
    r"(?:(?:term |bridge |secured |unsecured |senior |private |private credit |construction |"
    r"delayed[- ]draw |mortgage |GPU-backed |asset-based |equipment |real estate "
    r")*(?:(?:[Cc]redit|[Ll]oan|[Ff]inancing|[Ee]quipment [Ff]inance|[Mm]aster [Ll]oan)(?:,? "
    r"[Aa]nd [Ss]ecurity| [Aa]nd [Gg]uarant(?:y|ee)|, [Ss]ecurity and [Gg]uaranty)? [Aa]greement|"
    r"[Ll]oans?|[Cc]redit [Ff]acilit(?:y|ies)|[Ff]acilit(?:y|ies)|[Ll]ine of [Cc]redit|[Cc]redit "
    r"[Ll]ine|[Rr]evolver|DDTL|(?:[Ee]quipment|(?:GPU |[Ee]quipment )?[Ll]ease|GPU) [Ff]inancing|"
    r"[Dd]ebt [Ff]inancing|(?:[Cc]onstruction|[Ii]nterim|[Bb]ridge|[Pp]roject) [Ff]inancing|"
    r"(?:[Ff]inancing|[Ll]oan|[Dd]ebt|[Ll]ending) [Cc]ommitments?|[Dd]ebt [Pp]ackage|[Mm]ortgage|"
    r"[Tt]erm [Ll]oan))"
)
NOTES = r"(?:[Nn]otes?|[Bb]onds?|[Dd]ebentures?)"
ENTER = (
    r"(?:enter(?:s|ed|ing)? (?:into|(?=an? ))|sign(?:s|ed|ing)?|secur(?:e[sd]?|ing)|obtain(?:s|"
    r"ed|ing)?|clos(?:e[sd]?|ing)(?: on)?|arrang(?:e[sd]?|ing)"
    r"|execut(?:e[sd]?|ing)|establish(?:es|ed|ing)?|land(?:s|ed)|get(?:s|ting)?|got|"
    r"rais(?:e[sd]?|ing)|receiv(?:e[sd]?|ing)|amend(?:s|ed|ing)?|complet(?:e[sd]?|ing)|"
    r"announc(?:e[sd]?|"
    r"ing)|initiat(?:e[sd]|ing))"
)
GETS_LOAN = (
    r"(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|obtain(?:s|ed|ing)?|borrow(?:s|ed|ing)?|"
    r"get(?:s|ting)?|got|receiv(?:e[sd]?|ing)|lin(?:es?|ed) up|land(?:s|ed|ing)?|w[io]ns?|"
    r"winning|clinch(?:es|ed|ing)?|nab(?:s|bed)?|snag(?:s|ged)?|bag(?:s|ged)?|lock(?:s|ed)? in|"
    r"attract(?:s|ed)?|tak(?:es?|en|ing)(?: out)?|took(?: out)?|tap(?:s|ped|ping)?)"
)
"""What a borrower does with a loan, in reports."""
HAVE = r"(?:ha(?:ve|s|d)|maintain(?:s|ed)?|(?:is|are) (?:a )?party to)"
RISK = (
    r"\bmay (?:incur|issue|borrow)|covenant|events? of default|\bif we\b|interest "
    r"expense|repurchase price|fair value of"
)
