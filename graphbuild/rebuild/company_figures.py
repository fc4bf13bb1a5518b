"""Figures of a company from its own accounts, as EDGAR's ``companyfacts`` lists them.

Lives here: which concept of the accounts is which metric, and which of the many tellings of one
figure are kept. A balance stands at a date, a flow belongs to its period; what a later filing
restated is another figure, known later. Not here: the shape of the bytes (`sources.edgar_facts`),
figures entered by people (`curated`), which go before these.
"""

import datetime as dt
from collections import Counter
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
_RETELLINGS = frozenset({"DEF 14A", "DEFA14A", "PRE 14A", "ARS", "11-K"})
"""Forms that repeat figures of the accounts, rounded."""
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

    Figures in other currencies than US dollars, and those whose days cannot be right, are left out
    and counted in an issue.
    """
    try:
        told, left_out = _tellings(item.content)
    except FetchError as error:
        what = _issue(item, Severity.ERROR, "unreadable", str(error), "fetch it again")
        return (), (what,)
    newest = max((end for _, _, end in told), default=dt.date.min)
    figures = [
        _figure(item, key, telling, kind)
        for key in sorted(told)
        if (newest - key[2]).days <= _YEARS_BACK * 366
        for telling, kind in _versions(key, told[key])
    ]
    issues = [
        _issue(item, Severity.NOTICE, code, f"{count} figures {_WHY[code]}", _TODO[code])
        for code, count in sorted(left_out.items())
    ]
    return tuple(figures), tuple(issues)


_WHY = {
    "foreign-figures": "are not in US dollars and were left out",
    "impossible-figures": "have days or values that cannot be right and were left out",
}
_TODO = {
    "foreign-figures": "enter those that matter in fundamentals.csv, with a dated rate",
    "impossible-figures": "nothing, unless one is missed: then enter it in fundamentals.csv",
}


def merge_figures(
    curated: Sequence[Figure], read: Iterable[Figure], entities: Collection[Entity]
) -> tuple[Figure, ...]:
    """Curated figures, then those read of companies we know, each once.

    From the day it is known, a curated figure of the same metric and days goes before what the
    accounts say: a person has written down what is in it. An estimate, a figure without a public
    source and a part that one counterparty owes go before nothing.
    """
    owners = {str(int(e.cik)): e.entity_id for e in entities if e.cik}
    taken: dict[tuple[str, ...], int] = {}
    for figure in filter(_is_stated, curated):
        identity = _identity(figure.entity_id, figure)
        taken[identity] = min(taken.get(identity, _known(figure)), _known(figure))
    added: dict[str, Figure] = {}
    for figure in read:
        owner = owners.get(figure.entity_id.removeprefix("cik:"))
        if owner is None:
            continue
        since = taken.get(_identity(owner, figure))
        if since is None or _known(figure) < since:
            added[figure.figure_id] = replace(figure, entity_id=owner)
    return (*curated, *(added[key] for key in sorted(added)))


def _is_stated(figure: Figure) -> bool:
    return (
        figure.kind in (FigureKind.AUDITED, FigureKind.REPORTED)
        and figure.verification is not Verification.SECONDARY
        and figure.counterparty is None
        and figure.value_usd is not None
    )


def _identity(owner: str, figure: Figure) -> tuple[str, ...]:
    days = (figure.period_start, figure.period_end)
    return (owner, figure.metric, *(str(day.last_day()) if day else "" for day in days))


def _known(figure: Figure) -> int:
    return figure.known_on.last_day().toordinal() if figure.known_on else dt.date.max.toordinal()


def _tellings(content: bytes) -> tuple[dict[_Key, list[_Telling]], Counter[str]]:
    """All statements by metric and period, and how many were left out for what reason."""
    ranks = {
        name: (metric, rank)
        for metric, names in CONCEPTS.items()
        for rank, name in enumerate(names)
    }
    told: dict[_Key, list[_Telling]] = {}
    left_out: Counter[str] = Counter()
    for taxonomy, concept, unit, fact in iter_facts(content):
        if taxonomy not in _TAXONOMIES or concept not in ranks:
            continue
        if unit != "USD":
            left_out["foreign-figures"] += 1
            continue
        metric, rank = ranks[concept]
        try:
            start, end, telling = _telling(rank, concept, fact)
        except (KeyError, TypeError, ValueError, InvalidOperation):
            left_out["impossible-figures"] += 1
            continue
        days = (end - start).days + 1
        is_fit = days in _FLOW_DAYS if metric in FLOWS else start == end
        if is_fit and telling.form.removesuffix("/A") not in _RETELLINGS:
            told.setdefault((metric, start, end), []).append(telling)
    return told, left_out


def _telling(rank: int, concept: str, fact: Mapping[str, Any]) -> tuple[dt.date, dt.date, _Telling]:
    """Start, end and what was said of it.

    Raises
    ------
    KeyError, TypeError, ValueError, InvalidOperation
        another shape, a day after the filing, or a value that is no number.
    """
    end = dt.date.fromisoformat(fact["end"])
    start = dt.date.fromisoformat(fact["start"]) if "start" in fact else end
    filed = dt.date.fromisoformat(fact["filed"])
    value = Decimal(str(fact["val"]))
    if not start <= end <= filed or not value.is_finite():
        raise ValueError(f"{start} to {end}, filed {filed}: {value}")
    telling = _Telling(
        filed=filed,
        rank=rank,
        accession=str(fact["accn"]),
        form=str(fact["form"]),
        concept=concept,
        value=value,
    )
    return start, end, telling


def _versions(key: _Key, tellings: Sequence[_Telling]) -> Iterator[tuple[_Telling, FigureKind]]:
    """The first statement, and each later one that says otherwise by as good a concept or better.

    A later report may repeat only a part of it (contract revenue out of all revenue): a worse
    concept never replaces a better one. Nor does a round number of prose replace a figure of the
    statements. What replaces an audited figure ranks as it did; an annual report that repeats a
    figure makes it audited from then on.
    """
    said: Decimal | None = None
    kind: FigureKind | None = None
    best = len(CONCEPTS)
    for telling in sorted(tellings):
        if telling.rank > best or (said is not None and _is_rounder(telling.value, said)):
            continue
        own = _kind(*key, telling.form)
        better = FigureKind.AUDITED if FigureKind.AUDITED in (own, kind) else own
        if telling.value != said or better is not kind:
            said, kind, best = telling.value, better, telling.rank
            yield telling, better


def _is_rounder(value: Decimal, than: Decimal) -> bool:
    """Whether a number is another one, told at least three digits more coarsely."""
    return value != than and _grain(value) >= _grain(than) + 3


def _grain(value: Decimal) -> int:
    """How many zeros a whole number ends in.

    >>> _grain(Decimal("13000000000")), _grain(Decimal("14862000000"))
    (9, 6)
    """
    digits = str(abs(int(value)))
    return len(digits) - len(digits.rstrip("0"))


def _figure(item: RawItem, key: _Key, telling: _Telling, kind: FigureKind) -> Figure:
    metric, start, end = key
    cik = str(int(item.cik or 0))
    days = (str(metric), str(start), str(end))
    folder = telling.accession.replace("-", "")
    return Figure(
        figure_id=content_id("fact", cik, *days, telling.accession, str(telling.value), kind),
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
