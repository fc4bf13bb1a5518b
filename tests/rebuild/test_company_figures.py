"""Figures of a company's own accounts: which are taken, when they were known, whose they are."""

import dataclasses
import json
from decimal import Decimal

import pytest

from graphbuild.curated.loading import load_curated
from graphbuild.rebuild.company_figures import KIND, merge_figures, read_company_figures
from graphbuild.rebuild.fetch_report import State
from graphbuild.rebuild.fetching_facts import fetch_facts
from graphbuild.rebuild.read_item import read_item
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.world import open_world
from graphbuild.records.claim import Verification
from graphbuild.records.document import RawItem
from graphbuild.records.entity import Entity, EntityKind
from graphbuild.records.figure import FigureKind
from graphbuild.records.period import PartialDate
from graphbuild.scores.base import Anchors
from graphbuild.settings import Settings
from graphbuild.sources import Archive
from tests.fixtures.edgar import Fault
from tests.fixtures.edgar.fetcher import PATIENT, settings, wish
from tests.rebuild.worlds import NOW, small_world


def _fact(value, end, filed, start=None, form="10-Q", number=1):
    told = {"end": end, "val": value, "accn": f"0009000002-26-{number:06}", "form": form}
    return {**told, "filed": filed, **({"start": start} if start else {})}


def _facts(concepts, unit="USD", taxonomy="us-gaap"):
    told = {name: {"units": {unit: facts}} for name, facts in concepts.items()}
    whole = {"cik": 9000002, "entityName": "Harbor Compute", "facts": {taxonomy: told}}
    return json.dumps(whole).encode()


def _read(content, cik="9000002"):
    item = RawItem(path="facts.json", kind=KIND, content=content, sha256="0", cik=cik)
    return read_company_figures(item)


def _told(figures):
    return [(f.metric, f.period, f.value_usd, str(f.known_on), f.kind) for f in figures]


def test_balances_and_flows_are_taken_with_their_days_and_their_filing():
    figures, issues = _read(
        _facts(
            {
                "Revenues": [
                    _fact(400, "2025-12-31", "2026-02-20", "2025-01-01", "10-K"),
                    _fact(90, "2026-03-31", "2026-05-01", "2026-01-01"),
                    _fact(5, "2026-03-31", "2026-05-01", "2026-03-01"),
                ],
                "Assets": [_fact(1000, "2025-12-31", "2026-02-20", form="10-K")],
                "StockholdersEquity": [_fact(-7, "2026-03-31", "2026-05-01")],
                "GoodwillImpaired": [_fact(3, "2026-03-31", "2026-05-01")],
            }
        )
    )
    assert issues == ()
    assert _told(figures) == [
        ("equity", "2026-03-31", Decimal(-7), "2026-05-01", FigureKind.REPORTED),
        ("revenue", "year to 2025-12-31", Decimal(400), "2026-02-20", FigureKind.AUDITED),
        ("revenue", "3 months to 2026-03-31", Decimal(90), "2026-05-01", FigureKind.REPORTED),
        ("total_assets", "2025-12-31", Decimal(1000), "2026-02-20", FigureKind.AUDITED),
    ]
    assert figures[0].url == "https://www.sec.gov/Archives/edgar/data/9000002/000900000226000001/"
    assert figures[0].entity_id == "cik:9000002"


def test_a_restated_figure_is_another_one_known_later():
    year = {"end": "2025-12-31", "start": "2025-01-01"}
    figures, _ = _read(
        _facts(
            {
                "Revenues": [
                    _fact(400, filed="2026-02-20", form="10-K", **year),
                    _fact(400, filed="2026-05-01", number=2, **year),
                    _fact(390, filed="2026-08-01", form="10-K/A", number=3, **year),
                ]
            }
        )
    )
    assert [(f.value_usd, str(f.known_on)) for f in figures] == [
        (400, "2026-02-20"),
        (390, "2026-08-01"),
    ]


def test_what_replaces_an_audited_figure_ranks_as_it_did():
    year = {"end": "2025-12-31", "start": "2025-01-01"}
    recast, _ = _read(
        _facts(
            {
                "Revenues": [
                    _fact(411, filed="2026-02-20", form="10-K", **year),
                    _fact(391, filed="2026-09-01", form="8-K", number=2, **year),
                ]
            }
        )
    )
    assert [(f.value_usd, f.kind) for f in recast] == [
        (411, FigureKind.AUDITED),
        (391, FigureKind.AUDITED),
    ]
    listed_first, _ = _read(
        _facts(
            {
                "Revenues": [
                    _fact(411, filed="2026-02-20", form="S-1", **year),
                    _fact(411, filed="2026-03-20", form="10-K", number=2, **year),
                ]
            }
        )
    )
    assert [(f.kind, str(f.known_on)) for f in listed_first] == [
        (FigureKind.REPORTED, "2026-02-20"),
        (FigureKind.AUDITED, "2026-03-20"),
    ]


