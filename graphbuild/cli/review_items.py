"""One claim or missed sentence, found by its id, with all a reviewer needs to decide."""

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphbuild.errors import NotFoundError
from graphbuild.records.claim import Claim, ReviewMark
from graphbuild.records.document import Citation, SourceTier
from graphbuild.records.review import statement_id
from graphbuild.resolve.reviewing import claim_in_words

if TYPE_CHECKING:
    from graphbuild.rebuild.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """What a decision is about.

    Parameters
    ----------
    claim_id : of the machine's reading; empty for a missed sentence.
    says : the machine's reading in words.
    now : what stands in its place if a person corrected it; else empty.
    """

    item_id: str
    statement_id: str
    kind: str
    claim_id: str
    says: str
    now: str
    citation: Citation
    tier: SourceTier
    names: tuple[str, ...] = ()
    mark: ReviewMark | None = None


def find_item(world: "World", identifier: str) -> ReviewItem:
    """The claim or sentence with this id, or the only one whose id begins so.

    Raises
    ------
    NotFoundError
        no such id, or several; a curated deal's claim, which is its row's business.
    """
    items = {item.item_id: item for item in _items(world)}
    items |= {item.claim_id: item for item in items.values() if item.claim_id}
    if identifier in items:
        return items[identifier]
    if any(claim.claim_id == identifier for claim in world.contents.claims):
        raise NotFoundError(f"{identifier} is a row of deals.csv; edit the row")
    begun = {item.item_id for key, item in items.items() if key.startswith(identifier)}
    if len(begun) == 1 and len(identifier) > len("clm-"):
        return items[begun.pop()]
    near = difflib.get_close_matches(identifier, sorted(items), n=3, cutoff=0.7)
    hint = ", ".join(sorted(begun)[:3] or near) or "'graphbuild review' lists ids"
    raise NotFoundError(f"no claim or missed sentence {identifier!r}; {hint}")


def _items(world: "World") -> list[ReviewItem]:
    made = {c.review.statement_id: c for c in world.contents.claims if c.review is not None}
    found = [
        ReviewItem(
            item_id=sentence.missed_id,
            statement_id=sentence.missed_id,
            kind="a sentence without a claim",
            claim_id="",
            says="not read: a sentence without a claim",
            now=_now(made.get(sentence.missed_id)),
            citation=sentence.citation,
            tier=sentence.tier,
            names=sentence.names,
            mark=_mark(made.get(sentence.missed_id)) or _standing_mark(world, sentence.missed_id),
        )
        for sentence in world.contents.missed
    ]
    for claim in world.contents.claims:
        if claim.terms.deal_key is None and not statement_id(claim).startswith("mis-"):
            found.append(_of_claim(claim))
    return found


def _of_claim(claim: Claim) -> ReviewItem:
    mark = claim.review
    return ReviewItem(
        item_id=claim.claim_id,
        statement_id=statement_id(claim),
        kind="a claim of a document",
        claim_id=mark.claim_id if mark else claim.claim_id,
        says=mark.read_as if mark else claim_in_words(claim),
        now=_now(claim) if mark and mark.claim_id != claim.claim_id else "",
        citation=claim.citation,
        tier=claim.tier,
        names=tuple(dict.fromkeys(p.name for p in claim.parties if not p.is_unnamed)),
        mark=mark,
    )


def _now(claim: Claim | None) -> str:
    return "" if claim is None else f"{claim_in_words(claim)} ({claim.claim_id})"


def _mark(claim: Claim | None) -> ReviewMark | None:
    return claim.review if claim is not None else None


def _standing_mark(world: "World", statement: str) -> ReviewMark | None:
    marks = [r.mark for r in world.contents.reviews if r.statement_id == statement]
    return marks[-1] if marks else None


def mark_in_words(mark: ReviewMark) -> str:
    """In words: "reject on 2026-06-01 by R. Iver: the words are about another facility"."""
    by = f" by {mark.reviewer}" if mark.reviewer else ""
    return f"{mark.ruling} on {mark.decided_on}{by}: {mark.reason}"


def item_rows(item: ReviewItem) -> list[tuple[str, str]]:
    """What to show of an item, in order, empty ones left out."""
    cited = item.citation
    place = f"{cited.path} {cited.start}-{cited.end}"
    pairs = [
        ("text", f"“{' '.join(cited.quote.split())}”"),
        ("read as", item.says),
        ("corrected to", item.now),
        ("decision", mark_in_words(item.mark) if item.mark else "none"),
        ("names", ", ".join(item.names)),
        ("source", str(item.tier)),
        ("where", place),
        ("accession", cited.accession or ""),
        ("address", cited.url or ""),
        ("statement", item.statement_id),
    ]
    return [(what, words) for what, words in pairs if words]
