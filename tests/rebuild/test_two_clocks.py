"""Nothing later shows in an as-of answer; what applied on a day is another question."""

import csv
import shutil
from dataclasses import replace

import pytest

from graphbuild.graph.export import edges_csv, node_link_json
from graphbuild.ledger.writing import write_ledger
from graphbuild.rebuild.effective import effective_on
from graphbuild.rebuild.inputs import Folder
from graphbuild.rebuild.run import rebuild
from graphbuild.rebuild.world import decision_rows, known_by, open_world, world_of
from graphbuild.records.period import PartialDate
from graphbuild.resolve.reconcile import resolve_claims
from graphbuild.resolve.registry import Registry
from graphbuild.settings import load_settings
from tests.rebuild.worlds import DOCUMENTS, NOW, build, small_world


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    found = small_world(tmp_path_factory.mktemp("world") / "w")
    build(found)
    return found


def _ledger(contents, path):
    """The ledger's bytes; the digest names the inputs, which differ on purpose."""
    neutral = replace(contents, meta={**contents.meta, "digest": "-"}, issues=())
    write_ledger(path, neutral)
    return path.read_bytes()


def _dates(world):
    """Every date on which something became known, and the day before."""
    days = {c.known_on.last_day() for c in world.contents.claims if c.known_on}
    return sorted(PartialDate(day.isoformat()) for day in days)


def test_an_as_of_ledger_is_that_of_the_claims_known_by_then_byte_for_byte(workspace, tmp_path):
    world = open_world(workspace)
    dates = _dates(world)
    assert len(dates) > 8
    for number, date in enumerate(dates[:-1]):
        asked = known_by(world.contents, date)
        only = [c for c in world.contents.claims if c.known_on and c.known_on <= date]
        curated = [e for e in world.contents.entities if not e.is_provisional]
        alone = resolve_claims(only, Registry(curated, world.contents.judgements))
        rebuilt = replace(
            asked,
            claims=tuple(only),
            deals=tuple(sorted(alone.deals, key=lambda d: d.deal_id)),
            flows=tuple(sorted(alone.flows, key=lambda f: f.flow_id)),
            entities=alone.entities,
            decisions=decision_rows(alone),
        )
        assert _ledger(asked, tmp_path / f"{number}-asked") == _ledger(
            rebuilt, tmp_path / f"{number}-rebuilt"
        )


def _filtered(root, date: str):
    """The small world of somebody who stopped reading on `date`: no later row, no later file."""
    workspace = small_world(root / "w")
    deals = workspace.curated / "deals.csv"
    with deals.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    kept = [row for row in rows if row["source_date"] <= date]
    for row in kept:
        if row["drawn_as_of"] > date:
            row.update(drawn_or_paid_usd_m="", drawn_measure="", drawn_as_of="")
    with deals.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    expectations = workspace.curated / "expectations.csv"
    expectations.write_text(expectations.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    documents = root / "documents"
    shutil.copytree(DOCUMENTS.path, documents)
    with (documents / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        files = list(csv.DictReader(stream))
    late = [row for row in files if row["filed"] > date]
    for row in late:
        (documents / row["path"]).unlink()
    with (documents / "manifest.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(files[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in files if row not in late)
    rebuild(workspace, load_settings(workspace.root, {}), NOW, [Folder(path=documents)])
    return workspace


@pytest.mark.parametrize("date", ["2026-03-05", "2026-05-15", "2026-08-01"])
def test_a_rebuild_that_stopped_reading_then_gives_the_same_deals_and_graph(
    workspace, tmp_path, date
):
    asked = open_world(workspace, PartialDate(date))
    rebuilt = open_world(_filtered(tmp_path, date), PartialDate(date))
    assert rebuilt.contents.deals == asked.contents.deals
    assert rebuilt.contents.flows == asked.contents.flows
    assert rebuilt.contents.documents == asked.contents.documents
    assert rebuilt.contents.entities == asked.contents.entities
    assert node_link_json(rebuilt.graph) == node_link_json(asked.graph)
    assert edges_csv(rebuilt.graph) == edges_csv(asked.graph)


def test_an_as_of_answer_knows_no_document_of_later(workspace):
    assert open_world(workspace).contents.documents
    assert not open_world(workspace, PartialDate("2026-08-01")).contents.documents


def test_what_applied_on_a_day_is_between_its_start_and_its_end(workspace):
    world = open_world(workspace)
    keys = {key for _, _, key in world.graph.edges(keys=True)}
    on = {}
    for date in ("2026-06-30", "2026-07-31", "2032-01-01"):
        cut = effective_on(world, PartialDate(date)).world.graph
        on[date] = {key for _, _, key in cut.edges(keys=True)}
    assert "summit-lodestar-cloud-2026" in keys - on["2026-06-30"]  # starts in July
    assert "summit-lodestar-cloud-2026" in on["2026-07-31"] & on["2032-01-01"]
    assert "lodestar-harbor-cloud-2026" in on["2026-07-31"] - on["2032-01-01"]  # ends in 2031


def test_flows_without_an_end_are_listed_and_counted(workspace):
    found = effective_on(world_of(open_world(workspace).contents), PartialDate("2039"))
    ends = [data["end"] for _, _, data in found.world.graph.edges(data=True)]
    assert found.open_ended == ends.count(None) > 0
    assert [end for end in ends if end] == ["2041-03-31"]
