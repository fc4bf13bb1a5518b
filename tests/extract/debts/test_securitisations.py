"""Forms of securitisers, of fictional trusts."""

from graphbuild.extract.base import Context
from graphbuild.extract.debts.securitisations import find_securitisations
from graphbuild.records.claim import Role
from tests.extract.papers import Paper


def told(*sentences: str, kind: str = "ABS-15G") -> list[tuple[str, str, str]]:
    paper = Paper("Shoal Depositor LLC", kind=kind)
    for sentence in sentences:
        paper.say(sentence)
    return [
        (c.with_role(Role.TARGET)[0].name, c.status.value, c.terms.facility)
        for c in find_securitisations(paper.document(), Context())
    ]


LINE = (
    "Re: Shoal Auto Receivables Trust 2025-1 (the “Issuing Entity”) Automobile Receivables Backed"
    " Notes Sample File Agreed-Upon Procedures"
)


def test_the_issuing_entity_announces_notes() -> None:
    expected = (
        "Shoal Auto Receivables Trust 2025-1",
        "announced",
        "Automobile Receivables Backed Notes",
    )
    assert told(LINE) == [expected]
    head = "Shoal Auto Receivables Trust 2025-1"
    assert told(head, "(Exact name of issuing entity as specified in its charter)", "Asset-Backed"
                " Notes were reviewed.")[0][0] == head  # fmt: skip


def test_other_forms_and_forms_without_notes_say_nothing() -> None:
    assert told(LINE, kind="8-K") == []
    assert told("Shoal Depositor LLC has no activity to report.") == []
