"""The answers that README shows: `filled` runs its commands again.

``python -m tests.readme_samples`` rewrites README.md from the bundled tables.
"""

import datetime as dt
import re
import shlex
import tempfile
from pathlib import Path

from click.testing import CliRunner

from graphbuild.cli import group
from graphbuild.rebuild.run import rebuild
from graphbuild.settings import load_settings
from graphbuild.workspace import Workspace

README = Path(__file__).resolve().parent.parent / "README.md"
WIDTH = 112
_SAMPLE = re.compile(
    r"(?<=```text\n)\$ graphbuild (?P<asked>[^\n]+)\n(?P<told>.*?)(?=\n```)", re.DOTALL
)
_SNAPSHOT = re.compile(r"(?<=^snapshot )[0-9a-f]{12}", re.MULTILINE)


def built(root: Path) -> Path:
    """A workspace with a snapshot of the bundled tables."""
    now = dt.datetime(2026, 10, 9, tzinfo=dt.UTC)
    rebuild(Workspace(root), load_settings(root, {}), now, [])
    return root


def filled(text: str, root: Path) -> str:
    """The text with every sample answered anew; snapshot ids, which tell code and data, stay."""

    def answered(sample: re.Match[str]) -> str:
        asked = [*shlex.split(sample["asked"]), "--workspace", str(root)]
        result = CliRunner().invoke(group, asked, env={"COLUMNS": str(WIDTH)})
        assert result.exit_code == 0, result.output
        told = "\n".join(line.rstrip() for line in result.stdout.rstrip().splitlines())
        ids = _SNAPSHOT.findall(sample["told"]) or ["0" * 12]
        return f"$ graphbuild {sample['asked']}\n{_SNAPSHOT.sub(ids[0], told)}"

    return _SAMPLE.sub(answered, text)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(filled(README.read_text("utf-8"), built(Path(folder))), "utf-8")
