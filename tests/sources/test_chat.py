"""A chat model over a real connection: one answer, or one reason; nothing leaks, nothing hangs."""

import time
import traceback

import pytest
import pytest_socket

from graphbuild.errors import SettingsError
from graphbuild.records.asking import Answer, Question
from graphbuild.sources.bodies import Cause, RequestError
from graphbuild.sources.chat import ChatModel
from graphbuild.sources.kept_chat import KeptChat
from tests.fixtures.chat import LocalChat, completion, drip, hang, send

QUESTION = Question(document_sha256="d" * 64, prompt="claims/1", system="be brief", user="{}")
SECRET = "sk-very-secret"


@pytest.fixture(autouse=True)
def _sockets():
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1"])


def ask(chat: LocalChat, key: str = "", timeout_s: float = 2.0) -> Answer:
    with ChatModel(chat.url, "tiny", key, timeout_s) as model:
        return model.ask(QUESTION)


def test_the_question_goes_out_in_the_common_form_and_the_answer_comes_back_with_its_tokens():
    usage = {"prompt_tokens": 70, "completion_tokens": 5, "total_tokens": 75}
    with LocalChat(send(200, completion("hello", usage))) as chat:
        answer = ask(chat, SECRET)
        assert answer == Answer(text="hello", tokens_in=70, tokens_out=5)
        assert chat.paths == ["/v1/chat/completions"]
        assert chat.seen[0]["model"] == "tiny"
        assert chat.seen[0]["temperature"] == 0
        assert chat.seen[0]["messages"] == [
            {"role": "system", "content": "be brief"},
            {"role": "user", "content": "{}"},
        ]
        assert chat.headers[0]["Authorization"] == f"Bearer {SECRET}"


def test_without_a_key_nothing_is_sent_in_its_place(monkeypatch, tmp_path):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password hidden\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with LocalChat(send(200, completion("hello"))) as chat:
        assert ask(chat) == Answer(text="hello")
        assert "Authorization" not in chat.headers[0]


BAD = {
    "an HTML page": (send(200, b"<html><body>Welcome</body></html>"), Cause.NOT_THE_DOCUMENT),
    "nothing": (send(200, b""), Cause.NOT_THE_DOCUMENT),
    "half of a JSON": (send(200, completion("hello")[:20]), Cause.NOT_THE_DOCUMENT),
    "JSON of another form": (send(200, b'{"choices": []}'), Cause.NOT_THE_DOCUMENT),
    "a list": (send(200, b"[1, 2]"), Cause.NOT_THE_DOCUMENT),
    "a choice without text": (
        send(200, b'{"choices": [{"message": {"content": null}}]}'),
        Cause.NOT_THE_DOCUMENT,
    ),
    "very deep JSON": (send(200, b"[" * 200_000), Cause.NOT_THE_DOCUMENT),
    "bytes that are no text": (send(200, b"\xff\xfe\x00"), Cause.NOT_THE_DOCUMENT),
    "too many requests": (send(429, b"slow down", Retry_After="600"), Cause.REFUSED),
    "no such key": (send(401, b"{}"), Cause.NOT_FOUND),
    "a server's error": (send(500, b"oops"), Cause.SERVER),
    "a huge answer": (send(200, b" " * 2_000_000), Cause.TOO_LARGE),
    "a cut answer": (send(200, b" " * 10, Content_Length="5000"), Cause.TRUNCATED),
    "packed unasked": (send(200, b"..", Content_Encoding="br"), Cause.NOT_THE_DOCUMENT),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_comes_is_one_reason_and_no_other_error(name):
    reply, cause = BAD[name]
    with LocalChat(reply) as chat, pytest.raises(RequestError) as caught:
        ask(chat, SECRET, 0.5)
    assert caught.value.cause is cause
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    ("reply", "causes"),
    [(hang(5), {Cause.TOO_SLOW}), (drip(0.05), {Cause.TOO_SLOW, Cause.TRUNCATED})],
)
def test_a_server_that_keeps_one_waiting_is_left(reply, causes):
    with LocalChat(reply) as chat:
        start = time.monotonic()
        with pytest.raises(RequestError) as caught:
            ask(chat, timeout_s=0.4)
        assert time.monotonic() - start < 3
    assert caught.value.cause in causes


