"""A reader in another process asks again and again while snapshots are published."""

import subprocess
import sys

from tests.rebuild.worlds import build, small_world

_READER = """
import sys
from pathlib import Path
from graphbuild.rebuild.world import open_world
from graphbuild.workspace import Workspace
workspace, stop = Workspace(Path(sys.argv[1])), Path(sys.argv[2])
seen = []
print("ready", flush=True)
while not stop.exists():
    world = open_world(workspace)
    if world.digest not in seen:
        seen.append(world.digest)
    assert len(world.contents.deals) > 5
print(" ".join(seen))
"""


def test_a_reader_is_never_blocked_and_sees_whole_snapshots_only(tmp_path):
    workspace = small_world(tmp_path / "w")
    digests = [build(workspace, documents=False).digest[:12]]
    stop = tmp_path / "stop"
    command = [sys.executable, "-c", _READER, str(workspace.root), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
        note = workspace.curated / "ignored.csv"
        for minutes in (1, 2):
            line = f"figure {minutes},,made for this test,,2026-01-01\n"
            note.write_text(note.read_text("utf-8") + line, encoding="utf-8")
            digests.append(build(workspace, minutes=minutes, documents=False).digest[:12])
        stop.write_text("now", encoding="utf-8")
        told, _ = reader.communicate(timeout=60)
        assert reader.returncode == 0
    seen = told.split()
    assert seen == [digest for digest in digests if digest in seen]
    assert seen[0] == digests[0]
