"""The one place where errors become words and exit codes.

0 done; 1 expected failure, told in one line; 2 wrong usage; 3 published, but a source was down; 4
unexpected: the traceback goes to a file that can be attached to a report; 130 interrupted.
"""

import errno
import os
import sys
import tempfile
import traceback
from pathlib import Path

import click

from graphbuild.errors import GraphbuildError

_RIGHTS = "give this user the right to it, or name another folder"
_OF_THE_MACHINE: dict[int, str] = {
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "name a folder on a disk that can be written",
    errno.ENOSPC: "free some space and run again",
    errno.EDQUOT: "free some space and run again",
    errno.ENOTDIR: "part of the path is a file; move it away or name another folder",
    errno.EISDIR: "this is a folder; name a file",
}
"""What the operating system may refuse, and what to do."""
EXPECTED, USAGE, PARTIAL, UNEXPECTED, INTERRUPTED = 1, 2, 3, 4, 130


def run_guarded(command: click.Command) -> int:
    """Run the command line and return its exit code."""
    try:
        result = command.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        print("interrupted", file=sys.stderr)
        return INTERRUPTED
    except GraphbuildError as error:
        print(f"graphbuild: {error}", file=sys.stderr)
        return EXPECTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output, such as head, has seen enough; click ends in SystemExit then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _refused(error)
    except Exception:  # noqa: BLE001 - the boundary: nothing may end in a bare traceback
        return _unexpected()
    return result if isinstance(result, int) else 0


def _refused(error: OSError) -> int:
    """What the machine refuses a person can mend; any other error of the system is ours."""
    place = error.filename2 or error.filename
    if place is None and error.errno == errno.ENOSPC:
        place = "standard output"
    if error.errno not in _OF_THE_MACHINE or place is None:
        return _unexpected()
    print(
        f"graphbuild: {place}: {os.strerror(error.errno)}; {_OF_THE_MACHINE[error.errno]}",
        file=sys.stderr,
    )
    return EXPECTED


def _unexpected() -> int:
    descriptor, name = tempfile.mkstemp(prefix="graphbuild-error-", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        traceback.print_exc(file=stream)
    last = traceback.format_exc().strip().splitlines()[-1]
    print(f"graphbuild: unexpected: {last}; the details are in {Path(name)}", file=sys.stderr)
    return UNEXPECTED
