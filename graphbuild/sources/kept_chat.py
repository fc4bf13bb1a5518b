"""Answers of a chat model, kept by what was asked of whom; the folder may be deleted at any time.

An answer is looked for by digest of the document, the prompt, the model and the question, so that
another document, wording or model asks anew. Only answers are kept, never failures.
"""

import hashlib
import json
from pathlib import Path

from graphbuild.records.asking import Answer, Ask, Question
from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.whole_files import replace_file


class KeptChat:
    """Asks once and remembers.

    Parameters
    ----------
    root : ``Workspace.asked``.
    model : its name and address, part of what an answer is kept under.
    ask : who is asked where nothing is kept; ``None`` offline.
    """

    def __init__(self, root: Path, model: str, ask: Ask | None) -> None:
        self._root = root
        self._model = model
        self._ask = ask

    def ask(self, question: Question) -> Answer:
        """The kept answer, else a new one.

        Raises
        ------
        FetchError
            there is none.
        """
        parts = (question.document_sha256, question.prompt, self._model, question.system)
        digest = hashlib.sha256("\x1f".join((*parts, question.user)).encode()).hexdigest()
        path = self._root / f"{digest[:32]}.json"
        kept = _read(path, digest)
        if kept is not None:
            return kept
        if self._ask is None:
            raise RequestError(Cause.NOT_TRIED, self._model, "not asked: offline, no kept answer")
        answer = self._ask(question)
        self._root.mkdir(parents=True, exist_ok=True)
        about = {
            "digest": digest,
            "text": answer.text,
            "tokens_in": answer.tokens_in,
            "tokens_out": answer.tokens_out,
        }
        replace_file(path, json.dumps(about, ensure_ascii=False, indent=1).encode())
        return answer


def _read(path: Path, digest: str) -> Answer | None:
    """A kept answer; ``None`` where there is none or it is damaged."""
    try:
        about = json.loads(path.read_bytes())
        if about["digest"] != digest or not isinstance(about["text"], str):
            return None
        return Answer(
            text=about["text"],
            tokens_in=about["tokens_in"],
            tokens_out=about["tokens_out"],
            is_kept=True,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
