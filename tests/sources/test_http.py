"""The polite client against a server with faults."""

import email.utils
import socket
import time

import pytest
import requests

from graphbuild.errors import SettingsError
from graphbuild.sources import Budget
from graphbuild.sources.addresses import refusal, resolve_host
from graphbuild.sources.bodies import Cause, RequestError, check_any, check_data, error_page
from graphbuild.sources.http import redirect_target
from graphbuild.sources.statuses import retry_after
from tests.fixtures.edgar import Fault
from tests.sources.conftest import IDENTITY

PAGE = "/files/list.json"
BODY = b'{"rows": [' + b", ".join(b"%d" % n for n in range(5000)) + b"]}"


@pytest.fixture(autouse=True)
def page(edgar):
    edgar.pages[PAGE] = ("application/json", BODY)


def _cause(client, url, **more):
    with pytest.raises(RequestError) as caught:
        client.get(url, **more)
    return caught.value.cause


def test_a_body_arrives_whole_and_says_who_asked(edgar, client):
    assert client.get(edgar.url + PAGE).content == BODY
    assert edgar.agents == {IDENTITY}
    assert client.tally.requests == 1


@pytest.mark.parametrize(
    "identity", ["", "Northlake", "research@x.example", "a b@c", "A\n b@c.de", "Łukasz l@x.example"]
)
def test_without_an_identity_there_is_no_client(make_client, edgar, identity):
    with pytest.raises(SettingsError, match="GRAPHBUILD_SEC_IDENTITY"):
        make_client(identity=identity)
    assert edgar.arrivals == []


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="status", value="403", times=2),
        Fault(kind="status", value="500", times=2),
        Fault(kind="status", value="503", times=2),
        Fault(kind="error_page", times=2),
        Fault(kind="html", times=2),
        Fault(kind="empty", times=2),
        Fault(kind="cut", times=2),
        Fault(kind="gzip", times=2),
        Fault(kind="refuse", times=2),
        Fault(kind="drip", times=2),
    ],
    ids=lambda f: f"{f.kind} {f.value}".strip(),
)
def test_trouble_that_passes_is_outlived(edgar, client, fault):
    edgar.faults.append(fault)
    assert client.get(edgar.url + PAGE, check=check_data).content == BODY
    assert client.tally.retries == 2


@pytest.mark.parametrize(
    ("fault", "cause", "requests"),
    [
        (Fault(kind="status", value="403"), Cause.REFUSED, 3),
        (Fault(kind="status", value="429"), Cause.REFUSED, 3),
        (Fault(kind="status", value="500"), Cause.SERVER, 3),
        (Fault(kind="error_page"), Cause.REFUSED, 3),
        (Fault(kind="error_page", value="undeclared"), Cause.UNDECLARED, 1),
        (Fault(kind="html"), Cause.NOT_THE_DOCUMENT, 3),
        (Fault(kind="empty"), Cause.TRUNCATED, 3),
        (Fault(kind="cut"), Cause.TRUNCATED, 3),
        (Fault(kind="gzip"), Cause.TRUNCATED, 3),
        (Fault(kind="refuse"), Cause.NETWORK, 3),
        (Fault(kind="drip"), Cause.TOO_SLOW, 3),
        (Fault(kind="status", value="404"), Cause.NOT_FOUND, 1),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_trouble_that_stays_has_a_cause(edgar, client, fault, cause, requests):
    edgar.faults.append(fault)
    assert _cause(client, edgar.url + PAGE, check=check_data) is cause
    assert len(edgar.arrivals) == requests


@pytest.mark.parametrize("asked", ["1", "date"])
def test_retry_after_is_kept(edgar, client, asked):
    edgar.faults.append(Fault(kind="status", value=f"429 {asked}", times=1))
    client.get(edgar.url + PAGE)
    (first, _), (second, _) = edgar.arrivals
    # A date has whole seconds: "in a second" may be less than one away.
    assert second - first >= (0.95 if asked == "1" else 0.0)


def test_a_pause_asked_of_one_holder_of_the_budget_holds_for_the_others(
    edgar, make_client, tmp_path
):
    one, other = Budget(tmp_path / "budget.sqlite", 500), make_client()
    one.pause(0.5)
    started = time.monotonic()
    other.get(edgar.url + "/files/list.json?other")
    assert time.monotonic() - started >= 0.45
    one.close()


def test_a_server_that_asks_for_an_hour_is_given_up_for_now(edgar, client):
    edgar.faults.append(Fault(kind="status", value="429 3600"))
    assert _cause(client, edgar.url + PAGE) is Cause.REFUSED
    assert len(edgar.arrivals) == 1


def test_a_source_that_is_down_is_not_asked_for_ever(edgar, client):
    edgar.faults.append(Fault(kind="refuse"))
    causes = [_cause(client, f"{edgar.url}{PAGE}?{n}") for n in range(6)]
    assert causes == [Cause.NETWORK] * 3 + [Cause.NOT_TRIED] * 3
    assert len(edgar.arrivals) == 9


def test_a_body_is_bounded_also_when_it_is_packed_small(edgar, client):
    edgar.pages["/bomb"] = ("text/plain", b"\0" * 3_000_000)
    assert _cause(client, edgar.url + "/bomb", largest_bytes=1_000_000) is Cause.TOO_LARGE
    assert len(edgar.arrivals) == 1


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/x",
        "http://localhost/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "http://internal.example/x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "http://user:word@example.org/x",
        "http://[bad",
    ],
)
def test_no_redirect_leads_into_the_house(edgar, make_client, target):
    client = make_client(resolve=lambda host: {"internal.example": ["192.168.1.7"]}.get(host, []))
    edgar.redirects["/away"] = target
    assert _cause(client, edgar.url + "/away") is Cause.FORBIDDEN
    assert len(edgar.arrivals) == 1


