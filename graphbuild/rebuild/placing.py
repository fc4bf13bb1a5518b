"""Places of the overview from snapshot to snapshot: ``maps/places.json``, written and read.

The places of the last snapshot of other inputs are an input of the next picture, as its deals are
an input of the map of changes: building the same inputs again keeps the same places.
"""

import json
import logging
from pathlib import Path
from typing import Any

from graphbuild.maps.standing import Standing
from graphbuild.rebuild.before import folders_before
from graphbuild.rebuild.snapshots import read_run_record
from graphbuild.workspace import Workspace

_LOG = logging.getLogger(__name__)
_FILE = Path("maps") / "places.json"


def places_before(workspace: Workspace, digest: str) -> tuple[Standing | None, str]:
    """Places in the last snapshot of other inputs, and its digest; ``None`` where there is none.

    Parameters
    ----------
    digest : of the new snapshot's inputs, or its first characters.
    """
    for folder in folders_before(workspace, digest):
        found = read_places(folder)
        if found is not None:
            return found, str(read_run_record(folder).get("digest", ""))[:12]
    return None, ""


def read_places(folder: Path) -> Standing | None:
    """The places a snapshot keeps; ``None`` where it has none that can be read."""
    try:
        given: Any = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return Standing.from_json(given["overview"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _LOG.warning("%s: places cannot be read, laid out anew: %s", folder / _FILE, error)
        return None


def places_text(standing: Standing, since: str) -> str:
    """What is written for the next snapshot; `since` is the digest these places were kept from."""
    written = {"kept_from": since, "overview": standing.as_json()}
    return json.dumps(written, ensure_ascii=False, indent=0, allow_nan=False) + "\n"
