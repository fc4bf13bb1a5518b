import errno
import os

import click
import pytest

from graphbuild.cli.boundary import EXPECTED, UNEXPECTED, run_guarded
from graphbuild.errors import GraphbuildError


def ended(error: BaseException, capsys) -> tuple[int, str]:
    @click.command()
    def command() -> None:
        raise error

    code = run_guarded(click.Command("x", callback=command.callback, params=[]))
    return code, capsys.readouterr().err


@pytest.fixture(autouse=True)
def _no_arguments(monkeypatch):
    monkeypatch.setattr("sys.argv", ["graphbuild"])


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.ENOTDIR])
def test_what_the_machine_refuses_names_the_place_and_what_to_do(number, capsys):
    code, told = ended(OSError(number, os.strerror(number), "/there/outputs"), capsys)
    assert code == EXPECTED
    assert told.startswith(f"graphbuild: /there/outputs: {os.strerror(number)}; ")
    assert "unexpected" not in told


def test_an_error_of_the_system_without_a_place_is_ours(capsys):
    code, told = ended(OSError(errno.EACCES, "no"), capsys)
    assert code == UNEXPECTED
    assert "the details are in" in told


def test_an_expected_failure_is_one_line(capsys):
    assert ended(GraphbuildError("what; do this"), capsys) == (
        EXPECTED,
        "graphbuild: what; do this\n",
    )


def test_interrupting_is_told_in_one_word(capsys):
    code, told = ended(KeyboardInterrupt(), capsys)
    assert (code, told.strip()) == (130, "interrupted")


def test_a_full_disk_behind_standard_output_is_told(capsys):
    code, told = ended(OSError(errno.ENOSPC, "full"), capsys)
    assert code == EXPECTED
    assert told.startswith("graphbuild: standard output: ")
