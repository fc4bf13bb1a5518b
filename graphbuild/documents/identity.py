"""Whose document it is: form, filer, dates, accession, rank of the source, and its id.

The document's own header is believed first, then its dei facts, then what the manifest says, then
the words of its first page; where they contradict each other an `Issue` says so (a filing can be
saved under another's name).
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from graphbuild.documents.rendering import Rendering
from graphbuild.documents.terms import find_defined_terms
from graphbuild.records.document import Document, Fact, Filer, RawItem, SourceTier, is_contract
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.period import PartialDate

_AUDITED = re.compile(r"^(?:10-K|20-F|40-F|10-KT)(?:405)?(?:/A)?$")
_RELEASE = re.compile(r"^(?:EX-99|release$)")
_NEWS = frozenset({"rss", "atom", "feed", "article", "news", "html-news"})
_ANY_KIND = frozenset({"", "filing", "txt", "text", "md", "markdown"})
"""Kinds that leave open which form a file is."""
_COMPANY_TIERS = frozenset({SourceTier.FILING, SourceTier.AUDITED_FILING})
_COMPANY_TERMS = frozenset({"Company", "the Company", "The Company"})
_SPEAKER = re.compile(r"\b(?:the Company|The Company|[Ww]e|[Oo]ur)\b")
_SPOKEN = 3
_SPOKEN_WITHIN = 200_000
_MONTHS = tuple(calendar.month_name)
_WRITTEN_DATE = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})\s*,?\s+(\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a document says about itself."""

    form: str = ""
    filer: Filer | None = None
    accession: str | None = None
    filed_on: PartialDate | None = None
    period_end: PartialDate | None = None
    title: str = ""
    parts: tuple[str, ...] = ()
    tier: SourceTier | None = None


def make_document(
    item: RawItem,
    rendering: Rendering,
    header: Header,
    *,
    sniffed: str = "",
    cover: Callable[[], Header] | None = None,
) -> tuple[Document, tuple[Issue, ...]]:
    """The document of a file, with what contradicts itself in it.

    Parameters
    ----------
    sniffed : the kind its content has, for an item that comes without one.
    cover : what its first page says, asked only where nothing else says it.
    """
    own = _with_dei(header, rendering.facts)
    given = "" if item.kind.lower() in _ANY_KIND else item.kind
    accession = own.accession or item.accession or None
    filer = own.filer or _listed_filer(item, own)
    form = own.form or (given if own.tier is None else "")
    period_end = own.period_end or item.period_end
    published_on = own.filed_on or item.published_on
    if cover is not None and not (form and filer and period_end):
        page = cover()
        form, filer = form or page.form, filer or page.filer
        period_end = period_end or page.period_end
        published_on = published_on or page.filed_on
    document = Document(
        document_id=accession or f"sha-{item.sha256[:16]}",
        path=item.path,
        kind=given or form or item.kind or sniffed,
        tier=own.tier or tier_of(form or item.kind or sniffed),
        sha256=item.sha256,
        text=rendering.text,
        form=form,
        filer=filer,
        accession=accession,
        url=item.url,
        title=own.title or rendering.title,
        published_on=published_on,
        period_end=period_end,
        paragraphs=rendering.paragraphs,
        tables=rendering.tables,
        facts=rendering.facts,
        rows=rendering.rows,
        entries=rendering.entries,
        parts=own.parts,
        defined_terms=find_defined_terms(rendering.text),
    )
    return document, (*_contradictions(item, own), *_nobody(document))


def _listed_filer(item: RawItem, header: Header) -> Filer | None:
    """The manifest's company; placeholders such as "(see content)" and news outlets are none."""
    is_press = header.tier in {SourceTier.NEWS, SourceTier.UNNAMED}
    if not item.company or item.company.startswith("(") or is_press:
        return None
    return Filer(name=item.company, cik=plain_cik(item.cik))


def tier_of(form: str) -> SourceTier:
    """The rank of a form or kind: annual reports are audited, exhibits are contracts.

    >>> tier_of("EX-10.1").value
    'contract_exhibit'
    """
    if _AUDITED.match(form):
        return SourceTier.AUDITED_FILING
    if is_contract(form):
        return SourceTier.EXHIBIT
    if _RELEASE.match(form):
        return SourceTier.RELEASE
    return SourceTier.NEWS if form.lower() in _NEWS else SourceTier.FILING


