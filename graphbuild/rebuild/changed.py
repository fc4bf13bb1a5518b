"""Deals that differ from the snapshot before, as a table for the map of changes.

Which snapshot that is says `before`. The words for people who read text are in `changes`.
"""

from collections.abc import Iterable

import pandas as pd

from graphbuild.rebuild.before import contents_before
from graphbuild.rebuild.changes import amount_words, differences
from graphbuild.records.claim import ENDED
from graphbuild.records.deal import Deal
from graphbuild.workspace import Workspace

COLUMNS = ("deal_id", "change", "title", "words")


def changes_since(
    workspace: Workspace, digest: str, after: Iterable[Deal]
) -> "dict[str, pd.DataFrame]":
    """The table "changes" under that name; nothing where no snapshot of other inputs is kept.

    Parameters
    ----------
    digest : of the inputs `after` was built from, or its first characters.
    """
    before = contents_before(workspace, digest)
    return {} if before is None else {"changes": changes_table(before.deals, after)}


def changes_table(before: Iterable[Deal], after: Iterable[Deal]) -> pd.DataFrame:
    """One row for each deal that is "new", "changed", "ended" or "gone", by kind and id."""
    old = {deal.deal_id: deal for deal in before}
    new = {deal.deal_id: deal for deal in after}
    rows = [
        (key, "new", new[key].title, f"{amount_words(new[key].amount)}, {new[key].status}")
        for key in sorted(new.keys() - old.keys())
    ]
    for key in sorted(old.keys() & new.keys()):
        is_ended = new[key].status in ENDED and old[key].status not in ENDED
        said = "; ".join(f"{was} → {now}" for was, now in differences(old[key], new[key]))
        if said:
            rows.append((key, "ended" if is_ended else "changed", new[key].title, said))
    gone = sorted(old.keys() - new.keys())
    rows += [(key, "gone", old[key].title, "no longer among the inputs") for key in gone]
    return pd.DataFrame(rows, columns=list(COLUMNS))
