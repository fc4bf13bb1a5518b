"""Figures of a company from its own accounts, as EDGAR's ``companyfacts`` lists them.

Lives here: which concept of the accounts is which metric, and which of the many tellings of one
figure are kept. A balance stands at a date, a flow belongs to its period; what a later filing
restated is another figure, known later. Not here: the shape of the bytes (`sources.edgar_facts`),
figures entered by people (`curated`), which go before these.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from graphbuild.curated.metrics import FLOWS, Metric
from graphbuild.errors import FetchError
from graphbuild.records.claim import Verification
from graphbuild.records.document import RawItem
from graphbuild.records.entity import Entity
from graphbuild.records.figure import Figure, FigureKind
from graphbuild.records.issue import Issue, Severity
from graphbuild.records.keys import content_id
from graphbuild.records.period import PartialDate
from graphbuild.sources.edgar_facts import iter_facts

KIND = "companyfacts-json"
"""The kind of such a file in a manifest and in the archive."""

CONCEPTS: Mapping[Metric, tuple[str, ...]] = {
    Metric.REVENUE: (
        "Revenues",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenueFromContractWithCustomerIncludingAssessedTax",
        "SalesRevenueNet",
        "Revenue",
    ),
    Metric.NET_INCOME: ("NetIncomeLoss", "ProfitLoss"),
    Metric.OPERATING_INCOME: ("OperatingIncomeLoss", "ProfitLossFromOperatingActivities"),
    Metric.OPERATING_CASH_FLOW: (
        "NetCashProvidedByUsedInOperatingActivities",
        "CashFlowsFromUsedInOperatingActivities",
    ),
    Metric.CAPEX: (
        "PaymentsToAcquirePropertyPlantAndEquipment",
        "PaymentsToAcquireProductiveAssets",
        "PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities",
    ),
    Metric.INTEREST_EXPENSE: ("InterestExpense", "InterestExpenseNonoperating"),
    Metric.CASH: ("CashAndCashEquivalentsAtCarryingValue", "CashAndCashEquivalents"),
    Metric.RECEIVABLES: ("AccountsReceivableNetCurrent",),
    Metric.TOTAL_ASSETS: ("Assets",),
    Metric.EQUITY: ("StockholdersEquity", "EquityAttributableToOwnersOfParent"),
    Metric.TOTAL_DEBT: ("DebtLongtermAndShorttermCombinedAmount", "LongTermDebt"),
    Metric.DEFERRED_REVENUE: ("ContractWithCustomerLiability",),
    Metric.RPO: ("RevenueRemainingPerformanceObligation",),
}
"""Metric -> concepts of us-gaap (FASB) and ifrs-full (IASB), best first.

