"""The optional language model of a run: opened from the settings, and told about afterwards.

The key is read from the environment here, handed to the connection, and kept nowhere.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graphbuild.records.asking import Ask
from graphbuild.settings import MODEL_KEY, Settings
from graphbuild.workspace import Workspace

if TYPE_CHECKING:
    from graphbuild.rebuild.asking import Tally


@contextmanager
def opened_model(
    workspace: Workspace, settings: Settings, *, offline: bool = False
) -> Iterator[Ask | None]:
    """The settings' model with its kept answers; ``None`` where the settings name none.

    Parameters
    ----------
    offline : only kept answers; nothing is sent.

    Raises
    ------
    SettingsError
        an address that is none, or a model without a name.
    """
    if not settings.model_url:
        yield None
        return
    from graphbuild.sources.chat import ChatModel
    from graphbuild.sources.kept_chat import KeptChat

    key = os.environ.get(MODEL_KEY, "")
    with ChatModel(settings.model_url, settings.model_name, key, settings.model_timeout_s) as model:
        whose = f"{settings.model_url} {settings.model_name}"
        yield KeptChat(workspace.asked, whose, None if offline else model.ask).ask


def model_lines(tally: "Tally", settings: Settings) -> list[str]:
    """What was asked, what it cost, what came of it, for people."""
    cost = tally.cost_usd(settings.model_price_in_usd, settings.model_price_out_usd)
    price = "cost unknown: no price set, or no count" if cost is None else f"{cost:.4f} US dollars"
    uncounted = f" ({tally.uncounted} answers without a count)" if tally.uncounted else ""
    asked = f"{tally.sent} questions sent, {tally.kept} answers kept from before"
    refused = sum(tally.refused.values())
    lines = [
        f"language model {settings.model_name}: {asked}, {tally.unanswered} unanswered",
        f"  {tally.tokens_in:,} tokens in, {tally.tokens_out:,} out{uncounted}; {price}",
        f"  {tally.claims} claims proposed (see 'graphbuild review'), {refused} not believed",
    ]
    lines += [f"    {number} x {reason}" for reason, number in sorted(tally.refused.items())]
    if tally.not_asked:
        lines.append(f"  {tally.not_asked} sentences not asked about: model_calls is reached")
    return lines