def test_a_name_stands_for_all_addresses_it_has(monkeypatch):
    entries = [("93.184.215.14", 0), ("::1", 0, 0, 0), ("93.184.215.14", 0)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in entries]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert resolve_host("mixed.example") == ["93.184.215.14", "::1"]
    assert refusal("http://mixed.example/x", frozenset())  # one of them is this machine
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found[:1])
    assert refusal("http://open.example/x", frozenset()) == ""


def test_a_name_that_leads_home_only_when_it_is_used_is_refused(edgar, make_client, monkeypatch):
    # Looked at, the name is an address of the open internet; used, it is this machine.
    client = make_client(resolve=lambda _: ["93.184.215.14"], trusted=frozenset())
    port = edgar.url.rpartition(":")[2]
    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *more: look_up("127.0.0.1", *more))
    assert _cause(client, f"http://rebound.example:{port}{PAGE}") is Cause.FORBIDDEN
    assert edgar.arrivals == []  # not even asked: the connection was looked at first
    assert client.tally.requests == 1  # and not asked again


@pytest.mark.parametrize(
    "title",
    [
        "Financial Maintenance Covenant",
        "Why the service is unavailable to lenders",
        "Operator of data centre maintenance firm borrows",
    ],
)
def test_a_page_with_a_servers_words_in_its_title_is_no_error_page(edgar, client, title):
    body = f"<html><head><title>{title}</title></head><body>News</body></html>".encode()
    edgar.pages["/news"] = ("text/html", body)
    assert client.get(f"{edgar.url}/news", check=check_any).content == body


@pytest.mark.parametrize(
    "title",
    [
        "SEC.gov | Request Rate Threshold Exceeded",
        "503 Service Unavailable",
        "404 - Page Not Found",
        "Access Denied",
        "Site Maintenance",
    ],
)
def test_a_servers_own_page_is_an_error_page(title):
    assert error_page(f"<html><title>{title}</title>".encode()) == title


def test_a_submission_is_one_whatever_the_titles_in_it():
    head = b"<SEC-DOCUMENT>0009990001-25-000001.txt\n<html><title>Access Denied</title>"
    assert error_page(head) == ""


@pytest.mark.parametrize("skew_s", [-86_400, 0, 86_400])
def test_a_date_to_wait_for_is_read_by_the_servers_own_clock(skew_s):
    now = 1_780_000_000 + skew_s
    headers = {
        "Date": email.utils.formatdate(now, usegmt=True),
        "Retry-After": email.utils.formatdate(now + 40, usegmt=True),
    }
    assert retry_after(headers) == 40


def test_a_redirect_on_the_same_site_is_followed(edgar, client):
    edgar.redirects["/old"] = PAGE
    found = client.get(edgar.url + "/old")
    assert (found.content, found.url) == (BODY, edgar.url + PAGE)


def test_a_redirect_does_not_leave_tls(client):
    response = requests.Response()
    response.headers["Location"] = "http://www.sec.gov/x"
    with pytest.raises(RequestError, match="out of TLS"):
        redirect_target("https://www.sec.gov/y", response)
    response.headers["Location"] = "/x"
    assert redirect_target("https://www.sec.gov/y", response) == "https://www.sec.gov/x"


def test_redirects_come_to_an_end(edgar, client):
    edgar.redirects["/round"] = "/round"
    assert _cause(client, edgar.url + "/round") is Cause.FORBIDDEN
    assert len(edgar.arrivals) == 6


def test_no_cookie_and_no_password_is_sent(edgar, client, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password word\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    client.get(edgar.url + PAGE)
    client.get(edgar.url + PAGE)
    for headers in edgar.headers_seen:
        assert not {"Cookie", "Authorization"} & set(headers)


def test_a_body_packed_as_nobody_asked_is_not_taken(edgar, client):
    edgar.faults.append(Fault(kind="brotli"))
    assert _cause(client, edgar.url + PAGE) is Cause.NOT_THE_DOCUMENT
    assert edgar.headers_seen[0]["Accept-Encoding"] == "gzip"


def test_a_download_leaves_no_file_that_is_not_whole(edgar, client, tmp_path):
    edgar.faults.append(Fault(kind="html"))
    with pytest.raises(RequestError):
        client.download(edgar.url + PAGE, tmp_path / "file", check=check_data)
    assert not (tmp_path / "file").exists()
    edgar.faults.clear()
    fetched = client.download(edgar.url + PAGE, tmp_path / "file", check=check_any)
    assert (tmp_path / "file").read_bytes() == BODY
    assert fetched.size == len(BODY)