def test_a_round_number_of_prose_restates_nothing():
    day = "2025-12-31"
    figures, _ = _read(
        _facts(
            {
                "LongTermDebt": [
                    _fact(14_862_000_000, day, "2026-02-20", form="10-K"),
                    _fact(13_000_000_000, day, "2027-02-20", form="10-K", number=2),
                    _fact(14_861_000_000, day, "2027-03-20", form="10-K/A", number=3),
                ],
                "NetIncomeLoss": [
                    _fact(5_123_456, day, "2026-02-20", "2025-01-01", form="10-K"),
                    _fact(5_000_000, day, "2026-04-20", "2025-01-01", form="DEF 14A", number=4),
                ],
            }
        )
    )
    assert [(f.metric, f.value_usd) for f in figures] == [
        ("net_income", 5_123_456),
        ("total_debt", 14_862_000_000),
        ("total_debt", 14_861_000_000),
    ]


def test_one_mistyped_fact_is_left_out_and_the_others_stay():
    figures, issues = _read(
        _facts(
            {
                "Assets": [
                    _fact(10, "2025-12-31", "2026-02-20"),
                    _fact(11, "2205-12-31", "2026-02-20"),
                    _fact(None, "2025-12-31", "2026-02-20"),
                    {"end": "2025-12-31"},
                ]
            }
        )
    )
    assert [f.value_usd for f in figures] == [10]
    assert [i.code for i in issues] == ["impossible-figures"]
    assert "3 figures" in issues[0].message


def test_a_part_told_later_does_not_replace_the_whole_and_a_better_concept_does():
    year = {"end": "2025-12-31", "start": "2025-01-01"}
    part = "RevenueFromContractWithCustomerExcludingAssessedTax"
    whole_first, _ = _read(
        _facts(
            {
                "Revenues": [_fact(400, filed="2026-02-20", **year)],
                part: [
                    _fact(300, filed="2026-02-20", **year),
                    _fact(300, filed="2026-05-01", number=2, **year),
                ],
            }
        )
    )
    assert [f.value_usd for f in whole_first] == [400]
    part_first, _ = _read(
        _facts(
            {
                part: [_fact(300, filed="2026-02-20", **year)],
                "Revenues": [_fact(400, filed="2026-05-01", number=2, **year)],
            }
        )
    )
    assert [(f.value_usd, str(f.known_on)) for f in part_first] == [
        (300, "2026-02-20"),
        (400, "2026-05-01"),
    ]


def test_other_currencies_and_old_periods_are_left_out_and_the_first_said():
    figures, issues = _read(
        _facts({"Assets": [_fact(9, "2025-12-31", "2026-02-20")]}, unit="EUR", taxonomy="ifrs-full")
    )
    assert figures == ()
    assert issues[0].code == "foreign-figures"
    assert "1 figures are not in US dollars" in issues[0].message
    figures, _ = _read(
        _facts(
            {
                "Assets": [
                    _fact(9, "2019-12-31", "2020-02-20"),
                    _fact(10, "2025-12-31", "2026-02-20"),
                ]
            }
        )
    )
    assert [f.value_usd for f in figures] == [10]


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"facts": 3}'])
def test_bytes_of_another_shape_are_one_issue_and_no_figure(content):
    figures, issues = _read(content)
    assert figures == ()
    assert [i.code for i in issues] == ["unreadable"]