def _with_dei(header: Header, facts: Iterable[Fact]) -> Header:
    """The header with its gaps filled from the cover page's facts."""
    cover: dict[str, Fact] = {}
    for fact in facts:
        prefix, _, name = fact.concept.partition(":")
        # A co-registrant's name carries a member; the registrant's own does not.
        known = cover.get(name)
        is_better = known is None or (known.members and not fact.members)
        if prefix == "dei" and fact.text and is_better:
            cover[name] = fact
    name = _shown(cover, "EntityRegistrantName")
    filer = (
        Filer(name=name, cik=plain_cik(_shown(cover, "EntityCentralIndexKey"))) if name else None
    )
    return Header(
        form=header.form or _shown(cover, "DocumentType"),
        filer=header.filer or filer,
        accession=header.accession,
        filed_on=header.filed_on,
        period_end=header.period_end or _period_end(cover.get("DocumentPeriodEndDate")),
        title=header.title,
        parts=header.parts,
        tier=header.tier,
    )


def _shown(cover: dict[str, Fact], name: str) -> str:
    fact = cover.get(name)
    return " ".join(fact.text.split()) if fact else ""


def _period_end(fact: Fact | None) -> PartialDate | None:
    """The date as shown; where the year stands in another tag, the end of the fact's context."""
    if fact is None:
        return None
    day = written_date(fact.text) or fact.period_end
    return PartialDate(day.isoformat()) if day else None


def written_date(text: str) -> dt.date | None:
    """A date as cover pages write it: "March 31, 2025".

    >>> written_date("January 26") is None
    True
    """
    match = _WRITTEN_DATE.search(" ".join(text.split()))
    if match is None:
        return None
    names = enumerate(_MONTHS[1:], start=1)
    month = next((n for n, name in names if name.startswith(match[1].capitalize())), None)
    try:
        return dt.date(int(match[3]), month, int(match[2])) if month else None
    except ValueError:
        return None


def plain_cik(text: str | None) -> str | None:
    """A CIK without leading zeros, as the curated tables write it."""
    digits = (text or "").strip().lstrip("0")
    return digits if digits.isdecimal() else None


def _nobody(document: Document) -> Iterable[Issue]:
    """A filing that says "we" or gives a company's tables, and nowhere says whose they are."""
    names_itself = document.form.startswith(("SC ", "SCHEDULE "))  # "Name of Reporting Person"
    if document.filer is not None or document.tier not in _COMPANY_TIERS or names_itself:
        return
    text = document.text[:_SPOKEN_WITHIN]
    is_told = any(term in _COMPANY_TERMS for term, _ in document.defined_terms)
    speaks = not is_told and len(_SPEAKER.findall(text)) >= _SPOKEN
    if speaks or document.tables or any(row.kind == "subsidiary" for row in document.rows):
        yield Issue(
            stage="parse",
            severity=Severity.WARNING,
            code="unknown-filer",
            where=document.path,
            message="nothing in it says whose filing it is; what “we” and its tables state is lost",
            advice="list it in a manifest.csv (path,kind,company,cik), or save the full submission",
        )


def _contradictions(item: RawItem, header: Header) -> Iterable[Issue]:
    filer = header.filer
    given = plain_cik(item.cik)
    if filer and filer.cik and given and filer.cik != given:
        yield Issue(
            stage="parse",
            severity=Severity.WARNING,
            code="other-filer",
            where=item.path,
            message=f"the document is by {filer.name} (CIK {filer.cik}), listed under CIK {given}",
            advice="the document's own filer is used; correct the cik in the manifest",
        )
    if header.accession and item.accession and header.accession != item.accession:
        yield Issue(
            stage="parse",
            severity=Severity.WARNING,
            code="other-accession",
            where=item.path,
            message=f"the document is {header.accession}, listed as {item.accession}",
            advice="the document's own accession is used; correct the manifest",
        )