`total_debt` is what the notes call debt, current part included, leases left out. Commitments, lines
of credit and concentrations are tagged in too many ways to be read without their members.
"""

_TAXONOMIES = frozenset({"us-gaap", "ifrs-full"})
_ANNUAL = ("10-K", "10-KT", "20-F", "40-F")
_FULL_YEAR = range(350, 381)
_FLOW_DAYS = range(80, 381)
_YEARS_BACK = 4
"""Older periods say nothing about who can pay now."""


@dataclass(frozen=True, slots=True, order=True)
class _Telling:
    """One statement of one figure: first by day, then by how good the concept is."""

    filed: dt.date
    rank: int
    accession: str
    form: str
    concept: str
    value: Decimal


_Key = tuple[Metric, dt.date, dt.date]


def read_company_figures(item: RawItem) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """The figures of one ``companyfacts`` file; their `entity_id` is still "cik:<number>".

    Figures in other currencies than US dollars are left out, and counted in an issue.
    """
    try:
        told, foreign = _tellings(item.content)
    except FetchError as error:
        what = _issue(item, Severity.ERROR, "unreadable", str(error), "fetch it again")
        return (), (what,)
    newest = max((end for _, _, end in told), default=dt.date.min)
    figures = [
        _figure(item, key, telling)
        for key in sorted(told)
        if (newest - key[2]).days <= _YEARS_BACK * 366
        for telling in _versions(told[key])
    ]
    if not foreign:
        return tuple(figures), ()
    message = f"{foreign} figures are not in US dollars and were left out"
    advice = "enter those that matter in fundamentals.csv, with a dated rate"
    return tuple(figures), (_issue(item, Severity.NOTICE, "foreign-figures", message, advice),)


def merge_figures(
    curated: Sequence[Figure], read: Iterable[Figure], entities: Collection[Entity]
) -> tuple[Figure, ...]:
    """Curated figures, then those read of companies we know, each once.

    A curated figure of the same metric and days goes before what the accounts say: a person has
    written down what is in it.
    """
    owners = {str(int(e.cik)): e.entity_id for e in entities if e.cik}
    taken = {(f.entity_id, f.metric, _day(f.period_start), _day(f.period_end)) for f in curated}
    added: dict[str, Figure] = {}
    for figure in read:
        owner = owners.get(figure.entity_id.removeprefix("cik:"))
        if owner is None:
            continue
        identity = (owner, figure.metric, _day(figure.period_start), _day(figure.period_end))
        if identity not in taken:
            added[figure.figure_id] = replace(figure, entity_id=owner)
    return (*curated, *(added[key] for key in sorted(added)))


def _day(date: PartialDate | None) -> str:
    return str(date.last_day()) if date else ""


def _tellings(content: bytes) -> tuple[dict[_Key, list[_Telling]], int]:
    """All statements by metric and period, and how many were in another currency."""
    ranks = {
        name: (metric, rank)
        for metric, names in CONCEPTS.items()
        for rank, name in enumerate(names)
    }
    told: dict[_Key, list[_Telling]] = {}
    foreign = 0
    for taxonomy, concept, unit, fact in iter_facts(content):
        if taxonomy not in _TAXONOMIES or concept not in ranks:
            continue
        if unit != "USD":
            foreign += 1
            continue
        metric, rank = ranks[concept]
        key, telling = _telling(metric, rank, concept, fact)
        if key is not None:
            told.setdefault(key, []).append(telling)
    return told, foreign


def _telling(
    metric: Metric, rank: int, concept: str, fact: Mapping[str, Any]
) -> tuple[_Key | None, _Telling]:
    try:
        end = dt.date.fromisoformat(fact["end"])
        start = dt.date.fromisoformat(fact["start"]) if "start" in fact else end
        value = Decimal(str(fact["val"]))
        telling = _Telling(
            filed=dt.date.fromisoformat(fact["filed"]),
            rank=rank,
            accession=str(fact["accn"]),
            form=str(fact["form"]),
            concept=concept,
            value=value,
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise FetchError(f"company facts: {fact} is not a fact of {concept}") from error
    days = (end - start).days + 1
    is_fit = days in _FLOW_DAYS if metric in FLOWS else start == end
    return ((metric, start, end) if is_fit and value.is_finite() else None), telling


def _versions(tellings: Sequence[_Telling]) -> Iterator[_Telling]:
    """The first statement, and each later one that says otherwise by as good a concept or better.

    A later report may repeat only a part of it (contract revenue out of all revenue): a worse
    concept never replaces a better one.
    """
    said: Decimal | None = None
    best = len(CONCEPTS)
    for telling in sorted(tellings):
        if telling.rank <= best and telling.value != said:
            said, best = telling.value, telling.rank
            yield telling


def _figure(item: RawItem, key: _Key, telling: _Telling) -> Figure:
    metric, start, end = key
    cik = str(int(item.cik or 0))
    kind = _kind(metric, start, end, telling.form)
    identity = (cik, str(metric), str(start), str(end), telling.accession, str(telling.value))
    folder = telling.accession.replace("-", "")
    return Figure(
        figure_id=content_id("fact", *identity),
        entity_id=f"cik:{cik}",
        metric=str(metric),
        kind=kind,
        period=_label(start, end),
        period_start=PartialDate(str(start)),
        period_end=PartialDate(str(end)),
        value_usd=telling.value,
        known_on=PartialDate(str(telling.filed)),
        url=f"https://www.sec.gov/Archives/edgar/data/{cik}/{folder}/",
        accession=telling.accession,
        verification=Verification.OPENED,
        note=f"{telling.concept} of the {telling.form}, as tagged by the company",
    )


def _kind(metric: Metric, start: dt.date, end: dt.date, form: str) -> FigureKind:
    """Audited in an annual report: the year's flows, and balances it states."""
    is_annual = form.removesuffix("/A") in _ANNUAL
    is_whole = metric not in FLOWS or (end - start).days + 1 in _FULL_YEAR
    return FigureKind.AUDITED if is_annual and is_whole else FigureKind.REPORTED


def _label(start: dt.date, end: dt.date) -> str:
    """The period in words, as a reader of a table wants them.

    >>> _label(dt.date(2026, 1, 26), dt.date(2026, 4, 26))
    '3 months to 2026-04-26'
    """
    days = (end - start).days + 1
    if days == 1:
        return str(end)
    return f"year to {end}" if days in _FULL_YEAR else f"{round(days / 30.4)} months to {end}"


def _issue(item: RawItem, severity: Severity, code: str, message: str, advice: str) -> Issue:
    return Issue(
        stage="parse",
        severity=severity,
        code=code,
        where=item.path,
        message=message,
        advice=advice,
    )