def test_a_persons_figure_goes_before_the_accounts_and_strangers_are_left_out():
    figures, _ = _read(
        _facts(
            {
                "Assets": [
                    _fact(1000, "2025-12-31", "2026-02-20"),
                    _fact(1100, "2026-03-31", "2026-05-01"),
                ]
            }
        )
    )
    harbor = Entity(entity_id="harbor", name="Harbor", kind=EntityKind.NEOCLOUD, cik="0009000002")
    written = [f for f in merge_figures((), figures, [harbor]) if f.period == "2025-12-31"]
    by_hand = [dataclasses.replace(figure, figure_id="hand") for figure in written]
    merged = merge_figures(by_hand, figures, [harbor])
    assert [f.figure_id for f in merged].count("hand") == 1
    assert [(f.entity_id, f.value_usd) for f in merged] == [("harbor", 1000), ("harbor", 1100)]
    assert merge_figures((), figures, []) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"kind": FigureKind.ESTIMATE},
        {"verification": Verification.SECONDARY},
        {"counterparty": "lodestar"},
        {"value_usd": None, "share": Decimal("0.5")},
    ],
)
def test_a_row_that_says_something_else_leaves_the_accounts_alone(change):
    figures, _ = _read(_facts({"Assets": [_fact(1000, "2025-12-31", "2026-02-20")]}))
    harbor = Entity(entity_id="harbor", name="Harbor", kind=EntityKind.NEOCLOUD, cik="9000002")
    (plain,) = merge_figures((), figures, [harbor])
    by_hand = dataclasses.replace(plain, figure_id="hand", **change)
    assert len(merge_figures([by_hand], figures, [harbor])) == 2


def test_what_was_filed_stands_until_the_day_a_persons_row_is_known():
    figures, _ = _read(_facts({"Assets": [_fact(1000, "2025-12-31", "2026-02-20")]}))
    harbor = Entity(entity_id="harbor", name="Harbor", kind=EntityKind.NEOCLOUD, cik="9000002")
    (plain,) = merge_figures((), figures, [harbor])
    later = dataclasses.replace(
        plain, figure_id="hand", value_usd=Decimal(1001), known_on=PartialDate("2026-08-01")
    )
    merged = merge_figures([later], figures, [harbor])
    may, september = (
        Anchors(as_of=PartialDate(day), figures=merged).latest("harbor", "total_assets")
        for day in ("2026-05-01", "2026-09-01")
    )
    assert (may.value_usd, september.value_usd) == (1000, 1001)


def test_a_rebuild_takes_them_from_the_archive_at_their_own_dates(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    content = _facts({"Assets": [_fact(7_000_000, "2026-03-31", "2026-05-01")]})
    edgar.pages["/api/xbrl/companyfacts/CIK0009000002.json"] = ("application/json", content)
    wishes = [wish("9000002", "harbor"), wish("9000002", "harbor"), wish("77", "nobody")]
    report = fetch_facts(world, settings(edgar.url, 500), wishes, manners=PATIENT)
    told = [(o.entity_id, o.state, o.message) for o in report.outcomes]
    assert told == [
        ("nobody", State.UNCHANGED, "EDGAR has no figures of it"),
        ("harbor", State.NEW, ""),
    ]
    assert report.is_complete
    rebuild(world, Settings(anchor="lodestar"), NOW)
    anchors = open_world(world).anchors
    found = anchors.latest("harbor", "total_assets")
    assert (found.value_usd, str(found.known_on)) == (7_000_000, "2026-05-01")
    before = open_world(world, as_of=PartialDate("2026-04-30")).anchors
    assert before.latest("harbor", "total_assets") is None
    again = fetch_facts(world, settings(edgar.url, 500), wishes[:1], manners=PATIENT)
    assert [o.state for o in again.outcomes] == [State.UNCHANGED]
    assert len(list(Archive(world.raw).items())) == 1


def test_a_source_that_is_down_is_a_failure(edgar, tmp_path):
    world = small_world(tmp_path / "w")
    edgar.faults.append(Fault(kind="status", path="companyfacts", value="500"))
    report = fetch_facts(
        world, settings(edgar.url, 500), [wish("9000002", "harbor")], manners=PATIENT
    )
    assert (report.causes(), report.is_complete) == ({"server-error": 1}, False)


@pytest.mark.corpus
def test_real_accounts_say_what_people_entered(corpus, workspace):
    """Every curated figure of these companies' accounts is found, to the dollar in millions."""
    curated = load_curated(workspace)
    owners = {e.cik: e.entity_id for e in curated.entities if e.cik}
    compared = 0
    for path in sorted((corpus / "data-api").glob("companyfacts_CIK*.json")):
        cik = str(int(path.name[16:26]))
        item = RawItem(path=path.name, kind=KIND, content=path.read_bytes(), sha256="0", cik=cik)
        reading = read_item(item, None)
        entered = {
            (f.metric, f.period_start.first_day(), f.period_end.last_day()): f
            for f in curated.figures
            if f.entity_id == owners[cik] and not f.counterparty and f.value_usd is not None
        }
        for figure in reading.figures:
            key = (figure.metric, figure.period_start.first_day(), figure.period_end.last_day())
            if key in entered:
                compared += 1
                assert figure.value_usd == entered[key].value_usd, (path.name, key)
    assert compared >= 30
