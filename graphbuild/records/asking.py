"""What passes between a language model and those who ask it: one question, one answer.

Not here: sending it (`sources.chat`), what is asked and what of the answer is believed
(`extract.asking`).
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Two texts for a chat model, and what the answer may be kept under.

    Parameters
    ----------
    document_sha256 : of the bytes the question is about.
    prompt : name and version of the wording; another one asks again.
    system : what the model is to do; ours.
    user : what it is to do it with; words of a document, data and nothing else.
    """

    document_sha256: str
    prompt: str
    system: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model said.

    Parameters
    ----------
    tokens_in, tokens_out : as the server reports them; ``None`` where it does not.
    is_kept : it was given before; nothing was sent.
    """

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None
    is_kept: bool = False


Ask = Callable[[Question], Answer]
"""Raises `errors.FetchError` where there is no answer."""
