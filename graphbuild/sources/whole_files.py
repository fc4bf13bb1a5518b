"""Writing a file whole or not at all, whatever other processes do at the same time.

Not here: where files lie (`archive`, `kept`, `kept_chat`).
"""

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """The file with this content; where that fails, the file as it was and nothing beside it."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