def test_a_redirect_is_not_followed_and_the_key_goes_nowhere():
    with LocalChat(send(200, completion("stolen"))) as thief:
        away = send(307, b"", Location=f"{thief.url}/chat/completions")
        with LocalChat(away) as chat, pytest.raises(RequestError, match="not followed"):
            ask(chat, SECRET)
        assert thief.seen == []


def test_nobody_listens():
    with LocalChat(send(200, b"")) as chat:
        url = chat.url
    with ChatModel(url, "tiny", SECRET, 1.0) as model, pytest.raises(RequestError) as caught:
        model.ask(QUESTION)
    assert caught.value.cause is Cause.NETWORK
    assert SECRET not in str(caught.value)


def test_after_three_failures_in_a_row_it_is_left_alone_and_a_success_starts_the_count_anew():
    good = send(200, completion("x"))
    bad = send(500, b"")
    with LocalChat(bad, bad, good, bad, bad, bad) as chat:
        with ChatModel(chat.url, "tiny") as model:
            causes = []
            for _ in range(8):
                try:
                    model.ask(QUESTION)
                    causes.append("answer")
                except RequestError as error:
                    causes.append(str(error.cause))
        assert len(chat.seen) == 6
    server, not_tried = str(Cause.SERVER), str(Cause.NOT_TRIED)
    assert causes == [server, server, "answer", server, server, server, not_tried, not_tried]


@pytest.mark.parametrize("usage", [None, [], {"prompt_tokens": "many"}, {"prompt_tokens": -1}])
def test_tokens_that_are_no_numbers_are_unknown(usage):
    with LocalChat(send(200, completion("x", usage))) as chat:
        assert ask(chat).tokens_in is None


@pytest.mark.parametrize(
    ("url", "model", "key"),
    [
        ("", "m", ""),
        ("ftp://example.org/v1", "m", ""),
        ("http://me:word@example.org/v1", "m", ""),
        ("http://example.org/v1", "m", SECRET),
        ("http://127.0.0.1/v1", "", ""),
    ],
)
def test_an_address_that_cannot_be_used_is_said_at_once(url, model, key):
    with pytest.raises(SettingsError) as caught:
        ChatModel(url, model, key)
    assert SECRET not in str(caught.value)


def test_an_answer_is_kept_by_document_prompt_model_and_words(tmp_path):
    asked = []

    def answer(question: Question) -> Answer:
        asked.append(question)
        return Answer(text=f"answer {len(asked)}", tokens_in=3, tokens_out=1)

    kept = KeptChat(tmp_path / "asked", "tiny", answer)
    assert kept.ask(QUESTION).text == "answer 1"
    again = kept.ask(QUESTION)
    assert (again.text, again.is_kept, again.tokens_in) == ("answer 1", True, 3)
    for other in (
        Question(document_sha256="e" * 64, prompt="claims/1", system="be brief", user="{}"),
        Question(document_sha256="d" * 64, prompt="claims/2", system="be brief", user="{}"),
        Question(document_sha256="d" * 64, prompt="claims/1", system="be brief", user="[]"),
    ):
        assert not kept.ask(other).is_kept
    assert not KeptChat(tmp_path / "asked", "big", answer).ask(QUESTION).is_kept
    assert len(asked) == 5


def test_a_failure_is_not_kept_and_a_damaged_answer_is_asked_for_again(tmp_path):
    def fail(_: Question) -> Answer:
        raise RequestError(Cause.SERVER, "u", "m")

    with pytest.raises(RequestError):
        KeptChat(tmp_path, "tiny", fail).ask(QUESTION)
    assert list(tmp_path.iterdir()) == []
    kept = KeptChat(tmp_path, "tiny", lambda _: Answer(text="x"))
    kept.ask(QUESTION)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-20])
    assert not kept.ask(QUESTION).is_kept


def test_offline_only_what_is_kept_answers(tmp_path):
    KeptChat(tmp_path, "tiny", lambda _: Answer(text="x")).ask(QUESTION)
    offline = KeptChat(tmp_path, "tiny", None)
    assert offline.ask(QUESTION).is_kept
    other = Question(document_sha256="e" * 64, prompt="p", system="s", user="u")
    with pytest.raises(RequestError, match="offline"):
        offline.ask(other)
