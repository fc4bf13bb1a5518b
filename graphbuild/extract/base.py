"""What a pattern is, and the one way to make a claim from a span of a document.

Lives here: `Pattern`, `Context`, `make_claim`, `party`. Not here: any wording (one module an
instrument or table), who the parties really are (`resolve`).

Flow: Document -> every pattern of `graphbuild.extract.PATTERNS` -> Claim*.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from graphbuild.records.claim import Claim, Confidence, PartyMention, Role, Status, Terms
from graphbuild.records.document import Citation, Document, Entry
from graphbuild.records.instrument import InstrumentId
from graphbuild.records.keys import content_id, slug
from graphbuild.records.money import Amount, Measure
from graphbuild.records.period import PartialDate

UNNAMED_PREFIX = "unnamed:"


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern may know besides the document: names worth recognising in prose.

    `names` holds names and aliases of known entities as people write them ("OpenAI", "CoreWeave").
    It helps to find a party; it never decides which entity it is. `kinds` says what some of them
    are ("ai_lab", "hyperscaler", "neocloud", "host", "chipmaker", "bank"), so that a contract
    whose words leave it open can be read by who sells such things to whom.
    """

    names: frozenset[str] = field(default_factory=frozenset)
    kinds: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One reader of claims.

    Parameters
    ----------
    name, version : go into every claim as "name/version"; a changed version re-reads documents.
    find : Document, Context -> claims in order of appearance.
    kinds : document kinds it is meant for; empty for all.
    """

    name: str
    version: int
    find: Callable[[Document, Context], Iterator[Claim]]
    kinds: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The text that stands in `Claim.pattern`."""
        return f"{self.name}/{self.version}"


def party(role: Role, name: str, as_written: str = "", cik: str | None = None) -> PartyMention:
    """A named party."""
    return PartyMention(role=role, name=name, as_written=as_written or name, cik=cik)


def unnamed(role: Role, label: str, as_written: str = "") -> PartyMention:
    """A party the document withholds: ``unnamed(Role.SOURCE, "Customer A")``."""
    return PartyMention(role=role, name=slug(label), as_written=as_written, is_unnamed=True)


def filer(document: Document, role: Role, as_written: str = "the Company") -> PartyMention:
    """The filer, for "we", "our" and "the Company".

    Raises
    ------
    ValueError
        the document has no filer; check ``document.filer`` first.
    """
    if document.filer is None:
        raise ValueError(f"{document.path}: no filer to stand for {as_written!r}")
    return PartyMention(
        role=role, name=document.filer.name, as_written=as_written, cik=document.filer.cik
    )


def make_claim(
    document: Document,
    pattern: str,
    span: tuple[int, int],
    instrument: InstrumentId,
    parties: tuple[PartyMention, ...],
    amount: Amount,
    measure: Measure,
    status: Status,
    *,
    share: Decimal | None = None,
    confidence: Confidence = Confidence.CERTAIN,
    agreed_on: PartialDate | None = None,
    starts_on: PartialDate | None = None,
    ends_on: PartialDate | None = None,
    is_increment: bool = False,
    entry: Entry | None = None,
    terms: Terms | None = None,
    note: str = "",
) -> Claim:
    """A claim that quotes ``document.text[span]``.

    `pattern` is `Pattern.label`. `agreed_on` falls back to the document's period end, then to its
    publication. The id is made of document, span, pattern, instrument, parties and figure, so the
    same bytes always give the same ids.

    Raises
    ------
    ValueError
        the span is empty or outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(document.text):
        raise ValueError(f"{document.path}: span {span} is not within its text")
    published = entry.published_on if entry and entry.published_on else document.published_on
    return Claim(
        claim_id=content_id(
            "clm",
            document.document_id,
            str(start),
            str(end),
            pattern,
            instrument,
            *(f"{p.role}={p.name}" for p in parties),
            str(amount.point),
            str(share),
            measure,
            status,
        ),
        citation=Citation(
            document_id=document.document_id,
            path=document.path,
            quote=document.text[start:end],
            start=start,
            end=end,
            item=entry.link if entry else None,
            url=(entry.link if entry else None) or document.url,
            accession=document.accession,
        ),
        instrument=instrument,
        parties=parties,
        amount=amount,
        measure=measure,
        status=status,
        tier=document.tier,
        pattern=pattern,
        confidence=confidence,
        share=share,
        agreed_on=agreed_on or document.period_end or published,
        starts_on=starts_on,
        ends_on=ends_on,
        known_on=published,
        is_increment=is_increment,
        terms=terms or Terms(),
        note=note,
    )
