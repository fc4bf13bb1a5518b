"""A chat model behind an OpenAI-compatible address: one question, one answer, or one reason.

Lives here: POST ``<address>/chat/completions`` and the shape of its answer. Not here: what is asked
and what is believed (`extract.asking`), keeping answers (`kept_chat`).

The address is the user's own, so a server on this machine is as good as any. Nothing follows a
redirect: words and key go where the user said and nowhere else. The key comes as an argument, is
sent in one header, and stands in no message, no record and no file.
"""

import json
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import requests

from graphbuild.errors import SettingsError
from graphbuild.records.asking import Answer, Question
from graphbuild.sources.bodies import Cause, Pace, RequestError, read_body
from graphbuild.sources.statuses import refuse_status

_LARGEST = 1_000_000
_FAILURES_BORNE = 3


class ChatModel:
    """One model at one address; after some failures in a row it is not asked again.

    Parameters
    ----------
    url : up to and with the version: "http://127.0.0.1:8080/v1".
    model : its name, as the server knows it.
    key : sent as a bearer token where it is not empty.
    timeout_s : for one answer, from the first byte sent to the last one read.

    Raises
    ------
    SettingsError
        the address is none, or would send the key without TLS to another machine.
    """

    def __init__(self, url: str, model: str, key: str = "", timeout_s: float = 60.0) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise SettingsError(
                f"model_url = {url!r}: not an address; write http://127.0.0.1:8080/v1 or https://..."
            )
        is_own = parts.hostname in {"127.0.0.1", "::1", "localhost"}
        if key and parts.scheme == "http" and not is_own:
            raise SettingsError(f"model_url = {url!r}: a key goes only over https, or to localhost")
        if not model:
            raise SettingsError("model_name is empty; name the model as its server knows it")
        self.model = model
        self._url = url.rstrip("/") + "/chat/completions"
        self._timeout_s = timeout_s
        self._failures = 0
        self._session = requests.Session()
        self._session.trust_env = False  # no proxy and no .netrc sees words or key
        self._session.headers["Accept-Encoding"] = "identity"
        if key:
            self._session.headers["Authorization"] = f"Bearer {key}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()

    def ask(self, question: Question) -> Answer:
        """The model's answer.

        Raises
        ------
        RequestError
            none came, or what came is no answer.
        """
        if self._failures >= _FAILURES_BORNE:
            raise RequestError(Cause.NOT_TRIED, self._url, "not asked: it failed too often before")
        try:
            answer = self._answer(self._send(question))
        except RequestError:
            self._failures += 1
            raise
        self._failures = 0
        return answer

    def _send(self, question: Question) -> bytes:
        body = {
            "model": self.model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
        }
        pace = Pace(grace_s=self._timeout_s, bytes_per_second=float("inf"))
        try:
            response = self._session.post(
                self._url,
                json=body,
                stream=True,
                allow_redirects=False,
                timeout=(min(self._timeout_s, 10.0), self._timeout_s),
            )
        except requests.Timeout as error:
            raise RequestError(Cause.TOO_SLOW, self._url, "no answer in time") from error
        except (requests.RequestException, OSError, UnicodeError) as error:
            name = type(error).__name__
            raise RequestError(Cause.NETWORK, self._url, f"no answer: {name}") from error
        with response:
            if 300 <= response.status_code < 400:
                message = f"status {response.status_code}: a redirect, which is not followed"
                raise RequestError(Cause.FORBIDDEN, self._url, message)
            refuse_status(response, pace)
            return b"".join(read_body(response, _LARGEST, pace))

    def _answer(self, content: bytes) -> Answer:
        try:
            said: Any = json.loads(content)
            text = said["choices"][0]["message"]["content"]
        except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
            message = "no chat completion in JSON"
            raise RequestError(Cause.NOT_THE_DOCUMENT, self._url, message) from error
        if not isinstance(text, str):
            message = "a chat completion without text"
            raise RequestError(Cause.NOT_THE_DOCUMENT, self._url, message)
        usage = said.get("usage")
        usage = usage if isinstance(usage, dict) else {}
        return Answer(
            text=text,
            tokens_in=_count(usage.get("prompt_tokens")),
            tokens_out=_count(usage.get("completion_tokens")),
        )


def _count(value: object) -> int | None:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and value >= 0 else None
