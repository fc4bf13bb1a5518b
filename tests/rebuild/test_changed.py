from dataclasses import replace

from graphbuild.rebuild.changed import changes_since, changes_table
from graphbuild.rebuild.world import open_world
from graphbuild.records.claim import Status
from tests.rebuild.worlds import build, small_world


def test_each_deal_is_told_once_with_what_happened(tmp_path):
    workspace = small_world(tmp_path / "w")
    build(workspace)
    deals = open_world(workspace).contents.deals
    one, two, three, *rest = sorted(deals, key=lambda deal: deal.deal_id)
    before = (replace(one, status=Status.RUMOURED), two, three, *rest)
    after = (one, replace(two, status=Status.TERMINATED), *rest)
    table = changes_table(before, after)
    said = {row["deal_id"]: (row["change"], row["words"]) for row in table.to_dict("records")}
    assert said[one.deal_id] == ("changed", f"rumoured → {one.status}")
    assert said[two.deal_id] == ("ended", f"{two.status} → terminated")
    assert said[three.deal_id][0] == "gone"
    assert len(said) == 3
    assert list(changes_table((), deals)["change"]) == ["new"] * len(deals)


def test_the_snapshot_before_is_the_last_of_other_inputs(tmp_path):
    workspace = small_world(tmp_path / "w")
    assert changes_since(workspace, "0" * 12, ()) == {}
    first = build(workspace)
    build(workspace, minutes=1, is_forced=True)
    world = open_world(workspace)
    assert changes_since(workspace, world.digest, world.contents.deals) == {}
    assert changes_since(workspace, "0" * 12, world.contents.deals)["changes"].empty
    assert "first snapshot" in (first.folder / "maps" / "changes.html").read_text("utf-8")


def test_a_ledger_that_cannot_be_read_is_passed_over(tmp_path):
    workspace = small_world(tmp_path / "w")
    first = build(workspace)
    (first.folder / "ledger.sqlite").write_bytes(b"not a ledger")
    assert changes_since(workspace, "0" * 12, ()) == {}
